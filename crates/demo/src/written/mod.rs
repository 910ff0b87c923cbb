//! Thirty people and thirteen homes written by hand, each there for a reason; who and
//! why stands in `demo/README.md`.

mod first;
mod homes;
mod person;
mod second;
mod third;

use jiff::civil::Date;
use sleutel_exchange::records::{ComplexRecord, DwellingRecord, VacancyRecord};

use crate::{homes::Let, people::People, town::Town};
use person::Scene;

/// What was written by hand.
pub(crate) struct Written {
    pub(crate) people: People,
    pub(crate) dwellings: Vec<DwellingRecord>,
    pub(crate) vacancies: Vec<VacancyRecord>,
}

/// The written people and homes, in this city on this day.
pub(crate) fn written(today: Date, town: &Town, complexes: &[Let<ComplexRecord>]) -> Written {
    let scene = Scene { today, town, complexes };
    let mut people = People::default();
    first::people(scene, &mut people);
    second::people(scene, &mut people);
    third::people(scene, &mut people);
    let (dwellings, vacancies) = homes::homes(scene);
    Written { people, dwellings, vacancies }
}
