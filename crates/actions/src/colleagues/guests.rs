use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{
    Id, Reference,
    access::{
        Guest, GuestRefusal, GuestRole, GuestState, OrganisationKind, Role, can_be_a_guest,
        last_day_of_a_visit,
    },
    messages::Message,
};
use sleutel_store::{
    access::{self, AccountRow},
    colleagues::{self as rows, GuestRow},
    participants::ParticipantFile,
};

use super::{Choosable, account_of, as_who};
use crate::{
    ActionError, App, FieldFault, Who,
    act::{Act, new_uuid},
    fields::{Fields, text_fault},
    messages::{link_to_file, notify},
    participants::{subject, visible},
    policy::{self, Action},
};

/// Somebody of another organisation who can be asked.
pub type Invitee = Choosable;

/// An invitation, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GuestDraft {
    /// The account of who is asked.
    pub guest: String,
    /// What they may do.
    pub role: String,
    /// What for.
    pub purpose: String,
    /// The last day.
    pub until: String,
}

/// Who takes part in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestsView {
    /// Whose file.
    pub reference: Reference,
    /// The name of the head of the household.
    pub name: String,
    /// Everybody who was ever asked, last asked first.
    pub guests: Vec<GuestRow>,
    /// The association whose home is in it, if any.
    pub association: Option<String>,
    /// The provider.
    pub provider: String,
    /// The name of the support worker, when the file carries one.
    pub worker: Option<String>,
    /// Who stands in for the support worker today.
    pub deputies: Vec<String>,
    /// Who can be asked; empty for somebody who may not ask.
    pub invitees: Vec<Invitee>,
    /// The last day an invitation can have.
    pub last_day: Date,
    /// The day it is.
    pub today: Date,
}

/// Who takes part in a file, with who was asked before.
pub async fn guests(
    app: &App,
    who: &Who,
    reference: &Reference,
) -> Result<GuestsView, ActionError> {
    let mut act = app.begin(who, Action::SeeParticipant).await?;
    let (programme, today) = (act.programme, act.today());
    let file = visible(&mut act, reference).await?;
    let guests = rows::guests_of(&mut act.tx, programme, reference).await?;
    let accounts = access::accounts(&mut act.tx, programme).await?;
    let organisations = access::organisations(&mut act.tx, programme).await?;
    let called = |code: &sleutel_domain::OrganisationCode| {
        let found = organisations.iter().find(|it| it.code == *code);
        found.map_or_else(|| code.to_string(), |it| it.name.to_string())
    };
    let association = act.case(reference, true).await?.and_then(|it| it.row.association);
    let worker = file.worker.as_ref().map(|login| {
        let found = accounts.iter().find(|it| it.login == login.as_str());
        found.map_or_else(|| login.to_string(), |it| it.name.clone())
    });
    let deputies = rows::arranged_leaves(&mut act.tx, programme, today)
        .await?
        .into_iter()
        .filter(|it| it.absence.covers(today) && worker.as_ref() == Some(&it.absent))
        .map(|it| it.deputy)
        .collect();
    let invitees = if policy::may_for(who, Action::InviteGuest, subject(&file)) {
        invitees(&accounts, &file)
    } else {
        Vec::new()
    };
    act.log("participant", reference.as_str(), &json!({ "guests": guests.len() })).await?;
    act.commit().await?;
    let head = file.head();
    Ok(GuestsView {
        reference: reference.clone(),
        name: head.map(|it| format!("{} {}", it.given, it.family)).unwrap_or_default(),
        guests,
        association: association.as_ref().map(called),
        provider: called(&file.provider),
        worker,
        deputies,
        invitees,
        last_day: last_day_of_a_visit(today),
        today,
    })
}

fn works_on_files(row: &AccountRow) -> bool {
    let desk = row.role == Role::PlacementCoordinator
        && row.organisation.kind == OrganisationKind::Municipality;
    can_be_a_guest(row.role) && !desk
}

fn invitees(accounts: &[AccountRow], file: &ParticipantFile) -> Vec<Invitee> {
    let mut found: Vec<Invitee> = accounts
        .iter()
        .filter(|it| it.active && it.organisation.code != file.provider && works_on_files(it))
        .map(Invitee::from)
        .collect();
    found.sort_by_key(|it| (it.organisation.clone(), sleutel_store::fold(&it.name)));
    found
}

