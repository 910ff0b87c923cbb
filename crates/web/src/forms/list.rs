use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::Uri,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    forms::{self, FormsView, Side},
    lists::{Chosen, List, MOST, without_support},
    participants::{self, Lists},
    policy::{self, Action, Reach},
};
use sleutel_domain::{FormCode, Reference, forms::FormStatus};
use sleutel_exchange::xlsx::Cell;
use sleutel_store::{
    Window,
    forms::{FormFilter, FormListRow},
};

use super::{href, status_tone};
use crate::{
    Acting, Flash, FlashKind, Page, Pager, Posted, Problem, Query,
    access::moment,
    lists::{self, Bar, Facet, Opened, Table, Where},
    participants::{href as file_href, provider, worker},
    refused,
    show::{Choice, Tab, Tone},
};

const PER_PAGE: u32 = 50;

struct Row {
    href: String,
    /// The row as a form sends it.
    chosen: String,
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
    bar: Bar,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    pager: Pager,
}

fn filter(opened: &Opened) -> FormFilter {
    let text = |name: &str| opened.query.get(name).to_owned();
    FormFilter {
        form: text("form"),
        status: text("status"),
        owner: text("owner"),
        words: opened.words.clone(),
        reference_only: false,
        provider: text("provider"),
        group: text("group"),
        area: text("area"),
    }
}

/// `GET /forms`.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let opened = match lists::open(&page, &app, &who, List::Forms, raw.as_deref()).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let query = opened.query.clone();
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let window = Window { offset, limit: PER_PAGE };
    let found = forms::list(&app, &who, &filter(&opened), window).await;
    let (found, names) = match (found, participants::lists(&app, &who).await) {
        (Ok(found), Ok(names)) => (found, names),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let pager = Pager::new(&query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE);
    let receives = found.side == Side::Receiver;
    let searches = if receives { "cases-search-reference" } else { "cases-search" };
    let facets = facets(&page, &app, &who, &names, receives);
    let export = policy::may(&who, Action::ExportForms);
    let view = ListPage {
        receives,
        bar: opened.bar(&page, &who, facets, searches, export),
        tabs: tabs(&page, &query, &found),
        rows: found.page.rows.iter().map(|it| row(&page, &app, &names, it)).collect(),
        pager,
        page: page.titled("forms-title"),
    };
    view.page.render(&view)
}

fn facets(page: &Page, app: &App, who: &Who, names: &Lists, receives: bool) -> Vec<Facet> {
    let words = page.words;
    let language = words.language();
    let kinds = app.newest_forms();
    let kinds = kinds.map(|it| Choice::new(it.code.as_str(), it.title.get(language))).collect();
    let reach = policy::reach_of(who, Action::SeeForms);
    let reach = if receives { Reach::Nothing } else { reach };
    let mut areas = lists::areas(names, Where::Wish);
    if without_support(who) {
        areas.choices.clear();
    }
    vec![
        Facet::new("form", "forms-form", kinds),
        Facet { name: "owner", ..lists::workers(who, names, reach) },
        lists::providers(names, receives || reach == Reach::All),
        lists::groups(words, who, names),
        areas,
    ]
}

/// Everything the filters of an address find, for an act on many of them; one more than may
/// when there are more.
pub(crate) async fn matching(
    app: &App,
    who: &Who,
    opened: &Opened,
) -> Result<Vec<Chosen>, ActionError> {
    let window = Window { offset: 0, limit: MOST + 1 };
    let found = forms::list(app, who, &filter(opened), window).await?;
    Ok(found.page.rows.iter().map(chosen).collect())
}

fn chosen(it: &FormListRow) -> Chosen {
    let (subject, reference) = (it.file.id.to_string(), it.file.reference.clone());
    Chosen { subject, reference, mark: it.file.version }
}

/// `GET /forms.xlsx` and `/forms.csv`: what the filters find, as a file, without answers.
pub(super) async fn export(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
    uri: Uri,
) -> Response {
    let raw = raw.unwrap_or_else(|| "saved=none".to_owned());
    let opened = match lists::open(&page, &app, &who, List::Forms, Some(&raw)).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let found = forms::export(&app, &who, &filter(&opened)).await;
    match (found, participants::lists(&app, &who).await) {
        (Ok(found), Ok(names)) => {
            let table = table(&page, &app, &names, &found);
            lists::as_file(page.words, app.today(), uri.path(), table)
        }
        (Err(error), _) | (_, Err(error)) => refused::refuse(&page, &error),
    }
}

fn table(page: &Page, app: &App, names: &Lists, found: &FormsView) -> Table {
    let named = found.side == Side::Sender;
    let mut heads = vec![("forms-form", 34), ("forms-reference", 16)];
    if named {
        heads.push(("forms-person", 28));
    }
    heads.push(("forms-status", 20));
    if named {
        heads.push(("forms-owner", 24));
    }
    heads.extend([("forms-from", 28), ("forms-changed", 14)]);
    let cells = |it: &FormListRow| {
        let shown = row(page, app, names, it);
        let mut cells = vec![Cell::Text(shown.title), Cell::Text(shown.reference)];
        if named {
            cells.push(Cell::Text(shown.name));
        }
        let changed = it.file.changed_at.to_zoned(app.zone.clone()).date();
        cells.push(Cell::Text(shown.status));
        if named {
            cells.push(Cell::Text(shown.owner));
        }
        cells.extend([Cell::Text(shown.from), Cell::Date(changed)]);
        cells
    };
    let rows = found.page.rows.iter().map(cells).collect();
    Table { stem: "forms", title: "forms-title", heads, rows }
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

fn row(page: &Page, app: &App, names: &Lists, row: &FormListRow) -> Row {
    let form = forms::definition(app, &row.file.form);
    let title = form.map(|it| it.title.get(page.words.language()).to_owned());
    let owner = row.worker.as_ref();
    Row {
        chosen: lists::written(&chosen(row)),
        href: href(row.file.id),
        title: title.unwrap_or_else(|| row.file.form.to_string()),
        name: row.name.clone(),
        reference: row.file.reference.to_string(),
        status: page.name(&row.file.status),
        tone: status_tone(row.file.status),
        owner: owner.map_or_else(|| page.t("forms-nobody"), |it| worker(names, it.as_str())),
        from: provider(names, &row.provider),
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
