use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    cases::{self, CaseList},
    participants::{self, Lists},
    policy::{self, Action, Reach},
};
use sleutel_domain::{
    access::{OrganisationKind, Party},
    cases::Wait,
    routes::RouteSet,
};
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
    Acting, Form, Page, Pager, Query,
    listing::SortHead,
    participants as files, refused,
    show::{Choice, Tab, Tone},
};

const PER_PAGE: u32 = 50;
const FILTERS: [&str; 7] = ["q", "route", "step", "owner", "provider", "worker", "term"];

struct Row {
    href: Option<String>,
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
    action: &'static str,
    filter: Form,
    tabs: Vec<Tab>,
    routes: Vec<Choice>,
    steps: Vec<Choice>,
    owners: Vec<Choice>,
    providers: Vec<Choice>,
    workers: Vec<Choice>,
    terms: Vec<Choice>,
    heads: Vec<SortHead>,
    rows: Vec<Row>,
    pager: Pager,
    identity: bool,
    filtered: bool,
    ours: bool,
}

/// `GET /cases`: what waits for the reader's party, or all of it within reach.
pub(super) async fn all(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let ours = if policy::may(&who, Action::SeeCase) { cases::owner_of(&who) } else { "" };
    let shown = match query.get("view") {
        "" if !ours.is_empty() => "ours",
        other => other,
    };
    let mut filter = filter(&query, &app);
    match shown {
        "ours" => filter.owner = ours.to_owned(),
        "paused" | "ended" => filter.standing = shown.to_owned(),
        _ => {}
    }
    let order = order(&query);
    let found = cases::list(&app, &who, &filter, order.1, order.0.1, window(&query)).await;
    let tabs = tabs(&page, &query, shown, !ours.is_empty());
    let frame = Frame { title: "cases-title", lead: None, action: "/cases", tabs, shown };
    answer(page, &app, &who, &query, found, order, frame).await
}

/// `GET /decisions`: what the municipality decides, most pressing first.
pub(super) async fn decisions(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let filter = filter(&query, &app);
    let order = order(&query);
    let found = cases::decisions(&app, &who, &filter, order.1, order.0.1, window(&query)).await;
    let lead = Some(page.t("cases-decisions-lead"));
    let title = "cases-decisions-title";
    let frame = Frame { title, lead, action: "/decisions", tabs: Vec::new(), shown: "decisions" };
    answer(page, &app, &who, &query, found, order, frame).await
}

struct Frame<'a> {
    title: &'static str,
    lead: Option<String>,
    action: &'static str,
    tabs: Vec<Tab>,
    shown: &'a str,
}

fn window(query: &Query) -> Window {
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    Window { offset, limit: PER_PAGE }
}

fn filter(query: &Query, app: &App) -> CaseFilter {
    let text = |name: &str| query.get(name).to_owned();
    CaseFilter {
        words: text("q"),
        route: text("route"),
        step: text("step"),
        owner: text("owner"),
        provider: text("provider"),
        worker: text("worker"),
        term: text("term"),
        ..CaseFilter::on(app.today())
    }
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
    query: &Query,
    found: Result<CaseList, ActionError>,
    (sorted, _): ((&'static str, bool), CaseSort),
    frame: Frame<'_>,
) -> Response {
    let (found, lists) = match (found, participants::lists(app, who).await) {
        (Ok(found), Ok(lists)) => (found, lists),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let words = page.words;
    let may_open = policy::may(who, Action::SeeCase);
    let pager = Pager::new(query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE);
    let rows = found.page.rows.iter().map(|it| row(words, app, &lists, it, may_open)).collect();
    let mut form = Form::new();
    for name in FILTERS {
        form.set(name, query.get(name));
    }
    form.set("view", query.get("view"));
    form.set("sort", query.get("sort"));
    let reach = policy::reach_of(who, Action::ListCases);
    let association = who.kind() == Some(OrganisationKind::Association);
    let everyone = reach == Reach::All || association;
    let decisions = frame.action == "/decisions";
    let names_owner = !decisions && frame.shown != "ours";
    let late = i64::try_from(found.late).unwrap_or(i64::MAX);
    let view = ListPage {
        lead: frame.lead,
        late: words.t_with("cases-late", &[("count", late.into())]),
        action: frame.action,
        filter: form,
        tabs: frame.tabs,
        routes: routes(words, app.routes()),
        steps: steps(words, app.routes(), decisions),
        owners: if names_owner { parties(words) } else { Vec::new() },
        providers: if everyone { files::providers(&lists) } else { Vec::new() },
        workers: if reach == Reach::Own && !association {
            own_workers(who, &lists)
        } else {
            Vec::new()
        },
        terms: ["overdue", "week", "later", "none"]
            .map(|code| Choice::new(code, words.t(term_key(code))))
            .to_vec(),
        heads: heads(query, sorted),
        rows,
        pager,
        identity: found.identity,
        filtered: query.filtered(),
        ours: frame.shown == "ours" || decisions,
        page: page.titled(frame.title),
    };
    view.page.render(&view)
}

fn term_key(code: &str) -> &'static str {
    match code {
        "overdue" => "cases-term-overdue",
        "week" => "cases-term-week",
        "later" => "cases-term-later",
        _ => "cases-term-none",
    }
}

fn own_workers(who: &Who, lists: &Lists) -> Vec<Choice> {
    let mut lists = lists.clone();
    lists.workers.retain(|(_, _, provider)| Some(provider) == who.organisation());
    files::workers(&lists)
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

fn row(words: Words, app: &App, lists: &Lists, it: &CaseListRow, may_open: bool) -> Row {
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
        href: may_open.then(|| href(it.reference.as_str())),
        reference: it.reference.to_string(),
        name: format!("{} {}", it.given, it.family).trim().to_owned(),
        route: route_of(words, app.routes(), &it.route, it.version),
        step,
        owner: owner.map_or_else(|| words.t("cases-nobody"), |it| words.name(&it)),
        provider: files::provider(lists, &it.provider),
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
