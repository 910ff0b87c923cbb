//! Pictures of steering, drawn in bare numbers; the words beside them say the same.

use sleutel_actions::steering::{Goal, Line};

/// How something goes in a year, drawn 1,000 wide: what is realised, where it ends, and what
/// was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct EndBar {
    pub(super) done: u64,
    pub(super) from: u64,
    pub(super) width: u64,
    pub(super) middle: u64,
    pub(super) least: Option<u64>,
    pub(super) most: Option<u64>,
}

impl EndBar {
    pub(super) fn of(line: &Line) -> Self {
        let Line { realised, goal, ends, .. } = *line;
        let [low, middle, high] = ends;
        let most = goal.and_then(|it| it.most).unwrap_or(0);
        let least = goal.map_or(0, |it| it.least);
        let full = u64::from(realised.max(high).max(most).max(least).max(1)) * 26 / 25 + 1;
        let at = |homes: u32| u64::from(homes) * 1_000 / full;
        let mark = |homes: u32| Some(at(homes)).filter(|_| homes > 0);
        let exactly = goal.is_some_and(|Goal { least, most }| most == Some(least));
        Self {
            done: at(realised),
            from: at(low),
            width: (at(high) - at(low)).max(4),
            middle: at(middle),
            least: if exactly { None } else { mark(least) },
            most: mark(most),
        }
    }
}

/// A year as a column of parts on each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) label: String,
    pub(super) x: u64,
    /// Each part from below: which, where it begins from above, how high, how many.
    pub(super) parts: Vec<(usize, u64, u64, u32)>,
    pub(super) total: u32,
    /// Where the total stands.
    pub(super) top: u64,
    /// Where the line of what was agreed is, and how many that was.
    pub(super) agreed: Option<(u64, u32)>,
}

/// The height of a picture of columns.
pub(super) const HEIGHT: u64 = 240;
/// From one column to the next.
pub(super) const PACE: u64 = 110;

/// Columns beside each other: label, parts from below, and what was agreed.
pub(super) fn columns(years: &[(String, Vec<u32>, Option<u32>)]) -> Vec<Column> {
    let sum = |parts: &[u32]| -> u32 { parts.iter().sum() };
    let highest = years.iter().map(|(_, parts, agreed)| sum(parts).max(agreed.unwrap_or(0)));
    let full = u64::from(highest.max().unwrap_or(0).max(1)) * 11 / 10 + 1;
    let high = |homes: u32| u64::from(homes) * HEIGHT / full;
    let column = |(at, (label, parts, agreed)): (u64, &(String, Vec<u32>, Option<u32>))| {
        let mut below = 0;
        let parts = parts.iter().enumerate().map(|(which, &homes)| {
            let from = high(below);
            below += homes;
            let to = high(below);
            (which, HEIGHT - to, to - from, homes)
        });
        let parts: Vec<_> = parts.collect();
        Column {
            label: label.clone(),
            x: at * PACE,
            total: below,
            top: HEIGHT - high(below),
            parts,
            agreed: agreed.map(|it| (HEIGHT - high(it), it)),
        }
    };
    (0_u64..).zip(years).map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_on_the_ground_and_keep_their_parts() {
        let years = [("2025".to_owned(), vec![3, 4], Some(9)), ("2026".to_owned(), vec![], None)];
        let drawn = columns(&years);
        assert_eq!(drawn[0].total, 7);
        let [(0, first, one, 3), (1, second, two, 4)] = drawn[0].parts[..] else {
            panic!("{:?}", drawn[0].parts)
        };
        assert_eq!((first + one, second + two, second), (HEIGHT, first, drawn[0].top));
        assert!(drawn[0].agreed.is_some_and(|(at, _)| at < drawn[0].top));
        assert_eq!((drawn[1].x, drawn[1].top), (PACE, HEIGHT));
    }

    #[test]
    fn a_bar_of_nothing_is_drawn_too() {
        let line = Line {
            realised: 0,
            keys_to_come: 0,
            goal: None,
            ends: [0, 0, 0],
            warning: None,
            year_before: None,
        };
        let bar = EndBar::of(&line);
        assert_eq!((bar.done, bar.middle, bar.least, bar.most), (0, 0, None, None));
        let goal = Some(Goal { least: 90, most: Some(110) });
        let bar = EndBar::of(&Line { realised: 50, goal, ends: [80, 100, 120], ..line });
        assert!(bar.done < bar.from && bar.from < bar.middle && bar.from + bar.width < 1_000);
        assert!(bar.least < bar.most);
    }
}
