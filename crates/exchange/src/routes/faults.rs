use sleutel_domain::{
    StepCode,
    routes::{At, Need, Next, Route, RouteFault, StepKind, Wrong},
};

use super::read::Places;
use crate::{finding::FindingKind, table::nearest, toml::Table};

/// Tells what the route itself says is wrong with it, at its place in the file.
pub(super) fn tell(table: &Table<'_>, route: &Route, places: &Places, fault: &RouteFault) {
    let (start, path) = place(route, places, fault);
    table.tell(start, &path, what(route, places, table, fault));
}

/// The place in the text, and the keys that lead to it.
fn place(route: &Route, places: &Places, fault: &RouteFault) -> (usize, String) {
    let of_step = |index: usize| places.steps.get(index).zip(route.steps.get(index));
    match &fault.at {
        At::Route(key) => (places.keys.get(key).copied().unwrap_or_default(), (*key).to_owned()),
        At::Explained(index) => {
            let start = places.explained.get(*index).copied().unwrap_or_default();
            (start, format!("explained.{}.conflict", index + 1))
        }
        At::Outcome(index, outcome) => {
            let Some((spots, step)) = of_step(*index) else { return (0, "steps".to_owned()) };
            let start = spots.outcomes.get(outcome).copied().unwrap_or(spots.start);
            let ends = matches!(step.outcomes.get(outcome), Some(Next::End(_)));
            let table = if ends { "end" } else { "to" };
            (start, format!("{}.{table}.{}", spots.path, outcome.code()))
        }
        At::Step(index, key) => {
            let Some((spots, _)) = of_step(*index) else { return (0, "steps".to_owned()) };
            let listed = if *key == "term" { None } else { listed(spots, &fault.what) };
            let start = listed.or_else(|| spots.keys.get(key).copied()).unwrap_or(spots.start);
            let path = &spots.path;
            let path = match (*key, &fault.what) {
                // Outcomes are two tables in the file, and this is about neither.
                ("outcomes", _) => path.clone(),
                (
                    "needs",
                    Wrong::NeverBefore(Need::Fact(_)) | Wrong::NotAlwaysBefore(Need::Fact(_)),
                ) => {
                    format!("{path}.needs_facts")
                }
                ("needs", _) => format!("{path}.needs_steps"),
                (key, _) => format!("{path}.{key}"),
            };
            (start, path)
        }
    }
}

/// The place within a list of the step.
fn listed(spots: &super::step::Spots, what: &Wrong) -> Option<usize> {
    let back =
        |code: &StepCode| spots.back_to.iter().find(|it| it.value == *code).map(|it| it.start);
    let need = |need: &Need| spots.needs.iter().find(|it| it.value == *need).map(|it| it.start);
    match what {
        Wrong::NeverBefore(it) | Wrong::NotAlwaysBefore(it) => need(it),
        Wrong::NoSuchStep(code) => need(&Need::Step(code.clone())).or_else(|| back(code)),
        Wrong::BackToLater(code) => back(code),
        Wrong::PartyTwice(party) => {
            spots.involved.iter().rev().find(|it| it.value == *party).map(|it| it.start)
        }
        Wrong::StepTwice(_)
        | Wrong::Unreachable
        | Wrong::NoEnd
        | Wrong::NeverCompleted
        | Wrong::NotAnOutcome(_)
        | Wrong::OutcomeMissing(_)
        | Wrong::OwnerOfDecision(_)
        | Wrong::DecisionWithoutTerm
        | Wrong::BeforeUrgency
        | Wrong::NobodyDecidesUrgency
        | Wrong::BeforeTest
        | Wrong::BeforeDecision
        | Wrong::NobodyConverts
        | Wrong::NoConversion
        | Wrong::TestWithoutThirdPerson
        | Wrong::KeysBeforeLease
        | Wrong::DeclinedGoesOn
        | Wrong::DeclinedEnds
        | Wrong::NoRhythm
        | Wrong::NobodyEvaluates
        | Wrong::PersonCannotWithdraw
        | Wrong::NotExplained(_)
        | Wrong::NothingToExplain(_) => None,
    }
}

