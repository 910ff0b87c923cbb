//! Tasks: what somebody set themselves or a colleague, on a file and in one list.

use askama::Template;
use axum::{
    Router,
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use jiff::civil::Date;
use sleutel_actions::{
    ActionError, App, Who,
    tasks::{self, FileTasks, TaskDraft, TaskLine, TaskQuery},
};
use sleutel_domain::{Reference, tasks::Pressing};
use sleutel_store::Window;
use sleutel_words::Words;

use crate::{
    Acting, Flash, FlashKind, Form, Page, Pager, Posted, Problem, Query,
    access::moment,
    colleagues::{id_of, people},
    listing::encode,
    refused, session,
    show::{Choice, Tab, Tone},
};

const PER_PAGE: u32 = 50;
const LABELS: &[(&str, &str)] =
    &[("what", "tasks-what"), ("due", "tasks-due"), ("owner", "tasks-owner")];

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/tasks", get(list))
        .route("/tasks/{id}/done", post(set_done))
        .route("/tasks/on/{reference}", get(on_file).post(add))
}

/// The page with the tasks of a file.
pub(crate) fn on(reference: &str) -> String {
    format!("/tasks/on/{}", encode(reference))
}

struct Row {
    id: String,
    version: i64,
    what: String,
    reference: String,
    href: String,
    name: String,
    owner: String,
    for_whom: Option<String>,
    due: String,
    tone: Tone,
    done: Option<String>,
    by: String,
}

/// A day something is due, in words, and how that looks.
pub(crate) fn due_words(words: Words, due: Date, today: Date) -> (String, Tone) {
    let date = words.date(due);
    let (key, tone) = match Pressing::of(today, due) {
        Pressing::Overdue => ("tasks-due-overdue", Tone::Bad),
        Pressing::Today => ("tasks-due-today", Tone::Attention),
        Pressing::Week => ("tasks-due-on", Tone::Info),
        Pressing::Later => ("tasks-due-on", Tone::Neutral),
    };
    (words.t_with(key, &[("date", date.into())]), tone)
}

fn row(page: &Page, app: &App, it: &TaskLine) -> Row {
    let words = page.words;
    let (due, tone) = due_words(words, it.row.due, app.today());
    let done = it.row.done.as_ref().map(|(at, by)| {
        let when = moment(words, *at, &app.zone);
        page.t2("tasks-done-by", "when", when, "who", crate::access::actor_words(words, by))
    });
    Row {
        id: it.row.id.to_string(),
        version: it.row.version,
        what: it.row.what.to_string(),
        reference: it.row.reference.to_string(),
        href: it.link.clone(),
        name: it.row.name.clone(),
        owner: it.row.owner_name.clone(),
        for_whom: it.for_whom.as_ref().map(|name| page.t1("tasks-for", "name", name)),
        due,
        tone: if done.is_some() { Tone::Neutral } else { tone },
        done,
        by: crate::access::actor_words(words, &it.row.actor),
    }
}

#[derive(Template)]
#[template(path = "tasks/list.html")]
struct ListPage {
    page: Page,
    tabs: Vec<Tab>,
    filter: Form,
    pressing: Vec<Choice>,
    rows: Vec<Row>,
    pager: Pager,
    waiting: String,
    done: bool,
    filtered: bool,
    here: String,
}

/// `GET /tasks`: one's own, those within reach, those that are done.
async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    match shown(page, &app, &who, &query).await {
        Ok(view) => view.page.render(&view),
        Err(error) => refused::problem(&error).into_response(),
    }
}

