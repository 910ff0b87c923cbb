# Het rapport voor de stuurgroep.

report-tab = Rapport
report-list-title = Rapporten voor de stuurgroep
report-list-lead = Een rapport zet de cijfers van een jaar op een rij zoals ze nu zijn, met wat er sinds het vorige veranderde. Het blijft staan zoals het gemaakt is.
report-make = Een rapport maken
report-make-lead = Dit duurt een paar tellen. Daarna kunt u het bekijken, als pdf opslaan en versturen.
report-note-hint = Komt bovenaan in het rapport te staan. Schrijf hier niets over een persoon.
report-make-do = Maak het rapport
report-done = Het rapport is gemaakt.
report-made-before = Gemaakte rapporten
report-none = Er is nog geen rapport gemaakt.
report-made = Gemaakt door { $who }, { $when }
report-title = Rapport { $number } over { $year }
report-file = rapport
report-for = Voor wie
report-for-partners = Voor de partners
report-for-public = Voor iedereen, zonder kleine aantallen
report-about = rond { $count }
report-few = minder dan 10
report-lead = Op { $on } waren { $realised } woningen toegezegd. Gaat het zo door, dan worden het er dit jaar { $ends }; afgesproken is { $goal }. { $left ->
    [one] Er is nog { $left } dag te gaan.
   *[other] Er zijn nog { $left } dagen te gaan.
}
report-lead-over = Het jaar is voorbij: { $realised } woningen zijn toegezegd, afgesproken was { $goal }.
report-lead-warned = { $groups ->
    [0] Niets komt naar verwachting ver naast de afspraak uit.
    [one] Op { $groups } punt komt het jaar waarschijnlijk ver naast de afspraak uit.
   *[other] Op { $groups } punten komt het jaar waarschijnlijk ver naast de afspraak uit.
}
report-lead-waiting = Aantal huishoudens dat klaar is voor een woning en er nog geen heeft: { $waiting }.
report-lead-open = { $open ->
    [one] Er ligt { $open } voorstel voor een nieuwe verdeling.
   *[other] Er liggen { $open } voorstellen voor een nieuwe verdeling.
}
report-attention = Wat aandacht vraagt
report-attention-none = Er is geen groep of corporatie die naar verwachting ver naast de afspraak uitkomt.
report-changed = Wat er veranderde sinds het vorige rapport
report-changed-none = Er is sinds het vorige rapport niets veranderd.
report-first = Dit is het eerste rapport over dit jaar.
report-change = { $name }: { $what }.
report-change-new = { $name }: nieuw in dit rapport.
report-change-gone = { $name }: staat niet meer in dit rapport.
report-change-goal = de afspraak is nu { $to }, dat was { $from }
report-change-short = komt nu waarschijnlijk te laag uit
report-change-over = komt nu waarschijnlijk te hoog uit
report-change-right = komt niet langer ver naast de afspraak uit
report-change-more = { $more ->
    [one] { $more } woning meer toegezegd
   *[other] { $more } woningen meer toegezegd
}
report-change-fewer = { $fewer ->
    [one] { $fewer } toegezegde woning minder
   *[other] { $fewer } toegezegde woningen minder
}
report-change-from-to = toegezegd: van { $from } naar { $to }
report-change-ends = verwacht aan het eind is nu { $to }, dat was { $from }
report-definitions = Wat de woorden betekenen
report-define-changed = Een verwachting is veranderd als het midden meer dan 5 procent en meer dan 2 woningen is verschoven. Die grens hebben wij zelf gekozen.
report-define-hidden = Kleine aantallen: onder de 10 staat er geen aantal, andere aantallen zijn afgerond op tientallen. Daardoor tellen ze niet altijd op tot het totaal.
report-part = Onderdeel
report-code = Code
report-name = Naam
report-low = Eind: laag
report-middle = Eind: midden
report-high = Eind: hoog
report-least = Afgesproken: minstens
report-most = Afgesproken: hoogstens
log-kind-report = rapport voor de stuurgroep
