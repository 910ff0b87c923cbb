# De lijst van doelgroepen door de tijd.

groups-title = Lijst van doelgroepen
groups-link = De lijst van doelgroepen
groups-lead = Welke doelgroepen er zijn, van wanneer tot wanneer, en wat elke groep is. Wie in een groep zit, blijft daarin als de groep stopt, en krijgt nog steeds een woning. Cijfers van jaren die voorbij zijn, blijven zoals ze zijn afgesproken.
groups-many = { $many ->
    [one] Eén doelgroep
   *[other] { $many } doelgroepen
} van de { $all }.
groups-new = Doelgroep toevoegen
groups-new-lead = Een nieuwe groep is vanaf de eerste dag te kiezen voor mensen, en staat in de afspraak van elk jaar waarin de groep er is.
groups-empty-title = Nog geen doelgroepen
groups-empty = Voeg de eerste toe, of lees een bestand in met doelgroepen en hun aantallen.
groups-empty-look = De programmamanager voegt ze toe, of leest ze in uit een bestand.
groups-empty-filtered-title = Geen doelgroep voldoet hieraan
groups-empty-filtered = Kies een andere dag, of haal een filter weg.
groups-filter-day = Er op deze dag
groups-filter-all = Alle
groups-code = Code
groups-code-hint = Letters, cijfers en streepjes, zoals housing-first-jongeren. Bestanden gebruiken de code, dus die verandert nooit.
groups-code-said = Code { $code }
groups-name = Doelgroep
groups-name-nl = Naam in het Nederlands
groups-name-en = Naam in het Engels
groups-main-group = Hoofdgroep
groups-main-group-code = Code van de hoofdgroep
groups-support = Met begeleiding
groups-support-hint = Krijgen de huishoudens begeleiding in de woning?
groups-with-support = met begeleiding
groups-without-support = zonder begeleiding
groups-count = Telt mee
groups-count-hint = Tellen de woningen mee in het aantal van het jaar?
groups-counts = telt mee in het aantal van het jaar
groups-counts-not = telt niet mee in het aantal van het jaar
groups-from = Eerste dag
groups-from-hint = Laat leeg als niemand die dag weet: de groep is er dan vanaf het begin.
groups-until = Laatste dag
groups-until-hint = Laat leeg als er geen einde bekend is.
groups-state = Vandaag
groups-days = Wanneer de groep er is
groups-days-both = { $from } tot en met { $until }
groups-days-from = vanaf { $from }
groups-days-until = tot en met { $until }
groups-days-always = altijd
groups-state-there = Is er
groups-state-ends = Is er tot en met { $until }
groups-state-to-come = Begint op { $from }
groups-state-ended = Gestopt op { $until }
groups-state-not-there = Is er niet
groups-years = De jaren
groups-picture = De balken lopen van begin { $first } tot eind { $last }; een dunne lijn is het begin van een jaar.
groups-legend-there = Is er
groups-legend-changed = Is er, anders beschreven dan daarvoor
groups-legend-apart = Is er, buiten het aantal van het jaar
groups-legend-today = Vandaag
groups-csv = De lijst downloaden
groups-file = doelgroepen
groups-choose = Kies
groups-ground = Waar dit op rust
groups-ground-hint = Bijvoorbeeld het besluit van de stuurgroep, met de datum. Iedereen die de jaarafspraak mag zien, leest dit.
groups-save = Opslaan
groups-cancel = Annuleren
groups-added = De doelgroep staat op de lijst.
groups-change = Anders beschrijven
groups-change-title = { $name } anders beschrijven
groups-change-lead = Wat de groep was vóór de dag die u kiest, blijft staan. In de aantallen van een jaar staat de groep zoals op de eerste dag van dat jaar.
groups-change-from = Vanaf welke dag
groups-change-from-hint = Klopt een beschrijving niet? Kies dan de dag waarop die begint. Kiest u een dag na de laatste dag van een groep, dan begint de groep op die dag opnieuw.
groups-changed = De doelgroep is vanaf die dag anders beschreven.
groups-changed-since = Iemand anders heeft dit intussen gewijzigd. Wat u typte, staat er nog; vergelijk het met hoe het nu is, en sla het opnieuw op als het nog klopt.
groups-see-changes = Bekijk hoe het nu is
groups-set-days = Eerste en laatste dag
groups-days-title = Eerste en laatste dag van { $name }
groups-days-lead = Vanaf de dag na de laatste dag komt niemand meer nieuw in de groep. De groep staat dan ook niet meer in de afspraken van de jaren daarna.
groups-days-saved = De eerste en laatste dag zijn opgeslagen.
groups-reopen = Laatste dag terugnemen
groups-reopened = De groep gaat door: de laatste dag is teruggenomen.
groups-take-back = Terugnemen wat het laatst is gedaan
groups-taken-back = Wat het laatst is gedaan, is teruggenomen. Wat daarvoor gold, geldt weer.
groups-people = { $without ->
    [0] Niemand in deze groep is zonder woning
    [one] Eén huishouden in deze groep heeft nog geen woning
   *[other] { $without } huishoudens in deze groep hebben nog geen woning
}; { $road ->
    [0] niemand is
    [one] één is
   *[other] { $road } zijn
} op weg naar een woning.
groups-people-title = Wie er nu in de groep zitten
groups-people-what = Zij blijven in de groep als die stopt, en krijgen nog steeds een woning; voor hen verandert er niets. Moet iemand in een andere groep? Dan wijzigt de aanbieder dat in het dossier.
groups-confirm = Ik weet van deze huishoudens, en dat zij in de groep blijven
groups-still-named = Een afspraak noemt deze groep nog
groups-still-named-what = De groep is er in deze jaren niet. Leg een andere versie van de afspraak vast zonder deze groep, of wijzig de laatste dag.
groups-still-named-year = { $year }, versie { $version }
groups-history = Wat er is vastgelegd
groups-change-before = Stond op de lijst voordat dagen werden bijgehouden
groups-change-added = Toegevoegd
groups-change-described = Anders beschreven
groups-change-ends = Eerste of laatste dag gewijzigd
groups-change-taken-back = De wijziging hiervoor is teruggenomen
groups-change-imported = Ingelezen uit een bestand
groups-change-numbers = Gewijzigd bij de aantallen van het jaar

