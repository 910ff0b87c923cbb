//! What people can do, from log-in to decision, on a small town of the demo city.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

mod agreements;
mod cases;
mod demo;
mod duplicates;
mod everyone;
mod files;
mod forms;
mod homes;
mod imports;
mod letters;
mod limits;
mod loads;
mod logins;
mod lots;
mod merges;
mod messages;
mod postgres;
mod rounds;
mod town;
mod trials;
