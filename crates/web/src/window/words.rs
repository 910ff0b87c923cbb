use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    window::{self, OwnWords, WordsDraft},
};

use crate::{Acting, Flash, FlashKind, Form, Page, Posted, access::moment, refused, session};

/// The fields, with the questions they ask.
const QUESTIONS: [(&str, &str); 3] =
    [("want", "participants-want"), ("can", "participants-can"), ("need", "participants-need")];

struct Earlier {
    when: String,
    who: String,
    answers: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "window/words.html")]
struct WordsPage {
    page: Page,
    form: Form,
    earlier: Vec<Earlier>,
    meanwhile: bool,
}

fn view(page: Page, app: &App, said: &OwnWords, form: Form, meanwhile: bool) -> WordsPage {
    let words = page.words;
    let earlier = said
        .said
        .iter()
        .map(|it| Earlier {
            when: moment(words, it.at, &app.zone),
            who: words.t(if it.themselves { "window-said-you" } else { "window-said-worker" }),
            answers: QUESTIONS
                .iter()
                .zip(&it.words)
                .filter_map(|((_, key), text)| Some((words.t(key), text.clone()?)))
                .collect(),
        })
        .collect();
    let form = form.labelled(&QUESTIONS);
    WordsPage { page: page.titled("window-words"), form, earlier, meanwhile }
}

async fn load(app: &App, who: &Who) -> Result<OwnWords, Response> {
    window::words(app, who).await.map_err(|it| refused::problem(&it).into_response())
}

/// `GET /my/words`: what somebody said they want, can and need, to say it again.
pub(super) async fn show(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    let said = match load(&app, &who).await {
        Ok(said) => said,
        Err(response) => return response,
    };
    let mut form = Form::new().filled("version", said.version.to_string());
    for ((field, _), text) in QUESTIONS.iter().zip([&said.now.want, &said.now.can, &said.now.need])
    {
        form.set(field, text.as_ref().map(ToString::to_string).unwrap_or_default());
    }
    let view = view(page, &app, &said, form, false);
    view.page.render(&view)
}

/// `POST /my/words`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(mut form): Posted,
) -> Response {
    let draft = WordsDraft {
        want: form.value("want").to_owned(),
        can: form.value("can").to_owned(),
        need: form.value("need").to_owned(),
        version: form.value("version").parse().unwrap_or_default(),
    };
    let error = match window::say(&app, &who, &draft).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "window-words-saved");
            return Page::redirect("/my/words", &flash);
        }
        Err(error) => error,
    };
    let meanwhile = matches!(error, ActionError::Changed);
    if !meanwhile && let Err(error) = refused::at_fields(&mut form, error) {
        return refused::problem(&error).into_response();
    }
    let said = match load(&app, &who).await {
        Ok(said) => said,
        Err(response) => return response,
    };
    if meanwhile {
        // What was typed stays; sent once more, it is saved on top of what there is now.
        form.set("version", said.version.to_string());
    }
    let view = view(page, &app, &said, form, meanwhile);
    session::unprocessable(&view.page, &view)
}
