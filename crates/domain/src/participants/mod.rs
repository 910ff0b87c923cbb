//! People who wait, who comes with them, and what they want.

mod household;
mod likeness;
mod merge;
mod names;
mod readiness;
mod situation;
mod wishes;

pub use household::{Member, MemberRole, rooms_needed};
pub use likeness::{
    LIKENESS_RULES, Likeness, LikenessClass, LikenessKey, LikenessReason, likeness, likeness_keys,
};
pub use merge::{MergeChoice, MergeHold, MergePart};
pub use readiness::{PriorityGround, Readiness};
pub use situation::LivingSituation;
pub use wishes::{
    AreaWish, Direction, Exclusion, Limits, NetworkTie, Strength, ThreeQuestions, TieKind,
};

/// The file of one household ("deelnemer", "dossier").
#[derive(Debug)]
pub enum Participant {}
