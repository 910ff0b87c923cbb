# Under way: what happened, what can be done, and why something cannot.

nav-cases = Under way
nav-decisions = Decisions

case-objection-upheld = upheld
case-objection-unfounded = unfounded
case-objection-partly = upheld in part
case-answered-accepted = yes, I want this home
case-answered-declined = no, I do not want this home
case-wait-step = This step
case-wait-answer = Answer about a home
case-wait-objection = Decision on an objection

case-against-no-such-route = There is no route { $route }, version { $version }.
case-against-not-in-force = On that day nobody can go on { $route }, version { $version }.
case-against-started = This household is under way already.
case-against-not-started = This household is not under way yet.
case-against-in-future = That day has not come.
case-against-too-early = On { $date } something happened that this follows on. Choose that day or a later one.
case-against-ended = This road has ended.
case-against-paused = There is a pause, until { $date } at the latest. Go on first.
case-against-not-paused = There is no pause now.
case-against-until-before = Choose a day on or after { $date }.
case-against-party = This is for: { $can }.
case-against-party-none = This is not yours to do.
case-against-act-for = { $party } has to do this. Nobody can write it down for them.
case-against-other-step = A colleague was first. The step is now: { $step }.
case-against-outcome = This step cannot end so: { $outcome }.
case-against-use-offer = This step is done when a home has been offered.
case-against-use-answer = Write down the answer about the home.
case-against-use-decision = The municipality has to decide, with reasons.
case-against-use-hand-over = Hand over: which municipality, who there said yes, and when.
case-against-needs = Needed first: { $needs }.
case-against-forms = To be sent first: { $forms }.
case-against-agreements = Needed first. { $missing }
case-form-open = { $form } (now: { $status })
case-form-not-begun = not begun yet
case-against-urgency = On this road urgency comes first.
case-against-test = The test has not been passed.
case-against-definitive = The municipality has not said yes.
case-against-not-before = This can be done from { $date }.
case-against-no-way-back = You cannot go back to that step from here.
case-against-extended = The decision was put off before. That can be done once.
case-against-term-over = The term ended on { $date }. It cannot be put off any more.
case-against-no-event = There is no line { $number }, or it does not count any more.
case-against-objected = There is an objection already.
case-against-objection-answered = This objection was decided already.
case-against-words = It needs an explanation.
case-against-offer-open = A home is on offer already.
case-against-no-offer = No home is on offer now.
case-against-no-offer-here = No home can be offered in this step.
case-against-offer-over = The offer stood until { $date }.
case-against-offer-still-open = There is time to answer, until { $date }.
case-against-fact-of-step = This follows from a step. It cannot be written down by itself.
case-against-fact-unchanged = That is how it is already.
case-against-step-not-there = The step “{ $step }” is not on that road.
case-against-not-newer = The file is on version { $version } already.
case-against-never-struck = A decision or a striking out cannot be struck out.
case-against-later = That cannot be: line { $number } follows on it.

case-event-started = Began on “{ $route }”, version { $version }
case-event-moved-to = Went on along “{ $route }”, version { $version }
case-event-step-ended = { $step }: { $outcome }
case-event-went-back = Back to: { $step }
case-event-paused = Pause, until { $date } at the latest
case-event-resumed = Went on after the pause
case-event-withdrawn = Left this road
case-event-handed-over-elsewhere = Handed over to another municipality
case-event-handed-over = Handed over to { $municipality }. { $by } said yes on { $date }
case-event-term-extended = Decision put off: { $step }
case-event-decided = { $step }: { $outcome }
case-event-objection-lodged = Objection made
case-event-objection-decided = Decision on the objection: { $outcome }
case-event-offered = Home offered, answer until { $date }
case-event-viewing = Viewing on { $date } at { $time }: { $place }
case-event-answered = Answer about the home: { $answer }
case-event-offer-expired = Nobody answered about the home in time
case-event-fact = Is so: { $fact }
case-event-fact-back = Is not so any more: { $fact }
case-event-struck = Line { $number } struck out

