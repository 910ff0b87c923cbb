use serde_json::json;
use sleutel_domain::{
    Id, PersonName, Phrase,
    agreements::{
        Agreement, Dropped, EndReason, Kind, Refused, Signatory, Signature, SignedHow, State,
    },
};
use sleutel_store::{
    agreements::{self as rows, AgreementRow},
    audit,
};

use super::{Whose, around, faults, within};
use crate::{ActionError, App, Hold, Who, act::Act, fields::Fields, policy::Action};

/// A step of an agreement, as somebody typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are as typed; the domain says what they are")]
pub enum StepDraft {
    /// Put it before the parties.
    Offer,
    /// Write down that a party has signed.
    Sign { party: String, by: String, on: String, how: String },
    /// Put it in force. When it comes in the place of another, that one ends with it.
    Start,
    /// End it on a last day.
    End { on: String, reason: String },
    /// Drop it before it began.
    Cancel { why: String },
}

impl StepDraft {
    /// The word in the log.
    fn code(&self) -> &'static str {
        match self {
            Self::Offer => "offered",
            Self::Sign { .. } => "signature",
            Self::Start => "started",
            Self::End { .. } => "ended",
            Self::Cancel { .. } => "cancelled",
        }
    }
}

impl From<Refused> for ActionError {
    fn from(refused: Refused) -> Self {
        Hold::Agreement(refused).into()
    }
}

/// Takes one step with an agreement, in the version somebody saw.
pub async fn step(
    app: &App,
    who: &Who,
    id: Id<Agreement>,
    version: i64,
    draft: &StepDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeAgreement).await?;
    let programme = act.programme;
    // Whether a home is let already must not change while this is decided.
    audit::take_head(&mut act.tx, programme).await?;
    let (mut row, whose) = within(&mut act, Action::ChangeAgreement, id).await?;
    if row.version != version {
        return Err(ActionError::Changed);
    }
    let before = row.agreement.state.code();
    let today = act.today();
    let agreement = &row.agreement;
    let state = match draft {
        StepDraft::Offer => offer(&mut act, agreement, &whose).await?,
        StepDraft::Sign { party, by, on, how } => {
            let signature = signature(who, [party, by, on, how])?;
            let state = agreement.sign(today, &signature)?;
            let at = act.at;
            rows::add_signature(&mut act.tx, programme, id, &signature, at).await?;
            state
        }
        StepDraft::Start => start(&mut act, agreement).await?,
        StepDraft::End { on, reason } => {
            let mut fields = Fields::default();
            let on = fields.date("on", on);
            let reason = fields.choice("reason", reason, EndReason::from_code);
            let (on, reason) = fields.done((|| Some((on?, reason?)))())?;
            agreement.end(on, reason)?
        }
        StepDraft::Cancel { why } => {
            let mut fields = Fields::default();
            let why = fields.text("why", why, Phrase::new);
            agreement.cancel(today, Dropped::Said(fields.done(why)?))?
        }
    };
    row.agreement.state = state;
    keep(&mut act, row, draft.code(), before).await?;
    act.commit().await
}

async fn offer(
    act: &mut Act<'_>,
    agreement: &Agreement,
    whose: &Whose,
) -> Result<State, ActionError> {
    let others = around(act, &agreement.terms).await?;
    Ok(agreement.offer(act.today(), faults(agreement, &others, whose))?)
}

fn signature(who: &Who, typed: [&String; 4]) -> Result<Signature, ActionError> {
    let [party, by, on, how] = typed;
    let mut fields = Fields::default();
    let party = fields.choice("party", party, Signatory::from_code);
    let by = fields.text("by", by, PersonName::new);
    let on = fields.date("on", on);
    let how = fields.choice("how", how, SignedHow::from_code);
    fields.done((|| {
        Some(Signature { party: party?, by: by?, on: on?, how: how?, recorded_by: who.label() })
    })())
}

/// Puts an agreement in force. What it replaces is converted in the same act, and what
/// rested on that ends with it.
async fn start(act: &mut Act<'_>, agreement: &Agreement) -> Result<State, ActionError> {
    let programme = act.programme;
    let Some(old) = agreement.links.replaces else {
        let above = match agreement.links.rests_on {
            Some(id) => rows::get(&mut act.tx, programme, id).await?,
            None => None,
        };
        return Ok(agreement.start(above.as_ref().map(|it| &it.agreement))?);
    };
    let mut old = rows::get(&mut act.tx, programme, old).await?.ok_or(ActionError::NotFound)?;
    let (converted, begun) = old.agreement.convert(agreement)?;
    let before = old.agreement.state.code();
    let household = old.agreement.terms.household.clone();
    let id = old.agreement.id;
    old.agreement.state = converted;
    let last_day = old.agreement.last_day();
    keep(act, old, "converted", before).await?;
    for mut row in rows::of_household(&mut act.tx, programme, &household).await? {
        let rests = row.agreement.links.rests_on == Some(id);
        let runs = matches!(row.agreement.state, State::InForce { .. });
        if let (true, true, Some(on)) = (rests, runs, last_day) {
            debug_assert_eq!(row.agreement.terms.kind, Kind::IntermediateUse);
            row.agreement.state = row.agreement.end(on, EndReason::Converted)?;
            keep(act, row, "ended", "in-force").await?;
        }
    }
    Ok(begun)
}

async fn keep(
    act: &mut Act<'_>,
    mut row: AgreementRow,
    step: &str,
    before: &str,
) -> Result<(), ActionError> {
    let programme = act.programme;
    row.changed_at = act.at;
    rows::save(&mut act.tx, programme, &row).await?;
    let detail = json!({ "step": step, "from": before, "to": row.agreement.state.code() });
    act.log("agreement", &row.agreement.id.to_string(), &detail).await
}
