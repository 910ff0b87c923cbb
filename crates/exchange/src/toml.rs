//! Reading definitions written in TOML: every value with the place where it stands, every
//! remark with line and character, and none of them the last.
//!
//! A reader takes a [`Table`] apart key by key and says at the end that it is [`done`]:
//! what nobody took is an unknown key.
//!
//! [`done`]: Table::done

use std::{cell::RefCell, ops::Range};

use jiff::civil::Date;
use sleutel_domain::Wording;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    Finding,
    finding::{FindingKind, Log},
    table::nearest,
    text::decode,
};

/// The most characters of a label, a title or another piece of a definition.
const MOST_WORDS: usize = 4000;

/// A file under the reader: its text, and what was found in it so far.
#[derive(Debug)]
pub(crate) struct Source {
    text: String,
    log: RefCell<Log>,
}

/// A value with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At<T> {
    /// What it is.
    pub(crate) value: T,
    /// The byte of the text at which it begins.
    pub(crate) start: usize,
}

/// One table of the file, being taken apart.
#[derive(Debug)]
pub(crate) struct Table<'s> {
    source: &'s Source,
    table: &'s DeTable<'s>,
    start: usize,
    path: String,
    used: Vec<&'s str>,
}

/// Reads a file: bytes in, a value and every finding out. A file that is not TOML still
/// gives what could be understood of it, so that all is told at once.
pub(crate) fn read<T>(
    file: &str,
    bytes: &[u8],
    read: impl FnOnce(&mut Table<'_>) -> Option<T>,
) -> (Option<T>, Vec<Finding>) {
    let mut log = Log::new(file);
    let text = decode(bytes, &mut log).into_owned();
    let source = Source { text, log: RefCell::new(log) };
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    for error in &errors {
        let start = error.span().map_or(0, |span| span.start);
        let line = source.line(start).0;
        source.tell(start, "", FindingKind::NotToml { line });
    }
    let mut root = Table {
        source: &source,
        start: 0,
        table: table.get_ref(),
        path: String::new(),
        used: Vec::new(),
    };
    let value = read(&mut root);
    root.done();
    let log = source.log.into_inner();
    let value = value.filter(|_| errors.is_empty());
    (value, log.findings)
}

impl Source {
    /// Line and character, both from 1.
    fn line(&self, start: usize) -> (u32, u32) {
        let before = self.text.get(..start).unwrap_or(&self.text);
        let line = before.matches('\n').count() + 1;
        let character = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(character).unwrap_or(u32::MAX))
    }

    fn tell(&self, start: usize, path: &str, what: FindingKind) {
        let (line, character) = self.line(start);
        let path = (!path.is_empty()).then(|| path.to_owned());
        self.log.borrow_mut().spot(Some(line), Some(character), path, what);
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "whole number",
        DeValue::Float(_) => "decimal number",
        DeValue::Boolean(_) => "true/false",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "table",
    }
}

impl<'s> Table<'s> {
    /// The byte at which this table begins.
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// The keys that lead here (`section.2.question.1`); empty at the top.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Tells something about a value or a key of this table, at a place in the text.
    pub(crate) fn tell(&self, start: usize, key: &str, what: FindingKind) {
        self.source.tell(start, &self.sub(key), what);
    }

    /// Tells something about a place that was noted before, with the keys that led there.
    pub(crate) fn tell_at(&self, start: usize, path: &str, what: FindingKind) {
        self.source.tell(start, path, what);
    }

    /// Tells something about this table itself.
    pub(crate) fn tell_here(&self, what: FindingKind) {
        self.source.tell(self.start, &self.path, what);
    }

    /// The line a place of the text is on, from 1.
    pub(crate) fn line(&self, start: usize) -> u32 {
        self.source.line(start).0
    }

