use std::{future::Future, time::Duration};

use sleutel_domain::Id;
use sleutel_store::{
    Db, OpenError, StoreError,
    access::{self, ProgrammeRow},
    audit::{self, ChainState, Line},
};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};

use crate::{
    given::{self, CITY, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    a_database_answers_until_it_is_closed,
    opening_again_keeps_what_is_there,
    tables_of_a_later_version_are_left_alone,
    what_is_not_committed_leaves_nothing,
    writers_of_two_processes_lose_nothing_of_each_other,
    a_reader_sees_one_moment,
    a_reader_cannot_write,
    statistics_are_refreshed_within_a_transaction,
    a_transaction_of_which_a_statement_failed_cannot_be_committed,
);

fn line() -> Line {
    Line {
        at: second(0),
        account: None,
        actor: "Noor".to_owned(),
        action: "import".to_owned(),
        subject_kind: String::new(),
        subject: String::new(),
        purpose: "test".to_owned(),
        detail: "{}".to_owned(),
        processing: uuid(7000),
    }
}

fn third() -> ProgrammeRow {
    ProgrammeRow {
        id: Id::new(uuid(3)),
        code: "third".to_owned(),
        name: "Derde".to_owned(),
        demo: false,
    }
}

async fn names(db: &Db) -> Vec<String> {
    let mut tx = db.read().await.unwrap();
    access::programmes(&mut tx).await.unwrap().into_iter().map(|it| it.code).collect()
}

async fn a_database_answers_until_it_is_closed(fresh: &Fresh) {
    fresh.ping().await.unwrap();
    fresh.close().await;
    let gone = fresh.ping().await;
    assert!(matches!(gone, Err(StoreError::Unreachable(_))), "{gone:?}");
    assert!(fresh.write().await.is_err());
}

async fn opening_again_keeps_what_is_there(fresh: &Fresh) {
    given::programmes(fresh).await;
    for _ in 0..2 {
        let again = fresh.again().await;
        assert_eq!(names(&again).await, ["elsewhere", "city"]);
        again.close().await;
    }
}

async fn tables_of_a_later_version_are_left_alone(fresh: &Fresh) {
    let later = "insert into _sqlx_migrations \
                 (version, description, success, checksum, execution_time) \
                 select 9999, description, success, checksum, execution_time \
                 from _sqlx_migrations where version = 1";
    assert_eq!(fresh.tamper(later).await, 1);
    let refused = Db::open(&fresh.address).await;
    let Err(OpenError::Migrate { cause, .. }) = refused else { panic!("{refused:?}") };
    assert!(cause.contains("9999"), "{cause}");
}

async fn what_is_not_committed_leaves_nothing(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    access::add_programme(&mut tx, &third(), second(0)).await.unwrap();
    drop(tx);
    assert_eq!(names(fresh).await, ["elsewhere", "city"]);
    let mut tx = fresh.write().await.unwrap();
    access::add_programme(&mut tx, &third(), second(0)).await.unwrap();
    tx.rollback().await.unwrap();
    assert_eq!(names(fresh).await, ["elsewhere", "city"]);
    let mut tx = fresh.write().await.unwrap();
    access::add_programme(&mut tx, &third(), second(0)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(names(fresh).await, ["elsewhere", "third", "city"]);
}

/// Writes twenty lines, each in a transaction of its own.
async fn twenty(db: &Db) {
    for _ in 0..20 {
        let mut tx = db.write().await.unwrap();
        audit::append(&mut tx, CITY, &line()).await.unwrap();
        tx.commit().await.unwrap();
    }
}

async fn writers_of_two_processes_lose_nothing_of_each_other(fresh: &Fresh) {
    given::programmes(fresh).await;
    let other = fresh.again().await;
    tokio::join!(twenty(fresh), twenty(&other), twenty(fresh));
    other.close().await;
    let mut tx = fresh.read().await.unwrap();
    let state = audit::verify(&mut tx, CITY).await.unwrap();
    assert!(matches!(state, ChainState::Whole { lines: 60, .. }), "{state:?}");
}

async fn a_reader_sees_one_moment(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut reader = fresh.read().await.unwrap();
    let before = access::programmes(&mut reader).await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    access::add_programme(&mut tx, &third(), second(0)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(access::programmes(&mut reader).await.unwrap(), before);
    reader.commit().await.unwrap();
    assert_eq!(names(fresh).await.len(), 3);
}

async fn a_reader_cannot_write(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.read().await.unwrap();
    let refused = access::add_programme(&mut tx, &third(), second(0)).await;
    assert!(matches!(refused, Err(StoreError::Other(_))), "{refused:?}");
    drop(tx);
    assert_eq!(names(fresh).await.len(), 2);
}

async fn statistics_are_refreshed_within_a_transaction(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    access::add_programme(&mut tx, &third(), second(0)).await.unwrap();
    tx.refresh_statistics().await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(names(fresh).await.len(), 3);
}

/// PostgreSQL answers such a commit by a silent rollback, SQLite by keeping the rest.
async fn a_transaction_of_which_a_statement_failed_cannot_be_committed(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    access::add_programme(&mut tx, &third(), second(0)).await.unwrap();
    let twice = access::add_programme(&mut tx, &third(), second(0)).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))), "{twice:?}");
    let refused = tx.commit().await;
    assert!(matches!(refused, Err(StoreError::Other(_))), "{refused:?}");
    assert_eq!(names(fresh).await, ["elsewhere", "city"]);
}

