//! Placement problems on files: solving, and checking what somebody says solves one.

use crate::support::{Folder, Ran, done, run, shared};

const FACTS: &str = r#"{"format":"hfm-1","name":"tiny","sense":"maximise",
"counts":{"people":3,"dwellings":2,"nodes":3,"groups":2,"arcs":4},
"groups":{"name":["elders","youth"],"lower":[0,0],"upper":[2,1]},
"nodes":{"parent":[-1,0,0],"lower":[0,0,0],"upper":[2,1,1],"load_cap":[3,-1,-1]},
"people":{"group":[0,0,1],"load":[1,2,3]},"dwellings":{"complex":[1,2]}}"#;
const PAIRS: &str = "person,dwelling,weight\n0,0,10\n0,1,8\n1,0,9\n2,1,7\n";

/// A folder with the small problem, changed in one place.
fn given(from: &str, to: &str) -> (Folder, String) {
    let folder = Folder::new();
    assert!(FACTS.contains(from), "{from}");
    let file = folder.write("tiny.json", &FACTS.replace(from, to));
    folder.write("tiny-arcs.csv", PAIRS);
    (folder, file)
}

fn has(ran: &Ran, parts: &[&str]) {
    for part in parts {
        assert!(ran.out.contains(part), "{part} is not in {ran:?}");
    }
}

#[test]
fn a_small_problem_is_solved_and_proven() {
    let (_folder, file) = given("tiny", "tiny");
    let said = done(&["solve", &file]);
    assert!(said.contains("tiny: 3 people, 2 homes, 3 parts of the city, 4 pairs."), "{said}");
    assert!(said.contains("Placed: 2. Together worth 17."), "{said}");
    assert!(said.contains("Proven: there is no better plan."), "{said}");
    let said = done(&["solve", &file, "--language", "nl"]);
    assert!(said.contains("Bewezen is dat er geen beter plan bestaat."), "{said}");
}

#[test]
fn a_program_gets_one_object_with_every_figure() {
    let (_folder, file) = given("tiny", "tiny");
    let said = done(&["solve", &file, "--json"]);
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    for (name, value) in [
        ("instance", "tiny".into()),
        ("variant", "net".into()),
        ("status", "optimal".into()),
        ("objective", 17.into()),
        ("bound", 17.into()),
        ("gap", 0.0.into()),
        ("placed", 2.into()),
        ("people", 3.into()),
        ("homes", 2.into()),
        ("nodes", 3.into()),
        ("arcs", serde_json::Value::from(4)),
    ] {
        assert_eq!(said[name], value, "{name}");
    }
    for name in ["read_seconds", "seconds", "check_seconds"] {
        assert!(said[name].as_f64().is_some_and(|it| it >= 0.0), "{name} in {said}");
    }
    assert!(["cpu", "wall"].contains(&said["seconds_are"].as_str().unwrap()));
}

