# What an action refused, and what to do about it.

hold-round-closed = This round is closed. Open it again first if something has to change.
hold-no-homes = There are no open homes in this round. Add homes first.
hold-no-year-agreed = Nothing was agreed for { $year } yet. Write down the agreement of the year first.
hold-agreed-already = This partner agreed already.
hold-cannot-share-out = The homes of the year cannot be shared out like this. { $why }
hold-shares-settled = This share-out was settled already.
hold-other-year-agreed = Something else was agreed for the year after this proposal. Make a new proposal with that.
hold-shares-overtaken = Since this proposal more homes were given than it has, to: { $groups }. What was given is not taken back. Make a new proposal.
hold-shares-not-in-force = This share-out is not or no longer in force, so there is nothing to put back.
hold-numbers-changed = Numbers were changed by hand after this decision: { $of }. Make a new proposal, or put those numbers back first.
hold-nothing-proposed = Nothing has been proposed in this round yet. Ask for a proposal first.
hold-older-proposal = There is a newer proposal, number { $newest }. Look at that one before you decide.
hold-only-a-trial = This is a trial with other numbers. Nobody can decide on a trial.
hold-not-a-line = This household and this home are not together in the proposal.
hold-home-taken = Home { $vacancy } has already been agreed for another household.
hold-household-placed = Household { $reference } has already been agreed a home.
hold-already-decided = This line has already been decided. Take that decision back first if it has to change.
hold-home-not-open = Home { $vacancy } is no longer on offer. Ask whoever places for another home.
hold-household-not-ready = Household { $reference } is no longer ready to be placed.
hold-no-longer-fits = Something changed since the proposal: by what is known now, this home does not fit household { $reference }. Ask for a new proposal.
hold-no-room-left = There is no room left for home { $vacancy }: the target group, the main group, the association or the part of the city is full by now. Ask for a new proposal.
hold-too-much-load = Home { $vacancy } cannot go to this household now: the support load around it would be above what was agreed. Ask for a new proposal.
hold-moves-together = Household { $reference } moves together with { $other }: both or neither. Decide on both lines at once, or ask for a new proposal.
hold-too-far-apart = Household { $reference } moves together with { $other }, but these homes are too far apart. Ask for a new proposal.
hold-pair-fixed = This household and this home already have a pin or a ban. Lift that first.
hold-no-decision = This decision no longer stands; somebody has taken it back.
hold-vacancy-open = This dwelling is already on offer, as { $vacancy }.
hold-vacancy-decided = This home has been decided for a household. Take that decision back in its round first.
hold-input = The round contradicts itself. { $errors }
hold-no-areas = There are no areas yet. Import the areas of the city first.
hold-not-empty = This programme has people or accounts in it already, so it cannot become a demo.
hold-too-many-tries = Too many tries. Wait { $minutes } minutes and try again.
hold-wrong-login = The name or the pass phrase is not right.
hold-wrong-key = This link or code does not work (any more).
hold-key-used = This card was used or withdrawn already.
hold-too-many-rows = These are { $found } rows. At most { $most } go at once. Narrow the filters.
hold-too-late-to-undo = It can be undone in one go for { $minutes } minutes. That time is over.
hold-form-not-now = This cannot be done now: the form is “{ $status }”.
hold-form-not-today = This form cannot be started today. Look whether there is a newer version.
hold-form-under-way = This household has this form under way already. Go on with that one.
hold-form-unreadable = { $count ->
    [one] One answer cannot be read. Correct it first.
   *[other] { $count } answers cannot be read. Correct them first.
    }
hold-form-incomplete = { $count ->
    [one] One answer is missing or no longer right.
   *[other] { $count } answers are missing or no longer right.
    } Open the form again and fill them in.
hold-form-same-person = A colleague has to look at it: not whoever asked for the check, and not whoever filled it in last.
hold-form-goes-nowhere = This form is not sent to anybody.

flash-hold = Not done. { $why }
flash-changed = Not done: somebody else changed this while you were looking. Nothing was overwritten. Look at how it stands now, and try again.

fault-too-long = This has { $length } characters; at most { $most } fit.
fault-character = There is a character in this that does not belong here.
fault-in-future = This date has not come yet.
fault-not-a-number = Write a whole number, in digits.
fault-floors-ask = The floors of the groups ask for { $least } homes together. Agree on more homes or lower a floor.
fault-unknown = Nothing has this code. Choose one from the list.
fault-taken = This is in use already. Choose another.
fault-street-needs-neighbourhood = A street goes with a neighbourhood. Choose the neighbourhood it is in.
fault-not-yours = This belongs to another organisation.
fault-too-short = Use at least { $least } characters.
fault-wrong-passphrase = This is not your present pass phrase.
fault-easy-to-guess = This is easy to guess. Choose something other than your date of birth, your number or the same sign again and again.
fault-not-the-same = This is not the same as the first time.
fault-not-in-future = This day has to come still.
fault-date-from = The day is { $least } at the earliest.
fault-date-until = The day is { $most } at the latest.
fault-date-between = Choose a day from { $least } to { $most }.
fault-too-few-rows = There have to be at least { $least }.
fault-too-many-rows = There can be at most { $most }.