case-standing-paused = Pause until { $date }
case-standing-ended = Ended on { $date }: { $reason }
case-standing-withdrawn = Left on { $date } by: { $party }
case-standing-handed-over = Handed over to { $municipality } on { $date }

hold-not-on-their-road = { $reference }: { $why }

cases-title = Under way
cases-decisions-title = Decisions
cases-decisions-lead = What the municipality has to decide, what comes first on top.
cases-tab-label = Which files
cases-tab-ours = Waits for us
cases-tab-all = All
cases-tab-paused = Paused
cases-tab-ended = Ended
cases-late = { $count ->
    [0] Nothing is late.
    [one] One file is late.
   *[other] { $count } files are late.
}
cases-without-names = You see references, no names.
cases-search = Name or reference
cases-search-reference = Reference
cases-reference = File
cases-name = Name
cases-route = Route
cases-step = Step
cases-owner = Whose turn
cases-provider = Provider
cases-worker = Support worker
cases-term = Term
cases-since = Since
cases-due = At the latest
cases-term-overdue = late
cases-term-week = this week
cases-term-later = later
cases-term-none = without a term
cases-none-title = Nothing found
cases-none-text = There is no file like this. Clear the search to see everything.
cases-none-ours-title = Nothing waits for you
cases-none-ours-text = Everything is with others now. Look at “All” to see where.
cases-standing-open = under way
cases-standing-paused = paused
cases-standing-ended = ended
cases-nobody = nobody
cases-days-late = { $count ->
    [one] 1 day late
   *[other] { $count } days late
}
cases-days-left = { $count ->
    [0] today
    [one] 1 day left
   *[other] { $count } days left
}
cases-no-term = no term
cases-extended = put off
cases-objection = objection, to be decided by { $date }
cases-objection-late = came in late

cases-now = Now
cases-now-text = The turn of: { $party }.
cases-now-nobody = It is nobody's turn now.
cases-now-since = Open since
cases-now-needs = Needed first
cases-now-held = Still waits for
cases-now-explained = What happens
cases-road = The road
cases-road-text = “{ $route }”, version { $version }. What was, what is now and what comes.
cases-road-done = done
cases-road-now = now
cases-road-next = to come
cases-road-end = end
cases-do = What you can do
cases-do-none = There is nothing for you to do now.
cases-home = Home
cases-home-until = Answer until
cases-home-viewing = Viewing
cases-home-viewing-none = not planned yet
cases-home-viewing-at = { $date }, { $time }, { $place }
cases-home-calendar = Put it in your calendar
cases-home-calendar-summary = Viewing of a home
cases-home-accepted = Said yes to this home
cases-home-offered = Offered on { $date }
cases-decisions = Decisions
cases-decision-objections = Objections until { $date }
cases-decision-conditions = Conditions
cases-decision-reasons = Reasons
cases-history = What happened
cases-history-number = { $number }.
cases-history-for = { $who }, on behalf of: { $party }
cases-history-recorded = written down on { $moment }
cases-history-struck = Struck out, see line { $number }
cases-history-strike = Strike out
cases-history-hidden = You see only what you need for your work.
cases-facts = What is so
cases-facts-none = Nothing yet.
cases-file = File of this participant
cases-begin = Begin a road
hold-objection-waits = An objection on the road before is not answered yet. Wait for the municipality: when it is upheld, that road goes on.
cases-begin-text = This household is not under way to a home yet. Choose a route. The file begins at the first step.
cases-begin-do = Begin
cases-begin-on = Begins on
cases-begun = The file has begun.
cases-done = Written down.
cases-changed = Something has changed in the meantime. See how it stands now.

cases-do-step = End this step
cases-do-back = Back to an earlier step
cases-do-pause = Pause
cases-do-resume = Go on after the pause
cases-do-withdraw = Leave this road
cases-do-hand-over = Hand over to another municipality
cases-do-move = To another version or route
cases-do-extend = Put off the decision
cases-do-decide = Decide
cases-do-object = Write down an objection
cases-do-answer-objection = Decide on the objection
cases-do-viewing = Plan a viewing
cases-do-answer = Write down the answer
cases-do-expire = Let the offer expire
cases-do-fact = Write down what is so
cases-do-fact-back = Something is not so any more
cases-do-strike = Strike out a line
cases-do-save = Save
cases-do-blocked = Not possible yet
cases-do-blocked-line = { $outcome }: { $why }

