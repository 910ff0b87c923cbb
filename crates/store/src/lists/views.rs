use jiff::Timestamp;
use sleutel_domain::{
    Id, OrganisationCode, Phrase,
    access::{Account, Programme},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// Filters of a list under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewRow {
    /// Its identifier.
    pub id: Uuid,
    /// The word for the list.
    pub list: String,
    /// What its owner calls it.
    pub name: Phrase,
    /// Filters and order, as they stand in an address.
    pub query: String,
    /// Who made it.
    pub account: Id<Account>,
    /// Everybody of this organisation has it; `None` is for its maker alone.
    pub organisation: Option<OrganisationCode>,
    /// Name and organisation of who made it.
    pub made_by: String,
    /// When.
    pub at: Timestamp,
    /// When it was thrown away; it can be put back.
    pub gone_at: Option<Timestamp>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    list: String,
    name: String,
    query: String,
    account: Uuid,
    organisation: Option<String>,
    made_by: String,
    at: jiff_sqlx::Timestamp,
    gone_at: Option<jiff_sqlx::Timestamp>,
}

impl Row {
    fn into_row(self) -> Result<ViewRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "saved_view", key: &key };
        Ok(ViewRow {
            id: self.id,
            list: self.list,
            name: at.read("name", self.name, |it| Phrase::new(it).ok())?,
            query: self.query,
            account: Id::new(self.account),
            organisation: at
                .read_opt("organisation", self.organisation, |it| OrganisationCode::new(it).ok())?,
            made_by: self.made_by,
            at: self.at.to_jiff(),
            gone_at: self.gone_at.map(jiff_sqlx::Timestamp::to_jiff),
        })
    }
}

/// The views of a list that somebody has: their own and those of their organisation, by name.
pub async fn views(
    tx: &mut Tx,
    programme: Id<Programme>,
    list: &str,
    account: Id<Account>,
    organisation: &OrganisationCode,
) -> Result<Vec<ViewRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, list, name, query, account, organisation, made_by, at, gone_at \
         from saved_view where programme = $1 and list = $2 and gone_at is null \
         and (organisation = $4 or (organisation is null and account = $3)) order by name, id",
        programme.uuid(),
        list,
        account.uuid(),
        organisation.as_str()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// One view, also when it was thrown away.
pub async fn view(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
) -> Result<Option<ViewRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, list, name, query, account, organisation, made_by, at, gone_at \
         from saved_view where programme = $1 and id = $2",
        programme.uuid(),
        id
    )?;
    row.map(Row::into_row).transpose()
}

/// Keeps a view.
pub async fn add_view(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &ViewRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into saved_view (id, programme, list, name, query, account, organisation, \
         made_by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        row.id,
        programme.uuid(),
        row.list.as_str(),
        row.name.as_str(),
        row.query.as_str(),
        row.account.uuid(),
        row.organisation.as_ref().map(OrganisationCode::as_str),
        row.made_by.as_str(),
        time(row.at)?
    )?;
    Ok(())
}

/// Gives a view another name. [`StoreError::Changed`] when it is not called `before` any more.
pub async fn rename_view(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
    before: &Phrase,
    name: &Phrase,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update saved_view set name = $4 where programme = $1 and id = $2 and name = $3 \
         and gone_at is null",
        programme.uuid(),
        id,
        before.as_str(),
        name.as_str()
    )?;
    once(touched, id)
}

/// Throws a view away, or with `None` puts it back. [`StoreError::Changed`] when it is so already.
pub async fn put_view_away(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
    gone_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update saved_view set gone_at = $3 where programme = $1 and id = $2 \
         and (gone_at is null) = $4",
        programme.uuid(),
        id,
        gone_at.map(time).transpose()?,
        gone_at.is_some()
    )?;
    once(touched, id)
}

fn once(touched: u64, id: Uuid) -> Result<(), StoreError> {
    if touched == 1 {
        Ok(())
    } else {
        Err(StoreError::Changed { table: "saved_view", key: id.to_string() })
    }
}

/// The view a list opens with for somebody, when it is not thrown away.
pub async fn default_view(
    tx: &mut Tx,
    programme: Id<Programme>,
    account: Id<Account>,
    list: &str,
) -> Result<Option<Uuid>, StoreError> {
    let row: Option<(Uuid,)> = run!(
        tx,
        (Uuid,),
        fetch_optional,
        "select v.id from default_view d join saved_view v on v.id = d.view \
         where d.programme = $1 and d.account = $2 and d.list = $3 and v.gone_at is null",
        programme.uuid(),
        account.uuid(),
        list
    )?;
    Ok(row.map(|(id,)| id))
}

/// Sets what a list opens with for somebody; `None` is the list as it is.
pub async fn set_default_view(
    tx: &mut Tx,
    programme: Id<Programme>,
    account: Id<Account>,
    list: &str,
    view: Option<Uuid>,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "delete from default_view where programme = $1 and account = $2 and list = $3",
        programme.uuid(),
        account.uuid(),
        list
    )?;
    if let Some(view) = view {
        exec!(
            tx,
            "insert into default_view (programme, account, list, view) values ($1, $2, $3, $4)",
            programme.uuid(),
            account.uuid(),
            list,
            view
        )?;
    }
    Ok(())
}
