//! How the year goes: realised, where it ends, and what is off.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App, Who,
    steering::{self, AGAINST, Line, Measured, YearSoFar},
};
use sleutel_domain::steering::Warning;
use sleutel_words::Words;

use super::{
    Years, asked_year,
    picture::{Column, EndBar, columns},
    tabs,
};
use crate::{
    Acting, Form, Page, Problem, Query,
    homes::csv,
    listing::SortHead,
    refused,
    rounds::names::{group_in, main_group},
    show::{Choice, Tab, Tone},
};

#[derive(Debug)]
struct Row {
    name: String,
    note: String,
    line: Line,
    bar: EndBar,
    realised: String,
    ends: String,
    goal: String,
    warning: Option<(Tone, String)>,
}

#[derive(Debug, Template)]
#[template(path = "steering/now.html")]
struct NowPage {
    page: Page,
    tabs: Vec<Tab>,
    years: Years,
    year: i16,
    form: Form,
    margins: Vec<Choice>,
    total: Row,
    total_off: Option<String>,
    said: String,
    agreement: Option<String>,
    waiting: Vec<(String, String)>,
    warned: Vec<(String, String)>,
    heads: Vec<SortHead>,
    groups: Vec<Row>,
    main_groups: Vec<Row>,
    associations: Vec<Row>,
    columns: Vec<Column>,
    width: u64,
    parts: Vec<String>,
    over: bool,
}

const MARGINS: [u8; 4] = [5, 10, 15, 25];

fn name_of(words: Words, what: &Measured) -> (String, String) {
    match what {
        Measured::Group(group) => {
            let note = if group.counts { String::new() } else { words.t("steering-not-counted") };
            (group_in(words, group), note)
        }
        Measured::MainGroup(it) => (main_group(words, *it), String::new()),
        Measured::Association { name, .. } => (name.clone(), String::new()),
    }
}

fn ends(words: Words, line: &Line) -> String {
    let [low, middle, high] = line.ends;
    if low == high {
        return words.number(middle);
    }
    let values = [("middle", middle.into()), ("low", low.into()), ("high", high.into())];
    words.t_with("steering-ends-band", &values)
}

fn goal(words: Words, line: &Line) -> String {
    let Some(goal) = line.goal else { return words.t("steering-goal-none") };
    match goal.most {
        Some(most) if most == goal.least => words.number(most),
        Some(most) => words.t_with(
            "steering-goal-between",
            &[("least", goal.least.into()), ("most", most.into())],
        ),
        None => words.t_with("steering-goal-least", &[("least", goal.least.into())]),
    }
}

fn warning(words: Words, warning: Warning) -> (Tone, String) {
    let chance = ("chance", sure(words, warning.chance()).into());
    match warning {
        Warning::Short { .. } => (Tone::Bad, words.t_with("steering-warning-short", &[chance])),
        Warning::Over { .. } => (Tone::Attention, words.t_with("steering-warning-over", &[chance])),
    }
}

/// How sure, in percent; nothing that has to come still is certain.
fn sure(words: Words, chance: f64) -> String {
    words.percent(chance.min(0.99), 0)
}

fn row(words: Words, (name, note): (String, String), line: &Line) -> Row {
    let realised = words.number(line.realised);
    let realised = match line.keys_to_come {
        0 => realised,
        keys => words.t_with(
            "steering-realised-keys",
            &[("realised", realised.into()), ("keys", keys.into())],
        ),
    };
    Row {
        name,
        note,
        line: *line,
        bar: EndBar::of(line),
        realised,
        ends: ends(words, line),
        goal: goal(words, line),
        warning: line.warning.map(|it| warning(words, it)),
    }
}

/// In a sentence what a group is off by, for the list at the top.
fn off(words: Words, row: &Row, against: u8) -> Option<(String, String)> {
    let warning = row.line.warning?;
    let goal = row.line.goal?;
    let (key, bound) = match warning {
        Warning::Short { .. } => ("steering-off-short", goal.least),
        Warning::Over { .. } => ("steering-off-over", goal.most.unwrap_or(goal.least)),
    };
    let values = [
        ("against", against.into()),
        ("bound", bound.into()),
        ("middle", row.line.ends[1].into()),
        ("chance", sure(words, warning.chance()).into()),
    ];
    Some((row.name.clone(), words.t_with(key, &values)))
}

/// The more certain, the earlier.
fn urgency(row: &Row) -> f64 {
    row.line.warning.map_or(0.0, Warning::chance)
}

fn margin(query: &Query) -> u8 {
    let asked = query.get("margin").parse().ok();
    asked.filter(|it| MARGINS.contains(it)).unwrap_or(AGAINST)
}

/// The year that is asked for, with its margin.
async fn load(app: &App, who: &Who, page: &Page, query: &Query) -> Result<YearSoFar, Problem> {
    let (asked, against) = (asked_year(query, app), margin(query));
    let year = steering::year_so_far(app, who, asked, against).await;
    year.map_err(refused::problem_on(page))
}

/// `GET /steering`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let year = load(&app, &who, &page, &query).await?;
    let view = now_page(page, &app, &query, &year);
    Ok(view.page.render(&view))
}

