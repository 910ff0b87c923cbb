//! The checker of placement problems in figures: saved answers that are proven, the same
//! damaged, and the law that no prices bound a sound plan too low.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a helper of tests may fail like a test, and a skipped test says so"
)]

use std::{fs::File, path::Path};

use proptest::prelude::*;
use sleutel_exchange::instance::{Certificate, Facts, Loaded, Source, read, read_certificate};
use sleutel_placement_check::instance::{
    Answer, Pair, Prices, Question, Verdict, Violation, check,
};

fn question(facts: &Facts) -> Question<'_> {
    Question {
        group_lower: &facts.group_lower,
        group_upper: &facts.group_upper,
        parent: &facts.parent,
        node_lower: &facts.node_lower,
        node_upper: &facts.node_upper,
        load_cap: &facts.load_cap,
        group: &facts.group,
        load: &facts.load,
        complex: &facts.complex,
    }
}

fn prices(certificate: &Certificate) -> Prices<'_> {
    Prices {
        unit: certificate.unit,
        home: &certificate.home,
        node_cap: &certificate.node_cap,
        node_floor: &certificate.node_floor,
        group_cap: &certificate.group_cap,
        group_floor: &certificate.group_floor,
        load: certificate.load.as_deref(),
    }
}

fn pairs(loaded: &Loaded) -> impl Iterator<Item = Pair> + '_ {
    (0_u32..).take(loaded.facts.group.len()).flat_map(|person| {
        let pairs = loaded.instance.pairs(person as usize).iter();
        pairs.map(move |it| Pair { person, home: it.home, weight: it.weight.into() })
    })
}

fn judged(loaded: &Loaded, certificate: &Certificate) -> Verdict {
    let answer = Answer {
        assignment: &certificate.assignment,
        loads: certificate.load.is_some(),
        prices: Some(prices(certificate)),
    };
    check(&question(&loaded.facts), pairs(loaded), &answer)
}

/// A saved instance with a saved answer; `None`, with a word, where they are not.
fn saved(name: &str, variant: &str) -> Option<(Loaded, Certificate)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = folder.join("../../../shared/data/placement-instances");
    let open = |end: &str| {
        let name = format!("hfm-{name}{end}");
        let bytes = File::open(folder.join(&name)).ok()?;
        Some(Source { name, bytes })
    };
    let Some(facts) = open(".json.gz") else {
        println!("left out: no instance {name} beside the workspace");
        return None;
    };
    let loaded = read(facts, open("-arcs.csv.gz").unwrap()).loaded.unwrap();
    let (certificate, findings) =
        read_certificate(open(&format!("-{variant}.cert.json.gz")).unwrap(), &loaded.facts);
    assert_eq!(findings, []);
    Some((loaded, certificate.unwrap()))
}

/// Checks a saved answer: what it is worth, the most there can be, whether that proves it.
#[track_caller]
fn expect(name: &str, variant: &str, objective: i128, most: i128) {
    let Some((loaded, certificate)) = saved(name, variant) else { return };
    let verdict = judged(&loaded, &certificate);
    assert_eq!(verdict.violations, []);
    assert_eq!((verdict.objective, verdict.most()), (objective, Some(most)));
    assert_eq!(verdict.placed as usize, certificate.placed());
    assert_eq!(verdict.proven(), objective == most);
}

#[test]
fn the_saved_answers_without_loads_are_proven_to_be_the_best() {
    expect("S", "net", 296_037, 296_037);
    expect("M", "net", 5_095_485, 5_095_485);
    expect("L", "net", 23_097_551, 23_097_551);
}

#[test]
fn the_saved_answers_with_loads_are_sound_and_bounded_and_not_called_the_best() {
    expect("S", "load", 291_869, 292_096);
    expect("M", "load", 5_021_705, 5_027_816);
    expect("L", "load", 22_790_998, 22_868_788);
}

/// What damage does to the saved answer of the small town.
#[track_caller]
fn damaged(variant: &str, damage: impl FnOnce(&mut Loaded, &mut Certificate)) -> Option<Verdict> {
    let (mut loaded, mut certificate) = saved("S", variant)?;
    damage(&mut loaded, &mut certificate);
    let verdict = judged(&loaded, &certificate);
    assert!(!verdict.proven());
    Some(verdict)
}

