use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::Uri,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    cases::{self, CaseList},
    lists::{Chosen, List, MOST},
    participants::{self, Lists},
    policy::{self, Action, Reach},
};
use sleutel_domain::{
    access::{OrganisationKind, Party},
    cases::Wait,
    routes::RouteSet,
};
use sleutel_exchange::xlsx::Cell;
use sleutel_store::{
    Window,
    cases::{CaseFilter, CaseListRow, CaseSort},
};
use sleutel_words::Words;

use super::{
    href,
    shown::{due_words, route_of, standing, step_of},
};
use crate::{
    Acting, Page, Pager, Query,
    listing::SortHead,
    lists::{self, Bar, Facet, Opened, Table, Where},
    participants as files, refused,
    show::{Choice, Tab, Tone},
};

const PER_PAGE: u32 = 50;

struct Row {
    href: Option<String>,
    /// The row as a form sends it.
    chosen: String,
    reference: String,
    name: String,
    route: String,
    step: String,
    owner: String,
    provider: String,
    since: String,
    standing: String,
    tone: Tone,
    due: String,
    due_tone: Tone,
    notes: Vec<String>,
}

#[derive(Template)]
#[template(path = "cases/list.html")]
struct ListPage {
    page: Page,
    lead: Option<String>,
    late: String,
    tabs: Vec<Tab>,
    bar: Bar,
    heads: Vec<SortHead>,
    rows: Vec<Row>,
    pager: Pager,
    identity: bool,
    filtered: bool,
    ours: bool,
}

/// What an address asks for of these lists.
struct Asked {
    filter: CaseFilter,
    /// Which tab is open.
    shown: String,
    /// Whether the reader's party has a turn at all.
    turns: bool,
}

/// Reads the filters. On the first page of `/cases` somebody sees what waits for their party.
fn asked(app: &App, who: &Who, opened: &Opened, list: List) -> Asked {
    let query = &opened.query;
    let text = |name: &str| query.get(name).to_owned();
    let mut filter = CaseFilter {
        words: opened.words.clone(),
        route: text("route"),
        step: text("step"),
        owner: text("owner"),
        provider: text("provider"),
        worker: text("worker"),
        association: text("association"),
        group: text("group"),
        area: text("area"),
        term: text("term"),
        ..CaseFilter::on(app.today())
    };
    if list == List::Decisions {
        filter.decisions = true;
        return Asked { filter, shown: "decisions".to_owned(), turns: false };
    }
    let ours = if policy::may(who, Action::SeeCase) { cases::owner_of(who) } else { "" };
    let shown = match query.get("view") {
        "" if !ours.is_empty() => "ours",
        other => other,
    };
    match shown {
        "ours" => filter.owner = ours.to_owned(),
        "paused" | "ended" => filter.standing = shown.to_owned(),
        _ => {}
    }
    Asked { filter, shown: shown.to_owned(), turns: !ours.is_empty() }
}

/// `GET /cases`: what waits for the reader's party, or all of it within reach.
pub(super) async fn all(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    listed(page, &app, &who, List::Cases, raw.as_deref()).await
}

/// `GET /decisions`: what the municipality decides, most pressing first.
pub(super) async fn decisions(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    listed(page, &app, &who, List::Decisions, raw.as_deref()).await
}

async fn listed(page: Page, app: &App, who: &Who, list: List, raw: Option<&str>) -> Response {
    let opened = match lists::open(&page, app, who, list, raw).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let asked = asked(app, who, &opened, list);
    let ((_, backwards), sort) = order(&opened.query);
    let window = window(&opened.query);
    let found = if list == List::Decisions {
        cases::decisions(app, who, &asked.filter, sort, backwards, window).await
    } else {
        cases::list(app, who, &asked.filter, sort, backwards, window).await
    };
    answer(page, app, who, opened, asked, found).await
}

/// Everything the filters of an address find, for an act on many of them; one more than may
/// when there are more.
pub(crate) async fn matching(
    app: &App,
    who: &Who,
    opened: &Opened,
) -> Result<Vec<Chosen>, ActionError> {
    let asked = asked(app, who, opened, List::Cases);
    let window = Window { offset: 0, limit: MOST + 1 };
    let found = cases::list(app, who, &asked.filter, CaseSort::Due, false, window).await?;
    Ok(found.page.rows.iter().map(chosen).collect())
}

fn chosen(it: &CaseListRow) -> Chosen {
    let (subject, reference) = (it.reference.to_string(), it.reference.clone());
    Chosen { subject, reference, mark: i64::from(it.changes) }
}

