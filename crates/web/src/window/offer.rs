use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    cases::{ActDraft, Doing},
    window::{self, OwnPage, OwnView},
};
use sleutel_domain::cases::{Answered, Declining};

use super::{
    act::{Asking, Reason, does, shows},
    home::contact_words,
    road::{Home, home},
};
use crate::{Acting, Page, Posted, Problem, refused};

const BACK: &str = "/my/offer";

#[derive(Template)]
#[template(path = "window/offer.html")]
struct OfferPage {
    page: Page,
    home: Option<Home>,
    meaning: String,
    contact: String,
}

/// What saying no means on their road, in plain words; blank while there is nothing to answer.
fn meaning(page: &Page, seen: &OwnView<'_>) -> String {
    let Some(state) = seen.road.as_ref().map(|it| it.file.state()) else { return String::new() };
    match state.declining() {
        None => String::new(),
        Some(Declining::Ends(_)) => page.t("window-no-ends"),
        Some(Declining::Another { left }) => page.t1("window-no-another", "count", left),
        Some(Declining::LastOffer { then }) => {
            page.t1("window-no-last", "step", page.words.step_name(state.route, &then))
        }
        Some(Declining::NoConsequence) => page.t("window-no-free"),
    }
}

fn can_answer(seen: &OwnView<'_>) -> bool {
    seen.road.as_ref().is_some_and(|it| it.choices.has(Doing::Answer))
}

/// `GET /my/offer`: the home, what a no means, and the way to both answers.
pub(super) async fn show(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    match window::see(&app, &who, OwnPage::Offer).await {
        Ok(seen) => {
            let home = if can_answer(&seen) { home(page.words, &seen) } else { None };
            let (meaning, contact) = (meaning(&page, &seen), contact_words(&page, &seen.contact));
            let view = OfferPage { page: page.titled("window-offer"), home, meaning, contact };
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

fn asking(page: &Page, seen: &OwnView<'_>, answer: Answered) -> Option<Asking> {
    let address = seen.home.as_ref().filter(|_| can_answer(seen))?.address.clone();
    let yes = answer == Answered::Accepted;
    let about = if yes { "window-yes-about" } else { "window-no-about" };
    let mut about = vec![page.t1(about, "address", address)];
    if yes {
        about.push(page.t("window-yes-next"));
    } else {
        about.push(contact_words(page, &seen.contact));
    }
    Some(Asking {
        title: if yes { "window-yes" } else { "window-no" },
        about,
        warning: (!yes).then(|| meaning(page, seen)),
        choices: Vec::new(),
        reason: if yes { Reason::None } else { Reason::Line },
        label: "window-no-why",
        hint: "window-no-medical",
        button: if yes { "window-yes-do" } else { "window-no-do" },
        action: format!("/my/offer/{}", if yes { "yes" } else { "no" }),
        back: BACK,
    })
}

fn read(answer: &str) -> Result<Answered, Problem> {
    match answer {
        "yes" => Ok(Answered::Accepted),
        "no" => Ok(Answered::Declined),
        _ => Err(Problem::not_found()),
    }
}

/// `GET /my/offer/{answer}`: `yes` or `no`, once more before it is so.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(answer): Path<String>,
) -> Response {
    match read(&answer) {
        Ok(answer) => {
            let asking = |page: &Page, seen: &OwnView<'_>| asking(page, seen, answer);
            shows((page, &app, &who), asking, BACK).await
        }
        Err(problem) => problem.into_response(),
    }
}

/// `POST /my/offer/{answer}`.
pub(super) async fn answer(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(answer): Path<String>,
    Posted(form): Posted,
) -> Response {
    let answer = match read(&answer) {
        Ok(answer) => answer,
        Err(problem) => return problem.into_response(),
    };
    let draft = ActDraft {
        outcome: answer.code().to_owned(),
        reason: form.value("reason").to_owned(),
        ..ActDraft::default()
    };
    let asking = |page: &Page, seen: &OwnView<'_>| asking(page, seen, answer);
    does((page, &app, &who), Doing::Answer, draft, form, asking, (BACK, "window-answered")).await
}
