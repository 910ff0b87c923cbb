//! The public description of the method at the command line.

use std::fs;

use crate::support::{Folder, done, run};

#[test]
fn the_method_is_described_in_both_languages_and_three_forms() {
    for (language, heading, rule) in [
        ("nl", "Technische werking", "aantal kamers"),
        ("en", "Technical working", "number of rooms"),
    ] {
        let plain = done(&["method", "--language", language]);
        assert!(plain.contains(&format!("\n{heading}\n")), "{plain}");
        assert!(plain.contains(&format!("- {rule}: ")), "{plain}");
        let marked = done(&["method", "--markdown", "--language", language]);
        assert!(marked.contains(&format!("### {heading}\n")), "{marked}");
        assert!(marked.contains(&format!("| {rule} | ")), "{marked}");
        let json = done(&["method", "--json", "--language", language]);
        assert!(json.starts_with("{\n  \"name\": "), "{json}");
    }
}

#[test]
fn what_the_settings_say_of_the_organisation_is_published() {
    let folder = Folder::new();
    let file = folder.text("sleutel.toml");
    fs::write(
        &file,
        "[register]\norganisation = \"Gemeente Kleinstad\"\nstatus = \"in-use\"\n\
         begin_date = \"2026-12\"\nimpact_tests = [{ title = \"DPIA\" }]\n",
    )
    .unwrap();
    let json = done(&["method", "--json", "--config", &file]);
    for part in [
        r#""organization": "Gemeente Kleinstad""#,
        r#""status": "In gebruik""#,
        r#""begin_date": "2026-12""#,
        r#""title": "DPIA""#,
    ] {
        assert!(json.contains(part), "{part} is not in {json}");
    }
}

#[test]
fn a_word_the_register_does_not_know_is_told_with_those_it_knows() {
    let folder = Folder::new();
    let file = folder.text("sleutel.toml");
    for (line, told) in [
        ("status = \"used\"", "in-development, in-use, out-of-use"),
        ("category = \"B\"", "high-risk, impactful, other"),
        ("begin_date = \"December\"", "yyyy-mm"),
    ] {
        fs::write(&file, format!("[register]\n{line}\n")).unwrap();
        let ran = run(&["method", "--config", &file]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains(told), "{ran:?}");
    }
}
