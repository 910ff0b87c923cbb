//! The road as it is drawn: what was, what is now, what comes.

use std::collections::BTreeSet;

use sleutel_actions::cases::CaseView;
use sleutel_domain::{
    StepCode,
    access::Party,
    cases::{Standing, State},
    routes::{Next, Outcome, Step},
};
use sleutel_words::Words;

use super::shown::due_words;
use crate::show::Tone;

/// One stop of the road.
pub(crate) struct Stop {
    /// `done`, `now`, `next` or `end`.
    pub(crate) class: &'static str,
    /// The key of the same in words.
    pub(crate) key: &'static str,
    pub(crate) name: String,
    /// Whose turn it was, is or will be.
    pub(crate) who: String,
    /// When and how, as far as the reader may know.
    pub(crate) detail: Option<String>,
    pub(crate) late: bool,
}

/// Every stop, in order. What comes is the way a file goes when all goes well.
pub(crate) fn stops(words: Words, view: &CaseView<'_>, today: jiff::civil::Date) -> Vec<Stop> {
    let state = view.file.state();
    let seen: BTreeSet<u32> = view.events.iter().map(|it| it.event.number).collect();
    let owner = |step: Option<&Step>| step.map(|it| words.name(&it.owner)).unwrap_or_default();
    let mut stops: Vec<Stop> = state
        .passed
        .iter()
        .filter(|it| !it.undone)
        .map(|it| Stop {
            class: "done",
            key: "cases-road-done",
            name: words.step_name(state.route, &it.step),
            who: owner(state.route.step(&it.step)),
            detail: seen
                .contains(&it.event)
                .then(|| format!("{}: {}", words.date_short(it.on), words.name(&it.outcome))),
            late: false,
        })
        .collect();
    match &state.standing {
        Standing::UnderWay(open) | Standing::Paused(open, _) => {
            let (due, tone) = due_words(words, state.due(), today);
            let paused = matches!(state.standing, Standing::Paused(..));
            stops.push(Stop {
                class: "now",
                key: "cases-road-now",
                name: words.step_name(state.route, &open.step),
                who: owner(state.step()),
                detail: Some(if paused {
                    words.case_standing(&state.standing, state.route)
                } else {
                    due
                }),
                late: tone == Tone::Bad && !paused,
            });
            stops.extend(ahead(state).into_iter().map(|step| Stop {
                class: "next",
                key: "cases-road-next",
                name: words.wording(&step.name).to_owned(),
                who: words.name(&step.owner),
                detail: None,
                late: false,
            }));
        }
        Standing::Ended(..) => stops.push(Stop {
            class: "end",
            key: "cases-road-end",
            name: if view.party == Party::Association || view.guest.is_some() {
                words.t("cases-standing-ended")
            } else {
                words.case_standing(&state.standing, state.route)
            },
            who: String::new(),
            detail: None,
            late: false,
        }),
    }
    stops
}

/// The steps that come when all goes well, each once.
fn ahead<'r>(state: &State<'r>) -> Vec<&'r Step> {
    const WELL: [Outcome; 7] = [
        Outcome::Done,
        Outcome::Granted,
        Outcome::GrantedUnderConditions,
        Outcome::Accepted,
        Outcome::Ready,
        Outcome::Met,
        Outcome::Continue,
    ];
    let Some(mut step) = state.step() else { return Vec::new() };
    let mut known: BTreeSet<&StepCode> = BTreeSet::from([&step.code]);
    let mut ahead = Vec::new();
    while let Some(Next::Step(code)) = WELL.iter().find_map(|it| step.outcomes.get(it)) {
        match state.route.step(code).filter(|it| known.insert(&it.code)) {
            Some(next) => {
                ahead.push(next);
                step = next;
            }
            None => break,
        }
    }
    ahead
}
