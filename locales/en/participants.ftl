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

living-rough = On the street
living-emergency = Emergency or night shelter
living-accommodation = Shelter or a temporary home of a care provider
living-institution = In an institution or prison
living-non-conventional = In something that is no home (car, shed, boat)
living-with-others = With family or friends, for want of anything else

participants-all = Everybody
participants-name = Name
participants-reference = File number
participants-group = Group
participants-provider = Care provider
participants-worker = Support worker
participants-people = People
participants-waiting = Waiting since
participants-readiness = Readiness
participants-ground = Priority
participants-ground-date = Priority: date
participants-open = Only with open questions
participants-search = Search a name or number
participants-search-reference = Search a file number
participants-new = New file
participants-export = Download as a spreadsheet
participants-without-names = You see file numbers and no names. Steering needs no names. The care provider knows who it is.
participants-none-title = Nobody found
participants-none-text = There is no file that fits. Clear the filters, or make a new file.
participants-ready-since = Ready for a home since { $date }
participants-paused = Not now: { $reason }
participants-paused-until = Not now, until { $date }: { $reason }
participants-placed-on = Home decided on { $date }
participants-term-ends = The present stay comes to an end on { $date }
