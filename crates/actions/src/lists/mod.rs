//! What belongs to lists as such: views under a name, searches whose words stand in no
//! address, what leaves as a file, and acts on many rows at once.

mod export;
mod many;
mod search;
mod views;

pub use export::MOST_EXPORTED;
pub use many::{
    Chosen, MOST, Many, ManyDraft, ManyView, UNDO_MINUTES, Why, do_many, many, recent, undo,
};
pub use search::{keep_search, searched};
pub use views::{SavedViews, ViewDraft, keep, put_away, put_back, rename, saved, set_default};

pub(crate) use export::{chosen, exported, whole};

use sleutel_domain::access::OrganisationKind;
use sleutel_store::StoreError;

use crate::{ActionError, Who, policy::Action};

/// Whether lists leave out for somebody in which group people count and who supports them:
/// an association has to do with homes, and neither is its to know.
pub fn without_support(who: &Who) -> bool {
    who.kind() == Some(OrganisationKind::Association)
}

/// Somebody else was first: that is told as such.
fn told(done: Result<(), StoreError>) -> Result<(), ActionError> {
    done.map_err(|error| {
        let changed = matches!(error, StoreError::Changed { .. });
        if changed { ActionError::Changed } else { error.into() }
    })
}

/// The lists people work from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Files on a road.
    Cases,
    /// What the municipality decides.
    Decisions,
    /// Forms.
    Forms,
    /// Agreements.
    Agreements,
    /// Participants.
    Participants,
}

impl List {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Cases, Self::Decisions, Self::Forms, Self::Agreements, Self::Participants];

    /// The word in rows and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Decisions => "decisions",
            Self::Forms => "forms",
            Self::Agreements => "agreements",
            Self::Participants => "participants",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// What a view of it keeps of an address: its filters, its tab and its order, by name.
    fn keeps(self) -> &'static [&'static str] {
        match self {
            Self::Cases | Self::Decisions => &[
                "view",
                "sort",
                "term",
                "step",
                "route",
                "owner",
                "area",
                "group",
                "provider",
                "association",
                "worker",
            ],
            Self::Forms => &["status", "sort", "form", "owner", "provider", "group", "area"],
            Self::Agreements => &[
                "state",
                "ending",
                "sort",
                "kind",
                "term",
                "area",
                "group",
                "association",
                "provider",
                "worker",
            ],
            Self::Participants => {
                &["readiness", "sort", "group", "area", "provider", "worker", "ground", "open"]
            }
        }
    }

    /// An address without what is not of this list. Anything else somebody sends could be a name.
    pub fn kept(self, query: &str) -> String {
        let named = |it: &&str| self.keeps().contains(&it.split('=').next().unwrap_or_default());
        query.split('&').filter(named).collect::<Vec<_>>().join("&")
    }

    /// What somebody has to be allowed to, to have this list.
    pub fn action(self) -> Action {
        match self {
            Self::Cases => Action::ListCases,
            Self::Decisions => Action::DecideCase,
            Self::Forms => Action::SeeForms,
            Self::Agreements => Action::ListAgreements,
            Self::Participants => Action::ListParticipants,
        }
    }
}
