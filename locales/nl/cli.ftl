# De opdrachtregel.

cli-usage = Gebruik
cli-heading-commands = Opdrachten
cli-heading-options = Opties
cli-heading-arguments = Wat u meegeeft

cli-about = Woningen voor mensen die er geen hebben: deelnemers, woningen, en voorstellen waarover mensen besluiten.
cli-more = Begin met:
    { "  " }sleutel demo                    een verzonnen stad, om rond te kijken
    { "  " }sleutel OPDRACHT --help         wat een opdracht doet, met voorbeelden
    { "" }
    Instellingen komen uit opties, anders uit de omgeving (SLEUTEL_DATABASE_URL, SLEUTEL_LISTEN enzovoort, genoemd bij elke optie), anders uit het bestand van --config. Eindcodes: 0 gelukt, 1 bevindingen of mislukt, 2 verkeerd gebruikt.

cli-about-demo = Vult een database met een verzonnen stad en toont die in de browser.
cli-more-demo = Niemand in de stad bestaat. De namen om mee in te loggen staan in de uitvoer. Zonder --database-url is de database het bestand sleutel-demo.db in deze map. De volgende keer wordt dat opnieuw gebruikt.
    { "" }
    Staan in de database al de buurten van uw eigen stad en nog geen mensen? Dan komen de verzonnen mensen en woningen daar.
    { "" }
    Voorbeelden:
    { "  " }sleutel demo
    { "  " }sleutel demo --fresh --seed 7
    { "  " }sleutel demo --database-url sqlite:stad.db --listen 127.0.0.1:8081
    { "  " }sleutel demo --write stad        schrijft alleen de bestanden; voor sleutel place en sleutel import

cli-about-serve = Toont de pagina's in de browser.
cli-more-serve = GET /healthz antwoordt 200 zodra Sleutel klaar is; GET /readyz vraagt het ook aan de database. Na een stopsignaal worden lopende verzoeken afgemaakt, in ten hoogste tien seconden.
    { "" }
    Voorbeelden:
    { "  " }sleutel serve --database-url postgres://sleutel@db.example/sleutel
    { "  " }sleutel serve --config /etc/sleutel.toml --https-behind-proxy
    { "" }
    Een bestand met instellingen. Elke regel mag weg:
    { "  " }database_url = "sqlite:stad.db"
    { "  " }listen = "127.0.0.1:8080"
    { "  " }https_behind_proxy = true
    { "  " }programme = "stad"
    { "  " }language = "nl"
    { "  " }log = "info"
    { "  " }log_format = "json"

cli-about-migrate = Brengt de tabellen van een database bij de tijd.
cli-more-migrate = Elke opdracht doet dit bij het openen van een database; deze doet verder niets. Maak eerst een reservekopie.
    { "" }
    Voorbeeld:
    { "  " }sleutel migrate --database-url sqlite:stad.db

cli-help-database-url = Waar de gegevens staan: sqlite:BESTAND of postgres://GEBRUIKER@SERVER/NAAM. Omgeving: SLEUTEL_DATABASE_URL, waarmee een geheim van de opdrachtregel wegblijft.
cli-help-listen = Adres en poort waarop de pagina's te zien zijn; poort 0 neemt een vrije en noemt die. 127.0.0.1:8080 als u niets opgeeft. Omgeving: SLEUTEL_LISTEN.
cli-help-seed = Het getal waaruit de stad wordt gemaakt: hetzelfde getal geeft op dezelfde dag dezelfde stad. 1 als u niets opgeeft.
cli-help-fresh = Gooit eerst het SQLite-bestand van de demo weg. Alleen dat van een demo, nooit een database met echte gegevens.
cli-help-write = Schrijft de bestanden van de stad naar deze map, met een plaatsingsronde erbij, en stopt.
cli-help-https-behind-proxy = Een proxy ervoor gebruikt HTTPS: cookies gaan alleen over HTTPS. Omgeving: SLEUTEL_HTTPS_BEHIND_PROXY.
cli-help-config = Een bestand met instellingen (TOML). Omgeving: SLEUTEL_CONFIG.
cli-help-language = De taal van de uitvoer: nl of en. Als u niets opgeeft die van het systeem (LANG). Omgeving: SLEUTEL_LANGUAGE.
cli-help-log = Welke meldingen naar de standaardfoutuitvoer gaan: error, warn, info, debug, of per onderdeel zoals sleutel_web=debug. Omgeving: SLEUTEL_LOG.
cli-help-log-format = De vorm van die meldingen: text of json. Omgeving: SLEUTEL_LOG_FORMAT.
cli-help-programme = De code van het programma, als er meer dan één in de database staat. Omgeving: SLEUTEL_PROGRAMME.
cli-help-help = Geeft uitleg.
cli-help-version = Zegt welke versie dit is.