groups-national = Landelijke taakstelling
groups-national-lead = Wat het Rijk vraagt voor deze groep. In de jaarafspraak staat dit aantal als voorstel voor het minimum. Twee helften van een jaar tellen bij elkaar op als ze allebei bekend zijn.
groups-national-none = Voor deze groep is geen landelijke taakstelling vastgelegd.
groups-national-add = Landelijke taakstelling toevoegen
groups-national-title = Landelijke taakstelling voor { $name }
groups-national-year = Jaar
groups-national-part = Welk deel van het jaar
groups-national-part-hint = Het Rijk stelt de taakstelling voor statushouders per half jaar vast.
groups-part-year = het hele jaar
groups-part-first = januari tot en met juni
groups-part-second = juli tot en met december
groups-national-homes = Woningen
groups-national-homes-hint = Op hoeveel woningen dit neerkomt. Telt het Rijk mensen? Reken dan uit hoeveel woningen zij nodig hebben, en zeg hieronder hoe.
groups-national-people = Mensen
groups-national-people-hint = Zoals het in de bron staat, als die mensen telt.
groups-national-source = Waar dit staat
groups-national-source-hint = De naam van de brief of het besluit; iedereen die de jaarafspraak mag zien, leest dit.
groups-national-source-date = Dag van die tekst
groups-national-from = { $source } ({ $date })
groups-national-line = { $year }, { $part }: { $homes ->
    [one] één woning
   *[other] { $homes } woningen
}
groups-national-of-year = Landelijke taakstelling: { $homes ->
    [one] één woning
   *[other] { $homes } woningen
} ({ $source }, { $date })
groups-national-crossed = Het maximum was { $homes ->
    [one] één woning
   *[other] { $homes } woningen
  }, minder dan die taakstelling. Het is opengelaten: spreek een ander af, of geen.
groups-national-saved = De landelijke taakstelling is opgeslagen.
groups-national-withdraw = Terugnemen
groups-national-withdrawn = De landelijke taakstelling is teruggenomen.
groups-national-taken-back = neemt een eerder aantal terug
groups-national-replaced = geldt niet meer
groups-national-csv = De landelijke taakstellingen downloaden
groups-national-file = landelijke-taakstellingen

groups-below = Onder de landelijke taakstelling
groups-below-what = Het Rijk vraagt meer dan deze minima. Dat kan kloppen, bijvoorbeeld als mensen op een andere manier een woning krijgen. Zeg dat dan hier.
groups-below-line = { $name }: minimaal { $floor }, en de landelijke taakstelling is { $homes }
groups-below-confirm = Wij spreken deze minima af en weten dat ze onder de landelijke taakstelling liggen
groups-below-badge = Onder de landelijke taakstelling
groups-left-out = Deze groepen stonden in de versie waarmee dit formulier begint, maar zijn er niet in { $year }. Ze zijn weggelaten.
groups-others-since = De lijst van doelgroepen is intussen gewijzigd. Wat u typte, staat bij de groepen die er nu zijn; kijk het na en sla het opnieuw op.
groups-not-there = Deze versie noemt groepen die er niet zijn
groups-not-there-what = Deze groepen zijn er op geen enkele dag van { $year }. Leg een andere versie vast zonder deze groepen, of laat de dagen van de groep wijzigen.
groups-choice-ended = { $name } (gestopt op { $until })
groups-choice-to-come = { $name } (begint op { $from })

group-fault-until-before-from = De laatste dag ligt vóór de eerste, { $from }.
group-fault-overlap = Op { $day } geldt al een andere beschrijving van deze groep.
group-fault-cuts-later = Op { $day } is de groep anders beschreven. Kies die dag of een latere, of neem eerst die wijziging terug.
group-fault-cuts-earlier = De eerste beschrijving van de groep eindigt op { $day }. Kies die dag of een eerdere.
group-fault-same = Er zou niets veranderen. Wijzig iets, of ga terug.
group-fault-there-between = Deze groep is er alleen van { $from } tot en met { $until }.
group-fault-there-from = Deze groep is er pas vanaf { $from }.
group-fault-there-until = Deze groep is er alleen tot en met { $until }.
group-fault-there-not = Deze groep is er op die dag niet.
group-fault-not-in-year = Deze groep is er niet in { $year }.
group-fault-below-national = De landelijke taakstelling is { $homes }. Spreek minstens dat af, of bevestig onder de tabel dat u minder afspreekt.
group-fault-still-in = Er zitten huishoudens in deze groep ({ $without } zonder woning, { $road } op weg). Bevestig dat u dit weet.

action-change-groups = De lijst van doelgroepen wijzigen

groups-demo-source = Brief over de taakstelling van het volgende jaar (verzonnen voor deze demo; 1,88 mensen per woning)