/// Asks a colleague of another organisation to take part in a file until a day. They see
/// nothing until they say yes.
pub async fn invite(
    app: &App,
    who: &Who,
    reference: &Reference,
    draft: &GuestDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::InviteGuest).await?;
    let (programme, today) = (act.programme, act.today());
    let file = visible(&mut act, reference).await?;
    act.require(Action::InviteGuest, subject(&file))?;
    sleutel_store::audit::take_head(&mut act.tx, programme).await?;
    let mut fields = Fields::default();
    let role = fields.choice("role", &draft.role, GuestRole::from_code);
    let purpose =
        fields.take("purpose", sleutel_domain::Phrase::new(&draft.purpose).map_err(text_fault));
    let until = last_day(&mut fields, &draft.until, today);
    let guest = account_of(&mut act, &draft.guest).await?;
    match &guest {
        None if draft.guest.trim().is_empty() => fields.bad("guest", FieldFault::Required),
        None => fields.bad("guest", FieldFault::NotAChoice),
        Some(guest) => {
            if let Some(refusal) = against(&mut act, &file, guest).await? {
                fields.bad("guest", FieldFault::Guest(refusal));
            }
        }
    }
    let all = guest.zip(role).zip(purpose.zip(until));
    let ((guest, role), (purpose, until)) = fields.done(all)?;
    let row = GuestRow {
        id: Id::new(new_uuid()),
        reference: reference.clone(),
        account: guest.id,
        name: guest.name,
        organisation: guest.organisation.code,
        organisation_name: guest.organisation.name.to_string(),
        kind: guest.organisation.kind,
        role,
        purpose,
        until,
        state: GuestState::Invited,
        inviter: who.account(),
        actor: who.label(),
        at: act.at,
        settled_at: None,
        version: 1,
    };
    rows::add_guest(&mut act.tx, programme, &row).await?;
    log(&mut act, &row, "invited").await?;
    let told = Message::GuestInvited { reference: reference.clone() };
    notify(&mut act, vec![row.account], &told, "/colleagues/guest").await?;
    act.commit().await
}

fn last_day(fields: &mut Fields, text: &str, today: Date) -> Option<Date> {
    let most = last_day_of_a_visit(today);
    let until = fields.date("until", text)?;
    if until < today || most < until {
        let fault = FieldFault::DateRange { least: Some(today), most: Some(most) };
        fields.bad("until", fault);
        return None;
    }
    Some(until)
}

async fn against(
    act: &mut Act<'_>,
    file: &ParticipantFile,
    guest: &AccountRow,
) -> Result<Option<GuestRefusal>, ActionError> {
    let (programme, today) = (act.programme, act.today());
    if guest.organisation.code == file.provider {
        return Ok(Some(GuestRefusal::SameOrganisation));
    }
    if !guest.active {
        return Ok(Some(GuestRefusal::Closed));
    }
    if guest.role == Role::HousingOfficer || (!works_on_files(guest) && can_be_a_guest(guest.role))
    {
        return Ok(Some(GuestRefusal::SeesItAlready));
    }
    if !can_be_a_guest(guest.role) {
        return Ok(Some(GuestRefusal::NotTheirWork { role: guest.role }));
    }
    let Some(loaded) = act.case(&file.reference, true).await? else {
        return Ok(Some(GuestRefusal::NoRoad));
    };
    let whose = act.whose(&loaded).await?;
    let them = as_who(act, guest.clone()).await?;
    if policy::may_for(&them, Action::SeeCase, whose.subject(&them)) {
        return Ok(Some(GuestRefusal::SeesItAlready));
    }
    let asked = rows::guests_of(&mut act.tx, programme, &file.reference).await?;
    let standing = asked
        .iter()
        .find(|it| it.account == guest.id && it.state.stands(it.until, today))
        .map(|it| GuestRefusal::AskedAlready { until: it.until });
    Ok(standing)
}

/// What one was ever asked for, last asked first.
pub async fn invitations(app: &App, who: &Who) -> Result<Vec<GuestRow>, ActionError> {
    let mut act = app.begin(who, Action::BeGuest).await?;
    let account = who.account().ok_or(ActionError::NotFound)?;
    let found = rows::guests_by_account(&mut act.tx, account).await?;
    let shown: Vec<&str> = found.iter().map(|it| it.reference.as_str()).collect();
    act.log("guests", "", &json!({ "shown": shown })).await?;
    act.commit().await?;
    Ok(found)
}

