//! A city's own templates for paper, at the command line.

use std::fs;

use crate::support::{Folder, done, run};

#[test]
fn what_is_written_to_begin_from_is_sound_and_never_written_over() {
    let folder = Folder::new();
    let papers = folder.text("papers");
    assert!(done(&["paper", "write", &papers]).contains("9 files"));
    assert!(done(&["paper", "check", &papers]).contains("9 files"));
    let again = run(&["paper", "write", &papers]);
    assert_eq!(again.code, Some(1), "{again:?}");
}

#[test]
fn everything_wrong_with_a_template_is_told_with_its_place() {
    let folder = Folder::new();
    let papers = folder.text("papers");
    fs::create_dir(&papers).unwrap();
    fs::write(format!("{papers}/letter.typ"), "#import \"house.typ\": *\n#nothing\n").unwrap();
    let ran = run(&["paper", "check", &papers]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("letter.typ:2:2"), "{ran:?}");
    let json = run(&["paper", "check", "--json", &papers]);
    assert_eq!(json.code, Some(1), "{json:?}");
    assert!(json.out.contains(r#""line":2"#), "{json:?}");
}

#[test]
fn a_server_does_not_start_with_templates_that_give_no_paper() {
    let folder = Folder::new();
    let papers = folder.text("papers");
    fs::create_dir(&papers).unwrap();
    fs::write(format!("{papers}/form.typ"), "#(\n").unwrap();
    let config = folder.text("sleutel.toml");
    // On Windows a path has signs that mean something between double quotes.
    fs::write(&config, format!("papers = '{papers}'\n")).unwrap();
    let database = format!("sqlite:{}", folder.text("a.db"));
    let ran = run(&["serve", "--config", &config, "--database-url", &database]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("form.typ:1"), "{ran:?}");
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let folder = Folder::new();
    let ran = run(&["paper", "check", &folder.text("nowhere")]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("nowhere"), "{ran:?}");
}
