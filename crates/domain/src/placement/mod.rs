//! A placement round: what goes in, what is proposed, and why.
//!
//! [`RoundInput`] is everything the engine may know. What is not in it cannot
//! count: no name, no birth date, no origin, no care facts, nobody's own words.

mod ahead;
mod fixing;
mod input;
mod limits;
mod method;
mod proposal;
mod refusal;

pub use ahead::{Ahead, AheadError, AheadPrices, ExpectedHomes, ExpectedNewcomers};
pub use fixing::{Fixing, FixingKind, Verdict};
pub use input::{
    Agreed, Candidate, CandidateWish, GroupShare, HomeOnOffer, InputError, Node, RoundInput,
    RoundSettings,
};
pub use limits::{
    AssociationTarget, Collision, Demand, LoadCeiling, LoadUse, SupportLoad, Together, WayOut,
    Worth,
};
pub use method::{Fact, FitPoints, Law, Method, RuleInForce, Source, TargetAges};
pub use proposal::{
    Bound, BoundUse, Change, EmptyHome, Fit, Goal, GoalReached, Placement, Proposal, RunnerUp,
    Shortfall, Standing, Unplaced, WhyEmpty, WhyNot,
};
pub use refusal::{PairVerdict, Question, Refusal, RuleName};

/// A placement round ("plaatsingsronde").
#[derive(Debug)]
pub enum Round {}
/// One proposal of a round; a round may have several.
#[derive(Debug)]
pub enum StoredProposal {}