cases-lead-step = You end this step: { $step }.
cases-lead-back = Steps after the one you go back to do not count any more. They stay readable.
cases-lead-pause = The term of this step waits too. A term by law goes on.
cases-lead-resume = The file goes on at the step where it was.
cases-lead-withdraw = The file stops. A home that was kept becomes free.
cases-lead-hand-over = A file can be handed over once the other municipality has said yes. Write down who did, and when.
cases-lead-move = On a newer version of the same route you go on at the same step. Another route begins at its first step.
cases-lead-extend = A decision can be put off once. The applicant reads your reasons.
cases-lead-decide = A decision is never changed. The applicant reads your reasons and can object.
cases-lead-object = Write down that the participant objects. Late is possible; then it says so.
cases-lead-answer-objection = When the objection is right and the decision was a no, the decision opens again.
cases-lead-viewing = Everybody who takes part sees day, time and place.
cases-lead-answer = Write down what the participant said. A no needs a reason.
cases-lead-expire = No answer came in time. The home becomes free for somebody else.
cases-lead-fact = Only what is really so. It will stand in the file with your name.
cases-lead-fact-back = Write down why it is not so any more.
cases-lead-strike = The line stays readable, and counts no more.

cases-field-outcome = How does it end?
cases-field-decision = Decision
cases-field-answer = Answer
cases-field-on = From which day
cases-field-on-hint = Blank is today. A day that has not come cannot be chosen.
cases-field-note = Note
cases-field-note-third = What did the independent third person say, and who was it?
cases-field-reason = Reason
cases-field-reasons = Reasons
cases-field-reasons-hint = Written so that the participant understands. No medical facts.
cases-field-conditions = Conditions
cases-field-conditions-hint = Only with a yes under conditions.
cases-objection-no-grounds = Not written down.
cases-field-grounds = Why does the participant not agree?
cases-field-to = To which step
cases-field-until = Until at the latest
cases-field-municipality = Which municipality
cases-field-accepted-by = Who there said yes? Name and organisation
cases-field-accepted-on = On which day
cases-field-route = Where to
cases-field-route-choice = { $route }, version { $version }
cases-field-day = Day
cases-field-time = Time
cases-field-place = Where you meet
cases-field-fact = What
cases-field-by = Who leaves
cases-field-event = Which line

cases-next-title = Homes for the next household
cases-next-lead = Somebody did not take this home. The first of the proposal who still waits and still fits is ready. Only when you say yes is the home offered.
cases-next-place = number { $place } of those who came after the first
cases-next-yes = Offer it
cases-next-no = Do not offer it
cases-next-reason = Reason
cases-next-none-title = Nothing is ready
cases-next-none-text = There is no home that somebody declined and that is for somebody else now.
cases-next-done-yes = The home has been offered.
cases-next-done-no = This home goes to the next, or is free again.

home-cases-waiting = waits for us
home-cases-late = late
home-todo-case = { $reference }: { $step }
home-todo-next = { $count ->
    [one] One home waits for your yes for the next household
   *[other] { $count } homes wait for your yes for the next household
}

participants-road = On the way to a home
participants-road-see = See the road
participants-road-again = The earlier road has ended.
participants-road-none = Not under way yet.
participants-road-begin = Begin a road

cases-forms = Forms for this step
cases-form-required = To be sent first; then the step can end.
cases-form-not-begun = Not begun yet
cases-form-elsewhere-sent = Sent
cases-form-elsewhere-open = Not sent yet
cases-form-begin = Begin
cases-form-fill = Go on filling in
cases-form-read = Read
cases-form-blank = Blank form
cases-agreements = Agreements for this home
cases-agreements-text = These agreements belong to this road. They were prepared when the home was accepted. The keys follow once everything the road asks is in force.
cases-agreements-missing = Still needed for the keys
cases-history-form = Form “{ $form }”: { $act }
