//! Walking the chain of the log.

use serde_json::json;
use sleutel_actions::audit;
use sleutel_store::audit::{ChainFault, ChainState};

use crate::{
    args::VerifyLog,
    failure::{self, Failure},
    open, out,
    settings::Settings,
};

pub(crate) async fn run(settings: &Settings, args: &VerifyLog) -> Result<(), Failure> {
    let words = settings.words;
    let (app, who) = open::programme(settings, &args.at).await?;
    let state = audit::verify(&app, &who).await.map_err(|error| failure::action(words, &error))?;
    app.db.close().await;
    match state {
        ChainState::Whole { lines, head } => {
            if args.json {
                out::say(json!({ "whole": true, "lines": lines, "head": head }).to_string());
            } else {
                let lines = words.number(i64::try_from(lines).unwrap_or(i64::MAX));
                let values = [("lines", lines.into()), ("head", head.into())];
                out::say(words.t_with("cli-log-whole", &values));
            }
            Ok(())
        }
        ChainState::Broken { seq, fault } => {
            let (code, key) = match fault {
                ChainFault::Missing => ("missing", "cli-log-missing"),
                ChainFault::Changed => ("changed", "cli-log-changed"),
                ChainFault::Unlinked => ("unlinked", "cli-log-unlinked"),
                ChainFault::Head => ("head", "cli-log-head"),
            };
            if args.json {
                out::say(json!({ "whole": false, "line": seq, "fault": code }).to_string());
            } else {
                out::say(words.t_with(key, &[("line", seq.into())]));
            }
            Err(Failure::Told)
        }
    }
}
