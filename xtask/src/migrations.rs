//! The two databases have the same tables with the same columns, made by
//! migrations of the same number and name.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use crate::files;

/// Tables and their columns, both in lower case.
type Tables = BTreeMap<String, BTreeSet<String>>;

/// Every difference between the migrations of SQLite and those of PostgreSQL.
pub fn differences() -> io::Result<Vec<String>> {
    let sqlite = by_name("crates/store/migrations/sqlite/")?;
    let postgres = by_name("crates/store/migrations/postgres/")?;
    let mut findings = Vec::new();
    for name in sqlite.keys().chain(postgres.keys()).collect::<BTreeSet<_>>() {
        match (sqlite.get(name), postgres.get(name)) {
            (Some(one), Some(other)) => {
                findings.extend(compare(name, &tables(one), &tables(other)));
            }
            (None, _) => findings.push(format!("`{name}` is missing for SQLite")),
            (_, None) => findings.push(format!("`{name}` is missing for PostgreSQL")),
        }
    }
    Ok(findings)
}

fn by_name(folder: &str) -> io::Result<BTreeMap<String, String>> {
    let files = files::under(folder)?;
    Ok(files
        .into_iter()
        .map(|file| (file.path.trim_start_matches(folder).to_owned(), file.text))
        .collect())
}

fn compare(name: &str, sqlite: &Tables, postgres: &Tables) -> Vec<String> {
    let mut findings = Vec::new();
    for table in sqlite.keys().chain(postgres.keys()).collect::<BTreeSet<_>>() {
        let none = BTreeSet::new();
        let one = sqlite.get(table).unwrap_or(&none);
        let other = postgres.get(table).unwrap_or(&none);
        for column in one.symmetric_difference(other) {
            let lacks = if one.contains(column) { "PostgreSQL" } else { "SQLite" };
            findings.push(format!("`{name}`: {lacks} lacks `{table}.{column}`"));
        }
    }
    findings
}

/// The tables a migration makes or widens, with the columns it gives them.
fn tables(sql: &str) -> Tables {
    let plain: String = sql
        .lines()
        .map(|line| line.split_once("--").map_or(line, |(code, _)| code))
        .collect::<Vec<_>>()
        .join("\n")
        .to_lowercase();
    let mut tables = Tables::new();
    for statement in plain.split(';') {
        let words: Vec<_> = statement.split_whitespace().collect();
        if let ["create", "table", rest @ ..] = words.as_slice() {
            let name = match rest {
                ["if", "not", "exists", name, ..] | [name, ..] => bare(name),
                [] => continue,
            };
            tables.entry(name).or_default().extend(columns(statement));
        } else if let ["alter", "table", table, "add", rest @ ..] = words.as_slice() {
            let column = match rest {
                ["column", column, ..] | [column, ..] => bare(column),
                [] => continue,
            };
            tables.entry(bare(table)).or_default().insert(column);
        }
    }
    tables
}

/// The first words of what stands between the outer brackets, as far as they are
/// columns and not conditions on the whole table.
fn columns(statement: &str) -> BTreeSet<String> {
    const CONDITIONS: [&str; 7] =
        ["primary", "foreign", "unique", "check", "constraint", "exclude", "like"];
    let inside = statement.split_once('(').map_or("", |(_, inside)| inside);
    let mut depth = 0_usize;
    let mut parts = vec![String::new()];
    for character in inside.chars() {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => break,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
    }
    parts
        .iter()
        .filter_map(|part| part.split_whitespace().next().map(bare))
        .filter(|word| !CONDITIONS.contains(&word.as_str()))
        .collect()
}

fn bare(word: &str) -> String {
    word.split('(').next().unwrap_or_default().trim_matches('"').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQLITE: &str = "
        create table home (
            id text primary key, -- a uuid, as text
            rooms integer not null check (rooms in (1, 2, 3)),
            primary key (id, rooms)
        ) strict;
        create index by_rooms on home (rooms);
        alter table home add column rent integer;";

    #[test]
    fn columns_are_read_without_conditions_and_comments() {
        let columns: Vec<_> = tables(SQLITE).remove("home").unwrap().into_iter().collect();
        assert_eq!(columns, ["id", "rent", "rooms"]);
    }

    #[test]
    fn a_column_on_one_side_is_found() {
        let postgres = "create table home (id uuid, rooms integer, rent bigint, lift boolean);";
        assert_eq!(
            compare("0001.sql", &tables(SQLITE), &tables(postgres)),
            ["`0001.sql`: SQLite lacks `home.lift`"]
        );
    }
}
