//! A version as a file.

use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{App, steering};

use super::places::Names;
use crate::{
    Acting, Page, Problem, Query, homes::csv, refused, rounds::names::group_in,
    steering::asked_year,
};

/// `GET /steering/year.csv`: every number of a version.
pub(in crate::steering) async fn download(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let words = page.words;
    let year = asked_year(&query, &app);
    let version = match query.get("version") {
        "" => None,
        text => Some(text.parse().map_err(|_| Problem::not_found())?),
    };
    let it = steering::year_of(&app, &who, year, version).await;
    let it = it.map_err(|error| refused::problem_in(&error, words))?;
    let (row, groups) = it.shown.as_ref().ok_or_else(Problem::not_found)?;
    let names = Names { words, areas: &it.areas, associations: &it.associations };
    let heads = ["kind", "code", "name", "level", "counts", "floor", "target", "ceiling"];
    let heads = heads.into_iter().chain(["measure", "figure", "ground"]);
    let mut rows = vec![heads.map(str::to_owned).collect::<Vec<_>>()];
    let text = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
    let homes = row.total.homes().to_string();
    let cells = |cells: [&str; 11]| cells.map(str::to_owned).to_vec();
    let all = words.t("numbers-total");
    rows.push(cells(["total", "", &all, "", "", &homes, &homes, &homes, "", "", ""]));
    for group in groups {
        let terms = &group.terms;
        let found = it.groups.get(&terms.group);
        let name = found.map_or_else(|| terms.group.to_string(), |group| group_in(words, group));
        let counts = if terms.counts { "yes" } else { "no" };
        let (floor, ceiling) = (terms.floor.to_string(), text(terms.ceiling));
        let code = terms.group.as_str();
        rows.push(cells([
            "group",
            code,
            &name,
            "",
            counts,
            &floor,
            "",
            &ceiling,
            "",
            "",
            &terms.ground,
        ]));
    }
    for terms in it.contents.targets.iter().flat_map(|it| &it.terms) {
        let name = names.association(&terms.association);
        let (floor, target) = (terms.floor.to_string(), terms.target.to_string());
        let (ceiling, stock) = (text(terms.ceiling), text(terms.stock));
        let code = terms.association.as_str();
        rows.push(cells([
            "association",
            code,
            &name,
            "",
            "",
            &floor,
            &target,
            &ceiling,
            "stock",
            &stock,
            "",
        ]));
    }
    for terms in &it.contents.places.terms {
        let name = names.place(&terms.area);
        let measure = terms.figure.map(|(it, _)| it.code()).unwrap_or_default();
        let figure = text(terms.figure.map(|(_, it)| it));
        let (floor, ceiling) = (text(terms.floor), text(terms.ceiling));
        let (code, level) = (terms.area.as_str(), terms.level.code());
        rows.push(cells([
            "area",
            code,
            &name,
            level,
            "",
            &floor,
            "",
            &ceiling,
            measure,
            &figure,
            &terms.ground,
        ]));
    }
    for missing in &it.contents.places.missing {
        let name = names.place(&missing.area);
        let (code, measure) = (missing.area.as_str(), missing.measure.code());
        rows.push(cells(["missing", code, &name, "", "", "", "", "", measure, "", ""]));
    }
    let version = row.version;
    Ok(csv(&format!("year-{year}-{version}.csv"), rows))
}
