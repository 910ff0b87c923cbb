//! Who takes part: organisations, people who log in, what they are there for.

mod absence;
mod guest;

pub use absence::{Absence, AbsenceRefusal, Colleague, LONGEST_ABSENCE, against_absence};
pub use guest::{
    Guest, GuestRefusal, GuestRole, GuestState, LONGEST_VISIT, can_be_a_guest, last_day_of_a_visit,
};

/// A hand-over of files from one support worker to others ("overdracht van een caseload").
#[derive(Debug)]
pub enum HandOver {}
/// A time away as it was arranged.
#[derive(Debug)]
pub enum Leave {}

/// The programme of one city or region; everything belongs to exactly one.
#[derive(Debug)]
pub enum Programme {}
/// An organisation that takes part.
#[derive(Debug)]
pub enum Organisation {}
/// Somebody who can log in.
#[derive(Debug)]
pub enum Account {}

/// What an organisation is to the programme. Each keeps its own work and is a
/// controller of its own under the GDPR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganisationKind {
    /// The city ("gemeente").
    Municipality,
    /// Lets homes ("woningcorporatie").
    Association,
    /// Supports people ("zorgaanbieder").
    Provider,
}

impl OrganisationKind {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Municipality, Self::Association, Self::Provider];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Association => "association",
            Self::Provider => "provider",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Who has the ball in a step of a road, or may see a field ("aan zet").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// The person it is about ("deelnemer").
    Participant,
    /// Supports them ("zorgaanbieder").
    Provider,
    /// The city ("gemeente").
    Municipality,
    /// Lets the home ("woningcorporatie").
    Association,
    /// Judges from outside whether goals are met ("onafhankelijke derde").
    ThirdPerson,
}

impl Party {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Participant,
        Self::Provider,
        Self::Municipality,
        Self::Association,
        Self::ThirdPerson,
    ];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Provider => "provider",
            Self::Municipality => "municipality",
            Self::Association => "association",
            Self::ThirdPerson => "third-person",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|party| party.code() == code)
    }
}

impl From<OrganisationKind> for Party {
    fn from(kind: OrganisationKind) -> Self {
        match kind {
            OrganisationKind::Municipality => Self::Municipality,
            OrganisationKind::Association => Self::Association,
            OrganisationKind::Provider => Self::Provider,
        }
    }
}

/// What somebody is there to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Keeps the waiting people ready, proposes and decides ("plaatsingscoördinator").
    /// At a provider: for that provider's people. At the municipality: for all.
    PlacementCoordinator,
    /// Puts in homes that come free ("woonconsulent"), for one association.
    LettingConsultant,
    /// Agrees the year's numbers and watches them ("programmamanager"), at the municipality.
    ProgrammeManager,
    /// Supports people ("persoonlijk begeleider"), sees the files in their own caseload.
    SupportWorker,
    /// Decides on urgency and on conversion, within the legal term and with reasons
    /// ("medewerker afdeling Wonen"), at the municipality.
    HousingOfficer,
    /// Runs the installation ("functioneel beheerder"): accounts and imports, no files of people.
    Administrator,
}

impl Role {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 6] = [
        Self::PlacementCoordinator,
        Self::LettingConsultant,
        Self::ProgrammeManager,
        Self::SupportWorker,
        Self::HousingOfficer,
        Self::Administrator,
    ];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::PlacementCoordinator => "placement-coordinator",
            Self::LettingConsultant => "letting-consultant",
            Self::ProgrammeManager => "programme-manager",
            Self::SupportWorker => "support-worker",
            Self::HousingOfficer => "housing-officer",
            Self::Administrator => "administrator",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Which kinds of organisation may give somebody this role.
    pub fn fits(self, kind: OrganisationKind) -> bool {
        match self {
            Self::PlacementCoordinator => {
                matches!(kind, OrganisationKind::Provider | OrganisationKind::Municipality)
            }
            Self::LettingConsultant => kind == OrganisationKind::Association,
            Self::ProgrammeManager | Self::HousingOfficer | Self::Administrator => {
                kind == OrganisationKind::Municipality
            }
            Self::SupportWorker => kind == OrganisationKind::Provider,
        }
    }
}

/// The language somebody reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Nederlands.
    Dutch,
    /// English.
    English,
}

impl Language {
    /// Both, in the order they are shown.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The word in pages and rows (ISO 639-1).
    pub fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}
