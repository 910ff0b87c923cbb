//! What codes of people and places are called on these pages.

use jiff::civil::Date;
use sleutel_actions::{homes::AreaNames, participants::Lists};
use sleutel_domain::{
    AreaCode, ComplexCode, GroupCode, OrganisationCode,
    access::Language,
    homes::Place,
    participants::{LivingSituation, PriorityGround, Readiness},
    placement::SupportLoad,
};
use sleutel_words::{Lookup, Words};

use crate::{
    listing::encode,
    show::{Choice, Tone},
};

/// Names of places for sentences.
pub(crate) struct Places<'a>(pub(crate) &'a AreaNames);

impl Lookup for Places<'_> {
    fn area(&self, code: &AreaCode) -> Option<String> {
        let place = Place::Area(code.clone());
        self.0.knows(&place).then(|| self.0.name(&place))
    }
    fn complex(&self, code: &ComplexCode) -> Option<String> {
        let place = Place::Complex(code.clone());
        self.0.knows(&place).then(|| self.0.name(&place))
    }
}

/// The address of a file.
pub(crate) fn href(reference: &str) -> String {
    format!("/participants/{}", encode(reference))
}

/// What a group is called; its code when nothing is known of it.
pub(crate) fn group(words: Words, lists: &Lists, code: &GroupCode) -> String {
    lists.groups.get(code).map_or_else(
        || code.to_string(),
        |row| match words.language() {
            Language::Dutch => row.name_nl.to_string(),
            Language::English => row.name_en.to_string(),
        },
    )
}

/// What a provider is called.
pub(crate) fn provider(lists: &Lists, code: &OrganisationCode) -> String {
    lists.providers.get(code).cloned().unwrap_or_else(|| code.to_string())
}

/// What a support worker is called; the log-in name for one who no longer works here.
pub(crate) fn worker(lists: &Lists, login: &str) -> String {
    lists
        .workers
        .iter()
        .find(|(other, _, _)| other == login)
        .map_or_else(|| login.to_owned(), |(_, name, _)| name.clone())
}

/// The name of a group, with its days when it is not there today.
fn group_with_days(words: Words, lists: &Lists, code: &GroupCode) -> String {
    let name = group(words, lists, code);
    let Some(days) = lists.away.get(code) else { return name };
    let day = |it: Option<Date>| it.map(|it| words.date(it)).unwrap_or_default();
    match days {
        (_, Some(until)) => words.t_with(
            "groups-choice-ended",
            &[("name", name.into()), ("until", day(Some(*until)).into())],
        ),
        (from, None) => words
            .t_with("groups-choice-to-come", &[("name", name.into()), ("from", day(*from).into())]),
    }
}

/// The groups to choose from, by name; those that are not there today with their days.
pub(crate) fn groups(words: Words, lists: &Lists) -> Vec<Choice> {
    let mut choices: Vec<_> = lists
        .groups
        .keys()
        .map(|code| Choice::new(code.as_str(), group_with_days(words, lists, code)))
        .collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

/// The providers to choose from, by name.
pub(crate) fn providers(lists: &Lists) -> Vec<Choice> {
    let mut choices: Vec<_> =
        lists.providers.iter().map(|(code, name)| Choice::new(code.as_str(), name)).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

/// The support workers to choose from, by name, with their provider.
pub(crate) fn workers(lists: &Lists) -> Vec<Choice> {
    let mut choices: Vec<_> = lists
        .workers
        .iter()
        .map(|(login, name, code)| {
            Choice::new(login, format!("{name} ({})", provider(lists, code)))
        })
        .collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

/// The key of a readiness by its code.
pub(crate) fn readiness_key(code: &str) -> &'static str {
    match code {
        "preparing" => "readiness-preparing",
        "ready" => "readiness-ready",
        "paused" => "readiness-paused",
        _ => "readiness-placed",
    }
}

/// How a readiness looks.
pub(crate) fn readiness_tone(code: &str) -> Tone {
    match code {
        "preparing" => Tone::Info,
        "ready" => Tone::Good,
        "placed" => Tone::Neutral,
        _ => Tone::Attention,
    }
}

/// The key of a ground by its code.
pub(crate) fn ground_key(code: &str) -> &'static str {
    match code {
        "term-ends" => "priority-ground-term-ends",
        "safety" => "priority-ground-safety",
        _ => "priority-ground-none",
    }
}

/// The key of where somebody lives while waiting.
pub(crate) fn living_key(living: LivingSituation) -> &'static str {
    match living {
        LivingSituation::Rough => "living-rough",
        LivingSituation::Emergency => "living-emergency",
        LivingSituation::Accommodation => "living-accommodation",
        LivingSituation::Institution => "living-institution",
        LivingSituation::NonConventional => "living-non-conventional",
        LivingSituation::WithOthers => "living-with-others",
    }
}

/// The key of how much support a household takes from where it lives.
pub(crate) fn load_key(load: SupportLoad) -> &'static str {
    match load {
        SupportLoad::Light => "support-load-light",
        SupportLoad::Medium => "support-load-medium",
        SupportLoad::Heavy => "support-load-heavy",
    }
}

/// A readiness with its date or reason.
pub(crate) fn readiness_words(words: Words, readiness: &Readiness) -> String {
    let date = |date: jiff::civil::Date| words.date(date);
    match readiness {
        Readiness::Preparing => words.t("readiness-preparing"),
        Readiness::Ready { since } => {
            words.t_with("participants-ready-since", &[("date", date(*since).into())])
        }
        Readiness::Paused { reason, until: None } => {
            words.t_with("participants-paused", &[("reason", reason.as_str().into())])
        }
        Readiness::Paused { reason, until: Some(until) } => words.t_with(
            "participants-paused-until",
            &[("reason", reason.as_str().into()), ("date", date(*until).into())],
        ),
        Readiness::Placed { on } => {
            words.t_with("participants-placed-on", &[("date", date(*on).into())])
        }
    }
}

/// A ground with its date.
pub(crate) fn ground_words(words: Words, ground: PriorityGround) -> String {
    match ground {
        PriorityGround::TermEnds(date) => {
            words.t_with("participants-term-ends", &[("date", words.date(date).into())])
        }
        PriorityGround::None | PriorityGround::Safety => words.name(&ground),
    }
}
