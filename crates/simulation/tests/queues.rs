//! The chain set up so that it is a queue of which the answer is known in closed form.

#![expect(clippy::unwrap_used, reason = "a helper of tests may fail like a test")]

mod support;

use sleutel_simulation::{Horizon, Model, Run, State, Tenancy, survival::estimate};
use support::{FOR_EVER, group, housing_first, model, omslag};

const SECONDS: u64 = 31_557_600;
const YEAR: f64 = SECONDS as f64;
const LEAVES_HOME: Tenancy = Tenancy { leaves_per_year: 50.0, ..FOR_EVER };

fn run(model: &Model, years: u32) -> Run {
    model.run(Horizon { years, wait_within_years: 1.0, seed: 20_261_122 }, 0).unwrap()
}

#[track_caller]
fn close(found: f64, expected: f64, within: f64) {
    let off = (found / expected - 1.0).abs();
    assert!(off < within, "{found} and not {expected}: off by {off}");
}

/// Chance of having to wait with `servers` and an offered load, by Erlang's C formula.
fn erlang_c(servers: u32, load: f64) -> f64 {
    let blocked =
        (1..=servers).fold(1.0, |blocked, n| load * blocked / (f64::from(n) + load * blocked));
    let busy = load / f64::from(servers);
    blocked / (1.0 - busy * (1.0 - blocked))
}

/// Person-years in a state, per year.
fn mean_in(run: &Run, state: State, from_year: usize) -> f64 {
    let years = run.person_years.iter().skip(from_year);
    years.clone().map(|by_state| by_state[state as usize]).sum::<f64>() / years.count() as f64
}

fn share_that_waited(run: &Run) -> f64 {
    1.0 - estimate(&run.waits, 0).unwrap().by_event
}

fn mean_wait_years(run: &Run) -> f64 {
    estimate(&run.waits, SECONDS).unwrap().mean / YEAR
}

/// Four homes that come back when somebody moves on, at 50 a year each; 160 people a year.
fn four_homes() -> Model {
    let mut city = model(vec![group(160.0)]);
    city.homes_at_start = vec![4];
    city.homes_back_share = 1.0;
    city.groups[0].policy = housing_first(LEAVES_HOME);
    city
}

#[test]
fn homes_that_come_back_are_the_servers_of_a_queue() {
    let run = run(&four_homes(), 2_000);
    let chance = erlang_c(4, 3.2);
    close(chance, 0.5964, 1e-3);
    close(share_that_waited(&run), chance, 0.02);
    close(mean_wait_years(&run), chance / (4.0 * 50.0 - 160.0), 0.05);
    close(mean_in(&run, State::OwnLease, 0), 3.2, 0.02);
}

#[test]
fn support_that_ends_with_conversion_is_the_server_of_a_queue() {
    let mut city = model(vec![group(160.0)]);
    city.homes_at_start = vec![30];
    city.homes_back_share = 1.0;
    city.support_hours = 4.0;
    let tenancy = Tenancy { leaves_per_year: 50.0, ..FOR_EVER };
    // Support ends by conversion at 150 or by leaving at 50: 200 a year; homes are never short.
    city.groups[0].policy = omslag(tenancy, 150.0);
    city.groups[0].arrivals_per_year = 640.0;
    let run = run(&city, 500);
    let chance = erlang_c(4, 3.2);
    close(share_that_waited(&run), chance, 0.02);
    close(mean_wait_years(&run), chance / (4.0 * 200.0 - 640.0), 0.05);
    close(mean_in(&run, State::ProviderLease, 0), 3.2, 0.02);
    close(mean_in(&run, State::OwnLease, 0), 640.0 * 0.75 / 50.0, 0.02);
}

#[test]
fn without_a_limit_it_is_a_queue_with_servers_without_end() {
    let mut city = model(vec![group(400.0)]);
    city.homes_at_start = vec![200];
    city.homes_back_share = 1.0;
    city.groups[0].policy = housing_first(LEAVES_HOME);
    let run = run(&city, 500);
    close(mean_in(&run, State::OwnLease, 0), 8.0, 0.02);
    close(1.0 + mean_in(&run, State::Outside, 0), 1.0, 1e-9);
}

