# Messages: the inbox, what somebody wants to be mailed, the mail itself, and mail on its way.

messages-title = Messages
messages-unread-title = { $count ->
    [one] 1 new message
   *[other] { $count } new messages
}
messages-filter = Show
messages-filter-unread = New messages
messages-filter-all = All messages
messages-none-title = You are up to date
messages-none-text = There is no new message. Choose ‘All messages’ to read back.
messages-none-all-title = No messages yet
messages-none-all-text = This is where you will read what changes for you, such as a decision, or a file somebody else worked on.
messages-what = Message
messages-when = When
messages-new = New
messages-read = Read
messages-open = View
messages-mark = Mark as read
messages-mark-all = Mark all as read
messages-marked = The message is marked as read.
messages-marked-all = { $count ->
    [one] 1 message is marked as read.
   *[other] { $count } messages are marked as read.
}
messages-one-title = Message
messages-settings = Choose whether to get mail too

message-placement-decided = A home for file { $reference } was decided on: { $verdict ->
    [agreed] agreed.
   *[rejected] not agreed.
}
message-home-decided = Vacancy { $vacancy } was decided on: { $verdict ->
    [agreed] agreed. The home is taken.
   *[rejected] this proposal does not go ahead.
}
message-decision-undone = The decision on a home for file { $reference } was taken back.
message-home-undone = The decision on vacancy { $vacancy } was taken back. The home is open again.
message-file-changed = Somebody else changed file { $reference }.
message-file-handed-over = File { $reference } is in your name now.
message-form-sent = A form was sent to you for file { $reference }.
message-form-returned = A form for file { $reference } came back: something is missing.
message-step-waits = It is your turn for file { $reference }.
message-decision-taken = The municipality decided on file { $reference }.
message-person-answered = The person of file { $reference } answered about a home themselves.
message-person-acted = The person of file { $reference } did something themselves on their own page.
message-new-card-needed = Two files became one: { $reference } goes on. The own page with the other is shut. Give the participant a new card.
message-plan-waits = The plan of file { $reference } is ready. Does your organisation agree with it?
message-plan-answered = Somebody answered about the plan of file { $reference }.
message-person-said = The person of file { $reference } wrote down what they want, can do and need.
message-caseload-handed-over = { $files ->
    [one] 1 file was handed over.
   *[other] { $files } files were handed over.
} See from whom and to whom.
message-hand-over-undone = { $files ->
    [one] The hand-over of 1 file was undone.
   *[other] The hand-over of { $files } files was undone.
}
message-worker-changed = File { $reference } has another support worker.
message-worker-left = { $files ->
    [one] An account was closed, but 1 file still carries that name.
   *[other] An account was closed, but { $files } files still carry that name.
} Hand them over to a colleague.
message-deputy-arranged = A deputy is arranged, from { $from } up to and including { $until }.
message-deputy-ended = The standing in from { $from } up to and including { $until } was stopped.
message-guest-invited = You are asked to take part in file { $reference }.
message-guest-answered = Your invitation for file { $reference } was { $answer ->
    [yes] accepted.
   *[no] turned down.
}
message-guest-ended = A guest no longer takes part in file { $reference }.
message-guest-prolonged = You can take part in file { $reference } for longer.
message-task-given = A colleague gave you a task on file { $reference }.
message-obstacle-given = Obstacle { $number } is yours to clear.

mail-choice-nothing = No mail
mail-choice-daily = One mail on a day when something waits
mail-choice-each = A mail for each new message
mail-settings-title = Mail
mail-settings-text = A mail says only that something waits for you, with a link. It never holds names or data.
mail-settings-off = This installation does not send mail yet. What you choose counts as soon as it does.
mail-settings-email = Your e-mail address at work
mail-settings-mail = What would you like to get?
mail-settings-do = Save
mail-settings-kept = Your choice is saved.
fault-not-an-address = This is not an e-mail address. Write one, such as n.winters@zorg.example, without a name or other signs around it.
hold-no-mail-address = This colleague has no e-mail address in their account any more, so the mail cannot be sent again.

mail-subject = A message is waiting for you
mail-text = A new message is waiting for you in Sleutel.
mail-digest-subject = { $unread ->
    [one] 1 message is waiting for you
   *[other] { $unread } messages are waiting for you
}
mail-digest-text = { $unread ->
    [one] 1 unread message is waiting for you in Sleutel.
   *[other] { $unread } unread messages are waiting for you in Sleutel.
}
mail-digest-subject-tasks = { $tasks ->
    [one] 1 task waits for you
   *[other] { $tasks } tasks wait for you
}
mail-digest-subject-both = { $unread ->
    [one] 1 message waits for you
   *[other] { $unread } messages wait for you
}, and { $tasks ->
    [one] 1 task
   *[other] { $tasks } tasks
}
mail-digest-overdue = { $count ->
    [one] 1 task is late.
   *[other] { $count } tasks are late.
}
mail-digest-today = { $count ->
    [one] 1 task is for today.
   *[other] { $count } tasks are for today.
}
mail-digest-week = { $count ->
    [one] 1 task is for the coming week.
   *[other] { $count } tasks are for the coming week.
}
mail-hello = Good day,
mail-open = Read it after you log in:
mail-why-nothing = This mail leaves out what it is about on purpose: others may be able to read mail.
mail-stop = Would you like less mail, or none? Change it in your account:

outbox-title = Outgoing mail
outbox-text = Each mail goes to one address and says only that something waits. When sending fails, Sleutel tries again later, eight times in about two days.
outbox-off = No mail is sent now: the mail server is not set. Whoever runs the installation finds out how with sleutel serve --help. What waits here is sent as soon as it is set.
outbox-state = Standing
outbox-state-waiting = Waiting
outbox-state-failed = Failed, will be tried again
outbox-state-sent = Sent
outbox-state-given-up = Given up
outbox-address = Address
outbox-link = Link
outbox-written = Written
outbox-tries = Tries
outbox-why = What happened
outbox-next = Next try: { $moment }
outbox-do = Do
outbox-try-again = Try again
outbox-give-up = Give up
outbox-tried-again = The mail will be tried again.
outbox-gave-up = The mail will not be sent any more.
outbox-none-title = No mail
outbox-none-text = There is no mail that fits. Mail comes about when a colleague chose to get it and there is a message.

mail-failure-unreachable = The mail server could not be reached.
mail-failure-later = The mail server asked to try again later.
mail-failure-refused = The mail server refuses this mail, for instance because the address does not exist.
mail-failure-bad-address = This address does not fit in a mail.
mail-failure-reply = { $what } Answer of the server: { $reply }.
