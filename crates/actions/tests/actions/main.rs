//! What people can do, from log-in to decision, on a small town of the demo city.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

mod agreements;
mod cases;
mod colleagues;
mod demand;
mod demo;
mod documents;
mod duplicates;
mod everyone;
mod files;
mod flow;
mod forms;
mod homes;
mod imports;
mod kept;
mod letters;
mod limits;
mod links;
mod loads;
mod logins;
mod lots;
mod merges;
mod messages;
mod obstacles;
mod places;
mod plans;
mod postgres;
mod rounds;
mod steering;
mod tasks;
mod town;
mod trials;
mod what_if;
mod window;
mod year_by_role;