fn what(route: &Route, places: &Places, table: &Table<'_>, fault: &RouteFault) -> FindingKind {
    let step = match &fault.at {
        At::Step(index, _) | At::Outcome(index, _) => {
            route.steps.get(*index).map(|it| it.code.to_string()).unwrap_or_default()
        }
        At::Route(_) | At::Explained(_) => String::new(),
    };
    let need = |it: &Need| match it {
        Need::Step(code) => code.to_string(),
        Need::Fact(fact) => fact.code().to_owned(),
    };
    match &fault.what {
        Wrong::NoSuchStep(code) => {
            let known = route.steps.iter().map(|it| it.code.as_str());
            let nearest = nearest(code.as_str(), known).unwrap_or("–").to_owned();
            FindingKind::NoSuchStep { found: code.to_string(), nearest }
        }
        Wrong::StepTwice(first) => {
            let start = places.steps.get(*first).map_or(0, |it| it.start);
            FindingKind::StepTwice { step, first: table.line(start) }
        }
        Wrong::Unreachable => FindingKind::Unreachable { step },
        Wrong::NoEnd => FindingKind::NoEnd { step },
        Wrong::NeverCompleted => FindingKind::NeverCompleted {},
        Wrong::NotAnOutcome(outcome) => {
            let kind = fault_kind(route, &fault.at);
            let (must, may) = kind.map(StepKind::outcomes).unwrap_or_default();
            let allowed: Vec<_> = must.iter().chain(may).map(|it| it.code()).collect();
            let found = outcome.code().to_owned();
            FindingKind::NotAnOutcome { found, allowed: allowed.join(", ") }
        }
        Wrong::OutcomeMissing(outcome) => {
            FindingKind::OutcomeMissing { step, outcome: outcome.code().to_owned() }
        }
        Wrong::NeverBefore(it) => FindingKind::NeverBefore { step, need: need(it) },
        Wrong::NotAlwaysBefore(it) => FindingKind::NotAlwaysBefore { step, need: need(it) },
        Wrong::BackToLater(code) => FindingKind::BackToLater { step, found: code.to_string() },
        Wrong::OwnerOfDecision(party) => {
            FindingKind::OwnerOfDecision { found: party.code().to_owned() }
        }
        Wrong::DecisionWithoutTerm => FindingKind::DecisionWithoutTerm { step },
        Wrong::PartyTwice(party) => FindingKind::PartyTwice { party: party.code().to_owned() },
        Wrong::BeforeUrgency => FindingKind::BeforeUrgency { step },
        Wrong::NobodyDecidesUrgency => FindingKind::NobodyDecidesUrgency {},
        Wrong::BeforeTest => FindingKind::BeforeTest { step },
        Wrong::BeforeDecision => FindingKind::BeforeDecision { step },
        Wrong::NobodyConverts => FindingKind::NobodyConverts {},
        Wrong::NoConversion => FindingKind::NoConversion { step },
        Wrong::TestWithoutThirdPerson => FindingKind::TestWithoutThirdPerson { step },
        Wrong::KeysBeforeLease => FindingKind::KeysBeforeLease { step },
        Wrong::DeclinedGoesOn => FindingKind::DeclinedGoesOn { step },
        Wrong::DeclinedEnds => FindingKind::DeclinedEnds { step },
        Wrong::NoRhythm => FindingKind::NoRhythm { step },
        Wrong::NobodyEvaluates => FindingKind::NobodyEvaluates {},
        Wrong::PersonCannotWithdraw => FindingKind::PersonCannotWithdraw {},
        Wrong::NotExplained(it) => FindingKind::NotExplained { conflict: it.code().to_owned() },
        Wrong::NothingToExplain(it) => {
            FindingKind::NothingToExplain { conflict: it.code().to_owned() }
        }
    }
}

fn fault_kind(route: &Route, at: &At) -> Option<StepKind> {
    match at {
        At::Step(index, _) | At::Outcome(index, _) => route.steps.get(*index).map(|it| it.kind),
        At::Route(_) | At::Explained(_) => None,
    }
}
