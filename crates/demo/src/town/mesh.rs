//! Shapes of neighbourhoods that share their borders exactly.
//!
//! The ground is a lattice of six-sided cells of about eighty metres. Each cell
//! goes to the nearest neighbourhood on its own side of the river, or is water. The
//! border between two neighbourhoods is a chain of lattice points; each chain is
//! smoothed once, and both sides take the result. Everything is in whole metres.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{OUTLINE, RIVER, RIVER_HALF_WIDTH, WATERS};
use crate::chance::Chance;

/// Metres east and north of the middle.
pub(super) type Point = (i64, i64);

/// A corner of the lattice; three cells meet in it.
type Corner = (i64, i64);

const CELL_WIDTH: i64 = 80;
const ROW_HEIGHT: i64 = 69;
const REACH: i64 = 80;
/// A corner may lie this far from the line that replaces it.
const TOLERANCE: i64 = 46;
/// No cell further than this from its neighbourhood's middle belongs to the city.
const FARTHEST: i64 = 1_350;

/// The outlines of each neighbourhood: its polygons, each a closed ring.
pub(super) fn outlines(hoods: &[Point], chance: &mut Chance) -> Vec<Vec<Vec<Point>>> {
    let bends = Bends::new(chance);
    let cells = cells(hoods, &bends);
    let borders = borders(&cells);
    let chains = chains(&borders, chance);
    (0..hoods.len()).map(|hood| rings(&chains, hood)).collect()
}

/// Which neighbourhood each cell is of; water and open land have none.
fn cells(hoods: &[Point], bends: &Bends) -> BTreeMap<(i64, i64), usize> {
    let river = rounded(RIVER, false);
    let outline = rounded(OUTLINE, true);
    let mut cells = BTreeMap::new();
    for row in -REACH..=REACH {
        for column in -REACH..=REACH {
            let at = middle(column, row);
            let water = distance_to_line(at, &river) < RIVER_HALF_WIDTH * RIVER_HALF_WIDTH
                || WATERS.iter().any(|water| inside(at, water));
            if water || !inside(at, &outline) {
                continue;
            }
            let north = is_north(at, &river);
            let nearest = (0..hoods.len())
                .filter(|&hood| is_north(hoods[hood], &river) == north)
                .min_by_key(|&hood| apart(bends.moved(at), hoods[hood]));
            if let Some(hood) = nearest
                && apart(at, hoods[hood]) < FARTHEST * FARTHEST
            {
                cells.insert((column, row), hood);
            }
        }
    }
    joined(cells)
}

/// A gentle distortion of the ground, without which all borders would be straight.
struct Bends(Vec<Point>);

impl Bends {
    const STEP: i64 = 480;
    const ACROSS: i64 = 32;

    fn new(chance: &mut Chance) -> Self {
        let knots = Self::ACROSS * Self::ACROSS;
        Self((0..knots).map(|_| (chance.between(-190, 190), chance.between(-190, 190))).collect())
    }

    fn knot(&self, column: i64, row: i64) -> Point {
        let at = usize::try_from(row * Self::ACROSS + column).unwrap_or(0);
        self.0.get(at).copied().unwrap_or_default()
    }

    /// The point moved by the four knots around it, each the more the nearer it is.
    fn moved(&self, (x, y): Point) -> Point {
        let half = Self::ACROSS / 2 * Self::STEP;
        let (column, row) = ((x + half) / Self::STEP, (y + half) / Self::STEP);
        let (right, up) = ((x + half) % Self::STEP, (y + half) % Self::STEP);
        let (left, down) = (Self::STEP - right, Self::STEP - up);
        let corners = [
            (self.knot(column, row), left * down),
            (self.knot(column + 1, row), right * down),
            (self.knot(column, row + 1), left * up),
            (self.knot(column + 1, row + 1), right * up),
        ];
        let whole = Self::STEP * Self::STEP;
        let sum = |axis: fn(Point) -> i64| -> i64 {
            corners.iter().map(|&(knot, weight)| axis(knot) * weight).sum::<i64>() / whole
        };
        (x + sum(|knot| knot.0), y + sum(|knot| knot.1))
    }
}

