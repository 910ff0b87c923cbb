//! The participant's own window: a few plain pages about one's own file, for an old phone.
//! And the page on which whoever supports them hands over a key.

mod act;
mod enter;
mod home;
mod key;
mod looks;
mod offer;
mod plan;
mod record;
mod road;
mod staff;
mod words;

use askama::Template;
use axum::{
    Router,
    response::Response,
    routing::{get, post},
};
use jiff::civil::Date;
use sleutel_actions::App;
use sleutel_domain::{access::Party, cases::State};
use sleutel_words::Words;

use crate::{Page, cases::due_words, pages::ProblemPage};

/// Where the window begins.
pub(crate) const START: &str = "/my";
/// Where one gets in.
pub(crate) const DOOR: &str = "/my/enter";

/// Addresses of the window that are open to anybody.
const OPEN: [&str; 3] = [DOOR, "/my/enter/own", "/my/language"];
/// Beginnings of such addresses.
const OPEN_BELOW: &str = "/my/open/";

/// Whether an address is of the window; for nobody else's session counts there.
pub(crate) fn is_of_window(path: &str) -> bool {
    path == START || path.starts_with("/my/")
}

/// Whether anybody may open this address of the window.
pub(crate) fn is_open(path: &str) -> bool {
    OPEN.contains(&path) || path.starts_with(OPEN_BELOW)
}

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/my", get(home::show))
        .route("/my/help", get(home::help))
        .route("/my/road", get(road::show))
        .route("/my/viewing.ics", get(road::viewing))
        .route("/my/offer", get(offer::show))
        .route("/my/offer/{answer}", get(offer::ask).post(offer::answer))
        .route("/my/step", get(act::ask_step).post(act::step))
        .route("/my/object/{decision}", get(act::ask_object).post(act::object))
        .route("/my/stop", get(act::ask_stop).post(act::stop))
        .route("/my/plan", get(plan::show))
        .route("/my/plan/{version}", post(plan::answer))
        .route("/my/words", get(words::show).post(words::save))
        .route("/my/file", get(record::show))
        .route("/my/who-looked", get(looks::show))
        .route("/my/key", get(key::ask).post(key::save))
        .route("/my/leave", post(enter::leave))
        .route("/my/language", post(enter::language))
        .route("/my/enter", get(enter::ask_code).post(enter::with_code))
        .route("/my/enter/own", get(enter::ask_own).post(enter::with_own))
        .route("/my/open/{token}", get(enter::ask_link).post(enter::with_link))
        .route("/participants/{reference}/window", get(staff::show).post(staff::give))
        .route("/participants/{reference}/window/withdraw", post(staff::withdraw))
        .route("/participants/{reference}/window/shut", post(staff::shut))
}

#[derive(Template)]
#[template(path = "window/problem.html")]
struct WindowProblem<'a> {
    page: &'a Page,
    what: &'a str,
    detail: Option<&'a str>,
}

/// What went wrong, in the window's own frame.
pub(crate) fn problem(view: &ProblemPage, status: axum::http::StatusCode) -> Response {
    let detail = view.detail.as_deref();
    let shown = WindowProblem { page: &view.page, what: &view.what, detail };
    view.page.render_with(status, &shown)
}

/// Whose turn it is, said to the person themselves.
fn turn(words: Words, party: Party) -> String {
    match party {
        Party::Participant => words.t("window-turn-you"),
        Party::Provider => words.t("window-turn-provider"),
        Party::Municipality => words.t("window-turn-municipality"),
        Party::Association => words.t("window-turn-association"),
        Party::ThirdPerson => words.t("window-turn-third"),
    }
}

/// Who has to do something now, in words, and by when. On a road that ended or rests that is
/// whoever answers an objection, if one waits.
fn whose_turn(words: Words, state: &State<'_>, today: Date) -> (String, Option<String>) {
    match state.waiting().first() {
        Some(it) => (turn(words, it.party), it.due.map(|due| due_words(words, Some(due), today).0)),
        None => (words.t("window-turn-nobody"), None),
    }
}

/// A party, as the person themselves would call it.
fn turn_of(words: Words, party: Party) -> String {
    words.t(match party {
        Party::Participant => "window-party-you",
        Party::Provider => "window-party-provider",
        Party::Municipality => "window-party-municipality",
        Party::Association => "window-party-association",
        Party::ThirdPerson => "window-party-third",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_door_of_the_window_is_open() {
        for path in ["/my/enter", "/my/enter/own", "/my/open/abc", "/my/language"] {
            assert!(is_of_window(path) && is_open(path), "{path}");
        }
        for path in ["/my", "/my/road", "/my/offer/yes", "/my/leave"] {
            assert!(is_of_window(path) && !is_open(path), "{path}");
        }
        for path in ["/", "/myself", "/participants", "/static/my/"] {
            assert!(!is_of_window(path), "{path}");
        }
    }
}
