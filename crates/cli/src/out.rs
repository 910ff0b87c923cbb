//! What is said: results on standard output, everything else on standard error.

use std::io::{self, IsTerminal, Write};

use sleutel_words::Words;

/// A result. A reader that has gone away is no failure: they saw what they wanted.
pub(crate) fn say(text: impl AsRef<str>) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{}", text.as_ref()).and_then(|()| out.flush());
}

/// Something on the way to a result.
pub(crate) fn tell(text: impl AsRef<str>) {
    let _ = writeln!(io::stderr().lock(), "{}", text.as_ref());
}

/// How far a long task is, on one line that is written over; nothing when nobody looks.
#[derive(Debug)]
pub(crate) struct Progress {
    words: Words,
    name: String,
    shown: bool,
}

impl Progress {
    pub(crate) fn new(words: Words, name: &str) -> Self {
        Self { words, name: name.to_owned(), shown: io::stderr().is_terminal() }
    }

    pub(crate) fn step(&mut self, done: u64, total: u64) {
        if !self.shown {
            return;
        }
        let number = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
        let far = [("done", number(done).into()), ("total", number(total).into())];
        let far = self.words.t_with("cli-progress", &far);
        let mut out = io::stderr().lock();
        let _ = write!(out, "\r\u{1b}[K{}: {far}", self.name).and_then(|()| out.flush());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}

/// Rows under each other, each column as wide as its widest cell.
pub(crate) fn columns(rows: &[Vec<String>]) -> String {
    let width = |at: usize| {
        rows.iter().filter_map(|row| row.get(at)).map(|it| it.chars().count()).max().unwrap_or(0)
    };
    let most = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..most).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
