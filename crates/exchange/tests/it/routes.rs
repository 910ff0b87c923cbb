//! Routes read from files, written back, and walked from the first step to every end.

use std::collections::BTreeSet;

use proptest::prelude::*;
use sleutel_domain::{
    StepCode,
    access::Party,
    routes::{
        Conflict, DecisionKind, EndReason, Fact, LeaseKind, Need, Next, Outcome, Route, StepKind,
    },
};
use sleutel_exchange::{
    Finding,
    routes::{SHIPPED, read, read_set, shipped, to_toml},
};

fn told(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|it| {
            let (row, position) = (it.row.unwrap_or(0), it.position.unwrap_or(0));
            format!("{row}:{position} {} {}", it.column.as_deref().unwrap_or("-"), it.what.code())
        })
        .collect()
}

fn text(name: &str) -> &'static str {
    SHIPPED.into_iter().find(|(file, _)| file.starts_with(name)).unwrap().1
}

fn route(name: &str) -> Route {
    read(name, text(name).as_bytes()).route.unwrap()
}

#[test]
fn the_routes_that_come_with_the_product_have_no_finding() {
    for (file, text) in SHIPPED {
        let read = read(file, text.as_bytes());
        assert_eq!(told(&read.findings), [""; 0], "{file}");
        assert_eq!(format!("{}.toml", read.route.unwrap().code), file);
    }
    assert_eq!(shipped().all().len(), SHIPPED.len());
}

#[test]
fn a_route_that_is_written_reads_back_as_the_same() {
    for (file, text) in SHIPPED {
        let route = read(file, text.as_bytes()).route.unwrap();
        let written = to_toml(&route);
        let again = read(file, written.as_bytes());
        assert_eq!(told(&again.findings), [""; 0], "{written}");
        assert_eq!(again.route.as_ref(), Some(&route), "{file}");
        assert_eq!(to_toml(&again.route.unwrap()), written, "{file}");
    }
}

/// The words in backticks in the first column of the tables of the page that have this head.
fn listed(head: &str) -> BTreeSet<String> {
    let page = crate::documents::file("docs/formats/route.md");
    let lines: Vec<_> = page.lines().collect();
    let mut words = BTreeSet::new();
    for (at, line) in lines.iter().enumerate() {
        let is_head = lines.get(at + 1).is_some_and(|it| it.starts_with("|---"));
        if is_head && line.starts_with(&format!("| {head} |")) {
            let rows = lines.iter().skip(at + 2).take_while(|it| it.starts_with('|'));
            words.extend(rows.filter_map(|row| row.split('`').nth(1)).map(str::to_owned));
        }
    }
    words
}

#[test]
fn the_page_on_the_format_lists_the_words_the_code_reads() {
    let set = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(listed("`kind`"), set(StepKind::CODES.to_vec()));
    assert_eq!(listed("fact"), set(Fact::ALL.iter().map(|it| it.code()).collect()));
    assert_eq!(listed("`conflict`"), set(Conflict::ALL.iter().map(|it| it.code()).collect()));
    let page = crate::documents::file("docs/formats/route.md");
    let named = |word: &str| assert!(page.contains(&format!("`{word}`")), "{word}");
    Outcome::ALL.iter().for_each(|it| named(it.code()));
    EndReason::ALL.iter().for_each(|it| named(it.code()));
    LeaseKind::ALL.iter().for_each(|it| named(it.code()));
    DecisionKind::ALL.iter().for_each(|it| named(it.code()));
    Party::ALL.iter().for_each(|it| named(it.code()));
    for conflict in Conflict::ALL {
        let row = page.lines().find(|it| it.starts_with(&format!("| `{}`", conflict.code())));
        let principle = format!("`{}` |", conflict.principle().code());
        assert!(row.is_some_and(|it| it.ends_with(&principle)), "{conflict:?}");
    }
}

