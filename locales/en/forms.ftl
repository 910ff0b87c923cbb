# Forms: filling in, checking, sending and receiving.

form-status-draft = Draft
form-status-check-asked = Waits for a colleague
form-status-checked = Checked, not sent yet
form-status-sent = Sent
form-status-received = In treatment
form-status-returned = Given back
form-status-taken-back = Taken back

form-did-start = Started
form-did-ask-check = Asked a colleague to check
form-did-approve = Checked and found good
form-did-ask-change = Asked for a change
form-did-reopen = Opened again
form-did-send = Sent
form-did-receive = Taken in treatment
form-did-return = Given back
form-did-take-back = Taken back

form-agreed = { $name }, { $date }

forms-title = Forms
forms-lead-sender = Forms of the people you work for, and forms a colleague asks you to check.
forms-lead-receiver = Forms that were sent to your organisation. You see the answers your organisation may see.
forms-form = Form
forms-person = Person
forms-reference = File
forms-status = Status
forms-owner = Support worker
forms-from = Sent by
forms-changed = Last step
forms-all = All
forms-nobody = Nobody
forms-none-title = No forms here
forms-none-text-sender = There are no forms that fit this choice. You start a form in somebody’s file.
forms-none-text-receiver = There are no forms that fit this choice. A care provider sends you a form; then you find it here.
forms-version = Version { $version }

forms-section = Forms
forms-section-none = There are no forms yet.
forms-start-which = Start a form
forms-start-choose = Choose a form
forms-start-do = Start
forms-started = The form has been started. What the file knows is filled in already.
forms-start-forgotten = Choose which form you want to start.

forms-purpose = What is it for?
forms-ground = On what ground?
forms-complete = { $answered } of { $required } required answers filled in
forms-to = Goes to
forms-to-nobody = Goes to nobody
forms-sent-to = Sent to
forms-answers = Answers
forms-not-answered = Not answered
forms-fill = Fill in
forms-print = Print
forms-seen-by-party = You see what this party may see: { $party }.
forms-only-visible = Questions that were not needed are left out.
forms-history = What happened
forms-compare = Compare versions
forms-compare-title = Compare two versions
forms-compare-from = Older version
forms-compare-to = Newer version
forms-compare-do = Compare
forms-compare-none = The answers in these two versions are the same.
forms-compare-question = Question
forms-compare-before = Before
forms-compare-after = After
forms-version-line = { $number }: { $what }, { $when }

forms-next = What now?
forms-act-ask-check = Ask a colleague to check
forms-act-ask-check-text = A colleague at your organisation looks before it is sent. Until then the answers stand still.
forms-act-approve = It is good
forms-act-approve-text = You looked at the answers and found them good.
forms-act-ask-change = Ask for a change
forms-act-reopen = Open again to change
forms-act-reopen-text = After a change a colleague has to look again.
forms-act-send = Send
forms-act-send-text = After sending you cannot change the answers any more.
forms-act-receive = Take in treatment
forms-act-receive-text = The sender sees that you work on it.
forms-act-return = Give back
forms-act-take-back = Take back
forms-act-take-back-text = The receiver does not see the form any more.
forms-recipient = To which organisation?
forms-recipient-choose = Choose an organisation
forms-remarks-ask-change = What should change?
forms-remarks-return = Why do you give it back?
forms-remarks-take-back = Why do you take it back?
forms-remarks-hint = The other party reads this. Write no medical facts.
forms-nothing-now = There is nothing for you to do on this form now.
forms-did-flash = Done. The form is now: { $status }.
forms-last-remark = { $who } wrote:

forms-fill-title = Fill in: { $form }
forms-required = (required)
forms-medical = Write no medical facts here: no illness, treatment or medicine. They are not needed to decide about living, and the law protects them. Write what somebody does, wants or needs.
forms-earlier = Earlier answer:
forms-earlier-none = not answered
forms-agreement-name = Name of who agrees
forms-agreement-on = Day of agreeing
forms-row-add = Add another: { $what }
forms-row-remove = Remove: { $what }
forms-save = Save
forms-save-next = Save and show next questions
forms-save-done = Save and check everything
forms-saved = Saved.
forms-saved-at = Saved at { $time }
forms-saved-by = Last saved by { $who }, { $when }
forms-saving = Saving…
forms-not-saved = Not saved. Use the button to save.
forms-autosave = Your answers are saved while you type.
forms-complete-now = Everything that is required is filled in.
forms-sees = Who can see this?
forms-sees-outside = Everybody who looks at it stands in the log.
forms-conflict-title = A colleague saved this form too
forms-conflict-text = Your answers stand below and have not been saved yet. These answers of your colleague are different. Saving again puts your answers in their place.
forms-conflict-who = { $who } saved, { $when }:
forms-errors-title = Not everything is right yet
forms-todo-check = { $count ->
    [one] One form waits for a check
   *[other] { $count } forms wait for a check
    }
forms-todo-returned = { $count ->
    [one] One form was given back
   *[other] { $count } forms were given back
    }
forms-todo-received = { $count ->
    [one] One form was sent to you
   *[other] { $count } forms were sent to you
    }

form-blank-required = Has to be filled in.
form-blank-optional = May stay open.
form-blank-required-sometimes = Sometimes has to be filled in; that depends on other answers.
form-blank-sometimes = Only asked after certain answers.
form-blank-short = One line
form-blank-long = A few sentences, without medical facts
form-blank-one = Choose one
form-blank-many = Choose what fits
form-blank-date = A date
form-blank-date-future = A date in the future
form-blank-date-past = A date that has been
form-blank-amount = An amount in euros
form-blank-whole = A whole number from { $least } to { $most }
form-blank-rows = Again for each, at most { $most } times
form-blank-agreement = Name and date of who agrees

forms-pdf = As PDF
forms-pdf-sent = Sent
forms-pdf-sent-by = { $date }, by { $who }
forms-pdf-not-sent = Not sent yet
forms-pdf-party = The answers this party may see
forms-pdf-file = form
forms-road = The road of this file
forms-road-step = This form belongs to the step “{ $step }”.
forms-ends-step = End the step “{ $step }” too when sending
forms-ends-not = The step “{ $step }” cannot end with that yet. { $why }
forms-blank-lead = This form is empty. You see what is asked, who may see the answer, and why.
forms-blank-valid = Can be begun
forms-blank-from = from { $from }
forms-blank-between = from { $from } up to and including { $until }
forms-blank-each = For each of “{ $what }”
forms-blank-answer = Answer
forms-blank-when = When
forms-blank-sees = Who sees it
forms-blank-why = Why
forms-blank-help = Explanation
forms-blank-choices = Choices
forms-blank-file = blank-form
