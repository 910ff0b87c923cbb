//! What a list can be narrowed by.

use sleutel_actions::{Who, lists::without_support, participants::Lists, policy::Reach};
use sleutel_domain::{
    access::OrganisationKind,
    homes::{AreaLevel, Place},
};
use sleutel_words::Words;

use crate::{participants as people, show::Choice};

/// One filter: a name in the address, and the values there are.
#[derive(Debug, Clone)]
pub(crate) struct Facet {
    /// The name in the address.
    pub(crate) name: &'static str,
    /// The key of its words.
    pub(crate) key: &'static str,
    /// The key of an explanation, or nothing.
    pub(crate) hint: &'static str,
    /// The values; without any the filter is not shown.
    pub(crate) choices: Vec<Choice>,
}

impl Facet {
    /// A filter that needs no explanation.
    pub(crate) fn new(name: &'static str, key: &'static str, choices: Vec<Choice>) -> Self {
        Self { name, key, hint: "", choices }
    }
}

/// What lies in an area, when a list is filtered by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    /// The home on offer or taken; without one, a place somebody wishes for.
    HomeOrWish,
    /// A place somebody wishes for.
    Wish,
    /// The home.
    Home,
}

/// Parts of the city of the largest level that has several.
pub(crate) fn areas(lists: &Lists, which: Where) -> Facet {
    let all = lists.names.all();
    let levels =
        [AreaLevel::District, AreaLevel::Area, AreaLevel::Quarter, AreaLevel::Neighbourhood];
    let of = |level: AreaLevel| -> Vec<Choice> {
        let here = all.iter().filter(|(_, _, it)| *it == level);
        here.filter_map(|(place, name, _)| match place {
            Place::Area(code) => Some(Choice::new(code.as_str(), name)),
            Place::Complex(_) | Place::Street { .. } => None,
        })
        .collect()
    };
    let choices = levels.into_iter().map(of).find(|it| it.len() > 1).unwrap_or_default();
    let hint = match which {
        Where::HomeOrWish => "lists-area-home-or-wish",
        Where::Wish => "lists-area-wish",
        Where::Home => "lists-area-home",
    };
    Facet { hint, ..Facet::new("area", "lists-area", choices) }
}

/// The target groups.
pub(crate) fn groups(words: Words, who: &Who, lists: &Lists) -> Facet {
    let choices = if without_support(who) { Vec::new() } else { people::groups(words, lists) };
    Facet::new("group", "participants-group", choices)
}

/// The providers, for who works for more than one.
pub(crate) fn providers(lists: &Lists, everyone: bool) -> Facet {
    let choices = if everyone { people::providers(lists) } else { Vec::new() };
    Facet::new("provider", "participants-provider", choices)
}

/// The support workers within somebody's reach: with those they stand in for today where that is
/// their own work, and none where it is theirs alone.
pub(crate) fn workers(who: &Who, lists: &Lists, reach: Reach) -> Facet {
    let association = who.kind() == Some(OrganisationKind::Association);
    let mut lists = lists.clone();
    match reach {
        Reach::All => {}
        Reach::Own if !association => {
            lists.workers.retain(|(_, _, provider)| Some(provider) == who.organisation());
        }
        Reach::Caseload if who.logins().len() > 1 => {
            let own = who.logins();
            lists.workers.retain(|(login, _, _)| own.contains(login));
        }
        Reach::Own | Reach::Caseload | Reach::Nothing => lists.workers.clear(),
    }
    Facet::new("worker", "participants-worker", people::workers(&lists))
}

/// How pressing something is.
pub(crate) fn terms(words: Words, name: &'static str, codes: &[&'static str]) -> Facet {
    let choice = |code: &&'static str| {
        let key = match *code {
            "overdue" => "cases-term-overdue",
            "week" => "cases-term-week",
            "month" => "lists-term-month",
            "later" => "cases-term-later",
            _ => "cases-term-none",
        };
        Choice::new(*code, words.t(key))
    };
    Facet::new(name, "cases-term", codes.iter().map(choice).collect())
}