#[tokio::test]
async fn two_who_open_a_new_file_at_once_both_can() {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("new.db").display());
    let open = || {
        tokio::spawn({
            let address = address.clone();
            async move { Db::open(&address).await }
        })
    };
    for opening in [open(), open(), open()] {
        let db = opening.await.unwrap().unwrap();
        assert!(names(&db).await.is_empty());
    }
}

#[tokio::test]
async fn who_opens_a_file_need_not_wait_for_a_long_write() {
    let fresh = Fresh::sqlite().await;
    given::programmes(&fresh).await;
    let mut import = fresh.write().await.unwrap();
    audit::append(&mut import, CITY, &line()).await.unwrap();
    let opening = tokio::time::timeout(Duration::from_secs(5), fresh.again()).await;
    let second = opening.expect("opened while the other writes");
    assert_eq!(names(&second).await.len(), 2);
    import.commit().await.unwrap();
}

#[tokio::test]
async fn two_who_open_a_new_database_on_a_server_at_once_both_can() {
    let Some(fresh) = Fresh::postgres().await else { return };
    fresh.tamper("drop schema public cascade; create schema public").await;
    let open = || fresh.again();
    for db in <[Db; 3]>::from(tokio::join!(open(), open(), open())) {
        assert!(names(&db).await.is_empty());
    }
}

#[tokio::test]
async fn a_database_in_memory_serves_for_a_trial() {
    let db = Db::open("sqlite::memory:").await.unwrap();
    given::programmes(&db).await;
    assert_eq!(names(&db).await, ["elsewhere", "city"]);
}

