steering-tab-flow = Flow
flow-parts = Parts of flow
flow-part-now = Who stands where
flow-part-times = How long it takes
flow-part-aim = Within three months
flow-part-freed = Places freed
flow-part-pilots = Pilots

action-change-pilot = Change a pilot
log-kind-pilot = Pilot
log-kind-flow = Flow

# $most is a number.
flow-under = under { $most }
flow-how = How this is worked out
flow-as-table = The figures in a table
# $quarter is 1 to 4, $year is a year.
flow-quarter = quarter { $quarter } of { $year }
flow-all-groups = All groups together
flow-none = Nobody is on the way yet
flow-none-what = As soon as a file begins on a route, it stands here at the step it is in. Looking through a filter? Make it wider.

# --- who stands where

flow-now-title = Flow: who stands where
flow-now-lead = How many households stand at which step today, and where does it jam?
flow-reach = You see the figures of the files that you can see in your list.
flow-number = No.
flow-files = Files
flow-late = Over the term
flow-moving = In time, or without a term
flow-rests = Resting
# $files and $late are numbers, $step is a step of a route.
flow-road-said =
    { $files ->
        [one] One file is on the way
       *[other] { $files } files are on the way
    }, { $late ->
        [0] none of them over the term
        [one] one of them over the term
       *[other] { $late } of them over the term
    }. Most stand at the step “{ $step }”.
# $roads is a list of routes.
flow-empty-roads = Nobody stands here now: { $roads }.
flow-jams = Where it jams
flow-jams-none = Nowhere: no file is over its term, and nowhere more come in than go out.
flow-jams-csv = Download the whole list as CSV
# $count is a number.
flow-jams-more = And { $count } more steps; they are in the file.
flow-jams-how = How this order comes about
flow-jams-rule = For each step we count how many days all its files together are over the term. The step with most days comes first. Of two with as many, the one goes first where in the last 90 days more came in than went out. Living there does not count as piling up. The rule is ours.
# $party is who acts next, $late, $days and $longest are numbers.
flow-jam-late =
    { $late ->
        [one] One file waits longer than agreed
       *[other] { $late } files wait longer than agreed
    }; next to act: { $party }. Together { $days ->
        [one] 1 day
       *[other] { $days } days
    } late, the longest { $longest ->
        [one] 1 day
       *[other] { $longest } days
    }.
# $party is who acts next, $files is a number.
flow-jam-piles =
    Nobody is late, but it piles up: { $files ->
        [one] one file stands here
       *[other] { $files } files stand here
    }; next to act: { $party }.
# $came, $went and $days are numbers.
flow-jam-traffic = In { $days } days { $came } came in and { $went } went out.

# --- how long it takes

flow-times-title = Flow: how long it takes
flow-times-lead = How many days does a file stand at a step? Files that still stand there count too, for the days we have seen. Days of rest do not count.
flow-times-choose = Choose a step to see how it goes.
flow-since = Steps that began
flow-since-ever = Ever
flow-since-three-years = In the last three years
flow-since-year = In the last year
flow-median = Half are done after
flow-three-quarters = Three quarters are done after
flow-term = Term
flow-in-time = Done within the term
flow-times = Times begun
flow-open = Open now
flow-left = Left otherwise
# $share is a percentage, $all is a number.
flow-of = { $share } of { $all }
# $days, $low and $high are numbers of days.
flow-days-band = { $days } days ({ $low }–{ $high })
flow-days-from = { $days } days (at least { $low })
flow-days = { $days } days
flow-days-longer = not reached yet (longer than { $low } days)
flow-days-unknown = not reached yet
# $least is a number.
flow-too-few = too few seen (under { $least })
# $share, $low and $high are percentages.
flow-share-band = { $share } ({ $low }–{ $high })
# $median and $quarters are numbers of days with bounds, $term is a term.
flow-times-said = { $name }: half are done after { $median }, three quarters after { $quarters }. Term: { $term }.
# $days and $error are numbers of days.
flow-mean = Within the first year the step takes { $days } days on average (standard error { $error }); what takes longer counts as 365 days.
flow-curve-legend = The line is the share that still stands at the step after so many days. The true share lies within the band 95 times out of 100. A dotted line is the term, when it begins on the day the step begins.
flow-after-days = After so many days
flow-still = Still at this step
flow-at-risk = Seen that long
flow-times-how = We estimate this by the method of Kaplan and Meier. A step is done when it has been finished, whichever way. When a file went back, moved to another route or stopped, its time counts up to that day, but not as done. Between brackets stands what is possible with 95 percent certainty. All of it is in docs/method/flow.md.

