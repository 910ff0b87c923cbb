use askama::Template;
use axum::{extract::State, response::Response};
use sleutel_actions::App;
use sleutel_domain::routes::Route;

use crate::Page;

/// A route in the list, by the version that is in force.
#[derive(Debug)]
struct Row {
    href: String,
    name: String,
    summary: String,
    /// What of it matters most to who chooses.
    facts: Vec<(String, String)>,
    /// Not in force today.
    closed: bool,
    /// Every version when there is more than one.
    versions: Vec<(String, String)>,
}

/// All routes.
#[derive(Debug, Template)]
#[template(path = "routes/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
}

/// `GET /routes`.
pub(super) async fn list(State(app): State<App>, page: Page) -> Response {
    let page = page.titled("routes-title");
    let today = app.today();
    let set = app.routes();
    let rows = set.codes().into_iter().filter_map(|code| {
        let route = set.current(code, today)?;
        let all: Vec<_> = set.versions(code).map(|it| version(&page, it)).collect();
        let lines = page.words.route_lines(route);
        Some(Row {
            href: format!("/routes/{code}"),
            name: page.words.wording(&route.name).to_owned(),
            summary: page.words.wording(&route.summary).to_owned(),
            facts: lines.into_iter().skip(1).take(3).map(|it| (it.label, it.text)).collect(),
            closed: !route.valid.holds(today),
            versions: if all.len() > 1 { all } else { Vec::new() },
        })
    });
    let view = ListPage { rows: rows.collect(), page };
    view.page.render(&view)
}

/// The address of a version, and what it is called.
pub(super) fn version(page: &Page, route: &Route) -> (String, String) {
    let (code, number) = (&route.code, route.version);
    let name = page.t1("routes-version", "version", i64::from(number.get()));
    (format!("/routes/{code}?version={number}"), name)
}
