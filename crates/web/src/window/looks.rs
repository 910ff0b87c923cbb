use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use jiff::{Zoned, civil::Date};
use sleutel_actions::{App, window};
use sleutel_store::Window;
use sleutel_words::Words;

use super::home::contact_words;
use crate::{
    Acting, Page, Pager, Query,
    access::{action_words, actor_words},
    refused,
};

const PER_PAGE: u32 = 50;

/// What one person did with the file on one day, for one purpose.
struct Look {
    day: Date,
    when: String,
    who: String,
    purpose: &'static str,
    why: String,
    what: Vec<String>,
    times: u32,
}

#[derive(Template)]
#[template(path = "window/looks.html")]
struct LooksPage {
    page: Page,
    looks: Vec<Look>,
    pager: Pager,
    contact: String,
}

/// The key of what somebody looked for, in plain words.
fn purpose_key(code: &str) -> &'static str {
    match code {
        "preparing-placement" => "window-purpose-preparing",
        "placement" => "window-purpose-placement",
        "agreements" => "window-purpose-agreements",
        "route-to-a-home" => "window-purpose-forms",
        "casework" => "window-purpose-casework",
        "bringing-in-data" => "window-purpose-import",
        "own-window" => "window-purpose-window",
        "support" => "window-purpose-support",
        "documents" => "window-purpose-documents",
        "guest" => "window-purpose-guest",
        "access" => "window-purpose-access",
        "messages" => "window-purpose-messages",
        "homes" => "window-purpose-homes",
        "steering" => "window-purpose-steering",
        "accountability" => "window-purpose-accountability",
        _ => "window-purpose-other",
    }
}

/// `GET /my/who-looked`.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let found = window::looks(&app, &who, Window { offset, limit: PER_PAGE }).await;
    let contact = window::see(&app, &who, window::OwnPage::Help).await;
    let (found, seen) = match (found, contact) {
        (Ok(found), Ok(seen)) => (found, seen),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let pager = Pager::new(&query, u32::try_from(found.total).unwrap_or(u32::MAX), PER_PAGE);
    let mut looks: Vec<Look> = Vec::new();
    for it in &found.rows {
        let day = Zoned::new(it.line.at, app.zone.clone()).date();
        let who = name(page.words, &it.line.actor);
        let purpose = purpose_key(&it.line.purpose);
        let what = action_words(page.words, &it.line.action);
        let same = looks
            .last_mut()
            .filter(|last| last.day == day && last.who == who && last.purpose == purpose);
        if let Some(last) = same {
            last.times = last.times.saturating_add(1);
            if !last.what.contains(&what) {
                last.what.push(what);
            }
        } else {
            let (when, why) = (page.words.date(day), page.t(purpose));
            looks.push(Look { day, when, who, purpose, why, what: vec![what], times: 1 });
        }
    }
    let contact = contact_words(&page, &seen.contact);
    let view = LooksPage { page: page.titled("window-looks"), looks, pager, contact };
    view.page.render(&view)
}

fn name(words: Words, actor: &str) -> String {
    if actor == "-" {
        words.t("window-looks-unknown")
    } else if actor.ends_with(" (command line)") {
        words.t("window-looks-operator")
    } else {
        actor_words(words, actor)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sleutel_domain::access::Language;

    use super::*;

    #[test]
    fn every_purpose_there_is_has_words_of_its_own() {
        let all = sleutel_actions::purposes();
        for language in [Language::Dutch, Language::English] {
            let words = Words::new(language);
            let other = words.t("window-purpose-other");
            let said: BTreeSet<String> = all.iter().map(|it| words.t(purpose_key(it))).collect();
            assert_eq!(said.len(), all.len(), "{said:?}");
            assert!(!said.contains(&other), "{all:?}");
        }
    }
}
