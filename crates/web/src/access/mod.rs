//! Logging in and out, the first page, one's own account, accounts, the log.

mod account;
mod accounts;
mod home;
mod log;
mod login;

pub(crate) use account::account_page;
pub(crate) use log::{action_words, actor_words, moment};
pub(crate) use login::visitor;

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::App;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(home::home))
        .route("/login", get(login::ask).post(login::log_in))
        .route("/logout", post(login::log_out))
        .route("/language", post(login::language))
        .route("/account", get(account::show).post(account::change))
        .route("/accounts", get(accounts::list))
        .route("/accounts/new", get(accounts::ask).post(accounts::add))
        .route("/accounts/active", post(accounts::set_active))
        .route("/log", get(log::list).post(log::verify))
}
