//! Steering ("sturing"): who is expected, what was agreed for a year and who agreed, how its homes
//! are shared out, how it goes so far and what it will come to.

pub mod demand;
pub mod kept;
pub mod obstacles;
mod shares;
mod so_far;
mod year;

pub use shares::{
    OneShareOut, SettleDraft, ShareDraft, Shares, SharesNow, one_share_out, propose_shares,
    settle_shares, shares_of,
};
pub use so_far::{AGAINST, Goal, Line, Measured, PastYear, YearSoFar, year_so_far};
pub use year::{
    AssentDraft, Partner, TermsDraft, YearDraft, YearForm, YearOf, agree_year, assent, year_form,
    year_of,
};