/// `GET /cases.xlsx`, `/cases.csv`, and the same of `/decisions`: what the filters find, as a
/// file.
pub(super) async fn export(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
    uri: Uri,
) -> Response {
    let list = if uri.path().starts_with("/decisions") { List::Decisions } else { List::Cases };
    let raw = raw.unwrap_or_else(|| "saved=none".to_owned());
    let opened = match lists::open(&page, &app, &who, list, Some(&raw)).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let asked = asked(&app, &who, &opened, list);
    let ((_, backwards), sort) = order(&opened.query);
    let found = cases::export(&app, &who, &asked.filter, sort, backwards).await;
    match (found, participants::lists(&app, &who).await) {
        (Ok(found), Ok(names)) => {
            let table = table(page.words, &app, &names, &found, list);
            lists::as_file(page.words, app.today(), uri.path(), table)
        }
        (Err(error), _) | (_, Err(error)) => refused::refuse(&page, &error),
    }
}

fn table(words: Words, app: &App, names: &Lists, found: &CaseList, list: List) -> Table {
    let mut heads = vec![("cases-reference", 16)];
    if found.identity {
        heads.push(("cases-name", 28));
    }
    if found.support {
        heads.push(("participants-group", 30));
    }
    heads.push(("cases-provider", 28));
    if found.support {
        heads.push(("cases-worker", 24));
    }
    heads.extend([
        ("cases-route", 24),
        ("cases-step", 30),
        ("cases-owner", 18),
        ("lists-standing", 14),
        ("cases-since", 12),
        ("cases-due", 12),
        ("cases-home", 16),
    ]);
    let day = |it: Option<jiff::civil::Date>| it.map_or(Cell::Empty, Cell::Date);
    let cells = |it: &CaseListRow| {
        let shown = row(words, app, names, it, false);
        let mut cells = vec![Cell::Text(shown.reference)];
        if found.identity {
            cells.push(Cell::Text(shown.name));
        }
        if found.support {
            let group = it.group.as_ref().map(|group| files::group(words, names, group));
            cells.push(Cell::Text(group.unwrap_or_default()));
        }
        cells.push(Cell::Text(shown.provider));
        if found.support {
            let worker = it.worker.as_ref().map(|login| files::worker(names, login.as_str()));
            cells.push(Cell::Text(worker.unwrap_or_default()));
        }
        cells.extend([
            Cell::Text(shown.route),
            Cell::Text(shown.step),
            Cell::Text(shown.owner),
            Cell::Text(shown.standing),
            day(it.since),
            day(it.next_due),
            it.vacancy.as_ref().map_or(Cell::Empty, |it| Cell::Text(it.to_string())),
        ]);
        cells
    };
    let decisions = list == List::Decisions;
    Table {
        stem: if decisions { "decisions" } else { "cases" },
        title: if decisions { "cases-decisions-title" } else { "cases-title" },
        heads,
        rows: found.page.rows.iter().map(cells).collect(),
    }
}

fn window(query: &Query) -> Window {
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    Window { offset, limit: PER_PAGE }
}

