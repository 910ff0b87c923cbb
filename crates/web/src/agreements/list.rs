//! The worklist of agreements, and the same as a file.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use jiff::ToSpan;
use sleutel_actions::{
    App,
    agreements::{self, ListView},
    policy::{self, Action},
};
use sleutel_domain::agreements::{Kind, State as Stage};
use sleutel_exchange::xlsx::{self, Cell, Head, Sheet};
use sleutel_store::{
    Window,
    agreements::{Filter, ListRow, Sort},
};
use sleutel_words::Words;

use super::naming::{self, refuse};
use crate::{
    Acting, Form, Page, Pager, Problem, Query,
    homes::{csv, file},
    listing::SortHead,
    show::{Choice, Tab, Tone},
};

const PER_PAGE: u32 = 50;
const FILTERS: [&str; 6] = ["q", "kind", "association", "state", "ending", "sort"];
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
    filter: Form,
    kinds: Vec<Choice>,
    associations: Vec<Choice>,
    tabs: Vec<Tab>,
    heads: Vec<SortHead>,
    rows: Vec<Row>,
    pager: Pager,
    identity: bool,
    files: Option<[String; 2]>,
    filtered: bool,
}

fn filter(app: &App, query: &Query) -> Filter {
    let soon = app.today().checked_add(SOON_MONTHS.months()).ok();
    Filter {
        words: query.get("q").to_owned(),
        without_names: false,
        kind: query.get("kind").to_owned(),
        state: query.get("state").to_owned(),
        association: query.get("association").to_owned(),
        provider: String::new(),
        worker: String::new(),
        caseload: Vec::new(),
        ends_by: soon.filter(|_| !query.get("ending").is_empty()),
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
    let query = Query::parse(raw.as_deref());
    let (sorted, order) = sort(&query);
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let window = Window { offset, limit: PER_PAGE };
    let wanted = filter(&app, &query);
    let found = match agreements::list(&app, &who, &wanted, order, sorted.1, window).await {
        Ok(found) => found,
        Err(error) => return refuse(&page, &error),
    };
    let words = page.words;
    let may_open = policy::may(&who, Action::SeeAgreement);
    let mut form = Form::new();
    for name in FILTERS {
        form.set(name, query.get(name));
    }
    let choice = |(code, name): (&sleutel_domain::OrganisationCode, &String)| {
        Choice::new(code.as_str(), name.clone())
    };
    let view = ListPage {
        filter: form,
        kinds: Kind::ALL.iter().map(|it| Choice::new(it.code(), words.name(it))).collect(),
        associations: found.associations.iter().map(choice).collect(),
        tabs: tabs(&page, &query),
        heads: heads(&query, sorted, found.identity),
        rows: found.page.rows.iter().map(|it| row(words, &found, it, may_open)).collect(),
        pager: Pager::new(&query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE),
        identity: found.identity,
        files: policy::may(&who, Action::ExportAgreements).then(|| {
            ["xlsx", "csv"].map(|kind| format!("/agreements.{kind}{}", query.with("page", "")))
        }),
        filtered: query.filtered(),
        page: page.titled("nav-agreements"),
    };
    view.page.render(&view)
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

async fn exported(
    page: &Page,
    app: &App,
    who: &sleutel_actions::Who,
    raw: Option<&str>,
) -> Result<ListView, Response> {
    let query = Query::parse(raw);
    let (sorted, order) = sort(&query);
    let wanted = filter(app, &query);
    let found = agreements::export(app, who, &wanted, order, sorted.1).await;
    found.map_err(|error| refuse(page, &error))
}

const COLUMNS: [(&str, u16); 9] = [
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

/// `GET /agreements.xlsx`: what the filters find, as a spreadsheet.
pub(super) async fn spreadsheet(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let found = match exported(&page, &app, &who, raw.as_deref()).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let words = page.words;
    let rows = found.page.rows.iter().map(|it| {
        vec![
            Cell::Text(words.name(&it.kind)),
            Cell::Text(it.household.to_string()),
            Cell::Text(format!("{} {}", it.given, it.family)),
            Cell::Text(it.address.clone()),
            Cell::Text(called(&found, it)),
            Cell::Date(it.from),
            it.until.map_or(Cell::Empty, Cell::Date),
            Cell::Text(words.t(&format!("agreement-state-{}", it.state))),
            Cell::Int(it.signed.into()),
        ]
    });
    let sheet = Sheet {
        name: words.t("nav-agreements"),
        title: words.t("nav-agreements"),
        heads: COLUMNS.map(|(key, width)| Head { title: words.t(key), width }).to_vec(),
        rows: rows.collect(),
    };
    match xlsx::workbook(app.today(), &[sheet]) {
        Ok(bytes) => {
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            file(kind, &format!("agreements-{}.xlsx", app.today()), bytes)
        }
        Err(error) => {
            tracing::error!(%error, "a spreadsheet could not be written");
            Problem::internal().into_response()
        }
    }
}

/// `GET /agreements.csv`: the same as a table of text.
pub(super) async fn table(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let found = match exported(&page, &app, &who, raw.as_deref()).await {
        Ok(found) => found,
        Err(response) => return response,
    };
    let words = page.words;
    let rows = found.page.rows.iter().map(|it| {
        vec![
            words.name(&it.kind),
            it.household.to_string(),
            format!("{} {}", it.given, it.family),
            it.address.clone(),
            called(&found, it),
            it.from.to_string(),
            it.until.map(|it| it.to_string()).unwrap_or_default(),
            words.t(&format!("agreement-state-{}", it.state)),
            it.signed.to_string(),
        ]
    });
    let heads = COLUMNS.map(|(key, _)| words.t(key)).to_vec();
    csv(&format!("agreements-{}.csv", app.today()), std::iter::once(heads).chain(rows))
}
