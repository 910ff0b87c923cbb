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

goal-proven = { $reached } { $goal ->
        [floors] tekort
       *[other] gehaald
    }. Bewezen: beter kan niet.
goal-not-proven = { $reached } { $goal ->
        [floors] tekort
       *[other] gehaald
    }, misschien kan { $bound }: hoogstens { $gap } ernaast. Niet bewezen.

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
why-not-load-full = De woningen die mogelijk en vrij zijn, liggen waar de buurt niet meer ondersteuning kan dragen. Het dichtst bij kwam { $place }: daar zijn het hoogstens { $upper } punten.
why-not-association-full = De woningen die mogelijk en vrij zijn, zijn van { $association }. Die geeft dit jaar hoogstens { $upper } woningen.
why-not-together = Dit huishouden verhuist samen met { $other } of niet. Er waren geen twee woningen dicht bij elkaar voor beide.
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
why-empty-load-full = { $place } kan niet meer ondersteuning dragen: hoogstens { $upper } punten.
why-empty-association-full = { $association } geeft dit jaar hoogstens { $upper } woningen, en die zijn er al.
why-empty-others-went-elsewhere = De huishoudens voor wie deze woning mogelijk is, krijgen een andere woning, of het aantal voor hun groep is bereikt.

change-answer = Beantwoord deze vraag: { $question } Dan kan { $home } mogelijk worden.
change-rent = Bij een huurgrens van { $limit } wordt { $home } mogelijk.
change-stairs = Als verdieping { $floor } zonder lift ook goed is, wordt { $home } mogelijk.
change-place = Bespreek opnieuw waar wonen wel of niet kan. Nu staat dit in de weg voor { $home }: { $refusal }
change-lift = Nu staat dit in de weg voor { $home }: { $refusal }
change-group-ceiling = Eén woning meer voor de groep ‘{ $group }’ (hoogstens { $upper } in plaats van het huidige aantal) maakt plaats.
change-area-ceiling = Eén woning meer in { $place } (hoogstens { $upper } in plaats van het huidige aantal) maakt plaats.
change-load-ceiling = Meer ondersteuning in { $place } ({ $upper } punten in plaats van het huidige aantal) maakt plaats.
change-association-ceiling = Eén woning meer van { $association } (hoogstens { $upper } in plaats van het huidige aantal) maakt plaats.
change-apart = Het helpt als dit huishouden niet meer samen met { $other } hoeft te verhuizen.
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
load-use = { $name }: { $before } → { $after } punten ondersteuning, hoogstens { $upper }

demand-pin = de vastgezette koppeling van { $reference } en { $home }
demand-floor = het minimum van { $name }
demand-ceiling = het maximum van { $name }
demand-load = de ondersteuning die { $name } kan dragen
demand-together = dat { $one } en { $other } samen verhuizen
collision = Dit kan niet allemaal tegelijk: { $demands }.
collision-alone = De woningen en huishoudens van deze ronde kunnen dit niet geven: { $demand }.
way-out-floor = { $name }: vraag in deze ronde { $by ->
        [one] { $by } woning
       *[other] { $by } woningen
    } minder
way-out-ceiling = { $name }: laat { $by ->
        [one] { $by } woning
       *[other] { $by } woningen
    } meer toe
way-out-load = { $name }: draag { $by ->
        [one] { $by } punt
       *[other] { $by } punten
    } meer
way-out-drop = laat los: { $demand }
worth-more-home = Eén woning meer bij het maximum van { $name }: { $gain }
worth-more-load = Eén punt meer ondersteuning in { $name }: { $gain }
gain-none = er wordt niets beter.
gain-pins = { $gain ->
        [one] er kan { $gain } vastgezette koppeling meer doorgaan.
       *[other] er kunnen { $gain } vastgezette koppelingen meer doorgaan.
    }
gain-floors = { $gain ->
        [one] er komt { $gain } woning meer op een plek of bij een groep die achterloopt.
       *[other] er komen { $gain } woningen meer op een plek of bij een groep die achterloopt.
    }
gain-ground = { $gain ->
        [one] { $gain } huishouden meer dat weg moet of niet veilig is, krijgt een woning.
       *[other] { $gain } huishoudens meer die weg moeten of niet veilig zijn, krijgen een woning.
    }
gain-comparable = de groepen worden gelijker geholpen.
gain-homes-used = { $gain ->
        [one] er wordt { $gain } woning meer gebruikt.
       *[other] er worden { $gain } woningen meer gebruikt.
    }
gain-fit = alle woningen samen passen { $gain ->
        [one] { $gain } punt
       *[other] { $gain } punten
    } beter bij wens en netwerk.
gain-waiting = de mensen die een woning krijgen hebben samen { $gain ->
        [one] { $gain } week
       *[other] { $gain } weken
    } langer gewacht.
