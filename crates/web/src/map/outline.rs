//! The outline of several parts together.

use std::collections::BTreeMap;

/// A corner in steps of about a centimetre, so that equal corners are equal.
type Corner = (i64, i64);

/// The outline around parts that lie against each other: an edge that two parts share,
/// one in each direction, is not drawn. Parts are lists of polygons, polygons lists of
/// rings with the outer one first. Where corners of neighbours do not meet, the line
/// between them stays; the surface is right all the same.
pub fn dissolve<'a>(
    polygons: impl IntoIterator<Item = &'a Vec<Vec<[f64; 2]>>>,
) -> Vec<Vec<[f64; 2]>> {
    let mut edges: BTreeMap<Corner, Vec<(Corner, [f64; 2])>> = BTreeMap::new();
    for polygon in polygons {
        for (number, ring) in polygon.iter().enumerate() {
            // Outer rings go round one way and holes the other, whatever the file did.
            let counter_clockwise = area(ring) > 0.0;
            let wanted = number == 0;
            let mut points = ring.clone();
            if counter_clockwise != wanted {
                points.reverse();
            }
            for pair in points.windows(2) {
                add(&mut edges, pair[0], pair[1]);
            }
        }
    }
    rings(edges)
}

fn add(edges: &mut BTreeMap<Corner, Vec<(Corner, [f64; 2])>>, from: [f64; 2], to: [f64; 2]) {
    let (a, b) = (corner(from), corner(to));
    if a == b {
        return;
    }
    // The same edge the other way round belongs to a neighbour: both vanish.
    if let Some(back) = edges.get_mut(&b)
        && let Some(at) = back.iter().position(|(end, _)| *end == a)
    {
        back.swap_remove(at);
        if back.is_empty() {
            edges.remove(&b);
        }
        return;
    }
    edges.entry(a).or_default().push((b, from));
}

/// Walks along what is left until every edge is in a ring. Each corner has as many edges
/// that leave as that arrive, so a walk always comes back to where it began.
fn rings(mut edges: BTreeMap<Corner, Vec<(Corner, [f64; 2])>>) -> Vec<Vec<[f64; 2]>> {
    let mut rings = Vec::new();
    while let Some((&start, _)) = edges.iter().next() {
        let mut ring: Vec<[f64; 2]> = Vec::new();
        let mut at = start;
        while let Some(out) = edges.get_mut(&at) {
            let Some((next, point)) = out.pop() else { break };
            if out.is_empty() {
                edges.remove(&at);
            }
            ring.push(point);
            at = next;
        }
        if let Some(first) = ring.first().copied() {
            ring.push(first);
        }
        if ring.len() > 3 {
            rings.push(ring);
        }
    }
    rings
}

fn area(ring: &[[f64; 2]]) -> f64 {
    ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum()
}

#[expect(clippy::cast_possible_truncation, reason = "degrees in steps of a ten-millionth")]
fn corner([x, y]: [f64; 2]) -> Corner {
    ((x * 1e7).round() as i64, (y * 1e7).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64) -> Vec<Vec<[f64; 2]>> {
        vec![vec![[x, y], [x + 1.0, y], [x + 1.0, y + 1.0], [x, y + 1.0], [x, y]]]
    }

    #[test]
    fn two_squares_side_by_side_have_one_outline() {
        let mut second = square(1.0, 0.0);
        second[0].reverse();
        let outline = dissolve(&[square(0.0, 0.0), second]);
        assert_eq!(outline.len(), 1);
        assert_eq!(outline[0].len(), 7);
        assert!((area(&outline[0]).abs() / 2.0 - 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_ring_of_squares_keeps_its_hole() {
        let all: Vec<_> = (0..9_u8)
            .filter(|it| *it != 4)
            .map(|it| square(f64::from(it % 3), f64::from(it / 3)))
            .collect();
        let outline = dissolve(&all);
        let surface: f64 = outline.iter().map(|ring| area(ring)).sum::<f64>() / 2.0;
        assert_eq!(outline.len(), 2);
        assert!((surface - 8.0).abs() < 1e-9);
    }

    #[test]
    fn a_part_alone_keeps_its_outline() {
        assert_eq!(dissolve(&[square(0.0, 0.0)])[0].len(), 5);
    }
}
