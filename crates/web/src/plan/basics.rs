use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    plan::{self, BasicDraft, BasicLine, BasicsView},
};
use sleutel_domain::{
    Reference,
    access::Party,
    plan::{Basic, BasicState},
};

use super::{framed, href, shown, tabs};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    access::{actor_words, moment},
    refused, session,
    show::{Bar, Choice, Tab, Tone},
};

const LABELS: &[(&str, &str)] = &[
    ("state", "basics-state"),
    ("owner", "basics-owner"),
    ("person", "basics-person"),
    ("due", "basics-due"),
    ("on", "basics-on"),
    ("by", "basics-by"),
    ("reason", "basics-reason"),
];

struct Line {
    what: String,
    owner: String,
    due: Option<String>,
    late: bool,
    tone: Tone,
    state: String,
    detail: Option<String>,
    changed: Option<String>,
    edit: Option<String>,
}

#[derive(Template)]
#[template(path = "plan/basics.html")]
struct BasicsPage {
    page: Page,
    tabs: Vec<Tab>,
    bar: Bar,
    progress: String,
    late: Option<String>,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "plan/basic.html")]
struct BasicPage {
    page: Page,
    form: Form,
    whole: bool,
    owners: Vec<Choice>,
    states: Vec<Choice>,
    changed: bool,
    earlier: Vec<(String, String)>,
    back: String,
}

fn detail(page: &Page, state: &BasicState) -> Option<String> {
    let words = page.words;
    match state {
        BasicState::ToDo => None,
        BasicState::NotNeeded { reason } => Some(reason.to_string()),
        BasicState::Asked { on } => {
            Some(words.t_with("basic-detail-asked", &[("on", words.date(*on).into())]))
        }
        BasicState::Arranged { on, by } => {
            let values = [("on", words.date(*on).into()), ("by", by.as_str().into())];
            Some(words.t_with("basic-detail-arranged", &values))
        }
    }
}

fn line(page: &Page, app: &App, seen: &BasicsView, it: &BasicLine) -> Line {
    let item = &it.item;
    let words = page.words;
    let owner = words.name(&item.owner);
    let part = format!("basics/{}", item.basic.code());
    let (tone, state) = shown::basic_state(words, &item.state);
    Line {
        what: words.name(&item.basic),
        owner: match &item.person {
            Some(person) => format!("{owner}, {person}"),
            None => owner,
        },
        due: item.due.map(|it| words.date_short(it)),
        late: item.is_late(app.today()),
        tone,
        state,
        detail: detail(page, &item.state),
        changed: it.changed().map(|(actor, at)| {
            format!("{}, {}", actor_words(words, actor), moment(words, at, &app.zone))
        }),
        edit: seen.may_tell.then(|| href(seen.reference.as_str(), &part)),
    }
}

/// `GET /participants/{reference}/basics`.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    let seen = match plan::basics_of(&app, &who, &reference).await {
        Ok(seen) => seen,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let page = framed(page, &reference, seen.name.as_deref(), seen.party).titled("basics-title");
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let progress = seen.progress;
    let (settled, all) = (count(progress.settled), count(progress.all));
    let view = BasicsPage {
        tabs: tabs(&page, &reference, "basics"),
        bar: Bar {
            done: small(progress.settled),
            added: 0,
            lower: 0,
            upper: Some(small(progress.all)),
        },
        progress: page.t2("basics-progress", "settled", settled, "all", all),
        late: (progress.late > 0).then(|| page.t1("basics-late", "count", count(progress.late))),
        lines: seen.lines.iter().map(|it| line(&page, &app, &seen, it)).collect(),
        page,
    };
    view.page.render(&view)
}

fn form(draft: &BasicDraft) -> Form {
    Form::new()
        .labelled(LABELS)
        .filled("state", &draft.state)
        .filled("owner", &draft.owner)
        .filled("person", &draft.person)
        .filled("due", &draft.due)
        .filled("on", &draft.on)
        .filled("by", &draft.by)
        .filled("reason", &draft.reason)
        .filled("version", draft.version.to_string())
}