gain-spread = de woningen zijn beter verspreid over de buurten.
gain-lot = alleen de uitkomst van het lot wordt anders.

fit-wish = Waar iemand wil wonen
fit-network = Mensen en bezigheden dichtbij
fit-rooms = Precies genoeg kamers
fit-rent = Huur ruim onder de grens
fit-later = Wat wachten later kan opleveren

input-error-parent = Gebied { $node } ligt in gebied { $parent }, maar dat staat er niet vóór. Zet een groter gebied altijd vóór de delen ervan.
input-error-roots = Er moet precies één gebied zijn waar alles in ligt. Nu zijn het er { $roots }.
input-error-home-node = Woning { $home } ligt in gebied { $node }, en dat gebied is er niet.
input-error-group = Dossier { $reference } hoort bij groep { $group }, en die groep is er niet.
input-error-twice = ‘{ $what }’ komt twee keer voor.
input-error-fixing = Er is iets vastgezet of uitgesloten voor ‘{ $what }’, en dat doet niet mee in deze ronde.
input-error-street-node = Gebied { $node } is een straat. Alleen gebieden en complexen hebben aantallen.
input-error-group-parent = Groep { $group } is een deel van groep { $parent }, maar die staat er niet vóór.
input-error-together = { $one } en { $other } kunnen niet samen verhuizen: beide moeten meedoen in de ronde, en het moeten er twee zijn.
input-error-bounds = ‘{ $name }’ heeft een minimum van { $lower }, en dat is hoger dan het maximum van { $upper }.
input-error-ahead-futures = Er staan { $found } toekomsten voor het vooruitkijken. Het moeten er 1 tot en met 20 zijn.
input-error-ahead-weeks = Er wordt { $found } weken vooruitgekeken. Het moeten er 1 tot en met 104 zijn.
input-error-ahead-node = Een verwachte woning ligt in gebied { $node }, en dat gebied is er niet.
input-error-ahead-group = Nieuwe huishoudens worden verwacht in groep { $group }. Die groep is er niet, of staat er twee keer.
input-error-ahead-many = Er worden { $found } woningen of huishoudens verwacht. Het kunnen er 50.000 zijn.

# --- pagina's van een ronde

rounds-new = Nieuwe ronde
rounds-one = De ronde
rounds-lead = In een ronde worden vrije woningen gelegd naast mensen die klaar zijn. De computer doet een voorstel, mensen beslissen.
rounds-none-title = Er zijn nog geen rondes
rounds-none = Een coördinator plaatsing maakt een ronde van de woningen die vrij zijn.
rounds-name = Naam
rounds-date = Datum
rounds-homes = Woningen
rounds-agreed = Akkoord
rounds-newest = Nieuwste voorstel
rounds-newest-is = Nummer { $number }, { $when }
rounds-newest-none = Nog geen voorstel
rounds-status = Stand
rounds-open = Open
rounds-closed = Gesloten

rounds-new-lead = Kies de datum en de woningen. Alle vrije woningen zijn al aangevinkt.
rounds-change-homes = Woningen wijzigen
rounds-change-homes-lead = Vink aan welke woningen meedoen. Woningen waarover in deze ronde al is besloten, blijven erin.
rounds-name-hint = Zo herkent u de ronde in de lijst.
rounds-name-week = Ronde week { $week }, { $year }
rounds-date-hint = Leeftijden, termijnen en wachttijd rekenen we uit voor deze dag.
rounds-spare = Kamers extra
rounds-spare-hint = Hoeveel kamers een woning meer mag hebben dan nodig is: 0 tot en met 5.
rounds-about-ahead = De ronde kijkt vooruit met { $futures ->
    [one] 1 toekomst
   *[other] { $futures } toekomsten
 }.
rounds-ahead = Vooruitkijken
rounds-ahead-hint = 0 is uit. 5 is gewoon: dan trekt het systeem 5 mogelijke toekomsten uit de woningen die eerder vrijkwamen. Wie later ook een goede woning kan verwachten, laat dan iemand voorgaan die dat niet kan. Niemand met een reden voor voorrang wacht hierdoor langer, en geen woning blijft hierdoor leeg.
rounds-seed = Lotgetal
rounds-seed-hint = Laat dit leeg: dan trekt het programma een getal en verzegelt het tot het eerste voorstel. Zo kan niemand het kiezen. Vul alleen een getal in als de partners vooraf hebben afgesproken waar het vandaan komt, zoals een openbare trekking. Op de pagina met alle loten staat dan dat mensen het opgaven.
rounds-homes-hint = Alleen wat is aangevinkt doet mee. Een filter verandert niets aan uw keuze.
rounds-no-homes-title = Er zijn geen vrije woningen
rounds-no-homes = Een corporatie meldt eerst een woning aan die vrijkomt.
rounds-association = Corporatie
rounds-district = Stadsdeel
rounds-all = Alle
rounds-filter = Toon
rounds-filter-off = Alles tonen
rounds-select-all = Alles aanvinken
rounds-select-none = Niets aanvinken
rounds-chosen-of = van { $total } woningen gekozen
rounds-in = Doet mee
rounds-home = Woning
rounds-what = Kenmerken
rounds-from = Vrij vanaf
rounds-make = Ronde maken
rounds-save = Opslaan
rounds-cancel = Annuleren
rounds-made = De ronde is gemaakt met { $homes ->
        [one] { $homes } woning
       *[other] { $homes } woningen
    }.