async fn shown(page: Page, app: &App, who: &Who, query: &Query) -> Result<ListPage, ActionError> {
    let show = query.get("show");
    let pressing = Pressing::from_code(query.get("term")).map(Pressing::code).unwrap_or_default();
    let (team, done) = (matches!(show, "team" | "done-team"), matches!(show, "done" | "done-team"));
    let wanted = TaskQuery { team, pressing: pressing.to_owned(), done };
    let window = Window { offset: (query.page() - 1).saturating_mul(PER_PAGE), limit: PER_PAGE };
    let found = tasks::list(app, who, &wanted, window).await?;
    let tab = |code: &str, key: &str| Tab {
        href: query.with("show", code),
        label: page.t(key),
        current: show == code,
    };
    let tabs = vec![
        tab("", "tasks-mine"),
        tab("team", "tasks-team"),
        tab("done", "tasks-done-mine"),
        tab("done-team", "tasks-done-team"),
    ];
    let waiting = found.waiting;
    let pager = Pager::new(query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE);
    Ok(ListPage {
        tabs,
        filter: Form::new().filled("term", pressing).filled("show", show),
        pressing: Pressing::ALL.iter().map(|it| Choice::new(it.code(), page.name(it))).collect(),
        rows: found.page.rows.iter().map(|it| row(&page, app, it)).collect(),
        pager,
        waiting: page.words.t_with(
            "tasks-waiting",
            &[
                ("overdue", waiting.overdue.into()),
                ("today", waiting.today.into()),
                ("week", waiting.week.into()),
            ],
        ),
        done,
        filtered: !pressing.is_empty(),
        here: page.here().to_owned(),
        page: page.titled("tasks-title"),
    })
}

#[derive(Template)]
#[template(path = "tasks/file.html")]
struct FilePage {
    page: Page,
    open: Vec<Row>,
    done: Vec<Row>,
    form: Form,
    owners: Vec<Choice>,
    here: String,
}

fn file_view(
    page: Page,
    app: &App,
    reference: &Reference,
    seen: &FileTasks,
    form: Form,
) -> FilePage {
    let called = seen.name.clone().unwrap_or_else(|| reference.to_string());
    let back = match seen.name {
        Some(_) => crate::participants::href(reference.as_str()),
        None => crate::cases::href(reference.as_str()),
    };
    FilePage {
        open: seen.open.iter().map(|it| row(&page, app, it)).collect(),
        done: seen.done.iter().map(|it| row(&page, app, it)).collect(),
        form: form.labelled(LABELS),
        owners: people(&page, &seen.colleagues),
        here: on(reference.as_str()),
        page: page.titled("tasks-on-file").under("/tasks", "tasks-title").under_named(back, called),
    }
}

/// `GET /tasks/on/{reference}`: the tasks of a file, and a form for one more.
async fn on_file(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    match tasks::of_file(&app, &who, &reference).await {
        Ok(seen) => {
            let view = file_view(page, &app, &reference, &seen, Form::new());
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

/// `POST /tasks/on/{reference}`.
async fn add(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(mut form): Posted,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    let text = |name: &str| form.value(name).to_owned();
    let draft = TaskDraft { what: text("what"), due: text("due"), owner: text("owner") };
    let error = match tasks::add(&app, &who, &reference, &draft).await {
        Ok(_) => {
            let flash = Flash::new(FlashKind::Success, "tasks-added");
            return Page::redirect(&on(reference.as_str()), &flash);
        }
        Err(error) => error,
    };
    match refused::at_fields(&mut form, error) {
        Ok(()) => match tasks::of_file(&app, &who, &reference).await {
            Ok(seen) => {
                let view = file_view(page, &app, &reference, &seen, form);
                session::unprocessable(&view.page, &view)
            }
            Err(error) => refused::problem(&error).into_response(),
        },
        Err(error) => refused::refuse(&page, &error),
    }
}

/// `POST /tasks/{id}/done`: done, or not done after all.
async fn set_done(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    let done = form.value("done") == "yes";
    let version = form.value("version").parse().unwrap_or_default();
    let next = crate::language::local(form.value("next"));
    let flash = match tasks::set_done(&app, &who, id, done, version).await {
        Ok(_) => {
            Flash::new(FlashKind::Success, if done { "tasks-now-done" } else { "tasks-now-open" })
        }
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => flash,
            None => return refused::problem(&error).into_response(),
        },
    };
    Page::redirect(next, &flash)
}
