//! Figures of two outcomes with the difference between them.

use sleutel_domain::placement::{Bound, BoundUse, Proposal};
use sleutel_words::Words;

use super::{
    names::Names,
    summary::{has_figure, what},
};

/// A figure of both and the difference.
#[derive(Debug)]
pub(super) struct Difference {
    pub name: String,
    pub from: String,
    pub to: String,
    pub difference: String,
}

impl Difference {
    pub(super) fn of(words: Words, name: String, from: i64, to: i64) -> Self {
        Self {
            name,
            from: words.number(from),
            to: words.number(to),
            difference: signed(words, to.saturating_sub(from)),
        }
    }
}

fn signed(words: Words, difference: i64) -> String {
    match difference {
        0 => words.t("rounds-compare-same"),
        1.. => format!("+{}", words.number(difference)),
        i64::MIN..=-1 => words.number(difference),
    }
}

/// The goals in order. A goal whose figure means nothing to a reader says only whether it
/// is the same.
pub(super) fn goals(words: Words, from: &Proposal, to: &Proposal) -> Vec<Difference> {
    to.goals
        .iter()
        .filter_map(|after| {
            let before = from.goals.iter().find(|it| it.goal == after.goal)?;
            let difference = after.reached.saturating_sub(before.reached);
            let name = words.name(&after.goal);
            Some(Difference {
                name,
                from: what(words, before),
                to: what(words, after),
                difference: if has_figure(after.goal) || difference == 0 {
                    signed(words, difference)
                } else {
                    words.t("rounds-compare-other")
                },
            })
        })
        .collect()
}

/// Groups and associations of which the one gives more homes than the other.
pub(super) fn bounds(
    words: Words,
    names: &Names<'_>,
    from: &Proposal,
    to: &Proposal,
) -> Vec<Difference> {
    let counted = |it: &&BoundUse| matches!(it.bound, Bound::Group(_) | Bound::Association(_));
    to.bounds
        .iter()
        .filter(counted)
        .filter_map(|after| {
            let before = from.bounds.iter().find(|it| it.bound == after.bound)?;
            let (given, gives) = (
                before.after.saturating_sub(before.before),
                after.after.saturating_sub(after.before),
            );
            (given != gives).then(|| {
                let name = words.bound(&after.bound, names);
                Difference::of(words, name, given.into(), gives.into())
            })
        })
        .collect()
}
