//! Published problems as instances, read in the plainest way: these readers share
//! nothing with those of the product.

pub(crate) mod instance;

use std::path::{Path, PathBuf};

use instance::text;
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

/// One of the saved towns.
pub(crate) fn town(name: &str) -> Option<Instance> {
    let facts = shared(&format!("placement-instances/hfm-{name}.json.gz"))?;
    let pairs = shared(&format!("placement-instances/hfm-{name}-arcs.csv.gz"))?;
    Some(instance::read(&facts, &pairs))
}
