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
    Instellingen komen uit opties, anders uit de omgeving (SLEUTEL_DATABASE_URL, SLEUTEL_LISTEN enzovoort, genoemd bij elke optie), anders uit het bestand van --config. Eindcodes: 0 gelukt, 1 bevindingen of mislukt, 2 verkeerd gebruikt; een opdracht die er meer heeft, zegt dat erbij.

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
    { "  " }routes = "/etc/sleutel/routes"  de map met uw eigen routes
    { "  " }forms = "/etc/sleutel/forms"    de map met uw eigen formulieren
    { "  " }smtp_url = "smtps://NAAM:WACHTWOORD@mail.example"  de mailserver; zonder deze regel gaat er geen mail weg
    { "  " }mail_from = "sleutel@gemeente.example"            het adres waar mail vandaan komt
    { "  " }public_url = "https://sleutel.gemeente.example"   waar mensen de pagina's openen, voor de links in mail
    { "  " }language = "nl"
    { "  " }log = "info"
    { "  " }log_format = "json"
    { "  " }papers = "onze-papieren"        uw eigen sjablonen voor brieven; zie sleutel paper
    { "  " }[register]                      wat sleutel method en de pagina /method publiceren
    { "  " }organisation = "Gemeente Kleinstad"
    { "  " }department = "Wonen"
    { "  " }contact = "wonen@gemeente.example"
    { "  " }website = "https://gemeente.example/housing-first"
    { "  " }status = "in-use"               in-development, in-use of out-of-use
    { "  " }category = "impactful"          high-risk, impactful of other
    { "  " }begin_date = "2026-12"          en end_date
    { "  " }lawful_basis = "Huisvestingsverordening 2026"
    { "  " }process_index_url = "https://gemeente.example/proces"
    { "  " }source_code = "https://gemeente.example/broncode"
    { "  " }url = "https://gemeente.example/method.json"
    { "  " }impact_tests = [{ "{" } title = "DPIA", link = "https://gemeente.example/dpia" { "}" }]

cli-about-paper = De sjablonen voor brieven en overeenkomsten op papier.
cli-about-paper-check = Controleer een map met eigen sjablonen.
cli-more-paper-check = Zet elke brief, overeenkomst en elk formulier in beide talen, met verzonnen gegevens. Alles wat niet klopt staat in een lijst, met de plek; dan eindigt het commando met 1. De meldingen zijn die van het zetprogramma, in het Engels. Een map die klopt, komt in het instellingenbestand als papers = "MAP".
    { "" }
    Voorbeeld:
    { "  " }sleutel paper check onze-papieren
cli-about-paper-write = Schrijf de sjablonen die nu gebruikt worden, om mee te beginnen.
cli-more-paper-write = Naast de sjablonen komen bestanden met verzonnen gegevens. Daarin staat wat een sjabloon kan gebruiken. Er wordt niets overschreven. Gooi weg wat u niet verandert: wat uw map niet heeft, komt uit het programma.
    { "" }
    Voorbeeld:
    { "  " }sleutel paper write onze-papieren
cli-help-paper-check-folder = De map met de sjablonen.
cli-help-paper-write-folder = De map om in te schrijven; die wordt gemaakt als hij er niet is.
cli-paper-sound = Er is niets mis met de sjablonen ({ $files ->
        [one] { $files } bestand
       *[other] { $files } bestanden
    }).
cli-paper-written = { $files } bestanden geschreven in { $folder }.
cli-paper-bad = De sjablonen voor papier in ‘{ $folder }’ zijn niet te gebruiken. Hierboven staat wat er mis is.
cli-paper-much = ‘{ $file }’ is te veel: een map met sjablonen heeft hoogstens 200 bestanden van elk 10 MB. Is het de goede map?
cli-paper-error = fout
cli-paper-warning = kijk

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
cli-help-routes = De map met uw eigen routes, in plaats van die bij Sleutel horen; sleutel routes check zegt wat er aan een route niet klopt. Omgeving: SLEUTEL_ROUTES.
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
cli-demo-window = Een deelnemer met een woning om over te antwoorden: ga naar /my en gebruik de code { $code } (werkt één keer), of nummer { $reference } met het geheim { $secret }.
cli-demo-other-seed = Deze demo is gemaakt uit getal { $seed }. Gebruik --fresh voor een nieuwe, of een andere --database-url.
cli-demo-real = In deze database staan mensen of accounts die niet van een demo zijn. De wachtzin van een demo is openbaar, dus die komt daar niet bij. Gebruik een andere --database-url.
cli-demo-fresh-file = --fresh gooit een SQLite-bestand weg. Verwijder en maak een PostgreSQL-database met de eigen hulpmiddelen ervan.
cli-demo-written = { $files ->
        [one] { $files } bestand
       *[other] { $files } bestanden
    } geschreven naar { $folder }. Verder met: sleutel place --input { $folder } --output voorstel.json
cli-demo-findings = De bestanden van de demo zijn geweigerd: { $what }
cli-progress = { $done } van { $total }

cli-about-import = Leest bestanden in: mensen, woningen, buurten, aantallen.
cli-more-import = Eerst wordt alles gelezen en nagekeken; daarna wordt alles bewaard, of niets. Hetzelfde bestand nog eens verandert niets. Van elke soort staan de kolommen op een pagina in docs/formats. Eindcode 1 als er fouten zijn.
    { "" }
    Soorten: organisations, areas, area-figures, group-quotas, main-groups, association-targets, complexes, ceilings, dwellings, vacancies, participants, members, wishes, network, exclusions, together. Wat genoemd wordt, moet er zijn vóór wat het noemt; de soort all neemt een map met bestanden onder hun gewone naam (participants.csv, areas.geojson) en let zelf op de volgorde.
    { "" }
    Voorbeelden:
    { "  " }sleutel import areas buurten.geojson --database-url sqlite:stad.db
    { "  " }sleutel import participants noord.csv zuid.csv --dry-run
    { "  " }sleutel import all stad/ --json
