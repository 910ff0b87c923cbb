use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    participants::{self, ContactDraft, NetworkView},
};
use sleutel_domain::{
    Id, Reference,
    access::Party,
    participants::{Contact, ContactRole},
};
use sleutel_store::participants::ContactRow;
use uuid::Uuid;

use super::{framed, href, tabs};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    access::{actor_words, moment},
    refused, session,
    show::{Choice, Tab},
};

const LABELS: &[(&str, &str)] = &[
    ("role", "network-role"),
    ("name", "network-name"),
    ("organisation", "network-organisation"),
    ("phone", "network-phone"),
    ("email", "network-email"),
    ("from", "network-from"),
    ("until", "network-until"),
];

struct Line {
    role: String,
    who: String,
    phone: Option<String>,
    email: Option<String>,
    dates: String,
    sees: String,
    edit: Option<String>,
}

#[derive(Template)]
#[template(path = "plan/network.html")]
struct NetworkPage {
    page: Page,
    tabs: Vec<Tab>,
    add: Option<String>,
    now: Vec<Line>,
    past: Vec<Line>,
    none: String,
}

#[derive(Template)]
#[template(path = "plan/contact.html")]
struct ContactPage {
    page: Page,
    form: Form,
    roles: Vec<Choice>,
    fresh: bool,
    changed: bool,
    earlier: Vec<(String, String)>,
    back: String,
}

fn who_is(contact: &Contact) -> String {
    let name = contact.name.as_ref().map(ToString::to_string);
    let organisation = contact.organisation.as_ref().map(ToString::to_string);
    [name, organisation].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn dates(page: &Page, contact: &Contact) -> String {
    let from = ("from", page.words.date(contact.from).into());
    match contact.until {
        Some(until) => {
            let until = ("until", page.words.date(until).into());
            page.words.t_with("network-dates", &[from, until])
        }
        None => page.words.t_with("network-dates-since", &[from]),
    }
}

fn line(page: &Page, seen: &NetworkView, row: &ContactRow) -> Line {
    let it = &row.contact;
    let parties: Vec<_> = Party::ALL.into_iter().filter(|party| it.role.seen_by(*party)).collect();
    let part = format!("network/{}", row.id);
    Line {
        role: page.name(&it.role),
        who: who_is(it),
        phone: it.phone.as_ref().map(|it| it.as_str().to_owned()),
        email: it.email.as_ref().map(ToString::to_string),
        dates: dates(page, it),
        sees: page.t1("network-sees", "who", page.words.parties(&parties)),
        edit: seen.may_change.then(|| href(seen.reference.as_str(), &part)),
    }
}

/// `GET /participants/{reference}/network`.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    let seen = match participants::network(&app, &who, &reference).await {
        Ok(seen) => seen,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let today = app.today();
    let page = framed(page, &reference, seen.name.as_deref(), seen.party).titled("network-title");
    let (past, now): (Vec<_>, Vec<_>) =
        seen.contacts.iter().partition(|it| it.contact.is_past(today));
    let view = NetworkPage {
        tabs: tabs(&page, &reference, "network"),
        add: seen.may_change.then(|| href(reference.as_str(), "network/new")),
        now: now.into_iter().map(|it| line(&page, &seen, it)).collect(),
        past: past.into_iter().map(|it| line(&page, &seen, it)).collect(),
        none: if seen.party == Party::Provider {
            page.t("network-none")
        } else {
            page.t("network-none-here")
        },
        page,
    };
    view.page.render(&view)
}

fn form(draft: &ContactDraft) -> Form {
    Form::new()
        .labelled(LABELS)
        .filled("role", &draft.role)
        .filled("name", &draft.name)
        .filled("organisation", &draft.organisation)
        .filled("phone", &draft.phone)
        .filled("email", &draft.email)
        .filled("from", &draft.from)
        .filled("until", &draft.until)
        .filled("version", draft.version.to_string())
}

fn read(form: &Form) -> ContactDraft {
    let text = |name: &str| form.value(name).to_owned();
    ContactDraft {
        role: text("role"),
        name: text("name"),
        organisation: text("organisation"),
        phone: text("phone"),
        email: text("email"),
        from: text("from"),
        until: text("until"),
        version: form.value("version").parse().unwrap_or(0),
    }
}

