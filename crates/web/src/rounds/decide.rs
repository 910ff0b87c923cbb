//! Proposing, deciding line by line or several at once, taking back, closing.

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Hold, Who,
    rounds::{self, Outcome, Pair, Which},
};
use sleutel_domain::{
    Id, Reference, VacancyCode,
    placement::{Round, StoredProposal, Verdict},
};
use uuid::Uuid;

use super::{
    At, filter,
    lines::Kept,
    refuse,
    round::{Alert, Typed, answer},
};
use crate::{Acting, Flash, FlashKind, Form, Page, Posted, Query, form::FieldError, refused};

fn back(id: Id<Round>, raw: Option<&str>) -> String {
    match raw {
        Some(raw) if !raw.is_empty() => format!("/rounds/{id}?{raw}"),
        _ => format!("/rounds/{id}"),
    }
}

/// Goes back to the round with the message of a hold or a conflict.
pub(super) fn told(page: &Page, id: Id<Round>, error: &ActionError) -> Response {
    match refused::flash(error, page.words) {
        Some(flash) => Page::redirect(&format!("/rounds/{id}"), &flash),
        None => refuse(page, error),
    }
}

/// `POST /rounds/{id}/propose`.
pub(super) async fn propose(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    Posted(form): Posted,
) -> Response {
    let seen = form.value("version").parse().unwrap_or_default();
    match rounds::propose(&app, &who, id, seen).await {
        Ok(_) => {
            let flash = Flash::new(FlashKind::Success, "rounds-proposed-now");
            Page::redirect(&format!("/rounds/{id}"), &flash)
        }
        Err(error) => told(&page, id, &error),
    }
}

fn pair(text: &str) -> Option<Pair> {
    let (reference, vacancy) = text.split_once(' ')?;
    Some(Pair {
        reference: Reference::new(reference).ok()?,
        vacancy: VacancyCode::new(vacancy).ok()?,
    })
}

/// `POST /rounds/{id}`: decides one line or several, with one reason. What cannot be
/// decided any more is told on the page, and what was typed stays there.
pub(super) async fn decide(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    RawQuery(raw): RawQuery,
    Posted(form): Posted,
) -> Response {
    let mut pairs: Vec<Pair> = form.values("line").into_iter().filter_map(pair).collect();
    let verdict = Verdict::from_code(form.value("verdict"));
    let proposal = form.value("proposal").parse::<Uuid>().map(Id::new);
    let (Some(verdict), Ok(proposal)) = (verdict, proposal) else {
        return crate::Problem::bad_request().into_response();
    };
    if !form.value("all").is_empty() {
        match every(&app, &who, id, proposal, raw.as_deref()).await {
            Ok(all) if all.len().to_string() == form.value("all") => pairs = all,
            Ok(all) => {
                let text = page.t1("rounds-many-moved", "count", all.len());
                let alert = Some(Alert { text, items: Vec::new() });
                let typed = Typed { alert, ..typed(&form) };
                let status = StatusCode::CONFLICT;
                return again(&app, &who, page, id, raw.as_deref(), status, typed).await;
            }
            Err(error) => return refuse(&page, &error),
        }
    }
    let reason = form.value("reason").to_owned();
    let done = rounds::decide(&app, &who, id, proposal, &pairs, verdict, &reason).await;
    match done {
        Ok(outcomes) if outcomes.iter().all(|it| it.held.is_none()) => {
            let key = match verdict {
                Verdict::Agreed => "rounds-agreed-now",
                Verdict::Rejected => "rounds-rejected-now",
            };
            let flash = Flash::new(FlashKind::Success, key).with("count", outcomes.len());
            let anchor = match outcomes.as_slice() {
                [only] => format!("#home-{}", only.pair.vacancy),
                _ => String::new(),
            };
            Page::redirect(&format!("{}{anchor}", back(id, raw.as_deref())), &flash)
        }
        Ok(outcomes) => {
            let typed = partly(&page, &form, &outcomes);
            again(&app, &who, page, id, raw.as_deref(), StatusCode::CONFLICT, typed).await
        }
        Err(error) => {
            let (status, typed) = match not_done(&page, &form, error) {
                Ok(found) => found,
                Err(error) => return refuse(&page, &error),
            };
            again(&app, &who, page, id, raw.as_deref(), status, typed).await
        }
    }
}

