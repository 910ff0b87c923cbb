//! Steering ("sturing"): who is expected, what was agreed for a year and who agreed, how its homes
//! are shared out, how it goes so far and what it will come to.

pub mod demand;
mod months;
mod places;
pub mod report;
mod shares;
mod so_far;
mod year;

pub use months::{About, MonthLine, YearByMonth, year_by_month};
pub use places::{PlaceYear, PlaceYears, Places, places};
pub use report::{ReportDraft, Reports, make_report, reports_of};
pub use shares::{
    OneShareOut, SettleDraft, ShareDraft, Shares, SharesNow, one_share_out, propose_shares,
    put_back_shares, settle_shares, shares_of,
};
pub use so_far::{AGAINST, Goal, Line, Measured, PastYear, YearSoFar, year_so_far};
pub use year::{
    AssentDraft, Partner, TermsDraft, YearDraft, YearForm, YearOf, agree_year, assent, year_form,
    year_of,
};
