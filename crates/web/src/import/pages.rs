//! What the pages of an import show.

use askama::Template;
use sleutel_actions::import::{CountRow, FileOutcome, Outcome};
use sleutel_exchange::Kind;
use sleutel_words::Words;

use super::findings::{self, Line};
use crate::{
    Form, Page,
    show::{Choice, Tone},
};

/// Findings on the page; the file for a spreadsheet has more.
const SHOWN: usize = 200;

/// An upload in the list of those of the last hour.
#[derive(Debug)]
pub(super) struct Recent {
    pub(super) href: String,
    pub(super) when: String,
    pub(super) files: String,
    pub(super) state: String,
}

/// Choosing files.
#[derive(Debug, Template)]
#[template(path = "import/start.html")]
pub(super) struct StartPage {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) kinds: Vec<Choice>,
    pub(super) recent: Vec<Recent>,
}

/// While it is being read or brought in.
#[derive(Debug, Template)]
#[template(path = "import/busy.html")]
pub(super) struct BusyPage {
    pub(super) page: Page,
    pub(super) here: String,
    pub(super) keeping: bool,
    /// What part is done; `None` while nobody knows.
    pub(super) percent: Option<u64>,
}

/// Stopped half-way.
#[derive(Debug, Template)]
#[template(path = "import/stopped.html")]
pub(super) struct StoppedPage {
    pub(super) page: Page,
    pub(super) href: String,
}

/// One file in the preview.
#[derive(Debug)]
pub(super) struct FileBlock {
    pub(super) number: i64,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) facts: Vec<(String, String)>,
    pub(super) first: String,
}

/// What was read, what is wrong, what would change; or what did.
#[derive(Debug, Template)]
#[template(path = "import/outcome.html")]
pub(super) struct OutcomePage {
    pub(super) page: Page,
    pub(super) href: String,
    pub(super) done: bool,
    pub(super) kinds: Vec<Choice>,
    pub(super) files: Vec<FileBlock>,
    pub(super) counts: Vec<(String, CountRow)>,
    pub(super) findings: Vec<Line>,
    pub(super) more: u64,
    pub(super) errors: u64,
    pub(super) warnings: u64,
    pub(super) nothing_new: bool,
}

/// Every kind of file to choose from.
pub(super) fn kinds(words: Words) -> Vec<Choice> {
    Kind::ALL
        .into_iter()
        .map(|kind| Choice::new(kind.code(), words.t(findings::kind_key(kind))))
        .collect()
}

fn file(words: Words, it: &FileOutcome) -> FileBlock {
    let kind = it.kind.clone().unwrap_or_default();
    let mut facts = vec![
        (words.t("import-size"), size(words, it.size)),
        (words.t("import-rows"), words.count(it.rows)),
    ];
    if !it.notes.is_empty() {
        let notes: Vec<_> = it.notes.iter().map(|note| findings::note(words, note)).collect();
        facts.push((words.t("import-notes"), notes.join("\n")));
    }
    // A map file may have all of the city on one line.
    let first = it.first.iter().map(|line| line.chars().take(160).collect::<String>());
    FileBlock {
        number: it.number,
        name: it.name.clone(),
        kind,
        facts,
        first: first.collect::<Vec<_>>().join("\n"),
    }
}

fn size(words: Words, bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1000);
    words.t_with("import-kilobytes", &[("number", kilobytes.into())])
}

impl OutcomePage {
    pub(super) fn new(page: Page, href: String, done: bool, outcome: &Outcome) -> Self {
        let words = page.words;
        Self {
            kinds: kinds(words),
            files: outcome.files.iter().map(|it| file(words, it)).collect(),
            counts: outcome
                .counts
                .iter()
                .map(|it| (findings::kind_words(words, &it.kind), it.clone()))
                .collect(),
            findings: outcome
                .findings
                .iter()
                .take(SHOWN)
                .map(|it| findings::line(words, it))
                .collect(),
            more: outcome.more() + outcome.findings.len().saturating_sub(SHOWN) as u64,
            errors: outcome.errors,
            warnings: outcome.warnings,
            nothing_new: outcome.nothing_new(),
            href,
            done,
            page,
        }
    }

    fn number(&self, number: &u64) -> String {
        self.page.words.number(i64::try_from(*number).unwrap_or(i64::MAX))
    }

    fn with_count(&self, key: &str, count: &u64) -> String {
        self.page.t1(key, "count", i64::try_from(*count).unwrap_or(i64::MAX))
    }

    fn attention(&self) -> Tone {
        Tone::Attention
    }
}
