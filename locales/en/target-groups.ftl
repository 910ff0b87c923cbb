# The list of target groups over time.

groups-title = List of target groups
groups-link = The list of target groups
groups-lead = Which target groups there are, from when until when, and what each is. Whoever is in a group stays in it when it ends, and is still housed. Figures of years that are over stay as they were agreed.
groups-many = { $many ->
    [one] One target group
   *[other] { $many } target groups
} of { $all }.
groups-new = Add a target group
groups-new-lead = A new group can be chosen for people from its first day on, and stands in the agreement of every year in which it is there.
groups-empty-title = No target groups yet
groups-empty = Add the first one, or bring in a file with target groups and their numbers.
groups-empty-look = The programme manager adds them, or brings them in from a file.
groups-empty-filtered-title = No target group is like that
groups-empty-filtered = Choose another day, or take a filter away.
groups-filter-day = There on this day
groups-filter-all = All
groups-code = Code
groups-code-hint = Letters, digits and hyphens, such as housing-first-youth. Files use it, so it never changes.
groups-code-said = Code { $code }
groups-name = Target group
groups-name-nl = Name in Dutch
groups-name-en = Name in English
groups-main-group = Main group
groups-main-group-code = Code of the main group
groups-support = With support
groups-support-hint = Do its households get support in the home?
groups-with-support = with support
groups-without-support = without support
groups-count = Counts
groups-count-hint = Do its homes count in the number of the year?
groups-counts = counts in the number of the year
groups-counts-not = does not count in the number of the year
groups-from = First day
groups-from-hint = Leave open when nobody knows it: the group then is there from the beginning.
groups-until = Last day
groups-until-hint = Leave open when no end is known.
groups-state = Today
groups-days = When it is there
groups-days-both = { $from } to { $until }
groups-days-from = from { $from }
groups-days-until = until { $until }
groups-days-always = all the time
groups-state-there = There
groups-state-ends = There until { $until }
groups-state-to-come = Begins on { $from }
groups-state-ended = Ended on { $until }
groups-state-not-there = Not there
groups-years = Its years
groups-picture = The bars run from the beginning of { $first } to the end of { $last }; a thin line is the beginning of a year.
groups-legend-there = There
groups-legend-changed = There, described otherwise than before
groups-legend-apart = There, outside the number of the year
groups-legend-today = Today
groups-csv = Download the list
groups-file = target-groups
groups-choose = Choose
groups-ground = What it rests on
groups-ground-hint = For example the decision of the steering group, with its date. Everybody who may see the year's agreement reads it.
groups-save = Save
groups-cancel = Cancel
groups-added = The target group is on the list.
groups-change = Describe otherwise
groups-change-title = Describe { $name } otherwise
groups-change-lead = What the group was before the day you choose stays. In the numbers of a year it is described as on the first day of that year.
groups-change-from = From which day on
groups-change-from-hint = To put right a description that is wrong, choose the day on which it begins. After the last day of a group, it begins anew on the day you choose.
groups-changed = The target group is described otherwise from that day on.
groups-changed-since = Somebody else changed this in the meantime. What you typed is still here; compare it with how it stands now, and save again if it is still right.
groups-see-changes = See how it stands now
groups-set-days = First and last day
groups-days-title = First and last day of { $name }
groups-days-lead = From the day after the last day, nobody new comes into the group, and it is not in the agreements of the years after.
groups-days-saved = The first and last day are saved.
groups-reopen = Take the last day back
groups-reopened = The group goes on: its last day is taken back.
groups-take-back = Take back what was done last
groups-taken-back = What was done last is taken back. What held before, holds again.
groups-people = { $without ->
    [0] Nobody in this group is without a home
    [one] One household in this group has no home yet
   *[other] { $without } households in this group have no home yet
}; { $road ->
    [0] nobody is
    [one] one is
   *[other] { $road } are
} on a road to a home.
groups-people-title = Who is in the group now
groups-people-what = They stay in the group when it ends, and are still housed; nothing changes for them. To place somebody in another group, their provider changes that in their file.
groups-confirm = I know of these households, and that they stay in the group
groups-still-named = An agreement still names this group
groups-still-named-what = The group is not there in these years. Write down another version of the agreement without it, or change its last day.
groups-still-named-year = { $year }, version { $version }
groups-history = What was written down
groups-change-before = Stood on the list before days were kept
groups-change-added = Added
groups-change-described = Described otherwise
groups-change-ends = First or last day changed
groups-change-taken-back = The change before was taken back
groups-change-imported = Brought in from a file
groups-change-numbers = Changed with the numbers of the year