#[test]
fn a_certificate_is_written_and_found_sound_by_the_checker() {
    let (folder, file) = given("tiny", "tiny");
    for name in ["tiny.cert.json", "tiny.cert.json.gz"] {
        let certificate = folder.text(name);
        done(&["solve", &file, "--certificate", &certificate]);
        let said = done(&["check", &file, "--certificate", &certificate]);
        assert!(said.contains("Proven: there is no better plan."), "{said}");
        let said = done(&["check", &file, "--certificate", &certificate, "--json"]);
        assert!(said.contains(r#""status":"optimal""#), "{said}");
    }
    let text = std::fs::read_to_string(folder.path("tiny.cert.json")).unwrap();
    assert!(text.contains(r#""assignment":[0,-1,1]"#) || text.contains(r#""assignment":[1,0,-1]"#));
}

#[test]
fn floors_and_ceilings_that_collide_are_named_and_end_with_three() {
    let (_folder, file) = given(r#""lower":[0,0],"upper":[2,1]"#, r#""lower":[2,1],"upper":[2,1]"#);
    let ran = run(&["solve", &file]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert!(ran.err.contains("No plan keeps all floors and ceilings."), "{ran:?}");
    assert!(ran.err.contains("group elders at least 2 have to be placed"), "{ran:?}");
    let ran = run(&["solve", &file, "--json"]);
    assert_eq!(ran.code, Some(3), "{ran:?}");
    has(&ran, &[r#""status":"infeasible""#, r#""group_floors":[{"group":0"#, r#""name":"elders""#]);
}

#[test]
fn loads_leave_less_room() {
    let (_folder, file) = given(r#""load":[1,2,3]"#, r#""load":[1,3,3]"#);
    let said = done(&["solve", &file, "--loads", "--time-limit", "5", "--json"]);
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["variant"], "load");
    // The city carries a load of 3: the first person, or one of the others.
    assert_eq!(said["objective"], 10);
    assert!(said["bound"].as_i64().unwrap() >= 10);
}

#[test]
fn what_is_wrong_with_the_files_is_told_at_its_place_and_ends_with_one() {
    let (folder, file) = given(r#""load":[1,2,3]"#, r#""load":[1,-2,3]"#);
    folder.write("tiny-arcs.csv", "person,dwelling,weight\n9,0,10\n");
    let ran = run(&["solve", &file]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("tiny.json people.load[1]  E209"), "{ran:?}");
    let ran = run(&["solve", &file, "--json"]);
    assert_eq!(ran.code, Some(1));
    has(&ran, &[r#""status":"findings""#, r#""column":"people.load[1]""#, r#""code":"E209""#]);
    let (folder, file) = given("tiny", "tiny");
    folder.write("tiny-arcs.csv", "person,dwelling,weight\n9,0,10\n");
    let ran = run(&["solve", &file]);
    assert!(ran.err.contains("tiny-arcs.csv:2 person  E209"), "{ran:?}");
    assert!(ran.err.contains("tiny-arcs.csv           E513"), "{ran:?}");
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let folder = Folder::new();
    let ran = run(&["solve", &folder.text("none.json")]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("There is no file or folder"), "{ran:?}");
    let file = folder.write("lonely.json.gz", FACTS);
    let ran = run(&["solve", &file]);
    assert!(ran.err.contains("lonely-arcs.csv.gz"), "{ran:?}");
    let ran = run(&["solve", folder.path("").to_str().unwrap()]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
}

#[test]
fn a_plan_that_breaks_rules_is_not_sound() {
    let (folder, file) = given("tiny", "tiny");
    let certificate = folder.write(
        "bad.json",
        r#"{"price_unit":"1/1","dwelling_price":[0,0],"node_cap_price":[0,0,0],
        "node_floor_price":[0,0,0],"group_cap_price":[0,0],"group_floor_price":[0,0],
        "assignment":[0,0,0]}"#,
    );
    let ran = run(&["check", &file, "--certificate", &certificate]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    for part in [
        "Home 0 is given twice.",
        "Person 2 may not get home 0.",
        "Part 0 of the city has 3 placements, and may have 0 to 2.",
    ] {
        assert!(ran.err.contains(part), "{part} is not in {ran:?}");
    }
    let ran = run(&["check", &file, "--certificate", &certificate, "--json"]);
    has(&ran, &[r#""status":"unsound""#, "home 0 is given twice"]);
}

#[test]
fn a_saved_answer_of_others_is_checked_as_it_is() {
    let Some(instance) = shared("placement-instances/hfm-S.json.gz") else { return };
    let Some(proven) = shared("placement-instances/hfm-S-net.cert.json.gz") else { return };
    let Some(bounded) = shared("placement-instances/hfm-S-load.cert.json.gz") else { return };
    let said = done(&["check", &instance, "--certificate", &proven]);
    assert_eq!(said.trim(), "Placed: 85. Together worth 296,037. Proven: there is no better plan.");
    let said = done(&["check", &instance, "--certificate", &bounded]);
    assert!(said.contains("No plan is worth more than 292,096; that is 0.078% more."), "{said}");
}

#[test]
fn a_saved_town_reaches_its_known_worth() {
    let Some(instance) = shared("placement-instances/hfm-S.json.gz") else { return };
    let said = done(&["solve", &instance, "--json"]);
    assert!(said.contains(r#""objective":296037"#), "{said}");
    assert!(said.contains(r#""status":"optimal""#), "{said}");
}
