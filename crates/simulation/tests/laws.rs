//! What holds for every city, and for two policies side by side.

#![expect(clippy::unwrap_used, reason = "a helper of tests may fail like a test")]

mod support;

use proptest::prelude::*;
use sleutel_simulation::{
    Areas, Assumptions, Group, Horizon, HousingFirst, Measure, Model, Omslag, Outcome, Policy,
    PolicyName, Prevention, Room, Staircase, Study, Tenancy, Variant,
};
use support::{FOR_EVER, group, housing_first, model};

fn tenancy() -> impl Strategy<Value = Tenancy> {
    (prop::array::uniform3(0.0..2.0), 0.0..1.0, 0.0..=1.0).prop_map(
        |(lost_per_year, leaves_per_year, returns_share)| Tenancy {
            lost_per_year,
            leaves_per_year,
            returns_share,
        },
    )
}

fn policies() -> impl Strategy<Value = Policy> {
    (0..4, tenancy(), 0.0..4.0, 0.1..3.0, 0.0..2.0, 0.0..0.9).prop_map(
        |(which, tenancy, ends, support_hours, falls_per_year, prevented_share)| {
            let omslag = Omslag { tenancy, converts_per_year: ends, support_hours };
            let support_ends_per_year = ends;
            match which {
                0 => Policy::Staircase(Staircase {
                    climb_years: 0.4,
                    falls_per_year,
                    tenancy,
                    support_ends_per_year,
                    support_hours,
                }),
                1 => Policy::Omslag(omslag),
                2 => Policy::HousingFirst(HousingFirst {
                    tenancy,
                    support_ends_per_year,
                    support_hours,
                }),
                _ => Policy::Prevention(Prevention { prevented_share, omslag }),
            }
        },
    )
}

fn groups() -> impl Strategy<Value = Vec<Group>> {
    let one = (
        any::<bool>(),
        0.0..60.0,
        0..20_u32,
        0..20_u32,
        0.0..3.0,
        prop::array::uniform4(0.1..1.0),
        prop::collection::vec(0.1..1.0, 2),
        policies(),
    )
        .prop_map(|(with_support, arrivals, waiting, housed, share, places, kinds, policy)| {
            Group {
                with_support,
                arrivals_per_year: arrivals,
                waiting_at_start: waiting,
                housed_at_start: housed,
                share,
                places,
                kinds,
                policy,
            }
        });
    prop::collection::vec(one, 1..4)
}

fn areas() -> impl Strategy<Value = Areas> {
    (prop::collection::vec((0.1..1.0, 0.1..1.0), 0..4), 0.0..=1.0).prop_map(
        |(weights, anywhere_share)| {
            let (homes, wanted) = weights.into_iter().unzip();
            Areas { homes, wanted, anywhere_share }
        },
    )
}

fn with_policy(mut city: Model, policy: Policy) -> Model {
    city.groups.iter_mut().for_each(|group| group.policy = policy);
    city
}

fn hours(policy: &Policy) -> f64 {
    match policy {
        Policy::Staircase(it) => it.support_hours,
        Policy::Omslag(it) => it.support_hours,
        Policy::HousingFirst(it) => it.support_hours,
        Policy::Prevention(it) => it.omslag.support_hours,
    }
}

/// Cities of which each group has a road of its own, some of them divided.
fn cities() -> impl Strategy<Value = Model> {
    (
        groups(),
        prop::collection::vec(0.0..40.0, 2),
        prop::collection::vec(0..5_u32, 2),
        prop_oneof![Just(f64::INFINITY), 0.0..0.5],
        prop::array::uniform2(0..15_u32),
        (0.0..=1.0, 0.0..=1.0, 0.0..2.0, 0.0..40.0),
        tenancy(),
        areas(),
    )
        .prop_map(|(groups, homes, start, kept, places, rates, without_support, areas)| {
            let (homes_back_share, family_share, leaves_waiting_per_year, support_hours) = rates;
            Model {
                groups,
                homes_per_year: homes,
                homes_at_start: start,
                home_kept_years: kept,
                homes_back_share,
                places,
                family_share,
                leaves_waiting_per_year,
                support_hours,
                without_support,
                areas,
            }
        })
}

