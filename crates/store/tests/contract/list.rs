use std::collections::BTreeMap;

use jiff::civil::date;
use sleutel_domain::{
    Answer,
    participants::{MemberRole, PriorityGround, Readiness},
};
use sleutel_store::{
    Window,
    participants::{self, Filter, ListRow, ParticipantFile, Sort},
};

use crate::{
    given::{
        self, ALL, CITY, ELSEWHERE, bare_file, full_file, group, limits, member, party, phrase,
        reference, second,
    },
    support::{Fresh, on_both},
};

on_both!(
    a_row_of_the_list_has_every_field,
    names_sort_without_regard_to_case_and_accents,
    every_order_runs_both_ways,
    words_are_found_in_every_name_of_the_household_and_in_the_reference,
    signs_with_a_meaning_to_the_database_are_only_signs,
    who_may_not_see_names_finds_by_reference_only,
    a_filter_narrows_and_filters_together_narrow_further,
    only_a_file_with_a_question_open_is_asked_about,
    a_page_knows_how_many_there_are,
    a_changed_file_is_found_by_what_it_says_now,
    files_are_counted_in_each_readiness,
    files_asked_by_reference_come_as_rows_of_the_list,
);

async fn listed(fresh: &Fresh, filter: &Filter, sort: Sort, backwards: bool) -> Vec<String> {
    let mut tx = fresh.read().await.unwrap();
    let page = participants::list(&mut tx, CITY, filter, sort, backwards, ALL).await.unwrap();
    assert_eq!(page.total, u64::try_from(page.rows.len()).unwrap());
    page.rows.iter().map(|it| it.reference.to_string()).collect()
}

async fn found(fresh: &Fresh, filter: Filter) -> Vec<String> {
    listed(fresh, &filter, Sort::Reference, false).await
}

async fn words(fresh: &Fresh, words: &str) -> Vec<String> {
    found(fresh, Filter { words: words.to_owned(), ..Filter::default() }).await
}

async fn keep(fresh: &Fresh, files: &[ParticipantFile]) {
    given::programmes(fresh).await;
    given::save(fresh, files).await;
}

async fn a_row_of_the_list_has_every_field(fresh: &Fresh) {
    let mut known = full_file(1);
    known.members[3].moves_along = Answer::Known(true);
    keep(fresh, &[known, bare_file(2, "Bo", "Bakker"), full_file(3)]).await;
    let mut tx = fresh.read().await.unwrap();
    let page =
        participants::list(&mut tx, CITY, &Filter::default(), Sort::Reference, false, ALL).await;
    let full = ListRow {
        reference: reference("P-1"),
        given: "Özgür".to_owned(),
        family: "de Vríes".to_owned(),
        group: group("shelter"),
        provider: party("care"),
        worker: Some(phrase("noor")),
        people: Answer::Known(3),
        waiting_since: date(2025, 6, 1),
        readiness: "paused".to_owned(),
        ground: "term-ends".to_owned(),
        ground_date: Some(date(2026, 7, 31)),
    };
    let bare = ListRow {
        reference: reference("P-2"),
        given: "Bo".to_owned(),
        family: "Bakker".to_owned(),
        worker: None,
        people: Answer::Known(1),
        readiness: "preparing".to_owned(),
        ground: "none".to_owned(),
        ground_date: None,
        ..full.clone()
    };
    let open = ListRow { reference: reference("P-3"), people: Answer::Unknown, ..full.clone() };
    assert_eq!(page.unwrap().rows, [full, bare, open]);
    let none =
        participants::list(&mut tx, ELSEWHERE, &Filter::default(), Sort::Name, false, ALL).await;
    assert_eq!(none.unwrap().total, 0);
}

