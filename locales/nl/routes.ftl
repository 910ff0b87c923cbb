# De wegen naar een woning: stappen, uitkomsten, regels.

route-step-kind-conversation = Gesprek
route-step-kind-form = Formulier
route-step-kind-match = Woning zoeken
route-step-kind-viewing = Bezichtiging
route-step-kind-offer = Aanbod
route-step-kind-support = Overeenkomst voor begeleiding
route-step-kind-lease = Huurcontract
route-step-kind-keys = Sleutel
route-step-kind-meeting = Kennismaking
route-step-kind-evaluation = Evaluatie
route-step-kind-test = Toets
route-step-kind-conversion = Omklap
route-step-kind-task = Taak

route-decision-urgency = Besluit over urgentie
route-decision-definitive-urgency = Besluit over definitieve urgentie

route-lease-intermediate = Tussenhuur: de zorgaanbieder huurt en verhuurt aan de bewoner
route-lease-three-party = Driehoekscontract: eigen huur, met begeleiding als voorwaarde
route-lease-temporary = Tijdelijk eigen huurcontract
route-lease-own = Eigen huurcontract zonder einddatum
route-lease-youth = Eigen jongerencontract, vijf jaar

route-outcome-done = gedaan
route-outcome-elsewhere = betere kansen in een andere gemeente
route-outcome-other-route = een andere route past beter
route-outcome-granted = toegekend
route-outcome-granted-under-conditions = toegekend onder voorwaarden
route-outcome-refused = afgewezen
route-outcome-accepted = ja
route-outcome-declined = nee
route-outcome-expired = niet op tijd geantwoord
route-outcome-continue = gaat door
route-outcome-ready = klaar voor een eigen contract
route-outcome-ended = komt ten einde
route-outcome-met = gehaald
route-outcome-not-met = nog niet

route-end-completed = Klaar: de bewoner woont zelfstandig
route-end-refused = Einde: afgewezen
route-end-offer-declined = Einde: woning geweigerd
route-end-elsewhere = Einde: overgedragen aan een andere gemeente
route-end-other-route = Einde: verder langs een andere route
route-end-stay-ended = Einde: het verblijf is gestopt

route-fact-urgency-granted = urgentie is toegekend
route-fact-definitive-granted = definitieve urgentie is toegekend
route-fact-offer-accepted = er is ja gezegd tegen een woning
route-fact-lease-signed = het huurcontract is getekend
route-fact-support-signed = de afspraken over begeleiding zijn getekend
route-fact-moved-in = de bewoner is verhuisd
route-fact-test-met = de toets is gehaald
route-fact-converted = de woning staat op eigen naam
route-fact-questions-asked = de drie vragen zijn beantwoord
route-fact-household-known = iedereen van het huishouden is bekend
route-fact-plan-agreed = iedereen is het eens met het plan
route-fact-person-agrees = de deelnemer is het ermee eens
route-fact-basics-ready = de basis is op orde

route-principle-housing-is-a-right = Huisvesting is een mensenrecht
route-principle-choice-and-control = Keuze en regie voor deelnemers
route-principle-separation = Wonen en zorg zijn gescheiden
route-principle-recovery = Gericht op herstel
route-principle-harm-reduction = Schade beperken
route-principle-engagement = Betrokken, zonder dwang
route-principle-person-centred = Het plan begint bij de persoon
route-principle-as-long-as-needed = Steun zo lang als nodig

route-conflict-one-offer = Er is één aanbod; wie weigert, stopt
route-conflict-lease-of-provider = De zorgaanbieder heeft het huurcontract
route-conflict-support-in-lease = Het huurcontract vraagt om begeleiding
route-conflict-temporary-lease = Het eerste huurcontract is tijdelijk
route-conflict-goals-before-lease = Doelen moeten bereikt zijn vóór een eigen contract
route-conflict-conditions-before-lease = Tijd en voorwaarden gaan vooraf aan een gewoon contract

route-length-working-days = { $count ->
    [one] 1 werkdag
   *[other] { $count } werkdagen
}
route-length-days = { $count ->
    [one] 1 dag
   *[other] { $count } dagen
}
route-length-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weken
}
route-length-months = { $count ->
    [one] 1 maand
   *[other] { $count } maanden
}

