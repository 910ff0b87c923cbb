# What a city's own history says about the assumptions of a what-if.

cli-about-calibrate = Show what your city's own history says about the assumptions of a what-if.
cli-more-calibrate = Each assumption comes with what the program brings along, what your own records say with a range of eight in ten, and what that rests on. What is not written down anywhere is not estimated. Nothing is about one person. With --write there is a file for simulate --input. How it is counted is in docs/method/calibration.md.
cli-help-calibrate-write = Writes assumptions.csv with every assumption to this folder, for simulate --input. Nothing is overwritten.
cli-calibrate-written = Wrote { $count } assumptions from the city’s own history, and the others beside them, to { $file }.
cli-calibrate-lead = The city’s own history says something about { $known } of { $rows } assumptions, as known on { $day }. Fingerprint: { $fingerprint }.
cli-calibrate-what = assumption
cli-calibrate-product = comes along
cli-calibrate-history = history
cli-calibrate-from = what it rests on
cli-calibrate-hidden = fewer than 10, not told
cli-calibrate-in-years = { $events } in { $of } years, { $from } to { $until }
cli-calibrate-of-households = { $events } of { $of } households, { $from } to { $until }
cli-calibrate-of-homes = { $events } of { $of } homes, { $from } to { $until }
cli-calibrate-of-wishes = { $events } of { $of } wishes, { $from } to { $until }
cli-calibrate-counted = { $events } counted on { $from }
cli-calibrate-not-recorded = not written down
cli-calibrate-too-few = too few: { $events }, it takes { $needed }
cli-calibrate-counted-elsewhere = is in another assumption already
cli-calibrate-choice = a choice to try, no fact
cli-calibrate-no-such-road = nobody went this road
