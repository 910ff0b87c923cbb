//! What people call the parts of a what-if.

use sleutel_actions::what_if::{
    Asked, Assumed, Cause, Finding, Measure, PolicyName, State, Unit, WhatIfView,
    history::KeptGroup,
};
use sleutel_words::Words;

use super::city_words::in_language;

/// A code as part of a key.
fn keyed(code: &str) -> String {
    code.replace(['.', '_'], "-")
}

/// A policy, by its code; the code itself for one that is no more.
pub(super) fn policy_code(words: Words, code: &str) -> String {
    let known = PolicyName::from_code(code);
    known.map_or_else(|| code.to_owned(), |it| policy(words, it))
}

pub(super) fn policy(words: Words, policy: PolicyName) -> String {
    words.t(&format!("what-if-policy-{}", policy.code()))
}

pub(super) fn measure(words: Words, measure: Measure) -> String {
    words.t(&format!("what-if-measure-{}", keyed(measure.code())))
}

pub(super) fn state(words: Words, state: State) -> String {
    words.t(&format!("what-if-state-{}", keyed(state.code())))
}

pub(super) fn unit(words: Words, unit: Unit) -> String {
    words.t(&format!("what-if-unit-{}", keyed(unit.code())))
}

/// How a measure is shown: the words for what it counts, by how much its figures are multiplied,
/// and how many decimals they have.
pub(super) fn counts(measure: Measure) -> (&'static str, f64, usize) {
    match measure {
        Measure::Kept | Measure::HousedInTime => ("what-if-counts-percent", 100.0, 0),
        Measure::TimeWaited => ("what-if-counts-months", 12.0, 1),
        Measure::HomesElsewhere => ("what-if-counts-homes", 1.0, 0),
        Measure::Entered
        | Measure::Left
        | Measure::Housed
        | Measure::Lost
        | Measure::Converted
        | Measure::SupportEnded
        | Measure::Returned => ("what-if-counts-in-year", 1.0, 0),
        Measure::WaitingShelter
        | Measure::WaitingProtected
        | Measure::WaitingFamily
        | Measure::WaitingOutside
        | Measure::Waiting
        | Measure::InHome
        | Measure::OwnLease
        | Measure::Supported => ("what-if-counts-at-end", 1.0, 0),
    }
}

/// An assumption within its own section.
pub(super) fn short(words: Words, name: &str) -> String {
    let key = match split(name) {
        Some(("group", _, what)) => format!("what-if-of-group-{}", keyed(what)),
        // All areas stand in one section, so each row says of which it is.
        Some(("area", code, what)) => {
            let key = format!("what-if-of-area-{}", keyed(what));
            let what = if words.has(&key) { words.t(&key) } else { what.to_owned() };
            return words.t_with("what-if-of", &[("of", code.into()), ("what", what.into())]);
        }
        Some((_, _, what)) => format!("what-if-of-road-{}", keyed(what)),
        None => format!("what-if-is-{}", keyed(name)),
    };
    // One that is no more keeps its code.
    if words.has(&key) { words.t(&key) } else { name.to_owned() }
}

/// An assumption by itself, with whose it is.
pub(super) fn full(words: Words, groups: &[KeptGroup], name: &str) -> String {
    let what = short(words, name);
    match split(name) {
        Some(("area", _, _)) => what,
        Some((_, of, _)) => {
            let of = if of == "without-support" {
                words.t("what-if-road-without-support")
            } else if PolicyName::from_code(of).is_some() {
                policy_code(words, of)
            } else {
                group(words, groups, of)
            };
            words.t_with("what-if-of", &[("of", of.into()), ("what", what.into())])
        }
        None => what,
    }
}

/// The groups a what-if took from the city's own history, with what they were called.
pub(super) fn groups(view: &WhatIfView) -> &[KeptGroup] {
    view.asked.history.as_ref().map_or(&[], |it| &it.groups)
}

/// A group: as history calls it, or as the product does; its code when neither knows it.
pub(super) fn group(words: Words, groups: &[KeptGroup], code: &str) -> String {
    if let Some(kept) = groups.iter().find(|it| it.code == code) {
        return match &kept.names {
            Some([nl, en]) => in_language(words, nl, en),
            None if kept.with_support => words.t("calibration-rest-supported"),
            None => words.t("calibration-rest"),
        };
    }
    let key = format!("what-if-group-{code}");
    if words.has(&key) { words.t(&key) } else { code.to_owned() }
}

/// The road of a group; one without support has nothing but a home of its own.
pub(super) fn road(words: Words, road: PolicyName, with_support: bool) -> String {
    if road == PolicyName::Omslag && !with_support {
        return words.t("what-if-road-home-only");
    }
    policy(words, road)
}

/// Of which kind of thing, of which, and what; `None` for the city itself.
fn split(name: &str) -> Option<(&str, &str, &str)> {
    let (first, rest) = name.split_once('.')?;
    if first == "group" {
        let (code, what) = rest.split_once('.')?;
        return Some(("group", code, what));
    }
    if first == "area" {
        let (code, what) = rest.rsplit_once('.')?;
        return Some(("area", code, what));
    }
    let road = first == "without-support" || PolicyName::from_code(first).is_some();
    road.then_some(("road", first, rest))
}

