//! A round to take along: a spreadsheet, and a page for paper.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    rounds::{self, Household, LineView, RoundExport, RoundView, UnplacedFilter},
};
use sleutel_domain::{Answer, placement::BoundUse};
use sleutel_exchange::xlsx::{Cell, Head, Sheet, workbook};
use sleutel_store::{Window, placement::DecisionRow};
use sleutel_words::Words;

use super::{
    At,
    asked::asked,
    lines::{Around, Line, moment, reasons, sees_people},
    names::{Names, address, home_facts},
    people::UNPLACED_TABS,
    refuse,
};
use crate::{Acting, Page, Problem, Query};

async fn take(
    app: &App,
    who: &Who,
    page: &Page,
    id: At,
    raw: Option<&str>,
) -> Result<RoundExport, Response> {
    let which = asked(&Query::parse(raw));
    rounds::export(app, who, id.0, which).await.map_err(|error| refuse(page, &error))
}

/// `GET /rounds/{id}/export.xlsx`.
pub(super) async fn spreadsheet(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    id: At,
    RawQuery(raw): RawQuery,
) -> Response {
    let taken = match take(&app, &who, &page, id, raw.as_deref()).await {
        Ok(taken) => taken,
        Err(answer) => return answer,
    };
    let words = page.words;
    let around = Around {
        words,
        zone: &app.zone,
        who: &who,
        view: &taken.view,
        names: Names::of_view(words, &taken.view),
        live: false,
    };
    let mut sheets = vec![lines(&around)];
    if sees_people(&who) {
        sheets.push(unplaced(&around, &taken));
    }
    sheets.extend([empty(&around), bounds(&around), fixings(&around), decisions(&around)]);
    match workbook(app.today(), &sheets) {
        Ok(bytes) => {
            let name = format!("attachment; filename=\"round-{}.xlsx\"", taken.view.round.held_on);
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            let headers = [
                (header::CONTENT_TYPE, kind.to_owned()),
                (header::CONTENT_DISPOSITION, name),
                (header::CACHE_CONTROL, "private, no-store".to_owned()),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a round could not be written as a spreadsheet");
            Problem::internal().into_response()
        }
    }
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn sheet(around: &Around<'_>, name: &str, heads: &[(&str, u16)], rows: Vec<Vec<Cell>>) -> Sheet {
    let words = around.words;
    let round = &around.view.round;
    Sheet {
        name: words.t(name),
        title: words.t_with(
            "rounds-sheet-title",
            &[
                ("name", round.name.as_str().into()),
                ("date", words.date(round.held_on).into()),
                ("what", words.t(name).into()),
            ],
        ),
        heads: heads
            .iter()
            .map(|(key, width)| Head { title: words.t(key), width: *width })
            .collect(),
        rows,
    }
}

fn who_cells(around: &Around<'_>, household: &Household) -> [Cell; 4] {
    [
        text(household.reference.as_str()),
        household.name.clone().map_or(Cell::Empty, Cell::Text),
        text(around.names.group_name(&household.group)),
        match household.people {
            Answer::Known(people) => Cell::Int(i64::from(people)),
            Answer::Unknown => Cell::Empty,
        },
    ]
}

fn decision_cells(around: &Around<'_>, row: Option<&DecisionRow>) -> [Cell; 4] {
    row.map_or([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty], |row| {
        [
            text(around.words.name(&row.verdict)),
            text(row.reason.as_str()),
            text(row.actor.as_str()),
            text(moment(around.words, row.at, around.zone)),
        ]
    })
}

fn line_cells(around: &Around<'_>, line: &LineView) -> Vec<Cell> {
    let home = &line.home;
    let mut cells = vec![
        text(line.placement.vacancy.as_str()),
        text(address(home)),
        text(around.names.place_of(home)),
        text(around.association(home.association.as_str())),
        Cell::Int(i64::from(home.facts.rooms)),
        Cell::Money(home.facts.rent),
    ];
    cells.extend(who_cells(around, &line.household));
    cells.push(Cell::Int(i64::from(line.placement.weeks_waited)));
    cells.push(Cell::Int(i64::from(line.placement.fit.total())));
    cells.push(text(reasons(around.words, line).join(" ")));
    cells.extend(decision_cells(around, line.decision.as_ref()));
    cells
}

fn lines(around: &Around<'_>) -> Sheet {
    let heads = [
        ("rounds-vacancy", 12),
        ("rounds-home", 26),
        ("rounds-place", 26),
        ("rounds-association", 22),
        ("rounds-rooms", 9),
        ("rounds-rent", 10),
        ("rounds-reference", 12),
        ("rounds-person-name", 22),
        ("rounds-group", 26),
        ("rounds-people-head", 9),
        ("rounds-weeks-head", 9),
        ("rounds-points", 9),
        ("rounds-reasons", 44),
        ("rounds-decision", 14),
        ("rounds-reason", 30),
        ("rounds-who", 28),
        ("rounds-when", 24),
    ];
    let rows = around.view.lines.iter().map(|line| line_cells(around, line)).collect();
    sheet(around, "rounds-lines", &heads, rows)
}

fn unplaced(around: &Around<'_>, taken: &RoundExport) -> Sheet {
    let heads = [
        ("rounds-reference", 12),
        ("rounds-person-name", 22),
        ("rounds-group", 26),
        ("rounds-people-head", 9),
        ("rounds-possible-head", 9),
        ("rounds-why", 80),
    ];
    let rows = taken
        .unplaced
        .iter()
        .map(|(household, it)| {
            let mut cells = who_cells(around, household).to_vec();
            cells.push(Cell::Int(i64::from(it.possible)));
            cells.push(text(around.words.why_not(&it.why, &around.names)));
            cells
        })
        .collect();
    sheet(around, "rounds-unplaced-title", &heads, rows)
}

fn empty(around: &Around<'_>) -> Sheet {
    let heads = [
        ("rounds-vacancy", 12),
        ("rounds-home", 26),
        ("rounds-place", 26),
        ("rounds-association", 22),
        ("rounds-what", 44),
        ("rounds-why", 60),
    ];
    let all = around.view.current.iter().flat_map(|(_, solved)| &solved.proposal.empty);
    let rows = all
        .filter_map(|it| {
            let home = around.view.homes.get(&it.vacancy)?;
            Some(vec![
                text(it.vacancy.as_str()),
                text(address(home)),
                text(around.names.place_of(home)),
                text(around.association(home.association.as_str())),
                text(home_facts(around.words, home).join(" · ")),
                text(around.words.why_empty(&it.why, &around.names)),
            ])
        })
        .collect();
    sheet(around, "rounds-empty", &heads, rows)
}

fn bound_cells(around: &Around<'_>, used: &BoundUse) -> Vec<Cell> {
    vec![
        text(around.words.bound(&used.bound, &around.names)),
        Cell::Int(i64::from(used.before)),
        Cell::Int(i64::from(used.after)),
        Cell::Int(i64::from(used.lower)),
        used.upper.map_or(Cell::Empty, |upper| Cell::Int(i64::from(upper))),
    ]
}

fn bounds(around: &Around<'_>) -> Sheet {
    let heads = [
        ("rounds-numbers-name", 34),
        ("rounds-numbers-before", 10),
        ("rounds-numbers-after", 10),
        ("rounds-numbers-lower", 10),
        ("rounds-numbers-upper", 10),
    ];
    let all = around.view.current.iter().flat_map(|(_, solved)| &solved.proposal.bounds);
    let rows = all.map(|it| bound_cells(around, it)).collect();
    sheet(around, "rounds-numbers", &heads, rows)
}

fn fixings(around: &Around<'_>) -> Sheet {
    let heads = [
        ("rounds-fix-what", 14),
        ("rounds-vacancy", 12),
        ("rounds-home", 26),
        ("rounds-reference", 12),
        ("rounds-reason", 34),
        ("rounds-who", 28),
        ("rounds-when", 24),
    ];
    let rows = around
        .view
        .fixings
        .iter()
        .map(|it| {
            vec![
                text(around.words.name(&it.fixing.kind)),
                text(it.fixing.vacancy.as_str()),
                text(around.names.address(&it.fixing.vacancy)),
                text(it.fixing.reference.as_str()),
                text(it.fixing.reason.as_str()),
                text(it.fixing.actor.as_str()),
                text(moment(around.words, it.fixing.at, around.zone)),
            ]
        })
        .collect();
    sheet(around, "rounds-fixed", &heads, rows)
}

fn decisions(around: &Around<'_>) -> Sheet {
    let heads = [
        ("rounds-vacancy", 12),
        ("rounds-home", 26),
        ("rounds-reference", 12),
        ("rounds-decision", 14),
        ("rounds-reason", 34),
        ("rounds-who", 28),
        ("rounds-when", 24),
    ];
    let on_lines = around.view.lines.iter().filter_map(|it| it.decision.as_ref());
    let before = around.view.decided_before.iter().map(|(row, _)| row);
    let rows = on_lines
        .chain(before)
        .map(|row| {
            let mut cells = vec![
                text(row.vacancy.as_str()),
                text(around.names.address(&row.vacancy)),
                text(row.reference.as_str()),
            ];
            cells.extend(decision_cells(around, Some(row)));
            cells
        })
        .collect();
    sheet(around, "rounds-decisions", &heads, rows)
}

/// A round on paper.
#[derive(Debug, Template)]
#[template(path = "rounds/print.html")]
struct PrintPage {
    page: Page,
    base: String,
    about: String,
    made: Option<String>,
    lines: Vec<Line>,
    hidden: usize,
    /// Homes that stay empty, those with the same reason together.
    empty: Vec<(String, Vec<String>)>,
    /// How many are without a home for each reason: a list of all helps nobody on paper.
    without: Vec<(String, usize)>,
}

/// `GET /rounds/{id}/print`.
pub(super) async fn print(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    id: At,
    RawQuery(raw): RawQuery,
) -> Response {
    let which = asked(&Query::parse(raw.as_deref()));
    let found = async {
        let view = rounds::paper(&app, &who, id.0, which).await?;
        let counts = match &view.current {
            Some((row, _)) if sees_people(&who) => {
                let (filter, window) = (UnplacedFilter::default(), Window { offset: 0, limit: 0 });
                rounds::unplaced(&app, &who, id.0, row.id, &filter, window).await?.1
            }
            Some(_) | None => BTreeMap::new(),
        };
        Ok::<_, ActionError>((view, counts))
    };
    let (view, counts) = match found.await {
        Ok(found) => found,
        Err(error) => return refuse(&page, &error),
    };
    let base = format!("/rounds/{}", id.0);
    let name = view.round.name.as_str();
    let page = page.called(name).under("/rounds", "nav-rounds").under(&base, "rounds-one");
    let view = paper(&app, &who, page, base, &view, &counts);
    view.page.render(&view)
}

fn paper(
    app: &App,
    who: &Who,
    page: Page,
    base: String,
    view: &RoundView,
    counts: &BTreeMap<&'static str, usize>,
) -> PrintPage {
    let words = page.words;
    let names = Names::of_view(words, view);
    let around = Around { words, zone: &app.zone, who, view, names, live: false };
    let current = view.current.as_ref();
    let mut empty: Vec<(String, Vec<String>)> = Vec::new();
    for it in current.iter().flat_map(|(_, solved)| &solved.proposal.empty) {
        let (why, home) = (words.why_empty(&it.why, &names), names.address(&it.vacancy));
        match empty.iter_mut().find(|(other, _)| *other == why) {
            Some((_, homes)) => homes.push(home),
            None => empty.push((why, vec![home])),
        }
    }
    PrintPage {
        about: super::aside::about(&page, view),
        made: current.map(|(row, _)| made(words, row, &around)),
        lines: view.lines.iter().map(|it| around.line(it)).collect(),
        hidden: view.hidden,
        empty,
        without: UNPLACED_TABS
            .iter()
            .filter_map(|(code, key)| Some((words.t(key), *counts.get(code)?)))
            .collect(),
        base,
        page,
    }
}

fn made(words: Words, row: &sleutel_store::placement::ProposalRow, around: &Around<'_>) -> String {
    words.t_with(
        "rounds-proposal-line",
        &[
            ("number", row.number.into()),
            ("when", moment(words, row.at, around.zone).into()),
            ("who", row.actor.as_str().into()),
            ("placed", row.placed.into()),
        ],
    )
}
