steering-tab-what-if = What if

what-if-title = What if
what-if-lead = Play a policy years ahead: who comes, who gets a home, how long does everybody wait? Change what you like, and compare it with what you do now. No real people are in it.
what-if-new = New what-if
what-if-none-title = No what-if kept yet
what-if-none = Choose the policies to compare and how many years to look ahead. Working it out takes seconds to a few minutes.
what-if-none-look = A coordinator or the programme manager can make one.
what-if-name = Name
what-if-name-hint = So that everybody finds this what-if again. For example: 300 small homes more.
what-if-who = By
what-if-policies = Policies
what-if-years = Years
what-if-state = State
what-if-choose = Choose { $name } to compare
what-if-compare = Compare what you choose
what-if-compare-hint = Choose two, three or four that are done.
what-if-throw-away = Throw away
what-if-thrown-away = Thrown away.
what-if-gone = { $name } is thrown away.
what-if-put-back = Put back
what-if-put-back-done = Put back.
what-if-beside = Lay beside another
what-if-back = All what-ifs

what-if-waiting = Waiting
what-if-running = Under way
what-if-stopped = Stopped
what-if-done = Done
what-if-failed = Failed
what-if-in-line = It stands in line; { $before ->
    [0] it is next
    [one] one is before it
   *[other] { $before } are before it
}.
what-if-progress = { $done } of { $all } replications worked out.
what-if-progress-of = How far the work is
what-if-refreshes = This page refreshes itself. You can also leave: the work goes on.
what-if-look-again = Look again
what-if-cut-off = The work was cut off before it was done. Nothing is lost: what you filled in is still there.
what-if-again = Work it out again
what-if-again-done = It stands in line again.
what-if-failed-why = It could not be worked out: { $why }
what-if-fault-not-conserved = on the way the number of people did not add up. That is a fault in the program, so the figures are not shown.
what-if-fault-over-capacity = more places were taken than there are. That is a fault in the program, so the figures are not shown.
what-if-fault-too-many = more people came than the computer can number. Take fewer people or fewer years.
what-if-fault-findings = these assumptions cannot be played through. Start from this what-if and change them.
what-if-fault-unreadable = this version cannot read what was kept.
what-if-fault-internal = something went wrong in the program. Try again.

what-if-form-lead = Each policy gets the same people with the same luck. So a difference comes from the policy.
what-if-from = Start from
what-if-from-none = what comes with the program
what-if-from-do = Take over
what-if-from-is = This one starts with the numbers of { $name }.
what-if-areas = Areas of the city
what-if-areas-hint = With commas between them, such as North, South. Leave it empty for a city that is not divided. A home then lies in one area, and somebody wants one area or would live anywhere.
what-if-areas-do = Divide
what-if-mix = Policy of each group
what-if-mix-hint = Counts only when you tick Per group its own.
what-if-mix-of = Policy of { $name }
what-if-road-home-only = a home without support
what-if-basics = What do you compare?
what-if-policies-hint = Choose one or more.
what-if-first = Compare with
what-if-first-hint = The other policies are compared with this one.
what-if-years-hint = From 1 to 20.
what-if-replications = Replications
what-if-replications-hint = How often each policy is played through, 2 to 500. With 50 you see the range well.
what-if-seed = Number the chance starts from
what-if-seed-hint = The same number gives exactly the same outcome.
what-if-uncertain = Carry the uncertainty
what-if-uncertain-hint = Each replication draws each assumption between lowest and highest. Without it the value holds everywhere.
what-if-assumptions = Assumptions
what-if-assumptions-lead = Each assumption has a value, a range and a source. Change what is different in your city; only that is kept as a change.
what-if-assumption = Assumption
what-if-value = Value
what-if-low = Lowest
what-if-high = Highest
what-if-source = Source
what-if-unit = Unit
what-if-default = Comes with it
what-if-number-of = { $name }: { $side ->
    [value] value
    [low] lowest
   *[high] highest
}
what-if-changed = Changed
what-if-default-is = Comes with it: { $value } ({ $low } to { $high })
what-if-do = Work it out
what-if-begun = It stands in line to be worked out.
what-if-ours = assumption of ours
what-if-own-history = from your own files
what-if-changed-count = { $count ->
    [one] 1 changed
   *[other] { $count } changed
}

what-if-too-large = This is too much to work out at once: some { $people } people and homes in { $years } years, { $policies } policies, { $replications } replications. That is about { $work } million happenings; { $most } million can be done. Take fewer replications, fewer years or fewer policies. With { $fits } replications it fits.
what-if-too-large-anyhow = This is too much to work out: some { $people } people and homes in { $years } years, { $policies } policies, { $replications } replications. That is about { $work } million happenings; { $most } million can be done. Take fewer people, fewer years or fewer policies.
what-if-finding-value = { $value } cannot be. Fill in a number from { $least } to { $most }.
what-if-finding-range = { $low } to { $high } cannot be the range. Lowest cannot lie above highest, and both lie between { $least } and { $most }.
what-if-finding-outside = { $value } lies outside the range of { $low } to { $high }. Widen the range or take a value within it.
what-if-finding-no-weight = None of these weights is more than 0. Make one of them more than 0.
what-if-finding-too-many = About { $expected } would come; { $most } can be played through. Take fewer years, people or homes.
what-if-finding-gone = This assumption is no more.
what-if-field-said = { $name }: { $what }

