//! What a paper says, as a template reads it from `data.json`. The fields are a format
//! that cities write templates for (`docs/formats/papers.md`): add, never rename.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value, json};
use sleutel_domain::access::Language;
use sleutel_words::{Words, description::Block};

use crate::Layout;

/// What every paper has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The language it is written in; every word in it has to be in this language.
    pub language: Language,
    /// What the file says it is; a reader's window shows it. No name of a person: it
    /// shows in lists of files.
    pub title: String,
    /// The day it is written, also the date in the file.
    pub date: Date,
    /// The programme in whose name it is sent.
    pub programme: String,
    /// Under the programme's name: organisation, address, telephone.
    pub sender: Vec<String>,
    /// What it is about for those who file it ("kenmerk").
    pub reference: Option<String>,
    /// What stands at the foot of each page.
    pub foot: String,
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What every paper has.
    pub frame: Frame,
    /// Whom it is to, as on an envelope.
    pub to: Vec<String>,
    /// What it is about, as its heading.
    pub subject: String,
    /// From the salutation to the close.
    pub body: Vec<Part>,
}

/// An agreement between parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// What every paper has.
    pub frame: Frame,
    /// What kind of agreement it is, as its heading.
    pub subject: String,
    /// How far it is, in words: a draft has to look like one.
    pub state: String,
    /// Who makes it.
    pub parties: Vec<Party>,
    /// Home, dates, rent, deposit: what, and what was agreed.
    pub figures: Vec<(String, String)>,
    /// What they agree on; numbered by the template.
    pub articles: Vec<Article>,
    /// Who signs, and who has.
    pub signatures: Vec<Signature>,
}

/// One party to an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Party {
    /// What it is in this agreement: landlord, resident.
    pub role: String,
    /// What it is called.
    pub name: String,
    /// Address and the like; may be empty.
    pub lines: Vec<String>,
}

/// One article of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Its heading, without a number.
    pub title: String,
    /// What it says.
    pub body: Vec<Part>,
}

/// A place for a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// What the party is in this agreement.
    pub role: String,
    /// What it is called.
    pub name: String,
    /// When it signed, in words.
    pub on: Option<String>,
    /// Who signed for it.
    pub by: Option<String>,
}

/// A form with its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What every paper has.
    pub frame: Frame,
    /// What the form is called, as its heading.
    pub subject: String,
    /// What comes before the answers.
    pub body: Vec<Part>,
    /// The answers.
    pub sections: Vec<Section>,
}

/// A report with figures and pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What every paper has.
    pub frame: Frame,
    /// What it is about, as its heading.
    pub subject: String,
    /// What whoever reads one paragraph has to know.
    pub lead: Vec<String>,
    /// The rest.
    pub body: Vec<Part>,
}

/// One titled part of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its questions, in order.
    pub rows: Vec<Row>,
}

/// One question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The question.
    pub label: String,
    /// The answer, one entry for each thing chosen or each paragraph; empty when nobody
    /// answered.
    pub answer: Vec<String>,
}

/// Something in the body of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Part {
    /// A heading below the subject.
    Heading {
        /// What it says.
        text: String,
    },
    /// A paragraph; may have several lines.
    Text {
        /// What it says.
        text: String,
    },
    /// Things in no order.
    List {
        /// The things.
        items: Vec<String>,
    },
    /// Things in order.
    Steps {
        /// The things.
        items: Vec<String>,
    },
    /// Rows under headings.
    Table {
        /// The headings.
        head: Vec<String>,
        /// The rows, as wide as the head.
        rows: Vec<Vec<String>>,
    },
    /// Rows under headings, each with a bar in a last column.
    Bars {
        /// The headings, that of the bars last.
        head: Vec<String>,
        /// The rows.
        rows: Vec<BarRow>,
        /// What is drawn: what is done, what is expected, what was agreed.
        legend: [String; 3],
    },
    /// Columns beside each other, of parts that stand on each other; with every number in it.
    Columns {
        /// The columns, from left to right.
        columns: Vec<Column>,
        /// What the parts are, from below.
        legend: Vec<String>,
        /// What the mark is.
        mark: String,
    },
}

