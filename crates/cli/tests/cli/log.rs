//! The log at the command line.

use crate::support::{Folder, done, run};

fn started() -> Folder {
    let folder = Folder::new();
    let database = folder.database();
    done(&["programme", "start", "city", "Proefstad", "--database-url", &database]);
    folder
}

#[test]
fn a_log_that_fits_is_whole_and_its_head_stays_the_same() {
    let folder = started();
    let args = ["verify-log", "--database-url", &folder.database()];
    let said = done(&args);
    assert!(said.starts_with("Whole: 1 lines, head "), "{said}");
    assert_eq!(done(&args), said);
    assert!(done(&[&args[..], &["--json"]].concat()).contains(r#""whole":true"#));
}

#[test]
fn a_log_in_which_a_word_was_changed_is_broken() {
    let folder = started();
    let path = folder.path("city.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let word = b"start-programme";
    let at = bytes.windows(word.len()).position(|it| it == word).unwrap();
    bytes[at..at + word.len()].copy_from_slice(b"alter-programme");
    std::fs::write(&path, bytes).unwrap();
    let args = ["verify-log", "--database-url", &folder.database()];
    let ran = run(&args);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(ran.out.trim(), "Broken: line 1 was changed.");
    let json = run(&[&args[..], &["--json"]].concat());
    assert_eq!(json.code, Some(1));
    assert!(json.out.contains(r#""fault":"changed""#), "{json:?}");
}

#[test]
fn a_database_that_is_not_there_is_told_and_not_made() {
    let folder = Folder::new();
    for command in ["verify-log", "serve", "replay"] {
        let ran = run(&[command, "--database-url", &folder.database()]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains("sleutel programme start"), "{ran:?}");
    }
    assert!(!folder.path("city.db").exists());
}

#[test]
fn a_database_without_a_programme_is_not_served() {
    let folder = Folder::new();
    done(&["migrate", "--database-url", &folder.database()]);
    let ran = run(&["serve", "--database-url", &folder.database(), "--listen", "127.0.0.1:0"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("There is no programme in this database yet."), "{ran:?}");
}

#[test]
fn nothing_proposed_is_nothing_to_replay() {
    let folder = started();
    let args = ["replay", "--database-url", &folder.database()];
    assert_eq!(done(&args).trim(), "There are no proposals yet.");
    let unknown = "0190a5c3-7a3e-7cc1-9a66-2f6f2b3f9d11";
    assert_eq!(run(&[&args[..], &[unknown]].concat()).code, Some(1));
}
