use serde_json::json;
use sleutel_domain::{
    Id,
    access::{Absence, AbsenceRefusal, Colleague, Leave, Role, against_absence},
    messages::Message,
};
use sleutel_store::{
    Page, Window,
    access::{self, AccountRow},
    colleagues::{self as rows, LeaveFilter, LeaveRow},
};

use super::{Choosable, account_of};
use crate::{
    ActionError, App, FieldFault, Who,
    act::{Act, new_uuid},
    fields::Fields,
    messages::notify,
    policy::{self, Action, Subject},
};

const LINK: &str = "/colleagues/leave";

/// A time away, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeaveDraft {
    /// The account of who is away; blank is whoever types.
    pub absent: String,
    /// The account of who stands in.
    pub deputy: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
}

/// Times away as somebody may see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeavesView {
    /// A page of them, last first day first.
    pub page: Page<LeaveRow>,
    /// Those of the page that this person may end now.
    pub may_end: Vec<Id<Leave>>,
    /// The day it is.
    pub today: jiff::civil::Date,
}

/// Those who can be away or stand in, as far as this person may arrange that: colleagues of
/// their own organisation, for an administrator everybody. By name.
pub async fn leave_choices(app: &App, who: &Who) -> Result<Vec<Choosable>, ActionError> {
    let mut act = app.look(who, Action::ArrangeOwnLeave).await?;
    let programme = act.programme;
    let everybody = policy::reach_of(who, Action::ArrangeLeave) == policy::Reach::All;
    let mut found: Vec<Choosable> = access::accounts(&mut act.tx, programme)
        .await?
        .iter()
        .filter(|it| it.active)
        .filter(|it| everybody || Some(&it.organisation.code) == who.organisation())
        .map(Choosable::from)
        .collect();
    found.sort_by_key(|it| (it.organisation.clone(), sleutel_store::fold(&it.name)));
    Ok(found)
}

/// Says that somebody is away and who stands in. For oneself, or for somebody else by a
/// coordinator of the organisation or an administrator. Everything against it is told at once.
pub async fn arrange_leave(app: &App, who: &Who, draft: &LeaveDraft) -> Result<(), ActionError> {
    let own = who.account().ok_or(ActionError::NotFound);
    let for_oneself = draft.absent.trim().is_empty()
        || who.account().is_some_and(|it| it.to_string() == draft.absent.trim());
    let action = if for_oneself { Action::ArrangeOwnLeave } else { Action::ArrangeLeave };
    let mut act = app.begin(who, action).await?;
    let programme = act.programme;
    sleutel_store::audit::take_head(&mut act.tx, programme).await?;
    let absent = if for_oneself {
        access::account_by_id(&mut act.tx, own?).await?
    } else {
        account_of(&mut act, &draft.absent).await?
    };
    let mut fields = Fields::default();
    let from = fields.date("from", &draft.from);
    let until = fields.date("until", &draft.until);
    let deputy = account_of(&mut act, &draft.deputy).await?;
    if deputy.is_none() {
        let blank = draft.deputy.trim().is_empty();
        fields.bad("deputy", if blank { FieldFault::Required } else { FieldFault::NotAChoice });
    }
    if absent.is_none() {
        fields.bad("absent", FieldFault::NotAChoice);
    }
    let all = absent.zip(deputy).zip(from.zip(until));
    let ((absent, deputy), (from, until)) = fields.done(all)?;
    if !for_oneself {
        let subject = Subject { organisation: Some(&absent.organisation.code), worker: None };
        act.require(Action::ArrangeLeave, subject)?;
    }
    let absence = Absence { absent: absent.id, deputy: deputy.id, from, until };
    refuse(&mut act, &absence, &absent, &deputy).await?;
    let (actor, at) = (who.label(), act.at);
    rows::add_leave(&mut act.tx, programme, Id::new(new_uuid()), &absence, &actor, at).await?;
    let detail = json!({
        "what": "leave", "deputy": deputy.login, "from": from.to_string(),
        "until": until.to_string(),
    });
    act.log("account", &absent.login, &detail).await?;
    let told = Message::DeputyArranged { from, until };
    notify(&mut act, vec![absent.id, deputy.id], &told, LINK).await?;
    act.commit().await
}

