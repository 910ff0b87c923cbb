use super::{AheadPrices, Collision, LoadUse, Question, Refusal, RuleName, Worth};
use crate::{
    Cents, GroupCode, OrganisationCode, Reference, VacancyCode,
    homes::{Adaptation, Place},
};

/// What a proposal aims at, in strict order: an earlier goal is never given up for
/// a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Goal {
    /// Pins by people that could be kept (more is better).
    Pins,
    /// Floors of groups and areas, homes short (fewer is better).
    Floors,
    /// Households whose term runs out or who are unsafe, placed (more is better).
    Ground,
    /// All groups helped to a comparable degree (see `docs/decisions`).
    Comparable,
    /// Homes used (more is better).
    HomesUsed,
    /// Fit with the person's own wish and network, points (more is better).
    Fit,
    /// Weeks waited by those placed (more is better).
    Waiting,
    /// Spread over neighbourhoods (see `docs/decisions`).
    Spread,
    /// The lot, drawn from the published seed.
    Lot,
}

impl Goal {
    /// All of them, most important first.
    pub const ALL: [Self; 9] = [
        Self::Pins,
        Self::Floors,
        Self::Ground,
        Self::Comparable,
        Self::HomesUsed,
        Self::Fit,
        Self::Waiting,
        Self::Spread,
        Self::Lot,
    ];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pins => "pins",
            Self::Floors => "floors",
            Self::Ground => "ground",
            Self::Comparable => "comparable",
            Self::HomesUsed => "homes-used",
            Self::Fit => "fit",
            Self::Waiting => "waiting",
            Self::Spread => "spread",
            Self::Lot => "lot",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What one goal reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalReached {
    /// Which goal.
    pub goal: Goal,
    /// What the proposal reaches, in the goal's own unit.
    pub reached: i64,
    /// The best anybody could reach given all earlier goals; equal to `reached`
    /// when the goal is proven.
    pub bound: i64,
}

/// The parts of the fit of one pair, in points. Published; no learned score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fit {
    /// Where the person wants to live, strongest matching wish, less what they
    /// would rather avoid: -400 to 400.
    pub wish: i32,
    /// People or activities of theirs nearby: 0 to 300.
    pub network: i32,
    /// Exactly the rooms needed: 0 or 100.
    pub rooms: i32,
    /// Rent well within the limit: 0 to 80.
    pub rent: i32,
    /// What the household, the part of the city and the share of the group are expected
    /// to be worth later, taken off: 0 or less; 0 in a round that does not look ahead.
    pub later: i32,
}

impl Fit {
    /// All parts together.
    pub fn total(self) -> i32 {
        self.now() + self.later
    }

    /// The parts that are about this home and this household: all but looking ahead.
    pub fn now(self) -> i32 {
        self.wish + self.network + self.rooms + self.rent
    }
}

/// Something with a floor and a ceiling.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// A target group.
    Group(GroupCode),
    /// An area or a complex.
    Area(Place),
    /// An association.
    Association(OrganisationCode),
}

/// How far a floor or ceiling was used, before and after this round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundUse {
    /// Which group, area or association.
    pub bound: Bound,
    /// Realised this year before the round.
    pub before: u32,
    /// Realised when every line is agreed.
    pub after: u32,
    /// The year's floor.
    pub lower: u32,
    /// The year's ceiling, if any.
    pub upper: Option<u32>,
}

/// A floor that could not be kept pace with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// Which group, area or association.
    pub bound: Bound,
    /// What was due this round.
    pub due: u32,
    /// What the proposal gives.
    pub given: u32,
}

/// Somebody else who could have had a home, and what decided against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunnerUp {
    /// Whose household.
    pub candidate: Reference,
    /// The parts of their fit with this home.
    pub fit: Fit,
    /// The first goal that would lose.
    pub decided_by: Goal,
    /// By how much at least, in that goal's unit.
    pub loss: i64,
}

impl RunnerUp {
    /// Whether looking ahead counted between this household and the one that gets the
    /// home with this fit: it has more points here, but for what is expected later.
    pub fn stepped_back(&self, given: Fit) -> bool {
        self.decided_by >= Goal::Fit
            && self.fit.now() > given.now()
            && self.fit.total() <= given.total()
    }
}

