use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, Phrase,
    access::{Account, Party, Programme},
    cases::Case,
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, time},
};

/// One thing that happened to a file. Rows are only ever added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// From 1, without gaps.
    pub number: u32,
    /// When it was written down.
    pub recorded: Timestamp,
    /// The day it is true from.
    pub on: Date,
    /// The party of whoever did it.
    pub party: Party,
    /// For whom they wrote it down.
    pub for_party: Option<Party>,
    /// Name and organisation.
    pub actor: Phrase,
    /// The account, when somebody logged in.
    pub account: Option<Id<Account>>,
    /// The word for what it is.
    pub kind: String,
    /// The act in its stored form.
    pub payload: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    recorded: jiff_sqlx::Timestamp,
    valid_on: jiff_sqlx::Date,
    party: String,
    for_party: Option<String>,
    actor: String,
    account: Option<Uuid>,
    kind: String,
    payload: String,
}

/// The events of a file, in order.
pub async fn events(
    tx: &mut Tx,
    programme: Id<Programme>,
    case: Id<Case>,
) -> Result<Vec<EventRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select number, recorded, valid_on, party, for_party, actor, account, kind, payload \
         from case_event where programme = $1 and case_file = $2 order by number",
        programme.uuid(),
        case.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{case} {}", row.number);
            let at = At { table: "case_event", key: &key };
            Ok(EventRow {
                number: at.small("number", row.number)?,
                recorded: row.recorded.to_jiff(),
                on: row.valid_on.to_jiff(),
                party: at.read("party", row.party, |it| Party::from_code(it))?,
                for_party: at.read_opt("for_party", row.for_party, Party::from_code)?,
                actor: at.read("actor", row.actor, |it| Phrase::new(it).ok())?,
                account: row.account.map(Id::new),
                kind: row.kind,
                payload: row.payload,
            })
        })
        .collect()
}

/// Keeps an event. A number that is taken gives [`StoreError::Exists`].
pub async fn add_event(
    tx: &mut Tx,
    programme: Id<Programme>,
    case: Id<Case>,
    row: &EventRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into case_event (case_file, programme, number, recorded, valid_on, party, \
         for_party, actor, account, kind, payload) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        case.uuid(),
        programme.uuid(),
        i64::from(row.number),
        time(row.recorded)?,
        date(row.on),
        row.party.code(),
        row.for_party.map(Party::code),
        row.actor.as_str(),
        row.account.map(Id::uuid),
        row.kind.as_str(),
        row.payload.as_str()
    )?;
    Ok(())
}
