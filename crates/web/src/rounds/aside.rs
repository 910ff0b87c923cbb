//! What stands around the lines of a round: pins, earlier decisions, other proposals.

use sleutel_actions::rounds::{RoundView, Which};

use super::{
    asked::{question, word},
    lines::{Around, Decided, Person, moment},
};
use crate::Page;

/// A pin or a ban.
#[derive(Debug)]
pub(super) struct Fixed {
    pub id: String,
    pub kind: String,
    pub home: String,
    pub person: Person,
    pub reason: String,
    pub by: String,
    pub may_lift: bool,
}

/// A decision that is not on a line in sight.
#[derive(Debug)]
pub(super) struct Before {
    pub home: String,
    pub person: Person,
    pub decided: Decided,
}

/// Another proposal of the round, or a trial.
#[derive(Debug)]
pub(super) struct Other {
    pub href: String,
    pub words: String,
    /// Where it is laid beside the one looked at.
    pub compare: Option<String>,
    pub current: bool,
}

pub(super) fn about(page: &Page, view: &RoundView) -> String {
    let about = page.words.t_with(
        "rounds-about",
        &[
            ("date", page.date(&view.round.held_on).into()),
            ("homes", view.homes.len().into()),
            ("lot", super::lot::of_round(page.words, &view.round).into()),
            ("spare", view.round.spare_rooms.into()),
        ],
    );
    match view.round.ahead {
        0 => about,
        futures => format!("{about} {}", page.t1("rounds-about-ahead", "futures", futures)),
    }
}

/// Who did what last, of what can be seen.
pub(super) fn last(around: &Around<'_>) -> String {
    let (view, words) = (around.view, around.words);
    let mut all = vec![(view.round.created_at, &view.round.created_by, "rounds-last-made")];
    let newest = view.outcomes.proposals.first();
    all.extend(newest.map(|it| (it.at, &it.actor, "rounds-last-proposed")));
    let fixings = view.fixings.iter().map(|it| &it.fixing);
    all.extend(fixings.map(|it| (it.at, &it.actor, "rounds-last-fixed")));
    let decisions = view.lines.iter().filter_map(|it| it.decision.as_ref());
    let decisions = decisions.chain(view.decided_before.iter().map(|(row, _)| row));
    all.extend(decisions.map(|it| (it.at, &it.actor, "rounds-last-decided")));
    let Some((at, actor, key)) = all.into_iter().max_by_key(|it| it.0) else {
        return String::new();
    };
    let when = moment(words, at, around.zone);
    words.t_with(key, &[("who", actor.into()), ("when", when.into())])
}

/// Every proposal, then every trial, each with the way to compare it.
pub(super) fn others(around: &Around<'_>) -> Vec<Other> {
    let (view, words) = (around.view, around.words);
    let base = format!("/rounds/{}", view.round.id);
    let newest = view.outcomes.proposals.first().map(|it| it.number);
    let looked_at = view.which();
    let other = |which: Which, key: &str, values: &[(&str, sleutel_words::Value<'_>)]| {
        let current = which == looked_at;
        let plain = matches!(which, Which::Proposal(number) if Some(number) == newest);
        let href = if plain { base.clone() } else { format!("{base}{}", question(which)) };
        let compare = format!("{base}/compare?from={}&to={}", word(looked_at), word(which));
        Other {
            href,
            words: words.t_with(key, values),
            compare: (!current).then_some(compare),
            current,
        }
    };
    let proposals = view.outcomes.proposals.iter().map(|it| {
        let when = moment(words, it.at, around.zone);
        let values = [
            ("number", it.number.into()),
            ("when", when.into()),
            ("who", it.actor.as_str().into()),
            ("placed", it.placed.into()),
        ];
        other(Which::Proposal(it.number), "rounds-proposal-line", &values)
    });
    let trials = view.outcomes.trials.iter().map(|it| {
        let when = moment(words, it.made.at, around.zone);
        let values = [
            ("number", it.made.number.into()),
            ("name", it.name.as_str().into()),
            ("when", when.into()),
            ("who", it.made.actor.as_str().into()),
            ("placed", it.made.placed.into()),
        ];
        other(Which::Trial(it.made.number), "rounds-trial-line", &values)
    });
    proposals.chain(trials).collect()
}

pub(super) fn fixed(around: &Around<'_>, open: bool) -> Vec<Fixed> {
    around
        .view
        .fixings
        .iter()
        .map(|it| {
            let when = moment(around.words, it.fixing.at, around.zone);
            let actor = it.fixing.actor.as_str();
            Fixed {
                id: it.fixing.id.to_string(),
                kind: around.words.name(&it.fixing.kind),
                home: around.names.address(&it.fixing.vacancy),
                person: around.person(&it.household),
                reason: it.fixing.reason.to_string(),
                by: around
                    .words
                    .t_with("rounds-by", &[("who", actor.into()), ("when", when.into())]),
                may_lift: open && it.may_lift,
            }
        })
        .collect()
}

/// `may_undo`: whether somebody may take back decisions of this round at all.
pub(super) fn before(around: &Around<'_>, may_undo: bool) -> Vec<Before> {
    around
        .view
        .decided_before
        .iter()
        .map(|(row, household)| Before {
            home: around.names.address(&row.vacancy),
            person: around.person(household),
            decided: around.decided(row, may_undo && household.may_open),
        })
        .collect()
}
