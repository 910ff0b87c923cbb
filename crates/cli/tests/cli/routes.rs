//! Routes at the command line.

use crate::support::{Folder, done, run};

const OMSLAG: &str = include_str!("../../../../routes/omslag-amsterdam.toml");

#[test]
fn the_routes_that_come_with_the_program_are_listed_in_both_languages() {
    for (language, valid) in [("nl", "vanaf 1 juni 2020"), ("en", "from 1 June 2020")] {
        let said = done(&["routes", "list", "--language", language]);
        for part in ["omslag-amsterdam", "driehoek-haarlem", "housing-first", valid] {
            assert!(said.contains(part), "{part} is not in {said}");
        }
    }
    let json: serde_json::Value =
        serde_json::from_str(&done(&["routes", "list", "--json"])).unwrap();
    assert_eq!(json["routes"].as_array().unwrap().len(), 3);
    assert_eq!(json["routes"][0]["code"], "driehoek-haarlem");
    assert_eq!(json["routes"][0]["version"], 1);
}

#[test]
fn a_route_is_shown_step_by_step() {
    let said = done(&["routes", "show", "omslag-amsterdam", "--language", "nl"]);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Omslag Amsterdam (omslag-amsterdam), versie 1",
        "3. Besluit over urgentie [urgency]",
        "Besluit Besluit over urgentie. Uitstel kan één keer, met 6 weken.",
        "8 weken vanaf het begin van deze stap (wettelijke termijn)",
        "6 weken nadat de bewoner is verhuisd",
        "-> afgewezen: Einde: afgewezen",
        "-> toegekend onder voorwaarden: Intake en plan",
        "Formulieren Gesprek met de corporatie",
        "Keuze en regie voor deelnemers",
    ] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    let last = done(&["routes", "show", "driehoek-haarlem"]);
    assert!(last.contains("-> no, after the last offer: First conversation"), "{last}");
}

#[test]
fn a_route_is_given_as_its_file_and_for_a_program() {
    let toml = done(&["routes", "show", "housing-first", "--toml"]);
    let folder = Folder::new();
    let file = folder.write("own.toml", &toml);
    let said = done(&["routes", "check", &file]);
    assert_eq!(said, "housing-first, version 1, is sound: 9 steps, 3 ends.\n");
    let json = done(&["routes", "show", "omslag-amsterdam", "--version", "1", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["steps"][2]["decides"], "urgency");
    assert_eq!(json["from"], "2020-06-01");
    assert_eq!(json["conflicts"][0]["principle"], "choice-and-control");
}

#[test]
fn everything_that_is_wrong_with_a_file_is_told_with_its_place_and_ends_with_one() {
    let folder = Folder::new();
    let spoilt = OMSLAG.replacen("start = \"research\"", "start = \"reserch\"", 1).replacen(
        "may_pause",
        "may_pauze",
        1,
    );
    let file = folder.write("mine.toml", &spoilt);
    let ran = run(&["routes", "check", &file]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    for part in [
        "mine.toml:14:9 start",
        "E652",
        "There is no step “reserch”. The nearest is “research”.",
        "mine.toml:16:1 may_pauze",
        "E405",
        "The nearest is “may_pause”.",
    ] {
        assert!(ran.out.contains(part), "{part} is not in {}", ran.out);
    }
    let ran = run(&["routes", "check", &file, "--json"]);
    assert_eq!(ran.code, Some(1));
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["route"], serde_json::Value::Null);
    assert_eq!(json["findings"][0]["row"], 14);
    assert_eq!(json["findings"][0]["position"], 9);
    assert_eq!(json["findings"].as_array().unwrap().len(), 2);
}

#[test]
fn a_city_uses_the_routes_of_its_own_folder() {
    let folder = Folder::new();
    folder.write("one.toml", &OMSLAG.replacen("2020-06-01", "2020-06-01\nuntil = 2021-12-31", 1));
    let second = OMSLAG.replacen("version = 1", "version = 2", 1);
    folder.write("two.toml", &second.replacen("2020-06-01", "2022-01-01", 1));
    folder.write("notes.txt", "not a route");
    let here = folder.text("");
    let said = done(&["routes", "list", "--folder", &here]);
    assert_eq!(said.lines().count(), 3, "{said}");
    let show = |more: &[&str]| {
        let args = ["routes", "show", "omslag-amsterdam", "--folder", here.as_str()];
        run(&[&args, more].concat())
    };
    assert!(show(&[]).out.contains("version 2"));
    assert!(show(&["--version", "1"]).out.contains("version 1"));
    let none = show(&["--version", "7"]);
    assert_eq!(none.code, Some(2), "{none:?}");
    assert!(none.err.contains("has no version 7. It has: 1, 2."), "{none:?}");

    folder.write("two.toml", &second);
    let ran = run(&["routes", "list", "--folder", &here]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("E682") && ran.err.contains("Mend the error above."), "{ran:?}");
}

#[test]
fn a_route_that_is_not_there_is_told_with_those_that_are() {
    let ran = run(&["routes", "show", "omslag"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("driehoek-haarlem, housing-first, omslag-amsterdam"), "{ran:?}");
    let empty = Folder::new();
    assert_eq!(run(&["routes", "list", "--folder", &empty.text("")]).code, Some(1));
    assert_eq!(run(&["routes", "check", "not-there.toml"]).code, Some(1));
}
