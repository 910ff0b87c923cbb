use sleutel_domain::{
    Answer,
    participants::{PriorityGround, Readiness},
    placement::SupportLoad,
};
use sleutel_exchange::{FindingKind, Kind, Note, Records};

use crate::{codes, read};

const HEAD: &str = "reference;group;provider;given;family;born;waiting_since;readiness;ready_since;rent_most;pets\n";

fn people(rows: &str, expected: &[&str]) -> Vec<sleutel_exchange::records::ParticipantRecord> {
    let result = read(Kind::Participants, format!("{HEAD}{rows}"));
    assert_eq!(codes(&result), expected);
    let Records::Participants(rows) = result.records else { panic!("other records") };
    rows.into_iter().map(|it| it.record).collect()
}

#[test]
fn a_sound_row_becomes_a_record_and_nothing_else() {
    let rows =
        people("P-1;hf;care;Zoë;Öztürk;1-5-1990;2025-01-02;ready;2026-01-01;612,50;ja\n", &[]);
    assert_eq!(rows[0].family.as_str(), "Öztürk");
    assert_eq!(rows[0].readiness, Readiness::Ready { since: jiff::civil::date(2026, 1, 1) });
    assert_eq!(rows[0].limits.rent.map(|rent| rent.get()), Answer::Known(61_250));
    assert_eq!(rows[0].limits.pets, Answer::Known(true));
    assert_eq!(rows[0].limits.smokes, Answer::Unknown);
    assert_eq!(rows[0].ground, PriorityGround::None);
}

#[test]
fn an_empty_answer_is_unknown_and_not_no() {
    let rows = people("P-1;hf;care;Zoë;X;;2025-01-02;preparing;;;\n", &[]);
    assert_eq!(rows[0].limits.pets, Answer::Unknown);
    assert_eq!(rows[0].born, None);
}

#[test]
fn a_bad_row_tells_all_its_findings_and_yields_no_record() {
    let rows = people(
        "P 1;;care;Zoë;X;2030-01-01;yesterday;soon;;612,5O;maybe\n",
        &[
            "2 reference E202",
            "2 group E201",
            "2 born E206",
            "2 waiting_since E205",
            "2 readiness E211",
            "2 rent_most E212",
            "2 pets E210",
        ],
    );
    assert!(rows.is_empty());
}

#[test]
fn a_sound_row_after_a_bad_one_is_still_read() {
    let rows = people(
        "P-1;hf;care;;X;;2025-01-02;preparing;;;\nP-2;hf;care;Y;X;;2025-01-02;preparing;;;\n",
        &["2 given E201"],
    );
    assert_eq!(rows[0].reference.as_str(), "P-2");
}

#[test]
fn a_key_twice_names_the_row_that_had_it_first() {
    let result = read(Kind::Organisations, "code;name;kind\nA;x;provider\n\nA;y;provider\n");
    assert_eq!(codes(&result), ["4 code E220"]);
    assert_eq!(result.findings[0].what, FindingKind::Twice { key: "A".to_owned(), first: 2 });
    assert_eq!(result.records.len(), 1);
}

#[test]
fn columns_that_miss_are_unknown_or_doubled_are_told_once() {
    let result = read(Kind::Organisations, "code;nmae;code\nA;x;A\nB;y;B\n");
    assert_eq!(
        codes(&result),
        ["1 nmae W107", "1 code E108", "1 name E106", "1 kind E106"].map(str::to_owned).to_vec()
    );
    let nearest =
        FindingKind::UnknownColumn { name: "nmae".to_owned(), nearest: "name".to_owned() };
    assert_eq!(result.findings[0].what, nearest);
}

#[test]
fn comma_semicolon_and_tab_read_alike_with_any_line_end() {
    let plain = read(Kind::Organisations, "code;name;kind\nA;x y;provider\n");
    for (mark, end) in [(",", "\r\n"), ("\t", "\r"), (";", "\r\n")] {
        let text = format!("Code{mark}name{mark} KIND{end}A{mark}\"x y\"{mark}provider{end}");
        let result = read(Kind::Organisations, format!("\u{feff}{text}"));
        assert_eq!(result.records, plain.records, "{text:?}");
        assert!(result.notes.contains(&Note::ByteOrderMark));
        assert!(result.findings.is_empty());
    }
}

#[test]
fn damaged_letters_are_named_with_place_and_likely_text_and_left_as_they_are() {
    let result = read(
        Kind::Organisations,
        "code;name;kind\nA;Stichting CafÃ©;provider\nB;CafĆ©;provider\nC;Cafƫ;provider\n",
    );
    assert_eq!(codes(&result), ["2 name E104", "3 name E104", "4 name E104"]);
    let likely: Vec<_> = result
        .findings
        .iter()
        .map(|it| {
            let FindingKind::Damaged { likely, .. } = &it.what else { panic!("{it:?}") };
            likely.as_str()
        })
        .collect();
    assert_eq!(likely, ["Stichting Café", "Café", "Cafë"]);
    let Records::Organisations(rows) = &result.records else { panic!("other records") };
    assert_eq!(rows[0].record.name.as_str(), "Stichting CafÃ©");
    assert!(result.has_errors());
}

