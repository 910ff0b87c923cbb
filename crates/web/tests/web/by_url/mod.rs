//! Pages by their address, through the whole site.

mod access;
mod homes;
mod participants;
mod rounds;
