steering-tab-what-if = Wat als

what-if-title = Wat als
what-if-lead = Speel een beleid jaren vooruit: wie komt erbij, wie krijgt een woning, hoelang wacht iedereen? U verandert wat u wilt, en vergelijkt met wat u nu doet. Er zitten geen echte mensen in.
what-if-new = Nieuwe wat-als
what-if-none-title = Nog geen wat-als bewaard
what-if-none = Kies het beleid dat u wilt vergelijken en hoeveel jaar u vooruit kijkt. Doorrekenen duurt seconden tot een paar minuten.
what-if-none-look = Een coördinator of de programmamanager kan er een maken.
what-if-name = Naam
what-if-name-hint = Zo vindt iedereen deze wat-als terug. Bijvoorbeeld: 300 kleine woningen meer.
what-if-who = Door
what-if-policies = Beleid
what-if-years = Jaren
what-if-state = Stand
what-if-choose = Kies { $name } om te vergelijken
what-if-compare = Vergelijk wat u kiest
what-if-compare-hint = Kies twee, drie of vier die klaar zijn.
what-if-throw-away = Gooi weg
what-if-thrown-away = Weggegooid.
what-if-gone = { $name } is weggegooid.
what-if-put-back = Zet terug
what-if-put-back-done = Teruggezet.
what-if-beside = Leg naast een andere
what-if-back = Alle wat-als

what-if-waiting = Wacht
what-if-running = Bezig
what-if-stopped = Gestopt
what-if-done = Klaar
what-if-failed = Mislukt
what-if-in-line = Staat in de rij; { $before ->
    [0] is zo aan de beurt
    [one] er is er nog één voor
   *[other] er zijn er nog { $before } voor
}.
what-if-progress = { $done } van { $all } herhalingen doorgerekend.
what-if-progress-of = Hoe ver het doorrekenen is
what-if-refreshes = Deze pagina ververst zichzelf. U kunt ook weggaan: het doorrekenen gaat door.
what-if-look-again = Kijk opnieuw
what-if-cut-off = Het doorrekenen is afgebroken voordat het klaar was. Er is niets verloren: wat u invulde staat er nog.
what-if-again = Reken opnieuw door
what-if-again-done = Staat weer in de rij.
what-if-failed-why = Doorrekenen is niet gelukt: { $why }
what-if-fault-not-conserved = onderweg klopte het aantal mensen niet. Dat is een fout in het programma; de cijfers worden daarom niet getoond.
what-if-fault-over-capacity = er waren meer plekken bezet dan er zijn. Dat is een fout in het programma; de cijfers worden daarom niet getoond.
what-if-fault-too-many = er kwamen meer mensen dan de computer kan nummeren. Neem minder mensen of minder jaren.
what-if-fault-findings = met deze aannames kan niet worden gerekend. Begin vanaf deze wat-als en verander ze.
what-if-fault-unreadable = wat is bewaard kan deze versie niet lezen.
what-if-fault-internal = er ging iets mis in het programma. Probeer het opnieuw.

what-if-form-lead = Elk beleid krijgt dezelfde mensen met hetzelfde geluk. Een verschil komt dus van het beleid.
what-if-from = Begin vanaf
what-if-from-none = wat het programma meebrengt
what-if-from-do = Neem over
what-if-from-is = Deze begint met de getallen van { $name }.
what-if-areas = Gebieden van de stad
what-if-areas-hint = Met komma’s ertussen, zoals Noord, Zuid. Laat het leeg voor een stad zonder indeling. Een woning ligt dan in één gebied, en iemand wil naar één gebied of wil overal wonen.
what-if-areas-do = Deel in
what-if-mix = Beleid per groep
what-if-mix-hint = Telt alleen als u Per groep een eigen beleid aankruist.
what-if-mix-of = Beleid voor { $name }
what-if-road-home-only = een woning zonder begeleiding
what-if-basics = Wat vergelijkt u?
what-if-policies-hint = Kies er een of meer.
what-if-first = Vergelijk met
what-if-first-hint = Het andere beleid wordt hiermee vergeleken.
what-if-years-hint = Van 1 tot en met 20.
what-if-replications = Herhalingen
what-if-replications-hint = Hoe vaak elk beleid wordt doorgespeeld, 2 tot en met 500. Met 50 ziet u de marge al goed.
what-if-seed = Startgetal van het toeval
what-if-seed-hint = Hetzelfde getal geeft precies dezelfde uitkomst.
what-if-uncertain = Neem de onzekerheid mee
what-if-uncertain-hint = Elke herhaling loot elke aanname tussen laagst en hoogst. Zonder vinkje geldt overal de waarde.
what-if-assumptions = Aannames
what-if-assumptions-lead = Elke aanname heeft een waarde, een marge en een bron. Verander wat in uw stad anders is; alleen dat wordt als verandering bewaard.
what-if-assumption = Aanname
what-if-value = Waarde
what-if-low = Laagst
what-if-high = Hoogst
what-if-source = Bron
what-if-unit = Eenheid
what-if-default = Komt mee
what-if-number-of = { $name }: { $side ->
    [value] waarde
    [low] laagst
   *[high] hoogst
}
what-if-changed = Veranderd
what-if-default-is = Komt mee: { $value } ({ $low } tot { $high })
what-if-do = Reken door
what-if-begun = Staat in de rij om te worden doorgerekend.
what-if-ours = eigen aanname
what-if-own-history = uit uw eigen dossiers
what-if-changed-count = { $count ->
    [one] 1 veranderd
   *[other] { $count } veranderd
}

