//! Tables of text: rows, headers, cells.

pub(crate) mod cells;
mod split;

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    Progress,
    columns::Column,
    finding::{FindingKind, Log, Note},
    records::Located,
    table::{cells::Parsed, split::Splitter},
    text::damage,
};

/// How headers of a published table are called by us; everything else in it is told
/// as not used. Empty for our own files, where an unknown column is a finding.
pub(crate) type Aliases = &'static [(&'static str, &'static str)];

/// A row whose cells are asked for by the name of their column. What is wrong goes
/// to the log, so that a row tells all its findings at once.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    number: u32,
    cells: &'a [Cow<'a, str>],
    header: &'a BTreeMap<&'static str, usize>,
    log: &'a mut Log,
    before: usize,
}

impl Row<'_> {
    /// The cell without blanks around it; empty when the file has no such column.
    pub(crate) fn get(&self, column: &str) -> &str {
        let cell = self.header.get(column).and_then(|index| self.cells.get(*index));
        cell.map_or("", |cell| cell.trim())
    }

    pub(crate) fn find(&mut self, column: &str, what: FindingKind) {
        self.log.cell(self.number, column, what);
    }

    /// A cell that has to be filled. `None` when it is not or makes no sense.
    pub(crate) fn must<T>(&mut self, column: &str, parse: impl Fn(&str) -> Parsed<T>) -> Option<T> {
        // A column that is missing was told once, for the whole file.
        self.header.get(column)?;
        match self.may(column, parse)? {
            Some(value) => Some(value),
            None => {
                self.find(column, FindingKind::Empty {});
                None
            }
        }
    }

    /// A cell that may be empty: `Some(None)`. `None` when it makes no sense.
    pub(crate) fn may<T>(
        &mut self,
        column: &str,
        parse: impl Fn(&str) -> Parsed<T>,
    ) -> Option<Option<T>> {
        let text = self.get(column);
        if text.is_empty() {
            return Some(None);
        }
        match parse(text) {
            Ok(value) => Some(Some(value)),
            Err(what) => {
                self.find(column, what);
                None
            }
        }
    }

    /// Whether this row has told an error so far.
    pub(crate) fn failed(&self) -> bool {
        self.log.findings.iter().skip(self.before).any(|finding| {
            finding.what.severity() == crate::Severity::Error
                && !matches!(
                    finding.what,
                    FindingKind::Damaged { .. } | FindingKind::LostLetter { .. }
                )
        })
    }
}

