//! Looking ahead: what waiting, room and shares are expected to be worth later.
//!
//! Homes come every week and the year is long. A round that only looks at itself gives
//! a home to whoever fits it best today, also when that household can expect a home
//! that fits it far better next month and the neighbour cannot. So from what a round
//! expects ([`Ahead`]) a few futures are drawn, each is shared out as one matching, and
//! the prices of those matchings are averaged. In the round they count against giving a
//! home now, within the goal of the fit and nowhere else: see
//! `docs/decisions/0009-looking-ahead.md`.
//!
//! Everything is whole numbers, and chance comes from the round's seed alone.

mod draw;
mod future;
mod imagined;
mod marginal;

use sleutel_domain::placement::{Ahead, AheadPrices, RoundInput};

use draw::Stream;
use future::Future;
use imagined::Imagined;

/// What each household, part of the city and group would be worth later, on average
/// over the futures; by their place in the input.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Worth {
    pub(crate) waiting: Vec<i64>,
    pub(crate) areas: Vec<i64>,
    pub(crate) groups: Vec<i64>,
}

/// The prices a round counts with; `None` when it does not look ahead.
///
/// # Panics
/// When the input has contradictions.
pub(crate) fn prices(input: &RoundInput) -> Option<AheadPrices> {
    let ahead = input.ahead.as_ref()?;
    Some(listed(input, &worth(input, ahead)))
}

fn worth(input: &RoundInput, ahead: &Ahead) -> Worth {
    let imagined = Imagined::new(input, ahead);
    let mut sum = Worth {
        waiting: vec![0; input.candidates.len()],
        areas: vec![0; input.nodes.len()],
        groups: vec![0; input.groups.len()],
    };
    for number in 0..ahead.futures {
        let drawn = Future::draw(&imagined, &mut Stream::new(input.seed, number)).worth(&imagined);
        add(&mut sum.waiting, &drawn.waiting);
        add(&mut sum.areas, &drawn.areas);
        add(&mut sum.groups, &drawn.groups);
    }
    let futures = i64::from(ahead.futures);
    for all in [&mut sum.waiting, &mut sum.areas, &mut sum.groups] {
        all.iter_mut().for_each(|it| *it = (*it + futures / 2) / futures);
    }
    sum
}

fn add(sum: &mut [i64], more: &[i64]) {
    sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}

/// Nobody with a ground is asked to wait for something better.
fn listed(input: &RoundInput, worth: &Worth) -> AheadPrices {
    fn above_nothing<'a, T, C>(
        of: &'a [T],
        worth: &'a [i64],
        code: impl Fn(&'a T) -> C,
    ) -> Vec<(C, i32)> {
        let priced = of.iter().zip(worth).filter(|&(_, &price)| price > 0);
        priced.map(|(it, &price)| (code(it), i32::try_from(price).unwrap_or(i32::MAX))).collect()
    }
    let without_ground: Vec<_> = input
        .candidates
        .iter()
        .zip(&worth.waiting)
        .map(|(it, &price)| if it.ground.counts(input.date) { 0 } else { price })
        .collect();
    AheadPrices {
        waiting: above_nothing(&input.candidates, &without_ground, |it| it.reference.clone()),
        areas: above_nothing(&input.nodes, &worth.areas, |it| it.place.clone()),
        groups: above_nothing(&input.groups, &worth.groups, |it| it.code.clone()),
    }
}
