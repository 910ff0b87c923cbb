use jiff::Timestamp;
use sleutel_domain::{
    Id, Phrase, Reference, access::Programme, homes::AreaLevel, placement::Together,
};

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// Two households that move together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRow {
    /// Who, and how near. The lower reference comes first, whichever way it was given.
    pub link: Together,
    /// Why, in somebody's own words.
    pub reason: Option<Phrase>,
    /// Who laid it, by name and organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    one: String,
    other: String,
    level: String,
    reason: Option<String>,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

impl Row {
    fn into_row(self) -> Result<LinkRow, StoreError> {
        let key = format!("{} {}", self.one, self.other);
        let at = At { table: "moves_together", key: &key };
        Ok(LinkRow {
            link: Together {
                one: at.read("one", self.one, |it| Reference::new(it).ok())?,
                other: at.read("other", self.other, |it| Reference::new(it).ok())?,
                within: at.read("level", self.level, |it| AreaLevel::from_code(it))?,
            },
            reason: at.read_opt("reason", self.reason, |it| Phrase::new(it).ok())?,
            actor: self.actor,
            at: self.at.to_jiff(),
        })
    }
}

/// Everybody who moves together, by the two references.
pub async fn links(tx: &mut Tx, programme: Id<Programme>) -> Result<Vec<LinkRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select one, other, level, reason, actor, at from moves_together \
         where programme = $1 order by one, other",
        programme.uuid()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// Whom one household moves together with, by the two references.
pub async fn links_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Vec<LinkRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select one, other, level, reason, actor, at from moves_together \
         where programme = $1 and (one = $2 or other = $2) order by one, other",
        programme.uuid(),
        reference.as_str()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// Lays a link between two households, or replaces the one they have.
pub async fn save_link(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &LinkRow,
) -> Result<(), StoreError> {
    let Together { one, other, within } = &row.link;
    exec!(
        tx,
        "insert into moves_together (programme, one, other, level, reason, actor, at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (programme, one, other) do update set \
         level = excluded.level, reason = excluded.reason, actor = excluded.actor, \
         at = excluded.at",
        programme.uuid(),
        one.min(other).as_str(),
        one.max(other).as_str(),
        within.code(),
        row.reason.as_ref().map(Phrase::as_str),
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(())
}

/// Takes the link between two households away; `false` when there was none.
pub async fn remove_link(
    tx: &mut Tx,
    programme: Id<Programme>,
    one: &Reference,
    other: &Reference,
) -> Result<bool, StoreError> {
    let gone = exec!(
        tx,
        "delete from moves_together where programme = $1 and one = $2 and other = $3",
        programme.uuid(),
        one.min(other).as_str(),
        one.max(other).as_str()
    )?;
    Ok(gone > 0)
}
