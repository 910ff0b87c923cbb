//! The file with the pairs that may be: `person,dwelling,weight`, one a row, read as it
//! streams by.

use std::io::Read;

use sleutel_matching::{Arc, Instance};

use super::{
    facts::Facts,
    log::Few,
    unpack::{MOST_PAIRS, Unpacked},
};
use crate::finding::FindingKind;

mod gather;
mod row;

use gather::Gathered;
use row::{Row, trouble};

/// Text held at a time; a row is never longer.
const WINDOW: usize = 256 << 10;
const HEAD: [&str; 3] = ["person", "dwelling", "weight"];

/// Where each person's pairs begin, and all pairs in order of person and home.
pub(super) fn read(bytes: impl Read, facts: &Facts, log: &mut Few) -> Option<(Vec<u32>, Vec<Arc>)> {
    let mut from = Unpacked::new(bytes, MOST_PAIRS, log)?;
    let mut window = vec![0; WINDOW];
    let mut held = 0;
    let mut rows = Rows { facts, number: 0, counted: 0, gathered: Gathered::new(facts) };
    loop {
        let filled = from.fill(&mut window[held..], log)?;
        let end = held + filled;
        let last = end < WINDOW;
        let text = &window[..end];
        // Whole rows only, but at the end of the file.
        let whole = if last {
            end
        } else {
            text.iter().rposition(|&it| it == b'\n').map_or(0, |at| at + 1)
        };
        if whole == 0 && !last {
            let what = FindingKind::RowLength { found: 1, expected: 3 };
            log.add(Some(rows.number.saturating_add(1)), None, what);
            return None;
        }
        if !rows.take(&text[..whole], log) {
            return None;
        }
        if last {
            break;
        }
        window.copy_within(whole..end, 0);
        held = end - whole;
    }
    if rows.counted != u64::from(facts.pairs) {
        let found = i64::try_from(rows.counted).unwrap_or(i64::MAX);
        log.file(FindingKind::PairsCounted { found, expected: facts.pairs.into() });
    }
    rows.gathered.done(log)
}

/// What was read so far.
struct Rows<'a> {
    facts: &'a Facts,
    /// Rows seen, the head included.
    number: u32,
    /// Pairs seen, sound or not.
    counted: u64,
    gathered: Gathered,
}

impl Rows<'_> {
    /// Whole rows; false when it makes no sense to go on.
    fn take(&mut self, mut text: &[u8], log: &mut Few) -> bool {
        if self.number == 0 {
            if text.is_empty() {
                log.file(FindingKind::EmptyFile {});
                return false;
            }
            let Some(rest) = self.head(text, log) else { return false };
            text = rest;
        }
        let (people, homes) = (self.facts.group.len(), self.facts.complex.len());
        while !text.is_empty() {
            self.number = self.number.saturating_add(1);
            if let Some((Row { person, home, weight, below }, rest)) = Row::read(text)
                && (person as usize) < people
                && (home as usize) < homes
                && weight <= Instance::HEAVIEST.unsigned_abs()
            {
                // INVARIANT: the heaviest fits in 31 bits.
                let weight = i32::try_from(weight).unwrap_or(i32::MAX);
                let weight = if below { -weight } else { weight };
                // One too many is only counted.
                if self.counted < u64::from(self.facts.pairs) {
                    self.gathered.add(person, Arc { home, weight }, self.number, log);
                }
                self.counted += 1;
                text = rest;
                continue;
            }
            let end = text.iter().position(|&it| it == b'\n').unwrap_or(text.len());
            let line = &text[..end];
            text = text.get(end + 1..).unwrap_or_default();
            if line.is_empty() || line == b"\r" {
                continue;
            }
            self.counted += 1;
            trouble(line, self.number, (people, homes), log);
            if log.full() {
                return false;
            }
        }
        true
    }

    /// The rest after the first row, when that names the columns.
    fn head<'t>(&mut self, text: &'t [u8], log: &mut Few) -> Option<&'t [u8]> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let end = text.iter().position(|&it| it == b'\n').unwrap_or(text.len());
        let line = String::from_utf8_lossy(&text[..end.min(200)]).into_owned();
        let cells: Vec<_> = line.trim_end_matches('\r').split(',').collect();
        if cells != HEAD {
            for name in HEAD.into_iter().filter(|it| !cells.contains(it)) {
                log.add(Some(1), None, FindingKind::MissingColumn { name: name.to_owned() });
            }
            if HEAD.iter().all(|it| cells.contains(it)) {
                let (found, expected) = (super::log::shown(&line), HEAD.join(","));
                log.add(Some(1), None, FindingKind::OtherForm { found, expected });
            }
            return None;
        }
        self.number = 1;
        Some(text.get(end + 1..).unwrap_or_default())
    }
}