/// One proposed pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// Whose household.
    pub candidate: Reference,
    /// Which home.
    pub vacancy: VacancyCode,
    /// The parts of the fit.
    pub fit: Fit,
    /// A person laid it down.
    pub pinned: bool,
    /// Weeks waited on the round's date.
    pub weeks_waited: u32,
    /// A priority ground counted.
    pub on_ground: bool,
    /// At most five, nearest first.
    pub runners_up: Vec<RunnerUp>,
}

/// Whether a household takes part, before anything is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// At least one home is possible.
    In {
        /// Homes possible now.
        possible: u32,
        /// More homes possible once the questions are answered.
        once_asked: u32,
        /// Those questions.
        questions: Vec<Question>,
    },
    /// Nothing is possible yet, but something may be: ask.
    Ask {
        /// Homes possible once the questions are answered.
        once_asked: u32,
        /// The questions.
        questions: Vec<Question>,
    },
    /// Not ready on the round's date.
    NotReady,
    /// No home of this round is possible.
    NoHomeFits {
        /// Per rule, the homes it refuses; a home may count for several rules.
        refused_by: Vec<(RuleName, u32)>,
    },
}

/// Why somebody who takes part is not placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// Not ready on the round's date.
    NotReady,
    /// No home of this round is possible.
    NoHomeFits {
        /// Per rule, the homes it refuses.
        refused_by: Vec<(RuleName, u32)>,
    },
    /// Only possible once asked.
    AskFirst {
        /// The questions.
        questions: Vec<Question>,
    },
    /// The group's share for the year is full.
    GroupFull {
        /// Which group.
        group: GroupCode,
        /// Its ceiling.
        upper: u32,
    },
    /// Every possible home lies in a part of the city without room.
    AreaFull {
        /// The part that is full around the home that would have fitted best.
        place: Place,
        /// Its ceiling.
        upper: u32,
    },
    /// Every possible home that is free lies in a part of the city that cannot carry
    /// the household's support load on top.
    LoadFull {
        /// The part around the home that would have fitted best.
        place: Place,
        /// The most it can carry.
        upper: u32,
    },
    /// The possible homes that are free belong to an association that gives no more.
    AssociationFull {
        /// Which association.
        association: OrganisationCode,
        /// Its ceiling.
        upper: u32,
    },
    /// It moves together with another household or not at all, and no two homes near
    /// each other could be had for both.
    Together {
        /// The other household.
        with: Reference,
    },
    /// The possible homes went to others.
    Outweighed {
        /// The possible home with the least loss.
        vacancy: VacancyCode,
        /// The first goal that would lose.
        decided_by: Goal,
        /// By how much at least, in that goal's unit.
        loss: i64,
    },
}

/// The first change that would make a difference, checked by solving again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Answer a question.
    Answer {
        /// Which.
        question: Question,
        /// The home that would become possible.
        vacancy: VacancyCode,
    },
    /// Allow a higher rent.
    Rent {
        /// The limit it takes.
        limit: Cents,
        /// The home.
        vacancy: VacancyCode,
    },
    /// Accept a higher storey without a lift.
    Stairs {
        /// The storey.
        floor: u8,
        /// The home.
        vacancy: VacancyCode,
    },
    /// Look again at a place avoided, excluded, or outside the musts.
    Place {
        /// The refusal that would have to go.
        refusal: Refusal,
        /// The home.
        vacancy: VacancyCode,
    },
    /// Another refusal that would have to go.
    Lift {
        /// The refusal.
        refusal: Refusal,
        /// The home.
        vacancy: VacancyCode,
    },
    /// One more home for the group.
    GroupCeiling {
        /// Which group.
        group: GroupCode,
        /// The ceiling it takes.
        upper: u32,
    },
    /// One more home in a part of the city.
    AreaCeiling {
        /// Which part.
        place: Place,
        /// The ceiling it takes.
        upper: u32,
    },
    /// More support load in a part of the city.
    LoadCeiling {
        /// Which part.
        place: Place,
        /// The points it takes.
        upper: u32,
    },
    /// One more home from an association.
    AssociationCeiling {
        /// Which association.
        association: OrganisationCode,
        /// The ceiling it takes.
        upper: u32,
    },
    /// It no longer has to move together with another household.
    Apart {
        /// The other household.
        from: Reference,
    },
    /// One more home like this one.
    OneMoreLike {
        /// Which home.
        vacancy: VacancyCode,
    },
    /// Somebody makes the file ready.
    MakeReady,
    /// A home with these properties has to come free.
    HomeWith {
        /// Rooms at least.
        rooms: u8,
        /// Fitted for at least.
        adaptation: Adaptation,
        /// Rent at most, if there is a limit.
        rent: Option<Cents>,
    },
}

