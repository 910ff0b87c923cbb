use std::{str::FromStr, time::Duration};

use sqlx::{
    ConnectOptions, Connection, PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    migrate::MigrateError,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{StoreError, audit::Head, participants};

/// A database of either kind, with its migrations run.
#[derive(Debug, Clone)]
pub enum Db {
    /// One file. One connection writes, several read.
    Sqlite {
        /// The only connection that writes.
        write: SqlitePool,
        /// Connections that read.
        read: SqlitePool,
    },
    /// A server.
    Postgres(PgPool),
}

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Neither `sqlite:` nor `postgres:`.
    #[error("`{0}` is not a database address; use `sqlite:FILE` or `postgres://USER@HOST/NAME`")]
    Address(String),
    /// The file or server cannot be had.
    #[error("cannot open the database `{address}`: {cause}")]
    Open {
        /// The address without its pass phrase.
        address: String,
        /// What went wrong.
        cause: String,
    },
    /// The tables cannot be brought up to date.
    #[error("cannot bring the tables of `{address}` up to date: {cause}")]
    Migrate {
        /// The address without its pass phrase.
        address: String,
        /// What went wrong.
        cause: String,
    },
}

/// One transaction. Dropping it rolls back.
#[derive(Debug)]
pub struct Tx {
    pub(crate) driver: Driver,
    pub(crate) head: Option<Head>,
    /// A statement failed. PostgreSQL would then answer a commit by a silent rollback.
    pub(crate) failed: bool,
}

#[derive(Debug)]
pub(crate) enum Driver {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Runs one query text on whichever database the transaction is for.
macro_rules! run {
    ($tx:expr, $row:ty, $method:ident, $sql:expr $(, $bind:expr)* $(,)?) => {
        match &mut $tx.driver {
            $crate::db::Driver::Sqlite(tx) => {
                sqlx::query_as::<sqlx::Sqlite, $row>($sql)$(.bind($bind))*.$method(&mut **tx).await
            }
            $crate::db::Driver::Postgres(tx) => {
                sqlx::query_as::<sqlx::Postgres, $row>($sql)$(.bind($bind))*.$method(&mut **tx).await
            }
        }
        .map_err(|cause| {
            $tx.failed = true;
            $crate::StoreError::from(cause)
        })
    };
}

/// Runs one statement and gives the number of rows it touched.
macro_rules! exec {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        match &mut $tx.driver {
            $crate::db::Driver::Sqlite(tx) => {
                sqlx::query::<sqlx::Sqlite>($sql)$(.bind($bind))*
                    .execute(&mut **tx).await.map(|done| done.rows_affected())
            }
            $crate::db::Driver::Postgres(tx) => {
                sqlx::query::<sqlx::Postgres>($sql)$(.bind($bind))*
                    .execute(&mut **tx).await.map(|done| done.rows_affected())
            }
        }
        .map_err(|cause| {
            $tx.failed = true;
            $crate::StoreError::from(cause)
        })
    };
}

pub(crate) use {exec, run};

