//! What is done with bytes that anybody could hand in. Each of these must come back,
//! whatever the bytes are; the promises are asserted on the way. The answer is whether
//! they came as far as the engine or the checker.

use std::collections::BTreeMap;

use sleutel_exchange::{
    Severity,
    folder::read_folder,
    forms::{read_form, read_forms},
    instance::{Certificate, Facts, Loaded, Source, read, read_certificate, write_certificate},
    routes,
};
use sleutel_matching::{
    Instance, Plan, SolveError,
    loads::{self, LoadInfeasible, Options},
    solve,
};
use sleutel_netflow::{Network, Solver};
use sleutel_placement_check::instance::{
    Answer, Pair, Prices, QuarterPrices, Question, Verdict, check, quarter_bound,
};

/// What divides the parts of an input that stands for several files.
const BETWEEN: &[u8] = b"\n=====\n";

fn parts(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(BETWEEN.len()).position(|it| it == BETWEEN) {
        parts.push(&rest[..at]);
        rest = &rest[at + BETWEEN.len()..];
    }
    parts.push(rest);
    parts
}

/// Facts and pairs, as an instance; when that is sound and small, it is solved, the
/// answer is checked and kept and read again.
pub(crate) fn instance(bytes: &[u8]) -> bool {
    let loaded = small(bytes);
    loaded.iter().for_each(solved);
    loaded.is_some()
}

/// The same with limits on load: the plan has to keep them and no bound may be below it,
/// nor below the best plan where every plan can be tried.
pub(crate) fn with_loads(bytes: &[u8]) -> bool {
    let loaded = small(bytes);
    loaded.iter().for_each(|it| solved_with_loads(it, bytes.len() as u64));
    loaded.is_some()
}

/// An instance, when what the bytes say is sound and small.
fn small(bytes: &[u8]) -> Option<Loaded> {
    let parts = parts(bytes);
    let pairs = parts.get(1).copied().unwrap_or_default();
    let facts = Source { name: "a.json".to_owned(), bytes: parts[0] };
    let result = read(facts, Source { name: "a-arcs.csv".to_owned(), bytes: pairs });
    assert!(result.findings.len() <= 202, "{} findings", result.findings.len());
    let errors = result.findings.iter().any(|it| it.severity == Severity::Error);
    assert_eq!(result.loaded.is_none(), errors);
    let loaded = result.loaded?;
    assert_eq!(loaded.facts.pairs as usize, loaded.instance.arcs().len());
    let facts = &loaded.facts;
    let things = [facts.group.len(), facts.complex.len(), facts.parent.len()];
    let small =
        things.iter().all(|&it| it <= 40) && facts.group_lower.len() <= 10 && facts.pairs <= 400;
    small.then_some(loaded)
}

/// Solves, and holds the answer against the checker and against another engine.
fn solved(loaded: &Loaded) {
    let other = by_flow(loaded);
    match solve(&loaded.instance) {
        Ok(found) => {
            let certificate = Certificate::new(&loaded.facts, &found.plan, &found.prices, false);
            let verdict = judged(loaded, &certificate);
            assert!(verdict.proven(), "{verdict:?}");
            assert_eq!(verdict.objective, i128::from(found.objective));
            assert_eq!(other, Some(found.objective), "another engine finds another worth");
            same_again(&loaded.facts, &certificate);
        }
        Err(SolveError::Infeasible(_)) => {
            assert_eq!(other, None, "another engine finds a plan");
        }
        Err(SolveError::TooLarge) => {}
        Err(SolveError::NotProven) => panic!("a small plan without proof"),
    }
}

/// Looks for a few steps, and holds what was found against the checker.
fn solved_with_loads(loaded: &Loaded, seed: u64) {
    let every = every_plan(&loaded.instance);
    let options = Options { seed, max_steps: Some(64 << (seed % 6)) };
    match loads::solve(&loaded.instance, &options, &mut || false) {
        Ok(found) => {
            let certificate = Certificate::new(&loaded.facts, &found.plan, &found.prices, true);
            let certificate = certificate.with_quarters(&loaded.facts, &found.quarter_prices);
            let verdict = judged(loaded, &certificate);
            assert_eq!(verdict.violations, []);
            assert_eq!(verdict.objective, i128::from(found.objective));
            let by_prices = verdict.most().expect("prices that prove something");
            let most = by_prices.min(by_quarters(loaded, &certificate));
            assert!(verdict.objective <= most, "a plan above its bound of {most}");
            if let Some(best) = every {
                let best = i128::from(best.expect("trying everything finds a plan too"));
                assert!(verdict.objective <= best && best <= most, "{best} is the best");
            }
            same_again(&loaded.facts, &certificate);
        }
        Err(
            LoadInfeasible::Without(SolveError::Infeasible(_)) | LoadInfeasible::Quarter { .. },
        ) => {
            assert!(!matches!(every, Some(Some(_))), "trying everything finds a plan");
        }
        Err(LoadInfeasible::Without(SolveError::NotProven)) => {
            panic!("a small plan without proof")
        }
        Err(LoadInfeasible::Without(SolveError::TooLarge) | LoadInfeasible::NotFound { .. }) => {}
    }
}

