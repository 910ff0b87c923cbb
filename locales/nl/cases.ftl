# Onderweg: wat er gebeurde, wat er kan en waarom iets niet kan.

nav-cases = Onderweg
nav-decisions = Besluiten

case-objection-upheld = gegrond
case-objection-unfounded = ongegrond
case-objection-partly = deels gegrond
case-answered-accepted = ja, ik wil deze woning
case-answered-declined = nee, ik wil deze woning niet
case-wait-step = Deze stap
case-wait-answer = Antwoord op een woning
case-wait-objection = Besluit op een bezwaar

case-against-no-such-route = De route { $route }, versie { $version }, is er niet.
case-against-not-in-force = Op die dag kan niemand op { $route }, versie { $version }.
case-against-started = Dit huishouden is al onderweg.
case-against-not-started = Dit huishouden is nog niet onderweg.
case-against-in-future = Die dag is nog niet geweest.
case-against-too-early = Op { $date } gebeurde er al iets waar dit op volgt. Kies die dag of een latere.
case-against-ended = Deze weg is al afgelopen.
case-against-paused = Er is pauze, uiterlijk tot { $date }. Ga eerst verder.
case-against-not-paused = Er is nu geen pauze.
case-against-until-before = Kies een dag op of na { $date }.
case-against-party = Dit is aan: { $can }.
case-against-party-none = Dit is niet aan u.
case-against-act-for = { $party } moet dit zelf doen. Niemand kan het voor hen opschrijven.
case-against-other-step = Een collega was eerder. De stap is nu: { $step }.
case-against-outcome = Zo kan deze stap niet eindigen: { $outcome }.
case-against-use-offer = Deze stap is klaar als er een woning is aangeboden.
case-against-use-answer = Schrijf het antwoord op de woning op.
case-against-use-decision = De gemeente moet een besluit nemen, met redenen.
case-against-use-hand-over = Draag over: welke gemeente, wie zei daar ja, en wanneer.
case-against-needs = Eerst nodig: { $needs }.
case-against-forms = Eerst versturen: { $forms }.
case-against-agreements = Eerst nodig. { $missing }
case-form-open = { $form } (nu: { $status })
case-form-not-begun = nog niet begonnen
case-against-urgency = Op deze weg is eerst urgentie nodig.
case-against-test = De toets is nog niet gehaald.
case-against-definitive = De gemeente heeft nog geen ja gezegd.
case-against-not-before = Dit kan vanaf { $date }.
case-against-no-way-back = Naar die stap kunt u van hier niet terug.
case-against-extended = Het besluit is al een keer uitgesteld. Dat kan maar één keer.
case-against-term-over = De termijn is op { $date } afgelopen. Uitstellen kan niet meer.
case-against-no-event = Regel { $number } is er niet, of telt niet meer.
case-against-objected = Er is al bezwaar gemaakt.
case-against-objection-answered = Op dit bezwaar is al besloten.
case-against-words = Er hoort een uitleg bij.
case-against-offer-open = Er is al een woning aangeboden.
case-against-no-offer = Er is nu geen woning aangeboden.
case-against-no-offer-here = In deze stap kan er geen woning worden aangeboden.
case-against-offer-over = Het aanbod gold tot en met { $date }.
case-against-offer-still-open = Er is nog tijd om te antwoorden, tot en met { $date }.
case-against-fact-of-step = Dit volgt uit een stap. U kunt het niet los opschrijven.
case-against-fact-unchanged = Dit staat er al zo.
case-against-step-not-there = De stap “{ $step }” is er op die weg niet.
case-against-not-newer = Het dossier is al op versie { $version }.
case-against-never-struck = Een besluit of een doorhaling kan niet worden doorgehaald.
case-against-later = Dat kan niet: regel { $number } volgt erop.