rounds-homes-changed = De woningen van de ronde zijn gewijzigd. Vraag een nieuw voorstel.
rounds-homes-moved = Iemand anders heeft de ronde intussen veranderd. Er is nog niets opgeslagen. Uw keuze staat hieronder; kijk of die nog klopt en sla opnieuw op.

rounds-home-rooms = { $rooms ->
        [one] { $rooms } kamer
       *[other] { $rooms } kamers
    }
rounds-home-rent = { $rent } per maand
rounds-home-surface = { $surface } m²
rounds-home-floor = { $floor ->
        [0] begane grond
       *[other] verdieping { $floor }
    }{ $lift ->
        [yes] , met lift
       *[no] , zonder lift
    }
rounds-people = { $people ->
        [one] { $people } persoon
       *[other] { $people } personen
    }
rounds-people-unknown = aantal personen niet bekend
rounds-weeks = { $weeks ->
        [one] wacht { $weeks } week
       *[other] wacht { $weeks } weken
    }
rounds-fits-plain = Past volgens alle regels, zonder punten voor wens, netwerk, kamers of huur.
rounds-fit-part = { $part }: { $points ->
        [one] { $points } punt
       *[other] { $points } punten
    }.
rounds-use-group = Aandeel van ‘{ $name }’ dit jaar
rounds-by = { $who }, { $when }
rounds-nobody = niemand
rounds-another = een huishouden van een andere organisatie

rounds-about = Ronde van { $date } met { $homes ->
        [one] { $homes } woning
       *[other] { $homes } woningen
    }. { $lot } { $spare ->
        [one] Een kamer meer dan nodig past ook.
       *[other] Tot { $spare } kamers meer dan nodig past ook.
    }
rounds-version = Versie { $version }.
rounds-last-made = Gemaakt door { $who } op { $when }.
rounds-last-proposed = Laatst: een voorstel, gevraagd door { $who } op { $when }.
rounds-last-fixed = Laatst: iets vastgezet of uitgesloten door { $who } op { $when }.
rounds-last-decided = Laatst: een beslissing van { $who } op { $when }.
rounds-steps = Stappen van de ronde
rounds-step-homes = Woningen gekozen.
rounds-step-homes-is = { $homes ->
        [one] { $homes } woning.
       *[other] { $homes } woningen.
    }
rounds-step-people = Wie doet er mee?
rounds-step-people-see = Bekijk de mensen
rounds-step-people-not = Zorgaanbieders en gemeente kijken dit na.
rounds-step-proposal = Voorstel.
rounds-step-proposal-is = Nummer { $number } is het nieuwste.
rounds-step-decide = Beslissen.
rounds-step-decide-is = { $agreed } akkoord, nog { $undecided } te beslissen.
rounds-who-title = Wie er meedoet
rounds-standing-in = Doet mee
rounds-standing-ask = Onbekend: eerst vragen
rounds-standing-out = Doet niet mee
rounds-ask-hint = Beantwoord eerst de open vragen. Wat we niet weten, telt niet tegen iemand, maar zonder antwoord kan er geen woning worden voorgesteld.
rounds-propose = Maak een voorstel
rounds-propose-again = Nieuw voorstel maken
rounds-export = Spreadsheet (XLSX)
rounds-print = Afdrukken
rounds-close = Ronde sluiten
rounds-reopen = Ronde weer openen
rounds-older = Dit is voorstel { $number }. Het nieuwste is voorstel { $newest }; alleen daarover kunt u beslissen.
rounds-to-newest = Naar het nieuwste voorstel
rounds-proposal-title = Voorstel { $number }
rounds-made-by = Gevraagd door { $who } op { $when }.
rounds-figure-homes = woningen te verdelen
rounds-figure-placed = woningen met een voorstel
rounds-figure-empty = woningen blijven leeg
rounds-figure-unplaced = huishoudens zonder woning
rounds-to-ask = { $count ->
        [one] Eén huishouden kan misschien meedoen als een vraag is beantwoord
       *[other] { $count } huishoudens kunnen misschien meedoen als een vraag is beantwoord
    }
