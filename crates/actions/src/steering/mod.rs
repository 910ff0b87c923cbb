//! Steering ("sturing"): who is expected, what was agreed for a year and who agreed, how its homes
//! are shared out, how it goes so far and what it will come to.

pub mod demand;
pub mod groups;
pub mod kept;
mod months;
pub mod obstacles;
mod places;
pub mod report;
mod shares;
mod so_far;
mod year;

use std::ops::RangeInclusive;

use jiff::civil::Date;

pub use months::{About, MonthLine, YearByMonth, year_by_month};
pub use places::{PlaceYear, PlaceYears, Places, places};
pub use report::{ReportDraft, Reports, make_report, reports_of};
pub use shares::{
    OneShareOut, SettleDraft, ShareDraft, Shares, SharesNow, one_share_out, propose_shares,
    put_back_shares, settle_shares, shares_of,
};
pub use so_far::{AGAINST, Goal, Line, Measured, PastYear, YearSoFar, year_so_far};
pub use year::{
    AssentDraft, BelowNational, Contents, Difference, ForceView, Moved, NamedDraft, Outcome,
    Partner, RuleDraft, TargetDraft, TermsDraft, YearDraft, YearForm, YearOf, YearSubject,
    agree_year, assent, below_national, differing, force_view, preview_year, put_in_force,
    seen_below, year_form, year_of,
};

/// The years that can be looked at and agreed: ten back, and the next.
pub fn years(today: Date) -> RangeInclusive<i16> {
    let now = today.year();
    now.saturating_sub(10)..=now.saturating_add(1)
}
