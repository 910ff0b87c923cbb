use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, OrganisationCode, Phrase, Reference,
    access::{Account, Guest, GuestRole, GuestState, OrganisationKind, Programme},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, plain, time},
};

/// A guest on a file as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestRow {
    /// Its identifier.
    pub id: Id<Guest>,
    /// Whose file.
    pub reference: Reference,
    /// Who is asked.
    pub account: Id<Account>,
    /// Their name.
    pub name: String,
    /// Whom they work for.
    pub organisation: OrganisationCode,
    /// What that is called.
    pub organisation_name: String,
    /// What that is to the programme.
    pub kind: OrganisationKind,
    /// What they may do.
    pub role: GuestRole,
    /// What for.
    pub purpose: Phrase,
    /// The last day.
    pub until: Date,
    /// Where it stands.
    pub state: GuestState,
    /// Who invited them.
    pub inviter: Option<Id<Account>>,
    /// The same in words: name and organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
    /// When it was answered last or ended.
    pub settled_at: Option<Timestamp>,
    /// Counts the changes, from 1.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    reference: String,
    account: Uuid,
    name: String,
    organisation: String,
    organisation_name: String,
    kind: String,
    role: String,
    purpose: String,
    until_date: jiff_sqlx::Date,
    state: String,
    inviter: Option<Uuid>,
    actor: String,
    at: jiff_sqlx::Timestamp,
    settled_at: Option<jiff_sqlx::Timestamp>,
    version: i64,
}

impl Row {
    fn into_row(self) -> Result<GuestRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "guest", key: &key };
        let code = |it: &String| OrganisationCode::new(it).ok();
        Ok(GuestRow {
            id: Id::new(self.id),
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            account: Id::new(self.account),
            name: self.name,
            organisation: at.read("organisation", self.organisation, code)?,
            organisation_name: self.organisation_name,
            kind: at.read("kind", self.kind, |it| OrganisationKind::from_code(it))?,
            role: at.read("role", self.role, |it| GuestRole::from_code(it))?,
            purpose: at.read("purpose", self.purpose, |it| Phrase::new(it).ok())?,
            until: self.until_date.to_jiff(),
            state: at.read("state", self.state, |it| GuestState::from_code(it))?,
            inviter: self.inviter.map(Id::new),
            actor: self.actor,
            at: self.at.to_jiff(),
            settled_at: self.settled_at.map(jiff_sqlx::Timestamp::to_jiff),
            version: self.version,
        })
    }
}

macro_rules! guest_columns {
    ($rest:literal) => {
        concat!(
            "select g.id, g.reference, g.account, a.name, o.code as organisation, ",
            "o.name as organisation_name, o.kind, g.role, g.purpose, g.until_date, g.state, ",
            "g.inviter, g.actor, g.at, g.settled_at, g.version from guest g ",
            "join account a on a.id = g.account join organisation o on o.id = a.organisation ",
            $rest
        )
    };
}

fn read(rows: Vec<Row>) -> Result<Vec<GuestRow>, StoreError> {
    rows.into_iter().map(Row::into_row).collect()
}

/// Keeps an invitation. What is known of the guest's account is not written.
pub async fn add_guest(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &GuestRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into guest (id, programme, reference, account, role, purpose, until_date, state, \
         inviter, actor, at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        row.id.uuid(),
        programme.uuid(),
        row.reference.as_str(),
        row.account.uuid(),
        row.role.code(),
        row.purpose.as_str(),
        date(row.until),
        row.state.code(),
        row.inviter.map(Id::uuid),
        row.actor.as_str(),
        time(row.at)?,
        row.version
    )?;
    Ok(())
}

/// Keeps state and last day of the version given. [`StoreError::Changed`] when somebody else
/// was first.
pub async fn save_guest(tx: &mut Tx, row: &GuestRow) -> Result<(), StoreError> {
    let settled = row.settled_at.map(time).transpose()?;
    let touched = exec!(
        tx,
        "update guest set state = $3, until_date = $4, settled_at = $5, version = version + 1 \
         where id = $1 and version = $2",
        row.id.uuid(),
        row.version,
        row.state.code(),
        date(row.until),
        settled
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "guest", key: row.id.to_string() });
    }
    Ok(())
}

/// One guest.
pub async fn guest(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Guest>,
) -> Result<Option<GuestRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        guest_columns!("where g.programme = $1 and g.id = $2"),
        programme.uuid(),
        id.uuid()
    )?;
    row.map(Row::into_row).transpose()
}

/// Everybody who was ever asked on a file, last asked first.
pub async fn guests_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Vec<GuestRow>, StoreError> {
    read(run!(
        tx,
        Row,
        fetch_all,
        guest_columns!("where g.programme = $1 and g.reference = $2 order by g.at desc, g.id desc"),
        programme.uuid(),
        plain(reference.as_str())
    )?)
}

/// Everything somebody was ever asked for, last asked first.
pub async fn guests_by_account(
    tx: &mut Tx,
    account: Id<Account>,
) -> Result<Vec<GuestRow>, StoreError> {
    read(run!(
        tx,
        Row,
        fetch_all,
        guest_columns!("where g.account = $1 order by g.at desc, g.id desc"),
        account.uuid()
    )?)
}

/// A file somebody is let in on as a guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// Whose file.
    pub reference: Reference,
    /// What they may do.
    pub role: GuestRole,
    /// The last day.
    pub until: Date,
}

/// The files somebody is let in on as a guest on a day.
pub async fn passes(tx: &mut Tx, account: Id<Account>, day: Date) -> Result<Vec<Pass>, StoreError> {
    let rows: Vec<(String, String, jiff_sqlx::Date)> = run!(
        tx,
        (String, String, jiff_sqlx::Date),
        fetch_all,
        "select g.reference, g.role, g.until_date from guest g \
         join participant p on p.programme = g.programme and p.reference = g.reference \
         where g.account = $1 and g.state = 'accepted' and g.until_date >= $2 \
         and p.goes_on_as is null order by g.reference, g.id",
        account.uuid(),
        date(day)
    )?;
    rows.into_iter()
        .map(|(reference, role, until)| {
            let key = reference.clone();
            let at = At { table: "guest", key: &key };
            Ok(Pass {
                reference: at.read("reference", reference, |it| Reference::new(it).ok())?,
                role: at.read("role", role, |it| GuestRole::from_code(it))?,
                until: until.to_jiff(),
            })
        })
        .collect()
}
