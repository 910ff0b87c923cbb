//! What holds when the city is divided, and when groups have roads of their own.

#![expect(clippy::unwrap_used, reason = "a helper of tests may fail like a test")]

mod support;

use proptest::prelude::*;
use sleutel_simulation::{
    Areas, Assumptions, Cut, Group, Horizon, Measure, Model, Outcome, Part, PolicyName, Run, State,
    Study, Tenancy, Variant,
};
use support::{FOR_EVER, group, housing_first, model, omslag};

const LEAVES: Tenancy = Tenancy { leaves_per_year: 2.0, ..FOR_EVER };

fn study(variants: Vec<Variant>, table: &Assumptions) -> Outcome {
    let horizon = Horizon { years: 5, wait_within_years: 1.0, seed: 11 };
    let study = Study { variants, horizon, replications: 20, uncertain: true, threads: 2 };
    study.run(table).unwrap()
}

fn divided(areas: &[&str]) -> Assumptions {
    let areas = areas.iter().map(|it| (*it).to_owned()).collect();
    Assumptions::of(Assumptions::city().groups().to_vec(), areas)
}

/// Two groups with homes of two kinds, of which some support is short.
fn city(areas: Areas) -> Model {
    let other = Group {
        with_support: false,
        kinds: vec![1.0, 2.0],
        policy: omslag(LEAVES, 1.0),
        ..group(30.0)
    };
    let supported = Group { kinds: vec![2.0, 1.0], waiting_at_start: 9, ..group(40.0) };
    let mut city = model(vec![supported, other]);
    city.groups[0].policy = housing_first(LEAVES);
    city.homes_per_year = vec![30.0, 20.0];
    city.homes_at_start = vec![3, 4];
    city.home_kept_years = 0.1;
    city.homes_back_share = 0.3;
    city.support_hours = 12.0;
    city.leaves_waiting_per_year = 0.3;
    city.areas = areas;
    city
}

fn run(model: &Model, seed: u64) -> Run {
    model.run(Horizon { years: 6, wait_within_years: 1.0, seed }, 0).unwrap()
}

/// FNV-1a over the bits of every figure that there was before there were parts.
fn print(outcome: &Outcome) -> u64 {
    let mut sum = 0xCBF2_9CE4_8422_2325_u64;
    let mut add = |bits: u64| sum = (sum ^ bits).wrapping_mul(0x0000_0100_0000_01B3);
    for it in outcome.variants.iter().flatten() {
        [it.totals.entered, it.totals.left, it.totals.events].into_iter().for_each(&mut add);
        it.totals.by_state.into_iter().for_each(&mut add);
        add(it.person_years.to_bits());
        for year in &it.years {
            let figures = Measure::ALL.into_iter().map(|measure| year.get(measure));
            figures.for_each(|it| add(it.map_or(1, f64::to_bits)));
        }
    }
    sum
}

/// A what-if that is kept has to come out the same years later: who changes the recipe changes this
/// number, and the name of the engine with it.
#[test]
fn a_city_that_is_not_divided_comes_out_to_the_last_bit_as_it_always_did() {
    let outcome = study(PolicyName::ROADS.map(Variant::from).to_vec(), &Assumptions::city());
    assert_eq!(print(&outcome), PINNED);
}

const PINNED: u64 = 13_304_754_257_598_087_106;

#[test]
fn a_mix_in_which_all_go_one_road_is_that_road_exactly() {
    for road in PolicyName::ROADS {
        let mut table = divided(&["noord", "zuid"]);
        for group in Assumptions::city().groups() {
            table.set_road(&group.code, road).unwrap();
        }
        let outcome = study(vec![road.into(), PolicyName::Mixed.into()], &table);
        assert_eq!(outcome.variants[0], outcome.variants[1], "{road:?}");
    }
}

#[test]
fn the_road_of_one_group_leaves_who_comes_as_they_are() {
    let mut table = Assumptions::city();
    table.set_road("young", PolicyName::HousingFirst).unwrap();
    let outcome = study(vec![PolicyName::Omslag.into(), PolicyName::Mixed.into()], &table);
    let [before, after] = [0, 1].map(|variant: usize| &outcome.variants[variant]);
    for (one, other) in before.iter().zip(after) {
        let entered = |it: &sleutel_simulation::Replication| it.sum(Measure::Entered).unwrap();
        assert!((entered(one) - entered(other)).abs() < 0.5);
    }
    // On an own lease from the first day, and only this group.
    let own = outcome.difference(1, 0, 2, Measure::OwnLease).unwrap();
    assert!(own.low > 0.0, "{own:?}");
}

