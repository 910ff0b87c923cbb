use std::collections::BTreeMap;

use sleutel_domain::{
    Answer,
    homes::{AreaLevel, Place},
    placement::{Ahead, LoadCeiling, RoundInput, SupportLoad},
};
use sleutel_exchange::folder::{Folder, read_folder};

/// A city of one quarter with two neighbourhoods, two homes and two households.
fn city() -> BTreeMap<String, Vec<u8>> {
    let files = [
        ("round.toml", "date = 2026-06-01\nseed = 7\n"),
        (
            "areas.csv",
            "code;name;level;parent\nB2;Zuid;neighbourhood;W1\nB1;Noord;neighbourhood;W1\nW1;Wijk;quarter;G1\nG1;Stad;municipality;\n",
        ),
        (
            "group-quotas.csv",
            "year;group;name_nl;name_en;main_group;with_support;counts;expected;lower;upper;realised\n\
             2025;hf;HF;HF;with-support;ja;ja;9;9;9;9\n2026;hf;HF;HF;with-support;ja;ja;40;12;30;4\n",
        ),
        (
            "ceilings.csv",
            "year;area;complex;lower;upper;realised\n2026;B1;;0;3;1\n2026;;C1;0;1;0\n2025;B2;;0;1;1\n",
        ),
        ("complexes.csv", "code;name;association;neighbourhood;street\nC1;Linde;A;B1;Lindehof\n"),
        (
            "dwellings.csv",
            "code;association;complex;neighbourhood;street;house_number;rooms;floor;lift;adaptation;rent;target;pets_allowed;smoking_allowed\n\
             D1;A;C1;;Lindehof;1;2;0;nee;ordinary;600;general;ja;nee\nD2;A;;B2;Kade;2;1;0;nee;ordinary;500;general;ja;nee\n",
        ),
        (
            "vacancies.csv",
            "code;dwelling;available_from;status\nV1;D1;2026-06-10;open\nV2;D2;2026-06-10;\nV3;D2;2026-01-10;decided\n",
        ),
        (
            "participants.csv",
            "reference;group;provider;given;family;born;waiting_since;readiness;ready_since;placed_on\n\
             P1;hf;K;Ada;Een;1990-06-02;2025-01-01;ready;2026-01-01;\nP2;hf;K;Bo;Twee;;2025-01-01;preparing;;\n\
             P3;hf;K;Cor;Drie;;2025-01-01;placed;;2026-02-01\n",
        ),
        (
            "members.csv",
            "reference;number;role;given;family;born;moves_along\nP1;2;child;Dee;Een;2015-01-01;ja\nP2;2;child;Ed;Twee;2015-01-01;\n",
        ),
        (
            "wishes.csv",
            "reference;area;street;complex;direction;strength;reason\nP1;B1;Lindehof;;prefer;strong;moeder\n",
        ),
        ("network.csv", "reference;area;street;complex;kind;note\nP1;;;C1;family;moeder\n"),
        (
            "exclusions.csv",
            "reference;area;until;reason\nP1;B2;2026-05-31;over\nP2;B2;2026-06-01;nog\n",
        ),
        ("fixings.csv", "reference;vacancy;kind\nP1;V2;ban\n"),
        ("offered.csv", "reference;dwelling\nP1;D9\n"),
    ];
    files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect()
}

fn with(name: &str, text: &str) -> Folder {
    let mut files = city();
    files.insert(name.to_owned(), text.as_bytes().to_vec());
    read_folder(&files)
}

fn found(folder: &Folder) -> Vec<String> {
    let findings = folder.findings.iter();
    findings
        .map(|it| {
            let row = it.row.map_or(".".to_owned(), |row| row.to_string());
            format!("{} {row} {} {}", it.file, it.column.as_deref().unwrap_or("."), it.what.code())
        })
        .collect()
}

fn sound() -> RoundInput {
    let folder = read_folder(&city());
    assert_eq!(found(&folder), [""; 0]);
    folder.input.unwrap()
}

