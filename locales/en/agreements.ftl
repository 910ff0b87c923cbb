# Agreements: leases, use, three parties, support.

nav-agreements = Agreements

agreement-kind-intermediate-lease = Intermediate lease
agreement-kind-intermediate-use = Use agreement
agreement-kind-three-party = Three-party agreement
agreement-kind-support = Support agreement
agreement-kind-temporary-lease = Temporary lease
agreement-kind-own-lease = Lease in own name
agreement-kind-youth-lease = Youth lease (five years)
agreement-link-in-own-name = Lease in own name

agreement-party-association = Housing association
agreement-party-provider = Care provider
agreement-party-resident = Resident

agreement-rent-bare = Bare rent
agreement-rent-service = Service costs
agreement-rent-energy = Advance on energy
agreement-rent-furnishing = Furniture and floors

agreement-ground-shelter = From shelter, or in urgent need
agreement-ground-second-chance = A second chance
agreement-ground-renovation = Own home is being renovated
agreement-ground-separation = Near children after a separation

agreement-end-term-over = The term is over
agreement-end-notice = The resident gave notice
agreement-end-converted = Converted to a lease in own name
agreement-end-moved = Moved to another home
agreement-end-not-needed = No longer needed
agreement-end-court = Ended by a judge
agreement-end-death = The resident died
agreement-end-agreed = Ended by agreement

agreement-signed-on-paper = On paper
agreement-signed-in-person = In person

agreement-arrangement-intermediate = Through the provider
agreement-arrangement-three-party = Own lease, with three parties
agreement-arrangement-own = Own lease

agreement-state-drafted = Draft
agreement-state-offered = Waiting for signatures
agreement-state-signed = Signed by all
agreement-state-in-force = In force
agreement-state-ended = Ended
agreement-state-cancelled = Cancelled
agreement-state-converted = Converted

agreement-no-end = no end

agreement-fault-no-party = One party is missing: { $party }.
agreement-fault-no-home = No home has been chosen.
agreement-fault-no-rent = The bare rent is missing.
agreement-fault-end-before-start = The last day ({ $until }) comes before the first day ({ $from }).
agreement-fault-no-end = This agreement needs a last day, { $latest } at the latest.
agreement-fault-has-end = This lease has no end by law, and there is a last day ({ $until }).
agreement-fault-too-long = This agreement may run { $months } months at most: until { $latest }, and not until { $until }.
agreement-fault-too-short = This agreement runs { $months } months by law: until { $needed }, and not until { $until }.
agreement-fault-no-ground = A temporary lease needs a ground that the law names.
agreement-fault-age = The resident is { $age } on the first day. A youth lease is for somebody of { $least } to { $most }.
agreement-fault-deposit = The deposit ({ $deposit }) is more than twice the bare rent ({ $most }).
agreement-fault-no-lease-above = There is no intermediate lease for this home and this household yet. Draft that first.
agreement-fault-other-lease-above = The intermediate lease is about another home or another household.
agreement-fault-outside-lease-above = It runs outside the intermediate lease, which runs from { $from } to { $until }.
agreement-fault-lease-runs = Another agreement on this home runs at the same time: { $kind }.

agreement-refused-wrong-state = That cannot be done with an agreement in this state: { $state }.
agreement-refused-faulty = Something has to be mended first. { $faults }
agreement-refused-not-a-party = This party does not sign here: { $party }.
agreement-refused-signed-already = { $party } has signed already, on { $on }.
agreement-refused-before-offer = It was put before the parties on { $offered }. A signature cannot be older.
agreement-refused-in-future = That day has not come yet.
agreement-refused-not-signed = Not everybody has signed yet. Waiting for: { $waiting }.
agreement-refused-lease-above = The intermediate lease has not been signed by all yet.
agreement-refused-before-start = It began on { $from }, and cannot end before that.
agreement-refused-after-term = It ends on { $until } by itself, and cannot end later.
agreement-refused-not-convertible = ‘{ $into }’ cannot come in the place of ‘{ $from }’.
agreement-refused-not-replacing = It was not made to come in the place of the other.

