//! Steering: who is expected to need a home, what is agreed for a year, how its homes are
//! shared out over target groups, what the year will have come to, what is in the way, and how far
//! the work agreements are kept.

pub mod forecast;
pub mod groups;
mod hidden;
pub mod kept;
mod obstacle;
mod outlook;
mod pace;
mod places;
pub mod report;
mod share;
mod spread;
mod stage;
mod year;

pub use hidden::{FEW, Told, protect};
pub use obstacle::{
    BeyondTerm, ObstacleCost, ObstacleKind, ObstacleStatus, ObstacleUpdate, by_day, is_overdue,
};
pub use outlook::{BEFORE_DAYS, Outlook, SoFar, Warning, weeks_to_help};
pub use pace::{Months, by_month};
pub use places::{LEAST_ROOM, Room, per_thousand, stands_out};
pub use share::{
    Bound, Demand, GroupDemand, MAX_DEMAND, Rule, Share, ShareFault, ShareOut, share_out,
};
pub use spread::{
    AreaException, AreaRule, AssociationTerms, Figures, Measure, Missing, Part, PartTerms,
    Rounding, Side, Spread, TargetRule, YearFault, area_faults, spread, target_faults,
    targets_by_stock,
};
pub use stage::Stage;
pub use year::{DemandBasis, GroupTerms, ShareStanding, TermsFault, YearTotal, terms_faults};