#[test]
fn prevention_for_one_group_keeps_only_its_people_from_coming() {
    let mut table = Assumptions::city();
    table.set_road("urgent", PolicyName::Prevention).unwrap();
    let variants = [PolicyName::Omslag, PolicyName::Mixed, PolicyName::Prevention];
    let outcome = study(variants.map(Variant::from).to_vec(), &table);
    let entered = |variant: usize| {
        let it = outcome.variants[variant].iter();
        it.map(|it| it.sum(Measure::Entered).unwrap()).sum::<f64>()
    };
    assert!(entered(2) < entered(1) && entered(1) < entered(0));
}

/// Hours are used as they are: 9 hours is three people with three hours each, or four with two.
#[test]
fn support_is_counted_in_the_hours_each_group_gets() {
    let with = |hours| {
        sleutel_simulation::Policy::HousingFirst(sleutel_simulation::HousingFirst {
            tenancy: FOR_EVER,
            support_ends_per_year: 0.0,
            support_hours: hours,
        })
    };
    let supported = |first: f64, second: f64| {
        let mut city = model(vec![group(first), group(second)]);
        city.groups[0].policy = with(3.0);
        city.groups[1].policy = with(2.0);
        city.homes_per_year = vec![1_000.0];
        city.support_hours = 9.0;
        run(&city, 5).years[5].get(Measure::Supported).unwrap()
    };
    assert!((supported(40.0, 0.0) - 3.0).abs() < 1e-9);
    assert!((supported(0.0, 40.0) - 4.0).abs() < 1e-9);
    let both = supported(40.0, 40.0);
    assert!((3.0..=4.0).contains(&both), "{both}");
}

/// Two areas in which nobody would take a home elsewhere are two queues with one server each: homes
/// that come free are its service, since none is kept.
#[test]
fn two_areas_without_anybody_who_would_live_anywhere_are_two_queues() {
    let mut city = model(vec![group(40.0)]);
    city.homes_per_year = vec![100.0];
    city.home_kept_years = 0.0;
    city.areas = Areas { homes: vec![1.0, 3.0], wanted: vec![1.0, 1.0], anywhere_share: 0.0 };
    let years = 4_000;
    let run = city.run(Horizon { years, wait_within_years: 1.0, seed: 3 }, 0).unwrap();
    let mean = |area: usize| {
        run.areas.iter().map(|it| it[area].waiting.unwrap()).sum::<f64>() / f64::from(years)
    };
    let waited = |area: usize| {
        let known: Vec<f64> = run.areas.iter().filter_map(|it| it[area].time_waited).collect();
        known.iter().sum::<f64>() / known.len() as f64
    };
    for (area, served) in [(0, 25.0), (1, 75.0)] {
        let load: f64 = 20.0 / served;
        let expected = load / (1.0 - load);
        assert!((mean(area) / expected - 1.0).abs() < 0.08, "{area}: {}", mean(area));
        let expected = 1.0 / (served - 20.0);
        assert!((waited(area) / expected - 1.0).abs() < 0.08, "{area}: {}", waited(area));
    }
    let elsewhere = |area: usize| {
        run.areas.iter().map(|it| it[area].homes_elsewhere.unwrap()).sum::<f64>() / f64::from(years)
    };
    assert!((elsewhere(0) / 5.0 - 1.0).abs() < 0.03 && (elsewhere(1) / 55.0 - 1.0).abs() < 0.03);
}

