//! The assumptions of the simulated chain: which values and ranges a city puts in the place of those
//! the product comes with. `docs/formats/assumptions.md`.

use crate::{
    Column, Finding, Shape,
    columns::{may, must},
    finding::Log,
    records::Located,
    table::{self, Row, cells},
    text::decode,
};

/// The name of the file in its folder.
pub const FILE: &str = "assumptions.csv";

/// What its cells hold. What a value counts and where it comes from stand there to be read.
pub const COLUMNS: &[Column] = &[
    must("name", Shape::Code),
    may("unit", Shape::Text),
    must("value", Shape::Decimal),
    may("low", Shape::Decimal),
    may("high", Shape::Decimal),
    may("source", Shape::Text),
];

/// A value for an assumption. Whether there is one of this name, and whether the value makes sense,
/// is for the engine to say.
#[derive(Debug, Clone, PartialEq)]
pub struct AssumptionRecord {
    /// The name of the assumption.
    pub name: String,
    /// The value.
    pub value: f64,
    /// The least it may well be; `None` leaves that end of the range as it is.
    pub low: Option<f64>,
    /// The most it may well be; `None` leaves that end of the range as it is.
    pub high: Option<f64>,
}

/// Reads the file: the sound rows, and every finding in the order of the file.
pub fn read(file: &str, bytes: &[u8]) -> (Vec<Located<AssumptionRecord>>, Vec<Finding>) {
    let mut log = Log::new(file);
    let text = decode(bytes, &mut log);
    let key = |it: &AssumptionRecord| ("name", it.name.clone());
    let rows = table::read(&text, COLUMNS, &[], &mut log, &mut |_| {}, row, key);
    let mut findings = log.findings;
    findings.sort_by_key(|finding| finding.row);
    (rows, findings)
}

fn row(row: &mut Row<'_>) -> Option<AssumptionRecord> {
    let number = cells::decimal(1_000_000_000);
    let name = row.must("name", |text| Ok(text.to_owned()));
    let value = row.must("value", &number);
    let (low, high) = (row.may("low", &number), row.may("high", &number));
    Some(AssumptionRecord { name: name?, value: value?, low: low?, high: high? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_gives_a_value_and_a_range_or_part_of_one() {
        let text = "name;value;low;high\nhomes.small;1.200;;\nhomes.kept;0,2;0.1;\n";
        let (rows, findings) = read(FILE, text.as_bytes());
        let found: Vec<_> = rows.into_iter().map(|it| (it.row, it.record)).collect();
        let record = |name: &str, value, low| AssumptionRecord {
            name: name.to_owned(),
            value,
            low,
            high: None,
        };
        assert_eq!(
            found,
            [(2, record("homes.small", 1.2, None)), (3, record("homes.kept", 0.2, Some(0.1)))]
        );
        assert_eq!(findings, []);
    }

    #[test]
    fn everything_that_is_wrong_is_found_and_sound_rows_stay() {
        let text = "name;value;low\nhomes.small;many;-1\nhomes.family;3;\nhomes.family;4;\n;5;\n";
        let (rows, findings) = read(FILE, text.as_bytes());
        assert_eq!(rows.len(), 1);
        let found: Vec<_> = findings.iter().map(|it| (it.row, it.what.code())).collect();
        let expected = ["E208", "E209", "E220", "E201"];
        assert_eq!(found.iter().map(|it| it.1).collect::<Vec<_>>(), expected);
        assert_eq!(found.iter().map(|it| it.0).collect::<Vec<_>>(), [2, 2, 4, 5].map(Some));
    }
}
