# Het plan, de mensen eromheen, en wat geregeld moet zijn voor een verhuizing.

action-see-plan = Plan, mensen of lijst bekeken
action-change-plan = Plan, mensen of lijst veranderd
action-answer-plan = Op het plan geantwoord, of lijst bijgewerkt

fault-not-a-phone = Dit is geen telefoonnummer.
fault-not-for-them = Een doel over ‘{ $area }’ kan niet voor ‘{ $audience }’ zijn. Kies een kleinere kring.

plan-title = Plan
plan-lead = Wat iemand wil bereiken, in eigen woorden, en wie wat doet. Het plan geldt pas als iedereen die erin staat het met precies deze versie eens is.
plan-tabs = Plan, mensen en lijst
plan-none = Er is nog geen plan.
plan-none-here = Er is nog geen plan met doelen die voor u zijn.
plan-begin = Plan maken
plan-change = Nieuwe versie maken
plan-write-on = Verder schrijven
plan-version = Versie { $version }
plan-in-force-title = Het plan dat geldt: versie { $version }
plan-open-title = Ligt voor: versie { $version }
plan-draft-title = Concept: versie { $version }
plan-draft-text = Alleen de zorgaanbieder en de deelnemer zien een concept.
plan-faults = Dit ontbreekt nog voordat u het kunt voorleggen:
plan-propose = Voorleggen
plan-propose-text = Daarna blijven de doelen zoals ze zijn. Wie moet instemmen, antwoordt op precies deze versie.
plan-proposed = Het plan ligt voor. Nu is het wachten op de antwoorden.
plan-saved = Het concept is opgeslagen.
plan-versions = Alle versies
plan-version-see = Versie { $version } bekijken
plan-made-by = Gemaakt door { $who }
plan-hidden = { $count ->
    [one] Eén ander doel is niet voor u.
   *[other] { $count } andere doelen zijn niet voor u.
    }
plan-goals = Doelen
plan-no-goals = Er staan nog geen doelen in.
plan-print-hint = U kunt deze bladzijde afdrukken, om samen te bekijken of te tekenen.

plan-state-draft = Concept
plan-state-open = Ligt voor
plan-state-in-force = Geldt
plan-state-superseded = Gold eerder
plan-state-set-aside = Vervangen
plan-standing-draft = Er wordt nog aan geschreven.
plan-standing-waiting = Ligt voor sinds { $since }. Wacht op: { $who }.
plan-standing-against = Ligt voor sinds { $since }. Niet eens: { $who }.
plan-standing-in-force = Geldt sinds { $since }. Iedereen heeft ingestemd.
plan-standing-superseded = Gold vanaf { $since }. Versie { $version } kwam ervoor in de plaats.
plan-standing-set-aside = Heeft niet gegolden. Versie { $version } kwam ervoor in de plaats.

plan-area-home = Wonen en buurt
plan-area-money = Geld
plan-area-day = Wat u overdag doet
plan-area-people = Mensen om u heen
plan-area-family = Kinderen
plan-area-wellbeing = Goed in uw vel
plan-audience-care = alleen deelnemer en zorgaanbieder
plan-audience-housing = ook de woningcorporatie en de gemeente
plan-audience-condition = ook de gemeente en de onafhankelijke derde

plan-goal = Doel { $number }
plan-goal-area = Waar het over gaat
plan-goal-audience = Voor wie
plan-goal-audience-hint = Een doel over begeleiding blijft bij u en de deelnemer. De corporatie leest alleen doelen over wonen. De gemeente en de onafhankelijke derde lezen ook een doel dat voorwaarde is bij de urgentie. ‘Goed in uw vel’ gaat nooit naar anderen.
plan-goal-what = Wat wilt u bereiken?
plan-goal-what-hint = In eigen woorden. Zonder medische feiten: die zijn hier niet nodig.
plan-goal-own = Wat doet u zelf?
plan-goal-others = Wat doen anderen, en wie?
plan-goal-by = Uiterlijk
plan-goal-sign = Hoe zien we dat het gelukt is?
plan-goal-sees = Wie ziet dit: { $who }.
plan-goal-late = De dag is voorbij
plan-goal-reached = Bereikt op { $date }
plan-goal-stopped = Gestopt op { $date }
plan-goal-ended-by = opgeschreven door { $who }
plan-goal-end = Doel afsluiten
plan-goal-again = Toch weer oppakken
plan-goal-again-done = Het doel loopt weer.
plan-goal-end-title = Doel { $number } afsluiten
plan-goal-end-how = Hoe is het afgelopen?
plan-goal-end-reached = Het is bereikt
plan-goal-end-stopped = We stoppen ermee
plan-goal-end-reason = Waarom stoppen?
plan-goal-end-reason-hint = Alleen bij stoppen. Kort, zonder medische feiten.
plan-goal-end-on = Sinds wanneer
plan-goal-end-on-hint = Leeg is vandaag.
plan-goal-end-do = Afsluiten
plan-goal-end-done = Het doel is afgesloten.
plan-goal-add = Nog een doel
plan-goal-remove = Weghalen

