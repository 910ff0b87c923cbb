# The command line.

cli-usage = Usage
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = Arguments

cli-about = Homes for people who have none: participants, homes, and proposals that people decide on.
cli-more = Start with:
    { "  " }sleutel demo                    an invented city, to look around in
    { "  " }sleutel COMMAND --help          what a command does, with examples
    { "" }
    Settings come from flags, else from the environment (SLEUTEL_DATABASE_URL, SLEUTEL_LISTEN and so on, named at each flag), else from the file of --config. Exit codes: 0 done, 1 findings or a failure, 2 wrong use; a command says so when it has more.

cli-about-demo = Fill a database with an invented city and serve it.
cli-more-demo = Nobody in the city exists. The log-ins are printed. Without --database-url the database is the file sleutel-demo.db in this folder; it is used again the next time.
    { "" }
    When the database already has the neighbourhoods of your own city and no people yet, the invented people and homes are put there.
    { "" }
    Examples:
    { "  " }sleutel demo
    { "  " }sleutel demo --fresh --seed 7
    { "  " }sleutel demo --database-url sqlite:city.db --listen 127.0.0.1:8081
    { "  " }sleutel demo --write city        only writes the files; for sleutel place and sleutel import

cli-about-serve = Serve the pages.
cli-more-serve = GET /healthz answers 200 once Sleutel is ready; GET /readyz asks the database too. A stop signal lets requests finish, ten seconds at most.
    { "" }
    Examples:
    { "  " }sleutel serve --database-url postgres://sleutel@db.example/sleutel
    { "  " }sleutel serve --config /etc/sleutel.toml --https-behind-proxy
    { "" }
    A settings file, every line of it optional:
    { "  " }database_url = "sqlite:city.db"
    { "  " }listen = "127.0.0.1:8080"
    { "  " }https_behind_proxy = true
    { "  " }programme = "city"
    { "  " }routes = "/etc/sleutel/routes"  the folder with your own routes
    { "  " }forms = "/etc/sleutel/forms"    the folder with your own forms
    { "  " }smtp_url = "smtps://NAME:PASSWORD@mail.example"   the mail server; without this line no mail is sent
    { "  " }mail_from = "sleutel@city.example"                the address mail comes from
    { "  " }public_url = "https://sleutel.city.example"       where people open the pages, for the links in mail
    { "  " }language = "nl"
    { "  " }log = "info"
    { "  " }log_format = "json"
    { "  " }papers = "our-papers"           your own templates for letters; see sleutel paper
    { "  " }[register]                      what sleutel method and the page /method publish
    { "  " }organisation = "City of Kleinstad"
    { "  " }department = "Housing"
    { "  " }contact = "housing@city.example"
    { "  " }website = "https://city.example/housing-first"
    { "  " }status = "in-use"               in-development, in-use or out-of-use
    { "  " }category = "impactful"          high-risk, impactful or other
    { "  " }begin_date = "2026-12"          and end_date
    { "  " }lawful_basis = "Housing ordinance 2026"
    { "  " }process_index_url = "https://city.example/process"
    { "  " }source_code = "https://city.example/source"
    { "  " }url = "https://city.example/method.json"
    { "  " }impact_tests = [{ "{" } title = "DPIA", link = "https://city.example/dpia" { "}" }]

cli-about-paper = The templates of letters and agreements on paper.
cli-about-paper-check = Check a folder of your own templates.
cli-more-paper-check = Sets every letter, agreement and form in both languages with made-up data. Everything that is wrong is listed with its place; then the command ends with 1. The messages are those of the typesetter, in English. A folder that is sound goes in the settings file as papers = "FOLDER".
    { "" }
    Example:
    { "  " }sleutel paper check our-papers
cli-about-paper-write = Write the templates that are used now, to begin from.
cli-more-paper-write = Beside the templates come files with made-up data, which show what a template can use. Nothing is overwritten. Throw away what you do not change: what your folder does not have comes from the program.
    { "" }
    Example:
    { "  " }sleutel paper write our-papers
cli-help-paper-check-folder = The folder with the templates.
cli-help-paper-write-folder = The folder to write to; it is made when it is not there.
cli-paper-sound = Nothing is wrong with the templates ({ $files ->
        [one] { $files } file
       *[other] { $files } files
    }).
cli-paper-written = { $files } files written to { $folder }.
cli-paper-bad = The templates for paper in ‘{ $folder }’ cannot be used. What is wrong is listed above.
cli-paper-much = ‘{ $file }’ is too much: a folder of templates holds at most 200 files of 10 MB each. Is it the right folder?
cli-paper-error = error
cli-paper-warning = look

cli-about-migrate = Bring the tables of a database up to date.
cli-more-migrate = Every command does this when it opens a database; this one does nothing else. Make a backup first.
    { "" }
    Example:
    { "  " }sleutel migrate --database-url sqlite:city.db

