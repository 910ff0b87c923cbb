# Colleagues: being away and standing in, hand-over of files, guests.

nav-colleagues = Colleagues
colleagues-title = Colleagues

leave-title = Away and standing in
leave-arrange = Arrange a deputy
leave-lead = Are you away, on holiday or ill? Choose which colleague stands in for you. During that time they see and do what you see and do. Everything is in the log under their name, with for whom it was done.
leave-absent = Who is away
leave-myself = Myself
leave-deputy = Who stands in
leave-deputy-hint = Somebody of the same organisation who may do the same work.
leave-from = First day
leave-until = Last day
leave-until-hint = On this day your colleague still stands in. After it, it ends by itself.
leave-do = Arrange
leave-arranged = It is arranged. Both of you get a message.
leave-list = Arranged
leave-when = When
leave-days = { $from } up to and including { $until }
leave-state = State
leave-state-now = Now
leave-state-coming = To come
leave-state-over = Over
leave-ended-early = Ended early: { $when }, { $who }
leave-by = Arranged by
leave-end = End now
leave-ended = The standing in has ended.
leave-none = Nothing has been arranged yet.
leave-none-filtered = Nothing found. Choose another state.
leave-refused-backwards = The last day is before the first day. Swap them, or choose another day.
leave-refused-past = This day is over. Choose { $today } or later.
leave-refused-too-long = This is longer than { $most } days. Hand the files over when somebody is away for that long.
leave-refused-oneself = This is the same person. Choose a colleague.
leave-refused-other-organisation = This colleague works for another organisation. Choose somebody of the same organisation.
leave-refused-other-work = This colleague may not do this work: { $deputy } instead of { $work }. Choose somebody with the same work.
leave-refused-closed = This colleague can no longer log in. Choose somebody else.
leave-refused-overlaps = A deputy is arranged already from { $from } up to and including { $until }. End that first, or choose other days.
leave-refused-deputy-away = This colleague is away themselves from { $from } up to and including { $until }. Choose somebody else.
leave-refused-stands-in = Whoever is away stands in for somebody else from { $from } up to and including { $until }. That does not pass on to the next. Arrange another deputy for that colleague first.

hand-over-title = Hand over files
hand-over-start = Who hands over to whom
hand-over-lead = First you see which files they are and what is open in them. Nothing changes yet.
hand-over-from = From
hand-over-to = To
hand-over-to-hint = If you choose more than one, the files are dealt out so that each has about as many. You can change that for each file.
hand-over-nobody = Nobody
hand-over-worker = { $name } ({ $files ->
    [one] 1 file
   *[other] { $files } files
})
hand-over-look = Look at the files
hand-over-no-files = There are no files that you can hand over.
hand-over-past = Earlier hand-overs
hand-over-past-none = Nothing has been handed over yet.
hand-over-when = Done on
hand-over-files = Files
hand-over-file = File
hand-over-by = By
hand-over-undone = Undone
hand-over-preview = What goes over
hand-over-whose = The support worker is now: { $name }.
hand-over-gets-title = What the new support workers get
hand-over-gets = { $name } has { $has } and gets { $gets ->
    [one] 1 file
   *[other] { $gets } files
}: { $after } together. In them: { $pressing } with a term this week or late, { $forms } forms, { $agreements } agreements and { $tasks } tasks that are open.
hand-over-none-title = No files
hand-over-none-text = No file carries this name.
hand-over-nobody-title = No colleague
hand-over-nobody-text = There is no other support worker with an account at your organisation. Ask the administrator for an account.
hand-over-on = Holds from
hand-over-on-hint = Today, or a day in the past month.
hand-over-note = Note on all files
hand-over-note-hint = Short and to the point. It comes in the history of each file.
hand-over-files-text = Untick what does not go over.
hand-over-open = What is open
hand-over-take = Hand over
hand-over-file-note = Note on this file
hand-over-late = term late: { $date }
hand-over-due = term: { $date }
hand-over-forms = { $count ->
    [one] 1 form open
   *[other] { $count } forms open
}
hand-over-agreements = { $count ->
    [one] 1 agreement open
   *[other] { $count } agreements open
}
hand-over-tasks = { $count ->
    [one] 1 task open
   *[other] { $count } tasks open
}
hand-over-undo-text = You can undo this for { $days } days, as long as the new support worker has done nothing yet.
hand-over-do = Hand over now
hand-over-done = { $count ->
    [one] 1 file was handed over. Everybody it concerns gets a message.
   *[other] { $count } files were handed over. Everybody it concerns gets a message.
}
hand-over-one = Hand-over
hand-over-undone-by = { $when }, { $who }
hand-over-undo = Undo
hand-over-undo-until = You can do this up to and including { $date }. All files then go back to who had them.
hand-over-undo-do = Undo the hand-over
hand-over-undo-done = The hand-over was undone.
hold-hand-over-too-late = It could be undone up to and including { $until }. Hand the files over once more.
hold-hand-over-touched = It cannot be undone any more, because something was done in: { $files }. Hand the files over once more.
hold-hand-over-undone = This hand-over was undone already.
hold-hand-over-no-files = No file was chosen. Tick at least one file.
hand-over-history = Hand-overs
hand-over-history-line = From { $from } to { $to }, from { $on }
hand-over-one-file = Hand over this file

