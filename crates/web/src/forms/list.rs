use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    forms::{self, FormsView, Side},
    participants::{self, Lists},
    policy::{self, Action},
};
use sleutel_domain::{FormCode, Reference, forms::FormStatus};
use sleutel_store::{
    Window,
    forms::{FormFilter, FormListRow},
};

use super::{href, status_tone};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Pager, Posted, Problem, Query,
    access::moment,
    participants::{href as file_href, provider, worker},
    refused,
    show::{Choice, Tab, Tone},
};

const PER_PAGE: u32 = 50;

struct Row {
    href: String,
    title: String,
    name: String,
    reference: String,
    status: String,
    tone: Tone,
    owner: String,
    from: String,
    changed: String,
}

#[derive(Template)]
#[template(path = "forms/list.html")]
struct ListPage {
    page: Page,
    receives: bool,
    filter: Form,
    kinds: Vec<Choice>,
    owners: Vec<Choice>,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    pager: Pager,
    filtered: bool,
}

/// `GET /forms`.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let filter = FormFilter {
        form: query.get("form").to_owned(),
        status: query.get("status").to_owned(),
        owner: query.get("owner").to_owned(),
    };
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let window = Window { offset, limit: PER_PAGE };
    let found = forms::list(&app, &who, &filter, window).await;
    let (found, lists) = match (found, participants::lists(&app, &who).await) {
        (Ok(found), Ok(lists)) => (found, lists),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let caseload = policy::reach_of(&who, Action::SeeForms) == policy::Reach::Caseload;
    let own = who.organisation();
    let owners = lists.workers.iter().filter(|(_, _, at)| own == Some(at));
    let pager = Pager::new(&query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE);
    let mut form = Form::new();
    for name in ["form", "status", "owner"] {
        form.set(name, query.get(name));
    }
    let receives = found.side == Side::Receiver;
    let language = page.words.language();
    let view = ListPage {
        receives,
        kinds: app
            .newest_forms()
            .map(|it| Choice::new(it.code.as_str(), it.title.get(language)))
            .collect(),
        owners: if receives || caseload {
            Vec::new()
        } else {
            owners.map(|(login, name, _)| Choice::new(login, name)).collect()
        },
        tabs: tabs(&page, &query, &found),
        rows: found.page.rows.iter().map(|it| row(&page, &app, &lists, it)).collect(),
        filtered: !filter.form.is_empty() || !filter.owner.is_empty(),
        filter: form,
        pager,
        page: page.titled("forms-title"),
    };
    view.page.render(&view)
}

fn tabs(page: &Page, query: &Query, found: &FormsView) -> Vec<Tab> {
    let chosen = query.get("status");
    let count = |status| found.counts.get(&status).copied().unwrap_or_default();
    let all: u64 = found.counts.values().sum();
    let tab = |code: &str, label: String, count: u64| Tab {
        href: format!("/forms{}", query.with("status", code)),
        label: format!("{label} ({count})"),
        current: chosen == code,
    };
    let mut tabs = vec![tab("", page.t("forms-all"), all)];
    for status in FormStatus::ALL {
        let fits = found.side == Side::Sender || status.is_with_receiver();
        if fits {
            tabs.push(tab(status.code(), page.name(&status), count(status)));
        }
    }
    tabs
}

fn row(page: &Page, app: &App, lists: &Lists, row: &FormListRow) -> Row {
    let form = forms::definition(app, &row.file.form);
    let title = form.map(|it| it.title.get(page.words.language()).to_owned());
    let owner = row.worker.as_ref();
    Row {
        href: href(row.file.id),
        title: title.unwrap_or_else(|| row.file.form.to_string()),
        name: row.name.clone(),
        reference: row.file.reference.to_string(),
        status: page.name(&row.file.status),
        tone: status_tone(row.file.status),
        owner: owner.map_or_else(|| page.t("forms-nobody"), |it| worker(lists, it.as_str())),
        from: provider(lists, &row.provider),
        changed: moment(page.words, row.file.changed_at, &app.zone),
    }
}

/// `POST /participants/{reference}/forms`: begins a form.
pub(super) async fn start(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(form): Posted,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    let back = file_href(reference.as_str());
    let Ok(code) = FormCode::new(form.value("form")) else {
        return Page::redirect(&back, &Flash::new(FlashKind::Warning, "forms-start-forgotten"));
    };
    match forms::start(&app, &who, &reference, &code).await {
        Ok(started) => {
            let to = format!("{}/fill", href(started.id));
            Page::redirect(&to, &Flash::new(FlashKind::Success, "forms-started"))
        }
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Page::redirect(&back, &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}
