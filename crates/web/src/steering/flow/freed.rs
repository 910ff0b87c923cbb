//! Places that came free by who got the keys of a home.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use jiff::civil::Date;
use sleutel_actions::{
    App, Who,
    flow::{self, FlowFilter, Freed, Pace, Place},
};
use sleutel_words::Words;

use super::{
    FREED, Narrow, asked, names, outside, parts, picture::Picture, problem_on, with_question,
};
use crate::{
    Acting, Page, Problem, Query,
    homes::csv,
    lists::Facet,
    show::{Choice, Tab},
    steering::tabs,
};

/// Counts from one up to this are not shown, as with expected demand: how somebody lived is theirs.
/// The others are rounded to as many, so that a shorter stretch of time or another filter does not
/// say what a longer one hides.
const FEW: u32 = 5;

#[derive(Debug, Template)]
#[template(path = "steering/flow/freed.html")]
struct FreedPage {
    page: Page,
    tabs: Vec<Tab>,
    parts: Vec<Tab>,
    narrow: Narrow,
    csv: String,
    said: String,
    picture: Picture,
    kinds: Vec<String>,
    /// Each stretch of time with a cell for each kind of place.
    rows: Vec<(String, Vec<String>)>,
}

fn kind(words: Words, it: Place) -> String {
    words.t(match it {
        Place::NightShelter => "flow-place-night-shelter",
        Place::Shelter => "flow-place-shelter",
        Place::Institution => "flow-place-institution",
        Place::NoPlace => "flow-place-none",
        Place::Unknown => "flow-place-unknown",
    })
}

fn few(words: Words, count: u32) -> String {
    match count {
        0 => words.number(0),
        1..FEW => words.t_with("demand-few", &[("most", FEW.into())]),
        _ => words.t_with("steering-report-about", &[("count", rounded(count).into())]),
    }
}

/// To the nearest five; nothing that is there to nothing.
fn rounded(count: u32) -> u32 {
    (count + FEW / 2) / FEW * FEW
}

fn stretch(words: Words, pace: Pace, from: Date) -> String {
    let year = from.year().to_string();
    match pace {
        Pace::Year => year,
        Pace::Quarter => {
            let number = i64::from((from.month() - 1) / 3 + 1);
            words.t_with("flow-quarter", &[("quarter", number.into()), ("year", year.into())])
        }
        Pace::Month => {
            let name = words.t(&format!("date-month-{}", from.month()));
            words.t_with("demand-month", &[("month", name.into()), ("year", year.into())])
        }
    }
}

fn paces(words: Words) -> Facet {
    let choice = |it: Pace| {
        let key = match it {
            Pace::Year => "flow-by-year",
            Pace::Quarter => "flow-by-quarter",
            Pace::Month => "flow-by-month",
        };
        Choice::new(it.code(), words.t(key))
    };
    // By year is what nothing chosen means.
    let choices = Pace::ALL.into_iter().filter(|it| *it != Pace::Year);
    Facet::new("by", "flow-by", choices.map(choice).collect())
}

fn picture(pace: Pace, found: &Freed, label: String) -> Picture {
    let columns: Vec<(String, Vec<u32>)> = found
        .stretches
        .iter()
        .map(|(from, counts)| {
            let named = pace == Pace::Year || from.month() == 1;
            let name = if named { from.year().to_string() } else { String::new() };
            // What is too few to tell is drawn half as high as it can be at most.
            let drawn = |it: &u32| if (1..FEW).contains(it) { FEW / 2 } else { rounded(*it) };
            (name, counts.iter().take(3).map(drawn).collect())
        })
        .collect();
    Picture::columns(&columns, false, label)
}

async fn found(
    app: &App,
    who: &Who,
    page: &Page,
    (filter, pace): (FlowFilter, Pace),
) -> Result<Freed, Problem> {
    flow::freed(app, who, &filter, pace).await.map_err(problem_on(page))
}

/// `GET /steering/flow/freed`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let pace = Pace::from_code(query.get("by"));
    let freed = found(&app, &who, &page, (asked(&query), pace)).await?;
    let lists = names(&app, &who, &page).await?;
    let words = page.words;
    let places: u32 = freed.stretches.iter().flat_map(|(_, counts)| counts.iter().take(3)).sum();
    let said = words.t_with("flow-freed-said", &[("places", few(words, places).into())]);
    let rows = freed.stretches.iter().rev().map(|(from, counts)| {
        (stretch(words, pace, *from), counts.iter().map(|it| few(words, *it)).collect())
    });
    let view = FreedPage {
        tabs: tabs(&page, super::HREF),
        parts: parts(&page, FREED),
        narrow: Narrow::new(words, &app, &who, &lists, &query, (true, vec![paces(words)])),
        csv: with_question("/steering/flow/freed.csv", &query),
        picture: picture(pace, &freed, said.clone()),
        said,
        kinds: Place::ALL.into_iter().map(|it| kind(words, it)).collect(),
        rows: rows.collect(),
        page: page.titled("flow-freed-title").under(super::HREF, "steering-tab-flow"),
    };
    Ok(view.page.render(&view))
}

/// `GET /steering/flow/freed.csv`: by year only, so that no smaller stretch tells what a longer one
/// leaves out, and of all files within reach, so that no road or group does; counts under ten are
/// not given exactly.
pub(super) async fn download(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    let freed = found(&app, &who, &page, (FlowFilter::default(), Pace::Year)).await?;
    let words = page.words;
    let heads = ["year"].into_iter().chain(Place::ALL.map(Place::code));
    let rows = freed.stretches.iter().map(|(from, counts)| {
        let mut line = vec![from.year().to_string()];
        line.extend(counts.iter().map(|it| outside(words, *it)));
        line
    });
    Ok(csv("freed.csv", [heads.map(str::to_owned).collect()].into_iter().chain(rows)))
}
