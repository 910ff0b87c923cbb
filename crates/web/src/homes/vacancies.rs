//! What is free, what has been decided, what was taken back.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{App, homes};
use sleutel_domain::homes::{Place, VacancyStatus};
use sleutel_exchange::xlsx::{Cell, Sheet};
use sleutel_store::{Window, homes::VacancyFilter};

use super::{
    download,
    shared::{self, HomeRow, List, PER_PAGE},
};
use crate::{
    Acting, Form, Page, Pager, Problem, Query, refused,
    show::{Choice, Tab},
};

/// Rows a spreadsheet of vacancies holds at most.
const MOST: u32 = 50_000;

#[derive(Debug, Template)]
#[template(path = "homes/vacancies.html")]
struct VacanciesPage {
    page: Page,
    tabs: Vec<Tab>,
    form: Form,
    associations: Vec<Choice>,
    statuses: Vec<Choice>,
    rows: Vec<HomeRow>,
    pager: Pager,
    filtered: bool,
    may_add: bool,
    download: String,
}

fn filter(query: &Query) -> VacancyFilter {
    VacancyFilter {
        words: query.get("q").to_owned(),
        association: query.get("association").to_owned(),
        status: query.get("status").to_owned(),
    }
}

/// `GET /homes`.
pub(super) async fn list(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let filter = filter(&query);
    // One page too far shows the last page: look how many there are before asking for rows.
    let window = Window { offset: (query.page() - 1).saturating_mul(PER_PAGE), limit: PER_PAGE };
    let mut found = homes::list_vacancies(&app, &who, &filter, window)
        .await
        .map_err(refused::problem_on(&page))?;
    let total = u32::try_from(found.page.total).unwrap_or(u32::MAX);
    let pager = Pager::new(&query, total, PER_PAGE);
    if found.page.rows.is_empty() && total > 0 {
        let window = Window { offset: pager.offset(), limit: PER_PAGE };
        found = homes::list_vacancies(&app, &who, &filter, window)
            .await
            .map_err(refused::problem_on(&page))?;
    }
    let words = page.words;
    let view = VacanciesPage {
        tabs: shared::tabs(&page, List::Vacancies),
        form: Form::parse(raw.as_deref().unwrap_or_default().as_bytes()),
        associations: shared::association_choices(&found.associations),
        statuses: VacancyStatus::ALL
            .into_iter()
            .map(|it| Choice::new(it.code(), words.name(&it)))
            .collect(),
        rows: found.page.rows.iter().map(|it| HomeRow::new(words, &found.names, it)).collect(),
        pager,
        filtered: query.filtered(),
        may_add: shared::may_add(&who),
        download: format!("/homes.xlsx{}", query.with("page", "")),
        page: page.titled("homes-title"),
    };
    Ok(view.page.render(&view))
}

/// `GET /homes.xlsx`: the same list, all of it.
pub(super) async fn spreadsheet(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let filter = filter(&Query::parse(raw.as_deref()));
    let window = Window { offset: 0, limit: MOST };
    let found = homes::list_vacancies(&app, &who, &filter, window)
        .await
        .map_err(refused::problem_on(&page))?;
    let words = page.words;
    let heads = [
        ("homes-column-code", 22),
        ("homes-column-address", 28),
        ("homes-column-postcode", 10),
        ("homes-column-area", 24),
        ("homes-column-association", 24),
        ("homes-column-rooms", 8),
        ("homes-column-floor", 24),
        ("homes-column-rent", 10),
        ("homes-column-adaptation", 22),
        ("homes-column-target", 26),
        ("homes-column-from", 12),
        ("homes-column-status", 12),
    ];
    let rows = found.page.rows.iter().map(|home| {
        let (vacancy, dwelling) = (&home.vacancy, &home.dwelling);
        let facts = &dwelling.facts;
        let association = found.associations.get(&dwelling.association);
        vec![
            download::text(vacancy.code.to_string()),
            download::text(shared::address(dwelling)),
            dwelling.postcode.as_ref().map_or(Cell::Empty, |it| download::text(it.to_string())),
            download::text(found.names.name(&Place::Area(dwelling.neighbourhood.clone()))),
            download::text(
                association.cloned().unwrap_or_else(|| dwelling.association.to_string()),
            ),
            Cell::Int(facts.rooms.into()),
            download::text(shared::floor(words, dwelling)),
            Cell::Money(facts.rent),
            download::text(words.name(&facts.adaptation)),
            download::text(words.name(&facts.target)),
            Cell::Date(vacancy.available_from),
            download::text(words.name(&vacancy.status)),
        ]
    });
    let sheet = Sheet {
        name: words.t("homes-tab-vacancies"),
        title: words.t("homes-title"),
        heads: heads.map(|(key, width)| download::head(words.t(key), width)).to_vec(),
        rows: rows.collect(),
    };
    download::workbook("homes.xlsx", app.today(), sheet)
}
