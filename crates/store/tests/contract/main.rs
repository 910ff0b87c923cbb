//! Every public function of the store, called on both databases.
//!
//! A contract is an `async fn` that takes a fresh database; `on_both!` makes two tests of
//! it, `sqlite::…` and `postgres::…`. SQLite is a file in a folder of its own. PostgreSQL
//! is a database of its own on the server of `SLEUTEL_TEST_POSTGRES_URL`; without that
//! variable its tests say so and pass, unless `SLEUTEL_REQUIRE_POSTGRES` is set.

#[cfg(test)]
mod access;
#[cfg(test)]
mod agreements;
#[cfg(test)]
mod audit;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod colleagues;
#[cfg(test)]
mod database;
#[cfg(test)]
mod demand;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod duplicates;
#[cfg(test)]
mod flow;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod given;
#[cfg(test)]
mod gotchas;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod history;
#[cfg(test)]
mod homes;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod list;
#[cfg(test)]
mod merge;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod numbers;
#[cfg(test)]
mod obstacles;
#[cfg(test)]
mod participants;
#[cfg(test)]
mod placed;
#[cfg(test)]
mod placement;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod support;
#[cfg(test)]
mod together;
#[cfg(test)]
mod uploads;
#[cfg(test)]
mod what_if;
#[cfg(test)]
mod window;
#[cfg(test)]
mod worklists;
#[cfg(test)]
mod year;
