//! Who agrees with a version of a year's agreement.

use jiff::Timestamp;
use sleutel_domain::{Id, OrganisationCode, Phrase, access::Programme};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// That an organisation agrees with a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssentRow {
    /// Which organisation.
    pub organisation: OrganisationCode,
    /// Who said so, when somebody else wrote it down.
    pub said_by: Option<Phrase>,
    /// Who wrote it down, with their organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct AssentTuple {
    organisation: String,
    said_by: Option<String>,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

/// Who agrees with a version, in the order they did.
pub async fn assents(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
) -> Result<Vec<AssentRow>, StoreError> {
    let rows = run!(
        tx,
        AssentTuple,
        fetch_all,
        "select organisation, said_by, actor, at from year_assent \
         where programme = $1 and agreement = $2 order by at, organisation",
        programme.uuid(),
        agreement
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{agreement} {}", row.organisation);
            let at = At { table: "year_assent", key: &key };
            Ok(AssentRow {
                organisation: at
                    .read("organisation", row.organisation, |it| OrganisationCode::new(it).ok())?,
                said_by: at.read_opt("said_by", row.said_by, |it| Phrase::new(it).ok())?,
                actor: row.actor,
                at: row.at.to_jiff(),
            })
        })
        .collect()
}

/// Notes that an organisation agrees. [`StoreError::Exists`] when that was noted before.
pub async fn add_assent(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
    row: &AssentRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into year_assent (agreement, programme, organisation, said_by, actor, at) \
         values ($1, $2, $3, $4, $5, $6)",
        agreement,
        programme.uuid(),
        row.organisation.as_str(),
        row.said_by.as_ref().map(Phrase::as_str),
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(())
}
