//! Writing what the reader takes.

mod cells;
mod geojson;
mod rows;

use crate::{Records, columns::Column, records::Located};
pub use geojson::write_areas;
pub(crate) use rows::{expected_row, fixing_row, offered_row};

/// A file of this kind, ready to be read back: a table with `;`, UTF-8 without a byte
/// order mark, LF line ends. Areas as a table have no shapes; [`write_areas`] has.
pub fn write_csv(records: &Records) -> Vec<u8> {
    let columns = crate::columns(records.kind());
    match records {
        Records::Organisations(it) => table(columns, it, rows::organisation),
        Records::Areas(it) => table(columns, it, rows::area),
        Records::AreaFigures(it) => table(columns, it, rows::figure),
        Records::GroupQuotas(it) => table(columns, it, rows::group_quota),
        Records::MainGroups(it) => table(columns, it, rows::main_group),
        Records::AssociationTargets(it) => table(columns, it, rows::association_target),
        Records::Ceilings(it) => table(columns, it, rows::ceiling),
        Records::Complexes(it) => table(columns, it, rows::complex),
        Records::Dwellings(it) => table(columns, it, rows::dwelling),
        Records::Vacancies(it) => table(columns, it, rows::vacancy),
        Records::Participants(it) => table(columns, it, rows::participant),
        Records::Members(it) => table(columns, it, rows::member),
        Records::Wishes(it) => table(columns, it, rows::wish),
        Records::Network(it) => table(columns, it, rows::tie),
        Records::Exclusions(it) => table(columns, it, rows::exclusion),
        Records::Together(it) => table(columns, it, rows::together),
    }
}

/// A file of this kind under its usual name: a map file for areas, else a table.
pub fn write(records: &Records) -> Vec<u8> {
    match records {
        Records::Areas(areas) => write_areas(areas),
        Records::Organisations(_)
        | Records::AreaFigures(_)
        | Records::GroupQuotas(_)
        | Records::MainGroups(_)
        | Records::AssociationTargets(_)
        | Records::Ceilings(_)
        | Records::Complexes(_)
        | Records::Dwellings(_)
        | Records::Vacancies(_)
        | Records::Participants(_)
        | Records::Members(_)
        | Records::Wishes(_)
        | Records::Network(_)
        | Records::Exclusions(_)
        | Records::Together(_) => write_csv(records),
    }
}

pub(crate) fn table<T>(
    columns: &[Column],
    records: &[Located<T>],
    cells: impl Fn(&T) -> Vec<String>,
) -> Vec<u8> {
    let mut text = String::new();
    line(&mut text, columns.iter().map(|column| column.name));
    for record in records {
        let cells = cells(&record.record);
        line(&mut text, cells.iter().map(String::as_str));
    }
    text.into_bytes()
}

fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(';');
        }
        if cell.contains(['"', ';', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}
