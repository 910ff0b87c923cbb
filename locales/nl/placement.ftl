# Voorstellen: regels, doelen en de redenen erbij.

rule-rooms = aantal kamers
rule-adaptation = aangepaste woning
rule-stairs = trappen en lift
rule-rent = huur
rule-target = voor wie de woning bedoeld is
rule-area-limit = waar iemand wel of niet wil wonen
rule-exclusion = afspraak van de partners
rule-pets = huisdieren
rule-smoking = roken
rule-offered-before = al eerder aangeboden
rule-ban = uitgesloten in deze ronde

question-people = Hoeveel mensen verhuizen mee?
question-adaptation = Is een woning zonder trappen of een rolstoelwoning nodig?
question-stairs = Tot welke verdieping gaat traplopen?
question-rent = Hoeveel huur per maand kan er hoogstens worden betaald?
question-head-age = Wanneer is het hoofd van het huishouden geboren?
question-oldest-age = Wanneer is de oudste die meeverhuist geboren?
question-sharing = Is een huis delen met anderen goed?
question-pets = Verhuist er een hond of kat mee?
question-smoking = Rookt er iemand binnen?

goal-pins = Wat mensen hebben vastgezet
goal-floors = Afgesproken aantallen halen
goal-ground = Eerst wie weg moet of niet veilig is
goal-comparable = Alle groepen ongeveer even goed helpen
goal-homes-used = Zo veel mogelijk woningen gebruiken
goal-fit = Zo goed mogelijk passen bij wens en netwerk
goal-waiting = Wie het langst wacht
goal-spread = Spreiden over de buurten
goal-lot = Loting

fixing-pin = Vastgezet
fixing-ban = Uitgesloten
verdict-agreed = Akkoord
verdict-rejected = Niet akkoord

refusal-too-few-rooms = Te klein: de woning heeft { $has ->
        [one] { $has } kamer
       *[other] { $has } kamers
    }. Dit huishouden heeft er minstens { $needed } nodig.
refusal-too-many-rooms = Te groot: de woning heeft { $has ->
        [one] { $has } kamer
       *[other] { $has } kamers
    }. Voor dit huishouden zijn het er hoogstens { $most }.
refusal-not-adapted = Niet geschikt: nodig is { $needs ->
        [wheelchair] een rolstoelwoning
        [step-free] een woning zonder trappen
       *[ordinary] een gewone woning
    }. Dit is { $has ->
        [wheelchair] een rolstoelwoning
        [step-free] een woning zonder trappen
       *[ordinary] een gewone woning
    }.
refusal-kept-for-adapted = Vrijgehouden: dit is { $has ->
        [wheelchair] een rolstoelwoning
        [step-free] een woning zonder trappen
       *[ordinary] een gewone woning
    }. Er wachten mensen die zo’n woning nodig hebben.
refusal-stairs = Te hoog zonder lift: de voordeur is op verdieping { $floor }. { $most ->
        [0] Dit huishouden kan alleen op de begane grond wonen.
       *[other] Traplopen gaat tot en met verdieping { $most }.
    }
refusal-rent = Te duur: de huur is { $rent } per maand. De grens van dit huishouden is { $most }.
refusal-target-age = { $target ->
        [youth] Bedoeld voor jongeren van 18 tot en met 27 jaar. Het hoofd van dit huishouden is { $age } jaar.
        [fifty-five-plus] Bedoeld voor mensen van 55 jaar of ouder. De oudste van dit huishouden is { $age } jaar.
       *[other] Bedoeld voor mensen van een andere leeftijd dan { $age } jaar.
    }
refusal-no-sharing = Dit is een huis dat je met anderen deelt. Dit huishouden wil dat niet.
refusal-avoided = Dit huishouden wil hier beslist niet wonen ({ $place }).
refusal-outside-must = De woning ligt buiten de plekken waar dit huishouden per se wil wonen.
refusal-excluded = De partners hebben afgesproken dat dit huishouden hier niet kan wonen ({ $place }).
refusal-no-pets = Er verhuist een hond of kat mee, en huisdieren mogen hier niet.
refusal-no-smoking = Er wordt binnen gerookt, en dat mag hier niet.
refusal-offered-before = Deze woning is al eerder aangeboden.
refusal-banned = Een medewerker heeft deze koppeling in deze ronde uitgesloten.

pair-fits = Past volgens alle regels.
pair-ask = Misschien mogelijk. Vraag eerst: { $questions }

standing-in = Doet mee: { $possible ->
        [one] { $possible } woning is mogelijk.
       *[other] { $possible } woningen zijn mogelijk.
    }
standing-in-more-once-asked = Doet mee: { $possible ->
        [one] { $possible } woning is mogelijk.
       *[other] { $possible } woningen zijn mogelijk.
    } Er { $asked ->
        [one] komt misschien { $asked } woning bij
       *[other] komen misschien { $asked } woningen bij
    } na antwoord op: { $questions }
standing-ask = Nog niet mee te nemen: { $asked ->
        [one] { $asked } woning is misschien mogelijk
       *[other] { $asked } woningen zijn misschien mogelijk
    } na antwoord op: { $questions }
standing-not-ready = Doet niet mee: het dossier is op de datum van de ronde niet klaar.
no-home-fits = Geen enkele woning in deze ronde is mogelijk.
no-home-fits-because = Geen enkele woning in deze ronde is mogelijk. Woningen die afvallen door: { $rules }. Een woning kan om meer redenen afvallen.
no-home-fits-rule = { $rule } ({ $homes })

