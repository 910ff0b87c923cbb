# De openbare beschrijving van de methode: de velden van het Algoritmeregister.

method-title = Zo komt een voorstel tot stand
method-lead = Op deze pagina staat hoe de computer voorstelt wie waar kan wonen. De tekst komt uit de regels en getallen waar het programma mee werkt. Die twee kunnen dus niet verschillen. De kopjes zijn die van het Algoritmeregister.
method-download = Downloaden voor het Algoritmeregister (JSON)
method-not-filled = Niet ingevuld door de organisatie.
method-group-general = Algemene informatie
method-group-responsible = Verantwoord gebruik
method-group-working = Werking
method-group-metadata = Over deze beschrijving

register-name = Naam
register-description-short = Korte omschrijving
register-organization = Organisatie
register-department = Afdeling
register-category = Thema
register-status = Status
register-begin-date = Begindatum
register-end-date = Einddatum
register-contact-email = Contact
register-website = Pagina voor het publiek
register-publication-category = Publicatiecategorie
register-goal = Doel en impact
register-proportionality = Afwegingen
register-human-intervention = Wat mensen doen en beslissen
register-risks = Omgaan met risico’s
register-lawful-basis = Wettelijke basis
register-process-index-url = Pagina van het proces
register-impacttoetsen = Impacttoetsen
register-source-data = Gegevens
register-methods-and-models = Technische werking
register-provider = Leverancier
register-publiccode = Broncode
register-standard-version = Versie van de standaard
register-source-id = Rekenmotor
register-tags = Trefwoorden

method-name = Voorstellen wie waar kan wonen (Sleutel)
method-short = Dit algoritme legt vrije woningen naast huishoudens die wachten op een woning met begeleiding. Het stelt voor wie waar kan wonen, met de redenen. Het houdt zich aan vaste regels en aan doelen in een vaste volgorde. Het leert niet en geeft niemand een score. Een medewerker beslist.
method-theme = Wonen
method-status-in-development = In ontwikkeling
method-status-in-use = In gebruik
method-status-out-of-use = Buiten gebruik
method-category-high-risk = Hoog-risico AI-systeem
method-category-impactful = Impactvol algoritme
method-category-other = Overig algoritme
method-tags = wonen, Housing First, plaatsing, verdelen van woningen, regels, loting

method-goal = Het doel is dat mensen zonder huis een eigen woning krijgen die bij hen past, dat alle groepen ongeveer even goed worden geholpen en dat er geen woning onnodig leeg blijft.
method-impact = Dit merkt een huishouden ervan: het krijgt een woning voorgesteld, of nog niet. Iedereen kan de redenen in een brief krijgen: waarom deze woning, of waarom nog niet en wat het eerst zou helpen.
method-why-computer = Waarom een computer: bij veel woningen en veel huishoudens tegelijk kan niemand zien welke verdeling de meeste mensen helpt en alle afspraken nakomt. De beste woning steeds geven aan wie het langst wacht, is eenvoudiger. Maar dan kan een woning die voor iemand de enige is, gaan naar iemand die er vijf had.
method-why-order = Waarom doelen op volgorde en geen gewichten: over een volgorde kunt u praten, en u kunt haar controleren. Wie gewichten instelt, beslist in het geheim.
method-why-not-learning = Waarom niets wat leert: de uitkomst is niet uit te leggen aan degene om wie het gaat, en oude oneerlijkheid komt erin terug.
method-people = De computer beslist niets. Mensen doen dit:
method-people-choose = Een plaatsingscoördinator kiest de woningen en de datum, en vraagt om een voorstel.
method-people-pin = Een medewerker kan een huishouden vastzetten op een woning of een koppel uitsluiten, met naam en met een reden.
method-people-decide = Een medewerker beslist over elke regel, met naam en met een reden. Daarvoor gebeurt er niets.
method-people-person = De persoon kiest zelf of hij of zij de woning neemt. Wie het er niet mee eens is, kan vragen om een gesprek met een medewerker.
method-people-last = Elke stap staat in een logboek dat niemand ongezien kan veranderen.
method-risk-facts = Gegevens kunnen ontbreken of fout zijn. Wat we niet weten, telt nooit tegen iemand: het programma vraagt het. In de brief staat welke gegevens zijn gebruikt. Dan kan iemand ze laten verbeteren.
method-risk-rule = Een regel kan iemand ten onrechte uitsluiten. Elk nee staat er met de getallen bij, en elke regel heeft een bron waar u er iets over kunt vragen.
method-risk-engine = Er kan een fout in de rekenmotor zitten. Een tweede programma, dat er geen regel code mee deelt, controleert elk voorstel voordat iemand het ziet.
method-risk-steering = Iemand kan de uitkomst willen sturen. Bij vastzetten staan een naam en een reden, de loting is verzegeld voordat iemand haar kan kennen, en het logboek is regel voor regel verzegeld.
method-risk-privacy = Persoonsgegevens kunnen uitlekken. De rekenmotor krijgt geen namen, geen geboortedata, geen woorden van mensen en niets over zorg.
method-risk-trust = Mensen kunnen een voorstel te snel geloven. Bij elke regel staan de redenen en wie de woning ook had kunnen krijgen, en beslissen kan alleen met een reden.
method-lawful = De gemeente, woningcorporaties en zorgaanbieders doen dit elk vanuit een eigen taak. Gegevens delen steunt op die taken en niet op toestemming. Wie voorgaat, staat in de huisvestingsverordening van de gemeente, op grond van de Huisvestingswet 2014. In de regels staan deze wetten:
method-lawful-own = Dit is bedoeld als wegwijzer en is geen juridisch advies: de organisatie staat zelf in voor haar grondslag.

