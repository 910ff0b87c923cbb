//! A proposal worked out again and gone over by the checker, while somebody waits.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Who,
    rounds::{self, Checked, Made, Replayed, RoundFrame},
};
use sleutel_domain::{Id, placement::Round};

use super::{At, asked, refuse};
use crate::{Acting, Page, Posted, Query, show::Tone};

/// What replay and check showed, in words.
#[derive(Debug)]
struct Outcome {
    tone: Tone,
    verdict: &'static str,
    replay: Vec<String>,
    check: String,
    goals: Vec<(String, String)>,
}

/// One proposal to be replayed and checked, or that was.
#[derive(Debug, Template)]
#[template(path = "rounds/check.html")]
struct CheckPage {
    page: Page,
    base: String,
    called: String,
    question: String,
    result: Option<Outcome>,
}

/// `GET /rounds/{id}/check`: what it is, and the button.
pub(super) async fn ask(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    RawQuery(raw): RawQuery,
) -> Response {
    match wanted(&app, &who, id, raw.as_deref()).await {
        Ok((frame, made)) => shown(page, &frame, &made, None),
        Err(error) => refuse(&page, &error),
    }
}

/// `POST /rounds/{id}/check`: does it, and says what came out.
pub(super) async fn check(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    RawQuery(raw): RawQuery,
    Posted(_): Posted,
) -> Response {
    match done(&app, &who, id, raw.as_deref()).await {
        Ok((frame, made, replayed, checked)) => {
            let result = in_words(&page, &replayed, &checked);
            shown(page, &frame, &made, Some(result))
        }
        Err(error) => refuse(&page, &error),
    }
}

/// The proposal or trial an address asks for: the newest unless it names another by number.
async fn wanted(
    app: &App,
    who: &Who,
    id: Id<Round>,
    raw: Option<&str>,
) -> Result<(RoundFrame, Made), ActionError> {
    let frame = rounds::frame(app, who, id).await?;
    let made = frame.outcomes.find(asked::asked(&Query::parse(raw)));
    let made = made.ok_or(ActionError::NotFound)?;
    Ok((frame, made))
}

async fn done(
    app: &App,
    who: &Who,
    id: Id<Round>,
    raw: Option<&str>,
) -> Result<(RoundFrame, Made, Replayed, Checked), ActionError> {
    let (frame, made) = wanted(app, who, id, raw).await?;
    let replayed = rounds::replay(app, who, made.row.id).await?;
    let checked = rounds::check(app, who, made.row.id).await?;
    Ok((frame, made, replayed, checked))
}

fn in_words(page: &Page, replayed: &Replayed, checked: &Checked) -> Outcome {
    let words = page.words;
    let sound = checked.violations.is_empty();
    let mut replay = vec![page.t(if replayed.same { "check-same" } else { "check-other" })];
    if !replayed.input_whole {
        replay.push(page.t("check-input-changed"));
    }
    if replayed.other_engine() {
        let (then, now) = (replayed.engine_then.as_str(), replayed.engine_now);
        replay.push(page.t2("check-engine", "then", then, "now", now));
    }
    let (tone, verdict) = match (replayed.sound(), sound) {
        (true, true) => (Tone::Good, "check-all-good"),
        (false, true) => (Tone::Attention, "check-not-the-same"),
        (true | false, false) => (Tone::Bad, "check-unsound"),
    };
    let check = if sound {
        page.t1("check-sound", "placed", checked.placed)
    } else {
        page.t1("check-violations", "count", checked.violations.len())
    };
    let goals = checked.goals.iter();
    let goals = goals.map(|it| (words.name(&it.goal), words.goal_reached(it))).collect();
    Outcome { tone, verdict, replay, check, goals }
}

fn shown(page: Page, frame: &RoundFrame, made: &Made, result: Option<Outcome>) -> Response {
    let base = format!("/rounds/{}", frame.round.id);
    let page = page
        .titled("check-title")
        .under("/rounds", "nav-rounds")
        .under_named(base.clone(), frame.round.name.as_str());
    let view = CheckPage {
        called: asked::called(page.words, made),
        question: asked::question(made.which()),
        base,
        result,
        page,
    };
    view.page.render(&view)
}
