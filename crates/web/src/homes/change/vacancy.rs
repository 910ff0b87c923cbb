use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Who,
    homes::{self, OpenHome, VacancyDraft},
};
use sleutel_domain::{DwellingCode, VacancyCode};

use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, Query,
    homes::{dwelling::load, shared},
    listing::encode,
    refused,
};

const LABELS: &[(&str, &str)] = &[
    ("dwelling", "homes-dwelling"),
    ("available_from", "homes-column-from"),
    ("year", "homes-year"),
    ("code", "homes-column-code"),
];

#[derive(Debug, Template)]
#[template(path = "homes/change/vacancy.html")]
struct VacancyForm {
    page: Page,
    form: Form,
    action: String,
    back: String,
    /// The address, once the dwelling is known.
    address: Option<String>,
    exists: bool,
    /// What holds it, or that somebody else was first, in words.
    note: Option<String>,
}

struct About {
    action: String,
    title: &'static str,
    exists: bool,
}

async fn form_page(app: &App, who: &Who, page: Page, form: Form, about: About) -> VacancyForm {
    let dwelling = match DwellingCode::new(form.value("dwelling")) {
        Ok(code) => homes::dwelling(app, who, &code).await.ok().map(|(row, _, _)| row),
        Err(_) => None,
    };
    VacancyForm {
        address: dwelling.as_ref().map(shared::address),
        back: dwelling.map_or_else(|| "/homes".to_owned(), |row| shared::dwelling_href(&row.code)),
        form: form.labelled(LABELS),
        action: about.action,
        exists: about.exists,
        note: None,
        page: page.titled(about.title).under("/homes", "homes-title"),
    }
}

fn about_new() -> About {
    About { action: "/homes/vacancies/new".to_owned(), title: "homes-vacancy-new", exists: false }
}

fn about_existing(code: &str) -> About {
    let action = format!("/homes/vacancies/{}/edit", encode(code));
    About { action, title: "homes-vacancy-edit", exists: true }
}

/// `GET /homes/vacancies/new?dwelling=`.
pub(crate) async fn new_vacancy(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    if !shared::may_add(&who) {
        return Err(Problem::forbidden());
    }
    let query = Query::parse(raw.as_deref());
    let code = query.get("dwelling");
    if !code.is_empty() {
        let (row, _, _) = load(&app, &who, &page, code).await?;
        if !shared::may_change(&who, &row.association) {
            return Err(Problem::forbidden());
        }
    }
    let form = Form::new().filled("dwelling", code).filled("version", "0");
    let view = form_page(&app, &who, page, form, about_new()).await;
    Ok(view.page.render(&view))
}

async fn load_vacancy(app: &App, who: &Who, page: &Page, code: &str) -> Result<OpenHome, Problem> {
    let code = VacancyCode::new(code).map_err(|_| Problem::not_found())?;
    homes::vacancy(app, who, &code).await.map_err(refused::problem_on(page))
}

/// `GET /homes/vacancies/{code}/edit`.
pub(crate) async fn edit_vacancy(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let home = load_vacancy(&app, &who, &page, &code).await?;
    if !shared::may_change(&who, &home.dwelling.association) {
        return Err(Problem::forbidden());
    }
    let form = filled(&VacancyDraft::from(&home.vacancy));
    let view = form_page(&app, &who, page, form, about_existing(&code)).await;
    Ok(view.page.render(&view))
}

fn filled(draft: &VacancyDraft) -> Form {
    Form::new()
        .filled("code", draft.code.as_str())
        .filled("dwelling", draft.dwelling.as_str())
        .filled("available_from", draft.available_from.as_str())
        .filled("year", draft.year.as_str())
        .filled("version", draft.version.to_string())
}

/// `POST /homes/vacancies/new`.
pub(crate) async fn add_vacancy(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    form.set("version", "0");
    save(&app, &who, page, form, about_new()).await
}

/// `POST /homes/vacancies/{code}/edit`.
pub(crate) async fn save_vacancy(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    // What is changed is what the address names; its home stays what it was.
    let home = load_vacancy(&app, &who, &page, &code).await?;
    form.set("code", code.as_str());
    form.set("dwelling", home.dwelling.code.as_str());
    if form.value("version").parse::<i64>().unwrap_or(0) < 1 {
        return Err(Problem::bad_request());
    }
    save(&app, &who, page, form, about_existing(&code)).await
}

async fn save(
    app: &App,
    who: &Who,
    page: Page,
    mut form: Form,
    about: About,
) -> Result<Response, Problem> {
    let draft = VacancyDraft {
        code: form.value("code").trim().to_owned(),
        dwelling: form.value("dwelling").trim().to_owned(),
        available_from: form.value("available_from").to_owned(),
        year: form.value("year").trim().to_owned(),
        version: form.value("version").parse().unwrap_or(0),
    };
    let error = match homes::save_vacancy(app, who, &draft).await {
        Ok(_) => {
            let dwelling = encode(&draft.dwelling);
            let flash = Flash::new(FlashKind::Success, "homes-vacancy-saved");
            return Ok(Page::redirect(&format!("/homes/dwellings/{dwelling}"), &flash));
        }
        Err(error) => error,
    };
    let words = page.words;
    let (status, note) = match &error {
        ActionError::Changed => {
            let home = load_vacancy(app, who, &page, &draft.code).await?;
            form.set("version", home.vacancy.version.to_string());
            let from = words.date(home.vacancy.available_from);
            let what = page.t2(
                "homes-vacancy-changed",
                "from",
                from,
                "status",
                words.name(&home.vacancy.status),
            );
            (StatusCode::CONFLICT, Some(what))
        }
        ActionError::Hold(hold) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Some(refused::hold_words(hold, words)))
        }
        ActionError::Denied(_)
        | ActionError::NotFound
        | ActionError::Fields(_)
        | ActionError::Unsound(_)
        | ActionError::Store(_)
        | ActionError::Internal(_) => (StatusCode::UNPROCESSABLE_ENTITY, None),
    };
    if note.is_none() {
        refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
    }
    let mut view = form_page(app, who, page, form, about).await;
    view.note = note;
    Ok(view.page.render_with(status, &view))
}

/// `POST /homes/vacancies/{code}/withdraw`.
pub(crate) async fn withdraw(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    turn(&app, &who, &page, &code, true).await
}

/// `POST /homes/vacancies/{code}/put-back`: the undo of taking back.
pub(crate) async fn put_back(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    turn(&app, &who, &page, &code, false).await
}

async fn turn(
    app: &App,
    who: &Who,
    page: &Page,
    code: &str,
    withdrawn: bool,
) -> Result<Response, Problem> {
    let home = load_vacancy(app, who, page, code).await?;
    let back = shared::dwelling_href(&home.dwelling.code);
    let flash = match homes::withdraw_vacancy(app, who, &home.vacancy.code, withdrawn).await {
        Ok(()) if withdrawn => Flash::new(FlashKind::Success, "homes-vacancy-withdrawn"),
        Ok(()) => Flash::new(FlashKind::Success, "homes-vacancy-is-back"),
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => flash,
            None => return Err(refused::problem_on(page)(error)),
        },
    };
    Ok(Page::redirect(&back, &flash))
}
