use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    participants::{self, Lists},
    policy::{self, Action},
};
use sleutel_domain::Answer;
use sleutel_exchange::xlsx::{self, Cell, Head, Sheet};
use sleutel_store::{
    Window,
    participants::{Filter, ListRow, Sort},
};
use sleutel_words::Words;

use super::naming;
use crate::{
    Acting, Form, Page, Pager, Problem, Query,
    listing::SortHead,
    refused,
    show::{Choice, Tab, Tone},
};

const PER_PAGE: u32 = 50;
const FILTERS: [&str; 6] = ["q", "group", "provider", "worker", "ground", "open"];

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
    filter: Form,
    groups: Vec<Choice>,
    providers: Vec<Choice>,
    workers: Vec<Choice>,
    grounds: Vec<Choice>,
    tabs: Vec<Tab>,
    heads: Vec<SortHead>,
    rows: Vec<Row>,
    pager: Pager,
    identity: bool,
    may_add: bool,
    export: Option<String>,
    filtered: bool,
}

fn filter(query: &Query) -> Filter {
    Filter {
        words: query.get("q").to_owned(),
        reference_only: false,
        group: query.get("group").to_owned(),
        readiness: query.get("readiness").to_owned(),
        provider: query.get("provider").to_owned(),
        worker: query.get("worker").to_owned(),
        caseload: Vec::new(),
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
    let query = Query::parse(raw.as_deref());
    let identity = policy::may(&who, Action::SeeIdentity);
    let (sorted, order) = sort(&query, identity);
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let window = Window { offset, limit: PER_PAGE };
    let found = participants::list(&app, &who, &filter(&query), order, sorted.1, window).await;
    let (found, lists) = match (found, participants::lists(&app, &who).await) {
        (Ok(found), Ok(lists)) => (found, lists),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let pager = Pager::new(&query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE);
    let may_open = policy::may(&who, Action::SeeParticipant);
    let words = page.words;
    let rows = found.page.rows.iter().map(|it| row(words, &lists, it, may_open)).collect();
    let grounds = ["term-ends", "safety"]
        .map(|code| Choice::new(code, page.t(naming::ground_key(code))))
        .to_vec();
    let mut form = Form::new();
    for name in FILTERS {
        form.set(name, query.get(name));
    }
    form.set("readiness", query.get("readiness"));
    form.set("sort", query.get("sort"));
    let everyone = policy::reach_of(&who, Action::ListParticipants) == policy::Reach::All;
    let caseload = policy::reach_of(&who, Action::ListParticipants) == policy::Reach::Caseload;
    let view = ListPage {
        filter: form,
        groups: naming::groups(words, &lists),
        providers: if everyone { naming::providers(&lists) } else { Vec::new() },
        workers: match (caseload, who.logins().as_slice()) {
            (true, [] | [_]) => Vec::new(),
            (true, own) => {
                let mut all = workers(&who, &lists, everyone);
                all.retain(|it| own.contains(&it.value));
                all
            }
            (false, _) => workers(&who, &lists, everyone),
        },
        grounds,
        tabs: tabs(&page, &query, &found.counts),
        heads: heads(&query, sorted, identity),
        rows,
        pager,
        identity,
        may_add: policy::may(&who, Action::AddParticipant),
        export: policy::may(&who, Action::ExportParticipants)
            .then(|| format!("/participants/export{}", query.with("page", ""))),
        filtered: query.filtered(),
        page: page.titled("nav-participants"),
    };
    view.page.render(&view)
}

fn workers(who: &sleutel_actions::Who, lists: &Lists, everyone: bool) -> Vec<Choice> {
    let mut lists = lists.clone();
    lists.workers.retain(|(_, _, provider)| everyone || Some(provider) == who.organisation());
    naming::workers(&lists)
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

/// `GET /participants/export`: what the filters find, as a spreadsheet.
pub(super) async fn export(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let (sorted, order) = sort(&query, true);
    let found = participants::export(&app, &who, &filter(&query), order, sorted.1).await;
    let (found, lists) = match (found, participants::lists(&app, &who).await) {
        (Ok(found), Ok(lists)) => (found, lists),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let sheet = sheet(&page, &lists, &found.page.rows);
    match xlsx::workbook(app.today(), &[sheet]) {
        Ok(bytes) => {
            let name = format!("attachment; filename=\"participants-{}.xlsx\"", app.today());
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            let headers = [
                (header::CONTENT_TYPE, kind.to_owned()),
                (header::CONTENT_DISPOSITION, name),
                (header::CACHE_CONTROL, "private, no-store".to_owned()),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a spreadsheet could not be written");
            Problem::internal().into_response()
        }
    }
}

fn sheet(page: &Page, lists: &Lists, rows: &[ListRow]) -> Sheet {
    let words = page.words;
    let head = |key: &str, width| Head { title: page.t(key), width };
    let cells = |it: &ListRow| {
        vec![
            Cell::Text(it.reference.to_string()),
            Cell::Text(format!("{} {}", it.given, it.family)),
            Cell::Text(naming::group(words, lists, &it.group)),
            Cell::Text(naming::provider(lists, &it.provider)),
            Cell::Text(
                it.worker
                    .as_ref()
                    .map_or_else(String::new, |it| naming::worker(lists, it.as_str())),
            ),
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
    Sheet {
        name: page.t("nav-participants"),
        title: page.t("nav-participants"),
        heads: vec![
            head("participants-reference", 16),
            head("participants-name", 28),
            head("participants-group", 34),
            head("participants-provider", 28),
            head("participants-worker", 24),
            head("participants-people", 10),
            head("participants-waiting", 14),
            head("participants-readiness", 22),
            head("participants-ground", 28),
            head("participants-ground-date", 14),
        ],
        rows: rows.iter().map(cells).collect(),
    }
}