fn read(form: &Form) -> BasicDraft {
    let text = |name: &str| form.value(name).to_owned();
    BasicDraft {
        owner: text("owner"),
        person: text("person"),
        due: text("due"),
        state: text("state"),
        on: text("on"),
        reason: text("reason"),
        by: text("by"),
        version: form.value("version").parse().unwrap_or(0),
    }
}

struct Loaded {
    seen: BasicsView,
    line: BasicLine,
}

async fn load(app: &App, who: &Who, path: (String, String)) -> Result<Loaded, Problem> {
    let reference = Reference::new(&path.0).map_err(|_| Problem::not_found())?;
    let basic = Basic::from_code(&path.1).ok_or_else(Problem::not_found)?;
    let seen = plan::basics_of(app, who, &reference).await;
    let seen = seen.map_err(|error| refused::problem(&error))?;
    let line = seen.lines.iter().find(|it| it.item.basic == basic).cloned();
    let line = line.filter(|_| seen.may_tell).ok_or_else(Problem::not_found)?;
    Ok(Loaded { seen, line })
}

fn view(page: Page, app: &App, loaded: &Loaded, form: Form) -> BasicPage {
    let Loaded { seen, line } = loaded;
    let words = page.words;
    let back = href(seen.reference.as_str(), "basics");
    let named = |code: &str| match code {
        "asked" => words.t("basic-state-asked"),
        "arranged" => words.t("basic-state-arranged"),
        "not-needed" => words.t("basic-state-not-needed"),
        _ => words.t("basic-state-to-do"),
    };
    let older = line.versions.iter().rev().skip(1).map(|row| {
        let state = words.name(&row.item.state);
        let what =
            detail(&page, &row.item.state).map_or(state.clone(), |it| format!("{state}: {it}"));
        let when = moment(words, row.at, &app.zone);
        (format!("{when}, {}", actor_words(words, &row.actor)), what)
    });
    BasicPage {
        whole: seen.may_change,
        owners: Party::ALL.iter().map(|it| Choice::new(it.code(), words.name(it))).collect(),
        states: BasicState::CODES.iter().map(|it| Choice::new(*it, named(it))).collect(),
        changed: false,
        earlier: older.collect(),
        form,
        page: framed(page, &seen.reference, seen.name.as_deref(), seen.party)
            .under(&back, "basics-title")
            .called(words.name(&line.item.basic)),
        back,
    }
}

/// `GET /participants/{reference}/basics/{basic}`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(path): Path<(String, String)>,
) -> Response {
    match load(&app, &who, path).await {
        Ok(loaded) => {
            let draft = BasicDraft::from(&loaded.line);
            let view = view(page, &app, &loaded, form(&draft));
            view.page.render(&view)
        }
        Err(problem) => problem.into_response(),
    }
}

/// `POST /participants/{reference}/basics/{basic}`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(path): Path<(String, String)>,
    Posted(typed): Posted,
) -> Response {
    let loaded = match load(&app, &who, path).await {
        Ok(loaded) => loaded,
        Err(problem) => return problem.into_response(),
    };
    let mut draft = read(&typed);
    let (reference, basic) = (&loaded.seen.reference, loaded.line.item.basic);
    match plan::save_basic(&app, &who, reference, basic, &draft).await {
        Ok(()) => {
            let to = href(reference.as_str(), "basics");
            Page::redirect(&to, &Flash::new(FlashKind::Success, "basics-saved"))
        }
        Err(ActionError::Changed) => {
            draft.version = loaded.line.version();
            let mut view = view(page, &app, &loaded, form(&draft));
            view.changed = true;
            view.page.render_with(StatusCode::CONFLICT, &view)
        }
        Err(error) => {
            let mut view = view(page, &app, &loaded, form(&draft));
            match refused::at_fields(&mut view.form, error) {
                Ok(()) => session::unprocessable(&view.page, &view),
                Err(error) => refused::problem(&error).into_response(),
            }
        }
    }
}
