use sleutel_domain::homes::AreaLevel;
use sleutel_exchange::{
    Kind, Note, Records,
    records::{AreaRecord, Located},
};

use crate::{codes, read};

const SQUARE: &str = "[[[4.0,52.0],[4.1,52.0],[4.1,52.1],[4.0,52.0]]]";

fn feature(properties: &str, kind: &str, coordinates: &str) -> String {
    format!(
        "{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}"
    )
}

fn areas(features: &[String], expected: &[&str]) -> (Vec<Located<AreaRecord>>, Vec<Note>) {
    let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(","));
    let result = read(Kind::Areas, text);
    assert_eq!(codes(&result), expected);
    let Records::Areas(rows) = result.records else { panic!("other records") };
    (rows, result.notes)
}

fn tree(areas: &[Located<AreaRecord>]) -> Vec<(&str, AreaLevel, Option<&str>)> {
    let rows = areas.iter().map(|it| &it.record);
    rows.map(|it| (it.code.as_str(), it.level, it.parent.as_ref().map(|code| code.as_str())))
        .collect()
}

#[test]
fn a_neighbourhood_of_amsterdam_names_every_larger_part() {
    let full = "\"buurtcode\":\"BU1\",\"code\":\"1\",\"naam\":\"Noord\",\"wijkcode\":\"WK1\",\"wijknaam\":\"Wijk\",\"gebied_id\":\"036\",\"gebiednaam\":\"Gebied\",\"stadsdeelcode\":\"A\",\"stadsdeelnaam\":\"Centrum\",\"gemeentecode\":\"GM1\",\"gemeentenaam\":\"Stad\"";
    let harbour = "\"buurtcode\":\"BU2\",\"naam\":\"Haven\",\"wijkcode\":\"WK2\",\"wijknaam\":\"Haven\",\"gebied_id\":null,\"gebiednaam\":null,\"stadsdeelcode\":\"B\",\"stadsdeelnaam\":\"Westpoort\",\"gemeentecode\":\"GM1\",\"gemeentenaam\":\"Stad\"";
    let (areas, notes) =
        areas(&[feature(full, "Polygon", SQUARE), feature(harbour, "Polygon", SQUARE)], &[]);
    use AreaLevel::{Area, District, Municipality, Neighbourhood, Quarter};
    let expected = [
        ("GM1", Municipality, None),
        ("SD-A", District, Some("GM1")),
        ("SD-B", District, Some("GM1")),
        ("036", Area, Some("SD-A")),
        ("WK1", Quarter, Some("036")),
        ("WK2", Quarter, Some("SD-B")),
        ("BU1", Neighbourhood, Some("WK1")),
        ("BU2", Neighbourhood, Some("WK2")),
    ];
    assert_eq!(tree(&areas), expected);
    assert_eq!(notes, [Note::PartsNamed(6)]);
    assert!(areas[0].record.geometry.0.is_empty());
    assert_eq!(areas[6].record.geometry.0[0][0].len(), 4);
}

#[test]
fn a_quarter_in_two_areas_hangs_under_what_both_lie_in() {
    let in_area = |buurt: &str, area: &str| {
        feature(
            &format!(
                "\"buurtcode\":\"{buurt}\",\"naam\":\"x\",\"wijkcode\":\"WK1\",\"wijknaam\":\"w\",\"gebied_id\":\"{area}\",\"gebiednaam\":\"{area}\",\"stadsdeelcode\":\"N\",\"stadsdeelnaam\":\"Noord\""
            ),
            "Polygon",
            SQUARE,
        )
    };
    let (areas, _) = areas(
        &[in_area("BU1", "G1"), in_area("BU2", "G2"), in_area("BU3", "G1")],
        &["2 parent W311"],
    );
    let quarter = areas.iter().find(|it| it.record.code.as_str() == "WK1").unwrap();
    assert_eq!(quarter.record.parent.as_ref().unwrap().as_str(), "SD-N");
}

#[test]
fn a_code_of_statistics_netherlands_tells_level_and_parent() {
    let one = |code: &str| {
        feature(
            &format!("\"statcode\":\"{code}\",\"statnaam\":\"n\""),
            "MultiPolygon",
            &format!("[{SQUARE}]"),
        )
    };
    let (areas, _) = areas(&[one("GM0363"), one("WK036301"), one("BU03630102")], &[]);
    use AreaLevel::{Municipality, Neighbourhood, Quarter};
    let expected = [
        ("GM0363", Municipality, None),
        ("WK036301", Quarter, Some("GM0363")),
        ("BU03630102", Neighbourhood, Some("WK036301")),
    ];
    assert_eq!(tree(&areas), expected);
}

#[test]
fn our_own_form_may_list_a_part_without_drawing_it() {
    let city = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"code\":\"G\",\"name\":\"Stad\",\"level\":\"municipality\",\"parent\":null}}".to_owned();
    let part = feature(
        "\"code\":\"B\",\"name\":\"Buurt\",\"level\":\"neighbourhood\",\"parent\":\"G\"",
        "Polygon",
        SQUARE,
    );
    let (areas, _) = areas(&[city, part], &[]);
    assert_eq!(areas.len(), 2);
}

#[test]
fn shapes_that_are_wrong_are_told_one_by_one() {
    let own = "\"statcode\":\"GM0001\",\"statnaam\":\"n\"";
    let rows = [
        (
            "Polygon",
            "[[[121687.3,487484.1],[121688.0,487484.1],[121688.0,487485.0],[121687.3,487484.1]]]",
            "1 geometry E303",
        ),
        ("Polygon", "[[[4.0,52.0],[4.1,52.0],[4.1,52.1],[4.0,52.2]]]", "1 geometry E304"),
        ("Polygon", "[[[4.0,52.0],[4.1,52.0],[4.0,52.0]]]", "1 geometry E305"),
        ("Polygon", "[]", "1 geometry E306"),
        ("Point", "[4.0,52.0]", "1 geometry E307"),
        ("Polygon", "[[4.0,52.0]]", "1 geometry E307"),
    ];
    for (kind, coordinates, expected) in rows {
        areas(&[feature(own, kind, coordinates)], &[expected]);
    }
}

#[test]
fn a_feature_without_a_known_code_and_a_code_twice_are_told() {
    areas(&[feature("\"id\":\"1\"", "Polygon", SQUARE)], &["1 . E308"]);
    let twice = feature("\"statcode\":\"GM0001\",\"statnaam\":\"n\"", "Polygon", SQUARE);
    areas(&[twice.clone(), twice], &["2 code E220"]);
    areas(
        &[feature("\"statcode\":\"GM0001\",\"statnaam\":\"\"", "Polygon", SQUARE)],
        &["1 name W310"],
    );
    let up = feature(
        "\"code\":\"A\",\"name\":\"a\",\"level\":\"quarter\",\"parent\":\"B\"",
        "Polygon",
        SQUARE,
    );
    let down =
        feature("\"code\":\"B\",\"name\":\"b\",\"level\":\"neighbourhood\"", "Polygon", SQUARE);
    areas(&[up, down], &["1 parent E309"]);
}

#[test]
fn what_is_not_a_map_file_is_told_with_its_line() {
    assert_eq!(codes(&read(Kind::Areas, "{\n\"features\": [")), [". . E301"]);
    assert_eq!(codes(&read(Kind::Areas, "{\"type\":\"Feature\"}")), [". . E302"]);
    assert_eq!(codes(&read(Kind::Areas, "[1,2]")), [". . E302"]);
}