rounds-proven = Bewezen: beter kan het niet
rounds-not-proven = Niet bewezen dat dit het beste is
rounds-proven-what = Bij deze woningen, mensen, regels en doelen is er geen verdeling die op een doel beter uitkomt zonder een belangrijker doel te schaden. De rekenaar heeft dat uitgerekend en een tweede programma heeft de regels en aantallen nageteld.
rounds-not-proven-what = Dit voorstel houdt zich aan alle regels. Er is misschien een verdeling die op een doel nog beter uitkomt.
rounds-goals = De doelen in volgorde, en wat elk doel heeft gehaald
rounds-goal-best = { $goal ->
        [floors] Minder is niet mogelijk.
        [comparable] Beter is niet mogelijk.
        [spread] Beter is niet mogelijk.
        [lot] Dit is het lot, helemaal toegepast.
       *[other] Meer is niet mogelijk.
    }
rounds-goal-gap = { $goal ->
        [pins] Misschien { $gap ->
            [one] kan er hooguit { $gap } vastgezet paar bij
           *[other] kunnen er hooguit { $gap } vastgezette paren bij
        } ({ $share }).
        [floors] Misschien { $gap ->
            [one] is hooguit { $gap } woning minder te weinig mogelijk
           *[other] zijn hooguit { $gap } woningen minder te weinig mogelijk
        } ({ $share }).
        [ground] Misschien { $gap ->
            [one] is hooguit { $gap } huishouden meer mogelijk
           *[other] zijn hooguit { $gap } huishoudens meer mogelijk
        } ({ $share }).
        [homes-used] Misschien { $gap ->
            [one] is hooguit { $gap } woning meer mogelijk
           *[other] zijn hooguit { $gap } woningen meer mogelijk
        } ({ $share }).
        [fit] Misschien { $gap ->
            [one] is hooguit { $gap } punt meer mogelijk
           *[other] zijn hooguit { $gap } punten meer mogelijk
        } ({ $share }).
        [waiting] Misschien { $gap ->
            [one] is hooguit { $gap } week meer mogelijk
           *[other] zijn hooguit { $gap } weken meer mogelijk
        } ({ $share }).
       *[other] Misschien kan het nog iets beter (hooguit { $share }).
    }
rounds-reached-pins = { $count ->
        [one] { $count } vastgezet paar staat in het voorstel.
       *[other] { $count } vastgezette paren staan in het voorstel.
    }
rounds-reached-floors = { $count ->
        [0] Alle afgesproken aantallen lopen op schema.
        [one] Er is { $count } woning te weinig om op schema te blijven.
       *[other] Er zijn { $count } woningen te weinig om op schema te blijven.
    }
rounds-reached-ground = { $count ->
        [one] { $count } huishouden dat weg moet of niet veilig is, krijgt een woning.
       *[other] { $count } huishoudens die weg moeten of niet veilig zijn, krijgen een woning.
    }
rounds-reached-comparable = De groepen worden zo gelijk geholpen als de doelen hiervoor toelaten.
rounds-reached-homes-used = { $count ->
        [one] { $count } woning krijgt een huishouden.
       *[other] { $count } woningen krijgen een huishouden.
    }
rounds-reached-fit = { $count ->
        [one] Samen { $count } punt voor wens, netwerk, kamers en huur.
       *[other] Samen { $count } punten voor wens, netwerk, kamers en huur.
    }
rounds-reached-waiting = { $count ->
        [one] Samen { $count } week gewacht.
       *[other] Samen { $count } weken gewacht.
    }
rounds-reached-spread = Zo goed gespreid als de doelen hiervoor toelaten.
rounds-reached-lot = Waar verder geen verschil was, besliste het lot.
rounds-engine = Rekenaar: { $engine }. Vingerafdruk van de invoer: { $fingerprint }.
rounds-groups = Aantallen per groep, ervoor en erna
rounds-shortfalls = { $count ->
        [one] { $count } aantal dat niet op schema komt
       *[other] { $count } aantallen die niet op schema komen
    }
rounds-broken = Vastgezet, maar niet mogelijk
rounds-collisions = { $count ->
        [one] Eén ding kan niet samen
       *[other] { $count } dingen kunnen niet samen
    }
rounds-collisions-what = Elk rijtje is zo klein als het kan: laat er één los en de andere kunnen wel. Daaronder staat wat het oplost, het minste eerst. Alles is uitgeprobeerd.
rounds-loads = Ondersteuning per plek
rounds-worth = { $count ->
        [one] Wat één meer waard zou zijn, bij één grens
       *[other] Wat één meer waard zou zijn, bij { $count } grenzen
    }
