//! What a decided share-out changed in the numbers of its year, and that it was put back.

use sleutel_domain::{GroupCode, Id, LongText, access::Programme, steering::ShareStanding};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
    year::Settled,
};

/// Whose numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumbersOf {
    /// Of a target group.
    Group(GroupCode),
    /// Of a main group, as the files call it.
    MainGroup(String),
}

impl NumbersOf {
    fn columns(&self) -> (&'static str, &str) {
        match self {
            Self::Group(code) => ("group", code.as_str()),
            Self::MainGroup(code) => ("main-group", code),
        }
    }
}

/// Homes at least and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// At least this many; 0 is no floor.
    pub lower: u32,
    /// At most this many; `None`: no ceiling.
    pub upper: Option<u32>,
}

/// A change that a share-out made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumbersChange {
    /// Of what.
    pub of: NumbersOf,
    /// What stood there; `None`: there were no numbers.
    pub before: Option<Bounds>,
    /// What stands there since.
    pub after: Bounds,
}

/// Keeps what a share-out changed. [`StoreError::Exists`] when that was kept before.
pub async fn add_changes(
    tx: &mut Tx,
    programme: Id<Programme>,
    share_out: Uuid,
    changes: &[NumbersChange],
) -> Result<(), StoreError> {
    for NumbersChange { of, before, after } in changes {
        let (part, code) = of.columns();
        exec!(
            tx,
            "insert into share_out_change (share_out, programme, part, code, known_before, \
             lower_before, upper_before, lower_after, upper_after) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            share_out,
            programme.uuid(),
            part,
            code,
            before.is_some(),
            before.map_or(0, |it| i64::from(it.lower)),
            before.and_then(|it| it.upper).map(i64::from),
            i64::from(after.lower),
            after.upper.map(i64::from)
        )?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct ChangeTuple {
    part: String,
    code: String,
    known_before: bool,
    lower_before: i64,
    upper_before: Option<i64>,
    lower_after: i64,
    upper_after: Option<i64>,
}

/// What a share-out changed, groups first, by code.
pub async fn changes(
    tx: &mut Tx,
    programme: Id<Programme>,
    share_out: Uuid,
) -> Result<Vec<NumbersChange>, StoreError> {
    let rows = run!(
        tx,
        ChangeTuple,
        fetch_all,
        "select part, code, known_before, lower_before, upper_before, lower_after, upper_after \
         from share_out_change where programme = $1 and share_out = $2 order by part, code",
        programme.uuid(),
        share_out
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{share_out} {} {}", row.part, row.code);
            let at = At { table: "share_out_change", key: &key };
            let of = match row.part.as_str() {
                "group" => {
                    NumbersOf::Group(at.read("code", row.code, |it| GroupCode::new(it).ok())?)
                }
                "main-group" => NumbersOf::MainGroup(row.code),
                other => return Err(at.bad("part", other)),
            };
            let before = Bounds {
                lower: at.small("lower_before", row.lower_before)?,
                upper: at.small_opt("upper_before", row.upper_before)?,
            };
            let after = Bounds {
                lower: at.small("lower_after", row.lower_after)?,
                upper: at.small_opt("upper_after", row.upper_after)?,
            };
            Ok(NumbersChange { of, before: row.known_before.then_some(before), after })
        })
        .collect()
}

/// Notes that what a share-out changed was put back. [`StoreError::Changed`] when it is not
/// decided, or was put back before.
pub async fn take_back(
    tx: &mut Tx,
    programme: Id<Programme>,
    share_out: Uuid,
    by: &Settled,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update share_out set standing = $3 \
         where programme = $1 and id = $2 and standing = 'decided'",
        programme.uuid(),
        share_out,
        ShareStanding::TakenBack.code()
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "share_out", key: share_out.to_string() });
    }
    exec!(
        tx,
        "insert into share_out_taken_back (share_out, programme, actor, at, why) \
         values ($1, $2, $3, $4, $5)",
        share_out,
        programme.uuid(),
        by.by.as_str(),
        time(by.at)?,
        by.why.as_ref().map_or("", LongText::as_str)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct BackTuple {
    actor: String,
    at: jiff_sqlx::Timestamp,
    why: String,
}

/// Who put back what a share-out changed, when and why; `None` when nobody did.
pub async fn taken_back(
    tx: &mut Tx,
    programme: Id<Programme>,
    share_out: Uuid,
) -> Result<Option<Settled>, StoreError> {
    let row = run!(
        tx,
        BackTuple,
        fetch_optional,
        "select actor, at, why from share_out_taken_back where programme = $1 and share_out = $2",
        programme.uuid(),
        share_out
    )?;
    row.map(|row| {
        let key = share_out.to_string();
        let at = At { table: "share_out_taken_back", key: &key };
        let why = at.read("why", row.why, |it| LongText::optional(it).ok())?;
        Ok(Settled { by: row.actor, at: row.at.to_jiff(), why })
    })
    .transpose()
}
