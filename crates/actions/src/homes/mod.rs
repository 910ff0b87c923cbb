//! Homes: what comes free, where there is room, and changing both.

mod change;
mod map;
mod see;

pub(crate) use see::names_in as see_names;

pub use change::{DwellingDraft, VacancyDraft, save_dwelling, save_vacancy, withdraw_vacancy};
pub use map::{CityMap, MapArea, city_map};
pub use see::{
    AreaNames, HomeLists, OpenHome, VacancyPage, area_names, dwelling, home_lists, list_dwellings,
    list_vacancies, open_homes_in, vacancy,
};
