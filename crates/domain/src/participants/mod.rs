//! People who wait, who comes with them, and what they want.

mod contact;
mod household;
mod likeness;
mod merge;
mod names;
mod readiness;
mod situation;
mod wishes;

pub use contact::{Contact, ContactFault, ContactRole, Phone};
pub use household::{Custody, Member, MemberRole, Nights, PartnerStanding, rooms_needed};
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
