//! What a city's own history says about the assumptions of a what-if: each row of the table that
//! something is written down about, with how sure it is and from what. What is not written down is
//! not estimated. How each is counted is in `docs/method/calibration.md`.

mod areas;
mod back_test;
mod estimate;
mod groups;
mod kept;
mod record;
mod said;
mod stays;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use sleutel_domain::routes::RouteSet;
use sleutel_exchange::stored::fingerprint;
use sleutel_simulation::{Assumptions, Source, Unit};

pub use back_test::{BackTest, BackYear, Compared, REPLICATIONS, back_test};
pub use estimate::{LEAST_EVENTS, LEAST_HOUSEHOLDS, SMALL_ROOMS};
pub use groups::{LEAST_CAME, TableGroup};
pub use kept::{KeptBasis, KeptGroup, KeptHistory};
pub use said::{Among, Basis, Known, RowSaid, Said, Why};

use self::{areas::Areas, estimate::Estimator, record::Record};
use crate::{ActionError, App, Who, act::Act, policy::Action};

const OWN: &[Source] = &[Source::OwnHistory];

/// What history says, and the table that follows from it.
#[derive(Debug, Clone)]
pub struct CityHistory {
    /// As it was known at the end of this day.
    pub day: Date,
    /// The time over which things were counted, and the first day after it; `None` when there is no
    /// whole month yet.
    pub span: Option<(Date, Date)>,
    /// The groups of the table.
    pub groups: Vec<TableGroup>,
    /// The areas of the table: code and name.
    pub areas: Vec<(String, String)>,
    /// Every row of the table.
    pub rows: Vec<RowSaid>,
    /// The table: what history says, and what the product comes with elsewhere.
    pub table: Assumptions,
    /// A number for all of it: the same history has the same.
    pub fingerprint: String,
}

impl CityHistory {
    /// How many rows history says something about.
    pub fn known(&self) -> usize {
        self.rows.iter().filter(|it| matches!(it.said, Said::Known(_))).count()
    }

    /// What history says about a row, when it does.
    pub fn of(&self, name: &str) -> Option<&Known> {
        let row = self.rows.iter().find(|it| it.name == name)?;
        match &row.said {
            Said::Known(known) => Some(known),
            Said::Kept(_) => None,
        }
    }
}

/// What the city's own history says today.
pub async fn city_history(app: &App, who: &Who) -> Result<CityHistory, ActionError> {
    let mut act = app.look(who, Action::RunWhatIf).await?;
    calibrated(&mut act).await
}

pub(super) async fn calibrated(act: &mut Act<'_>) -> Result<CityHistory, ActionError> {
    let (programme, today) = (act.programme, act.today());
    let record = Record::read(&mut act.tx, programme, today).await?;
    Ok(said(&record, &act.app.routes, today, true))
}

/// What a record says, as it was known on a day; `now` when that is today.
fn said(record: &Record, routes: &RouteSet, day: Date, now: bool) -> CityHistory {
    let times = stays::times(record, routes, day);
    let areas = Areas::of_city(&record.areas);
    let span = record.span(day);
    let groups = span.as_ref().map(|it| groups::groups(record, it)).unwrap_or_default();
    let shipped = groups.is_empty();
    let mut table = if shipped {
        Assumptions::city()
    } else {
        let named = groups.iter().map(TableGroup::named).collect();
        Assumptions::of(named, areas.codes().to_vec())
    };
    let rows = match span.as_ref().filter(|_| !shipped) {
        Some(span) => {
            let (times, groups, areas) = (&times, &groups[..], &areas);
            let of = Estimator { record, times, span, groups, areas, day, now };
            estimate::rows(&of, &table)
        }
        None => estimate::nothing(&table),
    };
    for row in &rows {
        let Said::Known(known) = &row.said else { continue };
        let unit = table.get(&row.name).map(|it| it.unit);
        let [value, low, high] = known.taken.map(|it| rounded(it, unit));
        // INVARIANT: the rows are those of the table, by its own names.
        let _ = table.set(&row.name, value);
        let _ = table.set_range(&row.name, low, high);
        let _ = table.set_sources(&row.name, OWN);
    }
    let span = span.map(|it| (it.from, it.until));
    let fingerprint = print(day, &rows);
    let areas = areas.names();
    CityHistory { day, span, groups, areas, rows, table, fingerprint }
}

/// No more digits than anybody would write: hundredths of what is counted, and four digits that count of
/// what is not. Rounding keeps the order, so a value stays within its range.
fn rounded(value: f64, unit: Option<Unit>) -> f64 {
    match unit {
        Some(
            Unit::PeopleAYear
            | Unit::HomesAYear
            | Unit::People
            | Unit::Homes
            | Unit::Places
            | Unit::HoursAWeek,
        ) => (value * 100.0).round() / 100.0,
        Some(Unit::Years | Unit::PerYear | Unit::Share | Unit::Weight) | None => {
            format!("{value:.3e}").parse().unwrap_or(value)
        }
    }
}

fn print(day: Date, rows: &[RowSaid]) -> String {
    let mut text = format!("{day}\n");
    for row in rows {
        if let Said::Known(known) = &row.said {
            let ([value, low, high], basis) = (known.taken, &known.basis);
            text += &format!("{} {value} {low} {high} {}", row.name, basis.events);
            text += &format!(" {} {} {:?}\n", basis.from, basis.until, basis.years);
        }
    }
    fingerprint(text.as_bytes()).chars().take(12).collect()
}