fn view(page: Page, seen: &NetworkView, form: Form, fresh: bool) -> ContactPage {
    let back = href(seen.reference.as_str(), "network");
    ContactPage {
        roles: ContactRole::ALL.iter().map(|it| Choice::new(it.code(), page.name(it))).collect(),
        page: framed(page, &seen.reference, seen.name.as_deref(), seen.party)
            .under(&back, "network-title")
            .titled(if fresh { "network-add" } else { "network-edit-title" }),
        form,
        fresh,
        changed: false,
        earlier: Vec::new(),
        back,
    }
}

async fn load_new(app: &App, who: &Who, reference: &str) -> Result<NetworkView, Problem> {
    let reference = Reference::new(reference).map_err(|_| Problem::not_found())?;
    let seen = participants::network(app, who, &reference).await;
    let seen = seen.map_err(|error| refused::problem(&error))?;
    if seen.may_change { Ok(seen) } else { Err(Problem::forbidden()) }
}

/// `GET /participants/{reference}/network/new`.
pub(super) async fn ask_new(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    match load_new(&app, &who, &reference).await {
        Ok(seen) => {
            let draft = ContactDraft { from: app.today().to_string(), ..ContactDraft::default() };
            let view = view(page, &seen, form(&draft), true);
            view.page.render(&view)
        }
        Err(problem) => problem.into_response(),
    }
}

/// `POST /participants/{reference}/network/new`.
pub(super) async fn add(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(typed): Posted,
) -> Response {
    let seen = match load_new(&app, &who, &reference).await {
        Ok(seen) => seen,
        Err(problem) => return problem.into_response(),
    };
    let draft = ContactDraft { version: 0, ..read(&typed) };
    let done = participants::save_contact(&app, &who, &seen.reference, None, &draft).await;
    answered(done, view(page, &seen, form(&draft), true))
}

struct Loaded {
    seen: NetworkView,
    versions: Vec<ContactRow>,
    id: Id<Contact>,
}

async fn load(app: &App, who: &Who, path: (String, String)) -> Result<Loaded, Problem> {
    let reference = Reference::new(&path.0).map_err(|_| Problem::not_found())?;
    let id = Id::new(Uuid::parse_str(&path.1).map_err(|_| Problem::not_found())?);
    let found = participants::contact(app, who, &reference, id).await;
    let found = found.map_err(|error| refused::problem(&error))?;
    Ok(Loaded { seen: found.network, versions: found.versions, id })
}

fn earlier(page: &Page, app: &App, versions: &[ContactRow]) -> Vec<(String, String)> {
    let older = versions.iter().rev().skip(1);
    older
        .map(|row| {
            let when = moment(page.words, row.at, &app.zone);
            let by = format!("{when}, {}", actor_words(page.words, &row.actor));
            let it = &row.contact;
            let what = format!("{}: {}, {}", page.name(&it.role), who_is(it), dates(page, it));
            (by, what)
        })
        .collect()
}

/// `GET /participants/{reference}/network/{id}`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(path): Path<(String, String)>,
) -> Response {
    let loaded = match load(&app, &who, path).await {
        Ok(loaded) => loaded,
        Err(problem) => return problem.into_response(),
    };
    let Some(last) = loaded.versions.last() else {
        return Problem::not_found().into_response();
    };
    let mut view = view(page, &loaded.seen, form(&ContactDraft::from(last)), false);
    view.earlier = earlier(&view.page, &app, &loaded.versions);
    view.page.render(&view)
}

/// `POST /participants/{reference}/network/{id}`.
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
    let draft = read(&typed);
    let (seen, id) = (&loaded.seen, Some(loaded.id));
    let done = participants::save_contact(&app, &who, &seen.reference, id, &draft).await;
    let newest = loaded.versions.last().map_or(0, |it| it.version);
    let draft = match done {
        Err(ActionError::Changed) => ContactDraft { version: newest, ..draft },
        Ok(()) | Err(_) => draft,
    };
    let mut view = view(page, seen, form(&draft), false);
    view.earlier = earlier(&view.page, &app, &loaded.versions);
    answered(done, view)
}

/// Goes back to the list, or shows the form again with what stands in the way.
fn answered(done: Result<(), ActionError>, mut view: ContactPage) -> Response {
    match done {
        Ok(()) => Page::redirect(&view.back, &Flash::new(FlashKind::Success, "network-saved")),
        Err(ActionError::Changed) => {
            view.changed = true;
            view.page.render_with(StatusCode::CONFLICT, &view)
        }
        Err(error) => match refused::at_fields(&mut view.form, error) {
            Ok(()) => session::unprocessable(&view.page, &view),
            Err(error) => refused::problem(&error).into_response(),
        },
    }
}
