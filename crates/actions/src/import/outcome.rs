//! What came of looking at files, as it is kept until somebody decides.

use serde::{Deserialize, Serialize};
use sleutel_exchange::{Figure, Finding, Kind, Note, Severity};
use sleutel_store::uploads::UploadFile;

use super::{Counts, Report};

/// Findings that are kept and shown; how many more there are is counted.
const MOST: usize = 2_000;

/// What came of looking at files.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Each file.
    pub files: Vec<FileOutcome>,
    /// What is wrong, errors first, in the order of the files; the first 2,000.
    pub findings: Vec<FindingRow>,
    /// Errors there are in all.
    pub errors: u64,
    /// Warnings there are in all.
    pub warnings: u64,
    /// Per kind what becomes of its rows.
    pub counts: Vec<CountRow>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileOutcome {
    /// Its place among the files.
    pub number: i64,
    /// Its name.
    pub name: String,
    /// The code of its kind; `None` when nobody knows.
    pub kind: Option<String>,
    /// Bytes in it.
    pub size: usize,
    /// Rows that were sound.
    pub rows: usize,
    /// How it was read.
    pub notes: Vec<NoteRow>,
    /// Its first lines as they stand in it.
    pub first: Vec<String>,
}

/// How a file was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the variants are those of `Note`")]
pub enum NoteRow {
    Utf16,
    ByteOrderMark,
    Delimiter(char),
    ColumnsNotUsed(Vec<String>),
    PartsNamed(usize),
}

/// Something that is wrong, with what its words need.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FindingRow {
    /// The file's name.
    pub file: String,
    /// The row.
    pub row: Option<u32>,
    /// The column.
    pub column: Option<String>,
    /// Whether it stands in the way.
    pub error: bool,
    /// Its code.
    pub code: String,
    /// The values its two messages may name.
    pub figures: Vec<(String, FigureRow)>,
}

/// A value inside a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the variants are those of `Figure`")]
pub enum FigureRow {
    Text(String),
    Number(i64),
    Date(jiff::civil::Date),
}

/// What becomes of the rows of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountRow {
    /// The code of the kind.
    pub kind: String,
    /// New.
    pub added: u64,
    /// There already, and different.
    pub changed: u64,
    /// There already, and the same.
    pub unchanged: u64,
}

impl From<&Note> for NoteRow {
    fn from(note: &Note) -> Self {
        match note {
            Note::Utf16 => Self::Utf16,
            Note::ByteOrderMark => Self::ByteOrderMark,
            Note::Delimiter(mark) => Self::Delimiter(*mark),
            Note::ColumnsNotUsed(names) => Self::ColumnsNotUsed(names.clone()),
            Note::PartsNamed(count) => Self::PartsNamed(*count),
        }
    }
}

impl From<Finding> for FindingRow {
    fn from(finding: Finding) -> Self {
        let figures = finding.what.figures().into_iter().map(|(name, figure)| {
            let figure = match figure {
                Figure::Text(text) => FigureRow::Text(text),
                Figure::Number(number) => FigureRow::Number(number),
                Figure::Date(date) => FigureRow::Date(date),
            };
            (name.to_owned(), figure)
        });
        Self {
            figures: figures.collect(),
            code: finding.what.code().to_owned(),
            error: finding.severity == Severity::Error,
            file: finding.file,
            row: finding.row,
            column: finding.column,
        }
    }
}

impl FileOutcome {
    pub(super) fn new(
        file: &UploadFile,
        kind: Kind,
        rows: usize,
        notes: &[Note],
        first: Vec<String>,
    ) -> Self {
        Self {
            number: file.number,
            name: file.name.clone(),
            kind: Some(kind.code().to_owned()),
            size: file.bytes.len(),
            rows,
            notes: notes.iter().map(NoteRow::from).collect(),
            first,
        }
    }

    pub(super) fn unknown(file: &UploadFile, first: Vec<String>) -> Self {
        let (number, name, size) = (file.number, file.name.clone(), file.bytes.len());
        Self { number, name, kind: None, size, rows: 0, notes: Vec::new(), first }
    }
}

impl Outcome {
    /// A file nobody knows the kind of stands in the way, like an error.
    pub(super) fn add_file(&mut self, file: FileOutcome) {
        if file.kind.is_none() {
            self.errors += 1;
        }
        self.files.push(file);
    }

    pub(super) fn add(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for row in findings.into_iter().map(FindingRow::from) {
            let (same, most) =
                if row.error { (&mut self.errors, MOST) } else { (&mut self.warnings, MOST / 2) };
            *same += 1;
            if usize::try_from(*same).unwrap_or(usize::MAX) <= most {
                self.findings.push(row);
            }
        }
        self.findings.sort_by_key(|it| !it.error);
    }

    pub(super) fn take(&mut self, report: &Report) {
        self.add(report.findings.iter().cloned());
        let row = |(kind, counts): (&Kind, &Counts)| CountRow {
            kind: kind.code().to_owned(),
            added: counts.added,
            changed: counts.changed,
            unchanged: counts.unchanged,
        };
        self.counts = report.counts.iter().map(row).collect();
    }

    /// What was brought in is in the product now; its first lines need not be kept.
    pub(super) fn kept(&mut self) {
        self.files.iter_mut().for_each(|file| file.first.clear());
    }

    /// How many findings are not among those kept.
    pub fn more(&self) -> u64 {
        let unknown = self.files.iter().filter(|it| it.kind.is_none()).count();
        let shown = (self.findings.len() + unknown) as u64;
        (self.errors + self.warnings).saturating_sub(shown)
    }

    /// Whether bringing it in would change nothing.
    pub fn nothing_new(&self) -> bool {
        self.counts.iter().all(|it| it.added == 0 && it.changed == 0)
    }
}