impl Db {
    /// Opens `sqlite:FILE`, `sqlite::memory:` or `postgres://…`, makes the file when it
    /// is not there, and brings the tables up to date.
    pub async fn open(address: &str) -> Result<Self, OpenError> {
        let db = if address.starts_with("sqlite:") {
            Self::open_sqlite(address).await?
        } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            Self::open_postgres(address).await?
        } else {
            return Err(OpenError::Address(redacted(address)));
        };
        db.renew_keys().await.map_err(|cause| OpenError::Migrate {
            address: redacted(address),
            cause: cause.to_string(),
        })?;
        Ok(db)
    }

    /// What files are found by is worked out by the program, not by a statement, so files
    /// from before get it here. When there are none, no lock is taken.
    async fn renew_keys(&self) -> Result<(), StoreError> {
        let mut tx = self.read().await?;
        let behind = participants::keys_behind(&mut tx).await?;
        tx.rollback().await?;
        if behind {
            let mut tx = self.write().await?;
            participants::renew_keys(&mut tx).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    async fn open_sqlite(address: &str) -> Result<Self, OpenError> {
        let open = |cause: sqlx::Error| OpenError::Open {
            address: redacted(address),
            cause: cause.to_string(),
        };
        let options = SqliteConnectOptions::from_str(address)
            .map_err(open)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10));
        let memory = address.contains(":memory:");
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(Duration::from_secs(30));
        let write = connect_sqlite(&pool, &options).await.map_err(open)?;
        migrate_sqlite(&write).await.map_err(|cause| OpenError::Migrate {
            address: redacted(address),
            cause: cause.to_string(),
        })?;
        // A database in memory lives in its one connection.
        let read = if memory {
            write.clone()
        } else {
            SqlitePoolOptions::new()
                .max_connections(4)
                .acquire_timeout(Duration::from_secs(30))
                .connect_with(options.read_only(true))
                .await
                .map_err(open)?
        };
        Ok(Self::Sqlite { write, read })
    }

    async fn open_postgres(address: &str) -> Result<Self, OpenError> {
        let open = |cause: sqlx::Error| OpenError::Open {
            address: redacted(address),
            cause: cause.to_string(),
        };
        let options = PgConnectOptions::from_str(address).map_err(open)?;
        // A pool keeps knocking at a closed door until its time is up; one connection says why.
        let probe = options.connect().await.map_err(open)?;
        probe.close().await.map_err(open)?;
        let pool = PgPoolOptions::new()
            .max_connections(10)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options)
            .await
            .map_err(open)?;
        sqlx::migrate!("migrations/postgres").run(&pool).await.map_err(|cause| {
            OpenError::Migrate { address: redacted(address), cause: cause.to_string() }
        })?;
        Ok(Self::Postgres(pool))
    }

    /// A transaction that may write. On SQLite it takes the write lock at once, so
    /// that two writers wait for each other instead of failing half-way.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        let driver = match self {
            Self::Sqlite { write, .. } => {
                Driver::Sqlite(write.begin_with("begin immediate").await?)
            }
            Self::Postgres(pool) => Driver::Postgres(pool.begin().await?),
        };
        Ok(Tx { driver, head: None, failed: false })
    }

    /// A transaction that only reads; on PostgreSQL the whole of it sees one moment.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        let driver = match self {
            Self::Sqlite { read, .. } => Driver::Sqlite(read.begin().await?),
            Self::Postgres(pool) => Driver::Postgres(
                pool.begin_with("begin isolation level repeatable read read only").await?,
            ),
        };
        Ok(Tx { driver, head: None, failed: false })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        let mut tx = self.read().await?;
        let _: (i64,) = run!(tx, (i64,), fetch_one, "select cast(1 as bigint)")?;
        Ok(())
    }

    /// Closes every connection; running transactions end first.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything permanent, the log's head included. Once the database refused a
    /// statement of this transaction, nothing of it can be kept and this fails.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        if self.failed {
            self.rollback().await?;
            return Err(StoreError::Other(
                "a statement failed before, so nothing of the transaction is kept".to_owned(),
            ));
        }
        crate::audit::keep_head(&mut self).await?;
        match self.driver {
            Driver::Sqlite(tx) => tx.commit().await?,
            Driver::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Refreshes what the query planner knows of the tables; worth it after a large import.
    pub async fn refresh_statistics(&mut self) -> Result<(), StoreError> {
        exec!(self, "analyze")?;
        Ok(())
    }

    /// Takes everything back; dropping does the same, a little later.
    pub async fn rollback(self) -> Result<(), StoreError> {
        match self.driver {
            Driver::Sqlite(tx) => tx.rollback().await?,
            Driver::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }
}

/// Connects, up to two seconds long: when two processes turn on the write-ahead log of a
/// new file at the same moment, SQLite refuses the second instead of letting it wait.
async fn connect_sqlite(
    pool: &SqlitePoolOptions,
    options: &SqliteConnectOptions,
) -> Result<SqlitePool, sqlx::Error> {
    let busy = |cause: &sqlx::Error| {
        cause.as_database_error().and_then(|it| it.code()).is_some_and(|code| code == "5")
    };
    for _ in 0..40 {
        match pool.clone().connect_with(options.clone()).await {
            Err(cause) if busy(&cause) => tokio::time::sleep(Duration::from_millis(50)).await,
            done => return done,
        }
    }
    pool.clone().connect_with(options.clone()).await
}

/// Makes or widens the tables under the write lock, so that a second process that opens
/// the same new file waits and then finds them. When there is nothing to do no lock is
/// taken: somebody may be in the middle of a long import.
async fn migrate_sqlite(write: &SqlitePool) -> Result<(), MigrateError> {
    let migrations = sqlx::migrate!("migrations/sqlite");
    let mut conn = write.acquire().await?;
    let done: Result<i64, _> =
        sqlx::query_scalar("select count(*) from _sqlx_migrations").fetch_one(&mut *conn).await;
    // A table that is not there counts as none done.
    let done = done.ok().and_then(|done| usize::try_from(done).ok()).unwrap_or_default();
    if done >= migrations.iter().count() {
        return migrations.run_direct(None, &mut *conn, false).await;
    }
    let mut tx = conn.begin_with("begin immediate").await?;
    migrations.run_direct(None, &mut *tx, false).await?;
    Ok(tx.commit().await?)
}

/// The address without a pass phrase, for messages and logs: of anything but a file, what
/// stands between the scheme and the `@`, and everything after a `?`, is left out.
fn redacted(address: &str) -> String {
    if address.starts_with("sqlite:") {
        return address.to_owned();
    }
    let (scheme, rest) = match address.find("://") {
        Some(at) => address.split_at(at + 3),
        None => ("", address),
    };
    match rest.rsplit_once('@') {
        // A pass phrase among the options may hold an `@` itself.
        Some((hidden, _)) if hidden.contains('?') => format!("{scheme}…"),
        Some((_, shown)) => format!("{scheme}…@{}", without_options(shown)),
        None => format!("{scheme}{}", without_options(rest)),
    }
}

fn without_options(rest: &str) -> &str {
    rest.split('?').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_phrase_never_reaches_a_message() {
        assert_eq!(redacted("postgres://me:secret@db/city"), "postgres://…@db/city");
        assert_eq!(redacted("me:secret@db"), "…@db");
        assert_eq!(redacted("postgres://db/city?password=secret"), "postgres://db/city");
        assert_eq!(redacted("postgres://me:s@db/city?password=p@ss"), "postgres://…");
        assert_eq!(redacted("sqlite:city@home.db?mode=ro"), "sqlite:city@home.db?mode=ro");
    }
}