fn horizon(seed: u64) -> Horizon {
    Horizon { years: 4, wait_within_years: 1.0, seed }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// The run itself checks after every event and fails when somebody is missing.
    #[test]
    fn nobody_is_lost(city in cities(), seed: u64) {
        let run = city.run(horizon(seed), 3).unwrap();
        let totals = run.totals;
        prop_assert_eq!(totals.entered, totals.left + totals.in_system);
        prop_assert_eq!(totals.by_state.iter().sum::<u64>(), totals.in_system);
        let figure = |year: usize, measure| run.years[year].get(measure).unwrap();
        let sum = |measure| (0..4).map(|year| figure(year, measure)).sum::<f64>();
        prop_assert!((sum(Measure::Entered) - totals.entered as f64).abs() < 0.5);
        prop_assert!((sum(Measure::Left) - totals.left as f64).abs() < 0.5);
        prop_assert!(sum(Measure::Returned) <= sum(Measure::Lost));
        prop_assert!(sum(Measure::Converted) <= sum(Measure::SupportEnded));
        let [waiting, home] = [Measure::Waiting, Measure::InHome].map(|it| figure(3, it));
        prop_assert!((waiting + home - totals.in_system as f64).abs() < 0.5);
    }

    #[test]
    fn the_same_seed_gives_the_same_run_and_another_replication_another(
        city in cities(), seed: u64,
    ) {
        let run = city.run(horizon(seed), 0).unwrap();
        prop_assert_eq!(&run, &city.run(horizon(seed), 0).unwrap());
        let busy = city.groups.iter().any(|group| group.arrivals_per_year > 20.0);
        prop_assert!(!busy || run != city.run(horizon(seed), 1).unwrap());
    }

    /// Nothing of one city is left for the next, whatever shape each has.
    #[test]
    fn a_run_in_the_memory_of_others_is_the_same_run(
        cities in [cities(), cities(), cities()], seed: u64,
    ) {
        let mut room = Room::default();
        for city in cities {
            let run = city.run_in(&mut room, horizon(seed), 0).unwrap();
            prop_assert_eq!(&run, &city.run(horizon(seed), 0).unwrap());
            room.take_back(run);
        }
    }

    #[test]
    fn limits_on_places_and_support_are_kept(city in cities(), seed: u64) {
        let run = city.run(horizon(seed), 0).unwrap();
        for year in &run.years {
            let [shelter, protected] = [Measure::WaitingShelter, Measure::WaitingProtected]
                .map(|measure| year.get(measure).unwrap());
            prop_assert!(shelter <= f64::from(city.places[0]));
            prop_assert!(protected <= f64::from(city.places[1]));
            let supported = year.get(Measure::Supported).unwrap();
            let least = city.groups.iter().filter(|it| it.with_support).map(|it| hours(&it.policy));
            // Thousandths of an hour, when roads differ.
            let least = least.fold(f64::INFINITY, f64::min) - 5e-4;
            prop_assert!(supported < 0.5 || supported * least <= city.support_hours + 1e-3);
        }
    }

    /// Whoever comes, comes on the same day whatever is done for them.
    #[test]
    fn the_same_people_come_under_every_policy(
        city in cities(), one in policies(), other in policies(), seed: u64,
    ) {
        let entered = |policy| {
            let run = with_policy(city.clone(), policy).run(horizon(seed), 0).unwrap();
            run.years.iter().map(|year| year.get(Measure::Entered).unwrap()).collect()
        };
        let prevents = |policy: &Policy| matches!(policy, Policy::Prevention(_));
        let [first, second]: [Vec<f64>; 2] = [entered(one), entered(other)];
        match (prevents(&one), prevents(&other)) {
            (false, false) => prop_assert_eq!(first, second),
            (true, false) => prop_assert!(first.iter().zip(&second).all(|(one, all)| one <= all)),
            (false, true) => prop_assert!(first.iter().zip(&second).all(|(all, one)| one <= all)),
            (true, true) => {}
        }
    }

    /// With one line and nothing but homes to wait for, strictly: by the end of any year no
    /// fewer have got keys.
    #[test]
    fn more_homes_never_house_fewer_in_one_line(
        arrivals in 1.0..80.0, homes in 1.0..60.0, more in 1.0..3.0, waiting in 0..30_u32,
        seed: u64,
    ) {
        let housed = |homes| {
            let mut city = model(vec![Group { waiting_at_start: waiting, ..group(arrivals) }]);
            city.homes_per_year = vec![homes];
            city.groups[0].policy = housing_first(FOR_EVER);
            let run = city.run(horizon(seed), 0).unwrap();
            let mut sum = 0.0;
            let yearly = run.years.iter().map(|year| year.get(Measure::Housed).unwrap());
            yearly.map(|year| { sum += year; sum }).collect::<Vec<_>>()
        };
        for (few, many) in housed(homes).into_iter().zip(housed(homes * more)) {
            prop_assert!(many >= few, "{} became {}", few, many);
        }
    }
}

fn study(variants: Vec<Variant>, threads: usize) -> Study {
    let horizon = Horizon { years: 5, wait_within_years: 1.0, seed: 11 };
    Study { variants, horizon, replications: 20, uncertain: true, threads }
}

fn run(variants: Vec<Variant>) -> Outcome {
    study(variants, 2).run(&Assumptions::city()).unwrap()
}

fn omslag_with(name: &str, value: f64) -> Variant {
    Variant { policy: PolicyName::Omslag, changes: vec![(name.to_owned(), value)] }
}

