//! Bounds proven quarter by quarter: the checker and the engine work them out apart.

use proptest::prelude::*;
use sleutel_matching::{
    Instance,
    loads::{LoadSolution, Options, solve},
    town::{Figures, Town},
};
use sleutel_placement_check::instance::{Pair, QuarterPrices, Question, Violation, quarter_bound};

struct Columns {
    group: Vec<u32>,
    load: Vec<u32>,
    parent: Vec<Option<u32>>,
    node_lower: Vec<u32>,
    node_upper: Vec<u32>,
    load_cap: Vec<Option<u32>>,
    group_lower: Vec<u32>,
    group_upper: Vec<u32>,
    complex: Vec<u32>,
    pairs: Vec<Pair>,
}

impl Columns {
    fn of(instance: &Instance) -> Self {
        let people = (0_u32..).zip(instance.people());
        let pairs = people.flat_map(|(person, _)| {
            let pairs = instance.pairs(person as usize).iter();
            pairs.map(move |it| Pair { person, home: it.home, weight: it.weight.into() })
        });
        Self {
            pairs: pairs.collect(),
            group: instance.people().iter().map(|it| it.group).collect(),
            load: instance.people().iter().map(|it| it.load.into()).collect(),
            parent: instance.nodes().iter().map(|it| it.parent).collect(),
            node_lower: instance.nodes().iter().map(|it| it.bounds.lower).collect(),
            node_upper: instance.nodes().iter().map(|it| it.bounds.upper).collect(),
            load_cap: instance.nodes().iter().map(|it| it.load_cap).collect(),
            group_lower: instance.groups().iter().map(|it| it.lower).collect(),
            group_upper: instance.groups().iter().map(|it| it.upper).collect(),
            complex: instance.homes().to_vec(),
        }
    }

    fn bound(&self, prices: &QuarterPrices<'_>) -> Result<i128, Violation> {
        let question = Question {
            group_lower: &self.group_lower,
            group_upper: &self.group_upper,
            parent: &self.parent,
            node_lower: &self.node_lower,
            node_upper: &self.node_upper,
            load_cap: &self.load_cap,
            group: &self.group,
            load: &self.load,
            complex: &self.complex,
        };
        quarter_bound(&question, self.pairs.iter().copied(), prices)
    }
}

fn town(seed: u64) -> Option<(Instance, LoadSolution)> {
    let figures = Figures { people: 90, homes: 40, municipalities: 2, kept: Some(15), seed };
    let instance = Town::new(figures).ok()?.instance;
    let options = Options { seed, max_steps: Some(400) };
    let solution = solve(&instance, &options, &mut || false).ok()?;
    Some((instance, solution))
}

fn prices(solution: &LoadSolution) -> QuarterPrices<'_> {
    let found = &solution.quarter_prices;
    QuarterPrices {
        unit: found.unit,
        quarters: &found.quarters,
        person: &found.person,
        node: &found.node,
        group: &found.group,
        load: &found.load,
    }
}

#[test]
fn the_checker_works_out_the_same_bound_as_the_engine() {
    let mut seen = 0;
    for seed in 0..20 {
        let Some((instance, solution)) = town(seed) else { continue };
        let bound = Columns::of(&instance).bound(&prices(&solution));
        assert_eq!(bound, Ok(solution.quarter_bound.of), "town {seed}");
        seen += 1;
    }
    assert!(seen >= 5, "only {seen} towns could be satisfied");
}

#[test]
fn quarters_within_each_other_prove_nothing() {
    let Some((instance, solution)) = (0..20).find_map(town) else { panic!("no town") };
    let columns = Columns::of(&instance);
    let below = (0..).zip(instance.nodes()).find_map(|(at, node)| Some([node.parent?, at]));
    let Some(nested) = below else { panic!("a town without a tree") };
    let wrong = QuarterPrices { quarters: &nested, ..prices(&solution) };
    assert_eq!(columns.bound(&wrong), Err(Violation::Quarters));
}

#[test]
fn a_person_who_is_worth_less_than_nothing_elsewhere_is_refused() {
    let Some((instance, solution)) = (0..20).find_map(town) else { panic!("no town") };
    let mut person = solution.quarter_prices.person.clone();
    person[0] = -1;
    let wrong = QuarterPrices { person: &person, ..prices(&solution) };
    assert_eq!(Columns::of(&instance).bound(&wrong), Err(Violation::BelowZero(-1)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_prices_bound_a_sound_plan_too_low(
        seed in 0_u64..20,
        changes in prop::collection::vec((0_usize..200, -900_i64..900), 1..30),
    ) {
        let Some((instance, solution)) = town(seed) else { return Ok(()) };
        let found = &solution.quarter_prices;
        let (mut person, mut node) = (found.person.clone(), found.node.clone());
        let (mut group, mut load) = (found.group.clone(), found.load.clone());
        for (at, by) in changes {
            let by = by * found.unit;
            let many = person.len();
            person[at % many] = (person[at % many] + by).max(0);
            let many = node.len();
            node[at % many] += by;
            load[at % many] = (load[at % many] + by).max(0);
            let many = group.len();
            group[at % many] += by;
        }
        let prices = QuarterPrices {
            person: &person, node: &node, group: &group, load: &load, ..prices(&solution)
        };
        let bound = Columns::of(&instance).bound(&prices);
        let Ok(bound) = bound else { return Err(TestCaseError::fail(format!("{bound:?}"))) };
        prop_assert!(bound >= i128::from(solution.objective) * i128::from(found.unit));
    }
}
