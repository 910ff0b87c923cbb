//! Lines from one part of the city to another: bent, so that two in opposite directions
//! lie apart, with the arrow at the end.

use std::collections::BTreeMap;

use super::{MapArea, shape::Frame};

/// A line from one part to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapLine {
    /// Code of the part it comes from.
    pub from: String,
    /// Code of the part it leads to.
    pub to: String,
    /// How many it stands for; a thicker line for more.
    pub count: u32,
}

/// A line as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Curve {
    pub path: String,
    /// From thin to thick: 1 to 4.
    pub width: u8,
}

/// Those of which both ends are drawn.
pub(super) fn curves(frame: Frame, areas: &[MapArea], lines: &[MapLine]) -> Vec<Curve> {
    let middles: BTreeMap<&str, (i64, i64)> = areas
        .iter()
        .filter(|area| !area.rings.is_empty() && !lines.is_empty())
        .map(|area| (area.code.as_str(), frame.middle(&area.rings)))
        .collect();
    lines
        .iter()
        .filter(|line| line.from != line.to)
        .filter_map(|line| {
            let (from, to) = (middles.get(&*line.from)?, middles.get(&*line.to)?);
            let width = match line.count {
                0 | 1 => 1,
                2 | 3 => 2,
                4..=7 => 3,
                8.. => 4,
            };
            Some(Curve { path: curve(*from, *to), width })
        })
        .collect()
}

/// Units a line stops short of the middle it leads to, so that a figure there can be read.
const SHORT: i64 = 18;

/// A curve that bends an eighth of its length to the left.
fn curve((ax, ay): (i64, i64), (bx, by): (i64, i64)) -> String {
    let (cx, cy) = (i64::midpoint(ax, bx) + (by - ay) / 8, i64::midpoint(ay, by) - (bx - ax) / 8);
    let (dx, dy) = (bx - cx, by - cy);
    let length = (dx * dx + dy * dy).isqrt().max(1);
    let short = SHORT.min(length / 2);
    let (bx, by) = (bx - dx * short / length, by - dy * short / length);
    format!("M{ax} {ay}Q{cx} {cy} {bx} {by}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_are_two_curves() {
        assert_eq!(curve((0, 0), (80, 0)), "M0 0Q40 -10 63 -4");
        assert_eq!(curve((80, 0), (0, 0)), "M80 0Q40 10 17 4");
    }
}
