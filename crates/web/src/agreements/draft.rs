//! Drafting an agreement, and changing a draft.

use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    agreements::{self, AgreementDraft},
};
use sleutel_domain::{
    Id, Reference,
    agreements::{Agreement, Kind, TemporaryGround},
};
use sleutel_store::homes::DwellingRow;

use super::naming;
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, Query, participants, refused,
    show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("kind", "agreements-kind"),
    ("household", "agreements-reference"),
    ("dwelling", "agreement-home"),
    ("from", "agreement-from"),
    ("until", "agreement-until"),
    ("rent_bare", "agreement-rent-bare"),
    ("rent_service", "agreement-rent-service"),
    ("rent_energy", "agreement-rent-energy"),
    ("rent_furnishing", "agreement-rent-furnishing"),
    ("deposit", "agreement-deposit"),
    ("ground", "agreement-ground"),
    ("conditions", "agreements-conditions"),
];

#[derive(Template)]
#[template(path = "agreements/draft.html")]
struct DraftPage {
    page: Page,
    form: Form,
    action: String,
    back: String,
    /// Who it is for, by name.
    name: String,
    kinds: Vec<Choice>,
    homes: Vec<Choice>,
    grounds: Vec<Choice>,
    note: Option<String>,
}

/// Where a form goes: a new agreement, or a draft there is.
#[derive(Clone, Copy)]
enum About {
    New,
    Draft(Id<Agreement>),
}

fn filled(draft: &AgreementDraft) -> Form {
    Form::new()
        .filled("kind", draft.kind.as_str())
        .filled("household", draft.household.as_str())
        .filled("dwelling", draft.dwelling.as_str())
        .filled("from", draft.from.as_str())
        .filled("until", draft.until.as_str())
        .filled("rent_bare", draft.rent_bare.as_str())
        .filled("rent_service", draft.rent_service.as_str())
        .filled("rent_energy", draft.rent_energy.as_str())
        .filled("rent_furnishing", draft.rent_furnishing.as_str())
        .filled("deposit", draft.deposit.as_str())
        .filled("ground", draft.ground.as_str())
        .filled("conditions", draft.conditions.as_str())
        .filled("version", draft.version.to_string())
}

fn typed(form: &Form) -> AgreementDraft {
    let text = |name: &str| form.value(name).trim().to_owned();
    AgreementDraft {
        kind: text("kind"),
        household: text("household"),
        dwelling: text("dwelling"),
        from: text("from"),
        until: text("until"),
        rent_bare: text("rent_bare"),
        rent_service: text("rent_service"),
        rent_energy: text("rent_energy"),
        rent_furnishing: text("rent_furnishing"),
        deposit: text("deposit"),
        ground: text("ground"),
        conditions: text("conditions"),
        version: text("version").parse().unwrap_or(0),
    }
}

fn draft_page(
    page: Page,
    form: Form,
    about: About,
    name: String,
    homes: &[DwellingRow],
    note: Option<String>,
) -> DraftPage {
    let words = page.words;
    let address = |it: &DwellingRow| format!("{} {} ({})", it.street, it.house_number, it.code);
    let file = participants::href(form.value("household"));
    let (action, back, title) = match about {
        About::New => ("/agreements/new".to_owned(), file, "agreements-new"),
        About::Draft(id) => {
            (format!("{}/edit", naming::href(id)), naming::href(id), "agreements-edit")
        }
    };
    DraftPage {
        kinds: Kind::ALL.iter().map(|it| Choice::new(it.code(), words.name(it))).collect(),
        homes: homes.iter().map(|it| Choice::new(it.code.as_str(), address(it))).collect(),
        grounds: TemporaryGround::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.name(it)))
            .collect(),
        form: form.labelled(LABELS),
        action,
        back,
        name,
        note,
        page: page.titled(title).under("/agreements", "nav-agreements"),
    }
}

/// `GET /agreements/new?household=&kind=`.
pub(super) async fn new(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let Ok(household) = Reference::new(query.get("household")) else {
        return Problem::not_found().into_response();
    };
    let kind = Kind::from_code(query.get("kind"));
    match agreements::blank(&app, &who, &household, kind).await {
        Ok(blank) => {
            let form = filled(&blank.draft);
            let view = draft_page(page, form, About::New, blank.name, &blank.homes, None);
            view.page.render(&view)
        }
        Err(error) => refused::refuse(&page, &error),
    }
}

/// `GET /agreements/{id}/edit`.
pub(super) async fn edit(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
) -> Response {
    let id = match naming::id(&id) {
        Ok(id) => id,
        Err(problem) => return problem.into_response(),
    };
    match agreements::agreement(&app, &who, id).await {
        Ok(view) if view.may_change => {
            let form = filled(&AgreementDraft::from(&view.row));
            let about = About::Draft(id);
            again(&app, &who, page, form, about, None, StatusCode::OK).await
        }
        Ok(_) => Problem::forbidden().into_response(),
        Err(error) => refused::refuse(&page, &error),
    }
}

/// `POST /agreements/new`.
pub(super) async fn add(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(form): Posted,
) -> Response {
    save(&app, &who, page, form, About::New).await
}

/// `POST /agreements/{id}/edit`.
pub(super) async fn change(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    match naming::id(&id) {
        Ok(id) => save(&app, &who, page, form, About::Draft(id)).await,
        Err(problem) => problem.into_response(),
    }
}

async fn save(app: &App, who: &Who, page: Page, mut form: Form, about: About) -> Response {
    let id = match about {
        About::New => None,
        About::Draft(id) => Some(id),
    };
    let error = match agreements::save(app, who, id, &typed(&form)).await {
        Ok(id) => {
            let flash = Flash::new(FlashKind::Success, "agreements-saved");
            return Page::redirect(&naming::href(id), &flash);
        }
        Err(error) => error,
    };
    let (status, note) = match &error {
        ActionError::Changed => (StatusCode::CONFLICT, Some(page.t("agreements-changed"))),
        ActionError::Hold(hold) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Some(refused::hold_words(hold, page.words)))
        }
        ActionError::Denied(_)
        | ActionError::NotFound
        | ActionError::Fields(_)
        | ActionError::Unsound(_)
        | ActionError::Store(_)
        | ActionError::Internal(_) => (StatusCode::UNPROCESSABLE_ENTITY, None),
    };
    if note.is_none()
        && let Err(error) = refused::at_fields(&mut form, error)
    {
        return refused::refuse(&page, &error);
    }
    again(app, who, page, form, about, note, status).await
}

/// The form once more, with everything as it was typed.
async fn again(
    app: &App,
    who: &Who,
    page: Page,
    form: Form,
    about: About,
    note: Option<String>,
    status: StatusCode,
) -> Response {
    let Ok(household) = Reference::new(form.value("household")) else {
        return Problem::not_found().into_response();
    };
    match agreements::blank(app, who, &household, None).await {
        Ok(blank) => {
            let view = draft_page(page, form, about, blank.name, &blank.homes, note);
            view.page.render_with(status, &view)
        }
        Err(error) => refused::refuse(&page, &error),
    }
}
