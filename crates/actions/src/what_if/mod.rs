//! What-ifs over years ("wat als"): the chain of a city played through under several policies, kept
//! with what it was made from. No person is in any of it.
//!
//! Working one out takes seconds to minutes, so it happens beside the pages ([`bench`]): an
//! action only asks for it.

mod ask;
mod bench;
mod draft;
pub mod history;
mod manage;
mod see;
mod size;
mod stored;

pub use ask::{Refused, create, create_from_city};
pub(crate) use bench::Bench;
pub use bench::{Progress, settled, take_up};
pub use draft::{
    Side, WhatIfDraft, area_codes, back_field, number_field, number_shown, road_field, roads_of,
};
pub use manage::{check, put_back, retry, throw_away};
pub use see::{Blank, Summary, WhatIfView, blank, blank_from_city, compare, list, view};
pub use size::{MOST_WORK, Size};
pub use stored::{Asked, AskedGroup, Assumed};

/// What the engine says, for pages.
pub use sleutel_simulation::{
    Assumption, Assumptions, Band, Cause, Cut, Finding, GroupName, Measure, Outcome, Part,
    PolicyName, Replication, State, Unit,
};
pub use sleutel_store::what_if::{WhatIf, WhatIfCheck, WhatIfRow, WhatIfState};

/// Fewest and most years.
pub const YEARS: (i64, i64) = (1, 20);
/// Fewest and most replications: with one there is no spread.
pub const REPLICATIONS: (i64, i64) = (2, 500);
/// Years within which time waited is counted.
pub const WAIT_WITHIN_YEARS: f64 = 2.0;
/// Most what-ifs laid side by side.
pub const MOST_COMPARED: usize = 4;
