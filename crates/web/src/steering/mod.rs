//! Steering ("sturing"): what was agreed for the year, what came of it so far, and what would
//! come of it otherwise.

mod demand;
mod kept;
mod now;
pub(crate) mod obstacles;
mod picture;
mod shares;
mod what_if;
mod year;

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::{
    App,
    policy::{self, Action, Reach},
};

use crate::{Page, Query, show::Tab};

const WHAT_IF: &str = "/steering/what-if";

/// The pages of this slice beside each other: address and words.
const TABS: &[(&str, &str)] = &[
    ("/steering", "steering-tab-now"),
    ("/steering/year", "steering-tab-year"),
    ("/steering/demand", "steering-tab-demand"),
    ("/steering/shares", "steering-tab-shares"),
    (WHAT_IF, "steering-tab-what-if"),
    (obstacles::HREF, "obstacles-tab"),
    (kept::HREF, "work-agreements-tab"),
];

/// The tabs of this slice that whoever looks may open; `current` is the address of the page shown.
pub(crate) fn tabs(page: &Page, current: &str) -> Vec<Tab> {
    let may = |action: Action| {
        page.viewer.as_ref().is_some_and(|it| policy::reach(it.role, action) != Reach::Nothing)
    };
    let open = |href: &str| href != WHAT_IF || may(Action::SeeWhatIf);
    let tab = |&(href, key): &(&str, &str)| Tab {
        href: href.to_owned(),
        label: page.t(key),
        current: href == current,
    };
    TABS.iter().filter(|(href, _)| open(href)).map(tab).collect()
}

/// The year asked for; this one when none was, or none that can be.
fn asked_year(query: &Query, app: &App) -> i16 {
    let this = app.today().year();
    let year = query.get("year").parse().ok();
    year.filter(|it| (this - 10..=this + 1).contains(it)).unwrap_or(this)
}

/// The years to go to from a page: the one before, the one after.
#[derive(Debug)]
struct Years {
    before: Option<(String, i16)>,
    after: Option<(String, i16)>,
}

impl Years {
    fn around(page: &str, year: i16, app: &App) -> Self {
        let this = app.today().year();
        let to = |it: i16| (this - 10..=this + 1).contains(&it);
        let link = |it: i16| to(it).then(|| (format!("{page}?year={it}"), it));
        Self { before: link(year - 1), after: link(year + 1) }
    }

    /// The same without a year after `last`.
    fn until(self, last: i16) -> Self {
        Self { after: self.after.filter(|it| it.1 <= last), ..self }
    }
}

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/steering", get(now::show))
        .route("/steering.csv", get(now::download))
        .route("/steering/year", get(year::show))
        .route("/steering/year/{year}/new", get(year::edit).post(year::save))
        .route("/steering/year/{year}/assent", post(year::assent))
        .route("/steering/shares", get(shares::compare).post(shares::propose))
        .route("/steering/shares/{year}/{number}", get(shares::show).post(shares::settle))
        .merge(demand::routes())
        .merge(kept::routes())
        .merge(obstacles::routes())
        .merge(what_if::routes())
}
