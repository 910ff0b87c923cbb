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
    assert!(wrong.err.contains("staircase, omslag, housing-first, prevention, mixed"), "{wrong:?}");
    let none = run(&["simulate", "--years", "0"]);
    assert_eq!(none.code, Some(2), "{none:?}");
}

#[test]
fn groups_can_go_roads_of_their_own_and_a_file_can_add_groups_and_areas() {
    let folder = Folder::new();
    let at = folder.text("city");
    fs::create_dir_all(&at).unwrap();
    let file = folder.text("city/assumptions.csv");
    let rows = "name;value\narea.noord.homes;3\narea.zuid.homes;1\nwanted.anywhere;0,2\n\
                group.nieuw.support;0\ngroup.nieuw.arrivals;200\n";
    fs::write(&file, rows).unwrap();
    let mixed =
        ["--policy", "omslag,mixed", "--mix", "young=housing-first", "--json", "--input", &at];
    let text = done(&[SMALL.as_slice(), &mixed].concat());
    let json: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(json["mix"]["young"], "housing-first");
    assert_eq!(json["mix"]["nieuw"], "omslag");
    let policy = &json["policies"][1];
    let middle = |it: &Json| it[2]["housed"]["middle"].as_f64().unwrap();
    assert!(middle(&policy["groups"]["nieuw"]) > 0.0);
    assert!(middle(&policy["areas"]["noord"]) > middle(&policy["areas"]["zuid"]));
    assert!(policy["anywhere"][2]["waiting"]["middle"].as_f64().is_some());
    for it in policy["replications"].as_array().unwrap() {
        let people = |key: &str| it[key].as_u64().unwrap();
        assert_eq!(people("entered"), people("left") + people("in_system"));
    }

    // Written back, it is the same table.
    let again = folder.text("again");
    done(&["simulate", "--input", &at, "--write", &again]);
    let mixed =
        ["--policy", "omslag,mixed", "--mix", "young=housing-first", "--json", "--input", &again];
    assert_eq!(done(&[SMALL.as_slice(), &mixed].concat()), text);

    let wrong = run(&["simulate", "--mix", "jong=omslag,young=mixed", "--language", "en"]);
    assert_eq!(wrong.code, Some(1), "{wrong:?}");
    for part in ["mix.jong", "There is no such group", "mix.young", "A mix is no policy"] {
        assert!(wrong.err.contains(part), "{part}: {wrong:?}");
    }
    assert_eq!(run(&["simulate", "--mix", "young=trap"]).code, Some(2));
}
