//! A list as a file: what a page shows, as typed cells.

use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use sleutel_exchange::xlsx::{Cell, Head, Sheet};
use sleutel_words::Words;

use crate::homes::{csv, workbook};

/// Heads and rows; the cells of a row stand in the order of the heads.
pub(crate) struct Table {
    /// What files of it are called, before the date.
    pub(crate) stem: &'static str,
    /// The key of the title.
    pub(crate) title: &'static str,
    /// Key of each head, and how many characters it takes.
    pub(crate) heads: Vec<(&'static str, u16)>,
    /// The rows.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// The table as a file of the kind the address ends in: `.csv`, or else a spreadsheet.
pub(crate) fn as_file(words: Words, today: Date, path: &str, table: Table) -> Response {
    let name = |kind: &str| format!("{}-{today}.{kind}", table.stem);
    if path.ends_with(".csv") {
        let heads = table.heads.iter().map(|(key, _)| words.t(key)).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(text).collect());
        return csv(&name("csv"), std::iter::once(heads).chain(rows));
    }
    let title = words.t(table.title);
    let heads = table.heads.iter().map(|(key, width)| Head { title: words.t(key), width: *width });
    let name = name("xlsx");
    let sheet = Sheet { name: title.clone(), title, heads: heads.collect(), rows: table.rows };
    workbook(&name, today, sheet).unwrap_or_else(IntoResponse::into_response)
}

/// A cell as a table of text has it: days as year-month-day, amounts with a point.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Int(number) => number.to_string(),
        Cell::Money(amount) => format!("{}.{:02}", amount.get() / 100, amount.get() % 100),
        Cell::Date(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}
