//! A version comes into force, after a look at what that changes.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use sleutel_actions::{
    ActionError, App,
    steering::{self, Moved, YearSubject},
};
use sleutel_domain::placement::Agreed;

use super::places::{Change, Names, bounds};
use crate::{Acting, Flash, FlashKind, Page, Posted, Problem, refused};

#[derive(Debug, Template)]
#[template(path = "steering/year_force.html")]
struct ForcePage {
    page: Page,
    year: i16,
    /// What is looked at.
    seen: String,
    /// What, as it stands, as it will.
    rows: Vec<Change>,
    /// What does not fit then.
    faults: Vec<String>,
}

/// The bounds of a year's numbers, in words.
pub(super) fn agreed(names: Names<'_>, it: Option<Agreed>) -> String {
    let floor = it.map(|it| it.lower).filter(|it| *it > 0);
    bounds(names.words, floor, it.and_then(|it| it.upper))
}

/// What was moved, by its name.
pub(super) fn called(names: Names<'_>, it: &Moved) -> String {
    match &it.subject {
        YearSubject::Area(code) => names.place(code),
        YearSubject::Association(code) => names.association(code),
        YearSubject::Total | YearSubject::Group(_) => it.subject.code(),
    }
}

fn back(year: i16) -> String {
    format!("/steering/year?year={year}")
}

/// `GET /steering/year/{year}/force`: what would change.
pub(in crate::steering) async fn look(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(year): Path<i16>,
) -> Result<Response, Problem> {
    let words = page.words;
    let found = match steering::force_view(&app, &who, year).await {
        Ok(found) => found,
        Err(error) => {
            let flash = refused::flash(&error, words);
            let flash = flash.ok_or_else(|| refused::problem_in(&error, words))?;
            return Ok(Page::redirect(&back(year), &flash));
        }
    };
    let names = Names { words, areas: &found.areas, associations: &found.associations };
    let row =
        |it: &Moved| (called(names, it), agreed(names, it.before), agreed(names, Some(it.after)));
    let version = found.version.version;
    let view = ForcePage {
        year,
        seen: found.seen.clone(),
        rows: found.moved.iter().map(row).collect(),
        faults: found.faults.iter().map(|it| names.fault(it)).collect(),
        page: {
            let values = [("version", version.into()), ("year", year.to_string().into())];
            let title = words.t_with("year-force-title", &values);
            page.called(title).under(&back(year), "steering-tab-year")
        },
    };
    Ok(view.page.render(&view))
}

/// `POST /steering/year/{year}/force`.
pub(in crate::steering) async fn put(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(year): Path<i16>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    let words = page.words;
    let flash = match steering::put_in_force(&app, &who, year, form.value("seen")).await {
        Ok(version) => Flash::new(FlashKind::Success, "year-force-done").with("version", version),
        Err(ActionError::Changed) => Flash::new(FlashKind::Warning, "steering-year-changed"),
        Err(error) => {
            refused::flash(&error, words).ok_or_else(|| refused::problem_in(&error, words))?
        }
    };
    Ok(Page::redirect(&back(year), &flash))
}
