//! The crate from outside, in one binary. The modules are marked as tests so that
//! the lints know helpers in them for what they are.

#[cfg(test)]
mod demand;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod handed_in;
#[cfg(test)]
mod instance_page;
#[cfg(test)]
mod instances;
#[cfg(test)]
mod maps;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod real_files;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod sheets;
#[cfg(test)]
mod stored;

use jiff::civil::{Date, date};
use sleutel_exchange::{Kind, ReadResult};

pub const TODAY: Date = date(2026, 6, 1);

/// Reads a file of the usual name.
pub fn read(kind: Kind, bytes: impl AsRef<[u8]>) -> ReadResult {
    sleutel_exchange::read(kind, &kind.file_name(), bytes.as_ref(), TODAY, &mut |_| {})
}

/// Each finding as `row column code`, a dot for what it does not have.
pub fn codes(result: &ReadResult) -> Vec<String> {
    let findings = result.findings.iter();
    findings
        .map(|it| {
            let row = it.row.map_or(".".to_owned(), |row| row.to_string());
            format!("{row} {} {}", it.column.as_deref().unwrap_or("."), it.what.code())
        })
        .collect()
}
