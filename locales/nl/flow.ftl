steering-tab-flow = Doorstroom
flow-parts = Onderdelen van de doorstroom
flow-part-now = Wie staat waar
flow-part-times = Hoe lang het duurt
flow-part-aim = Binnen drie maanden
flow-part-freed = Plekken die vrijkomen
flow-part-pilots = Pilots

action-change-pilot = Pilot wijzigen
log-kind-pilot = Pilot
log-kind-flow = Doorstroom

# $most is a number.
flow-under = minder dan { $most }
flow-how = Hoe we dit uitrekenen
flow-as-table = De cijfers in een tabel
# $quarter is 1 to 4, $year is a year.
flow-quarter = { $quarter }e kwartaal { $year }
flow-all-groups = Alle groepen samen
flow-none = Er is nog niemand op weg
flow-none-what = Zodra er een dossier op een route begint, staat het hier bij de stap waar het is. Kijkt u met een filter? Maak het dan ruimer.

# --- who stands where

flow-now-title = Doorstroom: wie staat waar
flow-now-lead = Hoeveel huishoudens staan vandaag bij welke stap, en waar stokt het?
flow-reach = U ziet de cijfers van de dossiers die u in uw lijst kunt zien.
flow-number = Nr.
flow-files = Dossiers
flow-late = Over de termijn
flow-moving = Op tijd, of zonder termijn
flow-rests = In pauze
# $files and $late are numbers, $step is a step of a route.
flow-road-said =
    { $files ->
        [one] Eén dossier is onderweg
       *[other] { $files } dossiers zijn onderweg
    }, { $late ->
        [0] geen daarvan is over de termijn
        [one] één daarvan is over de termijn
       *[other] { $late } daarvan zijn over de termijn
    }. De meeste staan bij de stap ‘{ $step }’.
# $roads is a list of routes.
flow-empty-roads = Hier staat nu niemand: { $roads }.
flow-jams = Waar het stokt
flow-jams-none = Nergens: geen dossier is over de termijn en nergens komt er meer bij dan er weggaat.
flow-jams-csv = De hele lijst downloaden als CSV
# $count is a number.
flow-jams-more = En nog { $count } andere stappen; die staan in het bestand.
flow-jams-how = Hoe deze volgorde ontstaat
flow-jams-rule = Per stap tellen we van alle dossiers samen hoeveel dagen ze over de termijn zijn. De stap met de meeste dagen staat bovenaan. Bij gelijk aantal gaat de stap voor waar in de laatste 90 dagen meer bij kwam dan er wegging. Wonen zelf telt niet mee als ophoping. De regel is van ons.
# $party is who acts next, $late, $days and $longest are numbers.
flow-jam-late =
    { $late ->
        [one] Eén dossier wacht langer dan afgesproken
       *[other] { $late } dossiers wachten langer dan afgesproken
    }; aan zet: { $party }. Samen { $days ->
        [one] 1 dag
       *[other] { $days } dagen
    } te laat, de langste { $longest ->
        [one] 1 dag
       *[other] { $longest } dagen
    }.
# $party is who acts next, $files is a number.
flow-jam-piles =
    Niemand is te laat, maar het loopt op: { $files ->
        [one] er staat één dossier
       *[other] er staan { $files } dossiers
    }; aan zet: { $party }.
# $came, $went and $days are numbers.
flow-jam-traffic = In { $days } dagen kwamen er { $came } bij en gingen er { $went } weg.

# --- how long it takes

