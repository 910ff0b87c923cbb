use serde_json::json;
use sleutel_domain::{
    Id, Phrase,
    documents::{Document, HowReleased, Standing, StepRefused, VersionState, WhyRefused},
};
use sleutel_store::documents::{self as rows, DocumentRow};

use super::{DocumentHold, Shared, Whose, knows, may_erase, speaks_for_adder, whose};
use crate::{ActionError, App, FieldFault, Who, act::Act, fields::Fields, policy::Action};

/// What a document is called after its content was thrown away.
const NAMELESS: &str = "document";

/// A step with a document, as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are as typed; the domain says what they are")]
pub enum StepDraft {
    /// Let a version out of quarantine.
    Release { number: u32, reason: String },
    /// Let nobody open a version any more.
    Refuse { number: u32, reason: String },
    /// Take it back.
    Withdraw { why: String },
    /// Undo that.
    BringBack,
    /// Throw away for good what is in it; `sure` when the person ticked that they are.
    Erase { ground: String, sure: bool },
    /// Share it otherwise.
    Share { share: String },
}

impl StepDraft {
    /// The word in the log.
    fn code(&self) -> &'static str {
        match self {
            Self::Release { .. } => "released",
            Self::Refuse { .. } => "refused",
            Self::Withdraw { .. } => "withdrawn",
            Self::BringBack => "brought-back",
            Self::Erase { .. } => "erased",
            Self::Share { .. } => "shared",
        }
    }

    fn action(&self) -> Action {
        match self {
            Self::Release { .. } | Self::Refuse { .. } => Action::ReleaseDocument,
            Self::Withdraw { .. } | Self::BringBack | Self::Share { .. } => Action::AddDocument,
            Self::Erase { .. } => Action::EraseDocument,
        }
    }
}

/// Takes one step with a document, in the count of changes somebody saw.
pub async fn step(
    app: &App,
    who: &Who,
    id: Id<Document>,
    changes: i64,
    draft: &StepDraft,
) -> Result<(), ActionError> {
    let action = draft.action();
    let mut act = app.begin(who, action).await?;
    let programme = act.programme;
    let row = rows::document(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    let whose = whose(&mut act, &row.reference).await?;
    // Whoever releases need not be somebody who reads: they look at where it comes from.
    let seen =
        action == Action::ReleaseDocument || knows(&act, &row, &whose) || may_erase(who, &whose);
    if !seen || !whose.may(who, action) {
        return Err(ActionError::NotFound);
    }
    if row.changes != changes {
        return Err(ActionError::Changed);
    }
    let reference = row.reference.clone();
    let changed = changed(&mut act, row, &whose, draft).await?;
    rows::save(&mut act.tx, programme, &changed).await?;
    let number = match draft {
        StepDraft::Release { number, .. } | StepDraft::Refuse { number, .. } => Some(*number),
        StepDraft::Withdraw { .. }
        | StepDraft::BringBack
        | StepDraft::Erase { .. }
        | StepDraft::Share { .. } => None,
    };
    let mut detail = json!({ "step": draft.code(), "version": number });
    if let StepDraft::Share { .. } = draft {
        detail["with"] = json!(Shared::code_of(changed.audience));
    }
    act.log("document", &id.to_string(), &detail).await?;
    detail["document"] = json!(id.to_string());
    act.log("participant", reference.as_str(), &detail).await?;
    act.commit().await
}

async fn changed(
    act: &mut Act<'_>,
    mut row: DocumentRow,
    whose: &Whose,
    draft: &StepDraft,
) -> Result<DocumentRow, ActionError> {
    let (by, at, who) = (act.who.label(), act.at, act.who);
    let mut fields = Fields::default();
    let speaks = speaks_for_adder(act, &row, whose).await?;
    match draft {
        StepDraft::Release { number, reason } => {
            let reason = fields.text("reason", reason, Phrase::new);
            let reason = fields.done(reason)?;
            settle(act, &row, *number, |it| it.release(by, HowReleased::Person { reason }, at))
                .await?;
        }
        StepDraft::Refuse { number, reason } => {
            let reason = fields.text("reason", reason, Phrase::new);
            let reason = fields.done(reason)?;
            settle(act, &row, *number, |it| it.refuse(by, WhyRefused::Person { reason }, at))
                .await?;
        }
        StepDraft::Share { .. } if !speaks => return Err(DocumentHold::NotAdder.into()),
        StepDraft::Withdraw { .. } | StepDraft::BringBack if !speaks && !may_erase(who, whose) => {
            return Err(DocumentHold::NotAdder.into());
        }
        StepDraft::Withdraw { why } => {
            let why = fields.text("why", why, Phrase::new);
            row.standing = row.standing.withdraw(by, fields.done(why)?, at)?;
        }
        StepDraft::BringBack => row.standing = row.standing.bring_back()?,
        StepDraft::Share { share } => {
            if row.standing != Standing::Kept {
                return Err(StepRefused::Withdrawn.into());
            }
            let share = fields.choice("share", share, Shared::from_code);
            let audience = share.and_then(|it| it.audience(row.kind));
            if share.is_some() && audience.is_none() {
                fields.bad("share", FieldFault::TooWide);
            }
            row.audience = fields.done(audience)?;
        }
        StepDraft::Erase { ground, sure } => {
            let ground = fields.text("ground", ground, Phrase::new);
            if !sure {
                fields.bad("sure", FieldFault::Required);
            }
            row.standing = row.standing.erase(by, fields.done(ground)?, at)?;
            rows::erase_content(&mut act.tx, row.id, NAMELESS).await?;
        }
    }
    Ok(row)
}

async fn settle(
    act: &mut Act<'_>,
    row: &DocumentRow,
    number: u32,
    to: impl FnOnce(&VersionState) -> Result<VersionState, StepRefused>,
) -> Result<(), ActionError> {
    if let Standing::Erased { .. } = row.standing {
        return Err(StepRefused::Erased.into());
    }
    let programme = act.programme;
    let versions = rows::versions(&mut act.tx, programme, row.id).await?;
    let version =
        versions.into_iter().find(|it| it.number == number).ok_or(ActionError::NotFound)?;
    let settled = to(&version.state)?;
    if rows::set_state(&mut act.tx, row.id, number, &version.state, &settled).await? {
        Ok(())
    } else {
        Err(ActionError::Changed)
    }
}