cli-help-import-kind = Wat er in de bestanden staat; of all, voor een map.
cli-help-import-files = Een of meer bestanden van deze soort; bij all een map.
cli-help-dry-run = Laat elke bevinding zien en wat er zou veranderen, en verandert niets.
cli-help-json = Geeft de uitkomst als JSON op de standaarduitvoer.
cli-help-programme-name = Hoe het programma heet, als de database nieuw is en deze import er een begint.

cli-about-place = Stelt voor wie waar kan wonen, uit een map met bestanden, zonder server.
cli-more-place = Leest een ronde uit een map (docs/formats/round-folder.md), maakt een voorstel, laat een aparte controle de uitkomst nakijken en schrijft die twee keer: als JSON naar BESTAND, en ernaast als verslag om te lezen, met .md aan het eind. Dezelfde map geeft altijd dezelfde bytes. Met --json komt een samenvatting op de standaarduitvoer.
    { "" }
    Eindcodes: 0 het voorstel is geschreven en in orde bevonden, 1 er zijn fouten in de bestanden of de controle vond een fout (dan wordt er niets geschreven), 2 verkeerd gebruikt.
    { "" }
    Voorbeelden:
    { "  " }sleutel demo --write ronde
    { "  " }sleutel place --input ronde --output voorstel.json
cli-help-input = De map met de bestanden van de ronde.
cli-help-output = Waar het voorstel komt. Het verslag komt onder dezelfde naam met .md aan het eind.
cli-help-ahead = Hoeveel toekomsten er getrokken worden om vooruit te kijken, 0 tot en met 20. Gaat vóór wat er in round.toml staat.
cli-help-changes = Voor hoeveel huishoudens zonder woning gezocht wordt naar de eerste verandering die iets uitmaakt. Elke poging duurt ongeveer even lang als het voorstel zelf. Als u niets opgeeft, zijn het er hoogstens 25, en minder in een grote ronde: het zoeken stopt dan na een vaste hoeveelheid rekenwerk. 0 is geen.

cli-about-solve = Lost een plaatsingsopgave op die in bestanden met getallen staat.
cli-more-solve = Leest een opgave met haar paren (docs/formats/instance.md), zoekt het plan dat het meest waard is binnen alle ondergrenzen en bovengrenzen, en bewijst hoe goed het is. Een aparte controle die geen programmacode deelt met het zoeken, kijkt de uitkomst na voordat die wordt getoond. Er staat alleen ‘optimal’ als de grens het bewijst.
    { "" }
    Eindcodes: 0 er is een goed plan, 1 er zijn fouten in de bestanden of de controle vond een fout, 2 verkeerd gebruikt, 3 geen plan houdt zich aan alle grenzen (er staat bij welke botsen), 4 er is geen plan gevonden en niet bewezen is dat er geen is.
    { "" }
    Voorbeelden:
    { "  " }sleutel solve stad.json.gz
    { "  " }sleutel solve stad.json --arcs paren.csv.gz --json --certificate stad.cert.json
    { "  " }sleutel solve stad.json --loads --time-limit 60
cli-help-solve-instance = De opgave: NAAM.json, ingepakt met gzip of niet.
cli-help-arcs = Het bestand met de paren, ingepakt of niet. Als u niets opgeeft: NAAM-arcs.csv of NAAM-arcs.csv.gz naast de opgave.
cli-help-loads = Houdt ook rekening met wat een buurt kan dragen. Dat is veel moeilijker: het antwoord heeft dan een bewezen afstand tot het beste.
cli-help-time-limit = Met --loads: na hoeveel seconden het zoeken ophoudt, met het beste plan tot dan toe. 60 als u niets opgeeft. Zonder --loads wordt een opgave altijd tot het eind opgelost.
cli-help-solve-certificate = Waar het plan komt, met de prijzen die het bewijzen. Ingepakt als de naam op .gz eindigt.

cli-about-check = Laat de controle voorstellen nog eens nakijken, en zeg wat elk doel heeft gehaald.
cli-more-check = De controle deelt geen programmacode met wat het voorstel maakte. Die leest wat erin ging en wat eruit kwam, en kijkt of elke regel en elk aantal is gehouden. Bij elk doel staat wat is gehaald, wat hoogstens kan, en of dat bewezen is. ROUND is de naam van een ronde, of het kenmerk van een ronde of een voorstel, zoals in het adres van de pagina; alle voorstellen als u niets opgeeft. Met --certificate is het de opgave waar een plan bij hoort: dan kijkt de controle ook wat de prijzen bewijzen. Eindcode 1 als een regel of een aantal niet is gehouden.
    { "" }
    Voorbeelden:
    { "  " }sleutel check "Week 25" --database-url sqlite:stad.db
    { "  " }sleutel check --input ronde --proposal voorstel.json --json
    { "  " }sleutel check stad.json.gz --certificate stad.cert.json
cli-help-check-round = De naam van een ronde, of het kenmerk van een ronde of een voorstel; alle voorstellen als u niets opgeeft. Met --certificate: een opgave, NAAM.json, ingepakt met gzip of niet.
cli-help-round = De naam van een ronde, of het kenmerk van een ronde of een voorstel. Alle voorstellen als u niets opgeeft.
cli-help-number = Alleen het voorstel met dit nummer in zijn ronde.
cli-help-check-input = De map met de bestanden van de ronde, of de invoer als één bestand.
cli-help-replay-input = De map met de bestanden van de ronde, of de invoer als één bestand.
cli-help-check-certificate = Het plan met de prijzen, zoals sleutel solve of een ander programma het schreef.
cli-help-proposal = Het voorstel, zoals sleutel place het schreef.

