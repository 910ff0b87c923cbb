//! A new group, another description from a day on, other days.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Who,
    policy::{self, Action},
    steering::groups::{self, EndsDraft, GroupDraft, OneGroup},
};
use sleutel_domain::GroupCode;
use sleutel_exchange::records::MainGroup;

use super::{HREF, code_in, href, name_on, show};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    refused::{self, problem_on},
    rounds::names::main_group,
    session,
    show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("code", "groups-code"),
    ("name_nl", "groups-name-nl"),
    ("name_en", "groups-name-en"),
    ("main_group", "groups-main-group"),
    ("with_support", "groups-support"),
    ("counts", "groups-count"),
    ("from", "groups-from"),
    ("until", "groups-until"),
    ("ground", "groups-ground"),
    ("confirm", "groups-confirm"),
];

#[derive(Debug, Template)]
#[template(path = "steering/groups/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    /// A new group; otherwise another description.
    new: bool,
    main_groups: Vec<Choice>,
    yes_no: Vec<Choice>,
    back: String,
    changed: bool,
}

#[derive(Debug, Template)]
#[template(path = "steering/groups/days.html")]
struct DaysPage {
    page: Page,
    form: Form,
    /// How many households are in it, in words, and as the form hands it back.
    people: Option<(String, String)>,
    back: String,
    changed: bool,
}

/// Refused for who may not change the list.
pub(super) fn may_change(who: &Who) -> Result<(), Problem> {
    let may = policy::may(who, Action::ChangeGroups);
    if may { Ok(()) } else { Err(Problem::forbidden()) }
}

fn draft(form: &Form) -> GroupDraft {
    let text = |name: &str| form.value(name).trim().to_owned();
    GroupDraft {
        code: text("code"),
        name_nl: text("name_nl"),
        name_en: text("name_en"),
        main_group: text("main_group"),
        with_support: text("with_support"),
        counts: text("counts"),
        from: text("from"),
        until: text("until"),
        ground: text("ground"),
        was: text("was"),
    }
}

fn form_page(page: Page, form: Form, of: Option<(&GroupCode, String)>) -> FormPage {
    let words = page.words;
    let main = MainGroup::ALL.into_iter();
    let page = page.under(HREF, "groups-title");
    let new = of.is_none();
    let (page, back) = match of {
        None => (page.titled("groups-new"), HREF.to_owned()),
        Some((code, name)) => {
            let title = page.t1("groups-change-title", "name", name.as_str());
            (page.under_named(href(code), name).called(title), href(code))
        }
    };
    FormPage {
        form: form.labelled(LABELS),
        new,
        main_groups: main.map(|it| Choice::new(it.code(), main_group(words, it))).collect(),
        yes_no: vec![
            Choice::new("yes", words.t("answer-yes")),
            Choice::new("no", words.t("answer-no")),
        ],
        back,
        changed: false,
        page,
    }
}

/// `GET /steering/groups/new`.
pub(super) async fn new(Acting(who): Acting, page: Page) -> Result<Response, Problem> {
    may_change(&who)?;
    let form = Form::new().filled("counts", "yes");
    let view = form_page(page, form, None);
    Ok(view.page.render(&view))
}

/// `POST /steering/groups/new`.
pub(super) async fn add(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    match groups::add(&app, &who, &draft(&form)).await {
        Ok(code) => {
            let flash = Flash::new(FlashKind::Success, "groups-added");
            Ok(Page::redirect(&href(&code), &flash))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(problem_on(&page))?;
            let view = form_page(page, form, None);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}

async fn load(
    app: &App,
    who: &Who,
    page: &Page,
    code: &GroupCode,
) -> Result<(OneGroup, String), Problem> {
    may_change(who)?;
    let it = groups::one(app, who, code).await.map_err(problem_on(page))?;
    let name = name_on(page.words, code, &it.line.times, app.today());
    Ok((it, name))
}

/// `GET /steering/groups/{code}/change`.
pub(super) async fn edit(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let code = code_in(&code)?;
    let (it, name) = load(&app, &who, &page, &code).await?;
    let yes_no = |is: bool| if is { "yes" } else { "no" };
    let mut form = Form::new().filled("was", it.version.to_string());
    if let Some(is) = it.line.times.described_on(app.today()) {
        form = form
            .filled("name_nl", is.name_nl.as_str())
            .filled("name_en", is.name_en.as_str())
            .filled("main_group", is.main_group.as_str())
            .filled("with_support", yes_no(is.with_support))
            .filled("counts", yes_no(is.counts));
    }
    let view = form_page(page, form, Some((&code, name)));
    Ok(view.page.render(&view))
}

/// `POST /steering/groups/{code}/change`.
pub(super) async fn save(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let code = code_in(&code)?;
    let result = groups::describe(&app, &who, &code, &draft(&form)).await;
    if result.is_ok() {
        return show::done(&page, &code, result, "groups-changed");
    }
    let (it, name) = load(&app, &who, &page, &code).await?;
    let of = Some((&code, name));
    match result {
        Err(ActionError::Changed) => {
            // What was typed stays; it is about the version that is newest now.
            form.set("was", it.version.to_string());
            let view = FormPage { changed: true, ..form_page(page, form, of) };
            Ok(view.page.render_with(StatusCode::CONFLICT, &view))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(problem_on(&page))?;
            let view = form_page(page, form, of);
            Ok(session::unprocessable(&view.page, &view))
        }
        Ok(()) => {
            Ok(Page::redirect(&href(&code), &Flash::new(FlashKind::Success, "groups-changed")))
        }
    }
}

fn days_page(page: Page, it: &OneGroup, name: String, form: Form) -> DaysPage {
    let words = page.words;
    let any = it.people.filter(|it| it.without_home + it.on_a_road > 0);
    let seen = any.map(|it| EndsDraft::seen(it.without_home, it.on_a_road));
    let code = &it.line.code;
    let title = page.t1("groups-days-title", "name", name.as_str());
    DaysPage {
        form: form.labelled(LABELS),
        people: show::people(words, it).zip(seen),
        back: href(code),
        changed: false,
        page: page.under(HREF, "groups-title").under_named(href(code), name).called(title),
    }
}

/// `GET /steering/groups/{code}/days`.
pub(super) async fn days(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let code = code_in(&code)?;
    let (it, name) = load(&app, &who, &page, &code).await?;
    let day = |it: Option<jiff::civil::Date>| it.map(|it| it.to_string()).unwrap_or_default();
    let form = Form::new()
        .filled("from", day(it.line.times.begins()))
        .filled("until", day(it.line.times.ends()))
        .filled("was", it.version.to_string());
    let view = days_page(page, &it, name, form);
    Ok(view.page.render(&view))
}

/// `POST /steering/groups/{code}/days`.
pub(super) async fn set_days(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let code = code_in(&code)?;
    let text = |name: &str| form.value(name).trim().to_owned();
    let draft = EndsDraft {
        from: text("from"),
        until: text("until"),
        ground: text("ground"),
        confirm: text("confirm"),
        was: text("was"),
    };
    match groups::set_ends(&app, &who, &code, &draft).await {
        Ok(()) => show::done(&page, &code, Ok(()), "groups-days-saved"),
        Err(ActionError::Changed) => {
            let (it, name) = load(&app, &who, &page, &code).await?;
            form.set("was", it.version.to_string());
            let view = DaysPage { changed: true, ..days_page(page, &it, name, form) };
            Ok(view.page.render_with(StatusCode::CONFLICT, &view))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(problem_on(&page))?;
            let (it, name) = load(&app, &who, &page, &code).await?;
            let view = days_page(page, &it, name, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}