#[test]
fn the_page_on_the_format_lists_the_keys_that_are_written() {
    let keys = listed("key");
    for (file, text) in SHIPPED {
        let written = to_toml(&read(file, text.as_bytes()).route.unwrap());
        for line in written.lines().filter(|it| it.contains(" = ")) {
            let key = line.split([' ', '.']).next().unwrap();
            let of_table = ["rule", "most", "then", "test", "after", "text", "with_children"];
            let of_list = ["conflict", "reason", "first", "every"];
            let inner = of_table.contains(&key) || of_list.contains(&key);
            assert!(inner || keys.contains(key), "{file}: {line}");
        }
    }
}

/// Goes along every way without doing a step twice, and holds each step to what it needs.
/// Gives the steps of the longest way to each end.
fn walk(route: &Route) -> Vec<(EndReason, Vec<StepCode>)> {
    fn on(
        route: &Route,
        code: &StepCode,
        way: &mut Vec<StepCode>,
        there: &BTreeSet<Need>,
        found: &mut Vec<(EndReason, Vec<StepCode>)>,
    ) {
        let step = route.step(code).unwrap();
        for need in &step.needs {
            let of_file = matches!(need, Need::Fact(fact) if !fact.is_of_a_step());
            assert!(of_file || there.contains(need), "{code} needs {need:?} after {way:?}");
        }
        way.push(code.clone());
        for (outcome, next) in route.ways(step) {
            let mut there = there.clone();
            there.insert(Need::Step(code.clone()));
            there.extend(step.kind.gives(outcome).map(Need::Fact));
            match next {
                Next::End(reason) => found.push((reason, way.clone())),
                Next::Step(next) if way.contains(&next) => {}
                Next::Step(next) => on(route, &next, way, &there, found),
            }
        }
        way.pop();
    }
    let mut found = Vec::new();
    on(route, &route.start, &mut Vec::new(), &BTreeSet::new(), &mut found);
    found
}

#[track_caller]
fn check_ends(name: &str, expected: &[(EndReason, &str)]) {
    let ends: Vec<_> = walk(&route(name))
        .into_iter()
        .map(|(reason, way)| {
            let way: Vec<_> = way.iter().map(StepCode::as_str).collect();
            (reason, way.join(" "))
        })
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(reason, way)| (*reason, (*way).to_owned())).collect();
    assert_eq!(ends, expected);
}

#[test]
fn omslag_amsterdam_is_walked_from_the_research_to_each_of_its_ends() {
    let moved = "research application urgency intake match viewing offer lease support keys meeting evaluation";
    check_ends(
        "omslag",
        &[
            (
                EndReason::Completed,
                &format!("{moved} aftercare nomination test definitive conversion closing"),
            ),
            (EndReason::StayEnded, moved),
            (EndReason::OfferDeclined, "research application urgency intake match viewing offer"),
            (EndReason::Refused, "research application urgency"),
            (EndReason::Elsewhere, "research"),
            (EndReason::OtherRoute, "research"),
        ],
    );
}

#[test]
fn the_compact_triangle_is_walked_from_the_first_conversation_to_each_of_its_ends() {
    let moved = "conversation triangle match viewing offer lease support keys evaluation";
    check_ends(
        "driehoek",
        &[
            (EndReason::Completed, &format!("{moved} test conversion")),
            (EndReason::OtherRoute, &format!("{moved} other-solution")),
            (EndReason::OtherRoute, "conversation triangle"),
            (EndReason::Elsewhere, "conversation"),
            (EndReason::OtherRoute, "conversation"),
        ],
    );
}

#[test]
fn housing_first_is_walked_from_the_first_conversation_to_each_of_its_ends() {
    check_ends(
        "housing-first",
        &[
            (
                EndReason::Completed,
                "conversation wishes match viewing offer lease support keys evaluation",
            ),
            (EndReason::Elsewhere, "conversation"),
            (EndReason::OtherRoute, "conversation"),
        ],
    );
}

