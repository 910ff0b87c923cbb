//! Documents of a participant's file: adding, checking, opening, taking back, and the keys
//! they lie under.

mod add;
mod check;
mod content;
mod keys;
mod see;
mod step;

pub use add::{AddDraft, BlankView, SentFile, Shared, add, blank, replace};
pub use check::{Checked, check};
pub use keys::{Rekeyed, rekey};
pub use see::{
    DocumentView, Filter, ListView, Listed, ListedVersion, Opened, QuarantineView, TieView, list,
    list_everywhere, open, quarantine, view,
};
pub use step::{StepDraft, step};

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, OrganisationCode, Reference,
    access::OrganisationKind,
    agreements::{Agreement, State},
    documents::{Closed, Document, DocumentKind, Reading, StepRefused},
};
use sleutel_safe::{Keyring, Scanner};
use sleutel_store::{
    access, agreements,
    documents::{self as rows, DocumentRow},
};

use crate::{
    ActionError, Hold, Who,
    act::Act,
    participants::subject_of,
    policy::{self, Action, Subject},
};

/// How much is taken in. Ours, and marked as such; an installation sets its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes in one file.
    pub file: u64,
    /// Most bytes in all documents of one person's file, all versions together.
    pub household: u64,
    /// Most files at once.
    pub files: usize,
}

impl Limits {
    /// Most bytes in one request; it stays in memory until it was looked at.
    pub fn request(self) -> u64 {
        self.file.saturating_mul(2)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 20 * 1024 * 1024, household: 500 * 1024 * 1024, files: 10 }
    }
}

/// What documents need beside the database.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// The keys of the installation. Without them nothing is taken in or opened.
    pub keys: Option<Keyring>,
    /// Who checks content; `None`: a person does.
    pub scanner: Option<Scanner>,
    /// How much is taken in.
    pub limits: Limits,
}

/// What keeps a document from being taken in, opened or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentHold {
    /// The installation has no key.
    NoKey,
    /// It lies under a key that is not among those of the installation.
    OtherKey {
        /// What the key is called.
        key: String,
    },
    /// What is stored was changed, or belongs elsewhere.
    Damaged,
    /// It cannot be opened now.
    Closed(Closed),
    /// The step cannot be taken.
    Step(StepRefused),
    /// Only the organisation that added it does this.
    NotAdder,
    /// The installation has no scanner.
    NoScanner,
}

impl From<DocumentHold> for ActionError {
    fn from(hold: DocumentHold) -> Self {
        Hold::Document(hold).into()
    }
}

impl From<StepRefused> for ActionError {
    fn from(refused: StepRefused) -> Self {
        DocumentHold::Step(refused).into()
    }
}

/// How much an association knows of a household; the last is the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    /// A home of it is on offer: it does not know to whom.
    Home,
    /// They lived in a home of it until this day.
    Until(Date),
    /// They took a home of it.
    Whole,
}

impl Known {
    /// What an agreement tells its association; nothing when it never began.
    fn of(agreement: &Agreement) -> Option<Self> {
        match agreement.state {
            State::Drafted | State::Offered { .. } | State::Signed | State::InForce { .. } => {
                Some(Self::Whole)
            }
            State::Ended { on, .. } | State::Converted { on, .. } => Some(Self::Until(on)),
            State::Cancelled { .. } => None,
        }
    }
}

/// Whose a file is, as far as documents need to know.
#[derive(Debug, Clone)]
pub(super) struct Whose {
    provider: OrganisationCode,
    worker: Option<String>,
    /// Associations with a home for this household, with how much they know of it.
    associations: BTreeMap<OrganisationCode, Known>,
    /// Whether the household is or was on a road, which the municipality decides on.
    on_a_road: bool,
}

/// Whose a file is; `NotFound` when there is none.
async fn whose(act: &mut Act<'_>, reference: &Reference) -> Result<Whose, ActionError> {
    let programme = act.programme;
    let (provider, worker) = subject_of(act, reference).await?;
    let case = act.case(reference, true).await?;
    let on_a_road = case.is_some();
    let mut associations: BTreeMap<OrganisationCode, Known> = BTreeMap::new();
    for row in agreements::of_household(&mut act.tx, programme, reference).await? {
        let known = Known::of(&row.agreement);
        if let Some((code, known)) = row.agreement.terms.association.zip(known) {
            let before = associations.entry(code).or_insert(known);
            *before = known.max(*before);
        }
    }
    if let Some(case) = case
        && let Some(code) = case.row.association
    {
        // As with the name: whoever let them a home knows of them once they said yes to it. When
        // the road is over, the lease says until when.
        let state = case.file.state();
        let known = if state.home.is_some() { Known::Whole } else { Known::Home };
        let before = associations.entry(code).or_insert(known);
        if state.open().is_some() {
            *before = known.max(*before);
        }
    }
    Ok(Whose { provider, worker, associations, on_a_road })
}

