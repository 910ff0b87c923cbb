//! The page on which whoever supports somebody hands over a key to their window.

use std::sync::Arc;

use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    window::{self, Given, KeyLine, KeyStands, KeysView},
};
use sleutel_domain::{Id, Reference, access::Language, window::KeyWay};
use sleutel_words::Words;

use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, Site,
    access::moment,
    participants, refused,
    show::{Choice, Tone},
};

struct Key {
    id: String,
    made: String,
    until: String,
    stands: String,
    tone: Tone,
    open: bool,
}

#[derive(Template)]
#[template(path = "window/staff.html")]
struct KeysPage {
    page: Page,
    form: Form,
    href: String,
    keys: Vec<Key>,
    languages: Vec<Choice>,
    secret: String,
    open: bool,
    may_shut: bool,
}

#[derive(Template)]
#[template(path = "window/card.html")]
struct CardPage {
    page: Page,
    /// The words of the card, which may be in another language than the page.
    card: Words,
    programme: String,
    door: String,
    link: String,
    code: String,
    until: String,
    back: String,
}

fn href(reference: &Reference) -> String {
    format!("{}/window", participants::href(reference.as_str()))
}

fn read(reference: &str) -> Result<Reference, Problem> {
    Reference::new(reference).map_err(|_| Problem::not_found())
}

fn key(words: Words, app: &App, it: &KeyLine) -> Key {
    let at = |when| moment(words, when, &app.zone);
    let (stands, tone) = match &it.stands {
        KeyStands::Open => (words.t("window-key-open"), Tone::Info),
        KeyStands::Expired => (words.t("window-key-expired"), Tone::Neutral),
        KeyStands::Used { at: when, way } => {
            let key = match way {
                KeyWay::Link => "window-key-used-link",
                KeyWay::Code => "window-key-used-code",
            };
            (words.t_with(key, &[("when", at(*when).into())]), Tone::Good)
        }
        KeyStands::Withdrawn { at: when, by } => {
            let values = [("when", at(*when).into()), ("who", by.as_str().into())];
            (words.t_with("window-key-withdrawn", &values), Tone::Neutral)
        }
    };
    let values = [("when", at(it.made_at).into()), ("who", it.made_by.as_str().into())];
    Key {
        id: it.id.to_string(),
        made: words.t_with("window-key-made", &values),
        until: words.t_with("window-key-until", &[("when", at(it.until).into())]),
        stands,
        tone,
        open: it.stands == KeyStands::Open,
    }
}

fn view(page: Page, app: &App, seen: &KeysView) -> KeysPage {
    let words = page.words;
    let keys: Vec<Key> = seen.keys.iter().map(|it| key(words, app, it)).collect();
    let secret = match seen.secret_since {
        Some(at) => {
            words.t_with("window-staff-secret", &[("when", moment(words, at, &app.zone).into())])
        }
        None => words.t("window-staff-no-secret"),
    };
    let reference = seen.reference.to_string();
    let languages =
        Language::ALL.map(|it| Choice::new(it.code(), words.name(&it))).into_iter().collect();
    let open = keys.iter().any(|it| it.open);
    KeysPage {
        form: Form::new()
            .filled("language", Language::Dutch.code())
            .labelled(&[("language", "window-staff-language")]),
        href: href(&seen.reference),
        may_shut: open
            || seen.secret_since.is_some()
            || seen.keys.iter().any(|it| matches!(it.stands, KeyStands::Used { .. })),
        open,
        keys,
        languages,
        secret,
        page: page
            .titled("window-staff")
            .under("/participants", "nav-participants")
            .under_named(participants::href(&reference), reference),
    }
}

/// `GET /participants/{reference}/window`.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let reference = match read(&reference) {
        Ok(reference) => reference,
        Err(problem) => return problem.into_response(),
    };
    match window::keys(&app, &who, &reference).await {
        Ok(seen) => {
            let view = view(page, &app, &seen);
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

/// `POST /participants/{reference}/window`: makes a key and shows its card. The card is the
/// answer itself: what is on it is told once, and may not be kept for a next page.
pub(super) async fn give(
    page: Page,
    State(app): State<App>,
    Extension(site): Extension<Arc<Site>>,
    Acting(who): Acting,
    headers: HeaderMap,
    Path(reference): Path<String>,
    Posted(form): Posted,
) -> Response {
    let reference = match read(&reference) {
        Ok(reference) => reference,
        Err(problem) => return problem.into_response(),
    };
    let language = Language::from_code(form.value("language")).unwrap_or(Language::Dutch);
    match window::give_key(&app, &who, &reference).await {
        Ok(given) => {
            let host = headers.get(header::HOST).and_then(|it| it.to_str().ok());
            let view =
                card(page, &app, &site, (&reference, host.unwrap_or_default()), &given, language);
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

fn card(
    page: Page,
    app: &App,
    site: &Site,
    (reference, host): (&Reference, &str),
    given: &Given,
    language: Language,
) -> CardPage {
    let card = Words::new(language);
    let scheme = if site.https { "https" } else { "http" };
    let back = href(reference);
    CardPage {
        card,
        programme: site.programme.clone(),
        door: format!("{host}/my"),
        link: format!("{scheme}://{host}/my/open/{}", given.token),
        code: given.code.to_string(),
        until: moment(card, given.until, &app.zone),
        page: page
            .titled("window-card")
            .under("/participants", "nav-participants")
            .under_named(participants::href(reference.as_str()), reference.to_string())
            .under(&back, "window-staff"),
        back,
    }
}

async fn changed(
    page: Page,
    result: Result<(), sleutel_actions::ActionError>,
    reference: &Reference,
    done: &str,
) -> Response {
    let to = href(reference);
    match result {
        Ok(()) => Page::redirect(&to, &Flash::new(FlashKind::Success, done)),
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Page::redirect(&to, &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}

/// `POST /participants/{reference}/window/withdraw`: takes back a key nobody used.
pub(super) async fn withdraw(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(form): Posted,
) -> Response {
    let (reference, key) = match (read(&reference), form.value("key").parse::<uuid::Uuid>()) {
        (Ok(reference), Ok(key)) => (reference, Id::new(key)),
        (Err(problem), _) => return problem.into_response(),
        (_, Err(_)) => return Problem::not_found().into_response(),
    };
    let done = window::withdraw_key(&app, &who, &reference, key).await;
    changed(page, done, &reference, "window-staff-withdrawn").await
}

/// `POST /participants/{reference}/window/shut`: shuts the window.
pub(super) async fn shut(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(_): Posted,
) -> Response {
    let reference = match read(&reference) {
        Ok(reference) => reference,
        Err(problem) => return problem.into_response(),
    };
    let done = window::shut(&app, &who, &reference).await;
    changed(page, done, &reference, "window-staff-shut").await
}
