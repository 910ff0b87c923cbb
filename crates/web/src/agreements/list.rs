//! The worklist of agreements, and the same as a file.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::Uri,
    response::Response,
};
use jiff::ToSpan;
use sleutel_actions::{
    App,
    agreements::{self, ListView},
    lists::List,
    participants::{self, Lists},
    policy::{self, Action},
};
use sleutel_domain::agreements::{Kind, State as Stage};
use sleutel_exchange::xlsx::Cell;
use sleutel_store::{
    Window,
    agreements::{Filter, ListRow, Sort},
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
/// How far ahead the filter on what ends soon looks.
const SOON_MONTHS: i32 = 3;

struct Row {
    href: Option<String>,
    kind: String,
    household: String,
    name: String,
    address: String,
    association: String,
    dates: String,
    state: String,
    tone: Tone,
    /// Who has signed of how many, while it waits for that.
    signed: Option<String>,
}

#[derive(Template)]
#[template(path = "agreements/list.html")]
struct ListPage {
    page: Page,
    bar: Bar,
    tabs: Vec<Tab>,
    heads: Vec<SortHead>,
    rows: Vec<Row>,
    pager: Pager,
    identity: bool,
    filtered: bool,
}

fn filter(app: &App, opened: &Opened) -> Filter {
    let today = app.today();
    let query = &opened.query;
    let soon = |months: i32| today.checked_add(months.months()).ok();
    // The filter on what ends soon, that a tab sets, looks back too: what is over is late.
    let tab = soon(SOON_MONTHS).filter(|_| !query.get("ending").is_empty());
    let (ends_from, ends_by) = match query.get("term") {
        "overdue" => (None, today.yesterday().ok()),
        "week" => (Some(today), today.checked_add(7.days()).ok()),
        "month" => (Some(today), soon(1)),
        "later" => (today.checked_add(8.days()).ok(), tab),
        _ => (None, tab),
    };
    Filter {
        words: opened.words.clone(),
        without_names: false,
        kind: query.get("kind").to_owned(),
        state: query.get("state").to_owned(),
        association: query.get("association").to_owned(),
        provider: query.get("provider").to_owned(),
        worker: query.get("worker").to_owned(),
        caseload: Vec::new(),
        group: query.get("group").to_owned(),
        area: query.get("area").to_owned(),
        ends_by,
        ends_from,
        endless: query.get("term") == "none",
    }
}

fn sort(query: &Query) -> ((&'static str, bool), Sort) {
    let columns = Sort::ALL.map(Sort::code);
    let sorted = query.sort(&columns, (Sort::default().code(), false));
    (sorted, Sort::from_code(sorted.0).unwrap_or_default())
}

/// `GET /agreements`.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let opened = match lists::open(&page, &app, &who, List::Agreements, raw.as_deref()).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let query = opened.query.clone();
    let (sorted, order) = sort(&query);
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let window = Window { offset, limit: PER_PAGE };
    let wanted = filter(&app, &opened);
    let found = agreements::list(&app, &who, &wanted, order, sorted.1, window).await;
    let (found, names) = match (found, participants::lists(&app, &who).await) {
        (Ok(found), Ok(names)) => (found, names),
        (Err(error), _) | (_, Err(error)) => return refused::refuse(&page, &error),
    };
    let words = page.words;
    let may_open = policy::may(&who, Action::SeeAgreement);
    let facets = facets(&page, &who, &names, &found);
    let export = policy::may(&who, Action::ExportAgreements);
    let view = ListPage {
        bar: opened.bar(&page, &who, facets, "agreements-search", export),
        tabs: tabs(&page, &query),
        heads: heads(&query, sorted, found.identity),
        rows: found.page.rows.iter().map(|it| row(words, &found, it, may_open)).collect(),
        pager: Pager::new(&query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE),
        identity: found.identity,
        filtered: query.filtered(),
        page: page.titled("nav-agreements"),
    };
    view.page.render(&view)
}

fn facets(page: &Page, who: &sleutel_actions::Who, names: &Lists, found: &ListView) -> Vec<Facet> {
    let words = page.words;
    let kinds = Kind::ALL.iter().map(|it| Choice::new(it.code(), words.name(it))).collect();
    let all = found.associations.iter();
    let associations = all.map(|(code, name)| Choice::new(code.as_str(), name)).collect();
    let reach = policy::reach_of(who, Action::ListAgreements);
    let terms = ["overdue", "week", "month", "later", "none"];
    vec![
        Facet::new("kind", "agreements-kind", kinds),
        Facet { key: "lists-ends", ..lists::terms(words, "term", &terms) },
        lists::areas(names, Where::Home),
        lists::groups(words, who, names),
        Facet::new("association", "agreement-party-association", associations),
        lists::providers(names, reach == policy::Reach::All),
        lists::workers(who, names, reach),
    ]
}

fn row(words: Words, found: &ListView, it: &ListRow, may_open: bool) -> Row {
    let parties = it.kind.parties().len();
    Row {
        href: may_open.then(|| naming::href(it.id)),
        kind: words.name(&it.kind),
        household: it.household.to_string(),
        name: format!("{} {}", it.given, it.family).trim().to_owned(),
        address: it.address.clone(),
        association: called(found, it),
        dates: naming::dates(words, it.from, it.until),
        state: words.t(&format!("agreement-state-{}", it.state)),
        tone: naming::tone(&it.state),
        signed: (it.state == "offered").then(|| {
            let values = [("signed", it.signed.into()), ("all", parties.into())];
            words.t_with("agreements-signed-of", &values)
        }),
    }
}

/// The association, or the provider of an agreement that has none.
fn called(found: &ListView, it: &ListRow) -> String {
    let code = it.association.as_ref().or(it.provider.as_ref());
    let name = code.map(|code| found.organisations.get(code).cloned().unwrap_or(code.to_string()));
    name.unwrap_or_default()
}

fn tabs(page: &Page, query: &Query) -> Vec<Tab> {
    let current = (query.get("state"), query.get("ending"));
    let tab = |code: &'static str, key: String| Tab {
        href: query.with("state", code),
        label: page.t(&key),
        current: current == (code, ""),
    };
    let mut tabs = vec![tab("", "agreements-all".to_owned())];
    tabs.extend(Stage::CODES.map(|code| tab(code, format!("agreement-state-{code}"))));
    tabs.push(Tab {
        href: "?ending=yes&sort=until".to_owned(),
        label: page.t("agreements-ending"),
        current: !current.1.is_empty(),
    });
    tabs
}