method-data-person = Over een huishouden, en verder niets
method-data-other = Daarnaast
method-data-homes = Over elke woning: plek, kamers, huur, verdieping en lift, waar zij op is ingericht, voor wie zij is bedoeld, huisregels.
method-data-numbers = De aantallen van het jaar voor groepen en delen van de stad, en wat al is gegeven.
method-data-fixings = Wat medewerkers in de ronde hebben vastgezet of uitgesloten.
method-data-round = De datum van de ronde, de keuzes en het getal waar de loting uit komt.
method-never = Wat nooit wordt gebruikt
method-never-what = Afkomst, nationaliteit, geloof, geslacht, gezondheid, zorg, inkomen, namen, geboortedata, eigen woorden van mensen, en elke voorspelling. Niemand krijgt een score, en van eerdere mensen wordt niets geleerd.

fact-reference = Het dossiernummer, alleen voor de loting
fact-group = De groep waarvoor het meetelt
fact-ready = Of het dossier klaar is
fact-people = Het aantal mensen dat meeverhuist
fact-head-age = De leeftijd van het hoofd, in jaren
fact-oldest-age = De leeftijd van de oudste, in jaren
fact-waiting-since = Sinds wanneer het wacht
fact-ground = Of het binnenkort weg moet of niet veilig is
fact-adaptation = Of een woning zonder trappen of een rolstoelwoning nodig is
fact-stairs = Tot welke verdieping traplopen gaat
fact-rent = De hoogste huur per maand
fact-sharing = Of een huis delen goed is
fact-pets = Of er een hond of kat meeverhuist
fact-smokes = Of er iemand binnen rookt
fact-wishes = Waar iemand wel of niet wil wonen
fact-network = Waar er mensen of activiteiten zijn
fact-exclusions = Waar iemand volgens de partners niet kan wonen
fact-offered = Eerder aangeboden woningen
fact-load = Hoeveel steun het van de omgeving vraagt, in punten
fact-together = Met hoeveel andere huishoudens het samen verhuist

source-suitable-rent = Woningwet, artikel 46 (passend toewijzen)
source-youth-lease = Burgerlijk Wetboek, artikel 7:274c (jongerencontract)
source-agreement = afspraak van de partners
source-house = de corporatie, voor haar eigen huis
source-person = de persoon zelf
source-staff = een medewerker, met een reden
source-custom = gewoonte bij corporaties
source-ours = bepaald door de makers; partners mogen anders afspreken

