//! From bytes to text, naming what is wrong with either.

mod damage;
mod decode;

pub(crate) use damage::damage;
pub(crate) use decode::decode;
