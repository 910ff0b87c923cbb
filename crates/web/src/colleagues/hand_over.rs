use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, HandOverHold, Hold, Who,
    colleagues::{self, FileDraft, HandOverDraft, HandOverView, Preview, Receiver, WorkerLine},
};
use sleutel_domain::Reference;
use sleutel_store::{Window, colleagues::HandOverRow};

use super::{id_of, tabs};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Pager, Posted, Problem, Query,
    access::{actor_words, moment},
    participants::href,
    refused, session,
    show::{Choice, Tab},
};

const PER_PAGE: u32 = 25;
const LABELS: &[(&str, &str)] = &[
    ("on", "hand-over-on"),
    ("note", "hand-over-note"),
    ("file-n-to", "hand-over-to"),
    ("file-n-note", "hand-over-file-note"),
];

struct Past {
    href: String,
    when: String,
    from: String,
    to: String,
    files: String,
    by: String,
    undone: bool,
}

#[derive(Template)]
#[template(path = "colleagues/hand_over_ask.html")]
struct AskPage {
    page: Page,
    tabs: Vec<Tab>,
    form: Form,
    from: Vec<Choice>,
    to: Vec<Choice>,
    past: Vec<Past>,
    pager: Pager,
}

struct FileLine {
    at: usize,
    to: String,
    note: String,
    reference: String,
    href: String,
    name: String,
    version: i64,
    open: Vec<String>,
    taken: bool,
}

#[derive(Template)]
#[template(path = "colleagues/hand_over.html")]
struct PreviewPage {
    page: Page,
    form: Form,
    from: String,
    from_name: String,
    lines: Vec<FileLine>,
    to: Vec<String>,
    choices: Vec<Choice>,
    undo: String,
}

struct Handed {
    reference: String,
    href: String,
    to: String,
    note: Option<String>,
}

#[derive(Template)]
#[template(path = "colleagues/handed.html")]
struct HandedPage {
    page: Page,
    facts: Vec<(String, String)>,
    files: Vec<Handed>,
    action: Option<String>,
    text: String,
}

fn worker_name(page: &Page, line: &WorkerLine) -> String {
    if line.login.is_empty() { page.t("hand-over-nobody") } else { line.name.clone() }
}

fn with_files(page: &Page, line: &WorkerLine) -> String {
    page.t2("hand-over-worker", "name", worker_name(page, line), "files", line.files)
}

/// `GET /colleagues/hand-over`: whose files to whom; with both chosen, what that would be.
/// `file` names one file only.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let chosen = (!query.get("from").is_empty() && !query.all("to").is_empty())
        || !query.get("file").is_empty();
    let shown = if chosen {
        preview(page, &app, &who, &query).await.map(|it| it.page.render(&it))
    } else {
        start(page, &app, &who, &query).await.map(|it| it.page.render(&it))
    };
    shown.unwrap_or_else(|error| refused::problem(&error).into_response())
}

async fn start(page: Page, app: &App, who: &Who, query: &Query) -> Result<AskPage, ActionError> {
    let workers = colleagues::workers(app, who).await?;
    let window = Window { offset: (query.page() - 1).saturating_mul(PER_PAGE), limit: PER_PAGE };
    let (found, names) = colleagues::hand_overs(app, who, window).await?;
    let pager = Pager::new(query, u32::try_from(found.total).unwrap_or(u32::MAX), PER_PAGE);
    let name = |login: &str| {
        if login.is_empty() {
            return page.t("hand-over-nobody");
        }
        names.get(login).cloned().unwrap_or_else(|| login.to_owned())
    };
    let past = found.rows.iter().map(|it| past(&page, app, it, name)).collect();
    let own = who.logins();
    let coordinates =
        sleutel_actions::policy::reach_of(who, sleutel_actions::policy::Action::HandOverFiles)
            == sleutel_actions::policy::Reach::Own;
    let gives = |it: &&WorkerLine| it.files > 0 && (coordinates || own.contains(&it.login));
    let choice = |it: &WorkerLine| Choice::new(it.key.clone(), with_files(&page, it));
    Ok(AskPage {
        tabs: tabs(&page, who, "/colleagues/hand-over"),
        form: Form::new().filled("from", query.get("from")),
        from: workers.iter().filter(gives).map(choice).collect(),
        to: workers.iter().filter(|it| it.active).map(choice).collect(),
        past,
        pager,
        page: page.titled("hand-over-title"),
    })
}

fn past(page: &Page, app: &App, it: &HandOverRow, name: impl Fn(&str) -> String) -> Past {
    let mut to: Vec<&str> = it.files.iter().map(|it| it.to.as_str()).collect();
    to.sort_unstable();
    to.dedup();
    Past {
        href: format!("/colleagues/hand-over/{}", it.id),
        when: moment(page.words, it.at, &app.zone),
        from: name(&it.from),
        to: to.into_iter().map(name).collect::<Vec<_>>().join(", "),
        files: page.words.number(i64::try_from(it.files.len()).unwrap_or(i64::MAX)),
        by: actor_words(page.words, &it.actor),
        undone: it.undone.is_some(),
    }
}

