# Formulieren: invullen, controleren, versturen en ontvangen.

form-status-draft = Concept
form-status-check-asked = Wacht op een collega
form-status-checked = Gecontroleerd, nog niet verstuurd
form-status-sent = Verstuurd
form-status-received = In behandeling
form-status-returned = Teruggestuurd
form-status-taken-back = Ingetrokken

form-did-start = Begonnen
form-did-ask-check = Collega om controle gevraagd
form-did-approve = Gecontroleerd en goed bevonden
form-did-ask-change = Om een verandering gevraagd
form-did-reopen = Weer opengemaakt
form-did-send = Verstuurd
form-did-receive = In behandeling genomen
form-did-return = Teruggestuurd
form-did-take-back = Ingetrokken

form-agreed = { $name }, { $date }

forms-title = Formulieren
forms-lead-sender = Formulieren van de mensen voor wie u werkt, en formulieren die u voor een collega controleert.
forms-lead-receiver = Formulieren die aan uw organisatie zijn gestuurd. U ziet de antwoorden die uw organisatie mag zien.
forms-form = Formulier
forms-person = Persoon
forms-reference = Dossier
forms-status = Status
forms-owner = Begeleider
forms-from = Verstuurd door
forms-changed = Laatste stap
forms-all = Alle
forms-nobody = Niemand
forms-none-title = Geen formulieren
forms-none-text-sender = Er zijn geen formulieren die bij deze keuze passen. Een formulier begint u in het dossier van iemand.
forms-none-text-receiver = Er zijn geen formulieren die bij deze keuze passen. Stuurt een zorgaanbieder u een formulier, dan vindt u dat hier.
forms-version = Versie { $version }

forms-section = Formulieren
forms-section-none = Er zijn nog geen formulieren.
forms-start-which = Een formulier beginnen
forms-start-choose = Kies een formulier
forms-start-do = Beginnen
forms-started = Het formulier is begonnen. Wat in het dossier staat, is al ingevuld.
forms-start-forgotten = Kies welk formulier u wilt beginnen.

forms-purpose = Waar is het voor?
forms-ground = Op welke grond?
forms-complete = { $answered } van { $required } verplichte antwoorden ingevuld
forms-to = Gaat naar
forms-to-nobody = Gaat naar niemand
forms-sent-to = Verstuurd aan
forms-answers = Antwoorden
forms-not-answered = Niet ingevuld
forms-fill = Invullen
forms-print = Afdrukken
forms-seen-by-party = U ziet wat deze partij mag zien: { $party }.
forms-only-visible = Vragen die niet nodig waren, staan er niet bij.
forms-history = Wat is er gebeurd?
forms-compare = Versies vergelijken
forms-compare-title = Twee versies vergelijken
forms-compare-from = Oudere versie
forms-compare-to = Nieuwere versie
forms-compare-do = Vergelijken
forms-compare-none = De antwoorden in deze twee versies zijn hetzelfde.
forms-compare-question = Vraag
forms-compare-before = Eerst
forms-compare-after = Daarna
forms-version-line = { $number }: { $what }, { $when }

forms-next = Wat nu?
forms-act-ask-check = Vraag een collega om controle
forms-act-ask-check-text = Een collega van uw organisatie kijkt mee voordat het weggaat. Tot die tijd verandert er niets aan de antwoorden.
forms-act-approve = Het is goed
forms-act-approve-text = U heeft de antwoorden bekeken en vindt ze goed.
forms-act-ask-change = Vraag om een verandering
forms-act-reopen = Weer openmaken om te veranderen
forms-act-reopen-text = Na een verandering kijkt een collega opnieuw mee.
forms-act-send = Versturen
forms-act-send-text = Na het versturen kunt u de antwoorden niet meer veranderen.
forms-act-receive = In behandeling nemen
forms-act-receive-text = De afzender ziet dat u ermee bezig bent.
forms-act-return = Terugsturen
forms-act-take-back = Intrekken
forms-act-take-back-text = De ontvanger ziet het formulier dan niet meer.
forms-recipient = Aan welke organisatie?
forms-recipient-choose = Kies een organisatie
forms-remarks-ask-change = Wat moet er anders?
forms-remarks-return = Waarom stuurt u het terug?
forms-remarks-take-back = Waarom trekt u het in?
forms-remarks-hint = De andere partij leest dit. Schrijf geen medische gegevens op.
forms-nothing-now = U hoeft nu niets met dit formulier te doen.
forms-did-flash = Gedaan. Het formulier is nu: { $status }.
forms-last-remark = { $who } schreef:

