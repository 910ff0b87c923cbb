//! One plain struct for a row of each kind of file. Things name each other by the
//! codes people use; identifiers of the database are not known here.

use jiff::civil::Date;
use sleutel_domain::{
    Answer, AreaCode, ComplexCode, DwellingCode, GroupCode, OrganisationCode, PersonName, Phrase,
    Reference, VacancyCode,
    access::OrganisationKind,
    homes::{AreaLevel, DwellingFacts, EnergyLabel, Place, VacancyStatus},
    participants::{
        AreaWish, Exclusion, Limits, LivingSituation, Member, NetworkTie, PriorityGround,
        Readiness, ThreeQuestions,
    },
    placement::{Fixing, SupportLoad, Together},
};

/// A record with the place it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<T> {
    /// Row in a table, the header being row 1; feature in a map file, the first being 1.
    pub row: u32,
    /// What was read.
    pub record: T,
}

impl<T> From<T> for Located<T> {
    /// A record that was not read from a file: row 0, which findings leave out.
    fn from(record: T) -> Self {
        Self { row: 0, record }
    }
}

/// An organisation that takes part.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationRecord {
    /// Its key.
    pub code: OrganisationCode,
    /// What people call it.
    pub name: Phrase,
    /// What it is to the programme.
    pub kind: OrganisationKind,
}

/// A multipolygon in longitude and latitude (WGS84): polygons, of rings, of points.
/// The first ring of a polygon is its outline, the others are holes; each ring ends
/// on the point it started from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Geometry(pub Vec<Vec<Vec<[f64; 2]>>>);

/// A part of the city.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaRecord {
    /// Its key.
    pub code: AreaCode,
    /// What people call it.
    pub name: Phrase,
    /// How large it is.
    pub level: AreaLevel,
    /// The part it lies in.
    pub parent: Option<AreaCode>,
    /// Its shape; empty when the file gives none (a larger part then is the union of
    /// its parts).
    pub geometry: Geometry,
}

/// Public figures of a part of the city in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaFigureRecord {
    /// Which part; with the year the key.
    pub area: AreaCode,
    /// Which year.
    pub year: i16,
    /// Private households.
    pub households: Option<u32>,
    /// Inhabitants.
    pub inhabitants: Option<u32>,
    /// Mean household size.
    pub average_household: Option<f64>,
    /// Homes owned by who lives in them, percent.
    pub owner_occupied_percent: Option<f64>,
    /// Land in hectares.
    pub surface_ha: Option<u32>,
    /// Homes of housing associations.
    pub association_homes: Option<u32>,
    /// Who published it.
    pub source: Phrase,
}

/// The three main groups agreements speak of ("hoofdgroep").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MainGroup {
    /// Priority without support in the home.
    WithoutSupport,
    /// Priority with support in the home.
    WithSupport,
    /// Refugees with a residence status ("statushouders").
    StatusHolders,
}

impl MainGroup {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::WithoutSupport, Self::WithSupport, Self::StatusHolders];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::WithoutSupport => "without-support",
            Self::WithSupport => "with-support",
            Self::StatusHolders => "status-holders",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

impl MainGroup {
    /// The code it goes by among the groups of a round, such as `main:with-support`; a
    /// target group has a code of its own.
    pub fn share_code(self) -> Option<GroupCode> {
        GroupCode::new(&format!("{SHARE}{}", self.code())).ok()
    }

    /// Reads the code back; `None` for that of a target group.
    pub fn from_share_code(code: &GroupCode) -> Option<Self> {
        code.as_str().strip_prefix(SHARE).and_then(Self::from_code)
    }
}

/// What the code of a main group begins with in a round.
const SHARE: &str = "main:";

/// What was agreed for a main group in a year, over its target groups together.
#[derive(Debug, Clone, PartialEq)]
pub struct MainGroupRecord {
    /// Which year; with the main group the key.
    pub year: i16,
    /// Which main group.
    pub main_group: MainGroup,
    /// At least this many homes (0: no floor).
    pub lower: u32,
    /// At most this many; `None`: no ceiling.
    pub upper: Option<u32>,
}

/// What an association promised for a year ("taakstelling"), and the most it gives.
#[derive(Debug, Clone, PartialEq)]
pub struct AssociationTargetRecord {
    /// Which year; with the association the key. `None`: that of the round.
    pub year: Option<i16>,
    /// Which association.
    pub association: OrganisationCode,
    /// What people call it, where no file of organisations says it.
    pub name: Option<Phrase>,
    /// At least this many homes (0: no floor).
    pub lower: u32,
    /// At most this many; `None`: no ceiling.
    pub upper: Option<u32>,
    /// Homes that count already.
    pub realised: u32,
}

/// Two households that move together or not at all.
#[derive(Debug, Clone, PartialEq)]
pub struct TogetherRecord {
    /// Who, and how near.
    pub link: Together,
    /// Why, in somebody's own words.
    pub reason: Option<Phrase>,
}

/// A target group ("doelgroep").
#[derive(Debug, Clone, PartialEq)]
pub struct GroupRecord {
    /// Its key.
    pub code: GroupCode,
    /// Its name in Dutch.
    pub name_nl: Phrase,
    /// Its name in English.
    pub name_en: Phrase,
    /// Its main group.
    pub main_group: MainGroup,
    /// Its households get support in the home.
    pub with_support: bool,
    /// Its homes count in the yearly number.
    pub counts: bool,
    /// The first day on which it is so; `None`: the file does not say.
    pub valid_from: Option<Date>,
    /// The last day on which it is so; `None`: the file does not say.
    pub valid_until: Option<Date>,
}

