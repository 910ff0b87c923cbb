//! Who can log in, and starting a programme: the first steps of an installation.

use std::io::{self, BufRead, IsTerminal};

use sleutel_actions::access::{self, NewAccount};
use sleutel_domain::{OrganisationCode, access::Role};
use sleutel_words::Words;

use crate::{
    args::{Account, AccountAdd, AccountOne, Programme},
    failure::{self, Failure},
    open, out,
    settings::Settings,
};

pub(crate) async fn run(settings: &Settings, args: &Account) -> Result<(), Failure> {
    match args {
        Account::Add(args) => add(settings, args).await,
        Account::List(args) => {
            let words = settings.words;
            let (app, who) = open::programme(settings, &args.at).await?;
            let accounts = access::accounts(&app, &who).await;
            let accounts = accounts.map_err(|error| failure::action(words, &error))?;
            app.db.close().await;
            let rows = accounts.into_iter().map(|it| {
                let state = if it.active { "cli-account-open" } else { "cli-account-closed" };
                let organisation = it.organisation.code.to_string();
                vec![it.login, it.role.code().to_owned(), organisation, words.t(state), it.name]
            });
            out::say(out::columns(&rows.collect::<Vec<_>>()));
            Ok(())
        }
        Account::Close(args) => set_active(settings, args, false).await,
        Account::Open(args) => set_active(settings, args, true).await,
    }
}

async fn add(settings: &Settings, args: &AccountAdd) -> Result<(), Failure> {
    let words = settings.words;
    let bad = |name: &str, value: &str, allowed: String| {
        let values = [("name", name.into()), ("value", value.into()), ("allowed", allowed.into())];
        Failure::Use(words.t_with("cli-bad-setting", &values))
    };
    let role = Role::from_code(&args.role);
    let role =
        role.ok_or_else(|| bad("--role", &args.role, Role::ALL.map(Role::code).join(", ")))?;
    let organisation = OrganisationCode::new(args.organisation.as_str());
    let organisation = organisation
        .map_err(|error| Failure::Use(format!("--organisation: {}", words.code_error(&error))))?;
    let (app, who) = open::programme(settings, &args.at).await?;
    let new = NewAccount {
        login: args.login.clone(),
        name: args.name.clone(),
        role,
        organisation,
        passphrase: passphrase(words)?,
    };
    let done = access::add_account(&app, &who, &new).await;
    done.map_err(|error| failure::action(words, &error))?;
    app.db.close().await;
    out::say(
        words.t_with("cli-account-added", &[("login", new.login.trim().to_lowercase().into())]),
    );
    Ok(())
}

/// Typed unseen, or the first line of standard input. Never an argument: those can be
/// read by everybody on the machine.
fn passphrase(words: Words) -> Result<String, Failure> {
    let failed = |cause: io::Error| {
        let cause = cause.to_string();
        Failure::Failed(words.t_with("cli-internal", &[("cause", cause.into())]))
    };
    if io::stdin().is_terminal() {
        let prompt = format!("{}: ", words.t("cli-account-passphrase"));
        return rpassword::prompt_password(prompt).map_err(failed);
    }
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(failed)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

async fn set_active(settings: &Settings, args: &AccountOne, active: bool) -> Result<(), Failure> {
    let words = settings.words;
    let (app, who) = open::programme(settings, &args.at).await?;
    let login = args.login.trim().to_lowercase();
    let done = access::set_active(&app, &who, &login, active).await;
    done.map_err(|error| failure::action(words, &error))?;
    app.db.close().await;
    let key = if active { "cli-account-opened" } else { "cli-account-was-closed" };
    out::say(words.t_with(key, &[("login", login.into())]));
    Ok(())
}

pub(crate) async fn programme(settings: &Settings, args: &Programme) -> Result<(), Failure> {
    let words = settings.words;
    let Programme::Start(args) = args;
    let url = open::need_url(settings, args.database_url.as_ref())?;
    let app = open::app(words, &url).await?;
    let operator = open::operator_name();
    let found = access::operator(&app, &operator, Some(&args.code)).await;
    if found.map_err(|error| failure::action(words, &error))?.is_some() {
        let values = [("code", args.code.as_str().into())];
        return Err(Failure::Failed(words.t_with("cli-programme-taken", &values)));
    }
    let done = access::start_programme(&app, &operator, &args.code, &args.name, false).await;
    done.map_err(|error| failure::action(words, &error))?;
    app.db.close().await;
    out::say(words.t_with("cli-programme-started", &[("name", args.name.as_str().into())]));
    Ok(())
}
