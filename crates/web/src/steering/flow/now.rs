//! Who stands in which step, and where it jams.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App, Who,
    flow::{self, Jam, Now, RoadNow, StepNow, TRAFFIC_DAYS},
    policy::{self, Action},
};
use sleutel_domain::access::Party;
use sleutel_words::Words;

use super::{
    HREF, Narrow, asked, files_at, names, parts, picture::Picture, problem_on, road_name,
    step_name, with_question,
};
use crate::{Acting, Page, Problem, Query, homes::csv, show::Tab, steering::tabs};

#[derive(Debug)]
struct Row {
    number: String,
    step: String,
    owner: String,
    files: String,
    href: Option<String>,
    rests: String,
    late: String,
    late_href: Option<String>,
}

#[derive(Debug)]
struct Road {
    id: String,
    name: String,
    said: String,
    picture: Picture,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Stuck {
    name: String,
    road: String,
    said: String,
    href: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "steering/flow/now.html")]
struct NowPage {
    page: Page,
    tabs: Vec<Tab>,
    parts: Vec<Tab>,
    narrow: Narrow,
    csv: String,
    jams_csv: String,
    jams: Vec<Stuck>,
    more_jams: usize,
    roads: Vec<Road>,
    empty: Vec<String>,
}

/// How many steps are named where it jams.
const NAMED: usize = 8;

fn party(words: Words, owner: Option<Party>) -> String {
    owner.map_or_else(|| words.t("cases-nobody"), |it| words.name(&it))
}

/// Why a step is in the list, in one sentence.
fn said(words: Words, it: &StepNow) -> String {
    let party = party(words, it.owner);
    let late = [
        ("party", party.clone().into()),
        ("late", it.late.into()),
        ("days", it.days_late.into()),
        ("longest", it.longest.into()),
    ];
    let traffic = [
        ("came", it.came.into()),
        ("went", it.went.into()),
        ("days", i64::from(TRAFFIC_DAYS).into()),
    ];
    let piles = [("party", party.into()), ("files", it.files.into())];
    let first = if it.late > 0 {
        words.t_with("flow-jam-late", &late)
    } else {
        words.t_with("flow-jam-piles", &piles)
    };
    format!("{first} {}", words.t_with("flow-jam-traffic", &traffic))
}

fn stuck(words: Words, app: &App, query: &Query, jam: &Jam, links: bool) -> Stuck {
    let (code, version) = (&jam.route.0, jam.route.1);
    Stuck {
        name: step_name(words, app, (code, version), &jam.now.step),
        road: road_name(words, app, code, version),
        said: said(words, &jam.now),
        href: links.then(|| files_at(query, code, &jam.now.step, jam.now.late > 0)),
    }
}

fn row(
    words: Words,
    app: &App,
    query: &Query,
    (road, at, links): (&RoadNow, usize, bool),
    it: &StepNow,
) -> Row {
    let link = |late: bool| files_at(query, &road.route, &it.step, late);
    Row {
        number: (at + 1).to_string(),
        step: step_name(words, app, (&road.route, road.version), &it.step),
        owner: party(words, it.owner),
        files: words.number(it.files),
        href: (links && it.files > 0).then(|| link(false)),
        rests: words.number(it.rests),
        late: words.number(it.late),
        late_href: (links && it.late > 0).then(|| link(true)),
    }
}

fn drawn(words: Words, app: &App, query: &Query, it: &RoadNow, links: bool) -> Road {
    let name = road_name(words, app, &it.route, it.version);
    let most = it.steps.iter().max_by_key(|step| step.files);
    let most = most.map(|step| step_name(words, app, (&it.route, it.version), &step.step));
    let values = [
        ("files", it.files().into()),
        ("late", it.late().into()),
        ("step", most.unwrap_or_default().into()),
    ];
    let said = words.t_with("flow-road-said", &values);
    let columns: Vec<(String, Vec<u32>)> = it
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            // Late, in time, resting: from below.
            // A file can rest and be late, when an objection is; it stands in the picture once.
            let rests = step.rests.min(step.files.saturating_sub(step.late));
            let moving = step.files.saturating_sub(step.late).saturating_sub(rests);
            ((at + 1).to_string(), vec![step.late, moving, rests])
        })
        .collect();
    let label = format!("{name}. {said}");
    let rows = it.steps.iter().enumerate();
    Road {
        id: format!("road-{}", it.route),
        picture: Picture::columns(&columns, true, label),
        rows: rows.map(|(at, step)| row(words, app, query, (it, at, links), step)).collect(),
        name,
        said,
    }
}

async fn found(app: &App, who: &Who, page: &Page, query: &Query) -> Result<Now, Problem> {
    flow::now(app, who, &asked(query)).await.map_err(problem_on(page))
}

/// `GET /steering/flow`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let now = found(&app, &who, &page, &query).await?;
    let lists = names(&app, &who, &page).await?;
    let words = page.words;
    let links = policy::may(&who, Action::ListCases);
    let jams = flow::jams(&app, &now);
    let (used, empty): (Vec<_>, Vec<_>) = now.roads.iter().partition(|it| it.files() > 0);
    let view = NowPage {
        tabs: tabs(&page, HREF),
        parts: parts(&page, HREF),
        narrow: Narrow::new(words, &app, &who, &lists, &query, (true, Vec::new())),
        csv: with_question("/steering/flow.csv", &query),
        jams_csv: with_question("/steering/flow/jams.csv", &query),
        more_jams: jams.len().saturating_sub(NAMED),
        jams: jams.iter().take(NAMED).map(|it| stuck(words, &app, &query, it, links)).collect(),
        roads: used.into_iter().map(|it| drawn(words, &app, &query, it, links)).collect(),
        empty: empty.into_iter().map(|it| road_name(words, &app, &it.route, it.version)).collect(),
        page: page.titled("flow-now-title"),
    };
    Ok(view.page.render(&view))
}

fn figures(it: &StepNow) -> Vec<String> {
    let figures = [it.files, it.rests, it.late, it.days_late, it.longest, it.came, it.went];
    figures.map(|it| it.to_string()).to_vec()
}

fn heads() -> Vec<String> {
    let names = ["route", "step", "name", "owner", "files", "resting", "late", "days_late"];
    let more = ["longest_late", "came_90_days", "went_90_days"];
    names.into_iter().chain(more).map(str::to_owned).collect()
}

fn line(
    words: Words,
    app: &App,
    (code, version): (&sleutel_domain::RouteCode, u16),
    it: &StepNow,
) -> Vec<String> {
    let name = step_name(words, app, (code, version), &it.step);
    let owner = it.owner.map(|it| it.code().to_owned()).unwrap_or_default();
    let mut cells = vec![code.to_string(), it.step.to_string(), name, owner];
    cells.extend(figures(it));
    cells
}

/// `GET /steering/flow.csv`: every step of every road.
pub(super) async fn download(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let now = found(&app, &who, &page, &query).await?;
    let lines = now.roads.iter().flat_map(|road| {
        let of = (&road.route, road.version);
        road.steps.iter().map(|it| line(page.words, &app, of, it)).collect::<Vec<_>>()
    });
    Ok(csv("flow.csv", [heads()].into_iter().chain(lines)))
}

/// `GET /steering/flow/jams.csv`: where it jams, the worst first.
pub(super) async fn jams_file(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let now = found(&app, &who, &page, &query).await?;
    let jams = flow::jams(&app, &now);
    let lines = jams.iter().map(|it| line(page.words, &app, (&it.route.0, it.route.1), &it.now));
    Ok(csv("jams.csv", [heads()].into_iter().chain(lines)))
}
