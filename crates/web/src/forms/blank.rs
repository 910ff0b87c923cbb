//! A form nobody has filled in, for everyone, logged in or not.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use sleutel_actions::App;
use sleutel_domain::{FormCode, forms::Form};
use sleutel_words::{BlankPart, Words};

use crate::{Page, Problem, listing::encode};

/// Which version; the one that is valid today when nothing is said.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    pub(super) version: Option<u16>,
}

#[derive(Template)]
#[template(path = "forms/blank.html")]
struct BlankPage {
    page: Page,
    about: Vec<(String, String)>,
    parts: Vec<BlankPart>,
    pdf: Option<String>,
}

/// The address of a form nobody has filled in.
pub(crate) fn blank_href(code: &FormCode, version: Option<u16>) -> String {
    let code = encode(code.as_str());
    match version {
        Some(version) => format!("/blank-forms/{code}?version={version}"),
        None => format!("/blank-forms/{code}"),
    }
}

/// The version asked for, or the one that is valid today, or else the last there is.
pub(super) fn find<'a>(app: &'a App, code: &str, version: Option<u16>) -> Option<&'a Form> {
    let code = FormCode::new(code).ok()?;
    match version {
        Some(version) => app.forms().version(&code, version),
        None => app
            .forms()
            .valid(&code, app.today())
            .or_else(|| app.forms().iter().find(|it| it.code == code)),
    }
}

/// `GET /blank-forms/{code}`.
pub(super) async fn show(
    State(app): State<App>,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
    page: Page,
) -> Response {
    let Some(form) = find(&app, &code, asked.version) else {
        return Problem::not_found().into_response();
    };
    let words = page.words;
    let path = format!("/blank-forms/{}/form.pdf", encode(&code));
    let view = BlankPage {
        about: about(words, form),
        parts: words.blank_form(form),
        // A paper takes a while to set: for who has logged in.
        pdf: page.viewer.is_some().then(|| format!("{path}?version={}", form.version)),
        page: page.under("/routes", "routes-title").called(words.wording(&form.title)),
    };
    view.page.render(&view)
}

/// What there is to know of the form as a whole.
pub(super) fn about(words: Words, form: &Form) -> Vec<(String, String)> {
    let from = words.date(form.from);
    let valid = match form.until {
        None => words.t_with("forms-blank-from", &[("from", from.into())]),
        Some(until) => words.t_with(
            "forms-blank-between",
            &[("from", from.into()), ("until", words.date(until).into())],
        ),
    };
    let to = form.to.map_or_else(|| words.t("forms-to-nobody"), |kind| words.name(&kind));
    let version = [("version", i64::from(form.version).into())];
    vec![
        (words.t("forms-form"), words.t_with("forms-version", &version)),
        (words.t("forms-blank-valid"), valid),
        (words.t("forms-to"), to),
        (words.t("forms-purpose"), words.wording(&form.purpose).to_owned()),
        (words.t("forms-ground"), words.wording(&form.ground).to_owned()),
    ]
}
