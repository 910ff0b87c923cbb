use std::{fs::File, io::Read, path::Path};

use flate2::read::GzDecoder;
use sleutel_matching::{Arc, Bounds, Instance, Node, Person};

/// An instance as docs/formats/instance.md has it, with its pairs in order.
pub(crate) fn read(facts: &Path, pairs: &Path) -> Instance {
    let facts: serde_json::Value = serde_json::from_str(&text(facts)).unwrap();
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
    for line in text(pairs).lines().skip(1) {
        let row: Vec<i64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
        starts.resize(usize::try_from(row[0]).unwrap() + 1, u32::try_from(arcs.len()).unwrap());
        arcs.push(Arc { home: some(row[1]).unwrap(), weight: i32::try_from(row[2]).unwrap() });
    }
    starts.resize(people.len() + 1, u32::try_from(arcs.len()).unwrap());
    let homes = column(&facts, "dwellings", "complex").into_iter().filter_map(some).collect();
    let groups = all_bounds(&facts, "groups");
    Instance::new(groups, nodes.collect(), people, homes, starts, arcs).unwrap()
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

/// Unpacked, when it is packed.
pub(crate) fn text(path: &Path) -> String {
    let mut text = String::new();
    let mut file = File::open(path).unwrap();
    if path.extension().is_some_and(|it| it == "gz") {
        GzDecoder::new(file).read_to_string(&mut text).unwrap();
    } else {
        file.read_to_string(&mut text).unwrap();
    }
    text
}