route-valid = Geldig
route-valid-from = vanaf { $from }
route-valid-between = van { $from } tot en met { $until }
route-urgency = Urgentie
route-urgency-yes = Eerst een besluit over urgentie, daarna een woning
route-urgency-no = Geen besluit over urgentie nodig
route-refusal = Een woning weigeren
route-refusal-ends = De route stopt
route-refusal-next = Er zijn { $most } aanbiedingen. Na de laatste gaat het verder bij ‘{ $step }’
route-refusal-none = Heeft geen gevolgen; het zoeken gaat door
route-conversion = Huur op eigen naam
route-conversion-none = Vanaf de eerste dag
route-conversion-goals = Als alle doelen bereikt zijn, volgens een onafhankelijke derde
route-conversion-after = Na { $length }, als aan de voorwaarden is voldaan
route-criteria-goals = Waar doelen over gaan
route-criteria-conditions = Voorwaarden
route-criterion-children = { $text } (alleen met kinderen)
route-evaluation = Woonevaluatie
route-evaluation-rhythm = De eerste keer binnen { $first } na de verhuizing, daarna telkens binnen { $every }
route-leases = Huurcontract
route-withdraw = Wie kan de route stoppen
route-pause = Wie kan de route pauzeren
route-source = Bron

route-step-owner = Aan zet
route-step-involved = Doen mee
route-step-term = Termijn
route-step-term-open = { $length } vanaf het begin van deze stap
route-step-term-step = { $length } na de stap ‘{ $step }’
route-step-term-fact = { $length } nadat { $fact }
route-step-term-legal = { $term } (wettelijke termijn)
route-step-decision = Besluit
route-step-decision-terms = Uitstel kan één keer, met { $extension }. Bezwaar maken kan binnen { $objection }
route-step-signs = Wordt getekend
route-step-becomes = Het contract wordt
route-step-forms = Formulieren
route-step-needs-forms = Formulieren die eerst verstuurd zijn
route-step-needs = Eerst nodig
route-step-back = Terug kan naar
route-step-last-offer = nee, na het laatste aanbod

routes-title = Wegen naar een woning
routes-lead = Zo gaat het van het eerste gesprek naar een eigen woning. Bij elke stap staat wie er aan zet is, wanneer iets klaar moet zijn en wat er daarna komt.
routes-own = Een stad kan deze routes veranderen en eigen routes toevoegen. Wie al onderweg is, gaat verder op de versie van het begin.
routes-none-title = Er zijn geen routes
routes-none = De beheerder kan een map met routes opgeven.
routes-closed = Vandaag niet geldig
routes-version = Versie { $version }
routes-versions = Alle versies:
routes-print = Print deze pagina
routes-file = Download als bestand
routes-rules = Wat er geldt
routes-drawing = De weg in één plaatje
routes-drawing-hint = Elke kolom is een partij, elk vak een stap. Kies een vak voor de uitleg. Bij een pijl staat de uitkomst.
routes-steps = Stap voor stap
routes-ways = Hoe het verdergaat na: { $step }
routes-odds = Wat schuurt met Housing First
routes-odds-text = Housing First heeft acht kernprincipes. Hieronder staat wat deze route vraagt dat daarmee schuurt, en waarom de partners daarvoor kozen.
routes-table = Wie doet wat
routes-step = Stap
routes-no-term = Geen termijn
routes-no-forms = Geen
routes-differences = Verschillen tussen twee versies
routes-differences-with = Wat is er anders?
routes-same-title = Geen verschil
routes-same = Deze twee versies zeggen hetzelfde.
routes-what = Onderdeel
routes-name = Naam
routes-summary = In het kort
routes-explanation = Uitleg
routes-kind = Soort stap
routes-added = Nieuw: { $step }
routes-gone = Vervallen: { $step }
routes-not-there = Staat er niet in
routes-form-version = { $form } (versie { $version })
routes-blank-form = Leeg formulier: { $form }
