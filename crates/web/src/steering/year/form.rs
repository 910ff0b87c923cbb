//! Another version of what is agreed for a year.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App,
    steering::{self, TermsDraft, YearDraft, YearForm},
};
use sleutel_exchange::records::MainGroup;

use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused,
    rounds::names::{group_in, main_group},
    session,
    show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("kind", "steering-kind"),
    ("homes", "steering-homes"),
    ("percent", "steering-percent"),
    ("vacancies", "steering-vacancies"),
    ("note", "steering-note"),
    ("group-n-floor", "areas-column-floor"),
    ("group-n-ceiling", "areas-column-ceiling"),
    ("group-n-ground", "steering-ground"),
];

#[derive(Debug)]
struct GroupFields {
    name: String,
    main: String,
    code: String,
    /// Names of its fields.
    field_code: String,
    counts: String,
    floor: String,
    ceiling: String,
    ground: String,
}

#[derive(Debug, Template)]
#[template(path = "steering/year_form.html")]
struct FormPage {
    page: Page,
    year: i16,
    form: Form,
    kinds: Vec<Choice>,
    groups: Vec<GroupFields>,
    changed: bool,
}

fn filled(draft: &YearDraft) -> Form {
    let mut form = Form::new();
    for (name, value) in [
        ("kind", &draft.kind),
        ("homes", &draft.homes),
        ("percent", &draft.percent),
        ("vacancies", &draft.vacancies),
        ("note", &draft.note),
        ("was", &draft.was),
    ] {
        form.set(name, value.clone());
    }
    for (at, group) in draft.groups.iter().enumerate() {
        let field = |name: &str| format!("group-{at}-{name}");
        form.set(&field("code"), group.code.clone());
        if group.counts {
            form.set(&field("counts"), "yes");
        }
        form.set(&field("floor"), group.floor.clone());
        form.set(&field("ceiling"), group.ceiling.clone());
        form.set(&field("ground"), group.ground.clone());
    }
    form
}

/// More groups than any programme has are not read.
const MOST_GROUPS: usize = 500;

fn draft(form: &Form) -> YearDraft {
    let text = |name: &str| form.value(name).trim().to_owned();
    let group = |at: usize| {
        let field = |name: &str| text(&format!("group-{at}-{name}"));
        let code = field("code");
        (!code.is_empty()).then(|| TermsDraft {
            counts: field("counts") == "yes",
            floor: field("floor"),
            ceiling: field("ceiling"),
            ground: field("ground"),
            code,
        })
    };
    YearDraft {
        kind: text("kind"),
        homes: text("homes"),
        percent: text("percent"),
        vacancies: text("vacancies"),
        note: text("note"),
        groups: (0..MOST_GROUPS).map_while(group).collect(),
        was: text("was"),
    }
}

fn form_page(page: Page, stands: &YearForm, form: Form) -> FormPage {
    let words = page.words;
    let groups = stands.draft.groups.iter().enumerate().map(|(at, it)| {
        let field = |name: &str| format!("group-{at}-{name}");
        let found = stands.groups.values().find(|group| group.code.as_str() == it.code);
        let main = found.and_then(|group| MainGroup::from_code(&group.main_group));
        GroupFields {
            name: found.map_or_else(|| it.code.clone(), |group| group_in(words, group)),
            main: main.map(|main| main_group(words, main)).unwrap_or_default(),
            code: it.code.clone(),
            field_code: field("code"),
            counts: field("counts"),
            floor: field("floor"),
            ceiling: field("ceiling"),
            ground: field("ground"),
        }
    });
    let kind = |code: &str, key: &str| Choice::new(code, words.t(key));
    FormPage {
        year: stands.year,
        kinds: vec![
            kind("fixed", "steering-kind-fixed"),
            kind("part-of-vacancies", "steering-kind-part"),
        ],
        groups: groups.collect(),
        form: form.labelled(LABELS),
        changed: false,
        page: {
            let title = page.t1("steering-new-title", "year", stands.year.to_string());
            let back = format!("/steering/year?year={}", stands.year);
            page.called(title).under(&back, "steering-tab-year")
        },
    }
}

/// `GET /steering/year/{year}/new`.
pub(in crate::steering) async fn edit(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(year): Path<i16>,
) -> Result<Response, Problem> {
    let words = page.words;
    let stands = steering::year_form(&app, &who, year).await;
    let stands = stands.map_err(|error| refused::problem_in(&error, words))?;
    let form = filled(&stands.draft);
    let view = form_page(page, &stands, form);
    Ok(view.page.render(&view))
}

/// `POST /steering/year/{year}/new`.
pub(in crate::steering) async fn save(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(year): Path<i16>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let words = page.words;
    match steering::agree_year(&app, &who, year, &draft(&form)).await {
        Ok(version) => {
            let flash =
                Flash::new(FlashKind::Success, "steering-year-saved").with("version", version);
            Ok(Page::redirect(&format!("/steering/year?year={year}"), &flash))
        }
        Err(error) => {
            let stands = steering::year_form(&app, &who, year).await;
            let stands = stands.map_err(|error| refused::problem_in(&error, words))?;
            if matches!(error, ActionError::Changed) {
                // What was typed stays; it is about the version that is newest now.
                form.set("was", stands.draft.was.clone());
                let view = FormPage { changed: true, ..form_page(page, &stands, form) };
                return Ok(view.page.render_with(StatusCode::CONFLICT, &view));
            }
            refused::at_fields(&mut form, error)
                .map_err(|error| refused::problem_in(&error, words))?;
            let view = form_page(page, &stands, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}
