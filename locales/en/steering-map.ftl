steering-tab-map = Map
map-small = The same map, year by year

places-title = Room and placements in { $year }
places-title-in = { $name }: room and placements in { $year }
places-file = room-and-placements
places-measure = What the map shows
places-measure-placed = Placements per 1,000 homes
places-measure-room = Room per 1,000 homes
places-show = Which parts in the table
places-show-all = All
places-show-out = Only with room and few placements
# $placed and $rate are texts; $out is a number of parts of the city.
places-said = Placements in the city: { $placed }, that is { $rate } per 1,000 homes. { $out ->
    [0] No part on this map has room and few placements.
    [one] 1 part on this map has room and few placements.
   *[other] { $out } parts on this map have room and few placements.
}
places-protected = Numbers under ten are hidden, and others from which they could be worked out. You can share this page.
places-exact = All numbers are shown as they are. Keep this page in the house.
places-to-exact = Show all numbers
places-to-protected = Hide small numbers
places-hidden = hidden
places-at-least = at least { $homes }
places-class-hidden = hidden or not known
places-class-no-room = hidden, or no limit agreed
places-class-below = less than { $to }
places-class-between = { $from } to { $to }
places-class-from = { $from } or more
places-class-full = full
places-title-of = { $name }: placements { $placed }, per 1,000 homes { $rate }; room { $room }.
places-stands-out = Room, few placements
places-stands-out-head = Room and few placements
places-outlined = room and few placements
places-reading = The colour and the pattern are a number per 1,000 homes, as the list above says. The figure on the map is a number of homes. Choose a part to look into it.
places-to-homes = Homes that are free here
places-to-cases = Files with a home here
places-six = Six years beside each other
places-six-lead = { $measure }, in the colours of the map above, with the figure of the whole city. Choose a year to see it large. A year that is not over is still growing.
places-figures = The figures
places-none-out = No part on this map has room and few placements.
places-placed = Placements
places-rate = Per 1,000 homes
places-under-way = On the way now
places-room = Room
places-bounds = Agreed
places-homes = Homes there
places-years = { $measure }, year by year
places-file-placed = Placements { $year }
places-file-rate = Per 1,000 homes { $year }
places-yes = yes
places-no = no
places-how-placed = A placement is a home that was agreed for a household. What was given before Sleutel is added. Homes there are are the households of the public figures: of that year, or of the nearest year before it.
places-how-under-way = On the way are homes between the match and the keys, whichever year they count in. Most of them are among the placements too.
places-how-room = Room is what can still be given: the ceiling less the placements, here and in every part around it. The smallest counts.
places-how-out = A part has room and few placements when at least 5 homes can still be given there, and it has less than half the placements per 1,000 homes that the city has. We made up this rule ourselves.
places-how-hidden = A number from 1 to 9 is hidden. Of numbers that together with others would say what was hidden, the smallest is hidden too. Room, colours and marks follow from what is shown, so they tell no more.
