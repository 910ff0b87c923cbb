# Proposals: rules, goals and the reasons with them.

rule-rooms = number of rooms
rule-adaptation = adapted home
rule-stairs = stairs and lift
rule-rent = rent
rule-target = whom the home is meant for
rule-area-limit = where somebody will or will not live
rule-exclusion = agreement between partners
rule-pets = pets
rule-smoking = smoking
rule-offered-before = offered before
rule-ban = ruled out in this round

question-people = How many people move along?
question-adaptation = Is a home without stairs or a wheelchair home needed?
question-stairs = Up to which floor can the stairs be climbed?
question-rent = How much rent a month can be paid at most?
question-head-age = When was the head of the household born?
question-oldest-age = When was the oldest who moves along born?
question-sharing = Is sharing a house with others all right?
question-pets = Does a dog or a cat move along?
question-smoking = Does anybody smoke indoors?

goal-pins = What people have fixed
goal-floors = Reaching the agreed numbers
goal-ground = First those who have to leave or are not safe
goal-comparable = Helping all groups about equally
goal-homes-used = Using as many homes as possible
goal-fit = Fitting wishes and network as well as possible
goal-waiting = Who has waited longest
goal-spread = Spreading over neighbourhoods
goal-lot = Drawing lots

fixing-pin = Fixed
fixing-ban = Ruled out
verdict-agreed = Agreed
verdict-rejected = Not agreed

refusal-too-few-rooms = Too small: the home has { $has ->
        [one] { $has } room
       *[other] { $has } rooms
    }. This household needs at least { $needed }.
refusal-too-many-rooms = Too large: the home has { $has ->
        [one] { $has } room
       *[other] { $has } rooms
    }. For this household it is { $most } at most.
refusal-not-adapted = Not suitable: what is needed is { $needs ->
        [wheelchair] a wheelchair home
        [step-free] a home without stairs
       *[ordinary] an ordinary home
    }. This is { $has ->
        [wheelchair] a wheelchair home
        [step-free] a home without stairs
       *[ordinary] an ordinary home
    }.
refusal-kept-for-adapted = Kept free: this is { $has ->
        [wheelchair] a wheelchair home
        [step-free] a home without stairs
       *[ordinary] an ordinary home
    }. People who need such a home are waiting.
refusal-stairs = Too high up without a lift: the front door is on floor { $floor }. { $most ->
        [0] This household can only live on the ground floor.
       *[other] The stairs can be climbed up to floor { $most }.
    }
refusal-rent = Too dear: the rent is { $rent } a month. This household's limit is { $most }.
refusal-target-age = { $target ->
        [youth] Meant for young people from 18 up to and including 27. The head of this household is { $age }.
        [fifty-five-plus] Meant for people of 55 or older. The oldest of this household is { $age }.
       *[other] Meant for people of another age than { $age }.
    }
refusal-no-sharing = This is a house shared with others. This household does not want that.
refusal-avoided = This household will not live here ({ $place }).
refusal-outside-must = The home lies outside the places where this household has to live.
refusal-excluded = The partners agreed that this household cannot live here ({ $place }).
refusal-no-pets = A dog or a cat moves along, and pets are not allowed here.
refusal-no-smoking = Somebody smokes indoors, and that is not allowed here.
refusal-offered-before = This home was offered before.
refusal-banned = A member of staff ruled this pair out in this round.

pair-fits = Fits by every rule.
pair-ask = Perhaps possible. Ask first: { $questions }

standing-in = Takes part: { $possible ->
        [one] { $possible } home is possible.
       *[other] { $possible } homes are possible.
    }
standing-in-more-once-asked = Takes part: { $possible ->
        [one] { $possible } home is possible.
       *[other] { $possible } homes are possible.
    } Perhaps { $asked ->
        [one] { $asked } more
       *[other] { $asked } more
    } once this is answered: { $questions }
standing-ask = Cannot take part yet: { $asked ->
        [one] { $asked } home is perhaps possible
       *[other] { $asked } homes are perhaps possible
    } once this is answered: { $questions }
standing-not-ready = Does not take part: the file is not ready on the date of the round.
no-home-fits = No home in this round is possible.
no-home-fits-because = No home in this round is possible. Homes ruled out by: { $rules }. A home can be ruled out for more than one reason.
no-home-fits-rule = { $rule } ({ $homes })

