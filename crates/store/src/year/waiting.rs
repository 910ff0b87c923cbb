//! Who waits for a home, who waited when a year began, and who waits for keys, counted by group.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{GroupCode, Id, access::Programme};

use crate::{
    StoreError, Tx,
    db::run,
    rows::{At, date},
};

#[derive(sqlx::FromRow)]
struct CountTuple {
    target_group: String,
    many: i64,
}

fn counted(
    table: &'static str,
    rows: Vec<CountTuple>,
) -> Result<BTreeMap<GroupCode, u32>, StoreError> {
    rows.into_iter()
        .map(|row| {
            let key = row.target_group.clone();
            let at = At { table, key: &key };
            let group = at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?;
            Ok((group, at.small("count", row.many)?))
        })
        .collect()
}

/// How many households of each group are ready for a home and have none.
pub async fn waiting(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<GroupCode, u32>, StoreError> {
    let rows = run!(
        tx,
        CountTuple,
        fetch_all,
        "select target_group, count(*) as many from participant where programme = $1 \
         and readiness = 'ready' and goes_on_as is null group by target_group",
        programme.uuid()
    )?;
    counted("participant", rows)
}

/// How many households of each group waited for a home already when a day began: those who wait
/// still, and those who were housed on that day or later. Who stopped since is not among them.
pub async fn waited_on(
    tx: &mut Tx,
    programme: Id<Programme>,
    day: Date,
) -> Result<BTreeMap<GroupCode, u32>, StoreError> {
    let rows = run!(
        tx,
        CountTuple,
        fetch_all,
        "select target_group, count(*) as many from participant where programme = $1 \
         and goes_on_as is null and waiting_since < $2 \
         and (readiness = 'ready' or (readiness = 'placed' and placed_on >= $2)) \
         group by target_group",
        programme.uuid(),
        date(day)
    )?;
    counted("participant", rows)
}

/// How many households of each group have a home that was agreed and wait for the keys.
pub async fn keys_to_come(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<GroupCode, u32>, StoreError> {
    let rows = run!(
        tx,
        CountTuple,
        fetch_all,
        "select p.target_group, count(*) as many from case_file c \
         join participant p on p.programme = c.programme and p.reference = c.reference \
         where c.programme = $1 and c.standing <> 'ended' and c.vacancy is not null \
         and c.kind in ('viewing', 'offer', 'agreement', 'keys') group by p.target_group",
        programme.uuid()
    )?;
    counted("case_file", rows)
}
