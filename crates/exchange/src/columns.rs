//! The columns of each kind of file: what the reader takes, the writer writes and
//! `docs/formats` describes.

use sleutel_domain::{
    access::OrganisationKind,
    homes::{Adaptation, AreaLevel, EnergyLabel, Target, VacancyStatus},
    participants::{
        Custody, Direction, LivingSituation, MemberRole, PartnerStanding, PriorityGround,
        Readiness, Strength, TieKind,
    },
    placement::FixingKind,
};

use crate::{Kind, records::MainGroup};

/// One column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its header, in English, lower case with underscores.
    pub name: &'static str,
    /// What its cells hold.
    pub shape: Shape,
    /// The column has to be there and each cell filled.
    pub required: bool,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Letters, digits, `-`, `_`, `.`, `/` and `:`; at most 64.
    Code,
    /// One line; at most 200 characters, names of people at most 80.
    Text,
    /// Several lines; at most 4,000 characters.
    LongText,
    /// `2026-05-01` or `1-5-2026`.
    Date,
    /// A year of four digits.
    Year,
    /// `yes` or `no`, or `ja` or `nee`, and so on.
    YesNo,
    /// A whole number.
    Whole,
    /// A number that may have decimals.
    Decimal,
    /// Euros, decimal comma or point.
    Amount,
    /// One word of a list.
    OneOf(fn() -> Vec<&'static str>),
}

impl Shape {
    /// How the pages of `docs/formats` write it.
    pub fn describe(&self) -> String {
        match self {
            Self::Code => "code".to_owned(),
            Self::Text => "text".to_owned(),
            Self::LongText => "long text".to_owned(),
            Self::Date => "date".to_owned(),
            Self::Year => "year".to_owned(),
            Self::YesNo => "yes or no".to_owned(),
            Self::Whole => "whole number".to_owned(),
            Self::Decimal => "number".to_owned(),
            Self::Amount => "amount".to_owned(),
            Self::OneOf(words) => format!("one of: {}", words().join(", ")),
        }
    }
}

pub(crate) const fn must(name: &'static str, shape: Shape) -> Column {
    Column { name, shape, required: true }
}
pub(crate) const fn may(name: &'static str, shape: Shape) -> Column {
    Column { name, shape, required: false }
}

/// The columns of a kind of file, in the order they are written. For areas these are
/// the properties of our own form of a map file, and the columns of `areas.csv`.
pub fn columns(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Organisations => ORGANISATIONS,
        Kind::Areas => AREAS,
        Kind::AreaFigures => AREA_FIGURES,
        Kind::GroupQuotas => GROUP_QUOTAS,
        Kind::MainGroups => MAIN_GROUPS,
        Kind::AssociationTargets => ASSOCIATION_TARGETS,
        Kind::Ceilings => CEILINGS,
        Kind::Complexes => COMPLEXES,
        Kind::Dwellings => DWELLINGS,
        Kind::Vacancies => VACANCIES,
        Kind::Participants => PARTICIPANTS,
        Kind::Members => MEMBERS,
        Kind::Wishes => WISHES,
        Kind::Network => NETWORK,
        Kind::Exclusions => EXCLUSIONS,
        Kind::Together => TOGETHER,
    }
}

use Shape::{Amount, Code, Date, Decimal, LongText, OneOf, Text, Whole, Year, YesNo};

macro_rules! lists {
    ($($name:ident: $all:expr;)*) => {
        $(pub(crate) fn $name() -> Vec<&'static str> { $all.iter().map(|it| it.code()).collect() })*
    };
}
lists! {
    organisation_kinds: OrganisationKind::ALL;
    main_groups: MainGroup::ALL;
    levels: AreaLevel::ALL;
    energy_labels: EnergyLabel::ALL;
    adaptations: Adaptation::ALL;
    targets: Target::ALL;
    vacancy_statuses: VacancyStatus::ALL;
    living_situations: LivingSituation::ALL;
    directions: Direction::ALL;
    strengths: Strength::ALL;
    tie_kinds: TieKind::ALL;
    fixing_kinds: FixingKind::ALL;
    standings: PartnerStanding::ALL;
}
/// A complex is no part of the city in a file of areas: it has a file of its own.
pub(crate) fn area_levels() -> Vec<&'static str> {
    AreaLevel::ALL.iter().filter(|it| **it != AreaLevel::Complex).map(|it| it.code()).collect()
}
/// The head stands in the file of participants.
pub(crate) fn member_roles() -> Vec<&'static str> {
    MemberRole::ALL.iter().filter(|it| **it != MemberRole::Head).map(|it| it.code()).collect()
}
pub(crate) fn custodies() -> Vec<&'static str> {
    Custody::CODES.to_vec()
}
pub(crate) fn readiness() -> Vec<&'static str> {
    Readiness::CODES.to_vec()
}
pub(crate) fn grounds() -> Vec<&'static str> {
    PriorityGround::CODES.to_vec()
}

const ORGANISATIONS: &[Column] =
    &[must("code", Code), must("name", Text), must("kind", OneOf(organisation_kinds))];
