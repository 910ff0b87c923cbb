# Het rapport voor de stuurgroep.

steering-report-tab = Rapport
steering-report-list-title = Rapporten voor de stuurgroep
steering-report-list-lead = Een rapport zet de cijfers van een jaar op een rij zoals ze nu zijn, met wat er sinds het vorige veranderde. Het blijft staan zoals het gemaakt is.
steering-report-make = Een rapport maken
steering-report-make-lead = Dit duurt een paar tellen. Daarna kunt u het bekijken, als pdf opslaan en versturen.
steering-report-note-hint = Komt bovenaan in het rapport te staan. Schrijf hier niets over een persoon.
steering-report-make-do = Maak het rapport
steering-report-done = Het rapport is gemaakt.
steering-report-made-before = Gemaakte rapporten
steering-report-none = Er is nog geen rapport gemaakt.
steering-report-made = Gemaakt door { $who }, { $when }
steering-report-title = Rapport { $number } over { $year }
steering-report-file = rapport
steering-report-for = Voor wie
steering-report-for-partners = Voor de partners
steering-report-for-public = Voor iedereen, zonder kleine aantallen
steering-report-about = rond { $count }
steering-report-few = minder dan 10
steering-report-lead = Op { $on } waren { $realised } woningen toegezegd. Gaat het zo door, dan worden het er dit jaar { $ends }; afgesproken is { $goal }. { $left ->
    [one] Er is nog { $left } dag te gaan.
   *[other] Er zijn nog { $left } dagen te gaan.
}
steering-report-lead-over = Het jaar is voorbij: { $realised } woningen zijn toegezegd, afgesproken was { $goal }.
steering-report-lead-warned = { $groups ->
    [0] Niets komt naar verwachting ver naast de afspraak uit.
    [one] Op { $groups } punt komt het jaar waarschijnlijk ver naast de afspraak uit.
   *[other] Op { $groups } punten komt het jaar waarschijnlijk ver naast de afspraak uit.
}
steering-report-lead-waiting = Aantal huishoudens dat klaar is voor een woning en er nog geen heeft: { $waiting }.
steering-report-lead-open = { $open ->
    [one] Er ligt { $open } voorstel voor een nieuwe verdeling.
   *[other] Er liggen { $open } voorstellen voor een nieuwe verdeling.
}
steering-report-attention = Wat aandacht vraagt
steering-report-attention-none = Er is geen groep of corporatie die naar verwachting ver naast de afspraak uitkomt.
steering-report-changed = Wat er veranderde sinds het vorige rapport
steering-report-changed-none = Er is sinds het vorige rapport niets veranderd.
steering-report-off-short = komt waarschijnlijk meer dan { $against } % onder de afgesproken { $bound } uit: rond { $middle }.
steering-report-off-over = komt waarschijnlijk meer dan { $against } % boven de afgesproken { $bound } uit: rond { $middle }.
steering-report-first = Dit is het eerste rapport over dit jaar.
steering-report-change = { $name }: { $what }.
steering-report-change-new = { $name }: nieuw in dit rapport.
steering-report-change-gone = { $name }: staat niet meer in dit rapport.
steering-report-change-goal = de afspraak is nu { $to }, dat was { $from }
steering-report-change-short = komt nu waarschijnlijk te laag uit
steering-report-change-over = komt nu waarschijnlijk te hoog uit
steering-report-change-right = komt niet langer ver naast de afspraak uit
steering-report-change-more = { $more ->
    [one] { $more } woning meer toegezegd
   *[other] { $more } woningen meer toegezegd
}
steering-report-change-fewer = { $fewer ->
    [one] { $fewer } toegezegde woning minder
   *[other] { $fewer } toegezegde woningen minder
}
steering-report-change-from-to = toegezegd: van { $from } naar { $to }
steering-report-change-ends = verwacht aan het eind is nu { $to }, dat was { $from }
steering-report-definitions = Wat de woorden betekenen
steering-report-define-changed = Een verwachting is veranderd als het midden meer dan 5 procent en meer dan 2 woningen is verschoven. Die grens hebben wij zelf gekozen.
steering-report-define-hidden = Kleine aantallen: onder de 10 staat er geen aantal, andere aantallen zijn afgerond op tientallen. Daardoor tellen ze niet altijd op tot het totaal.
steering-report-places = Waar in de stad
steering-report-place = Deel van de stad
steering-report-room = Ruimte
steering-report-aim = Binnen drie maanden
steering-report-all-groups = Alle groepen
steering-report-aim-counted = Aanvragen die meetellen
steering-report-aim-offer = Aanbod binnen drie maanden
steering-report-aim-keys = Sleutels binnen drie maanden
steering-report-aim-offer-percent = Aanbod binnen drie maanden, in procenten
steering-report-aim-keys-percent = Sleutels binnen drie maanden, in procenten
steering-report-define-room = Ruimte is wat er in een deel van de stad nog bij kan: de bovengrens min wat er is toegezegd, daar en in elk deel eromheen. Kleine aantallen zijn verborgen.
steering-report-define-aim = Binnen drie maanden: van de aanvragen die dit jaar compleet waren, het deel dat binnen 91 dagen een aanbod of de sleutels kreeg. Wie nog wacht telt mee zolang die te zien is. Een groep met minder dan 10 aanvragen staat er niet bij.
steering-report-obstacles = Wat in de weg zit
steering-report-obstacles-said = { $open ->
    [one] { $open } knelpunt staat open
   *[other] { $open } knelpunten staan open
}, waarvan { $late } te laat. Samen kosten ze naar schatting { $cost } persoonsweken: mensen keer weken.
steering-report-obstacle = { $title }: { $cost } persoonsweken
steering-report-obstacle-weeks = Knelpunt, in persoonsweken
steering-report-agreements = Hoe vaak de werkafspraken zijn nagekomen
steering-report-counted = Aantal keer aan de beurt
steering-report-part = Onderdeel
steering-report-code = Code
steering-report-name = Naam
steering-report-low = Eind: laag
steering-report-middle = Eind: midden
steering-report-high = Eind: hoog
steering-report-least = Afgesproken: minstens
steering-report-most = Afgesproken: hoogstens
log-kind-report = rapport voor de stuurgroep