#[test]
fn the_outcome_does_not_depend_on_the_number_of_threads() {
    let variants: Vec<Variant> = PolicyName::ALL.map(Variant::from).to_vec();
    let alone = study(variants.clone(), 1).run(&Assumptions::city()).unwrap();
    for threads in [2, 3, 7] {
        assert_eq!(alone, study(variants.clone(), threads).run(&Assumptions::city()).unwrap());
    }
}

#[test]
fn every_replication_adds_up() {
    let outcome = run(PolicyName::ALL.map(Variant::from).to_vec());
    for replication in outcome.variants.iter().flatten() {
        let totals = replication.totals;
        assert_eq!(totals.entered, totals.left + totals.in_system);
        assert_eq!(totals.by_state.iter().sum::<u64>(), totals.in_system);
    }
}

#[test]
fn what_stays_as_it_is_makes_no_difference_at_all() {
    let outcome = run(vec![PolicyName::Omslag.into(), PolicyName::Omslag.into()]);
    for measure in Measure::ALL {
        if let Some(band) = outcome.difference(1, 0, 4, measure) {
            assert!(band.low.abs() + band.high.abs() < 1e-12, "{measure:?}");
        }
    }
}

/// In a whole city more homes can house fewer in one year, because people who came back a year
/// earlier are housed then; on average they do not.
#[test]
fn more_homes_house_more_on_average_and_fewer_wait() {
    let more = [("homes.small", 1_500.0), ("homes.family", 900.0)];
    for (name, value) in more {
        let outcome = run(vec![PolicyName::Omslag.into(), omslag_with(name, value)]);
        for year in 0..5 {
            let mean = |measure| outcome.difference(1, 0, year, measure).unwrap().mean;
            assert!(mean(Measure::Housed) > 0.0, "{name} in year {year}");
            assert!(mean(Measure::Waiting) < 0.0, "{name} in year {year}");
        }
    }
}

#[test]
fn shares_move_homes_from_one_group_to_another_and_support_lets_more_of_them_be_used() {
    let table = Assumptions::city();
    let hours = table.get("support.hours").unwrap().value;
    let less = run(vec![
        omslag_with("support.hours", hours),
        omslag_with("support.hours", 0.3 * hours),
        omslag_with("group.adults.share", 60.0),
    ]);
    let mean = |variant, measure| less.difference(variant, 0, 4, measure).unwrap().mean;
    assert!(mean(1, Measure::Supported) < 0.0);
    assert!(mean(1, Measure::HomesElsewhere) > 0.0);
    assert!(mean(2, Measure::Supported) > 0.0);
}

#[test]
fn prevention_lets_fewer_wait() {
    let outcome = run(vec![PolicyName::Prevention.into(), PolicyName::Omslag.into()]);
    assert!(outcome.difference(0, 1, 4, Measure::Waiting).unwrap().high < 0.0);
}

#[test]
fn a_difference_in_pairs_is_far_narrower_than_two_bands_side_by_side() {
    let homes = |number| omslag_with("homes.small", number);
    let outcome = run(vec![homes(1_150.0), homes(1_200.0)]);
    let paired = outcome.difference(1, 0, 4, Measure::Waiting).unwrap();
    let [one, other] = [0, 1].map(|variant| outcome.band(variant, 4, Measure::Waiting).unwrap());
    let apart = (one.high - one.low).hypot(other.high - other.low);
    assert!(paired.high - paired.low < 0.2 * apart, "{paired:?} beside {apart}");
    assert!(paired.high < 0.0, "{paired:?}");
}

#[test]
fn more_people_or_homes_than_can_be_simulated_are_refused_at_the_end_of_their_range_too() {
    let mut table = Assumptions::city();
    table.set("homes.small", 1e7).unwrap();
    table.set_range("group.young.arrivals", 110.0, 9e6).unwrap();
    let mut both = study(vec![PolicyName::Omslag.into()], 1);
    for (uncertain, expected) in [(true, ["group", "homes"].as_slice()), (false, &["homes"])] {
        both.uncertain = uncertain;
        let error = both.run(&table).unwrap_err();
        let sleutel_simulation::StudyError::Findings(found) = error else { panic!("{error}") };
        assert_eq!(found.iter().map(|it| it.at.as_str()).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn nothing_is_simulated_when_anything_is_wrong_and_everything_wrong_is_said() {
    let mut wrong =
        study(vec![omslag_with("homes.large", 1.0), omslag_with("homes.kept", -1.0)], 0);
    wrong.horizon.years = 0;
    let error = wrong.run(&Assumptions::city()).unwrap_err();
    let sleutel_simulation::StudyError::Findings(findings) = error else { panic!("{error}") };
    let found: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "`years`: 0 cannot be done; fill in 1 to 100",
            "`threads`: 0 cannot be done; fill in 1 to 1024",
            "`homes.large`: there is no such assumption; take a name of the table",
            "`homes.kept`: -1 is no possible value; fill in 0 to 1000",
        ]
    );
}
