//! How long a round takes: a week of a city (4,000 waiting, 150 homes), a year at
//! once (4,000 waiting, 1,800 homes).

#[path = "../tests/support/mod.rs"]
mod support;

use divan::{Bencher, black_box};
use sleutel_domain::placement::RoundInput;
use sleutel_placement::{Judge, SolvedRound, first_change, propose, standings};
use support::{Shape, town, with_limits};

fn main() {
    divan::main();
}

fn city(homes: usize) -> RoundInput {
    let shape = Shape {
        people: 4_000,
        homes,
        neighbourhoods: 60,
        groups: 19,
        unknown: 3,
        fixings: 10,
        slack: 2,
    };
    town(1, shape)
}

const SIZES: [usize; 2] = [150, 1_800];

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn proposing(bencher: Bencher, homes: usize) {
    let input = city(homes);
    bencher.bench_local(|| black_box(propose(&input)));
}

/// With support loads, targets of associations, main groups and households that move
/// together.
#[divan::bench(args = [150], sample_count = 3, sample_size = 1)]
fn proposing_within_limits(bencher: Bencher, homes: usize) {
    let input = with_limits(city(homes), 1);
    bencher.bench_local(|| black_box(propose(&input)));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn solving_without_reasons(bencher: Bencher, homes: usize) {
    let input = city(homes);
    bencher.bench_local(|| black_box(SolvedRound::new(&input).is_ok()));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn judging_every_pair(bencher: Bencher, homes: usize) {
    let input = city(homes);
    bencher.bench_local(|| black_box(standings(&input)));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn preparing_to_judge(bencher: Bencher, homes: usize) {
    let input = city(homes);
    bencher.bench_local(|| black_box(Judge::new(&input).standing(0)));
}

/// The first change for one household not placed, the round solved anew.
#[divan::bench(args = [150], sample_count = 3, sample_size = 1)]
fn looking_for_the_first_change(bencher: Bencher, homes: usize) {
    let input = city(homes);
    if let Ok(proposal) = propose(&input) {
        let somebody = proposal.unplaced.iter().rev().find(|unplaced| unplaced.possible > 0);
        if let Some(unplaced) = somebody {
            bencher.bench_local(|| black_box(first_change(&input, &proposal, &unplaced.candidate)));
        }
    }
}
