use askama::Template;
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App, Who,
    cases::{self, BeginDraft, CaseView, Doing, SeenEvent},
    policy::{self, Action},
};
use sleutel_domain::{
    LongText, Phrase, Reference,
    access::Party,
    cases::{Act, Decided},
};
use sleutel_words::Words;

use super::{
    href,
    road::{Stop, stops},
    shown::{doing_key, due_words, route_of},
};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    access::moment,
    participants, refused, session,
    show::{Choice, Tone},
};

struct Link {
    href: String,
    label: String,
}

struct Home {
    address: String,
    rows: Vec<(String, String)>,
    calendar: Option<String>,
}

struct Decision {
    what: String,
    rows: Vec<(String, String)>,
}

struct Line {
    number: u32,
    what: String,
    datetime: String,
    on: String,
    who: String,
    recorded: String,
    words: Option<String>,
    struck: Option<String>,
    strike: Option<String>,
}

#[derive(Template)]
#[template(path = "cases/file.html")]
struct FilePage {
    page: Page,
    reference: String,
    named: bool,
    standing: String,
    turn: String,
    tone: Tone,
    due: String,
    now: Vec<(String, String)>,
    explained: Option<String>,
    first: Vec<Link>,
    others: Vec<Link>,
    stops: Vec<Stop>,
    road_text: String,
    home: Option<Home>,
    decisions: Vec<Decision>,
    facts: Vec<String>,
    shows_facts: bool,
    lines: Vec<Line>,
    hidden: bool,
    participant: Option<String>,
    documents: String,
}

#[derive(Template)]
#[template(path = "cases/begin.html")]
struct BeginPage {
    page: Page,
    form: Form,
    reference: String,
    choices: Vec<Choice>,
    may_begin: bool,
    action: String,
    back: String,
}

/// `GET /cases/{reference}`.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    match cases::view(&app, &who, &reference).await {
        Ok(Some(seen)) => {
            let view = view(page, &app, &seen);
            view.page.render(&view)
        }
        Ok(None) => {
            let view = begin_view(page, &app, &who, &reference, Form::new());
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

fn begin_view(page: Page, app: &App, who: &Who, reference: &Reference, form: Form) -> BeginPage {
    let words = page.words;
    let today = app.today();
    let choices = app
        .routes()
        .codes()
        .into_iter()
        .filter_map(|code| app.routes().in_force(code, today))
        .map(|it| Choice::new(it.code.as_str(), words.wording(&it.name)))
        .collect();
    let back = participants::href(reference.as_str());
    BeginPage {
        page: page
            .titled("cases-begin")
            .under("/cases", "nav-cases")
            .under_named(&back, reference.to_string()),
        form: form.labelled(&[("route", "cases-route"), ("on", "cases-begin-on")]),
        reference: reference.to_string(),
        choices,
        may_begin: policy::may(who, Action::BeginCase),
        action: format!("{}/begin", href(reference.as_str())),
        back,
    }
}

/// `POST /cases/{reference}/begin`.
pub(super) async fn begin(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(mut form): Posted,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    let draft =
        BeginDraft { route: form.value("route").to_owned(), on: form.value("on").to_owned() };
    let to = href(reference.as_str());
    let words = page.words;
    match cases::begin(&app, &who, &reference, &draft).await {
        Ok(()) => Page::redirect(&to, &Flash::new(FlashKind::Success, "cases-begun")),
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => {
                let view = begin_view(page, &app, &who, &reference, form);
                session::unprocessable(&view.page, &view)
            }
            Err(error) => match refused::flash(&error, words) {
                Some(flash) => Page::redirect(&to, &flash),
                None => refused::problem(&error).into_response(),
            },
        },
    }
}