case-event-started = Begonnen op “{ $route }”, versie { $version }
case-event-moved-to = Verder op “{ $route }”, versie { $version }
case-event-step-ended = { $step }: { $outcome }
case-event-went-back = Terug naar: { $step }
case-event-paused = Pauze, uiterlijk tot { $date }
case-event-resumed = Verder na de pauze
case-event-withdrawn = Gestopt met deze weg
case-event-handed-over-elsewhere = Overgedragen aan een andere gemeente
case-event-handed-over = Overgedragen aan { $municipality }. { $by } zei ja op { $date }
case-event-term-extended = Besluit uitgesteld: { $step }
case-event-decided = { $step }: { $outcome }
case-event-objection-lodged = Bezwaar gemaakt
case-event-objection-decided = Besluit op het bezwaar: { $outcome }
case-event-offered = Woning aangeboden, antwoord tot en met { $date }
case-event-viewing = Bezichtiging op { $date } om { $time }: { $place }
case-event-answered = Antwoord op de woning: { $answer }
case-event-offer-expired = Niemand gaf op tijd antwoord op de woning
case-event-fact = Staat vast: { $fact }
case-event-fact-back = Staat niet meer vast: { $fact }
case-event-struck = Regel { $number } doorgehaald

case-standing-paused = Pauze tot { $date }
case-standing-ended = Afgelopen op { $date }: { $reason }
case-standing-withdrawn = Gestopt op { $date } door: { $party }
case-standing-handed-over = Overgedragen aan { $municipality } op { $date }

hold-not-on-their-road = { $reference }: { $why }

cases-title = Onderweg
cases-decisions-title = Besluiten
cases-decisions-lead = Wat de gemeente moet besluiten, wat het eerst aan de beurt is bovenaan.
cases-tab-label = Welke dossiers
cases-tab-ours = Wacht op ons
cases-tab-all = Alle
cases-tab-paused = Pauze
cases-tab-ended = Afgelopen
cases-late = { $count ->
    [0] Niets is te laat.
    [one] Eén dossier is te laat.
   *[other] { $count } dossiers zijn te laat.
}
cases-without-names = U ziet dossiernummers, geen namen.
cases-search = Naam of dossiernummer
cases-search-reference = Dossiernummer
cases-reference = Dossier
cases-name = Naam
cases-route = Route
cases-step = Stap
cases-owner = Aan zet
cases-provider = Zorgaanbieder
cases-worker = Begeleider
cases-term = Termijn
cases-since = Sinds
cases-due = Uiterlijk
cases-term-overdue = te laat
cases-term-week = deze week
cases-term-later = later
cases-term-none = zonder termijn
cases-none-title = Niets gevonden
cases-none-text = Er is geen dossier met deze kenmerken. Maak de zoekvelden leeg om alles te zien.
cases-none-ours-title = Niets wacht op u
cases-none-ours-text = Alles ligt nu bij anderen. Kijk bij “Alle” om te zien waar.
cases-standing-open = onderweg
cases-standing-paused = pauze
cases-standing-ended = afgelopen
cases-nobody = niemand
cases-days-late = { $count ->
    [one] 1 dag te laat
   *[other] { $count } dagen te laat
}
cases-days-left = { $count ->
    [0] vandaag
    [one] nog 1 dag
   *[other] nog { $count } dagen
}
cases-no-term = geen termijn
cases-extended = uitgesteld
cases-objection = bezwaar, besluit uiterlijk { $date }
cases-objection-late = te laat ingediend

