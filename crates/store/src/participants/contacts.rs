use std::collections::BTreeMap;

use jiff::Timestamp;
use sleutel_domain::{
    Id, PersonName, Phrase,
    access::Programme,
    messages::Address,
    participants::{Contact, ContactRole, Participant, Phone},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, date_opt, time},
};

/// A version of a contact, with what the database knows beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRow {
    /// Stays the same over all versions.
    pub id: Id<Contact>,
    /// From 1.
    pub version: i64,
    /// What it says.
    pub contact: Contact,
    /// Who wrote this version, with their organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    version: i64,
    role: String,
    name: Option<String>,
    organisation: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    from_date: jiff_sqlx::Date,
    until_date: Option<jiff_sqlx::Date>,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

impl Row {
    fn into_row(self) -> Result<ContactRow, StoreError> {
        let key = format!("{} {}", self.id, self.version);
        let at = At { table: "contact", key: &key };
        Ok(ContactRow {
            id: Id::new(self.id),
            version: self.version,
            contact: Contact {
                role: at.read("role", self.role, |it| ContactRole::from_code(it))?,
                name: at.read_opt("name", self.name, |it| PersonName::new(it).ok())?,
                organisation: at
                    .read_opt("organisation", self.organisation, |it| Phrase::new(it).ok())?,
                phone: at.read_opt("phone", self.phone, Phone::new)?,
                email: at.read_opt("email", self.email, |it| Address::new(it).ok())?,
                from: self.from_date.to_jiff(),
                until: self.until_date.map(jiff_sqlx::Date::to_jiff),
            },
            actor: self.actor,
            at: self.at.to_jiff(),
        })
    }
}

/// Every version of every contact around a household, by contact, oldest first.
pub async fn contact_versions(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
) -> Result<BTreeMap<Id<Contact>, Vec<ContactRow>>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, version, role, name, organisation, phone, email, from_date, until_date, \
         actor, at from contact where programme = $1 and participant = $2 order by id, version",
        programme.uuid(),
        participant.uuid()
    )?;
    let mut found: BTreeMap<_, Vec<ContactRow>> = BTreeMap::new();
    for row in rows {
        let row = row.into_row()?;
        found.entry(row.id).or_default().push(row);
    }
    Ok(found)
}

/// Keeps a version of a contact. [`StoreError::Changed`] when somebody else wrote that
/// version before.
pub async fn add_contact_version(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    row: &ContactRow,
) -> Result<(), StoreError> {
    let it = &row.contact;
    let touched = exec!(
        tx,
        "insert into contact (programme, participant, id, version, role, name, organisation, \
         phone, email, from_date, until_date, actor, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
         on conflict (participant, id, version) do nothing",
        programme.uuid(),
        participant.uuid(),
        row.id.uuid(),
        row.version,
        it.role.code(),
        it.name.as_ref().map(PersonName::as_str),
        it.organisation.as_ref().map(Phrase::as_str),
        it.phone.as_ref().map(Phone::as_str),
        it.email.as_ref().map(Address::as_str),
        date(it.from),
        date_opt(it.until),
        row.actor.as_str(),
        time(row.at)?
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "contact", key: row.id.to_string() });
    }
    Ok(())
}
