# De buurten en corporaties in de jaarafspraak, en wat ermee in werking treedt.
year-measure-association-homes = corporatiewoningen
year-measure-households = huishoudens
year-measure-inhabitants = inwoners
year-measure-each = een vast aantal voor elk
year-measure-none = geen regel
year-rounding-down = naar beneden
year-rounding-nearest = naar het dichtstbijzijnde
year-rounding-up = naar boven

year-rule-floor = { $level }: ten minste { $percent } van het eerlijke deel, naar { $measure }, afgerond { $rounding }
year-rule-ceiling = { $level }: ten hoogste { $percent } van het eerlijke deel, naar { $measure }, afgerond { $rounding }
year-rule-each-floor = { $level }: ten minste { $homes } elk
year-rule-each-ceiling = { $level }: ten hoogste { $homes } elk

year-fault-floor-above-ceiling = { $place } heeft een ondergrens van { $floor } en een bovengrens van { $ceiling }. Verlaag de ondergrens of verhoog de bovengrens.
year-fault-floors-above-ceiling = De ondergrenzen binnen { $place } vragen samen { $floors } woningen; de bovengrens van { $place } is { $ceiling }. Verlaag ondergrenzen daarbinnen of verhoog deze bovengrens.
year-fault-ceilings-below-floor = Binnen { $place } is samen plek voor { $ceilings } woningen; de ondergrens van { $place } is { $floor }. Verhoog bovengrenzen daarbinnen of verlaag deze ondergrens.
year-fault-floors-above-total = De ondergrenzen in de stad vragen samen { $floors } woningen; het jaar heeft er { $total }. Verlaag ondergrenzen of spreek meer woningen af.
year-fault-ceilings-below-total = In de hele stad is samen plek voor { $ceilings } woningen; het jaar heeft er { $total }. Verhoog bovengrenzen of spreek minder woningen af.
year-fault-target-outside = { $association } levert { $target } woningen; dat ligt niet tussen { $floor } en { $ceiling }. Pas het aantal of de grenzen aan.
year-fault-target-below = { $association } levert { $target } woningen; dat is minder dan de ondergrens van { $floor }. Verhoog het aantal of verlaag de ondergrens.
year-fault-targets-above-total = De corporaties leveren samen ten minste { $floors } woningen; het jaar heeft er { $total }. Verlaag ondergrenzen of spreek meer woningen af.
hold-year-does-not-fit = Zo passen de aantallen van buurten en corporaties niet: { $why }
hold-year-is-over = { $year } is voorbij. Een jaar dat voorbij is, verandert niet meer.
hold-nothing-to-put-in-force = Deze versie zegt niets over buurten of corporaties. Leg eerst een versie vast die dat wel doet.

year-places = Delen van de stad
year-places-lead = Hoeveel woningen elk deel van de stad in het jaar ten minste en ten hoogste krijgt, zoals het bij deze versie uitkwam.
year-bar-lead = De balk is de bovengrens, de streep het eerlijke deel.
year-places-none = In deze versie staat niets over delen van de stad.
year-rules = De regel
year-rules-lead = Het eerlijke deel van een buurt is haar deel van de woningen van het jaar, naar verhouding van het cijfer dat u kiest. Met 110 % mag zij tien procent meer. Leeg of “geen regel” betekent: geen grens.
year-rule-for = Voor elk
year-rule-by = Naar
year-rule-amount = Percentage of aantal
year-rule-rounding = Afronden
year-named = Plaatsen met een eigen aantal
year-named-lead = Een plaats met een eigen aantal krijgt niet wat de regel zegt. Schrijf erbij waarom.
year-named-place = Plaats
year-named-hint = Naam of code
year-figure = Cijfer erachter
year-figure-own = afgesproken: { $ground }
year-figure-of = { $figure } { $measure }
year-missing = Nog uit te zoeken
year-missing-lead = Van deze plaatsen ontbreekt een cijfer. Zij hebben daarom geen aantal. Zolang zij ontbreken, tellen zij niet mee in het geheel en valt het deel van andere plaatsen iets groter uit. Zoek het cijfer op of geef de plaats een eigen aantal.
year-missing-line = { $place }: { $measure } niet bekend
year-level-fold = { $many ->
    [one] { $level }: { $floors } tot { $ceilings }
   *[other] { $level }: { $many } plaatsen, samen { $floors } tot { $ceilings }
}
year-level-fold-open = { $many ->
    [one] { $level }: 1 plaats
   *[other] { $level }: { $many } plaatsen
}

