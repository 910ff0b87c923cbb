//! What the pages about homes have in common.

use std::collections::BTreeMap;

use sleutel_actions::{
    Who,
    homes::{AreaNames, OpenHome},
    policy::{self, Action, Subject},
};
use sleutel_domain::{
    OrganisationCode,
    access::OrganisationKind,
    homes::{Place, Target, VacancyStatus},
};
use sleutel_store::homes::DwellingRow;
use sleutel_words::Words;

use crate::{
    Page,
    listing::encode,
    show::{Choice, Tab, Tone},
};

/// Rows on a page of a list.
pub(super) const PER_PAGE: u32 = 50;

/// Which of the lists is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Vacancies,
    Dwellings,
    Complexes,
    Associations,
}

/// The lists beside each other.
pub(super) fn tabs(page: &Page, current: List) -> Vec<Tab> {
    [
        (List::Vacancies, "/homes", "homes-tab-vacancies"),
        (List::Dwellings, "/homes/dwellings", "homes-tab-dwellings"),
        (List::Complexes, "/homes/complexes", "homes-tab-complexes"),
        (List::Associations, "/homes/associations", "homes-tab-associations"),
    ]
    .into_iter()
    .map(|(list, href, key)| Tab {
        href: href.to_owned(),
        label: page.t(key),
        current: list == current,
    })
    .collect()
}

/// The page of a dwelling.
pub(super) fn dwelling_href(code: &sleutel_domain::DwellingCode) -> String {
    format!("/homes/dwellings/{}", encode(code.as_str()))
}

/// The page of an area.
pub(super) fn area_href(code: &sleutel_domain::AreaCode) -> String {
    format!("/areas/{}", encode(code.as_str()))
}

/// Street and number.
pub(super) fn address(dwelling: &DwellingRow) -> String {
    format!("{} {}", dwelling.street, dwelling.house_number)
}

/// The storey in words, with whether there is a lift.
pub(super) fn floor(words: Words, dwelling: &DwellingRow) -> String {
    let facts = &dwelling.facts;
    match (facts.floor, facts.lift) {
        (0, _) => words.t("homes-floor-ground"),
        (floor, true) => words.t_with("homes-floor-lift", &[("floor", floor.into())]),
        (floor, false) => words.t_with("homes-floor-stairs", &[("floor", floor.into())]),
    }
}

/// How the badge of a status looks.
pub(super) fn tone(status: VacancyStatus) -> Tone {
    match status {
        VacancyStatus::Open => Tone::Good,
        VacancyStatus::Decided => Tone::Info,
        VacancyStatus::Withdrawn => Tone::Neutral,
    }
}

/// The associations to filter by.
pub(super) fn association_choices(names: &BTreeMap<OrganisationCode, String>) -> Vec<Choice> {
    let mut choices: Vec<_> =
        names.iter().map(|(code, name)| Choice::new(code.to_string(), name.clone())).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

/// Whether somebody may change the homes of this association; only for showing buttons.
pub(super) fn may_change(who: &Who, association: &OrganisationCode) -> bool {
    let subject = Subject { organisation: Some(association), worker: None };
    policy::may_for(who, Action::ChangeHomes, subject)
}

/// Whether somebody may add homes to at least one association.
pub(super) fn may_add(who: &Who) -> bool {
    policy::may(who, Action::ChangeHomes)
        && who.kind().is_none_or(|kind| kind == OrganisationKind::Association)
}

/// One free home in a list.
#[derive(Debug, Clone)]
pub(super) struct HomeRow {
    pub(super) href: String,
    pub(super) address: String,
    pub(super) area: String,
    pub(super) area_href: String,
    pub(super) rooms: u8,
    pub(super) floor: String,
    pub(super) rent: String,
    pub(super) adaptation: String,
    /// Whom it is meant for, when that is not everybody.
    pub(super) target: Option<String>,
    pub(super) from: String,
    pub(super) status: String,
    pub(super) tone: Tone,
}

impl HomeRow {
    pub(super) fn new(words: Words, names: &AreaNames, home: &OpenHome) -> Self {
        let (vacancy, dwelling) = (&home.vacancy, &home.dwelling);
        let facts = &dwelling.facts;
        Self {
            href: dwelling_href(&dwelling.code),
            address: address(dwelling),
            area: names.name(&Place::Area(dwelling.neighbourhood.clone())),
            area_href: area_href(&dwelling.neighbourhood),
            rooms: facts.rooms,
            floor: floor(words, dwelling),
            rent: words.money(facts.rent),
            adaptation: words.name(&facts.adaptation),
            target: (facts.target != Target::General).then(|| words.name(&facts.target)),
            from: words.date_short(vacancy.available_from),
            status: words.name(&vacancy.status),
            tone: tone(vacancy.status),
        }
    }
}