cli-help-database-url = Where the data is: sqlite:FILE or postgres://USER@HOST/NAME. Environment: SLEUTEL_DATABASE_URL, which keeps a secret off the command line.
cli-help-listen = Address and port to serve on; port 0 takes a free one and prints it. 127.0.0.1:8080 when left out. Environment: SLEUTEL_LISTEN.
cli-help-seed = The number the city is made from: the same number gives the same city on the same day. 1 when left out.
cli-help-fresh = Throws the demo's SQLite file away first. Only a demo's; never a database with real data.
cli-help-write = Writes the city's files to this folder, a placement round among them, and stops.
cli-help-https-behind-proxy = A proxy in front speaks HTTPS: cookies go over HTTPS only. Environment: SLEUTEL_HTTPS_BEHIND_PROXY.
cli-help-routes = The folder with your own routes, instead of those that come with Sleutel; sleutel routes check tells what is wrong with one. Environment: SLEUTEL_ROUTES.
cli-help-config = A file with settings (TOML). Environment: SLEUTEL_CONFIG.
cli-help-language = The language of what is printed: nl or en. When left out that of the system (LANG). Environment: SLEUTEL_LANGUAGE.
cli-help-log = Which messages go to standard error: error, warn, info, debug, or per part such as sleutel_web=debug. Environment: SLEUTEL_LOG.
cli-help-log-format = The form of those messages: text or json. Environment: SLEUTEL_LOG_FORMAT.
cli-help-programme = The code of the programme, when the database holds more than one. Environment: SLEUTEL_PROGRAMME.
cli-help-help = Explains.
cli-help-version = Says which version this is.

cli-error = Error
cli-need-database = No database was named. Use --database-url sqlite:FILE or --database-url postgres://USER@HOST/NAME, or set SLEUTEL_DATABASE_URL.
cli-bad-address = ‘{ $address }’ is not an address to listen on. Use for instance 127.0.0.1:8080.
cli-bad-log = ‘{ $filter }’ does not say which messages to show: { $cause }
cli-bad-config = The settings file ‘{ $file }’ cannot be used: { $cause }
cli-bad-setting = ‘{ $value }’ cannot be the value of { $name }. Use { $allowed }.
cli-port-in-use = Something else already listens on { $address }. Stop it, or choose another port: --listen 127.0.0.1:0 takes a free one.
cli-cannot-listen = Cannot listen on { $address }: { $cause }
cli-database-address = ‘{ $address }’ is not the address of a database. Use sqlite:FILE or postgres://USER@HOST/NAME.
cli-database-open = Cannot open the database { $address }: { $cause } Check the address, whether the folder exists and may be written to, or whether the server runs.
cli-database-migrate = Cannot bring the tables of { $address } up to date: { $cause } Nothing was changed. Is this database of a newer version of Sleutel, or of something else?
cli-database-busy = Another process holds the database. Nothing was changed. Wait until it is done, an import for instance, and try again.
cli-database-full = The disk is full. Nothing was changed. Make room and try again.
cli-database-unreachable = The database cannot be reached: { $cause }. Nothing was changed. Check whether it runs, and try again.
cli-database-other = The database could not do this: { $cause }. Nothing was changed.
cli-denied = Whoever runs the installation may not do this ({ $action }).
cli-not-found = There is no such thing in this programme.
cli-changed = Somebody else changed this in the meantime. Nothing was overwritten. Try again.
cli-unsound = The checker found the outcome wrong, so it was not kept. Please report this: { $what }
cli-internal = Something went wrong that should not: { $cause }
cli-no-programme = There is no programme in this database yet. Start one with: sleutel programme start CODE NAME. Or bring in files with sleutel import, which starts one too.
cli-no-such-programme = There is no programme ‘{ $code }’ in this database.
cli-served-already = Another Sleutel already serves { $file }. Stop that one first, or use PostgreSQL, which several can serve at once.
cli-folder = Cannot write to ‘{ $file }’: { $cause }

cli-listening = Sleutel listens on { $address }
cli-stop = Stop with Ctrl-C.
cli-stopped = Stopped.
cli-migrated = The tables are up to date.

cli-demo-making = Making the city (seed { $seed }).
cli-demo-own = Putting invented people and homes into { $areas } parts of your own city (seed { $seed }).
cli-demo-again = The demo in { $file } (seed { $seed }) is used again. --fresh makes a new one.
cli-demo-filled = { $name }: { $participants } files, { $dwellings } dwellings, { $vacancies } on offer. Made in { $seconds } s.
cli-demo-logins = Log in with one of these names. The pass phrase of all of them is { $passphrase }
cli-demo-window = A participant with a home to answer about: go to /my and use the code { $code } (it works once), or number { $reference } with the secret { $secret }.
cli-demo-other-seed = This demo was made from seed { $seed }. Use --fresh to make another, or another --database-url.
cli-demo-real = There are people or accounts in this database that are not of a demo. A demo's pass phrase is public, so it is not put there. Use another --database-url.
cli-demo-fresh-file = --fresh throws away a SQLite file. Drop and make a PostgreSQL database with its own tools.
cli-demo-written = { $files ->
        [one] { $files } file
       *[other] { $files } files
    } written to { $folder }. Next: sleutel place --input { $folder } --output proposal.json
cli-demo-findings = The files of the demo were refused: { $what }
cli-progress = { $done } of { $total }

cli-about-import = Bring in files: people, homes, neighbourhoods, numbers.
cli-more-import = Everything is read and checked first; then all of it is kept, or nothing. The same file twice changes nothing the second time. Each kind has a page in docs/formats with its columns. Exit code 1 when there are errors.
    { "" }
    Kinds: organisations, areas, area-figures, group-quotas, main-groups, association-targets, complexes, ceilings, dwellings, vacancies, participants, members, wishes, network, exclusions, together. What is named has to be there before what names it; the kind all takes a folder with files under their usual names (participants.csv, areas.geojson) and sees to the order.
    { "" }
    Examples:
    { "  " }sleutel import areas neighbourhoods.geojson --database-url sqlite:city.db
    { "  " }sleutel import participants north.csv south.csv --dry-run
    { "  " }sleutel import all city/ --json