/// `GET /cases/{reference}/viewing.ics`: the viewing, for somebody's own calendar.
pub(super) async fn viewing(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    let summary = page.t("cases-home-calendar-summary");
    match cases::viewing_file(&app, &who, &reference, &summary).await {
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

fn view(page: Page, app: &App, seen: &CaseView<'_>) -> FilePage {
    let words = page.words;
    let today = app.today();
    let state = seen.file.state();
    let reference = seen.reference.to_string();
    let route = route_of(words, app.routes(), &state.route.code, seen.row.version);
    let version = i64::from(seen.row.version);
    let (due, tone) = due_words(words, seen.row.due, today);
    let mut now = Vec::new();
    if let Some(open) = state.open() {
        now.push((words.t("cases-now-since"), words.date(open.since)));
    }
    let missing: Vec<String> = state
        .step()
        .map(|step| state.missing(step))
        .unwrap_or_default()
        .iter()
        .map(|need| words.need(state.route, need))
        .collect();
    if !missing.is_empty() && seen.party != Party::Association {
        now.push((words.t("cases-now-needs"), words.list(&missing)));
    }
    let turn = match state.ball() {
        Some(party) => words.t_with("cases-now-text", &[("party", words.name(&party).into())]),
        None => words.t("cases-now-nobody"),
    };
    let (first, others) = links(words, seen);
    let name = seen.name.clone();
    let page = page.under("/cases", "nav-cases");
    let page = match &name {
        Some(name) => page.called(name.clone()).in_tab(&reference),
        None => page.called(&reference),
    };
    let association = seen.party == Party::Association;
    FilePage {
        named: name.is_some(),
        standing: if association && state.open().is_none() {
            words.t("cases-standing-ended")
        } else {
            words.case_standing(&state.standing, state.route)
        },
        turn,
        tone,
        due,
        now,
        explained: state.step().map(|it| words.wording(&it.explanation).to_owned()),
        first,
        others,
        stops: stops(words, seen, today),
        road_text: words
            .t_with("cases-road-text", &[("route", route.into()), ("version", version.into())]),
        home: home(words, seen),
        decisions: if association {
            Vec::new()
        } else {
            state.decisions.iter().map(|it| decision(words, seen, it)).collect()
        },
        facts: state
            .facts
            .iter()
            .map(|(fact, on)| format!("{}: {}", words.name(fact), words.date(*on)))
            .collect(),
        shows_facts: !association,
        lines: seen.events.iter().rev().map(|it| line(words, app, seen, it)).collect(),
        hidden: seen.events.len() < seen.file.events().len()
            || seen.events.iter().any(|it| !it.words),
        participant: seen.opens_participant.then(|| participants::href(&reference)),
        documents: crate::documents::list_href(&reference),
        reference,
        page,
    }
}

/// What somebody can do: what moves the file on, and the rest.
fn links(words: Words, seen: &CaseView<'_>) -> (Vec<Link>, Vec<Link>) {
    let choices = &seen.choices;
    let link = |doing: Doing| Link {
        href: format!("{}/do/{}", href(seen.reference.as_str()), doing.code()),
        label: words.t(doing_key(doing)),
    };
    let can = |open: &[cases::Open]| open.iter().any(|it| it.against.is_none());
    let first = [
        (Doing::EndStep, can(&choices.ends)),
        (Doing::Decide, can(&choices.decides)),
        (Doing::Answer, choices.has(Doing::Answer)),
        (Doing::PlanViewing, choices.has(Doing::PlanViewing)),
        (Doing::AnswerObjection, choices.objection.is_some()),
        (Doing::Resume, choices.has(Doing::Resume)),
        (Doing::Expire, choices.has(Doing::Expire)),
    ];
    let others = [
        (Doing::Establish, !choices.establish.is_empty()),
        (Doing::TakeFactBack, !choices.take_back.is_empty()),
        (Doing::Extend, choices.has(Doing::Extend)),
        (Doing::Object, choices.object.is_some()),
        (Doing::GoBack, !choices.back.is_empty()),
        (Doing::Pause, choices.has(Doing::Pause)),
        (Doing::HandOver, choices.has(Doing::HandOver)),
        (Doing::Move, !choices.moves.is_empty()),
        (Doing::Withdraw, !choices.withdraw.is_empty()),
    ];
    let taken = |list: &[(Doing, bool)]| -> Vec<Link> {
        list.iter().filter(|(_, may)| *may).map(|(doing, _)| link(*doing)).collect()
    };
    (taken(&first), taken(&others))
}

fn home(words: Words, seen: &CaseView<'_>) -> Option<Home> {
    let state = seen.file.state();
    let address = seen.address.clone()?;
    let Some(offer) = &state.offer else {
        state.home.as_ref()?;
        let rows = vec![(words.t("cases-home-accepted"), address.clone())];
        return Some(Home { address, rows, calendar: None });
    };
    let viewing = match &offer.viewing {
        None => words.t("cases-home-viewing-none"),
        Some(it) => words.t_with(
            "cases-home-viewing-at",
            &[
                ("date", words.date(it.at.date()).into()),
                ("time", it.at.strftime("%H:%M").to_string().into()),
                ("place", it.place.as_str().into()),
            ],
        ),
    };
    let calendar =
        offer.viewing.is_some().then(|| format!("{}/viewing.ics", href(seen.reference.as_str())));
    let since = words.t_with("cases-home-offered", &[("date", words.date(offer.on).into())]);
    let rows = vec![
        (since, offer.vacancy.to_string()),
        (words.t("cases-home-until"), words.date(offer.until)),
        (words.t("cases-home-viewing"), viewing),
    ];
    Some(Home { address, rows, calendar })
}

fn decision(words: Words, seen: &CaseView<'_>, it: &Decided) -> Decision {
    let step = words.step_name(seen.file.state().route, &it.step);
    let outcome = words.name(&it.outcome);
    let until = words.date(it.objections_until);
    let mut rows = vec![
        (words.date(it.on), outcome),
        (words.t("cases-decision-reasons"), it.reasons.to_string()),
    ];
    if let Some(conditions) = &it.conditions {
        rows.push((words.t("cases-decision-conditions"), conditions.to_string()));
    }
    let objection = match &it.objection {
        None => words.t_with("cases-decision-objections", &[("date", until.into())]),
        Some(objection) => {
            let mut text = match &objection.outcome {
                Some((outcome, on)) => format!("{}: {}", words.date(*on), words.name(outcome)),
                None => {
                    words.t_with("cases-objection", &[("date", words.date(objection.due).into())])
                }
            };
            if objection.late {
                text = format!("{text} ({})", words.t("cases-objection-late"));
            }
            text
        }
    };
    rows.push((words.t("case-event-objection-lodged"), objection));
    Decision { what: step, rows }
}

fn line(words: Words, app: &App, seen: &CaseView<'_>, it: &SeenEvent) -> Line {
    let event = &it.event;
    let who = match event.who.for_party {
        None => event.who.name.to_string(),
        Some(party) => words.t_with(
            "cases-history-for",
            &[("who", event.who.name.as_str().into()), ("party", words.name(&party).into())],
        ),
    };
    let recorded = moment(words, event.recorded, &app.zone);
    let strike = seen.choices.strike.contains(&event.number).then(|| {
        let base = href(seen.reference.as_str());
        format!("{base}/do/{}?event={}", Doing::StrikeOut.code(), event.number)
    });
    Line {
        number: event.number,
        what: words.case_event(event, app.routes(), seen.file.state().route),
        datetime: event.on.to_string(),
        on: words.date(event.on),
        who,
        recorded: words.t_with("cases-history-recorded", &[("moment", recorded.into())]),
        words: if it.words { written(&event.act) } else { None },
        struck: it
            .struck_by
            .map(|by| words.t_with("cases-history-struck", &[("number", i64::from(by).into())])),
        strike,
    }
}

/// What people wrote with an act.
fn written(act: &Act) -> Option<String> {
    let phrase = |it: &Phrase| Some(it.to_string());
    let long = |it: &LongText| Some(it.to_string());
    match act {
        Act::StepEnded { note, .. } => note.as_ref().and_then(long),
        Act::WentBack { reason, .. }
        | Act::Paused { reason, .. }
        | Act::Withdrawn { reason }
        | Act::MovedTo { reason, .. }
        | Act::FactWithdrawn { reason, .. }
        | Act::StruckOut { reason, .. } => phrase(reason),
        Act::TermExtended { reason, .. } => long(reason),
        Act::Decided { reasons, .. } | Act::ObjectionDecided { reasons, .. } => long(reasons),
        Act::ObjectionLodged { grounds, .. } => grounds.as_ref().and_then(long),
        Act::Answered { reason, .. } => reason.as_ref().and_then(phrase),
        Act::Started { .. }
        | Act::Resumed
        | Act::HandedOver { .. }
        | Act::Offered { .. }
        | Act::ViewingPlanned { .. }
        | Act::OfferExpired
        | Act::FactEstablished { .. } => None,
    }
}
