//! The table of assumptions in a folder.

use std::{fs, path::Path};

use serde_json::{Value as Json, json};
use sleutel_exchange::assumptions::{self, AssumptionRecord};
use sleutel_simulation::{Assumptions, GroupName};
use sleutel_words::Words;

use super::{plain, refuse};
use crate::{
    failure::{self, Failure},
    findings, out,
};

/// The table with what a folder puts in its place.
pub(super) fn read(words: Words, folder: &Path, json: bool) -> Result<Assumptions, Failure> {
    let path = folder.join(assumptions::FILE);
    let bytes = fs::read(&path).map_err(|cause| failure::reading(words, &path, &cause))?;
    let (rows, found) = assumptions::read(assumptions::FILE, &bytes);
    if findings::any_error(&found) {
        let errors = findings::errors(&found);
        if json {
            let found: Vec<Json> = found.iter().map(|it| findings::as_json(words, it)).collect();
            out::say(json!({ "status": "findings", "findings": found }).to_string());
        } else {
            out::tell(findings::table(words, &found));
        }
        let values = [("errors", errors.into())];
        return Err(Failure::Failed(words.t_with("cli-simulate-findings", &values)));
    }
    if !found.is_empty() {
        out::tell(findings::table(words, &found));
    }
    let rows: Vec<&AssumptionRecord> = rows.iter().map(|row| &row.record).collect();
    let mut table = with_parts(&rows);
    let mut unknown = Vec::new();
    for row in rows.iter().filter(|it| support_of(&it.name).is_none()) {
        let set = table.set(&row.name, row.value).and_then(|()| {
            let (low, high) = table.get(&row.name).map_or((0.0, 0.0), |it| (it.low, it.high));
            table.set_range(&row.name, row.low.unwrap_or(low), row.high.unwrap_or(high))
        });
        unknown.extend(set.err());
    }
    // What else is wrong comes with them: one list, not two tries.
    unknown.extend(table.findings());
    if unknown.is_empty() { Ok(table) } else { Err(refuse(words, &unknown, json)) }
}

/// The table with the groups and areas that a file adds: a group by the row that says whether a home
/// of theirs goes with support, an area by its weight.
fn with_parts(rows: &[&AssumptionRecord]) -> Assumptions {
    let city = Assumptions::city();
    let mut groups = city.groups().to_vec();
    let mut areas = Vec::new();
    for row in rows {
        if let Some(code) = support_of(&row.name) {
            let with_support = row.value > 0.0;
            match groups.iter_mut().find(|it| it.code == code) {
                Some(group) => group.with_support = with_support,
                None => groups.push(GroupName { code: code.to_owned(), with_support }),
            }
        }
        let area = row.name.strip_prefix("area.").and_then(|it| it.strip_suffix(".homes"));
        if let Some(code) = area {
            areas.push(code.to_owned());
        }
    }
    city.with_parts(groups, areas)
}

/// The group of which a row says whether it needs support.
fn support_of(name: &str) -> Option<&str> {
    name.strip_prefix("group.")?.strip_suffix(".support")
}

/// Writes every assumption, to be changed.
pub(super) fn write(words: Words, folder: &Path, table: &Assumptions) -> Result<(), Failure> {
    let path = folder.join(assumptions::FILE);
    let file = || path.display().to_string();
    if path.exists() {
        return Err(Failure::Failed(
            words.t_with("cli-simulate-there", &[("file", file().into())]),
        ));
    }
    let header = assumptions::COLUMNS.iter().map(|it| it.name).collect::<Vec<_>>().join(";");
    let mut text = header + "\n";
    for group in table.groups() {
        let with = u8::from(group.with_support);
        text += &format!("group.{}.support;share;{with};{with};{with};\n", group.code);
    }
    for row in table.rows() {
        let sources: Vec<_> = row.sources.iter().map(|it| it.reference()).collect();
        let numbers = [row.value, row.low, row.high].map(plain).join(";");
        let sources = sources.join(" + ").replace(';', ",");
        text += &format!("{};{};{numbers};{sources}\n", row.name, row.unit.code());
    }
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
    written.map_err(|cause| failure::writing(words, &path, &cause))?;
    let values = [("count", table.rows().len().into()), ("file", file().into())];
    out::say(words.t_with("cli-simulate-written", &values));
    Ok(())
}