/// How many invitations wait for one's own answer; for the home page, without whose files.
pub async fn invited(app: &App, who: &Who) -> Result<usize, ActionError> {
    let mut act = app.look(who, Action::BeGuest).await?;
    let account = who.account().ok_or(ActionError::NotFound)?;
    let today = act.today();
    let asked = rows::guests_by_account(&mut act.tx, account).await?;
    let open = |it: &&GuestRow| it.state == GuestState::Invited && it.state.stands(it.until, today);
    Ok(asked.iter().filter(open).count())
}

/// Says yes or no to an invitation of one's own.
pub async fn answer(
    app: &App,
    who: &Who,
    id: Id<Guest>,
    accept: bool,
    version: i64,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::BeGuest).await?;
    let (programme, today) = (act.programme, act.today());
    let row = rows::guest(&mut act.tx, programme, id).await?;
    let row = row.filter(|it| Some(it.account) == who.account()).ok_or(ActionError::NotFound)?;
    if row.version != version || row.state != GuestState::Invited || row.until < today {
        return Err(ActionError::Changed);
    }
    let state = if accept { GuestState::Accepted } else { GuestState::Refused };
    let row = GuestRow { state, settled_at: Some(act.at), ..row };
    rows::save_guest(&mut act.tx, &row).await?;
    log(&mut act, &row, state.code()).await?;
    let told = Message::GuestAnswered { reference: row.reference.clone(), accepted: accept };
    let link = link_to_guests(&row.reference);
    notify(&mut act, row.inviter.into_iter().collect(), &told, &link).await?;
    act.commit().await
}

/// Ends a visit or takes an invitation back: the guest themselves, or whoever may invite on
/// the file. It holds from the next click.
pub async fn end_visit(
    app: &App,
    who: &Who,
    id: Id<Guest>,
    version: i64,
) -> Result<Reference, ActionError> {
    let mut act = app.begin(who, Action::BeGuest).await?;
    let today = act.today();
    let row = within(&mut act, id, true).await?;
    if row.version != version || !row.state.stands(row.until, today) {
        return Err(ActionError::Changed);
    }
    let row = GuestRow { state: GuestState::Ended, settled_at: Some(act.at), ..row };
    rows::save_guest(&mut act.tx, &row).await?;
    log(&mut act, &row, "ended").await?;
    let told = Message::GuestEnded { reference: row.reference.clone() };
    notify(&mut act, vec![row.account], &told, "/colleagues/guest").await?;
    let link = link_to_guests(&row.reference);
    notify(&mut act, row.inviter.into_iter().collect(), &told, &link).await?;
    act.commit().await?;
    Ok(row.reference)
}

/// Lets a guest stay until another day, counted from today.
pub async fn prolong(
    app: &App,
    who: &Who,
    id: Id<Guest>,
    until: &str,
    version: i64,
) -> Result<Reference, ActionError> {
    let mut act = app.begin(who, Action::InviteGuest).await?;
    let today = act.today();
    let row = within(&mut act, id, false).await?;
    let mut fields = Fields::default();
    let until = last_day(&mut fields, until, today);
    let until = fields.done(until)?;
    if row.version != version || !row.state.stands(row.until, today) {
        return Err(ActionError::Changed);
    }
    let row = GuestRow { until, ..row };
    rows::save_guest(&mut act.tx, &row).await?;
    log(&mut act, &row, "prolonged").await?;
    let told = Message::GuestProlonged { reference: row.reference.clone() };
    notify(&mut act, vec![row.account], &told, "/colleagues/guest").await?;
    act.commit().await?;
    Ok(row.reference)
}

/// An invitation on a file where this person may invite, or their own when `or_own`; any other
/// is not there.
async fn within(act: &mut Act<'_>, id: Id<Guest>, or_own: bool) -> Result<GuestRow, ActionError> {
    let programme = act.programme;
    let row = rows::guest(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    if or_own && Some(row.account) == act.who.account() {
        return Ok(row);
    }
    let (provider, worker) = crate::participants::subject_of(act, &row.reference).await?;
    let subject = policy::Subject { organisation: Some(&provider), worker: worker.as_deref() };
    act.require(Action::InviteGuest, subject).map_err(|_| ActionError::NotFound)?;
    Ok(row)
}

async fn log(act: &mut Act<'_>, row: &GuestRow, what: &str) -> Result<(), ActionError> {
    let detail = json!({
        "guest": row.account.to_string(), "what": what, "role": row.role.code(),
        "until": row.until.to_string(),
    });
    act.log("participant", row.reference.as_str(), &detail).await
}

fn link_to_guests(reference: &Reference) -> String {
    format!("{}/guests", link_to_file(reference))
}