/// Which part of the table an assumption stands in, and what that part is called.
pub(super) fn section(words: Words, groups: &[KeptGroup], name: &str) -> (String, String) {
    match split(name) {
        Some(("group", code, _)) => (
            format!("group-{code}"),
            words.t_with("what-if-section-group", &[("name", group(words, groups, code).into())]),
        ),
        Some(("area", _, _)) => ("areas".to_owned(), words.t("what-if-section-areas")),
        Some((_, of, _)) => {
            let title = if of == "without-support" {
                words.t("what-if-section-without-support")
            } else {
                words.t_with("what-if-section-road", &[("name", policy_code(words, of).into())])
            };
            (format!("road-{of}"), title)
        }
        None => {
            let part = match name.split('.').next() {
                Some("homes") => "homes",
                Some("support") => "support",
                Some("wanted") => "areas",
                _ => "places",
            };
            (part.to_owned(), words.t(&format!("what-if-section-{part}")))
        }
    }
}

/// Where an assumption comes from.
pub(super) fn sources<'a>(words: Words, references: impl Iterator<Item = &'a str>) -> String {
    let said: Vec<String> = references
        .map(|it| match it {
            "ours" => words.t("what-if-ours"),
            "own-history" => words.t("what-if-own-history"),
            other => other.to_owned(),
        })
        .collect();
    said.join("; ")
}

/// A number as somebody would write it: no more digits than count.
pub(super) fn number(words: Words, value: f64) -> String {
    let shown = sleutel_actions::what_if::number_shown(value);
    let digits = shown.split_once('.').map_or(0, |(_, part)| part.len());
    words.decimal(value, digits.min(6))
}

/// A value with its range.
pub(super) fn range(words: Words, [value, low, high]: [f64; 3]) -> String {
    let values = [("value", value), ("low", low), ("high", high)];
    let values = values.map(|(name, it)| (name, number(words, it).into()));
    words.t_with("what-if-compare-range", &values)
}

/// What the engine has against an assumption.
pub(super) fn finding(words: Words, finding: &Finding) -> String {
    let said = |key: &str, values: &[(&str, f64)]| {
        let values: Vec<_> =
            values.iter().map(|&(name, it)| (name, number(words, it).into())).collect();
        words.t_with(key, &values)
    };
    match finding.cause {
        Cause::ImpossibleValue { value, most } => {
            said("what-if-finding-value", &[("value", value), ("least", 0.0), ("most", most)])
        }
        Cause::ImpossibleRange { low, high, most } => said(
            "what-if-finding-range",
            &[("low", low), ("high", high), ("least", 0.0), ("most", most)],
        ),
        Cause::OutsideRange { value, low, high } => {
            said("what-if-finding-outside", &[("value", value), ("low", low), ("high", high)])
        }
        Cause::NoWeight => words.t("what-if-finding-no-weight"),
        Cause::TooMany { expected, most } => {
            said("what-if-finding-too-many", &[("expected", expected.round()), ("most", most)])
        }
        Cause::OutsideLimits { value, least, most } => {
            said("what-if-finding-value", &[("value", value), ("least", least), ("most", most)])
        }
        Cause::NoSuchAssumption
        | Cause::Missing
        | Cause::Twice
        | Cause::Nothing
        | Cause::NoSuchGroup
        | Cause::NoRoad => words.t("what-if-finding-gone"),
    }
}

/// An assumption that was taken, in a row of a table.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) range: String,
    pub(super) default: String,
    pub(super) changed: bool,
    pub(super) source: String,
}

pub(super) fn taken(words: Words, groups: &[KeptGroup], it: &Assumed) -> Taken {
    Taken {
        name: full(words, groups, &it.name),
        unit: it.unit().map(|it| unit(words, it)).unwrap_or_default(),
        range: range(words, [it.value, it.low, it.high]),
        default: range(words, it.default),
        changed: it.changed(),
        source: sources(words, it.sources.iter().map(String::as_str)),
    }
}

/// How long it looks ahead.
pub(super) fn years(words: Words, asked: &Asked) -> String {
    words.t_with("what-if-years-long", &[("years", asked.years.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use sleutel_actions::what_if::Assumptions;
    use sleutel_domain::access::Language;

    fn divided() -> Assumptions {
        let areas = ["noord", "zuid"].map(str::to_owned).to_vec();
        Assumptions::of(Assumptions::city().groups().to_vec(), areas)
    }

    #[test]
    fn every_assumption_measure_state_unit_and_policy_has_words_in_both_languages() {
        for language in Language::ALL {
            let words = Words::new(language);
            for row in divided().rows() {
                assert_ne!(short(words, &row.name), row.name);
                assert!(
                    !full(words, &[], &row.name).contains(".'")
                        && !unit(words, row.unit).is_empty()
                );
                assert!(!section(words, &[], &row.name).1.is_empty());
            }
            for it in Measure::ALL {
                assert!(!measure(words, it).is_empty() && !words.t(counts(it).0).is_empty());
            }
            for it in State::ALL {
                assert!(!state(words, it).is_empty());
            }
            for it in PolicyName::ALL {
                assert!(words.has(&format!("what-if-policy-{}-is", it.code())));
            }
        }
    }

    #[test]
    fn no_two_assumptions_have_the_same_full_name() {
        let words = Words::new(Language::Dutch);
        let city = divided();
        let mut names: Vec<_> = city.rows().iter().map(|it| full(words, &[], &it.name)).collect();
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
