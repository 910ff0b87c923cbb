//! The public description of the method: the fields of the algorithm register, filled
//! from the values the engine works with.

mod fields;
mod working;

use sleutel_domain::{access::Language, placement::Method};
use sleutel_exchange::register::{Category, Entry, STANDARD, Titled};

use crate::{Owner, Words};

/// One thing under a heading, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A smaller heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Things in no order.
    List(Vec<String>),
    /// Things in order.
    Steps(Vec<String>),
    /// Rows under the headings of their columns.
    Table {
        /// Its columns.
        head: Vec<String>,
        /// Its rows, as wide as the head.
        rows: Vec<Vec<String>>,
    },
    /// Things with a page of their own.
    Links(Vec<Titled>),
}

/// One field of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the register; fields of our own have one too.
    pub code: &'static str,
    /// What it is called, in words.
    pub label: String,
    /// What it says; empty when nobody filled it in.
    pub blocks: Vec<Block>,
}

impl Field {
    /// The same without a form of its own: a line for each thing, `-` before what is
    /// in a list, numbers before steps.
    pub fn plain(&self) -> Option<String> {
        (!self.blocks.is_empty()).then(|| plain(&self.blocks))
    }
}

/// Things under a heading without a form of their own; see [`Field::plain`].
pub fn plain(blocks: &[Block]) -> String {
    blocks.iter().flat_map(lines).collect::<Vec<_>>().join("\n")
}

fn lines(block: &Block) -> Vec<String> {
    match block {
        Block::Heading(text) => vec![String::new(), text.clone()],
        Block::Text(text) => vec![text.clone()],
        Block::List(items) => items.iter().map(|it| format!("- {it}")).collect(),
        Block::Steps(items) => {
            (1..).zip(items).map(|(number, it)| format!("{number}. {it}")).collect()
        }
        Block::Table { rows, .. } => {
            rows.iter().map(|row| format!("- {}", row.join(": "))).collect()
        }
        Block::Links(items) => items
            .iter()
            .map(|it| match &it.link {
                Some(link) => format!("- {} ({link})", it.title),
                None => format!("- {}", it.title),
            })
            .collect(),
    }
}

/// A group of fields, as the register shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it is called, in words.
    pub title: String,
    /// Its fields, in order.
    pub fields: Vec<Field>,
}

/// The public description of the method in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// Its groups, in order.
    pub groups: Vec<Group>,
    /// The same as an entry of the register.
    pub entry: Entry,
}

impl Words {
    /// The public description of a method as this organisation uses it.
    pub fn description(self, method: &Method, owner: &Owner) -> Description {
        let groups = fields::groups(self, method, owner);
        let entry = entry(self, method, owner, &groups);
        Description { groups, entry }
    }
}

fn entry(words: Words, method: &Method, owner: &Owner, groups: &[Group]) -> Entry {
    let text = |code: &str| {
        let mut fields = groups.iter().flat_map(|group| &group.fields);
        fields.find(|it| it.code == code).and_then(Field::plain)
    };
    let whole = |code: &str| text(code).unwrap_or_default();
    Entry {
        name: whole("name"),
        description_short: whole("description_short"),
        organization: owner.organisation.clone(),
        category: vec!["Wonen"],
        status: owner.status,
        begin_date: owner.begin_date.clone(),
        end_date: owner.end_date.clone(),
        contact_email: owner.contact.clone(),
        website: owner.website.clone(),
        publication_category: owner.category.unwrap_or(Category::Impactful),
        url: owner.url.clone(),
        goal: whole("goal"),
        proportionality: whole("proportionality"),
        human_intervention: whole("human_intervention"),
        risks: whole("risks"),
        lawful_basis: whole("lawful_basis"),
        lawful_basis_grouping: fields::laws(words, method),
        process_index_url: owner.process_index_url.clone(),
        impacttoetsen: text("impacttoetsen"),
        impacttoetsen_grouping: owner.impact_tests.clone(),
        source_data: whole("source_data"),
        source_data_grouping: Vec::new(),
        methods_and_models: whole("methods_and_models"),
        provider: text("provider"),
        publiccode: owner.source_code.clone(),
        lang: match words.language() {
            Language::Dutch => "nld",
            Language::English => "eng",
        },
        standard_version: STANDARD,
        source_id: method.engine.clone(),
        tags: words.t("method-tags"),
    }
}
