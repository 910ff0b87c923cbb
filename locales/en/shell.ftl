# The page itself: header, menu, messages, forms, tables, errors.

product = Sleutel
skip = Go to the content
demo-mark = Demo.
demo-invented = All people and homes are invented.
language-choose = Choose a language
log-out = Log out
nav-label = Menu
nav-home = Start
nav-participants = Participants
nav-homes = Homes
nav-areas = Map
nav-forms = Forms
nav-rounds = Placement rounds
nav-import = Import files
nav-accounts = Accounts
nav-outbox = Mail
nav-log = Log
crumbs-label = Where you are
footer-promise = A computer proposes. People decide.

flash-success = Done.
flash-info = Please note.
flash-warning = Have a look at this.

errors-title = Something is not right yet
error-mark = Error:
field-optional = (optional)
field-required = Fill this in.
field-choose = Make a choice.
field-date = This is not a date. Write for instance 22-11-2026.
field-money = This is not an amount. Write for instance 612.50.
field-number = Fill in a whole number from { $least } up to and including { $most }.
who-sees = Who can see this?

pager-label = Pages
pager-rows = { $from } to { $to } of { $total }
pager-previous = Previous
pager-next = Next
pager-page = Page
history-before = was:
history-after = became:

map-zoom-in = Closer
map-zoom-out = Further away
map-reading = The colour shows how much room is left this year. The figure is the number of homes that are free now.
map-zoom-all = Whole map
map-help = With the keyboard: arrows to move, + and − to zoom in and out, 0 for the whole map. With the mouse: drag, and Ctrl with the wheel.

problem-home = To the start page
problem-number = Does it keep going wrong? Then give this number: { $number }
problem-400-title = We do not understand this request
problem-400-what = Go back and try again. If the page has been open for long, load it again first.
problem-403-title = This is not for your role
problem-403-what = You may not see this page, or your form has run out. Go back, load the page again and try once more. Do you think you should be allowed? Ask your administrator.
problem-404-title = There is no such page
problem-404-what = The address is wrong, or you may not see this information. Begin again at the start page.
problem-405-title = This page does not work that way
problem-405-what = Use the buttons and links on the pages.
problem-409-title = Somebody else was first
problem-409-what = Something has changed in the meantime. Your change was not saved, and the other one is still there. Load the page again and see what it says now.
problem-413-title = This is too large
problem-413-what = The file or form is larger than we take. Send it in parts.
problem-422-title = We cannot work with this
problem-422-what = Check what you filled in and try again.
problem-429-title = Tried too often
problem-429-what = Wait a few minutes and then try again.
problem-500-title = Something went wrong on our side
problem-500-what = Your last change was not saved. What was there before is still there. Try again in a few minutes.
problem-503-title = This does not work just now
problem-503-what = It took too long, or the service cannot be reached for a moment. Try again in a few minutes.

login-title = Log in
login-name = Log-in name
login-passphrase = Pass phrase
login-passphrase-hint = A few words in a row, as you chose them.
login-do = Log in
login-help = Does it not work? Ask your administrator for a new pass phrase.
login-demo-title = Look around as one of these people
login-demo-text = This is a demo. The people are invented. Each role sees only what belongs to that role.
login-demo-do = Log in

home-welcome = Hello { $name }
home-todo-title = What is waiting for you
home-todo-none = Nothing is waiting for you now.
home-todo-questions = { $count ->
    [one] One household has a question open that a placement needs.
   *[other] { $count } households have a question open that a placement needs.
}
home-own-homes = Own homes that are free
home-free-from = Free from { $date }
home-round-new = { $name }: nothing proposed yet
home-round-proposed = { $name }: { $placed } proposed, { $agreed } agreed
home-todo-import = Import files
home-todo-accounts = Who can log in
home-todo-log = Who did and saw what
home-groups-title = The groups this year
home-groups-text = The mark in the bar is the least that was agreed for this year. “By today” is the part of it that is due now.
home-groups-name = Group
home-groups-done = Homes
home-groups-pace = How it goes
home-groups-of = { $done } done. Agreed: { $lower } to { $upper }, by today { $due }
home-groups-from = { $done } done. Agreed: at least { $lower }, by today { $due }
home-groups-map = See the neighbourhoods on the map
home-groups-numbers = All figures of this year
home-pace-ahead = On schedule
home-pace-behind = Behind
home-pace-reached = Agreement reached
home-pace-full = Full

about-title = How homes are shared out
about-what-title = What it is about
about-what = People without a house first get a home of their own, with support for as long as it is needed. The municipality, housing associations and care providers do this together.
about-decide-title = Who decides
about-decide = A computer puts free homes beside the people who are ready, and makes a proposal with its reasons. A member of staff decides on each home, by name and with a reason. The participant chooses whether to take the home.
about-order-title = What counts
about-order = Rules come first: enough rooms, a rent that fits, stairs and lift, and where somebody does or does not want to live. Then goals in a fixed order: the agreements of the year, who has to leave or is not safe, helping all groups about equally, leaving no home empty, the participant's wish and network, how long somebody has waited, and spreading over neighbourhoods. If there is still no difference, lots are drawn.
about-never-title = What never counts
about-never = Origin, religion, health and predictions of behaviour do not count. Nobody gets a score. What we do not know never counts against anybody: we ask.

accessibility-title = Accessibility
accessibility-aim-title = What we aim at
accessibility-aim = Everybody can use these pages. We follow WCAG 2.2, level AA.
accessibility-how-title = What works
accessibility-how = Everything works with only the keyboard, with a screen reader, on a small screen and without JavaScript. Every picture has a table with the same figures. The colours follow the light or dark setting of your device.
accessibility-help-title = Does something not work?
accessibility-help = Tell your administrator: on which page, what you wanted to do and what happened.