flow-times-title = Doorstroom: hoe lang het duurt
flow-times-lead = Hoeveel dagen staat een dossier bij een stap? Ook dossiers die er nog staan, tellen mee voor de dagen die we gezien hebben. Dagen in pauze tellen niet mee.
flow-times-choose = Kies een stap om te zien hoe het verloopt.
flow-since = Stappen die begonnen
flow-since-ever = Altijd
flow-since-three-years = In de laatste drie jaar
flow-since-year = In het laatste jaar
flow-median = De helft is klaar na
flow-three-quarters = Driekwart is klaar na
flow-term = Termijn
flow-in-time = Klaar binnen de termijn
flow-times = Keer begonnen
flow-open = Nu open
flow-left = Anders verlaten
# $share is a percentage, $all is a number.
flow-of = { $share } van { $all }
# $days, $low and $high are numbers of days.
flow-days-band = { $days } dagen ({ $low }–{ $high })
flow-days-from = { $days } dagen (minstens { $low })
flow-days = { $days } dagen
flow-days-longer = nog niet bereikt (langer dan { $low } dagen)
flow-days-unknown = nog niet bereikt
# $least is a number.
flow-too-few = te weinig gezien (minder dan { $least })
# $share, $low and $high are percentages.
flow-share-band = { $share } ({ $low }–{ $high })
# $median and $quarters are numbers of days with bounds, $term is a term.
flow-times-said = { $name }: de helft is klaar na { $median }, driekwart na { $quarters }. Termijn: { $term }.
# $days and $error are numbers of days.
flow-mean = In het eerste jaar duurt de stap gemiddeld { $days } dagen (standaardfout { $error }); wat langer duurt, telt als 365 dagen.
flow-curve-legend = De lijn is het deel dat na zoveel dagen nog bij de stap staat. In het vlak ligt het echte deel 95 van de 100 keer. Een stippellijn is de termijn, als die begint op de dag dat de stap begint.
flow-after-days = Na zoveel dagen
flow-still = Nog bij deze stap
flow-at-risk = Zo lang gezien
flow-times-how = We schatten dit met de methode van Kaplan en Meier. Een stap is klaar als hij is afgerond, hoe ook. Ging een dossier terug, stapte iemand over of stopte iemand, dan telt de tijd tot die dag mee, maar niet als klaar. Tussen haakjes staat wat met 95 procent zekerheid kan. Alles staat in docs/method/flow.md.

# --- the three-month aim

flow-aim-title = Doorstroom: binnen drie maanden
flow-aim-lead = De partners willen dat iemand binnen drie maanden na een volledige aanvraag een passend aanbod heeft. Lukt dat, en heeft iemand dan ook al de sleutel?
flow-aim-year = Aanvraag volledig in
flow-aim-none = Er is nog geen volledige aanvraag
flow-aim-none-what = Zodra een aanvraag volledig is, telt hij hier mee. Kijkt u met een filter? Maak het dan ruimer.
# $offer and $keys are shares with counts, $days is a number.
flow-aim-said = Binnen { $days } dagen een aanbod: { $offer }. Binnen { $days } dagen de sleutel: { $keys }.
# $share is a percentage, $kept and $all are numbers.
flow-aim-plain = { $share } ({ $kept } van { $all })
flow-aim-quarters = Per kwartaal
flow-aim-quarter = Aanvraag volledig in
flow-aim-picture = Per kwartaal het deel dat binnen drie maanden een aanbod kreeg
flow-aim-picture-keys = Per kwartaal het deel dat binnen drie maanden de sleutel kreeg
flow-aim-legend = Stip: het deel van wie lang genoeg geleden een volledige aanvraag had. Streep: hetzelfde met iedereen meegeteld zolang we hem of haar zagen, met in het vlak wat met 95 procent zekerheid kan.
flow-aim-groups = Per doelgroep
flow-aim-complete = Volledige aanvragen
flow-aim-offer = Aanbod binnen drie maanden
flow-aim-offer-all = Aanbod, iedereen meegeteld
flow-aim-keys = Sleutel binnen drie maanden
flow-aim-keys-all = Sleutel, iedereen meegeteld
flow-aim-waiting = Wacht nog op een aanbod
# $count is a number.
flow-aim-hidden =
    { $count ->
        [one] Eén groep heeft minder dan tien aanvragen. Die staat
       *[other] { $count } groepen hebben minder dan tien aanvragen. Die staan
    } niet op papier, en in het bestand alleen als ‘minder dan 10’: zo is niemand te herkennen.
