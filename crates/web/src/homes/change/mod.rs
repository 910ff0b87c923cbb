//! Putting in homes and vacancies, and changing them.

mod dwelling;
mod numbers;
mod vacancy;

pub(super) use dwelling::{add_dwelling, edit_dwelling, new_dwelling, save_dwelling};
pub(super) use numbers::{edit_numbers, save_numbers};
pub(super) use vacancy::{
    add_vacancy, edit_vacancy, new_vacancy, put_back, save_vacancy, withdraw,
};
