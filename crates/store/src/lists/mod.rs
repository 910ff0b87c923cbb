//! What belongs to lists as such: views kept under a name, words that were searched for, and
//! acts on many rows at once.

mod many;
mod search;
mod views;

pub use many::{
    ManyLine, ManyRow, add_line, add_many, close_many, lines_of, many_of, recent_many, settle_line,
};
pub use search::{keep_search, kept_search};
pub use views::{
    ViewRow, add_view, default_view, put_view_away, rename_view, set_default_view, view, views,
};
