//! How long each step of a file was open: what the events come to for whoever counts.

use std::{collections::BTreeMap, num::NonZeroU16};

use jiff::civil::Date;

use super::{
    Event, Standing, State,
    apply::{apply, start},
};
use crate::{
    RouteCode, StepCode,
    routes::{Outcome, RouteSet, coded::coded},
};

coded! {
    /// How a time in a step came to its end.
    SpellEnd {
        /// The step was done, whichever way.
        Done = "done",
        /// The file went back to an earlier step.
        Back = "back",
        /// The file moved to another road.
        Moved = "moved",
        /// The road ended in this step without it being done: somebody withdrew, or another
        /// municipality took the person on.
        Left = "left",
    }
}

/// One time that a step was open. A file that comes back to a step has another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepSpell {
    /// The road, and its version when the step opened.
    pub route: (RouteCode, NonZeroU16),
    /// The step.
    pub step: StepCode,
    /// The word for its kind.
    pub kind: &'static str,
    /// The first day.
    pub opened: Date,
    /// The last day by its term, as it stood when the step ended or stands now.
    pub due: Option<Date>,
    /// Days the file rested meanwhile, up to its end or up to the rest that lasts.
    pub rested: i32,
    /// Since when it rests, when it does.
    pub rests_since: Option<Date>,
    /// The day it ended, and how; `None` while it is open.
    pub ended: Option<(Date, SpellEnd)>,
    /// How the step was done.
    pub outcome: Option<Outcome>,
}

impl StepSpell {
    /// Days it has been open, those the file rested left out.
    pub fn days(&self, today: Date) -> i32 {
        let days = |from: Date, to: Date| from.until(to).map_or(0, |it| it.get_days()).max(0);
        let until = self.ended.map_or(today, |(on, _)| on);
        let rests = self.rests_since.map_or(0, |since| days(since, until));
        (days(self.opened, until) - self.rested - rests).max(0)
    }
}

/// Walks the events and notes each step that opens and ends. What was struck out is left away. Events
/// that their road does not allow end the walk; [`super::CaseFile::read`] has refused them before.
pub(super) fn spells(
    routes: &RouteSet,
    events: &[Event],
    struck: &BTreeMap<u32, u32>,
) -> Vec<StepSpell> {
    let Some((first, rest)) = events.split_first() else { return Vec::new() };
    let Ok(mut state) = start(routes, first) else { return Vec::new() };
    let mut all = Vec::new();
    let mut now = open(&state);
    for event in rest.iter().filter(|it| !struck.contains_key(&it.number)) {
        let (done, road) = (state.passed.len(), state.route.code.clone());
        if let Some(now) = &mut now {
            up_to_date(now, &state);
        }
        if apply(routes, &mut state, event).is_err() {
            break;
        }
        let passed = state.passed.len() > done;
        let goes_on = now.as_ref().is_some_and(|now| {
            !passed
                && road == state.route.code
                && state.open().is_some_and(|it| it.step == now.step && it.since == now.opened)
        });
        if goes_on {
            continue;
        }
        if let Some(mut spell) = now.take() {
            let end = if passed {
                SpellEnd::Done
            } else if road != state.route.code {
                SpellEnd::Moved
            } else if state.open().is_none() {
                SpellEnd::Left
            } else {
                SpellEnd::Back
            };
            spell.ended = Some((event.on, end));
            spell.outcome = state.passed.last().filter(|_| passed).map(|it| it.outcome);
            all.push(spell);
        }
        now = open(&state);
    }
    if let Some(mut now) = now {
        up_to_date(&mut now, &state);
        all.push(now);
    }
    all
}

fn open(state: &State<'_>) -> Option<StepSpell> {
    let (open, step) = (state.open()?, state.step()?);
    Some(StepSpell {
        route: (state.route.code.clone(), state.route.version),
        step: open.step.clone(),
        kind: step.kind.code(),
        opened: open.since,
        due: state.due(),
        rested: open.rested,
        rests_since: None,
        ended: None,
        outcome: None,
    })
}

fn up_to_date(spell: &mut StepSpell, state: &State<'_>) {
    let Some(open) = state.open() else { return };
    spell.due = state.due();
    spell.rested = open.rested;
    spell.rests_since = match &state.standing {
        Standing::Paused(_, rest) => Some(rest.since),
        Standing::UnderWay(_) | Standing::Ended(..) => None,
    };
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};

    use super::*;
    use crate::{
        Phrase,
        access::Party,
        cases::{
            Act, CaseFile,
            tests::{of, step},
        },
        routes::tests::sound,
    };

    const FIRST: Date = date(2026, 1, 5);

    fn walked(acts: &[(i8, Party, Act)]) -> Vec<StepSpell> {
        let routes = RouteSet::new(vec![sound()]).unwrap();
        let today = date(2026, 12, 31);
        let at = Timestamp::UNIX_EPOCH;
        let route = &routes.all()[0];
        let mut file =
            CaseFile::begin(&routes, route, of(Party::Provider), (FIRST, today), at).unwrap();
        for (day, party, act) in acts {
            let on = date(2026, 2, *day);
            file.act(act.clone(), of(*party), (on, today), at).unwrap();
        }
        file.spells()
    }

    fn done(name: &str) -> Act {
        Act::StepEnded { step: step(name), outcome: Outcome::Done, note: None }
    }

    fn reason() -> Phrase {
        Phrase::new("genoeg").unwrap()
    }

    #[test]
    fn a_step_that_is_done_makes_place_for_the_next() {
        let spells = walked(&[(2, Party::Provider, done("talk"))]);
        let [first, second] = &spells[..] else { panic!("{spells:?}") };
        assert_eq!(first.ended, Some((date(2026, 2, 2), SpellEnd::Done)));
        assert_eq!((first.outcome, first.days(date(2026, 9, 1))), (Some(Outcome::Done), 28));
        assert_eq!((second.opened, second.ended), (date(2026, 2, 2), None));
        assert_eq!(second.days(date(2026, 2, 12)), 10);
    }

    #[test]
    fn days_of_rest_are_left_out_also_while_the_rest_lasts() {
        let until = date(2026, 3, 1);
        let pause = || Act::Paused { reason: reason(), until };
        let rests = walked(&[(2, Party::Provider, pause())]);
        assert_eq!((rests[0].rested, rests[0].rests_since), (0, Some(date(2026, 2, 2))));
        assert_eq!(rests[0].days(date(2026, 2, 20)), 28);
        let on = [
            (2, Party::Provider, pause()),
            (9, Party::Provider, Act::Resumed),
            (11, Party::Provider, done("talk")),
        ];
        let spells = walked(&on);
        assert_eq!((spells[0].rested, spells[0].rests_since), (7, None));
        assert_eq!(spells[0].days(date(2026, 9, 1)), 37 - 7);
    }

    #[test]
    fn who_withdraws_left_the_step_undone() {
        let out = Act::Withdrawn { reason: reason() };
        let spells = walked(&[(2, Party::Participant, out)]);
        assert_eq!(spells.len(), 1);
        assert_eq!(spells[0].ended, Some((date(2026, 2, 2), SpellEnd::Left)));
        assert_eq!(spells[0].outcome, None);
    }

    #[test]
    fn what_was_struck_out_never_happened() {
        let strike = Act::StruckOut { event: 2, reason: reason() };
        let spells = walked(&[(2, Party::Provider, done("talk")), (3, Party::Provider, strike)]);
        assert_eq!(spells.len(), 1);
        assert_eq!((spells[0].opened, spells[0].ended), (FIRST, None));
    }
}