why-not-not-ready = Het dossier was op de datum van de ronde niet klaar.
why-not-ask-first = Er is misschien een woning mogelijk. Vraag eerst: { $questions }
why-not-group-full = Het aantal woningen voor de groep ‘{ $group }’ is dit jaar bereikt: hoogstens { $upper }.
why-not-area-full = De woningen die mogelijk zijn, liggen waar dit jaar geen plaats meer is. Het dichtst bij kwam { $place }: daar zijn het er hoogstens { $upper }.
why-not-outweighed = Er zijn woningen mogelijk, maar er zijn er te weinig voor iedereen. Het dichtst bij kwam { $home }. Zou dit huishouden die woning krijgen, dan { $loss }

loss-pins = { $loss ->
        [one] kan { $loss } vastgezette koppeling niet doorgaan.
       *[other] kunnen { $loss } vastgezette koppelingen niet doorgaan.
    }
loss-floors = { $loss ->
        [one] komt er { $loss } woning minder op een plek of bij een groep die achterloopt.
       *[other] komen er { $loss } woningen minder op een plek of bij een groep die achterloopt.
    }
loss-ground = wordt het doel ‘eerst wie weg moet of niet veilig is’ minder goed gehaald ({ $loss } minder).
loss-comparable = worden de groepen minder gelijk geholpen.
loss-homes-used = { $loss ->
        [one] blijft er { $loss } woning meer leeg.
       *[other] blijven er { $loss } woningen meer leeg.
    }
loss-fit = passen alle woningen samen { $loss ->
        [one] { $loss } punt
       *[other] { $loss } punten
    } minder goed bij wens en netwerk.
loss-waiting = hebben de mensen die een woning krijgen samen { $loss ->
        [one] { $loss } week
       *[other] { $loss } weken
    } korter gewacht.
loss-spread = worden de woningen minder goed over de buurten verdeeld.
loss-lot = is de uitslag van de loting anders. In alle andere doelen is er geen verschil.

runner-up = Past met { $points ->
        [one] { $points } punt
       *[other] { $points } punten
    }. Zou dit huishouden deze woning krijgen, dan { $loss }

why-empty-nobody-fits = Deze woning past bij niemand die klaar is.
why-empty-nobody-fits-yet = Deze woning past nog bij niemand die klaar is. Misschien wel bij { $asked ->
        [one] { $asked } huishouden
       *[other] { $asked } huishoudens
    }, na antwoord op de vragen.
why-empty-area-full = Er is dit jaar geen plaats meer in { $place }: hoogstens { $upper }.
why-empty-others-went-elsewhere = De huishoudens voor wie deze woning mogelijk is, krijgen een andere woning, of het aantal voor hun groep is bereikt.

change-answer = Beantwoord deze vraag: { $question } Dan kan { $home } mogelijk worden.
change-rent = Bij een huurgrens van { $limit } wordt { $home } mogelijk.
change-stairs = Als verdieping { $floor } zonder lift ook goed is, wordt { $home } mogelijk.
change-place = Bespreek opnieuw waar wonen wel of niet kan. Nu staat dit in de weg voor { $home }: { $refusal }
change-lift = Nu staat dit in de weg voor { $home }: { $refusal }
change-group-ceiling = Eén woning meer voor de groep ‘{ $group }’ (hoogstens { $upper } in plaats van het huidige aantal) maakt plaats.
change-area-ceiling = Eén woning meer in { $place } (hoogstens { $upper } in plaats van het huidige aantal) maakt plaats.
change-one-more-like = Nog één woning zoals { $home } zou genoeg zijn.
change-make-ready = Maak het dossier klaar voor een woning.
change-home-with = Er moet { $fitted ->
        [wheelchair] een rolstoelwoning
        [step-free] een woning zonder trappen
       *[ordinary] een woning
    } vrijkomen met minstens { $rooms ->
        [one] { $rooms } kamer
       *[other] { $rooms } kamers
    }.
change-home-with-rent = Er moet { $fitted ->
        [wheelchair] een rolstoelwoning
        [step-free] een woning zonder trappen
       *[ordinary] een woning
    } vrijkomen met minstens { $rooms ->
        [one] { $rooms } kamer
       *[other] { $rooms } kamers
    } en een huur van hoogstens { $rent } per maand.

shortfall = { $name }: om op schema te liggen { $due ->
        [one] was { $due } woning nodig
       *[other] waren { $due } woningen nodig
    }. Dit voorstel geeft er { $given }.
bound-use = { $before } → { $after }
bound-use-of = { $before } → { $after } van hoogstens { $upper }

fit-wish = Waar iemand wil wonen
fit-network = Mensen en bezigheden dichtbij
fit-rooms = Precies genoeg kamers
fit-rent = Huur ruim onder de grens

input-error-parent = Gebied { $node } ligt in gebied { $parent }, maar dat staat er niet vóór. Zet een groter gebied altijd vóór de delen ervan.
input-error-roots = Er moet precies één gebied zijn waar alles in ligt. Nu zijn het er { $roots }.
input-error-home-node = Woning { $home } ligt in gebied { $node }, en dat gebied is er niet.
input-error-group = Dossier { $reference } hoort bij groep { $group }, en die groep is er niet.
input-error-twice = ‘{ $what }’ komt twee keer voor.
input-error-fixing = Er is iets vastgezet of uitgesloten voor ‘{ $what }’, en dat doet niet mee in deze ronde.
input-error-street-node = Gebied { $node } is een straat. Alleen gebieden en complexen hebben aantallen.
input-error-bounds = ‘{ $name }’ heeft een minimum van { $lower }, en dat is hoger dan het maximum van { $upper }.
