use crate::records::{
    AreaFigureRecord, AreaRecord, AssociationTargetRecord, CeilingRecord, ComplexRecord,
    DwellingRecord, ExclusionRecord, GroupQuotaRecord, Located, MainGroupRecord, MemberRecord,
    NetworkRecord, OrganisationRecord, ParticipantRecord, TogetherRecord, VacancyRecord,
    WishRecord,
};

/// What a file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Organisations,
    Areas,
    AreaFigures,
    GroupQuotas,
    MainGroups,
    AssociationTargets,
    Ceilings,
    Complexes,
    Dwellings,
    Vacancies,
    Participants,
    Members,
    Wishes,
    Network,
    Exclusions,
    Together,
}

impl Kind {
    /// All of them in the order they load: what is named comes before what names it.
    pub const ALL: [Self; 16] = [
        Self::Organisations,
        Self::Areas,
        Self::AreaFigures,
        Self::GroupQuotas,
        Self::MainGroups,
        Self::AssociationTargets,
        Self::Complexes,
        Self::Ceilings,
        Self::Dwellings,
        Self::Vacancies,
        Self::Participants,
        Self::Members,
        Self::Wishes,
        Self::Network,
        Self::Exclusions,
        Self::Together,
    ];

    /// The word on the command line and in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::Areas => "areas",
            Self::AreaFigures => "area-figures",
            Self::GroupQuotas => "group-quotas",
            Self::MainGroups => "main-groups",
            Self::AssociationTargets => "association-targets",
            Self::Ceilings => "ceilings",
            Self::Complexes => "complexes",
            Self::Dwellings => "dwellings",
            Self::Vacancies => "vacancies",
            Self::Participants => "participants",
            Self::Members => "members",
            Self::Wishes => "wishes",
            Self::Network => "network",
            Self::Exclusions => "exclusions",
            Self::Together => "together",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// What the file is called in a folder: the code with `.csv`, areas with `.geojson`.
    pub fn file_name(self) -> String {
        match self {
            Self::Areas => format!("{}.geojson", self.code()),
            Self::Organisations
            | Self::AreaFigures
            | Self::GroupQuotas
            | Self::MainGroups
            | Self::AssociationTargets
            | Self::Ceilings
            | Self::Complexes
            | Self::Dwellings
            | Self::Vacancies
            | Self::Participants
            | Self::Members
            | Self::Wishes
            | Self::Network
            | Self::Exclusions
            | Self::Together => format!("{}.csv", self.code()),
        }
    }
}

/// What a file held, row by row, in its order.
#[derive(Debug, Clone, PartialEq)]
pub enum Records {
    Organisations(Vec<Located<OrganisationRecord>>),
    Areas(Vec<Located<AreaRecord>>),
    AreaFigures(Vec<Located<AreaFigureRecord>>),
    GroupQuotas(Vec<Located<GroupQuotaRecord>>),
    MainGroups(Vec<Located<MainGroupRecord>>),
    AssociationTargets(Vec<Located<AssociationTargetRecord>>),
    Ceilings(Vec<Located<CeilingRecord>>),
    Complexes(Vec<Located<ComplexRecord>>),
    Dwellings(Vec<Located<DwellingRecord>>),
    Vacancies(Vec<Located<VacancyRecord>>),
    Participants(Vec<Located<ParticipantRecord>>),
    Members(Vec<Located<MemberRecord>>),
    Wishes(Vec<Located<WishRecord>>),
    Network(Vec<Located<NetworkRecord>>),
    Exclusions(Vec<Located<ExclusionRecord>>),
    Together(Vec<Located<TogetherRecord>>),
}

impl Records {
    /// Which kind of file they are of.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Organisations(_) => Kind::Organisations,
            Self::Areas(_) => Kind::Areas,
            Self::AreaFigures(_) => Kind::AreaFigures,
            Self::GroupQuotas(_) => Kind::GroupQuotas,
            Self::MainGroups(_) => Kind::MainGroups,
            Self::AssociationTargets(_) => Kind::AssociationTargets,
            Self::Ceilings(_) => Kind::Ceilings,
            Self::Complexes(_) => Kind::Complexes,
            Self::Dwellings(_) => Kind::Dwellings,
            Self::Vacancies(_) => Kind::Vacancies,
            Self::Participants(_) => Kind::Participants,
            Self::Members(_) => Kind::Members,
            Self::Wishes(_) => Kind::Wishes,
            Self::Network(_) => Kind::Network,
            Self::Exclusions(_) => Kind::Exclusions,
            Self::Together(_) => Kind::Together,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Organisations(rows) => rows.len(),
            Self::Areas(rows) => rows.len(),
            Self::AreaFigures(rows) => rows.len(),
            Self::GroupQuotas(rows) => rows.len(),
            Self::MainGroups(rows) => rows.len(),
            Self::AssociationTargets(rows) => rows.len(),
            Self::Ceilings(rows) => rows.len(),
            Self::Complexes(rows) => rows.len(),
            Self::Dwellings(rows) => rows.len(),
            Self::Vacancies(rows) => rows.len(),
            Self::Participants(rows) => rows.len(),
            Self::Members(rows) => rows.len(),
            Self::Wishes(rows) => rows.len(),
            Self::Network(rows) => rows.len(),
            Self::Exclusions(rows) => rows.len(),
            Self::Together(rows) => rows.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_code() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
    }
}