fn first_placed(certificate: &Certificate) -> usize {
    certificate.assignment.iter().position(Option::is_some).unwrap()
}

#[test]
fn a_person_dropped_from_the_plan_makes_it_worth_less_than_the_bound() {
    let Some(verdict) = damaged("net", |_, it| {
        let person = first_placed(it);
        it.assignment[person] = None;
    }) else {
        return;
    };
    assert!(verdict.objective < verdict.most().unwrap());
}

#[test]
fn a_home_given_twice_is_told() {
    let Some(verdict) = damaged("net", |loaded, it| {
        let given = first_placed(it);
        let home = it.assignment[given].unwrap();
        let other = (0..it.assignment.len())
            .find(|&person| {
                it.assignment[person].is_none() && loaded.instance.weight(person, home).is_some()
            })
            .unwrap();
        it.assignment[other] = Some(home);
    }) else {
        return;
    };
    assert!(verdict.violations.iter().any(|it| matches!(it, Violation::Twice { .. })));
}

#[test]
fn a_pair_that_may_not_be_is_told() {
    let Some(verdict) = damaged("net", |loaded, it| {
        let person = first_placed(it);
        let home = (0..100).find(|&home| loaded.instance.weight(person, home).is_none());
        it.assignment[person] = home;
    }) else {
        return;
    };
    assert!(verdict.violations.iter().any(|it| matches!(it, Violation::NoSuchPair { .. })));
}

#[test]
fn a_changed_price_bounds_less_well_and_never_too_low() {
    let Some((loaded, certificate)) = saved("S", "net") else { return };
    for home in 0..certificate.home.len() {
        for by in [-200, 200] {
            let mut other = certificate.clone();
            other.home[home] = (other.home[home] + by).max(0);
            let verdict = judged(&loaded, &other);
            assert!(verdict.most().unwrap() >= 296_037, "home {home} by {by}");
        }
    }
    let Some(verdict) = damaged("net", |_, it| {
        it.home.iter_mut().for_each(|price| *price += 10);
    }) else {
        return;
    };
    assert!(verdict.most().unwrap() > verdict.objective);
}

#[test]
fn a_price_below_zero_proves_nothing() {
    let Some(verdict) = damaged("net", |_, it| it.node_floor[3] = -1) else { return };
    assert_eq!(verdict.violations, [Violation::BelowZero(-1)]);
    assert_eq!(verdict.bound, None);
}

#[test]
fn prices_too_large_to_add_up_prove_nothing() {
    let Some((loaded, certificate)) = saved("S", "net") else { return };
    let certificate = Certificate { unit: i64::MAX, ..certificate };
    let heavy = pairs(&loaded).map(|it| Pair { weight: i64::MAX, ..it });
    let answer = Answer {
        assignment: &certificate.assignment,
        loads: false,
        prices: Some(prices(&certificate)),
    };
    let verdict = check(&question(&loaded.facts), heavy, &answer);
    assert_eq!(verdict.violations, [Violation::TooLarge]);
    assert!(!verdict.proven());
}

#[test]
fn a_changed_weight_takes_the_proof_away() {
    let Some(verdict) = damaged("net", |loaded, it| {
        let (changed, home) = (first_placed(it), it.assignment[first_placed(it)].unwrap());
        loaded.instance.reweigh(|person, arc| {
            arc.weight + 3_000 * i32::from(person == changed && arc.home != home)
        });
    }) else {
        return;
    };
    assert_eq!(verdict.objective, 296_037);
    assert!(verdict.most().unwrap() > 296_037);
}

#[test]
fn a_part_that_can_carry_less_is_told_with_its_load() {
    let Some(verdict) = damaged("load", |loaded, it| {
        let person = first_placed(it);
        let home = it.assignment[person].unwrap() as usize;
        let mut at = Some(loaded.facts.complex[home]);
        while let Some(node) = at {
            if loaded.facts.load_cap[node as usize].is_some() {
                loaded.facts.load_cap[node as usize] = Some(0);
            }
            at = loaded.facts.parent[node as usize];
        }
    }) else {
        return;
    };
    assert!(verdict.violations.iter().any(|it| matches!(it, Violation::Load { cap: 0, .. })));
}

