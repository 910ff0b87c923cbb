//! Which proposals of the past are meant, in the database or as files.

use std::{fs, path::Path};

use sleutel_actions::{
    App, Who,
    rounds::{self, Made, RoundSummary},
};
use sleutel_domain::{
    Id,
    placement::{Proposal, RoundInput},
};
use sleutel_exchange::stored;
use sleutel_words::Words;

use crate::{
    args::Again,
    failure::{self, Failure},
    place,
};

/// A stored proposal or trial with what its round is called.
pub(crate) type OfRound = (String, Made);

/// The proposals asked for, by the identifier of a round or of a proposal, or by what the
/// round is called; all when nothing was asked for.
pub(crate) async fn proposals(
    words: Words,
    app: &App,
    who: &Who,
    again: &Again,
) -> Result<Vec<OfRound>, Failure> {
    let failed = |error| failure::action(words, &error);
    let summaries = rounds::list(app, who).await.map_err(failed)?;
    let wanted = again.round.as_deref().map(str::trim);
    let by_name = wanted.map(|name| named(&summaries, name)).unwrap_or_default();
    if by_name.len() > 1 {
        let all: Vec<String> = by_name.iter().map(|it| it.round.id.to_string()).collect();
        let values = [("ids", all.join("\n").into())];
        return Err(Failure::Failed(words.t_with("cli-round-several", &values)));
    }
    let id: Option<uuid::Uuid> = wanted.and_then(|text| text.parse().ok());
    let mut found = Vec::new();
    for summary in &summaries {
        let whole = match wanted {
            None => true,
            Some(_) => {
                id.map(Id::new) == Some(summary.round.id)
                    || by_name.iter().any(|it| it.round.id == summary.round.id)
            }
        };
        let all = rounds::proposals(app, who, summary.round.id).await.map_err(failed)?;
        let meant = all.into_iter().filter(|it| {
            (whole || id.map(Id::new) == Some(it.id))
                && again.number.is_none_or(|number| it.number == number)
        });
        let meant = meant.map(|row| Made { row, trial: None });
        // A number is of a proposal; trials count for themselves.
        let trials = rounds::trials(app, who, summary.round.id).await.map_err(failed)?;
        let tried = trials
            .into_iter()
            .filter(|it| again.number.is_none() && (whole || id.map(Id::new) == Some(it.made.id)));
        let tried = tried.map(|it| Made { row: it.made.clone(), trial: Some(it) });
        found.extend(meant.chain(tried).map(|it| (summary.round.name.to_string(), it)));
    }
    if found.is_empty() && wanted.is_some() {
        return Err(Failure::Failed(words.t("cli-replay-nothing")));
    }
    Ok(found)
}

fn named<'a>(summaries: &'a [RoundSummary], name: &str) -> Vec<&'a RoundSummary> {
    let name = name.to_lowercase();
    summaries.iter().filter(|it| it.round.name.as_str().to_lowercase() == name).collect()
}

/// The round and the proposal named as files; `None` when the database is meant.
pub(crate) fn files(
    words: Words,
    again: &Again,
) -> Result<Option<(RoundInput, Proposal)>, Failure> {
    let (Some(input), Some(file)) = (&again.input, &again.proposal) else { return Ok(None) };
    let input = if input.is_dir() {
        place::input(words, input, again.ahead, again.json)?
    } else {
        read(words, input, stored::from_json)?
    };
    Ok(Some((input, read(words, file, stored::proposal_from_json)?)))
}

fn read<T>(
    words: Words,
    file: &Path,
    from: impl Fn(&[u8]) -> Result<T, stored::StoredError>,
) -> Result<T, Failure> {
    let bytes = fs::read(file).map_err(|cause| failure::reading(words, file, &cause))?;
    from(&bytes).map_err(|error| {
        let cause = failure::sentence(&error.to_string());
        let values = [("file", file.display().to_string().into()), ("cause", cause.into())];
        Failure::Failed(words.t_with("cli-cannot-read", &values))
    })
}

/// What to call a proposal: its round and its number.
pub(crate) fn called(words: Words, (round, made): &OfRound) -> String {
    let values = [("round", round.as_str().into()), ("number", made.row.number.into())];
    let key = if made.trial.is_some() { "cli-again-trial" } else { "cli-again-proposal" };
    words.t_with(key, &values)
}

/// That another version of the engine made a proposal; nothing when it is this one.
pub(crate) fn other_engine(words: Words, engine: &str) -> Option<String> {
    let now = sleutel_placement::ENGINE;
    let values = [("then", engine.into()), ("now", now.into())];
    (engine != now).then(|| words.t_with("cli-again-engine", &values))
}
