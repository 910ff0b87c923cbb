//! One row of pairs.

use sleutel_matching::Instance;

use crate::{
    finding::FindingKind,
    instance::log::{Few, shown},
};

/// Three whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) person: u32,
    pub(super) home: u32,
    /// What the pair weighs, without its sign.
    pub(super) weight: u32,
    /// Whether the weight is below zero.
    pub(super) below: bool,
}

impl Row {
    /// The row a text begins with and what comes after it; `None` when it is not three
    /// numbers up to 4,294,967,295 and the end of a line.
    #[inline]
    pub(super) fn read(text: &[u8]) -> Option<(Self, &[u8])> {
        let mut at = 0;
        let person = number(text, &mut at)?;
        comma(text, &mut at)?;
        let home = number(text, &mut at)?;
        comma(text, &mut at)?;
        let below = text.get(at) == Some(&b'-');
        at += usize::from(below);
        let weight = number(text, &mut at)?;
        if text.get(at) == Some(&b'\r') {
            at += 1;
        }
        match text.get(at) {
            Some(b'\n') => at += 1,
            None => {}
            Some(_) => return None,
        }
        Some((Self { person, home, weight, below }, &text[at..]))
    }
}

#[inline]
fn comma(text: &[u8], at: &mut usize) -> Option<()> {
    let there = text.get(*at) == Some(&b',');
    *at += 1;
    there.then_some(())
}

#[inline]
fn number(text: &[u8], at: &mut usize) -> Option<u32> {
    let begin = *at;
    let mut value = 0_u64;
    while let Some(digit) = text.get(*at).map(|it| it.wrapping_sub(b'0')).filter(|&it| it < 10) {
        value = value * 10 + u64::from(digit);
        *at += 1;
        if *at - begin > 10 {
            return None;
        }
    }
    if *at == begin { None } else { u32::try_from(value).ok() }
}

/// Everything wrong with a row that could not be taken.
pub(super) fn trouble(line: &[u8], row: u32, (people, homes): (usize, usize), log: &mut Few) {
    let line = String::from_utf8_lossy(line);
    let cells: Vec<_> = line.trim_end_matches('\r').split(',').collect();
    if cells.len() != 3 {
        let found = i64::try_from(cells.len()).unwrap_or(i64::MAX);
        log.add(Some(row), None, FindingKind::RowLength { found, expected: 3 });
        return;
    }
    let last = |many: usize| i64::try_from(many).unwrap_or(i64::MAX) - 1;
    let heaviest = i64::from(Instance::HEAVIEST);
    let ranges = [
        ("person", (0, last(people))),
        ("dwelling", (0, last(homes))),
        ("weight", (-heaviest, heaviest)),
    ];
    for (cell, (column, (least, most))) in cells.into_iter().zip(ranges) {
        let digits = cell.strip_prefix('-').unwrap_or(cell);
        let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
        let inside = cell.parse::<i64>().is_ok_and(|it| (least..=most).contains(&it));
        let found = shown(cell);
        if !is_number {
            log.add(Some(row), Some(column.to_owned()), FindingKind::NotANumber { found });
        } else if !inside {
            let what = FindingKind::OutOfRange { found, least, most };
            log.add(Some(row), Some(column.to_owned()), what);
        } else if digits.len() > 10 || (cell.starts_with('-') && column != "weight") {
            // Zeroes in front, or a zero below zero: a number, but nobody writes it so.
            log.add(Some(row), Some(column.to_owned()), FindingKind::NotANumber { found });
        }
    }
}
