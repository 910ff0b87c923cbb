use sleutel_domain::{
    Reference, VacancyCode,
    homes::Place,
    placement::{Bound, BoundUse, Fit, Goal, InputError, LoadUse, Question, RuleName},
};

/// One thing wrong with a proposal, with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Violation {
    /// The input itself cannot be worked with.
    Input(InputError),
    /// A household that is not in the round.
    UnknownCandidate(Reference),
    /// A home that is not in the round.
    UnknownVacancy(VacancyCode),
    /// A household not exactly once among placed and not placed.
    CandidateTimes {
        /// Whose household.
        candidate: Reference,
        /// How often it stands there.
        times: usize,
    },
    /// A home not exactly once among given and empty.
    VacancyTimes {
        /// Which home.
        vacancy: VacancyCode,
        /// How often it stands there.
        times: usize,
    },
    /// Lines not in the order of the input.
    Order,
    /// Somebody who is not ready.
    NotReady(Reference),
    /// A hard rule is broken.
    Rule {
        /// Whose household.
        candidate: Reference,
        /// Which home.
        vacancy: VacancyCode,
        /// Which rule.
        rule: RuleName,
    },
    /// Not pinned, and something would have to be asked first.
    NotAsked {
        /// Whose household.
        candidate: Reference,
        /// Which home.
        vacancy: VacancyCode,
        /// What.
        question: Question,
    },
    /// Other points than the rules of the fit give.
    Fit {
        /// Whose household.
        candidate: Reference,
        /// What is reported.
        reported: Fit,
        /// What it is.
        actual: Fit,
    },
    /// Looking ahead is said of a round that does not, or the other way round; or a price is
    /// about somebody or something that cannot have one, or out of order.
    Ahead,
    /// Weeks, ground or pin of a line are not those of the input.
    Line(Reference),
    /// More placements than there was room for.
    Ceiling {
        /// Of which group or area.
        bound: Bound,
        /// Room before the round.
        room: u32,
        /// Placements.
        given: u32,
    },
    /// More support load than a place can carry.
    Load {
        /// Which part of the city.
        place: Place,
        /// The most it can carry.
        upper: u32,
        /// What it carried before the round.
        carried: u32,
        /// What the proposal adds.
        added: u32,
    },
    /// The load of a place is reported otherwise than it is.
    LoadUse {
        /// What it should say.
        actual: LoadUse,
        /// What it says, if anything.
        reported: Option<LoadUse>,
    },
    /// Two households that move together, and are not within reach of each other.
    Together {
        /// The one.
        one: Reference,
        /// The other.
        other: Reference,
    },
    /// The use of a group, area or association is reported otherwise than it is.
    Use {
        /// What it should say.
        actual: BoundUse,
        /// What it says, if anything.
        reported: Option<BoundUse>,
    },
    /// A floor's shortfall is reported otherwise than it is.
    Shortfall {
        /// Of which group or area.
        bound: Bound,
        /// What was due.
        due: u32,
        /// What is given.
        given: u32,
    },
    /// A pin is kept and reported as broken, or the other way round.
    Pin {
        /// Whose household.
        candidate: Reference,
        /// Which home.
        vacancy: VacancyCode,
    },
    /// A goal is missing, or not in its place.
    GoalMissing(Goal),
    /// A goal reached something else than is reported.
    Goal {
        /// Which goal.
        goal: Goal,
        /// What is reported.
        reported: i64,
        /// What adding up gives.
        actual: i64,
    },
    /// A goal that reached more than its own bound says is possible.
    Bound {
        /// Which goal.
        goal: Goal,
        /// What it reached.
        reached: i64,
        /// What the proposal says is possible.
        bound: i64,
    },
}