cli-error = Fout
cli-need-database = Er is geen database genoemd. Gebruik --database-url sqlite:BESTAND of --database-url postgres://GEBRUIKER@SERVER/NAAM, of stel SLEUTEL_DATABASE_URL in.
cli-bad-address = ‘{ $address }’ is geen adres om op te luisteren. Gebruik bijvoorbeeld 127.0.0.1:8080.
cli-bad-log = ‘{ $filter }’ zegt niet welke meldingen getoond moeten worden: { $cause }
cli-bad-config = Het bestand met instellingen ‘{ $file }’ is niet te gebruiken: { $cause }
cli-bad-setting = ‘{ $value }’ kan niet de waarde van { $name } zijn. Gebruik { $allowed }.
cli-port-in-use = Iets anders luistert al op { $address }. Stop dat, of kies een andere poort: --listen 127.0.0.1:0 neemt een vrije.
cli-cannot-listen = Luisteren op { $address } lukt niet: { $cause }
cli-database-address = ‘{ $address }’ is geen adres van een database. Gebruik sqlite:BESTAND of postgres://GEBRUIKER@SERVER/NAAM.
cli-database-open = De database { $address } kan niet open: { $cause } Kijk of het adres klopt, of de map bestaat en er geschreven mag worden, of dat de server draait.
cli-database-migrate = De tabellen van { $address } kunnen niet bij de tijd gebracht worden: { $cause } Er is niets veranderd. Is deze database van een nieuwere versie van Sleutel, of van iets anders?
cli-database-busy = Een ander proces houdt de database vast. Er is niets veranderd. Wacht tot dat klaar is, bijvoorbeeld een import, en probeer het opnieuw.
cli-database-full = De schijf is vol. Er is niets veranderd. Maak ruimte en probeer het opnieuw.
cli-database-unreachable = De database is niet te bereiken: { $cause }. Er is niets veranderd. Kijk of die draait en probeer het opnieuw.
cli-database-other = De database kon dit niet: { $cause }. Er is niets veranderd.
cli-denied = Wie de installatie beheert, mag dit niet doen ({ $action }).
cli-not-found = Dit bestaat niet in dit programma.
cli-changed = Iemand anders heeft dit intussen veranderd. Er is niets overschreven. Probeer het opnieuw.
cli-unsound = De controle vond de uitkomst niet goed, dus die is niet bewaard. Meld dit alstublieft: { $what }
cli-internal = Er ging iets mis dat niet mis mag gaan: { $cause }
cli-no-programme = Er staat nog geen programma in deze database. Begin er een met: sleutel programme start CODE NAAM. Of lees bestanden in met sleutel import, dat begint er ook een.
cli-no-such-programme = Er is geen programma ‘{ $code }’ in deze database.
cli-served-already = Een andere Sleutel gebruikt { $file } al om pagina's te tonen. Stop die eerst, of gebruik PostgreSQL: daarbij kunnen er meer tegelijk draaien.
cli-folder = Schrijven naar ‘{ $file }’ lukt niet: { $cause }

cli-listening = Sleutel luistert op { $address }
cli-stop = Stop met Ctrl-C.
cli-stopped = Gestopt.
cli-migrated = De tabellen zijn bij de tijd.

cli-demo-making = De stad wordt gemaakt (getal { $seed }).
cli-demo-own = Verzonnen mensen en woningen komen in { $areas } delen van uw eigen stad (getal { $seed }).
cli-demo-again = De demo in { $file } (getal { $seed }) wordt opnieuw gebruikt. Met --fresh maakt u een nieuwe.
cli-demo-filled = { $name }: { $participants } dossiers, { $dwellings } woningen, { $vacancies } in aanbod. Klaar in { $seconds } s.
cli-demo-logins = Log in met een van deze namen. De wachtzin van allemaal is { $passphrase }
cli-demo-other-seed = Deze demo is gemaakt uit getal { $seed }. Gebruik --fresh voor een nieuwe, of een andere --database-url.
cli-demo-real = In deze database staan mensen of accounts die niet van een demo zijn. De wachtzin van een demo is openbaar, dus die komt daar niet bij. Gebruik een andere --database-url.
cli-demo-fresh-file = --fresh gooit een SQLite-bestand weg. Verwijder en maak een PostgreSQL-database met de eigen hulpmiddelen ervan.
cli-demo-written = { $files ->
        [one] { $files } bestand
       *[other] { $files } bestanden
    } geschreven naar { $folder }. Verder met: sleutel place --input { $folder } --output voorstel.json
cli-demo-findings = De bestanden van de demo zijn geweigerd: { $what }
cli-progress = { $done } van { $total }