#[test]
fn a_sound_folder_becomes_a_round_without_contradictions() {
    let input = sound();
    assert!(input.errors().is_empty());
    assert_eq!((input.seed, input.settings.spare_rooms), (7, 1));
    let tree: Vec<_> = input.nodes.iter().map(|it| (it.name.as_str(), it.parent)).collect();
    assert_eq!(
        tree,
        [
            ("Stad", None),
            ("Wijk", Some(0)),
            ("Zuid", Some(1)),
            ("Noord", Some(1)),
            ("Linde", Some(3))
        ]
    );
}

#[test]
fn numbers_are_those_of_the_year_of_the_round() {
    let input = sound();
    assert_eq!(input.groups.len(), 1);
    assert_eq!((input.groups[0].expected, input.groups[0].agreed.realised), (40, 4));
    let upper: Vec<_> = input.nodes.iter().map(|it| it.agreed.upper).collect();
    assert_eq!(upper, [None, None, None, Some(3), Some(1)]);
}

#[test]
fn only_open_vacancies_are_on_offer_in_their_smallest_place() {
    let input = sound();
    let homes: Vec<_> = input.homes.iter().map(|it| (it.vacancy.as_str(), it.node)).collect();
    assert_eq!(homes, [("V1", 4), ("V2", 2)]);
}

#[test]
fn who_was_placed_does_not_wait_and_open_custody_stays_open() {
    let input = sound();
    let people: Vec<_> =
        input.candidates.iter().map(|it| (it.reference.as_str(), it.people, it.ready)).collect();
    assert_eq!(people, [("P1", Answer::Known(2), true), ("P2", Answer::Unknown, false)]);
    assert_eq!(input.candidates[0].head_age, Answer::Known(35));
    assert_eq!(input.candidates[0].offered[0].as_str(), "D9");
}

#[test]
fn an_exclusion_holds_on_its_last_day_and_not_after() {
    let input = sound();
    assert!(input.candidates[0].exclusions.is_empty());
    assert!(
        matches!(&input.candidates[1].exclusions[..], [Place::Area(code)] if code.as_str() == "B2")
    );
}

#[test]
fn a_code_that_names_nothing_is_told_with_its_place() {
    let rows = [
        (
            "wishes.csv",
            "reference;area;direction;strength\nP9;B1;prefer;slight\nP1;B9;prefer;slight\n",
            vec!["wishes.csv 2 reference E221", "wishes.csv 3 area E221"],
        ),
        (
            "members.csv",
            "reference;number;role;given;family\nP9;2;child;A;B\n",
            vec!["members.csv 2 reference E221"],
        ),
        (
            "vacancies.csv",
            "code;dwelling;available_from\nV1;D1;2026-06-01\nV2;D7;2026-06-01\n",
            vec!["vacancies.csv 3 dwelling E221", "fixings.csv 2 vacancy E409"],
        ),
        (
            "fixings.csv",
            "reference;vacancy;kind\nP3;V3;pin\n",
            vec!["fixings.csv 2 reference E409", "fixings.csv 2 vacancy E409"],
        ),
        ("ceilings.csv", "year;area;upper\n2026;B9;1\n", vec!["ceilings.csv 2 area E221"]),
        (
            "group-quotas.csv",
            "year;group;name_nl;name_en;main_group;with_support;counts;expected\n2025;hf;a;b;with-support;ja;ja;9\n",
            vec!["participants.csv 2 group E406", "participants.csv 3 group E406"],
        ),
        (
            "areas.csv",
            "code;name;level;parent\nB1;a;neighbourhood;W9\nB2;b;neighbourhood;\n",
            vec!["areas.csv 2 parent E221"],
        ),
    ];
    for (name, text, expected) in rows {
        let mut files = city();
        files.insert(name.to_owned(), text.as_bytes().to_vec());
        let folder = read_folder(&files);
        assert_eq!(found(&folder), expected, "{name}");
        assert!(folder.input.is_none());
    }
}