/// The worth of the best plan that keeps all limits, by trying every plan; `None` when
/// there are too many of them, and within it `None` when none keeps all.
fn every_plan(instance: &Instance) -> Option<Option<i64>> {
    const MOST: usize = 5_000;
    let people = 0..instance.people().len();
    let choices = people.map(|person| instance.pairs(person).len() + 1);
    let plans = choices.fold(1_usize, usize::saturating_mul);
    let mut plan = Plan { home_of: Vec::new() };
    (plans <= MOST).then(|| best_of(instance, &mut plan))
}

fn best_of(instance: &Instance, plan: &mut Plan) -> Option<i64> {
    let person = plan.home_of.len();
    if person == instance.people().len() {
        return instance.faults(plan, true).is_empty().then(|| instance.objective(plan));
    }
    let homes = instance.pairs(person).iter().map(|it| Some(it.home));
    let mut best = None;
    for home in homes.chain([None]) {
        if home.is_none() || !plan.home_of.contains(&home) {
            plan.home_of.push(home);
            best = best.max(best_of(instance, plan));
            plan.home_of.pop();
        }
    }
    best
}

/// What no plan can pass, by the prices of quarters.
fn by_quarters(loaded: &Loaded, certificate: &Certificate) -> i128 {
    let quarters = certificate.quarters.as_ref().expect("prices of quarters");
    let prices = QuarterPrices {
        unit: quarters.unit,
        quarters: &quarters.nodes,
        person: &quarters.person,
        node: &quarters.node,
        group: &quarters.group,
        load: &quarters.load,
    };
    let bound = quarter_bound(&question(&loaded.facts), pairs(loaded), &prices);
    bound.expect("prices of quarters that prove something").div_euclid(quarters.unit.into())
}

/// The worth of the best plan by the other engine of the house; `None` when floors and
/// ceilings collide.
fn by_flow(loaded: &Loaded) -> Option<i64> {
    let instance = &loaded.instance;
    let count = |of: usize| u32::try_from(of).expect("few");
    let (nodes, groups) = (count(instance.nodes().len()), count(instance.groups().len()));
    let (people, homes) = (count(instance.people().len()), count(instance.homes().len()));
    let (group, person, home) = (1 + nodes, 1 + nodes + groups, 1 + nodes + groups + people);
    let mut network = Network::new(home + homes);
    let mut goals = [Vec::new(), Vec::new()];
    let mut floors = 0;
    let mut arc = |from, to, capacity: i64, costs: [i64; 2]| {
        if capacity > 0 {
            network.add_arc(from, to, capacity).expect("an arc between nodes");
            goals[0].push(costs[0]);
            goals[1].push(costs[1]);
        }
    };
    // A floor is a reward of an earlier goal; more than everybody nobody can place.
    let all = i64::from(people) + 1;
    let mut bounded = |from, to, bounds: sleutel_matching::Bounds| {
        let (lower, upper) = (i64::from(bounds.lower).min(all), i64::from(bounds.upper).min(all));
        arc(from, to, lower, [-1, 0]);
        arc(from, to, upper - lower, [0, 0]);
        floors += lower;
    };
    for (at, &bounds) in (group..).zip(instance.groups()) {
        bounded(0, at, bounds);
    }
    for (at, node) in (1..).zip(instance.nodes()) {
        bounded(at, node.parent.map_or(0, |parent| parent + 1), node.bounds);
    }
    for (at, of) in (person..).zip(instance.people()) {
        arc(group + of.group, at, 1, [0, 0]);
    }
    for (at, &node) in (home..).zip(instance.homes()) {
        arc(at, node + 1, 1, [0, 0]);
    }
    for at in 0..people {
        for pair in instance.pairs(at as usize) {
            arc(person + at, home + pair.home, 1, [0, -i64::from(pair.weight)]);
        }
    }
    let mut solver = Solver::new(network);
    solver.solve(&goals).expect("a network within its limits");
    (solver.objective(0) == -floors).then(|| -solver.objective(1))
}

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

fn pairs(loaded: &Loaded) -> impl Iterator<Item = Pair> + '_ {
    (0_u32..).take(loaded.facts.group.len()).flat_map(|person| {
        let pairs = loaded.instance.pairs(person as usize).iter();
        pairs.map(move |it| Pair { person, home: it.home, weight: it.weight.into() })
    })
}