what-if-too-large = Dit is te veel om in één keer door te rekenen: zo’n { $people } mensen en woningen in { $years } jaar, { $policies } keer beleid, { $replications } herhalingen. Dat zijn ongeveer { $work } miljoen gebeurtenissen; er kunnen er { $most } miljoen. Neem minder herhalingen, minder jaren of minder beleid. Met { $fits } herhalingen past het.
what-if-too-large-anyhow = Dit is te veel om door te rekenen: zo’n { $people } mensen en woningen in { $years } jaar, { $policies } keer beleid, { $replications } herhalingen. Dat zijn ongeveer { $work } miljoen gebeurtenissen; er kunnen er { $most } miljoen. Neem minder mensen, minder jaren of minder beleid.
what-if-finding-value = { $value } kan niet. Vul een getal in van { $least } tot en met { $most }.
what-if-finding-range = { $low } tot { $high } kan de marge niet zijn. Laagst mag niet boven hoogst liggen, en beide tussen { $least } en { $most }.
what-if-finding-outside = { $value } ligt buiten de marge van { $low } tot { $high }. Maak de marge ruimer of neem een waarde erbinnen.
what-if-finding-no-weight = Geen van deze gewichten is meer dan 0. Maak er een meer dan 0.
what-if-finding-too-many = Er zouden er ongeveer { $expected } komen; er kunnen er { $most } worden doorgespeeld. Neem minder jaren, mensen of woningen.
what-if-finding-gone = Deze aanname is er niet meer.
what-if-field-said = { $name }: { $what }

what-if-section-homes = Woningen
what-if-section-areas = Gebieden
what-if-section-places = Opvang, beschermd wonen en wachten
what-if-section-support = Begeleiding
what-if-section-group = Groep: { $name }
what-if-section-road = Beleid: { $name }
what-if-section-without-support = Wonen zonder begeleiding
what-if-road-without-support = zonder begeleiding

what-if-policy-staircase = Trapmodel
what-if-policy-omslag = Omslag
what-if-policy-housing-first = Housing First
what-if-policy-prevention = Preventie
what-if-policy-mixed = Per groep een eigen beleid
what-if-policy-staircase-is = Eerst laten zien dat u zelfstandig kunt wonen, in opvang of beschermd wonen; dan een woning.
what-if-policy-omslag-is = Meteen een woning op naam van de aanbieder, met begeleiding; na de omklap op eigen naam.
what-if-policy-housing-first-is = Meteen een woning op eigen naam, met begeleiding zolang iemand die wil.
what-if-policy-prevention-is = Een deel raakt het huis niet kwijt; voor de anderen de Omslag.
what-if-policy-mixed-is = Voor elke groep het beleid dat u hieronder kiest.

what-if-group-adults = volwassenen
what-if-group-families = gezinnen
what-if-group-young = jongeren
what-if-group-urgent = mensen met urgentie
what-if-group-status-holders = statushouders

what-if-of = { $of }: { $what }
what-if-of-group-arrivals = mensen die erbij komen
what-if-of-group-waiting-at-start = wachten op de eerste dag
what-if-of-group-housed-at-start = wonen al in een woning op de eerste dag
what-if-of-group-share = aandeel bij het verdelen van woningen
what-if-of-group-waits-shelter = wacht in de opvang
what-if-of-group-waits-protected = wacht in beschermd wonen
what-if-of-group-waits-family = wacht bij familie of vrienden
what-if-of-group-waits-outside = wacht buiten
what-if-of-group-needs-small = heeft een kleine woning nodig
what-if-of-group-needs-family = heeft een gezinswoning nodig

