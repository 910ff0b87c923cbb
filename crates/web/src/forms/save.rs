use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde_json::json;
use sleutel_actions::{
    ActionError, App, Who,
    forms::{self, FormView, Saved, judge},
};
use sleutel_domain::forms::asked;
use sleutel_exchange::forms::TypedText;

use super::{
    fill::{self, Shown, again, complete, conflict, load},
    href,
};
use crate::{Acting, Flash, FlashKind, Form, Page, Posted, access::moment, csrf, refused};

/// What the buttons of the form ask for.
enum Then<'a> {
    Save,
    Next,
    Done,
    Add(&'a str),
    Remove(&'a str),
}

impl<'a> Then<'a> {
    fn read(text: &'a str) -> Self {
        match text.split_once(':') {
            Some(("add", key)) => Self::Add(key),
            Some(("remove", row)) => Self::Remove(row),
            _ if text == "next" => Self::Next,
            _ if text == "done" => Self::Done,
            _ => Self::Save,
        }
    }
}

/// Everything that was typed, without what belongs to the page.
fn typed(form: &Form, then: &Then<'_>) -> TypedText {
    let own = [csrf::FIELD, "counter", "then"];
    let mut typed = TypedText::new();
    for (name, text) in form.pairs() {
        let removed = match then {
            Then::Remove(row) => name.strip_prefix(*row).is_some_and(|it| it.starts_with('.')),
            Then::Save | Then::Next | Then::Done | Then::Add(_) => false,
        };
        if !removed && !own.contains(&name.as_str()) {
            typed.entry(name.clone()).or_default().push(text.clone());
        }
    }
    typed
}

/// `POST /forms/{id}/fill`: saves what was typed, whatever it is worth. A script that saves
/// while somebody types asks for JSON and gets what to show.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    headers: HeaderMap,
    Posted(form): Posted,
) -> Response {
    let seen = match load(&app, &who, &id).await {
        Ok(seen) => seen,
        Err(response) => return response,
    };
    let then = Then::read(form.value("then"));
    let typed = typed(&form, &then);
    let counter = form.value("counter").parse().unwrap_or_default();
    let accepts = headers.get(header::ACCEPT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let script = accepts.starts_with("application/json");
    match forms::save_draft(&app, &who, seen.file.id, counter, &typed).await {
        Ok(saved) if script => for_script(&page, &app, &seen, &saved).into_response(),
        Ok(saved) => after(page, &app, &who, &id, &then, &saved).await,
        Err(ActionError::Changed) if script => {
            let title = page.t("forms-conflict-title");
            (StatusCode::CONFLICT, Json(json!({ "said": title }))).into_response()
        }
        Err(ActionError::Changed) => {
            let judged = judge(&seen.form, &typed, app.today());
            let conflict = conflict(&page, &app, &seen, &judged);
            let shown = Shown { judged: &judged, faults: &[], conflict, more: "" };
            again(&fill::view(page, &app, &seen, shown), StatusCode::CONFLICT)
        }
        Err(ActionError::Fields(faults)) => {
            let judged = judge(&seen.form, &typed, app.today());
            let shown = Shown { judged: &judged, faults: &faults, conflict: None, more: "" };
            again(&fill::view(page, &app, &seen, shown), StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Page::redirect(&href(seen.file.id), &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}

fn for_script(page: &Page, app: &App, seen: &FormView, saved: &Saved) -> Json<serde_json::Value> {
    let judged = judge(&seen.form, &saved.typed, app.today());
    let asked = asked(&seen.form, &judged.answers);
    let names: Vec<String> = asked.iter().map(|it| it.spot.to_string()).collect();
    let required: Vec<String> =
        asked.iter().filter(|it| it.required).map(|it| it.spot.to_string()).collect();
    let time = moment(page.words, saved.at, &app.zone);
    Json(json!({
        "counter": saved.counter,
        "said": page.t1("forms-saved-at", "time", time),
        "complete": complete(page, saved.completeness),
        "asked": names,
        "required": required,
    }))
}

async fn after(
    page: Page,
    app: &App,
    who: &Who,
    id: &str,
    then: &Then<'_>,
    saved: &Saved,
) -> Response {
    let seen = match load(app, who, id).await {
        Ok(seen) => seen,
        Err(response) => return response,
    };
    let here = format!("{}/fill", href(seen.file.id));
    let judged = judge(&seen.form, &saved.typed, app.today());
    let unreadable = judged.unreadable > 0;
    match then {
        Then::Done if saved.faults.is_empty() => {
            let flash = Flash::new(FlashKind::Success, "forms-complete-now");
            Page::redirect(&href(seen.file.id), &flash)
        }
        Then::Done => {
            let shown = Shown { judged: &judged, faults: &saved.faults, conflict: None, more: "" };
            again(&fill::view(page, app, &seen, shown), StatusCode::UNPROCESSABLE_ENTITY)
        }
        // What was typed is kept; what cannot be read is said at once, what is missing is not.
        Then::Save | Then::Next if unreadable => {
            let missing = sleutel_actions::FieldFault::Required;
            let faults: Vec<_> =
                saved.faults.iter().filter(|it| it.fault != missing).cloned().collect();
            let shown = Shown { judged: &judged, faults: &faults, conflict: None, more: "" };
            again(&fill::view(page, app, &seen, shown), StatusCode::UNPROCESSABLE_ENTITY)
        }
        Then::Save => Page::redirect(&here, &Flash::new(FlashKind::Success, "forms-saved")),
        Then::Next => {
            let first = saved.faults.first().map_or("", |it| it.field.as_str());
            Redirect::to(&format!("{here}#field-{first}")).into_response()
        }
        Then::Add(key) => {
            let key = crate::listing::encode(key);
            Redirect::to(&format!("{here}?more={key}#field-{key}")).into_response()
        }
        Then::Remove(row) => {
            let group = row.split('.').next().unwrap_or_default();
            let group = crate::listing::encode(group);
            Redirect::to(&format!("{here}#field-{group}")).into_response()
        }
    }
}