fn judged(loaded: &Loaded, certificate: &Certificate) -> Verdict {
    let prices = Prices {
        unit: certificate.unit,
        home: &certificate.home,
        node_cap: &certificate.node_cap,
        node_floor: &certificate.node_floor,
        group_cap: &certificate.group_cap,
        group_floor: &certificate.group_floor,
        load: certificate.load.as_deref(),
    };
    let loads = certificate.load.is_some();
    let answer = Answer { assignment: &certificate.assignment, loads, prices: Some(prices) };
    check(&question(&loaded.facts), pairs(loaded), &answer)
}

/// A certificate reads as it was written.
fn same_again(facts: &Facts, certificate: &Certificate) {
    let mut bytes = Vec::new();
    write_certificate(&mut bytes, certificate).expect("memory to write to");
    let source = Source { name: "a.cert.json".to_owned(), bytes: bytes.as_slice() };
    let (again, findings) = read_certificate(source, facts);
    assert_eq!(findings, []);
    assert_eq!(again.as_ref(), Some(certificate));
}

/// A certificate of the instance in the guide to the format. Whatever it says, the
/// checker calls nothing proven that is worth less than the best.
pub(crate) fn certificate(bytes: &[u8]) -> bool {
    const FACTS: &[u8] = include_bytes!("tiny.json");
    const PAIRS: &[u8] = include_bytes!("tiny-arcs.csv");
    const BEST: i128 = 17;
    const BEST_WITH_LOADS: i128 = 10;
    let facts = Source { name: "tiny.json".to_owned(), bytes: FACTS };
    let loaded = read(facts, Source { name: "tiny-arcs.csv".to_owned(), bytes: PAIRS }).loaded;
    let loaded = loaded.expect("a sound instance");
    let source = Source { name: "a.cert.json".to_owned(), bytes };
    let (certificate, findings) = read_certificate(source, &loaded.facts);
    assert_eq!(certificate.is_none(), findings.iter().any(|it| it.severity == Severity::Error));
    let Some(certificate) = certificate else { return false };
    let verdict = judged(&loaded, &certificate);
    let best = if certificate.load.is_some() { BEST_WITH_LOADS } else { BEST };
    if let Some(most) = verdict.most() {
        assert!(most >= best, "a bound of {most}");
    }
    if verdict.violations.is_empty() {
        assert!(verdict.objective <= best, "a plan worth {}", verdict.objective);
    }
    assert!(!verdict.proven() || verdict.objective == best);
    same_again(&loaded.facts, &certificate);
    true
}

/// A round as a folder: names of files and what is in them in turn. A sound and small
/// round gets a proposal, and that has to pass the checker.
pub(crate) fn rules(bytes: &[u8]) -> bool {
    let parts = parts(bytes);
    let files: BTreeMap<String, Vec<u8>> = parts
        .chunks_exact(2)
        .map(|file| (String::from_utf8_lossy(file[0]).into_owned(), file[1].to_vec()))
        .collect();
    let folder = read_folder(&files);
    let errors = folder.findings.iter().any(|it| it.severity == Severity::Error);
    assert_eq!(folder.input.is_none(), errors);
    let Some(input) = folder.input else { return false };
    if input.candidates.len() > 12 || input.homes.len() > 12 || input.nodes.len() > 40 {
        return false;
    }
    let contradictions = input.errors();
    match sleutel_placement::propose(&input) {
        Ok(proposal) => {
            assert_eq!(contradictions, []);
            assert_eq!(sleutel_placement_check::check(&input, &proposal), []);
            assert_eq!(sleutel_placement::propose(&input).as_ref(), Ok(&proposal));
        }
        Err(found) => assert!(!found.is_empty()),
    }
    true
}

/// A definition of a road or of a form. What reads as a road is written out, and has to read
/// as the same road; what reads as a form gets in the way of itself, and of nothing else.
pub(crate) fn definitions(bytes: &[u8]) -> bool {
    let road = routes::read("a.toml", bytes);
    if let Some(route) = &road.route {
        let again = routes::read("b.toml", routes::to_toml(route).as_bytes());
        assert_eq!(again.route.as_ref(), Some(route), "{:?}", again.findings);
        assert!(routes::to_json(route).is_object());
    } else {
        assert!(!road.findings.is_empty(), "refused without a word");
    }
    let form = read_form("a.toml", bytes);
    if form.form.is_some() {
        let twice = [("a.toml".to_owned(), bytes.to_vec()), ("b.toml".to_owned(), bytes.to_vec())];
        let (forms, findings) = read_forms(&twice);
        let errors = findings.iter().filter(|it| it.severity == Severity::Error).count();
        assert_eq!((forms.len(), errors), (2, 1), "{findings:?}");
    } else {
        assert!(!form.findings.is_empty(), "refused without a word");
    }
    road.route.is_some() || form.form.is_some()
}