/// The key of whoever has the file, when one file is handed over from its own page.
async fn key_of_file(app: &App, who: &Who, reference: &Reference) -> Result<String, ActionError> {
    let file = sleutel_actions::participants::view(app, who, reference).await?.file;
    let login = file.worker.as_ref().map(ToString::to_string).unwrap_or_default();
    let workers = colleagues::workers(app, who).await?;
    let found = workers.into_iter().find(|it| it.login == login);
    found.map(|it| it.key).ok_or(ActionError::NotFound)
}

async fn load(app: &App, who: &Who, query: &Query) -> Result<Preview, ActionError> {
    let to: Vec<String> = query.all("to").into_iter().map(str::to_owned).collect();
    let only = query.get("file");
    let only = (!only.is_empty()).then(|| Reference::new(only)).transpose();
    let only = only.map_err(|_| ActionError::NotFound)?;
    let from = match &only {
        Some(reference) => key_of_file(app, who, reference).await?,
        None => query.get("from").to_owned(),
    };
    colleagues::preview(app, who, &from, &to, only.as_ref()).await
}

async fn preview(
    page: Page,
    app: &App,
    who: &Who,
    query: &Query,
) -> Result<PreviewPage, ActionError> {
    let seen = load(app, who, query).await?;
    let mut form = Form::new().filled("on", seen.today.to_string());
    for (at, (file, to)) in seen.files.iter().enumerate() {
        form.set(&format!("file-{}-to", at + 1), to.clone());
        form.set(&format!("file-{}-take", at + 1), "yes");
        form.set(&format!("file-{}-version", at + 1), file.version.to_string());
    }
    Ok(preview_page(page, &seen, form))
}

fn preview_page(page: Page, seen: &Preview, form: Form) -> PreviewPage {
    let lines = seen
        .files
        .iter()
        .enumerate()
        .map(|(at, (it, _))| {
            let at = at + 1;
            let mut open = Vec::new();
            if let Some(due) = it.next_due {
                let key = if due < seen.today { "hand-over-late" } else { "hand-over-due" };
                open.push(page.t1(key, "date", page.date(&due)));
            }
            for (count, key) in [
                (it.forms, "hand-over-forms"),
                (it.agreements, "hand-over-agreements"),
                (it.tasks, "hand-over-tasks"),
            ] {
                if count > 0 {
                    open.push(page.t1(key, "count", count));
                }
            }
            FileLine {
                at,
                to: format!("file-{at}-to"),
                note: format!("file-{at}-note"),
                reference: it.reference.to_string(),
                href: href(it.reference.as_str()),
                name: format!("{} {}", it.given, it.family),
                version: form.value(&format!("file-{at}-version")).parse().unwrap_or(it.version),
                open,
                taken: form.is(&format!("file-{at}-take"), "yes"),
            }
        })
        .collect();
    PreviewPage {
        from: seen.from.key.clone(),
        from_name: worker_name(&page, &seen.from),
        lines,
        to: seen.to.iter().map(|it| gets(&page, it)).collect(),
        choices: seen
            .choices
            .iter()
            .map(|it| Choice::new(it.key.clone(), with_files(&page, it)))
            .collect(),
        undo: page.t1("hand-over-undo-text", "days", colleagues::UNDO_DAYS),
        form: form.labelled(LABELS),
        page: page.titled("hand-over-preview").under("/colleagues/hand-over", "hand-over-title"),
    }
}

fn gets(page: &Page, it: &Receiver) -> String {
    page.words.t_with(
        "hand-over-gets",
        &[
            ("name", it.worker.name.as_str().into()),
            ("has", it.worker.files.into()),
            ("gets", it.gets.into()),
            ("after", it.worker.files.saturating_add(it.gets).into()),
            ("pressing", it.pressing.into()),
            ("forms", it.forms.into()),
            ("agreements", it.agreements.into()),
            ("tasks", it.tasks.into()),
        ],
    )
}

/// The files that were ticked, and the place of each in the form.
fn draft(form: &Form) -> (HandOverDraft, Vec<usize>) {
    let (mut files, mut places) = (Vec::new(), Vec::new());
    let mut at = 1;
    while !form.value(&format!("file-{at}-reference")).is_empty() {
        let text = |name: &str| form.value(&format!("file-{at}-{name}")).to_owned();
        if form.is(&format!("file-{at}-take"), "yes") {
            places.push(at);
            files.push(FileDraft {
                reference: text("reference"),
                to: text("to"),
                note: text("note"),
                version: text("version").parse().unwrap_or_default(),
            });
        }
        at += 1;
    }
    let text = |name: &str| form.value(name).to_owned();
    (HandOverDraft { from: text("from"), on: text("on"), note: text("note"), files }, places)
}

