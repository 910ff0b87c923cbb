//! A report as a page, as a PDF and as figures.

use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse as _, Response},
};
use sleutel_actions::{
    App,
    steering::{self, report::Report},
};
use sleutel_domain::{access::Language, steering::report::Audience};
use sleutel_papers::{Column, Part, Report as Paper};
use sleutel_words::Words;

use super::{
    HOME,
    body::{Body, Reading},
    title,
};
use crate::{
    Acting, Page, Problem, Query, homes, paper, refused,
    show::Tab,
    steering::{
        picture::{HEIGHT, PACE},
        year::when,
    },
};

/// A part of the report as the page draws it.
#[derive(Debug)]
struct Drawn {
    part: Part,
    /// What names a table: the number of its heading.
    by: usize,
    columns: Vec<DrawnColumn>,
    width: u64,
}

/// A column in the numbers of the picture.
#[derive(Debug)]
struct DrawnColumn {
    x: u64,
    label: String,
    total: String,
    top: u64,
    /// Which part, where it begins from above, how high it is.
    parts: Vec<(usize, u64, u64)>,
    mark: Option<u64>,
}

fn drawn_column(at: u64, column: &Column) -> DrawnColumn {
    let high = |part: u16| u64::from(part) * HEIGHT / 1_000;
    let mut below = 0;
    let parts = column.parts.iter().enumerate().map(|(which, part)| {
        let from = high(below);
        below += part;
        (which, HEIGHT - high(below), high(below) - from)
    });
    let parts: Vec<_> = parts.collect();
    DrawnColumn {
        x: at * PACE,
        label: column.label.clone(),
        total: column.total.clone(),
        top: HEIGHT - high(below),
        parts,
        mark: column.mark.map(|it| HEIGHT - high(it)),
    }
}

fn drawn(parts: Vec<Part>) -> Vec<Drawn> {
    let mut by = 0;
    let each = parts.into_iter().map(|part| {
        if let Part::Heading { .. } = part {
            by += 1;
        }
        let columns: Vec<_> = if let Part::Columns { columns, .. } = &part {
            (0_u64..).zip(columns).map(|(at, it)| drawn_column(at, it)).collect()
        } else {
            Vec::new()
        };
        let width = PACE * u64::try_from(columns.len()).unwrap_or(1);
        Drawn { part, by, columns, width }
    });
    each.collect()
}

#[derive(Debug, Template)]
#[template(path = "steering/report/show.html")]
struct ShowPage {
    page: Page,
    audiences: Vec<Tab>,
    here: String,
    audience: &'static str,
    made: String,
    lead: Vec<String>,
    parts: Vec<Drawn>,
}

fn audience(query: &Query) -> Audience {
    Audience::from_code(query.get("for")).unwrap_or(Audience::Partners)
}

async fn load(
    app: &App,
    who: &sleutel_actions::Who,
    page: &Page,
    (year, number): (i16, u32),
) -> Result<Report, Problem> {
    steering::report::report(app, who, year, number).await.map_err(refused::problem_on(page))
}

/// `GET /steering/report/{year}/{number}`, `?for=public` without small numbers.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(which): Path<(i16, u32)>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let report = load(&app, &who, &page, which).await?;
    let audience = audience(&Query::parse(raw.as_deref()));
    let words = page.words;
    let here = format!("{HOME}/{}/{}", which.0, which.1);
    let tab = |it: Audience| Tab {
        href: format!("{here}?for={}", it.code()),
        label: words.t(match it {
            Audience::Partners => "steering-report-for-partners",
            Audience::Public => "steering-report-for-public",
        }),
        current: it == audience,
    };
    let Body { lead, parts } = Reading { words, audience, report: &report }.body();
    let values = [
        ("who", report.row.actor.clone().into()),
        ("when", when(&app, words, report.row.at).into()),
    ];
    let view = ShowPage {
        audiences: Audience::ALL.into_iter().map(tab).collect(),
        here,
        audience: audience.code(),
        made: words.t_with("steering-report-made", &values),
        lead,
        parts: drawn(parts),
        page: page.called(title(words, &report.row)).under(HOME, "steering-report-tab"),
    };
    Ok(view.page.render(&view))
}

/// `GET /steering/report/{year}/{number}/report.pdf`, in `?language=nl` or `en`.
pub(super) async fn pdf(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(which): Path<(i16, u32)>,
    RawQuery(raw): RawQuery,
) -> Response {
    let report = match load(&app, &who, &page, which).await {
        Ok(report) => report,
        Err(problem) => return problem.into_response(),
    };
    let query = Query::parse(raw.as_deref());
    let words = Language::from_code(query.get("language")).map_or(page.words, Words::new);
    let audience = audience(&query);
    let Body { lead, parts } = Reading { words, audience, report: &report }.body();
    let subject = title(words, &report.row);
    let (year, number) = which;
    let mut frame = paper::frame(&app, &page, words, &subject, &format!("{year}/{number}"));
    frame.date = report.row.on;
    let report = Paper { frame, subject, lead, body: parts };
    let public = if audience == Audience::Public { "-public" } else { "" };
    let name = format!(
        "{}-{year}-{number}{public}-{}.pdf",
        words.t("steering-report-file"),
        words.language().code()
    );
    paper::download(&page, &name, move |press| press.report(&report)).await
}

/// `GET /steering/report/{year}/{number}/report.csv`: every line with its figures.
pub(super) async fn csv(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(which): Path<(i16, u32)>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let report = load(&app, &who, &page, which).await?;
    let audience = audience(&Query::parse(raw.as_deref()));
    let words = page.words;
    let rows = Reading { words, audience, report: &report }.rows();
    let (year, number) = which;
    let public = if audience == Audience::Public { "-public" } else { "" };
    let name = format!("{}-{year}-{number}{public}.csv", words.t("steering-report-file"));
    Ok(homes::csv(&name, rows))
}