async fn names_sort_without_regard_to_case_and_accents(fresh: &Fresh) {
    let names = [
        ("Ann", "Zwart"),
        ("Ann", "de Vries"),
        ("Ann", "De Boer"),
        ("Ann", "Édelman"),
        ("Zoë", "Bakker"),
        ("ann", "bakker"),
        ("Ann", "d'Ancona"),
    ];
    let files: Vec<_> = (1..)
        .zip(names)
        .map(|(number, (given, family))| bare_file(number, given, family))
        .collect();
    keep(fresh, &files).await;
    let expected = ["P-6", "P-5", "P-7", "P-3", "P-2", "P-4", "P-1"];
    let mut names = listed(fresh, &Filter::default(), Sort::Name, false).await;
    assert_eq!(names, expected);
    names.reverse();
    assert_eq!(listed(fresh, &Filter::default(), Sort::Name, true).await, names);
}

/// Three files that every order puts in another order.
fn three() -> [ParticipantFile; 3] {
    let mut files = [bare_file(1, "C", "C"), bare_file(2, "A", "A"), bare_file(3, "B", "B")];
    for (file, (code, year)) in files.iter_mut().zip([("a", 2023), ("b", 2024), ("B", 2022)]) {
        file.group = group(code);
        file.waiting_since = date(year, 1, 1);
    }
    files[1].readiness = Readiness::Ready { since: date(2026, 1, 1) };
    files
}

async fn every_order_runs_both_ways(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    for (file, at) in three().iter().zip([30, 10, 20]) {
        participants::save_file(&mut tx, CITY, file, "Sam", second(at)).await.unwrap();
    }
    tx.commit().await.unwrap();
    for (sort, forwards, backwards) in [
        (Sort::Name, ["P-2", "P-3", "P-1"], ["P-1", "P-3", "P-2"]),
        (Sort::Reference, ["P-1", "P-2", "P-3"], ["P-3", "P-2", "P-1"]),
        (Sort::Group, ["P-3", "P-1", "P-2"], ["P-2", "P-1", "P-3"]),
        (Sort::Waiting, ["P-3", "P-1", "P-2"], ["P-2", "P-1", "P-3"]),
        (Sort::Readiness, ["P-3", "P-1", "P-2"], ["P-2", "P-3", "P-1"]),
        (Sort::Changed, ["P-1", "P-3", "P-2"], ["P-2", "P-3", "P-1"]),
    ] {
        assert_eq!(listed(fresh, &Filter::default(), sort, false).await, forwards, "{sort:?}");
        assert_eq!(listed(fresh, &Filter::default(), sort, true).await, backwards, "{sort:?}");
    }
}

async fn words_are_found_in_every_name_of_the_household_and_in_the_reference(fresh: &Fresh) {
    keep(fresh, &[full_file(1), bare_file(2, "Bo", "Bakker"), bare_file(3, "Cé", "Øst")]).await;
    assert_eq!(words(fresh, " OZGUR de  ".trim_end()).await, ["P-1"]);
    assert_eq!(words(fresh, "vries").await, ["P-1"]);
    assert_eq!(words(fresh, "bákker").await, ["P-1", "P-2"]);
    assert_eq!(words(fresh, "p-3").await, ["P-3"]);
    assert_eq!(words(fresh, "ø").await, ["P-3"]);
    assert_eq!(words(fresh, "").await, ["P-1", "P-2", "P-3"]);
    assert_eq!(words(fresh, "  ").await, ["P-1", "P-2", "P-3"]);
    assert!(words(fresh, "zwarter").await.is_empty());
}

async fn signs_with_a_meaning_to_the_database_are_only_signs(fresh: &Fresh) {
    keep(fresh, &[bare_file(1, "100%", "a_b"), bare_file(2, "1000", "aab")]).await;
    assert_eq!(words(fresh, "100%").await, ["P-1"]);
    assert_eq!(words(fresh, "a_b").await, ["P-1"]);
    assert_eq!(words(fresh, "%").await, ["P-1"]);
    assert!(words(fresh, "\\").await.is_empty());
    assert!(words(fresh, "'").await.is_empty());
    assert!(words(fresh, "\0").await.is_empty());
}

