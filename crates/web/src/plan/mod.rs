//! The plan, the people around and the list before a move: pages under somebody's file.

mod answer;
mod basics;
mod card;
mod end;
mod network;
mod show;
pub(crate) mod shown;
mod write;

pub(crate) use card::Card;

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::App;
use sleutel_domain::{Reference, access::Party};

use crate::{Page, listing::encode, show::Tab};

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/participants/{reference}/plan", get(show::plan))
        .route("/participants/{reference}/plan/edit", get(write::ask).post(write::save))
        .route("/participants/{reference}/plan/propose", post(write::propose))
        .route("/participants/{reference}/plan/versions/{number}", get(show::version))
        .route(
            "/participants/{reference}/plan/versions/{number}/answer/{party}",
            get(answer::ask).post(answer::save),
        )
        .route("/participants/{reference}/plan/goals/{goal}/end", get(end::ask).post(end::save))
        .route("/participants/{reference}/plan/goals/{goal}/again", post(end::again))
        .route("/participants/{reference}/network", get(network::list))
        .route("/participants/{reference}/network/new", get(network::ask_new).post(network::add))
        .route("/participants/{reference}/network/{id}", get(network::ask).post(network::save))
        .route("/participants/{reference}/basics", get(basics::list))
        .route("/participants/{reference}/basics/{basic}", get(basics::ask).post(basics::save))
}

fn href(reference: &str, part: &str) -> String {
    format!("/participants/{}/{part}", encode(reference))
}

/// The way to a page of this slice: over the file for the provider, over the road for others.
fn framed(page: Page, reference: &Reference, name: Option<&str>, party: Party) -> Page {
    let called = name.unwrap_or(reference.as_str()).to_owned();
    if party == Party::Provider {
        let file = crate::participants::href(reference.as_str());
        page.under("/participants", "nav-participants").under_named(file, called)
    } else {
        page.under("/cases", "nav-cases")
            .under_named(crate::cases::href(reference.as_str()), called)
    }
}

/// The three pages beside each other.
fn tabs(page: &Page, reference: &Reference, current: &str) -> Vec<Tab> {
    [("plan", "plan-title"), ("network", "network-title"), ("basics", "basics-title")]
        .into_iter()
        .map(|(part, key)| Tab {
            href: href(reference.as_str(), part),
            label: page.t(key),
            current: part == current,
        })
        .collect()
}
