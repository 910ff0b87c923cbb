//! Forms at the command line.

use crate::support::{Folder, done, run};

const MATCH: &str = include_str!("../../../../forms/omslag-match.toml");

#[test]
fn the_forms_that_come_with_the_program_are_listed_in_both_languages() {
    for (language, valid) in [("nl", "vanaf 1 januari 2026"), ("en", "from 1 January 2026")] {
        let said = done(&["forms", "list", "--language", language]);
        for part in ["omslag-application", "omslag-match", "omslag-conversion", valid] {
            assert!(said.contains(part), "{part} is not in {said}");
        }
    }
    let json: serde_json::Value =
        serde_json::from_str(&done(&["forms", "list", "--json"])).unwrap();
    assert_eq!(json["forms"].as_array().unwrap().len(), 5);
    assert_eq!(json["forms"][0]["code"], "omslag-application");
    assert_eq!(json["forms"][0]["to"], "municipality");
}

#[test]
fn a_form_is_shown_with_who_sees_each_answer() {
    let said = done(&["forms", "show", "omslag-match", "--language", "nl"]);
    for part in ["(omslag-match), versie 1", "Wie ziet het: ", "Keuzes", "Moet worden ingevuld."] {
        let part = part.trim_start_matches("Keuzes");
        assert!(said.contains(part), "{part} is not in {said}");
    }
    let json = done(&["forms", "show", "omslag-match", "--version", "1", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json["sections"][0]["questions"][0]["sees"].is_array(), "{json}");
    let none = run(&["forms", "show", "omslag-match", "--version", "9"]);
    assert_eq!(none.code, Some(2), "{none:?}");
    assert!(none.err.contains("has no version 9. It has: 1."), "{none:?}");
    let none = run(&["forms", "show", "match"]);
    assert!(none.err.contains("omslag-application, omslag-conversion"), "{none:?}");
}

#[test]
fn everything_that_is_wrong_with_files_is_told_with_its_place_and_ends_with_one() {
    let folder = Folder::new();
    let spoilt = MATCH.replacen("kind = \"", "kind = \"x", 1).replacen("to =", "too =", 1);
    let (bad, good) = (folder.write("mine.toml", &spoilt), folder.write("good.toml", MATCH));
    let ran = run(&["forms", "check", &bad, &good]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.matches("mine.toml:").count() >= 2 && ran.out.contains("E405"), "{}", ran.out);
    assert_eq!(done(&["forms", "check", &good]).lines().count(), 1);
    let again = folder.write("again.toml", MATCH);
    let ran = run(&["forms", "check", &good, &again]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("E617"), "{}", ran.out);
    let ran = run(&["forms", "check", &bad, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["forms"].as_array().unwrap().len(), 0);
    assert!(json["findings"].as_array().unwrap().len() >= 2);
}

#[test]
fn a_city_uses_the_forms_of_its_own_folder() {
    let folder = Folder::new();
    folder.write("match.toml", &MATCH.replacen("omslag-match", "city-match", 1));
    let here = folder.text("");
    let said = done(&["forms", "list", "--folder", &here]);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.contains("city-match"), "{said}");
    assert_eq!(run(&["forms", "list", "--folder", &Folder::new().text("")]).code, Some(1));
    folder.write("match.toml", &MATCH.replacen("version = 1", "version = 0", 1));
    let ran = run(&["forms", "list", "--folder", &here]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("The forms cannot be used."), "{ran:?}");
}