#[test]
fn a_windows_1252_file_is_an_error_with_a_proposal() {
    let result = read(Kind::Organisations, b"code;name;kind\nA;Caf\xE9;provider\n");
    assert_eq!(codes(&result), [". . E102"]);
    let Records::Organisations(rows) = &result.records else { panic!("other records") };
    assert_eq!(rows[0].record.name.as_str(), "Café");
}

#[test]
fn an_empty_file_says_so() {
    for kind in Kind::ALL {
        assert!(codes(&read(kind, "")).contains(&". . E101".to_owned()), "{kind:?}");
    }
}

#[test]
fn an_unclosed_quotation_mark_is_told_with_its_row() {
    let result = read(Kind::Organisations, "code;name;kind\nA;\"x;provider\nB;y;provider\n");
    assert_eq!(codes(&result), ["2 name E110"]);
}

#[test]
fn a_short_row_is_told_and_not_read() {
    let result = read(Kind::Complexes, "code;name;association;neighbourhood;street\nA;x;B;C\n");
    assert!(codes(&result).contains(&"2 . E109".to_owned()));
    assert!(result.records.is_empty());
}

#[test]
fn facts_of_readiness_must_go_with_the_word() {
    let head = "reference;group;provider;given;family;waiting_since;readiness;ready_since;paused_reason;placed_on;ground;term_ends\n";
    let rows = "P-1;g;p;A;B;2025-01-01;ready;;;;;\n\
                P-2;g;p;A;B;2025-01-01;paused;;;;;\n\
                P-3;g;p;A;B;2025-01-01;placed;;;;;\n\
                P-4;g;p;A;B;2025-01-01;preparing;2025-02-01;;;;\n\
                P-5;g;p;A;B;2025-01-01;preparing;;;;term-ends;\n\
                P-6;g;p;A;B;2025-01-01;preparing;;;;;2026-01-01\n";
    let result = read(Kind::Participants, format!("{head}{rows}"));
    let expected = [
        "2 ready_since E214",
        "3 paused_reason E214",
        "4 placed_on E214",
        "5 ready_since W215",
        "6 term_ends E214",
        "7 term_ends W215",
    ];
    assert_eq!(codes(&result), expected);
    assert_eq!(result.records.len(), 2);
}

#[test]
fn a_place_is_exactly_one() {
    let head = "reference;area;street;complex;direction;strength\n";
    let rows = "P-1;A;;;prefer;slight\nP-1;A;Kade;;avoid;must\nP-1;;;C;prefer;strong\n\
                P-1;;Kade;;prefer;slight\nP-1;A;;C;prefer;slight\nP-1;;;;prefer;slight\n";
    let result = read(Kind::Wishes, format!("{head}{rows}"));
    assert_eq!(codes(&result), ["5 area E216", "6 area E216", "7 area E216"]);
    assert_eq!(result.records.len(), 3);
}

#[test]
fn crossed_bounds_and_numbers_out_of_reach_are_told() {
    let result =
        read(Kind::Ceilings, "year;area;lower;upper\n2026;A;12;10\n2026;B;-1;2\n26;C;0;1\n");
    assert_eq!(codes(&result), ["2 lower E217", "3 lower E209", "4 year E209"]);
}

#[test]
fn support_load_is_one_two_three_or_not_known() {
    let head = "reference;group;provider;given;family;waiting_since;readiness;support_load\n";
    let row = |number: u32, load: &str| format!("P-{number};g;c;A;B;2025-01-01;preparing;{load}\n");
    let rows = [row(1, "3"), row(2, ""), row(3, "0"), row(4, "4"), row(5, "zwaar")].concat();
    let result = read(Kind::Participants, format!("{head}{rows}"));
    assert_eq!(
        codes(&result),
        ["4 support_load E209", "5 support_load E209", "6 support_load E208"]
    );
    let Records::Participants(rows) = &result.records else { panic!("other records") };
    let points: Vec<_> =
        rows.iter().map(|it| it.record.load.known().map(SupportLoad::points)).collect();
    assert_eq!(points, [Some(3), None]);
}

#[test]
fn a_load_ceiling_is_a_whole_number_or_none() {
    let result =
        read(Kind::Ceilings, "year;area;load_upper\n2026;A;9\n2026;B;\n2026;C;-1\n2026;D;veel\n");
    assert_eq!(codes(&result), ["4 load_upper E209", "5 load_upper E208"]);
    let Records::Ceilings(rows) = &result.records else { panic!("other records") };
    assert_eq!(rows.iter().map(|it| it.record.load).collect::<Vec<_>>(), [Some(9), None]);
}