what-if-section-homes = Homes
what-if-section-areas = Areas
what-if-section-places = Shelter, protected living and waiting
what-if-section-support = Support
what-if-section-group = Group: { $name }
what-if-section-road = Policy: { $name }
what-if-section-without-support = Living without support
what-if-road-without-support = without support

what-if-policy-staircase = Staircase
what-if-policy-omslag = Omslag
what-if-policy-housing-first = Housing First
what-if-policy-prevention = Prevention
what-if-policy-mixed = Per group its own
what-if-policy-staircase-is = First show that you can live by yourself, in shelter or protected living; then a home.
what-if-policy-omslag-is = A home at once in the provider’s name, with support; after the conversion in one’s own name.
what-if-policy-housing-first-is = A home at once in one’s own name, with support for as long as somebody wants it.
what-if-policy-prevention-is = A part does not lose the house; for the others the Omslag.
what-if-policy-mixed-is = For each group the policy you choose below.

what-if-group-adults = adults
what-if-group-families = families
what-if-group-young = young people
what-if-group-urgent = people with urgency
what-if-group-status-holders = status holders

what-if-of = { $of }: { $what }
what-if-of-group-arrivals = people who come
what-if-of-group-waiting-at-start = wait on the first day
what-if-of-group-housed-at-start = live in a home on the first day
what-if-of-group-share = share when homes are given
what-if-of-group-waits-shelter = waits in shelter
what-if-of-group-waits-protected = waits in protected living
what-if-of-group-waits-family = waits with family or friends
what-if-of-group-waits-outside = waits outside
what-if-of-group-needs-small = needs a small home
what-if-of-group-needs-family = needs a family home

what-if-of-road-climb = time on the steps
what-if-of-road-falls = falls off a step
what-if-of-road-lost-first-year = loses the home in the first year
what-if-of-road-lost-second-year = loses the home in the second year
what-if-of-road-lost-later = loses the home later
what-if-of-road-leaves = leaves the home for good
what-if-of-road-returns = waits again after losing the home
what-if-of-road-support-ends = support ends
what-if-of-road-support-hours = support for one person
what-if-of-road-converts = conversion: lease in one’s own name
what-if-of-road-prevented = part that does not lose the house

what-if-is-homes-small = Small homes that come free
what-if-is-homes-family = Family homes that come free
what-if-is-homes-small-at-start = Small homes that are free on the first day
what-if-is-homes-family-at-start = Family homes that are free on the first day
what-if-is-homes-kept = So long a free home is kept
what-if-is-homes-back = Part of the homes given up that comes back
what-if-is-places-shelter = Places in shelter
what-if-is-places-protected = Places in protected living
what-if-is-places-none-family = No place: part that stays with family
what-if-is-waiting-leaves = Who waits leaves for good
what-if-is-support-hours = Support in the whole city

what-if-unit-people-a-year = people a year
what-if-unit-homes-a-year = homes a year
what-if-unit-people = people
what-if-unit-homes = homes
what-if-unit-places = places
what-if-unit-hours-a-week = hours a week
what-if-unit-years = years
what-if-unit-per-year = times a year
what-if-unit-share = part from 0 to 1
what-if-unit-weight = weight beside the others

what-if-measure-entered = Come in
what-if-measure-left = Leave for good
what-if-measure-waiting-shelter = Wait in shelter
what-if-measure-waiting-protected = Wait in protected living
what-if-measure-waiting-family = Wait with family
what-if-measure-waiting-outside = Wait outside
what-if-measure-waiting = Wait in all
what-if-measure-housed = Get keys
what-if-measure-in-home = Live in a home
what-if-measure-own-lease = Live in their own name
what-if-measure-kept = Keep the home for a year
what-if-measure-lost = Lose the home
what-if-measure-converted = Conversion
what-if-measure-support-ended = Support ended
what-if-measure-returned = Wait again after a loss
what-if-measure-supported = Live with support
what-if-measure-homes-elsewhere = Homes that go elsewhere
what-if-measure-time-waited = Time waited
what-if-measure-housed-in-time = A home within three months

what-if-counts-in-year = in the year
what-if-counts-at-end = at the end of the year
what-if-counts-percent = per cent
what-if-counts-months = months, of the first two years
what-if-counts-homes = homes, in the year

what-if-state-shelter = Waits in shelter
what-if-state-protected = Waits in protected living
what-if-state-family = Waits with family or friends
what-if-state-outside = Waits outside
what-if-state-provider-lease = Lives in a home, in the provider’s name
what-if-state-own-lease = Lives in a home, in their own name