cases-now = Nu
cases-now-text = { $party } is aan zet.
cases-now-nobody = Niemand is nu aan zet.
cases-now-since = Open sinds
cases-now-needs = Eerst nodig
cases-now-held = Wacht nog op
cases-now-explained = Wat gebeurt er
cases-road = De weg
cases-road-text = “{ $route }”, versie { $version }. Wat was, wat nu is en wat komt.
cases-road-done = gedaan
cases-road-now = nu
cases-road-next = komt nog
cases-road-end = einde
cases-do = Wat u kunt doen
cases-do-none = U hoeft nu niets te doen.
cases-home = Woning
cases-home-until = Antwoord tot en met
cases-home-viewing = Bezichtiging
cases-home-viewing-none = nog niet gepland
cases-home-viewing-at = { $date }, { $time }, { $place }
cases-home-calendar = Zet in uw agenda
cases-home-calendar-summary = Bezichtiging woning
cases-home-accepted = Ja gezegd tegen deze woning
cases-home-offered = Aangeboden op { $date }
cases-decisions = Besluiten
cases-decision-objections = Bezwaar kan tot en met { $date }
cases-decision-conditions = Voorwaarden
cases-decision-reasons = Redenen
cases-history = Wat er gebeurde
cases-history-number = { $number }.
cases-history-for = { $who }, namens: { $party }
cases-history-recorded = opgeschreven op { $moment }
cases-history-struck = Doorgehaald, zie regel { $number }
cases-history-strike = Doorhalen
cases-history-hidden = U ziet alleen wat u nodig hebt voor uw werk.
cases-facts = Wat vaststaat
cases-facts-none = Nog niets.
cases-file = Dossier van deze deelnemer
cases-begin = Op weg zetten
hold-objection-waits = Op de weg hiervoor loopt nog een bezwaar. Wacht op het antwoord van de gemeente: is het bezwaar gegrond, dan gaat die weg verder.
cases-begin-text = Dit huishouden is nog niet onderweg naar een woning. Kies een route. Het dossier begint bij de eerste stap.
cases-begin-do = Beginnen
cases-begin-on = Begint op
cases-begun = Het dossier is begonnen.
cases-done = Opgeschreven.
cases-changed = Intussen is er iets veranderd. Kijk hoe het nu staat.

cases-do-step = Stap afronden
cases-do-back = Terug naar een eerdere stap
cases-do-pause = Pauze
cases-do-resume = Verder na de pauze
cases-do-withdraw = Stoppen met deze weg
cases-do-hand-over = Overdragen aan een andere gemeente
cases-do-move = Naar een andere versie of route
cases-do-extend = Besluit uitstellen
cases-do-decide = Besluit nemen
cases-do-object = Bezwaar opschrijven
cases-do-answer-objection = Besluiten op het bezwaar
cases-do-viewing = Bezichtiging plannen
cases-do-answer = Antwoord opschrijven
cases-do-expire = Aanbod laten vervallen
cases-do-fact = Opschrijven wat vaststaat
cases-do-fact-back = Iets staat niet meer vast
cases-do-strike = Een regel doorhalen
cases-do-save = Opslaan
cases-do-blocked = Nog niet mogelijk
cases-do-blocked-line = { $outcome }: { $why }

cases-lead-step = U rondt deze stap af: { $step }.
cases-lead-back = Stappen na die waar u naartoe gaat, tellen dan niet meer. Ze blijven leesbaar.
cases-lead-pause = De termijn van deze stap wacht mee. Een termijn uit de wet loopt door.
cases-lead-resume = Het dossier gaat verder bij de stap waar het was.
cases-lead-withdraw = Het dossier stopt. Een woning die werd bewaard, komt vrij.
cases-lead-hand-over = Overdragen kan pas als de andere gemeente ja heeft gezegd. Schrijf op wie, en wanneer.
cases-lead-move = Op een nieuwere versie van dezelfde route gaat u verder bij dezelfde stap. Een andere route begint bij de eerste stap.
cases-lead-extend = Uitstellen kan één keer. De aanvrager krijgt uw redenen te lezen.
cases-lead-decide = Een besluit wordt niet meer veranderd. De aanvrager krijgt uw redenen te lezen en kan bezwaar maken.
cases-lead-object = Schrijf op dat de deelnemer bezwaar maakt. Te laat kan ook; dat staat er dan bij.
cases-lead-answer-objection = Is het bezwaar terecht en was het besluit een nee, dan gaat het besluit weer open.
cases-lead-viewing = Iedereen die erbij hoort ziet dag, tijd en plek.
cases-lead-answer = Schrijf op wat de deelnemer zei. Bij een nee hoort een reden.
cases-lead-expire = Er kwam op tijd geen antwoord. De woning komt vrij voor een ander.
cases-lead-fact = Alleen wat echt zo is. Het staat straks met uw naam in het dossier.
cases-lead-fact-back = Schrijf op waarom het niet meer zo is.
cases-lead-strike = De regel blijft leesbaar, maar telt niet meer.

