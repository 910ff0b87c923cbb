use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App,
    documents::{self, DocumentView, Shared, StepDraft},
};
use sleutel_domain::documents::Standing;

use super::{list::VersionLine, naming};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    access::{action_words, actor_words, moment},
    participants, refused,
    show::{Choice, HistoryItem},
};

#[derive(Template)]
#[template(path = "documents/one.html")]
struct OnePage {
    page: Page,
    href: String,
    changes: i64,
    facts: Vec<(String, String)>,
    tie: Option<(String, Option<String>)>,
    file: Option<String>,
    reference: String,
    versions: Vec<VersionLine>,
    /// Versions to be released or refused.
    waiting: Vec<u32>,
    /// Versions that were released and can still be refused.
    released: Vec<u32>,
    items: Option<Vec<HistoryItem>>,
    shares: Vec<Choice>,
    share: Form,
    kept: bool,
    withdrawn: bool,
    may_release: bool,
    may_replace: bool,
    may_change: bool,
    may_withdraw: bool,
    may_erase: bool,
}

/// `GET /documents/{id}`.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id = naming::id(&id)?;
    let seen = documents::view(&app, &who, id).await.map_err(refused::problem_on(&page))?;
    let document = &seen.document;
    let row = &document.row;
    let reference = row.reference.to_string();
    let in_state = |code: &str| {
        let found = document.versions.iter().filter(|it| it.row.state.code() == code);
        found.map(|it| it.row.number).collect::<Vec<u32>>()
    };
    let opens = sleutel_actions::policy::may(&who, sleutel_actions::policy::Action::SeeParticipant);
    let shares = naming::SHARES.iter().skip(1).filter(|(code, _)| {
        let shared = Shared::from_code(code);
        matches!(shared, Some(Shared::With(audience)) if audience.is_within(row.kind.widest()))
    });
    let view = OnePage {
        href: naming::href(id),
        changes: row.changes,
        facts: facts(&page, &app, &seen),
        tie: seen.tie.as_ref().map(|it| naming::tie(&page, &app, it)),
        file: opens.then(|| participants::href(&reference)),
        versions: document
            .versions
            .iter()
            .map(|it| VersionLine::new(&page, &app, document, it))
            .collect(),
        waiting: in_state("in-quarantine"),
        released: in_state("released"),
        items: seen.log.as_ref().map(|_| history(&page, &app, &seen)),
        shares: shares.map(|(code, key)| Choice::new(*code, page.t(key))).collect(),
        share: Form::new().filled("share", Shared::code_of(row.audience)),
        kept: row.standing == Standing::Kept,
        withdrawn: matches!(row.standing, Standing::Withdrawn { .. }),
        may_release: seen.may_release,
        may_replace: seen.may_replace,
        may_change: seen.may_change,
        may_withdraw: seen.may_withdraw,
        may_erase: seen.may_erase,
        page: framed(page, &seen),
        reference,
    };
    Ok(view.page.render(&view))
}

fn framed(page: Page, seen: &DocumentView) -> Page {
    let row = &seen.document.row;
    let reference = row.reference.as_str();
    let of = page.t1("documents-of", "reference", reference);
    let title = page.name(&row.kind);
    page.under_named(naming::list_href(reference), of).called(title)
}

fn facts(page: &Page, app: &App, seen: &DocumentView) -> Vec<(String, String)> {
    let row = &seen.document.row;
    let newest = seen.document.newest().map(|it| &it.row);
    let mut facts = vec![
        (page.t("documents-fact-kind"), page.name(&row.kind)),
        (page.t("documents-fact-by"), naming::called(&seen.organisations, &row.organisation)),
        (page.t("documents-fact-shared"), naming::shared(page, row.audience)),
        (
            page.t("documents-fact-standing"),
            naming::state(page.words, &row.standing, newest.map(|it| &it.state)),
        ),
    ];
    let (key, by, why, at) = match &row.standing {
        Standing::Kept => return facts,
        Standing::Withdrawn { by, why, at } => ("documents-withdrawn-by", by, why, at),
        Standing::Erased { by, ground, at } => ("documents-erased-by", by, ground, at),
    };
    let words = page.words;
    let said = words.t_with(
        key,
        &[
            ("when", moment(words, *at, &app.zone).into()),
            ("who", actor_words(words, by).into()),
            ("why", why.as_str().into()),
        ],
    );
    if let Some(last) = facts.last_mut() {
        last.1 = said;
    }
    facts
}

