steering-tab-map = Kaart
map-small = Dezelfde kaart, jaar voor jaar

places-title = Ruimte en plaatsingen in { $year }
places-title-in = { $name }: ruimte en plaatsingen in { $year }
places-file = ruimte-en-plaatsingen
places-measure = Wat de kaart toont
places-measure-placed = Plaatsingen per 1.000 woningen
places-measure-room = Ruimte per 1.000 woningen
places-show = Welke delen in de tabel
places-show-all = Alle
places-show-out = Alleen met ruimte en weinig plaatsingen
# $placed and $rate are texts; $out is a number of parts of the city.
places-said = Plaatsingen in de stad: { $placed }, dat is { $rate } per 1.000 woningen. { $out ->
    [0] Geen deel op deze kaart heeft ruimte en weinig plaatsingen.
    [one] 1 deel op deze kaart heeft ruimte en weinig plaatsingen.
   *[other] { $out } delen op deze kaart hebben ruimte en weinig plaatsingen.
}
places-protected = Aantallen onder de tien zijn verborgen, en andere waaruit ze te berekenen zijn. U kunt deze bladzijde delen.
places-exact = Alle aantallen staan er zoals ze zijn. Houd deze bladzijde binnenshuis.
places-to-exact = Toon alle aantallen
places-to-protected = Verberg kleine aantallen
places-hidden = verborgen
places-at-least = minstens { $homes }
places-class-hidden = verborgen of niet bekend
places-class-no-room = verborgen, of geen grens afgesproken
places-class-below = minder dan { $to }
places-class-between = { $from } tot { $to }
places-class-from = { $from } of meer
places-class-full = vol
places-title-of = { $name }: plaatsingen { $placed }, per 1.000 woningen { $rate }; ruimte { $room }.
places-stands-out = Ruimte, weinig plaatsingen
places-stands-out-head = Ruimte en weinig plaatsingen
places-outlined = ruimte en weinig plaatsingen
places-reading = De kleur en het patroon zijn een aantal per 1.000 woningen, zoals de lijst hierboven zegt. Het cijfer op de kaart is een aantal woningen. Kies een deel om het van dichtbij te zien.
places-to-homes = Woningen die hier vrij zijn
places-to-cases = Dossiers met een woning hier
places-six = Zes jaar naast elkaar
places-six-lead = { $measure }, in de kleuren van de kaart hierboven, met het cijfer van de hele stad. Kies een jaar om het groot te zien. Een jaar dat niet voorbij is, groeit nog.
places-figures = De cijfers
places-none-out = Geen deel op deze kaart heeft ruimte en weinig plaatsingen.
places-placed = Plaatsingen
places-rate = Per 1.000 woningen
places-under-way = Nu onderweg
places-room = Ruimte
places-bounds = Afgesproken
places-homes = Woningen daar
places-years = { $measure }, jaar voor jaar
places-file-placed = Plaatsingen { $year }
places-file-rate = Per 1.000 woningen { $year }
places-yes = ja
places-no = nee
places-how-placed = Een plaatsing is een woning die voor een huishouden is toegezegd. Wat vóór Sleutel is gegeven, is erbij opgeteld. Het aantal woningen is het aantal huishoudens uit de openbare cijfers: van dat jaar, of van het jaar daarvoor dat er het dichtst bij ligt.
places-how-under-way = Onderweg zijn woningen tussen de match en de sleutel, voor welk jaar ze ook tellen. De meeste zijn ook bij de plaatsingen geteld.
places-how-room = Ruimte is wat er nog bij kan: de bovengrens min de plaatsingen, hier en in elk deel eromheen. De kleinste telt.
places-how-out = Een deel heeft ruimte en weinig plaatsingen als er nog minstens 5 woningen bij kunnen en het minder dan de helft van de plaatsingen per 1.000 woningen heeft van de stad. Deze regel hebben wij zelf bedacht.
places-how-hidden = Een aantal van 1 tot en met 9 is verborgen. Zijn er aantallen die samen met andere zouden verraden wat verborgen is, dan is het kleinste daarvan ook verborgen. Ruimte, kleuren en tekens volgen uit wat er staat, dus die zeggen niet meer.
