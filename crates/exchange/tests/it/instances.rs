//! Placement problems as files.

use std::{io::Write, path::Path};

use flate2::{Compression, write::GzEncoder};
use sleutel_exchange::instance::{
    self, Certificate, LoadResult, Quarters, Source, read_certificate, write_certificate,
};
use sleutel_exchange::{Finding, FindingKind};
use sleutel_matching::{Plan, Prices};

/// Three people, two homes in two streets of one part of the city.
const FACTS: &str = r#"{"format":"hfm-1","name":"tiny","seed":1,"sense":"maximise",
"counts":{"people":3,"dwellings":2,"nodes":3,"groups":2,"arcs":4},
"groups":{"name":["one","two"],"lower":[0,0],"upper":[2,1]},
"nodes":{"level":[0,5,5],"parent":[-1,0,0],"lower":[0,0,0],"upper":[2,1,1],"load_cap":[3,-1,-1]},
"people":{"group":[0,0,1],"load":[1,2,3],"household_size":[1,1,1],"municipality":[0,0,0],"bonus":[0,0,0]},
"dwellings":{"complex":[1,2],"corporation":[0,0],"rooms":[1,1],"accessible":[0,0],"rent_class":[1,1]}}"#;
const PAIRS: &str = "person,dwelling,weight\n0,0,10\n0,1,8\n1,0,9\n2,1,-7\n";

fn read(facts: impl AsRef<[u8]>, pairs: impl AsRef<[u8]>) -> LoadResult {
    let facts = Source { name: "tiny.json".to_owned(), bytes: facts.as_ref() };
    let pairs = Source { name: "tiny-arcs.csv".to_owned(), bytes: pairs.as_ref() };
    instance::read(facts, pairs)
}

fn packed(text: &str) -> Vec<u8> {
    let mut gz = GzEncoder::new(Vec::new(), Compression::default());
    gz.write_all(text.as_bytes()).unwrap();
    gz.finish().unwrap()
}

/// Each finding as `row column code`, a dot for what it does not have.
fn told(findings: &[Finding]) -> Vec<String> {
    let findings = findings.iter();
    findings
        .map(|it| {
            let row = it.row.map_or(".".to_owned(), |row| row.to_string());
            format!("{row} {} {}", it.column.as_deref().unwrap_or("."), it.what.code())
        })
        .collect()
}

#[track_caller]
fn refused(facts: &str, pairs: &str, expected: &[&str]) {
    let result = read(facts, pairs);
    assert_eq!(told(&result.findings), expected);
    assert!(result.loaded.is_none());
}

#[track_caller]
fn facts_with(from: &str, to: &str, expected: &[&str]) {
    assert!(FACTS.contains(from), "{from}");
    refused(&FACTS.replace(from, to), PAIRS, expected);
}

#[track_caller]
fn pairs_with(from: &str, to: &str, expected: &[&str]) {
    assert!(PAIRS.contains(from), "{from}");
    refused(FACTS, &PAIRS.replace(from, to), expected);
}

#[test]
fn a_sound_instance_is_read_packed_or_not() {
    let plain = read(FACTS, PAIRS);
    assert_eq!(told(&plain.findings), [""; 0]);
    let loaded = plain.loaded.unwrap();
    assert_eq!(loaded.facts.name, "tiny");
    assert_eq!(loaded.facts.group_names, ["one", "two"]);
    assert_eq!(loaded.instance.starts(), [0, 2, 3, 4]);
    assert_eq!(loaded.instance.weight(2, 1), Some(-7));
    assert_eq!(loaded.instance.nodes()[0].load_cap, Some(3));
    assert_eq!(loaded.instance.nodes()[1].load_cap, None);
    assert_eq!(read(packed(FACTS), packed(PAIRS)).loaded.unwrap(), loaded);
    let other_line_ends = PAIRS.replace('\n', "\r\n");
    assert_eq!(read(FACTS, other_line_ends.trim_end()).loaded.unwrap(), loaded);
}

#[test]
fn pairs_in_any_order_are_the_same_instance() {
    let shuffled = "person,dwelling,weight\n2,1,-7\n0,1,8\n1,0,9\n\n0,0,10\n";
    let result = read(FACTS, shuffled);
    assert_eq!(told(&result.findings), [""; 0]);
    assert_eq!(result.loaded, read(FACTS, PAIRS).loaded);
}

#[test]
fn people_without_pairs_have_none() {
    let facts = FACTS.replace("\"arcs\":4", "\"arcs\":1");
    let loaded = read(&facts, "person,dwelling,weight\n1,1,5\n").loaded.unwrap();
    assert_eq!(loaded.instance.starts(), [0, 0, 1, 1]);
    let facts = FACTS.replace("\"arcs\":4", "\"arcs\":0");
    let loaded = read(&facts, "person,dwelling,weight").loaded.unwrap();
    assert_eq!(loaded.instance.starts(), [0; 4]);
}