rounds-worth-what = Bij elke grens die op is: het eerste doel dat beter zou worden. Alles is uitgeprobeerd.
rounds-pin-broken = { $person } in { $home } kan niet: een regel, een grens of iets anders dat is vastgezet laat het niet toe.
rounds-compared = { $count ->
        [one] { $count } woning is anders dan in voorstel { $with }
       *[other] { $count } woningen zijn anders dan in voorstel { $with }
    }
rounds-fixed = Vastgezet en uitgesloten
rounds-lift = Opheffen
rounds-lift-and-propose = Opheffen en nieuw voorstel
rounds-lines = Woningen met een voorstel
rounds-hidden = { $count ->
        [one] Er is nog { $count } regel van andere organisaties, die u niet kunt zien.
       *[other] Er zijn nog { $count } regels van andere organisaties, die u niet kunt zien.
    }
rounds-no-lines-title = Er zijn geen regels om te tonen
rounds-no-lines-what = In dit voorstel staat niets voor uw mensen of woningen.
rounds-sum-undecided = { $count ->
        [one] { $count } te beslissen
       *[other] { $count } te beslissen
    }
rounds-sum-agreed = { $count } akkoord
rounds-sum-rejected = { $count } niet akkoord
rounds-state = Beslissing
rounds-state-undecided = Nog te beslissen
rounds-group = Groep
rounds-sort = Volgorde
rounds-sort-home = Zoals in het voorstel
rounds-sort-waiting = Wie het langst wacht
rounds-sort-fit = Wat het best past
rounds-sort-street = Straat
rounds-only-ground = Alleen wie weg moet of niet veilig is
rounds-on-ground = Gaat voor
rounds-lines-of = { $count } van { $total } regels
rounds-lines-in = Alleen in { $name }.
rounds-search-lines = Adres of nummer
rounds-for = voor
rounds-tick = Kies { $home } om samen te beslissen
rounds-runners = { $count ->
        [one] Nog { $count } ander kon deze woning krijgen
       *[other] Nog { $count } anderen konden deze woning krijgen
    }
rounds-runners-if = Zou zo’n huishouden deze woning krijgen, dan { $loss }
rounds-line-stepped-back = Vooruitkijken telde hier mee: zonder dat { $count ->
        [one] had { $count } ander huishouden hier meer punten. Dat kan later meer verwachten en laat dit huishouden voorgaan.
       *[other] hadden { $count } andere huishoudens hier meer punten. Die kunnen later meer verwachten en laten dit huishouden voorgaan.
    }
rounds-points-of = { $points ->
        [one] { $points } punt
       *[other] { $points } punten
    }
rounds-room = { $level } { $name }: { $use }
rounds-runners-others = { $count ->
        [one] En { $count } huishouden van een andere organisatie.
       *[other] En { $count } huishoudens van andere organisaties.
    }
rounds-pin = Vastzetten
rounds-ban = Uitsluiten
rounds-pin-somebody = Iemand vastzetten op deze woning
rounds-take-back = Beslissing terugnemen
rounds-reason = Reden
rounds-agree = Akkoord
rounds-together = Verhuist samen met { $who }.
rounds-together-both = Wat u hier besluit, geldt voor hun woningen tegelijk.
rounds-together-desk = U kunt hier niet over alle woningen besluiten. De plaatsingscoördinator van de gemeente kan dat wel.
rounds-reject = Niet akkoord
rounds-many = Meer regels tegelijk
rounds-many-hint = Vink regels aan en geef één reden voor allemaal.
rounds-select-page = Alles op deze pagina aanvinken
rounds-many-all = Alle { $count } regels die nog te beslissen zijn en bij de filters passen, ook op andere pagina’s
rounds-many-moved = Er is niets vastgelegd. Er zijn nu { $count } regels te beslissen; dat is een ander aantal dan u zag. Kijk nog een keer en geef de knop opnieuw.
rounds-many-agree = Akkoord met wat is aangevinkt
rounds-many-reject = Niet akkoord met wat is aangevinkt
rounds-no-lines = Er is geen regel aangevinkt. Vink minstens één regel aan.
rounds-empty = Woningen die leeg blijven
rounds-empty-none = Geen enkele woning blijft leeg.
rounds-why = Waarom
rounds-before = Andere beslissingen in deze ronde
rounds-proposals = Alle voorstellen
rounds-proposal-line = Voorstel { $number }, { $when }, gevraagd door { $who }: { $placed ->
        [one] { $placed } woning
       *[other] { $placed } woningen
    } met een voorstel
rounds-trial-title = Proef { $number }: { $name }
rounds-trial-line = Proef { $number }, { $name }, { $when }, gevraagd door { $who }: { $placed ->
        [one] { $placed } woning
       *[other] { $placed } woningen
    } met een voorstel
