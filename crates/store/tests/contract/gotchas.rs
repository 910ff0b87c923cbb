//! The places where two databases part ways, each with what keeps them together.

use jiff::{Timestamp, civil::date};
use sleutel_domain::{Id, homes::AreaLevel, participants::Readiness, placement::FixingKind};
use sleutel_store::{
    Db, StoreError, Window,
    access::{self, SessionRow},
    audit::{self, Line},
    homes::{self, AreaRow, VacancyFilter},
    numbers::{self, GroupRow},
    participants::{self, Filter, Sort},
    placement::{self, FixingRow, NewProposal, ProposalRow, RoundRow},
};

use crate::{
    given::{self, ALL, CITY, area, group, phrase, reference, second, uuid, vacancy},
    support::{Fresh, on_both},
};

on_both!(
    times_compare_as_times_because_they_are_whole_seconds,
    a_time_with_a_fraction_is_refused_wherever_a_time_is_kept,
    counts_and_constants_are_as_wide_as_the_code_reads_them,
    yes_and_no_are_kept_returned_and_asked_the_same,
    text_sorts_byte_by_byte_whatever_the_locale,
    a_search_does_not_mind_capitals_and_an_equation_does,
    the_character_zero_finds_nothing_and_breaks_nothing,
    dates_compare_as_dates_far_back_and_far_ahead,
);

async fn times_compare_as_times_because_they_are_whole_seconds(fresh: &Fresh) {
    let mut tx = fresh.write().await.unwrap();
    for (number, at) in [(1, 4), (2, 5), (3, 6), (4, 3_600)] {
        access::add_login_attempt(&mut tx, uuid(number), "noor", second(at)).await.unwrap();
    }
    // With fractions kept as text, `05.5Z` would come before `05Z`.
    assert_eq!(access::login_attempts(&mut tx, "noor", second(5)).await.unwrap(), 3);
}

fn half() -> Timestamp {
    "2026-03-01T00:00:05.000001Z".parse().unwrap()
}

#[track_caller]
fn fraction<T: std::fmt::Debug>(refused: &Result<T, StoreError>) {
    assert!(matches!(refused, Err(StoreError::Fraction(_))), "{refused:?}");
}

async fn a_time_with_a_fraction_is_refused_wherever_a_time_is_kept(fresh: &Fresh) {
    let round = given::a_round(fresh).await;
    given::save(fresh, &[given::full_file(1)]).await;
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    let noor = given::account(
        1,
        "noor",
        &given::organisation(1, "Zorg", sleutel_domain::access::OrganisationKind::Provider),
    );
    access::save_organisation(tx, CITY, &noor.organisation).await.unwrap();
    fraction(&access::add_account(tx, &noor, half()).await);
    let mut session = SessionRow {
        account: noor.id,
        csrf: String::new(),
        seen_at: half(),
        expires_at: second(9),
    };
    fraction(&access::add_session(tx, CITY, "a", &session).await);
    (session.seen_at, session.expires_at) = (second(9), half());
    fraction(&access::add_session(tx, CITY, "a", &session).await);
    fraction(&access::touch_session(tx, "a", half(), second(9)).await);
    fraction(&access::touch_session(tx, "a", second(9), half()).await);
    fraction(&access::add_login_attempt(tx, uuid(1), "noor", half()).await);
    fraction(&access::login_attempts(tx, "noor", half()).await);
    fraction(&access::forget_attempts(tx, "noor", half()).await);
    let file = participants::file(tx, CITY, &reference("P-1")).await.unwrap().unwrap();
    fraction(&participants::save_file(tx, CITY, &file, "Sam", half()).await);
    let ready = Readiness::Preparing;
    fraction(&participants::set_readiness(tx, CITY, &file.reference, &ready, "Sam", half()).await);
    let late = RoundRow { created_at: half(), ..given::round(2, date(2026, 3, 1)) };
    fraction(&placement::add_round(tx, CITY, &late).await);
    let proposal = ProposalRow { at: half(), ..given::proposal(2, &round) };
    let new = NewProposal { row: &proposal, input: b"", outcome: b"" };
    fraction(&placement::add_proposal(tx, CITY, &new).await);
    let fixing = FixingRow {
        id: uuid(6001),
        reference: reference("P-1"),
        vacancy: vacancy("V-1"),
        kind: FixingKind::Pin,
        reason: phrase("zus"),
        actor: "Sam".to_owned(),
        at: half(),
    };
    fraction(&placement::add_fixing(tx, CITY, round.id, &fixing).await);
    fraction(&placement::lift_fixing(tx, CITY, round.id, fixing.id, "Sam", half()).await);
    let mut decision = given::decision(1, "V-1", "P-1");
    decision.at = half();
    fraction(&placement::add_decision(tx, CITY, &decision).await);
    fraction(&placement::undo_decision(tx, CITY, decision.id, "Sam", half()).await);
}

