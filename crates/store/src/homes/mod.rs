//! Areas with their figures, complexes, dwellings, vacancies.

mod areas;
mod dwellings;
mod stock;
mod vacancies;

pub use areas::{AreaFigures, AreaRow, area_figures, areas, save_area, save_area_figures};
pub use dwellings::{
    ComplexRow, DwellingRow, complexes, dwelling, dwellings, dwellings_by_code, dwellings_of_round,
    free_dwellings, save_complex, save_dwelling,
};
pub use stock::stocks;
pub use vacancies::{
    VacancyFilter, VacancyRow, list_vacancies, open_vacancies, save_vacancy, set_vacancy_status,
    vacancies, vacancy,
};
