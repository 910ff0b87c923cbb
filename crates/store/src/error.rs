/// Why the database could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process holds the database; trying again may help.
    #[error("the database is in use by another process")]
    Busy,
    /// No room left to write.
    #[error("the disk of the database is full")]
    Full,
    /// The server does not answer, or the connection was lost.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// Two writers met: the row is there already. Holds the database's own words.
    #[error("the row exists already: {0}")]
    Exists(String),
    /// The row changed after it was read, or is gone.
    #[error("`{table}` `{key}` was changed by somebody else")]
    Changed {
        /// Which table.
        table: &'static str,
        /// Which row.
        key: String,
    },
    /// A row that makes no sense.
    #[error("table `{table}`, column `{column}`, row `{key}`: `{value}` cannot be read")]
    Row {
        /// Which table.
        table: &'static str,
        /// Which column.
        column: &'static str,
        /// Which row.
        key: String,
        /// What stands there.
        value: String,
    },
    /// A time with a fraction of a second, which sorts differently on the two databases.
    #[error("time `{0}` has a fraction of a second")]
    Fraction(String),
    /// Stored text or bytes that cannot be packed or unpacked.
    #[error("stored {what} cannot be read: {cause}")]
    Packed {
        /// What was stored.
        what: &'static str,
        /// Why it failed.
        cause: String,
    },
    /// Anything else the driver reports.
    #[error("database: {0}")]
    Other(String),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if let sqlx::Error::Database(ref database) = error {
            if database.is_unique_violation() {
                return Self::Exists(database.message().to_owned());
            }
            // SQLite: 5 busy, 6 locked, 13 full, with extended codes in the upper bits.
            // PostgreSQL: 53100 disk full, 40001/40P01 serialisation and deadlock, 57P0x shutdown.
            let code = database.code().unwrap_or_default().into_owned();
            let primary =
                code.parse::<i64>().ok().filter(|_| code.len() < 5).map(|code| code & 0xff);
            return match (primary, code.as_str()) {
                (Some(5 | 6), _) | (_, "40001" | "40P01" | "55P03") => Self::Busy,
                (Some(13), _) | (_, "53100") => Self::Full,
                (_, "57P01" | "57P02" | "57P03" | "53300") => {
                    Self::Unreachable(database.message().to_owned())
                }
                _ => Self::Other(database.message().to_owned()),
            };
        }
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "the driver adds kinds of errors at will"
        )]
        match error {
            sqlx::Error::Io(cause) if cause.kind() == std::io::ErrorKind::StorageFull => Self::Full,
            sqlx::Error::Io(cause) => Self::Unreachable(cause.to_string()),
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
                Self::Unreachable(error.to_string())
            }
            other => Self::Other(other.to_string()),
        }
    }
}