flow-aim-how = Een aanvraag is volledig op de dag dat het laatste formulier vóór het zoeken naar een woning is afgerond. Heeft een route geen formulier, dan op de dag dat het zoeken begon. Het eerste aanbod telt, ook als iemand nee zei. Drie maanden zijn 91 dagen. Pauzes tellen gewoon mee: iemand wacht ook dan.
flow-aim-how-all = Het gewone deel gaat over aanvragen van minstens 91 dagen geleden. Wie eerder stopte zonder aanbod, telt daarin niet mee. ‘Iedereen meegeteld’ gebruikt de methode van Kaplan en Meier: ook wie nog wacht of stopte, telt mee voor de dagen die we gezien hebben.

# --- places that come free

flow-freed-title = Doorstroom: plekken die vrijkomen
flow-freed-lead = Iemand die de sleutel krijgt, laat soms een plek achter waar anderen op wachten. Welke plekken kwamen zo vrij?
flow-freed = Vrijgekomen plekken
# $places is a number in words.
flow-freed-said = In deze periode kwamen { $places } plekken vrij in opvang, verblijf en instellingen.
flow-freed-none = Er kreeg nog niemand de sleutel
flow-freed-none-what = Zodra iemand de sleutel krijgt, staat hier waar die tot dan woonde. Wie met woningen te maken heeft en niet met begeleiding, ziet dit niet.
flow-by = Per
flow-by-year = jaar
flow-by-quarter = kwartaal
flow-by-month = maand
flow-place-night-shelter = Nachtopvang
flow-place-shelter = Opvang en tijdelijk verblijf
flow-place-institution = Instelling of beschermd wonen
flow-place-none = Geen plek vrij (straat, bij anderen)
flow-place-unknown = Niet bekend
flow-freed-how = We kijken op de dag van de sleutel waar iemand tot dan woonde, in de woorden van ETHOS Light. Elk huishouden telt als één plek. Staat er ‘<5’, dan waren het er 1 tot en met 4; andere aantallen zijn afgerond op vijftallen, zodat een kortere periode of een filter niet verraadt wat verborgen is. Wie al een sleutel had voordat Sleutel dit bijhield, staat bij ‘niet bekend’. Het bestand gaat over jaren en geeft aantallen onder tien niet precies.

# --- pilots

flow-pilots-title = Pilots
flow-pilots-lead = Een pilot is een klein aantal dossiers dat samen wordt gevolgd, stap voor stap. De zin zegt waar ze vandaag staan; die rekent Sleutel uit.
flow-pilots-none = Er zijn geen pilots
flow-pilots-none-what = De programmamanager kan er een beginnen met een paar dossiers.
flow-pilot-new = Nieuwe pilot
flow-pilot-new-lead = Kies een naam waaraan u hem herkent, en de dossiers waar het om gaat. Namen van mensen horen hier niet.
flow-pilot-name = Naam van de pilot
flow-pilot-aim = Wat we willen weten
flow-pilot-aim-hint = In een paar zinnen. Schrijf hier niets over één persoon.
flow-pilot-began = Begonnen op
flow-pilot-references = Dossiers
flow-pilot-references-hint = De nummers van de dossiers, met een spatie of komma ertussen.
flow-pilot-begin = Pilot beginnen
flow-pilot-made-by = Gemaakt door
flow-pilot-closed-on = Gesloten op
# $date is a date.
flow-pilot-closed = Gesloten op { $date }
flow-pilot-since = Loopt sinds { $date }
flow-pilot-about = Over deze pilot
flow-pilot-part = U ziet alleen de dossiers die in uw eigen lijst staan.
flow-pilot-cases = De dossiers
flow-pilot-add = Dossiers toevoegen
flow-pilot-add-do = Toevoegen
flow-pilot-out = Een dossier eruit halen
flow-pilot-why = Waarom
flow-pilot-out-do = Eruit halen
flow-pilot-taken-out = Eruit gehaald
flow-pilot-put-back = Zet terug
flow-pilot-note = Hoe het gaat
flow-pilot-note-hint = Komt met de datum en de stand van vandaag in het logboek. Schrijf niets over één persoon.
flow-pilot-note-do = Opschrijven
flow-pilot-close = Pilot sluiten
flow-pilot-end = Wat het opleverde
flow-pilot-end-hint = De pilot blijft te lezen, en kan weer open.
flow-pilot-close-do = Sluiten
flow-pilot-reopen = Pilot weer openen
flow-pilot-kept = De pilot is begonnen.
flow-pilot-added = Toegevoegd aan de pilot.
flow-pilot-was-out = Het dossier is uit de pilot. Bij ‘Eruit gehaald’ kunt u het terugzetten.
flow-pilot-noted = Opgeschreven.
flow-pilot-is-closed = De pilot is gesloten.
flow-pilot-reopened = De pilot is weer open.
flow-pilot-changed = Iemand anders was net eerder. Hieronder staat hoe het nu is; doe het zo nodig opnieuw.
flow-log = Logboek
flow-log-began = De pilot begon.
flow-log-added = Er kwamen dossiers bij.
# $reference is the number of a file.
flow-log-added-one = Dossier { $reference } kwam erbij.
flow-log-taken-out = Dossier { $reference } ging eruit.
flow-log-closed = De pilot is gesloten.
flow-log-reopened = De pilot is weer geopend.
flow-log-noted = Hoe het gaat:
# $date is a date, $stood a sentence.
flow-pilot-said = We begonnen op { $date }. { $stood }
flow-pilot-said-ours = Een pilot die begon op { $date }, met dossiers uit uw lijst. { $stood }
# $total is a number, $parts a list of parts of a sentence.
flow-stood =
    { $total ->
        [one] Van het ene dossier
       *[other] Van de { $total } dossiers
    }: { $parts }.