what-if-of-road-climb = tijd op de treden
what-if-of-road-falls = valt van de trede
what-if-of-road-lost-first-year = raakt de woning kwijt in het eerste jaar
what-if-of-road-lost-second-year = raakt de woning kwijt in het tweede jaar
what-if-of-road-lost-later = raakt de woning later kwijt
what-if-of-road-leaves = vertrekt voorgoed uit de woning
what-if-of-road-returns = wacht weer na verlies van de woning
what-if-of-road-support-ends = begeleiding stopt
what-if-of-road-support-hours = begeleiding voor één mens
what-if-of-road-converts = omklap: huurcontract op eigen naam
what-if-of-road-prevented = deel dat het huis niet kwijtraakt

what-if-is-homes-small = Kleine woningen die vrijkomen
what-if-is-homes-family = Gezinswoningen die vrijkomen
what-if-is-homes-small-at-start = Kleine woningen die op de eerste dag vrij zijn
what-if-is-homes-family-at-start = Gezinswoningen die op de eerste dag vrij zijn
what-if-is-homes-kept = Zo lang blijft een vrije woning bewaard
what-if-is-homes-back = Deel van de opgezegde woningen dat terugkomt
what-if-is-places-shelter = Plekken in de opvang
what-if-is-places-protected = Plekken in beschermd wonen
what-if-is-places-none-family = Geen plek: deel dat bij familie blijft
what-if-is-waiting-leaves = Wie wacht vertrekt voorgoed
what-if-is-support-hours = Begeleiding in de hele stad

what-if-unit-people-a-year = mensen per jaar
what-if-unit-homes-a-year = woningen per jaar
what-if-unit-people = mensen
what-if-unit-homes = woningen
what-if-unit-places = plekken
what-if-unit-hours-a-week = uur per week
what-if-unit-years = jaar
what-if-unit-per-year = keer per jaar
what-if-unit-share = deel van 0 tot 1
what-if-unit-weight = gewicht naast de andere

what-if-measure-entered = Komen erbij
what-if-measure-left = Vertrekken voorgoed
what-if-measure-waiting-shelter = Wachten in de opvang
what-if-measure-waiting-protected = Wachten in beschermd wonen
what-if-measure-waiting-family = Wachten bij familie
what-if-measure-waiting-outside = Wachten buiten
what-if-measure-waiting = Wachten in totaal
what-if-measure-housed = Krijgen sleutels
what-if-measure-in-home = Wonen in een woning
what-if-measure-own-lease = Wonen op eigen naam
what-if-measure-kept = Houden de woning een jaar
what-if-measure-lost = Raken de woning kwijt
what-if-measure-converted = Omklap
what-if-measure-support-ended = Begeleiding gestopt
what-if-measure-returned = Wachten weer na verlies
what-if-measure-supported = Wonen met begeleiding
what-if-measure-homes-elsewhere = Woningen die elders heen gaan
what-if-measure-time-waited = Wachttijd
what-if-measure-housed-in-time = Een woning binnen drie maanden

what-if-counts-in-year = in het jaar
what-if-counts-at-end = aan het eind van het jaar
what-if-counts-percent = procent
what-if-counts-months = maanden, van de eerste twee jaar
what-if-counts-homes = woningen, in het jaar

what-if-state-shelter = Wacht in de opvang
what-if-state-protected = Wacht in beschermd wonen
what-if-state-family = Wacht bij familie of vrienden
what-if-state-outside = Wacht buiten
what-if-state-provider-lease = Woont, op naam van de aanbieder
what-if-state-own-lease = Woont, op eigen naam

what-if-answer = Wat komt eruit?
what-if-answer-more = Met { $policy } krijgen in { $years } { $middle } mensen meer sleutels dan met { $first }; in acht van de tien herhalingen { $low } tot { $high } meer.
what-if-answer-fewer = Met { $policy } krijgen in { $years } { $middle } mensen minder sleutels dan met { $first }; in acht van de tien herhalingen { $low } tot { $high } minder.
what-if-answer-same = Tussen { $policy } en { $first } is in { $years } geen duidelijk verschil in wie sleutels krijgt: het midden is { $middle }, en in acht van de tien herhalingen ligt het tussen { $low } en { $high }.
what-if-answer-one = Met { $policy } krijgen in { $years } { $middle } mensen sleutels; in acht van de tien herhalingen { $low } tot { $high }.
what-if-answer-waiting = Aan het eind wachten { $list }.
what-if-answer-waiting-of = { $middle } mensen ({ $low } tot { $high }) met { $policy }
what-if-answer-time = Wie in jaar { $year } begint te wachten, wacht van de eerste twee jaar gemiddeld { $list }.
what-if-answer-time-of = { $middle } maanden ({ $low } tot { $high }) met { $policy }
what-if-answer-no-time = Hoelang iemand wacht is nog niet te zeggen: daarvoor moet er langer worden gekeken dan { $years }.
what-if-answer-care = Dit vergelijkt beleid en voorspelt geen jaar. Veel marges zijn eigen aannames: vul de getallen van uw stad in en kijk of het antwoord blijft staan.
what-if-years-long = { $years ->
    [one] 1 jaar
   *[other] { $years } jaar
}

