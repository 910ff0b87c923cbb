//! Floors and ceilings that cannot all be kept, in words and for a program.

use serde_json::{Value as Json, json};
use sleutel_exchange::instance::Facts;
use sleutel_matching::Infeasible;
use sleutel_words::{Value, Words};

use super::violations::group;

/// The most that are named one by one.
const MOST: usize = 40;

/// One sentence each, under a first one that says what they are.
pub(super) fn in_words(words: Words, facts: &Facts, why: &Infeasible) -> String {
    let mut lines = Vec::new();
    let number = |it: u32| Value::from(i64::from(it));
    for (nodes, key, bounds) in [
        (&why.node_floors, "cli-collides-node-floor", &facts.node_lower),
        (&why.node_ceilings, "cli-collides-node-ceiling", &facts.node_upper),
    ] {
        for node in in_file(facts, nodes) {
            let bound = bounds.get(node as usize).copied().unwrap_or_default();
            let values = [("node", node.to_string().into()), ("bound", number(bound))];
            lines.push(words.t_with(key, &values));
        }
    }
    for (groups, key, bounds) in [
        (&why.group_floors, "cli-collides-group-floor", &facts.group_lower),
        (&why.group_ceilings, "cli-collides-group-ceiling", &facts.group_upper),
    ] {
        for &at in groups {
            let bound = bounds.get(at as usize).copied().unwrap_or_default();
            let values = [("group", group(facts, at).into()), ("bound", number(bound))];
            lines.push(words.t_with(key, &values));
        }
    }
    if lines.len() > MOST {
        let more = lines.len() - MOST;
        lines.truncate(MOST);
        lines.push(words.t_with("cli-collides-more", &[("more", more.into())]));
    }
    format!("{}\n{}", words.t("cli-solve-impossible"), lines.join("\n"))
}

/// The parts of the city with their numbers in the file, smallest first.
fn in_file(facts: &Facts, nodes: &[u32]) -> Vec<u32> {
    let mut places: Vec<_> =
        nodes.iter().filter_map(|&at| facts.order.get(at as usize).copied()).collect();
    places.sort_unstable();
    places
}

pub(super) fn as_json(facts: &Facts, why: &Infeasible) -> Json {
    let nodes = |nodes: &[u32]| -> Json {
        let of = |list: &[u32], node: u32| list.get(node as usize).copied();
        let node = |node: u32| {
            json!({
                "node": node,
                "level": of(&facts.level, node),
                "lower": of(&facts.node_lower, node),
                "upper": of(&facts.node_upper, node),
            })
        };
        in_file(facts, nodes).into_iter().map(node).collect()
    };
    let groups = |groups: &[u32]| -> Json {
        let of = |list: &[u32], group: u32| list.get(group as usize).copied();
        let group = |&at: &u32| {
            json!({
                "group": at,
                "name": group(facts, at),
                "lower": of(&facts.group_lower, at),
                "upper": of(&facts.group_upper, at),
            })
        };
        groups.iter().map(group).collect()
    };
    json!({
        "node_floors": nodes(&why.node_floors),
        "node_ceilings": nodes(&why.node_ceilings),
        "group_floors": groups(&why.group_floors),
        "group_ceilings": groups(&why.group_ceilings),
    })
}
