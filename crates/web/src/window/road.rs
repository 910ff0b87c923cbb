use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    cases::{CaseView, SeenDecision},
    window::{self, OwnPage, OwnView},
};
use sleutel_domain::{access::Party, cases::Offer};
use sleutel_words::Words;

use super::{home::own_step, whose_turn};
use crate::{
    Acting, Page,
    cases::{Stop, stops},
    refused,
};

struct Decision {
    what: String,
    rows: Vec<(String, String)>,
    object: Option<String>,
    objected: Option<String>,
}

/// The home on offer or accepted, with when it can be seen.
pub(super) struct Home {
    pub(super) title: String,
    pub(super) rows: Vec<(String, String)>,
    pub(super) calendar: bool,
}

struct Road {
    name: String,
    step: String,
    turn: String,
    due: Option<String>,
    explained: Option<String>,
    own_step: bool,
    /// What one's own step still waits for.
    waits: Option<String>,
    stops: Vec<Stop>,
    decisions: Vec<Decision>,
    may_stop: bool,
}

#[derive(Template)]
#[template(path = "window/road.html")]
struct RoadPage {
    page: Page,
    road: Option<Road>,
    home: Option<Home>,
}

/// `GET /my/road`.
pub(super) async fn show(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    match window::see(&app, &who, OwnPage::Road).await {
        Ok(seen) => {
            let words = page.words;
            let view = RoadPage {
                road: seen.road.as_ref().map(|it| road(words, &app, it)),
                home: home(words, &seen),
                page: page.titled("window-road"),
            };
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

fn road(words: Words, app: &App, seen: &CaseView<'_>) -> Road {
    let (state, today) = (seen.file.state(), app.today());
    let participant = words.name(&Party::Participant);
    let mut stops = stops(words, seen, today);
    for stop in stops.iter_mut().filter(|it| it.who == participant) {
        stop.who = words.t("window-you");
    }
    let (turn, due) = whose_turn(words, state, today);
    Road {
        name: words.wording(&state.route.name).to_owned(),
        step: words.case_standing(&state.standing, state.route),
        turn,
        due,
        explained: state.step().map(|it| words.wording(&it.explanation).to_owned()),
        own_step: own_step(seen).is_ok_and(|can| can),
        waits: own_step(seen).err().map(|it| words.road_refusal(it, Some(state.route))),
        stops,
        decisions: seen.decisions.iter().rev().map(|it| decision(words, seen, it)).collect(),
        may_stop: seen.choices.withdraw.contains(&Party::Participant),
    }
}

fn decision(words: Words, seen: &CaseView<'_>, it: &SeenDecision) -> Decision {
    let it = &it.decided;
    let step = words.step_name(seen.file.state().route, &it.step);
    let mut rows = vec![
        (words.t("window-decided"), words.name(&it.outcome)),
        (words.t("window-decided-on"), words.date(it.on)),
        (words.t("window-decided-why"), it.reasons.to_string()),
    ];
    if let Some(conditions) = &it.conditions {
        rows.push((words.t("window-decided-conditions"), conditions.to_string()));
    }
    let objected = it.objection.as_ref().map(|objection| match objection.outcome {
        None => {
            words.t_with("window-objection-waits", &[("date", words.date(objection.due).into())])
        }
        Some((outcome, on)) => words.t_with(
            "window-objection-decided",
            &[("outcome", words.name(&outcome).into()), ("date", words.date(on).into())],
        ),
    });
    if objected.is_none() {
        rows.push((words.t("window-object-until"), words.date(it.objections_until)));
    }
    let object =
        (seen.choices.object == Some(it.event)).then(|| format!("/my/object/{}", it.event));
    Decision { what: step, rows, object, objected }
}

/// The home on offer or accepted, in words.
pub(super) fn home(words: Words, seen: &OwnView<'_>) -> Option<Home> {
    let (home, road) = (seen.home.as_ref()?, seen.road.as_ref()?);
    let offer = road.file.state().offer.as_ref();
    let facts = &home.facts;
    let rooms = words.t_with("window-home-rooms-count", &[("count", facts.rooms.into())]);
    let floor = match (facts.floor, facts.lift) {
        (0, _) => words.t("window-home-ground"),
        (floor, true) => words.t_with("window-home-floor-lift", &[("floor", floor.into())]),
        (floor, false) => words.t_with("window-home-floor-stairs", &[("floor", floor.into())]),
    };
    let mut rows = vec![
        (words.t("window-home-rent"), words.money(facts.rent)),
        (words.t("window-home-rooms"), rooms),
        (words.t("window-home-floor"), floor),
        (words.t("window-home-from"), words.date(home.from)),
    ];
    let viewing = offer.and_then(|it| it.viewing.as_ref());
    if let Some(viewing) = viewing {
        let when = words.moment(viewing.at);
        rows.push((words.t("window-home-viewing"), format!("{when}, {}", viewing.place)));
    }
    if let Some(Offer { until, .. }) = offer {
        rows.push((words.t("window-home-until"), words.date(*until)));
    }
    Some(Home { title: home.address.clone(), rows, calendar: viewing.is_some() })
}

/// `GET /my/viewing.ics`: the viewing, for one's own calendar.
pub(super) async fn viewing(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    let summary = page.t("cases-home-calendar-summary");
    match window::viewing_file(&app, &who, &summary).await {
        Ok(text) => {
            let headers = [
                (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"viewing.ics\""),
                (header::CACHE_CONTROL, "private, no-store"),
            ];
            (headers, text).into_response()
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}