what-if-answer = What comes of it?
what-if-answer-more = With { $policy }, { $middle } more people get keys in { $years } than with { $first }; in eight of ten replications { $low } to { $high } more.
what-if-answer-fewer = With { $policy }, { $middle } fewer people get keys in { $years } than with { $first }; in eight of ten replications { $low } to { $high } fewer.
what-if-answer-same = Between { $policy } and { $first } there is no clear difference in { $years } in who gets keys: the middle is { $middle }, and in eight of ten replications it lies between { $low } and { $high }.
what-if-answer-one = With { $policy }, { $middle } people get keys in { $years }; in eight of ten replications { $low } to { $high }.
what-if-answer-waiting = At the end, { $list } wait.
what-if-answer-waiting-of = { $middle } people ({ $low } to { $high }) with { $policy }
what-if-answer-time = Whoever begins to wait in year { $year } waits, of the first two years, { $list } on average.
what-if-answer-time-of = { $middle } months ({ $low } to { $high }) with { $policy }
what-if-answer-no-time = How long somebody waits cannot be said yet: that takes watching for longer than { $years }.
what-if-answer-care = This compares policies and predicts no year. Many ranges are assumptions of ours: fill in your city’s figures and see whether the answer stands.
what-if-years-long = { $years ->
    [one] 1 year
   *[other] { $years } years
}

what-if-made = { $who }, { $when }. { $replications } replications, starting from { $seed }, { $uncertain ->
    [yes] uncertainty carried
   *[no] without uncertainty
}. { $engine }, assumptions { $table }.
what-if-pictures = Year by year
what-if-pictures-lead = The line is the middle; in eight of ten replications the outcome lies in the band. Each policy has a line and a mark of its own.
what-if-more-measures = More figures
what-if-chart-of = { $measure }, { $counts }
what-if-difference-title = { $measure }: difference with { $first }
what-if-chart-alt = { $title }. { $list }
what-if-chart-alt-of = { $name }: from { $first } in year { $from } to { $last } in year { $to }.
what-if-chart-table = Table
what-if-chart-table-of = Table of { $title }
what-if-chart-year = Year
what-if-chart-none = There is no figure for these years.
what-if-band = { $middle } ({ $low } to { $high })
what-if-no-figure = no figure

what-if-end = Where is everybody at the end?
what-if-end-state = Where
what-if-balance = Does it add up?
what-if-balance-all = Yes: in all { $count } replications, who came in is who left and who is still there.
what-if-balance-not = No: in { $wrong } of { $count } replications, who came in is not who left and who is still there. Do not trust these figures.
what-if-balance-entered = Came in
what-if-balance-left = Left
what-if-balance-there = Still there
what-if-inputs = What does this rest on?
what-if-inputs-none = Nothing was changed: all assumptions are as they come.
what-if-inputs-changed = Changed
what-if-inputs-all = All { $count } assumptions, with their source
what-if-check = Check it
what-if-check-hint = Works everything out again and compares to the last bit.
what-if-check-begun = It is being checked.
what-if-checking = It is being checked now.
what-if-check-same = Checked by { $who }, { $when }: exactly the same, to the last bit.
what-if-check-other = Checked by { $who }, { $when }: something else comes out. Do not use these figures before it is clear why.
what-if-check-other-engine = Checked by { $who }, { $when }: something else comes out, with another version of the program ({ $engine }).
what-if-csv = Download as CSV
what-if-csv-measure = Figure
what-if-csv-counts = Counts
what-if-csv-mean = Mean
what-if-csv-difference = Difference
what-if-print = Print
what-if-start-from = Start again from this

what-if-compare-title = What-ifs side by side
what-if-compare-few = Choose two, three or four that are done.
what-if-compare-many = These are { $lines } lines in one picture; { $most } fit. Choose fewer what-ifs.
what-if-compare-unfinished = Not done yet, so not in the pictures: { $list }.
what-if-compare-series = { $policy } in { $name }
what-if-compare-inputs = What was filled in differently?
what-if-compare-same = Nothing was filled in differently.
what-if-compare-what = What
what-if-compare-range = { $value } ({ $low } to { $high })
what-if-compare-yes = yes
what-if-compare-no = no
what-if-compare-table = Assumptions that came with it
what-if-engine = Program

what-if-of-area-homes = homes come free here
what-if-of-area-wanted = people want to live here
what-if-is-wanted-anywhere = Would live anywhere
what-if-by-group = By group
what-if-by-area = By area
what-if-by-area-lead = Who waits and how long is about people who want to live there. Keys and homes that go elsewhere are about homes that lie there. Who would live anywhere has a row of their own.
what-if-part-of = { $measure }, year { $year } ({ $counts })
what-if-part-group = Group
what-if-part-area = Area
what-if-part-areas = Areas
what-if-anywhere = would live anywhere
what-if-csv-part = Part
what-if-csv-all = everybody