/// A group's numbers in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct QuotaRecord {
    /// Which year; with the group the key.
    pub year: i16,
    /// Which group.
    pub group: GroupCode,
    /// Households expected to need a home, at least 1.
    pub expected: u32,
    /// At least this many homes (0: no floor).
    pub lower: u32,
    /// At most this many; `None`: no ceiling.
    pub upper: Option<u32>,
    /// Homes that count already.
    pub realised: u32,
}

/// One row of `group-quotas.csv`: the group and its numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupQuotaRecord {
    /// The group.
    pub group: GroupRecord,
    /// Its numbers in a year.
    pub quota: QuotaRecord,
}

/// The numbers of a part of the city in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct CeilingRecord {
    /// Which year; with the place the key.
    pub year: i16,
    /// An area or a complex, never a street.
    pub place: Place,
    /// At least this many homes (0: no floor).
    pub lower: u32,
    /// At most this many; `None`: no ceiling.
    pub upper: Option<u32>,
    /// Homes that count already.
    pub realised: u32,
    /// The most points of support load it can carry; `None`: no such limit.
    pub load: Option<u32>,
}

/// A building or block.
#[derive(Debug, Clone, PartialEq)]
pub struct ComplexRecord {
    /// Its key.
    pub code: ComplexCode,
    /// What people call it.
    pub name: Phrase,
    /// Whose it is.
    pub association: OrganisationCode,
    /// Where it stands.
    pub neighbourhood: AreaCode,
    /// Its street.
    pub street: Phrase,
}

/// A home.
#[derive(Debug, Clone, PartialEq)]
pub struct DwellingRecord {
    /// Its key.
    pub code: DwellingCode,
    /// Who lets it.
    pub association: OrganisationCode,
    /// The building it is part of.
    pub complex: Option<ComplexCode>,
    /// Where it stands; `None` only with a complex, whose neighbourhood then counts.
    pub neighbourhood: Option<AreaCode>,
    /// Its street.
    pub street: Phrase,
    /// House number with letter and addition.
    pub house_number: Phrase,
    /// Postcode, capitals, without a blank (`1013AB`).
    pub postcode: Option<Phrase>,
    /// The sixteen digits of the national register of addresses ("BAG").
    pub bag_id: Option<Phrase>,
    /// Energy label.
    pub energy: Option<EnergyLabel>,
    /// What it is like.
    pub facts: DwellingFacts,
}

/// One time a home comes free.
#[derive(Debug, Clone, PartialEq)]
pub struct VacancyRecord {
    /// Its key.
    pub code: VacancyCode,
    /// Which home.
    pub dwelling: DwellingCode,
    /// First day it can be lived in.
    pub available_from: Date,
    /// The year it counts for.
    pub year: i16,
    /// What has become of it.
    pub status: VacancyStatus,
}

/// One file with its head of household.
#[derive(Debug, Clone, PartialEq)]
pub struct ParticipantRecord {
    /// Its key.
    pub reference: Reference,
    /// Which group it counts for.
    pub group: GroupCode,
    /// Who supports the household.
    pub provider: OrganisationCode,
    /// The log-in name of the support worker.
    pub worker: Option<Phrase>,
    /// Given name of the head.
    pub given: PersonName,
    /// Family name of the head.
    pub family: PersonName,
    /// Date of birth of the head.
    pub born: Option<Date>,
    /// Since when the household waits.
    pub waiting_since: Date,
    /// Whether it can be proposed now.
    pub readiness: Readiness,
    /// Why it goes before others, if it does.
    pub ground: PriorityGround,
    /// What a home must have or may not have.
    pub limits: Limits,
    /// The conversation in three questions.
    pub questions: ThreeQuestions,
    /// Where it lives while waiting.
    pub living_situation: Option<LivingSituation>,
    /// How much support it takes from where it lives.
    pub load: Answer<SupportLoad>,
}

/// Somebody of a household other than the head.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberRecord {
    /// Whose file.
    pub reference: Reference,
    /// Number within the household, from 2; with the reference the key.
    pub number: u8,
    /// Who it is.
    pub member: Member,
}

/// One wish about where to live.
#[derive(Debug, Clone, PartialEq)]
pub struct WishRecord {
    /// Whose file.
    pub reference: Reference,
    /// The wish.
    pub wish: AreaWish,
}

/// Somebody or something of the person's, somewhere in the city.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkRecord {
    /// Whose file.
    pub reference: Reference,
    /// The tie.
    pub tie: NetworkTie,
}

/// A place where somebody cannot be housed.
#[derive(Debug, Clone, PartialEq)]
pub struct ExclusionRecord {
    /// Whose file.
    pub reference: Reference,
    /// The exclusion.
    pub exclusion: Exclusion,
}

/// A pin or a ban; only in a round's folder.
#[derive(Debug, Clone, PartialEq)]
pub struct FixingRecord {
    /// The pin or ban.
    pub fixing: Fixing,
}

/// A home that was offered before; only in a round's folder.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferedRecord {
    /// Whose file.
    pub reference: Reference,
    /// Which home.
    pub dwelling: DwellingCode,
}

/// Homes that are expected in the half year after a round; only in a round's folder.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedRecord {
    /// A dwelling they are like.
    pub dwelling: DwellingCode,
    /// How many.
    pub homes: u32,
}

/// The choices of a round (`round.toml`); only in a round's folder.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundRecord {
    /// The day the round is held for.
    pub date: Date,
    /// The seed of the lot.
    pub seed: u64,
    /// How many rooms more than needed still fit.
    pub spare_rooms: u8,
    /// What a household counts for whose support load nobody has told.
    pub unknown_load: SupportLoad,
    /// How many futures are drawn to look ahead; 0: the round does not look ahead.
    pub ahead: u8,
}