groups-national = National target
groups-national-lead = What the state asks for this group (in Dutch: “landelijke taakstelling”). In the agreement of the year it is proposed as the floor. Two halves of a year count together when both are known.
groups-national-none = Nobody wrote down a national target for this group.
groups-national-add = Add a national target
groups-national-title = National target for { $name }
groups-national-year = Year
groups-national-part = Which part of the year
groups-national-part-hint = The state sets the target for refugees with a status for half a year at a time.
groups-part-year = whole year
groups-part-first = January to June
groups-part-second = July to December
groups-national-homes = Homes
groups-national-homes-hint = How many homes it comes to. Where the state counts people, reckon how many homes they need, and say below how.
groups-national-people = People
groups-national-people-hint = As the source has it, when it counts people.
groups-national-source = Where it is written
groups-national-source-hint = The name of the letter or decision; everybody who may see the year's agreement reads it.
groups-national-source-date = Day of that text
groups-national-from = { $source } ({ $date })
groups-national-line = { $year }, { $part }: { $homes ->
    [one] one home
   *[other] { $homes } homes
}
groups-national-of-year = National target: { $homes ->
    [one] one home
   *[other] { $homes } homes
} ({ $source }, { $date })
groups-national-crossed = The ceiling was { $homes ->
    [one] one home
   *[other] { $homes } homes
  }, below that target. It is left open: agree another, or none.
groups-national-saved = The national target is saved.
groups-national-withdraw = Take back
groups-national-withdrawn = The national target is taken back.
groups-national-taken-back = takes back an earlier number
groups-national-replaced = no longer holds
groups-national-csv = Download the national targets
groups-national-file = national-targets

groups-below = Below the national target
groups-below-what = The state asks for more than these floors. That can be right, for example when people are housed in another way. Then say so here.
groups-below-line = { $name }: at least { $floor }, and the national target is { $homes }
groups-below-confirm = We agree these floors and know they are below the national target
groups-below-badge = Below the national target
groups-left-out = These groups stood in the version this form begins with, but are not there in { $year }. They are left out.
groups-others-since = The list of target groups was changed in the meantime. What you typed stands at the groups there are now; look at it again and save.
groups-not-there = This version names groups that are not there
groups-not-there-what = These groups are not there on any day of { $year }. Write down another version without them, or have the days of the group changed.
groups-choice-ended = { $name } (ended on { $until })
groups-choice-to-come = { $name } (begins on { $from })

group-fault-until-before-from = The last day comes before the first, { $from }.
group-fault-overlap = On { $day } another description of this group holds already.
group-fault-cuts-later = On { $day } the group was described otherwise. Choose that day or a later one, or take that change back first.
group-fault-cuts-earlier = The first description of the group ends on { $day }. Choose that day or an earlier one.
group-fault-same = Nothing would change. Change something, or go back.
group-fault-there-between = This group is there from { $from } to { $until } only.
group-fault-there-from = This group is there from { $from } on only.
group-fault-there-until = This group is there until { $until } only.
group-fault-there-not = This group is not there on that day.
group-fault-not-in-year = This group is not there in { $year }.
group-fault-below-national = The national target is { $homes }. Agree at least that, or confirm below the table that you agree less.
group-fault-still-in = There are households in this group ({ $without } without a home, { $road } on a road). Confirm that you know.

action-change-groups = Change the list of target groups

groups-demo-source = Letter about the national target of the next year (invented for this demo; 1.88 people to a home)
