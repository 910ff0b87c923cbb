//! What a proposal reached, in words and as a small picture.

use sleutel_domain::placement::{FixingKind, Goal, GoalReached, Proposal, RoundInput};
use sleutel_words::Words;

/// A goal with what it reached.
#[derive(Debug, Clone)]
pub(super) struct Reached {
    pub name: String,
    pub what: String,
    /// Whether more is possible, and how much more at most.
    pub bound: String,
    pub proven: bool,
    pub bar: Option<GoalBar>,
}

/// What a goal reached out of what there is, drawn 100 wide. The words beside it say the
/// same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct GoalBar {
    /// Width of what is reached.
    pub done: u32,
    /// Width of what might still be possible.
    pub perhaps: u32,
}

impl GoalBar {
    fn new(done: i64, bound: i64, all: i64) -> Option<Self> {
        let all = all.max(bound).max(done);
        if all <= 0 {
            return None;
        }
        let part = |of: i64| u32::try_from(of.clamp(0, all) * 100 / all).unwrap_or(0);
        let done_width = part(done);
        Some(Self { done: done_width, perhaps: part(bound.max(done)) - done_width })
    }
}

/// The goals in order with what each reached.
pub(super) fn goals(words: Words, input: &RoundInput, proposal: &Proposal) -> Vec<Reached> {
    proposal
        .goals
        .iter()
        .map(|it| Reached {
            name: words.name(&it.goal),
            what: what(words, &shown(proposal, it)),
            bound: bound(words, it),
            proven: it.reached == it.bound,
            bar: bar(input, it),
        })
        .collect()
}

/// A goal with the figure a reader means. Of the fit the points of the pairs themselves:
/// what is counted for later says nothing about how well people will live.
fn shown(proposal: &Proposal, it: &GoalReached) -> GoalReached {
    if it.goal == Goal::Fit && proposal.ahead.is_some() {
        let points = proposal.placements.iter().map(|it| i64::from(it.fit.now()));
        return GoalReached { reached: points.sum(), ..*it };
    }
    *it
}

/// What a goal reached, in a sentence.
pub(super) fn what(words: Words, it: &GoalReached) -> String {
    match key(it.goal) {
        (key, true) => words.t_with(key, &[("count", it.reached.into())]),
        (key, false) => words.t(key),
    }
}

/// The key of what a goal reached, and whether its figure means something to a reader.
fn key(goal: Goal) -> (&'static str, bool) {
    match goal {
        Goal::Pins => ("rounds-reached-pins", true),
        Goal::Floors => ("rounds-reached-floors", true),
        Goal::Ground => ("rounds-reached-ground", true),
        Goal::Comparable => ("rounds-reached-comparable", false),
        Goal::HomesUsed => ("rounds-reached-homes-used", true),
        Goal::Fit => ("rounds-reached-fit", true),
        Goal::Waiting => ("rounds-reached-waiting", true),
        Goal::Spread => ("rounds-reached-spread", false),
        Goal::Lot => ("rounds-reached-lot", false),
    }
}

/// Whether the figure of a goal means something to a reader.
pub(super) fn has_figure(goal: Goal) -> bool {
    key(goal).1
}

/// How much better it could be at most. Only where the bound is reached it says that it
/// cannot be better.
fn bound(words: Words, it: &GoalReached) -> String {
    let gap = it.bound.abs_diff(it.reached);
    if gap == 0 {
        return words.t_with("rounds-goal-best", &[("goal", it.goal.code().into())]);
    }
    let size = it.bound.unsigned_abs().max(it.reached.unsigned_abs()).max(1);
    let permille = gap.saturating_mul(1000).div_ceil(size);
    let share = f64::from(u32::try_from(permille).unwrap_or(u32::MAX)) / 1000.0;
    words.t_with(
        "rounds-goal-gap",
        &[
            ("goal", it.goal.code().into()),
            ("gap", i64::try_from(gap).unwrap_or(i64::MAX).into()),
            ("share", words.percent(share, 1).into()),
        ],
    )
}

/// Out of how much, where that is known and the figure means something.
fn bar(input: &RoundInput, it: &GoalReached) -> Option<GoalBar> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let all = match it.goal {
        Goal::Pins => count(input.fixings.iter().filter(|it| it.kind == FixingKind::Pin).count()),
        Goal::Floors => {
            // What is short is told; the picture shows what of the floors is kept.
            let groups = input.groups.iter().map(|it| it.agreed);
            let due: i64 = groups
                .chain(input.associations.iter().map(|it| it.agreed))
                .chain(input.nodes.iter().map(|it| it.agreed))
                .map(|it| i64::from(it.due(input.date)))
                .sum();
            return GoalBar::new(due - it.reached, due - it.bound, due);
        }
        Goal::HomesUsed => count(input.homes.len()),
        Goal::Ground | Goal::Fit | Goal::Waiting => it.bound,
        Goal::Comparable | Goal::Spread | Goal::Lot => return None,
    };
    GoalBar::new(it.reached, it.bound, all)
}

#[cfg(test)]
mod tests {
    use sleutel_domain::access::Language;

    use super::*;

    fn check(goal: Goal, reached: i64, best: i64, expected: &str) {
        let reached = GoalReached { goal, reached, bound: best };
        assert_eq!(bound(Words::new(Language::English), &reached), expected);
    }

    #[test]
    fn only_a_bound_that_is_reached_is_called_the_best() {
        check(Goal::HomesUsed, 1624, 1624, "More is not possible.");
        check(Goal::Floors, 3, 3, "Fewer is not possible.");
        check(Goal::Spread, -40, -40, "Better is not possible.");
    }

    #[test]
    fn what_might_still_be_possible_is_told_with_its_share() {
        check(Goal::Fit, 11_988, 12_000, "At most 12 points more might be possible (0.1%).");
        check(Goal::HomesUsed, 99, 100, "At most 1 home more might be possible (1.0%).");
        check(Goal::Floors, 4, 2, "At most 2 homes fewer might be possible (50.0%).");
        check(Goal::Spread, -41, -40, "Slightly better might be possible (at most 2.5%).");
    }

    #[test]
    fn a_picture_is_never_wider_than_its_frame_and_shows_what_is_not_proven() {
        assert_eq!(GoalBar::new(90, 95, 100), Some(GoalBar { done: 90, perhaps: 5 }));
        assert_eq!(GoalBar::new(7, 7, 7), Some(GoalBar { done: 100, perhaps: 0 }));
        assert_eq!(GoalBar::new(120, 130, 100), Some(GoalBar { done: 92, perhaps: 8 }));
        assert_eq!(GoalBar::new(0, 0, 0), None);
    }
}