rounds-compare-with = Vergelijk
rounds-reason-fits = Past goed, met de deelnemer besproken
rounds-reason-talked = Besproken met de begeleider
rounds-reason-not-now = De deelnemer kan nu niet verhuizen
rounds-reason-support = Begeleiding is hier niet te regelen
rounds-reason-place = De buurt past niet bij de deelnemer
rounds-reason-other = Een andere woning past beter

rounds-proposed-now = Er is een nieuw voorstel.
rounds-agreed-now = { $count ->
        [one] Akkoord vastgelegd voor { $count } regel.
       *[other] Akkoord vastgelegd voor { $count } regels.
    }
rounds-rejected-now = { $count ->
        [one] Niet akkoord vastgelegd voor { $count } regel. In een volgend voorstel komt dit paar niet terug.
       *[other] Niet akkoord vastgelegd voor { $count } regels. In een volgend voorstel komen deze paren niet terug.
    }
rounds-taken-back = De beslissing is teruggenomen.
rounds-closed-now = De ronde is gesloten.
rounds-reopened-now = De ronde is weer open.
rounds-held = { $count ->
        [one] { $count } regel is niet vastgelegd
       *[other] { $count } regels zijn niet vastgelegd
    }; { $done ->
        [one] { $done } regel wel.
       *[other] { $done } regels wel.
    } Er is niets overschreven.
rounds-held-line = { $vacancy }: { $why }
rounds-fixed-now = Opgeslagen. Het volgende voorstel houdt zich eraan.
rounds-lifted-now = Opgeheven. Het volgende voorstel houdt er geen rekening meer mee.
rounds-saved-and-proposed = Opgeslagen, en er is een nieuw voorstel.
rounds-saved-not-proposed = Opgeslagen, maar iemand anders veranderde de ronde op hetzelfde moment. Kijk hoe het nu is en maak dan een nieuw voorstel.
rounds-saved-held = Opgeslagen, maar er kon geen nieuw voorstel worden gemaakt. { $why }

rounds-fix-title = Vastzetten of uitsluiten
rounds-fix-lead = U legt iets vast over één huishouden en één woning. Het volgende voorstel houdt zich eraan, en uw naam en reden staan erbij.
rounds-fix-what = Wat wilt u vastleggen?
rounds-fix-pin = Vastzetten: dit huishouden krijgt deze woning
rounds-fix-ban = Uitsluiten: dit huishouden krijgt deze woning niet
rounds-fix-person = Nummer van het huishouden
rounds-fix-person-hint = Het nummer van het dossier, bijvoorbeeld D-0012.
rounds-fix-reason-hint = Schrijf hier niets over gezondheid of verleden.
rounds-save-and-propose = Opslaan en nieuw voorstel maken
rounds-save-only = Alleen opslaan

rounds-people-title = Wie doet er mee?
rounds-people-lead = Zo is het op dit moment. Beantwoord vragen voordat u een voorstel maakt.
rounds-standing-in-why = { $possible ->
        [one] { $possible } woning is mogelijk.
       *[other] { $possible } woningen zijn mogelijk.
    }
rounds-standing-ask-why = { $asked ->
        [one] { $asked } woning is misschien mogelijk. Vraag eerst:
       *[other] { $asked } woningen zijn misschien mogelijk. Vraag eerst:
    }
rounds-unplaced-title = Wie kreeg er geen woning?
rounds-unplaced-lead = In { $name }, met voor iedereen de reden. Open een huishouden om te zien wat er als eerste zou helpen.
rounds-why-ask-first = Een woning is misschien mogelijk. Vraag eerst:
rounds-tabs = Indeling
rounds-tab = { $name } ({ $count })
rounds-tab-ask-first = Eerst vragen
rounds-tab-outweighed = Te weinig woningen
rounds-tab-group-full = Groep vol
rounds-tab-area-full = Gebied vol
rounds-tab-load-full = Te veel ondersteuning
rounds-tab-association-full = Corporatie vol
rounds-tab-together = Verhuist samen
rounds-tab-no-home-fits = Niets past
rounds-tab-not-ready = Niet klaar
rounds-search = Naam of nummer
rounds-nobody-title = Niemand gevonden
rounds-nobody-here = Met deze filters is er niemand. Toon alles, of kies iets anders.
rounds-household = Huishouden
rounds-answer = Beantwoorden

rounds-reference = Nummer
rounds-open-file = Dossier openen
rounds-placed-title = Er is een woning voorgesteld
rounds-not-placed-title = Geen woning in dit voorstel
rounds-possible = { $count ->
        [one] { $count } woning van deze ronde is volgens de regels mogelijk.
       *[other] { $count } woningen van deze ronde zijn volgens de regels mogelijk.
    }
