//! Colleagues: who is away and who stands in, files that are handed over, guests.

mod guests;
mod hand_over;
mod leave;
mod visits;

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::{
    App, Who,
    colleagues::Choosable,
    policy::{self, Action},
};
use sleutel_domain::Id;
use uuid::Uuid;

use crate::{
    Page,
    show::{Choice, Tab},
};

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/colleagues", get(leave::list))
        .route("/colleagues/leave", get(leave::list).post(leave::arrange))
        .route("/colleagues/leave/{id}/end", post(leave::end))
        .route("/colleagues/hand-over", get(hand_over::ask).post(hand_over::hand_over))
        .route("/colleagues/hand-over/{id}", get(hand_over::one))
        .route("/colleagues/hand-over/{id}/undo", post(hand_over::undo))
        .route("/colleagues/guest", get(visits::list))
        .route("/colleagues/guest/{id}/answer", post(visits::answer))
        .route("/colleagues/guest/{id}/end", post(visits::end))
        .route("/participants/{reference}/guests", get(guests::list).post(guests::invite))
        .route("/participants/{reference}/guests/{id}/end", post(guests::end))
        .route("/participants/{reference}/guests/{id}/prolong", post(guests::prolong))
}

/// An identifier in an address; what is none leads nowhere.
pub(crate) fn id_of<T>(text: &str) -> Option<Id<T>> {
    text.parse::<Uuid>().ok().map(Id::new)
}

/// The tabs of the pages about colleagues, as far as somebody may open them.
fn tabs(page: &Page, who: &Who, current: &str) -> Vec<Tab> {
    [
        ("/colleagues/leave", "leave-title", Action::ArrangeOwnLeave),
        ("/colleagues/hand-over", "hand-over-title", Action::HandOverFiles),
        ("/colleagues/guest", "visits-title", Action::BeGuest),
    ]
    .into_iter()
    .filter(|(_, _, action)| policy::may(who, *action))
    .map(|(href, key, _)| Tab {
        href: href.to_owned(),
        label: page.t(key),
        current: href == current,
    })
    .collect()
}

/// People to choose from: name and role, and for who sees several organisations that too.
pub(crate) fn people(page: &Page, found: &[Choosable]) -> Vec<Choice> {
    let one = found.windows(2).all(|it| it[0].organisation == it[1].organisation);
    let label = |it: &Choosable| {
        let role = page.name(&it.role);
        if one {
            format!("{} ({role})", it.name)
        } else {
            format!("{}: {} ({role})", it.organisation, it.name)
        }
    };
    found.iter().map(|it| Choice::new(it.account.to_string(), label(it))).collect()
}