/// Groups with a road each and support for all are queues with servers without end.
#[test]
fn two_roads_side_by_side_hold_as_many_people_as_each_would_alone() {
    let mut city = model(vec![group(200.0), group(100.0)]);
    city.groups[0].policy = omslag(LEAVES, 3.0);
    city.groups[1].policy = housing_first(LEAVES);
    city.homes_per_year = vec![100_000.0];
    let run = city.run(Horizon { years: 300, wait_within_years: 1.0, seed: 3 }, 0).unwrap();
    let mean = |state: State| {
        let years = run.person_years.iter().skip(5).map(|it| it[state as usize]);
        years.clone().sum::<f64>() / years.count() as f64
    };
    assert!((mean(State::ProviderLease) / (200.0 / 5.0) - 1.0).abs() < 0.02);
    let own = 200.0 / 5.0 * 3.0 / 2.0 + 100.0 / 2.0;
    assert!((mean(State::OwnLease) / own - 1.0).abs() < 0.02);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn parts_add_up_to_the_whole(
        homes in prop::collection::vec(0.1..1.0, 3), wanted in prop::collection::vec(0.1..1.0, 3),
        anywhere_share in 0.0..=1.0, seed: u64,
    ) {
        let run = run(&city(Areas { homes, wanted, anywhere_share }), seed);
        for ((year, groups), areas) in run.years.iter().zip(&run.groups).zip(&run.areas) {
            let sum = |of: &[Part], measure| of.iter().filter_map(|it| it.get(measure)).sum::<f64>();
            for measure in [Measure::Waiting, Measure::Housed] {
                let whole = year.get(measure).unwrap();
                prop_assert!((sum(groups, measure) - whole).abs() < 1e-9);
                prop_assert!((sum(areas, measure) - whole).abs() < 1e-9);
            }
            let elsewhere = year.get(Measure::HomesElsewhere).unwrap();
            prop_assert!((sum(areas, Measure::HomesElsewhere) - elsewhere).abs() < 1e-9);
        }
    }

    /// Where everybody would take any home, and where there is but one area, nothing is divided.
    #[test]
    fn areas_that_divide_nobody_change_nothing(share in 0.0..=1.0, seed: u64) {
        let whole = run(&city(Areas::default()), seed);
        let one = Areas { homes: vec![2.0], wanted: vec![0.5], anywhere_share: share };
        let anywhere =
            Areas { homes: vec![1.0, 2.0, 0.5], wanted: vec![1.0; 3], anywhere_share: 1.0 };
        for areas in [one, anywhere] {
            let divided = run(&city(areas), seed);
            prop_assert_eq!(&divided.years, &whole.years);
            prop_assert_eq!(divided.totals, whole.totals);
            prop_assert_eq!(&divided.groups, &whole.groups);
        }
    }

    /// A greater weight takes homes from other areas and gives none away, so where nobody would
    /// live anywhere, and homes are all there is to wait for, no fewer have got keys there by the
    /// end of any year.
    #[test]
    fn more_homes_in_an_area_never_house_fewer_there(
        weight in 0.2..1.0, more in 1.0..4.0, arrivals in 5.0..60.0, seed: u64,
    ) {
        let housed = |weight: f64| {
            let mut city = model(vec![group(arrivals)]);
            city.homes_per_year = vec![30.0];
            city.areas =
                Areas { homes: vec![0.5, weight, 0.7], wanted: vec![1.0; 3], anywhere_share: 0.0 };
            let mut sum = 0.0;
            let run = run(&city, seed);
            let years = run.areas.iter().map(|it| it[1].housed.unwrap());
            years.map(|it| { sum += it; sum }).collect::<Vec<_>>()
        };
        for (few, many) in housed(weight).into_iter().zip(housed(weight * more)) {
            prop_assert!(many >= few, "{} became {}", few, many);
        }
    }
}

#[test]
fn more_homes_in_an_area_shorten_the_wait_there_on_average() {
    let table = divided(&["noord", "oost", "zuid"]);
    let more =
        Variant { policy: PolicyName::Omslag, changes: vec![("area.oost.homes".to_owned(), 2.0)] };
    let outcome = study(vec![PolicyName::Omslag.into(), more], &table);
    for year in 0..4 {
        let mean =
            |measure| outcome.part_difference([1, 0], year, Cut::Area(1), measure).unwrap().mean;
        assert!(mean(Measure::Waiting) < 0.0, "{year}");
        assert!(mean(Measure::TimeWaited) < 0.0, "{year}");
        assert!(mean(Measure::Housed) > 0.0, "{year}");
    }
}