impl Change {
    /// Whether it was tried by solving again; the others follow from the file alone.
    pub fn tried(&self) -> bool {
        match self {
            Self::MakeReady | Self::HomeWith { .. } => false,
            Self::Answer { .. }
            | Self::Rent { .. }
            | Self::Stairs { .. }
            | Self::Place { .. }
            | Self::Lift { .. }
            | Self::GroupCeiling { .. }
            | Self::AreaCeiling { .. }
            | Self::LoadCeiling { .. }
            | Self::AssociationCeiling { .. }
            | Self::Apart { .. }
            | Self::OneMoreLike { .. } => true,
        }
    }
}

/// One household that is not placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// Whose household.
    pub candidate: Reference,
    /// Why not.
    pub why: WhyNot,
    /// Homes possible now.
    pub possible: u32,
    /// The first change that would make a difference, when it was looked for.
    pub change: Option<Change>,
}

/// Why a home stays empty in this round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyEmpty {
    /// Possible for nobody who is ready.
    NobodyFits {
        /// Households for whom it may be possible once asked.
        once_asked: u32,
    },
    /// A part of the city around it is full.
    AreaFull {
        /// Which part.
        place: Place,
        /// Its ceiling.
        upper: u32,
    },
    /// A part of the city around it can carry no more support load of anybody it is
    /// possible for.
    LoadFull {
        /// Which part.
        place: Place,
        /// The most it can carry.
        upper: u32,
    },
    /// The association has given all it promised at most.
    AssociationFull {
        /// Which association.
        association: OrganisationCode,
        /// Its ceiling.
        upper: u32,
    },
    /// Those it is possible for are of groups that are full, or get another home.
    OthersWentElsewhere,
}

/// One home that stays empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmptyHome {
    /// Which home.
    pub vacancy: VacancyCode,
    /// Why.
    pub why: WhyEmpty,
}

/// What the engine proposes. Nothing happens until people decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Name and version of the engine that made it.
    pub engine: String,
    /// The pairs, in the order of the input's homes.
    pub placements: Vec<Placement>,
    /// Everyone else, in the order of the input's candidates.
    pub unplaced: Vec<Unplaced>,
    /// Homes without a household, in the order of the input.
    pub empty: Vec<EmptyHome>,
    /// The goals in order, with what each reached.
    pub goals: Vec<GoalReached>,
    /// Groups, areas and associations before and after, in this order and within each
    /// in the order of the input.
    pub bounds: Vec<BoundUse>,
    /// Floors that could not be kept pace with.
    pub shortfalls: Vec<Shortfall>,
    /// Pins that could not be kept.
    pub pins_broken: Vec<(Reference, VacancyCode)>,
    /// The support load of every part of the city with a limit, in the order of the input.
    pub loads: Vec<LoadUse>,
    /// Why pins and floors could not all be kept, when it was looked for.
    pub collisions: Vec<Collision>,
    /// What one more would be worth for each limit that is used up, when it was looked
    /// for: groups, areas, associations, then loads.
    pub worth: Vec<Worth>,
    /// How many networks were solved for load limits, targets of associations and
    /// households that move together; 1 when the first kept them all.
    pub branches: u32,
    /// What was counted for later, in a round that looks ahead.
    pub ahead: Option<AheadPrices>,
}

impl Proposal {
    /// Whether every goal is proven as good as can be.
    pub fn proven(&self) -> bool {
        self.goals.iter().all(|goal| goal.reached == goal.bound)
    }
}