cli-help-import-kind = What is in the files; or all, for a folder.
cli-help-import-files = One file or more of this kind; with all, a folder.
cli-help-dry-run = Shows every finding and what would change, and changes nothing.
cli-help-json = Writes the outcome as JSON to standard output.
cli-help-programme-name = What the programme is called, when the database is new and this import starts one.

cli-about-place = Propose who could live where, from a folder of files, without a server.
cli-more-place = Reads a round from a folder (docs/formats/round-folder.md), proposes, lets a separate checker look at the outcome, and writes it twice: as JSON to FILE, and as a report to read beside it, with the ending .md. The same folder always gives the same bytes. With --json a summary goes to standard output.
    { "" }
    Exit codes: 0 the proposal was written and found sound, 1 there are errors in the input or the checker found a fault (then nothing is written), 2 wrong use.
    { "" }
    Examples:
    { "  " }sleutel demo --write round
    { "  " }sleutel place --input round --output proposal.json
cli-help-input = The folder with the files of the round.
cli-help-output = Where the proposal goes. The report goes to the same name with the ending .md.
cli-help-ahead = How many futures are drawn to look ahead, 0 up to and including 20. Goes before what round.toml says.
cli-help-changes = For how many households without a home to look for the first change that would make a difference. Each try takes about as long as the proposal itself. When left out they are 25 at most, and fewer in a large round: looking then stops after a fixed amount of work. 0 is none.

cli-about-solve = Solve a placement problem that is given as files with figures.
cli-more-solve = Reads an instance and its pairs (docs/formats/instance.md), looks for the plan that is worth most within all floors and ceilings, and proves how good it is. A separate checker that shares no code with the solver goes over the outcome before it is shown. “Optimal” is said only when the bound proves it.
    { "" }
    Exit codes: 0 there is a sound plan, 1 there are errors in the files or the checker found a fault, 2 wrong use, 3 no plan keeps all floors and ceilings (it says which collide), 4 no plan was found and it is not proven that there is none.
    { "" }
    Examples:
    { "  " }sleutel solve city.json.gz
    { "  " }sleutel solve city.json --arcs pairs.csv.gz --json --certificate city.cert.json
    { "  " }sleutel solve city.json --loads --time-limit 60
cli-help-solve-instance = The instance: NAME.json, packed with gzip or not.
cli-help-arcs = The file with the pairs, packed or not. NAME-arcs.csv or NAME-arcs.csv.gz beside the instance when left out.
cli-help-loads = Keeps the limits on load too. That makes it much harder: the answer then has a proven gap.
cli-help-time-limit = With --loads: after how many seconds to stop looking and give the best plan so far. 60 when left out. Without --loads a problem is always solved to the end.
cli-help-solve-certificate = Where to write the plan and the prices that prove it. Packed when the name ends in .gz.

cli-about-check = Let the checker look at proposals again, and say what each goal reached.
cli-more-check = The checker shares no code with what made the proposal. It reads the stored input and the stored answer and looks whether every rule and every number was kept. For each goal it says what was reached, what is possible at most, and whether that is proven. ROUND is the name of a round, or the identifier of a round or a proposal, as in the address of its page; all proposals when left out. With --certificate it is the instance that a plan is about: then the checker also looks at what the prices prove. Exit code 1 when a rule or a number was not kept.
    { "" }
    Examples:
    { "  " }sleutel check "Week 25" --database-url sqlite:city.db
    { "  " }sleutel check --input round --proposal proposal.json --json
    { "  " }sleutel check city.json.gz --certificate city.cert.json
cli-help-check-round = The name of a round, or the identifier of a round or a proposal; all proposals when left out. With --certificate: an instance, NAME.json, packed with gzip or not.
cli-help-round = The name of a round, or the identifier of a round or a proposal. All proposals when left out.
cli-help-number = Only the proposal with this number in its round.
cli-help-check-input = The folder with the files of the round, or its input as one file.
cli-help-replay-input = The folder with the files of the round, or its input as one file.
cli-help-check-certificate = The plan and its prices, as sleutel solve wrote them, or somebody else's program.
cli-help-proposal = The proposal, as sleutel place wrote it.

cli-about-replay = Make proposals of the past again from what went in, and compare.
cli-more-replay = ROUND is the name of a round, or the identifier of a round or a proposal, as in the address of its page; all proposals when left out. It says so when another version of the engine made a proposal: then another answer need not be a fault. Exit code 0 when each gives the same answer to the last bit, 1 when one does not.
    { "" }
    Examples:
    { "  " }sleutel replay --database-url sqlite:city.db
    { "  " }sleutel replay "Week 25" --database-url sqlite:city.db
    { "  " }sleutel replay --input round --proposal proposal.json

cli-about-lot = Work the lots of a round out again.
cli-more-lot = From the number of the round, which the page /method/lots shows, and the numbers of files; nothing else is needed, and no database. Higher is luckier. With --round and --salt it also gives the seal that was public from the moment the round was made.
    { "" }
    Examples:
    { "  " }sleutel lot --seed 2718281828 D-0012 D-0040
    { "  " }sleutel lot --seed 2718281828 --round 0190a5c3-7a3e-7cc1-9a66-2f6f2b3f9d11 --salt 00a1b2c3d4e5f60718293a4b5c6d7e8f D-0012
