//! An entry of the Dutch algorithm register ("Algoritmeregister"), in the field names
//! and the fixed words of its publication standard, version 1.0.
//!
//! The form is in `docs/formats/algorithm-register.md`. The fixed words stay Dutch in
//! every language: the register takes no others.

use serde::Serialize;

/// Which version of the standard this is.
pub const STANDARD: &str = "1.0";

/// Whether the algorithm is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Status {
    /// Being made or tried out.
    #[serde(rename = "In ontwikkeling")]
    InDevelopment,
    /// In use.
    #[serde(rename = "In gebruik")]
    InUse,
    /// No longer in use.
    #[serde(rename = "Buiten gebruik")]
    OutOfUse,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::InDevelopment, Self::InUse, Self::OutOfUse];

    /// The word in the settings.
    pub fn code(self) -> &'static str {
        match self {
            Self::InDevelopment => "in-development",
            Self::InUse => "in-use",
            Self::OutOfUse => "out-of-use",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How heavy the algorithm is, in the register's three classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Category {
    /// A system of high risk in the sense of the European AI act.
    #[serde(rename = "Hoog-risico AI-systeem")]
    HighRisk,
    /// One that matters much to the people it is about.
    #[serde(rename = "Impactvolle algoritmes")]
    Impactful,
    /// Any other.
    #[serde(rename = "Overige algoritmes")]
    Other,
}

impl Category {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::HighRisk, Self::Impactful, Self::Other];

    /// The word in the settings.
    pub fn code(self) -> &'static str {
        match self {
            Self::HighRisk => "high-risk",
            Self::Impactful => "impactful",
            Self::Other => "other",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Something with a page of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Titled {
    /// What it is called.
    pub title: String,
    /// Where it can be read.
    pub link: Option<String>,
}

/// One entry. `None` is a field nobody filled in yet; a register refuses the entry
/// while one of those it needs is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Up to 100 characters.
    pub name: String,
    /// Up to 350 characters.
    pub description_short: String,
    /// Who uses it.
    pub organization: Option<String>,
    /// The fields of policy, in the words of the national list of topics.
    pub category: Vec<&'static str>,
    /// See [`Status`].
    pub status: Option<Status>,
    /// `yyyy-mm`.
    pub begin_date: Option<String>,
    /// `yyyy-mm`.
    pub end_date: Option<String>,
    /// An address for mail or a page.
    pub contact_email: Option<String>,
    /// A page for the public.
    pub website: Option<String>,
    /// See [`Category`].
    pub publication_category: Category,
    /// Where this entry can be read by machines.
    pub url: Option<String>,
    /// Goal and impact, up to 2500 characters.
    pub goal: String,
    /// What was weighed.
    pub proportionality: String,
    /// What people do and decide.
    pub human_intervention: String,
    /// What can go wrong, and what is done about it.
    pub risks: String,
    /// Why it is allowed.
    pub lawful_basis: String,
    /// The laws.
    pub lawful_basis_grouping: Vec<Titled>,
    /// The page of the process.
    pub process_index_url: Option<String>,
    /// Tests of the impact, in words.
    pub impacttoetsen: Option<String>,
    /// The same with links.
    pub impacttoetsen_grouping: Vec<Titled>,
    /// What data go in.
    pub source_data: String,
    /// The same with links.
    pub source_data_grouping: Vec<Titled>,
    /// How it works.
    pub methods_and_models: String,
    /// Who made it.
    pub provider: Option<String>,
    /// Where the source code is.
    pub publiccode: Option<String>,
    /// `nld` or `eng`.
    pub lang: &'static str,
    /// See [`STANDARD`].
    pub standard_version: &'static str,
    /// Name and version of the engine.
    pub source_id: String,
    /// Words to find it by, separated by commas.
    pub tags: String,
}

/// The entry as a file, to be read by people too.
pub fn to_json(entry: &Entry) -> Vec<u8> {
    // INVARIANT: strings, lists and options of strings always have a form in JSON.
    let mut bytes = serde_json::to_vec_pretty(entry).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