method-part-rules = Regels
method-rules = Voor elk huishouden en elke woning antwoordt elke regel ja, nee of ‘vraag het’. Eén nee is genoeg om het koppel uit te sluiten, en elk nee is te zien.
method-head-rule = Regel
method-head-what = Wat de regel zegt
method-head-source = Bron
method-rule-rooms = De woning heeft minstens de kamers die het huishouden nodig heeft (tabel hieronder). { $spare ->
        [0] Zij heeft geen kamer meer.
        [one] Zij heeft er hoogstens één meer.
       *[other] Zij heeft er hoogstens { $spare } meer.
    }
method-rule-adaptation = Wie een aangepaste woning nodig heeft, krijgt niets minders. Een aangepaste woning blijft vrij voor wie haar nodig heeft, zolang zulke mensen wachten.
method-rule-stairs = Zonder lift ligt de woning niet hoger dan het huishouden trap kan lopen.
method-rule-rent = De huur is niet hoger dan het huishouden kan betalen, zoals de corporatie dat heeft getoetst.
method-rule-target = Een jongerenwoning is voor een hoofd van { $from } tot en met { $to } jaar. Een seniorenwoning is voor een huishouden met iemand van { $senior } jaar of ouder. Een gedeeld huis is voor wie wil delen.
method-rule-area-limit = De woning ligt op een plek waar de persoon moet wonen, als die er is, en niet op een plek die de persoon moet mijden.
method-rule-exclusion = De woning ligt niet op een plek waar dit huishouden volgens de partners niet kan wonen, zolang die afspraak geldt.
method-rule-pets = Geen hond of kat waar dat in huis niet mag.
method-rule-smoking = Niemand die binnen rookt waar dat in huis niet mag.
method-rule-offered-before = Een woning wordt niet twee keer aan hetzelfde huishouden aangeboden.
method-rule-ban = Een medewerker heeft dit koppel in deze ronde uitgesloten.
method-part-unknown = Wat we niet weten
method-unknown = Iets kan onbekend zijn. Dan is het antwoord niet nee maar ‘vraag het’: het koppel staat apart, met de vraag erbij. Wat onbekend is, sluit nooit iemand uit en geeft nooit iemand voorrang.
method-part-limits = Grenzen
method-limits = Een huishouden krijgt hoogstens één woning en een woning hoogstens één huishouden. Geen groep komt boven haar aantal voor het jaar, en geen deel van de stad boven de ruimte die er nog is: gebouw, buurt, wijk, stadsdeel, stad. Geen corporatie geeft meer dan zij hoogstens heeft afgesproken. Geen deel van de stad krijgt meer ondersteuningslast dan het kan dragen: een huishouden telt daar voor 1, 2 of 3 punten, en dat telt verder nergens mee. Huishoudens die samen verhuizen, krijgen woningen bij elkaar in de buurt, of allebei geen woning.
method-part-goals = Doelen op volgorde
method-goals = Het eerste doel wordt zo goed mogelijk gehaald. Het tweede zo goed als kan zonder iets van het eerste op te geven, en zo verder. Een eerder doel wordt nooit geruild voor een later doel.
method-step = { $name }. { $what }
method-goal-pins = Telt de vastgezette koppels die in het voorstel staan. Meer is beter.
method-goal-floors = Telt de woningen die groepen en delen van de stad tekortkomen van wat er nu had moeten zijn: het aantal van het jaar, in de pas met de dagen die om zijn. Minder is beter.
method-goal-ground = Telt de huishoudens die niet veilig zijn, of van wie het verblijf is geëindigd of binnen { $days } dagen eindigt. Meer is beter.
method-goal-comparable = De groep die dit jaar het minst is geholpen, gemeten naar het aantal woningen dat zij naar verwachting nodig heeft, krijgt de volgende woning het eerst. Geteld in treden van een ladder; meer is beter.
method-goal-homes-used = Telt de woningen die een huishouden krijgen. Meer is beter.
method-goal-fit = Telt de punten van de tabel hieronder op. Meer is beter.
method-goal-waiting = Telt de hele weken wachten op van wie een woning krijgt, hoogstens { $weeks } voor één huishouden. Meer is beter.
method-goal-spread = Het deel van de stad dat het kleinste deel van zijn ruimte heeft gegeven, krijgt het volgende huishouden het eerst. Geteld in treden van een ladder; meer is beter.
method-goal-lot = Telt de lotnummers op van wie een woning krijgt. Hoger is gelukkiger.
method-part-points = Punten voor wat past
method-points = Deze punten tellen pas na alle eerdere doelen. Wat we niet weten, geeft geen punten.
method-head-part = Deel
method-head-points = Punten
method-points-wish = op een plek die de persoon sterk wenst, of waar hij of zij moet wonen
method-points-slight = op een plek waar de persoon liever woont
method-points-avoid = op een plek die de persoon sterk niet wil
method-points-avoid-slight = op een plek waar de persoon liever niet woont
method-points-neighbourhood = mensen of activiteiten in dezelfde buurt
method-points-quarter = mensen of activiteiten in dezelfde wijk
method-points-district = mensen of activiteiten in hetzelfde stadsdeel
method-points-rooms = precies de kamers die nodig zijn
method-points-rent = voor elke hele { $step } per maand onder de huurgrens, samen hoogstens { $most }
method-part-rooms = Kamers die een huishouden nodig heeft
method-rooms = Kamers om in te wonen en te slapen. Keuken en badkamer tellen niet mee.
method-head-people = Mensen
method-head-rooms = Kamers minstens
method-people-or-more = { $people } of meer
method-part-settings = Keuzes die nu gelden
method-settings = Een ronde kan met andere keuzes worden gemaakt. Die staan dan bij de ronde.
method-setting-spare = Kamers meer dan nodig die nog passen: { $spare }
method-setting-load = Punten ondersteuningslast voor een huishouden als niemand die heeft verteld: { $points }
method-part-lot = Wachttijd, dan de loting
method-lot = Zijn twee uitkomsten verder in alles gelijk, dan beslissen de weken wachten, dan de spreiding over de stad en als laatste de loting. Het lotnummer van een huishouden wordt berekend uit één getal van de ronde en het dossiernummer. Niemand kan het kiezen, en iedereen kan het narekenen.
method-lot-commitment = Het programma trekt het getal van de ronde als de ronde wordt gemaakt, en houdt het geheim tot het eerste voorstel. Het zegel ervan (SHA-256) is vanaf het eerste moment openbaar. Daarna kan het getal dus niet meer veranderen.
method-part-proof = Bewijs en controle
method-proof = Het verdelen wordt uitgerekend als een stroom door een netwerk, precies en in hele getallen. Bij de uitkomst horen prijzen die per doel laten zien dat het niet beter kan. Ondersteuningslast, toezeggingen van corporaties en samen verhuizen passen niet in een netwerk. Daar wordt de vraag steeds in tweeën gesplitst, met het netwerk als grens voor wat kan. ‘Bewezen’ staat er alleen als die grens het bewijst. Anders staat er hoeveel beter het nog zou kunnen.
method-check = Een tweede programma, dat er geen code mee deelt, loopt elke regel, elk aantal en elk doel na voordat een voorstel te zien is.
method-part-replay = Opnieuw doen
method-replay = Alles wat erin gaat, wordt bewaard met een vingerafdruk. Dezelfde gegevens geven hetzelfde voorstel, tot op het laatste teken en ook jaren later. Wie een ronde mag zien, kan dat meteen laten doen.
method-engine = Deze beschrijving gaat over { $engine }.
method-provider = Sleutel, vrije software onder de EUPL 1.2. Iedereen mag haar lezen, gebruiken en veranderen.

