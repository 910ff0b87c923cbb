use std::fmt::Write;

use super::MapArea;

/// From degrees to the drawing: equirectangular, true at the middle latitude.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    west: f64,
    north: f64,
    /// Units a degree of longitude takes.
    across: f64,
    /// Units a degree of latitude takes.
    down: f64,
    height: f64,
}

/// Corners nearer than this to the line between their neighbours are left out, in
/// units. Less than a pixel, so that zooming in twice still looks right.
const TOLERANCE: f64 = 0.7;
const MARGIN: f64 = 8.0;
/// Square units that a number of two digits takes with some air around it.
const ROOM_FOR_A_NUMBER: f64 = 700.0;

impl Frame {
    pub(super) fn around(areas: &[MapArea], width: f64) -> Self {
        let mut points =
            areas.iter().flat_map(|area| &area.rings).flatten().filter(|point| finite(point));
        let Some(&[x, y]) = points.next() else {
            return Self { west: 0.0, north: 0.0, across: 1.0, down: 1.0, height: width / 2.0 };
        };
        let (mut west, mut east, mut south, mut north) = (x, x, y, y);
        for [x, y] in points {
            (west, east) = (west.min(*x), east.max(*x));
            (south, north) = (south.min(*y), north.max(*y));
        }
        let across = (width - 2.0 * MARGIN) / (east - west).max(1e-6);
        let down = across / f64::midpoint(south, north).to_radians().cos().max(0.01);
        let height = ((north - south) * down + 2.0 * MARGIN).clamp(100.0, width * 2.0).ceil();
        Self { west, north, across, down, height }
    }

    pub(super) fn height(self) -> f64 {
        self.height
    }

    fn place(self, [x, y]: [f64; 2]) -> [f64; 2] {
        [(x - self.west) * self.across + MARGIN, (self.north - y) * self.down + MARGIN]
    }

    fn ring(self, ring: &[[f64; 2]]) -> Vec<[f64; 2]> {
        ring.iter().filter(|point| finite(point)).map(|point| self.place(*point)).collect()
    }

    /// All rings as one path in relative steps of a tenth of a unit. A ring that
    /// would vanish keeps its outline as a speck.
    pub(super) fn path(self, rings: &[Vec<[f64; 2]>]) -> String {
        let mut path = String::new();
        for ring in rings {
            let full = self.ring(ring);
            let mut points = simplified(&full, TOLERANCE);
            if points.len() < 4 {
                points = full;
            }
            let mut at = (0, 0);
            for (index, point) in points.iter().take(points.len().saturating_sub(1)).enumerate() {
                let to = (tenths(point[0]), tenths(point[1]));
                if index == 0 {
                    path.push('M');
                    pair(&mut path, to);
                    path.push('l');
                } else if to != at {
                    pair(&mut path, (to.0 - at.0, to.1 - at.1));
                }
                at = to;
            }
            path.push('z');
        }
        path
    }

    /// Where a short number fits in the largest ring; `None` when it is drawn too small.
    pub(super) fn room(self, rings: &[Vec<[f64; 2]>]) -> Option<(i64, i64)> {
        let rings: Vec<_> = rings.iter().map(|ring| self.ring(ring)).collect();
        let largest = rings.iter().max_by(|a, b| area(a).abs().total_cmp(&area(b).abs()))?;
        (area(largest).abs() / 2.0 > ROOM_FOR_A_NUMBER).then(|| middle(largest))
    }

    /// The middle of the largest ring, for a name.
    pub(super) fn middle(self, rings: &[Vec<[f64; 2]>]) -> (i64, i64) {
        let rings: Vec<_> = rings.iter().map(|ring| self.ring(ring)).collect();
        let largest = rings.iter().max_by(|a, b| area(a).abs().total_cmp(&area(b).abs()));
        largest.filter(|ring| !ring.is_empty()).map_or((0, 0), |ring| middle(ring))
    }
}

fn middle(ring: &[[f64; 2]]) -> (i64, i64) {
    let (mut x, mut y, mut weight) = (0.0, 0.0, 0.0);
    for pair in ring.windows(2) {
        let [[ax, ay], [bx, by]] = [pair[0], pair[1]];
        let cross = ax * by - bx * ay;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
        weight += 3.0 * cross;
    }
    if weight.abs() < 1.0 {
        let [x, y] = ring.first().copied().unwrap_or_default();
        return (tenths(x) / 10, tenths(y) / 10);
    }
    (tenths(x / weight) / 10, tenths(y / weight) / 10)
}

fn finite(point: &[f64; 2]) -> bool {
    point[0].is_finite() && point[1].is_finite()
}

