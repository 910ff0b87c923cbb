//! What people call the rows of a city's own table, and what history says about them.

use sleutel_actions::what_if::history::{Among, CityHistory, Known, TableGroup, Why};
use sleutel_domain::{access::Language, steering::FEW};
use sleutel_words::Words;

use super::names;

/// The one in the language of whoever reads.
pub(super) fn in_language(words: Words, nl: &str, en: &str) -> String {
    match words.language() {
        Language::Dutch => nl.to_owned(),
        Language::English => en.to_owned(),
    }
}

/// A group of the table.
pub(super) fn group(words: Words, group: &TableGroup) -> String {
    match &group.members[..] {
        [(_, nl, en)] => in_language(words, nl, en),
        _ if group.with_support => words.t("calibration-rest-supported"),
        _ => words.t("calibration-rest"),
    }
}

/// Whose row it is: a group's, an area's, or neither.
enum Of<'a> {
    Group(&'a TableGroup),
    Area(&'a str),
    City,
}

fn of<'a>(said: &'a CityHistory, name: &str) -> Of<'a> {
    let mut parts = name.splitn(3, '.');
    match (parts.next(), parts.next()) {
        (Some("group"), Some(code)) => {
            said.groups.iter().find(|it| it.code == code).map_or(Of::City, Of::Group)
        }
        (Some("area"), Some(code)) => {
            said.areas.iter().find(|it| it.0 == code).map_or(Of::City, |it| Of::Area(&it.1))
        }
        _ => Of::City,
    }
}

/// A row by itself, with whose it is.
pub(super) fn called(words: Words, said: &CityHistory, name: &str) -> String {
    let what = short(words, said, name);
    let of = match of(said, name) {
        Of::Group(it) => group(words, it),
        Of::Area(_) => return what,
        Of::City => return names::full(words, &[], name),
    };
    words.t_with("what-if-of", &[("of", of.into()), ("what", what.into())])
}

/// A row within its own section.
pub(super) fn short(words: Words, said: &CityHistory, name: &str) -> String {
    match (of(said, name), name.rsplit('.').next()) {
        (Of::Area(area), Some("homes")) => {
            words.t_with("calibration-area-homes", &[("area", area.into())])
        }
        (Of::Area(area), _) => words.t_with("calibration-area-wanted", &[("area", area.into())]),
        (_, _) if name == "wanted.anywhere" => words.t("calibration-wanted-anywhere"),
        (_, _) => names::short(words, name),
    }
}

/// Which part of the table a row stands in, and what that part is called.
pub(super) fn section(words: Words, said: &CityHistory, name: &str) -> (String, String) {
    match of(said, name) {
        Of::Group(it) => {
            let title = words.t_with("what-if-section-group", &[("name", group(words, it).into())]);
            (format!("group-{}", it.code), title)
        }
        Of::Area(_) => ("areas".to_owned(), words.t("calibration-areas")),
        Of::City if name == "wanted.anywhere" => ("areas".to_owned(), words.t("calibration-areas")),
        Of::City => names::section(words, &[], name),
    }
}

/// No more digits than count.
fn number(words: Words, value: f64) -> String {
    let digits = match value {
        value if value >= 100.0 => 0,
        value if value >= 10.0 => 1,
        value if value >= 1.0 => 2,
        _ => 3,
    };
    words.decimal(value, if (value - value.round()).abs() < 1e-9 { 0 } else { digits })
}

fn range(words: Words, [value, low, high]: [f64; 3]) -> String {
    // What is certain has no range.
    if low.total_cmp(&high).is_eq() {
        return number(words, value);
    }
    let values = [("value", value), ("low", low), ("high", high)];
    let values = values.map(|(name, it)| (name, number(words, it).into()));
    words.t_with("what-if-compare-range", &values)
}

/// What the product comes with.
pub(super) fn product(words: Words, three: Option<[f64; 3]>) -> String {
    three.map_or_else(|| words.t("calibration-own-only"), |it| range(words, it))
}

/// What history says.
pub(super) fn figure(words: Words, known: &Known) -> String {
    if known.hidden {
        return words.t_with("calibration-few", &[("most", FEW.into())]);
    }
    range(words, [known.figure.mean, known.figure.low, known.figure.high])
}

fn counted(words: Words, count: u32) -> String {
    if (1..FEW).contains(&count) {
        words.t_with("calibration-few", &[("most", FEW.into())])
    } else {
        words.number(count)
    }
}

/// From what.
pub(super) fn basis(words: Words, known: &Known) -> String {
    let basis = &known.basis;
    let from = words.date(basis.from);
    let (key, of) = match basis.among {
        Among::Years(years) => ("calibration-in-years", words.decimal(years, 1)),
        Among::Households(of) => ("calibration-of-households", words.number(of)),
        Among::Homes(of) => ("calibration-of-homes", words.number(of)),
        Among::Wishes(of) => ("calibration-of-wishes", words.number(of)),
        Among::OneDay => return words.t_with("calibration-on", &[("day", from.into())]),
    };
    let mut values = vec![
        ("events", counted(words, basis.events).into()),
        ("of", of.into()),
        ("from", from.into()),
    ];
    values.push(("until", words.date(basis.until).into()));
    let mut said = vec![words.t_with(key, &values)];
    // A year with few people in it would tell how many.
    let open = basis.years.iter().all(|it| !(1..FEW).contains(it));
    if open && basis.years.len() > 1 {
        let years: Vec<String> = basis.years.iter().map(|it| words.number(*it)).collect();
        said.push(words.t_with("calibration-years", &[("years", years.join(", ").into())]));
    }
    if basis.spread > 1.5 {
        let spread = words.decimal(basis.spread, 1);
        said.push(words.t_with("calibration-spread", &[("spread", spread.into())]));
    }
    if basis.pooled {
        said.push(words.t("calibration-pooled"));
    }
    said.join(" ")
}

/// Why nothing is said.
pub(super) fn why(words: Words, why: Why) -> String {
    match why {
        Why::NotRecorded => words.t("calibration-not-recorded"),
        Why::TooFew { events, needed } => {
            let values = [("events", counted(words, events).into()), ("needed", needed.into())];
            words.t_with("calibration-too-few", &values)
        }
        Why::CountedElsewhere => words.t("calibration-counted-elsewhere"),
        Why::Choice => words.t("calibration-choice"),
        Why::NoSuchRoad => words.t("calibration-no-such-road"),
    }
}
