//! Colleagues: who is away and who stands in, files that go from one support worker to others,
//! guests from other organisations.
//!
//! Whom somebody stands in for and where they are a guest is read with the session
//! ([`Person::logins`], [`Person::guest_role`]) and asked in one place, the policy; no page and
//! no action has to think of it.

mod guests;
mod hand_over;
mod leave;
mod undo;

pub use guests::{
    GuestDraft, GuestsView, Invitee, answer, end_visit, guests, invitations, invite, invited,
    prolong,
};
pub(crate) use hand_over::tell_of_files_left;
pub use hand_over::{
    FileDraft, HandOverDraft, Preview, Receiver, WorkerLine, hand_over, preview, workers,
};
pub use leave::{LeaveDraft, LeavesView, arrange_leave, end_leave, leave_choices, leaves};
pub(crate) use undo::names;
pub use undo::{HandOverView, UNDO_DAYS, hand_over_view, hand_overs, undo};

use sleutel_domain::{Id, access::Account};
use sleutel_store::access::{self, AccountRow};

use crate::{ActionError, Person, Who, act::Act};

/// Somebody who can be chosen in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// Their account.
    pub account: Id<Account>,
    /// Their name.
    pub name: String,
    /// What they are there for.
    pub role: sleutel_domain::access::Role,
    /// Whom they work for.
    pub organisation: String,
}

impl From<&AccountRow> for Choosable {
    fn from(row: &AccountRow) -> Self {
        Self {
            account: row.id,
            name: row.name.clone(),
            role: row.role,
            organisation: row.organisation.name.to_string(),
        }
    }
}

/// An account of the programme by the identifier a form sent; `None` when there is none.
pub(crate) async fn account_of(
    act: &mut Act<'_>,
    id: &str,
) -> Result<Option<AccountRow>, ActionError> {
    let Ok(id) = id.trim().parse::<uuid::Uuid>() else { return Ok(None) };
    let found = access::account_by_id(&mut act.tx, Id::new(id)).await?;
    Ok(found.filter(|it| it.programme == act.programme))
}

/// Somebody else of the programme, to ask the policy about.
pub(crate) async fn as_who(act: &mut Act<'_>, row: AccountRow) -> Result<Who, ActionError> {
    let programme = act.who.programme().cloned().ok_or(ActionError::NotFound)?;
    let today = act.today();
    Ok(Who::Person { person: Person::on(&mut act.tx, row, today).await?, programme })
}
