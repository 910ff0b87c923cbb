steering-tab-months = Month by month
months-title = Month by month in { $year }
months-file = months
months-under-way-file = under-way
months-everything = All groups that count
months-all-groups = All groups that count
months-all-associations = All associations
months-one = Leave the group open to look at an association.
months-each = Each month: { $name }
months-sum = The year so far: { $name }
# $realised and $spread are numbers of homes.
months-said = { $realised } homes are promised. { $spread ->
    [0] Of all of them the month is known.
    [one] Of 1 home only the year is known; it lies over the days of the year.
   *[other] Of { $spread } homes only the year is known; they lie over the days of the year.
}
months-month = Month
months-known = Month known
months-spread = Only the year known
months-so-far = So far
months-even = Even pace
months-season = Pace with the season
months-expected = Expected by the end of the month
months-under-way = On the way now
months-under-way-lead = Homes between the match and the keys, whichever year they count in.
months-stage-agreed = Agreed in a round
months-stage-offered = On offer
months-stage-viewing = Viewing planned
months-stage-accepted = Accepted
months-stage-agreements = Agreements being made
months-stage-keys = Keys next
months-how-month = A home agreed here falls in the month it was agreed in. Of a home from before Sleutel the month is the one in which the household moved in, when there is a file that says so. Of all others only the year is known; they lie evenly over the days that are over. Of an association files from before say nothing.
months-how-pace = The even pace shares what was agreed over the days of the year. The pace with the season does the same by what the months were in other years: when households moved in, all groups together, drawn towards even as far as it can be chance.
months-how-under-way = On the way says how far each home is. It does not count in what is expected: most of these homes are promised already. A file that rests counts too.
months-how-file = In the files a number from 1 to 9 is hidden, with others from which it could be worked out.
