//! Proposals of the past once more: does the stored input still give the stored answer?

use serde_json::json;
use sleutel_actions::rounds;
use sleutel_domain::Id;

use crate::{
    args::Replay,
    failure::{self, Failure},
    open, out,
    settings::Settings,
};

pub(crate) async fn run(settings: &Settings, args: &Replay) -> Result<(), Failure> {
    let words = settings.words;
    let failed = |error| failure::action(words, &error);
    let (app, who) = open::programme(settings, &args.at).await?;
    let mut proposals = Vec::new();
    for summary in rounds::list(&app, &who).await.map_err(failed)? {
        let of_round = rounds::proposals(&app, &who, summary.round.id).await.map_err(failed)?;
        let whole_round = args.id.is_none_or(|id| summary.round.id == Id::new(id));
        let wanted =
            of_round.into_iter().filter(|it| whole_round || args.id.map(Id::new) == Some(it.id));
        proposals.extend(wanted.map(|it| (summary.round.name.clone(), it)));
    }
    if proposals.is_empty() && args.id.is_some() {
        return Err(Failure::Failed(words.t("cli-replay-nothing")));
    }
    let (mut lines, mut all_same) = (Vec::new(), true);
    for (round, it) in &proposals {
        let same = rounds::replay(&app, &who, it.id).await.map_err(failed)?;
        all_same &= same;
        if args.json {
            lines.push(json!({
                "round": it.round.to_string(), "proposal": it.id.to_string(), "number": it.number,
                "same": same, "fingerprint": it.fingerprint,
            }));
            continue;
        }
        let values = [
            ("round", round.as_str().into()),
            ("number", it.number.into()),
            ("fingerprint", it.fingerprint.as_str().into()),
        ];
        let key = if same { "cli-replay-same" } else { "cli-replay-other" };
        out::say(words.t_with(key, &values));
    }
    app.db.close().await;
    if args.json {
        out::say(json!({ "same": all_same, "proposals": lines }).to_string());
    } else if proposals.is_empty() {
        out::say(words.t("cli-replay-none"));
    }
    if all_same { Ok(()) } else { Err(Failure::Told) }
}