#[test]
fn parts_of_the_city_may_stand_in_any_order() {
    let facts = FACTS.replace("\"parent\":[-1,0,0]", "\"parent\":[2,2,-1]");
    let facts = facts.replace("\"complex\":[1,2]", "\"complex\":[0,1]");
    let loaded = read(&facts, PAIRS).loaded.unwrap();
    assert_eq!(loaded.facts.order, [2, 0, 1]);
    let parents: Vec<_> = loaded.instance.nodes().iter().map(|it| it.parent).collect();
    assert_eq!(parents, [None, Some(0), Some(0)]);
    assert_eq!(loaded.instance.homes(), [1, 2]);
    // The certificate speaks of the parts as the file has them.
    let prices = Prices {
        unit: 2,
        home: vec![0; 2],
        node: vec![5, -3, 0],
        group: vec![0, -1],
        load: Vec::new(),
    };
    let plan = Plan { home_of: vec![Some(0), None, None] };
    let certificate = Certificate::new(&loaded.facts, &plan, &prices, false);
    assert_eq!(certificate.node_cap, [0, 0, 5]);
    assert_eq!(certificate.node_floor, [3, 0, 0]);
}

#[test]
fn parts_in_a_circle_are_told() {
    facts_with("[-1,0,0]", "[1,2,0]", &[". nodes.parent[1] E407"]);
    facts_with("[-1,0,0]", "[-1,1,0]", &[". nodes.parent[1] E407"]);
}

#[test]
fn what_is_not_json_is_told_with_its_place() {
    let cut = &FACTS[..200];
    let result = read(cut, PAIRS);
    let what = &result.findings[0].what;
    assert!(matches!(what, FindingKind::NotJsonText { line: 4, .. }), "{what:?}");
    refused("", PAIRS, &[". . E101"]);
    refused("[]", PAIRS, &[". . E510"]);
    refused(
        "{}",
        PAIRS,
        &[". counts E506", ". groups E506", ". nodes E506", ". people E506", ". dwellings E506"],
    );
    refused(&"[".repeat(100_000), PAIRS, &[". . E501"]);
}

#[test]
fn a_text_that_names_another_form_is_not_taken_for_ours() {
    facts_with("hfm-1", "hfm-2", &[". format E514"]);
    facts_with("maximise", "minimise", &[". sense E514"]);
    facts_with("\"tiny\"", "5", &[". name E511"]);
}

#[test]
fn fields_that_are_missing_twice_or_unknown_are_told_at_once() {
    let facts = FACTS.replace("\"lower\":[0,0],\"upper\":[2,1]", "\"lower\":[0,0],\"lower\":[0,0]");
    let facts = facts.replace("\"complex\"", "\"complx\"");
    let expected = [
        ". groups.lower E508",
        ". groups.upper E506",
        ". dwellings.complex E506",
        ". dwellings.complx W507",
    ];
    let result = read(facts, PAIRS);
    let mut found = told(&result.findings);
    found.sort_by_key(|it| expected.iter().position(|other| other == it));
    assert_eq!(found, expected);
}

#[test]
fn a_field_nobody_knows_is_a_warning() {
    let facts = FACTS.replace("\"seed\":1", "\"seed\":1,\"note\":null");
    let result = read(facts, PAIRS);
    assert_eq!(told(&result.findings), [". note W507"]);
    assert!(result.loaded.is_some());
}

#[test]
fn lists_have_a_whole_number_for_each() {
    facts_with("\"load\":[1,2,3]", "\"load\":[1,2]", &[". people.load E512"]);
    facts_with("\"name\":[\"one\",\"two\"]", "\"name\":[\"one\"]", &[". groups.name E512"]);
    facts_with("\"load\":[1,2,3]", "\"load\":[1,2.5,3]", &[". people.load[1] E208"]);
    facts_with("\"load\":[1,2,3]", "\"load\":[1,\"2\",3]", &[". people.load[1] E208"]);
    facts_with("\"load\":[1,2,3]", "\"load\":[null]", &[". people.load[0] E208"]);
    facts_with("\"load\":[1,2,3]", "\"load\":[\"a\"]", &[". people.load[0] E208"]);
    facts_with("\"load\":[1,2,3]", "\"load\":{}", &[". people.load E509"]);
    facts_with("\"load\":[1,2,3]", "\"load\":99999999999999999999", &[". people.load E509"]);
    facts_with("\"rooms\":[1,1]", "\"rooms\":[1,1,1]", &[". dwellings.rooms E512"]);
}