    /// Whether the key is there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The keys there are, in the order of the text, where the keys are values too; all of
    /// them count as taken.
    pub(crate) fn keys(&mut self) -> Vec<At<&'s str>> {
        let mut keys: Vec<_> = self.table.keys().map(|key| (key.span().start, key)).collect();
        keys.sort_by_key(|(start, _)| *start);
        let keys = keys.into_iter().map(|(start, key)| At { value: key.get_ref().as_ref(), start });
        let keys: Vec<_> = keys.collect();
        self.used.extend(keys.iter().map(|key| key.value));
        keys
    }

    /// Everything nobody took is a key nobody knows.
    pub(crate) fn done(&self) {
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !self.used.contains(&name) {
                let nearest = nearest(name, self.used.iter().copied()).unwrap_or("–").to_owned();
                let what = FindingKind::UnknownKey { name: name.to_owned(), nearest };
                self.tell(key.span().start, name, what);
            }
        }
    }

    fn sub(&self, key: &str) -> String {
        match (self.path.is_empty(), key.is_empty()) {
            (true, _) => key.to_owned(),
            (_, true) => self.path.clone(),
            _ => format!("{}.{key}", self.path),
        }
    }

    fn value(&mut self, key: &'s str) -> Option<&'s Spanned<DeValue<'s>>> {
        self.used.push(key);
        self.table.get(key)
    }

    /// Tells that a key is missing.
    fn need<T>(&self, key: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.has(key) {
            self.tell(self.start, key, FindingKind::MissingKey { name: key.to_owned() });
        }
        value
    }

    fn as_kind<T>(
        &mut self,
        key: &'s str,
        expected: &str,
        read: impl FnOnce(&'s DeValue<'s>) -> Option<T>,
    ) -> Option<At<T>> {
        let value = self.value(key)?;
        let start = value.span().start;
        let read = read(value.get_ref());
        if read.is_none() {
            self.wrong(key, value, expected);
        }
        Some(At { value: read?, start })
    }

    fn wrong(&self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        let found = kind(value.get_ref()).to_owned();
        let what = FindingKind::OtherKindOfValue { found, expected: expected.to_owned() };
        self.tell(value.span().start, key, what);
    }

    /// A text that may be left out. Blank is told, and counts as left out.
    pub(crate) fn text_opt(&mut self, key: &'s str) -> Option<At<&'s str>> {
        let text = self.as_kind(key, "text", DeValue::as_str)?;
        let length = text.value.chars().count();
        let fault = if text.value.trim().is_empty() {
            Some(FindingKind::Empty {})
        } else if length > MOST_WORDS {
            let (length, most) = (count(length), count(MOST_WORDS));
            Some(FindingKind::TooLong { length, most })
        } else {
            None
        };
        match fault {
            Some(fault) => {
                self.tell(text.start, key, fault);
                None
            }
            None => Some(At { value: text.value.trim(), start: text.start }),
        }
    }

    /// A text that has to be there.
    pub(crate) fn text(&mut self, key: &'s str) -> Option<At<&'s str>> {
        let text = self.text_opt(key);
        self.need(key, text)
    }

    /// One of a list of words, that may be left out.
    pub(crate) fn word_opt<T>(
        &mut self,
        key: &'s str,
        allowed: &[&str],
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<At<T>> {
        let text = self.text_opt(key)?;
        match read(text.value) {
            Some(value) => Some(At { value, start: text.start }),
            None => {
                let (found, allowed) = (text.value.to_owned(), allowed.join(", "));
                self.tell(text.start, key, FindingKind::NotOneOf { found, allowed });
                None
            }
        }
    }

    /// One of a list of words, that has to be there.
    pub(crate) fn word<T>(
        &mut self,
        key: &'s str,
        allowed: &[&str],
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<At<T>> {
        let word = self.word_opt(key, allowed, read);
        self.need(key, word)
    }

    /// A whole number within limits, that may be left out.
    pub(crate) fn whole_opt(&mut self, key: &'s str, least: i64, most: i64) -> Option<At<i64>> {
        let number = self.as_kind(key, "whole number", |value| {
            let it = value.as_integer()?;
            Some(i64::from_str_radix(it.as_str(), it.radix()).ok())
        })?;
        match number.value {
            Some(value) if (least..=most).contains(&value) => {
                Some(At { value, start: number.start })
            }
            value => {
                let found = value.map_or_else(|| "…".to_owned(), |it| it.to_string());
                self.tell(number.start, key, FindingKind::OutOfRange { found, least, most });
                None
            }
        }
    }

    /// A whole number within limits, that has to be there.
    pub(crate) fn whole(&mut self, key: &'s str, least: i64, most: i64) -> Option<At<i64>> {
        let number = self.whole_opt(key, least, most);
        self.need(key, number)
    }

    /// True or false; `None` when it is not there.
    pub(crate) fn flag_opt(&mut self, key: &'s str) -> Option<At<bool>> {
        self.as_kind(key, "true/false", DeValue::as_bool)
    }

    /// True or false where a table may stand as well: a value of another kind is left for
    /// whoever asks next.
    pub(crate) fn as_flag(&mut self, key: &'s str) -> Option<bool> {
        self.table
            .get(key)
            .and_then(|value| value.get_ref().as_bool())
            .inspect(|_| self.used.push(key))
    }

    /// A day, written as TOML's own date (`2026-01-31`) or as such a text.
    pub(crate) fn date_opt(&mut self, key: &'s str) -> Option<At<Date>> {
        let date = self.as_kind(key, "date", |value| match value {
            DeValue::Datetime(at) => Some(at.to_string()),
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => None,
        })?;
        match date.value.parse() {
            Ok(value) => Some(At { value, start: date.start }),
            Err(_) => {
                self.tell(date.start, key, FindingKind::NotADate { found: date.value });
                None
            }
        }
    }

    /// A day that has to be there.
    pub(crate) fn date(&mut self, key: &'s str) -> Option<At<Date>> {
        let date = self.date_opt(key);
        self.need(key, date)
    }

    /// Words in both languages: `label = { nl = "…", en = "…" }`. One language alone is told.
    pub(crate) fn wording_opt(&mut self, key: &'s str) -> Option<At<Wording>> {
        let mut table = self.table_opt(key)?;
        let start = table.start;
        let mut language = |code: &'s str| {
            if !table.has(code) {
                let language = code.to_owned();
                table.tell(start, code, FindingKind::NoWordsIn { language });
            }
            table.text_opt(code).map(|text| text.value.to_owned())
        };
        let (nl, en) = (language("nl"), language("en"));
        table.done();
        Some(At { value: Wording { nl: nl?, en: en? }, start })
    }

    /// Words in both languages that have to be there.
    pub(crate) fn wording(&mut self, key: &'s str) -> Option<At<Wording>> {
        let wording = self.wording_opt(key);
        self.need(key, wording)
    }

    /// A table within this one.
    pub(crate) fn table_opt(&mut self, key: &'s str) -> Option<Table<'s>> {
        let value = self.value(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, value, "table");
            return None;
        };
        Some(self.inner(table, value.span(), self.sub(key)))
    }

    /// The tables of a list; what is no table in it is told. Empty when the key is not there.
    pub(crate) fn tables(&mut self, key: &'s str) -> Vec<Table<'s>> {
        let mut tables = Vec::new();
        for (number, value) in self.list(key) {
            match value.get_ref().as_table() {
                Some(table) => {
                    let path = self.sub(&format!("{key}.{number}"));
                    tables.push(self.inner(table, value.span(), path));
                }
                None => self.wrong(key, value, "table"),
            }
        }
        tables
    }

    /// The texts of a list; what is no text in it is told. Empty when the key is not there.
    pub(crate) fn texts(&mut self, key: &'s str) -> Vec<At<&'s str>> {
        let mut texts = Vec::new();
        for (_, value) in self.list(key) {
            match value.get_ref().as_str() {
                Some(text) => texts.push(At { value: text.trim(), start: value.span().start }),
                None => self.wrong(key, value, "text"),
            }
        }
        texts
    }

    fn list(&mut self, key: &'s str) -> Vec<(usize, &'s Spanned<DeValue<'s>>)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(key, value, "list");
            return Vec::new();
        };
        (1..).zip(list.iter()).collect()
    }

    fn inner(&self, table: &'s DeTable<'s>, span: Range<usize>, path: String) -> Table<'s> {
        Table { source: self.source, table, start: span.start, path, used: Vec::new() }
    }
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, reader: impl FnOnce(&mut Table<'_>)) -> Vec<String> {
        let (_, findings) = read("form.toml", text.as_bytes(), |table| {
            reader(table);
            Some(())
        });
        findings
            .iter()
            .map(|it| {
                let (row, position) = (it.row.unwrap(), it.position.unwrap());
                let path = it.column.clone().unwrap_or_default();
                format!("{row}:{position} {path} {}", it.what.code())
            })
            .collect()
    }

    #[test]
    fn every_remark_has_its_line_and_character_and_none_is_the_last() {
        let text = "version = 'one'\ntitle = { nl = 'Dag' }\nwrong = 1\n";
        let told = told(text, |table| {
            table.whole("version", 1, 9);
            table.wording("title");
            table.text("code");
        });
        let expected =
            ["1:11 version E601", "2:9 title.en E602", "1:1 code E404", "3:1 wrong E405"];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_file_that_is_not_toml_is_read_as_far_as_it_goes() {
        let told = told("code = \nversion = 0\n", |table| {
            table.whole("version", 1, 9);
        });
        assert!(told.contains(&"1:8  E403".to_owned()), "{told:?}");
        assert!(told.contains(&"2:11 version E209".to_owned()), "{told:?}");
    }

    #[test]
    fn a_date_is_read_as_toml_writes_it_and_as_text() {
        let text = "a = 2026-01-31\nb = '2026-02-01'\nc = 2026-02-01T10:00:00\n";
        let told = told(text, |table| {
            assert_eq!(table.date("a").map(|it| it.value), Some(jiff::civil::date(2026, 1, 31)));
            assert_eq!(table.date("b").map(|it| it.value), Some(jiff::civil::date(2026, 2, 1)));
            assert_eq!(table.date("d"), None);
            table.texts("c");
        });
        assert_eq!(told, ["1:1 d E404", "3:5 c E601"]);
    }
}
