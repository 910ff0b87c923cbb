# Wat de eigen geschiedenis van een stad zegt over de aannames van een wat-als.

cli-about-calibrate = Toon wat de eigen geschiedenis van uw stad zegt over de aannames van een wat-als.
cli-more-calibrate = Van elke aanname staat erbij wat het programma meebrengt, wat uw eigen gegevens zeggen met een marge van acht van de tien, en waarop dat rust. Wat nergens is opgeschreven wordt niet geschat. Er gaat niets over één mens uit. Met --write komt er een bestand voor simulate --input. Hoe er is geteld staat in docs/method/calibration.md.
cli-help-calibrate-write = Schrijft assumptions.csv met alle aannames naar deze map, voor simulate --input. Er wordt niets overschreven.
cli-calibrate-written = { $count } aannames uit de eigen geschiedenis geschreven, met de andere erbij, naar { $file }.
cli-calibrate-lead = Van { $known } van de { $rows } aannames zegt de eigen geschiedenis iets, zoals bekend op { $day }. Kenmerk: { $fingerprint }.
cli-calibrate-what = aanname
cli-calibrate-product = komt mee
cli-calibrate-history = geschiedenis
cli-calibrate-from = waarop het rust
cli-calibrate-hidden = minder dan 10, niet verteld
cli-calibrate-in-years = { $events } in { $of } jaar, { $from } tot { $until }
cli-calibrate-of-households = { $events } van { $of } huishoudens, { $from } tot { $until }
cli-calibrate-of-homes = { $events } van { $of } woningen, { $from } tot { $until }
cli-calibrate-of-wishes = { $events } van { $of } wensen, { $from } tot { $until }
cli-calibrate-counted = { $events } geteld op { $from }
cli-calibrate-not-recorded = niet opgeschreven
cli-calibrate-too-few = te weinig: { $events }, nodig { $needed }
cli-calibrate-counted-elsewhere = zit al in een andere aanname
cli-calibrate-choice = een keuze om te proberen, geen feit
cli-calibrate-no-such-road = niemand ging deze weg
