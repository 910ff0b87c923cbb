use serde_json::json;
use sleutel_domain::{
    Id, LongText,
    access::Account,
    messages::Message,
    steering::{ObstacleStatus, ObstacleUpdate},
};
use sleutel_store::{
    audit,
    obstacles::{self as rows, ObstacleRow, ObstacleUpdateRow},
};

use super::{
    draft::{self, ObstacleDraft, Read, StatusDraft},
    see::before_last,
};
use crate::{
    ActionError, App, FieldFault, Who,
    act::Act,
    fields::Fields,
    messages::{People, notify},
    policy::{Action, Subject},
};

/// From here on nobody else changes anything in the programme until it is done.
async fn begin<'a>(app: &'a App, who: &'a Who) -> Result<Act<'a>, ActionError> {
    let mut act = app.begin(who, Action::ChangeObstacles).await?;
    act.require(Action::ChangeObstacles, Subject::default())?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    Ok(act)
}

async fn find(act: &mut Act<'_>, number: u32) -> Result<ObstacleRow, ActionError> {
    let found = rows::obstacle(&mut act.tx, act.programme, number).await?;
    found.ok_or(ActionError::NotFound)
}

/// The same at the version a form was made from. [`ActionError::Changed`] at another.
async fn find_at(act: &mut Act<'_>, number: u32, was: &str) -> Result<ObstacleRow, ActionError> {
    let row = find(act, number).await?;
    if was.trim() == row.version.to_string() { Ok(row) } else { Err(ActionError::Changed) }
}

/// Writes something down about an obstacle, after what is there.
async fn write_down(
    act: &mut Act<'_>,
    number: u32,
    (kind, status): (ObstacleUpdate, Option<(ObstacleStatus, ObstacleStatus)>),
    words: Option<LongText>,
    changes: String,
) -> Result<(), ActionError> {
    let programme = act.programme;
    let before = rows::obstacle_updates(&mut act.tx, programme, number).await?;
    let row = ObstacleUpdateRow {
        number: before.last().map_or(1, |it| it.number.saturating_add(1)),
        at: act.at,
        actor: act.who.label(),
        kind,
        status,
        words,
        changes,
    };
    rows::add_obstacle_update(&mut act.tx, programme, number, &row).await?;
    Ok(())
}

/// Tells whoever became its owner, and who stands in for them.
async fn tell(act: &mut Act<'_>, number: u32, owner: Id<Account>) -> Result<(), ActionError> {
    let people = People::read(act).await?;
    let told = people.with_deputies(vec![owner]);
    let link = format!("/steering/obstacles/{number}");
    notify(act, told, &Message::ObstacleGiven { number }, &link).await
}

fn row_of(act: &Act<'_>, number: u32, read: Read) -> ObstacleRow {
    ObstacleRow {
        number,
        title: read.title,
        description: read.description,
        kind: read.kind,
        step: read.step,
        group: read.group,
        area: read.area,
        association: read.association,
        agreement: read.agreement,
        owner: read.owner.id,
        owner_login: read.owner.login,
        owner_name: read.owner.name,
        owner_organisation: read.owner.organisation.name.to_string(),
        owner_active: read.owner.active,
        found: read.found,
        due: read.due,
        cost: read.cost,
        ground: read.ground,
        status: ObstacleStatus::Open,
        version: 1,
        made_by: act.who.label(),
        made_at: act.at,
    }
}

const NO_CHANGES: &str = "[]";

/// Puts an obstacle on the list; gives its number. Its owner is told.
pub async fn add(app: &App, who: &Who, draft: &ObstacleDraft) -> Result<u32, ActionError> {
    let mut act = begin(app, who).await?;
    let read = draft::read(&mut act, draft).await?;
    let number = rows::next_obstacle(&mut act.tx, act.programme).await?;
    let row = row_of(&act, number, read);
    let programme = act.programme;
    rows::add_obstacle(&mut act.tx, programme, &row).await?;
    let made = (ObstacleUpdate::Made, None);
    write_down(&mut act, number, made, None, NO_CHANGES.to_owned()).await?;
    let detail = json!({
        "obstacle": "made", "kind": row.kind.code(), "owner": row.owner_login,
        "due": row.due.to_string(), "people": row.cost.map(|it| it.people),
        "weeks": row.cost.map(|it| it.weeks),
    });
    act.log("obstacle", &number.to_string(), &detail).await?;
    tell(&mut act, number, row.owner).await?;
    act.commit().await?;
    Ok(number)
}

