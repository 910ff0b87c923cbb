//! The table as a file.

use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{App, Who, homes};
use sleutel_exchange::xlsx::{Cell, Sheet};
use sleutel_words::Words;

use super::{
    city::{self, City},
    overview::Look,
};
use crate::{Acting, Page, Problem, Query, homes::download, refused};

const HEADS: [(&str, u16); 13] = [
    ("homes-column-code", 18),
    ("areas-column-name", 30),
    ("areas-column-level", 16),
    ("areas-column-within", 26),
    ("homes-free", 12),
    ("areas-column-realised", 12),
    ("areas-column-floor", 12),
    ("areas-column-ceiling", 12),
    ("areas-column-room", 12),
    ("areas-load-carried", 18),
    ("areas-load-most", 18),
    ("areas-households", 14),
    ("areas-column-share", 18),
];

async fn rows(
    app: &App,
    who: &Who,
    page: &Page,
    raw: Option<&str>,
) -> Result<Vec<Vec<Cell>>, Problem> {
    let map = homes::city_map(app, who).await.map_err(refused::problem_on(page))?;
    let city = City::new(&map);
    let look = Look::read(&city, &Query::parse(raw)).ok_or_else(Problem::not_found)?;
    Ok(look.rows.iter().filter_map(|at| row(page.words, &city, *at)).collect())
}

fn row(words: Words, city: &City<'_>, at: usize) -> Option<Vec<Cell>> {
    let part = city.part(at)?;
    let number = |number: u32| Cell::Int(number.into());
    let some = |it: Option<u32>| it.map_or(Cell::Empty, number);
    Some(vec![
        download::text(city::code(part)?.to_string()),
        download::text(part.name.clone()),
        download::text(words.name(&part.level)),
        download::text(city.within(at)),
        number(part.free),
        number(part.agreed.realised),
        number(part.agreed.lower),
        some(part.agreed.upper),
        some(part.room),
        some(part.load.map(|it| it.carried)),
        some(part.load.map(|it| it.upper)),
        some(city.households(at)),
        city.share(at).map_or(Cell::Empty, |it| download::text(words.decimal(it, 1))),
    ])
}

/// `GET /areas.xlsx`: the table of `/areas` with the same question, all rows.
pub(crate) async fn table_xlsx(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let rows = rows(&app, &who, &page, raw.as_deref()).await?;
    let today = app.today();
    let sheet = Sheet {
        name: page.t("nav-areas"),
        title: page.t1("areas-title", "year", today.year().to_string()),
        heads: HEADS.map(|(key, width)| download::head(page.t(key), width)).to_vec(),
        rows,
    };
    download::workbook("areas.xlsx", today, sheet)
}

/// `GET /areas.csv`: the same.
pub(crate) async fn table_csv(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let rows = rows(&app, &who, &page, raw.as_deref()).await?;
    let heads = HEADS.map(|(key, _)| page.t(key)).to_vec();
    let texts = rows.into_iter().map(|row| row.iter().map(text).collect());
    Ok(download::csv("areas.csv", std::iter::once(heads).chain(texts)))
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Int(number) => number.to_string(),
        Cell::Money(amount) => format!("{}.{:02}", amount.get() / 100, amount.get() % 100),
        Cell::Date(date) => date.to_string(),
        Cell::Empty => String::new(),
    }
}
