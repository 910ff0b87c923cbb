use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::Uri,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    lists::List,
    participants::{self, Lists},
    policy::{self, Action},
};
use sleutel_domain::Answer;
use sleutel_exchange::xlsx::Cell;
use sleutel_store::{
    Window,
    participants::{Filter, ListRow, Sort},
};
use sleutel_words::Words;

use super::naming;
use crate::{
    Acting, Page, Pager, Query,
    listing::SortHead,
    lists::{self, Bar, Facet, Opened, Table, Where},
    refused,
    show::{Choice, Tab, Tone},
};

const PER_PAGE: u32 = 50;

struct Row {
    href: Option<String>,
    reference: String,
    name: String,
    group: String,
    people: Option<u8>,
    worker: String,
    waiting: String,
    readiness: String,
    tone: Tone,
    ground: Option<String>,
}

#[derive(Template)]
#[template(path = "participants/list.html")]
struct ListPage {
    page: Page,
    bar: Bar,
    tabs: Vec<Tab>,
    heads: Vec<SortHead>,
    rows: Vec<Row>,
    pager: Pager,
    identity: bool,
    may_add: bool,
}

fn filter(opened: &Opened) -> Filter {
    let query = &opened.query;
    Filter {
        words: opened.words.clone(),
        reference_only: false,
        group: query.get("group").to_owned(),
        readiness: query.get("readiness").to_owned(),
        provider: query.get("provider").to_owned(),
        worker: query.get("worker").to_owned(),
        caseload: Vec::new(),
        area: query.get("area").to_owned(),
        ground: query.get("ground").to_owned(),
        open_questions: !query.get("open").is_empty(),
    }
}

