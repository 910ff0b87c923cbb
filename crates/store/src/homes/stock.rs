use std::collections::BTreeMap;

use sleutel_domain::{Id, OrganisationCode, access::Programme};

use crate::{StoreError, Tx, db::run, rows::At};

#[derive(sqlx::FromRow)]
struct StockTuple {
    association: String,
    many: i64,
}

/// How many homes of each association are known here.
pub async fn stocks(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<OrganisationCode, u32>, StoreError> {
    let rows = run!(
        tx,
        StockTuple,
        fetch_all,
        "select association, count(*) as many from dwelling where programme = $1 \
         group by association",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.association.clone();
            let at = At { table: "dwelling", key: &key };
            let association = row.association;
            let association =
                at.read("association", association, |it| OrganisationCode::new(it).ok())?;
            Ok((association, at.small("count", row.many)?))
        })
        .collect()
}