async fn counts_and_constants_are_as_wide_as_the_code_reads_them(fresh: &Fresh) {
    given::a_round(fresh).await;
    given::save(fresh, &[given::full_file(1)]).await;
    fresh.ping().await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    let line = Line {
        at: second(0),
        account: Some(Id::new(uuid(201))),
        actor: String::new(),
        action: String::new(),
        subject_kind: String::new(),
        subject: String::new(),
        purpose: String::new(),
        detail: String::new(),
        processing: uuid(7000),
    };
    audit::append(&mut tx, CITY, &line).await.unwrap();
    let window = Window { offset: 0, limit: u32::MAX };
    let filter = Filter::default();
    let vacancies = VacancyFilter::default();
    let totals = [
        audit::lines(&mut tx, CITY, "", "", window).await.unwrap().total,
        homes::dwellings(&mut tx, CITY, "", "", window).await.unwrap().total,
        homes::list_vacancies(&mut tx, CITY, &vacancies, window).await.unwrap().total,
        participants::list(&mut tx, CITY, &filter, Sort::Name, false, window).await.unwrap().total,
        access::login_attempts(&mut tx, "noor", second(0)).await.unwrap(),
    ];
    assert_eq!(totals, [1, 2, 2, 1, 0]);
    let counts = participants::readiness_counts(&mut tx, CITY, "", "", &[]).await.unwrap();
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), [("paused".to_owned(), 1)]);
}

async fn yes_and_no_are_kept_returned_and_asked_the_same(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let mut rows = Vec::new();
    for (number, (with_support, counts)) in
        (1..).zip([(false, false), (false, true), (true, false), (true, true)])
    {
        let row = GroupRow {
            code: group(&format!("{number}")),
            name_nl: phrase("Groep"),
            name_en: phrase("Group"),
            main_group: String::new(),
            with_support,
            counts,
        };
        numbers::save_group(&mut tx, CITY, uuid(number), &row).await.unwrap();
        rows.push(row);
    }
    assert_eq!(numbers::groups(&mut tx, CITY).await.unwrap(), rows);
    let shape = AreaRow {
        code: area("A"),
        name: phrase("Buurt"),
        level: AreaLevel::Municipality,
        parent: None,
        geometry: Some("[]".to_owned()),
    };
    homes::save_area(&mut tx, CITY, uuid(9), &shape).await.unwrap();
    for asked in [true, false] {
        let areas = homes::areas(&mut tx, CITY, asked).await.unwrap();
        assert_eq!(areas[0].geometry.is_some(), asked);
    }
}

async fn text_sorts_byte_by_byte_whatever_the_locale(fresh: &Fresh) {
    given::programmes(fresh).await;
    let sorted = ["-", "10", "9", "B", "Z", "_", "a", "ab", "z", "É", "é"];
    let mut tx = fresh.write().await.unwrap();
    for (number, code) in (1..).zip(sorted.into_iter().rev()) {
        let mut row = given::dwelling(code, "Kerkstraat", "1");
        row.complex = None;
        homes::save_dwelling(&mut tx, CITY, uuid(number), &row).await.unwrap();
    }
    let rows = homes::dwellings_by_code(&mut tx, CITY).await.unwrap();
    assert_eq!(rows.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), sorted);
    let page = homes::dwellings(&mut tx, CITY, "", "", ALL).await.unwrap();
    assert_eq!(page.rows, rows, "the code decides where the address is the same");
}