fn heads(query: &Query, sorted: (&str, bool), identity: bool) -> Vec<SortHead> {
    let name = identity.then_some((Sort::Name, "agreements-resident"));
    name.into_iter()
        .chain([(Sort::From, "agreements-dates"), (Sort::Work, "agreements-state")])
        .map(|(column, key)| SortHead::new(query, sorted, column.code(), key, false))
        .collect()
}

/// `GET /agreements.xlsx` and `/agreements.csv`: what the filters find, as a file.
pub(super) async fn export(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
    uri: Uri,
) -> Response {
    let raw = raw.unwrap_or_else(|| "saved=none".to_owned());
    let opened = match lists::open(&page, &app, &who, List::Agreements, Some(&raw)).await {
        Ok(opened) => opened,
        Err(response) => return response,
    };
    let (sorted, order) = sort(&opened.query);
    let wanted = filter(&app, &opened);
    match agreements::export(&app, &who, &wanted, order, sorted.1).await {
        Ok(found) => lists::as_file(page.words, app.today(), uri.path(), table(page.words, &found)),
        Err(error) => refused::refuse(&page, &error),
    }
}

fn table(words: Words, found: &ListView) -> Table {
    let cells = |it: &ListRow| {
        vec![
            Cell::Text(words.name(&it.kind)),
            Cell::Text(it.household.to_string()),
            Cell::Text(format!("{} {}", it.given, it.family)),
            Cell::Text(it.address.clone()),
            Cell::Text(called(found, it)),
            Cell::Date(it.from),
            it.until.map_or(Cell::Empty, Cell::Date),
            Cell::Text(words.t(&format!("agreement-state-{}", it.state))),
            Cell::Int(it.signed.into()),
        ]
    };
    let heads = vec![
        ("agreements-kind", 26),
        ("agreements-reference", 16),
        ("agreements-resident", 28),
        ("agreement-home", 28),
        ("agreements-with", 28),
        ("agreement-from", 14),
        ("agreement-until", 14),
        ("agreements-state", 22),
        ("agreements-signed", 12),
    ];
    let rows = found.page.rows.iter().map(cells).collect();
    Table { stem: "agreements", title: "nav-agreements", heads, rows }
}
