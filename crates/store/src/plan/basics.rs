use std::collections::BTreeMap;

use jiff::Timestamp;
use sleutel_domain::{
    Id, Phrase,
    access::{Party, Programme},
    participants::Participant,
    plan::{Basic, BasicItem, BasicState},
};

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date_opt, time},
};

/// A version of a line of the list, with what the database knows beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasicRow {
    /// From 1.
    pub version: i64,
    /// What it says.
    pub item: BasicItem,
    /// Who wrote this version, with their organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    basic: String,
    version: i64,
    owner: String,
    person: Option<String>,
    due: Option<jiff_sqlx::Date>,
    state: String,
    state_on: Option<jiff_sqlx::Date>,
    words: Option<String>,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

impl Row {
    fn into_row(self) -> Result<BasicRow, StoreError> {
        let key = format!("{} {}", self.basic, self.version);
        let at = At { table: "basic_item", key: &key };
        let words =
            || at.read("words", self.words.clone().unwrap_or_default(), |it| Phrase::new(it).ok());
        let on = || {
            let on = self.state_on.map(jiff_sqlx::Date::to_jiff);
            on.ok_or_else(|| at.bad("state_on", "nothing"))
        };
        let state = match self.state.as_str() {
            "not-needed" => BasicState::NotNeeded { reason: words()? },
            "to-do" => BasicState::ToDo,
            "asked" => BasicState::Asked { on: on()? },
            "arranged" => BasicState::Arranged { on: on()?, by: words()? },
            other => return Err(at.bad("state", other)),
        };
        Ok(BasicRow {
            version: self.version,
            item: BasicItem {
                basic: at.read("basic", self.basic.clone(), |it| Basic::from_code(it))?,
                owner: at.read("owner", self.owner, |it| Party::from_code(it))?,
                person: at.read_opt("person", self.person, |it| Phrase::new(it).ok())?,
                due: self.due.map(jiff_sqlx::Date::to_jiff),
                state,
            },
            actor: self.actor,
            at: self.at.to_jiff(),
        })
    }
}

/// Every version of every line somebody said something of, by line, oldest first.
pub async fn basic_versions(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
) -> Result<BTreeMap<Basic, Vec<BasicRow>>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select basic, version, owner, person, due, state, state_on, words, actor, at \
         from basic_item where programme = $1 and participant = $2 order by basic, version",
        programme.uuid(),
        participant.uuid()
    )?;
    let mut found: BTreeMap<_, Vec<BasicRow>> = BTreeMap::new();
    for row in rows {
        let row = row.into_row()?;
        found.entry(row.item.basic).or_default().push(row);
    }
    Ok(found)
}

/// Keeps a version of a line. [`StoreError::Changed`] when somebody else wrote that version
/// before.
pub async fn add_basic_version(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    row: &BasicRow,
) -> Result<(), StoreError> {
    let it = &row.item;
    let (on, words) = match &it.state {
        BasicState::NotNeeded { reason } => (None, Some(reason)),
        BasicState::ToDo => (None, None),
        BasicState::Asked { on } => (Some(*on), None),
        BasicState::Arranged { on, by } => (Some(*on), Some(by)),
    };
    let touched = exec!(
        tx,
        "insert into basic_item (programme, participant, basic, version, owner, person, due, \
         state, state_on, words, actor, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
         on conflict (participant, basic, version) do nothing",
        programme.uuid(),
        participant.uuid(),
        it.basic.code(),
        row.version,
        it.owner.code(),
        it.person.as_ref().map(Phrase::as_str),
        date_opt(it.due),
        it.state.code(),
        date_opt(on),
        words.map(Phrase::as_str),
        row.actor.as_str(),
        time(row.at)?
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "basic_item", key: it.basic.code().to_owned() });
    }
    Ok(())
}
