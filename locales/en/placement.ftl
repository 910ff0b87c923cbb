# Proposals: rules, goals and the reasons with them.

rule-rooms = number of rooms
rule-adaptation = adapted home
rule-stairs = stairs and lift
rule-rent = rent
rule-target = whom the home is meant for
rule-area-limit = where somebody will or will not live
rule-exclusion = agreement between partners
rule-pets = pets
rule-smoking = smoking
rule-offered-before = offered before
rule-ban = ruled out in this round

question-people = How many people move along?
question-adaptation = Is a home without stairs or a wheelchair home needed?
question-stairs = Up to which floor can the stairs be climbed?
question-rent = How much rent a month can be paid at most?
question-head-age = When was the head of the household born?
question-oldest-age = When was the oldest who moves along born?
question-sharing = Is sharing a house with others all right?
question-pets = Does a dog or a cat move along?
question-smoking = Does anybody smoke indoors?

goal-pins = What people have pinned
goal-floors = Reaching the agreed numbers
goal-ground = First those who have to leave or are not safe
goal-comparable = Helping all groups about equally
goal-homes-used = Using as many homes as possible
goal-fit = Fitting wishes and network as well as possible
goal-waiting = Who has waited longest
goal-spread = Spreading over neighbourhoods
goal-lot = Drawing lots

goal-proven = { $reached } { $goal ->
        [floors] short
       *[other] reached
    }. Proven: it cannot be better.
goal-not-proven = { $reached } { $goal ->
        [floors] short
       *[other] reached
    }, { $bound } is perhaps possible: at most { $gap } off. Not proven.

fixing-pin = Pinned
fixing-ban = Ruled out
verdict-agreed = Agreed
verdict-rejected = Not agreed

refusal-too-few-rooms = Too small: the home has { $has ->
        [one] { $has } room
       *[other] { $has } rooms
    }. This household needs at least { $needed }.
refusal-too-many-rooms = Too large: the home has { $has ->
        [one] { $has } room
       *[other] { $has } rooms
    }. For this household it is { $most } at most.
refusal-not-adapted = Not suitable: what is needed is { $needs ->
        [wheelchair] a wheelchair home
        [step-free] a home without stairs
       *[ordinary] an ordinary home
    }. This is { $has ->
        [wheelchair] a wheelchair home
        [step-free] a home without stairs
       *[ordinary] an ordinary home
    }.
refusal-kept-for-adapted = Kept free: this is { $has ->
        [wheelchair] a wheelchair home
        [step-free] a home without stairs
       *[ordinary] an ordinary home
    }. People who need such a home are waiting.
refusal-stairs = Too high up without a lift: the front door is on floor { $floor }. { $most ->
        [0] This household can only live on the ground floor.
       *[other] The stairs can be climbed up to floor { $most }.
    }
refusal-rent = Too dear: the rent is { $rent } a month. This household's limit is { $most }.
refusal-target-age = { $target ->
        [youth] Meant for young people from 18 up to and including 27. The head of this household is { $age }.
        [fifty-five-plus] Meant for people of 55 or older. The oldest of this household is { $age }.
       *[other] Meant for people of another age than { $age }.
    }
refusal-no-sharing = This is a house shared with others. This household does not want that.
refusal-avoided = This household will not live here ({ $place }).
refusal-outside-must = The home lies outside the places where this household has to live.
refusal-excluded = The partners agreed that this household cannot live here ({ $place }).
refusal-no-pets = A dog or a cat moves along, and pets are not allowed here.
refusal-no-smoking = Somebody smokes indoors, and that is not allowed here.
refusal-offered-before = This home was offered before.
refusal-banned = A member of staff ruled this pair out in this round.

pair-fits = Fits by every rule.
pair-ask = Perhaps possible. Ask first: { $questions }

standing-in = Takes part: { $possible ->
        [one] { $possible } home is possible.
       *[other] { $possible } homes are possible.
    }
standing-in-more-once-asked = Takes part: { $possible ->
        [one] { $possible } home is possible.
       *[other] { $possible } homes are possible.
    } Perhaps { $asked ->
        [one] { $asked } more
       *[other] { $asked } more
    } once this is answered: { $questions }
standing-ask = Cannot take part yet: { $asked ->
        [one] { $asked } home is perhaps possible
       *[other] { $asked } homes are perhaps possible
    } once this is answered: { $questions }
standing-not-ready = Does not take part: the file is not ready on the date of the round.
no-home-fits = No home in this round is possible.
no-home-fits-because = No home in this round is possible. Homes ruled out by: { $rules }. A home can be ruled out for more than one reason.
no-home-fits-rule = { $rule } ({ $homes })

