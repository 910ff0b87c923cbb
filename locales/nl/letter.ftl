# Een brief aan één persoon over één ronde.

rounds-letter = Brief aan deze persoon
letter-how = Dit is een brief aan de persoon, voor op papier. Er staat geen ander huishouden in. In het logboek staat dat u de brief hebt geopend.
letter-text = Als tekst
letter-back = Terug naar de persoon
letter-file = brief

letter-title = Uw plek in de ronde van { $date }
letter-reference = Dossier { $reference }
letter-dear = Beste { $name },
letter-intro = Voor { $date } hebben we gekeken wie in welke woning kan wonen. Er { $homes ->
        [one] was { $homes } woning
       *[other] waren { $homes } woningen
    }. In deze brief staat wat er voor u uitkwam, en waarom. Met ‘dit huishouden’ bedoelen we u en wie met u meeverhuist.
letter-what = Wat eruit kwam
letter-proposed = Deze woning is voor u voorgesteld: { $home }.
letter-home = { $address } in { $place } ({ $facts })
letter-a-home = een woning met { $rooms ->
        [one] { $rooms } kamer
       *[other] { $rooms } kamers
    } in { $place }
letter-decision-open = Een medewerker moet er nog over beslissen. Het is dus nog niet zeker.
letter-decision-agreed = Een medewerker heeft op { $date } ja gezegd. U kiest zelf of u de woning neemt.
letter-decision-rejected = Een medewerker heeft op { $date } besloten dat dit niet doorgaat. Vraag uw begeleider naar de reden.
letter-not-yet = In dit voorstel is er nog geen woning voor u.
letter-why = Waarom
letter-why-rules = De woning past bij alle regels, zoals het aantal kamers, de huur en de plek.
letter-why-pinned = Een medewerker heeft u vastgezet op deze woning, met een reden.
letter-why-ground = U moet binnenkort weg of bent niet veilig. Daarom hoorde u bij de mensen die voorgaan.
letter-why-fit = Deze punten tellen mee:
letter-points = { $part } ({ $points ->
        [one] { $points } punt
       *[other] { $points } punten
    })
letter-why-others = Anderen konden deze woning ook krijgen. Zou een van hen haar krijgen, dan { $loss }
letter-why-not-ready = Uw dossier was op de dag van de ronde nog niet klaar.
letter-why-together = U verhuist samen met een ander huishouden of niet. Er waren geen twee woningen bij elkaar in de buurt voor u allebei.
letter-possible = { $count ->
        [one] Volgens de regels was { $count } woning van deze ronde mogelijk voor u.
       *[other] Volgens de regels waren { $count } woningen van deze ronde mogelijk voor u.
    }
letter-help = Wat het eerst zou helpen
letter-help-tried = Dit hebben we geprobeerd: met deze verandering is de ronde opnieuw uitgerekend, en toen was er een woning voor u.
letter-help-none = We vonden niet één verandering die genoeg is.
letter-change-ready = Uw dossier moet klaar worden gemaakt. Dat doet uw begeleider samen met u.
letter-change-apart = Het helpt als u niet meer samen met een ander huishouden hoeft te verhuizen.
letter-change-excluded = De partners hebben afgesproken dat u op sommige plekken niet kunt wonen. Vraag uw begeleider of dat nog geldt.
letter-waiting = Wachten en de loting
letter-weeks = Op de dag van de ronde wachtte u { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weken
    }.
letter-lot-rule = Zijn twee uitkomsten verder in alles gelijk, dan beslissen eerst de weken wachten, en als laatste de loting.
letter-lot = Uw lot in deze ronde is { $number }. Dat is plek { $place } van { $of }; hoger is gelukkiger. Het getal van de ronde is { $seed }. Op de pagina /method/lots staat hoe iedereen dit kan narekenen.
letter-who = Wie er beslist
letter-who-what = Een computer doet een voorstel. Een medewerker beslist, met naam en met een reden. U kiest zelf of u een woning neemt. Niemand krijgt een score.
letter-object = Bent u het er niet mee eens?
letter-object-what = Zeg het tegen uw begeleider. Een medewerker kijkt er dan samen met u naar. U kunt altijd een mens spreken. Kloppen de gegevens hieronder niet, dan worden ze verbeterd.
letter-object-contact = U kunt het ook hier vragen: { $contact }
letter-object-decision = Neemt de gemeente of de corporatie een besluit, dan staat in die brief hoe u bezwaar kunt maken.
letter-data = Welke gegevens zijn gebruikt
letter-data-what = Alleen deze gegevens over u telden mee, zoals ze in de ronde van { $date } waren:
letter-data-fact = Over dit huishouden
letter-data-value = Wat we wisten
letter-more = Hoe een voorstel tot stand komt, staat op de pagina /method.
letter-close = Met vriendelijke groet,

fact-none = Geen
fact-wish = { $place }: { $direction } ({ $strength })
