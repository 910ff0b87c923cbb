//! What-ifs at the command line.

use std::fs;

use serde_json::Value as Json;

use crate::support::{Folder, done, run};

const SMALL: [&str; 7] = ["simulate", "--years", "3", "--replications", "4", "--seed", "7"];

#[test]
fn every_replication_of_every_policy_adds_up_and_the_seed_decides() {
    let args = [SMALL.as_slice(), &["--policy", "omslag,prevention", "--json"]].concat();
    let text = done(&args);
    assert_eq!(text, done(&args));
    let json: Json = serde_json::from_str(&text).unwrap();
    let policies = json["policies"].as_array().unwrap();
    let names: Vec<_> = policies.iter().map(|it| it["policy"].as_str().unwrap()).collect();
    assert_eq!(names, ["omslag", "prevention"]);
    for policy in policies {
        assert_eq!(policy["years"].as_array().unwrap().len(), 3);
        let replications = policy["replications"].as_array().unwrap();
        assert_eq!(replications.len(), 4);
        for it in replications {
            let people = |key: &str| it[key].as_u64().unwrap();
            assert_eq!(people("entered"), people("left") + people("in_system"));
            let states = it["by_state"].as_object().unwrap().values();
            assert_eq!(states.map(|it| it.as_u64().unwrap()).sum::<u64>(), people("in_system"));
        }
    }
    assert!(policies[0]["difference_with_first"].is_null());
    let fewer = &policies[1]["difference_with_first"][2]["waiting"];
    assert!(fewer["high"].as_f64().unwrap() < 0.0, "{fewer}");
}

#[test]
fn the_outcome_can_be_read_in_both_languages() {
    for (language, part) in [("nl", "wachten in de opvang"), ("en", "wait in shelter")] {
        let said = done(&[SMALL.as_slice(), &["--language", language]].concat());
        assert!(said.contains(part), "{said}");
        assert!(!said.contains("cli-"), "{said}");
        for policy in ["staircase", "omslag", "housing-first"] {
            assert!(said.contains(policy), "{said}");
        }
    }
}

#[test]
fn the_table_that_is_written_is_read_back_and_gives_the_same() {
    let folder = Folder::new();
    let at = folder.text("city");
    done(&["simulate", "--write", &at]);
    let with = done(&[SMALL.as_slice(), &["--json", "--input", &at]].concat());
    assert_eq!(with, done(&[SMALL.as_slice(), &["--json"]].concat()));
    assert_eq!(run(&["simulate", "--write", &at]).code, Some(1));
}

#[test]
fn everything_wrong_with_the_assumptions_is_said_with_what_to_do() {
    let folder = Folder::new();
    let file = folder.text("assumptions.csv");
    fs::write(&file, "name;value;low\nhomes.large;3;\nhomes.kept;2000;\nomslag.returns;0.5;0.7\n")
        .unwrap();
    let ran = run(&["simulate", "--input", &folder.text("."), "--language", "en"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    for part in ["homes.large", "homes.kept", "omslag.returns", "Widen the range"] {
        assert!(ran.err.contains(part), "{part}: {ran:?}");
    }
    let wrong = run(&["simulate", "--policy", "trap"]);
    assert_eq!(wrong.code, Some(2), "{wrong:?}");
    assert!(wrong.err.contains("staircase, omslag, housing-first, prevention"), "{wrong:?}");
    let none = run(&["simulate", "--years", "0"]);
    assert_eq!(none.code, Some(2), "{none:?}");
}
