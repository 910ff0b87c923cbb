//! Pages by their address, through the whole site.

mod access;
mod again;
mod agreements;
mod cases;
mod colleagues;
mod demand;
mod documents;
mod duplicates;
mod flow;
mod forms;
mod homes;
mod import;
mod lists;
mod messages;
mod method;
mod outcomes;
mod participants;
mod places;
mod plan;
mod report;
mod rounds;
mod routes;
mod steering;
mod what_if;
mod window;
