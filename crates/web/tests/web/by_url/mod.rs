//! Pages by their address, through the whole site.

mod access;
mod participants;
