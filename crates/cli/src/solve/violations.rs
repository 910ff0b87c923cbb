//! What the checker of placement problems found, in words and for a program.

use serde_json::{Value as Json, json};
use sleutel_exchange::instance::Facts;
use sleutel_placement_check::instance::{Verdict, Violation};
use sleutel_words::{Value, Words};

use crate::failure::Failure;

/// The most violations that are told; a plan of something else has thousands.
const MOST: usize = 100;

/// The end of a command that found a plan wrong.
pub(super) fn failure(words: Words, facts: &Facts, verdict: &Verdict) -> Failure {
    let told = verdict.violations.iter().take(MOST).map(|it| sentence(words, facts, it));
    let told = told.collect::<Vec<_>>().join("\n");
    let count = verdict.violations.len().into();
    Failure::Failed(words.t_with("cli-violations", &[("count", count), ("what", told.into())]))
}

pub(super) fn as_json(verdict: &Verdict) -> Json {
    verdict.violations.iter().take(MOST).map(|it| json!(it.to_string())).collect()
}

/// A group by its name where it has one.
pub(super) fn group(facts: &Facts, group: u32) -> String {
    facts.group_names.get(group as usize).cloned().unwrap_or_else(|| group.to_string())
}

fn sentence(words: Words, facts: &Facts, violation: &Violation) -> String {
    let number = |it: u64| Value::from(i64::try_from(it).unwrap_or(i64::MAX));
    let length = |it: usize| Value::from(it);
    match *violation {
        Violation::Question => words.t("cli-violation-question"),
        Violation::Length { length: found, expected } => {
            let values = [("found", length(found)), ("expected", length(expected))];
            words.t_with("cli-violation-length", &values)
        }
        Violation::NoSuchPair { person, home } => {
            let values = [("person", person.to_string().into()), ("home", home.to_string().into())];
            words.t_with("cli-violation-pair", &values)
        }
        Violation::Twice { home } => {
            words.t_with("cli-violation-twice", &[("home", home.to_string().into())])
        }
        Violation::Node { node, placed, lower, upper } => {
            let values = [
                ("node", node.to_string().into()),
                ("placed", number(placed)),
                ("lower", number(lower.into())),
                ("upper", number(upper.into())),
            ];
            words.t_with("cli-violation-node", &values)
        }
        Violation::Load { node, load, cap } => {
            let values = [
                ("node", node.to_string().into()),
                ("load", number(load)),
                ("cap", number(cap.into())),
            ];
            words.t_with("cli-violation-load", &values)
        }
        Violation::Group { group: at, placed, lower, upper } => {
            let values = [
                ("group", group(facts, at).into()),
                ("placed", number(placed)),
                ("lower", number(lower.into())),
                ("upper", number(upper.into())),
            ];
            words.t_with("cli-violation-group", &values)
        }
        Violation::Unit(unit) => {
            words.t_with("cli-violation-price", &[("price", unit.to_string().into())])
        }
        Violation::BelowZero(price) => {
            words.t_with("cli-violation-price", &[("price", price.to_string().into())])
        }
        Violation::NoLimit { node, .. } => {
            words.t_with("cli-violation-no-limit", &[("node", node.to_string().into())])
        }
        Violation::Quarters => words.t("cli-violation-quarters"),
        Violation::TooLarge => words.t("cli-violation-too-large"),
    }
}
