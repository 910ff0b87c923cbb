//! Bringing in files.

use crate::support::{Folder, Ran, done, run, shared, with_input};

const ORGANISATIONS: &str = "code;name;kind\n\
    gemeente;Gemeente Proefstad;municipality\n\
    thuis;Thuis in Proefstad;association\n";

fn organisations(folder: &Folder, text: &str, more: &[&str]) -> Ran {
    let file = folder.write("organisations.csv", text);
    let database = folder.database();
    let args = ["import", "organisations", &file, "--database-url", &database];
    run(&[&args, more].concat())
}

#[test]
fn a_dry_run_leaves_nothing_behind_not_even_a_database() {
    let folder = Folder::new();
    let ran = organisations(&folder, ORGANISATIONS, &["--dry-run"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("organisations  2    0        0"), "{ran:?}");
    assert!(ran.out.contains("A dry run: nothing was changed."), "{ran:?}");
    assert!(!folder.path("city.db").exists());
}

#[test]
fn a_dry_run_on_a_database_in_use_changes_nothing() {
    let folder = Folder::new();
    organisations(&folder, ORGANISATIONS, &[]);
    let more = format!("{ORGANISATIONS}nieuw;Nieuw Dak;provider\n");
    for _ in 0..2 {
        let ran = organisations(&folder, &more, &["--dry-run"]);
        assert!(ran.out.contains("organisations  1    0        2"), "{ran:?}");
    }
}

#[test]
fn the_same_file_again_changes_nothing() {
    let folder = Folder::new();
    let first = organisations(&folder, ORGANISATIONS, &["--json"]);
    let again = organisations(&folder, ORGANISATIONS, &["--json"]);
    assert!(first.out.contains(r#""added":2,"changed":0,"unchanged":0"#), "{first:?}");
    assert!(again.out.contains(r#""added":0,"changed":0,"unchanged":2"#), "{again:?}");
    assert_eq!((first.code, again.code), (Some(0), Some(0)));
}

#[test]
fn every_error_is_told_at_its_place_and_nothing_is_kept() {
    let folder = Folder::new();
    let bad = "code;name;kind\ngoed;Goed Wonen;association\n\
        slecht;;association\nook;Ook Fout;bank\n";
    let ran = organisations(&folder, bad, &[]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("organisations.csv:3 name  E201"), "{ran:?}");
    assert!(ran.out.contains("organisations.csv:4 kind  E211"), "{ran:?}");
    assert!(ran.out.contains("There are 2 errors. Nothing was changed."), "{ran:?}");
    let after = organisations(&folder, ORGANISATIONS, &["--json"]);
    assert!(after.out.contains(r#""added":2"#), "{after:?}");
}

#[test]
fn findings_come_as_json_with_what_and_remedy_in_the_readers_language() {
    let folder = Folder::new();
    let bad = "code;name;kind\nslecht;;association\n";
    let ran = organisations(&folder, bad, &["--json", "--language", "nl"]);
    assert_eq!(ran.code, Some(1));
    for part in [r#""kept":false"#, r#""row":2"#, r#""column":"name""#, r#""code":"E201""#] {
        assert!(ran.out.contains(part), "{part} is not in {ran:?}");
    }
}

#[test]
fn a_code_that_names_nothing_is_an_error_with_its_row() {
    let folder = Folder::new();
    organisations(&folder, ORGANISATIONS, &[]);
    let file = folder.write("area-figures.csv", "area;year\nBU1;2024\nBU2;2024\n");
    let ran = run(&["import", "area-figures", &file, "--database-url", &folder.database()]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("area-figures.csv:2 area  E221"), "{ran:?}");
    assert!(ran.out.contains("area-figures.csv:3 area  E221"), "{ran:?}");
    assert!(ran.out.contains("There are 2 errors. Nothing was changed."), "{ran:?}");
}

#[test]
fn a_file_that_is_not_there_is_told_and_leaves_no_database() {
    let folder = Folder::new();
    let file = folder.text("areas.geojson");
    let ran = run(&["import", "areas", &file, "--database-url", &folder.database()]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("There is no file or folder"), "{ran:?}");
    assert!(!folder.path("city.db").exists());
}

#[test]
fn a_folder_comes_in_as_a_whole() {
    let folder = Folder::new();
    done(&["demo", "--write", &folder.text("city"), "--seed", "3"]);
    let database = folder.database();
    let args = ["import", "all", &folder.text("city"), "--database-url", &database, "--json"];
    let said = done(&args);
    assert!(said.contains(r#""participants":{"added":4000,"changed":0"#), "{said}");
    let again = done(&args);
    assert!(again.contains(r#""participants":{"added":0,"changed":0,"unchanged":4000}"#));
}

#[test]
fn an_account_is_added_listed_and_closed() {
    let folder = Folder::new();
    organisations(&folder, ORGANISATIONS, &[]);
    let database = folder.database();
    let at = ["--database-url", database.as_str()];
    let account = ["account", "add", "A.Jansen", "--name", "An Jansen", "--role", "administrator"];
    let account = [&account[..], &["--organisation", "gemeente"], &at].concat();
    let short = with_input(&account, "kort\n");
    assert_eq!(short.code, Some(1));
    assert!(short.err.contains("at least 12 characters"), "{short:?}");
    let added = with_input(&account, "een lange wachtzin\n");
    assert_eq!(added.code, Some(0), "{added:?}");
    assert_eq!(added.out.trim(), "a.jansen can log in.");
    let list = ["account", "list"];
    let listed = done(&[&list[..], &at].concat());
    assert_eq!(listed.trim(), "a.jansen  administrator  gemeente  open  An Jansen");
    done(&[&["account", "close", "a.jansen"], &at[..]].concat());
    assert!(done(&[&list[..], &at].concat()).contains("closed"));
}

#[test]
fn a_programme_starts_once() {
    let folder = Folder::new();
    let database = folder.database();
    let args = ["programme", "start", "city", "Proefstad", "--database-url", &database];
    assert_eq!(done(&args).trim(), "Proefstad has started.");
    let again = run(&args);
    assert_eq!(again.code, Some(1));
    assert!(again.err.contains("There is a programme ‘city’ in this database already."));
}

#[test]
fn the_open_data_of_a_real_city_comes_in_as_it_is() {
    let Some(areas) = shared("geo-amsterdam/amsterdam_buurten_2022.geojson") else { return };
    let Some(figures) = shared("cbs-kwb-2024/amsterdam_buurten_kwb2024.csv") else { return };
    let folder = Folder::new();
    let database = folder.database();
    let said = done(&["import", "areas", &areas, "--database-url", &database, "--json"]);
    assert!(said.contains(r#""areas":{"added":663"#), "{said}");
    let said = done(&["import", "area-figures", &figures, "--database-url", &database, "--json"]);
    assert!(said.contains(r#""area-figures":{"added":517"#), "{said}");
    let server = crate::support::Server::start(&[
        "demo",
        "--database-url",
        &database,
        "--listen",
        "127.0.0.1:0",
    ]);
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(server.get("/login").contains("Amsterdam"));
    assert_eq!(server.stop("TERM"), Some(0));
}