# --- the three-month aim

flow-aim-title = Flow: within three months
flow-aim-lead = The partners aim at a suitable offer within three months of a complete application. Do they keep to it, and does somebody have the keys by then?
flow-aim-year = Application complete in
flow-aim-none = No application is complete yet
flow-aim-none-what = As soon as an application is complete, it counts here. Looking through a filter? Make it wider.
# $offer and $keys are shares with counts, $days is a number.
flow-aim-said = An offer within { $days } days: { $offer }. Keys within { $days } days: { $keys }.
# $share is a percentage, $kept and $all are numbers.
flow-aim-plain = { $share } ({ $kept } of { $all })
flow-aim-quarters = By quarter
flow-aim-quarter = Application complete in
flow-aim-picture = By quarter the share that got an offer within three months
flow-aim-picture-keys = By quarter the share that got keys within three months
flow-aim-legend = Dot: the share of those whose application was complete long enough ago. Line: the same with everybody counted for as long as we saw them, and in the band what is possible with 95 percent certainty.
flow-aim-groups = By target group
flow-aim-complete = Complete applications
flow-aim-offer = Offer within three months
flow-aim-offer-all = Offer, everybody counted
flow-aim-keys = Keys within three months
flow-aim-keys-all = Keys, everybody counted
flow-aim-waiting = Still waiting for an offer
# $count is a number.
flow-aim-hidden =
    { $count ->
        [one] One group has fewer than ten applications. It is
       *[other] { $count } groups have fewer than ten applications. They are
    } left out on paper, and in the file it says no more than “under 10”: nobody can be recognised that way.
flow-aim-how = An application is complete on the day the last form before the search for a home was done. On a route without a form, on the day the search began. The first offer counts, also when somebody said no. Three months are 91 days. Rests count like any other day: somebody waits then too.
flow-aim-how-all = The plain share is about applications of at least 91 days ago. Whoever stopped before that without an offer is not in it. “Everybody counted” uses the method of Kaplan and Meier: whoever still waits or stopped counts too, for the days we have seen.

# --- places that come free

flow-freed-title = Flow: places freed
flow-freed-lead = Somebody who gets the keys may leave a place that others wait for. Which places came free like that?
flow-freed = Places that came free
# $places is a number in words.
flow-freed-said = In this time { $places } places came free in shelter, temporary stay and institutions.
flow-freed-none = Nobody got their keys yet
flow-freed-none-what = As soon as somebody gets the keys, it says here where they lived until then. Whoever has to do with homes and not with support does not see this.
flow-by = By
flow-by-year = year
flow-by-quarter = quarter
flow-by-month = month
flow-place-night-shelter = Night shelter
flow-place-shelter = Shelter and temporary stay
flow-place-institution = Institution or protected living
flow-place-none = No place freed (street, with others)
flow-place-unknown = Not known
flow-freed-how = On the day of the keys we look at where somebody lived until then, in the words of ETHOS Light. Each household counts as one place. Where it says “<5”, there were 1 to 4; other counts are rounded to fives, so that a shorter time or a filter does not give away what is hidden. Whoever had keys before Sleutel kept this stands under “not known”. The file is by year and does not give counts under ten exactly.

# --- pilots

