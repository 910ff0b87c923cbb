# De pagina zelf: kop, menu, meldingen, formulieren, tabellen, fouten.

product = Sleutel
skip = Ga naar de inhoud
demo-mark = Demo.
demo-invented = Alle mensen en woningen zijn verzonnen.
language-choose = Taal kiezen
log-out = Uitloggen
nav-label = Menu
nav-home = Start
nav-participants = Deelnemers
nav-homes = Woningen
nav-areas = Kaart
nav-forms = Formulieren
nav-rounds = Plaatsingsrondes
nav-import = Inlezen
nav-accounts = Accounts
nav-outbox = Mail
nav-log = Logboek
crumbs-label = Waar u bent
footer-promise = Een computer doet een voorstel. Mensen beslissen.

flash-success = Gelukt.
flash-info = Let op.
flash-warning = Kijk hiernaar.

errors-title = Er klopt nog iets niet
error-mark = Fout:
field-optional = (niet verplicht)
field-required = Vul dit in.
field-choose = Maak een keuze.
field-date = Dit is geen datum. Schrijf bijvoorbeeld 22-11-2026.
field-money = Dit is geen bedrag. Schrijf bijvoorbeeld 612,50.
field-number = Vul een heel getal in van { $least } tot en met { $most }.
who-sees = Wie kan dit zien?

pager-label = Bladeren
pager-rows = { $from } tot en met { $to } van { $total }
pager-previous = Vorige
pager-next = Volgende
pager-page = Pagina
history-before = was:
history-after = werd:

map-zoom-in = Dichterbij
map-zoom-out = Verder weg
map-zoom-all = Hele kaart
map-reading = De kleur laat zien hoeveel ruimte er dit jaar nog is. Het cijfer is het aantal woningen dat nu vrij is.
map-help = Met het toetsenbord: pijltjes om te schuiven, + en − om in en uit te zoomen, 0 voor de hele kaart. Met de muis: slepen, en Ctrl met het wiel.

problem-home = Naar de startpagina
problem-number = Blijft het misgaan? Noem dan dit nummer: { $number }
problem-400-title = Dit verzoek begrijpen we niet
problem-400-what = Ga terug en probeer het opnieuw. Is de pagina lang open geweest, laad haar dan eerst opnieuw.
problem-403-title = Dit is niet voor uw rol
problem-403-what = U mag deze pagina niet zien, of uw formulier is verlopen. Ga terug, laad de pagina opnieuw en probeer het nog eens. Denkt u dat u dit wel mag? Vraag het dan aan uw functioneel beheerder.
problem-404-title = Deze pagina is er niet
problem-404-what = Het adres klopt niet, of u mag deze gegevens niet zien. Begin opnieuw bij de startpagina.
problem-405-title = Zo werkt deze pagina niet
problem-405-what = Gebruik de knoppen en links op de pagina’s.
problem-409-title = Iemand anders was eerder
problem-409-what = Er is intussen iets veranderd. Uw wijziging is niet opgeslagen, en die van de ander is er nog. Laad de pagina opnieuw en kijk wat er nu staat.
problem-413-title = Dit is te groot
problem-413-what = Het bestand of formulier is groter dan we aannemen. Stuur het in delen.
problem-422-title = Dit kunnen we niet verwerken
problem-422-what = Kijk na wat u hebt ingevuld en probeer het opnieuw.
problem-429-title = Te vaak geprobeerd
problem-429-what = Wacht een paar minuten en probeer het dan opnieuw.
problem-500-title = Er ging bij ons iets mis
problem-500-what = Uw laatste wijziging is niet opgeslagen. Wat er al stond, is er nog. Probeer het over een paar minuten opnieuw.
problem-503-title = Dit lukt nu even niet
problem-503-what = Het duurde te lang, of de dienst is even niet bereikbaar. Probeer het over een paar minuten opnieuw.