#[test]
fn a_household_that_asks_more_than_was_thought_is_told() {
    let Some(verdict) = damaged("load", |loaded, it| {
        let person = first_placed(it);
        loaded.facts.load[person] = 200;
    }) else {
        return;
    };
    assert!(verdict.violations.iter().any(|it| matches!(it, Violation::Load { .. })));
}

#[test]
fn a_floor_nobody_meets_and_a_ceiling_that_is_passed_are_told() {
    let Some(verdict) = damaged("net", |loaded, _| {
        loaded.facts.node_lower[1] = 98;
        loaded.facts.group_upper[2] = 3;
        loaded.facts.group_lower[2] = 0;
    }) else {
        return;
    };
    let nodes =
        verdict.violations.iter().filter(|it| matches!(it, Violation::Node { node: 1, .. }));
    assert_eq!(nodes.count(), 1);
    let groups =
        verdict.violations.iter().filter(|it| matches!(it, Violation::Group { group: 2, .. }));
    assert_eq!(groups.count(), 1);
}

#[test]
fn a_price_of_load_where_load_is_not_limited_proves_nothing() {
    let Some(verdict) = damaged("load", |_, it| it.load.as_mut().unwrap()[0] = 1) else { return };
    assert_eq!(verdict.violations, [Violation::NoLimit { node: 0, price: 1 }]);
}

#[test]
fn lists_of_another_length_are_told_and_nothing_else_is_looked_at() {
    let Some(verdict) = damaged("net", |_, it| {
        it.assignment.pop();
        it.group_cap.push(0);
    }) else {
        return;
    };
    let expected = [
        Violation::Length { length: 199, expected: 200 },
        Violation::Length { length: 9, expected: 8 },
    ];
    assert_eq!(verdict.violations, expected);
}

#[test]
fn parts_that_lie_in_a_circle_are_no_question() {
    let Some(verdict) = damaged("net", |loaded, _| loaded.facts.parent[0] = Some(80)) else {
        return;
    };
    assert_eq!(verdict.violations, [Violation::Question]);
}

/// A small problem with a plan and prices, all of it drawn.
#[derive(Debug, Clone)]
struct Drawn {
    facts: Facts,
    pairs: Vec<Pair>,
    assignment: Vec<Option<u32>>,
    certificate: Certificate,
}

const PEOPLE: usize = 5;
const HOMES: usize = 4;
const NODES: usize = 5;
const GROUPS: usize = 2;

fn prices_of(length: usize) -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(0_i64..30, length)
}

prop_compose! {
    fn facts()(
        group_lower in prop::collection::vec(0_u32..2, GROUPS),
        group_upper in prop::collection::vec(1_u32..4, GROUPS),
        // A parent that comes before, or none; then turned round, so that it comes after.
        parent in (0..NODES).map(|at| prop::option::of(0..at.max(1))).collect::<Vec<_>>(),
        turned in any::<bool>(),
        node_lower in prop::collection::vec(0_u32..2, NODES),
        node_upper in prop::collection::vec(1_u32..4, NODES),
        load_cap in prop::collection::vec(prop::option::of(0_u32..8), NODES),
        group in prop::collection::vec(0..2_u32, PEOPLE),
        load in prop::collection::vec(0..4_u32, PEOPLE),
        complex in prop::collection::vec(0..5_u32, HOMES),
    ) -> Facts {
        let place = |at: usize| u32::try_from(if turned { NODES - 1 - at } else { at }).unwrap();
        let mut parents = vec![None; NODES];
        for (at, up) in parent.iter().enumerate() {
            parents[place(at) as usize] = up.filter(|&up| up < at).map(place);
        }
        Facts {
            group_lower, group_upper, parent: parents, node_lower, node_upper, load_cap,
            group, load, complex, ..Facts::default()
        }
    }
}

prop_compose! {
    fn drawn()(
        facts in facts(),
        weights in prop::collection::vec(prop::option::weighted(0.7, -10_i64..40), PEOPLE * HOMES),
        assignment in prop::collection::vec(prop::option::of(0..4_u32), PEOPLE),
        unit in 1_i64..4,
        home in prices_of(HOMES),
        node_cap in prices_of(NODES),
        node_floor in prices_of(NODES),
        group_cap in prices_of(GROUPS),
        group_floor in prices_of(GROUPS),
        load in prices_of(NODES),
    ) -> Drawn {
        let load = load.iter().zip(&facts.load_cap).map(|(&price, cap)| cap.map_or(0, |_| price));
        let load = Some(load.collect());
        let certificate = Certificate {
            unit, assignment: assignment.clone(), home, node_cap, node_floor, group_cap,
            group_floor, load, quarters: None,
        };
        let all = (0..PEOPLE * HOMES).map(|at| (at / HOMES, at % HOMES));
        let pairs = all.zip(weights).filter_map(|((person, home), weight)| {
            let (person, home) = (u32::try_from(person).ok()?, u32::try_from(home).ok()?);
            Some(Pair { person, home, weight: weight? })
        });
        Drawn { pairs: pairs.collect(), facts, assignment, certificate }
    }
}