impl Whose {
    /// Whether somebody may do this with documents of the file at all. An association does
    /// when it has a home for the household; the municipality when the household is on a
    /// road, or its desk places it.
    pub(super) fn may(&self, who: &Who, action: Action) -> bool {
        let own = who.organisation();
        let subject = match who.kind() {
            Some(OrganisationKind::Association) => Subject {
                organisation: own.filter(|it| self.associations.contains_key(*it)),
                worker: None,
            },
            Some(OrganisationKind::Municipality | OrganisationKind::Provider) | None => {
                Subject { organisation: Some(&self.provider), worker: self.worker.as_deref() }
            }
        };
        let desk = policy::may(who, Action::SeeParticipant);
        // Whoever only releases reads nothing, so every file is theirs to release for.
        let known = action == Action::ReleaseDocument
            || who.kind() != Some(OrganisationKind::Municipality)
            || self.on_a_road
            || desk;
        known && policy::may_for(who, action, subject)
    }

    /// Whether what was made at this time is for an association that reads: of a home on offer
    /// photos of homes, and of a lease that ended what was there before. Others it does not hold.
    pub(super) fn tells(&self, act: &Act<'_>, kind: DocumentKind, made: Timestamp) -> bool {
        let association = act
            .who
            .organisation()
            .filter(|_| act.who.kind() == Some(OrganisationKind::Association));
        match association.and_then(|it| self.associations.get(it)) {
            None | Some(Known::Whole) => true,
            Some(Known::Home) => kind == DocumentKind::HomePhoto,
            Some(Known::Until(day)) => made.to_zoned(act.app.zone.clone()).date() <= *day,
        }
    }
}

/// The file, for somebody who may do this with its documents; for others there is none.
async fn reach(
    act: &mut Act<'_>,
    action: Action,
    reference: &Reference,
) -> Result<Whose, ActionError> {
    let whose = whose(act, reference).await?;
    if whose.may(act.who, action) { Ok(whose) } else { Err(ActionError::NotFound) }
}

/// Whether a document was added by the reader's own organisation.
fn is_own(who: &Who, row: &DocumentRow) -> bool {
    who.organisation() == Some(&row.organisation)
}

/// Whether somebody within reach of the file knows of this document.
fn knows(act: &Act<'_>, row: &DocumentRow, whose: &Whose) -> bool {
    act.who.kind().is_some_and(|reader| {
        let own = is_own(act.who, row);
        let (kind, audience, standing) = (row.kind, row.audience, &row.standing);
        let told = Reading { reader, own, kind, audience, standing }.knows();
        told && (own || whose.tells(act, row.kind, row.made_at))
    })
}

/// Whether somebody has the say over a document in the place of whoever added it: they did
/// themselves, or who did has nothing to do with the file any more and they support the household.
async fn speaks_for_adder(
    act: &mut Act<'_>,
    row: &DocumentRow,
    whose: &Whose,
) -> Result<bool, ActionError> {
    if is_own(act.who, row) || act.who.organisation() != Some(&whose.provider) {
        return Ok(is_own(act.who, row));
    }
    let programme = act.programme;
    let all = access::organisations(&mut act.tx, programme).await?;
    let adder = all.into_iter().find(|it| it.code == row.organisation);
    Ok(match adder.map(|it| it.kind) {
        Some(OrganisationKind::Provider) | None => true,
        Some(OrganisationKind::Association) => !whose.associations.contains_key(&row.organisation),
        Some(OrganisationKind::Municipality) => false,
    })
}

/// Whether somebody may throw away what is in a document, and take it back before that: whatever
/// is in a file of their own people, whoever added it.
fn may_erase(who: &Who, whose: &Whose) -> bool {
    whose.may(who, Action::EraseDocument)
}

/// A document somebody knows of and may do this with; any other is not there.
async fn within(
    act: &mut Act<'_>,
    action: Action,
    id: Id<Document>,
) -> Result<(DocumentRow, Whose), ActionError> {
    let programme = act.programme;
    let row = rows::document(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    let whose = reach(act, action, &row.reference).await?;
    let known = knows(act, &row, &whose) || may_erase(act.who, &whose);
    if known { Ok((row, whose)) } else { Err(ActionError::NotFound) }
}

/// An agreement of the household that somebody may see; what a document can belong to.
async fn agreements_seen(
    act: &mut Act<'_>,
    reference: &Reference,
) -> Result<Vec<Agreement>, ActionError> {
    let programme = act.programme;
    let whose = crate::agreements::whose(act, reference).await?;
    let found = agreements::of_household(&mut act.tx, programme, reference).await?;
    let seen = found.into_iter().map(|it| it.agreement);
    let may =
        |it: &Agreement| crate::agreements::may(act.who, Action::SeeAgreement, &it.terms, &whose);
    Ok(seen.filter(|it| may(it)).collect())
}