#[test]
fn whatever_is_wrong_with_main_groups_targets_and_links_is_told_at_once() {
    let main = "year;main_group;lower;upper\n2026;with-support;9;8\n2026;hoog;0;1\n\
                2026;status-holders;1;\n2026;status-holders;2;\n";
    let result = read(Kind::MainGroups, main);
    assert_eq!(codes(&result), ["2 lower E217", "3 main_group E211", "5 main_group E220"]);
    let targets = "association;lower;upper;year\nA;5;4;2026\n;1;2;2026\nA;1;2;26\nA;1;2;\n";
    let result = read(Kind::AssociationTargets, targets);
    assert_eq!(codes(&result), ["2 lower E217", "3 association E201", "4 year E209"]);
    let links = "one;other;within\nP-1;P-1;complex\nP-1;P-2;straat\nP-1;P-2;complex\n\
                 P-2;P-1;quarter\n";
    let result = read(Kind::Together, links);
    assert_eq!(codes(&result), ["2 other E224", "3 within E211", "5 one E220"]);
    assert_eq!(result.records.len(), 1);
}

#[test]
fn the_year_of_targets_may_stand_in_the_name_of_the_file() {
    let name = "association-targets-2027.csv";
    let text = b"association;upper\nA;4\n";
    let result =
        sleutel_exchange::read(Kind::AssociationTargets, name, text, crate::TODAY, &mut |_| {});
    let Records::AssociationTargets(rows) = &result.records else { panic!("other records") };
    assert_eq!(rows[0].record.year, Some(2027));
}

#[test]
fn a_group_must_be_described_the_same_each_year() {
    let head = "year;group;name_nl;name_en;main_group;with_support;counts;expected\n";
    let rows = "2025;g;Een;One;with-support;ja;ja;10\n2026;g;Twee;One;with-support;ja;ja;10\n";
    let result = read(Kind::GroupQuotas, format!("{head}{rows}"));
    assert_eq!(codes(&result), ["3 group E222"]);
}

#[test]
fn a_group_may_be_described_otherwise_from_a_day_on_but_never_twice_on_one_day() {
    let head = "year;group;name_nl;name_en;main_group;with_support;counts;expected;valid_from;valid_until\n";
    let row = |year: i16, name: &str, from: &str, until: &str| {
        format!("{year};g;{name};{name};with-support;ja;ja;10;{from};{until}\n")
    };
    let check = |rows: [String; 2], expected: &[&str]| {
        let result = read(Kind::GroupQuotas, format!("{head}{}", rows.concat()));
        assert_eq!(codes(&result), expected);
    };
    check([row(2025, "Een", "", "2025-12-31"), row(2026, "Twee", "1-1-2026", "")], &[]);
    check([row(2025, "Een", "", ""), row(2026, "Twee", "1-1-2026", "")], &[]);
    check(
        [row(2025, "Een", "", "2026-01-01"), row(2026, "Twee", "1-1-2026", "")],
        &["3 valid_from E225"],
    );
    check([row(2025, "Een", "1-1-2020", ""), row(2026, "Twee", "1-1-2020", "")], &["3 group E222"]);
    check(
        [row(2025, "Een", "2-1-2020", "1-1-2020"), row(2026, "Twee", "1-1-2026", "soon")],
        &["2 valid_until E213", "3 valid_until E205"],
    );
}

#[test]
fn a_vacancy_counts_for_the_year_it_comes_free_unless_it_says_otherwise() {
    let result = read(
        Kind::Vacancies,
        "code;dwelling;available_from;year;status\nV1;D1;2026-12-20;;\nV2;D2;2026-12-20;2027;open\n",
    );
    let Records::Vacancies(rows) = &result.records else { panic!("other records") };
    assert_eq!(rows.iter().map(|it| it.record.year).collect::<Vec<_>>(), [2026, 2027]);
}

#[test]
fn progress_ends_at_the_end() {
    let mut text = "code;name;kind\n".to_owned();
    for number in 0..2_500 {
        text.push_str(&format!("A{number};x;provider\n"));
    }
    let mut seen = Vec::new();
    let mut progress = |it| seen.push(it);
    sleutel_exchange::read(
        Kind::Organisations,
        "x.csv",
        text.as_bytes(),
        crate::TODAY,
        &mut progress,
    );
    assert_eq!(
        seen.iter().map(|it: &sleutel_exchange::Progress| it.rows).collect::<Vec<_>>(),
        [1_000, 2_000, 2_500]
    );
    assert!(seen.is_sorted_by_key(|it| it.read));
    assert_eq!(seen.last().map(|it| it.read), Some(text.len()));
}