#[test]
fn numbers_outside_what_they_can_be_are_told_each_at_its_place() {
    facts_with(
        "\"load\":[1,2,3]",
        "\"load\":[-1,2,256]",
        &[". people.load[0] E209", ". people.load[2] E209"],
    );
    facts_with("\"group\":[0,0,1]", "\"group\":[0,0,2]", &[". people.group[2] E209"]);
    facts_with("\"complex\":[1,2]", "\"complex\":[1,3]", &[". dwellings.complex[1] E209"]);
    facts_with("[-1,0,0]", "[-2,0,3]", &[". nodes.parent[0] E209", ". nodes.parent[2] E209"]);
    facts_with(
        "[3,-1,-1]",
        "[-2,-1,4294967296]",
        &[". nodes.load_cap[0] E209", ". nodes.load_cap[2] E209"],
    );
    facts_with("\"people\":3", "\"people\":-3", &[". counts.people E209"]);
    facts_with("\"people\":3", "\"people\":67108865", &[". counts.people E209"]);
    facts_with("\"arcs\":4", "\"arcs\":4294967296", &[". counts.arcs E209"]);
}

#[test]
fn a_floor_above_its_ceiling_is_told() {
    facts_with(
        "\"lower\":[0,0,0]",
        "\"lower\":[3,0,2]",
        &[". nodes.lower[0] E217", ". nodes.lower[2] E217"],
    );
    facts_with("\"lower\":[0,0],", "\"lower\":[0,2],", &[". groups.lower[1] E217"]);
}

#[test]
fn a_pair_of_nobody_or_of_no_home_is_told_with_its_row() {
    pairs_with("1,0,9", "3,0,9", &["4 person E209"]);
    pairs_with("1,0,9", "1,2,9", &["4 dwelling E209"]);
    pairs_with("1,0,9", "-1,0,9", &["4 person E209"]);
    pairs_with("1,0,9", "99999999999,4294967296,9", &["4 person E209", "4 dwelling E209"]);
}

#[test]
fn a_weight_too_large_for_sure_sums_is_told_with_its_row() {
    pairs_with("1,0,9", "1,0,1073741825", &["4 weight E209"]);
    pairs_with("1,0,9", "1,0,-99999999999999999999", &["4 weight E209"]);
    pairs_with("1,0,9", "1,0,9.5", &["4 weight E208"]);
    let heaviest = PAIRS.replace("1,0,9", "1,0,-1073741824");
    assert_eq!(read(FACTS, heaviest).loaded.unwrap().instance.weight(1, 0), Some(-(1 << 30)));
}

#[test]
fn rows_that_are_not_three_numbers_are_told() {
    pairs_with("1,0,9", "1,0", &["4 . E109"]);
    pairs_with("1,0,9", "1,0,9,", &["4 . E109"]);
    pairs_with("1,0,9", "1,,9", &["4 dwelling E208"]);
    pairs_with("1,0,9", "one,0,+9", &["4 person E208", "4 weight E208"]);
    pairs_with("1,0,9", "1;0;9", &["4 . E109"]);
    pairs_with("1,0,9", "00000000001,0,9", &["4 person E208"]);
}

#[test]
fn the_first_row_names_the_columns() {
    pairs_with("person,dwelling", "person,home", &["1 . E106"]);
    pairs_with("person,dwelling", "dwelling,person", &["1 . E514"]);
    refused(FACTS, "0,0,10\n", &["1 . E106", "1 . E106", "1 . E106"]);
    refused(FACTS, "", &[". . E101"]);
}

#[test]
fn a_pair_that_is_there_twice_is_told_in_order_or_not() {
    pairs_with("1,0,9", "1,0,9\n1,0,9", &["5 dwelling E220", ". . E513"]);
    pairs_with("2,1,-7", "0,0,3", &["5 dwelling E220"]);
}

#[test]
fn more_or_fewer_pairs_than_there_should_be_are_told() {
    pairs_with("1,0,9\n", "", &[". . E513"]);
    pairs_with("1,0,9\n", "1,0,9\n1,1,9\n", &[". . E513"]);
}

#[test]
fn a_packed_file_that_stops_or_is_damaged_is_told() {
    let whole = packed(PAIRS);
    for length in [3, 12, whole.len() / 2, whole.len() - 1] {
        let result = read(FACTS, &whole[..length]);
        assert_eq!(told(&result.findings), [". . E502"], "{length} bytes");
    }
    let mut damaged = whole.clone();
    let at = damaged.len() - 6;
    damaged[at] ^= 0x55;
    assert_eq!(told(&read(FACTS, damaged).findings), [". . E503"]);
    assert_eq!(told(&read(&packed(FACTS)[..100], PAIRS).findings), [". . E502"]);
    assert_eq!(told(&read(FACTS, packed("")).findings), [". . E101"]);
}

