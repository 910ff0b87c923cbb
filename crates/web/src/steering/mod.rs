//! Steering ("sturing"): what was agreed for the year, what came of it so far, and what would
//! come of it otherwise.

use axum::Router;
use sleutel_actions::App;

use crate::{Page, show::Tab};

/// The pages of this slice beside each other: address and words.
const TABS: &[(&str, &str)] = &[];

/// The tabs of this slice; `current` is the address of the page shown.
pub(crate) fn tabs(page: &Page, current: &str) -> Vec<Tab> {
    let tab = |&(href, key): &(&str, &str)| Tab {
        href: href.to_owned(),
        label: page.t(key),
        current: href == current,
    };
    TABS.iter().map(tab).collect()
}

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