forms-fill-title = Invullen: { $form }
forms-required = (verplicht)
forms-medical = Schrijf hier geen medische gegevens op: geen ziekte, behandeling of medicijn. Die zijn niet nodig om over wonen te beslissen, en de wet beschermt ze. Schrijf op wat iemand doet, wil of nodig heeft.
forms-earlier = Eerder antwoord:
forms-earlier-none = niet ingevuld
forms-agreement-name = Naam van wie akkoord gaat
forms-agreement-on = Dag van het akkoord
forms-row-add = Nog een toevoegen: { $what }
forms-row-remove = Weghalen: { $what }
forms-save = Opslaan
forms-save-next = Opslaan en volgende vragen tonen
forms-save-done = Opslaan en alles nakijken
forms-saved = Opgeslagen.
forms-saved-at = Opgeslagen om { $time }
forms-saved-by = Het laatst opgeslagen door { $who }, { $when }
forms-saving = Bezig met opslaan…
forms-not-saved = Niet opgeslagen. Gebruik de knop om op te slaan.
forms-autosave = Uw antwoorden worden opgeslagen terwijl u typt.
forms-complete-now = Alles wat verplicht is, is ingevuld.
forms-sees = Wie kan dit zien?
forms-sees-outside = Wie dit bekijkt, staat in het logboek.
forms-conflict-title = Een collega heeft dit formulier ook opgeslagen
forms-conflict-text = Uw antwoorden staan hieronder en zijn nog niet opgeslagen. Deze antwoorden van uw collega zijn anders. Als u nog eens opslaat, komen uw antwoorden daarvoor in de plaats.
forms-conflict-who = { $who } heeft opgeslagen, { $when }:
forms-errors-title = Nog niet alles klopt
forms-todo-check = { $count ->
    [one] Eén formulier wacht op controle
   *[other] { $count } formulieren wachten op controle
    }
forms-todo-returned = { $count ->
    [one] Eén formulier is teruggestuurd
   *[other] { $count } formulieren zijn teruggestuurd
    }
forms-todo-received = { $count ->
    [one] Eén formulier is naar u gestuurd
   *[other] { $count } formulieren zijn naar u gestuurd
    }

form-blank-required = Moet worden ingevuld.
form-blank-optional = Mag open blijven.
form-blank-required-sometimes = Moet soms worden ingevuld, dat hangt af van andere antwoorden.
form-blank-sometimes = Wordt alleen gevraagd bij bepaalde antwoorden.
form-blank-short = Eén regel
form-blank-long = Een paar zinnen, zonder medische gegevens
form-blank-one = Kies er één
form-blank-many = Kies wat past
form-blank-date = Een datum
form-blank-date-future = Een datum in de toekomst
form-blank-date-past = Een datum die al geweest is
form-blank-amount = Een bedrag in euro’s
form-blank-whole = Een heel getal van { $least } tot en met { $most }
form-blank-rows = Voor ieder opnieuw, hoogstens { $most } keer
form-blank-agreement = Naam en datum van wie akkoord gaat

forms-pdf = Als PDF
forms-pdf-sent = Verstuurd
forms-pdf-sent-by = { $date }, door { $who }
forms-pdf-not-sent = Nog niet verstuurd
forms-pdf-party = De antwoorden die deze partij mag zien
forms-pdf-file = formulier
forms-road = De weg van dit dossier
forms-road-step = Dit formulier hoort bij de stap ‘{ $step }’.
forms-ends-step = Rond met het versturen ook de stap ‘{ $step }’ af
forms-ends-not = De stap ‘{ $step }’ kan daarmee nog niet worden afgerond. { $why }
forms-blank-lead = Dit formulier is leeg. U ziet wat er gevraagd wordt, wie het antwoord mag zien en waarom.
forms-blank-valid = Te beginnen
forms-blank-from = vanaf { $from }
forms-blank-between = van { $from } tot en met { $until }
forms-blank-each = Voor ieder bij ‘{ $what }’
forms-blank-answer = Antwoord
forms-blank-when = Wanneer
forms-blank-sees = Wie ziet het
forms-blank-why = Waarom
forms-blank-help = Uitleg
forms-blank-choices = Keuzes
forms-blank-file = leeg-formulier