guests-title = Who takes part
guests-parties = Who can always get in
guests-provider = { $provider }, support worker { $worker }
guests-no-worker = nobody yet
guests-deputy = { $name }, who stands in now
guests-sees-provider = Sees and does everything in the file.
guests-sees-deputy = Sees and does the same as the support worker, until the last day of standing in.
guests-sees-municipality = The housing officer sees the road and what is needed to decide. Not the person’s own words.
guests-sees-association = Sees what is about the home, and the name once the home is accepted. No care records.
guests-sees-guest-association = Sees of the road what an association may see. No name and no care records.
guests-sees-guest-provider = Sees of the road what happened and when, not what was written with it. No name and no care records.
guests-list = Guests
guests-none = Nobody of another organisation has been asked yet.
guests-role = What the guest may do
guests-role-look = Look along
guests-role-take-part = Take part
guests-role-hint = Looking along is seeing only. A guest who takes part also does what is their own organisation’s turn.
guests-purpose = What for
guests-purpose-hint = Short and to the point, with nothing about health. The guest reads this.
guests-until = Last day
guests-limit = { $months } months at the longest: up to and including { $date }. After that you can prolong it.
guests-by = Asked by
guests-guest = Colleague
guests-invite = Ask somebody
guests-invite-lead = You ask a colleague of another organisation to take part in this file for a while. They see nothing until they say yes. Each time the guest looks is in the log.
guests-invite-do = Ask
guests-invited = Your colleague has been asked and gets a message.
guests-end = Let it end
guests-ended = The guest can no longer get in.
guests-prolong = Prolong
guests-prolong-do = Until this day
guests-prolonged = The last day was changed.
guests-state-invited = Asked
guests-state-accepted = Takes part
guests-state-refused = Said no
guests-state-ended = Ended
guests-state-over = Over
guests-refused-same-organisation = This colleague works for the same provider. Hand the file over, or arrange a deputy.
guests-refused-not-their-work = This colleague does not work with files: { $role }. Choose somebody else.
guests-refused-sees-it-already = This colleague sees the road of this file already, without an invitation.
guests-refused-asked-already = This colleague was asked already, up to and including { $until }. You can prolong that.
guests-refused-no-road = This file is on no road yet, so there is nothing to see. Begin the road first.
guests-refused-closed = This colleague can no longer log in. Choose somebody else.
guests-banner = You are a guest here up to and including { $date }. You see what your organisation may see of the road.

visits-title = As a guest
visits-lead = Files of others in which you were asked to look along or take part.
visits-none-title = No invitations
visits-none-text = When somebody of another organisation asks you to take part in a file, you see it here.
visits-file = File { $reference }
visits-yes = Yes, I take part
visits-no = No
visits-accepted = You take part now. The road of the file is open to you.
visits-refused = You said no. Whoever asked you is told.
visits-ended = You stopped.
visits-open = To the road
visits-end = I stop
