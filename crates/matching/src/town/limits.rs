use super::{
    Dwelling,
    chance::{Chance, Draw},
    map::Map,
};
use crate::{Bounds, Node};

/// How the homes of a year should be divided over the groups.
const SHARES: [u32; 8] = [26, 10, 13, 11, 25, 7, 3, 5];

/// The nodes with their bounds, and the bounds of the groups.
///
/// Ceilings are drawn as a part of the homes; what can be placed under a node is no more
/// than its ceiling and what can be placed under its children, and floors are a part of
/// that, so that they can be met unless pairs are missing.
pub(super) fn all(chance: Chance, map: &Map, dwellings: &[Dwelling]) -> (Vec<Node>, Vec<Bounds>) {
    let mut homes = vec![0_u32; map.nodes.len()];
    for dwelling in dwellings {
        homes[dwelling.complex as usize] += 1;
    }
    let mut placeable = vec![0_u32; map.nodes.len()];
    let mut nodes = Vec::with_capacity(map.nodes.len());
    for (at, &(level, parent)) in map.nodes.iter().enumerate().rev() {
        let ceiling = match draw_range(level) {
            _ if homes[at] == 0 => 0,
            None => placeable[at],
            Some((least, width)) => {
                let percent = least + chance.below(Draw::Ceiling, at as u64, width);
                ((homes[at] * percent + 50) / 100).max(1)
            }
        };
        let below = if level == 5 { homes[at] } else { placeable[at] };
        placeable[at] = ceiling.min(below);
        if let Some(parent) = parent {
            homes[parent as usize] += homes[at];
            placeable[parent as usize] += placeable[at];
        }
        let share = match level {
            1 | 2 if homes[at] >= 4 => 70,
            3 if homes[at] >= 4 => 60,
            _ => 0,
        };
        nodes.push(Node {
            parent,
            bounds: Bounds { lower: placeable[at] * share / 100, upper: ceiling },
            load_cap: matches!(level, 3 | 4).then(|| (placeable[at] * 16 / 10).max(3)),
        });
    }
    nodes.reverse();
    (nodes, groups(placeable[0]))
}

/// By depth: the least a ceiling can be in percent of the homes, and how many values
/// there are. The root has what its municipalities have.
fn draw_range(level: u8) -> Option<(u32, u32)> {
    match level {
        1 => Some((94, 7)),
        2 => Some((88, 13)),
        3 => Some((80, 21)),
        4 => Some((75, 26)),
        5 => Some((70, 31)),
        _ => None,
    }
}

/// A little below and above each group's share of what can be placed.
fn groups(placeable: u32) -> Vec<Bounds> {
    let whole = u64::from(SHARES.iter().sum::<u32>()) * 100;
    let part = |share: u32, percent: u64| u64::from(placeable) * u64::from(share) * percent;
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let bounds = |&share: &u32| Bounds {
        lower: number(part(share, 92) / whole),
        upper: number(part(share, 104).div_ceil(whole)),
    };
    SHARES.iter().map(bounds).collect()
}
