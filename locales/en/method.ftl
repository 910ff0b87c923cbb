# The public description of the method: the fields of the algorithm register.

method-title = How the proposal is made
method-lead = This page describes how the computer proposes who could live where. It is written from the rules and figures the program works with, so the two cannot differ. The headings are those of the Dutch algorithm register.
method-download = Download for the algorithm register (JSON)
method-not-filled = Not filled in by the organisation.
method-group-general = General information
method-group-responsible = Responsible use
method-group-working = How it works
method-group-metadata = About this description

register-name = Name
register-description-short = Short description
register-organization = Organisation
register-department = Department
register-category = Theme
register-status = Status
register-begin-date = In use since
register-end-date = No longer in use since
register-contact-email = Contact
register-website = Page for the public
register-publication-category = Category of publication
register-goal = Goal and impact
register-proportionality = What was weighed
register-human-intervention = What people do and decide
register-risks = Managing risks
register-lawful-basis = Legal basis
register-process-index-url = Page of the process
register-impacttoetsen = Impact tests
register-source-data = Data
register-methods-and-models = Technical working
register-provider = Supplier
register-publiccode = Source code
register-standard-version = Version of the standard
register-source-id = Engine
register-tags = Key words

method-name = Proposing who could live where (Sleutel)
method-short = This algorithm puts free homes beside households that wait for a home with support. It proposes who could live where, with the reasons. It keeps to fixed rules, and to goals in a fixed order. It does not learn and gives nobody a score. A member of staff decides.
method-theme = Housing
method-status-in-development = Being developed
method-status-in-use = In use
method-status-out-of-use = No longer in use
method-category-high-risk = AI system of high risk
method-category-impactful = Algorithm with much impact
method-category-other = Other algorithm
method-tags = housing, Housing First, placement, distribution of homes, rules, lot

method-goal = The goal is that people without a house get a home of their own that fits them, that all groups are helped about equally, and that no home stays empty without need.
method-impact = This is what a household notices: it is proposed for a home, or not yet. Everybody can get the reasons in a letter: why this home, or why not yet and what would help first.
method-why-computer = Why a computer: with many homes and many households at once, nobody can see which distribution helps most people and keeps every agreement. Giving the best home to whoever waits longest, one at a time, is simpler. But then a home that is the only one for somebody may go to somebody who had five.
method-why-order = Why goals in order and no weights: an order can be talked about and checked. Whoever sets weights decides in secret.
method-why-not-learning = Why nothing that learns: its outcome cannot be explained to the person it is about, and it repeats what was unfair before.
method-people = The computer decides nothing. People do this:
method-people-choose = A placement coordinator chooses the homes and the date, and asks for a proposal.
method-people-pin = A member of staff can pin a household to a home or rule a pair out, by name and with a reason.
method-people-decide = A member of staff decides on each line, by name and with a reason. Nothing happens before that.
method-people-person = The person chooses whether to take the home. Whoever does not agree can ask for a conversation with a member of staff.
method-people-last = Every step is in a log that nobody can change unseen.
method-risk-facts = Facts can be missing or wrong. What we do not know never counts against anybody: the program asks. The letter says which facts were used, so that somebody can have them put right.
method-risk-rule = A rule can keep somebody out without good reason. Each no is shown with its figures, and each rule has a source where it can be questioned.
method-risk-engine = The engine can have a fault. A second program, which shares no code with it, checks every proposal before anybody sees it.
method-risk-steering = Somebody could steer the outcome. Pins carry a name and a reason, the lot is sealed before anybody can know it, and the log is sealed line by line.
method-risk-privacy = Personal data can leak. The engine gets no names, no dates of birth, no words of people and nothing about care.
method-risk-trust = People can trust the proposal too easily. At each line stand the reasons and who else could have had the home, and deciding takes a reason.
method-lawful = Municipality, housing associations and care providers each do this as part of their own task; sharing data rests on those tasks and not on consent. Who goes before others is for the municipality’s housing ordinance, on the ground of the Huisvestingswet 2014. The rules name these laws:
method-lawful-own = This is for orientation and is no legal advice: the organisation answers for its own basis.

method-data-person = About a household, and nothing else
method-data-other = Beside that
method-data-homes = About each home: place, rooms, rent, floor and lift, what it is fitted for, whom it is meant for, house rules.
method-data-numbers = The year’s numbers for groups and parts of the city, and what was given already.
method-data-fixings = What members of staff pinned or ruled out in the round.
method-data-round = The date of the round, its choices and the number the lot is drawn from.
method-never = What is never used
method-never-what = Origin, nationality, religion, sex, health, care, income, names, dates of birth, people’s own words, and any prediction. Nobody gets a score, and nothing is learned from earlier people.

