//! Expected demand: who comes to need a home, per target group.

mod change;
mod group;
mod overview;
mod past_years;
mod periods;
mod picture;

use axum::{Router, routing::get};
use jiff::civil::Date;
use sleutel_actions::{
    App, Who,
    policy::{self, Action, Subject},
};
use sleutel_domain::steering::forecast::{Basis, Expected, Month};
use sleutel_words::Words;

use crate::{Page, Query, show::Tab};

/// The address of the first page.
pub(super) const HREF: &str = "/steering/demand";

/// Counts of people from one up to this are not shown in figures, so that nobody can be picked
/// out of a small group.
const FEW: u32 = 5;

/// The addresses of this slice.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(HREF, get(overview::show))
        .route("/steering/demand.csv", get(overview::table))
        .route("/steering/demand/announce", get(change::new_announced).post(change::announce))
        .route(
            "/steering/demand/announced/{id}/withdraw",
            get(change::old_announced).post(change::withdraw),
        )
        .route("/steering/demand/groups/{code}", get(group::show))
        .route(
            "/steering/demand/groups/{code}/{year}/edit",
            get(change::forecast).post(change::overrule),
        )
}

/// Whether somebody may change what is expected; only for showing links.
fn may_change(who: &Who) -> bool {
    policy::may_for(who, Action::ChangeNumbers, Subject::default())
}

/// The year that is asked for: this one unless it is the next.
fn year_of(query: &Query, today: Date) -> i16 {
    let next = today.year().saturating_add(1);
    if query.get("year") == next.to_string() { next } else { today.year() }
}

/// This year and the next beside each other.
fn years(page: &Page, base: &str, year: i16, today: Date) -> Vec<Tab> {
    [today.year(), today.year().saturating_add(1)]
        .into_iter()
        .map(|it| Tab {
            href: format!("{base}?year={it}"),
            label: page.t1("demand-year", "year", it.to_string()),
            current: it == year,
        })
        .collect()
}

/// Whether there are so few that somebody could be picked out.
fn is_few(count: u32) -> bool {
    (1..FEW).contains(&count)
}

/// A count of people, unless there are so few that somebody could be picked out.
fn few(words: Words, count: u32) -> String {
    if is_few(count) {
        words.t_with("demand-few", &[("most", FEW.into())])
    } else {
        words.number(count)
    }
}

/// A mean in whole people.
fn near(words: Words, mean: f64) -> String {
    words.decimal(mean, 0)
}

/// What is expected, with its band, in one sentence without a full stop.
fn band(words: Words, it: &Expected) -> String {
    let values = [
        ("mean", near(words, it.mean).into()),
        ("low", few(words, it.low).into()),
        ("high", few(words, it.high).into()),
    ];
    words.t_with("demand-band", &values)
}

/// On how little a forecast rests; `None` when it rests on a year or more.
fn basis(words: Words, basis: Basis) -> Option<String> {
    match basis {
        Basis::Nothing => Some(words.t("demand-basis-nothing")),
        Basis::Short { months } => {
            Some(words.t_with("demand-basis-short", &[("months", u32::from(months).into())]))
        }
        Basis::Enough { .. } => None,
    }
}

/// A month in words.
fn month(words: Words, month: Month) -> String {
    let name = words.t(&format!("date-month-{}", month.number()));
    let year = month.year().to_string();
    words.t_with("demand-month", &[("month", name.into()), ("year", year.into())])
}
