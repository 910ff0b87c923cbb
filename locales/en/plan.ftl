# The plan, the people around somebody, and what has to be arranged before a move.

action-see-plan = Saw the plan, the people or the list
action-change-plan = Changed the plan, the people or the list
action-answer-plan = Answered on the plan, or updated the list

fault-not-a-phone = This is not a telephone number.
fault-not-for-them = A goal about ‘{ $area }’ cannot be for ‘{ $audience }’. Choose a smaller circle.

plan-title = Plan
plan-lead = What somebody wants to reach, in their own words, and who does what. The plan is in force only when everybody in it agrees with this very version.
plan-tabs = Plan, people and list
plan-none = There is no plan yet.
plan-none-here = There is no plan yet with goals that are for you.
plan-begin = Make a plan
plan-change = Make a new version
plan-write-on = Go on writing
plan-version = Version { $version }
plan-in-force-title = The plan in force: version { $version }
plan-open-title = Waits for agreement: version { $version }
plan-draft-title = Draft: version { $version }
plan-draft-text = Only the care provider and the participant see a draft.
plan-faults = This is missing before you can put it before everybody:
plan-propose = Put it before everybody
plan-propose-text = From then on the goals stay as they are. Whoever has to agree answers to exactly this version.
plan-proposed = The plan lies before everybody. Now the answers are awaited.
plan-saved = The draft was saved.
plan-versions = All versions
plan-version-see = See version { $version }
plan-made-by = Made by { $who }
plan-hidden = { $count ->
    [one] One other goal is not for you.
   *[other] { $count } other goals are not for you.
    }
plan-goals = Goals
plan-no-goals = There are no goals in it yet.
plan-print-hint = You can print this page, to look at together or to sign.

plan-state-draft = Draft
plan-state-open = Waits for agreement
plan-state-in-force = In force
plan-state-superseded = Was in force
plan-state-set-aside = Replaced
plan-standing-draft = It is still being written.
plan-standing-waiting = Lies before everybody since { $since }. Waits for: { $who }.
plan-standing-against = Lies before everybody since { $since }. Do not agree: { $who }.
plan-standing-in-force = In force since { $since }. Everybody agreed.
plan-standing-superseded = Was in force from { $since }. Version { $version } came in its place.
plan-standing-set-aside = Was never in force. Version { $version } came in its place.

plan-area-home = Home and neighbourhood
plan-area-money = Money
plan-area-day = What you do by day
plan-area-people = People around you
plan-area-family = Children
plan-area-wellbeing = Feeling well
plan-audience-care = participant and care provider only
plan-audience-housing = the housing association and the municipality too
plan-audience-condition = the municipality and the independent third person too

plan-goal = Goal { $number }
plan-goal-area = What it is about
plan-goal-audience = For whom
plan-goal-audience-hint = A goal of the support stays with you and the participant. The association reads goals about living in the home only. The municipality and the independent third person also read a goal that urgency depends on. ‘Feeling well’ never goes to others.
plan-goal-what = What do you want to reach?
plan-goal-what-hint = In own words. Without medical facts: they are not needed here.
plan-goal-own = What do you do yourself?
plan-goal-others = What do others do, and who?
plan-goal-by = By
plan-goal-sign = How will we see that it worked?
plan-goal-sees = Who sees this: { $who }.
plan-goal-late = The day is over
plan-goal-reached = Reached on { $date }
plan-goal-stopped = Stopped on { $date }
plan-goal-ended-by = written down by { $who }
plan-goal-end = Close the goal
plan-goal-again = Take it up again
plan-goal-again-done = The goal is under way again.
plan-goal-end-title = Close goal { $number }
plan-goal-end-how = How did it end?
plan-goal-end-reached = It was reached
plan-goal-end-stopped = We stop with it
plan-goal-end-reason = Why stop?
plan-goal-end-reason-hint = With stopping only. Short, without medical facts.
plan-goal-end-on = Since when
plan-goal-end-on-hint = Empty is today.
plan-goal-end-do = Close
plan-goal-end-done = The goal was closed.
plan-goal-add = One more goal
plan-goal-remove = Take away

plan-edit-title = Write the plan: version { $version }
plan-edit-lead = Write it together. You can save it before it is finished; only you and the participant see it then.
plan-edit-parties = Who has to agree?
plan-edit-parties-text = The participant and the care provider always. Others only when the route asks for it and there is a goal they may read.
plan-edit-changed = Somebody else changed this draft while you were writing. What you typed is still here. Look at the plan first to see how it is now.
plan-edit-unsaved = This is not saved yet.
plan-save = Save

plan-answers = Who agrees
plan-answers-party = Party
plan-answers-answer = Answer
plan-answers-who = By whom, when
plan-answer-yes = Agrees
plan-answer-no = Does not agree
plan-answer-none = No answer yet
plan-answer-self = { $who }, themselves, on { $date }
plan-answer-recorded = { $who }, on { $date }; written down by { $by }
plan-answer-nameless = the participant
plan-answer-earlier = Earlier answers
plan-answer-do = Answer
plan-answer-record = Write down the answer
plan-answer-title = Answer of: { $party }
plan-answer-lead = This is the answer to version { $version }, exactly as it lies before everybody.
plan-answer-lead-recorded = You write down what somebody else said. That will be shown with it, with your name.
plan-answer-question = Agree with this version?
plan-answer-choice-yes = Yes, agree
plan-answer-choice-no = No, do not agree
plan-answer-reason = What would have to be different?
plan-answer-reason-hint = With a no only. The care provider and the participant read this.
plan-answer-by = Who said it?
plan-answer-on = When
plan-answer-save = Keep the answer
plan-answer-saved = The answer was kept.

