//! Findings and notes in words.

use sleutel_actions::import::{FigureRow, FindingRow, NoteRow};
use sleutel_exchange::Kind;
use sleutel_words::{Value, Words};

use crate::show::Tone;

/// A finding as it is shown.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) file: String,
    pub(super) row: String,
    pub(super) column: String,
    pub(super) code: String,
    pub(super) severity: String,
    pub(super) tone: Tone,
    pub(super) what: String,
    pub(super) remedy: String,
}

/// A finding in the reader's words.
pub(super) fn line(words: Words, finding: &FindingRow) -> Line {
    let values: Vec<(&str, Value<'_>)> = finding
        .figures
        .iter()
        .map(|(name, figure)| {
            let value = match figure {
                // A code of a kind is shown as what people call that kind.
                FigureRow::Text(text) if name == "kind" => kind_words(words, text).into(),
                FigureRow::Text(text) => text.into(),
                FigureRow::Number(number) => (*number).into(),
                FigureRow::Date(date) => words.date(*date).into(),
            };
            (name.as_str(), value)
        })
        .collect();
    let key = format!("finding-{}", finding.code.to_lowercase());
    let (severity, tone) = if finding.error {
        ("import-severity-error", Tone::Bad)
    } else {
        ("import-severity-warning", Tone::Attention)
    };
    Line {
        file: finding.file.clone(),
        row: finding.row.map(|row| row.to_string()).unwrap_or_default(),
        column: finding.column.clone().unwrap_or_default(),
        code: finding.code.clone(),
        severity: words.t(severity),
        tone,
        what: words.t_with(&format!("{key}-what"), &values),
        remedy: words.t_with(&format!("{key}-remedy"), &values),
    }
}

/// What people call a kind of file.
pub(super) fn kind_words(words: Words, code: &str) -> String {
    Kind::from_code(code).map_or_else(|| code.to_owned(), |kind| words.t(kind_key(kind)))
}

/// The key of what people call a kind of file.
pub(super) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisations => "import-kind-organisations",
        Kind::Areas => "import-kind-areas",
        Kind::AreaFigures => "import-kind-area-figures",
        Kind::GroupQuotas => "import-kind-group-quotas",
        Kind::MainGroups => "import-kind-main-groups",
        Kind::AssociationTargets => "import-kind-association-targets",
        Kind::Ceilings => "import-kind-ceilings",
        Kind::Complexes => "import-kind-complexes",
        Kind::Dwellings => "import-kind-dwellings",
        Kind::Vacancies => "import-kind-vacancies",
        Kind::Participants => "import-kind-participants",
        Kind::Members => "import-kind-members",
        Kind::Wishes => "import-kind-wishes",
        Kind::Network => "import-kind-network",
        Kind::Exclusions => "import-kind-exclusions",
        Kind::Together => "import-kind-together",
    }
}

/// How a file was read.
pub(super) fn note(words: Words, note: &NoteRow) -> String {
    match note {
        NoteRow::Utf16 => words.t("import-note-utf16"),
        NoteRow::ByteOrderMark => words.t("import-note-bom"),
        NoteRow::Delimiter(mark) => {
            let mark = match mark {
                '\t' => words.t("import-note-tab"),
                other => other.to_string(),
            };
            words.t_with("import-note-delimiter", &[("mark", mark.into())])
        }
        NoteRow::ColumnsNotUsed(names) => {
            let count = names.len();
            let names: Vec<_> = names.iter().take(8).cloned().collect();
            words.t_with(
                "import-note-columns",
                &[("count", count.into()), ("names", words.list(&names).into())],
            )
        }
        NoteRow::PartsNamed(count) => {
            words.t_with("import-note-parts", &[("count", (*count).into())])
        }
    }
}
