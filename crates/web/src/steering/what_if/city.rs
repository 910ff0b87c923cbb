//! What our own history says: each assumption with what the product comes with, what history says,
//! from what, and why not where it says nothing.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    what_if::history::{self, CityHistory, LEAST_CAME, LEAST_EVENTS, LEAST_HOUSEHOLDS, Said},
};
use sleutel_words::Words;

use super::{
    HOME,
    city_test::{self, Test},
    city_words::{self, basis, called, figure, in_language, product, why},
    names, refuse,
};
use crate::{Acting, Page, Problem, Query, homes::csv, show::Tab, steering};

/// A row of the table.
#[derive(Debug)]
struct Row {
    name: String,
    unit: String,
    product: String,
    known: bool,
    history: String,
    from: String,
}

/// Assumptions of one part of the city, or of one policy.
#[derive(Debug)]
struct Section {
    id: String,
    title: String,
    open: bool,
    /// How many of how many history says something about.
    used: String,
    known: usize,
    rows: Vec<Row>,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "steering/what_if/city.html")]
struct CityPage {
    page: Page,
    tabs: Vec<Tab>,
    said: String,
    /// Over which time; `None` without any history.
    counted: Option<String>,
    /// Groups put together, and which are in each.
    pools: Vec<(String, String)>,
    sections: Vec<Section>,
    test: Option<Test>,
    too_early: bool,
    how: String,
}

/// `GET /steering/what-if/city`.
pub(super) async fn show(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Response {
    let said = match history::city_history(&app, &who).await {
        Ok(said) => said,
        Err(error) => return refuse(&page, &error),
    };
    let asked = Query::parse(raw.as_deref()).get("test") == "yes";
    let tested = match asked {
        true => match history::back_test(&app, &who).await {
            Ok(tested) => tested,
            Err(error) => return refuse(&page, &error),
        },
        false => None,
    };
    let page = page.titled("calibration-title").under(HOME, "what-if-title");
    let test = tested.map(|it| city_test::test(&page, &it));
    let view = CityPage {
        tabs: steering::tabs(&page, HOME),
        said: summary(page.words, &said),
        counted: said.span.map(|(from, until)| {
            let (from, until) = (page.words.date(from), page.words.date(until));
            page.t2("calibration-counted", "from", from, "until", until)
        }),
        pools: pools(page.words, &said),
        sections: sections(page.words, &said),
        too_early: asked && test.is_none(),
        test,
        how: how(page.words),
        page,
    };
    view.page.render(&view)
}

/// `GET /steering/what-if/city.csv`.
pub(super) async fn download(State(app): State<App>, Acting(who): Acting, page: Page) -> Response {
    let said = match history::city_history(&app, &who).await {
        Ok(said) => said,
        Err(error) => return refuse(&page, &error),
    };
    let words = page.words;
    let heads = ["code", "assumption", "unit", "product", "low", "high", "history", "low_80"];
    let more = ["high_80", "taken", "taken_low", "taken_high", "from"];
    let heads = heads.into_iter().chain(more).map(str::to_owned).collect();
    let written = |it: f64| {
        let text = format!("{it:.6}");
        if words.decimal(0.5, 1).contains(',') { text.replace('.', ",") } else { text }
    };
    let lines = said.rows.iter().map(|row| {
        let three = |it: Option<[f64; 3]>| {
            it.map_or_else(|| vec![String::new(); 3], |it| it.map(written).to_vec())
        };
        let mut cells =
            vec![row.name.clone(), called(words, &said, &row.name), names::unit(words, row.unit)];
        cells.extend(three(row.product));
        let (figure, taken, from) = match &row.said {
            Said::Known(it) => {
                let figure = [it.figure.mean, it.figure.low, it.figure.high];
                (Some(figure), Some(it.taken), basis(words, it))
            }
            Said::Kept(reason) => (None, None, why(words, *reason)),
        };
        cells.extend(three(figure));
        cells.extend(three(taken));
        cells.push(from);
        cells
    });
    csv("history.csv", std::iter::once(heads).chain(lines))
}

/// `GET /steering/what-if/city-test.csv`.
pub(super) async fn test_file(State(app): State<App>, Acting(who): Acting, page: Page) -> Response {
    match history::back_test(&app, &who).await {
        Ok(Some(test)) => csv("history-test.csv", city_test::lines(&page, &test)),
        Ok(None) => Problem::not_found().into_response(),
        Err(error) => refuse(&page, &error),
    }
}

fn summary(words: Words, said: &CityHistory) -> String {
    let values = [
        ("known", said.known().into()),
        ("rows", said.rows.len().into()),
        ("day", words.date(said.day).into()),
        ("fingerprint", said.fingerprint.as_str().into()),
    ];
    words.t_with("calibration-summary", &values)
}

fn how(words: Words) -> String {
    let values = [
        ("came", LEAST_CAME.into()),
        ("events", LEAST_EVENTS.into()),
        ("households", LEAST_HOUSEHOLDS.into()),
    ];
    words.t_with("calibration-how-is", &values)
}

fn pools(words: Words, said: &CityHistory) -> Vec<(String, String)> {
    let pooled = said.groups.iter().filter(|it| it.is_pool());
    let members = |it: &history::TableGroup| {
        let names: Vec<_> =
            it.members.iter().map(|(_, nl, en)| in_language(words, nl, en)).collect();
        words.list(&names)
    };
    pooled.map(|it| (city_words::group(words, it), members(it))).collect()
}

fn sections(words: Words, said: &CityHistory) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for row in &said.rows {
        let (id, title) = city_words::section(words, said, &row.name);
        let at = sections.iter().position(|it| it.id == id).unwrap_or_else(|| {
            let (open, used) = (id == "homes", String::new());
            sections.push(Section { id, title, open, used, known: 0, rows: Vec::new() });
            sections.len() - 1
        });
        let known = matches!(row.said, Said::Known(_));
        let (history, from) = match &row.said {
            Said::Known(it) => (figure(words, it), basis(words, it)),
            Said::Kept(reason) => (String::new(), why(words, *reason)),
        };
        let Some(section) = sections.get_mut(at) else { continue };
        section.known += usize::from(known);
        section.rows.push(Row {
            name: city_words::short(words, said, &row.name),
            unit: names::unit(words, row.unit),
            product: product(words, row.product),
            known,
            history,
            from,
        });
    }
    for it in &mut sections {
        let values = [("known", it.known.into()), ("rows", it.rows.len().into())];
        it.used = words.t_with("calibration-used", &values);
    }
    // What a city decides on itself stands first, as in the form.
    sections.sort_by_key(|it| match it.id.as_str() {
        "homes" => 0,
        "areas" => 1,
        id if id.starts_with("group-") => 2,
        "places" | "support" => 3,
        _ => 4,
    });
    sections
}
