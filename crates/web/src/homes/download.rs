//! Lists as files.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use sleutel_exchange::xlsx::{self, Cell, Head, Sheet};

use crate::Problem;

/// A file that a browser keeps under a name. The name is ours: plain letters only.
pub(crate) fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    (
        [
            (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
            (header::CONTENT_DISPOSITION, disposition),
            (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        ],
        bytes,
    )
        .into_response()
}

/// A workbook of one sheet.
pub(crate) fn workbook(
    name: &str,
    made_on: jiff::civil::Date,
    sheet: Sheet,
) -> Result<Response, Problem> {
    let bytes = xlsx::workbook(made_on, &[sheet]).map_err(|error| {
        tracing::error!(%error, "a spreadsheet could not be written");
        Problem::internal()
    })?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(kind, name, bytes))
}

/// Rows of text as a table with `;`, in UTF-8 with the mark that spreadsheets look for.
pub(crate) fn csv(name: &str, rows: impl IntoIterator<Item = Vec<String>>) -> Response {
    let mut text = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|it| quoted(it)).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    file("text/csv; charset=utf-8", name, text.into_bytes())
}

/// A cell that no spreadsheet takes for a formula.
fn quoted(text: &str) -> String {
    let formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err();
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A column of a sheet.
pub(super) fn head(title: String, width: u16) -> Head {
    Head { title, width }
}

/// A cell with words.
pub(super) fn text(words: impl Into<String>) -> Cell {
    Cell::Text(words.into())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_that_looks_like_a_formula_stays_words() {
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("-3"), "-3");
        assert_eq!(quoted("a;\"b\""), "\"a;\"\"b\"\"\"");
    }
}