#[test]
fn a_small_file_that_unpacks_without_end_is_not_followed() {
    let bomb = packed(&" ".repeat(65 << 20));
    assert!(bomb.len() < 100_000);
    assert_eq!(told(&read(bomb, PAIRS).findings), [". . E504"]);
    // One row without an end is no row.
    let bomb = packed(&format!("{PAIRS}{}", "1".repeat(1 << 20)));
    assert_eq!(told(&read(FACTS, bomb).findings), ["6 . E109"]);
}

#[test]
fn what_is_wrong_everywhere_is_told_a_hundred_times() {
    let pairs = format!("person,dwelling,weight\n{}", "x,0,0\n".repeat(1000));
    let found = told(&read(FACTS, pairs).findings);
    assert_eq!(found.len(), 101);
    assert_eq!(found[99..], ["101 person E208", ". . E515"]);
}

fn certificate() -> Certificate {
    Certificate {
        unit: 8,
        assignment: vec![Some(0), None, Some(1)],
        home: vec![1, 2],
        node_cap: vec![0, 3, 0],
        node_floor: vec![0, 0, 4],
        group_cap: vec![0, 0],
        group_floor: vec![5, 0],
        load: Some(vec![6, 0, 0]),
        quarters: Some(Quarters {
            unit: 4,
            nodes: vec![2],
            person: vec![7, 0, 1],
            node: vec![-3, 0, 0],
            group: vec![2, -2],
            load: vec![5, 0, 0],
        }),
    }
}

fn written(certificate: &Certificate) -> String {
    let mut bytes = Vec::new();
    write_certificate(&mut bytes, certificate).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn certificate_from(text: &str) -> (Option<Certificate>, Vec<String>) {
    let facts = read(FACTS, PAIRS).loaded.unwrap().facts;
    let source = Source { name: "tiny.cert.json".to_owned(), bytes: text.as_bytes() };
    let (certificate, findings) = read_certificate(source, &facts);
    (certificate, told(&findings))
}

#[test]
fn a_certificate_that_was_written_reads_as_the_same() {
    let net = Certificate { load: None, quarters: None, ..certificate() };
    assert_eq!(certificate_from(&written(&certificate())), (Some(certificate()), Vec::new()));
    assert_eq!(certificate_from(&written(&net)), (Some(net), Vec::new()));
}

#[test]
fn a_certificate_of_something_else_is_refused_with_every_finding() {
    let text = written(&certificate())
        .replace("1/8", "1/0")
        .replace("[1,2]", "[1,-2]")
        .replace("[0,-1,1]", "[0,-1,2]")
        .replace("[0,0,4]", "[0,4]");
    let (none, found) = certificate_from(&text);
    assert_eq!(none, None);
    assert_eq!(
        found,
        [
            ". price_unit E516",
            ". dwelling_price[1] E209",
            ". node_floor_price E512",
            ". assignment[2] E209",
        ]
    );
    assert_eq!(certificate_from("{").1, [". . E501"]);
    assert_eq!(certificate_from("").1, [". . E101"]);
}

/// The saved instances; each has the counts its description gives.
#[test]
fn the_saved_instances_and_certificates_read_without_a_finding() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = folder.join("placement-instances");
    for (name, people, homes, nodes, arcs) in [
        ("S", 200, 100, 84, 5_414),
        ("M", 4_000, 1_800, 1_472, 199_837),
        ("L", 20_000, 8_000, 6_527, 989_991),
    ] {
        let open = |end: &str| {
            let name = format!("hfm-{name}{end}");
            let bytes = std::fs::File::open(folder.join(&name)).ok()?;
            Some(Source { name, bytes })
        };
        let (Some(facts), Some(pairs)) = (open(".json.gz"), open("-arcs.csv.gz")) else {
            println!("left out: no instance {name} beside the workspace");
            continue;
        };
        let LoadResult { loaded, findings } = instance::read(facts, pairs);
        assert_eq!(told(&findings), [""; 0]);
        let loaded = loaded.unwrap();
        assert_eq!(loaded.facts.name, name);
        let it = &loaded.instance;
        assert_eq!((it.people().len(), it.homes().len()), (people, homes));
        assert_eq!((it.nodes().len(), it.arcs().len()), (nodes, arcs));
        for variant in ["net", "load"] {
            let source = open(&format!("-{variant}.cert.json.gz")).unwrap();
            let (certificate, findings) = read_certificate(source, &loaded.facts);
            assert_eq!(told(&findings), [""; 0]);
            let plan = Plan { home_of: certificate.unwrap().assignment };
            assert_eq!(it.faults(&plan, variant == "load"), []);
        }
    }
}