agreement-missing-absent = { $what }: not made yet.
agreement-missing-not-offered = { $what }: still a draft.
agreement-missing-unsigned = { $what }: not signed yet by { $waiting }.
agreement-missing-not-begun = { $what }: signed, but not in force yet.

agreement-dropped-home-not-taken = the resident does not take this home

agreement-next-drafted = { $who }: read it, complete it and put it before the parties.
agreement-next-offered = { $who }: sign.
agreement-next-signed = Put in force on { $from }.

action-list-agreements = Looked at the list of agreements
action-see-agreement = Looked at an agreement
action-change-agreement = Worked on an agreement
action-export-agreements = Downloaded agreements

# On paper

agreement-home = Home
agreement-from = First day
agreement-until = Last day
agreement-ground = Ground for a temporary lease
agreement-a-month = { $amount } a month
agreement-rent-in-all = Rent in all
agreement-deposit = Deposit

agreement-article-what = What it is about
agreement-article-term = First and last day
agreement-article-rent = Rent
agreement-article-do = Who does what
agreement-article-more = What else we agree
agreement-article-law = The law

agreement-what-intermediate-lease = { $association } lets the home { $home } to { $provider }. { $provider } gives it to { $resident } to live in.
agreement-what-intermediate-use = { $provider } gives { $resident } the home { $home } to live in. { $provider } rents it from the association.
agreement-what-three-party = { $resident } rents the home { $home } from { $association }. { $provider } gives support. In this agreement the three say what each of them does.
agreement-what-support = { $provider } supports { $resident } in living and in what { $resident } wants to achieve.
agreement-what-temporary-lease = { $association } lets the home { $home } to { $resident } for a time.
agreement-what-own-lease = { $association } lets the home { $home } to { $resident }.
agreement-what-youth-lease = { $association } lets the home { $home } to { $resident }. It is a lease for young people, of five years.

agreement-term-open = The agreement begins on { $from }. It has no last day.
agreement-term-until = The agreement begins on { $from } and ends on { $until }.
agreement-term-ground = It may be temporary because of a ground in the law: { $ground }.
agreement-term-use = It ends at the latest when the lease between association and care provider ends, or when the resident gets a lease in their own name.

agreement-rent-pays = { $payer } pays { $payee } { $amount } a month, before the first day of the month. The parts are in the table above.
agreement-rent-settled = The advance is settled once a year with what was really used.
agreement-rent-deposit = The deposit is { $deposit }. It is paid back within fourteen days after the end, less what is still owed.

agreement-do-intermediate-lease =
    The association keeps the home in good order.
    The care provider pays the rent, and can be reached when there is a problem.
    The care provider says in time when the lease can go to the resident’s own name.
    Association and care provider talk about how it goes at least twice a year.
agreement-do-intermediate-use =
    The resident pays the rent in time, and treats the home well.
    The resident and the neighbours do not trouble each other.
    The care provider gives support, and helps at once when paying is difficult.
    Care provider and resident look together at what is needed for a lease in the resident’s own name.
agreement-do-three-party =
    The resident rents the home, pays the rent and talks with the care provider.
    The care provider gives support at home, and can be reached by the association.
    The association says early when something goes wrong, before it becomes large.
    Nobody tells the others more about the resident than they need.
agreement-do-support =
    Resident and care provider make a plan together. What the resident wants comes first.
    The care provider comes to the home, and can be reached when it is urgent.
    The resident can always ask for another support worker.
    Support goes on when the resident moves.
agreement-do-temporary-lease =
    The association keeps the home in good order.
    The resident pays the rent in time, and treats the home well.
    The association writes in time that the lease ends, and when.
agreement-do-own-lease =
    The association keeps the home in good order.
    The resident pays the rent in time, and treats the home well.
