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
    Settings come from flags, else from the environment (SLEUTEL_DATABASE_URL, SLEUTEL_LISTEN and so on, named at each flag), else from the file of --config. Exit codes: 0 done, 1 findings or a failure, 2 wrong use.

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
    { "  " }language = "nl"
    { "  " }log = "info"
    { "  " }log_format = "json"

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
cli-demo-other-seed = This demo was made from seed { $seed }. Use --fresh to make another, or another --database-url.
cli-demo-real = There are people or accounts in this database that are not of a demo. A demo's pass phrase is public, so it is not put there. Use another --database-url.
cli-demo-fresh-file = --fresh throws away a SQLite file. Drop and make a PostgreSQL database with its own tools.
cli-demo-written = { $files ->
        [one] { $files } file
       *[other] { $files } files
    } written to { $folder }. Next: sleutel place --input { $folder } --output proposal.json
cli-demo-findings = The files of the demo were refused: { $what }
cli-progress = { $done } of { $total }
