steering-tab-demand = Expected demand

# $year is a year.
demand-title = Expected demand in { $year }
demand-year = { $year }
demand-years = This year or the next
demand-lead = How many households will come to need a home? Sleutel looks at who came before and when they began to wait, also when they have a home now. No names are used.
# $month is a month with its year.
demand-history = We know of people who began to wait from { $month } on.
demand-no-history = Not one whole month is known yet, so the forecast is very unsure.
demand-none = There are no target groups yet
demand-none-what = The administrator can bring in the numbers of the year from a file. After that, what is expected in each group stands here.

demand-all-groups = All groups together
demand-groups = By target group
demand-groups-lead = Choose a group to see who came before, and to fill in another number yourself.
demand-group = Target group
demand-came-so-far = Came so far
demand-came = Came
demand-still = Expected to come still
demand-expected = Expected
demand-whole-year = Expected in the whole year
demand-typed = Filled in with the year’s numbers
demand-typed-none = not filled in
demand-holds = The number that holds
demand-by-hand = filled in by hand
# $mean, $low and $high are numbers of households.
demand-band = { $mean }, between { $low } and { $high }
# $most is a number.
demand-few = <{ $most }
demand-legend = Bars: who came. Area: what is expected; eight times out of ten the number falls within the area. The line is the mean. Where it says ‘<5’ there were 1 to 4: we do not show so small a number exactly.
demand-figures = The figures in a table
demand-period = Period
demand-per-month = By month
demand-per-quarter = By quarter
demand-per-year = By year
# $quarter is 1 to 4.
demand-quarter = Quarter { $quarter } of { $year }
demand-month = { $month } { $year }
# $band is a number with its bounds.
demand-all-picture = All groups together: who came and what is expected. In the whole of { $year }: { $band }.
demand-group-picture = { $name }: who came and what is expected. In the whole of { $year }: { $band }.
demand-basis-nothing = Nobody of this group ever came. The forecast only says something about the other groups.
demand-basis-short = { $months ->
    [one] The first of this group came only { $months } month ago, so the forecast is very unsure.
   *[other] The first of this group came only { $months } months ago, so the forecast is unsure.
}

demand-csv = This table as a file (CSV)
demand-csv-year = Year
demand-csv-code = Code
demand-csv-mean = Expected, mean
demand-csv-low = Expected, lower bound
demand-csv-high = Expected, upper bound
demand-csv-overruled = Filled in by hand

demand-group-title = { $name }: expected demand in { $year }
demand-in-year = In this year
# $why is somebody's own words.
demand-because = The number was filled in by hand, because: { $why }
demand-overrule = Fill in a number yourself
demand-overrule-title = { $name } in { $year }: fill in a number yourself
demand-overrule-lead = Sleutel expects { $band } households in the whole year. Do you know something the figures do not? Fill in here how many it will be, and why. Whoever looks later sees both.
demand-number = Households in the whole year
demand-number-hint = Count those who came this year already too.
demand-number-hint-held = Count those who came this year already too. Leave empty to go back to what Sleutel expects.
demand-reason = Reason
demand-reason-hint = Write no names. Everybody in the programme can read this.
demand-choose = Choose
demand-changed = Somebody else changed this number while you were busy. Below stands what holds now. If need be, fill in again what you wanted.
demand-overruled = The number holds now, with your reason.
demand-taken-back = What Sleutel expects holds again.
demand-history-title = What was filled in by hand
demand-history-none = Nobody filled in another number for this group.
demand-did-overrule = { $number } filled in for { $year }
demand-did-take-back = Went back to the forecast for { $year }

demand-announced = Announced inflow
demand-announced-lead = People of whom we know that they will come, because a shelter closes for instance. They come on top of the forecast.
demand-announced-none = Nothing was announced.
demand-announce = Announce inflow
demand-announce-title = Announce inflow
demand-announce-lead = Will a number of people come at a known moment? Put it down here. It counts in the forecast from the month you choose.
demand-month-of = Month
demand-people = Households
# $who is a name with an organisation.
demand-said = { $who }, { $when }
demand-withdraw = Withdraw
demand-withdraw-title = Withdraw an announcement
demand-withdraw-lead = You withdraw: { $people } of { $name } in { $month }. It can still be read, but does not count any more.
demand-withdrawn = Withdrawn by { $said }: { $why }
demand-announced-kept = The announcement counts in the forecast now.
demand-withdrawn-kept = The announcement was withdrawn and does not count any more.

demand-test = How right was it before?
# $within and $years are numbers.
demand-test-months = Suppose Sleutel had looked ahead every month of the last { $years } years. Then of every 100 months of a group, { $within } fell within the area. It is meant to be 80; with small numbers it is more of itself.
demand-test-years = Of every 100 totals of a group over a year, { $within } fell within the area.
demand-test-better = The forecast was { $percent } less far off than saying: as many as in the same month of last year.
demand-test-worse = The forecast was { $percent } further off than saying: as many as in the same month of last year.
demand-test-picture = Of all groups together the number fell within the area in { $within } of the { $years } years.
demand-test-legend = Area and line: what would have been expected. Dot: what it became. When all groups rise year after year, the forecast lags behind: Sleutel does not extend growth.
demand-test-none = The past is too short to say so yet. It takes three years.
demand-from = from { $month }
demand-year-from = Twelve months
demand-sizes = How right for small and large groups
demand-sizes-lead = How far off the forecast was per month, in households (the mean ‘pinball loss’; less is better), beside two simple ways to forecast.
demand-size = Size of the group
demand-size-small = fewer than 2 a month
demand-size-medium = 2 to 10 a month
demand-size-large = 10 or more a month
demand-size-within = Of 100 within the area
demand-size-miss = Sleutel
demand-size-same-month = Same month last year
demand-size-last-year = Mean of the last year

log-kind-demand = Expected demand