cli-help-references = Numbers of files.
cli-help-lot-seed = The number of the round.
cli-help-lot-round = The identifier of the round, as on the page with the lots.
cli-help-salt = What the number was sealed with, as on that page.

cli-about-shares = Share the homes of a year out over target groups by a stated rule.
cli-more-shares = The file has a line for each group, with the columns group and expected (people), and floor, ceiling and realised (homes) where there are any. The shares add up to the total exactly, stay within floors and ceilings, and never take back what is realised. No database is needed. Ends with 3 when there is no such share-out, and says why.
    { "" }
    Rules:
    { "  " }proportional  what is left in proportion to what is expected, on top of what is realised
    { "  " }equal-helped  the same part of what is expected in each group; the rule when none is given
    { "  " }equal-wait    who still waits, waits as long in each group
    { "  " }floors-first  first the floors, then the rest in proportion to what is expected
    { "" }
    Examples:
    { "  " }sleutel shares --demand demand.csv --total 1800 --rule equal-helped
    { "  " }sleutel shares --demand demand.csv --total 1800 --rule equal-wait --json
cli-help-shares-demand = The file with the demand of each group.
cli-help-shares-total = Homes in the year, what is realised among them.
cli-help-shares-rule = How to share them out.
cli-shares-rule = ‘{ $what }’ is not a rule. Rules: { $rules }.
cli-shares-head = { $total } homes: { $rule }
cli-shares-group = group
cli-shares-homes = homes
cli-shares-expected = expected
cli-shares-helped = helped
cli-shares-bound = because of

cli-about-simulate = Play through what a policy, other homes or other support would do to who waits, over years.
cli-more-simulate = The chain of a city is played through, person by person, many times: who comes, where they wait, who gets a home, keeps it, loses it and comes back. Each policy has the same people with the same luck, so differences are theirs. Bands hold eight replications of ten. Everything taken to be so has a source and a range: docs/method/simulation.md. It compares policies; it does not predict a year.
    { "" }
    Exit codes: 0 done, 1 findings in the assumptions, 2 wrong use.
    { "" }
    Examples:
    { "  " }sleutel simulate
    { "  " }sleutel simulate --policy omslag,prevention --years 5 --replications 200 --seed 7 --json
    { "  " }sleutel simulate --policy omslag,mixed --mix young=housing-first
    { "  " }sleutel simulate --write city       the table of assumptions, to change
    { "  " }sleutel simulate --input city
cli-help-simulate-policy = One policy or more, with commas: staircase, omslag, housing-first, prevention, mixed. When left out the first three.
cli-help-simulate-mix = The policy of each group under mixed, such as young=housing-first,families=omslag. A group that is left out goes the road of the Omslag.
cli-help-simulate-years = Years to play, 1 to 100. When left out 10.
cli-help-simulate-replications = How often each policy is played. When left out 100.
cli-help-simulate-seed = The number all chance comes from. The same number gives the same outcome. When left out 1.
cli-help-simulate-input = A folder with assumptions.csv: values of your own (docs/formats/assumptions.md).
cli-help-simulate-certain = Takes every assumption as it stands, instead of drawing it from its range for each replication.
cli-help-simulate-write = Writes assumptions.csv with all assumptions to this folder and plays nothing. Nothing is overwritten.
cli-simulate-policy = ‘{ $what }’ is no policy. There are: { $allowed }.
cli-simulate-there = { $file } is there already and is not overwritten.
cli-simulate-written = { $count } assumptions written to { $file }.
cli-simulate-findings = There are errors in what was to be simulated ({ $errors }).
cli-simulate-fault = Replication { $replication } went wrong, so there is no outcome: { $cause }
cli-simulate-heading = { $policy }: per year the middle, and between brackets what eight replications of ten lie within
cli-simulate-year = year { $year }
cli-simulate-totals = { $policy }: people in each replication
cli-simulate-part = { $policy }, { $part }:
cli-simulate-anywhere = would live anywhere
cli-simulate-replication = replication
cli-simulate-in-system = still there
cli-simulate-difference = { $policy } compared with { $with }: the difference, replication by replication
cli-simulate-entered = came
cli-simulate-left = left for good
cli-simulate-waiting-shelter = wait in shelter
cli-simulate-waiting-protected = wait in protected living
cli-simulate-waiting-family = wait with family
cli-simulate-waiting-outside = wait outside
cli-simulate-waiting = wait in all
cli-simulate-housed = got keys
cli-simulate-in-home = in a home
cli-simulate-own-lease = on an own lease
cli-simulate-kept = kept the home a year, %
cli-simulate-lost = lost the home
cli-simulate-converted = lease converted
cli-simulate-support-ended = support ended
cli-simulate-returned = wait again after a loss
cli-simulate-supported = with support in a home
cli-simulate-homes-elsewhere = homes that went elsewhere
cli-simulate-time-waited = years waited, at most two
cli-simulate-housed-in-time = a home within three months, %
cli-simulate-no-such-assumption = There is no assumption of this name.
cli-simulate-missing = This assumption is missing.
cli-simulate-twice = This assumption is there twice.
cli-simulate-impossible-value = { $value } cannot be the value.
cli-simulate-impossible-range = { $low } to { $high } cannot be the range.
cli-simulate-outside-range = { $value } lies outside its own range of { $low } to { $high }.
cli-simulate-no-weight = None of these weights is above 0.
cli-simulate-nothing = There is none.
cli-simulate-no-such-group = There is no such group.
cli-simulate-no-road = A mix is no policy for one group.
cli-simulate-too-many = About { $expected } would come; { $most } can be played.
cli-simulate-outside-limits = { $value } cannot be done.
cli-simulate-take-a-name = Take a name that --write gives.
cli-simulate-add = Add it.
cli-simulate-keep-one = Leave one out.
cli-simulate-fill-in = Fill in a number from { $least } up to and including { $most }.
cli-simulate-widen = Widen the range, or take a value within it.
cli-simulate-raise = Make one of them more than 0.
cli-simulate-ask-less = Take fewer years, people or homes.
cli-simulate-take-a-group = Take a group of the list of assumptions.
cli-simulate-take-a-road = Take staircase, omslag, housing-first or prevention.

