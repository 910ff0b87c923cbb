//! Pages by their address, through the whole site.

mod access;
mod again;
mod agreements;
mod cases;
mod colleagues;
mod demand;
mod documents;
mod duplicates;
mod forms;
mod homes;
mod import;
mod kept;
mod lists;
mod messages;
mod method;
mod obstacles;
mod outcomes;
mod participants;
mod plan;
mod rounds;
mod routes;
mod steering;
mod what_if;
mod window;
