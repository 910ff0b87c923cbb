steering-rule-proportional = what is left in proportion to what is expected
steering-rule-equal-helped = the same part helped in each group
steering-rule-equal-wait = the same wait in each group
steering-rule-floors-first = floors first, then in proportion to what is expected

steering-bound-free = by the rule
steering-bound-floor = floor
steering-bound-realised = given already
steering-bound-ceiling = ceiling
steering-bound-nobody = nobody is left

# $homes, $realised, $lower and $more are numbers of homes; $people and $waiting are people.
steering-share-proportional = { $group } gets { $homes }: { $realised } are given already, and { $more } come on top of that, in proportion to the { $people } people who are expected.
steering-share-equal-helped = { $group } gets { $homes } for the { $people } people who are expected: { $percent } of them, as in every group that no limit holds back or lifts.
steering-share-equal-wait = { $group } gets { $homes }: { $realised } are given already, and { $more } come on top of that for the { $waiting } people who are still to be helped, so that they wait as long as in other groups.
steering-share-floors-first = { $group } gets { $homes }: { $lower } first, its floor or what is given already, and { $more } on top of that in proportion to the { $people } people who are expected.
steering-share-floor = { $group } gets { $homes }: that is its floor. The rule alone would give fewer.
steering-share-realised = { $group } gets { $homes }: so many are given already, and nothing is taken back. The rule alone would give fewer.
steering-share-ceiling = { $group } gets { $homes }: that is its ceiling. The rule alone would give more.
steering-share-nobody = { $group } gets { $homes }: nobody is expected there any more, so the rule adds nothing.

steering-fault-no-groups = There is no group in the file. Put each group on a line of its own.
steering-fault-twice = Group { $group } is there twice. Keep one line for each group.
steering-fault-floor-above-ceiling = Group { $group } has a floor of { $floor } and a ceiling of { $ceiling }. Lower the floor or raise the ceiling.
steering-fault-too-few = Floors and homes that are given already ask for { $needed } homes; there are { $total }. Share out more homes or lower the floors.
steering-fault-too-many = There are { $total } homes, and the groups can get { $room } at most. Raise a ceiling, or share out fewer homes.
