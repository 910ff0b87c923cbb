//! The demo: an invented city, in through the same door as any other.

use std::{fs, path::Path, time::Instant};

use sleutel_actions::{
    ActionError, App, FieldFault, Who,
    access::{self, NewAccount},
    cases::{self, Past, PastEvent},
    flow,
    import::{self, Incoming},
    what_if,
};
use sleutel_demo::DemoCity;
use sleutel_exchange::{Kind, Severity};
use sleutel_web::pages::DemoAccount;
use sleutel_words::Words;

use crate::{
    args::Demo,
    demo_agreements, demo_colleagues, demo_documents, demo_forms, demo_messages, demo_obstacles,
    demo_pilot, demo_plans, demo_views, demo_what_if,
    demo_window::{self, Resident},
    demo_year,
    failure::{self, Failure},
    findings, open,
    out::{self, Progress},
    paper, serve,
    settings::Settings,
};

/// The database when none is named: easy to find, and to throw away.
const FILE: &str = "sqlite:sleutel-demo.db";
/// The city when no number is given.
const SEED: u64 = 1;

pub(crate) async fn run(settings: &Settings, args: &Demo) -> Result<(), Failure> {
    let words = settings.words;
    if let Some(folder) = &args.write {
        return write(words, folder, args.seed.unwrap_or(SEED));
    }
    let press = paper::press(settings)?;
    let address = settings.listen(args.listen.as_ref())?;
    let url = settings.database_url(args.database_url.as_ref()).unwrap_or_else(|| FILE.to_owned());
    let _alone = open::serve_alone(words, &url)?;
    // Before the city is made: a port that is taken should not cost a wait.
    let listener = serve::listen(words, address).await?;
    if args.fresh {
        clear(words, &url).await?;
    }
    let app = open::app(words, &url).await?;
    let app = open::with_documents(settings, app, &url, &args.documents)?;
    let (who, resident) = fill(words, &app, &url, args.seed).await?;
    let logins = logins(words, resident.as_ref());
    let site = serve::site(settings, &app, &who, settings.https(None), press).await;
    serve::serve(words, app, site, listener, logins, None).await
}

/// Throws a demo's file away, and refuses to throw anything else away.
async fn clear(words: Words, url: &str) -> Result<(), Failure> {
    let Some(file) = open::sqlite_file(url) else {
        return Err(Failure::Use(words.t("cli-demo-fresh-file")));
    };
    if !file.exists() {
        return Ok(());
    }
    let app = open::app(words, url).await?;
    let found = access::greeting(&app).await.map_err(|error| failure::action(words, &error))?;
    app.db.close().await;
    if found.is_some_and(|programme| !programme.demo) {
        return Err(Failure::Failed(words.t("cli-demo-real")));
    }
    open::remove(words, &file)
}

/// The code of a demo's programme says which number it was made from.
fn code(seed: u64) -> String {
    format!("demo-{seed}")
}

/// Fills the database as far as it is not filled yet; a demo that was cut off goes on.
async fn fill(
    words: Words,
    app: &App,
    url: &str,
    seed: Option<u64>,
) -> Result<(Who, Option<Resident>), Failure> {
    let failed = |error| failure::action(words, &error);
    let operator = open::operator_name();
    let found = access::operator(app, &operator, None).await.map_err(failed)?;
    let before = found.as_ref().and_then(Who::programme).filter(|it| it.demo);
    let made_from: Option<u64> = before.and_then(|it| it.code.strip_prefix("demo-")?.parse().ok());
    if let (Some(made_from), Some(seed)) = (made_from, seed)
        && made_from != seed
    {
        let values = [("seed", made_from.to_string().into())];
        return Err(Failure::Failed(words.t_with("cli-demo-other-seed", &values)));
    }
    let seed = made_from.or(seed).unwrap_or(SEED);
    let stored = match &found {
        None => None,
        Some(who) => Some(import::stored(app, who).await.map_err(failed)?),
    };
    let people = stored.as_ref().is_some_and(|it| it.participants > 0);
    let mut fresh = false;
    let who = match found {
        Some(who) if people && made_from.is_some() => {
            let file =
                open::sqlite_file(url).map_or_else(String::new, |it| it.display().to_string());
            let values = [("file", file.into()), ("seed", seed.to_string().into())];
            out::tell(words.t_with("cli-demo-again", &values));
            who
        }
        Some(_) if people => return Err(Failure::Failed(words.t("cli-demo-real"))),
        found => {
            let (areas, figures) =
                stored.map_or_else(Default::default, |it| (it.areas, it.figures));
            fresh = true;
            pour(words, app, found, seed, areas, figures).await?
        }
    };
    add_accounts(words, app, &who).await?;
    if fresh {
        demo_forms::add(app, &who).await.map_err(failed)?;
        demo_messages::fill(app, &who).await.map_err(failed)?;
        demo_colleagues::fill(app, &who).await.map_err(failed)?;
        demo_plans::fill(app, &who).await.map_err(failed)?;
        // Without a key, on a database server, there is nothing to lay them under.
        if app.documents().keys.is_some() {
            demo_documents::fill(app, &who).await.map_err(failed)?;
        }
        demo_views::fill(app, &who).await.map_err(failed)?;
        demo_year::fill(app, &who).await.map_err(failed)?;
        demo_obstacles::fill(app, &who).await.map_err(failed)?;
        demo_year::report(app, &who).await.map_err(failed)?;
        demo_what_if::fill(app, &who).await.map_err(failed)?;
        demo_pilot::fill(app, &who).await.map_err(failed)?;
    }
    what_if::take_up(app, &who).await.map_err(failed)?;
    flow::catch_up(app, &who).await.map_err(failed)?;
    let resident = demo_window::resident(app, &who, fresh).await.map_err(failed)?;
    Ok((who, resident))
}