/// Reads a table: `build` makes a record of a row, `key` says what may be there once.
pub(crate) fn read<T>(
    text: &str,
    columns: &'static [Column],
    aliases: Aliases,
    log: &mut Log,
    progress: &mut dyn FnMut(Progress),
    mut build: impl FnMut(&mut Row<'_>) -> Option<T>,
    key: impl Fn(&T) -> (&'static str, String),
) -> Vec<Located<T>> {
    let delimiter = delimiter(text);
    let mut rows = Splitter::new(text, delimiter);
    let Some(first) = rows.next() else {
        log.file(FindingKind::EmptyFile {});
        return Vec::new();
    };
    log.notes.push(Note::Delimiter(delimiter));
    let header = header(&first.cells, first.row, columns, aliases, log);
    let mut seen = BTreeMap::new();
    let mut records = Vec::new();
    for (count, raw) in (1_u64..).zip(rows) {
        if count % 1_000 == 0 {
            progress(Progress { rows: count, read: raw.read, size: text.len() });
        }
        let before = log.findings.len();
        if let Some(index) = raw.bad_quote {
            let name = first.cells.get(index).map(|name| name.trim().to_owned());
            log.add(Some(raw.row), name, FindingKind::Quote {});
            // What the cells are is anybody's guess now.
            continue;
        }
        check_length(&raw.cells, first.cells.len(), raw.row, log);
        check_letters(&raw.cells, &header, raw.row, log);
        let mut row = Row { number: raw.row, cells: &raw.cells, header: &header, log, before };
        let Some(record) = build(&mut row) else { continue };
        if row.failed() {
            continue;
        }
        let (column, key) = key(&record);
        match seen.get(&key) {
            Some(first) => {
                row.find(
                    column,
                    FindingKind::Twice { key: key.replace('\u{1f}', " "), first: *first },
                );
            }
            None => {
                seen.insert(key, raw.row);
                records.push(Located { row: raw.row, record });
            }
        }
    }
    let rows = u64::try_from(records.len()).unwrap_or(u64::MAX);
    progress(Progress { rows, read: text.len(), size: text.len() });
    records
}

/// Whether the first row of a text has a column of this name.
pub(crate) fn has_column(text: &str, name: &str) -> bool {
    let row = Splitter::new(text, delimiter(text)).next();
    row.is_some_and(|row| row.cells.iter().any(|cell| plain(cell) == name))
}

/// The mark that is most often in the first line, outside quotation marks.
fn delimiter(text: &str) -> char {
    let line = text.trim_start().lines().next().unwrap_or_default();
    let outside: Vec<&str> = line.split('"').step_by(2).collect();
    let times = |mark: &char| outside.iter().map(|part| part.matches(*mark).count()).sum::<usize>();
    // Of equals the last counts for `max_by_key`, so our own mark stands last.
    ['\t', ',', ';'].into_iter().max_by_key(times).unwrap_or(';')
}

fn plain(header: &str) -> String {
    header.trim().to_lowercase().replace([' ', '-'], "_")
}

fn header(
    cells: &[Cow<'_, str>],
    row: u32,
    columns: &'static [Column],
    aliases: Aliases,
    log: &mut Log,
) -> BTreeMap<&'static str, usize> {
    let mut found = BTreeMap::new();
    let mut unused = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let name = plain(cell);
        let name = aliases
            .iter()
            .find(|(theirs, _)| *theirs == name)
            .map_or(name.as_str(), |(_, ours)| ours);
        match columns.iter().find(|column| column.name == name) {
            Some(column) => {
                if found.insert(column.name, index).is_some() {
                    log.cell(
                        row,
                        column.name,
                        FindingKind::DuplicateColumn { name: name.to_owned() },
                    );
                }
            }
            None if !aliases.is_empty() => unused.push(cell.trim().to_owned()),
            None if cell.trim().is_empty() => {}
            None => {
                let names = columns.iter().map(|it| it.name);
                let nearest = nearest(name, names).unwrap_or("–").to_owned();
                let name = cell.trim().to_owned();
                log.cell(row, &name.clone(), FindingKind::UnknownColumn { name, nearest });
            }
        }
    }
    if !unused.is_empty() {
        log.notes.push(Note::ColumnsNotUsed(unused));
    }
    for column in columns.iter().filter(|column| column.required) {
        if !found.contains_key(column.name) {
            log.cell(row, column.name, FindingKind::MissingColumn { name: column.name.to_owned() });
        }
    }
    found
}

fn check_length(cells: &[Cow<'_, str>], expected: usize, row: u32, log: &mut Log) {
    let too_many = cells.iter().skip(expected).any(|cell| !cell.trim().is_empty());
    if cells.len() < expected || too_many {
        let figure = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let what =
            FindingKind::RowLength { found: figure(cells.len()), expected: figure(expected) };
        log.add(Some(row), None, what);
    }
}

fn check_letters(
    cells: &[Cow<'_, str>],
    header: &BTreeMap<&'static str, usize>,
    row: u32,
    log: &mut Log,
) {
    for (column, index) in header {
        let Some(cell) = cells.get(*index).filter(|cell| !cell.is_ascii()) else { continue };
        let found = || cell.chars().take(80).collect();
        if cell.contains('\u{fffd}') {
            log.cell(row, column, FindingKind::LostLetter { found: found() });
        } else if let Some((damage, likely)) = damage(cell) {
            let likely = likely.chars().take(80).collect();
            log.cell(row, column, FindingKind::Damaged { damage, found: found(), likely });
        }
    }
}

/// The known name that differs in at most two letters.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|known| (distance(name, known), known))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, name)| name)
}

/// Letters to add, leave out or change to get from one word to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut line: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let at =
                |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX / 2);
            let change = at(&line, j) + usize::from(letter != *other);
            next.push(change.min(at(&line, j + 1) + 1).min(at(&next, j) + 1));
        }
        line = next;
    }
    line.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_between_cells_is_told_from_the_header() {
        for (text, mark) in [
            ("a;b;c\n1,2;3", ';'),
            ("a,b\n", ','),
            ("a\tb\n", '\t'),
            ("\"a;b\",c", ','),
            ("a", ';'),
        ] {
            assert_eq!(delimiter(text), mark, "{text}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_near() {
        assert_eq!(distance("refrence", "reference"), 1);
        assert_eq!(distance("born", "name_nl"), 6);
    }
}
