# Obstacles: what is in the way, whose it is, and by when it has to be cleared.

obstacles-tab = Obstacles
obstacles-title = Obstacles
obstacles-lead = What is in the way, who clears it and by when. Nothing disappears from this list.
obstacles-new = Add an obstacle
obstacles-sum = { $standing ->
    [0] No obstacle stands.
    [one] One obstacle stands
   *[other] { $standing } obstacles stand
  }{ $standing ->
    [0] {""}
   *[other] , { $overdue ->
        [0] none is overdue.
        [one] one is overdue.
       *[other] { $overdue } are overdue.
      }
  }
obstacles-sum-cost = Together they cost { $weeks } person-weeks: people times weeks, as their makers reckoned.
obstacles-sum-not-reckoned = Of { $count } nobody reckoned that yet.

obstacles-kind-too-few-homes = Too few homes
obstacles-kind-terms-not-kept = Terms not kept
obstacles-kind-money = Money and rent
obstacles-kind-neighbours = Neighbours and neighbourhood
obstacles-kind-rules = Law and rules
obstacles-kind-support = Support
obstacles-kind-information = Information between parties
obstacles-kind-other = Other

obstacles-status-open = Open
obstacles-status-under-way = Being worked on
obstacles-status-solved = Solved
obstacles-status-not-here = Cannot be solved here

obstacles-update-made = Put on the list
obstacles-update-note = Progress
obstacles-update-changed = Changed
obstacles-update-moved = Another status
obstacles-update-put-back = Put back

obstacles-number = Obstacle { $number }
obstacles-name = What is in the way
obstacles-name-hint = A few words, without names of people.
obstacles-description = Description
obstacles-description-hint = Write nothing by which somebody could recognise a participant.
obstacles-kind = Kind
obstacles-status = Status
obstacles-owner = Who clears it
obstacles-owner-hint = They get a message.
obstacles-owner-left = { $name } does not work here any more. Choose somebody else.
obstacles-owner-left-short = does not work here any more
obstacles-found = Found on
obstacles-due = To be cleared by
obstacles-due-short = By
obstacles-people = How many people it concerns
obstacles-weeks = How many weeks it costs each
obstacles-weeks-hint = On average, while the obstacle stands.
obstacles-ground = What that rests on
obstacles-ground-hint = For example: counted in the waiting list of May.
obstacles-cost = Costs
obstacles-cost-of = { $people } people × { $weeks } weeks
obstacles-cost-sum = { $weeks } person-weeks
obstacles-cost-unknown = Not reckoned
obstacles-step = Step of a road
obstacles-group = Target group
obstacles-area = Neighbourhood or area
obstacles-area-hint = Choose from the list that opens when you type.
obstacles-association = Association
obstacles-agreement = Work agreement
obstacles-agreement-name = { $number }. { $name }
obstacles-none = None
obstacles-choose = Choose
obstacles-what = What it is
obstacles-where = What it is about
obstacles-who-when = Who and when
obstacles-what-it-costs = What it costs
obstacles-cost-lead = Fill in both numbers, or neither.
obstacles-save = Save
obstacles-cancel = Cancel
obstacles-edit = Change
obstacles-edit-title = Change obstacle { $number }
obstacles-made-by = Put on the list by { $who }, { $when }
obstacles-is-overdue = { $date }, overdue
obstacles-by = { $date }

obstacles-data = What the files say
obstacles-data-beyond = { $people } people stand at this step beyond its term now, on average { $weeks } weeks past the last day.
obstacles-data-few = Fewer than { $most } people stand at this step beyond its term now. So few people we do not show in figures.
obstacles-data-nobody = Nobody stands at this step beyond its term now.
obstacles-data-no-step = Name a step of a road, and what the files say is shown here.

obstacles-filter-not-over = Not over
obstacles-filter-all = Everything
obstacles-sort = Order
obstacles-sort-day = By day, overdue first
obstacles-sort-cost = By cost, most first
obstacles-csv = This list as a file (CSV)
obstacles-csv-number = Number
obstacles-csv-people = People
obstacles-csv-weeks = Weeks each
obstacles-csv-person-weeks = Person-weeks
obstacles-csv-organisation = Organisation
obstacles-csv-overdue = Overdue
obstacles-csv-yes = yes
obstacles-csv-few = fewer than { $most }
obstacles-empty-title = No obstacles yet
obstacles-empty = Put on the list what is in the way, with who clears it and by when.
obstacles-empty-look = Coordinators, letting consultants, housing officers and the programme manager put on the list what is in the way.
obstacles-empty-filtered-title = Nothing found
obstacles-empty-filtered = No obstacle fits what you chose.

obstacles-note-title = How it goes
obstacles-note = Progress
obstacles-note-hint = You cannot change this later. Without names of participants.
obstacles-note-do = Add
obstacles-noted = The progress was added.
obstacles-status-title = Status
obstacles-status-reason = Why
obstacles-status-do = Save the status
obstacles-status-saved = The status is now: { $status }.
obstacles-put-back = Put back to: { $status }
obstacles-put-back-done = The status was put back.
obstacles-moved = { $before } → { $after }
obstacles-history = What happened
obstacles-added = Obstacle { $number } is on the list.
obstacles-saved = The obstacle was saved.
obstacles-changed-by = { $who } changed this obstacle on { $when }. What you typed still stands below. See whether it still holds, and save again.
obstacles-see-changes = See the obstacle as it is now
obstacles-from-agreement = Work agreement { $number } is not always kept in { $year }

obstacles-home-todo = Obstacle { $number }: { $title }
obstacles-home-left = { $count ->
    [one] One obstacle is of somebody who does not work here any more
   *[other] { $count } obstacles are of somebody who does not work here any more
  }

# Invented, for the demo.
obstacles-demo-homes = Too few homes for one person with a low rent
obstacles-demo-viewing = Viewings are planned too late
obstacles-demo-decision = Decisions wait during holidays
obstacles-demo-furnishing = No money for furnishing when the keys come
obstacles-demo-debts = Debts from an earlier tenancy hold up the lease
obstacles-demo-neighbours = In one building neighbours do not know whom to call
obstacles-demo-rules = Who just left another municipality gets no urgency
obstacles-demo-support = Too few support workers with experience of young people
obstacles-demo-file = The application often lacks the facts of the family
obstacles-demo-adapted = Adapted homes are not reported
obstacles-demo-meeting = Meeting the association takes longer than six weeks
obstacles-demo-conversion = The lease of one's own comes weeks after the decision
obstacles-demo-ground = Counted by the partners in last month's meeting (invented)
obstacles-demo-note = Discussed with the partners. They will come with a proposal.
obstacles-demo-solved = A fixed arrangement was made, and it works.
obstacles-demo-not-here = This follows from a national rule. We pass it on to the government.
