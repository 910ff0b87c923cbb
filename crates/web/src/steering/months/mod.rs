//! A year month by month, and homes under way by how far they are.

mod picture;

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App, Who,
    steering::{self, About, MonthLine, YearByMonth},
};
use sleutel_domain::{
    GroupCode, OrganisationCode,
    steering::{Stage, Told, protect},
};
use sleutel_words::Words;

use self::picture::Picture;
use super::{Years, asked_year, tabs};
use crate::{
    Acting, Form, Page, Problem, Query,
    homes::csv,
    refused,
    rounds::names::group_in,
    show::{Choice, Tab},
};

/// The address of the page.
pub(super) const HREF: &str = "/steering/months";

#[derive(Debug)]
struct Row {
    month: String,
    at: String,
    known: String,
    spread: String,
    sum: String,
    even: String,
    season: String,
    ends: String,
}

/// Homes under way of one group or association: its name, each stage, all together.
#[derive(Debug)]
struct UnderWay {
    name: String,
    stages: Vec<String>,
    total: String,
}

#[derive(Debug, Template)]
#[template(path = "steering/months/months.html")]
struct MonthsPage {
    page: Page,
    tabs: Vec<Tab>,
    years: Years,
    year: i16,
    form: Form,
    groups: Vec<Choice>,
    associations: Vec<Choice>,
    about: String,
    said: String,
    rows: Vec<Row>,
    by_month: Picture,
    running: Picture,
    goal: bool,
    now: bool,
    stages: Vec<String>,
    /// One line: all that is looked at.
    whole: Vec<UnderWay>,
    by_group: Vec<UnderWay>,
    by_association: Vec<UnderWay>,
    csv: String,
    under_way_csv: String,
}

async fn load(app: &App, who: &Who, page: &Page, query: &Query) -> Result<YearByMonth, Problem> {
    let group = GroupCode::new(query.get("group")).ok();
    let association = OrganisationCode::new(query.get("association")).ok();
    let about = match (group, association) {
        (Some(group), _) => About::Group(group),
        (None, Some(association)) => About::Association(association),
        (None, None) => About::Everything,
    };
    let year = steering::year_by_month(app, who, asked_year(query, app), about).await;
    year.map_err(refused::problem_on(page))
}

fn month(words: Words, at: usize) -> String {
    words.t(&format!("date-month-{}", at + 1))
}

fn name(words: Words, year: &YearByMonth) -> String {
    match &year.about {
        About::Everything => words.t("months-everything"),
        About::Group(code) => group_name(words, year, code),
        About::Association(code) => association_name(year, code),
    }
}

fn group_name(words: Words, year: &YearByMonth, code: &GroupCode) -> String {
    let found = year.groups.iter().find(|it| it.code == *code);
    found.map_or_else(|| code.to_string(), |it| group_in(words, it))
}

fn association_name(year: &YearByMonth, code: &OrganisationCode) -> String {
    let found = year.associations.iter().find(|it| it.0 == *code);
    found.map_or_else(|| code.to_string(), |it| it.1.clone())
}

fn row(words: Words, at: usize, it: &MonthLine) -> Row {
    let blank = || "–".to_owned();
    let near = |homes: Option<f64>| homes.map_or_else(blank, |it| words.decimal(it, 0));
    let begun = it.sum.is_some();
    Row {
        month: month(words, at),
        at: picture::middle(at),
        known: if begun { words.number(it.known) } else { blank() },
        spread: if begun { words.number(it.spread) } else { blank() },
        sum: it.sum.map_or_else(blank, |it| words.number(it)),
        even: near(it.pace.map(|it| it[0])),
        season: near(it.pace.map(|it| it[1])),
        ends: it.ends.map_or_else(blank, |[low, middle, high]| {
            let values = [("middle", middle.into()), ("low", low.into()), ("high", high.into())];
            words.t_with("steering-ends-band", &values)
        }),
    }
}

fn under_way(words: Words, name: String, counts: &BTreeMap<Stage, u32>) -> UnderWay {
    let of = |stage: Stage| counts.get(&stage).copied().unwrap_or(0);
    UnderWay {
        name,
        stages: Stage::ALL.map(|it| words.number(of(it))).to_vec(),
        total: words.number(counts.values().sum::<u32>()),
    }
}

fn stage(words: Words, stage: Stage) -> String {
    let key = match stage {
        Stage::Agreed => "months-stage-agreed",
        Stage::Offered => "months-stage-offered",
        Stage::Viewing => "months-stage-viewing",
        Stage::Accepted => "months-stage-accepted",
        Stage::Agreements => "months-stage-agreements",
        Stage::Keys => "months-stage-keys",
    };
    words.t(key)
}

/// `GET /steering/months`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let year = load(&app, &who, &page, &query).await?;
    let view = view(page, &app, &query, &year);
    Ok(view.page.render(&view))
}

