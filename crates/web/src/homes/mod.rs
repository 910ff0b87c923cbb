//! Homes: what comes free, where there is room, the map.

pub(crate) mod areas;
mod change;
mod download;
mod dwelling;
mod lists;
mod numbers;
mod shared;
mod vacancies;

pub(crate) use download::{csv, file, workbook};

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::App;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/homes", get(vacancies::list))
        .route("/homes.xlsx", get(vacancies::spreadsheet))
        .route("/homes/dwellings", get(lists::dwellings))
        .route("/homes/complexes", get(lists::complexes))
        .route("/homes/associations", get(lists::associations))
        .route("/homes/dwellings/new", get(change::new_dwelling).post(change::add_dwelling))
        .route("/homes/dwellings/{code}", get(dwelling::show))
        .route(
            "/homes/dwellings/{code}/edit",
            get(change::edit_dwelling).post(change::save_dwelling),
        )
        .route("/homes/vacancies/new", get(change::new_vacancy).post(change::add_vacancy))
        .route("/homes/vacancies/{code}/edit", get(change::edit_vacancy).post(change::save_vacancy))
        .route("/homes/vacancies/{code}/withdraw", post(change::withdraw))
        .route("/homes/vacancies/{code}/put-back", post(change::put_back))
        .route("/areas", get(areas::map))
        .route("/areas.csv", get(areas::table_csv))
        .route("/areas.xlsx", get(areas::table_xlsx))
        .route("/areas/{code}", get(areas::show))
        .route("/numbers", get(numbers::groups))
        .route("/numbers/{kind}/{code}/edit", get(change::edit_numbers).post(change::save_numbers))
}
