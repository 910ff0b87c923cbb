use sleutel_domain::placement::{Goal, Proposal, RoundInput};

use crate::{
    Violation, counts,
    lines::{Placed, weeks},
    rungs,
};

/// What each goal reached, added up again, and no goal past its own bound.
pub(crate) fn check(
    input: &RoundInput,
    proposal: &Proposal,
    placed: &[Placed<'_>],
    found: &mut Vec<Violation>,
) {
    let mut reported = proposal.goals.iter();
    for goal in Goal::ALL {
        let Some(line) = reported.next().filter(|line| line.goal == goal) else {
            found.push(Violation::GoalMissing(goal));
            continue;
        };
        let actual = reached(input, placed, goal);
        if actual != line.reached {
            found.push(Violation::Goal { goal, reported: line.reached, actual });
        }
        let past = match goal {
            Goal::Floors => line.reached < line.bound,
            Goal::Pins
            | Goal::Ground
            | Goal::Comparable
            | Goal::HomesUsed
            | Goal::Fit
            | Goal::Waiting
            | Goal::Spread
            | Goal::Lot => line.reached > line.bound,
        };
        if past {
            let (reached, bound) = (line.reached, line.bound);
            found.push(Violation::Bound { goal, reached, bound });
        }
    }
}

fn reached(input: &RoundInput, placed: &[Placed<'_>], goal: Goal) -> i64 {
    let sum = |of: &dyn Fn(&Placed<'_>) -> i64| placed.iter().map(of).sum::<i64>();
    match goal {
        Goal::Pins => sum(&|one| i64::from(one.pinned)),
        Goal::Floors => {
            let bounds = counts::given(input, placed).into_iter();
            let short = bounds
                .map(|(_, agreed, given)| i64::from(agreed.due(input.date).saturating_sub(given)));
            short.sum()
        }
        Goal::Ground => sum(&|one| i64::from(one.candidate.ground.counts(input.date))),
        Goal::Comparable => rungs::comparable(input, placed),
        Goal::HomesUsed => sum(&|_| 1),
        Goal::Fit => sum(&|one| i64::from(one.line.fit.total())),
        Goal::Waiting => sum(&|one| i64::from(weeks(input, one.candidate).min(520))),
        Goal::Spread => rungs::spread(input, placed),
        Goal::Lot => sum(&|one| rungs::lot(input.seed, one.candidate.reference.as_str())),
    }
}
