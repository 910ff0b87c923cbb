//! The inbox, what somebody wants to be mailed, and mail on its way.

mod inbox;
mod outbox;
mod settings;

pub(crate) use settings::{MailForm, mail_form};

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::App;
use uuid::Uuid;

use sleutel_domain::Id;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/messages", get(inbox::list))
        .route("/messages/read", post(inbox::mark_all))
        .route("/messages/{id}", get(inbox::one))
        .route("/messages/{id}/read", post(inbox::mark))
        .route("/account/mail", post(settings::save))
        .route("/outbox", get(outbox::list))
        .route("/outbox/{id}/again", post(outbox::try_again))
        .route("/outbox/{id}/give-up", post(outbox::give_up))
}

/// An identifier in an address; what is none leads nowhere.
fn id_of<T>(text: &str) -> Option<Id<T>> {
    text.parse::<Uuid>().ok().map(Id::new)
}
