steering-tab-months = Maand voor maand
months-title = Maand voor maand in { $year }
months-file = maanden
months-under-way-file = onderweg
months-everything = Alle groepen die meetellen
months-all-groups = Alle groepen die meetellen
months-all-associations = Alle corporaties
months-one = Laat de doelgroep open om naar een corporatie te kijken.
months-each = Elke maand: { $name }
months-sum = Het jaar tot nu toe: { $name }
# $realised and $spread are numbers of homes.
months-said = { $realised } woningen zijn toegezegd. { $spread ->
    [0] Van allemaal is de maand bekend.
    [one] Van 1 woning is alleen het jaar bekend; die is over de dagen van het jaar verdeeld.
   *[other] Van { $spread } woningen is alleen het jaar bekend; die zijn over de dagen van het jaar verdeeld.
}
months-month = Maand
months-known = Maand bekend
months-spread = Alleen het jaar bekend
months-so-far = Tot nu toe
months-even = Gelijk tempo
months-season = Tempo met het seizoen
months-expected = Verwacht aan het eind van de maand
months-under-way = Nu onderweg
months-under-way-lead = Woningen tussen de match en de sleutel, voor welk jaar ze ook tellen.
months-stage-agreed = Afgesproken in een ronde
months-stage-offered = Aangeboden
months-stage-viewing = Bezichtiging gepland
months-stage-accepted = Aanvaard
months-stage-agreements = Overeenkomsten worden gemaakt
months-stage-keys = Nu de sleutel
months-how-month = Een woning die hier is afgesproken, valt in de maand van die afspraak. Van een woning van vóór Sleutel is de maand die waarin het huishouden er ging wonen, als een dossier dat zegt. Van alle andere is alleen het jaar bekend; die zijn gelijk verdeeld over de dagen die voorbij zijn. Over een corporatie zeggen dossiers van vroeger niets.
months-how-pace = Het gelijke tempo verdeelt wat is afgesproken over de dagen van het jaar. Het tempo met het seizoen doet hetzelfde naar wat de maanden in andere jaren waren: wanneer huishoudens gingen wonen, alle groepen samen, en dichter bij gelijk naarmate het toeval kan zijn.
months-how-under-way = Onderweg zegt hoe ver elke woning is. Het telt niet mee in de verwachting: de meeste van deze woningen zijn al toegezegd. Een dossier dat rust, telt ook mee.
months-how-file = In de bestanden is een aantal van 1 tot en met 9 verborgen, met andere waaruit het te berekenen is.
