//! Forms of participants: filling them in, having them checked, sending and receiving them.
//!
//! Whoever reads gets only the answers their party may see; that is decided here, never on
//! a page.

mod fill;
mod list;
mod missing;
mod road;
mod see;
mod typed;

pub use fill::{Saved, Started, save_draft, start};
pub use list::{FormsView, ParticipantForms, export, list, of_participant, open_counts};
pub use missing::{MissingForm, missing};
pub use road::{Step, receivers_of, step};
pub(crate) use road::{goes_to, step_in};
pub use see::{
    Comparison, DraftView, FormRoad, FormView, Side, VersionLine, compare, definition, paper, view,
};
pub(crate) use see::{line as line_of, reads as party_reads};
pub use typed::{Judged, judge, typed_of};

use sleutel_domain::{
    Id, OrganisationCode,
    access::Party,
    forms::{Answers, Form, FormFile, FormStatus},
};
use sleutel_store::forms::{self as rows, FormFileRow, FormVersionRow};

use crate::{
    ActionError, Who,
    act::Act,
    participants::subject_of,
    policy::{self, Action, Subject},
};

/// A form somebody may know of, and how they stand to it.
struct Seen {
    row: FormFileRow,
    side: Side,
    provider: OrganisationCode,
    worker: Option<String>,
}

impl Seen {
    /// Whose it is, for the sender's side of the policy.
    fn sender(&self) -> Subject<'_> {
        Subject { organisation: Some(&self.provider), worker: self.worker.as_deref() }
    }

    fn colleague(&self) -> Subject<'_> {
        Subject { organisation: Some(&self.provider), worker: None }
    }

    fn receiver(&self) -> Subject<'_> {
        Subject { organisation: self.row.recipient.as_ref(), worker: None }
    }
}

/// Finds a form for whoever acts. One out of reach is not found, like one that is not there.
async fn seen(act: &mut Act<'_>, id: Id<FormFile>) -> Result<Seen, ActionError> {
    let programme = act.programme;
    let row = rows::file(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    let (provider, worker) = subject_of(act, &row.reference).await?;
    let side = stands_to(act.who, &row, &provider, worker.as_deref());
    let side = side.ok_or(ActionError::NotFound)?;
    Ok(Seen { row, side, provider, worker })
}

/// How somebody stands to a form of a household of this provider and worker; `None`: there is
/// none for them.
pub(crate) fn stands_to(
    who: &Who,
    row: &FormFileRow,
    provider: &OrganisationCode,
    worker: Option<&str>,
) -> Option<Side> {
    let status = row.status;
    let may = |action, organisation, worker| {
        policy::may_for(who, action, Subject { organisation, worker })
    };
    let checks = status == FormStatus::CheckAsked && may(Action::CheckForm, Some(provider), None);
    if may(Action::SeeForms, Some(provider), worker) || checks {
        return Some(Side::Sender);
    }
    let treats = status.is_with_receiver() && may(Action::TreatForm, row.recipient.as_ref(), None);
    treats.then_some(Side::Receiver)
}

/// The party somebody reads for. The operator has the database itself and reads what the
/// provider, who made the form, may.
fn party(who: &Who) -> Party {
    who.kind().map_or(Party::Provider, Party::from)
}

/// The definition a form was started on.
fn definition_of(act: &Act<'_>, row: &FormFileRow) -> Result<Form, ActionError> {
    act.app.forms.version(&row.form, row.form_version).cloned().ok_or_else(|| {
        ActionError::Internal(format!(
            "form `{}` has no version {} here",
            row.form, row.form_version
        ))
    })
}

/// The answers of a version.
fn answers_of(version: &FormVersionRow) -> Result<Answers, ActionError> {
    sleutel_exchange::forms::answers_from_json(&version.answers)
        .map(|(_, _, answers)| answers)
        .map_err(|error| ActionError::Internal(format!("kept answers: {error}")))
}
