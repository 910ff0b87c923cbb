//! One dwelling with its vacancies.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use sleutel_actions::{
    App, Who,
    homes::{self, AreaNames, HomeLists},
};
use sleutel_domain::{
    DwellingCode,
    homes::{Place, VacancyStatus},
};
use sleutel_store::homes::{DwellingRow, VacancyRow};

use super::shared;
use crate::{Acting, Crumb, Page, Problem, listing::encode, refused, show::Tone};

#[derive(Debug)]
struct VacancyLine {
    code: String,
    from: String,
    year: String,
    status: String,
    tone: Tone,
    /// Where its dates are changed and it is taken back or put back, for who may.
    edit: Option<String>,
    withdraw: Option<String>,
    put_back: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "homes/dwelling.html")]
struct DwellingPage {
    page: Page,
    path: Vec<Crumb>,
    facts: Vec<(String, String)>,
    vacancies: Vec<VacancyLine>,
    edit: Option<String>,
    new_vacancy: Option<String>,
}

/// The way from the whole city down to where a dwelling stands.
pub(super) fn path(names: &AreaNames, dwelling: &DwellingRow) -> Vec<Crumb> {
    let mut path = Vec::new();
    if let Some(code) = &dwelling.complex {
        let label = names.name(&Place::Complex(code.clone()));
        let href = format!("/homes/complexes?q={}", encode(code.as_str()));
        path.push(Crumb { href, label });
    }
    let mut at = Some(Place::Area(dwelling.neighbourhood.clone()));
    while let Some(place) = at {
        if let Place::Area(code) = &place {
            path.push(Crumb { href: shared::area_href(code), label: names.name(&place) });
        }
        at = names.parent(&place).cloned();
    }
    path.reverse();
    path
}

fn facts(page: &Page, row: &DwellingRow, lists: &HomeLists) -> Vec<(String, String)> {
    let words = page.words;
    let yes_no = |yes: bool| page.t(if yes { "answer-yes" } else { "answer-no" });
    let open = || page.t("answer-unknown");
    let association = lists.associations.iter().find(|it| it.code == row.association);
    let facts = &row.facts;
    let surface = facts.surface.map(|it| page.t1("homes-surface-m2", "surface", it));
    [
        ("homes-column-code", row.code.to_string()),
        (
            "homes-column-association",
            association.map_or_else(|| row.association.to_string(), |it| it.name.to_string()),
        ),
        ("homes-column-postcode", row.postcode.as_ref().map_or_else(open, ToString::to_string)),
        ("homes-bag", row.bag_id.as_ref().map_or_else(open, ToString::to_string)),
        ("homes-column-rooms", facts.rooms.to_string()),
        ("homes-surface", surface.unwrap_or_else(open)),
        ("homes-column-floor", shared::floor(words, row)),
        ("homes-column-adaptation", words.name(&facts.adaptation)),
        ("homes-column-rent", words.money(facts.rent)),
        ("homes-column-target", words.name(&facts.target)),
        ("homes-energy", row.energy.map_or_else(open, |it| words.name(&it))),
        ("homes-pets", yes_no(facts.rules.pets)),
        ("homes-smoking", yes_no(facts.rules.smoking)),
    ]
    .into_iter()
    .map(|(key, value)| (page.t(key), value))
    .collect()
}

fn vacancy_line(page: &Page, may: bool, row: &VacancyRow) -> VacancyLine {
    let at = |what: &str| Some(format!("/homes/vacancies/{}/{what}", encode(row.code.as_str())));
    let (edit, withdraw, put_back) = match (may, row.status) {
        (true, VacancyStatus::Open) => (at("edit"), at("withdraw"), None),
        (true, VacancyStatus::Withdrawn) => (None, None, at("put-back")),
        (_, VacancyStatus::Open | VacancyStatus::Decided | VacancyStatus::Withdrawn) => {
            (None, None, None)
        }
    };
    VacancyLine {
        code: row.code.to_string(),
        from: page.words.date(row.available_from),
        year: row.year.to_string(),
        status: page.words.name(&row.status),
        tone: shared::tone(row.status),
        edit,
        withdraw,
        put_back,
    }
}

/// Loads a dwelling by the code in an address.
pub(super) async fn load(
    app: &App,
    who: &Who,
    page: &Page,
    code: &str,
) -> Result<(DwellingRow, Vec<VacancyRow>, HomeLists), Problem> {
    let code = DwellingCode::new(code).map_err(|_| Problem::not_found())?;
    homes::dwelling(app, who, &code).await.map_err(refused::problem_on(page))
}

/// `GET /homes/dwellings/{code}`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let (row, vacancies, lists) = load(&app, &who, &page, &code).await?;
    let may = shared::may_change(&who, &row.association);
    let open = vacancies.iter().any(|it| it.status == VacancyStatus::Open);
    let code = encode(row.code.as_str());
    let view = DwellingPage {
        path: path(&lists.names, &row),
        facts: facts(&page, &row, &lists),
        vacancies: vacancies.iter().map(|it| vacancy_line(&page, may, it)).collect(),
        edit: may.then(|| format!("/homes/dwellings/{code}/edit")),
        new_vacancy: (may && !open).then(|| format!("/homes/vacancies/new?dwelling={code}")),
        page: page
            .called(shared::address(&row))
            .under("/homes", "homes-title")
            .under("/homes/dwellings", "homes-tab-dwellings"),
    };
    Ok(view.page.render(&view))
}