fn now_page(page: Page, app: &App, query: &Query, year: &YearSoFar) -> NowPage {
    let words = page.words;
    let rows = |all: &[(Measured, Line)]| -> Vec<Row> {
        all.iter().map(|(what, line)| row(words, name_of(words, what), line)).collect()
    };
    let mut groups = rows(&year.groups);
    let warned: Vec<_> = {
        let mut warned: Vec<&Row> = groups.iter().filter(|it| it.line.warning.is_some()).collect();
        warned.sort_by(|a, b| urgency(b).total_cmp(&urgency(a)).then(a.name.cmp(&b.name)));
        warned.into_iter().filter_map(|it| off(words, it, year.against)).collect()
    };
    let sorted = query.sort(&["name", "realised", "ends"], ("warning", false));
    groups.sort_by(|a, b| {
        let by_name = a.name.cmp(&b.name);
        let order = match sorted.0 {
            "realised" => a.line.realised.cmp(&b.line.realised).then(by_name),
            "name" => by_name,
            "ends" => a.line.ends[1].cmp(&b.line.ends[1]).then(by_name),
            _ => urgency(b).total_cmp(&urgency(a)).then(by_name),
        };
        if sorted.1 { order.reverse() } else { order }
    });
    let head = |column, key, numeric| SortHead::new(query, sorted, column, key, numeric);
    let total = row(words, (words.t("numbers-total"), String::new()), &year.total);
    let over = year.days.1 == 0;
    let total_off = off(words, &total, year.against).map(|(_, text)| text).filter(|_| !over);
    let parts: Vec<_> = year
        .before
        .last()
        .map(|it| it.realised.iter().map(|(main, _)| *main).collect())
        .unwrap_or_default();
    let drawn: Vec<_> = year
        .before
        .iter()
        .map(|it| {
            let of = |main: &_| {
                let found = it.realised.iter().find(|(one, _)| one == main);
                found.map_or(0, |(_, homes)| *homes)
            };
            (it.year.to_string(), parts.iter().map(of).collect(), it.agreed)
        })
        .collect();
    let columns = columns(&drawn);
    let said = {
        let values = [
            ("realised", year.total.realised.into()),
            ("ends", total.ends.clone().into()),
            ("goal", total.goal.clone().into()),
            ("left", year.days.1.into()),
        ];
        let key = match (over, year.total.goal.is_some()) {
            (true, true) => "steering-said-over",
            (true, false) => "steering-said-over-open",
            (false, true) => "steering-said",
            (false, false) => "steering-said-open",
        };
        words.t_with(key, &values)
    };
    let waiting = year.waiting.iter().map(|number| {
        let href = format!("/steering/shares/{}/{number}", year.year);
        (href, words.t_with("steering-waits", &[("number", (*number).into())]))
    });
    let agreement = year
        .agreement
        .as_ref()
        .map(|it| words.t_with("steering-agreed-version", &[("version", it.version.into())]));
    let form = Form::new()
        .filled("margin", year.against.to_string())
        .filled("year", year.year.to_string());
    let choice = |it: &u8| {
        let label = words.t_with("steering-margin-of", &[("percent", (*it).into())]);
        Choice::new(it.to_string(), label)
    };
    NowPage {
        tabs: tabs(&page, "/steering"),
        years: Years::around("/steering", year.year, app),
        year: year.year,
        form,
        margins: MARGINS.iter().map(choice).collect(),
        said,
        agreement,
        waiting: waiting.collect(),
        warned,
        heads: vec![
            head("name", "numbers-group", false),
            head("realised", "steering-realised", false),
            head("ends", "steering-ends", false),
        ],
        groups,
        total,
        total_off,
        main_groups: rows(&year.main_groups),
        associations: rows(&year.associations),
        width: super::picture::PACE * u64::try_from(columns.len()).unwrap_or(1),
        columns,
        parts: parts.into_iter().map(|it| main_group(words, it)).collect(),
        over,
        page: {
            let title = page.t1("steering-title", "year", year.year.to_string());
            page.called(title)
        },
    }
}

/// `GET /steering.csv`: every line with its figures.
pub(super) async fn download(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let words = page.words;
    let year = load(&app, &who, &page, &query).await?;
    let mut rows = vec![CSV_HEADS.map(|key| words.t(key)).to_vec()];
    let all = year.main_groups.iter().chain(&year.groups).chain(&year.associations);
    for (what, line) in all {
        let (kind, code) = match what {
            Measured::Group(group) => ("numbers-group", group.code.to_string()),
            Measured::MainGroup(it) => ("numbers-main-group", it.code().to_owned()),
            Measured::Association { code, .. } => ("numbers-association", code.to_string()),
        };
        let (name, _) = name_of(words, what);
        let mut cells = vec![words.t(kind), code, name];
        cells.extend(figures(words, line));
        rows.push(cells);
    }
    let mut total = vec![words.t("numbers-total"), String::new(), words.t("steering-all")];
    total.extend(figures(words, &year.total));
    rows.push(total);
    Ok(csv(&format!("steering-{}.csv", year.year), rows))
}

/// The heads of the file, in the order of its columns.
const CSV_HEADS: [&str; 12] = [
    "steering-file-kind",
    "homes-column-code",
    "steering-file-name",
    "steering-realised",
    "steering-file-keys",
    "areas-column-floor",
    "areas-column-ceiling",
    "steering-file-ends-low",
    "steering-file-ends-middle",
    "steering-file-ends-high",
    "steering-file-warning",
    "steering-file-chance",
];

fn figures(words: Words, line: &Line) -> Vec<String> {
    let blank = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
    let warned = line.warning.map(|it| {
        let key = match it {
            Warning::Short { .. } => "steering-file-short",
            Warning::Over { .. } => "steering-file-over",
        };
        (words.t(key), sure(words, it.chance()))
    });
    let (warning, chance) = warned.unwrap_or_default();
    let mut cells = vec![line.realised.to_string(), line.keys_to_come.to_string()];
    cells.push(blank(line.goal.map(|it| it.least)));
    cells.push(blank(line.goal.and_then(|it| it.most)));
    cells.extend(line.ends.map(|it| it.to_string()));
    cells.extend([warning, chance]);
    cells
}