#[test]
fn a_home_on_offer_twice_is_told() {
    let folder =
        with("vacancies.csv", "code;dwelling;available_from\nV2;D1;2026-06-01\nV1;D1;2026-06-01\n");
    assert_eq!(found(&folder), ["vacancies.csv 3 dwelling E408"]);
}

#[test]
fn a_dwelling_lies_where_its_complex_lies() {
    let head = "code;association;complex;neighbourhood;street;house_number;rooms;floor;lift;adaptation;rent;target;pets_allowed;smoking_allowed\n";
    let rows = "D1;A;C1;B2;Lindehof;1;2;0;nee;ordinary;600;general;ja;nee\nD2;A;;B2;Kade;2;1;0;nee;ordinary;500;general;ja;nee\n";
    let folder = with("dwellings.csv", &format!("{head}{rows}"));
    assert!(found(&folder).contains(&"dwellings.csv 2 neighbourhood E223".to_owned()));
}

#[test]
fn parts_without_one_root_get_one() {
    let folder =
        with("areas.csv", "code;name;level;parent\nB1;a;neighbourhood;\nB2;b;neighbourhood;\n");
    let input = folder.input.unwrap();
    assert_eq!(input.nodes[0].name, "ALL");
    assert!(input.errors().is_empty());
}

#[test]
fn parts_that_lie_in_one_another_in_a_circle_are_told() {
    let folder = with(
        "areas.csv",
        "code;name;level;parent\nG;g;municipality;\nB1;a;neighbourhood;B2\nB2;b;neighbourhood;B1\n",
    );
    assert!(found(&folder).contains(&"areas.csv 3 parent E407".to_owned()));
}

#[test]
fn the_choices_of_the_round_are_checked() {
    let rows = [
        ("date = 2026-06-01\n", "round.toml . seed E404"),
        ("date = \"1-6-2026\"\nseed = 5\nsed = 5\n", "round.toml . sed E405"),
        ("date = 2026-06-01\nseed = -1\n", "round.toml . seed E209"),
        ("date = 2026-06-01\nseed = 1\nspare_rooms = 300\n", "round.toml . spare_rooms E209"),
        ("date = 2026-06-01\nseed 1\n", "round.toml . . E403"),
    ];
    for (text, expected) in rows {
        let folder = with("round.toml", text);
        assert_eq!(found(&folder), [expected], "{text}");
        assert!(folder.input.is_none());
    }
}

#[test]
fn files_that_miss_or_mean_nothing_are_told() {
    let mut files = city();
    files.remove("participants.csv");
    files.insert("notes.txt".to_owned(), Vec::new());
    let folder = read_folder(&files);
    assert_eq!(found(&folder), ["notes.txt . . W402", "participants.csv . . E401"]);
}

const GROUPS: &str = "year;group;name_nl;name_en;main_group;with_support;counts;expected;lower;upper;realised\n\
    2026;hf;HF;HF;with-support;ja;ja;40;12;30;4\n2026;opvang;Opvang;Shelter;with-support;ja;ja;60;20;50;9\n";

fn limited(name: &str, text: &str) -> Folder {
    let mut files = city();
    let mut put = |name: &str, text: &str| files.insert(name.to_owned(), text.into());
    put("group-quotas.csv", GROUPS);
    put("group-parts.csv", "group;part_of\nhf;opvang\n");
    put("loads.csv", "reference;load\nP1;3\n");
    put("load-ceilings.csv", "area;complex;upper;carried\nB1;;9;4\n;C1;3;\n");
    put("association-targets.csv", "association;name;lower;upper;realised\nA;Duinrand;2;8;1\n");
    put("together.csv", "one;other;within\nP1;P2;neighbourhood\n");
    if !name.is_empty() {
        put(name, text);
    }
    read_folder(&files)
}