#[expect(clippy::cast_possible_truncation, reason = "a drawing is a few thousand units wide")]
fn tenths(value: f64) -> i64 {
    (value * 10.0).round() as i64
}

/// Tenths as short as they can be: `12.3-4`, the minus sign parting the two.
fn pair(path: &mut String, (x, y): (i64, i64)) {
    one(path, x);
    one(path, y);
}

fn one(path: &mut String, tenths: i64) {
    let parted = matches!(path.as_bytes().last(), Some(b'M' | b'l'));
    if !parted && tenths >= 0 {
        path.push(' ');
    }
    let (sign, whole, rest) = (tenths < 0, tenths.abs() / 10, tenths.abs() % 10);
    if sign {
        path.push('-');
    }
    let _ = if rest == 0 { write!(path, "{whole}") } else { write!(path, "{whole}.{rest}") };
}

fn area(ring: &[[f64; 2]]) -> f64 {
    ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum()
}

/// Leaves out corners that lie within the tolerance of the line that stays
/// (Douglas and Peucker), without recursion.
fn simplified(points: &[[f64; 2]], tolerance: f64) -> Vec<[f64; 2]> {
    if points.len() < 5 {
        return points.to_vec();
    }
    let mut keep = vec![false; points.len()];
    let last = points.len() - 1;
    // A closed ring begins and ends at one point; the corner farthest from it is a
    // second fixed one, so that there are two lines to measure from.
    let far = (1..last)
        .max_by(|a, b| apart(points[*a], points[0]).total_cmp(&apart(points[*b], points[0])))
        .unwrap_or(last);
    for fixed in [0, far, last] {
        keep[fixed] = true;
    }
    let mut spans = vec![(0, far), (far, last)];
    while let Some((from, to)) = spans.pop() {
        let farthest = (from + 1..to)
            .map(|at| (at, off_line(points[at], points[from], points[to])))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((at, distance)) = farthest
            && distance > tolerance
        {
            keep[at] = true;
            spans.extend([(from, at), (at, to)]);
        }
    }
    points.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

fn apart(a: [f64; 2], b: [f64; 2]) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

fn off_line(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let length = apart(from, to);
    if length < 1e-9 {
        return apart(point, from);
    }
    let cross = (to[0] - from[0]) * (from[1] - point[1]) - (from[0] - point[0]) * (to[1] - from[1]);
    cross.abs() / length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(west: f64, south: f64, size: f64) -> Vec<[f64; 2]> {
        vec![
            [west, south],
            [west + size, south],
            [west + size, south + size],
            [west, south + size],
            [west, south],
        ]
    }

    fn frame(ring: Vec<[f64; 2]>) -> (Frame, Vec<Vec<[f64; 2]>>) {
        let rings = vec![ring];
        let area = MapArea {
            code: "A".to_owned(),
            name: "A".to_owned(),
            rings: rings.clone(),
            class: 0,
            href: "/".to_owned(),
            title: "A".to_owned(),
            mark: String::new(),
            current: false,
            outlined: false,
        };
        (Frame::around(&[area], 1000.0), rings)
    }

    #[test]
    fn north_is_up() {
        let (frame, _) = frame(square(4.8, 52.3, 0.1));
        assert!(frame.place([4.8, 52.4])[1] < frame.place([4.8, 52.3])[1]);
    }

    #[test]
    fn a_square_of_degrees_is_taller_than_wide_at_our_latitude() {
        let (frame, _) = frame(square(4.8, 52.3, 0.1));
        assert!(frame.height() > 1500.0 && frame.height() < 1700.0, "{}", frame.height());
    }

    #[test]
    fn corners_on_a_straight_line_are_left_out() {
        let mut ring = square(4.8, 52.3, 0.1);
        ring.insert(1, [4.85, 52.3]);
        let (frame, rings) = frame(ring);
        assert_eq!(frame.path(&rings).matches(['l', 'z']).count(), 2);
        assert_eq!(simplified(&frame.ring(&rings[0]), 0.7).len(), 5);
    }

    #[test]
    fn a_map_without_shapes_still_has_a_frame() {
        let (frame, rings) = frame(vec![[f64::NAN, 1.0]]);
        assert!(frame.height() > 0.0);
        assert_eq!(frame.path(&rings), "z");
    }

    #[test]
    fn numbers_are_written_as_short_as_they_can_be() {
        let mut path = String::from("l");
        pair(&mut path, (-123, 40));
        pair(&mut path, (-5, -10));
        assert_eq!(path, "l-12.3 4-0.5-1");
    }
}