const AREAS: &[Column] = &[
    must("code", Code),
    must("name", Text),
    must("level", OneOf(area_levels)),
    may("parent", Code),
];
const AREA_FIGURES: &[Column] = &[
    must("area", Code),
    may("year", Year),
    may("households", Whole),
    may("inhabitants", Whole),
    may("average_household", Decimal),
    may("owner_occupied_percent", Decimal),
    may("surface_ha", Whole),
    may("association_homes", Whole),
    may("source", Text),
];
const GROUP_QUOTAS: &[Column] = &[
    must("year", Year),
    must("group", Code),
    must("name_nl", Text),
    must("name_en", Text),
    must("main_group", OneOf(main_groups)),
    must("with_support", YesNo),
    must("counts", YesNo),
    must("expected", Whole),
    may("lower", Whole),
    may("upper", Whole),
    may("realised", Whole),
    may("valid_from", Date),
    may("valid_until", Date),
];
const MAIN_GROUPS: &[Column] = &[
    must("year", Year),
    must("main_group", OneOf(main_groups)),
    may("lower", Whole),
    may("upper", Whole),
];
const ASSOCIATION_TARGETS: &[Column] = &[
    may("year", Year),
    must("association", Code),
    may("name", Text),
    may("lower", Whole),
    may("upper", Whole),
    may("realised", Whole),
];
const CEILINGS: &[Column] = &[
    must("year", Year),
    may("area", Code),
    may("complex", Code),
    may("lower", Whole),
    may("upper", Whole),
    may("realised", Whole),
    may("load_upper", Whole),
];
const COMPLEXES: &[Column] = &[
    must("code", Code),
    must("name", Text),
    must("association", Code),
    must("neighbourhood", Code),
    must("street", Text),
];
const DWELLINGS: &[Column] = &[
    must("code", Code),
    must("association", Code),
    may("complex", Code),
    may("neighbourhood", Code),
    must("street", Text),
    must("house_number", Text),
    may("postcode", Text),
    may("bag_id", Text),
    may("energy", OneOf(energy_labels)),
    must("rooms", Whole),
    may("surface", Whole),
    must("floor", Whole),
    must("lift", YesNo),
    must("adaptation", OneOf(adaptations)),
    must("rent", Amount),
    must("target", OneOf(targets)),
    must("pets_allowed", YesNo),
    must("smoking_allowed", YesNo),
];
const VACANCIES: &[Column] = &[
    must("code", Code),
    must("dwelling", Code),
    must("available_from", Date),
    may("year", Year),
    may("status", OneOf(vacancy_statuses)),
];
const PARTICIPANTS: &[Column] = &[
    must("reference", Code),
    must("group", Code),
    must("provider", Code),
    may("worker", Text),
    must("given", Text),
    must("family", Text),
    may("born", Date),
    must("waiting_since", Date),
    must("readiness", OneOf(readiness)),
    may("ready_since", Date),
    may("paused_reason", Text),
    may("paused_until", Date),
    may("placed_on", Date),
    may("ground", OneOf(grounds)),
    may("term_ends", Date),
    may("rent_most", Amount),
    may("adaptation", OneOf(adaptations)),
    may("stairs_most", Whole),
    may("pets", YesNo),
    may("smokes", YesNo),
    may("sharing", YesNo),
    may("want", LongText),
    may("can", LongText),
    may("need", LongText),
    may("living_situation", OneOf(living_situations)),
    may("support_load", Whole),
];
const MEMBERS: &[Column] = &[
    must("reference", Code),
    must("number", Whole),
    must("role", OneOf(member_roles)),
    must("given", Text),
    must("family", Text),
    may("born", Date),
    may("moves_along", YesNo),
    may("custody", OneOf(custodies)),
    may("custody_nights", Whole),
    may("standing", OneOf(standings)),
];
const WISHES: &[Column] = &[
    must("reference", Code),
    may("area", Code),
    may("street", Text),
    may("complex", Code),
    must("direction", OneOf(directions)),
    must("strength", OneOf(strengths)),
    may("reason", Text),
];
const NETWORK: &[Column] = &[
    must("reference", Code),
    may("area", Code),
    may("street", Text),
    may("complex", Code),
    must("kind", OneOf(tie_kinds)),
    may("note", Text),
];
const EXCLUSIONS: &[Column] = &[
    must("reference", Code),
    may("area", Code),
    may("street", Text),
    may("complex", Code),
    may("until", Date),
    must("reason", Text),
];
const TOGETHER: &[Column] =
    &[must("one", Code), must("other", Code), must("within", OneOf(levels)), may("reason", Text)];
/// Only in a round's folder.
pub(crate) const FIXINGS: &[Column] =
    &[must("reference", Code), must("vacancy", Code), must("kind", OneOf(fixing_kinds))];
/// Only in a round's folder.
pub(crate) const OFFERED: &[Column] = &[must("reference", Code), must("dwelling", Code)];
/// Only in a round's folder.
pub(crate) const EXPECTED: &[Column] = &[must("dwelling", Code), must("homes", Whole)];
/// What homes are shared out by, in a file of its own.
pub(crate) const DEMAND: &[Column] = &[
    must("group", Code),
    must("expected", Decimal),
    may("waiting", Whole),
    may("floor", Whole),
    may("ceiling", Whole),
    may("realised", Whole),
];