cases-field-outcome = Hoe loopt het af?
cases-field-decision = Besluit
cases-field-answer = Antwoord
cases-field-on = Vanaf welke dag
cases-field-on-hint = Leeg is vandaag. Een dag die nog moet komen, kan niet.
cases-field-note = Notitie
cases-field-note-third = Wat zei de onafhankelijke derde, en wie was het?
cases-field-reason = Reden
cases-field-reasons = Redenen
cases-field-reasons-hint = Zo geschreven dat de deelnemer het begrijpt. Geen medische gegevens.
cases-field-conditions = Voorwaarden
cases-field-conditions-hint = Alleen bij een ja onder voorwaarden.
cases-objection-no-grounds = Niet opgeschreven.
cases-field-grounds = Waarom is de deelnemer het er niet mee eens?
cases-field-to = Naar welke stap
cases-field-until = Tot uiterlijk
cases-field-municipality = Welke gemeente
cases-field-accepted-by = Wie zei daar ja? Naam en organisatie
cases-field-accepted-on = Op welke dag
cases-field-route = Waarheen
cases-field-route-choice = { $route }, versie { $version }
cases-field-day = Dag
cases-field-time = Tijd
cases-field-place = Waar spreekt u af
cases-field-fact = Wat
cases-field-by = Wie stopt
cases-field-event = Welke regel

cases-next-title = Woningen voor de volgende
cases-next-lead = Iemand nam deze woning niet. De eerste van het voorstel die nog wacht en nog past, staat klaar. Pas als u ja zegt, wordt de woning aangeboden.
cases-next-place = nummer { $place } van wie na de eerste kwam
cases-next-yes = Aanbieden
cases-next-no = Niet aanbieden
cases-next-reason = Reden
cases-next-none-title = Er staat niets klaar
cases-next-none-text = Er is geen woning die iemand weigerde en die nu voor een ander is.
cases-next-done-yes = De woning is aangeboden.
cases-next-done-no = Deze woning gaat naar de volgende, of is weer vrij.

home-cases-waiting = wacht op ons
home-cases-late = te laat
home-todo-case = { $reference }: { $step }
home-todo-next = { $count ->
    [one] Eén woning wacht op uw ja voor de volgende kandidaat
   *[other] { $count } woningen wachten op uw ja voor de volgende kandidaat
}

participants-road = Op weg naar een woning
participants-road-see = Bekijk de weg
participants-road-again = De vorige weg is afgelopen.
participants-road-none = Nog niet onderweg.
participants-road-begin = Op weg zetten

cases-forms = Formulieren bij deze stap
cases-form-required = Eerst versturen, dan kan de stap worden afgerond.
cases-form-not-begun = Nog niet begonnen
cases-form-elsewhere-sent = Verstuurd
cases-form-elsewhere-open = Nog niet verstuurd
cases-form-begin = Beginnen
cases-form-fill = Verder invullen
cases-form-read = Lezen
cases-form-blank = Leeg formulier
cases-agreements = Overeenkomsten voor deze woning
cases-agreements-text = Deze overeenkomsten horen bij deze weg. Ze zijn klaargezet toen de woning werd aangenomen. De sleutel komt als alles wat de weg vraagt is ingegaan.
cases-agreements-missing = Nog nodig voor de sleutel
cases-history-form = Formulier ‘{ $form }’: { $act }