year-associations = Corporaties
year-associations-lead = Hoeveel woningen elke corporatie in het jaar levert.
year-associations-none = In deze versie staat niets over corporaties.
year-target-rule = Hoe worden de aantallen van corporaties bepaald?
year-target-none = Niets afspreken
year-target-by-stock = Naar hun deel van de corporatiewoningen
year-target-agreed = Afgesproken aantallen
year-least = Ten minste dit percentage daarvan
year-least-hint = Alleen naar bezit. Leeg betekent: alles wat is toegezegd.
year-most = Ten hoogste dit percentage daarvan
year-most-hint = Alleen naar bezit. Leeg betekent: geen bovengrens.
year-association = Corporatie
year-stock = Woningen in bezit
year-target = Levert
year-sum-same = Samen leveren de corporaties precies de { $total } woningen van het jaar.
year-sum-less = Samen leveren de corporaties { $sum } woningen: { $off } minder dan de { $total } van het jaar.
year-sum-more = Samen leveren de corporaties { $sum } woningen: { $off } meer dan de { $total } van het jaar.
year-by-stock-said = Elke corporatie levert haar deel naar het aantal woningen in bezit.

year-look = Bekijk wat eruit komt
year-outcome = Wat eruit komt
year-outcome-lead = Nog niet vastgelegd. Klopt het, leg het dan onderaan vast.
year-does-not-fit = Zo past het niet

year-changed = Wat er anders is dan in versie { $version }
year-changed-none = Geen aantal is anders dan in versie { $version }.
year-changed-many = { $many ->
    [one] 1 aantal is anders
   *[other] { $many } aantallen zijn anders
}
year-what = Waarvan
year-before = Was
year-after = Wordt
year-now = Nu
year-bounds-none = niets
year-bounds-least = ten minste { $least }
year-bounds-most = ten hoogste { $most }
year-bounds-both = { $least } tot { $most }
year-download = Download als CSV

year-force-now = Versie { $version } is in werking sinds { $when }, door { $who }.
year-force-none = Nog geen versie is in werking. De plaatsingsrondes houden zich aan de aantallen die er nu staan.
year-force-look = In werking laten treden
year-force-title = Versie { $version } van { $year } in werking laten treden
year-force-lead = De aantallen van buurten en corporaties in deze versie gelden dan meteen in elke plaatsingsronde. Wat al is toegezegd, blijft staan. Een grens waar de versie niets over zegt, blijft zoals zij is.
year-force-changes = Wat er verandert in de aantallen van { $year }
year-force-faults = Dit past dan niet bij elkaar. Het kan wel, maar een plaatsingsronde kan er last van hebben
year-force-same = Er verandert niets: alle aantallen staan al zo.
year-force-do = In werking laten treden
year-force-done = Versie { $version } is in werking. De plaatsingsrondes houden zich er vanaf nu aan.
year-differs = { $many ->
    [one] 1 aantal van een buurt of corporatie wijkt af van de versie die in werking is.
   *[other] { $many } aantallen van buurten en corporaties wijken af van de versie die in werking is.
}
year-differs-one = In de jaarafspraak: { $bounds }
year-differing = Wat nu anders staat dan in de versie die in werking is
year-differing-lead = Deze aantallen zijn daarna gewijzigd, met de hand of met een bestand. De rondes houden zich aan wat er nu staat.
year-in-version = In de versie
year-file = jaarafspraak
year-file-area = Deel van de stad
year-file-level = Soort
year-file-target = Taakstelling
year-file-measure = Maat
year-file-figure = Cijfer