async fn refuse(
    act: &mut Act<'_>,
    absence: &Absence,
    absent: &AccountRow,
    deputy: &AccountRow,
) -> Result<(), ActionError> {
    let (programme, today) = (act.programme, act.today());
    let arranged: Vec<Absence> = rows::arranged_leaves(&mut act.tx, programme, today)
        .await?
        .into_iter()
        .map(|it| it.absence)
        .collect();
    let found = against_absence(today, absence, colleague(absent), colleague(deputy), &arranged);
    let mut fields = Fields::default();
    for refusal in &found {
        fields.bad(field_of(refusal), FieldFault::Absence(*refusal));
    }
    fields.done(found.is_empty().then_some(()))
}

fn colleague(row: &AccountRow) -> Colleague<'_> {
    Colleague {
        account: row.id,
        role: row.role,
        organisation: &row.organisation.code,
        active: row.active,
    }
}

fn field_of(refusal: &AbsenceRefusal) -> &'static str {
    use AbsenceRefusal as R;
    match refusal {
        R::Backwards | R::TooLong { .. } => "until",
        R::Past { .. } | R::Overlaps { .. } | R::StandsInThen { .. } => "from",
        R::Oneself
        | R::OtherOrganisation
        | R::OtherWork { .. }
        | R::Closed
        | R::DeputyAway { .. } => "deputy",
    }
}

/// Who is away and who stands in: a coordinator of their own organisation, an administrator of
/// all, anybody else what they are part of. `state` is `now`, `coming`, `over` or blank.
pub async fn leaves(
    app: &App,
    who: &Who,
    state: &str,
    window: Window,
) -> Result<LeavesView, ActionError> {
    let mut act = app.look(who, Action::ArrangeOwnLeave).await?;
    let own = who.organisation().map(ToString::to_string).unwrap_or_default();
    let (organisation, account) = match policy::reach_of(who, Action::ArrangeLeave) {
        policy::Reach::All => (String::new(), None),
        policy::Reach::Own => (own, None),
        policy::Reach::Caseload | policy::Reach::Nothing => (own, who.account()),
    };
    let filter = LeaveFilter { organisation, account, state: state.to_owned() };
    let (programme, today) = (act.programme, act.today());
    let page = rows::leaves(&mut act.tx, programme, &filter, today, window).await?;
    let may_end = page.rows.iter().filter(|it| may_end(who, it, today)).map(|it| it.id).collect();
    Ok(LeavesView { page, may_end, today })
}

fn may_end(who: &Who, row: &LeaveRow, today: jiff::civil::Date) -> bool {
    let subject = Subject { organisation: Some(&row.organisation), worker: None };
    let theirs = who.account() == Some(row.absence.absent)
        || policy::may_for(who, Action::ArrangeLeave, subject);
    theirs && row.ended.is_none() && today <= row.absence.until
}

/// Ends a time away before its last day. From this moment the deputy no longer stands in.
pub async fn end_leave(app: &App, who: &Who, id: Id<Leave>) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ArrangeOwnLeave).await?;
    let (programme, today, at) = (act.programme, act.today(), act.at);
    let row = rows::leave(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    let part = [Some(row.absence.absent), Some(row.absence.deputy)].contains(&who.account());
    if !may_end(who, &row, today) {
        let coordinates = who.person().is_some_and(|it| {
            it.role == Role::PlacementCoordinator && it.organisation.code == row.organisation
        });
        // Whoever may know of it is told that it ended already; for anybody else it is not there.
        let over = row.ended.is_some() || row.absence.until < today;
        return Err(if over && (part || coordinates) {
            ActionError::Changed
        } else {
            ActionError::NotFound
        });
    }
    if !rows::end_leave(&mut act.tx, id, &who.label(), at).await? {
        return Err(ActionError::Changed);
    }
    let absent = access::account_by_id(&mut act.tx, row.absence.absent).await?;
    let login = absent.map(|it| it.login).unwrap_or_default();
    act.log("account", &login, &json!({ "what": "leave ended" })).await?;
    let (from, until) = (row.absence.from, row.absence.until);
    let told = Message::DeputyEnded { from, until };
    notify(&mut act, vec![row.absence.absent, row.absence.deputy], &told, LINK).await?;
    act.commit().await
}
