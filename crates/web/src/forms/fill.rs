use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App, FieldError as Fault, Who,
    forms::{self, FormView, Judged, judge},
};
use sleutel_domain::forms::{Completeness, differences};

use super::{
    fields::{SectionView, Sources, sections},
    href, naming,
};
use crate::{Acting, FieldError, Page, Problem, Query, access::moment, refused};

/// What a colleague saved while somebody was typing.
pub(super) struct Conflict {
    pub(super) who: String,
    /// Question and the colleague's answer, where it is another.
    pub(super) theirs: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "forms/fill.html")]
pub(super) struct FillPage {
    page: Page,
    href: String,
    counter: i64,
    saved: String,
    complete: String,
    is_complete: bool,
    remark: Option<(String, String)>,
    conflict: Option<Conflict>,
    errors: Vec<(String, String)>,
    sections: Vec<SectionView>,
}

/// How a page for filling in is made.
pub(super) struct Shown<'a> {
    pub(super) judged: &'a Judged,
    /// What is told as wrong; the rest of what is open is not nagged about.
    pub(super) faults: &'a [Fault],
    pub(super) conflict: Option<Conflict>,
    pub(super) more: &'a str,
}

/// `GET /forms/{id}/fill`. With `check=1` it says everything that is still wrong.
pub(super) async fn ask(
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
    let Some(draft) = &seen.draft else {
        return axum::response::Redirect::to(&href(seen.file.id)).into_response();
    };
    let judged = judge(&seen.form, &draft.typed, app.today());
    let check = !query.get("check").is_empty();
    let faults = if check { judged.faults.as_slice() } else { &[] };
    let shown = Shown { judged: &judged, faults, conflict: None, more: query.get("more") };
    let view = view(page, &app, &seen, shown);
    view.page.render(&view)
}

/// The form, or the answer for somebody who cannot see it.
pub(super) async fn load(app: &App, who: &Who, id: &str) -> Result<FormView, Response> {
    let Some(id) = naming::id(id) else { return Err(Problem::not_found().into_response()) };
    forms::view(app, who, id).await.map_err(|error| refused::problem(&error).into_response())
}

pub(super) fn view(page: Page, app: &App, seen: &FormView, shown: Shown<'_>) -> FillPage {
    let words = page.words;
    let language = words.language();
    let told: Vec<(String, String)> = shown
        .faults
        .iter()
        .map(|it| (it.field.clone(), FieldError::Fault(it.fault.clone()).words(words)))
        .collect();
    let errors: BTreeMap<String, String> = told.iter().cloned().collect();
    let sections = sections(&Sources {
        words,
        form: &seen.form,
        typed: &shown.judged.typed,
        answers: &shown.judged.answers,
        before: seen.before.as_ref(),
        errors: &errors,
        more: shown.more,
    });
    let remark = seen.history.first().filter(|_| seen.file.status.is_open());
    let title = seen.form.title.get(language);
    let page = naming::framed(page, seen).under_named(href(seen.file.id), title);
    let draft = seen.draft.as_ref();
    let saved = draft.map_or_else(String::new, |it| {
        let when = moment(words, it.saved_at, &app.zone);
        page.t2("forms-saved-by", "who", it.saved_by.as_str(), "when", when)
    });
    FillPage {
        href: href(seen.file.id),
        counter: draft.map_or(0, |it| it.counter),
        saved,
        complete: complete(&page, shown.judged.completeness),
        is_complete: shown.judged.faults.is_empty(),
        remark: remark.and_then(|it| {
            let text = it.remarks.clone()?;
            Some((page.t1("forms-last-remark", "who", it.actor.as_str()), text))
        }),
        conflict: shown.conflict,
        errors: summary(&sections, &told),
        sections,
        page: {
            let title = page.t1("forms-fill-title", "form", title);
            page.called(title)
        },
    }
}

/// How much is filled in, in words.
pub(super) fn complete(page: &Page, completeness: Completeness) -> String {
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    page.t2(
        "forms-complete",
        "answered",
        count(completeness.answered),
        "required",
        count(completeness.required),
    )
}

/// Each error with the label of its question in front.
fn summary(sections: &[SectionView], told: &[(String, String)]) -> Vec<(String, String)> {
    let fields = sections.iter().flat_map(|section| &section.fields).flat_map(|field| {
        let inner = field.rows.iter().flat_map(|row| {
            row.fields.iter().map(|it| (it, format!("{}, {}", row.title, it.label)))
        });
        inner.chain([(field, field.label.clone())])
    });
    let labels: BTreeMap<&str, String> =
        fields.map(|(field, label)| (field.name.as_str(), label)).collect();
    told.iter()
        .map(|(name, error)| {
            let bare = name.strip_suffix(".name").or(name.strip_suffix(".on")).unwrap_or(name);
            let label = labels.get(bare).cloned().unwrap_or_default();
            (name.clone(), format!("{label} – {error}"))
        })
        .collect()
}

/// What stands in a colleague's draft and not in ours.
pub(super) fn conflict(page: &Page, app: &App, seen: &FormView, ours: &Judged) -> Option<Conflict> {
    let draft = seen.draft.as_ref()?;
    let theirs = judge(&seen.form, &draft.typed, app.today());
    let when = moment(page.words, draft.saved_at, &app.zone);
    let differ = differences(&ours.answers, &theirs.answers);
    let told = differ.iter().filter_map(|it| {
        let question = seen.form.question(&it.spot)?;
        let answer = match &it.after {
            Some(value) => page.words.form_value(&question.kind, value),
            None => page.t("forms-earlier-none"),
        };
        Some((page.words.form_spot(&seen.form, &it.spot), answer))
    });
    Some(Conflict {
        who: page.t2("forms-conflict-who", "who", draft.saved_by.as_str(), "when", when),
        theirs: told.collect(),
    })
}

/// The page again, with everything that was typed.
pub(super) fn again(view: &FillPage, status: StatusCode) -> Response {
    view.page.render_with(status, view)
}