/// A row with a bar. Places on the bar are thousandths of its width.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarRow {
    /// Under each heading but the last.
    pub cells: Vec<String>,
    /// How far it is filled; `None`: no bar is drawn.
    pub done: Option<u16>,
    /// From where to where it will probably end.
    pub ends: Option<(u16, u16)>,
    /// What was agreed.
    pub marks: Vec<u16>,
}

/// A column. Heights are thousandths of the picture's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// What stands below it.
    pub label: String,
    /// What stands above it.
    pub total: String,
    /// The heights of its parts, from below.
    pub parts: Vec<u16>,
    /// The height of the mark.
    pub mark: Option<u16>,
}

impl Part {
    /// A paragraph.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// What a page shows, on paper. Links become their titles.
    pub fn of_blocks(blocks: &[Block]) -> Vec<Self> {
        blocks.iter().map(Self::from).collect()
    }
}

impl From<&Block> for Part {
    fn from(block: &Block) -> Self {
        match block {
            Block::Heading(text) => Self::Heading { text: text.clone() },
            Block::Text(text) => Self::text(text),
            Block::List(items) => Self::List { items: items.clone() },
            Block::Steps(items) => Self::Steps { items: items.clone() },
            Block::Table { head, rows } => Self::Table { head: head.clone(), rows: rows.clone() },
            Block::Links(items) => {
                Self::List { items: items.iter().map(|it| it.title.clone()).collect() }
            }
        }
    }
}

/// A paper that can be typeset: its layout and its data.
#[derive(Debug)]
pub(crate) struct Copy {
    pub(crate) layout: Layout,
    pub(crate) date: Date,
    pub(crate) data: Value,
}

impl Letter {
    pub(crate) fn copy(&self) -> Copy {
        let own = json!({ "to": self.to, "subject": self.subject, "body": self.body });
        self.frame.copy(Layout::Letter, own)
    }
}

impl Agreement {
    pub(crate) fn copy(&self) -> Copy {
        let own = json!({
            "subject": self.subject,
            "state": self.state,
            "parties": self.parties,
            "figures": self.figures,
            "articles": self.articles,
            "signatures": self.signatures,
        });
        self.frame.copy(Layout::Agreement, own)
    }
}

impl Form {
    pub(crate) fn copy(&self) -> Copy {
        let own = json!({ "subject": self.subject, "body": self.body, "sections": self.sections });
        self.frame.copy(Layout::Form, own)
    }
}

impl Report {
    pub(crate) fn copy(&self) -> Copy {
        let own = json!({ "subject": self.subject, "lead": self.lead, "body": self.body });
        self.frame.copy(Layout::Report, own)
    }
}

/// The words of the layouts themselves, by the name a template uses.
const LABELS: [(&str, &str); 18] = [
    ("date", "paper-date"),
    ("reference", "paper-reference"),
    ("page", "paper-page"),
    ("of", "paper-of"),
    ("parties", "paper-parties"),
    ("party", "paper-party"),
    ("name", "paper-name"),
    ("in-person", "paper-in-person"),
    ("figures", "paper-figures"),
    ("what", "paper-what"),
    ("agreed", "paper-agreed"),
    ("article", "paper-article"),
    ("signatures", "paper-signatures"),
    ("signature", "paper-signature"),
    ("open", "paper-open"),
    ("question", "paper-question"),
    ("answer", "paper-answer"),
    ("no-answer", "paper-no-answer"),
];

impl Frame {
    fn copy(&self, layout: Layout, own: Value) -> Copy {
        let words = Words::new(self.language);
        let labels: Map<String, Value> =
            LABELS.iter().map(|(name, key)| ((*name).to_owned(), words.t(key).into())).collect();
        let mut data = json!({
            "language": self.language.code(),
            "title": self.title,
            "date": self.date.to_string(),
            "written": words.date(self.date),
            "programme": self.programme,
            "sender": self.sender,
            "reference": self.reference,
            "foot": self.foot,
            "words": labels,
        });
        if let (Value::Object(all), Value::Object(own)) = (&mut data, own) {
            all.extend(own);
        }
        Copy { layout, date: self.date, data }
    }
}