why-not-not-ready = The file was not ready on the date of the round.
why-not-ask-first = A home is perhaps possible. Ask first: { $questions }
why-not-group-full = The number of homes for the group ‘{ $group }’ has been reached this year: { $upper } at most.
why-not-area-full = The homes that are possible lie where there is no room left this year. The nearest was { $place }: { $upper } at most.
why-not-load-full = The homes that are possible and free lie where no more support load can be carried. The nearest was { $place }: { $upper } points at most.
why-not-association-full = The homes that are possible and free belong to { $association }, which gives { $upper } homes at most this year.
why-not-together = This household moves together with { $other } or not at all. There were no two homes near each other for both.
why-not-outweighed = Homes are possible, but there are too few for everyone. The nearest was { $home }. If this household got that home, { $loss }

loss-pins = { $loss ->
        [one] { $loss } pinned pair could not go ahead.
       *[other] { $loss } pinned pairs could not go ahead.
    }
loss-floors = { $loss ->
        [one] { $loss } home fewer would go to a place or group that is behind.
       *[other] { $loss } homes fewer would go to a place or group that is behind.
    }
loss-ground = the goal ‘first those who have to leave or are not safe’ would be met less well ({ $loss } fewer).
loss-comparable = the groups would be helped less equally.
loss-homes-used = { $loss ->
        [one] { $loss } more home would stay empty.
       *[other] { $loss } more homes would stay empty.
    }
loss-fit = all homes together would fit wishes and network { $loss ->
        [one] { $loss } point
       *[other] { $loss } points
    } less well.
loss-waiting = the people who get a home would together have waited { $loss ->
        [one] { $loss } week
       *[other] { $loss } weeks
    } less.
loss-spread = the homes would be spread less well over the neighbourhoods.
loss-lot = the outcome of the lot would be another one. There is no difference in any other goal.

runner-up = Fits with { $points ->
        [one] { $points } point
       *[other] { $points } points
    }. If this household got this home, { $loss }

why-empty-nobody-fits = This home fits nobody who is ready.
why-empty-nobody-fits-yet = This home fits nobody who is ready yet. Perhaps it fits { $asked ->
        [one] { $asked } household
       *[other] { $asked } households
    } once the questions are answered.
why-empty-area-full = There is no room left this year in { $place }: { $upper } at most.
why-empty-load-full = { $place } can carry no more support load: { $upper } points at most.
why-empty-association-full = { $association } gives { $upper } homes at most this year, and has given them.
why-empty-others-went-elsewhere = The households this home is possible for get another home, or the number for their group has been reached.

change-answer = Answer this question: { $question } Then { $home } may become possible.
change-rent = With a rent limit of { $limit }, { $home } becomes possible.
change-stairs = If floor { $floor } without a lift is all right too, { $home } becomes possible.
change-place = Talk again about where living is and is not possible. This now stands in the way of { $home }: { $refusal }
change-lift = This now stands in the way of { $home }: { $refusal }
change-group-ceiling = One more home for the group ‘{ $group }’ ({ $upper } at most instead of the present number) makes room.
change-area-ceiling = One more home in { $place } ({ $upper } at most instead of the present number) makes room.
change-load-ceiling = More support load in { $place } ({ $upper } points instead of the present number) makes room.
change-association-ceiling = One more home from { $association } ({ $upper } at most instead of the present number) makes room.
change-apart = It helps when this household no longer has to move together with { $other }.
change-one-more-like = One more home like { $home } would be enough.
change-make-ready = Make the file ready for a home.
change-home-with = { $fitted ->
        [wheelchair] A wheelchair home
        [step-free] A home without stairs
       *[ordinary] A home
    } has to come free with at least { $rooms ->
        [one] { $rooms } room
       *[other] { $rooms } rooms
    }.
change-home-with-rent = { $fitted ->
        [wheelchair] A wheelchair home
        [step-free] A home without stairs
       *[ordinary] A home
    } has to come free with at least { $rooms ->
        [one] { $rooms } room
       *[other] { $rooms } rooms
    } and a rent of { $rent } a month at most.

shortfall = { $name }: { $due ->
        [one] { $due } home was needed
       *[other] { $due } homes were needed
    } to keep pace. This proposal gives { $given }.
bound-use = { $before } → { $after }
bound-use-of = { $before } → { $after } of { $upper } at most
load-use = { $name }: { $before } → { $after } points of support load, { $upper } at most