agreement-do-youth-lease =
    The association keeps the home in good order.
    The resident pays the rent in time, and treats the home well.
    The time counts for the waiting list: after the lease the resident keeps the years of registration.

agreement-law-lease = What the law says about renting homes holds, also where this agreement does not name it.
agreement-law-three-party = The lease stays as it is. This agreement takes away no right the resident has by law.
agreement-law-support = The resident can end support at any time. What the law says about support and about privacy holds.

# Pages

agreements-all = All
agreements-ending = Ending within three months
agreements-search = Name, number or address
agreements-kind = Kind
agreements-state = State
agreements-resident = Resident
agreements-reference = File number
agreements-dates = Dates
agreements-with = With
agreements-signed = Signed
agreements-signed-of = { $signed } of { $all } signed
agreements-since = from { $from }, no end
agreements-between = { $from } to { $until }
agreements-file = agreement
agreements-none = No agreements yet
agreements-none-text = Agreements begin on the file of a person: choose somebody who was placed, and draft one there.
agreements-none-found = Nothing found
agreements-none-found-text = No agreement fits these filters.

agreements-new = New agreement
agreements-edit = Change the draft
agreements-choose = Choose a kind
agreements-no-home = No home
agreements-no-ground = None
agreements-kind-hint = Who the parties are follows from the kind.
agreements-home-hint = Homes that were decided for this person, or that are in an agreement already. The association follows from the home.
agreements-until-hint = Leave empty when there is no end. A temporary lease runs two years at most, a youth lease five years.
agreements-section-rent = Rent
agreements-rent-hint = What is paid each month, for each part.
agreements-deposit-hint = At most twice the bare rent.
agreements-section-more = Also
agreements-ground-hint = Only for a temporary lease.
agreements-conditions = Other conditions
agreements-conditions-hint = Each line is a condition. Write nothing about health.
agreements-save = Save the draft
agreements-cancel = Do not save
agreements-saved = The draft was saved.
agreements-changed = Somebody else changed this agreement in the meantime. Look at it again before you save.

agreements-road = How far the agreement is
agreements-road-of = Where the file stands
agreements-faults = What has to be mended first
agreements-parties = Parties
agreements-figures = What was agreed
agreements-history = What was done
agreements-do = What you can do
agreements-missing = Still needed before the keys
agreements-others = Other agreements of this person
agreements-no-others = There are no others.
agreements-title = Agreements
agreements-none-yet = No agreements yet.
agreements-ended-on = Ended on { $on }: { $what }.
agreements-cancelled-on = Cancelled on { $on }: { $what }.
agreements-converted-on = Converted on { $on }. Another agreement came in its place.
agreements-signed-on = { $on }, { $how }
agreements-signed-by = { $by }; written down by { $recorder }

agreements-offer = Put before the parties
agreements-offer-text = After this the draft can no longer be changed. The parties can sign.
agreements-sign = Write down a signature
agreements-sign-text = Somebody signed on paper or in person. Your name is kept beside it.
agreements-sign-party = For which party
agreements-sign-by = Who signed
agreements-sign-on = On which day
agreements-sign-how = How
agreements-sign-do = Write down
agreements-start = Put in force
agreements-start-text = Everybody has signed. From its first day people live by it.
agreements-convert = Convert
agreements-convert-text = Everybody has signed. This lease comes in the place of the other: that one ends the day before, and this one begins.
agreements-convert-new = Convert to a lease in own name
agreements-end = End it
agreements-end-why = Why
agreements-end-do = End
agreements-cancel-title = Cancel it
agreements-cancel-why = Why it does not go on
agreements-cancel-do = Cancel the agreement

agreements-did-drafted = Drafted
agreements-did-begun = Prepared because the home was accepted
agreements-did-changed = Changed the draft
agreements-did-offered = Put before the parties
agreements-did-signature = A signature was written down
agreements-did-started = Put in force
agreements-did-converted = Converted
agreements-did-ended = Ended
agreements-did-cancelled = Cancelled