/// An action counts the files it was given, the form all that were shown.
fn in_the_form(error: ActionError, places: &[usize]) -> ActionError {
    let ActionError::Fields(mut errors) = error else { return error };
    for error in &mut errors {
        let mut parts = error.field.splitn(3, '-');
        let (Some("file"), Some(at), Some(name)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let place = at.parse::<usize>().ok().and_then(|at| places.get(at.checked_sub(1)?));
        if let Some(place) = place {
            error.field = format!("file-{place}-{name}");
        }
    }
    ActionError::Fields(errors)
}

/// `POST /colleagues/hand-over`.
pub(super) async fn hand_over(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(mut form): Posted,
) -> Response {
    let (draft, places) = draft(&form);
    let error = match colleagues::hand_over(&app, &who, &draft).await {
        Ok(id) => {
            let count = u32::try_from(draft.files.len()).unwrap_or(u32::MAX);
            let flash = Flash::new(FlashKind::Success, "hand-over-done").with("count", count);
            return Page::redirect(&format!("/colleagues/hand-over/{id}"), &flash);
        }
        Err(error) => in_the_form(error, &places),
    };
    if let Some(flash) = refused::flash(&error, page.words) {
        return Page::redirect("/colleagues/hand-over", &flash);
    }
    match refused::at_fields(&mut form, error) {
        Ok(()) => {
            let seen = colleagues::preview(&app, &who, &draft.from, &[], None).await;
            match seen {
                Ok(mut seen) => {
                    // Only what was on the form, in the order it had there.
                    let shown = form.values("shown").join(" ");
                    let shown: Vec<&str> = shown.split(' ').collect();
                    seen.files.retain(|(it, _)| shown.contains(&it.reference.as_str()));
                    let view = preview_page(page, &seen, form);
                    session::unprocessable(&view.page, &view)
                }
                Err(error) => refused::problem(&error).into_response(),
            }
        }
        Err(error) => refused::refuse(&page, &error),
    }
}

/// `GET /colleagues/hand-over/{id}`.
pub(super) async fn one(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    match colleagues::hand_over_view(&app, &who, id).await {
        Ok(seen) => {
            let view = handed(page, &app, &seen);
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

fn handed(page: Page, app: &App, seen: &HandOverView) -> HandedPage {
    let row = &seen.row;
    let name = |login: &str| {
        if login.is_empty() {
            return page.t("hand-over-nobody");
        }
        seen.names.get(login).cloned().unwrap_or_else(|| login.to_owned())
    };
    let fact = |key: &str, value: String| (page.t(key), value);
    let mut facts = vec![
        fact("hand-over-from", name(&row.from)),
        fact("hand-over-on", page.date(&row.on)),
        fact("hand-over-by", actor_words(page.words, &row.actor)),
        fact("hand-over-when", moment(page.words, row.at, &app.zone)),
    ];
    if let Some(note) = &row.note {
        facts.push(fact("hand-over-note", note.to_string()));
    }
    if let Some((at, by)) = &row.undone {
        let when = moment(page.words, *at, &app.zone);
        let undone =
            page.t2("hand-over-undone-by", "when", when, "who", actor_words(page.words, by));
        facts.push(fact("hand-over-undone", undone));
    }
    let files = row
        .files
        .iter()
        .map(|it| Handed {
            reference: it.reference.to_string(),
            href: href(it.reference.as_str()),
            to: name(&it.to),
            note: it.note.as_ref().map(ToString::to_string),
        })
        .collect();
    let against = seen.against.as_ref().map(|it| refused::hand_over_words(it, page.words));
    let can = seen.may_undo && seen.against.is_none();
    let text = match against {
        Some(text) => text,
        None if can => page.t1("hand-over-undo-until", "date", page.date(&seen.until)),
        None => String::new(),
    };
    HandedPage {
        facts,
        files,
        action: can.then(|| format!("/colleagues/hand-over/{}/undo", row.id)),
        text,
        page: page.titled("hand-over-one").under("/colleagues/hand-over", "hand-over-title"),
    }
}

/// `POST /colleagues/hand-over/{id}/undo`.
pub(super) async fn undo(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(_): Posted,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    let flash = match colleagues::undo(&app, &who, id).await {
        Ok(()) => Flash::new(FlashKind::Success, "hand-over-undo-done"),
        Err(ActionError::Hold(Hold::HandOver(hold @ HandOverHold::Touched { .. }))) => {
            let why = refused::hand_over_words(&hold, page.words);
            Flash::new(FlashKind::Warning, "flash-hold").with("why", why)
        }
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => flash,
            None => return refused::problem(&error).into_response(),
        },
    };
    Page::redirect(&format!("/colleagues/hand-over/{id}"), &flash)
}
