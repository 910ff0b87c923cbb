//! The key of each code of the domain. A new variant does not compile without one.

mod access;
mod agreements;
mod answer;
mod cases;
mod colleagues;
mod documents;
mod forms;
mod homes;
mod messages;
mod obstacles;
mod participants;
mod placement;
mod plan;
mod routes;
mod steering;

/// Something that has a name in the locale files.
pub trait Named {
    /// The key of its name.
    fn key(&self) -> &'static str;
}

/// Writes the match from variants to keys, without a wildcard.
macro_rules! named {
    ($type:ty { $($variant:pat => $key:literal),+ $(,)? }) => {
        impl $crate::Named for $type {
            fn key(&self) -> &'static str {
                match self {
                    $($variant => $key),+
                }
            }
        }
    };
}
use named;
