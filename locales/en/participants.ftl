# People who wait and what they want.

member-role-head = Head of the household
member-role-partner = Partner
member-role-child = Child
member-role-other = Somebody else

readiness-preparing = In preparation
readiness-ready = Ready for a home
readiness-paused = Not now
readiness-placed = Home decided

priority-ground-none = No priority
priority-ground-term-ends = The present stay comes to an end
priority-ground-safety = Staying is not safe

direction-prefer = Would like it here
direction-avoid = Would rather not

strength-slight = Would be nice
strength-strong = Matters
strength-must = Has to be

tie-kind-family = Family
tie-kind-friend = Friend
tie-kind-activity = Work, course or day activity
tie-kind-school = A child's school
tie-kind-support = Help or care that is already there