/// Leaves out the cells that lie apart from the rest of their neighbourhood.
fn joined(mut cells: BTreeMap<(i64, i64), usize>) -> BTreeMap<(i64, i64), usize> {
    let mut largest: BTreeMap<usize, BTreeSet<(i64, i64)>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (&start, &hood) in &cells {
        if !seen.insert(start) {
            continue;
        }
        let (mut part, mut open) = (BTreeSet::from([start]), vec![start]);
        while let Some(at) = open.pop() {
            for (next, _) in sides(at) {
                if cells.get(&next) == Some(&hood) && seen.insert(next) {
                    part.insert(next);
                    open.push(next);
                }
            }
        }
        let best = largest.entry(hood).or_default();
        if part.len() > best.len() {
            *best = part;
        }
    }
    cells.retain(|at, hood| largest[hood].contains(at));
    cells
}

fn middle(column: i64, row: i64) -> Point {
    (column * CELL_WIDTH + (row & 1) * (CELL_WIDTH / 2), row * ROW_HEIGHT)
}

/// The six neighbours of a cell, each with the side they share, counter-clockwise.
fn sides((column, row): (i64, i64)) -> [((i64, i64), (Corner, Corner)); 6] {
    let odd = row & 1;
    let corners = corners(column, row);
    let neighbours = [
        (column + 1, row),
        (column + odd, row + 1),
        (column + odd - 1, row + 1),
        (column - 1, row),
        (column + odd - 1, row - 1),
        (column + odd, row - 1),
    ];
    std::array::from_fn(|side| (neighbours[side], (corners[side], corners[(side + 1) % 6])))
}

/// The corners of a cell in lattice steps of half a width and a third of a row, the
/// lower right first, counter-clockwise.
fn corners(column: i64, row: i64) -> [Corner; 6] {
    let (x, y) = (2 * column + (row & 1), 3 * row);
    [(x + 1, y - 1), (x + 1, y + 1), (x, y + 2), (x - 1, y + 1), (x - 1, y - 1), (x, y - 2)]
}

fn place(corner: Corner) -> Point {
    (corner.0 * (CELL_WIDTH / 2), corner.1 * (ROW_HEIGHT / 3))
}

/// The sides along which a neighbourhood ends, each with what lies on its left and
/// on its right; `None` is water or open land.
type Borders = BTreeMap<(Corner, Corner), (usize, Option<usize>)>;

fn borders(cells: &BTreeMap<(i64, i64), usize>) -> Borders {
    let mut borders = Borders::new();
    for (&at, &hood) in cells {
        for (neighbour, side) in sides(at) {
            let other = cells.get(&neighbour).copied();
            if other != Some(hood) {
                borders.insert(side, (hood, other));
            }
        }
    }
    borders
}

/// A smoothed piece of border that one neighbourhood has on its left.
struct Chain {
    left: usize,
    points: Vec<Point>,
}

fn chains(borders: &Borders, chance: &mut Chance) -> Vec<Chain> {
    let mut next: BTreeMap<(Corner, usize), Corner> = BTreeMap::new();
    let mut meeting: BTreeMap<Corner, BTreeSet<Option<usize>>> = BTreeMap::new();
    for (&(from, to), &(left, right)) in borders {
        next.insert((from, left), to);
        for corner in [from, to] {
            meeting.entry(corner).or_default().extend([Some(left), right]);
        }
    }
    let moved: BTreeMap<Corner, Point> = meeting
        .keys()
        .map(|&corner| {
            let (x, y) = place(corner);
            (corner, (x + chance.between(-10, 10), y + chance.between(-10, 10)))
        })
        .collect();
    let ends = |corner: Corner| meeting[&corner].len() > 2;
    let mut done: BTreeSet<(Corner, usize)> = BTreeSet::new();
    let mut chains = Vec::new();
    // Chains between meeting points come first; what is left are rings without one.
    let starts = borders.iter().filter(|((from, _), _)| ends(*from));
    for (&(from, _), &(left, _)) in starts.chain(borders.iter()) {
        if done.contains(&(from, left)) {
            continue;
        }
        let mut corners = vec![from];
        let mut at = from;
        while done.insert((at, left)) {
            at = next[&(at, left)];
            corners.push(at);
            if ends(at) {
                break;
            }
        }
        let points = corners.iter().map(|corner| moved[corner]).collect::<Vec<_>>();
        chains.push(Chain { left, points: smoothed(&points) });
    }
    chains
}