#[test]
fn housing_first_asks_nothing_that_stands_at_odds_with_its_principles() {
    assert_eq!(route("housing-first").conflicts(), []);
    assert_eq!(route("omslag").conflicts().len(), 3);
    assert_eq!(route("driehoek").conflicts().len(), 2);
}

/// A route that comes with the product, what is changed in it, and what is then found.
type Spoilt<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

/// Changes places of a shipped route and tells what is found: line, character, keys, code.
#[track_caller]
fn check(rows: &[Spoilt<'_>]) {
    let mut wrong = Vec::new();
    for (name, changes, expected) in rows {
        let mut spoilt = text(name).to_owned();
        for (from, to) in *changes {
            assert!(spoilt.contains(from), "{from}");
            spoilt = spoilt.replacen(from, to, 1);
        }
        let found = read("route.toml", spoilt.as_bytes());
        assert!(found.route.is_none(), "{changes:?}");
        let told = told(&found.findings);
        if told != *expected {
            wrong.push(format!("{changes:?}\n    {told:?}\n    {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_value_that_cannot_be_is_told_with_its_line_and_character() {
    check(&[
        ("omslag", &[("version = 1", "version = 0")], &["5:11 version E209"]),
        ("omslag", &[("version = 1", "version = 'one'")], &["5:11 version E601"]),
        ("omslag", &[("2020-06-01", "2020-06-31")], &["6:8 - E403", "6:8 from E205"]),
        ("omslag", &[("urgency = true\n", "")], &["1:1 urgency E404"]),
        ("omslag", &[("2020-06-01", "2020-06-01\nuntil = 2020-05-31")], &["7:9 until E213"]),
        ("omslag", &[("name.en = \"Omslag Amsterdam\"\n", "")], &["7:1 name.en E602"]),
        ("omslag", &[("8 weeks", "eight weeks")], &["111:19 steps.3.term.length E651"]),
        ("omslag", &[("kind = \"form\"", "kind = \"from\"")], &["92:8 steps.2.kind E211"]),
        (
            "omslag",
            &[("to.done = \"urgency\"", "to.doen = \"urgency\"")],
            &["99:4 steps.2.to.doen E211"],
        ),
        ("omslag", &[("may_pause", "may_pauze")], &["16:1 may_pauze E405"]),
        (
            "omslag",
            &[("code = \"social\"", "code = \"day-activity\"")],
            &["30:8 conversion.criteria.2.code E220"],
        ),
        (
            "omslag",
            &[("\"research\"]\nneeds_facts", "\"re search\"]\nneeds_facts")],
            &["96:16 steps.2.needs_steps E202"],
        ),
    ]);
}

#[test]
fn what_is_wrong_with_the_road_is_told_at_its_place() {
    check(&[
        ("omslag", &[("start = \"research\"", "start = \"reserch\"")], &["14:9 start E652"]),
        (
            "omslag",
            &[("to.done = \"urgency\"", "to.done = \"urgancy\"")],
            &["99:4 steps.2.to.done E652"],
        ),
        (
            "omslag",
            &[("code = \"intake\"", "code = \"research\"")],
            &[
                "116:4 steps.3.to.granted-under-conditions E652",
                "122:8 steps.4.code E653",
                "130:16 steps.4.needs_facts E660",
            ],
        ),
        (
            "omslag",
            &[("to.done = \"urgency\"", "to.done = \"urgency\"\nend.done = \"refused\"")],
            &["100:5 steps.2.end.done E654"],
        ),
        (
            "driehoek",
            &[("to.done = \"viewing\"", "to.done = \"offer\"")],
            &["98:8 steps.4.code E655", "118:12 steps.5.back_to E662"],
        ),
        (
            "driehoek",
            &[("end.done = \"other-route\"", "to.done = \"other-solution\"")],
            &["185:1 steps.10 E656"],
        ),
        (
            "housing-first",
            &[("end.ended = \"completed\"", "end.ended = \"stay-ended\"")],
            &["28:1 steps E657"],
        ),
        (
            "housing-first",
            &[("to.done = \"match\"", "to.done = \"match\"\nto.granted = \"match\"")],
            &["53:4 steps.2.to.granted E658"],
        ),
        ("housing-first", &[("to.expired = \"match\"\n", "")], &["89:1 steps.5 E659"]),
        (
            "housing-first",
            &[("[\"household-known\"]", "[\"household-known\", \"moved-in\"]")],
            &["64:35 steps.3.needs_facts E660"],
        ),
        (
            "omslag",
            &[("end.other-route = \"other-route\"", "to.other-route = \"urgency\"")],
            &["114:16 steps.3.needs_steps E661"],
        ),
        (
            "housing-first",
            &[("back_to = [\"wishes\", \"viewing\"]", "back_to = [\"wishes\", \"keys\"]")],
            &["88:22 steps.5.back_to E662"],
        ),
        (
            "omslag",
            &[(
                "owner = \"municipality\"\ninvolved = [\"provider\", \"participant\"]",
                "owner = \"provider\"\ninvolved = [\"participant\"]",
            )],
            &["109:9 steps.3.owner E663"],
        ),
        (
            "housing-first",
            &[("involved = [\"participant\"]", "involved = [\"participant\", \"provider\"]")],
            &["36:28 steps.1.involved E665"],
        ),
        (
            "omslag",
            &[("to.done = \"application\"", "to.done = \"match\"")],
            &[
                "87:8 steps.2.code E655",
                "102:8 steps.3.code E655",
                "122:8 steps.4.code E655",
                "141:8 steps.5.kind E666",
                "144:8 steps.5.term E660",
                "146:16 steps.5.needs_facts E660",
                "155:8 steps.6.kind E666",
                "166:8 steps.7.kind E666",
            ],
        ),
        (
            "driehoek",
            &[("urgency = false", "urgency = true")],
            &[
                "13:11 urgency E667",
                "91:8 steps.3.kind E666",
                "103:8 steps.4.kind E666",
                "114:8 steps.5.kind E666",
            ],
        ),
        (
            "omslag",
            &[("to.ready = \"aftercare\"", "to.ready = \"conversion\"")],
            &[
                "246:8 steps.13.code E655",
                "260:8 steps.14.code E655",
                "274:8 steps.15.code E655",
                "287:8 steps.16.code E655",
                "312:8 steps.17.kind E668",
                "312:8 steps.17.kind E669",
                "316:8 steps.17.term E660",
                "317:16 steps.17.needs_facts E660",
                "317:28 steps.17.needs_facts E660",
            ],
        ),
        (
            "omslag",
            &[("to.met = \"definitive\"", "to.met = \"conversion\"")],
            &[
                "287:8 steps.16.code E655",
                "312:8 steps.17.kind E669",
                "316:8 steps.17.term E660",
                "317:28 steps.17.needs_facts E660",
            ],
        ),
        (
            "housing-first",
            &[(
                "test = \"none\"",
                "test = \"after-time\"\nafter = \"12 months\"\ncriteria = [{ code = \"a\", text = { nl = \"a\", en = \"a\" } }]",
            )],
            &["1:1 explained E679", "21:1 conversion E670"],
        ),
        (
            "driehoek",
            &[("test = \"after-time\"\nafter = \"24 months\"", "test = \"none\"")],
            &[
                "26:14 conversion.criteria E405",
                "51:12 explained.2.conflict E680",
                "192:8 steps.11.kind E671",
                "206:8 steps.12.kind E671",
            ],
        ),
        (
            "omslag",
            &[(
                "owner = \"third-person\"\ninvolved = [\"provider\", \"participant\"]",
                "owner = \"provider\"",
            )],
            &["280:9 steps.15.owner E672"],
        ),
        (
            "housing-first",
            &[("to.accepted = \"lease\"", "to.accepted = \"support\"")],
            &[
                "94:8 steps.6.code E655",
                "124:8 steps.8.kind E673",
                "127:16 steps.8.needs_facts E660",
            ],
        ),
        (
            "omslag",
            &[("end.declined = \"offer-declined\"", "to.declined = \"match\"")],
            &["172:4 steps.7.to.declined E674"],
        ),
        (
            "housing-first",
            &[("to.declined = \"match\"", "end.declined = \"offer-declined\"")],
            &["90:5 steps.5.end.declined E675"],
        ),
        (
            "housing-first",
            &[("[evaluation]\nfirst = \"6 weeks\"\nevery = \"6 months\"\n", "")],
            &["133:8 steps.9.kind E676"],
        ),
        (
            "housing-first",
            &[
                ("kind = \"evaluation\"", "kind = \"task\""),
                ("to.continue = \"evaluation\"\nend.ended", "end.done"),
            ],
            &["24:1 evaluation E677"],
        ),
        (
            "housing-first",
            &[("may_withdraw = [\"participant\"]", "may_withdraw = [\"provider\"]")],
            &["15:17 may_withdraw E678"],
        ),
        (
            "omslag",
            &[("conflict = \"one-offer\"", "conflict = \"temporary-lease\"")],
            &["1:1 explained E679", "55:12 explained.1.conflict E680"],
        ),
    ]);
}

#[test]
fn versions_that_meet_and_versions_given_twice_are_told_with_the_other_file() {
    let first = text("omslag");
    let second = first.replacen("version = 1", "version = 2", 1);
    let set = |one: &str, other: &str| {
        let (set, findings) = read_set([("1.toml", one.as_bytes()), ("2.toml", other.as_bytes())]);
        (
            set.is_some(),
            findings.into_iter().map(|it| (it.file, it.what.code())).collect::<Vec<_>>(),
        )
    };
    assert_eq!(set(first, &second), (false, vec![("2.toml".to_owned(), "E682")]));
    assert_eq!(set(first, first), (false, vec![("2.toml".to_owned(), "E681")]));
    let ended = first.replacen("from = 2020-06-01", "from = 2020-06-01\nuntil = 2026-12-31", 1);
    let later = second.replacen("from = 2020-06-01", "from = 2027-01-01", 1);
    assert_eq!(set(&ended, &later), (true, vec![]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Bytes left out, doubled and changed, and lines moved: always findings, never an end
    /// of the program, and a place that is in the file.
    #[test]
    fn a_spoilt_file_is_told_about_and_ends_nothing(
        which in 0..SHIPPED.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..5_u8, any::<u8>()), 1..6),
    ) {
        let (file, text) = SHIPPED[which];
        let mut bytes = text.as_bytes().to_vec();
        for (at, how, byte) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => { bytes.remove(at); }
                1 => bytes[at] = byte,
                2 => bytes.insert(at, byte),
                3 => bytes.truncate(at.max(1)),
                _ => {
                    let mut lines: Vec<_> = bytes.split_inclusive(|it| *it == b'\n').collect();
                    let line = usize::from(byte) % lines.len();
                    let moved = lines.remove(line);
                    lines.insert(at % (lines.len() + 1), moved);
                    bytes = lines.concat();
                }
            }
        }
        let read = read(file, &bytes);
        let lines = bytes.iter().filter(|it| **it == b'\n').count() + 1;
        for finding in &read.findings {
            prop_assert!(finding.row.is_none_or(|row| usize::try_from(row).unwrap() <= lines));
        }
        if let Some(route) = read.route {
            prop_assert_eq!(route.check(), vec![]);
            let again = sleutel_exchange::routes::read("again.toml", to_toml(&route).as_bytes());
            prop_assert_eq!(again.route, Some(route));
        }
    }
}