demand-pin = the pinned pair of { $reference } and { $home }
demand-floor = the minimum of { $name }
demand-ceiling = the maximum of { $name }
demand-load = the support load that { $name } can carry
demand-together = that { $one } and { $other } move together
collision = These cannot all be kept: { $demands }.
collision-alone = The homes and households of this round cannot give this: { $demand }.
way-out-floor = { $name }: ask { $by ->
        [one] { $by } home
       *[other] { $by } homes
    } less of this round
way-out-ceiling = { $name }: let through { $by ->
        [one] { $by } home
       *[other] { $by } homes
    } more
way-out-load = { $name }: carry { $by ->
        [one] { $by } point
       *[other] { $by } points
    } more
way-out-drop = let go of { $demand }
worth-more-home = One home more at the maximum of { $name }: { $gain }
worth-more-load = One point more of support load in { $name }: { $gain }
gain-none = nothing would get better.
gain-pins = { $gain ->
        [one] { $gain } pinned pair more could go ahead.
       *[other] { $gain } pinned pairs more could go ahead.
    }
gain-floors = { $gain ->
        [one] { $gain } home more would go to a place or group that is behind.
       *[other] { $gain } homes more would go to a place or group that is behind.
    }
gain-ground = { $gain ->
        [one] { $gain } household more that has to leave or is not safe would get a home.
       *[other] { $gain } households more that have to leave or are not safe would get a home.
    }
gain-comparable = the groups would be helped more equally.
gain-homes-used = { $gain ->
        [one] { $gain } home more would be used.
       *[other] { $gain } homes more would be used.
    }
gain-fit = all homes together would fit wishes and network { $gain ->
        [one] { $gain } point
       *[other] { $gain } points
    } better.
gain-waiting = the people who get a home would together have waited { $gain ->
        [one] { $gain } week
       *[other] { $gain } weeks
    } more.
gain-spread = the homes would be spread better over the neighbourhoods.
gain-lot = only the outcome of the lot would be another one.

fit-wish = Where somebody wants to live
fit-network = People and activities nearby
fit-rooms = Exactly the rooms needed
fit-rent = Rent well within the limit
fit-later = What waiting may bring later

input-error-parent = Area { $node } lies in area { $parent }, which does not come before it. Always put a larger area before its parts.
input-error-roots = There must be exactly one area that everything lies in. There are { $roots }.
input-error-home-node = Home { $home } lies in area { $node }, and there is no such area.
input-error-group = File { $reference } is of group { $group }, and there is no such group.
input-error-twice = ‘{ $what }’ is there twice.
input-error-fixing = Something was pinned or ruled out for ‘{ $what }’, which does not take part in this round.
input-error-street-node = Area { $node } is a street. Only areas and complexes have numbers.
input-error-group-parent = Group { $group } is part of group { $parent }, which does not come before it.
input-error-together = { $one } and { $other } cannot move together: both have to be in the round, and be two.
input-error-bounds = ‘{ $name }’ has a minimum of { $lower }, which is above its maximum of { $upper }.
input-error-ahead-futures = Looking ahead asks for { $found } futures. It has to be 1 up to and including 20.
input-error-ahead-weeks = Looking ahead reaches { $found } weeks. It has to be 1 up to and including 104.
input-error-ahead-node = An expected home lies in area { $node }, and there is no such area.
input-error-ahead-group = New households are expected in group { $group }. There is no such group, or it is there twice.
input-error-ahead-many = { $found } homes or households are expected. It can be 50,000 at most.

# --- pages of a round

rounds-new = New round
rounds-one = The round
rounds-lead = In a round, free homes are laid beside people who are ready. The computer makes a proposal, people decide.
rounds-none-title = There are no rounds yet
rounds-none = A placement coordinator makes a round of the homes that are free.
rounds-name = Name
rounds-date = Date
rounds-homes = Homes
rounds-agreed = Agreed
rounds-newest = Newest proposal
rounds-newest-is = Number { $number }, { $when }
rounds-newest-none = No proposal yet
rounds-status = Status
rounds-open = Open
rounds-closed = Closed

rounds-new-lead = Choose the date and the homes. All free homes are ticked already.
rounds-change-homes = Change the homes
rounds-change-homes-lead = Tick the homes that take part. Homes decided in this round stay in it.
rounds-name-hint = This is how you find the round in the list.
rounds-name-week = Round week { $week }, { $year }
rounds-date-hint = Ages, terms and waiting time are counted on this day.
rounds-spare = Spare rooms
rounds-spare-hint = How many rooms more than needed still fit, from 0 to 5.
rounds-about-ahead = The round looks ahead with { $futures ->
    [one] 1 future
   *[other] { $futures } futures
 }.
