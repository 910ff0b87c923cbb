use std::{ops::Deref, str::FromStr, thread};

use sleutel_store::Db;
use sqlx::{AssertSqlSafe, ConnectOptions, Executor, PgConnection, postgres::PgConnectOptions};
use tempfile::TempDir;

/// A database with its tables and nothing in them; gone when dropped.
#[derive(Debug)]
pub(crate) struct Fresh {
    db: Db,
    /// Where a second process would find it.
    pub(crate) address: String,
    /// The folder of the file, and the name on the server: what has to go.
    folder: Option<TempDir>,
    name: Option<String>,
}

impl Deref for Fresh {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl Fresh {
    pub(crate) async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("city.db").display());
        let db = Db::open(&address).await.unwrap();
        Self { db, address, folder: Some(folder), name: None }
    }

    /// `None` when there is no server and none is required.
    pub(crate) async fn postgres() -> Option<Self> {
        let server = server()?;
        let name = format!("sleutel_{}", tempfile_name());
        create(&server, &name).await;
        let address = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
        let db = Db::open(&address).await.unwrap();
        Some(Self { db, address, folder: None, name: Some(name) })
    }

    /// The same database, opened as a second process would.
    pub(crate) async fn again(&self) -> Db {
        Db::open(&self.address).await.unwrap()
    }

    /// Does to the rows what the product would not; gives how many it touched.
    pub(crate) async fn tamper(&self, sql: &str) -> u64 {
        let sql = AssertSqlSafe(sql);
        match &self.db {
            Db::Sqlite { write, .. } => write.execute(sql).await.unwrap().rows_affected(),
            Db::Postgres(pool) => pool.execute(sql).await.unwrap().rows_affected(),
        }
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        drop(self.folder.take());
        let (Some(name), Some(server)) = (self.name.take(), server()) else { return };
        // A test may end by panicking, inside a runtime that is on its way out.
        let dropping = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(async {
                let sql = format!("drop database if exists {name} with (force)");
                connect(&server).await.execute(AssertSqlSafe(sql)).await.unwrap();
            });
        });
        assert!(dropping.join().is_ok() || thread::panicking(), "the database is still there");
    }
}

/// The address of the server, when there is one.
fn server() -> Option<String> {
    let server = std::env::var("SLEUTEL_TEST_POSTGRES_URL").ok().filter(|it| !it.is_empty());
    if server.is_none() {
        assert!(
            std::env::var_os("SLEUTEL_REQUIRE_POSTGRES").is_none(),
            "PostgreSQL is required, and SLEUTEL_TEST_POSTGRES_URL is not set"
        );
        println!("not run on PostgreSQL: SLEUTEL_TEST_POSTGRES_URL is not set");
    }
    server
}

fn tempfile_name() -> String {
    let file = tempfile::Builder::new().prefix("").rand_bytes(16).tempfile().unwrap();
    let name = file.path().file_name().unwrap().to_string_lossy().to_lowercase();
    format!("{}_{name}", std::process::id())
}

async fn connect(server: &str) -> PgConnection {
    PgConnectOptions::from_str(server).unwrap().connect().await.unwrap()
}

/// Makes a database in the Dutch locale where the server can: its own order of text must
/// not show through.
async fn create(server: &str, name: &str) {
    let mut admin = connect(server).await;
    let (dutch,): (bool,) = sqlx::query_as(
        "select current_setting('server_version_num')::int >= 150000 \
         and exists (select from pg_collation where collname = 'nl-x-icu')",
    )
    .fetch_one(&mut admin)
    .await
    .unwrap();
    let locale = if dutch { "locale_provider icu icu_locale 'nl-NL'" } else { "" };
    let sql = format!(
        "create database {name} template template0 encoding 'UTF8' \
         lc_collate 'C' lc_ctype 'C' {locale}"
    );
    admin.execute(AssertSqlSafe(sql)).await.unwrap();
}

/// Makes two tests of each contract, one on each database.
macro_rules! on_both {
    ($($contract:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test]
                async fn $contract() {
                    super::$contract(&crate::support::Fresh::sqlite().await).await;
                }
            )+
        }
        mod postgres {
            $(
                #[tokio::test]
                async fn $contract() {
                    if let Some(fresh) = crate::support::Fresh::postgres().await {
                        super::$contract(&fresh).await;
                    }
                }
            )+
        }
    };
}

pub(crate) use on_both;
