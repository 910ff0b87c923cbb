use serde::{Deserialize, Serialize};
use sleutel_domain::{
    GroupCode, OrganisationCode, Reference, VacancyCode,
    homes::Adaptation,
    placement::{
        BoundUse, Change, EmptyHome, Fit, Goal, GoalReached, Placement, Proposal, Question,
        RuleName, RunnerUp, Shortfall, Unplaced, WhyEmpty, WhyNot,
    },
};

use super::{
    StoredError,
    ahead::StoredPrices,
    bytes,
    limits::{StoredBound, StoredCollision, StoredLoadUse, StoredWorth},
    read,
    shared::{Read, StoredPlace, StoredRefusal, cents, code, word},
};

/// What the second version adds, one of the first has none of.
const FORMATS: [&str; 2] = ["sleutel-proposal/2", "sleutel-proposal/1"];

/// The proposal as bytes: the same proposal gives the same bytes.
pub fn proposal_to_json(proposal: &Proposal) -> Vec<u8> {
    bytes(&StoredProposal {
        format: FORMATS[0].to_owned(),
        engine: proposal.engine.clone(),
        placements: proposal.placements.iter().map(StoredPlacement::new).collect(),
        unplaced: proposal.unplaced.iter().map(StoredUnplaced::new).collect(),
        empty: proposal.empty.iter().map(StoredEmpty::new).collect(),
        goals: proposal.goals.iter().map(StoredGoal::new).collect(),
        bounds: proposal.bounds.iter().map(StoredUse::new).collect(),
        shortfalls: proposal.shortfalls.iter().map(StoredShortfall::new).collect(),
        pins_broken: proposal
            .pins_broken
            .iter()
            .map(|(candidate, vacancy)| (candidate.to_string(), vacancy.to_string()))
            .collect(),
        loads: proposal.loads.iter().map(StoredLoadUse::new).collect(),
        collisions: proposal.collisions.iter().map(StoredCollision::new).collect(),
        worth: proposal.worth.iter().map(StoredWorth::new).collect(),
        branches: proposal.branches,
        ahead: proposal.ahead.as_ref().map(StoredPrices::new),
    })
}

/// The proposal from its bytes. Fails as [`super::from_json`] does.
pub fn proposal_from_json(bytes: &[u8]) -> Result<Proposal, StoredError> {
    let stored: StoredProposal = read(bytes, &FORMATS)?;
    Ok(Proposal {
        engine: stored.engine,
        placements: all(stored.placements, StoredPlacement::read)?,
        unplaced: all(stored.unplaced, StoredUnplaced::read)?,
        empty: all(stored.empty, StoredEmpty::read)?,
        goals: all(stored.goals, StoredGoal::read)?,
        bounds: all(stored.bounds, StoredUse::read)?,
        shortfalls: all(stored.shortfalls, StoredShortfall::read)?,
        pins_broken: all(stored.pins_broken, |(candidate, vacancy)| {
            Ok((reference(&candidate)?, vacancy_code(&vacancy)?))
        })?,
        loads: all(stored.loads, StoredLoadUse::read)?,
        collisions: all(stored.collisions, StoredCollision::read)?,
        worth: all(stored.worth, StoredWorth::read)?,
        branches: stored.branches,
        ahead: stored.ahead.map(StoredPrices::read).transpose()?,
    })
}

pub(super) fn all<S, T>(stored: Vec<S>, read: impl Fn(S) -> Read<T>) -> Read<Vec<T>> {
    stored.into_iter().map(read).collect()
}

pub(super) fn reference(text: &str) -> Read<Reference> {
    code("candidate", text, Reference::new)
}

pub(super) fn vacancy_code(text: &str) -> Read<VacancyCode> {
    code("vacancy", text, VacancyCode::new)
}

pub(super) fn group_code(text: &str) -> Read<GroupCode> {
    code("group", text, GroupCode::new)
}

pub(super) fn association(text: &str) -> Read<OrganisationCode> {
    code("association", text, OrganisationCode::new)
}

pub(super) fn goal(text: &str) -> Read<Goal> {
    word("goal", text, Goal::from_code)
}