rounds-ahead = Looking ahead
rounds-ahead-hint = 0 is off. 5 is usual: 5 possible futures are then drawn from the homes that came free before. Who can also expect a good home later lets somebody go first who cannot. Nobody with a priority ground waits longer for it, and no home stays empty for it.
rounds-seed = Lot number
rounds-seed-hint = Leave this empty: then the program draws a number and seals it until the first proposal, so that nobody can choose it. Only fill in a number when the partners agreed beforehand where it comes from, such as a public draw. The page with all lots says that people stated it.
rounds-homes-hint = Only what is ticked takes part. A filter does not change your choice.
rounds-no-homes-title = There are no free homes
rounds-no-homes = A housing association first reports a home that comes free.
rounds-association = Housing association
rounds-district = District
rounds-all = All
rounds-filter = Show
rounds-filter-off = Show all
rounds-select-all = Tick all
rounds-select-none = Tick none
rounds-chosen-of = of { $total } homes chosen
rounds-in = Takes part
rounds-home = Home
rounds-what = Features
rounds-from = Free from
rounds-make = Make the round
rounds-save = Save
rounds-cancel = Cancel
rounds-made = The round has been made with { $homes ->
        [one] { $homes } home
       *[other] { $homes } homes
    }.
rounds-homes-changed = The homes of the round have been changed. Ask for a new proposal.
rounds-homes-moved = Somebody else changed the round in the meantime. Nothing has been saved yet. Your choice is below; see whether it still holds and save again.

rounds-home-rooms = { $rooms ->
        [one] { $rooms } room
       *[other] { $rooms } rooms
    }
rounds-home-rent = { $rent } a month
rounds-home-surface = { $surface } m²
rounds-home-floor = { $floor ->
        [0] ground floor
       *[other] floor { $floor }
    }{ $lift ->
        [yes] , with a lift
       *[no] , without a lift
    }
