//! What a what-if keeps of the history it began with.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CityHistory, RowSaid, Said, TableGroup, said::Among};

/// The history a what-if began with, so that it can be read and worked out again when the history
/// has grown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptHistory {
    /// As it was known at the end of this day.
    pub day: Date,
    /// The number for all of it then.
    pub fingerprint: String,
    /// The groups of the table then.
    pub groups: Vec<KeptGroup>,
    /// The areas of the table then.
    pub areas: Vec<String>,
    /// What it said of which rows.
    pub rows: Vec<KeptBasis>,
}

/// A group of the table, with what it was called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptGroup {
    /// Its code.
    pub code: String,
    /// Whether a home goes with support.
    pub with_support: bool,
    /// Its name in Dutch and in English; empty for several target groups together.
    pub names: Option<[String; 2]>,
}

/// What it said of a row, and from what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptBasis {
    /// The row.
    pub name: String,
    /// Value, least and most that it gave; as text, so that no bit is lost.
    pub taken: [String; 3],
    /// How many were counted; `None` for a number of people that is not told.
    pub events: Option<u32>,
    /// The word for what they were counted among.
    pub among: String,
    /// How much of that there was, as text.
    pub of: String,
    /// From when.
    pub from: Date,
    /// Until when.
    pub until: Date,
}

impl KeptHistory {
    pub(in super::super) fn of(said: &CityHistory) -> Self {
        Self {
            day: said.day,
            fingerprint: said.fingerprint.clone(),
            groups: said.groups.iter().map(group).collect(),
            areas: said.table.areas().to_vec(),
            rows: said.rows.iter().filter_map(kept).collect(),
        }
    }

    /// What it said of a row.
    pub fn row(&self, name: &str) -> Option<&KeptBasis> {
        self.rows.iter().find(|it| it.name == name)
    }
}

fn group(it: &TableGroup) -> KeptGroup {
    let names = match &it.members[..] {
        [(_, nl, en)] => Some([nl.clone(), en.clone()]),
        _ => None,
    };
    KeptGroup { code: it.code.clone(), with_support: it.with_support, names }
}

fn kept(row: &RowSaid) -> Option<KeptBasis> {
    let Said::Known(known) = &row.said else { return None };
    let (among, of) = match known.basis.among {
        Among::Years(years) => ("years", format!("{years:.2}")),
        Among::Households(of) => ("households", of.to_string()),
        Among::Homes(of) => ("homes", of.to_string()),
        Among::Wishes(of) => ("wishes", of.to_string()),
        Among::OneDay => ("one-day", String::new()),
    };
    Some(KeptBasis {
        name: row.name.clone(),
        taken: known.taken.map(|it| it.to_string()),
        events: Some(known.basis.events).filter(|_| !known.hidden),
        among: among.to_owned(),
        of,
        from: known.basis.from,
        until: known.basis.until,
    })
}
