//! Dwellings, complexes, associations.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{App, homes};
use sleutel_domain::homes::{Place, VacancyStatus};
use sleutel_store::{Window, fold, homes::VacancyFilter};

use super::shared::{self, List, PER_PAGE};
use crate::{
    Acting, Form, Page, Pager, Problem, Query,
    listing::encode,
    refused,
    show::{Choice, Tab},
};

#[derive(Debug)]
struct DwellingLine {
    href: String,
    address: String,
    postcode: String,
    area: String,
    area_href: String,
    association: String,
    rooms: u8,
    floor: String,
    rent: String,
    adaptation: String,
}

#[derive(Debug, Template)]
#[template(path = "homes/dwellings.html")]
struct DwellingsPage {
    page: Page,
    tabs: Vec<Tab>,
    form: Form,
    associations: Vec<Choice>,
    rows: Vec<DwellingLine>,
    pager: Pager,
    filtered: bool,
    may_add: bool,
}

/// `GET /homes/dwellings`.
pub(super) async fn dwellings(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let (words_typed, association) = (query.get("q"), query.get("association"));
    let window = Window { offset: (query.page() - 1).saturating_mul(PER_PAGE), limit: PER_PAGE };
    let (mut found, names, associations) =
        homes::list_dwellings(&app, &who, words_typed, association, window)
            .await
            .map_err(refused::problem_on(&page))?;
    let total = u32::try_from(found.total).unwrap_or(u32::MAX);
    let pager = Pager::new(&query, total, PER_PAGE);
    if found.rows.is_empty() && total > 0 {
        let window = Window { offset: pager.offset(), limit: PER_PAGE };
        (found, _, _) = homes::list_dwellings(&app, &who, words_typed, association, window)
            .await
            .map_err(refused::problem_on(&page))?;
    }
    let words = page.words;
    let rows = found.rows.iter().map(|row| DwellingLine {
        href: shared::dwelling_href(&row.code),
        address: shared::address(row),
        postcode: row.postcode.as_ref().map(ToString::to_string).unwrap_or_default(),
        area: names.name(&Place::Area(row.neighbourhood.clone())),
        area_href: shared::area_href(&row.neighbourhood),
        association: associations
            .get(&row.association)
            .cloned()
            .unwrap_or_else(|| row.association.to_string()),
        rooms: row.facts.rooms,
        floor: shared::floor(words, row),
        rent: words.money(row.facts.rent),
        adaptation: words.name(&row.facts.adaptation),
    });
    let view = DwellingsPage {
        tabs: shared::tabs(&page, List::Dwellings),
        form: Form::parse(raw.as_deref().unwrap_or_default().as_bytes()),
        associations: shared::association_choices(&associations),
        rows: rows.collect(),
        pager,
        filtered: query.filtered(),
        may_add: shared::may_add(&who),
        page: page.titled("homes-dwellings-title"),
    };
    Ok(view.page.render(&view))
}

#[derive(Debug)]
struct ComplexLine {
    code: String,
    name: String,
    street: String,
    association: String,
    area: String,
    area_href: String,
    dwellings: String,
}

#[derive(Debug, Template)]
#[template(path = "homes/complexes.html")]
struct ComplexesPage {
    page: Page,
    tabs: Vec<Tab>,
    form: Form,
    associations: Vec<Choice>,
    rows: Vec<ComplexLine>,
    pager: Pager,
    filtered: bool,
}

/// `GET /homes/complexes`.
pub(super) async fn complexes(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let lists = homes::home_lists(&app, &who).await.map_err(refused::problem_on(&page))?;
    let associations: BTreeMap<_, _> =
        lists.associations.iter().map(|it| (it.code.clone(), it.name.to_string())).collect();
    let (wanted, whose) = (fold(query.get("q")), query.get("association"));
    let mut lines: Vec<ComplexLine> = lists
        .complexes
        .iter()
        .filter(|it| whose.is_empty() || it.association.as_str() == whose)
        .map(|it| ComplexLine {
            code: it.code.to_string(),
            name: it.name.to_string(),
            street: it.street.to_string(),
            association: associations
                .get(&it.association)
                .cloned()
                .unwrap_or_else(|| it.association.to_string()),
            area: lists.names.name(&Place::Area(it.neighbourhood.clone())),
            area_href: shared::area_href(&it.neighbourhood),
            dwellings: format!("/homes/dwellings?q={}", encode(it.street.as_str())),
        })
        .filter(|it| {
            fold(&format!("{} {} {} {}", it.code, it.name, it.street, it.area)).contains(&wanted)
        })
        .collect();
    lines.sort_by(|a, b| (&a.name, &a.code).cmp(&(&b.name, &b.code)));
    let pager = Pager::new(&query, u32::try_from(lines.len()).unwrap_or(u32::MAX), PER_PAGE);
    let skip = usize::try_from(pager.offset()).unwrap_or(usize::MAX);
    let rows = lines.into_iter().skip(skip).take(50).collect();
    let view = ComplexesPage {
        tabs: shared::tabs(&page, List::Complexes),
        form: Form::parse(raw.as_deref().unwrap_or_default().as_bytes()),
        associations: shared::association_choices(&associations),
        rows,
        pager,
        filtered: query.filtered(),
        page: page.titled("homes-complexes-title"),
    };
    Ok(view.page.render(&view))
}

#[derive(Debug)]
struct AssociationLine {
    name: String,
    code: String,
    complexes: usize,
    dwellings: u64,
    free: u64,
    dwellings_href: String,
    free_href: String,
}

#[derive(Debug, Template)]
#[template(path = "homes/associations.html")]
struct AssociationsPage {
    page: Page,
    tabs: Vec<Tab>,
    rows: Vec<AssociationLine>,
}

impl AssociationsPage {
    fn count(&self, number: &u64) -> String {
        self.page.words.number(i64::try_from(*number).unwrap_or(i64::MAX))
    }
}

/// `GET /homes/associations`.
pub(super) async fn associations(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    let lists = homes::home_lists(&app, &who).await.map_err(refused::problem_on(&page))?;
    let one = Window { offset: 0, limit: 1 };
    let mut rows = Vec::with_capacity(lists.associations.len());
    for it in &lists.associations {
        let code = it.code.as_str();
        let filter = VacancyFilter {
            association: code.to_owned(),
            status: VacancyStatus::Open.code().to_owned(),
            ..VacancyFilter::default()
        };
        let free = homes::list_vacancies(&app, &who, &filter, one)
            .await
            .map_err(refused::problem_on(&page))?
            .page;
        let (dwellings, _, _) = homes::list_dwellings(&app, &who, "", code, one)
            .await
            .map_err(refused::problem_on(&page))?;
        rows.push(AssociationLine {
            name: it.name.to_string(),
            code: code.to_owned(),
            complexes: lists.complexes.iter().filter(|row| row.association == it.code).count(),
            dwellings: dwellings.total,
            free: free.total,
            dwellings_href: format!("/homes/dwellings?association={}", encode(code)),
            free_href: format!("/homes?association={}&status=open", encode(code)),
        });
    }
    let view = AssociationsPage {
        tabs: shared::tabs(&page, List::Associations),
        rows,
        page: page.titled("homes-associations-title"),
    };
    Ok(view.page.render(&view))
}
