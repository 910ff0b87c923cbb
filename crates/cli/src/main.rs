//! `sleutel`: the product at the command line.
//!
//! [`args`] says what can be asked, one file each does it, and everything said about it
//! stands in `locales/*/cli.ftl`. Exit codes: 0 done, 1 findings or a failure, 2 wrong use,
//! 3 nothing can be done within the floors and ceilings, 4 nothing was found.

mod account;
mod again;
mod args;
mod calibrate;
mod check;
mod definitions;
mod demo;
mod demo_agreements;
mod demo_colleagues;
mod demo_documents;
mod demo_forms;
mod demo_messages;
mod demo_obstacles;
mod demo_pilot;
mod demo_plans;
mod demo_views;
mod demo_what_if;
mod demo_window;
mod demo_year;
mod documents;
mod failure;
mod findings;
mod forms;
mod help;
mod import;
mod lot;
mod manual;
mod method;
mod open;
mod out;
mod outbox;
mod paper;
mod place;
mod replay;
mod report;
mod routes;
mod serve;
mod settings;
mod shares;
mod simulate;
mod solve;
mod verify_log;
mod wrong_use;

use std::{path::Path, process::ExitCode};

use clap::FromArgMatches;
use jiff::civil::Date;
use sleutel_actions::Clock;
use sleutel_words::Words;

use args::{Cli, Command};
use failure::Failure;
use settings::Settings;

fn main() -> ExitCode {
    let system = Words::new(settings::language_of_the_system());
    let parsed = help::command(system).try_get_matches().and_then(|it| Cli::from_arg_matches(&it));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            // Help and the version are asked for, and no error.
            if error.exit_code() == 0 {
                out::say(error.render().to_string().trim_end());
                return ExitCode::SUCCESS;
            }
            let said = wrong_use::words_of(system, &error);
            out::tell(format!("{}: {said}", system.t("cli-error")));
            return ExitCode::from(2);
        }
    };
    match start(&cli, system) {
        Ok(()) => ExitCode::SUCCESS,
        Err((words, failure)) => {
            if let Some(message) = failure.message() {
                out::tell(format!("{}: {message}", words.t("cli-error")));
            }
            ExitCode::from(failure.code())
        }
    }
}

fn start(cli: &Cli, system: Words) -> Result<(), (Words, Failure)> {
    let settings = Settings::read(&cli.general, system).map_err(|it| (system, it))?;
    let words = settings.words;
    let internal = |cause: std::io::Error| {
        Failure::Failed(words.t_with("cli-internal", &[("cause", cause.to_string().into())]))
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|cause| (words, internal(cause)))?;
    runtime.block_on(run(&settings, cli)).map_err(|it| (words, it))
}

async fn run(settings: &Settings, cli: &Cli) -> Result<(), Failure> {
    let serving = matches!(cli.command, Command::Serve(_));
    settings.start_log(if serving { serve::LOG } else { "warn,sqlx=error" })?;
    match &cli.command {
        Command::Demo(args) => demo::run(settings, args).await,
        Command::Serve(args) => serve::run(settings, args).await,
        Command::Migrate(args) => {
            let url = open::need_url(settings, args.database_url.as_ref())?;
            let app = open::app(settings.words, &url).await?;
            app.db.close().await;
            out::say(settings.words.t("cli-migrated"));
            Ok(())
        }
        Command::Import(args) => import::run(settings, args).await,
        Command::Place(args) => place::run(settings, args),
        Command::Solve(args) => solve::run(settings, args),
        Command::Check(args) => match (&args.again.round, &args.certificate) {
            (Some(instance), Some(certificate)) => {
                solve::check(settings, Path::new(instance), certificate, args)
            }
            (Some(_) | None, _) => check::run(settings, &args.again).await,
        },
        Command::Replay(args) => replay::run(settings, args).await,
        Command::Lot(args) => lot::run(settings, args),
        Command::Shares(args) => shares::run(settings, args),
        Command::Simulate(args) => simulate::run(settings, args),
        Command::Calibrate(args) => calibrate::run(settings, args).await,
        Command::VerifyLog(args) => verify_log::run(settings, args).await,
        Command::Method(args) => {
            method::run(settings, args);
            Ok(())
        }
        Command::Routes(args) => routes::run(settings, args),
        Command::Forms(args) => forms::run(settings, args),
        Command::Outbox(args) => outbox::run(settings, args).await,
        Command::Documents(args) => documents::run(settings, args).await,
        Command::Account(args) => account::run(settings, args).await,
        Command::Programme(args) => account::programme(settings, args).await,
        Command::Paper(args) => paper::run(settings, args),
        Command::Completions(args) => {
            manual::completions(settings.words, args);
            Ok(())
        }
        Command::Man(args) => manual::man(settings.words, args),
    }
}

/// The day on the machine's clock, where no database is open.
pub(crate) fn today() -> Date {
    let zone = jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap_or(jiff::tz::TimeZone::UTC);
    Clock::System.now().to_zoned(zone).date()
}