cli-about-method = Describe in public how proposals are made, from the rules in force.
cli-more-method = The fields are those of the Dutch algorithm register. What only your organisation can fill in comes from [register] in the settings file; sleutel serve --help shows it.
    { "" }
    Examples:
    { "  " }sleutel method
    { "  " }sleutel method --markdown --language nl
    { "  " }sleutel method --json --config /etc/sleutel.toml
cli-help-method-json = As an entry of the algorithm register (docs/formats/algorithm-register.md).
cli-help-markdown = As Markdown.

cli-about-routes = Look at the roads to a home, and check those you write.
cli-more-routes = docs/formats/route.md describes the files. Without --folder, and without routes in the settings file, they are the ones that come with Sleutel.
cli-about-routes-list = List the routes with their versions.
cli-more-routes-list = Example:
    { "  " }sleutel routes list --folder /etc/sleutel/routes
cli-about-routes-show = Show a route step by step: who, by when, and where each outcome leads.
cli-more-routes-show = Shown is the version in force today, or else the last there is.
    { "" }
    Examples:
    { "  " }sleutel routes show omslag-amsterdam
    { "  " }sleutel routes show omslag-amsterdam --toml > my-route.toml
cli-about-routes-check = Check the file of a route.
cli-more-routes-check = Every finding at once, with line, character and remedy. Exit code 1 when the file cannot be used.
    { "" }
    Example:
    { "  " }sleutel routes check my-route.toml
cli-help-folder = A folder with routes, one in each file that ends in .toml. Environment: SLEUTEL_ROUTES.
cli-help-routes-show-route = The code of the route, as sleutel routes list shows it.
cli-help-of-version = Which version.
cli-help-toml = As the file it can be written in.
cli-help-routes-check-file = The file.
cli-routes-none = There is no route ‘{ $code }’. There are: { $codes }.
cli-routes-no-version = Route ‘{ $code }’ has no version { $version }. It has: { $versions }.
cli-routes-empty = There is no file ending in .toml in { $folder }.
cli-routes-bad = The routes cannot be used. Mend the { $errors ->
    [one] error
   *[other] { $errors } errors
} above.
cli-routes-code = Route
cli-routes-version = Version
cli-routes-name = Name
cli-routes-steps = Steps
cli-routes-head = { $name } ({ $code }), version { $version }
cli-routes-explained = What stands at odds with the principles of Housing First
cli-routes-sound = { $code }, version { $version }, is sound: { $steps } steps, { $ends } ends.

cli-about-forms = Look at the forms, and check those you write.
cli-more-forms = docs/formats/form.md describes the files. Without --folder, and without forms in the settings file, they are the ones that come with Sleutel.
cli-about-forms-list = List the forms with their versions.
cli-more-forms-list = Example:
    { "  " }sleutel forms list --folder /etc/sleutel/forms
cli-about-forms-show = Show what a form asks: what, when, who sees the answer and why.
cli-more-forms-show = Shown is the version that can be begun today, or else the last there is.
    { "" }
    Example:
    { "  " }sleutel forms show omslag-match