fn history(page: &Page, app: &App, seen: &DocumentView) -> Vec<HistoryItem> {
    let lines = seen.log.iter().flat_map(|it| &it.rows);
    let item = |it: &sleutel_store::audit::Chained| {
        let detail: serde_json::Value = serde_json::from_str(&it.line.detail).unwrap_or_default();
        HistoryItem {
            when: moment(page.words, it.line.at, &app.zone),
            datetime: it.line.at.to_string(),
            who: actor_words(page.words, &it.line.actor),
            what: did(page, &detail).unwrap_or_else(|| action_words(page.words, &it.line.action)),
            changes: Vec::new(),
        }
    };
    lines.map(item).collect()
}

/// What a line of the log says was done.
fn did(page: &Page, detail: &serde_json::Value) -> Option<String> {
    let numbered = |key: &str, number: &serde_json::Value| {
        page.t1(key, "number", number.as_i64().unwrap_or_default())
    };
    if !detail["opened"].is_null() {
        return Some(numbered("documents-did-opened", &detail["opened"]));
    }
    if !detail["added"].is_null() {
        return Some(numbered("documents-did-added", &detail["added"]));
    }
    let version = &detail["version"];
    if let Some(state) = detail["scanner"].as_str() {
        let released = state == "released";
        let key = if released {
            "documents-did-scanner-released"
        } else {
            "documents-did-scanner-refused"
        };
        return Some(numbered(key, version));
    }
    Some(match detail["step"].as_str() {
        Some("released") => numbered("documents-did-released", version),
        Some("refused") => numbered("documents-did-refused", version),
        Some("withdrawn") => page.t("documents-did-withdrawn"),
        Some("brought-back") => page.t("documents-did-brought-back"),
        Some("erased") => page.t("documents-did-erased"),
        Some("shared") => page.t("documents-did-shared"),
        None => page.t("documents-did-looked"),
        Some(_) => return None,
    })
}

fn typed(form: &Form) -> Option<(StepDraft, &'static str)> {
    let text = |name: &str| form.value(name).trim().to_owned();
    let number = form.value("number").parse().unwrap_or(0);
    Some(match form.value("step") {
        "release" => {
            (StepDraft::Release { number, reason: text("reason") }, "documents-done-released")
        }
        "refuse" => {
            (StepDraft::Refuse { number, reason: text("reason") }, "documents-done-refused")
        }
        "withdraw" => (StepDraft::Withdraw { why: text("why") }, "documents-done-withdrawn"),
        "bring-back" => (StepDraft::BringBack, "documents-done-brought-back"),
        "erase" => {
            let sure = form.value("sure") == "yes";
            (StepDraft::Erase { ground: text("ground"), sure }, "documents-done-erased")
        }
        "share" => (StepDraft::Share { share: text("share") }, "documents-done-shared"),
        _ => return None,
    })
}

/// `POST /documents/{id}/step`.
pub(super) async fn step(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let id = match naming::id(&id) {
        Ok(id) => id,
        Err(problem) => return problem.into_response(),
    };
    let Some((draft, done)) = typed(&form) else { return Problem::bad_request().into_response() };
    let changes = form.value("changes").parse().unwrap_or(0);
    let flash = match documents::step(&app, &who, id, changes, &draft).await {
        Ok(()) => Flash::new(FlashKind::Success, done),
        Err(ActionError::Fields(errors)) => {
            let why: Vec<String> = errors
                .into_iter()
                .map(|it| crate::FieldError::Fault(it.fault).words(page.words))
                .collect();
            Flash::new(FlashKind::Warning, "flash-hold").with("why", why.join(" "))
        }
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => flash,
            None => return refused::refuse(&page, &error),
        },
    };
    // Whoever decides from the list of what waits goes on there.
    if form.value("back") == "quarantine" {
        return Page::redirect(super::quarantine::HREF, &flash);
    }
    Page::redirect(&naming::href(id), &flash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_nobody_knows_is_none() {
        assert!(typed(&Form::new().filled("step", "burn")).is_none());
        let (draft, _) = typed(&Form::new().filled("step", "release")).unwrap();
        assert_eq!(draft, StepDraft::Release { number: 0, reason: String::new() });
    }
}