/// Joins the chains of one neighbourhood into closed rings.
fn rings(chains: &[Chain], hood: usize) -> Vec<Vec<Point>> {
    let mut left: Vec<&[Point]> =
        chains.iter().filter(|chain| chain.left == hood).map(|chain| &*chain.points).collect();
    let mut rings = Vec::new();
    while let Some(first) = left.pop() {
        let mut ring = first.to_vec();
        while ring.first() != ring.last()
            && let Some(found) = left.iter().position(|chain| chain.first() == ring.last())
        {
            ring.extend(&left.swap_remove(found)[1..]);
        }
        rings.push(ring);
    }
    // The outline is the ring around the most ground; holes turn the other way.
    rings.sort_by_key(|ring| -doubled_surface(ring));
    rings
}

/// Drops the points that lie near the line between those kept (Douglas and Peucker,
/// 1973). The same from either end, as both sides of a border need it.
fn smoothed(points: &[Point]) -> Vec<Point> {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let backwards = first > last;
    let mut line = points.to_vec();
    if backwards {
        line.reverse();
    }
    let mut kept = BTreeSet::from([0, line.len() - 1]);
    let mut open = vec![(0, line.len() - 1)];
    while let Some((from, to)) = open.pop() {
        let far = |at: usize| distance_to_segment(line[at], line[from], line[to]);
        let farthest = (from + 1..to).max_by_key(|&at| (far(at), at));
        if let Some(at) = farthest
            && far(at) > TOLERANCE * TOLERANCE
        {
            kept.insert(at);
            open.extend([(from, at), (at, to)]);
        }
    }
    let mut line: Vec<Point> = kept.into_iter().map(|at| line[at]).collect();
    if backwards {
        line.reverse();
    }
    line
}

/// Cuts the corners of a line three times (Chaikin, 1974), which makes it a curve.
fn rounded(points: &[Point], closed: bool) -> Vec<Point> {
    let mut line = points.to_vec();
    for _ in 0..3 {
        let mut cut = Vec::with_capacity(line.len() * 2);
        let pairs = if closed { line.len() } else { line.len() - 1 };
        for at in 0..pairs {
            let (a, b) = (line[at], line[(at + 1) % line.len()]);
            cut.push(((3 * a.0 + b.0) / 4, (3 * a.1 + b.1) / 4));
            cut.push(((a.0 + 3 * b.0) / 4, (a.1 + 3 * b.1) / 4));
        }
        line = cut;
    }
    line
}

fn apart(a: Point, b: Point) -> i64 {
    (a.0 - b.0).pow(2) + (a.1 - b.1).pow(2)
}

fn distance_to_segment(at: Point, from: Point, to: Point) -> i64 {
    let length = apart(from, to);
    if length == 0 {
        return apart(at, from);
    }
    let along = (at.0 - from.0) * (to.0 - from.0) + (at.1 - from.1) * (to.1 - from.1);
    let along = along.clamp(0, length);
    let foot =
        (from.0 + (to.0 - from.0) * along / length, from.1 + (to.1 - from.1) * along / length);
    apart(at, foot)
}

fn distance_to_line(at: Point, line: &[Point]) -> i64 {
    line.windows(2).map(|pair| distance_to_segment(at, pair[0], pair[1])).min().unwrap_or(i64::MAX)
}

/// Whether a point lies north of the river, which runs from east to west.
fn is_north(at: Point, river: &[Point]) -> bool {
    river
        .windows(2)
        .find(|pair| pair[1].0 <= at.0 && at.0 < pair[0].0)
        .is_some_and(|pair| turn(pair[1], pair[0], at) > 0)
}

fn turn(a: Point, b: Point, c: Point) -> i64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

fn inside(at: Point, ring: &[Point]) -> bool {
    let mut inside = false;
    for (index, &a) in ring.iter().enumerate() {
        let b = ring[(index + 1) % ring.len()];
        if (a.1 > at.1) != (b.1 > at.1) {
            let upwards = b.1 > a.1;
            if (turn(a, b, at) > 0) == upwards {
                inside = !inside;
            }
        }
    }
    inside
}

/// Twice the surface in square metres; negative for a ring that runs clockwise.
pub(super) fn doubled_surface(ring: &[Point]) -> i64 {
    ring.windows(2).map(|pair| pair[0].0 * pair[1].1 - pair[1].0 * pair[0].1).sum()
}