/// Makes the city and brings it in.
async fn pour(
    words: Words,
    app: &App,
    found: Option<Who>,
    seed: u64,
    areas: Vec<sleutel_exchange::records::AreaRecord>,
    figures: Vec<sleutel_exchange::records::AreaFigureRecord>,
) -> Result<Who, Failure> {
    let begin = Instant::now();
    let today = app.today();
    let own = !areas.is_empty();
    let seed_value = ("seed", seed.to_string().into());
    let city = if own {
        let values = [("areas", areas.len().into()), seed_value];
        out::tell(words.t_with("cli-demo-own", &values));
        sleutel_demo::in_areas(seed, today, areas, figures)
    } else {
        out::tell(words.t_with("cli-demo-making", &[seed_value]));
        sleutel_demo::invented(seed, today)
    };
    let failed = |error| failure::action(words, &error);
    let who = match found {
        None => {
            let operator = open::operator_name();
            access::start_programme(app, &operator, &code(seed), &city.name, true).await
        }
        Some(who) if who.programme().is_some_and(|it| it.demo) => Ok(who),
        Some(who) => access::become_demo(app, &who, &code(seed), &city.name).await,
    };
    let who = who.map_err(failed)?;
    let incoming = read(words, &city, own)?;
    let mut progress = Progress::new(words, &city.name);
    let report =
        import::bring_in(app, &who, &incoming, false, &mut |done, all| progress.step(done, all))
            .await
            .map_err(failed)?;
    drop(progress);
    if report.kept {
        bring_in_roads(app, &who, &city).await.map_err(failed)?;
    }
    if let Some(first) = report.findings.iter().find(|it| it.severity == Severity::Error) {
        let values = [("what", findings::line(words, first).into())];
        return Err(Failure::Failed(words.t_with("cli-demo-findings", &values)));
    }
    demo_agreements::fill(app, &who, &city).await.map_err(failed)?;
    let values = [
        ("name", city.name.as_str().into()),
        ("participants", city.participants.len().into()),
        ("dwellings", city.dwellings.len().into()),
        ("vacancies", city.open_vacancies().count().into()),
        ("seconds", words.decimal(begin.elapsed().as_secs_f64(), 1).into()),
    ];
    out::tell(words.t_with("cli-demo-filled", &values));
    Ok(who)
}

/// Puts part of the people on a road, with what happened on it.
async fn bring_in_roads(app: &App, who: &Who, city: &DemoCity) -> Result<(), ActionError> {
    let past: Vec<Past> = sleutel_demo::roads(city, app.routes())
        .into_iter()
        .filter_map(|road| {
            let mut events = road.events.into_iter();
            let first = events.next()?;
            let rest = events.map(|it| PastEvent { on: it.on, who: it.who, act: it.act });
            let (reference, route, events) = (road.reference, road.route, rest.collect());
            let lived = sleutel_demo::lived(city, &reference);
            Some(Past { reference, route, began: first.on, who: first.who, events, lived })
        })
        .collect();
    cases::bring_in(app, who, &past, cases::Recorded::OnTheDay).await.map(|_| ())
}