plan-edit-title = Plan schrijven: versie { $version }
plan-edit-lead = Schrijf het samen. Opslaan kan ook als het nog niet af is; alleen u en de deelnemer zien het dan.
plan-edit-parties = Wie moet instemmen?
plan-edit-parties-text = De deelnemer en de zorgaanbieder altijd. Anderen alleen als de route dat vraagt en er een doel is dat zij mogen lezen.
plan-edit-changed = Iemand anders heeft dit concept veranderd terwijl u schreef. Wat u typte, staat er nog. Kijk eerst bij het plan hoe het nu is.
plan-edit-unsaved = Dit is nog niet opgeslagen.
plan-save = Opslaan

plan-answers = Wie instemt
plan-answers-party = Partij
plan-answers-answer = Antwoord
plan-answers-who = Door wie, wanneer
plan-answer-yes = Eens
plan-answer-no = Niet eens
plan-answer-none = Nog geen antwoord
plan-answer-self = { $who }, zelf, op { $date }
plan-answer-recorded = { $who }, op { $date }; opgeschreven door { $by }
plan-answer-nameless = de deelnemer
plan-answer-earlier = Eerdere antwoorden
plan-answer-do = Antwoord geven
plan-answer-record = Antwoord opschrijven
plan-answer-title = Antwoord van: { $party }
plan-answer-lead = Dit is het antwoord op versie { $version }, precies zoals die voorligt.
plan-answer-lead-recorded = U schrijft op wat een ander zei. Dat staat er straks bij, met uw naam.
plan-answer-question = Eens met deze versie?
plan-answer-choice-yes = Ja, eens
plan-answer-choice-no = Nee, niet eens
plan-answer-reason = Wat zou er anders moeten?
plan-answer-reason-hint = Alleen bij nee. De zorgaanbieder en de deelnemer lezen dit.
plan-answer-by = Wie zei het?
plan-answer-on = Wanneer
plan-answer-save = Antwoord vastleggen
plan-answer-saved = Het antwoord is vastgelegd.

plan-differences = Wat anders is dan in versie { $version }
plan-differences-none = De doelen zijn gelijk gebleven.
plan-difference-goal = Doel en onderdeel
plan-difference-before = Eerst
plan-difference-after = Nu
plan-difference-added = Doel { $number } is nieuw
plan-difference-dropped = Doel { $number } staat er niet meer in
plan-difference-field = Doel { $number }: { $field }
plan-difference-nothing = leeg

plan-fault-no-goals = Er staat nog geen doel in.
plan-fault-no-sign = Doel { $goal }: schrijf op hoe u ziet dat het gelukt is.
plan-fault-nobody-acts = Doel { $goal }: schrijf op wie er iets voor doet.
plan-fault-audience = Doel { $goal } gaat over ‘{ $area }’ en kan niet voor ‘{ $audience }’ zijn.
plan-fault-nothing-to-agree = { $party } moet instemmen, maar er is geen doel dat die mag lezen. Kies een doel voor hen, of haal hen weg.
plan-fault-day-is-over = Doel { $goal }: de dag ({ $by }) is voorbij. Kies een nieuwe.
plan-refusal-no-draft = Er is geen concept.
plan-refusal-draft-open = Versie { $version } is nog een concept. Schrijf daar verder aan.
plan-refusal-not-open = Versie { $version } ligt niet voor. Antwoorden kan alleen op de versie die nu voorligt.
plan-refusal-not-asked = Deze partij hoeft niet in te stemmen: { $party }.
plan-refusal-faults = Het plan is nog niet af. { $faults }
plan-refusal-not-under-way = Doel { $goal } loopt niet in het plan dat nu geldt.
plan-refusal-not-ended = Doel { $goal } is niet afgesloten.

plan-card-title = Plan en voorbereiding
plan-card-plan = Plan
plan-card-none = nog geen plan
plan-card-goals = { $ended } van { $all } doelen afgesloten
plan-card-network = Mensen om u heen
plan-card-contacts = { $count ->
    [0] nog niemand genoteerd
    [one] één contact
   *[other] { $count } contacten
    }
plan-card-basics = Geregeld voor de verhuizing
plan-card-progress = { $settled } van { $all } klaar
plan-card-late = { $count ->
    [one] één te laat
   *[other] { $count } te laat
    }

