//! Pages: routes, forms and templates around the actions.
//!
//! A page is a [`Page`] (language, viewer, title, messages) and a template beside
//! it; the reusable parts are in `src/parts/`. Everything works without script.

pub mod assets;
pub mod csrf;
pub mod flash;
pub mod form;
pub mod headers;
pub mod language;
pub mod listing;
pub mod map;
pub mod page;
pub mod pages;
pub mod problem;
pub mod shell;
pub mod show;
pub mod site;

pub use flash::{Flash, FlashKind};
pub use form::{FieldError, Form};
pub use listing::{Pager, Query};
pub use page::{Crumb, Page};
pub use problem::Problem;
pub use site::{CsrfToken, Site, Viewer};
