//! The few places where the two databases need different words.

use crate::{StoreError, Tx, db::Driver};

/// Locks the head of the programme's log until the transaction ends. SQLite has one
/// writer, so its write lock does this already.
pub(crate) fn lock_head(tx: &Tx) -> &'static str {
    match tx.driver {
        Driver::Sqlite(_) => "select seq, hash from audit_head where programme = $1",
        Driver::Postgres(_) => "select seq, hash from audit_head where programme = $1 for update",
    }
}

/// Refreshes what the query planner knows; worth it after a large import.
pub(crate) async fn refresh_statistics(tx: &mut Tx) -> Result<(), StoreError> {
    match &mut tx.driver {
        Driver::Sqlite(tx) => sqlx::query("analyze").execute(&mut **tx).await.map(|_| ())?,
        Driver::Postgres(tx) => sqlx::query("analyze").execute(&mut **tx).await.map(|_| ())?,
    }
    Ok(())
}