network-title = Mensen om u heen
network-lead = Wie er om het huishouden heen staan, en sinds wanneer. Wie er niet meer is, blijft als verleden staan.
network-now = Nu
network-past = Eerder
network-none = Nog niemand genoteerd.
network-none-here = Er is niemand genoteerd die u mag zien.
network-add = Iemand toevoegen
network-edit = Veranderen
network-edit-title = Contact veranderen
network-role = Rol
network-role-hint = De rol zegt genoeg. Er is bewust geen veld voor opmerkingen: medische feiten horen hier niet.
network-name = Naam
network-name-hint = Van de persoon. Bij een huisartsenpraktijk alleen de naam van de praktijk, bij organisatie.
network-organisation = Organisatie
network-phone = Telefoon
network-email = E-mail
network-from = Sinds
network-until = Tot en met
network-until-hint = Vul dit in als iemand er niet meer is.
network-save = Opslaan
network-saved = Het contact is opgeslagen.
network-sees = Wie ziet dit: { $who }.
network-history = Eerdere versies
network-dates-since = sinds { $from }
network-dates = van { $from } tot en met { $until }
contact-role-support-worker = Persoonlijk begeleider
contact-role-mentor = Mentor
contact-role-administrator = Bewindvoerder
contact-role-family = Familie
contact-role-friend = Vriend of buur
contact-role-peer-expert = Ervaringsdeskundige
contact-role-practice = Huisartsenpraktijk (alleen bereikbaarheid)
contact-role-probation = Reclassering
contact-role-youth-care = Jeugdhulp
contact-role-third-person = Onafhankelijke derde
contact-role-other = Iemand anders

basics-title = Geregeld voor de verhuizing
basics-lead = Wat in orde moet zijn voordat iemand verhuist. Elke regel heeft iemand die het doet, en een dag.
basics-progress = { $settled } van { $all } klaar
basics-late = { $count ->
    [one] Eén regel is te laat.
   *[other] { $count } regels zijn te laat.
    }
basics-none-here = Geen regel op deze lijst is van u.
basics-what = Wat
basics-owner = Wie doet het
basics-due = Uiterlijk
basics-state = Hoe ver
basics-change = Bijwerken
basics-late-mark = te laat
basics-edit-lead = Schrijf op hoe ver het is. Een ander ziet alleen de regels die van hem zijn.
basics-person = Wie precies
basics-person-hint = Een naam of een functie. Mag leeg blijven.
basics-on = Sinds wanneer
basics-on-hint = Bij gevraagd of geregeld. Leeg is vandaag.
basics-reason = Waarom niet nodig
basics-reason-hint = Alleen bij niet nodig. Kort, zonder medische feiten.
basics-by = Wie heeft het geregeld
basics-by-hint = Alleen bij geregeld. Leeg bent u zelf.
basics-save = Opslaan
basics-saved = De lijst is bijgewerkt.
basics-history = Wat er eerder stond
basic-state-not-needed = Niet nodig
basic-state-to-do = Nog te doen
basic-state-asked = Gevraagd
basic-state-arranged = Geregeld
basic-detail-asked = gevraagd op { $on }
basic-detail-arranged = geregeld op { $on } door { $by }
basic-income = Inkomen of uitkering
basic-debts = Afspraken over schulden
basic-identity = Geldig identiteitsbewijs
basic-bank-account = Bankrekening
basic-registration = Inschrijving op een adres
basic-health-insurance = Zorgverzekering
basic-doctor = Huisartsenpraktijk gevonden
basic-rent = Huur en huurtoeslag uitgerekend
basic-energy = Energie en water
basic-furniture = Meubels en vloer
basic-home-insurance = Inboedel en aansprakelijkheid verzekerd
basic-keys = Sleutels en reservesleutel
basic-day-activity = Iets te doen overdag

participants-custody = Zorg voor het kind
participants-custody-hint = Alleen bij een kind. Laat u ‘verhuist mee’ open, dan volgt het hieruit: een kind dat minstens de helft van de nachten hier slaapt, telt mee voor de grootte van de woning.
participants-nights = Nachten van de veertien
participants-nights-hint = Alleen bij gedeelde zorg: 0 tot en met 14.
participants-standing = Wat er met een partner openstaat
participants-standing-hint = Alleen bij een partner. Wie uit elkaar gaat, telt niet mee voor de woning, tenzij u iets anders zegt.
custody-sole = alleen dit huishouden
custody-shared = gedeeld met de andere ouder
custody-nights = { $nights ->
    [one] gedeeld, één van de veertien nachten hier
   *[other] gedeeld, { $nights } van de veertien nachten hier
    }
custody-elsewhere = iemand anders
partner-settled = niets
partner-parting = gaan uit elkaar, nog niet gescheiden
partner-married-elsewhere = een van beiden is nog met een ander getrouwd
partner-home-elsewhere = een van beiden heeft nog een andere woning