async fn refused(address: &str) -> OpenError {
    Db::open(address).await.expect_err(address)
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_without_its_pass_phrase() {
    for address in ["", "city.db", "mysql://me:secret@db/city", "me:secret@db", "http://x?p=secret"]
    {
        let error = refused(address).await;
        assert!(matches!(error, OpenError::Address(_)), "{error:?}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_had_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = format!("sqlite:{}", folder.path().join("no/such/city.db").display());
    let error = refused(&missing).await;
    assert!(matches!(error, OpenError::Open { .. }), "{error:?}");
    assert!(error.to_string().contains("no/such/city.db"), "{error}");
    let text = folder.path().join("letter.txt");
    std::fs::write(&text, "Geachte heer, mevrouw,\n".repeat(100)).unwrap();
    let error = refused(&format!("sqlite:{}", text.display())).await;
    assert!(error.to_string().contains("not a database"), "{error}");
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_named_at_once_without_the_pass_phrase() {
    // Nobody listens on the port of a listener that is gone.
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    for address in [
        format!("postgres://me:secret@127.0.0.1:{port}/city"),
        format!("postgresql://127.0.0.1:{port}/city?user=me&password=secret"),
    ] {
        let opening = tokio::time::timeout(Duration::from_secs(5), Db::open(&address)).await;
        let error = opening.expect("an answer within five seconds").unwrap_err();
        let OpenError::Open { cause, .. } = &error else { panic!("{error:?}") };
        assert!(cause.contains("refused"), "{cause}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

/// The same file, written through a connection with other options.
async fn through(
    fresh: &Fresh,
    change: impl FnOnce(SqliteConnectOptions) -> SqliteConnectOptions,
) -> Db {
    let options = change(fresh.address.parse().unwrap());
    let write = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap();
    Db::Sqlite { read: write.clone(), write }
}

#[tokio::test]
async fn who_waits_too_long_for_the_other_process_is_told_it_is_busy() {
    let fresh = Fresh::sqlite().await;
    given::programmes(&fresh).await;
    let hasty = through(&fresh, |it| it.busy_timeout(Duration::from_millis(1))).await;
    let mut first = fresh.write().await.unwrap();
    audit::append(&mut first, CITY, &line()).await.unwrap();
    let told = hasty.write().await;
    assert!(matches!(told, Err(StoreError::Busy)), "{told:?}");
    first.commit().await.unwrap();
    let mut second = hasty.write().await.unwrap();
    audit::append(&mut second, CITY, &line()).await.unwrap();
    second.commit().await.unwrap();
    let mut tx = fresh.read().await.unwrap();
    let state = audit::verify(&mut tx, CITY).await.unwrap();
    assert!(matches!(state, ChainState::Whole { lines: 2, .. }), "{state:?}");
}

/// Writes long lines until one is refused.
async fn fill(db: &Db) -> StoreError {
    let long = Line { detail: "x".repeat(100_000), ..line() };
    for _ in 0..100 {
        let mut tx = db.write().await.unwrap();
        if let Err(error) = audit::append(&mut tx, CITY, &long).await {
            return error;
        }
        tx.commit().await.unwrap();
    }
    panic!("ten million bytes fitted")
}

#[tokio::test]
async fn a_full_disk_is_told_and_what_was_kept_stays_whole() {
    let fresh = Fresh::sqlite().await;
    given::programmes(&fresh).await;
    let small = through(&fresh, |it| it.pragma("max_page_count", "400")).await;
    let error = fill(&small).await;
    assert!(matches!(error, StoreError::Full), "{error:?}");
    small.close().await;
    let mut tx = fresh.read().await.unwrap();
    let state = audit::verify(&mut tx, CITY).await.unwrap();
    assert!(matches!(state, ChainState::Whole { lines: 1.., .. }), "{state:?}");
}

#[tokio::test]
async fn a_lost_connection_is_told_and_the_next_one_works() {
    let Some(fresh) = Fresh::postgres().await else { return };
    given::programmes(&fresh).await;
    let other = fresh.again().await;
    let mut tx = other.write().await.unwrap();
    access::add_programme(&mut tx, &third(), second(0)).await.unwrap();
    let cut = "select pg_terminate_backend(pid) from pg_stat_activity \
               where datname = current_database() and state = 'idle in transaction'";
    assert_eq!(fresh.tamper(cut).await, 1);
    let lost = audit::append(&mut tx, CITY, &line()).await;
    assert!(matches!(lost, Err(StoreError::Unreachable(_))), "{lost:?}");
    drop(tx);
    other.ping().await.unwrap();
    assert_eq!(names(&other).await, ["elsewhere", "city"]);
}

/// Whether a page can hand the store to another thread; does not compile when it cannot.
#[test]
fn what_the_store_does_can_move_between_threads() {
    fn moves(work: impl Future + Send) {
        drop(work);
    }
    moves(async {
        let db = Db::open("sqlite::memory:").await?;
        db.ping().await.map_err(|cause| OpenError::Address(cause.to_string()))
    });
}
