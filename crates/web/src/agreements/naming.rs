//! How agreements are called and addressed on pages.

use sleutel_domain::{Id, agreements::Agreement};
use sleutel_store::agreements::AgreementRow;
use sleutel_words::Words;
use uuid::Uuid;

use crate::{Problem, show::Tone};

/// An agreement in a list on another page.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) href: String,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) tone: Tone,
    pub(crate) dates: String,
}

impl Line {
    pub(crate) fn new(words: Words, row: &AgreementRow) -> Self {
        let it = &row.agreement;
        Self {
            href: href(it.id),
            kind: words.name(&it.terms.kind),
            state: words.name(&it.state),
            tone: tone(it.state.code()),
            dates: dates(words, it.terms.from, it.last_day()),
        }
    }
}

pub(super) fn href(id: Id<Agreement>) -> String {
    format!("/agreements/{id}")
}

/// From the first day to the last, or to no end.
pub(super) fn dates(
    words: Words,
    from: jiff::civil::Date,
    until: Option<jiff::civil::Date>,
) -> String {
    let from = words.date_short(from);
    match until {
        None => words.t_with("agreements-since", &[("from", from.into())]),
        Some(until) => words.t_with(
            "agreements-between",
            &[("from", from.into()), ("until", words.date_short(until).into())],
        ),
    }
}

pub(super) fn tone(state: &str) -> Tone {
    match state {
        "drafted" => Tone::Neutral,
        "offered" => Tone::Attention,
        "signed" => Tone::Info,
        "in-force" => Tone::Good,
        _ => Tone::Neutral,
    }
}

/// The agreement an address names; any other text names none.
pub(super) fn id(text: &str) -> Result<Id<Agreement>, Problem> {
    Uuid::parse_str(text).map(Id::new).map_err(|_| Problem::not_found())
}
