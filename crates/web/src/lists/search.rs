use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use sleutel_actions::{
    App,
    lists::{self, List},
};

use crate::{Acting, Posted, Problem, Query, refused};

/// Whether these words can only be a reference, which may stand in an address: one letter, and
/// numbers after it. Anything else may be a name, a date of birth or a number of somebody.
fn is_reference(words: &str) -> bool {
    let Some((letter, numbers)) = words.split_once('-') else { return false };
    let number = |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_digit());
    letter.len() == 1
        && letter.chars().all(|it| it.is_ascii_alphabetic())
        && numbers.split('-').all(number)
}

/// `POST /search/{list}`: words may be a name, so the address gets a number for them.
pub(super) async fn find(
    State(app): State<App>,
    Acting(who): Acting,
    Path(list): Path<String>,
    Posted(form): Posted,
) -> Response {
    let Some(list) = List::from_code(&list) else { return Problem::not_found().into_response() };
    let rest = Query::parse(Some(form.value("query"))).without(&["page", "find", "q", "saved"]);
    let words = form.value("q").trim();
    let asked = if words.is_empty() {
        // Not nothing at all: that would open the list with its view.
        "saved=none".to_owned()
    } else if is_reference(words) {
        format!("q={words}")
    } else {
        match lists::keep_search(&app, &who, list, words).await {
            Ok(id) => format!("find={id}"),
            Err(error) => return refused::problem(&error).into_response(),
        }
    };
    let and = if rest.is_empty() { "" } else { "&" };
    Redirect::to(&format!("/{}?{rest}{and}{asked}", list.code())).into_response()
}

#[cfg(test)]
mod tests {
    use super::is_reference;

    #[test]
    fn only_what_cannot_be_a_name_stands_in_an_address() {
        assert!(is_reference("P-2026-0001"));
        assert!(is_reference("T-1"));
        assert!(!is_reference("0001"));
        assert!(!is_reference("19830517"));
        assert!(!is_reference("visser1983"));
        assert!(!is_reference("jan-1983"));
        assert!(!is_reference("p-"));
        assert!(!is_reference("Van Dam"));
        assert!(!is_reference("visser"));
        assert!(!is_reference("visser 1983"));
    }
}