fn order(query: &Query) -> ((&'static str, bool), CaseSort) {
    let columns = CaseSort::ALL.map(CaseSort::code);
    let sorted = query.sort(&columns, (CaseSort::Due.code(), false));
    (sorted, CaseSort::from_code(sorted.0).unwrap_or_default())
}

fn tabs(page: &Page, query: &Query, shown: &str, ours: bool) -> Vec<Tab> {
    [
        ("ours", "cases-tab-ours"),
        ("all", "cases-tab-all"),
        ("paused", "cases-tab-paused"),
        ("ended", "cases-tab-ended"),
    ]
    .into_iter()
    .filter(|(code, _)| ours || *code != "ours")
    .map(|(code, key)| Tab {
        href: format!("/cases{}", query.with("view", code)),
        label: page.t(key),
        current: shown == code || (shown.is_empty() && code == "all"),
    })
    .collect()
}

async fn answer(
    page: Page,
    app: &App,
    who: &Who,
    opened: Opened,
    asked: Asked,
    found: Result<CaseList, ActionError>,
) -> Response {
    let (found, names) = match (found, participants::lists(app, who).await) {
        (Ok(found), Ok(names)) => (found, names),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let words = page.words;
    let decisions = asked.filter.decisions;
    let may_open = policy::may(who, Action::SeeCase);
    let query = opened.query.clone();
    let (sorted, _) = order(&query);
    let pager = Pager::new(&query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE);
    let rows = found.page.rows.iter().map(|it| row(words, app, &names, it, may_open)).collect();
    let facets = facets(words, app, who, &names, &asked);
    let searches = if found.identity { "cases-search" } else { "cases-search-reference" };
    let export = policy::may(who, Action::ExportCases);
    let late = i64::try_from(found.late).unwrap_or(i64::MAX);
    let view = ListPage {
        lead: decisions.then(|| page.t("cases-decisions-lead")),
        late: words.t_with("cases-late", &[("count", late.into())]),
        tabs: if decisions { Vec::new() } else { tabs(&page, &query, &asked.shown, asked.turns) },
        bar: opened.bar(&page, who, facets, searches, export),
        heads: heads(&query, sorted),
        rows,
        pager,
        identity: found.identity,
        filtered: query.filtered(),
        ours: asked.shown == "ours" || decisions,
        page: page.titled(if decisions { "cases-decisions-title" } else { "cases-title" }),
    };
    view.page.render(&view)
}

fn facets(words: Words, app: &App, who: &Who, names: &Lists, asked: &Asked) -> Vec<Facet> {
    let decisions = asked.filter.decisions;
    let reach = policy::reach_of(who, Action::ListCases);
    let association = who.kind() == Some(OrganisationKind::Association);
    let terms = ["overdue", "week", "month", "later", "none"];
    let owners = !decisions && asked.shown != "ours";
    let mut associations = Vec::new();
    if reach == Reach::All {
        let all = names.associations.iter();
        associations = all.map(|(code, name)| Choice::new(code.as_str(), name)).collect();
    }
    vec![
        lists::terms(words, "term", &terms),
        Facet::new("step", "cases-step", steps(words, app.routes(), decisions)),
        Facet::new("route", "cases-route", routes(words, app.routes())),
        Facet::new("owner", "cases-owner", if owners { parties(words) } else { Vec::new() }),
        lists::areas(names, Where::HomeOrWish),
        lists::groups(words, who, names),
        lists::providers(names, reach == Reach::All || association),
        Facet::new("association", "lists-association", associations),
        lists::workers(who, names, reach),
    ]
}

fn routes(words: Words, routes: &RouteSet) -> Vec<Choice> {
    let codes = routes.codes().into_iter();
    let last = codes.filter_map(|code| routes.versions(code).last());
    last.map(|it| Choice::new(it.code.as_str(), words.wording(&it.name))).collect()
}

/// Every step of every road by its code; roads that share a code share a choice.
fn steps(words: Words, routes: &RouteSet, decisions: bool) -> Vec<Choice> {
    let mut seen = BTreeMap::new();
    let mut choices: Vec<Choice> = Vec::new();
    for step in routes.all().iter().flat_map(|it| &it.steps) {
        if (!decisions || step.kind.code() == "decision")
            && seen.insert(step.code.as_str(), ()).is_none()
        {
            choices.push(Choice::new(step.code.as_str(), words.wording(&step.name)));
        }
    }
    choices
}

fn parties(words: Words) -> Vec<Choice> {
    Party::ALL.iter().map(|it| Choice::new(it.code(), words.name(it))).collect()
}

fn row(words: Words, app: &App, names: &Lists, it: &CaseListRow, may_open: bool) -> Row {
    let today = app.today();
    let (key, tone) = standing(&it.standing);
    // On a file without an open step an objection is what waits, and the municipality's.
    let objection = it.objection_due.filter(|_| it.step.is_none());
    let due = objection.or(it.due.filter(|_| it.standing == "open"));
    let (due, due_tone) = due_words(words, due, today);
    let mut notes = Vec::new();
    if it.extended {
        notes.push(words.t("cases-extended"));
    }
    if let Some(due) = it.objection_due.filter(|_| objection.is_none()) {
        notes.push(words.t_with("cases-objection", &[("date", words.date_short(due).into())]));
    }
    let step = match objection {
        Some(_) => words.name(&Wait::Objection),
        None => step_of(words, app.routes(), (&it.route, it.version), it.step.as_ref()),
    };
    let owner = objection.map_or(it.owner, |_| Some(Party::Municipality));
    Row {
        chosen: lists::written(&chosen(it)),
        href: may_open.then(|| href(it.reference.as_str())),
        reference: it.reference.to_string(),
        name: format!("{} {}", it.given, it.family).trim().to_owned(),
        route: route_of(words, app.routes(), &it.route, it.version),
        step,
        owner: owner.map_or_else(|| words.t("cases-nobody"), |it| words.name(&it)),
        provider: files::provider(names, &it.provider),
        since: it.since.map_or_else(|| "–".to_owned(), |date| words.date_short(date)),
        standing: words.t(key),
        tone,
        due,
        due_tone,
        notes,
    }
}

fn heads(query: &Query, sorted: (&str, bool)) -> Vec<SortHead> {
    [
        (CaseSort::Reference, "cases-reference"),
        (CaseSort::Step, "cases-step"),
        (CaseSort::Due, "cases-due"),
        (CaseSort::Since, "cases-since"),
    ]
    .into_iter()
    .map(|(column, key)| SortHead::new(query, sorted, column.code(), key, false))
    .collect()
}
