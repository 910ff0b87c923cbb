use serde_json::json;
use sleutel_domain::{Id, OrganisationCode, Phrase, access::Account};
use sleutel_store::lists::{self as rows, ViewRow};
use uuid::Uuid;

use super::{List, told};
use crate::{
    ActionError, App, Denied, FieldFault, Who,
    act::{Act, new_uuid},
    fields::Fields,
    policy::{self, Action, Subject},
};

/// Longer than any address a list makes.
const LONGEST_QUERY: usize = 2_000;

/// The views of a list that somebody has.
#[derive(Debug, Clone, Default)]
pub struct SavedViews {
    /// Their own and those of their organisation, by name.
    pub views: Vec<ViewRow>,
    /// The one the list opens with.
    pub default: Option<Uuid>,
    /// Whether they may keep one for everybody of their organisation.
    pub may_share: bool,
}

impl SavedViews {
    /// Whether somebody may rename a view or throw it away: their own, and one of the
    /// organisation who may make one.
    pub fn may_change(&self, who: &Who, view: &ViewRow) -> bool {
        match view.organisation {
            None => who.account() == Some(view.account),
            Some(_) => self.may_share,
        }
    }
}

/// What somebody typed to keep a view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ViewDraft {
    /// What it is called.
    pub name: String,
    /// Filters and order, as they stand in the address. Words that were searched for do not
    /// belong there.
    pub query: String,
    /// For everybody of the organisation.
    pub shared: bool,
    /// The list opens with it.
    pub default: bool,
}

fn owner(who: &Who) -> Result<(Id<Account>, OrganisationCode), ActionError> {
    let denied = || Denied { action: Action::KeepViews, logged_in: *who != Who::Nobody };
    let person = who.person().ok_or_else(denied)?;
    Ok((person.account, person.organisation.code.clone()))
}

/// The views of a list. Somebody without an account has none.
pub async fn saved(app: &App, who: &Who, list: List) -> Result<SavedViews, ActionError> {
    if !policy::may(who, Action::KeepViews) {
        return Ok(SavedViews::default());
    }
    let mut act = app.look(who, Action::KeepViews).await?;
    let (account, organisation) = owner(who)?;
    let programme = act.programme;
    Ok(SavedViews {
        views: rows::views(&mut act.tx, programme, list.code(), account, &organisation).await?,
        default: rows::default_view(&mut act.tx, programme, account, list.code()).await?,
        may_share: policy::may(who, Action::ShareViews),
    })
}

/// Keeps the present filters under a name.
pub async fn keep(
    app: &App,
    who: &Who,
    list: List,
    draft: &ViewDraft,
) -> Result<Uuid, ActionError> {
    let mut act = app.begin(who, Action::KeepViews).await?;
    let (account, organisation) = owner(who)?;
    if !policy::may(who, list.action()) {
        return Err(ActionError::NotFound);
    }
    if draft.shared {
        act.require(
            Action::ShareViews,
            Subject { organisation: Some(&organisation), worker: None },
        )?;
    }
    let programme = act.programme;
    let mut fields = Fields::default();
    let name = fields.text("name", &draft.name, Phrase::new);
    let length = draft.query.chars().count();
    if length > LONGEST_QUERY {
        fields.bad("name", FieldFault::TooLong { length, most: LONGEST_QUERY });
    }
    let there = rows::views(&mut act.tx, programme, list.code(), account, &organisation).await?;
    if name.as_ref().is_some_and(|name| there.iter().any(|it| it.name == *name)) {
        fields.bad("name", FieldFault::Taken);
    }
    let name = fields.done(name)?;
    let row = ViewRow {
        id: new_uuid(),
        list: list.code().to_owned(),
        name,
        query: list.kept(&draft.query),
        account,
        organisation: draft.shared.then_some(organisation),
        made_by: who.label(),
        at: act.at,
        gone_at: None,
    };
    rows::add_view(&mut act.tx, programme, &row).await?;
    if draft.default {
        rows::set_default_view(&mut act.tx, programme, account, list.code(), Some(row.id)).await?;
    }
    let detail = json!({ "list": list.code(), "kept": true, "shared": draft.shared });
    act.log("view", &row.id.to_string(), &detail).await?;
    act.commit().await?;
    Ok(row.id)
}

/// A view somebody has, and may change when `change` is asked. For any other there is none.
async fn had(act: &mut Act<'_>, id: Uuid, change: bool) -> Result<(ViewRow, List), ActionError> {
    let (account, organisation) = owner(act.who)?;
    let programme = act.programme;
    let row = rows::view(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    let list = List::from_code(&row.list).ok_or(ActionError::NotFound)?;
    let theirs = match &row.organisation {
        None => row.account == account,
        Some(of) => *of == organisation,
    };
    if !theirs || !policy::may(act.who, list.action()) {
        return Err(ActionError::NotFound);
    }
    if change && row.organisation.is_some() {
        act.require(
            Action::ShareViews,
            Subject { organisation: Some(&organisation), worker: None },
        )?;
    }
    Ok((row, list))
}

/// Gives a view another name; `before` is what it was called when the page was made.
pub async fn rename(
    app: &App,
    who: &Who,
    id: Uuid,
    before: &str,
    name: &str,
) -> Result<List, ActionError> {
    let mut act = app.begin(who, Action::KeepViews).await?;
    let (_, list) = had(&mut act, id, true).await?;
    let programme = act.programme;
    let mut fields = Fields::default();
    let name = fields.text("name", name, Phrase::new);
    let name = fields.done(name)?;
    let before = Phrase::new(before).map_err(|_| ActionError::Changed)?;
    told(rows::rename_view(&mut act.tx, programme, id, &before, &name).await)?;
    act.log("view", &id.to_string(), &json!({ "list": list.code(), "renamed": true })).await?;
    act.commit().await?;
    Ok(list)
}

/// Throws a view away. It can be put back.
pub async fn put_away(app: &App, who: &Who, id: Uuid) -> Result<List, ActionError> {
    away(app, who, id, true).await
}

/// Puts a view back that was thrown away.
pub async fn put_back(app: &App, who: &Who, id: Uuid) -> Result<List, ActionError> {
    away(app, who, id, false).await
}

async fn away(app: &App, who: &Who, id: Uuid, gone: bool) -> Result<List, ActionError> {
    let mut act = app.begin(who, Action::KeepViews).await?;
    let (_, list) = had(&mut act, id, true).await?;
    let (programme, at) = (act.programme, gone.then_some(act.at));
    told(rows::put_view_away(&mut act.tx, programme, id, at).await)?;
    act.log("view", &id.to_string(), &json!({ "list": list.code(), "gone": gone })).await?;
    act.commit().await?;
    Ok(list)
}

/// Sets the view a list opens with, for whoever asks and nobody else; `None` is the list as
/// it is.
pub async fn set_default(
    app: &App,
    who: &Who,
    list: List,
    view: Option<Uuid>,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::KeepViews).await?;
    let (account, _) = owner(who)?;
    if let Some(id) = view {
        let (row, of) = had(&mut act, id, false).await?;
        if of != list || row.gone_at.is_some() {
            return Err(ActionError::NotFound);
        }
    }
    let programme = act.programme;
    rows::set_default_view(&mut act.tx, programme, account, list.code(), view).await?;
    let subject = view.map(|id| id.to_string()).unwrap_or_default();
    act.log("view", &subject, &json!({ "list": list.code(), "default": view.is_some() })).await?;
    act.commit().await
}
