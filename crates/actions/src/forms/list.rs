use std::collections::BTreeMap;

use serde_json::json;
use sleutel_domain::{
    Reference,
    forms::{Form, FormStatus},
};
use sleutel_store::{
    Page, Window,
    forms::{self as rows, FormFileRow, FormFilter, FormListRow, FormScope},
};

use super::Side;
use crate::{
    ActionError, App, Who, lists,
    participants::{subject, visible},
    policy::{self, Action, Reach},
};

/// A page of forms as somebody may see it.
#[derive(Debug, Clone)]
pub struct FormsView {
    /// The forms. Names are blank where forms are received: who it is about stands in them.
    pub page: Page<FormListRow>,
    /// How many stand in each status.
    pub counts: BTreeMap<FormStatus, u64>,
    /// Whether this is where forms are filled in or where they are received.
    pub side: Side,
}

/// The forms of one household, and those that may be begun.
#[derive(Debug, Clone)]
pub struct ParticipantForms {
    /// The forms there are, last moved first.
    pub files: Vec<FormFileRow>,
    /// The forms that may be begun today; empty for somebody who may not.
    pub to_start: Vec<Form>,
}

/// What lies within somebody's reach, and on which side that is.
fn scope(who: &Who) -> (FormScope, Side) {
    let own = who.organisation().map(ToString::to_string).unwrap_or_default();
    if policy::may(who, Action::TreatForm) {
        return (FormScope { receiver: own, ..FormScope::default() }, Side::Receiver);
    }
    let scope = match policy::reach_of(who, Action::SeeForms) {
        Reach::All | Reach::Nothing => FormScope::default(),
        Reach::Own => FormScope { provider: own, ..FormScope::default() },
        Reach::Caseload => FormScope {
            provider: own,
            workers: who.logins(),
            with_checks: true,
            ..FormScope::default()
        },
    };
    (scope, Side::Sender)
}

/// A page of the forms that are somebody's work: their own people's and what colleagues ask
/// them to check, or what was sent to their organisation.
pub async fn list(
    app: &App,
    who: &Who,
    filter: &FormFilter,
    window: Window,
) -> Result<FormsView, ActionError> {
    let mut act = app.begin(who, Action::SeeForms).await?;
    let programme = act.programme;
    let (scope, side) = scope(who);
    let filter = within_side(who, side, filter);
    let mut page = rows::list(&mut act.tx, programme, &scope, &filter, window).await?;
    if side == Side::Receiver {
        page.rows.iter_mut().for_each(received);
    }
    let counts = rows::form_counts(&mut act.tx, programme, &scope, &filter).await?;
    let shown: Vec<&str> = page.rows.iter().map(|row| row.file.reference.as_str()).collect();
    act.log("forms", "", &json!({ "shown": shown })).await?;
    act.commit().await?;
    Ok(FormsView { page, counts, side })
}

/// Who receives forms does not search names: they are not shown there either. Nor is who supports
/// somebody, and for an association neither the group nor where they want to live.
fn within_side(who: &Who, side: Side, filter: &FormFilter) -> FormFilter {
    let mut filter = FormFilter { reference_only: side == Side::Receiver, ..filter.clone() };
    if side == Side::Receiver {
        filter.owner.clear();
    }
    if lists::without_support(who) {
        filter.group.clear();
        filter.area.clear();
    }
    filter
}

/// Leaves out of a row what is not for whoever receives.
fn received(row: &mut FormListRow) {
    row.name.clear();
    row.worker = None;
}

/// Every form within reach that the filter finds, for a spreadsheet; the log names them all.
/// No answers leave with it.
pub async fn export(app: &App, who: &Who, filter: &FormFilter) -> Result<FormsView, ActionError> {
    let mut act = app.begin(who, Action::ExportForms).await?;
    let programme = act.programme;
    let (scope, side) = scope(who);
    let filter = within_side(who, side, filter);
    let mut page = rows::list(&mut act.tx, programme, &scope, &filter, lists::whole()).await?;
    if side == Side::Receiver {
        page.rows.iter_mut().for_each(received);
    }
    let chosen = lists::chosen(
        &[
            ("form", &filter.form),
            ("status", &filter.status),
            ("owner", &filter.owner),
            ("provider", &filter.provider),
            ("group", &filter.group),
            ("area", &filter.area),
        ],
        &filter.words,
    );
    lists::exported(&mut act, "forms", &page, chosen, |it| it.file.reference.as_str()).await?;
    act.commit().await?;
    Ok(FormsView { page, counts: BTreeMap::new(), side })
}

/// How many forms within reach stand in each status; for the home page.
pub async fn open_counts(app: &App, who: &Who) -> Result<BTreeMap<FormStatus, u64>, ActionError> {
    let mut act = app.look(who, Action::SeeForms).await?;
    let programme = act.programme;
    let (scope, _) = scope(who);
    Ok(rows::form_counts(&mut act.tx, programme, &scope, &FormFilter::default()).await?)
}

/// The forms of one household, for its file.
pub async fn of_participant(
    app: &App,
    who: &Who,
    reference: &Reference,
) -> Result<ParticipantForms, ActionError> {
    let mut act = app.begin(who, Action::SeeForms).await?;
    let programme = act.programme;
    let file = visible(&mut act, reference).await?;
    act.require(Action::SeeForms, subject(&file))?;
    let files = rows::files_of(&mut act.tx, programme, reference).await?;
    let to_start = if policy::may_for(who, Action::FillForm, subject(&file)) {
        app.forms.all_valid(act.today()).into_iter().cloned().collect()
    } else {
        Vec::new()
    };
    act.log("participant", reference.as_str(), &json!({ "forms": files.len() })).await?;
    act.commit().await?;
    Ok(ParticipantForms { files, to_start })
}
