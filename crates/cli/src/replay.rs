//! Proposals of the past once more: does the stored input still give the stored answer?

use serde_json::{Value as Json, json};
use sleutel_actions::rounds::{self, Replayed};
use sleutel_domain::placement::{Proposal, RoundInput};
use sleutel_exchange::stored;
use sleutel_placement::Changes;
use sleutel_words::Words;

use crate::{
    again,
    args::Again,
    failure::{self, Failure},
    open, out, place,
    settings::Settings,
};

pub(crate) async fn run(settings: &Settings, args: &Again) -> Result<(), Failure> {
    let words = settings.words;
    let mut all = Vec::new();
    if let Some((input, proposal)) = again::files(words, args)? {
        let fingerprint = stored::fingerprint(&stored::to_json(&input));
        all.push((None, fingerprint, of_files(words, &input, proposal)?));
    } else {
        let (app, who) = open::programme(settings, &args.at).await?;
        for it in again::proposals(words, &app, &who, args).await? {
            let replayed = rounds::replay(&app, &who, it.1.row.id).await;
            let replayed = replayed.map_err(|error| failure::action(words, &error))?;
            let fingerprint = it.1.row.fingerprint.clone();
            all.push((Some(it), fingerprint, replayed));
        }
        app.db.close().await;
    }
    let sound = all.iter().all(|(_, _, it)| it.sound());
    if args.json {
        let lines: Vec<Json> =
            all.iter().map(|(of, mark, it)| as_json(of.as_ref(), mark, it)).collect();
        out::say(json!({ "same": sound, "proposals": lines }).to_string());
    } else if all.is_empty() {
        out::say(words.t("cli-replay-none"));
    } else {
        for (of, fingerprint, it) in &all {
            say(words, of.as_ref(), fingerprint, it);
        }
    }
    if sound { Ok(()) } else { Err(Failure::Told) }
}

fn of_files(words: Words, input: &RoundInput, kept: Proposal) -> Result<Replayed, Failure> {
    // As many first changes as were found; what comes after the last is empty either way,
    // also where the work set aside for it came to its end.
    let looked = kept.unplaced.iter().rposition(|it| it.change.is_some()).map_or(0, |at| at + 1);
    let again = place::proposal(words, input, Changes::of(looked))?;
    Ok(Replayed {
        same: again == kept,
        input_whole: true,
        engine_then: kept.engine,
        engine_now: sleutel_placement::ENGINE,
    })
}

fn say(words: Words, of: Option<&again::OfRound>, fingerprint: &str, it: &Replayed) {
    let called = of.map_or_else(|| words.t("cli-again-files"), |of| again::called(words, of));
    let key = if it.same { "cli-replay-same" } else { "cli-replay-other" };
    let values = [("proposal", called.into()), ("fingerprint", fingerprint.into())];
    out::say(words.t_with(key, &values));
    if !it.input_whole {
        out::say(words.t("cli-replay-input"));
    }
    if let Some(told) = again::other_engine(words, &it.engine_then) {
        out::say(told);
    }
}

fn as_json(of: Option<&again::OfRound>, fingerprint: &str, it: &Replayed) -> Json {
    let mut line = json!({
        "same": it.same, "input_whole": it.input_whole, "fingerprint": fingerprint,
        "engine": it.engine_then, "engine_now": it.engine_now,
    });
    if let Some((_, made)) = of {
        let row = &made.row;
        line["trial"] = made.trial.is_some().into();
        line["round"] = row.round.to_string().into();
        line["proposal"] = row.id.to_string().into();
        line["number"] = row.number.into();
    }
    line
}