/// Through the files as they would be sent, so that the demo tries the whole road. What
/// somebody's own city has already is left as it is.
fn read(words: Words, city: &DemoCity, own: bool) -> Result<Vec<Incoming>, Failure> {
    let files = city.files();
    let mut incoming = Vec::new();
    for kind in Kind::ALL {
        if own && matches!(kind, Kind::Areas | Kind::AreaFigures) {
            continue;
        }
        let file = kind.file_name();
        let Some(bytes) = files.get(&file) else { continue };
        let result = sleutel_exchange::read(kind, &file, bytes, city.today, &mut |_| {});
        if let Some(first) = result.findings.iter().find(|it| it.severity == Severity::Error) {
            let values = [("what", findings::line(words, first).into())];
            return Err(Failure::Failed(words.t_with("cli-demo-findings", &values)));
        }
        incoming.push(Incoming { file, records: result.records });
    }
    Ok(incoming)
}

async fn add_accounts(words: Words, app: &App, who: &Who) -> Result<(), Failure> {
    let failed = |error| failure::action(words, &error);
    let there = access::accounts(app, who).await.map_err(failed)?;
    for account in sleutel_demo::accounts() {
        if there.iter().any(|it| it.login == account.login) {
            continue;
        }
        let new = NewAccount {
            login: account.login,
            name: account.name,
            role: account.role,
            organisation: account.organisation,
            passphrase: account.passphrase.to_owned(),
        };
        match access::add_account(app, who, &new).await {
            // Log-ins are one list for all programmes of an installation.
            Err(sleutel_actions::ActionError::Fields(errors))
                if errors.iter().all(|it| it.fault == FieldFault::Taken) => {}
            done => done.map_err(failed)?,
        }
    }
    Ok(())
}

/// Whom a visitor can log in as, for the log-in page.
pub(crate) async fn accounts_shown(app: &App, who: &Who) -> Vec<DemoAccount> {
    // A page that shows a code instead of a name is still of use.
    let organisations = access::organisations(app, who).await.unwrap_or_default();
    let called = |code: &sleutel_domain::OrganisationCode| {
        let known = organisations.iter().find(|it| it.code == *code);
        known.map_or_else(|| code.to_string(), |it| it.name.to_string())
    };
    let shown = |it: sleutel_demo::DemoAccount| DemoAccount {
        organisation: called(&it.organisation),
        name: it.name,
        role: it.role,
        login: it.login,
        passphrase: it.passphrase.to_owned(),
    };
    sleutel_demo::accounts().into_iter().map(shown).collect()
}

fn logins(words: Words, resident: Option<&Resident>) -> String {
    let accounts = sleutel_demo::accounts();
    let rows: Vec<Vec<String>> = accounts
        .iter()
        .map(|it| {
            let login = format!("  {}", it.login);
            vec![login, words.name(&it.role), it.name.clone(), it.organisation.to_string()]
        })
        .collect();
    let values = [("passphrase", sleutel_demo::PASSPHRASE.into())];
    let staff =
        format!("{}\n\n{}\n", words.t_with("cli-demo-logins", &values), out::columns(&rows));
    let Some(resident) = resident else { return staff };
    let values = [
        ("reference", resident.reference.as_str().into()),
        ("secret", sleutel_demo::PASSPHRASE.into()),
        ("code", resident.code.as_str().into()),
    ];
    format!("{staff}\n{}\n", words.t_with("cli-demo-window", &values))
}

/// Writes the city's files, and a round of its open vacancies.
fn write(words: Words, folder: &Path, seed: u64) -> Result<(), Failure> {
    let today = crate::today();
    let city = sleutel_demo::invented(seed, today);
    let mut files = city.files();
    let round = format!("date = \"{today}\"\nseed = \"{seed}\"\nspare_rooms = 1\n");
    files.insert(sleutel_exchange::folder::ROUND_FILE.to_owned(), round.into_bytes());
    fs::create_dir_all(folder).map_err(|cause| failure::writing(words, folder, &cause))?;
    for (name, bytes) in &files {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|cause| failure::writing(words, &path, &cause))?;
    }
    let folder = folder.display().to_string();
    let values = [("files", files.len().into()), ("folder", folder.into())];
    out::say(words.t_with("cli-demo-written", &values));
    Ok(())
}
