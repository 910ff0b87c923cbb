# The participant's own window: the door, the pages, and the card a worker hands over.

window-title = My page
window-hello = Hello { $name }
window-back = Back
window-pages = Your pages
window-you = you
window-to-start = To the first page
window-changed = Something has changed in the meantime. Here you see how it is now. Nothing of yours was saved.
window-not-now = Not now, back

window-home-offer = There is a home for you
window-home-offer-until = You can answer until { $date }.
window-home-offer-see = See the home
window-now = Now
window-due = At the latest: { $due }
window-no-road = You have not begun on a road to a home yet. Ask your support worker.
window-no-secret = Do you want to come back here later without a new code?
window-no-secret-do = Choose a secret of your own

window-turn-you = It is your turn.
window-turn-provider = It is the turn of your support.
window-turn-municipality = It is the turn of the municipality.
window-turn-association = It is the turn of the housing association.
window-turn-third = It is the turn of somebody from outside, who looks along.
window-turn-nobody = It is nobody’s turn now.

window-road = My road to a home
window-road-lead = What was done, what is now and what comes?
window-steps = All steps
window-decided = Decision
window-decided-on = On
window-decided-why = Why
window-decided-conditions = What goes with it
window-object-until = You can object until
window-objection-waits = You have objected. The municipality answers by { $date }.
window-objection-decided = You have objected. The municipality’s answer on { $date }: { $outcome }.

window-home-rent = Rent a month
window-home-rooms = Rooms
window-home-rooms-count = { $count }
window-home-floor = Floor
window-home-ground = On the ground floor
window-home-floor-lift = Floor { $floor }, there is a lift
window-home-floor-stairs = Floor { $floor }, by the stairs
window-home-from = Free from
window-home-viewing = You can see the home on
window-home-until = You can answer until

window-offer = A home for you
window-offer-none = There is no home to answer about now. When there is one, you see it here.
window-no-means = What if you say no?
window-no-ends = On your road you are offered one home. If you say no, this road ends. Talk about it with your support first.
window-no-another = { $count ->
    [one] You may say no. After that you can be offered 1 other home.
   *[other] You may say no. After that you can be offered { $count } other homes.
}
window-no-last = This is the last home you are offered on this road. If you say no, you go back to the step “{ $step }”.
window-no-free = You may say no. Nothing follows from that. Another home is looked for.
window-yes = Yes, I want this home
window-yes-about = You say yes to { $address }.
window-yes-next = After that your support puts the contract in order with you. You sign only when you have read everything.
window-yes-do = Yes, this is my answer
window-no = No, I do not want this home
window-no-about = You say no to { $address }.
window-no-why = Why do you not want this home?
window-no-do = No, this is my answer
window-answered = Your answer was saved. Your support gets a message.
window-no-medical = Short will do. Write nothing about illness or medicine: nobody here needs to know that.
window-reason = Why?

window-step = Finish my step
window-step-outcome = How did it go?
window-step-note = Do you want to say something with it?
window-step-do = Save
window-step-done = Your step was saved. Your support gets a message.

window-object = I do not agree
window-object-what = The decision on “{ $step }” is: { $outcome }.
window-object-term = You can object until { $date }. The municipality then looks again. Objecting costs nothing and you may ask for help.
window-object-why = Why do you not agree?
window-object-hint = You may also tell that later.
window-object-do = Object
window-object-done = Your objection was saved. The municipality and your support get a message.

window-stop = I want to stop on this road
window-stop-about = You may always stop. You keep your right to help.
window-stop-warning = If you stop, this road ends. A home that is kept for you goes to somebody else.
window-stop-do = Yes, I stop
window-stop-done = You have stopped on this road. Your support gets a message.

window-words = What I want
window-words-lead = What do you want, what can you do yourself and what do you need? Say it in your own words.
window-words-about = This is in your file now. You may change it. What was there before can still be read.
window-words-do = These are my words
window-words-saved = Your words were saved. Your support gets a message.
window-words-earlier = What was said before
window-words-meanwhile-title = Somebody else was first
window-words-meanwhile = Your file was changed in the meantime. What you typed is still here, and was not saved. Below you read what there is now. Do you still want to save your words? Then press once more.
window-said-you = Written by yourself
window-said-worker = Written by your support

window-file = What is recorded about me
window-file-lead = And who can see what.
window-file-about = Is something wrong? Ask your support to mend it.
window-file-readiness = Ready for a home
window-file-ground = Why you go first
window-file-more = Your forms and contracts are not here. Ask your support to read them with you.
window-you-see = Yourself

window-looks = Who looked at my file
window-looks-lead = When, who and what for.
window-looks-about = Each time somebody opens or changes your file, it is written down. Nobody can take that away. The newest is on top. What you did yourself is not here.
window-looks-none = Nobody has opened your file yet.
window-looks-times = { $count } times
window-looks-what = What did this person do?
window-looks-operator = Whoever runs the system
window-looks-unknown = Somebody who did not get in
window-looks-lists = Lists that your name or number was in are not shown here. They are written down too.
window-looks-ask = Do you see something you do not understand?
window-purpose-preparing = What for: to support you and prepare for a home.
window-purpose-placement = What for: to look for a home for you and decide on it.
window-purpose-agreements = What for: a contract or an agreement.
window-purpose-forms = What for: a form, such as an application.
window-purpose-casework = What for: your road to a home.
window-purpose-import = What for: reading data from a file.
window-purpose-window = What for: access to this page.
window-purpose-other = What for: other work in the programme.

