# The report for the steering group.

steering-report-tab = Report
steering-report-list-title = Reports for the steering group
steering-report-list-lead = A report sets out the figures of a year as they are now, with what changed since the last one. It stays as it was made.
steering-report-make = Make a report
steering-report-make-lead = It takes a few moments. After that you can look at it, save it as PDF and send it.
steering-report-note-hint = Stands at the top of the report. Write nothing about a person here.
steering-report-make-do = Make the report
steering-report-done = The report was made.
steering-report-made-before = Reports that were made
steering-report-none = No report was made yet.
steering-report-made = Made by { $who }, { $when }
steering-report-title = Report { $number } on { $year }
steering-report-file = report
steering-report-for = For whom
steering-report-for-partners = For the partners
steering-report-for-public = For everybody, without small numbers
steering-report-about = around { $count }
steering-report-few = fewer than 10
steering-report-lead = On { $on } { $realised } homes were promised. If it goes on like this it will be { $ends } this year; { $goal } was agreed. { $left ->
    [one] There is { $left } day to go.
   *[other] There are { $left } days to go.
}
steering-report-lead-over = The year is over: { $realised } homes were promised, { $goal } was agreed.
steering-report-lead-warned = { $groups ->
    [0] Nothing is expected to end far from what was agreed.
    [one] In { $groups } place the year will probably end far from what was agreed.
   *[other] In { $groups } places the year will probably end far from what was agreed.
}
steering-report-lead-waiting = Households that are ready for a home and have none: { $waiting }.
steering-report-lead-open = { $open ->
    [one] { $open } proposal for a new share-out waits.
   *[other] { $open } proposals for a new share-out wait.
}
steering-report-attention = What asks for attention
steering-report-attention-none = No group or association is expected to end far from what was agreed.
steering-report-changed = What changed since the last report
steering-report-changed-none = Nothing has changed since the last report.
steering-report-off-short = will probably end more than { $against }% below the { $bound } that were agreed: around { $middle }.
steering-report-off-over = will probably end more than { $against }% above the { $bound } that were agreed: around { $middle }.
steering-report-first = This is the first report on this year.
steering-report-change = { $name }: { $what }.
steering-report-change-new = { $name }: new in this report.
steering-report-change-gone = { $name }: no longer in this report.
steering-report-change-goal = { $to } is agreed now, it was { $from }
steering-report-change-short = will probably end too low now
steering-report-change-over = will probably end too high now
steering-report-change-right = no longer ends far from what was agreed
steering-report-change-more = { $more ->
    [one] { $more } home more promised
   *[other] { $more } homes more promised
}
steering-report-change-fewer = { $fewer ->
    [one] { $fewer } promised home fewer
   *[other] { $fewer } promised homes fewer
}
steering-report-change-from-to = promised: from { $from } to { $to }
steering-report-change-ends = expected at the end is { $to } now, it was { $from }
steering-report-definitions = What the words mean
steering-report-define-changed = An expectation has changed when its middle moved by more than 5 per cent and more than 2 homes. We chose that limit ourselves.
steering-report-define-hidden = Small numbers: below 10 no number is given, other numbers are rounded to tens. So they do not always add up to the total.
steering-report-places = Where in the city
steering-report-place = Part of the city
steering-report-room = Room
steering-report-aim = Within three months
steering-report-all-groups = All groups
steering-report-aim-counted = Applications counted
steering-report-aim-offer = Offer within three months
steering-report-aim-keys = Keys within three months
steering-report-aim-offer-percent = Offer within three months, in percent
steering-report-aim-keys-percent = Keys within three months, in percent
steering-report-define-room = Room is what a part of the city can still take: its ceiling less what is promised, there and in each part around it. Small numbers are hidden.
steering-report-define-aim = Within three months: of the applications that were complete this year, the share that got an offer or the keys within 91 days. Who still waits counts for as long as they were seen. A group of fewer than 10 applications is left out.
steering-report-obstacles = What is in the way
steering-report-obstacles-said = { $open ->
    [one] { $open } obstacle is open
   *[other] { $open } obstacles are open
}, of which { $late } late. Together they cost an estimated { $cost } person-weeks: people times weeks.
steering-report-obstacle = { $title }: { $cost } person-weeks
steering-report-obstacle-weeks = Obstacle, in person-weeks
steering-report-agreements = How often the work agreements were kept
steering-report-counted = Times it was due
steering-report-part = Part
steering-report-code = Code
steering-report-name = Name
steering-report-low = End: low
steering-report-middle = End: middle
steering-report-high = End: high
steering-report-least = Agreed: at least
steering-report-most = Agreed: at most
log-kind-report = report for the steering group