# --- de loten van rondes, en een ronde opnieuw

lots-title = De loten van alle rondes
lots-lead = Zijn twee uitkomsten verder in alles gelijk, dan wordt er geloot. Hier staat waar de loten uit komen. Zo kan iedereen zien dat niemand ze heeft gekozen. Over mensen staat op deze pagina niets.
lots-step-made = Als een ronde wordt gemaakt, trekt het programma een getal en houdt het geheim. Het zegel staat vanaf dat moment op deze pagina. Het zegel verraadt het getal niet, en past op geen ander getal.
lots-step-shown = Bij het eerste voorstel komt het getal op deze pagina. Het blijft de hele ronde hetzelfde, wat er daarna ook wordt voorgesteld. Ook een ronde die nooit wordt gebruikt, blijft hier staan.
lots-step-check = Nu kan iedereen twee dingen nagaan. Haal de regel die verzegeld was door SHA-256, bijvoorbeeld zoals hieronder: daar moet het zegel uit komen. En reken loten uit met het getal en een dossiernummer.
lots-example-line = de regel die verzegeld was
lots-example-seed = GETAL
lots-example-reference = DOSSIER
lots-rounds = Rondes
lots-none-title = Er zijn nog geen rondes
lots-none = De eerste ronde staat hier zodra zij is gemaakt.
lots-round = Gehouden op
lots-made = Gemaakt op { $when }
lots-seal = Zegel
lots-stated = Geen: mensen hebben dit getal opgegeven toen zij de ronde maakten.
lots-number = Getal
lots-shown = Bekend op { $when }
lots-sealed-line = Wat verzegeld was:
lots-still-sealed = Nog verzegeld, tot het eerste voorstel.
lots-homes = Woningen van de ronde
lots-homes-same = Niet veranderd nadat het getal bekend was.
lots-homes-changed = Veranderd nadat het getal bekend was, het laatst op { $when }.
lots-homes-open = Kunnen nog veranderen; niemand kent het getal.