window-key = My own secret
window-key-lead = To come back here later without a new code.
window-key-about = Choose a short sentence or a row of digits that only you know. With it and your number you can always come back here.
window-key-have = You have a secret already. If you choose a new one, the old one does not work any more.
window-key-rules = At least 8 characters. Not your date of birth.
window-key-new = Your secret
window-key-again = Once more
window-key-do = Keep it
window-key-saved = Your secret is kept. Tell it to nobody, your support included.

window-help = Help and questions
window-help-lead = Whom can you call, and what if you do not agree?
window-contact-worker = Ask { $worker } of { $provider }.
window-contact = Ask your support at { $provider }.
window-help-wrong-title = Something is wrong
window-help-wrong = You may ask for something in your file to be mended or taken away. Your support helps you with that.
window-help-object-title = You do not agree with a decision
window-help-object = You can object to a decision of the municipality. You do that on the page ‘My road to a home’, under the decision. You may ask somebody to look along.
window-help-phone-title = Your phone is gone, or somebody else knows your secret
window-help-phone = Tell your support. They shut this page at once and give you a new code.

window-enter = To my page
window-enter-code = The code on your card
window-enter-hint = Three times four signs. Capitals and dashes do not matter.
window-enter-do = To my page
window-enter-none = Do you have no code? Ask your support for one. A code works once, for seven days.
window-enter-wrong = This code does not work. Look whether all signs are right. Was it used already, or is it older than seven days? Then ask for a new one.
window-own = I have a secret of my own
window-own-wrong = The number or the secret is not right.
window-own-lost = Forgotten? Ask your support for a new code. Then you choose a new secret.
window-enter-reference = Your number
window-enter-reference-hint = It is on the page where you chose your secret.
window-enter-secret = Your secret
window-open = Open your own page
window-open-about = This link works once. Press the button when you are on your own phone or computer.
window-open-do = Open my page
window-open-refused = This link does not work any more. It may have been used, be too old, or have been withdrawn. Ask your support for a new one.
window-left = You are logged out. You can close this window.
window-ended = You were away for a while, so you were logged out. Nothing was changed.

window-staff = The participant’s own page
window-staff-lead = On a page of their own somebody sees the road to a home on their phone, answers an offer themselves, and sees who looked at their file.
window-staff-make-title = Make a card
window-staff-make-text = The card has a code that works once, for seven days. Hand it to the person yourself. The code is shown only once.
window-staff-replaces = The card that is still open then stops working.
window-staff-language = Language of the card
window-staff-make = Make the card
window-staff-keys = Cards
window-staff-none-title = No card yet
window-staff-none-text = This person has not been given access yet.
window-staff-withdraw = Withdraw this card
window-staff-withdrawn = The card was withdrawn.
window-staff-secret = Has had a secret of their own to log in with since { $when }.
window-staff-no-secret = Has not chosen a secret of their own yet.
window-staff-shut-title = Shut the own page
window-staff-shut-text = Do this when a phone is gone, or when somebody else knows the code or the secret. Cards and the secret then stop working, and whoever is in is logged out at once. A new card opens the page again.
window-staff-shut-do = Shut the own page
window-staff-shut = The own page is shut.
window-key-open = not used yet
window-key-expired = ran out, not used
window-key-used-link = used on { $when }, by the link
window-key-used-code = used on { $when }, by the code
window-key-withdrawn = withdrawn on { $when } by { $who }
window-key-made = Made on { $when } by { $who }
window-key-until = Works until { $when }

window-card = Card for the participant
window-card-lead = Print the card or copy the code. When you leave this page, the code cannot be seen any more.
window-card-title = Your own page
window-card-text = Here you see how it stands with your home. You can answer yourself, say what you want and see who looked at your data.
window-card-step-go = On your phone, go to
window-card-step-code = Type in this code
window-card-until = The code works once, until { $when }.
window-card-keep = Keep this card to yourself. Does somebody else know the code? Tell your support.
window-card-link-title = Or by a link
window-card-link = Link to send
window-card-link-hint = Send the link only to the person’s own phone or mail. It works once, like the code: used is used.
window-card-back = To the cards of this file

window-party-you = You
window-party-provider = Your support
window-party-municipality = The municipality
window-party-association = The housing association
window-party-third = Somebody from outside, who looks on

window-plan = My plan
window-plan-home = A plan is ready for you
window-plan-home-do = Read the plan
window-plan-lead = What do we agree? Do you agree with it?
window-plan-about = The plan says what you want to reach, what you do yourself and what others do. It only counts when everybody agrees.
window-plan-empty = There is no plan yet. You make it together with your support.
window-plan-waiting = This plan is ready for you
window-plan-agreed = This is what we agreed
window-plan-who = Who agrees?
window-plan-none = no answer yet
window-plan-agrees = agrees
window-plan-disagrees = does not agree
window-plan-question = Do you agree with this plan?
window-plan-yes = Yes, I agree
window-plan-no = No, something has to change
window-plan-reason = What has to change?
window-plan-reason-hint = Only with a no. You and your support read this.
window-plan-again = You have answered already. Did you change your mind? Then you can answer again.
window-plan-do = Send my answer
window-plan-done = Your answer is kept. Your support gets a message.
window-plan-arrange = What still has to be arranged?