cli-about-replay = Maakt voorstellen van vroeger opnieuw uit wat erin ging, en vergelijkt.
cli-more-replay = ROUND is de naam van een ronde, of het kenmerk van een ronde of een voorstel, zoals in het adres van de pagina; alle voorstellen als u niets opgeeft. Als een andere versie van de rekenmotor een voorstel maakte, staat dat erbij: dan hoeft een ander antwoord geen fout te zijn. Eindcode 0 als elk tot op de laatste bit hetzelfde antwoord geeft, 1 als er een anders is.
    { "" }
    Voorbeelden:
    { "  " }sleutel replay --database-url sqlite:stad.db
    { "  " }sleutel replay "Week 25" --database-url sqlite:stad.db
    { "  " }sleutel replay --input ronde --proposal voorstel.json

cli-about-lot = Reken de loten van een ronde na.
cli-more-lot = Uit het getal van de ronde, dat op de pagina /method/lots staat, en dossiernummers. Verder is er niets nodig, ook geen database. Hoger is gelukkiger. Met --round en --salt komt ook het zegel eruit dat openbaar was vanaf het moment dat de ronde werd gemaakt.
    { "" }
    Voorbeelden:
    { "  " }sleutel lot --seed 2718281828 D-0012 D-0040
    { "  " }sleutel lot --seed 2718281828 --round 0190a5c3-7a3e-7cc1-9a66-2f6f2b3f9d11 --salt 00a1b2c3d4e5f60718293a4b5c6d7e8f D-0012
cli-help-references = Dossiernummers.
cli-help-lot-seed = Het getal van de ronde.
cli-help-lot-round = Het kenmerk van de ronde, zoals op de pagina met de loten.
cli-help-salt = Waarmee het getal was verzegeld, zoals op die pagina.

cli-about-shares = De woningen van een jaar volgens een regel over doelgroepen verdelen.
cli-more-shares = Het bestand heeft een regel voor elke groep, met de kolommen group en expected (mensen), en floor, ceiling en realised (woningen) waar die er zijn. De aandelen zijn samen precies het totaal, blijven binnen onder- en bovengrenzen, en nemen nooit terug wat al is gegeven. Er is geen database nodig. Eindigt met 3 als er geen verdeling is die dit kan, en zegt waarom.
    { "" }
    Regels:
    { "  " }proportional  wat over is naar verhouding van wat wordt verwacht, boven op wat al is gegeven
    { "  " }equal-helped  in elke groep hetzelfde deel van wat wordt verwacht; de regel als u er geen noemt
    { "  " }equal-wait    wie nog wacht, wacht in elke groep even lang
    { "  " }floors-first  eerst de ondergrenzen, dan de rest naar verhouding van wat wordt verwacht
    { "" }
    Voorbeelden:
    { "  " }sleutel shares --demand vraag.csv --total 1800 --rule equal-helped
    { "  " }sleutel shares --demand vraag.csv --total 1800 --rule equal-wait --json
cli-help-shares-demand = Het bestand met de vraag van elke groep.
cli-help-shares-total = Woningen in het jaar, met wat al is gegeven erbij.
cli-help-shares-rule = Hoe ze te verdelen.
cli-shares-rule = ‘{ $what }’ is geen regel. Regels: { $rules }.
cli-shares-head = { $total } woningen: { $rule }
cli-shares-group = groep
cli-shares-homes = woningen
cli-shares-expected = verwacht
cli-shares-helped = geholpen
cli-shares-bound = vanwege

cli-about-simulate = Speel door wat beleid, andere woningen of andere begeleiding doen met wie wacht, over jaren.
cli-more-simulate = De keten van een stad wordt vaak doorgespeeld, mens voor mens: wie komt, waar iemand wacht, wie een woning krijgt, houdt of kwijtraakt, en terugkomt. Bij elk beleid zijn het dezelfde mensen met hetzelfde geluk, dus verschillen komen van het beleid. Tussen de grenzen liggen acht van de tien herhalingen. Wat is aangenomen heeft een bron en een marge: docs/method/simulation.md. Het vergelijkt beleid en voorspelt geen jaar.
    { "" }
    Eindcodes: 0 gedaan, 1 bevindingen in de aannames, 2 verkeerd gebruik.
    { "" }
    Voorbeelden:
    { "  " }sleutel simulate
    { "  " }sleutel simulate --policy omslag,prevention --years 5 --replications 200 --seed 7 --json
    { "  " }sleutel simulate --policy omslag,mixed --mix young=housing-first
    { "  " }sleutel simulate --write stad       de tabel met aannames, om te veranderen
    { "  " }sleutel simulate --input stad
