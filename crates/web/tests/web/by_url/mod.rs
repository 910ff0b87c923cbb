//! Pages by their address, through the whole site.

mod access;
mod homes;
mod import;
mod participants;
mod rounds;
