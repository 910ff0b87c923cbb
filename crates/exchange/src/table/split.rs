use std::borrow::Cow;

/// Cuts a text into rows and cells.
///
/// Our own and not a library's, for two things people mending a file need: rows are
/// counted as a spreadsheet does (blank rows and cells of several lines included),
/// and a quotation mark that is never closed is told with its row.
#[derive(Debug)]
pub(crate) struct Splitter<'a> {
    text: &'a str,
    at: usize,
    row: u32,
    delimiter: u8,
}

/// One row that holds something.
#[derive(Debug)]
pub(crate) struct RawRow<'a> {
    pub(crate) row: u32,
    pub(crate) cells: Vec<Cow<'a, str>>,
    /// Index of the cell with a stray or unclosed quotation mark.
    pub(crate) bad_quote: Option<usize>,
    /// Bytes of the text read so far.
    pub(crate) read: usize,
}

impl<'a> Splitter<'a> {
    /// The delimiter is one of `;`, `,` and tab.
    pub(crate) fn new(text: &'a str, delimiter: char) -> Self {
        Self { text, at: 0, row: 0, delimiter: u8::try_from(delimiter).unwrap_or(b';') }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn plain(&mut self) -> &'a str {
        let from = self.at;
        while let Some(byte) = self.byte() {
            if byte == self.delimiter || byte == b'\n' || byte == b'\r' {
                break;
            }
            self.at += 1;
        }
        self.slice(from, self.at)
    }

    /// The cell from its opening quotation mark; `false` when the marks do not pair.
    fn quoted(&mut self) -> (Cow<'a, str>, bool) {
        self.at += 1;
        let mut from = self.at;
        let mut cell = Cow::Borrowed("");
        loop {
            match self.byte() {
                None => {
                    cell += self.slice(from, self.at);
                    return (cell, false);
                }
                Some(b'"') => {
                    cell += self.slice(from, self.at);
                    self.at += 1;
                    if self.byte() != Some(b'"') {
                        break;
                    }
                    // A doubled mark stands for one: keep the second.
                    from = self.at;
                    self.at += 1;
                }
                Some(_) => self.at += 1,
            }
        }
        let stray = self.plain();
        let sound = stray.trim().is_empty();
        if !sound {
            cell += stray;
        }
        (cell, sound)
    }

    fn line(&mut self) -> RawRow<'a> {
        self.row += 1;
        let mut line = RawRow { row: self.row, cells: Vec::new(), bad_quote: None, read: self.at };
        loop {
            let cell = if self.byte() == Some(b'"') {
                let (cell, sound) = self.quoted();
                if !sound && line.bad_quote.is_none() {
                    line.bad_quote = Some(line.cells.len());
                }
                cell
            } else {
                Cow::Borrowed(self.plain())
            };
            line.cells.push(cell);
            match self.byte() {
                Some(b'\r') => {
                    self.at += 1;
                    if self.byte() == Some(b'\n') {
                        self.at += 1;
                    }
                    break;
                }
                Some(b'\n') => {
                    self.at += 1;
                    break;
                }
                Some(_) => self.at += 1,
                None => break,
            }
        }
        line.read = self.at;
        line
    }
}

impl<'a> Iterator for Splitter<'a> {
    type Item = RawRow<'a>;

    fn next(&mut self) -> Option<RawRow<'a>> {
        while self.at < self.text.len() {
            let line = self.line();
            if line.bad_quote.is_some() || line.cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(line);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(u32, &[&str])]) {
        let rows: Vec<_> = Splitter::new(text, ';').map(|row| (row.row, row.cells)).collect();
        assert_eq!(rows.len(), expected.len(), "{rows:?}");
        for ((row, cells), (expected_row, expected_cells)) in rows.iter().zip(expected) {
            assert_eq!(
                (row, cells.as_slice()),
                (
                    expected_row,
                    &*expected_cells.iter().map(|c| Cow::Borrowed(*c)).collect::<Vec<_>>()
                )
            );
        }
    }

    #[test]
    fn all_three_line_ends_end_a_row() {
        check(
            "a;b\r\nc;d\re;f\ng;h",
            &[(1, &["a", "b"]), (2, &["c", "d"]), (3, &["e", "f"]), (4, &["g", "h"])],
        );
    }

    #[test]
    fn a_quoted_cell_may_hold_delimiters_marks_and_lines() {
        check("\"a;\"\"b\"\"\nc\";d\ne;f", &[(1, &["a;\"b\"\nc", "d"]), (2, &["e", "f"])]);
    }

    #[test]
    fn blank_rows_count_but_are_left_out() {
        check("a;b\n\n;;\nc;d\n", &[(1, &["a", "b"]), (4, &["c", "d"])]);
    }

    #[test]
    fn an_empty_last_cell_is_a_cell() {
        check("a;\n", &[(1, &["a", ""])]);
    }

    #[test]
    fn an_unclosed_mark_is_told_with_its_row() {
        let rows: Vec<_> = Splitter::new("a;b\n1;\"x\n2;y\n", ';').collect();
        assert_eq!(rows[1].row, 2);
        assert_eq!(rows[1].bad_quote, Some(1));
    }

    #[test]
    fn words_after_a_closing_mark_are_told_and_kept() {
        let rows: Vec<_> = Splitter::new("\"Jan\" Jansen;b", ';').collect();
        assert_eq!(rows[0].bad_quote, Some(0));
        assert_eq!(rows[0].cells[0], "Jan Jansen");
    }
}