#[test]
fn limits_beside_the_ceilings_come_from_files_of_their_own() {
    let folder = limited("", "");
    assert_eq!(found(&folder), [""; 0]);
    let input = folder.input.unwrap();
    let loads: Vec<_> = input.candidates.iter().map(|it| it.load).collect();
    assert_eq!(loads, [Answer::Known(SupportLoad::Heavy), Answer::Unknown]);
    let ceilings: Vec<_> = input.nodes.iter().filter_map(|it| it.load).collect();
    let expected = [LoadCeiling { upper: 9, carried: 4 }, LoadCeiling { upper: 3, carried: 0 }];
    assert_eq!(ceilings, expected);
    let target = &input.associations[0];
    assert_eq!((target.name.as_str(), target.agreed.upper), ("Duinrand", Some(8)));
    let groups: Vec<_> = input
        .groups
        .iter()
        .map(|it| (it.code.as_str(), it.parent.as_ref().map(sleutel_domain::GroupCode::as_str)))
        .collect();
    // A main group comes before its parts, whatever the order of the file.
    assert_eq!(groups, [("opvang", None), ("hf", Some("opvang"))]);
    assert_eq!(input.together[0].within, AreaLevel::Neighbourhood);
    assert_eq!(input.errors(), []);
}

#[test]
fn a_main_group_holds_for_the_groups_that_name_it_and_count() {
    let groups =
        GROUPS.replace("Opvang;Shelter;with-support;ja;ja", "Opvang;Shelter;with-support;ja;nee");
    let mut files = city();
    files.insert("group-quotas.csv".to_owned(), groups.into());
    let main = "year;main_group;lower;upper\n2026;with-support;15;40\n2025;with-support;1;2\n\
                2026;status-holders;1;2\n";
    files.insert("main-groups.csv".to_owned(), main.into());
    let folder = read_folder(&files);
    assert_eq!(found(&folder), [""; 0]);
    let input = folder.input.unwrap();
    let told: Vec<_> = input
        .groups
        .iter()
        .map(|it| (it.code.as_str(), it.parent.as_ref().map(ToString::to_string)))
        .collect();
    let main = "main:with-support";
    assert_eq!(told, [("opvang", None), (main, None), ("hf", Some(main.to_owned()))]);
    let share = &input.groups[1];
    assert_eq!((share.expected, share.agreed.lower, share.agreed.upper), (40, 15, Some(40)));
    assert_eq!(share.agreed.realised, 4, "what is realised in its parts");
    assert_eq!(input.errors(), []);
}

#[test]
fn a_group_that_is_part_of_another_lies_in_a_main_group_through_it() {
    let main = "year;main_group;lower;upper\n2026;with-support;15;40\n";
    let folder = limited("main-groups.csv", main);
    let input = folder.input.unwrap();
    let codes: Vec<_> = input.groups.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["main:with-support", "opvang", "hf"]);
    assert_eq!(input.group_path(2).collect::<Vec<_>>(), [2, 1, 0]);
    assert_eq!(input.groups[0].agreed.realised, 9, "of a group with parts, theirs are in it");
}

#[test]
fn targets_of_the_year_of_the_round_count_and_those_without_a_year() {
    let targets = "year;association;upper\n2026;A;8\n2025;A;9\n2025;B;1\n;C;3\n";
    let input = limited("association-targets.csv", targets).input.unwrap();
    let told: Vec<_> =
        input.associations.iter().map(|it| (it.name.as_str(), it.agreed.upper)).collect();
    assert_eq!(told, [("A", Some(8)), ("C", Some(3))]);
}

#[test]
fn loads_of_the_folder_go_before_those_of_the_people() {
    let mut files = city();
    let people = String::from_utf8(files["participants.csv"].clone()).unwrap();
    let mut lines = people.lines();
    let head = format!("{};support_load\n", lines.next().unwrap());
    let rows: String = lines.map(|it| format!("{it};2\n")).collect();
    files.insert("participants.csv".to_owned(), format!("{head}{rows}").into());
    let loads = |files: &BTreeMap<String, Vec<u8>>| -> Vec<_> {
        let input = read_folder(files).input.unwrap();
        input.candidates.iter().map(|it| it.load).collect()
    };
    assert_eq!(loads(&files), [Answer::Known(SupportLoad::Medium); 2]);
    files.insert("loads.csv".to_owned(), "reference;load\nP1;3\n".into());
    let told = [Answer::Known(SupportLoad::Heavy), Answer::Known(SupportLoad::Medium)];
    assert_eq!(loads(&files), told);
}