cli-about-forms-check = Check files of forms, each by itself and beside each other.
cli-more-forms-check = Every finding at once, with line, character and remedy. Exit code 1 when a file cannot be used.
    { "" }
    Example:
    { "  " }sleutel forms check my-forms/*.toml
cli-help-forms = The folder with your own forms, instead of those that come with Sleutel; sleutel forms check tells what is wrong with one. Environment: SLEUTEL_FORMS.
cli-help-forms-list-folder = A folder with forms, one in each file that ends in .toml. Environment: SLEUTEL_FORMS.
cli-help-forms-show-folder = A folder with forms, one in each file that ends in .toml. Environment: SLEUTEL_FORMS.
cli-help-forms-show-form = The code of the form, as sleutel forms list shows it.
cli-help-forms-check-files = The files.
cli-forms-none = There is no form ‘{ $code }’. There are: { $codes }.
cli-forms-no-version = Form ‘{ $code }’ has no version { $version }. It has: { $versions }.
cli-forms-bad = The forms cannot be used. Mend the { $errors ->
    [one] error
   *[other] { $errors } errors
} above.
cli-forms-code = Form
cli-forms-valid = Can be begun
cli-forms-questions = Questions
cli-forms-sound = { $code }, version { $version }, is sound: { $questions } questions.
cli-forms-missing = Form ‘{ $form }’, version { $version }, is not there. It was begun in so many files: { $files }.
cli-forms-missing-route = Route ‘{ $route }’ asks form ‘{ $form }’, version { $version }. It is not there.
cli-forms-lack = Sleutel does not start: { $count ->
    [one] a form that people began is missing
   *[other] { $count } forms that people began are missing
} in the folder with forms. Put old versions in the folder too.

cli-about-verify-log = Check that no line of the log was changed, added or taken away.
cli-more-verify-log = Prints the head of the chain. Keep it somewhere else: a log that was made anew from the start has another one. Exit code 1 when the chain is broken.
    { "" }
    Example:
    { "  " }sleutel verify-log --database-url sqlite:city.db

cli-about-account = Say who can log in.
cli-about-account-add = Add an account. The pass phrase is asked for, or read from standard input.
cli-more-account-add = Roles: placement-coordinator, letting-consultant, programme-manager, support-worker, administrator.
    { "" }
    Example:
    { "  " }sleutel account add a.jansen --name "A. Jansen" --role administrator --organisation municipality --database-url sqlite:city.db
cli-about-account-list = List the accounts.
cli-about-account-close = Close an account and end its sessions. Nothing it did is lost.
cli-about-account-open = Open a closed account again.
cli-help-login = What they type to log in.
cli-help-name = What they are called.
cli-help-role = What they are there to do.
cli-help-organisation = The code of the organisation they work for; it has to be imported first.

cli-about-programme = Start a programme.
cli-about-programme-start = Start a programme in a database.
cli-more-programme-start = Example:
    { "  " }sleutel programme start city "Housing First in our city" --database-url sqlite:city.db
cli-help-code = A short name in small letters, for files and settings.
cli-help-programme-start-name = What its partners call it.

cli-about-completions = Print what a shell needs to complete commands.
cli-more-completions = Example:
    { "  " }sleutel completions bash > ~/.local/share/bash-completion/completions/sleutel
cli-help-shell = bash, zsh, fish, elvish or powershell.
cli-about-man = Print the manual page.
cli-more-man = Example:
    { "  " }sleutel man --write /usr/local/share/man/man1
cli-help-man-write = Writes a page for each command to this folder.

cli-no-file = There is no file or folder ‘{ $file }’.
cli-cannot-read = ‘{ $file }’ cannot be read: { $cause }
cli-import-kind = ‘{ $kind }’ is not a kind of file. Kinds: { $kinds }; or all, with a folder.
cli-import-folder = ‘{ $folder }’ is not a folder. With the kind all, name the folder the files are in.
cli-import-nothing = There is no file to bring in. The usual names are { $names }.
cli-import-programme-name = Housing programme
cli-import-kind-head = kind
cli-import-added = new
cli-import-changed = changed
cli-import-unchanged = unchanged
cli-import-kept = Brought in.
cli-import-dry-run = A dry run: nothing was changed.
cli-import-not-kept = Nothing was changed.
cli-import-refused = { $errors ->
        [one] There is { $errors } error.
       *[other] There are { $errors } errors.
    } Nothing was changed.
cli-note-utf16 = The file is UTF-16, and was read as such.
cli-note-mark = The file begins with a byte order mark, which was passed over.
cli-note-delimiter = The cells are divided by ‘{ $delimiter }’.
cli-note-columns = { $count ->
        [one] { $count } column is not needed and was passed over.
       *[other] { $count } columns are not needed and were passed over.
    }
cli-note-parts = { $parts ->
        [one] { $parts } larger part of the city is named without being drawn.
       *[other] { $parts } larger parts of the city are named without being drawn.
    }

cli-place-output = The report goes to the same name with the ending .md, so the proposal itself needs another ending, such as .json.
cli-place-findings = { $errors ->
        [one] There is { $errors } error in the files.
       *[other] There are { $errors } errors in the files.
    } Nothing was written.
cli-place-done = Placed: { $placed }. Not placed: { $unplaced }. Homes left empty: { $empty }. Checked, and made in { $seconds } s.
    { "" }
    { $file }
    { $report }
cli-check-sound = Sound: { $placed ->
        [one] { $placed } pair.
       *[other] { $placed } pairs.
    }
cli-solve-findings = { $errors ->
        [one] There is { $errors } error in the files.
       *[other] There are { $errors } errors in the files.
    }
cli-solve-asked = { $name }: { $people } people, { $homes } homes, { $nodes } parts of the city, { $arcs } pairs.
cli-solve-worth = Placed: { $placed }. Together worth { $worth }.
cli-solve-proven = Proven: there is no better plan.
cli-solve-bound = No plan is worth more than { $most }; that is { $gap } more.
cli-solve-bound-only = No plan is worth more than { $most }.
cli-solve-no-bound = Nothing is proven about better plans.
cli-solve-cost = Read in { $read } s, solved in { $solved } s, checked in { $checked } s. At most { $memory } MB of memory.
cli-solve-written = Written: { $file }
cli-solve-time = No plan was found that keeps all floors, ceilings and limits on load. It is not proven that there is none. Give it more time, or leave out --loads.
cli-solve-overloaded = No plan keeps all limits: in part { $node } of the city the floors cannot be reached within the limits on load.
cli-solve-impossible = No plan keeps all floors and ceilings. With the people, homes and pairs there are, these collide:
cli-collides-node-floor = - Part { $node } of the city has to have at least { $bound } placements.
cli-collides-node-ceiling = - Part { $node } of the city may have at most { $bound } placements.
cli-collides-group-floor = - Of group { $group } at least { $bound } have to be placed.
cli-collides-group-ceiling = - Of group { $group } at most { $bound } may be placed.
cli-collides-more = - And { $more } more; --json names them all.
cli-solve-too-large = The weights are too large for so many people and homes: sums would not be exact. Divide all weights by the same number, or divide the question into parts.
cli-solve-not-proven = A plan was found, but no prices that prove it is the best, and what is not proven is not given. Please report this, with the instance.
cli-violations = { $count ->
        [one] The plan is not sound. There is { $count } fault:
       *[other] The plan is not sound. There are { $count } faults:
    }
    { $what }
cli-violation-question = The instance contradicts itself, so no answer to it can be checked.
cli-violation-length = A list has { $found } values where there must be { $expected }.
cli-violation-pair = Person { $person } may not get home { $home }.
cli-violation-twice = Home { $home } is given twice.
cli-violation-node = Part { $node } of the city has { $placed } placements, and may have { $lower } to { $upper }.
cli-violation-load = Part { $node } of the city carries a load of { $load }, and can carry { $cap }.
cli-violation-group = Of group { $group } { $placed } are placed, and there may be { $lower } to { $upper }.
cli-violation-price = { $price } cannot be a price or a unit of prices.
cli-violation-no-limit = Part { $node } of the city has a price of load, but no limit on load.
cli-violation-quarters = The prices of quarters cannot be worked out: quarters lie in each other, or no choice keeps the floors in one of them.
cli-violation-too-large = The prices are too large to add up.
cli-again-proposal = { $round }, proposal { $number }
cli-again-trial = { $round }, trial { $number }
cli-again-files = The proposal in the file
cli-again-engine = Made by { $then }; this is { $now }. Another version may come to another answer without either being wrong. To be sure, use the version that made it.
cli-replay-same = { $proposal }: the same. { $fingerprint }
cli-replay-other = { $proposal }: ANOTHER outcome. { $fingerprint }
cli-replay-input = The stored input was changed: it does not have the fingerprint that was kept with it.
cli-round-several = Several rounds have this name. Give one of these identifiers:
    { $ids }
cli-lot-seal = Seal: { $seal }
cli-lot-reference = ‘{ $what }’ cannot be the number of a file.
cli-replay-none = There are no proposals yet.
cli-replay-nothing = There is no round or proposal with this name or identifier.
cli-log-whole = Whole: { $lines } lines, head { $head }
cli-log-missing = Broken: line { $line } is missing.
cli-log-changed = Broken: line { $line } was changed.
cli-log-unlinked = Broken: line { $line } does not follow on the one before it.
cli-log-head = Broken: from line { $line } the end does not fit. Lines were taken off or put on.
cli-account-passphrase = Pass phrase, at least 12 characters
cli-account-added = { $login } can log in.
cli-account-opened = { $login } can log in again.
cli-account-was-closed = { $login } can no longer log in.
cli-account-open = open
cli-account-closed = closed
cli-programme-taken = There is a programme ‘{ $code }’ in this database already.
cli-programme-started = { $name } has started.

cli-use-unknown = { $what } is not known here.
cli-use-command = There is no command ‘{ $what }’.
cli-use-missing = This is missing: { $what }.
cli-use-conflict = { $what } does not go with { $other }.
cli-use-value = ‘{ $value }’ cannot be the value of { $what }.
cli-use-no-command = Say what to do.
cli-use-near = Did you mean { $what }?
cli-use-help = --help explains.

report-title = Proposal for the round of { $date }
report-people-decide = This is a proposal. People decide on each line of it.
report-counts = { $people } waiting, { $homes } homes on offer, { $placed } pairs proposed, { $empty } homes left empty.
report-proven = That there is no better proposal for these goals is proven.
report-not-proven = It is not proven that there is no better proposal.
report-made = Made by { $engine } with seed { $seed }. Fingerprint of what went in: { $fingerprint }
report-goals = Goals, in order of importance
report-goal = goal
report-reached = reached
report-best = best possible
report-numbers = Numbers of this year
report-name = for
report-before = before
report-after = after
report-least = least
report-most = most
report-pin-broken = What people fixed could not be kept: { $reference } and { $home }.
report-pairs = Proposed
report-pinned = Fixed by a member of staff.
report-on-ground = Goes first: a term runs out, or it is not safe.
report-waited = Has waited { $weeks ->
        [one] { $weeks } week.
       *[other] { $weeks } weeks.
    }
report-fit = Fits with { $points ->
        [one] { $points } point
       *[other] { $points } points
    }. { $parts }
report-runner-up = Also possible: { $reference }.
report-unplaced = Not placed
report-change = First change that would make a difference: { $change }
report-collisions = What cannot all be kept, and what would resolve it
report-worth = What one more would be worth
report-empty = Left empty
report-none = None.

cli-about-outbox = Sends mail and shows what is on its way.
cli-about-outbox-send = Sends once all mail that is due, the mail of the day too.
cli-more-outbox-send = For a fixed time (cron). sleutel serve does this by itself; several at once do no harm. The program ends with 1 when mail could not be sent. The mail server is smtp_url in the settings file or SLEUTEL_SMTP_URL.
    { "" }
    Example:
    { "  " }sleutel outbox send --config /etc/sleutel.toml
cli-about-outbox-list = Lists mail with where it stands, the newest first.
cli-more-outbox-list = Example:
    { "  " }sleutel outbox list --state given-up --database-url sqlite:city.db
cli-help-state = Only mail that stands here: all, waiting, failed, sent or given-up.
cli-help-most = At most so many lines; 100 when left out.
cli-help-mail-from = The address mail comes from. Mail is sent only when the mail server is set too: smtp_url in the settings file or SLEUTEL_SMTP_URL. Environment: SLEUTEL_MAIL_FROM.
cli-help-public-url = Where people open the pages, for the links in mail. Environment: SLEUTEL_PUBLIC_URL.
cli-outbox-sent = Sent: { $sent }. Again later: { $failed }. Given up: { $given }.
cli-about-documents = Documents: keys, checks, and what waits.
cli-about-documents-new-key = Makes a key for documents, in a file that only you may read.
cli-more-documents-new-key = Keep the file apart from the database and from its backups, and keep a copy in a safe place: without it no document can be read. With --add a newer key comes into a file that is there; after that, run sleutel documents rekey.
    { "" }
    Example:
    { "  " }sleutel documents new-key --document-key /etc/sleutel.keys
cli-about-documents-check = Asks the virus scanner about every document that waits.
cli-more-documents-check = For a fixed time (cron). The program ends with 1 when something waits on.
    { "" }
    Example:
    { "  " }sleutel documents check --scanner localhost:3310 --config /etc/sleutel.toml
cli-about-documents-rekey = Wraps the keys of all documents with the newest key.
cli-more-documents-rekey = What is in the documents is not touched. Broken off, it goes on where it stopped. Stop using an older key only after this is done.
    { "" }
    Example:
    { "  " }sleutel documents rekey --config /etc/sleutel.toml
cli-about-documents-list = Lists documents with where they stand, without names of files.
cli-more-documents-list = Example:
    { "  " }sleutel documents list --state in-quarantine --json --database-url sqlite:city.db
cli-help-documents-list-state = Only documents that stand here: all, in-quarantine, released or refused; in-quarantine when left out.
cli-help-document-key = The file with the keys of documents. Left out with a SQLite file: one beside it, made when it is not there. Environment: SLEUTEL_DOCUMENT_KEY.
cli-help-scanner = A virus scanner that speaks the protocol of clamd (INSTREAM). Left out: people release documents. Environment: SLEUTEL_SCANNER.
cli-help-add = Add a newer key to a key file that is there.
cli-documents-bad-key = The key file { $file } cannot be used: { $cause }
cli-documents-bad-scanner = { $address } is not the address of a scanner. Write HOST:PORT, for example localhost:3310.
cli-documents-no-file = Say where the key comes: --document-key FILE, or SLEUTEL_DOCUMENT_KEY.
cli-documents-exists = { $file } is there already. Use --add for a newer key in it; nothing is overwritten.
cli-documents-key-made = Made a key for documents: { $file }. Only you may read it. Keep a copy in a safe place: without it no document can be read.
cli-documents-key-added = Added a newer key to { $file }. Run sleutel documents rekey next.
cli-documents-key = The key is called { $key }.
cli-documents-checked = Sound: { $sound }. Refused: { $found }. Still waiting: { $waiting }.
cli-documents-rekeyed = Wrapped anew: { $count }.
cli-documents-unused = Nothing lies under these keys any more in this programme: { $keys }. Once that holds for every programme and backup you keep, they may go from the key file.
cli-mail-not-set = No mail server is set. Name it as smtp_url in the settings file or in SLEUTEL_SMTP_URL.
cli-mail-incomplete = The mail server is set, but { $name } is missing. Fill that in too.
cli-mail-bad-url = The address of the mail server is not right. Write smtps://NAME:PASSWORD@SERVER, smtp://NAME:PASSWORD@SERVER?tls=required, or smtp://SERVER.
cli-mail-in-the-open = The mail server would get a pass phrase over a line without encryption. Use smtps://, or smtp:// with ?tls=required.
cli-mail-bad-from = mail_from is not an e-mail address. Write the address only, without a name.
cli-mail-bad-public-url = public_url has to begin with https:// or http://, with the name of your server.
cli-demo-view-late = Everything that is late
cli-demo-view-questions = Something still to ask
cli-demo-view-week = To decide this week
cli-demo-year-now = Talked about in the steering group of December. The providers are still asking their supervisory boards.
cli-demo-year-past = Taken over from the agreement on paper.
cli-demo-year-named = Homes are being built here this year
cli-demo-year-changed = Two neighbourhoods where homes are being built get a number of their own.
cli-demo-year-national = National target
cli-demo-year-said = Director (invented)
cli-demo-year-shares = A proposal to steer during the year: the same part helped in every group.
cli-demo-report-first = For the steering group of this month.
cli-demo-what-if = Staircase, Omslag and Housing First
cli-demo-what-if-more = 300 small homes more, with support

cli-demo-pilot = Ten people to a home of their own
cli-demo-pilot-aim = Can people who live in an institution or protected living live on their own when we first ask what they want, can do themselves and need? What that takes of the partners, these ten show.
cli-demo-pilot-note = The conversations go well. The partners speak each other every month.
