//! Published instances with known optima, read from the shared data folder; each
//! test says so and passes when that folder is absent.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a helper of tests may fail like a test, and a skipped test says so"
)]

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use sleutel_netflow::{Network, Solver};

fn shared(path: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    if folder.exists() {
        return Some(folder);
    }
    println!("skipped: no shared data `{path}` beside the workspace");
    None
}

fn unpacked(path: &Path) -> BufReader<flate2::read::GzDecoder<File>> {
    BufReader::new(flate2::read::GzDecoder::new(File::open(path).unwrap()))
}

/// Supplies and demands become arcs from and to an extra node, with a reward before
/// any cost counts.
#[test]
fn the_netgen_instance_reaches_its_published_cost() {
    let Some(path) = shared("matching-reference/min-cost-flow/netgen-2.min") else { return };
    let mut network = Network::new(401);
    let mut goals = vec![Vec::new(), Vec::new()];
    let mut supply = 0;
    for line in BufReader::new(File::open(path).unwrap()).lines() {
        let line = line.unwrap();
        let mut words = line.split_whitespace();
        let kind = words.next();
        let numbers: Vec<i64> = words.filter_map(|word| word.parse().ok()).collect();
        let node = |number: i64| u32::try_from(number).unwrap();
        match (kind, numbers.as_slice()) {
            (Some("n"), &[at, amount]) => {
                let (from, to) = if amount > 0 { (0, node(at)) } else { (node(at), 0) };
                network.add_arc(from, to, amount.abs()).unwrap();
                goals[0].push(if amount > 0 { -1 } else { 0 });
                goals[1].push(0);
                supply += amount.max(0);
            }
            (Some("a"), &[from, to, least, most, cost]) => {
                assert_eq!(least, 0);
                network.add_arc(node(from), node(to), most).unwrap();
                goals[0].push(0);
                goals[1].push(cost);
            }
            _ => {}
        }
    }
    let mut solver = Solver::new(network);
    solver.solve(&goals).unwrap();
    assert_eq!(solver.objective(0), -supply);
    assert_eq!((solver.objective(1), solver.bound(1)), (6_749_969_302, 6_749_969_302));
}

fn assignment(name: &str) -> Option<i64> {
    let path = shared("matching-reference/orlib-assign")?.join(format!("{name}.txt.gz"));
    let mut text = String::new();
    unpacked(&path).read_to_string(&mut text).unwrap();
    let mut numbers = text.split_whitespace().map(|word| word.parse::<i64>().unwrap());
    let size = u32::try_from(numbers.next().unwrap()).unwrap();
    let mut network = Network::new(2 * size + 1);
    let mut goals = [Vec::new(), Vec::new()];
    for row in 0..size {
        network.add_arc(2 * size, row, 1).unwrap();
        network.add_arc(size + row, 2 * size, 1).unwrap();
        goals[0].extend([-1, 0]);
        goals[1].extend([0, 0]);
    }
    for row in 0..size {
        for column in 0..size {
            network.add_arc(row, size + column, 1).unwrap();
            goals[0].push(0);
            goals[1].push(numbers.next().unwrap());
        }
    }
    let mut solver = Solver::new(network);
    solver.solve(&goals).unwrap();
    assert_eq!(solver.objective(0), -i64::from(size));
    assert_eq!(solver.objective(1), solver.bound(1));
    Some(solver.objective(1))
}

#[test]
fn the_assignment_of_500_reaches_its_published_cost() {
    assert!(assignment("assign500").is_none_or(|cost| cost == 991));
}

#[test]
fn the_assignment_of_600_reaches_its_published_cost() {
    assert!(assignment("assign600").is_none_or(|cost| cost == 1_176));
}

fn numbers(value: &serde_json::Value) -> Vec<i64> {
    value.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect()
}

/// The worth of the best plan; floors are rewards of an earlier goal and all met.
fn placement(name: &str) -> Option<i64> {
    let folder = shared("placement-instances")?;
    let facts: serde_json::Value =
        serde_json::from_reader(unpacked(&folder.join(format!("hfm-{name}.json.gz")))).unwrap();
    let count = |what: &str| u32::try_from(facts["counts"][what].as_u64().unwrap()).unwrap();
    let (people, homes, nodes) = (count("people"), count("dwellings"), count("nodes"));
    let (person, home) = (1 + nodes + count("groups"), 1 + nodes + count("groups") + people);
    let node = |number: i64| if number < 0 { 0 } else { 1 + u32::try_from(number).unwrap() };

    let mut network = Network::new(home + homes);
    let mut goals = [Vec::new(), Vec::new()];
    let mut floors = 0;
    let mut arc = |from, to, capacity, costs: [i64; 2]| {
        network.add_arc(from, to, capacity).unwrap();
        goals[0].push(costs[0]);
        goals[1].push(costs[1]);
    };
    let mut bounded =
        |from, to, least: i64, most: i64, arc: &mut dyn FnMut(u32, u32, i64, [i64; 2])| {
            arc(from, to, least, [-1, 0]);
            arc(from, to, most - least, [0, 0]);
            floors += least;
        };
    let (groups, tree) = (&facts["groups"], &facts["nodes"]);
    let bounds = numbers(&groups["lower"]).into_iter().zip(numbers(&groups["upper"]));
    for (group, (least, most)) in (1 + nodes..).zip(bounds) {
        bounded(0, group, least, most, &mut arc);
    }
    let bounds = numbers(&tree["lower"]).into_iter().zip(numbers(&tree["upper"]));
    for ((at, parent), (least, most)) in (1..).zip(numbers(&tree["parent"])).zip(bounds) {
        bounded(at, node(parent), least, most, &mut arc);
    }
    for (at, group) in (person..).zip(numbers(&facts["people"]["group"])) {
        arc(nodes + node(group), at, 1, [0, 0]);
    }
    for (at, complex) in (home..).zip(numbers(&facts["dwellings"]["complex"])) {
        arc(at, node(complex), 1, [0, 0]);
    }
    for line in unpacked(&folder.join(format!("hfm-{name}-arcs.csv.gz"))).lines().skip(1) {
        let line = line.unwrap();
        let row: Vec<u32> = line.split(',').map(|number| number.parse().unwrap()).collect();
        arc(person + row[0], home + row[1], 1, [0, -i64::from(row[2])]);
    }

    let started = std::time::Instant::now();
    let mut solver = Solver::new(network);
    solver.solve(&goals).unwrap();
    println!("{name}: {:?}", started.elapsed());
    assert_eq!(solver.objective(0), -floors);
    assert_eq!(solver.objective(1), solver.bound(1));
    Some(-solver.objective(1))
}

#[test]
fn the_small_town_reaches_its_proven_worth() {
    assert!(placement("S").is_none_or(|worth| worth == 296_037));
}

#[test]
fn the_city_reaches_its_proven_worth() {
    assert!(placement("M").is_none_or(|worth| worth == 5_095_485));
}

#[test]
fn the_region_reaches_its_proven_worth() {
    assert!(placement("L").is_none_or(|worth| worth == 23_097_551));
}