async fn who_may_not_see_names_finds_by_reference_only(fresh: &Fresh) {
    let mut accented = bare_file(3, "Bo", "Bakker");
    accented.reference = reference("É-3");
    keep(fresh, &[full_file(1), bare_file(2, "Pien", "Bakker"), accented]).await;
    let only =
        |words: &str| Filter { words: words.to_owned(), reference_only: true, ..Filter::default() };
    assert_eq!(found(fresh, only("p-")).await, ["P-1", "P-2"]);
    assert_eq!(found(fresh, only("P-2")).await, ["P-2"]);
    assert_eq!(found(fresh, only("é-")).await, ["É-3"]);
    assert_eq!(found(fresh, only("")).await.len(), 3);
    for name in ["bakker", "ozgur", "Pien", "2 p"] {
        assert!(found(fresh, only(name)).await.is_empty(), "{name}");
    }
}

async fn a_filter_narrows_and_filters_together_narrow_further(fresh: &Fresh) {
    let mut files = [full_file(1), bare_file(2, "Bo", "Bakker"), bare_file(3, "Cas", "Zwart")];
    files[1].group = group("other");
    files[2].provider = party("other");
    files[2].ground = PriorityGround::Safety;
    keep(fresh, &files).await;
    let all = Filter::default;
    let text = str::to_owned;
    for (filter, expected) in [
        (Filter { group: text("shelter"), ..all() }, &["P-1", "P-3"][..]),
        (Filter { readiness: text("preparing"), ..all() }, &["P-2", "P-3"]),
        (Filter { provider: text("care"), ..all() }, &["P-1", "P-2"]),
        (Filter { worker: text("noor"), ..all() }, &["P-1"]),
        (Filter { ground: text("safety"), ..all() }, &["P-3"]),
        (Filter { ground: text("term-ends"), ..all() }, &["P-1"]),
        (Filter { group: text("shelter"), provider: text("care"), ..all() }, &["P-1"]),
        (Filter { words: text("bakker"), group: text("other"), ..all() }, &["P-2"]),
        (Filter { group: text("Shelter"), ..all() }, &[]),
        (Filter { worker: text("\0"), ..all() }, &[]),
    ] {
        assert_eq!(found(fresh, filter.clone()).await, expected, "{filter:?}");
    }
}

async fn only_a_file_with_a_question_open_is_asked_about(fresh: &Fresh) {
    let answered = |number| {
        let mut file = bare_file(number, "Bo", "Bakker");
        file.limits = limits();
        file.members[0].born = Some(date(1990, 1, 1));
        file
    };
    let mut files: Vec<_> = (1..=9).map(answered).collect();
    files[1].limits.rent = Answer::Unknown;
    files[2].limits.adaptation = Answer::Unknown;
    files[3].limits.stairs = Answer::Unknown;
    files[4].limits.pets = Answer::Unknown;
    files[5].limits.smokes = Answer::Unknown;
    files[6].limits.sharing = Answer::Unknown;
    files[7].members[0].born = None;
    let mut partner = member("Anna", "Bakker", MemberRole::Partner);
    partner.moves_along = Answer::Unknown;
    files[8].members.push(partner);
    keep(fresh, &files).await;
    let open = Filter { open_questions: true, ..Filter::default() };
    let expected = ["P-2", "P-3", "P-4", "P-5", "P-6", "P-7", "P-8", "P-9"];
    assert_eq!(found(fresh, open).await, expected);
    assert_eq!(found(fresh, Filter::default()).await.len(), 9);
}

