//! Steering: who is expected to need a home, what is agreed for a year, how its homes are
//! shared out over target groups, what the year will have come to, what is in the way, and how far
//! the work agreements are kept.

pub mod forecast;
pub mod kept;
mod obstacle;
mod outlook;
mod share;
mod year;

pub use obstacle::{
    BeyondTerm, ObstacleCost, ObstacleKind, ObstacleStatus, ObstacleUpdate, by_day, is_overdue,
};
pub use outlook::{BEFORE_DAYS, Outlook, SoFar, Warning, weeks_to_help};
pub use share::{
    Bound, Demand, GroupDemand, MAX_DEMAND, Rule, Share, ShareFault, ShareOut, share_out,
};
pub use year::{DemandBasis, GroupTerms, ShareStanding, TermsFault, YearTotal, terms_faults};