impl Drawn {
    fn verdict(&self, assignment: &[Option<u32>], loads: bool) -> Verdict {
        let answer = Answer { assignment, loads, prices: Some(prices(&self.certificate)) };
        check(&question(&self.facts), self.pairs.iter().copied(), &answer)
    }

    /// Every plan of pairs that may be.
    fn plans(&self) -> Vec<Vec<Option<u32>>> {
        let mut plans = vec![Vec::new()];
        for person in 0..5 {
            let own = self.pairs.iter().filter(|it| it.person == person).map(|it| Some(it.home));
            let choices: Vec<_> = own.chain([None]).collect();
            plans = (plans.iter())
                .flat_map(|plan| {
                    choices.iter().map(move |&home| [plan.as_slice(), &[home]].concat())
                })
                .collect();
        }
        plans
    }

    /// Whether a plan keeps every rule, counted in the plainest way.
    fn sound(&self, plan: &[Option<u32>], loads: bool) -> bool {
        let facts = &self.facts;
        let under = |node: usize, home: u32| {
            let mut at = Some(facts.complex[home as usize]);
            while let Some(here) = at {
                if here as usize == node {
                    return true;
                }
                at = facts.parent[here as usize];
            }
            false
        };
        let placed: Vec<(usize, u32)> =
            plan.iter().enumerate().filter_map(|(person, home)| Some((person, (*home)?))).collect();
        let once = (0..4).all(|home| placed.iter().filter(|it| it.1 == home).count() <= 1);
        let nodes = (0..NODES).all(|node| {
            let here = placed.iter().filter(|it| under(node, it.1));
            let load: u32 = here.clone().map(|it| facts.load[it.0]).sum();
            let count = u32::try_from(here.count()).unwrap();
            (facts.node_lower[node]..=facts.node_upper[node]).contains(&count)
                && !(loads && facts.load_cap[node].is_some_and(|cap| load > cap))
        });
        let groups = (0..GROUPS).all(|group| {
            let here = placed.iter().filter(|it| facts.group[it.0] as usize == group).count();
            let count = u32::try_from(here).unwrap();
            (facts.group_lower[group]..=facts.group_upper[group]).contains(&count)
        });
        once && nodes && groups
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// The law that makes a bound a bound, against every plan there is.
    #[test]
    fn no_prices_bound_a_sound_plan_too_low(drawn in drawn(), loads in any::<bool>()) {
        let most = drawn.verdict(&drawn.assignment, loads).most().unwrap();
        let weight = |person: usize, home: u32| {
            let pair = drawn.pairs.iter().find(|it| it.person as usize == person && it.home == home);
            i128::from(pair.unwrap().weight)
        };
        for plan in drawn.plans() {
            if drawn.sound(&plan, loads) {
                let worth = plan.iter().enumerate();
                let worth: i128 = worth.filter_map(|(at, home)| Some(weight(at, (*home)?))).sum();
                prop_assert!(worth <= most, "{plan:?} is worth {worth}, the bound is {most}");
            }
        }
    }

    #[test]
    fn a_plan_is_sound_exactly_when_counting_says_so(drawn in drawn(), loads in any::<bool>()) {
        let verdict = drawn.verdict(&drawn.assignment, loads);
        let may_be = |(person, home): (usize, &Option<u32>)| home.is_none_or(|home| {
            drawn.pairs.iter().any(|it| it.person as usize == person && it.home == home)
        });
        let pairs = drawn.assignment.iter().enumerate().all(may_be);
        let sound = pairs && drawn.sound(&drawn.assignment, loads);
        prop_assert_eq!(verdict.violations.is_empty(), sound, "{:?}", verdict.violations);
    }
}
