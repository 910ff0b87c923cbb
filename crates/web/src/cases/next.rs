use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{App, cases};
use uuid::Uuid;

use crate::{Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, session};

struct Card {
    id: String,
    home: String,
    who: String,
    place: String,
    form: Form,
}

#[derive(Template)]
#[template(path = "cases/next.html")]
struct NextPage {
    page: Page,
    cards: Vec<Card>,
}

/// `GET /next-homes`: homes somebody did not take, each with who comes next.
pub(super) async fn list(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    match view(page, &app, &who, "", Form::new()).await {
        Ok(view) => view.page.render(&view),
        Err(problem) => problem.into_response(),
    }
}

/// The page, with what was typed at the home it was typed for.
async fn view(
    page: Page,
    app: &App,
    who: &sleutel_actions::Who,
    typed: &str,
    form: Form,
) -> Result<NextPage, Problem> {
    let next = cases::next_offers(app, who).await.map_err(|it| refused::problem(&it))?;
    let cards = next
        .into_iter()
        .map(|it| {
            let id = it.id.to_string();
            let reference = it.reference.to_string();
            let name = it.name.map(|name| format!("{name} ({reference})"));
            Card {
                form: if id == typed { form.clone() } else { Form::new() },
                home: format!("{} ({})", it.address, it.vacancy),
                who: name.unwrap_or(reference),
                place: page.t1("cases-next-place", "place", i64::from(it.place)),
                id,
            }
        })
        .collect();
    Ok(NextPage { page: page.titled("cases-next-title").under("/cases", "nav-cases"), cards })
}

/// `POST /next-homes/{id}`.
pub(super) async fn settle(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(mut form): Posted,
) -> Response {
    let Ok(parsed) = id.parse::<Uuid>() else { return Problem::not_found().into_response() };
    let confirm = form.value("do") == "yes";
    let reason = form.value("reason").to_owned();
    let words = page.words;
    match cases::settle_next(&app, &who, parsed, confirm, &reason).await {
        Ok(()) => {
            let key = if confirm { "cases-next-done-yes" } else { "cases-next-done-no" };
            Page::redirect("/next-homes", &Flash::new(FlashKind::Success, key))
        }
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => match view(page, &app, &who, &id, form).await {
                Ok(view) => session::unprocessable(&view.page, &view),
                Err(problem) => problem.into_response(),
            },
            Err(error) => match refused::flash(&error, words) {
                Some(flash) => Page::redirect("/next-homes", &flash),
                None => refused::problem(&error).into_response(),
            },
        },
    }
}
