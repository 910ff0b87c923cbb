//! A version as a file.

use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{App, steering};
use sleutel_domain::steering::Measure;

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
    let heads = [
        "steering-file-kind",
        "steering-report-code",
        "steering-file-name",
        "year-file-level",
        "steering-counts",
        "areas-column-floor",
        "year-file-target",
        "areas-column-ceiling",
        "year-file-measure",
        "year-file-figure",
        "steering-ground",
    ];
    let mut rows = vec![heads.map(|it| words.t(it)).to_vec()];
    let text = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
    let homes = row.total.homes().to_string();
    let cells = |cells: [&str; 11]| cells.map(str::to_owned).to_vec();
    let all = words.t("numbers-total");
    rows.push(cells([&all, "", &all, "", "", &homes, &homes, &homes, "", "", ""]));
    for group in groups {
        let terms = &group.terms;
        let found = it.groups.get(&terms.group);
        let name = found.map_or_else(|| terms.group.to_string(), |group| group_in(words, group));
        let counts = words.t(if terms.counts { "places-yes" } else { "places-no" });
        let (floor, ceiling) = (terms.floor.to_string(), text(terms.ceiling));
        let code = terms.group.as_str();
        rows.push(cells([
            &words.t("numbers-group"),
            code,
            &name,
            "",
            &counts,
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
            &words.t("numbers-association"),
            code,
            &name,
            "",
            "",
            &floor,
            &target,
            &ceiling,
            &words.name(&Measure::AssociationHomes),
            &stock,
            "",
        ]));
    }
    for terms in &it.contents.places.terms {
        let name = names.place(&terms.area);
        let measure = terms.figure.map(|(it, _)| words.name(&it)).unwrap_or_default();
        let figure = text(terms.figure.map(|(_, it)| it));
        let (floor, ceiling) = (text(terms.floor), text(terms.ceiling));
        let (code, level) = (terms.area.as_str(), words.name(&terms.level));
        rows.push(cells([
            &words.t("year-file-area"),
            code,
            &name,
            &level,
            "",
            &floor,
            "",
            &ceiling,
            &measure,
            &figure,
            &terms.ground,
        ]));
    }
    for missing in &it.contents.places.missing {
        let name = names.place(&missing.area);
        let (code, measure) = (missing.area.as_str(), words.name(&missing.measure));
        let what = words.t("year-missing");
        rows.push(cells([&what, code, &name, "", "", "", "", "", &measure, "", ""]));
    }
    let version = row.version;
    Ok(csv(&format!("{}-{year}-{version}.csv", words.t("year-file")), rows))
}
