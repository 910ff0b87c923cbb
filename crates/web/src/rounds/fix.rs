//! Pins and bans: a small form with a required reason.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use sleutel_actions::{ActionError, App, FieldFault, Who, rounds};
use sleutel_domain::{
    Id, Reference,
    placement::{FixingKind, Round},
};
use sleutel_store::placement::RoundStatus;
use uuid::Uuid;

use super::{At, Visit, decide::told, names::Names, refuse};
use crate::{Acting, FieldError, Flash, FlashKind, Form, Page, Posted, refused, show::Choice};

/// The form of a pin or a ban.
#[derive(Debug, Template)]
#[template(path = "rounds/fix.html")]
struct FixPage {
    page: Page,
    form: Form,
    base: String,
    kinds: Vec<Choice>,
    homes: Vec<Choice>,
    reasons: Vec<String>,
    alert: Option<String>,
}

const LABELS: &[(&str, &str)] = &[
    ("kind", "rounds-fix-what"),
    ("person", "rounds-fix-person"),
    ("vacancy", "rounds-home"),
    ("reason", "rounds-reason"),
];

async fn shown(
    app: &App,
    who: &Who,
    page: Page,
    id: Id<Round>,
    form: Form,
    alert: Option<String>,
    status: StatusCode,
) -> Response {
    let frame = match rounds::frame(app, who, id).await {
        Ok(frame) => frame,
        Err(error) => return refuse(&page, &error),
    };
    if !sleutel_actions::policy::may(who, sleutel_actions::policy::Action::Fix) {
        return crate::Problem::forbidden().into_response();
    }
    if frame.round.status == RoundStatus::Closed {
        return refuse(&page, &sleutel_actions::Hold::RoundClosed.into());
    }
    let names = Names::of_frame(page.words, &frame);
    let homes = frame
        .homes
        .iter()
        .map(|(code, home)| {
            let label = format!("{}, {} ({code})", names.address(code), names.place_of(home));
            Choice::new(code.as_str(), label)
        })
        .collect();
    let base = format!("/rounds/{id}");
    let name = frame.round.name.to_string();
    let page = page
        .titled("rounds-fix-title")
        .under("/rounds", "nav-rounds")
        .under_named(base.clone(), name);
    let view = FixPage {
        kinds: FixingKind::ALL
            .into_iter()
            .zip(["rounds-fix-pin", "rounds-fix-ban"])
            .map(|(kind, key)| Choice::new(kind.code(), page.t(key)))
            .collect(),
        reasons: ["rounds-reason-talked", "rounds-reason-support", "rounds-reason-place"]
            .map(|key| page.t(key))
            .to_vec(),
        form: form.labelled(LABELS),
        base,
        homes,
        alert,
        page,
    };
    view.page.render_with(status, &view)
}

/// `GET /rounds/{id}/fix?person=..&home=..&kind=..`.
pub(super) async fn blank(visit: Visit) -> Response {
    let Visit { app, who, page, id, query } = visit;
    let form = Form::new()
        .filled("person", query.get("person"))
        .filled("vacancy", query.get("home"))
        .filled("kind", query.get("kind"));
    shown(&app, &who, page, id, form, None, StatusCode::OK).await
}

/// `POST /rounds/{id}/fix`: saves, and proposes again when asked to.
pub(super) async fn fix(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    Posted(mut form): Posted,
) -> Response {
    let kind = form.choice("kind", FixingKind::from_code);
    let person = form.required("person", |text| Reference::new(text.trim()));
    let (Some(kind), Some(person)) = (kind, person) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return shown(&app, &who, page, id, form, None, status).await;
    };
    let (vacancy, reason) = (form.value("vacancy"), form.value("reason"));
    match rounds::fix(&app, &who, id, kind, &person, vacancy, reason).await {
        Ok(version) => onwards(&app, &who, &page, id, version, &form, "rounds-fixed-now").await,
        Err(ActionError::NotFound) => {
            form.refuse("person", FieldError::Fault(FieldFault::Unknown));
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            shown(&app, &who, page, id, form, None, status).await
        }
        Err(ActionError::Hold(hold)) => {
            let alert = Some(refused::hold_words(&hold, page.words));
            shown(&app, &who, page, id, form, alert, StatusCode::CONFLICT).await
        }
        Err(ActionError::Changed) => {
            let alert = Some(page.t("flash-changed"));
            shown(&app, &who, page, id, form, alert, StatusCode::CONFLICT).await
        }
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                shown(&app, &who, page, id, form, None, status).await
            }
            Err(error) => refuse(&page, &error),
        },
    }
}

/// After a pin or ban was saved or lifted: straight on to a new proposal, or back.
async fn onwards(
    app: &App,
    who: &Who,
    page: &Page,
    id: Id<Round>,
    version: i64,
    form: &Form,
    saved: &str,
) -> Response {
    let back = format!("/rounds/{id}");
    if form.value("then") != "propose" {
        return Page::redirect(&back, &Flash::new(FlashKind::Success, saved));
    }
    match rounds::propose(app, who, id, version).await {
        Ok(_) => {
            Page::redirect(&back, &Flash::new(FlashKind::Success, "rounds-saved-and-proposed"))
        }
        Err(ActionError::Changed) => {
            Page::redirect(&back, &Flash::new(FlashKind::Warning, "rounds-saved-not-proposed"))
        }
        Err(ActionError::Hold(hold)) => {
            let why = refused::hold_words(&hold, page.words);
            let flash = Flash::new(FlashKind::Warning, "rounds-saved-held").with("why", why);
            Page::redirect(&back, &flash)
        }
        Err(error) => refuse(page, &error),
    }
}

/// `POST /rounds/{id}/lift`.
pub(super) async fn lift(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    Posted(form): Posted,
) -> Response {
    let Ok(fixing) = form.value("fixing").parse::<Uuid>() else {
        return crate::Problem::bad_request().into_response();
    };
    match rounds::lift(&app, &who, id, fixing).await {
        Ok(version) => onwards(&app, &who, &page, id, version, &form, "rounds-lifted-now").await,
        Err(error) => told(&page, id, &error),
    }
}