rounds-waiting-ahead = Deze ronde keek vooruit.
rounds-waiting-worth = Wachten is voor dit huishouden naar verwachting { $points ->
        [one] { $points } punt
       *[other] { $points } punten
    } waard: zoveel beter zijn de woningen van de { $weeks } weken na deze ronde te verdelen als dit huishouden dan nog meedoet. Een woning hebben telt daarin voor 2.000 punten, de rest is wat past.
rounds-waiting-effect = Die punten gingen hier bij elke woning van de punten af. Zo gaat voor wie minder te verwachten heeft. Aan de doelen die voor ‘Zo goed mogelijk passen’ komen, verandert dat niets.
rounds-waiting-nothing = In de { $weeks } weken erna heeft dit huishouden van wachten naar verwachting geen voordeel. Daarom ging er niets van de punten af.
rounds-waiting-ground = Wie weg moet of niet veilig is, hoeft daarvoor nooit te wachten. Bij dit huishouden ging er dus niets van de punten af voor wat wachten oplevert.
rounds-change-title = Wat zou als eerste helpen?
rounds-change-look = Zoek uit wat zou helpen
rounds-change-look-hint = Hiervoor wordt de ronde opnieuw doorgerekend. Dat kan even duren.
rounds-change-checked = Dit is nagerekend: met deze verandering is de ronde opnieuw doorgerekend, en dan krijgt dit huishouden een woning.
rounds-change-none = Er is niet één verandering gevonden die het verschil maakt.
rounds-not-in-proposal = Dit huishouden stond niet in dit voorstel. Het is al geplaatst, of kwam er later bij.
rounds-before-proposal = Er is nog geen voorstel. Hieronder staat wat de regels nu van elke woning zeggen.
rounds-questions = Open vragen
rounds-noted = Vastgelegd in deze ronde
rounds-every-home = Elke woning van de ronde
rounds-every-home-counts = { $fits } mogelijk, { $ask } misschien,
rounds-every-home-refused = { $count } niet mogelijk.
rounds-verdict = Past het?
rounds-verdict-fits = Mogelijk
rounds-verdict-ask = Eerst vragen
rounds-verdict-refused = Niet mogelijk
rounds-proposed-here = Voorgesteld
rounds-goes-elsewhere = Gaat in dit voorstel naar een ander. Dit huishouden hoort niet bij de vijf die er het dichtst bij waren.
rounds-goes-elsewhere-if = Gaat in dit voorstel naar een ander. Dit huishouden heeft hier { $points }. Zou het deze woning krijgen, dan { $loss }
rounds-goes-stepped-back = Zonder vooruitkijken had dit huishouden hier meer punten dan wie de woning krijgt.
rounds-goes-nobody = Blijft in dit voorstel leeg. { $why }
rounds-back = Terug naar de ronde

rounds-sheet-title = { $name }, { $date }: { $what }
rounds-vacancy = Code
rounds-place = Buurt
rounds-rooms = Kamers
rounds-rent = Huur
rounds-person-name = Naam van het hoofd
rounds-people-head = Personen
rounds-weeks-head = Weken
rounds-points = Punten
rounds-reasons = Waarom dit past
rounds-decision = Beslissing
rounds-who = Door
rounds-when = Wanneer
rounds-possible-head = Mogelijk
rounds-numbers = Aantallen
rounds-numbers-name = Groep of gebied
rounds-numbers-before = Ervoor
rounds-numbers-after = Erna
rounds-numbers-lower = Minimum
rounds-numbers-upper = Maximum
rounds-decisions = Beslissingen
rounds-without = Wie geen woning kreeg, en waarom
rounds-without-all = Iedereen met de reden, op het scherm
rounds-print-how = Deze pagina is voor papier. Druk hem af met uw browser.
rounds-print-do = Nu afdrukken

# --- wat als de aantallen anders waren

rounds-what-if = Wat als de aantallen anders waren?
rounds-what-if-lead = Verander één of meer aantallen en laat opnieuw rekenen. De woningen en mensen zijn die van { $name }. Aan de afgesproken aantallen verandert niets, en over een proef kan niemand beslissen.
rounds-trial-name = Naam van de proef
rounds-trial-name-hint = Zo vindt u de proef terug bij de ronde.
rounds-trial-name-is = Andere aantallen
rounds-trial-numbers = Aantallen
rounds-trial-how = Verander hieronder minstens één aantal. Een leeg maximum betekent: geen maximum.
rounds-trial-groups = Groepen
rounds-trial-associations = Corporaties
rounds-trial-full = Gebieden die vol zijn in dit voorstel
rounds-trial-city = De hele stad en grote delen
rounds-trial-now = Dit jaar, ervoor en erna
rounds-trial-number-of = { $side ->
        [lower] Minimum van { $name }
       *[upper] Maximum van { $name }
    }