fn sort(query: &Query, identity: bool) -> ((&'static str, bool), Sort) {
    let columns = Sort::ALL.map(Sort::code);
    let default = if identity { Sort::Name } else { Sort::Reference };
    let sorted = query.sort(&columns, (default.code(), false));
    (sorted, Sort::from_code(sorted.0).unwrap_or_default())
}

/// `GET /participants`.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let opened = match lists::open(&page, &app, &who, List::Participants, raw.as_deref()).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let query = opened.query.clone();
    let identity = policy::may(&who, Action::SeeIdentity);
    let (sorted, order) = sort(&query, identity);
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let window = Window { offset, limit: PER_PAGE };
    let found = participants::list(&app, &who, &filter(&opened), order, sorted.1, window).await;
    let (found, names) = match (found, participants::lists(&app, &who).await) {
        (Ok(found), Ok(names)) => (found, names),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let pager = Pager::new(&query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE);
    let may_open = policy::may(&who, Action::SeeParticipant);
    let words = page.words;
    let rows = found.page.rows.iter().map(|it| row(words, &names, it, may_open)).collect();
    let searches = if identity { "participants-search" } else { "participants-search-reference" };
    let facets = facets(&page, &who, &names);
    let export = policy::may(&who, Action::ExportParticipants);
    let view = ListPage {
        tabs: tabs(&page, &query, &found.counts),
        bar: opened.bar(&page, &who, facets, searches, export),
        heads: heads(&query, sorted, identity),
        rows,
        pager,
        identity,
        may_add: policy::may(&who, Action::AddParticipant),
        page: page.titled("nav-participants"),
    };
    view.page.render(&view)
}

fn facets(page: &Page, who: &sleutel_actions::Who, names: &Lists) -> Vec<Facet> {
    let grounds =
        ["term-ends", "safety"].map(|code| Choice::new(code, page.t(naming::ground_key(code))));
    let open = Choice::new("yes", page.t("participants-open"));
    let reach = policy::reach_of(who, Action::ListParticipants);
    vec![
        lists::groups(page.words, who, names),
        lists::areas(names, Where::Wish),
        lists::providers(names, reach == policy::Reach::All),
        lists::workers(who, names, reach),
        Facet::new("ground", "participants-ground", grounds.to_vec()),
        Facet::new("open", "lists-questions", vec![open]),
    ]
}

fn row(words: Words, lists: &Lists, it: &ListRow, may_open: bool) -> Row {
    Row {
        href: may_open.then(|| naming::href(it.reference.as_str())),
        reference: it.reference.to_string(),
        name: format!("{} {}", it.given, it.family).trim().to_owned(),
        group: naming::group(words, lists, &it.group),
        people: it.people.known(),
        worker: it
            .worker
            .as_ref()
            .map_or_else(|| "–".to_owned(), |login| naming::worker(lists, login.as_str())),
        waiting: words.date_short(it.waiting_since),
        readiness: words.t(naming::readiness_key(&it.readiness)),
        tone: naming::readiness_tone(&it.readiness),
        ground: (it.ground != "none").then(|| match it.ground_date {
            Some(date) => {
                words.t_with("participants-term-ends", &[("date", words.date_short(date).into())])
            }
            None => words.t(naming::ground_key(&it.ground)),
        }),
    }
}

fn tabs(page: &Page, query: &Query, counts: &std::collections::BTreeMap<String, u64>) -> Vec<Tab> {
    let current = query.get("readiness");
    let number = |count: u64| page.words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let tab = |code: &str, label: String, count: u64| Tab {
        href: query.with("readiness", code),
        label: format!("{label} ({})", number(count)),
        current: current == code,
    };
    let mut tabs = vec![tab("", page.t("participants-all"), counts.values().sum())];
    tabs.extend(["preparing", "ready", "paused", "placed"].map(|code| {
        let count = counts.get(code).copied().unwrap_or_default();
        tab(code, page.t(naming::readiness_key(code)), count)
    }));
    tabs
}

fn heads(query: &Query, sorted: (&str, bool), identity: bool) -> Vec<SortHead> {
    let name = identity.then_some((Sort::Name, "participants-name"));
    name.into_iter()
        .chain([
            (Sort::Reference, "participants-reference"),
            (Sort::Group, "participants-group"),
            (Sort::Waiting, "participants-waiting"),
            (Sort::Readiness, "participants-readiness"),
        ])
        .map(|(column, key)| SortHead::new(query, sorted, column.code(), key, false))
        .collect()
}

/// `GET /participants.xlsx`, `/participants.csv` and `/participants/export`: what the filters
/// find, as a file.
pub(super) async fn export(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
    uri: Uri,
) -> Response {
    let raw = raw.unwrap_or_else(|| "saved=none".to_owned());
    let opened = match lists::open(&page, &app, &who, List::Participants, Some(&raw)).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let (sorted, order) = sort(&opened.query, true);
    let found = participants::export(&app, &who, &filter(&opened), order, sorted.1).await;
    match (found, participants::lists(&app, &who).await) {
        (Ok(found), Ok(names)) => {
            let table = table(&page, &names, &found.page.rows);
            lists::as_file(page.words, app.today(), uri.path(), table)
        }
        (Err(error), _) | (_, Err(error)) => refused::refuse(&page, &error),
    }
}

fn table(page: &Page, names: &Lists, rows: &[ListRow]) -> Table {
    let words = page.words;
    let cells = |it: &ListRow| {
        let worker = it.worker.as_ref().map(|it| naming::worker(names, it.as_str()));
        vec![
            Cell::Text(it.reference.to_string()),
            Cell::Text(format!("{} {}", it.given, it.family)),
            Cell::Text(naming::group(words, names, &it.group)),
            Cell::Text(naming::provider(names, &it.provider)),
            Cell::Text(worker.unwrap_or_default()),
            match it.people {
                Answer::Known(people) => Cell::Int(i64::from(people)),
                Answer::Unknown => Cell::Empty,
            },
            Cell::Date(it.waiting_since),
            Cell::Text(page.t(naming::readiness_key(&it.readiness))),
            Cell::Text(page.t(naming::ground_key(&it.ground))),
            it.ground_date.map_or(Cell::Empty, Cell::Date),
        ]
    };
    let heads = vec![
        ("participants-reference", 16),
        ("participants-name", 28),
        ("participants-group", 34),
        ("participants-provider", 28),
        ("participants-worker", 24),
        ("participants-people", 10),
        ("participants-waiting", 14),
        ("participants-readiness", 22),
        ("participants-ground", 28),
        ("participants-ground-date", 14),
    ];
    let rows = rows.iter().map(cells).collect();
    Table { stem: "participants", title: "nav-participants", heads, rows }
}
