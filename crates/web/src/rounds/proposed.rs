//! What a proposal or a trial comes to, above its lines.

use sleutel_actions::{
    policy::{self, Action},
    rounds::{Made, NumberChange, changes_of},
};
use sleutel_domain::placement::{Bound, EmptyHome, Verdict};

use super::{
    asked,
    limits::LimitsView,
    lines::{Around, Use, moment, sees_people},
    names::{address, home_facts},
    summary::{Reached, goals},
    what_if::change_in_words,
};
use crate::listing::encode;

/// A home that stays empty.
#[derive(Debug)]
pub(super) struct Empty {
    pub vacancy: String,
    pub address: String,
    pub place: String,
    pub facts: String,
    pub why: String,
    pub pin: Option<String>,
}

/// How much differs from another proposal, and where they are laid side by side.
#[derive(Debug)]
pub(super) struct Differs {
    pub words: String,
    pub href: String,
}

/// What makes it a trial.
#[derive(Debug)]
pub(super) struct Trial {
    pub number: i64,
    pub changes: Vec<String>,
    pub may_throw_away: bool,
}

/// What is known once something is proposed.
#[derive(Debug)]
pub(super) struct Proposed {
    pub id: String,
    pub number: i64,
    pub newest: i64,
    pub called: String,
    /// The question that asks for it, `?proposal=3`, and the same as a field.
    pub question: String,
    pub field: Option<(&'static str, i64)>,
    pub trial: Option<Trial>,
    pub made: String,
    pub engine: String,
    pub fingerprint: String,
    pub proven: bool,
    pub homes: usize,
    pub placed: usize,
    pub empty_count: usize,
    pub unplaced: usize,
    pub to_ask: usize,
    pub goals: Vec<Reached>,
    pub shortfalls: Vec<String>,
    pub broken: Vec<String>,
    pub limits: LimitsView,
    /// Room in the whole city, and the share of each group.
    pub city: Vec<String>,
    pub uses: Vec<Use>,
    pub empty: Vec<Empty>,
    pub differs: Option<Differs>,
    pub undecided: usize,
    pub agreed: usize,
    pub rejected: usize,
}

impl Proposed {
    /// The newest proposal, on which can be decided.
    pub(super) fn is_newest(&self) -> bool {
        self.trial.is_none() && self.number == self.newest
    }
}

pub(super) fn proposed(around: &Around<'_>) -> Option<Proposed> {
    let (view, words) = (around.view, around.words);
    let (row, solved) = view.current.as_ref()?;
    let proposal = &solved.proposal;
    let state = |verdict: Option<Verdict>| {
        let decided = view.lines.iter().map(|it| it.decision.as_ref().map(|it| it.verdict));
        decided.filter(|it| *it == verdict).count()
    };
    let wide = view.hidden == 0 && sees_people(around.who);
    let which = view.which();
    let made = Made { row: row.clone(), trial: view.trial.clone() };
    Some(Proposed {
        id: row.id.to_string(),
        number: row.number,
        newest: view.outcomes.proposals.first().map_or(row.number, |it| it.number),
        called: asked::called(words, &made),
        question: asked::question(which),
        field: asked::pair(which),
        trial: trial(around, &made),
        made: words.t_with(
            "rounds-made-by",
            &[
                ("who", row.actor.as_str().into()),
                ("when", moment(words, row.at, around.zone).into()),
            ],
        ),
        engine: row.engine.clone(),
        fingerprint: row.fingerprint.clone(),
        proven: row.proven,
        homes: solved.input.homes.len(),
        placed: proposal.placements.len(),
        empty_count: proposal.empty.len(),
        unplaced: proposal.unplaced.len(),
        to_ask: view.why_counts.get("ask-first").copied().unwrap_or(0),
        goals: goals(words, &solved.input, proposal),
        shortfalls: proposal
            .shortfalls
            .iter()
            .map(|it| words.shortfall(it, &around.names))
            .collect(),
        broken: if wide { broken(around) } else { Vec::new() },
        limits: if wide {
            LimitsView::new(words, proposal, &around.names)
        } else {
            LimitsView::default()
        },
        city: around.city(&proposal.bounds),
        uses: proposal
            .bounds
            .iter()
            .filter(|it| matches!(it.bound, Bound::Group(_)))
            .map(|it| around.bound(it))
            .collect(),
        empty: proposal.empty.iter().filter_map(|it| empty(around, it)).collect(),
        differs: differs(around),
        undecided: state(None),
        agreed: state(Some(Verdict::Agreed)),
        rejected: state(Some(Verdict::Rejected)),
    })
}

fn trial(around: &Around<'_>, made: &Made) -> Option<Trial> {
    let trial = made.trial.as_ref()?;
    let changes: Vec<NumberChange> = changes_of(trial).unwrap_or_else(|error| {
        tracing::error!(?error, "the numbers of a trial cannot be read");
        Vec::new()
    });
    Some(Trial {
        number: made.row.number,
        changes: changes
            .iter()
            .map(|it| change_in_words(around.words, &around.names, it))
            .collect(),
        may_throw_away: policy::may(around.who, Action::TryNumbers),
    })
}

fn broken(around: &Around<'_>) -> Vec<String> {
    let all = around.view.current.iter().flat_map(|(_, solved)| &solved.proposal.pins_broken);
    all.map(|(person, home)| {
        let home = around.names.address(home);
        let values = [("person", person.as_str().into()), ("home", home.into())];
        around.words.t_with("rounds-pin-broken", &values)
    })
    .collect()
}

fn differs(around: &Around<'_>) -> Option<Differs> {
    let view = around.view;
    let it = view.differs?;
    let with = sleutel_actions::rounds::Which::Proposal(it.with);
    let values = [("count", it.homes.into()), ("with", it.with.into())];
    Some(Differs {
        words: around.words.t_with("rounds-compared", &values),
        href: format!(
            "/rounds/{}/compare?from={}&to={}",
            view.round.id,
            asked::word(with),
            asked::word(view.which())
        ),
    })
}

fn empty(around: &Around<'_>, it: &EmptyHome) -> Option<Empty> {
    let home = around.view.homes.get(&it.vacancy)?;
    let pin = (around.live && policy::may(around.who, Action::Fix)).then(|| {
        let vacancy = encode(it.vacancy.as_str());
        format!("/rounds/{}/fix?home={vacancy}&kind=pin", around.view.round.id)
    });
    Some(Empty {
        vacancy: it.vacancy.to_string(),
        address: address(home),
        place: around.names.place_of(home),
        facts: home_facts(around.words, home).join(" · "),
        why: around.words.why_empty(&it.why, &around.names),
        pin,
    })
}