#[test]
fn a_limit_about_something_that_is_not_there_is_told() {
    let files = [
        ("loads.csv", "reference;load\nP1;4\n", "loads.csv 2 load E209"),
        ("load-ceilings.csv", "area;upper\nB9;9\n", "load-ceilings.csv 2 area E221"),
        ("group-parts.csv", "group;part_of\nhf;nix\n", "group-parts.csv 2 part_of E221"),
        ("together.csv", "one;other;within\nP1;P3;complex\n", "together.csv 2 other E409"),
    ];
    for (name, text, expected) in files {
        assert_eq!(found(&limited(name, text)), [expected]);
    }
    let circle = "group;part_of\nhf;opvang\nopvang;hf\n";
    let found = found(&limited("group-parts.csv", circle));
    assert!(found.iter().all(|it| it.ends_with("part_of E407")) && !found.is_empty());
}

const ROUND_AHEAD: &str = "date = 2026-06-01\nseed = 7\nahead = 5\n";

/// The round of the city looking ahead, with other vacancies.
fn ahead(vacancies: &str, expected: Option<&str>) -> Ahead {
    let mut files = city();
    let mut put = |name: &str, text: &str| files.insert(name.to_owned(), text.into());
    put("round.toml", ROUND_AHEAD);
    let head = "code;dwelling;available_from;year;status\n";
    put("vacancies.csv", &format!("{head}V1;D1;2026-06-01;2026;open\n{vacancies}"));
    put("fixings.csv", "reference;vacancy;kind\n");
    if let Some(rows) = expected {
        put("expected-homes.csv", &format!("dwelling;homes\n{rows}"));
    }
    let folder = read_folder(&files);
    let found = found(&folder);
    folder.input.and_then(|it| it.ahead).unwrap_or_else(|| panic!("{found:?}"))
}

fn expected(ahead: &Ahead) -> Vec<(usize, u32)> {
    ahead.homes.iter().map(|it| (it.node, it.thousandths)).collect()
}

#[test]
fn a_round_looks_ahead_only_when_asked_to() {
    assert_eq!(sound().ahead, None);
    let folder = with("round.toml", "date = 2026-06-01\nseed = 7\nahead = 21\n");
    assert_eq!(found(&folder), ["round.toml . ahead E209"]);
}

#[test]
fn homes_that_came_free_before_are_expected_again() {
    let rows = "V7;D2;2024-06-03;2024;decided\nV8;D1;2025-09-01;2025;decided\n\
                V9;D2;2025-09-01;2025;withdrawn\n";
    let ahead = ahead(rows, None);
    assert_eq!((ahead.futures, ahead.weeks), (5, 26));
    // Three homes in two years, two of them the same: a quarter of each in half a year.
    assert_eq!(expected(&ahead), [(2, 250), (4, 500)]);
}

#[test]
fn without_a_past_the_plan_of_the_year_is_expected_of_all_dwellings() {
    let ahead = ahead("", None);
    let all: u32 = expected(&ahead).iter().map(|it| it.1).sum();
    assert!(all > 0, "{ahead:?}");
}

#[test]
fn homes_somebody_wrote_down_are_expected_instead() {
    assert_eq!(expected(&ahead("V7;D2;2024-06-03;2024;decided\n", Some("D2;12\n"))), [(2, 12_000)]);
    let folder = with("expected-homes.csv", "dwelling;homes\nD8;1\n");
    assert_eq!(found(&folder), ["expected-homes.csv 2 dwelling E221"]);
}