flow-pilots-title = Pilots
flow-pilots-lead = A pilot is a small number of files that are followed together, step by step. The sentence says where they stand today; Sleutel works it out.
flow-pilots-none = There are no pilots
flow-pilots-none-what = The programme manager can begin one with a few files.
flow-pilot-new = New pilot
flow-pilot-new-lead = Choose a name you know it by, and the files it is about. Names of people do not belong here.
flow-pilot-name = Name of the pilot
flow-pilot-aim = What we want to find out
flow-pilot-aim-hint = In a few sentences. Write nothing about one person here.
flow-pilot-began = Begun on
flow-pilot-references = Files
flow-pilot-references-hint = The numbers of the files, with a space or comma between them.
flow-pilot-begin = Begin the pilot
flow-pilot-made-by = Made by
flow-pilot-closed-on = Closed on
# $date is a date.
flow-pilot-closed = Closed on { $date }
flow-pilot-since = Under way since { $date }
flow-pilot-about = About this pilot
flow-pilot-part = You only see the files that are in your own list.
flow-pilot-cases = The files
flow-pilot-add = Add files
flow-pilot-add-do = Add
flow-pilot-out = Take a file out
flow-pilot-why = Why
flow-pilot-out-do = Take out
flow-pilot-taken-out = Taken out
flow-pilot-put-back = Put back
flow-pilot-note = How it goes
flow-pilot-note-hint = Goes into the log with the date and where the files stand today. Write nothing about one person.
flow-pilot-note-do = Write down
flow-pilot-close = Close the pilot
flow-pilot-end = What came of it
flow-pilot-end-hint = The pilot stays to be read, and can be opened again.
flow-pilot-close-do = Close
flow-pilot-reopen = Open the pilot again
flow-pilot-kept = The pilot has begun.
flow-pilot-added = Added to the pilot.
flow-pilot-was-out = The file is out of the pilot. Under “Taken out” you can put it back.
flow-pilot-noted = Written down.
flow-pilot-is-closed = The pilot is closed.
flow-pilot-reopened = The pilot is open again.
flow-pilot-changed = Somebody else was just before you. Below is how it stands now; do it again if you need to.
flow-log = Log
flow-log-began = The pilot began.
flow-log-added = Files were added.
# $reference is the number of a file.
flow-log-added-one = File { $reference } was added.
flow-log-taken-out = File { $reference } was taken out.
flow-log-closed = The pilot was closed.
flow-log-reopened = The pilot was opened again.
flow-log-noted = How it goes:
# $date is a date, $stood a sentence.
flow-pilot-said = We began on { $date }. { $stood }
flow-pilot-said-ours = A pilot that began on { $date }, with files from your list. { $stood }
# $total is a number, $parts a list of parts of a sentence.
flow-stood =
    { $total ->
        [one] Of the one file
       *[other] Of the { $total } files
    }: { $parts }.
flow-stood-none = There are no files in it now.
# $count is a number.
flow-stood-own-lease =
    { $count ->
        [one] one has a lease of their own
       *[other] { $count } have a lease of their own
    }
flow-stood-living =
    { $count ->
        [one] one lives in the new home
       *[other] { $count } live in the new home
    }
flow-stood-coming =
    { $count ->
        [one] for one there is a home and the keys have to come
       *[other] for { $count } there is a home and the keys have to come
    }
flow-stood-looking =
    { $count ->
        [one] for one a home is looked for
       *[other] for { $count } a home is looked for
    }
flow-stood-deciding =
    { $count ->
        [one] about one the municipality decides
       *[other] about { $count } the municipality decides
    }
flow-stood-talking =
    { $count ->
        [one] one is being talked with
       *[other] { $count } are being talked with
    }
flow-stood-not-begun =
    { $count ->
        [one] one is not on the way yet
       *[other] { $count } are not on the way yet
    }
flow-stood-stopped =
    { $count ->
        [one] one stopped without a home
       *[other] { $count } stopped without a home
    }
flow-stood-ended =
    { $count ->
        [one] for one the route ended after they lived there
       *[other] for { $count } the route ended after they lived there
    }
flow-phase = How far
flow-phase-own-lease = Lease of their own
flow-phase-living = Lives there
flow-phase-coming = Home, no keys yet
flow-phase-looking = Home looked for
flow-phase-deciding = Decision
flow-phase-talking = Being talked with
flow-phase-not-begun = Not on the way yet
flow-phase-stopped = Stopped without a home
flow-phase-ended = Ended after living there
flow-case-said = Where it stands
# $step is a step, $days a number, $party who acts next.
flow-case-open =
    { $days ->
        [one] At “{ $step }” for 1 day; next to act: { $party }.
       *[other] At “{ $step }” for { $days } days; next to act: { $party }.
    }
flow-case-rests =
    { $days ->
        [one] Rests at “{ $step }”, which began 1 day ago.
       *[other] Rests at “{ $step }”, which began { $days } days ago.
    }
flow-case-late =
    { $days ->
        [one] That is 1 day over the term.
       *[other] That is { $days } days over the term.
    }
# $road is a route.
flow-case-ended = The route “{ $road }” has ended.
flow-case-none = Not on a route yet.
