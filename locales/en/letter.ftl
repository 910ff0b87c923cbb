# A letter to one person about one round.

rounds-letter = Letter to this person
letter-how = This is a letter to the person, for paper. It names no other household. The log says that you opened it.
letter-text = As text
letter-back = Back to the person
letter-file = letter

letter-title = Your place in the round of { $date }
letter-reference = File { $reference }
letter-dear = Dear { $name },
letter-intro = For { $date } we looked who could live in which home. There { $homes ->
        [one] was { $homes } home
       *[other] were { $homes } homes
    }. This letter says what came out for you, and why. ‘This household’ means you and whoever moves along with you.
letter-what = What came out
letter-proposed = This home was proposed for you: { $home }.
letter-home = { $address } in { $place } ({ $facts })
letter-a-home = a home with { $rooms ->
        [one] { $rooms } room
       *[other] { $rooms } rooms
    } in { $place }
letter-decision-open = A member of staff still has to decide on it, so it is not certain yet.
letter-decision-agreed = A member of staff agreed to it on { $date }. You choose whether to take the home.
letter-decision-rejected = On { $date } a member of staff decided that this does not go ahead. Ask your support worker for the reason.
letter-not-yet = There is no home for you in this proposal yet.
letter-why = Why
letter-why-rules = The home keeps to every rule, such as the number of rooms, the rent and the place.
letter-why-pinned = A member of staff pinned you to this home, with a reason.
letter-why-ground = You have to leave soon or are not safe. That is why you were among those who go first.
letter-why-fit = These points count for it:
letter-points = { $part } ({ $points ->
        [one] { $points } point
       *[other] { $points } points
    })
letter-why-others = Others could have had this home too. If one of them got it, { $loss }
letter-why-not-ready = Your file was not ready on the day of the round.
letter-why-together = You move together with another household or not at all. There were no two homes near each other for both of you.
letter-possible = { $count ->
        [one] { $count } home of this round was possible for you by the rules.
       *[other] { $count } homes of this round were possible for you by the rules.
    }
letter-help = What would help first
letter-help-tried = We tried this: with this change the round was worked out again, and then there was a home for you.
letter-help-none = We found no single change that is enough.
letter-change-ready = Your file has to be made ready. Your support worker does that together with you.
letter-change-apart = It helps when you no longer have to move together with another household.
letter-change-excluded = The partners agreed that there are places where you cannot live. Ask your support worker whether that still holds.
letter-waiting = Waiting and the lot
letter-weeks = On the day of the round you had waited { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    }.
letter-lot-rule = When two outcomes are equal in everything else, the weeks waited decide first, and last the lot.
letter-lot = Your lot in this round is { $number }. That is place { $place } of { $of }; higher is luckier. The number of the round is { $seed }. The page /method/lots says how anybody can work this out again.
letter-who = Who decides
letter-who-what = A computer makes a proposal. A member of staff decides, by name and with a reason. You choose whether to take a home. Nobody gets a score.
letter-object = Do you not agree?
letter-object-what = Tell your support worker. A member of staff then looks at it together with you. You can always speak to a person. If the facts below are wrong, they are put right.
letter-object-contact = You can also ask here: { $contact }
letter-object-decision = When the municipality or the association takes a decision, its letter says how to object to it.
letter-data = Which facts were used
letter-data-what = Only these facts about you counted, as they were in the round of { $date }:
letter-data-fact = About this household
letter-data-value = What we knew
letter-more = How a proposal is made is on the page /method.
letter-close = Kind regards,

fact-none = None
fact-wish = { $place }: { $direction } ({ $strength })