why-not-not-ready = The file was not ready on the date of the round.
why-not-ask-first = A home is perhaps possible. Ask first: { $questions }
why-not-group-full = The number of homes for the group ‘{ $group }’ has been reached this year: { $upper } at most.
why-not-area-full = The homes that are possible lie where there is no room left this year. The nearest was { $place }: { $upper } at most.
why-not-outweighed = Homes are possible, but there are too few for everyone. The nearest was { $home }. If this household got that home, { $loss }

loss-pins = { $loss ->
        [one] { $loss } fixed pair could not go ahead.
       *[other] { $loss } fixed pairs could not go ahead.
    }
loss-floors = { $loss ->
        [one] { $loss } home fewer would go to a place or group that is behind.
       *[other] { $loss } homes fewer would go to a place or group that is behind.
    }
loss-ground = the goal ‘first those who have to leave or are not safe’ would be met less well ({ $loss } fewer).
loss-comparable = the groups would be helped less equally.
loss-homes-used = { $loss ->
        [one] { $loss } more home would stay empty.
       *[other] { $loss } more homes would stay empty.
    }
loss-fit = all homes together would fit wishes and network { $loss ->
        [one] { $loss } point
       *[other] { $loss } points
    } less well.
loss-waiting = the people who get a home would together have waited { $loss ->
        [one] { $loss } week
       *[other] { $loss } weeks
    } less.
loss-spread = the homes would be spread less well over the neighbourhoods.
loss-lot = the outcome of the lot would be another one. There is no difference in any other goal.

runner-up = Fits with { $points ->
        [one] { $points } point
       *[other] { $points } points
    }. If this household got this home, { $loss }

why-empty-nobody-fits = This home fits nobody who is ready.
why-empty-nobody-fits-yet = This home fits nobody who is ready yet. Perhaps it fits { $asked ->
        [one] { $asked } household
       *[other] { $asked } households
    } once the questions are answered.
why-empty-area-full = There is no room left this year in { $place }: { $upper } at most.
why-empty-others-went-elsewhere = The households this home is possible for get another home, or the number for their group has been reached.

change-answer = Answer this question: { $question } Then { $home } may become possible.
change-rent = With a rent limit of { $limit }, { $home } becomes possible.
change-stairs = If floor { $floor } without a lift is all right too, { $home } becomes possible.
change-place = Talk again about where living is and is not possible. This now stands in the way of { $home }: { $refusal }
change-lift = This now stands in the way of { $home }: { $refusal }
change-group-ceiling = One more home for the group ‘{ $group }’ ({ $upper } at most instead of the present number) makes room.
change-area-ceiling = One more home in { $place } ({ $upper } at most instead of the present number) makes room.
change-one-more-like = One more home like { $home } would be enough.
change-make-ready = Make the file ready for a home.
change-home-with = { $fitted ->
        [wheelchair] A wheelchair home
        [step-free] A home without stairs
       *[ordinary] A home
    } has to come free with at least { $rooms ->
        [one] { $rooms } room
       *[other] { $rooms } rooms
    }.
change-home-with-rent = { $fitted ->
        [wheelchair] A wheelchair home
        [step-free] A home without stairs
       *[ordinary] A home
    } has to come free with at least { $rooms ->
        [one] { $rooms } room
       *[other] { $rooms } rooms
    } and a rent of { $rent } a month at most.

shortfall = { $name }: { $due ->
        [one] { $due } home was needed
       *[other] { $due } homes were needed
    } to keep pace. This proposal gives { $given }.
bound-use = { $before } → { $after }
bound-use-of = { $before } → { $after } of { $upper } at most

fit-wish = Where somebody wants to live
fit-network = People and activities nearby
fit-rooms = Exactly the rooms needed
fit-rent = Rent well within the limit

input-error-parent = Area { $node } lies in area { $parent }, which does not come before it. Always put a larger area before its parts.
input-error-roots = There must be exactly one area that everything lies in. There are { $roots }.
input-error-home-node = Home { $home } lies in area { $node }, and there is no such area.
input-error-group = File { $reference } is of group { $group }, and there is no such group.
input-error-twice = ‘{ $what }’ is there twice.
input-error-fixing = Something was fixed or ruled out for ‘{ $what }’, which does not take part in this round.
input-error-street-node = Area { $node } is a street. Only areas and complexes have numbers.
input-error-bounds = ‘{ $name }’ has a minimum of { $lower }, which is above its maximum of { $upper }.