what-if-made = { $who }, { $when }. { $replications } herhalingen, startgetal { $seed }, { $uncertain ->
    [yes] onzekerheid meegenomen
   *[no] zonder onzekerheid
}. { $engine }, aannames { $table }.
what-if-pictures = Jaar voor jaar
what-if-pictures-lead = De lijn is het midden; in de band ligt de uitkomst in acht van de tien herhalingen. Elk beleid heeft een eigen lijn en een eigen teken.
what-if-more-measures = Meer cijfers
what-if-chart-of = { $measure }, { $counts }
what-if-difference-title = { $measure }: verschil met { $first }
what-if-chart-alt = { $title }. { $list }
what-if-chart-alt-of = { $name }: van { $first } in jaar { $from } naar { $last } in jaar { $to }.
what-if-chart-table = Tabel
what-if-chart-table-of = Tabel bij { $title }
what-if-chart-year = Jaar
what-if-chart-none = Voor deze jaren is er geen cijfer.
what-if-band = { $middle } ({ $low } tot { $high })
what-if-no-figure = geen cijfer

what-if-end = Waar is iedereen aan het eind?
what-if-end-state = Waar
what-if-balance = Klopt het?
what-if-balance-all = Ja: in alle { $count } herhalingen is wie binnenkwam gelijk aan wie vertrok en wie er nog is.
what-if-balance-not = Nee: in { $wrong } van { $count } herhalingen is wie binnenkwam niet gelijk aan wie vertrok en wie er nog is. Vertrouw deze cijfers niet.
what-if-balance-entered = Kwamen binnen
what-if-balance-left = Vertrokken
what-if-balance-there = Zijn er nog
what-if-inputs = Waarop rust dit?
what-if-inputs-none = Er is niets veranderd: alle aannames zijn zoals ze meekomen.
what-if-inputs-changed = Veranderd
what-if-inputs-all = Alle { $count } aannames, met bron
what-if-check = Reken na
what-if-check-hint = Rekent alles opnieuw door en vergelijkt tot op de laatste bit.
what-if-check-begun = Wordt nagerekend.
what-if-checking = Wordt nu nagerekend.
what-if-check-same = Nagerekend door { $who }, { $when }: precies hetzelfde, tot op de laatste bit.
what-if-check-other = Nagerekend door { $who }, { $when }: er komt iets anders uit. Gebruik deze cijfers niet voordat duidelijk is waarom.
what-if-check-other-engine = Nagerekend door { $who }, { $when }: er komt iets anders uit, met een andere versie van het programma ({ $engine }).
what-if-csv = Download als CSV
what-if-csv-measure = Cijfer
what-if-csv-counts = Telt
what-if-csv-mean = Gemiddeld
what-if-csv-difference = Verschil
what-if-print = Druk af
what-if-start-from = Begin hiermee opnieuw

what-if-compare-title = Wat-als naast elkaar
what-if-compare-few = Kies er twee, drie of vier die klaar zijn.
what-if-compare-many = Dit zijn { $lines } lijnen in één beeld; er passen er { $most }. Kies minder wat-als.
what-if-compare-unfinished = Nog niet klaar, dus niet in beeld: { $list }.
what-if-compare-series = { $policy } in { $name }
what-if-compare-inputs = Wat is anders ingevuld?
what-if-compare-same = Er is niets anders ingevuld.
what-if-compare-what = Wat
what-if-compare-range = { $value } ({ $low } tot { $high })
what-if-compare-yes = ja
what-if-compare-no = nee
what-if-compare-table = Aannames die meekwamen
what-if-engine = Programma

what-if-of-area-homes = hier komen woningen vrij
what-if-of-area-wanted = hier willen mensen wonen
what-if-is-wanted-anywhere = Wil overal wonen
what-if-by-group = Per groep
what-if-by-area = Per gebied
what-if-by-area-lead = Wie er wacht en hoe lang, gaat over mensen die daar willen wonen. Sleutels en woningen die naar anderen gaan, gaan over woningen die daar liggen. Wie overal wil wonen, staat op een eigen rij.
what-if-part-of = { $measure }, jaar { $year } ({ $counts })
what-if-part-group = Groep
what-if-part-area = Gebied
what-if-part-areas = Gebieden
what-if-anywhere = wil overal wonen
what-if-csv-part = Deel
what-if-csv-all = iedereen