/// Who waits and never gets a home leaves at a rate: all who wait are Poisson with mean 12, of
/// whom at most 10 are in shelter.
#[test]
fn shelter_fills_as_a_limited_part_of_a_poisson_number() {
    let mut city = model(vec![group(240.0)]);
    city.groups[0].places = [1.0, 0.0, 0.0, 0.0];
    city.places = [10, 0];
    city.family_share = 0.25;
    city.leaves_waiting_per_year = 20.0;
    let run = run(&city, 2_000);
    let (mut chance, mut sheltered) = ((-12_f64).exp(), 0.0);
    for number in 1..60 {
        chance *= 12.0 / f64::from(number);
        sheltered += chance * f64::from(number.min(10));
    }
    close(mean_in(&run, State::Shelter, 0), sheltered, 0.01);
    close(mean_in(&run, State::Family, 0), 0.25 * (12.0 - sheltered), 0.06);
    close(mean_in(&run, State::Outside, 0), 0.75 * (12.0 - sheltered), 0.06);
}

#[test]
fn littles_law_holds_for_who_waits() {
    for (arrivals, seed) in [(100.0, 1), (160.0, 2), (190.0, 3)] {
        let mut city = four_homes();
        city.groups[0].arrivals_per_year = arrivals;
        let horizon = Horizon { years: 400, wait_within_years: 1.0, seed };
        let run = city.run(horizon, 0).unwrap();
        let waited: u64 = run.waits.iter().map(|spell| spell.length).sum();
        let rate = run.waits.len() as f64 / 400.0;
        let mean = waited as f64 / YEAR / run.waits.len() as f64;
        close(mean_in(&run, State::Outside, 0), rate * mean, 1e-9);
        close(rate, arrivals, 0.03);
    }
}

/// Losing the home sends 0.6 of 1 back to the line: 160 a year become 400 (Jackson's network).
#[test]
fn people_who_come_back_load_the_queue_as_in_an_open_network() {
    let mut city = four_homes();
    city.homes_at_start = vec![10];
    city.groups[0].policy = housing_first(Tenancy {
        lost_per_year: [30.0; 3],
        leaves_per_year: 20.0,
        returns_share: 1.0,
    });
    let run = run(&city, 500);
    let chance = erlang_c(10, 8.0);
    close(mean_in(&run, State::OwnLease, 0), 8.0, 0.02);
    close(mean_in(&run, State::Outside, 0), chance * 8.0 / (10.0 - 8.0), 0.08);
}

/// Homes lost at 0.5, 0.25 and 0.1 a year: kept as the exponential of what has added up.
#[test]
fn homes_are_kept_as_the_rates_of_the_years_say() {
    let mut city = model(vec![group(2_000.0)]);
    city.homes_per_year = vec![1e6];
    city.groups[0].policy = housing_first(Tenancy {
        lost_per_year: [0.5, 0.25, 0.1],
        leaves_per_year: 0.3,
        returns_share: 0.0,
    });
    let run = run(&city, 12);
    // Leaving is no loss: what is lost by a moment stops at leaving too.
    let lost_by = |year: u64| estimate(&run.stays, year * SECONDS).unwrap().by_event;
    let part = |rate: f64| rate / (rate + 0.3) * (1.0 - (-(rate + 0.3)).exp());
    let first = part(0.5);
    let second = first + (-0.8_f64).exp() * part(0.25);
    let third = second + (-0.8_f64 - 0.55).exp() * part(0.1);
    close(lost_by(1), first, 0.02);
    close(lost_by(2), second, 0.02);
    close(lost_by(3), third, 0.02);
}

/// Steps of a mean of half a year from which people fall at 1 a year: an attempt succeeds at 2 of
/// 3, and lasts a third of a year either way, so the climb takes half a year in all.
#[test]
fn the_steps_take_as_long_as_their_attempts_together() {
    use sleutel_simulation::{Policy, Staircase};
    let mut city = model(vec![group(1_000.0)]);
    city.places = [100_000, 0];
    city.homes_at_start = vec![20_000];
    city.groups[0].policy = Policy::Staircase(Staircase {
        climb_years: 0.5,
        falls_per_year: 1.0,
        tenancy: FOR_EVER,
        support_ends_per_year: 1.0,
        support_hours: 1.0,
    });
    let run = run(&city, 15);
    let wait = estimate(&run.waits, 8 * SECONDS).unwrap().mean / YEAR;
    close(wait, 0.5, 0.03);
    close(mean_in(&run, State::Shelter, 4), 500.0, 0.03);
}