/// A new text column must not bring the locale of the server back in.
#[tokio::test]
async fn every_text_column_of_the_server_sorts_byte_by_byte() {
    let Some(fresh) = Fresh::postgres().await else { return };
    let Db::Postgres(pool) = &*fresh else { panic!("not a server") };
    let columns: Vec<(String, Option<String>)> = sqlx::query_as(
        "select table_name || '.' || column_name, collation_name::text \
         from information_schema.columns where table_schema = 'public' \
         and data_type = 'text' and table_name <> '_sqlx_migrations'",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    assert!(columns.len() > 100, "{} columns", columns.len());
    for (column, collation) in columns {
        assert_eq!(collation.as_deref(), Some("C"), "{column}");
    }
}

async fn a_search_does_not_mind_capitals_and_an_equation_does(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[given::full_file(1)]).await;
    let mut tx = fresh.read().await.unwrap();
    let mut total = async |words: &str, provider: &str| {
        let filter =
            Filter { words: words.to_owned(), provider: provider.to_owned(), ..Filter::default() };
        participants::list(&mut tx, CITY, &filter, Sort::Name, false, ALL).await.unwrap().total
    };
    assert_eq!(total("VRÍES", "").await, 1);
    assert_eq!(total("", "care").await, 1);
    assert_eq!(total("", "CARE").await, 0);
}

async fn the_character_zero_finds_nothing_and_breaks_nothing(fresh: &Fresh) {
    given::a_round(fresh).await;
    given::save(fresh, &[given::full_file(1)]).await;
    let zero = "\0";
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    assert_eq!(access::account_by_login(tx, zero).await.unwrap(), None);
    assert_eq!(access::session(tx, zero).await.unwrap(), None);
    access::end_session(tx, zero).await.unwrap();
    access::touch_session(tx, zero, second(1), second(2)).await.unwrap();
    access::add_login_attempt(tx, uuid(1), zero, second(1)).await.unwrap();
    assert_eq!(access::login_attempts(tx, zero, second(0)).await.unwrap(), 1);
    access::forget_attempts(tx, zero, second(0)).await.unwrap();
    assert_eq!(access::login_attempts(tx, zero, second(0)).await.unwrap(), 0);
    assert_eq!(audit::lines(tx, CITY, zero, zero, ALL).await.unwrap().total, 0);
    assert_eq!(homes::dwellings(tx, CITY, zero, zero, ALL).await.unwrap().total, 0);
    let text = || zero.to_owned();
    let filter = VacancyFilter { words: text(), association: text(), status: text() };
    assert_eq!(homes::list_vacancies(tx, CITY, &filter, ALL).await.unwrap().total, 0);
    let filter = Filter {
        area: text(),
        words: text(),
        reference_only: false,
        group: text(),
        readiness: text(),
        provider: text(),
        worker: text(),
        caseload: vec![text()],
        ground: text(),
        open_questions: false,
    };
    let page = participants::list(tx, CITY, &filter, Sort::Name, false, ALL).await.unwrap();
    assert_eq!(page.total, 0);
    assert!(participants::readiness_counts(tx, CITY, zero, zero, &[]).await.unwrap().is_empty());
}

async fn dates_compare_as_dates_far_back_and_far_ahead(fresh: &Fresh) {
    given::programmes(fresh).await;
    let days = [date(1900, 1, 1), date(1999, 12, 31), date(2026, 2, 9), date(9999, 12, 31)];
    let mut files: Vec<_> =
        (1..=4).map(|number| given::bare_file(number, "Bo", "Bakker")).collect();
    for (file, day) in files.iter_mut().zip(days) {
        file.waiting_since = day;
        file.members[0].born = Some(day);
    }
    files.reverse();
    given::save(fresh, &files).await;
    let mut tx = fresh.read().await.unwrap();
    let page =
        participants::list(&mut tx, CITY, &Filter::default(), Sort::Waiting, false, ALL).await;
    let found: Vec<_> = page.unwrap().rows.iter().map(|it| it.waiting_since).collect();
    assert_eq!(found, days);
    let files = participants::files(&mut tx, CITY, false).await.unwrap();
    let born: Vec<_> = files.iter().filter_map(|it| it.members[0].born).collect();
    assert_eq!(born, days);
}
