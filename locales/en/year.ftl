# The neighbourhoods and associations in the year's agreement, and how it comes into force.
year-measure-association-homes = homes of associations
year-measure-households = households
year-measure-inhabitants = inhabitants
year-measure-each = a fixed number for each
year-measure-none = no rule
year-rounding-down = down
year-rounding-nearest = to the nearest
year-rounding-up = up

year-rule-floor = { $level }: at least { $percent } of the fair part, by { $measure }, rounded { $rounding }
year-rule-ceiling = { $level }: at most { $percent } of the fair part, by { $measure }, rounded { $rounding }
year-rule-each-floor = { $level }: at least { $homes } each
year-rule-each-ceiling = { $level }: at most { $homes } each

year-fault-floor-above-ceiling = { $place } has a floor of { $floor } and a ceiling of { $ceiling }. Lower the floor or raise the ceiling.
year-fault-floors-above-ceiling = The floors within { $place } ask for { $floors } homes together; the ceiling of { $place } is { $ceiling }. Lower floors within it or raise this ceiling.
year-fault-ceilings-below-floor = Within { $place } there is room for { $ceilings } homes together; the floor of { $place } is { $floor }. Raise ceilings within it or lower this floor.
year-fault-floors-above-total = The floors in the city ask for { $floors } homes together; the year has { $total }. Lower floors or agree on more homes.
year-fault-ceilings-below-total = In the whole city there is room for { $ceilings } homes together; the year has { $total }. Raise ceilings or agree on fewer homes.
year-fault-target-outside = { $association } gives { $target } homes; that is not between { $floor } and { $ceiling }. Change the number or its bounds.
year-fault-target-below = { $association } gives { $target } homes; that is less than its floor of { $floor }. Raise the number or lower the floor.
year-fault-targets-above-total = The associations give { $floors } homes at least together; the year has { $total }. Lower floors or agree on more homes.
hold-year-does-not-fit = The numbers of neighbourhoods and associations do not fit like this: { $why }
hold-year-is-over = { $year } is over. A year that is over does not change any more.
hold-nothing-to-put-in-force = This version says nothing of neighbourhoods or associations. Write down a version that does first.

year-places = Parts of the city
year-places-lead = How many homes each part of the city gets in the year at least and at most, as it came out with this version.
year-bar-lead = The bar is the ceiling, the line the fair part.
year-places-none = This version says nothing of parts of the city.
year-rules = The rule
year-rules-lead = The fair part of a neighbourhood is its part of the year’s homes, in proportion to the figure you choose. With 110% it may have ten per cent more. Blank or “no rule” means: no bound.
year-rule-for = For each
year-rule-by = By
year-rule-amount = Percentage or number
year-rule-rounding = Round
year-named = Places with a number of their own
year-named-lead = A place with a number of its own does not get what the rule says. Write down why.
year-named-place = Place
year-named-hint = Name or code
year-figure = Figure behind it
year-figure-own = agreed: { $ground }
year-figure-of = { $figure } { $measure }
year-missing = Still to be found out
year-missing-lead = A figure of these places is missing, so they have no number. As long as they are missing they are no part of the whole, so the part of other places comes out somewhat larger. Find the figure, or give the place a number of its own.
year-missing-line = { $place }: { $measure } not known
year-level-fold = { $many ->
    [one] { $level }: { $floors } to { $ceilings }
   *[other] { $level }: { $many } places, { $floors } to { $ceilings } together
}
year-level-fold-open = { $many ->
    [one] { $level }: 1 place
   *[other] { $level }: { $many } places
}

year-associations = Associations
year-associations-lead = How many homes each association gives in the year.
year-associations-none = This version says nothing of associations.
year-target-rule = How are the numbers of associations set?
year-target-none = Agree nothing
year-target-by-stock = By their part of the homes of associations
year-target-agreed = Agreed numbers
year-least = At least this percentage of it
year-least-hint = Only by stock. Blank means: all that is promised.
year-most = At most this percentage of it
year-most-hint = Only by stock. Blank means: no ceiling.
year-association = Association
year-stock = Homes owned
year-target = Gives
year-sum-same = Together the associations give exactly the { $total } homes of the year.
year-sum-less = Together the associations give { $sum } homes: { $off } fewer than the { $total } of the year.
year-sum-more = Together the associations give { $sum } homes: { $off } more than the { $total } of the year.
year-by-stock-said = Each association gives its part by the number of homes it owns.

year-look = See what comes of it
year-outcome = What comes of it
year-outcome-lead = Not written down yet. When it is right, write it down below.
year-does-not-fit = It does not fit like this

year-changed = What differs from version { $version }
year-changed-none = No number differs from version { $version }.
year-changed-many = { $many ->
    [one] 1 number differs
   *[other] { $many } numbers differ
}
year-what = Of what
year-before = Was
year-after = Becomes
year-now = Now
year-bounds-none = nothing
year-bounds-least = at least { $least }
year-bounds-most = at most { $most }
year-bounds-both = { $least } to { $most }
year-download = Download as CSV

year-force-now = Version { $version } is in force since { $when }, by { $who }.
year-force-none = No version is in force yet. Placement rounds keep to the numbers that stand now.
year-force-look = Put in force
year-force-title = Put version { $version } of { $year } in force
year-force-lead = The numbers of neighbourhoods and associations in this version then hold in every placement round at once. What was promised stays. A bound of which the version says nothing stays as it is.
year-force-changes = What changes in the numbers of { $year }
year-force-faults = This will not fit together. It can be done, and a placement round may trip over it
year-force-same = Nothing changes: all numbers stand like this already.
year-force-do = Put in force
year-force-done = Version { $version } is in force. Placement rounds keep to it from now on.
year-differs = { $many ->
    [one] 1 number of a neighbourhood or association differs from the version in force.
   *[other] { $many } numbers of neighbourhoods and associations differ from the version in force.
}
year-differs-one = In the year’s agreement: { $bounds }
year-differing = What stands otherwise now than in the version in force
year-differing-lead = These numbers were changed afterwards, by hand or by a file. Rounds keep to what stands now.
year-in-version = In the version
year-file = year-agreement
year-file-area = Part of the city
year-file-level = Kind
year-file-target = Target
year-file-measure = Measure
year-file-figure = Figure