fn question(text: &str) -> Read<Question> {
    word("question", text, Question::from_code)
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredProposal {
    format: String,
    engine: String,
    placements: Vec<StoredPlacement>,
    unplaced: Vec<StoredUnplaced>,
    empty: Vec<StoredEmpty>,
    goals: Vec<StoredGoal>,
    bounds: Vec<StoredUse>,
    shortfalls: Vec<StoredShortfall>,
    pins_broken: Vec<(String, String)>,
    #[serde(default)]
    loads: Vec<StoredLoadUse>,
    #[serde(default)]
    collisions: Vec<StoredCollision>,
    #[serde(default)]
    worth: Vec<StoredWorth>,
    #[serde(default)]
    branches: u32,
    /// Left out by a round that does not look ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ahead: Option<StoredPrices>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredFit {
    wish: i32,
    network: i32,
    rooms: i32,
    rent: i32,
    /// Left out when it is nothing.
    #[serde(default, skip_serializing_if = "is_nothing")]
    later: i32,
}

fn is_nothing(points: &i32) -> bool {
    *points == 0
}

impl StoredFit {
    fn new(fit: Fit) -> Self {
        let Fit { wish, network, rooms, rent, later } = fit;
        Self { wish, network, rooms, rent, later }
    }

    fn read(self) -> Fit {
        let Self { wish, network, rooms, rent, later } = self;
        Fit { wish, network, rooms, rent, later }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredRunnerUp {
    candidate: String,
    fit: StoredFit,
    decided_by: String,
    loss: i64,
}

impl StoredRunnerUp {
    fn new(it: &RunnerUp) -> Self {
        Self {
            candidate: it.candidate.to_string(),
            fit: StoredFit::new(it.fit),
            decided_by: it.decided_by.code().to_owned(),
            loss: it.loss,
        }
    }

    fn read(self) -> Read<RunnerUp> {
        Ok(RunnerUp {
            candidate: reference(&self.candidate)?,
            fit: self.fit.read(),
            decided_by: goal(&self.decided_by)?,
            loss: self.loss,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPlacement {
    candidate: String,
    vacancy: String,
    fit: StoredFit,
    pinned: bool,
    weeks_waited: u32,
    on_ground: bool,
    runners_up: Vec<StoredRunnerUp>,
}

impl StoredPlacement {
    fn new(it: &Placement) -> Self {
        Self {
            candidate: it.candidate.to_string(),
            vacancy: it.vacancy.to_string(),
            fit: StoredFit::new(it.fit),
            pinned: it.pinned,
            weeks_waited: it.weeks_waited,
            on_ground: it.on_ground,
            runners_up: it.runners_up.iter().map(StoredRunnerUp::new).collect(),
        }
    }

    fn read(self) -> Read<Placement> {
        Ok(Placement {
            candidate: reference(&self.candidate)?,
            vacancy: vacancy_code(&self.vacancy)?,
            fit: self.fit.read(),
            pinned: self.pinned,
            weeks_waited: self.weeks_waited,
            on_ground: self.on_ground,
            runners_up: all(self.runners_up, StoredRunnerUp::read)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum StoredWhyNot {
    NotReady,
    NoHomeFits { refused_by: Vec<(String, u32)> },
    AskFirst { questions: Vec<String> },
    GroupFull { group: String, upper: u32 },
    AreaFull { place: StoredPlace, upper: u32 },
    LoadFull { place: StoredPlace, upper: u32 },
    AssociationFull { association: String, upper: u32 },
    Together { with: String },
    Outweighed { vacancy: String, decided_by: String, loss: i64 },
}

impl StoredWhyNot {
    fn new(why: &WhyNot) -> Self {
        match why {
            WhyNot::NotReady => Self::NotReady,
            WhyNot::NoHomeFits { refused_by } => Self::NoHomeFits {
                refused_by: refused_by.iter().map(|(it, n)| (it.code().to_owned(), *n)).collect(),
            },
            WhyNot::AskFirst { questions } => Self::AskFirst {
                questions: questions.iter().map(|it| it.code().to_owned()).collect(),
            },
            WhyNot::GroupFull { group, upper } => {
                Self::GroupFull { group: group.to_string(), upper: *upper }
            }
            WhyNot::AreaFull { place, upper } => {
                Self::AreaFull { place: StoredPlace::new(place), upper: *upper }
            }
            WhyNot::LoadFull { place, upper } => {
                Self::LoadFull { place: StoredPlace::new(place), upper: *upper }
            }
            WhyNot::AssociationFull { association, upper } => {
                Self::AssociationFull { association: association.to_string(), upper: *upper }
            }
            WhyNot::Together { with } => Self::Together { with: with.to_string() },
            WhyNot::Outweighed { vacancy, decided_by, loss } => Self::Outweighed {
                vacancy: vacancy.to_string(),
                decided_by: decided_by.code().to_owned(),
                loss: *loss,
            },
        }
    }

    fn read(self) -> Read<WhyNot> {
        Ok(match self {
            Self::NotReady => WhyNot::NotReady,
            Self::NoHomeFits { refused_by } => WhyNot::NoHomeFits {
                refused_by: all(refused_by, |(rule, homes)| {
                    Ok((word("rule", &rule, RuleName::from_code)?, homes))
                })?,
            },
            Self::AskFirst { questions } => {
                WhyNot::AskFirst { questions: all(questions, |it| question(&it))? }
            }
            Self::GroupFull { group, upper } => {
                WhyNot::GroupFull { group: group_code(&group)?, upper }
            }
            Self::AreaFull { place, upper } => WhyNot::AreaFull { place: place.read()?, upper },
            Self::LoadFull { place, upper } => WhyNot::LoadFull { place: place.read()?, upper },
            Self::AssociationFull { association: code, upper } => {
                WhyNot::AssociationFull { association: association(&code)?, upper }
            }
            Self::Together { with } => WhyNot::Together { with: reference(&with)? },
            Self::Outweighed { vacancy, decided_by, loss } => WhyNot::Outweighed {
                vacancy: vacancy_code(&vacancy)?,
                decided_by: goal(&decided_by)?,
                loss,
            },
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum StoredChange {
    Answer { question: String, vacancy: String },
    Rent { limit: i64, vacancy: String },
    Stairs { floor: u8, vacancy: String },
    Place { refusal: StoredRefusal, vacancy: String },
    Lift { refusal: StoredRefusal, vacancy: String },
    GroupCeiling { group: String, upper: u32 },
    AreaCeiling { place: StoredPlace, upper: u32 },
    LoadCeiling { place: StoredPlace, upper: u32 },
    AssociationCeiling { association: String, upper: u32 },
    Apart { from: String },
    OneMoreLike { vacancy: String },
    MakeReady,
    HomeWith { rooms: u8, adaptation: String, rent: Option<i64> },
}

impl StoredChange {
    fn new(change: &Change) -> Self {
        match change {
            Change::Answer { question, vacancy } => {
                let question = question.code().to_owned();
                Self::Answer { question, vacancy: vacancy.to_string() }
            }
            Change::Rent { limit, vacancy } => {
                Self::Rent { limit: limit.get(), vacancy: vacancy.to_string() }
            }
            Change::Stairs { floor, vacancy } => {
                Self::Stairs { floor: *floor, vacancy: vacancy.to_string() }
            }
            Change::Place { refusal, vacancy } => {
                let refusal = StoredRefusal::new(refusal);
                Self::Place { refusal, vacancy: vacancy.to_string() }
            }
            Change::Lift { refusal, vacancy } => {
                let refusal = StoredRefusal::new(refusal);
                Self::Lift { refusal, vacancy: vacancy.to_string() }
            }
            Change::GroupCeiling { group, upper } => {
                Self::GroupCeiling { group: group.to_string(), upper: *upper }
            }
            Change::AreaCeiling { place, upper } => {
                Self::AreaCeiling { place: StoredPlace::new(place), upper: *upper }
            }
            Change::LoadCeiling { place, upper } => {
                Self::LoadCeiling { place: StoredPlace::new(place), upper: *upper }
            }
            Change::AssociationCeiling { association, upper } => {
                Self::AssociationCeiling { association: association.to_string(), upper: *upper }
            }
            Change::Apart { from } => Self::Apart { from: from.to_string() },
            Change::OneMoreLike { vacancy } => Self::OneMoreLike { vacancy: vacancy.to_string() },
            Change::MakeReady => Self::MakeReady,
            Change::HomeWith { rooms, adaptation, rent } => Self::HomeWith {
                rooms: *rooms,
                adaptation: adaptation.code().to_owned(),
                rent: rent.map(|rent| rent.get()),
            },
        }
    }

    fn read(self) -> Read<Change> {
        Ok(match self {
            Self::Answer { question: asked, vacancy } => {
                Change::Answer { question: question(&asked)?, vacancy: vacancy_code(&vacancy)? }
            }
            Self::Rent { limit, vacancy } => {
                Change::Rent { limit: cents("limit", limit)?, vacancy: vacancy_code(&vacancy)? }
            }
            Self::Stairs { floor, vacancy } => {
                Change::Stairs { floor, vacancy: vacancy_code(&vacancy)? }
            }
            Self::Place { refusal, vacancy } => {
                Change::Place { refusal: refusal.read()?, vacancy: vacancy_code(&vacancy)? }
            }
            Self::Lift { refusal, vacancy } => {
                Change::Lift { refusal: refusal.read()?, vacancy: vacancy_code(&vacancy)? }
            }
            Self::GroupCeiling { group, upper } => {
                Change::GroupCeiling { group: group_code(&group)?, upper }
            }
            Self::AreaCeiling { place, upper } => {
                Change::AreaCeiling { place: place.read()?, upper }
            }
            Self::LoadCeiling { place, upper } => {
                Change::LoadCeiling { place: place.read()?, upper }
            }
            Self::AssociationCeiling { association: code, upper } => {
                Change::AssociationCeiling { association: association(&code)?, upper }
            }
            Self::Apart { from } => Change::Apart { from: reference(&from)? },
            Self::OneMoreLike { vacancy } => {
                Change::OneMoreLike { vacancy: vacancy_code(&vacancy)? }
            }
            Self::MakeReady => Change::MakeReady,
            Self::HomeWith { rooms, adaptation, rent } => Change::HomeWith {
                rooms,
                adaptation: word("adaptation", &adaptation, Adaptation::from_code)?,
                rent: rent.map(|rent| cents("rent", rent)).transpose()?,
            },
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredUnplaced {
    candidate: String,
    why: StoredWhyNot,
    possible: u32,
    change: Option<StoredChange>,
}

impl StoredUnplaced {
    fn new(it: &Unplaced) -> Self {
        Self {
            candidate: it.candidate.to_string(),
            why: StoredWhyNot::new(&it.why),
            possible: it.possible,
            change: it.change.as_ref().map(StoredChange::new),
        }
    }

    fn read(self) -> Read<Unplaced> {
        Ok(Unplaced {
            candidate: reference(&self.candidate)?,
            why: self.why.read()?,
            possible: self.possible,
            change: self.change.map(StoredChange::read).transpose()?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum StoredWhyEmpty {
    NobodyFits { once_asked: u32 },
    AreaFull { place: StoredPlace, upper: u32 },
    LoadFull { place: StoredPlace, upper: u32 },
    AssociationFull { association: String, upper: u32 },
    OthersWentElsewhere,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredEmpty {
    vacancy: String,
    why: StoredWhyEmpty,
}

impl StoredEmpty {
    fn new(it: &EmptyHome) -> Self {
        let why = match &it.why {
            WhyEmpty::NobodyFits { once_asked } => {
                StoredWhyEmpty::NobodyFits { once_asked: *once_asked }
            }
            WhyEmpty::AreaFull { place, upper } => {
                StoredWhyEmpty::AreaFull { place: StoredPlace::new(place), upper: *upper }
            }
            WhyEmpty::LoadFull { place, upper } => {
                StoredWhyEmpty::LoadFull { place: StoredPlace::new(place), upper: *upper }
            }
            WhyEmpty::AssociationFull { association, upper } => {
                let association = association.to_string();
                StoredWhyEmpty::AssociationFull { association, upper: *upper }
            }
            WhyEmpty::OthersWentElsewhere => StoredWhyEmpty::OthersWentElsewhere,
        };
        Self { vacancy: it.vacancy.to_string(), why }
    }

    fn read(self) -> Read<EmptyHome> {
        let why = match self.why {
            StoredWhyEmpty::NobodyFits { once_asked } => WhyEmpty::NobodyFits { once_asked },
            StoredWhyEmpty::AreaFull { place, upper } => {
                WhyEmpty::AreaFull { place: place.read()?, upper }
            }
            StoredWhyEmpty::LoadFull { place, upper } => {
                WhyEmpty::LoadFull { place: place.read()?, upper }
            }
            StoredWhyEmpty::AssociationFull { association: code, upper } => {
                WhyEmpty::AssociationFull { association: association(&code)?, upper }
            }
            StoredWhyEmpty::OthersWentElsewhere => WhyEmpty::OthersWentElsewhere,
        };
        Ok(EmptyHome { vacancy: vacancy_code(&self.vacancy)?, why })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredGoal {
    goal: String,
    reached: i64,
    bound: i64,
}

impl StoredGoal {
    fn new(it: &GoalReached) -> Self {
        Self { goal: it.goal.code().to_owned(), reached: it.reached, bound: it.bound }
    }

    fn read(self) -> Read<GoalReached> {
        Ok(GoalReached { goal: goal(&self.goal)?, reached: self.reached, bound: self.bound })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredUse {
    bound: StoredBound,
    before: u32,
    after: u32,
    lower: u32,
    upper: Option<u32>,
}

impl StoredUse {
    fn new(it: &BoundUse) -> Self {
        let BoundUse { bound, before, after, lower, upper } = it;
        let (before, after, lower, upper) = (*before, *after, *lower, *upper);
        Self { bound: StoredBound::new(bound), before, after, lower, upper }
    }

    fn read(self) -> Read<BoundUse> {
        let Self { bound, before, after, lower, upper } = self;
        Ok(BoundUse { bound: bound.read()?, before, after, lower, upper })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredShortfall {
    bound: StoredBound,
    due: u32,
    given: u32,
}

impl StoredShortfall {
    fn new(it: &Shortfall) -> Self {
        Self { bound: StoredBound::new(&it.bound), due: it.due, given: it.given }
    }

    fn read(self) -> Read<Shortfall> {
        Ok(Shortfall { bound: self.bound.read()?, due: self.due, given: self.given })
    }
}
