//! Steering ("sturing"): what was agreed for the year, what came of it so far, and what would
//! come of it otherwise.

mod demand;
mod flow;
mod groups;
mod kept;
mod months;
mod now;
pub(crate) mod obstacles;
mod picture;
mod places;
mod report;
mod shares;
mod what_if;
mod year;

pub(crate) use year::bounds as year_bounds;

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::{
    App,
    policy::{self, Action, Reach},
    steering,
};

use crate::{Page, Query, show::Tab};

const WHAT_IF: &str = "/steering/what-if";

/// The pages of this slice beside each other: address and words.
const TABS: &[(&str, &str)] = &[
    ("/steering", "steering-tab-now"),
    (months::HREF, "steering-tab-months"),
    ("/steering/year", "steering-tab-year"),
    ("/steering/demand", "steering-tab-demand"),
    ("/steering/shares", "steering-tab-shares"),
    (places::HREF, "steering-tab-map"),
    (flow::HREF, "steering-tab-flow"),
    (obstacles::HREF, "obstacles-tab"),
    (kept::HREF, "work-agreements-tab"),
    (WHAT_IF, "steering-tab-what-if"),
    ("/steering/report", "steering-report-tab"),
];

/// The tabs of this slice that whoever looks may open; `current` is the address of the page shown.
pub(crate) fn tabs(page: &Page, current: &str) -> Vec<Tab> {
    let may = |action: Action| {
        page.viewer.as_ref().is_some_and(|it| policy::reach(it.role, action) != Reach::Nothing)
    };
    let open = |href: &str| match href {
        WHAT_IF => may(Action::SeeWhatIf),
        flow::HREF => may(Action::ListCases),
        _ => true,
    };
    let tab = |&(href, key): &(&str, &str)| Tab {
        href: href.to_owned(),
        label: page.t(key),
        current: href == current,
    };
    TABS.iter().filter(|(href, _)| open(href)).map(tab).collect()
}

/// The year asked for; this one when none was, or none that can be.
fn asked_year(query: &Query, app: &App) -> i16 {
    let year = query.get("year").parse().ok();
    let year = year.filter(|it| steering::years(app.today()).contains(it));
    year.unwrap_or_else(|| app.today().year())
}

/// The years to go to from a page: the one before, the one after.
#[derive(Debug)]
struct Years {
    before: Option<(String, i16)>,
    after: Option<(String, i16)>,
}

impl Years {
    fn around(page: &str, year: i16, app: &App) -> Self {
        let can = steering::years(app.today());
        let link = |it: i16| can.contains(&it).then(|| (format!("{page}?year={it}"), it));
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
        .route("/steering/year.csv", get(year::download))
        .route("/steering/year/{year}/force", get(year::look_force).post(year::put_force))
        .route("/steering/year/{year}/assent", post(year::assent))
        .route("/steering/shares", get(shares::compare).post(shares::propose))
        .route("/steering/shares/{year}/{number}", get(shares::show).post(shares::settle))
        .route(months::HREF, get(months::show))
        .route("/steering/months.csv", get(months::download))
        .route("/steering/under-way.csv", get(months::under_way_file))
        .route(places::HREF, get(places::show))
        .route("/steering/map.csv", get(places::download))
        .merge(demand::routes())
        .merge(flow::routes())
        .merge(groups::routes())
        .merge(kept::routes())
        .merge(obstacles::routes())
        .merge(what_if::routes())
        .merge(report::routes())
}
