//! The few places where the two databases need different words.

use crate::{Tx, db::Driver};

/// Locks the head of the programme's log until the transaction ends. SQLite has one
/// writer, so its write lock does this already.
pub(crate) fn lock_head(tx: &Tx) -> &'static str {
    match tx.driver {
        Driver::Sqlite(_) => "select seq, hash from audit_head where programme = $1",
        Driver::Postgres(_) => "select seq, hash from audit_head where programme = $1 for update",
    }
}

/// A test of `reference` against a JSON array of texts bound as `$2`.
pub(crate) fn reference_in_list(tx: &Tx) -> &'static str {
    match tx.driver {
        Driver::Sqlite(_) => "reference in (select value from json_each($2))",
        Driver::Postgres(_) => "reference in (select json_array_elements_text(cast($2 as json)))",
    }
}

/// A test of a column against a JSON array of texts bound as `mark`; an empty array lets
/// everything through.
pub(crate) fn within_list(tx: &Tx, column: &str, mark: &str) -> String {
    let list = match tx.driver {
        Driver::Sqlite(_) => format!("select value from json_each({mark})"),
        Driver::Postgres(_) => format!("select json_array_elements_text(cast({mark} as json))"),
    };
    format!("({mark} = '[]' or {column} in ({list}))")
}

/// A test of `key` against a JSON array of texts bound as `$2`.
pub(crate) fn key_in_list(tx: &Tx) -> &'static str {
    match tx.driver {
        Driver::Sqlite(_) => "key in (select value from json_each($2))",
        Driver::Postgres(_) => "key in (select json_array_elements_text(cast($2 as json)))",
    }
}