flow-stood-none = Er zitten nu geen dossiers in.
# $count is a number.
flow-stood-own-lease =
    { $count ->
        [one] één heeft een eigen huurcontract
       *[other] { $count } hebben een eigen huurcontract
    }
flow-stood-living =
    { $count ->
        [one] één woont in de nieuwe woning
       *[other] { $count } wonen in de nieuwe woning
    }
flow-stood-coming =
    { $count ->
        [one] voor één is er een woning en moet de sleutel nog komen
       *[other] voor { $count } is er een woning en moet de sleutel nog komen
    }
flow-stood-looking =
    { $count ->
        [one] voor één wordt een woning gezocht
       *[other] voor { $count } wordt een woning gezocht
    }
flow-stood-deciding =
    { $count ->
        [one] over één beslist de gemeente
       *[other] over { $count } beslist de gemeente
    }
flow-stood-talking =
    { $count ->
        [one] met één wordt nu gesproken
       *[other] met { $count } wordt nu gesproken
    }
flow-stood-not-begun =
    { $count ->
        [one] één is nog niet op weg
       *[other] { $count } zijn nog niet op weg
    }
flow-stood-stopped =
    { $count ->
        [one] één stopte zonder woning
       *[other] { $count } stopten zonder woning
    }
flow-stood-ended =
    { $count ->
        [one] voor één is de route voorbij na het wonen
       *[other] voor { $count } is de route voorbij na het wonen
    }
flow-phase = Hoe ver
flow-phase-own-lease = Eigen huurcontract
flow-phase-living = Woont er
flow-phase-coming = Woning, nog geen sleutel
flow-phase-looking = Woning gezocht
flow-phase-deciding = Besluit
flow-phase-talking = In gesprek
flow-phase-not-begun = Nog niet op weg
flow-phase-stopped = Gestopt zonder woning
flow-phase-ended = Voorbij na het wonen
flow-case-said = Stand
# $step is a step, $days a number, $party who acts next.
flow-case-open =
    { $days ->
        [one] Staat 1 dag bij ‘{ $step }’; aan zet: { $party }.
       *[other] Staat { $days } dagen bij ‘{ $step }’; aan zet: { $party }.
    }
flow-case-rests =
    { $days ->
        [one] Rust bij ‘{ $step }’, die 1 dag geleden begon.
       *[other] Rust bij ‘{ $step }’, die { $days } dagen geleden begon.
    }
flow-case-late =
    { $days ->
        [one] Dat is 1 dag over de termijn.
       *[other] Dat is { $days } dagen over de termijn.
    }
# $road is a route.
flow-case-ended = De route ‘{ $road }’ is afgelopen.
flow-case-none = Nog niet op een route.
