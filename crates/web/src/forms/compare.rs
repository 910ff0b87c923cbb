use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    forms::{self, VersionLine},
};

use super::{fill::load, href, naming, read::did};
use crate::{Acting, Form, Page, Query, access::moment, refused, show::Choice};

struct Line {
    label: String,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Template)]
#[template(path = "forms/compare.html")]
struct ComparePage {
    page: Page,
    href: String,
    form: Form,
    versions: Vec<Choice>,
    lines: Vec<Line>,
    from: String,
    to: String,
}

/// `GET /forms/{id}/compare?from=1&to=2`; without numbers the newest two.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let seen = match load(&app, &who, &id).await {
        Ok(seen) => seen,
        Err(response) => return response,
    };
    let newest = |place: usize| seen.history.get(place).map_or(0, |it| it.number);
    let number = |name: &str, place| query.get(name).parse().unwrap_or_else(|_| newest(place));
    let (from, to) = (number("from", 1), number("to", 0));
    let found = match forms::compare(&app, &who, seen.file.id, from, to).await {
        Ok(found) => found,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let words = page.words;
    let line = |it: &VersionLine| {
        let when = moment(words, it.at, &app.zone);
        words.t_with(
            "forms-version-line",
            &[
                ("number", it.number.into()),
                ("what", words.t(did(it.act)).into()),
                ("when", when.into()),
            ],
        )
    };
    let lines = found
        .differences
        .iter()
        .filter_map(|it| {
            let question = found.form.question(&it.spot)?;
            let told =
                |value: &Option<_>| value.as_ref().map(|it| words.form_value(&question.kind, it));
            let label = words.form_spot(&found.form, &it.spot);
            Some(Line { label, before: told(&it.before), after: told(&it.after) })
        })
        .collect();
    let title = seen.form.title.get(words.language());
    let page = naming::framed(page, &seen)
        .under_named(href(seen.file.id), title)
        .titled("forms-compare-title");
    let view = ComparePage {
        href: href(seen.file.id),
        form: Form::new()
            .filled("from", found.from.number.to_string())
            .filled("to", found.to.number.to_string()),
        versions: found
            .history
            .iter()
            .map(|it| Choice::new(it.number.to_string(), line(it)))
            .collect(),
        lines,
        from: line(&found.from),
        to: line(&found.to),
        page,
    };
    view.page.render(&view)
}