async fn a_page_knows_how_many_there_are(fresh: &Fresh) {
    let files: Vec<_> = (1..=5).map(|number| bare_file(number, "Bo", "Bakker")).collect();
    keep(fresh, &files).await;
    let mut tx = fresh.read().await.unwrap();
    let filter = Filter { words: "bakker".to_owned(), ..Filter::default() };
    for (offset, expected) in [(0, &["P-1", "P-2"][..]), (4, &["P-5"]), (9, &[])] {
        let window = Window { offset, limit: 2 };
        let page =
            participants::list(&mut tx, CITY, &filter, Sort::Name, false, window).await.unwrap();
        let names: Vec<_> = page.rows.iter().map(|it| it.reference.as_str()).collect();
        assert_eq!((names.as_slice(), page.total), (expected, 5));
    }
}

async fn a_changed_file_is_found_by_what_it_says_now(fresh: &Fresh) {
    keep(fresh, &[full_file(1), bare_file(2, "Mo", "Midden")]).await;
    let changed = ParticipantFile { version: 1, ..bare_file(1, "Bo", "Zwart") };
    let mut tx = fresh.write().await.unwrap();
    participants::save_file(&mut tx, CITY, &changed, "Sam", second(9)).await.unwrap();
    tx.commit().await.unwrap();
    assert!(words(fresh, "vries").await.is_empty());
    assert_eq!(words(fresh, "bo zwart").await, ["P-1"]);
    assert_eq!(listed(fresh, &Filter::default(), Sort::Name, false).await, ["P-2", "P-1"]);
}

async fn files_are_counted_in_each_readiness(fresh: &Fresh) {
    let mut files = [full_file(1), full_file(2), bare_file(3, "Cas", "Zwart")];
    files[1].worker = Some(phrase("sam"));
    files[2].provider = party("other");
    keep(fresh, &files).await;
    let counts = |pairs: &[(&str, u64)]| -> BTreeMap<String, u64> {
        pairs.iter().map(|(code, count)| ((*code).to_owned(), *count)).collect()
    };
    let mut tx = fresh.read().await.unwrap();
    for (provider, worker, expected) in [
        ("", "", counts(&[("paused", 2), ("preparing", 1)])),
        ("care", "", counts(&[("paused", 2)])),
        ("", "sam", counts(&[("paused", 1)])),
        ("other", "sam", counts(&[])),
    ] {
        let found =
            participants::readiness_counts(&mut tx, CITY, provider, worker, &[]).await.unwrap();
        assert_eq!(found, expected, "{provider} {worker}");
    }
    let both = ["noor".to_owned(), "sam".to_owned()];
    let found = participants::readiness_counts(&mut tx, CITY, "", "", &both[1..]).await.unwrap();
    assert_eq!(found, counts(&[("paused", 1)]));
    assert!(
        participants::readiness_counts(&mut tx, ELSEWHERE, "", "", &[]).await.unwrap().is_empty()
    );
}

async fn files_asked_by_reference_come_as_rows_of_the_list(fresh: &Fresh) {
    let mut odd = bare_file(3, "Cas", "Zwart");
    odd.reference = reference("É/3");
    keep(fresh, &[full_file(1), bare_file(2, "Bo", "Bakker"), odd]).await;
    let asked = ["É/3", "P-1", "P-1", "P-9"].map(reference);
    let asked: Vec<_> = asked.iter().collect();
    let mut tx = fresh.read().await.unwrap();
    let found = participants::briefs(&mut tx, CITY, &asked).await.unwrap();
    let page =
        participants::list(&mut tx, CITY, &Filter::default(), Sort::Reference, false, ALL).await;
    let mut rows = page.unwrap().rows;
    rows.retain(|it| it.reference != reference("P-2"));
    assert_eq!(found.values().cloned().collect::<Vec<_>>(), rows);
    assert!(found.iter().all(|(key, row)| *key == row.reference));
    assert!(participants::briefs(&mut tx, CITY, &[]).await.unwrap().is_empty());
    assert!(participants::briefs(&mut tx, ELSEWHERE, &asked).await.unwrap().is_empty());
}