fn view(page: Page, app: &App, query: &Query, year: &YearByMonth) -> MonthsPage {
    let words = page.words;
    let today = app.today();
    let now = match today.year().cmp(&year.year) {
        std::cmp::Ordering::Less => 0.0,
        std::cmp::Ordering::Greater => 12.0,
        std::cmp::Ordering::Equal => {
            let days = f64::from(today.last_of_month().day());
            f64::from(today.month() - 1) + f64::from(today.day()) / days
        }
    };
    let about = name(words, year);
    let said = {
        let spread: u32 = year.months.iter().map(|it| it.spread).sum();
        let values = [("realised", year.line.realised.into()), ("spread", spread.into())];
        words.t_with("months-said", &values)
    };
    let group = |it: &sleutel_store::numbers::GroupRow| {
        Choice::new(it.code.to_string(), group_in(words, it))
    };
    let of_group = |(code, counts): (&GroupCode, &BTreeMap<Stage, u32>)| {
        under_way(words, group_name(words, year, code), counts)
    };
    let of_association = |(code, counts): (&OrganisationCode, &BTreeMap<Stage, u32>)| {
        under_way(words, association_name(year, code), counts)
    };
    MonthsPage {
        tabs: tabs(&page, HREF),
        years: Years::around(HREF, year.year, app),
        year: year.year,
        form: Form::new()
            .filled("group", query.get("group"))
            .filled("association", query.get("association")),
        groups: year.groups.iter().map(group).collect(),
        associations: year
            .associations
            .iter()
            .map(|(code, name)| Choice::new(code.to_string(), name.clone()))
            .collect(),
        said,
        rows: year.months.iter().enumerate().map(|(at, it)| row(words, at, it)).collect(),
        by_month: picture::by_month(year),
        running: picture::running(year, now),
        goal: year.goal.is_some(),
        now: today.year() == year.year,
        stages: Stage::ALL.map(|it| stage(words, it)).to_vec(),
        whole: vec![under_way(words, about.clone(), &year.under_way)],
        by_group: year.by_group.iter().map(of_group).collect(),
        by_association: year.by_association.iter().map(of_association).collect(),
        csv: format!("/steering/months.csv{}", query.with("page", "")),
        under_way_csv: "/steering/under-way.csv".to_owned(),
        about,
        page: {
            let title = page.t1("months-title", "year", year.year.to_string());
            page.called(title)
        },
    }
}

/// `GET /steering/months.csv`: homes by month. A file leaves the house, so small counts are
/// hidden, with others from which they could be worked out, and there are no running sums. It is of
/// all groups that count: those of one group or association add up to it, and would say the rest.
pub(super) async fn download(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let asked = Query::parse(raw.as_deref());
    let query = Query::parse(Some(&format!("year={}", asked_year(&asked, &app))));
    let year = load(&app, &who, &page, &query).await?;
    let words = page.words;
    let heads = ["months-month", "steering-realised", "months-even", "months-season"];
    let mut rows = vec![heads.map(|key| words.t(key)).to_vec()];
    let each: Vec<u32> = year.months.iter().map(|it| it.known + it.spread).collect();
    let all = flat(&each);
    for (at, (line, homes)) in year.months.iter().zip(all.iter().skip(1)).enumerate() {
        let pace = |which: usize| {
            let sum = line.pace.and_then(|it| it.get(which).copied());
            sum.map(|it| words.decimal(it, 1)).unwrap_or_default()
        };
        let realised = if line.sum.is_some() { told(words, *homes) } else { String::new() };
        rows.push(vec![month(words, at), realised, pace(0), pace(1)]);
    }
    let total = all.first().map(|it| told(words, *it)).unwrap_or_default();
    rows.push(vec![words.t("numbers-total"), total, String::new(), String::new()]);
    Ok(csv(&format!("{}-{}.csv", page.t("months-file"), year.year), rows))
}

/// `GET /steering/under-way.csv`: homes under way by group and by association. Small counts are
/// hidden; there are no totals from which they could be worked out.
pub(super) async fn under_way_file(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    let year = load(&app, &who, &page, &Query::default()).await?;
    let words = page.words;
    let heads = [words.t("steering-file-kind"), words.t("steering-file-name")];
    let mut rows: Vec<Vec<String>> =
        vec![heads.into_iter().chain(Stage::ALL.map(|it| stage(words, it))).collect()];
    let groups = year.by_group.iter();
    let groups: Vec<_> = groups.map(|(code, it)| (group_name(words, &year, code), it)).collect();
    let others = year.by_association.iter();
    let others: Vec<_> = others.map(|(code, it)| (association_name(&year, code), it)).collect();
    for (kind, lines) in [("numbers-group", groups), ("numbers-association", others)] {
        let columns = Stage::ALL.map(|stage| column(&lines, stage));
        for (at, (name, _)) in lines.iter().enumerate() {
            let cells = columns.iter().filter_map(|column| column.get(at + 1));
            let cells = cells.map(|it| told(words, *it));
            rows.push([words.t(kind), name.clone()].into_iter().chain(cells).collect());
        }
    }
    Ok(csv(&format!("{}.csv", page.t("months-under-way-file")), rows))
}

/// What is told of the homes in one stage: all together first, then of each line. Whoever knows
/// the other lines, of groups or of associations, knows how many there are together.
fn column(lines: &[(String, &BTreeMap<Stage, u32>)], stage: Stage) -> Vec<Told> {
    let each = lines.iter().map(|(_, it)| it.get(&stage).copied().unwrap_or(0));
    flat(&each.collect::<Vec<u32>>())
}

/// What is told of counts that add up, and of their sum, which comes first.
fn flat(each: &[u32]) -> Vec<Told> {
    let counts: Vec<u32> = std::iter::once(each.iter().sum()).chain(each.iter().copied()).collect();
    let parents: Vec<Option<usize>> =
        std::iter::once(None).chain(each.iter().map(|_| Some(0))).collect();
    protect(&parents, &counts)
}

fn told(words: Words, it: Told) -> String {
    it.count().map_or_else(|| words.t("places-hidden"), |it| it.to_string())
}
