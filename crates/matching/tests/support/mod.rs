//! Published problems as instances, read in the plainest way: these readers share
//! nothing with those of the product.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use flate2::read::GzDecoder;
use sleutel_matching::{Arc, Bounds, Instance, Node, Person};

/// A file of the shared data; `None`, with a word, where it is not there.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    if file.exists() {
        return Some(file);
    }
    println!("skipped: no shared data `{path}` beside the workspace");
    None
}

fn text(path: &Path) -> String {
    let mut text = String::new();
    let mut file = File::open(path).unwrap();
    if path.extension().is_some_and(|it| it == "gz") {
        GzDecoder::new(file).read_to_string(&mut text).unwrap();
    } else {
        file.read_to_string(&mut text).unwrap();
    }
    text
}

/// All whole numbers of a file, in order.
pub(crate) fn numbers(path: &Path) -> Vec<i64> {
    text(path).split_whitespace().map(|word| word.parse().unwrap()).collect()
}

/// An assignment problem: how many there are of each side, then a cost for each pair.
/// Everybody gets a home, so that the least cost is the most weight below zero.
pub(crate) fn assignment(path: &Path) -> Instance {
    let numbers = numbers(path);
    let size = u32::try_from(numbers[0]).unwrap();
    let bounds = Bounds { lower: size, upper: size };
    let arcs = numbers[1..].chunks(size as usize).flat_map(|row| {
        (0..).zip(row).map(|(home, &cost)| Arc { home, weight: i32::try_from(-cost).unwrap() })
    });
    Instance::new(
        vec![bounds],
        vec![Node { parent: None, bounds, load_cap: None }],
        vec![Person { group: 0, load: 1 }; size as usize],
        vec![0; size as usize],
        (0..=size).map(|person| person * size).collect(),
        arcs.collect(),
    )
    .unwrap()
}

fn column(facts: &serde_json::Value, of: &str, name: &str) -> Vec<i64> {
    let list = facts[of][name].as_array().unwrap();
    list.iter().map(|number| number.as_i64().unwrap()).collect()
}

fn all_bounds(facts: &serde_json::Value, of: &str) -> Vec<Bounds> {
    let (lower, upper) = (column(facts, of, "lower"), column(facts, of, "upper"));
    let bound = |it: i64| u32::try_from(it).unwrap();
    lower
        .into_iter()
        .zip(upper)
        .map(|(lower, upper)| Bounds { lower: bound(lower), upper: bound(upper) })
        .collect()
}

/// One of the saved towns.
pub(crate) fn town(name: &str) -> Option<Instance> {
    let facts = shared(&format!("placement-instances/hfm-{name}.json.gz"))?;
    let pairs = shared(&format!("placement-instances/hfm-{name}-arcs.csv.gz"))?;
    let facts: serde_json::Value = serde_json::from_str(&text(&facts)).unwrap();
    let some = |it: i64| u32::try_from(it).ok();
    let (parents, caps) = (column(&facts, "nodes", "parent"), column(&facts, "nodes", "load_cap"));
    let nodes =
        all_bounds(&facts, "nodes").into_iter().zip(parents).zip(caps).map(
            |((bounds, parent), cap)| Node { parent: some(parent), bounds, load_cap: some(cap) },
        );
    let (groups, loads) = (column(&facts, "people", "group"), column(&facts, "people", "load"));
    let people = groups.into_iter().zip(loads).map(|(group, load)| Person {
        group: some(group).unwrap(),
        load: u8::try_from(load).unwrap(),
    });
    let people: Vec<_> = people.collect();
    let mut arcs = Vec::new();
    let mut starts = vec![0];
    for line in BufReader::new(GzDecoder::new(File::open(pairs).unwrap())).lines().skip(1) {
        let line = line.unwrap();
        let row: Vec<i64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
        starts.resize(usize::try_from(row[0]).unwrap() + 1, u32::try_from(arcs.len()).unwrap());
        arcs.push(Arc { home: some(row[1]).unwrap(), weight: i32::try_from(row[2]).unwrap() });
    }
    starts.resize(people.len() + 1, u32::try_from(arcs.len()).unwrap());
    let homes = column(&facts, "dwellings", "complex").into_iter().filter_map(some).collect();
    let groups = all_bounds(&facts, "groups");
    Some(Instance::new(groups, nodes.collect(), people, homes, starts, arcs).unwrap())
}