plan-differences = What differs from version { $version }
plan-differences-none = The goals stayed the same.
plan-difference-goal = Goal and part
plan-difference-before = Before
plan-difference-after = Now
plan-difference-added = Goal { $number } is new
plan-difference-dropped = Goal { $number } is no longer in it
plan-difference-field = Goal { $number }: { $field }
plan-difference-nothing = empty

plan-fault-no-goals = There is no goal in it yet.
plan-fault-no-sign = Goal { $goal }: write down how you will see that it worked.
plan-fault-nobody-acts = Goal { $goal }: write down who does something for it.
plan-fault-audience = Goal { $goal } is about ‘{ $area }’ and cannot be for ‘{ $audience }’.
plan-fault-nothing-to-agree = { $party } has to agree, but there is no goal they may read. Choose a goal for them, or take them away.
plan-fault-day-is-over = Goal { $goal }: the day ({ $by }) is over. Choose a new one.
plan-refusal-no-draft = There is no draft.
plan-refusal-draft-open = Version { $version } is still a draft. Go on writing there.
plan-refusal-not-open = Version { $version } does not lie before everybody. Only the version that does can be answered.
plan-refusal-not-asked = This party does not have to agree: { $party }.
plan-refusal-faults = The plan is not finished. { $faults }
plan-refusal-not-under-way = Goal { $goal } is not under way in the plan in force.
plan-refusal-not-ended = Goal { $goal } is not closed.

plan-card-title = Plan and preparation
plan-card-plan = Plan
plan-card-none = no plan yet
plan-card-goals = { $ended } of { $all } goals closed
plan-card-network = People around
plan-card-contacts = { $count ->
    [0] nobody noted yet
    [one] one contact
   *[other] { $count } contacts
    }
plan-card-basics = Arranged before the move
plan-card-progress = { $settled } of { $all } done
plan-card-late = { $count ->
    [one] one late
   *[other] { $count } late
    }

network-title = People around
network-lead = Who stands around the household, and since when. Whoever is there no longer stays as the past.
network-now = Now
network-past = Before
network-none = Nobody noted yet.
network-none-here = Nobody is noted whom you may see.
network-add = Add somebody
network-edit = Change
network-edit-title = Change a contact
network-role = Role
network-role-hint = The role says enough. There is no field for remarks, on purpose: medical facts do not belong here.
network-name = Name
network-name-hint = Of the person. For a doctor’s practice only the name of the practice, at organisation.
network-organisation = Organisation
network-phone = Telephone
network-email = E-mail
network-from = Since
network-until = Until
network-until-hint = Fill this in when somebody is there no longer.
network-save = Save
network-saved = The contact was saved.
network-sees = Who sees this: { $who }.
network-history = Earlier versions
network-dates-since = since { $from }
network-dates = from { $from } until { $until }
contact-role-support-worker = Support worker
contact-role-mentor = Mentor (appointed)
contact-role-administrator = Administrator of money (appointed)
contact-role-family = Family
contact-role-friend = Friend or neighbour
contact-role-peer-expert = Peer expert
contact-role-practice = Doctor’s practice (how to reach it only)
contact-role-probation = Probation service
contact-role-youth-care = Youth care
contact-role-third-person = Independent third person
contact-role-other = Somebody else

basics-title = Arranged before the move
basics-lead = What has to be in order before somebody moves. Each line has somebody who does it, and a day.
basics-progress = { $settled } of { $all } done
basics-late = { $count ->
    [one] One line is late.
   *[other] { $count } lines are late.
    }
basics-none-here = No line of this list is yours.
basics-what = What
basics-owner = Who does it
basics-due = By
basics-state = How far
basics-change = Update
basics-late-mark = late
basics-edit-lead = Write down how far it is. Others see only the lines that are theirs.
basics-person = Who exactly
basics-person-hint = A name or what they do. May stay empty.
basics-on = Since when
basics-on-hint = When asked for or arranged. Empty is today.
basics-reason = Why not needed
basics-reason-hint = When not needed only. Short, without medical facts.
basics-by = Who arranged it
basics-by-hint = When arranged only. Empty is yourself.
basics-save = Save
basics-saved = The list was updated.
basics-history = What it said before
basic-state-not-needed = Not needed
basic-state-to-do = To do
basic-state-asked = Asked for
basic-state-arranged = Arranged
basic-detail-asked = asked for on { $on }
basic-detail-arranged = arranged on { $on } by { $by }
basic-income = Income or benefit
basic-debts = Agreements about debts
basic-identity = Valid identity document
basic-bank-account = Bank account
basic-registration = Registered at an address
basic-health-insurance = Health insurance
basic-doctor = Doctor’s practice found
basic-rent = Rent and rent allowance worked out
basic-energy = Energy and water
basic-furniture = Furniture and floor
basic-home-insurance = Contents and liability insured
basic-keys = Keys and spare key
basic-day-activity = Something to do by day

participants-custody = Care of the child
participants-custody-hint = For a child only. If you leave ‘moves along’ open, it follows from this: a child that sleeps here half of the nights or more counts for the size of the home.
participants-nights = Nights of fourteen
participants-nights-hint = With shared care only: 0 to 14.
participants-standing = What stands open with a partner
participants-standing-hint = For a partner only. Whoever is parting does not count for the home, unless you say otherwise.
custody-sole = this household alone
custody-shared = shared with the other parent
custody-nights = { $nights ->
    [one] shared, one night of fourteen here
   *[other] shared, { $nights } nights of fourteen here
    }
custody-elsewhere = somebody else
partner-settled = nothing
partner-parting = are parting, not divorced yet
partner-married-elsewhere = one of them is still married to somebody else
partner-home-elsewhere = one of them still has another home
