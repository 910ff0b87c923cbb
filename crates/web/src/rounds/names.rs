//! What people call the things a round speaks about.

use std::collections::BTreeMap;

use sleutel_actions::{
    homes::AreaNames,
    rounds::{RoundFrame, RoundView},
};
use sleutel_domain::{
    Answer, AreaCode, ComplexCode, GroupCode, OrganisationCode, VacancyCode,
    access::Language,
    homes::{Adaptation, AreaLevel, Place, Target},
};
use sleutel_exchange::records::MainGroup;
use sleutel_store::{homes::DwellingRow, numbers::GroupRow};
use sleutel_words::{Lookup, Words};

/// Names of places, groups and homes in the reader's language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    words: Words,
    places: &'a AreaNames,
    groups: &'a BTreeMap<GroupCode, GroupRow>,
    homes: &'a BTreeMap<VacancyCode, DwellingRow>,
    organisations: &'a BTreeMap<OrganisationCode, String>,
}

impl<'a> Names<'a> {
    pub(super) fn of_view(words: Words, view: &'a RoundView) -> Self {
        Self {
            words,
            places: &view.names,
            groups: &view.groups,
            homes: &view.homes,
            organisations: &view.organisations,
        }
    }

    pub(super) fn of_frame(words: Words, frame: &'a RoundFrame) -> Self {
        Self {
            words,
            places: &frame.names,
            groups: &frame.groups,
            homes: &frame.homes,
            organisations: &frame.organisations,
        }
    }

    pub(super) fn group_name(&self, code: &GroupCode) -> String {
        self.group(code).unwrap_or_else(|| code.to_string())
    }

    /// The address of a vacancy; its code when it is not in the round.
    pub(super) fn address(&self, code: &VacancyCode) -> String {
        self.home(code).unwrap_or_else(|| code.to_string())
    }

    /// Neighbourhood and district of a home.
    pub(super) fn place_of(&self, home: &DwellingRow) -> String {
        let neighbourhood = Place::Area(home.neighbourhood.clone());
        let near = self.places.name(&neighbourhood);
        match district(self.places, &home.neighbourhood) {
            Some(far) if far != neighbourhood => format!("{near}, {}", self.places.name(&far)),
            _ => near,
        }
    }
}

impl Lookup for Names<'_> {
    fn area(&self, code: &AreaCode) -> Option<String> {
        let place = Place::Area(code.clone());
        self.places.knows(&place).then(|| self.places.name(&place))
    }
    fn complex(&self, code: &ComplexCode) -> Option<String> {
        let place = Place::Complex(code.clone());
        self.places.knows(&place).then(|| self.places.name(&place))
    }
    fn group(&self, code: &GroupCode) -> Option<String> {
        let main = || MainGroup::from_share_code(code).map(|it| main_group(self.words, it));
        self.groups.get(code).map(|row| group_in(self.words, row)).or_else(main)
    }
    fn association(&self, code: &OrganisationCode) -> Option<String> {
        self.organisations.get(code).cloned()
    }
    fn home(&self, code: &VacancyCode) -> Option<String> {
        self.homes.get(code).map(address)
    }
}

/// What a main group is called.
pub(crate) fn main_group(words: Words, it: MainGroup) -> String {
    words.t(match it {
        MainGroup::WithoutSupport => "main-group-without-support",
        MainGroup::WithSupport => "main-group-with-support",
        MainGroup::StatusHolders => "main-group-status-holders",
    })
}

/// The name of a group in the reader's language.
pub(crate) fn group_in(words: Words, row: &GroupRow) -> String {
    match words.language() {
        Language::Dutch => row.name_nl.to_string(),
        Language::English => row.name_en.to_string(),
    }
}

/// Street and number.
pub(super) fn address(home: &DwellingRow) -> String {
    format!("{} {}", home.street, home.house_number)
}

/// The district around a neighbourhood; the largest part below the municipality where the
/// city has no districts.
pub(super) fn district(places: &AreaNames, neighbourhood: &AreaCode) -> Option<Place> {
    let start = Place::Area(neighbourhood.clone());
    let path: Vec<Place> =
        std::iter::successors(Some(start), |place| places.parent(place).cloned()).collect();
    path.iter()
        .find(|place| places.level(place) == Some(AreaLevel::District))
        .or_else(|| path.iter().rev().find(|it| places.level(it) != Some(AreaLevel::Municipality)))
        .cloned()
}

/// What a home is like, a few words each.
pub(super) fn home_facts(words: Words, home: &DwellingRow) -> Vec<String> {
    let facts = &home.facts;
    let mut all = vec![
        words.t_with("rounds-home-rooms", &[("rooms", facts.rooms.into())]),
        words.t_with("rounds-home-rent", &[("rent", words.money(facts.rent).into())]),
    ];
    if let Some(surface) = facts.surface {
        all.push(words.t_with("rounds-home-surface", &[("surface", surface.into())]));
    }
    let lift = if facts.lift { "yes" } else { "no" };
    all.push(
        words.t_with("rounds-home-floor", &[("floor", facts.floor.into()), ("lift", lift.into())]),
    );
    if facts.adaptation != Adaptation::Ordinary {
        all.push(words.name(&facts.adaptation));
    }
    if facts.target != Target::General {
        all.push(words.name(&facts.target));
    }
    all
}

/// How many people move along.
pub(super) fn people(words: Words, people: Answer<u8>) -> String {
    match people {
        Answer::Known(people) => words.t_with("rounds-people", &[("people", people.into())]),
        Answer::Unknown => words.t("rounds-people-unknown"),
    }
}