/// Every line of the filters in the address that this person may still decide, on all
/// pages. Whoever asked for them names how many were counted: another number is another
/// question, and nothing is decided.
async fn every(
    app: &App,
    who: &Who,
    id: Id<Round>,
    proposal: Id<StoredProposal>,
    raw: Option<&str>,
) -> Result<Vec<Pair>, ActionError> {
    let view = rounds::view(app, who, id, Which::Newest).await?;
    // An older proposal has no line to decide; the action says which is the newest.
    let current = view.current.as_ref().is_some_and(|(row, _)| row.id == proposal);
    let lines = filter::lines(&Query::parse(raw), &view);
    let open = lines.iter().filter(|it| current && it.may_decide && it.decision.is_none());
    Ok(open
        .map(|it| Pair {
            reference: it.placement.candidate.clone(),
            vacancy: it.placement.vacancy.clone(),
        })
        .collect())
}

async fn again(
    app: &App,
    who: &Who,
    page: Page,
    id: Id<Round>,
    raw: Option<&str>,
    status: StatusCode,
    typed: Typed,
) -> Response {
    answer(app, who, page, id, raw, status, Some(typed)).await
}

fn typed(form: &Form) -> Typed {
    Typed {
        pairs: form.values("line").into_iter().map(str::to_owned).collect(),
        kept: Kept { reason: form.value("reason").to_owned(), error: None },
        many: form.ticked("many"),
        alert: None,
    }
}

/// Some lines could not be decided: each is told with its reason.
fn partly(page: &Page, form: &Form, outcomes: &[Outcome]) -> Typed {
    let items = outcomes
        .iter()
        .filter_map(|it| {
            let why = refused::hold_words(it.held.as_ref()?, page.words);
            Some(page.t2("rounds-held-line", "vacancy", it.pair.vacancy.as_str(), "why", why))
        })
        .collect::<Vec<_>>();
    let done = outcomes.len() - items.len();
    let text = page.t2("rounds-held", "count", items.len(), "done", done);
    let held: Vec<String> = outcomes
        .iter()
        .filter(|it| it.held.is_some())
        .map(|it| format!("{} {}", it.pair.reference, it.pair.vacancy))
        .collect();
    Typed { pairs: held, alert: Some(Alert { text, items }), ..typed(form) }
}

/// Nothing was done: what is said, and where. What needs a page of its own comes back.
fn not_done(
    page: &Page,
    form: &Form,
    error: ActionError,
) -> Result<(StatusCode, Typed), ActionError> {
    let mut typed = typed(form);
    match error {
        ActionError::Fields(errors) => {
            for error in errors {
                let words = FieldError::Fault(error.fault).words(page.words);
                if error.field == "lines" {
                    typed.alert =
                        Some(Alert { text: page.t("rounds-no-lines"), items: Vec::new() });
                } else {
                    typed.kept.error = Some(words);
                }
            }
            Ok((StatusCode::UNPROCESSABLE_ENTITY, typed))
        }
        ActionError::Hold(hold) => {
            // The line may be gone from the newest proposal: its reason stays in the form
            // for several.
            typed.many = typed.many || matches!(hold, Hold::OlderProposal { .. });
            let text = refused::hold_words(&hold, page.words);
            typed.alert = Some(Alert { text, items: Vec::new() });
            Ok((StatusCode::CONFLICT, typed))
        }
        other @ (ActionError::Denied(_)
        | ActionError::NotFound
        | ActionError::Changed
        | ActionError::Unsound(_)
        | ActionError::Store(_)
        | ActionError::Internal(_)) => Err(other),
    }
}

/// `POST /rounds/{id}/undo`.
pub(super) async fn undo(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    RawQuery(raw): RawQuery,
    Posted(form): Posted,
) -> Response {
    let Ok(decision) = form.value("decision").parse::<Uuid>() else {
        return crate::Problem::bad_request().into_response();
    };
    match rounds::undo(&app, &who, id, decision).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "rounds-taken-back");
            Page::redirect(&back(id, raw.as_deref()), &flash)
        }
        Err(error) => told(&page, id, &error),
    }
}

/// `POST /rounds/{id}/close`.
pub(super) async fn close(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    Posted(form): Posted,
) -> Response {
    let seen = form.value("version").parse().unwrap_or_default();
    match rounds::close(&app, &who, id, seen).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "rounds-closed-now");
            Page::redirect(&format!("/rounds/{id}"), &flash)
        }
        Err(error) => told(&page, id, &error),
    }
}

/// `POST /rounds/{id}/reopen`.
pub(super) async fn reopen(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    Posted(form): Posted,
) -> Response {
    let seen = form.value("version").parse().unwrap_or_default();
    match rounds::reopen(&app, &who, id, seen).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "rounds-reopened-now");
            Page::redirect(&format!("/rounds/{id}"), &flash)
        }
        Err(error) => told(&page, id, &error),
    }
}