rounds-trial-slide = { $side ->
        [lower] Schuif het minimum van { $name }
       *[upper] Schuif het maximum van { $name }
    }
rounds-trial-do = Reken met deze aantallen
rounds-trial-reset = Wis wat ik veranderde
rounds-trial-agreed = Terug naar wat is afgesproken
rounds-trial-changed = Veranderd:
rounds-trial-made = De proef is gemaakt. Hieronder ziet u het verschil.
rounds-trial-thrown-away = De proef is weggegooid.
rounds-trial-is = Dit is een proef met andere aantallen dan afgesproken. Over een proef kan niemand beslissen.
rounds-trial-go-on = Verder met deze aantallen
rounds-trial-throw-away = Proef weggooien
rounds-change-is = { $name }: { $after } in plaats van { $before }
rounds-limits = minimaal { $lower }, maximaal { $upper }
rounds-limits-no-upper = minimaal { $lower }, zonder maximum

# --- twee uitkomsten naast elkaar

rounds-compare = Twee uitkomsten vergelijken
rounds-compare-from = Van
rounds-compare-to = Naar
rounds-compare-do = Vergelijk
rounds-compare-numbers = Andere aantallen
rounds-compare-figures = De uitkomst en de doelen in volgorde
rounds-compare-what = Wat
rounds-compare-difference = Verschil
rounds-compare-same = gelijk
rounds-compare-other = anders
rounds-compare-groups = Woningen per groep, waar dat verschilt
rounds-compare-who = Voor wie en waar het anders is
rounds-compare-people = Huishoudens
rounds-compare-homes = Woningen
rounds-compare-kind = Wat er verandert
rounds-compare-gains = Krijgt een woning
rounds-compare-loses = Krijgt geen woning meer
rounds-compare-moves = Krijgt een andere woning
rounds-compare-filled = Wordt gebruikt
rounds-compare-emptied = Blijft nu leeg
rounds-compare-changes = Gaat naar een ander
rounds-compare-no-home = geen woning
rounds-compare-not-in-it = doet hierin niet mee
rounds-compare-why = Waarom
rounds-compare-points = { $points } punten
rounds-compare-hidden = { $count ->
        [one] Ook voor { $count } huishouden van een andere organisatie is het anders.
       *[other] Ook voor { $count } huishoudens van andere organisaties is het anders.
    }
rounds-compare-none-title = Geen verschil gevonden
rounds-compare-none = Met deze keuze is er voor niemand en nergens een verschil.
rounds-about-outcome = Dit gaat over: { $name }

# --- wie waarheen gaat, op de kaart

rounds-map = Wie waarheen gaat
rounds-map-of = Kaart van de woningen in { $name }
rounds-map-lead = De woningen met een voorstel in { $name }, per deel van de stad. Kies een deel om de regels te zien.
rounds-map-part = { $name }: { $homes ->
        [0] geen woning met een voorstel
        [one] { $homes } woning
       *[other] { $homes } woningen
    }. Ruimte: { $room }. { $wished } waar iemand wil wonen, { $near } dicht bij eigen mensen.
rounds-map-room = { $before } → { $after }
rounds-map-no-limit = geen grens
rounds-map-none = geen woning
rounds-map-just = { $homes ->
        [one] { $homes } woning
       *[other] { $homes } woningen
    }
rounds-map-range = { $from } tot en met { $to } woningen
rounds-map-more = { $from } woningen of meer
rounds-map-reading = De kleur en het cijfer zijn het aantal woningen in dit voorstel. Wijs een deel aan voor de ruimte ervoor en erna; in de tabel staat hetzelfde.
rounds-map-full = vol
rounds-map-line = van daar naar de nieuwe woning; dikker is meer huishoudens
rounds-map-lines = Lijnen op de kaart
rounds-map-lines-none = Geen lijnen
rounds-map-lines-network = Van waar hun mensen wonen, als ze elders gaan wonen
rounds-map-lines-wish = Van waar ze willen wonen, als ze elders gaan wonen
rounds-map-table = Delen van de stad met een woning in dit voorstel
rounds-map-where = Waar
rounds-map-wished = Naar wens
rounds-map-near = Dicht bij eigen mensen
rounds-compare-map = Waar het anders is
rounds-compare-part = { $name }: { $more } meer gebruikt, { $fewer } minder gebruikt, { $others } naar een ander
rounds-compare-map-same = niets anders
rounds-compare-map-others = evenveel woningen, andere huishoudens
rounds-compare-map-more = meer woningen gebruikt
rounds-compare-map-fewer = minder woningen gebruikt
rounds-compare-map-reading = Het cijfer is hoeveel woningen er meer (+) of minder (−) worden gebruikt; ~ is evenveel, maar voor andere huishoudens.
