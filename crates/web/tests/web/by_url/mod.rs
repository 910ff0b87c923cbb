//! Pages by their address, through the whole site.

mod access;
mod again;
mod agreements;
mod cases;
mod forms;
mod homes;
mod import;
mod method;
mod outcomes;
mod participants;
mod rounds;
mod routes;
