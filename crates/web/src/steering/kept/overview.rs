use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App,
    steering::kept::{self, AgreementKept},
};
use sleutel_domain::steering::kept::Figure;

use super::{HREF, against, figure, one_href, problem_on, short, year_of};
use crate::{
    Acting, Page, Problem, Query,
    show::{Bar, Tab, Tone},
    steering::{Years, tabs},
};

#[derive(Debug)]
struct Line {
    number: u8,
    name: String,
    href: String,
    kept: String,
    bar: Option<Bar>,
    target: String,
    against: Option<(String, Tone)>,
    quarters: Vec<(String, String)>,
    obstacles: Vec<(String, String)>,
    new_obstacle: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "steering/kept/overview.html")]
struct Overview {
    page: Page,
    tabs: Vec<Tab>,
    years: Years,
    csv: String,
    lines: Vec<Line>,
}

/// How often it was kept against how often it has to be, in percent.
pub(super) fn bar(kept: Figure, target: u8) -> Option<Bar> {
    let Figure::Shown(it) = kept else { return None };
    let done = u32::from(it.percent().unwrap_or_default());
    // A bar that is as long as it can be is not a ceiling that was reached.
    Some(Bar { done, added: 0, lower: u32::from(target), upper: Some(101) })
}

fn line(page: &Page, year: i16, may_add: bool, it: &AgreementKept) -> Line {
    let words = page.words;
    let asked = it.year();
    let whole = asked.and_then(|it| it.kept).map(|it| it.whole);
    let target = asked.map_or(kept::TARGET, |it| it.target.percent);
    let missed = matches!(whole, Some(Figure::Shown(it)) if it.kept < it.counted);
    let quarters =
        asked.and_then(|it| it.kept).map(|it| it.quarters).unwrap_or([Figure::Nothing; 4]);
    let quarter = |(at, it): (u32, &Figure)| {
        (page.t1("work-agreements-quarter", "number", at), short(words, *it))
    };
    let number = it.agreement.number();
    Line {
        number,
        name: words.name(&it.agreement),
        href: one_href(it.agreement, year),
        kept: whole.map_or_else(|| words.t("work-agreements-not-measured"), |it| figure(words, it)),
        bar: whole.and_then(|it| bar(it, target)),
        target: page.t1("work-agreements-percent-short", "percent", u32::from(target)),
        against: whole.and_then(|it| against(words, it, target)),
        quarters: (1..).zip(&quarters).map(quarter).collect(),
        obstacles: it
            .obstacles
            .iter()
            .map(|(number, title)| (crate::steering::obstacles::href(*number), title.clone()))
            .collect(),
        new_obstacle: (may_add && missed)
            .then(|| format!("/steering/obstacles/new?agreement={number}&year={year}")),
    }
}

/// `GET /steering/agreements`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let year = year_of(&query, &app);
    let found = kept::view(&app, &who, year, None).await.map_err(problem_on(&page))?;
    let lines = found.agreements.iter();
    let view = Overview {
        tabs: tabs(&page, HREF),
        years: Years::around(HREF, year, &app).until(app.today().year()),
        csv: format!("/steering/agreements.csv?year={year}"),
        lines: lines.map(|it| line(&page, year, found.may_add_obstacle, it)).collect(),
        page: {
            let title = page.t1("work-agreements-title", "year", year.to_string());
            page.called(title)
        },
    };
    Ok(view.page.render(&view))
}
