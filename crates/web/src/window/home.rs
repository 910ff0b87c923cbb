use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    cases::{CaseView, Doing},
    window::{self, Contact, OwnPage, OwnView},
};
use sleutel_domain::cases::Refusal;

use super::whose_turn;
use crate::{Acting, Page, refused};

/// A page of the window, as the first page leads to it.
pub(super) struct Section {
    /// Where it is.
    pub(super) href: &'static str,
    /// The key of its title.
    pub(super) title: &'static str,
    /// The key of what one finds there.
    pub(super) lead: &'static str,
}

/// The pages of the window, in the order they are shown. A new page is added here and in
/// `routes`, and nowhere else.
pub(super) const SECTIONS: [Section; 7] = [
    Section { href: "/my/road", title: "window-road", lead: "window-road-lead" },
    Section { href: "/my/plan", title: "window-plan", lead: "window-plan-lead" },
    Section { href: "/my/words", title: "window-words", lead: "window-words-lead" },
    Section { href: "/my/file", title: "window-file", lead: "window-file-lead" },
    Section { href: "/my/who-looked", title: "window-looks", lead: "window-looks-lead" },
    Section { href: "/my/key", title: "window-key", lead: "window-key-lead" },
    Section { href: "/my/help", title: "window-help", lead: "window-help-lead" },
];

struct Now {
    step: String,
    turn: String,
    due: Option<String>,
}

struct Open {
    address: String,
    until: String,
}

#[derive(Template)]
#[template(path = "window/home.html")]
struct HomePage {
    page: Page,
    offer: Option<Open>,
    own_step: bool,
    now: Option<Now>,
    sections: &'static [Section],
    no_secret: bool,
    plan_waits: bool,
}

#[derive(Template)]
#[template(path = "window/help.html")]
struct HelpPage {
    page: Page,
    who: String,
}

/// Whom to ask, in words.
pub(super) fn contact_words(page: &Page, contact: &Contact) -> String {
    match &contact.worker {
        Some(worker) => page.t2(
            "window-contact-worker",
            "worker",
            worker.as_str(),
            "provider",
            contact.provider.as_str(),
        ),
        None => page.t1("window-contact", "provider", contact.provider.as_str()),
    }
}

/// Whether the open step is one's own to end now. What it still waits for is the error.
pub(super) fn own_step<'a>(road: &'a CaseView<'_>) -> Result<bool, &'a Refusal> {
    let ends = &road.choices.ends;
    match ends.iter().find_map(|it| it.against.as_ref()) {
        Some(against) if ends.iter().all(|it| it.against.is_some()) => Err(against),
        Some(_) | None => Ok(!ends.is_empty()),
    }
}

/// `GET /my`.
pub(super) async fn show(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    match window::see(&app, &who, OwnPage::Home).await {
        Ok(seen) => {
            let view = view(page, &app, &seen);
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

fn view(page: Page, app: &App, seen: &OwnView<'_>) -> HomePage {
    let words = page.words;
    let title = page.t1("window-hello", "name", seen.given.as_str());
    let tab = page.t("window-title");
    let page = page.called(title).in_tab(tab);
    let offer = seen.road.as_ref().and_then(|road| {
        let offer = road.file.state().offer.as_ref().filter(|_| road.choices.has(Doing::Answer))?;
        let address = seen.home.as_ref().map(|it| it.address.clone()).unwrap_or_default();
        Some(Open { address, until: words.date(offer.until) })
    });
    let now = seen.road.as_ref().map(|road| {
        let state = road.file.state();
        let (turn, due) = whose_turn(words, state, app.today());
        Now { step: words.case_standing(&state.standing, state.route), turn, due }
    });
    let own_step = seen.road.as_ref().is_some_and(|it| own_step(it).is_ok_and(|can| can));
    let no_secret = !seen.has_secret;
    let plan_waits = seen.plan_waits;
    HomePage { page, offer, own_step, now, sections: &SECTIONS, no_secret, plan_waits }
}

/// `GET /my/help`.
pub(super) async fn help(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    match window::see(&app, &who, OwnPage::Help).await {
        Ok(seen) => {
            let who = contact_words(&page, &seen.contact);
            let view = HelpPage { page: page.titled("window-help"), who };
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}