cli-help-simulate-policy = Eén soort beleid of meer, met komma’s: staircase (trapmodel), omslag, housing-first, prevention (preventie), mixed (per groep een eigen beleid). Zonder keuze de eerste drie.
cli-help-simulate-mix = Het beleid van elke groep onder mixed, zoals young=housing-first,families=omslag. Een groep die u weglaat, volgt de Omslag.
cli-help-simulate-years = Hoeveel jaar, 1 tot en met 100. Zonder keuze 10.
cli-help-simulate-replications = Hoe vaak elk beleid wordt doorgespeeld. Zonder keuze 100.
cli-help-simulate-seed = Het getal waar alle toeval uit komt. Hetzelfde getal geeft dezelfde uitkomst. Zonder keuze 1.
cli-help-simulate-input = Een map met assumptions.csv: uw eigen waarden (docs/formats/assumptions.md).
cli-help-simulate-certain = Neemt elke aanname zoals die er staat, in plaats van voor elke herhaling te loten binnen de marge.
cli-help-simulate-write = Schrijft assumptions.csv met alle aannames naar deze map en speelt niets door. Er wordt niets overschreven.
cli-simulate-policy = ‘{ $what }’ is geen beleid. Er zijn: { $allowed }.
cli-simulate-there = { $file } is er al en wordt niet overschreven.
cli-simulate-written = { $count } aannames geschreven naar { $file }.
cli-simulate-findings = Er staan fouten in wat zou worden doorgespeeld ({ $errors }).
cli-simulate-fault = Herhaling { $replication } ging mis, dus er is geen uitkomst: { $cause }
cli-simulate-heading = { $policy }: per jaar het midden, en tussen haakjes waar acht van de tien herhalingen in liggen
cli-simulate-year = jaar { $year }
cli-simulate-totals = { $policy }: mensen in elke herhaling
cli-simulate-part = { $policy }, { $part }:
cli-simulate-anywhere = wil overal wonen
cli-simulate-replication = herhaling
cli-simulate-in-system = er nog
cli-simulate-difference = { $policy } vergeleken met { $with }: het verschil, herhaling voor herhaling
cli-simulate-entered = gekomen
cli-simulate-left = voorgoed weg
cli-simulate-waiting-shelter = wachten in de opvang
cli-simulate-waiting-protected = wachten in beschermd wonen
cli-simulate-waiting-family = wachten bij familie
cli-simulate-waiting-outside = wachten buiten
cli-simulate-waiting = wachten in totaal
cli-simulate-housed = kregen sleutels
cli-simulate-in-home = in een woning
cli-simulate-own-lease = met eigen huurcontract
cli-simulate-kept = hielden de woning een jaar, %
cli-simulate-lost = raakten de woning kwijt
cli-simulate-converted = omgeklapt
cli-simulate-support-ended = begeleiding gestopt
cli-simulate-returned = wachten weer na verlies
cli-simulate-supported = met begeleiding in een woning
cli-simulate-homes-elsewhere = woningen die elders heen gingen
cli-simulate-time-waited = jaren gewacht, hooguit twee
cli-simulate-housed-in-time = een woning binnen drie maanden, %
cli-simulate-no-such-assumption = Er is geen aanname met deze naam.
cli-simulate-missing = Deze aanname ontbreekt.
cli-simulate-twice = Deze aanname staat er twee keer.
cli-simulate-impossible-value = { $value } kan de waarde niet zijn.
cli-simulate-impossible-range = { $low } tot { $high } kan de marge niet zijn.
cli-simulate-outside-range = { $value } ligt buiten de eigen marge van { $low } tot { $high }.
cli-simulate-no-weight = Geen van deze gewichten is meer dan 0.
cli-simulate-nothing = Er is er geen.
cli-simulate-no-such-group = Zo’n groep is er niet.
cli-simulate-no-road = Een mix is geen beleid voor één groep.
cli-simulate-too-many = Er zouden er ongeveer { $expected } komen; { $most } kunnen worden doorgespeeld.
cli-simulate-outside-limits = { $value } kan niet.
cli-simulate-take-a-name = Neem een naam die --write geeft.
cli-simulate-add = Voeg die toe.
cli-simulate-keep-one = Laat er een weg.
cli-simulate-fill-in = Vul een getal in van { $least } tot en met { $most }.
cli-simulate-widen = Maak de marge ruimer, of neem een waarde erbinnen.
cli-simulate-raise = Maak er een meer dan 0.
cli-simulate-ask-less = Neem minder jaren, mensen of woningen.
cli-simulate-take-a-group = Neem een groep uit de lijst van aannames.
cli-simulate-take-a-road = Neem staircase, omslag, housing-first of prevention.

cli-about-method = Beschrijf openbaar hoe voorstellen tot stand komen, uit de regels die gelden.
cli-more-method = De velden zijn die van het Algoritmeregister. Wat alleen uw organisatie kan invullen, komt uit [register] in het instellingenbestand; sleutel serve --help laat het zien.
    { "" }
    Voorbeelden:
    { "  " }sleutel method
    { "  " }sleutel method --markdown --language en
    { "  " }sleutel method --json --config /etc/sleutel.toml
cli-help-method-json = Als aanlevering voor het Algoritmeregister (docs/formats/algorithm-register.md).
cli-help-markdown = Als Markdown.

cli-about-routes = Bekijk de wegen naar een woning, en controleer wat u zelf schrijft.
cli-more-routes = docs/formats/route.md beschrijft de bestanden. Zonder --folder, en zonder routes in het instellingenbestand, zijn het de routes die bij Sleutel horen.
cli-about-routes-list = Noem de routes met hun versies.
cli-more-routes-list = Voorbeeld:
    { "  " }sleutel routes list --folder /etc/sleutel/routes
cli-about-routes-show = Laat een route stap voor stap zien: wie, wanneer, en waar elke uitkomst naartoe leidt.
cli-more-routes-show = U ziet de versie die vandaag geldt, of anders de laatste.
    { "" }
    Voorbeelden:
    { "  " }sleutel routes show omslag-amsterdam
    { "  " }sleutel routes show omslag-amsterdam --toml > mijn-route.toml
cli-about-routes-check = Controleer het bestand van een route.
cli-more-routes-check = Alles wat niet klopt in één keer, met regel, teken en wat u kunt doen. Het programma eindigt met 1 als het bestand niet bruikbaar is.
    { "" }
    Voorbeeld:
    { "  " }sleutel routes check mijn-route.toml
cli-help-folder = Een map met routes, één in elk bestand dat eindigt op .toml. Omgeving: SLEUTEL_ROUTES.
cli-help-routes-show-route = De code van de route, zoals sleutel routes list die laat zien.
cli-help-of-version = Welke versie.
cli-help-toml = Als het bestand waarin de route te schrijven is.
cli-help-routes-check-file = Het bestand.
cli-routes-none = Er is geen route ‘{ $code }’. Er zijn: { $codes }.
cli-routes-no-version = Route ‘{ $code }’ heeft geen versie { $version }. Wel: { $versions }.
cli-routes-empty = Er is geen bestand dat eindigt op .toml in { $folder }.
cli-routes-bad = De routes zijn niet bruikbaar. Verbeter { $errors ->
    [one] de fout
   *[other] de { $errors } fouten
} hierboven.
cli-routes-code = Route
cli-routes-version = Versie
cli-routes-name = Naam
cli-routes-steps = Stappen
cli-routes-head = { $name } ({ $code }), versie { $version }
cli-routes-explained = Wat schuurt met de principes van Housing First
cli-routes-sound = { $code }, versie { $version }, klopt: { $steps } stappen, { $ends } keer een einde.