fact-reference = The number of the file, for the lot only
fact-group = The group it counts for
fact-ready = Whether the file is ready
fact-people = The number of people who move along
fact-head-age = The age of the head, in years
fact-oldest-age = The age of the oldest, in years
fact-waiting-since = Since when it waits
fact-ground = Whether it has to leave soon or is not safe
fact-adaptation = Whether a home without stairs or a wheelchair home is needed
fact-stairs = Up to which floor the stairs can be climbed
fact-rent = The most rent a month
fact-sharing = Whether sharing a house is all right
fact-pets = Whether a dog or a cat moves along
fact-smokes = Whether somebody smokes indoors
fact-wishes = Where somebody wants to live or not
fact-network = Where there are people or activities
fact-exclusions = Where partners agreed somebody cannot live
fact-offered = Homes offered before
fact-load = How much support it takes from its surroundings, in points
fact-together = With how many other households it moves together

source-suitable-rent = Woningwet, article 46 (a rent that fits the income)
source-youth-lease = Burgerlijk Wetboek, article 7:274c (lease for young people)
source-agreement = agreement between the partners
source-house = the association, for its own house
source-person = the person
source-staff = a member of staff, with a reason
source-custom = custom among associations
source-ours = stated by the makers; partners may agree otherwise

method-part-rules = Rules
method-rules = For each household and each home, every rule answers yes, no or “ask”. One no is enough to rule the pair out, and every no is shown.
method-head-rule = Rule
method-head-what = What it says
method-head-source = Source
method-rule-rooms = The home has at least the rooms the household needs (table below). { $spare ->
        [0] It has no room more.
        [one] It has at most one room more.
       *[other] It has at most { $spare } rooms more.
    }
method-rule-adaptation = Who needs an adapted home gets nothing less. An adapted home is kept for who needs it, as long as such people wait.
method-rule-stairs = Without a lift the home is no higher than the household can climb.
method-rule-rent = The rent is not above the most the household can pay, as the association tested it.
method-rule-target = A home for young people is for a head of { $from } up to and including { $to }. A home for seniors is for a household with somebody of { $senior } or older. A shared house is for who wants to share.
method-rule-area-limit = The home lies in a place the person must be in, if there is one, and in no place the person must avoid.
method-rule-exclusion = The home lies in no place where partners agreed that this household cannot live, as long as the agreement holds.
method-rule-pets = No dog or cat where the house allows none.
method-rule-smoking = Nobody who smokes indoors where the house does not allow it.
method-rule-offered-before = A home is not offered to the same household twice.
method-rule-ban = A member of staff ruled this pair out in this round.
method-part-unknown = What we do not know
method-unknown = A fact can be unknown. Then the answer is not no but “ask”: the pair is set apart with its question. What is unknown never keeps anybody out and never puts anybody first.
method-part-limits = Limits
method-limits = A household gets at most one home and a home at most one household. No group passes its number for the year, and no part of the city the room it has left: building, neighbourhood, quarter, district, city. No association gives more than it agreed at most. No part of the city gets more support load than it can carry: a household weighs 1, 2 or 3 points there, and this counts for nothing else. Households that move together get homes near each other, or both get none.
method-part-goals = Goals in order
method-goals = The first goal is brought to its best. The second is brought to the best that is possible without giving up any of the first, and so on. An earlier goal is never traded for a later one.
method-step = { $name }. { $what }
method-goal-pins = Counts the pinned pairs that are in the proposal. More is better.
method-goal-floors = Counts the homes that groups and parts of the city are short of what was promised by now: the year’s number, in step with the days gone by. Fewer is better.
method-goal-ground = Counts the households that are not safe, or whose stay has ended or ends within { $days } days. More is better.
method-goal-comparable = The group that was helped least this year, measured against the homes it is expected to need, gets the next home first. Counted in steps of a ladder; more is better.
method-goal-homes-used = Counts the homes that get a household. More is better.
method-goal-fit = Adds up the points of the table below. More is better.
method-goal-waiting = Adds up the whole weeks waited by who gets a home, at most { $weeks } for one household. More is better.
method-goal-spread = The part of the city that gave the smallest share of its room gets the next household first. Counted in steps of a ladder; more is better.
method-goal-lot = Adds up the lot numbers of who gets a home. Higher is luckier.
method-part-points = Points for what fits
method-points = These points count only after all earlier goals. What we do not know gives no points.
method-head-part = Part
method-head-points = Points
method-points-wish = in a place the person wants strongly, or must be in
method-points-slight = in a place the person would rather be in
method-points-avoid = in a place the person strongly does not want
method-points-avoid-slight = in a place the person would rather not be in
method-points-neighbourhood = people or activities in the same neighbourhood
method-points-quarter = people or activities in the same quarter
method-points-district = people or activities in the same district
method-points-rooms = exactly the rooms needed
method-points-rent = for each whole { $step } a month below the rent limit, at most { $most } together
method-part-rooms = Rooms a household needs
method-rooms = Rooms to live and sleep in. Kitchen and bathroom do not count.
method-head-people = People
method-head-rooms = Rooms at least
method-people-or-more = { $people } or more
method-part-settings = Choices in force
method-settings = A round can be made with other choices. They are then shown with the round.
method-setting-spare = Rooms more than needed that still fit: { $spare }
method-setting-load = Points of support load for a household when nobody told: { $points }
method-part-lot = Waiting time, then the lot
method-lot = When two outcomes are equal in everything else, the weeks waited decide, then the spread over the city, and last the lot. Each household’s lot number is worked out from one number of the round and the number of its file. Nobody can choose it, and everybody can work it out again.
method-lot-commitment = The number of the round is drawn by the program when the round is made, and kept secret until the first proposal. Its seal (SHA-256) is public from the first moment, so that it cannot be changed afterwards.
method-part-proof = Proof and check
method-proof = Sharing out homes is worked out as a flow through a network, exactly and in whole numbers. With the outcome come prices that say, goal by goal, that nothing better is possible. Support load, what associations promised and moving together do not fit in a network; there the question is split in two, again and again, with the network as a bound on what is possible. “Proven” is said only when the bound proves it; otherwise the page says how far off it may be.
method-check = A second program, which shares no code with the first, goes over every rule, number and goal before a proposal is shown.
method-part-replay = Doing it again
method-replay = All that goes in is stored with a fingerprint. The same input gives the same proposal to the last bit, years later too. Whoever may see a round can have that done at once.
method-engine = This description is of { $engine }.
method-provider = Sleutel, free software under the EUPL 1.2. Anybody may read it, use it and change it.