login-title = Inloggen
login-name = Inlognaam
login-passphrase = Wachtzin
login-passphrase-hint = Een paar woorden achter elkaar, zoals u ze hebt gekozen.
login-do = Inloggen
login-help = Lukt het niet? Vraag uw functioneel beheerder om een nieuwe wachtzin.
login-demo-title = Kijk rond als een van deze mensen
login-demo-text = Dit is een demo. De mensen zijn verzonnen. Elke rol ziet alleen wat bij die rol hoort.
login-demo-do = Inloggen

home-welcome = Dag { $name }
home-todo-title = Wat er op u wacht
home-todo-none = Er wacht nu niets op u.
home-todo-questions = { $count ->
    [one] Bij één huishouden staat een vraag open die nodig is voor een plaatsing.
   *[other] Bij { $count } huishoudens staat een vraag open die nodig is voor een plaatsing.
}
home-own-homes = Eigen woningen die vrij zijn
home-free-from = Vrij vanaf { $date }
home-round-new = { $name }: nog geen voorstel
home-round-proposed = { $name }: { $placed } voorgesteld, { $agreed } akkoord
home-todo-import = Bestanden inlezen
home-todo-accounts = Wie kan inloggen
home-todo-log = Wie heeft wat gedaan en gezien
home-groups-title = De groepen dit jaar
home-groups-text = Het streepje in de balk is wat er dit jaar ten minste is afgesproken. ‘Tot vandaag’ is het deel daarvan dat nu gehaald moet zijn.
home-groups-name = Groep
home-groups-done = Woningen
home-groups-pace = Hoe het gaat
home-groups-of = { $done } gedaan. Afspraak: { $lower } tot en met { $upper }, tot vandaag { $due }
home-groups-from = { $done } gedaan. Afspraak: ten minste { $lower }, tot vandaag { $due }
home-groups-map = Bekijk de buurten op de kaart
home-groups-numbers = Alle cijfers van dit jaar
home-pace-ahead = Op schema
home-pace-behind = Loopt achter
home-pace-reached = Afspraak gehaald
home-pace-full = Vol

about-title = Zo worden woningen verdeeld
about-what-title = Waar het om gaat
about-what = Mensen zonder huis krijgen eerst een eigen woning, en daarbij hulp zolang dat nodig is. De gemeente, woningcorporaties en zorgaanbieders doen dat samen.
about-decide-title = Wie er beslist
about-decide = Een computer legt vrije woningen naast de mensen die klaar zijn, en doet een voorstel met de redenen erbij. Een medewerker beslist per woning, met naam en met een reden. De deelnemer kiest zelf of hij of zij de woning neemt.
about-order-title = Wat er meetelt
about-order = Regels gaan eerst: genoeg kamers, een huur die past, trappen en lift, en waar iemand zelf wel of niet wil wonen. Daarna doelen in een vaste volgorde: de afspraken van het jaar, wie weg moet of niet veilig is, alle groepen ongeveer even goed helpen, geen woning leeg laten staan, de wens en het netwerk van de deelnemer, hoelang iemand wacht, en spreiding over de buurten. Is er dan nog geen verschil, dan wordt er geloot.
about-never-title = Wat nooit meetelt
about-never = Afkomst, geloof, gezondheid en een voorspelling over gedrag tellen niet mee. Niemand krijgt een score. Wat we niet weten, telt niet tegen iemand: dan vragen we het.

accessibility-title = Toegankelijkheid
accessibility-aim-title = Wat we willen
accessibility-aim = Iedereen kan deze pagina’s gebruiken. We volgen de richtlijnen van WCAG 2.2, niveau AA.
accessibility-how-title = Wat er werkt
accessibility-how = Alles werkt met alleen het toetsenbord, met een voorleeshulp, op een klein scherm en zonder JavaScript. Bij elk plaatje staat een tabel met dezelfde gegevens. De kleuren volgen de lichte of donkere stand van uw apparaat.
accessibility-help-title = Werkt iets niet?
accessibility-help = Vertel het uw functioneel beheerder: op welke pagina, wat u wilde doen en wat er gebeurde.