/// Changes what is known of an obstacle. [`ActionError::Changed`] when somebody else changed it
/// since the form was made. A new owner is told.
pub async fn change(
    app: &App,
    who: &Who,
    number: u32,
    draft: &ObstacleDraft,
) -> Result<(), ActionError> {
    let mut act = begin(app, who).await?;
    let before = find(&mut act, number).await?;
    let read = draft::read(&mut act, draft).await?;
    if draft.was.trim() != before.version.to_string() {
        return Err(ActionError::Changed);
    }
    let row = ObstacleRow {
        status: before.status,
        version: before.version,
        made_by: before.made_by.clone(),
        made_at: before.made_at,
        ..row_of(&act, number, read)
    };
    let changes = draft::changes(&before, &row);
    if changes.is_empty() {
        return Ok(());
    }
    act.stands_in_for(Some(&before.owner_login));
    let programme = act.programme;
    rows::save_obstacle(&mut act.tx, programme, &row).await?;
    let fields: Vec<&str> = changes.iter().map(|it| it.field.as_str()).collect();
    let detail = json!({
        "obstacle": "changed", "fields": fields, "owner": row.owner_login,
        "due": row.due.to_string(),
    });
    act.log("obstacle", &number.to_string(), &detail).await?;
    let written = serde_json::to_string(&changes)
        .map_err(|cause| ActionError::Internal(format!("changes cannot be written: {cause}")))?;
    write_down(&mut act, number, (ObstacleUpdate::Changed, None), None, written).await?;
    if row.owner != before.owner {
        tell(&mut act, number, row.owner).await?;
    }
    act.commit().await
}

/// Writes down how it goes. Two people at once both do.
pub async fn note(app: &App, who: &Who, number: u32, words: &str) -> Result<(), ActionError> {
    let mut act = begin(app, who).await?;
    let row = find(&mut act, number).await?;
    let mut fields = Fields::default();
    let words = fields.text("note", words, LongText::new);
    let words = fields.done(words)?;
    act.stands_in_for(Some(&row.owner_login));
    let kind = (ObstacleUpdate::Note, None);
    write_down(&mut act, number, kind, Some(words), NO_CHANGES.to_owned()).await?;
    act.log("obstacle", &number.to_string(), &json!({ "obstacle": "note" })).await?;
    act.commit().await
}

/// Says how far an obstacle is, and why. [`ActionError::Changed`] when somebody else changed it
/// since the form was made.
pub async fn set_status(
    app: &App,
    who: &Who,
    number: u32,
    draft: &StatusDraft,
) -> Result<(), ActionError> {
    let mut act = begin(app, who).await?;
    let row = find(&mut act, number).await?;
    let mut fields = Fields::default();
    let status = fields.choice("status", &draft.status, ObstacleStatus::from_code);
    if status == Some(row.status) && draft.was.trim() == row.version.to_string() {
        fields.bad("status", FieldFault::NotAChoice);
    }
    let reason = fields.text("reason", &draft.reason, LongText::new);
    let (status, reason) = fields.done(status.zip(reason))?;
    if draft.was.trim() != row.version.to_string() {
        return Err(ActionError::Changed);
    }
    moved(&mut act, row, (ObstacleUpdate::Moved, status), Some(reason)).await?;
    act.commit().await
}

/// Puts an obstacle back to how far it was before that was changed last. What was written down in
/// the meantime stays. [`ActionError::Changed`] when somebody else changed it since.
pub async fn put_back(app: &App, who: &Who, number: u32, was: &str) -> Result<(), ActionError> {
    let mut act = begin(app, who).await?;
    let row = find_at(&mut act, number, was).await?;
    let updates = rows::obstacle_updates(&mut act.tx, act.programme, number).await?;
    let before = before_last(&updates).ok_or(ActionError::Changed)?;
    moved(&mut act, row, (ObstacleUpdate::PutBack, before), None).await?;
    act.commit().await
}

async fn moved(
    act: &mut Act<'_>,
    row: ObstacleRow,
    (kind, status): (ObstacleUpdate, ObstacleStatus),
    words: Option<LongText>,
) -> Result<(), ActionError> {
    act.stands_in_for(Some(&row.owner_login));
    let (number, before) = (row.number, row.status);
    let programme = act.programme;
    rows::save_obstacle(&mut act.tx, programme, &ObstacleRow { status, ..row }).await?;
    let what = (kind, Some((before, status)));
    write_down(act, number, what, words, NO_CHANGES.to_owned()).await?;
    let detail = json!({
        "obstacle": kind.code(), "before": before.code(), "after": status.code(),
    });
    act.log("obstacle", &number.to_string(), &detail).await
}