# --- the lots of rounds, and a round once more

lots-title = The lots of all rounds
lots-lead = Where two outcomes are equal in everything else, lots are drawn. Here is what they are drawn from, so that everybody can see that nobody chose it. There is nothing about people on this page.
lots-step-made = When a round is made, the program draws a number and keeps it secret. Its seal is on this page from that moment. The seal tells nothing about the number, and fits no other number.
lots-step-shown = With the first proposal the number is shown. It stays the same for the whole round, whatever is proposed after that. A round that is never used stays on this page too.
lots-step-check = Now everybody can check two things. Put the line that was sealed through SHA-256, for example as below: it has to give the seal. And work out lots from the number and the number of a file.
lots-example-line = the line that was sealed
lots-example-seed = NUMBER
lots-example-reference = FILE
lots-rounds = Rounds
lots-none-title = There are no rounds yet
lots-none = The first round will be here as soon as it is made.
lots-round = Held on
lots-made = Made on { $when }
lots-seal = Seal
lots-stated = None: people stated this number when they made the round.
lots-number = Number
lots-shown = Shown on { $when }
lots-sealed-line = What was sealed:
lots-still-sealed = Still sealed, until the first proposal.
lots-homes = Homes of the round
lots-homes-same = Not changed after the number was known.
lots-homes-changed = Changed after the number was known, last on { $when }.
lots-homes-open = May still change; nobody knows the number yet.

rounds-lot-title = The lot
rounds-lot-number = Lot number of the round: { $seed }.
rounds-lot-sealed = The lot number is sealed until the first proposal.
rounds-lot-person = This household has lot { $number }: place { $place } of { $of } in this round. Higher is luckier, and it counts only when all else is equal.
rounds-lot-check = Work it out again with

check-title = Replay and check
check-lead = { $name } is worked out again from what went in, and a second program goes over every rule, number and goal. That can take a moment. Nothing changes.
check-do = Do it now
check-again = Do it again
check-all-good = The same answer, and sound
check-not-the-same = Sound, but not the same answer
check-unsound = The check found something wrong
check-replay-title = Worked out again
check-same = The stored input gives the same proposal, to the last bit.
check-other = The stored input gives another proposal now.
check-input-changed = The stored input was changed: it does not have the fingerprint that was kept with it.
check-engine = It was made by { $then }; this is { $now }. Another version may come to another answer without either being wrong.
check-check-title = Gone over by the second program
check-sound = Every rule, number and goal is right. { $placed ->
        [one] { $placed } home has a proposal.
       *[other] { $placed } homes have a proposal.
    }
check-violations = { $count ->
        [one] { $count } thing is not right.
       *[other] { $count } things are not right.
    } Do not decide on this proposal, and tell your administrator. At the command line, sleutel check says what it is.
method-part-ahead = Looking ahead, when a round switches it on
method-ahead = A round can count with the homes and households expected in the weeks after it. From the past or the year's plan a few futures are drawn with the number of the round, and shared out by the same rules. What a household may expect later, and what a place or a share is worth later, is taken off the points for what fits. It is one part of the points, called “later”, and stands wherever points stand.
method-ahead-never = It changes no goal that comes before the fit, leaves no home empty for a better one later, asks nobody to wait who has to leave or is not safe, and predicts nothing about a person.
