use std::collections::BTreeMap;

use sleutel_domain::{
    AreaCode, ComplexCode, GroupCode, OrganisationCode, VacancyCode,
    homes::Place,
    placement::{Bound, RoundInput},
};

use crate::Words;

/// What people call the things a sentence speaks about. Whatever is not known is
/// called by its code, so a sentence is always whole.
pub trait Lookup {
    /// The name of a part of the city.
    fn area(&self, code: &AreaCode) -> Option<String> {
        let _ = code;
        None
    }
    /// The name of a building or block.
    fn complex(&self, code: &ComplexCode) -> Option<String> {
        let _ = code;
        None
    }
    /// The name of a target group.
    fn group(&self, code: &GroupCode) -> Option<String> {
        let _ = code;
        None
    }
    /// The name of an association.
    fn association(&self, code: &OrganisationCode) -> Option<String> {
        let _ = code;
        None
    }
    /// What a home on offer is called, mostly its address.
    fn home(&self, code: &VacancyCode) -> Option<String> {
        let _ = code;
        None
    }
}

/// Knows no names: everything is called by its code.
#[derive(Debug, Clone, Copy)]
pub struct Codes;

impl Lookup for Codes {}

/// The names a round brings along itself: its areas, complexes and groups, and
/// the street of each home.
#[derive(Debug, Clone)]
pub struct RoundNames<'a> {
    places: BTreeMap<&'a Place, &'a str>,
    groups: BTreeMap<&'a GroupCode, &'a str>,
    homes: BTreeMap<&'a VacancyCode, &'a str>,
    associations: BTreeMap<&'a OrganisationCode, &'a str>,
}

impl<'a> RoundNames<'a> {
    /// Collects the names of a round.
    pub fn new(input: &'a RoundInput) -> Self {
        Self {
            places: input.nodes.iter().map(|node| (&node.place, node.name.as_str())).collect(),
            groups: input.groups.iter().map(|group| (&group.code, group.name.as_str())).collect(),
            homes: input.homes.iter().map(|home| (&home.vacancy, home.street.as_str())).collect(),
            associations: input
                .associations
                .iter()
                .map(|it| (&it.code, it.name.as_str()))
                .collect(),
        }
    }
}

impl Lookup for RoundNames<'_> {
    fn area(&self, code: &AreaCode) -> Option<String> {
        self.places.get(&Place::Area(code.clone())).map(|name| (*name).to_owned())
    }
    fn complex(&self, code: &ComplexCode) -> Option<String> {
        self.places.get(&Place::Complex(code.clone())).map(|name| (*name).to_owned())
    }
    fn group(&self, code: &GroupCode) -> Option<String> {
        self.groups.get(code).map(|name| (*name).to_owned())
    }
    fn association(&self, code: &OrganisationCode) -> Option<String> {
        self.associations.get(code).map(|name| (*name).to_owned())
    }
    fn home(&self, code: &VacancyCode) -> Option<String> {
        self.homes.get(code).map(|street| format!("{code}, {street}"))
    }
}

impl Words {
    /// What people call a place: an area by its name, a street with its neighbourhood.
    pub fn place(self, place: &Place, names: &dyn Lookup) -> String {
        match place {
            Place::Area(code) => names.area(code).unwrap_or_else(|| code.to_string()),
            Place::Street { neighbourhood, street } => {
                let area = names.area(neighbourhood).unwrap_or_else(|| neighbourhood.to_string());
                self.t_with("place-street", &[("street", street.into()), ("area", area.into())])
            }
            Place::Complex(code) => {
                let name = names.complex(code).unwrap_or_else(|| code.to_string());
                self.t_with("place-complex", &[("name", name.into())])
            }
        }
    }

    /// What people call something with a floor and a ceiling.
    pub fn bound(self, bound: &Bound, names: &dyn Lookup) -> String {
        match bound {
            Bound::Group(code) => group(code, names),
            Bound::Area(place) => self.place(place, names),
            Bound::Association(code) => association(code, names),
        }
    }
}

pub(super) fn group(code: &GroupCode, names: &dyn Lookup) -> String {
    names.group(code).unwrap_or_else(|| code.to_string())
}

pub(super) fn association(code: &OrganisationCode, names: &dyn Lookup) -> String {
    names.association(code).unwrap_or_else(|| code.to_string())
}

pub(super) fn home(code: &VacancyCode, names: &dyn Lookup) -> String {
    names.home(code).unwrap_or_else(|| code.to_string())
}
