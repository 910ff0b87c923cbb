//! Agreements: the worklist, one with what is around it, drafting, and the steps from a
//! draft to the end.

mod begin;
mod draft;
mod see;
mod step;

pub use draft::{AgreementDraft, BlankView, blank, save};
pub use see::{AgreementView, ListView, agreement, export, list, of_household};
pub use step::{StepDraft, step};

use sleutel_domain::{
    Id, OrganisationCode, Reference,
    access::OrganisationKind,
    agreements::{Agreement, Around, Fault, Terms},
};
use sleutel_store::{
    agreements::{self as rows, AgreementRow},
    participants,
};

use crate::{
    ActionError, Who,
    act::Act,
    policy::{self, Action, Subject},
};

/// Whose an agreement is beside the association: the file it is for.
#[derive(Debug, Clone)]
pub(crate) struct Whose {
    pub(crate) provider: OrganisationCode,
    pub(crate) worker: Option<String>,
    pub(crate) name: String,
    pub(crate) born: Option<jiff::civil::Date>,
}

/// The file an agreement is for; `NotFound` when there is none.
pub(crate) async fn whose(act: &mut Act<'_>, household: &Reference) -> Result<Whose, ActionError> {
    let programme = act.programme;
    let file = participants::file(&mut act.tx, programme, household).await?;
    let file = file.ok_or(ActionError::NotFound)?;
    act.stands_in_for(file.worker.as_ref().map(sleutel_domain::Phrase::as_str));
    let head = file.head();
    Ok(Whose {
        name: head.map(|it| format!("{} {}", it.given, it.family)).unwrap_or_default(),
        born: head.and_then(|it| it.born),
        worker: file.worker.as_ref().map(ToString::to_string),
        provider: file.provider,
    })
}

/// Whether somebody may do this to an agreement with these terms. For an association it
/// is about its own name among the parties; for all others about whose file it is.
pub(crate) fn may(who: &Who, action: Action, terms: &Terms, whose: &Whose) -> bool {
    let subject = subject_for(who, terms, &whose.provider, whose.worker.as_deref());
    policy::may_for(who, action, subject)
}

/// Whose an agreement is, as the policy looks at it for whoever acts.
pub(crate) fn subject_for<'a>(
    who: &Who,
    terms: &'a Terms,
    provider: &'a OrganisationCode,
    worker: Option<&'a str>,
) -> Subject<'a> {
    if who.kind() == Some(OrganisationKind::Association) {
        Subject { organisation: terms.association.as_ref(), worker: None }
    } else {
        Subject { organisation: Some(provider), worker }
    }
}

/// An agreement within reach of an action; any other is not there.
pub(crate) async fn within(
    act: &mut Act<'_>,
    action: Action,
    id: Id<Agreement>,
) -> Result<(AgreementRow, Whose), ActionError> {
    let programme = act.programme;
    let row = rows::get(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    let whose = whose(act, &row.agreement.terms.household).await?;
    if may(act.who, action, &row.agreement.terms, &whose) {
        Ok((row, whose))
    } else {
        Err(ActionError::NotFound)
    }
}

/// All agreements of the same household or on the same home, each once.
pub(crate) async fn around(
    act: &mut Act<'_>,
    terms: &Terms,
) -> Result<Vec<Agreement>, ActionError> {
    let programme = act.programme;
    let mut found = rows::of_household(&mut act.tx, programme, &terms.household).await?;
    if let Some(dwelling) = &terms.dwelling {
        found.extend(rows::of_dwelling(&mut act.tx, programme, dwelling).await?);
    }
    let mut found: Vec<Agreement> = found.into_iter().map(|it| it.agreement).collect();
    found.sort_by_key(|it| it.id);
    found.dedup_by_key(|it| it.id);
    Ok(found)
}

/// Everything wrong with an agreement as it stands.
pub(crate) fn faults(agreement: &Agreement, others: &[Agreement], whose: &Whose) -> Vec<Fault> {
    agreement.check(Around { others, born: whose.born })
}