rounds-people = { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
rounds-people-unknown = number of people not known
rounds-weeks = { $weeks ->
        [one] has waited { $weeks } week
       *[other] has waited { $weeks } weeks
    }
rounds-fits-plain = Fits by every rule, without points for wish, network, rooms or rent.
rounds-fit-part = { $part }: { $points ->
        [one] { $points } point
       *[other] { $points } points
    }.
rounds-use-group = Share of ‘{ $name }’ this year
rounds-by = { $who }, { $when }
rounds-nobody = nobody
rounds-another = a household of another organisation

rounds-about = Round of { $date } with { $homes ->
        [one] { $homes } home
       *[other] { $homes } homes
    }. { $lot } { $spare ->
        [one] One room more than needed fits too.
       *[other] Up to { $spare } rooms more than needed fit too.
    }
rounds-version = Version { $version }.
rounds-last-made = Made by { $who } on { $when }.
rounds-last-proposed = Last: a proposal, asked for by { $who } on { $when }.
rounds-last-fixed = Last: something pinned or ruled out by { $who } on { $when }.
rounds-last-decided = Last: a decision by { $who } on { $when }.
rounds-steps = Steps of the round
rounds-step-homes = Homes chosen.
rounds-step-homes-is = { $homes ->
        [one] { $homes } home.
       *[other] { $homes } homes.
    }
rounds-step-people = Who takes part?
rounds-step-people-see = See the people
rounds-step-people-not = Providers and municipality check this.
rounds-step-proposal = Proposal.
rounds-step-proposal-is = Number { $number } is the newest.
rounds-step-decide = Deciding.
rounds-step-decide-is = { $agreed } agreed, { $undecided } still to decide.
rounds-who-title = Who takes part
rounds-standing-in = Takes part
rounds-standing-ask = Unknown: ask first
rounds-standing-out = Does not take part
rounds-ask-hint = Answer the open questions first. What we do not know does not count against anybody, but without an answer no home can be proposed.
rounds-propose = Make a proposal
rounds-propose-again = Make a new proposal
rounds-export = Spreadsheet (XLSX)
rounds-print = Print
rounds-close = Close the round
rounds-reopen = Open the round again
rounds-older = This is proposal { $number }. The newest is proposal { $newest }; only that one can be decided.
rounds-to-newest = To the newest proposal
rounds-proposal-title = Proposal { $number }
rounds-made-by = Asked for by { $who } on { $when }.
rounds-figure-homes = homes to share out
rounds-figure-placed = homes with a proposal
rounds-figure-empty = homes stay empty
rounds-figure-unplaced = households without a home
rounds-to-ask = { $count ->
        [one] One household can perhaps take part once a question is answered
       *[other] { $count } households can perhaps take part once a question is answered
    }
rounds-proven = Proven: it cannot be done better
rounds-not-proven = Not proven to be the best
rounds-proven-what = With these homes, people, rules and goals no other outcome does better on one goal without harming a more important one. The engine has worked that out, and a second program has counted the rules and numbers again.
rounds-not-proven-what = This proposal keeps to every rule. There may be an outcome that does even better on some goal.
rounds-goals = The goals in order, and what each of them reached
rounds-goal-best = { $goal ->
        [floors] Fewer is not possible.
        [comparable] Better is not possible.
        [spread] Better is not possible.
        [lot] This is the lot, applied in full.
       *[other] More is not possible.
    }
rounds-goal-gap = { $goal ->
        [pins] At most { $gap } more pinned { $gap ->
            [one] pair
           *[other] pairs
        } might be possible ({ $share }).
        [floors] At most { $gap } { $gap ->
            [one] home
           *[other] homes
        } fewer might be possible ({ $share }).
        [ground] At most { $gap } { $gap ->
            [one] household
           *[other] households
        } more might be possible ({ $share }).
        [homes-used] At most { $gap } { $gap ->
            [one] home
           *[other] homes
        } more might be possible ({ $share }).
        [fit] At most { $gap } { $gap ->
            [one] point
           *[other] points
        } more might be possible ({ $share }).
        [waiting] At most { $gap } { $gap ->
            [one] week
           *[other] weeks
        } more might be possible ({ $share }).
       *[other] Slightly better might be possible (at most { $share }).
    }
rounds-reached-pins = { $count ->
        [one] { $count } pinned pair is in the proposal.
       *[other] { $count } pinned pairs are in the proposal.
    }
rounds-reached-floors = { $count ->
        [0] All agreed numbers keep pace.
        [one] { $count } home is short to keep pace.
       *[other] { $count } homes are short to keep pace.
    }
rounds-reached-ground = { $count ->
        [one] { $count } household that has to leave or is not safe gets a home.
       *[other] { $count } households that have to leave or are not safe get a home.
    }
rounds-reached-comparable = The groups are helped as equally as the goals before this allow.
rounds-reached-homes-used = { $count ->
        [one] { $count } home gets a household.
       *[other] { $count } homes get a household.
    }
rounds-reached-fit = { $count ->
        [one] Together { $count } point for wish, network, rooms and rent.
       *[other] Together { $count } points for wish, network, rooms and rent.
    }
rounds-reached-waiting = { $count ->
        [one] Together { $count } week waited.
       *[other] Together { $count } weeks waited.
    }
rounds-reached-spread = Spread as well as the goals before this allow.
rounds-reached-lot = Where there was no other difference, the lot decided.
rounds-engine = Engine: { $engine }. Fingerprint of the input: { $fingerprint }.
rounds-groups = Numbers per group, before and after
rounds-shortfalls = { $count ->
        [one] { $count } number that does not keep pace
       *[other] { $count } numbers that do not keep pace
    }
rounds-broken = Pinned, but not possible
rounds-collisions = { $count ->
        [one] One thing cannot be kept together
       *[other] { $count } things cannot be kept together
    }
rounds-collisions-what = Each set is the smallest there is: drop any one of it and the others can be kept. Under it, what would resolve it, least first. Every way has been tried.
rounds-loads = Support load per place
rounds-worth = { $count ->
        [one] What one more would be worth, for one limit
       *[other] What one more would be worth, for { $count } limits
    }
rounds-worth-what = For every limit that is used up: the first goal that would get better. Each has been tried.
rounds-pin-broken = { $person } in { $home } is not possible: a rule, a limit or something else that was pinned does not allow it.
rounds-compared = { $count ->
        [one] { $count } home differs from proposal { $with }
       *[other] { $count } homes differ from proposal { $with }
    }
rounds-fixed = Pinned and ruled out
rounds-lift = Lift
rounds-lift-and-propose = Lift and propose again
rounds-lines = Homes with a proposal
rounds-hidden = { $count ->
        [one] There is { $count } more line, of other organisations, that you cannot see.
       *[other] There are { $count } more lines, of other organisations, that you cannot see.
    }
rounds-no-lines-title = There are no lines to show
rounds-no-lines-what = Nothing in this proposal is for your people or homes.
rounds-sum-undecided = { $count ->
        [one] { $count } to decide
       *[other] { $count } to decide
    }
rounds-sum-agreed = { $count } agreed
rounds-sum-rejected = { $count } not agreed
rounds-state = Decision
rounds-state-undecided = To decide
rounds-group = Group
rounds-sort = Order
rounds-sort-home = As in the proposal
rounds-sort-waiting = Who has waited longest
rounds-sort-fit = What fits best
rounds-sort-street = Street
rounds-only-ground = Only who has to leave or is not safe
rounds-on-ground = Goes first
rounds-lines-of = { $count } of { $total } lines
rounds-lines-in = Only in { $name }.
rounds-search-lines = Address or number
rounds-for = for
rounds-tick = Choose { $home } to decide together
rounds-runners = { $count ->
        [one] { $count } other could have had this home
       *[other] { $count } others could have had this home
    }
rounds-runners-if = If such a household got this home, { $loss }
rounds-line-stepped-back = Looking ahead counted here: without it { $count ->
        [one] { $count } other household had more points here. It can expect more later and lets this household go first.
       *[other] { $count } other households had more points here. They can expect more later and let this household go first.
    }
rounds-points-of = { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
rounds-room = { $level } { $name }: { $use }
rounds-runners-others = { $count ->
        [one] And { $count } household of another organisation.
       *[other] And { $count } households of other organisations.
    }
rounds-pin = Pin
rounds-ban = Rule out
rounds-pin-somebody = Pin somebody to this home
rounds-take-back = Take the decision back
rounds-reason = Reason
rounds-agree = Agree
rounds-together = Moves together with { $who }.
rounds-together-both = What you decide here holds for their homes at once.
rounds-together-desk = You cannot decide on all the homes here. The placement coordinator of the municipality can.
rounds-reject = Do not agree
rounds-many = Several lines at once
rounds-many-hint = Tick lines and give one reason for all of them.
rounds-select-page = Tick all on this page
rounds-many-all = All { $count } lines still to decide that match the filters, on other pages too
rounds-many-moved = Nothing has been recorded. There are now { $count } lines to decide, which is not the number you saw. Look again and press the button once more.
rounds-many-agree = Agree with what is ticked
rounds-many-reject = Do not agree with what is ticked
rounds-no-lines = No line is ticked. Tick at least one line.
rounds-empty = Homes that stay empty
rounds-empty-none = No home stays empty.
rounds-why = Why
rounds-before = Other decisions in this round
rounds-proposals = All proposals
rounds-proposal-line = Proposal { $number }, { $when }, asked for by { $who }: { $placed ->
        [one] { $placed } home
       *[other] { $placed } homes
    } with a proposal
rounds-trial-title = Trial { $number }: { $name }
rounds-trial-line = Trial { $number }, { $name }, { $when }, asked for by { $who }: { $placed ->
        [one] { $placed } home
       *[other] { $placed } homes
    } with a proposal
rounds-compare-with = Compare
rounds-reason-fits = Fits well, talked over with the participant
rounds-reason-talked = Talked over with the support worker
rounds-reason-not-now = The participant cannot move now
rounds-reason-support = Support cannot be arranged here
rounds-reason-place = The neighbourhood does not suit the participant
rounds-reason-other = Another home fits better

rounds-proposed-now = There is a new proposal.
rounds-agreed-now = { $count ->
        [one] Agreed: { $count } line.
       *[other] Agreed: { $count } lines.
    }
rounds-rejected-now = { $count ->
        [one] Not agreed: { $count } line. This pair will not come back in a next proposal.
       *[other] Not agreed: { $count } lines. These pairs will not come back in a next proposal.
    }
rounds-taken-back = The decision has been taken back.
rounds-closed-now = The round is closed.
rounds-reopened-now = The round is open again.
rounds-held = { $count ->
        [one] { $count } line was not kept
       *[other] { $count } lines were not kept
    }; { $done ->
        [one] { $done } line was.
       *[other] { $done } lines were.
    } Nothing was overwritten.
rounds-held-line = { $vacancy }: { $why }
rounds-fixed-now = Saved. The next proposal keeps to it.
rounds-lifted-now = Lifted. The next proposal no longer counts with it.
rounds-saved-and-proposed = Saved, and there is a new proposal.
rounds-saved-not-proposed = Saved, but somebody else changed the round at the same moment. See how it is now, then make a new proposal.
rounds-saved-held = Saved, but no new proposal could be made. { $why }

rounds-fix-title = Pin or rule out
rounds-fix-lead = You settle something about one household and one home. The next proposal keeps to it, with your name and reason beside it.
rounds-fix-what = What do you want to settle?
rounds-fix-pin = Pin: this household gets this home
rounds-fix-ban = Rule out: this household does not get this home
rounds-fix-person = Reference of the household
rounds-fix-person-hint = The number of the file, for example D-0012.
rounds-fix-reason-hint = Do not write about health or the past here.
rounds-save-and-propose = Save and propose again
rounds-save-only = Save only

rounds-people-title = Who takes part?
rounds-people-lead = This is how it is at this moment. Answer questions before you make a proposal.
rounds-standing-in-why = { $possible ->
        [one] { $possible } home is possible.
       *[other] { $possible } homes are possible.
    }
rounds-standing-ask-why = { $asked ->
        [one] { $asked } home is perhaps possible. Ask first:
       *[other] { $asked } homes are perhaps possible. Ask first:
    }
rounds-unplaced-title = Who got no home?
rounds-unplaced-lead = In { $name }, with the reason for everyone. Open a household to see what would help first.
rounds-why-ask-first = A home is perhaps possible. Ask first:
rounds-tabs = Parts
rounds-tab = { $name } ({ $count })
rounds-tab-ask-first = Ask first
rounds-tab-outweighed = Too few homes
rounds-tab-group-full = Group full
rounds-tab-area-full = Area full
rounds-tab-load-full = Too much support load
rounds-tab-association-full = Association full
rounds-tab-together = Moves together
rounds-tab-no-home-fits = Nothing fits
rounds-tab-not-ready = Not ready
rounds-search = Name or reference
rounds-nobody-title = Nobody found
rounds-nobody-here = There is nobody with these filters. Show all, or choose something else.
rounds-household = Household
rounds-answer = Answer

rounds-reference = Reference
rounds-open-file = Open the file
rounds-placed-title = A home has been proposed
rounds-not-placed-title = No home in this proposal
rounds-possible = { $count ->
        [one] { $count } home of this round is possible by the rules.
       *[other] { $count } homes of this round are possible by the rules.
    }
rounds-waiting-ahead = This round looked ahead.
rounds-waiting-worth = To this household waiting is expected to be worth { $points ->
        [one] { $points } point
       *[other] { $points } points
    }: so much better can the homes of the { $weeks } weeks after this round be shared out when it still takes part then. Having a home counts for 2,000 points in that, the rest is what fits.
rounds-waiting-effect = Those points were taken off at every home here, so that who has less to expect goes first. It changes nothing in the goals that come before what fits.
rounds-waiting-nothing = In the { $weeks } weeks after it this household is not expected to gain by waiting. So nothing was taken off its points.
rounds-waiting-ground = Who has to leave or is not safe never has to wait for that. So nothing was taken off the points of this household for what waiting brings.
rounds-change-title = What would help first?
rounds-change-look = Find out what would help
rounds-change-look-hint = For this the round is worked out again. That can take a moment.
rounds-change-checked = This has been checked: with this change the round was worked out again, and then this household gets a home.
rounds-change-none = No single change was found that makes the difference.
rounds-not-in-proposal = This household was not in this proposal. It has been placed already, or was added later.
rounds-before-proposal = There is no proposal yet. Below is what the rules say of each home now.
rounds-questions = Open questions
rounds-noted = Laid down in this round
rounds-every-home = Every home of the round
rounds-every-home-counts = { $fits } possible, { $ask } perhaps,
rounds-every-home-refused = { $count } not possible.
rounds-verdict = Does it fit?
rounds-verdict-fits = Possible
rounds-verdict-ask = Ask first
rounds-verdict-refused = Not possible
rounds-proposed-here = Proposed
rounds-goes-elsewhere = Goes to somebody else in this proposal. This household is not among the five that came nearest.
rounds-goes-elsewhere-if = Goes to somebody else in this proposal. This household has { $points } here. If it got this home, { $loss }
rounds-goes-stepped-back = Without looking ahead this household had more points here than who gets the home.
rounds-goes-nobody = Stays empty in this proposal. { $why }
rounds-back = Back to the round

rounds-sheet-title = { $name }, { $date }: { $what }
rounds-vacancy = Code
rounds-place = Neighbourhood
rounds-rooms = Rooms
rounds-rent = Rent
rounds-person-name = Name of the head
rounds-people-head = People
rounds-weeks-head = Weeks
rounds-points = Points
rounds-reasons = Why this fits
rounds-decision = Decision
rounds-who = By
rounds-when = When
rounds-possible-head = Possible
rounds-numbers = Numbers
rounds-numbers-name = Group or area
rounds-numbers-before = Before
rounds-numbers-after = After
rounds-numbers-lower = Minimum
rounds-numbers-upper = Maximum
rounds-decisions = Decisions
rounds-without = Who got no home, and why
rounds-without-all = Everyone with the reason, on screen
rounds-print-how = This page is for paper. Print it with your browser.
rounds-print-do = Print now

# --- what if the numbers were others

rounds-what-if = What if the numbers were different?
rounds-what-if-lead = Change one number or more and work it out again. The homes and people are those of { $name }. What was agreed stays as it is, and nobody can decide on a trial.
rounds-trial-name = Name of the trial
rounds-trial-name-hint = This is how you find the trial with the round.
rounds-trial-name-is = Other numbers
rounds-trial-numbers = Numbers
rounds-trial-how = Change at least one number below. An empty maximum means: no maximum.
rounds-trial-groups = Groups
rounds-trial-associations = Housing associations
rounds-trial-full = Areas that are full in this proposal
rounds-trial-city = The whole city and large parts
rounds-trial-now = This year, before and after
rounds-trial-number-of = { $side ->
        [lower] Minimum of { $name }
       *[upper] Maximum of { $name }
    }
rounds-trial-slide = { $side ->
        [lower] Slide the minimum of { $name }
       *[upper] Slide the maximum of { $name }
    }
rounds-trial-do = Work it out with these numbers
rounds-trial-reset = Undo what I changed
rounds-trial-agreed = Back to what was agreed
rounds-trial-changed = Changed:
rounds-trial-made = The trial has been made. Below you see the difference.
rounds-trial-thrown-away = The trial has been thrown away.
rounds-trial-is = This is a trial with other numbers than those agreed. Nobody can decide on a trial.
rounds-trial-go-on = Go on with these numbers
rounds-trial-throw-away = Throw the trial away
rounds-change-is = { $name }: { $after } instead of { $before }
rounds-limits = at least { $lower }, at most { $upper }
rounds-limits-no-upper = at least { $lower }, without a maximum

# --- two outcomes side by side

rounds-compare = Compare two outcomes
rounds-compare-from = From
rounds-compare-to = To
rounds-compare-do = Compare
rounds-compare-numbers = Other numbers
rounds-compare-figures = The outcome and the goals in order
rounds-compare-what = What
rounds-compare-difference = Difference
rounds-compare-same = same
rounds-compare-other = different
rounds-compare-groups = Homes per group, where it differs
rounds-compare-who = For whom and where it is different
rounds-compare-people = Households
rounds-compare-homes = Homes
rounds-compare-kind = What changes
rounds-compare-gains = Gets a home
rounds-compare-loses = No longer gets a home
rounds-compare-moves = Gets another home
rounds-compare-filled = Is used
rounds-compare-emptied = Stays empty now
rounds-compare-changes = Goes to somebody else
rounds-compare-no-home = no home
rounds-compare-not-in-it = not in this one
rounds-compare-why = Why
rounds-compare-points = { $points } points
rounds-compare-hidden = { $count ->
        [one] It is different for { $count } household of another organisation too.
       *[other] It is different for { $count } households of other organisations too.
    }
rounds-compare-none-title = No difference found
rounds-compare-none = With this choice nothing is different for anybody anywhere.
rounds-about-outcome = This is about: { $name }

# --- who moves where, on the map

rounds-map = Who moves where
rounds-map-of = Map of the homes in { $name }
rounds-map-lead = The homes with a proposal in { $name }, by part of the city. Choose a part to see its lines.
rounds-map-part = { $name }: { $homes ->
        [0] no home with a proposal
        [one] { $homes } home
       *[other] { $homes } homes
    }. Room: { $room }. { $wished } where somebody wants to live, { $near } near their own people.
rounds-map-room = { $before } → { $after }
rounds-map-no-limit = no limit
rounds-map-none = no home
rounds-map-just = { $homes ->
        [one] { $homes } home
       *[other] { $homes } homes
    }
rounds-map-range = { $from } to { $to } homes
rounds-map-more = { $from } homes or more
rounds-map-reading = Colour and figure are the number of homes in this proposal. Point at a part for the room before and after; the table says the same.
rounds-map-full = full
rounds-map-line = from there to the new home; thicker is more households
rounds-map-lines = Lines on the map
rounds-map-lines-none = No lines
rounds-map-lines-network = From where their people live, if they go elsewhere
rounds-map-lines-wish = From where they want to live, if they go elsewhere
rounds-map-table = Parts of the city with a home in this proposal
rounds-map-where = Where
rounds-map-wished = As wished
rounds-map-near = Near own people
rounds-compare-map = Where it is different
rounds-compare-part = { $name }: { $more } more used, { $fewer } fewer used, { $others } to somebody else
rounds-compare-map-same = nothing different
rounds-compare-map-others = as many homes, other households
rounds-compare-map-more = more homes used
rounds-compare-map-fewer = fewer homes used
rounds-compare-map-reading = The figure is how many more (+) or fewer (−) homes are used; ~ is as many, but for other households.