rounds-lot-title = Het lot
rounds-lot-number = Lotgetal van de ronde: { $seed }.
rounds-lot-sealed = Het lotgetal is verzegeld tot het eerste voorstel.
rounds-lot-person = Dit huishouden heeft lot { $number }: plek { $place } van { $of } in deze ronde. Hoger is gelukkiger, en het telt alleen als al het andere gelijk is.
rounds-lot-check = Reken het na met

check-title = Opnieuw doen en controleren
check-lead = { $name } wordt opnieuw uitgerekend uit wat erin ging, en een tweede programma loopt elke regel, elk aantal en elk doel na. Dat kan even duren. Er verandert niets.
check-do = Doe het nu
check-again = Nog een keer
check-all-good = Hetzelfde antwoord, en in orde
check-not-the-same = In orde, maar niet hetzelfde antwoord
check-unsound = De controle vond iets dat niet klopt
check-replay-title = Opnieuw uitgerekend
check-same = Wat erin ging, geeft hetzelfde voorstel, tot op de laatste bit.
check-other = Wat erin ging, geeft nu een ander voorstel.
check-input-changed = De bewaarde invoer is veranderd: die heeft niet de vingerafdruk die erbij is bewaard.
check-engine = Het is gemaakt door { $then }; dit is { $now }. Een andere versie kan op iets anders komen zonder dat een van de twee fout is.
check-check-title = Nagelopen door het tweede programma
check-sound = Elke regel, elk aantal en elk doel klopt. { $placed ->
        [one] Voor { $placed } woning is er een voorstel.
       *[other] Voor { $placed } woningen is er een voorstel.
    }
check-violations = { $count ->
        [one] { $count } ding klopt niet.
       *[other] { $count } dingen kloppen niet.
    } Beslis niet over dit voorstel, en vertel het uw functioneel beheerder. Op de opdrachtregel zegt sleutel check wat het is.
method-part-ahead = Vooruitkijken, als een ronde het aanzet
method-ahead = Een ronde kan rekening houden met de woningen en huishoudens die in de weken erna worden verwacht. Uit het verleden of het jaarplan worden met het getal van de ronde een paar toekomsten getrokken, en die worden volgens dezelfde regels verdeeld. Wat een huishouden later mag verwachten, en wat een plek of een aandeel later waard is, gaat af van de punten voor wat past. Het is één deel van de punten, ‘later’, en staat overal waar punten staan.
method-ahead-never = Het verandert geen doel dat voor de punten komt, laat geen woning leeg voor een betere later, laat niemand wachten die weg moet of niet veilig is, en voorspelt niets over een persoon.
