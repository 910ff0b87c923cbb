# The report for the steering group.

report-tab = Report
report-list-title = Reports for the steering group
report-list-lead = A report sets out the figures of a year as they are now, with what changed since the last one. It stays as it was made.
report-make = Make a report
report-make-lead = It takes a few moments. After that you can look at it, save it as PDF and send it.
report-note-hint = Stands at the top of the report. Write nothing about a person here.
report-make-do = Make the report
report-done = The report was made.
report-made-before = Reports that were made
report-none = No report was made yet.
report-made = Made by { $who }, { $when }
report-title = Report { $number } on { $year }
report-file = report
report-for = For whom
report-for-partners = For the partners
report-for-public = For everybody, without small numbers
report-about = around { $count }
report-few = fewer than 10
report-lead = On { $on } { $realised } homes were promised. If it goes on like this it will be { $ends } this year; { $goal } was agreed. { $left ->
    [one] There is { $left } day to go.
   *[other] There are { $left } days to go.
}
report-lead-over = The year is over: { $realised } homes were promised, { $goal } was agreed.
report-lead-warned = { $groups ->
    [0] Nothing is expected to end far from what was agreed.
    [one] In { $groups } place the year will probably end far from what was agreed.
   *[other] In { $groups } places the year will probably end far from what was agreed.
}
report-lead-waiting = Households that are ready for a home and have none: { $waiting }.
report-lead-open = { $open ->
    [one] { $open } proposal for a new share-out waits.
   *[other] { $open } proposals for a new share-out wait.
}
report-attention = What asks for attention
report-attention-none = No group or association is expected to end far from what was agreed.
report-changed = What changed since the last report
report-changed-none = Nothing has changed since the last report.
report-first = This is the first report on this year.
report-change = { $name }: { $what }.
report-change-new = { $name }: new in this report.
report-change-gone = { $name }: no longer in this report.
report-change-goal = { $to } is agreed now, it was { $from }
report-change-short = will probably end too low now
report-change-over = will probably end too high now
report-change-right = no longer ends far from what was agreed
report-change-more = { $more ->
    [one] { $more } home more promised
   *[other] { $more } homes more promised
}
report-change-fewer = { $fewer ->
    [one] { $fewer } promised home fewer
   *[other] { $fewer } promised homes fewer
}
report-change-from-to = promised: from { $from } to { $to }
report-change-ends = expected at the end is { $to } now, it was { $from }
report-definitions = What the words mean
report-define-changed = An expectation has changed when its middle moved by more than 5 per cent and more than 2 homes. We chose that limit ourselves.
report-define-hidden = Small numbers: below 10 no number is given, other numbers are rounded to tens. So they do not always add up to the total.
report-part = Part
report-code = Code
report-name = Name
report-low = End: low
report-middle = End: middle
report-high = End: high
report-least = Agreed: at least
report-most = Agreed: at most
log-kind-report = report for the steering group
