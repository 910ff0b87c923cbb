use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Who,
    numbers::{self, Numbered, NumbersDraft, NumbersForm},
};
use sleutel_exchange::records::MainGroup;

use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused,
    rounds::names::{group_in, main_group},
    session,
    show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("main_group", "numbers-main-group"),
    ("expected", "numbers-expected"),
    ("lower", "areas-column-floor"),
    ("upper", "areas-column-ceiling"),
    ("realised", "numbers-realised"),
];

#[derive(Debug, Template)]
#[template(path = "homes/change/numbers.html")]
struct NumbersPage {
    page: Page,
    form: Form,
    lead: &'static str,
    /// To choose from; only a target group is part of one.
    main_groups: Vec<Choice>,
    with_realised: bool,
    /// Somebody else was first.
    changed: bool,
}

fn filled(draft: &NumbersDraft) -> Form {
    let mut form = Form::new();
    for (name, value) in [
        ("main_group", &draft.main_group),
        ("expected", &draft.expected),
        ("lower", &draft.lower),
        ("upper", &draft.upper),
        ("realised", &draft.realised),
        ("was", &draft.was),
    ] {
        form.set(name, value.clone());
    }
    form
}

fn draft(form: &Form) -> NumbersDraft {
    let text = |name: &str| form.value(name).trim().to_owned();
    NumbersDraft {
        lower: text("lower"),
        upper: text("upper"),
        realised: text("realised"),
        expected: text("expected"),
        main_group: text("main_group"),
        was: form.value("was").to_owned(),
    }
}

fn form_page(page: Page, what: &Numbered, stands: &NumbersForm, form: Form) -> NumbersPage {
    let words = page.words;
    let name = match what {
        Numbered::Group(code) => {
            stands.group.as_ref().map_or_else(|| code.to_string(), |group| group_in(words, group))
        }
        Numbered::MainGroup(it) => main_group(words, *it),
        Numbered::Association(code) => {
            stands.association.clone().unwrap_or_else(|| code.to_string())
        }
    };
    let title = page.t2("numbers-change-title", "name", name, "year", stands.year.to_string());
    let (lead, group, with_realised) = match what {
        Numbered::Group(_) => ("numbers-group-lead", true, false),
        Numbered::MainGroup(_) => ("numbers-main-group-lead", false, false),
        Numbered::Association(_) => ("numbers-association-lead", false, true),
    };
    let choices =
        MainGroup::ALL.into_iter().map(|it| Choice::new(it.code(), main_group(words, it)));
    NumbersPage {
        main_groups: choices.filter(|_| group).collect(),
        form: form.labelled(LABELS),
        lead,
        with_realised,
        changed: false,
        page: page.called(title).under("/numbers", "areas-tab-groups"),
    }
}

async fn load(
    app: &App,
    who: &Who,
    page: &Page,
    (kind, code): (&str, &str),
) -> Result<(Numbered, NumbersForm), Problem> {
    let what = Numbered::read(kind, code).ok_or_else(Problem::not_found)?;
    let stands = numbers::numbers_form(app, who, &what).await.map_err(refused::problem_on(page))?;
    Ok((what, stands))
}

/// `GET /numbers/{kind}/{code}/edit`.
pub(crate) async fn edit_numbers(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path((kind, code)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (what, stands) = load(&app, &who, &page, (&kind, &code)).await?;
    let form = filled(&stands.draft);
    let view = form_page(page, &what, &stands, form);
    Ok(view.page.render(&view))
}

/// `POST /numbers/{kind}/{code}/edit`.
pub(crate) async fn save_numbers(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path((kind, code)): Path<(String, String)>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let (what, stands) = load(&app, &who, &page, (&kind, &code)).await?;
    match numbers::save_numbers(&app, &who, &what, &draft(&form)).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "numbers-saved");
            Ok(Page::redirect("/numbers", &flash))
        }
        // The form shows what the other agreed; what was typed is about numbers that are gone.
        Err(ActionError::Changed) => {
            let form = filled(&stands.draft);
            let view = NumbersPage { changed: true, ..form_page(page, &what, &stands, form) };
            Ok(view.page.render_with(StatusCode::CONFLICT, &view))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
            let view = form_page(page, &what, &stands, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}