cli-about-forms = Bekijk de formulieren, en controleer wat u zelf schrijft.
cli-more-forms = docs/formats/form.md beschrijft de bestanden. Zonder --folder, en zonder forms in het instellingenbestand, zijn het de formulieren die bij Sleutel horen.
cli-about-forms-list = Noem de formulieren met hun versies.
cli-more-forms-list = Voorbeeld:
    { "  " }sleutel forms list --folder /etc/sleutel/forms
cli-about-forms-show = Laat zien wat een formulier vraagt: wat, wanneer, wie het antwoord ziet en waarom.
cli-more-forms-show = U ziet de versie die vandaag te beginnen is, of anders de laatste.
    { "" }
    Voorbeeld:
    { "  " }sleutel forms show omslag-match
cli-about-forms-check = Controleer bestanden van formulieren, ieder apart en naast elkaar.
cli-more-forms-check = Alles wat niet klopt in één keer, met regel, teken en wat u kunt doen. Het programma eindigt met 1 als een bestand niet bruikbaar is.
    { "" }
    Voorbeeld:
    { "  " }sleutel forms check mijn-formulieren/*.toml
cli-help-forms = De map met uw eigen formulieren, in plaats van die bij Sleutel horen; sleutel forms check zegt wat er aan een formulier niet klopt. Omgeving: SLEUTEL_FORMS.
cli-help-forms-list-folder = Een map met formulieren, één in elk bestand dat eindigt op .toml. Omgeving: SLEUTEL_FORMS.
cli-help-forms-show-folder = Een map met formulieren, één in elk bestand dat eindigt op .toml. Omgeving: SLEUTEL_FORMS.
cli-help-forms-show-form = De code van het formulier, zoals sleutel forms list die laat zien.
cli-help-forms-check-files = De bestanden.
cli-forms-none = Er is geen formulier ‘{ $code }’. Er zijn: { $codes }.
cli-forms-no-version = Formulier ‘{ $code }’ heeft geen versie { $version }. Wel: { $versions }.
cli-forms-bad = De formulieren zijn niet bruikbaar. Verbeter { $errors ->
    [one] de fout
   *[other] de { $errors } fouten
} hierboven.
cli-forms-code = Formulier
cli-forms-valid = Te beginnen
cli-forms-questions = Vragen
cli-forms-sound = { $code }, versie { $version }, klopt: { $questions } vragen.
cli-forms-missing = Formulier ‘{ $form }’, versie { $version }, ontbreekt. In zoveel dossiers is het begonnen: { $files }.
cli-forms-missing-route = Route ‘{ $route }’ vraagt formulier ‘{ $form }’, versie { $version }. Dat ontbreekt.
cli-forms-lack = Sleutel start niet: { $count ->
    [one] een formulier dat mensen begonnen zijn, ontbreekt
   *[other] { $count } formulieren die mensen begonnen zijn, ontbreken
} in de map met formulieren. Zet ook oude versies in de map.

cli-about-verify-log = Kijkt na of geen regel van het logboek veranderd, toegevoegd of weggehaald is.
cli-more-verify-log = Toont de kop van de keten. Bewaar die ergens anders: een logboek dat vanaf het begin opnieuw is gemaakt, heeft een andere. Eindcode 1 als de keten gebroken is.
    { "" }
    Voorbeeld:
    { "  " }sleutel verify-log --database-url sqlite:stad.db

cli-about-account = Zegt wie kan inloggen.
cli-about-account-add = Voegt een account toe. Naar de wachtzin wordt gevraagd, of die wordt gelezen van de standaardinvoer.
cli-more-account-add = Rollen: placement-coordinator, letting-consultant, programme-manager, support-worker, administrator.
    { "" }
    Voorbeeld:
    { "  " }sleutel account add a.jansen --name "A. Jansen" --role administrator --organisation gemeente --database-url sqlite:stad.db
cli-about-account-list = Toont de accounts.
cli-about-account-close = Sluit een account en beëindigt de sessies ervan. Wat ermee is gedaan, blijft bewaard.
cli-about-account-open = Opent een gesloten account weer.
cli-help-login = Waarmee iemand inlogt.
cli-help-name = Hoe iemand heet.
cli-help-role = Wat iemand komt doen.
cli-help-organisation = De code van de organisatie waarvoor iemand werkt; lees die eerst in.

cli-about-programme = Begint een programma.
cli-about-programme-start = Begint een programma in een database.
cli-more-programme-start = Voorbeeld:
    { "  " }sleutel programme start stad "Housing First in onze stad" --database-url sqlite:stad.db
cli-help-code = Een korte naam in kleine letters, voor bestanden en instellingen.
cli-help-programme-start-name = Hoe de partners het noemen.

cli-about-completions = Geeft wat een shell nodig heeft om opdrachten aan te vullen.
cli-more-completions = Voorbeeld:
    { "  " }sleutel completions bash > ~/.local/share/bash-completion/completions/sleutel
cli-help-shell = bash, zsh, fish, elvish of powershell.
cli-about-man = Geeft de handleiding.
cli-more-man = Voorbeeld:
    { "  " }sleutel man --write /usr/local/share/man/man1
cli-help-man-write = Schrijft voor elke opdracht een pagina naar deze map.

cli-no-file = Er is geen bestand of map ‘{ $file }’.
cli-cannot-read = ‘{ $file }’ is niet te lezen: { $cause }
cli-import-kind = ‘{ $kind }’ is geen soort bestand. Soorten: { $kinds }; of all, met een map.
cli-import-folder = ‘{ $folder }’ is geen map. Noem bij de soort all de map waar de bestanden in staan.
cli-import-nothing = Er is geen bestand om in te lezen. De gewone namen zijn { $names }.
cli-import-programme-name = Woonprogramma
cli-import-kind-head = soort
cli-import-added = nieuw
cli-import-changed = veranderd
cli-import-unchanged = hetzelfde
cli-import-kept = Ingelezen.
cli-import-dry-run = Alleen geprobeerd: er is niets veranderd.
cli-import-not-kept = Er is niets veranderd.
cli-import-refused = { $errors ->
        [one] Er is { $errors } fout.
       *[other] Er zijn { $errors } fouten.
    } Er is niets veranderd.
cli-note-utf16 = Het bestand is UTF-16, en is zo gelezen.
cli-note-mark = Het bestand begint met een teken voor de bytevolgorde. Dat is overgeslagen.
cli-note-delimiter = De cellen zijn gescheiden door ‘{ $delimiter }’.
cli-note-columns = { $count ->
        [one] { $count } kolom is niet nodig en is overgeslagen.
       *[other] { $count } kolommen zijn niet nodig en zijn overgeslagen.
    }
cli-note-parts = { $parts ->
        [one] { $parts } groter deel van de stad wordt genoemd maar is niet getekend.
       *[other] { $parts } grotere delen van de stad worden genoemd maar zijn niet getekend.
    }

cli-place-output = Het verslag komt onder dezelfde naam met .md aan het eind, dus het voorstel zelf heeft een ander eind nodig, zoals .json.
cli-place-findings = { $errors ->
        [one] Er is { $errors } fout in de bestanden.
       *[other] Er zijn { $errors } fouten in de bestanden.
    } Er is niets geschreven.
cli-place-done = Geplaatst: { $placed }. Niet geplaatst: { $unplaced }. Woningen die leeg blijven: { $empty }. Nagekeken, en gemaakt in { $seconds } s.
    { "" }
    { $file }
    { $report }
cli-check-sound = In orde: { $placed ->
        [one] { $placed } paar.
       *[other] { $placed } paren.
    }
cli-solve-findings = { $errors ->
        [one] Er is { $errors } fout in de bestanden.
       *[other] Er zijn { $errors } fouten in de bestanden.
    }
cli-solve-asked = { $name }: { $people } mensen, { $homes } woningen, { $nodes } delen van de stad, { $arcs } paren.
cli-solve-worth = Geplaatst: { $placed }. Samen { $worth } waard.
cli-solve-proven = Bewezen is dat er geen beter plan bestaat.
cli-solve-bound = Geen plan is meer waard dan { $most }; dat is { $gap } meer.
cli-solve-bound-only = Geen plan is meer waard dan { $most }.
cli-solve-no-bound = Over betere plannen is niets bewezen.
cli-solve-cost = Gelezen in { $read } s, opgelost in { $solved } s, nagekeken in { $checked } s. Hoogstens { $memory } MB geheugen.
cli-solve-written = Geschreven: { $file }
cli-solve-time = Er is geen plan gevonden dat zich aan alle grenzen houdt, ook aan die van de last. Niet bewezen is dat er geen bestaat. Geef meer tijd, of laat --loads weg.
cli-solve-overloaded = Geen plan houdt zich aan alle grenzen: in deel { $node } van de stad zijn de ondergrenzen niet haalbaar binnen wat de buurt kan dragen.
cli-solve-impossible = Geen plan houdt zich aan alle ondergrenzen en bovengrenzen. Met de mensen, woningen en paren die er zijn, botsen deze:
cli-collides-node-floor = - Deel { $node } van de stad moet minstens { $bound } plaatsingen hebben.
cli-collides-node-ceiling = - Deel { $node } van de stad mag hoogstens { $bound } plaatsingen hebben.
cli-collides-group-floor = - Van groep { $group } moeten er minstens { $bound } geplaatst worden.
cli-collides-group-ceiling = - Van groep { $group } mogen er hoogstens { $bound } geplaatst worden.
cli-collides-more = - En nog { $more }; --json noemt ze allemaal.
cli-solve-too-large = De gewichten zijn te groot voor zo veel mensen en woningen: sommen zouden niet precies zijn. Deel alle gewichten door hetzelfde getal, of verdeel de opgave in delen.
cli-solve-not-proven = Er is een plan gevonden, maar geen prijzen die bewijzen dat het het beste is. Wat niet bewezen is, wordt niet gegeven. Meld dit, met de opgave erbij.
cli-violations = { $count ->
        [one] Het plan is niet in orde. Er is { $count } fout:
       *[other] Het plan is niet in orde. Er zijn { $count } fouten:
    }
    { $what }
cli-violation-question = De opgave spreekt zichzelf tegen, dus geen antwoord erop is na te kijken.
cli-violation-length = Een lijst heeft { $found } waarden waar het er { $expected } moeten zijn.
cli-violation-pair = Persoon { $person } mag woning { $home } niet krijgen.
cli-violation-twice = Woning { $home } is twee keer gegeven.
cli-violation-node = Deel { $node } van de stad heeft { $placed } plaatsingen, en mag er { $lower } tot { $upper } hebben.
cli-violation-load = Deel { $node } van de stad draagt een last van { $load }, en kan { $cap } dragen.
cli-violation-group = Van groep { $group } zijn er { $placed } geplaatst, en het mogen er { $lower } tot { $upper } zijn.
cli-violation-price = { $price } kan geen prijs of eenheid van prijzen zijn.
cli-violation-no-limit = Deel { $node } van de stad heeft een prijs voor last, maar geen grens aan de last.
cli-violation-quarters = De prijzen van wijken kunnen niet worden nagerekend: er ligt een wijk in een andere, of geen enkele keuze haalt de ondergrenzen in een van de wijken.
cli-violation-too-large = De prijzen zijn te groot om op te tellen.
cli-again-proposal = { $round }, voorstel { $number }
cli-again-trial = { $round }, proef { $number }
cli-again-files = Het voorstel in het bestand
cli-again-engine = Gemaakt door { $then }; dit is { $now }. Een andere versie kan op iets anders komen zonder dat een van de twee fout is. Gebruik voor zekerheid de versie die het maakte.
cli-replay-same = { $proposal }: hetzelfde. { $fingerprint }
cli-replay-other = { $proposal }: een ANDERE uitkomst. { $fingerprint }
cli-replay-input = De bewaarde invoer is veranderd: die heeft niet de vingerafdruk die erbij is bewaard.
cli-round-several = Meer rondes heten zo. Geef een van deze kenmerken op:
    { $ids }
cli-lot-seal = Zegel: { $seal }
cli-lot-reference = ‘{ $what }’ kan geen dossiernummer zijn.
cli-replay-none = Er zijn nog geen voorstellen.
cli-replay-nothing = Er is geen ronde of voorstel met deze naam of dit kenmerk.
cli-log-whole = Heel: { $lines } regels, kop { $head }
cli-log-missing = Gebroken: regel { $line } ontbreekt.
cli-log-changed = Gebroken: regel { $line } is veranderd.
cli-log-unlinked = Gebroken: regel { $line } volgt niet op die ervoor.
cli-log-head = Gebroken: vanaf regel { $line } past het eind niet. Er zijn regels afgehaald of bijgezet.
cli-account-passphrase = Wachtzin, ten minste 12 tekens
cli-account-added = { $login } kan inloggen.
cli-account-opened = { $login } kan weer inloggen.
cli-account-was-closed = { $login } kan niet meer inloggen.
cli-account-open = open
cli-account-closed = gesloten
cli-programme-taken = Er is al een programma ‘{ $code }’ in deze database.
cli-programme-started = { $name } is begonnen.

cli-use-unknown = { $what } is hier niet bekend.
cli-use-command = Er is geen opdracht ‘{ $what }’.
cli-use-missing = Dit ontbreekt: { $what }.
cli-use-conflict = { $what } gaat niet samen met { $other }.
cli-use-value = ‘{ $value }’ kan niet de waarde van { $what } zijn.
cli-use-no-command = Zeg wat er moet gebeuren.
cli-use-near = Bedoelde u { $what }?
cli-use-help = --help geeft uitleg.

report-title = Voorstel voor de ronde van { $date }
report-people-decide = Dit is een voorstel. Over elke regel ervan besluiten mensen.
report-counts = { $people } wachtenden, { $homes } woningen in aanbod, { $placed } paren voorgesteld, { $empty } woningen blijven leeg.
report-proven = Bewezen is dat er voor deze doelen geen beter voorstel bestaat.
report-not-proven = Niet bewezen is dat er geen beter voorstel bestaat.
report-made = Gemaakt door { $engine } met lotgetal { $seed }. Vingerafdruk van wat erin ging: { $fingerprint }
report-goals = Doelen, in volgorde van belang
report-goal = doel
report-reached = bereikt
report-best = best haalbaar
report-numbers = Aantallen van dit jaar
report-name = voor
report-before = eerst
report-after = daarna
report-least = minstens
report-most = hoogstens
report-pin-broken = Wat mensen hebben vastgelegd, lukte niet: { $reference } en { $home }.
report-pairs = Voorgesteld
report-pinned = Vastgelegd door een medewerker.
report-on-ground = Gaat voor: een termijn loopt af, of het is niet veilig.
report-waited = Wacht { $weeks ->
        [one] { $weeks } week.
       *[other] { $weeks } weken.
    }
report-fit = Past met { $points ->
        [one] { $points } punt
       *[other] { $points } punten
    }. { $parts }
report-runner-up = Ook mogelijk: { $reference }.
report-unplaced = Niet geplaatst
report-change = Eerste verandering die iets uitmaakt: { $change }
report-collisions = Wat niet allemaal tegelijk kan, en wat het oplost
report-worth = Wat één meer waard zou zijn
report-empty = Blijft leeg
report-none = Geen.

cli-about-outbox = Verstuurt mail en laat zien wat er op weg is.
cli-about-outbox-send = Verstuurt één keer alle mail die aan de beurt is, ook de mail van de dag.
cli-more-outbox-send = Voor een vast tijdstip (cron). sleutel serve doet dit zelf; meer tegelijk kan geen kwaad. Het programma eindigt met 1 als er mail niet weg kon. De mailserver staat als smtp_url in het instellingenbestand of in SLEUTEL_SMTP_URL.
    { "" }
    Voorbeeld:
    { "  " }sleutel outbox send --config /etc/sleutel.toml
cli-about-outbox-list = Noemt mail met de stand, de nieuwste eerst.
cli-more-outbox-list = Voorbeeld:
    { "  " }sleutel outbox list --state given-up --database-url sqlite:stad.db
cli-help-state = Alleen mail met deze stand: all, waiting, failed, sent of given-up.
cli-help-most = Ten hoogste zoveel regels; 100 als u niets opgeeft.
cli-help-mail-from = Het adres waar mail vandaan komt. Mail gaat pas weg als ook de mailserver is ingesteld: smtp_url in het instellingenbestand of SLEUTEL_SMTP_URL. Omgeving: SLEUTEL_MAIL_FROM.
cli-help-public-url = Waar mensen de pagina's openen, voor de links in mail. Omgeving: SLEUTEL_PUBLIC_URL.
cli-outbox-sent = Verstuurd: { $sent }. Later opnieuw: { $failed }. Opgegeven: { $given }.
cli-about-documents = Documenten: sleutels, controles en wat er wacht.
cli-about-documents-new-key = Maakt een sleutel voor documenten, in een bestand dat alleen u mag lezen.
cli-more-documents-new-key = Bewaar het bestand apart van de database en de reservekopieën, en bewaar een kopie op een veilige plek: zonder dit bestand kan niemand een document lezen. Met --add komt er een nieuwere sleutel in een bestand dat er al is; draai daarna sleutel documents rekey.
    { "" }
    Voorbeeld:
    { "  " }sleutel documents new-key --document-key /etc/sleutel.keys
cli-about-documents-check = Vraagt de virusscanner naar elk document dat wacht.
cli-more-documents-check = Voor een vast moment (cron). Het programma eindigt met 1 als er nog iets wacht.
    { "" }
    Voorbeeld:
    { "  " }sleutel documents check --scanner localhost:3310 --config /etc/sleutel.toml
cli-about-documents-rekey = Legt de sleutels van alle documenten onder de nieuwste sleutel.
cli-more-documents-rekey = Aan de inhoud van de documenten verandert niets. Wordt het afgebroken, dan gaat het verder waar het was. Doe een oudere sleutel pas weg als dit klaar is.
    { "" }
    Voorbeeld:
    { "  " }sleutel documents rekey --config /etc/sleutel.toml
cli-about-documents-list = Noemt documenten met de stand, zonder namen van bestanden.
cli-more-documents-list = Voorbeeld:
    { "  " }sleutel documents list --state in-quarantine --json --database-url sqlite:stad.db
cli-help-documents-list-state = Alleen documenten met deze stand: all, in-quarantine, released of refused; in-quarantine als u niets zegt.
cli-help-document-key = Het bestand met de sleutels van documenten. Zonder dit bij een SQLite-bestand: een bestand ernaast, dat gemaakt wordt als het er niet is. Omgeving: SLEUTEL_DOCUMENT_KEY.
cli-help-scanner = Een virusscanner die het protocol van clamd (INSTREAM) spreekt. Zonder dit geven mensen documenten vrij. Omgeving: SLEUTEL_SCANNER.
cli-help-add = Zet een nieuwere sleutel in een sleutelbestand dat er al is.
cli-documents-bad-key = Het sleutelbestand { $file } is niet te gebruiken: { $cause }
cli-documents-bad-scanner = { $address } is geen adres van een scanner. Schrijf HOST:POORT, bijvoorbeeld localhost:3310.
cli-documents-no-file = Zeg waar de sleutel komt: --document-key BESTAND of SLEUTEL_DOCUMENT_KEY.
cli-documents-exists = { $file } is er al. Gebruik --add voor een nieuwere sleutel erin; er wordt niets overschreven.
cli-documents-key-made = Sleutel voor documenten gemaakt: { $file }. Alleen u mag het lezen. Bewaar een kopie op een veilige plek: zonder dit bestand kan niemand een document lezen.
cli-documents-key-added = Nieuwere sleutel gezet in { $file }. Draai nu sleutel documents rekey.
cli-documents-key = De sleutel heet { $key }.
cli-documents-checked = In orde: { $sound }. Afgekeurd: { $found }. Wacht nog: { $waiting }.
cli-documents-rekeyed = Opnieuw ingepakt: { $count }.
cli-documents-unused = Onder deze sleutels ligt in dit programma niets meer: { $keys }. Geldt dat voor elk programma en elke reservekopie die u bewaart, dan mogen ze uit het sleutelbestand.
cli-mail-not-set = Er is geen mailserver ingesteld. Noem die als smtp_url in het instellingenbestand of in SLEUTEL_SMTP_URL.
cli-mail-incomplete = De mailserver is ingesteld, maar { $name } ontbreekt. Vul die ook in.
cli-mail-bad-url = Het adres van de mailserver klopt niet. Schrijf smtps://NAAM:WACHTWOORD@SERVER, smtp://NAAM:WACHTWOORD@SERVER?tls=required, of smtp://SERVER.
cli-mail-in-the-open = De mailserver zou een wachtwoord krijgen over een lijn zonder versleuteling. Gebruik smtps://, of smtp:// met ?tls=required.
cli-mail-bad-from = mail_from is geen e-mailadres. Schrijf alleen het adres, zonder naam.
cli-mail-bad-public-url = public_url moet beginnen met https:// of http://, met de naam van uw server.
cli-demo-view-late = Alles wat te laat is
cli-demo-view-questions = Nog iets te vragen
cli-demo-view-week = Deze week besluiten
cli-demo-year-now = Besproken in de stuurgroep van december. De aanbieders stemmen nog af met hun raden van toezicht.
cli-demo-year-past = Overgenomen uit de afspraak op papier.
cli-demo-year-named = Hier wordt dit jaar gebouwd
cli-demo-year-changed = Twee buurten waar wordt gebouwd krijgen een eigen aantal.
cli-demo-year-national = Taakstelling van het Rijk
cli-demo-year-said = Bestuurder (verzonnen)
cli-demo-year-shares = Voorstel om halverwege bij te sturen: in elke groep hetzelfde deel geholpen.
cli-demo-report-first = Voor de stuurgroep van deze maand.
cli-demo-what-if = Trapmodel, Omslag en Housing First
cli-demo-what-if-more = 300 kleine woningen meer, met begeleiding

cli-demo-pilot = Tien mensen naar een eigen huis
cli-demo-pilot-aim = Kunnen mensen die in een instelling of beschermd wonen, zelfstandig wonen als we eerst vragen wat zij willen, zelf kunnen en nodig hebben? Wat dat vraagt van de partners, zien we aan deze tien.
cli-demo-pilot-note = De gesprekken gaan goed. De partners spreken elkaar elke maand.
