use askama::Template;
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use sleutel_actions::{
    App, Who,
    cases::{self, BeginDraft, CaseView, Doing, FormEvent, SeenDecision, SeenEvent},
    plan,
    policy::{self, Action},
};
use sleutel_domain::{
    LongText, Phrase, Reference,
    access::Party,
    cases::{Act, Refusal},
};
use sleutel_words::Words;

use super::{
    beside::{self, StepForm},
    href,
    road::{Stop, stops},
    shown::{doing_key, due_words, route_of},
};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    access::{actor_words, moment},
    forms, participants,
    plan::Card,
    refused, session,
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

/// A decision of the municipality, in words.
pub(super) struct Decision {
    /// On what.
    pub(super) what: String,
    /// What there is to say of it.
    pub(super) rows: Vec<(String, String)>,
}

/// Something that happened: to the file, with its number, or to a form of the household.
struct Line {
    number: Option<u32>,
    href: Option<String>,
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
    forms: Vec<StepForm>,
    begin: String,
    agreements: Vec<beside::Line>,
    missing: Vec<String>,
    home: Option<Home>,
    decisions: Vec<Decision>,
    facts: Vec<String>,
    shows_facts: bool,
    lines: Vec<Line>,
    hidden: bool,
    participant: Option<String>,
    guest: Option<String>,
    goes_on_as: Option<(String, String)>,
    tasks: Option<String>,
    card: Option<Card>,
    documents: Option<String>,
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
            let mut view = view(page, &app, &seen);
            if seen.guest.is_none() && policy::may(&who, Action::SeePlan) {
                match plan::overview(&app, &who, &reference).await {
                    Ok(found) => view.card = Some(Card::new(&view.page, &reference, &found)),
                    Err(error) => return refused::problem(&error).into_response(),
                }
            }
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

/// `GET /cases/{reference}/begin`: for a household that is on no road, or whose road ended.
pub(super) async fn ask_begin(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    match cases::view(&app, &who, &reference).await {
        Ok(Some(seen)) if !seen.may_begin_again() => {
            Redirect::to(&href(reference.as_str())).into_response()
        }
        Ok(_) => {
            let view = begin_view(page, &app, &who, &reference, Form::new());
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
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
    // What holds the step beside the road, for who would end it.
    let held = seen.choices.ends.iter().find_map(|it| {
        let beside =
            |it: &&Refusal| matches!(it, Refusal::FormsNotSent(_) | Refusal::AgreementsMissing(_));
        it.against.as_ref().filter(beside)
    });
    if let Some(held) = held {
        let why = words.road_refusal(held, Some(state.route));
        now.push((words.t("cases-now-held"), why));
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
        // How it ended can hold words that are not for them.
        standing: if (association || seen.guest.is_some()) && state.open().is_none() {
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
        forms: beside::forms(words, seen),
        begin: format!("{}/forms", participants::href(&reference)),
        agreements: beside::agreements(words, seen),
        missing: seen.missing.iter().map(|it| words.agreement_missing(it)).collect(),
        home: home(words, seen),
        decisions: seen.decisions.iter().map(|it| decision(words, seen, it)).collect(),
        facts: state
            .facts
            .iter()
            .map(|(fact, on)| format!("{}: {}", words.name(fact), words.date(*on)))
            .collect(),
        shows_facts: !association,
        lines: lines(words, app, seen),
        hidden: seen.events.len() < seen.file.events().len()
            || seen.events.iter().any(|it| !it.words),
        goes_on_as: seen.goes_on_as.as_ref().map(|it| {
            let text = page.t1("participants-merge-aside-text", "kept", it.to_string());
            (super::href(it.as_str()), text)
        }),
        guest: seen.guest.map(|until| page.t1("guests-banner", "date", page.date(&until))),
        tasks: seen.has_tasks.then(|| crate::tasks::on(&reference)),
        participant: seen.opens_participant.then(|| participants::href(&reference)),
        card: None,
        documents: seen.guest.is_none().then(|| crate::documents::list_href(&reference)),
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

/// The decision an objection is against, with why somebody objects to it, for who answers it.
pub(super) fn objected_to(words: Words, seen: &CaseView<'_>) -> Option<Decision> {
    let number = seen.choices.objection?;
    let of =
        |it: &&SeenDecision| it.decided.objection.as_ref().is_some_and(|it| it.event == number);
    let mut decision = decision(words, seen, seen.decisions.iter().find(of)?);
    let event = seen.events.iter().find(|it| it.event.number == number)?;
    if let Act::ObjectionLodged { grounds, .. } = &event.event.act {
        let said = grounds.as_ref().filter(|_| event.words);
        let said = said.map_or_else(|| words.t("cases-objection-no-grounds"), ToString::to_string);
        decision.rows.push((words.t("cases-field-grounds"), said));
    }
    Some(decision)
}

fn decision(words: Words, seen: &CaseView<'_>, seen_as: &SeenDecision) -> Decision {
    let it = &seen_as.decided;
    let step = words.step_name(seen.file.state().route, &it.step);
    let outcome = words.name(&it.outcome);
    let until = words.date(it.objections_until);
    let mut rows = vec![(words.date(it.on), outcome)];
    if seen_as.words {
        rows.push((words.t("cases-decision-reasons"), it.reasons.to_string()));
    }
    if let Some(conditions) = it.conditions.as_ref().filter(|_| seen_as.words) {
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

/// What happened to the file, newest first, with what happened to forms put in by day, and
/// within a day by when it was written down.
fn lines(words: Words, app: &App, seen: &CaseView<'_>) -> Vec<Line> {
    let mut forms = seen.form_events.iter().rev().peekable();
    let mut lines = Vec::new();
    for it in seen.events.iter().rev() {
        let later = |form: &&FormEvent| {
            let on = form.line.at.to_zoned(app.zone.clone()).date();
            (on, form.line.at) > (it.event.on, it.event.recorded)
        };
        while let Some(form) = forms.next_if(later) {
            lines.push(form_line(words, app, form));
        }
        lines.push(line(words, app, seen, it));
    }
    lines.extend(forms.map(|it| form_line(words, app, it)));
    lines
}

fn form_line(words: Words, app: &App, it: &FormEvent) -> Line {
    let title = match &it.title {
        Ok(title) => words.wording(title),
        Err(code) => code,
    };
    let on = it.line.at.to_zoned(app.zone.clone()).date();
    let recorded = moment(words, it.line.at, &app.zone);
    let values = [("form", title.into()), ("act", words.name(&it.line.act).into())];
    Line {
        number: None,
        href: Some(forms::href(it.id)),
        what: words.t_with("cases-history-form", &values),
        datetime: on.to_string(),
        on: words.date(on),
        who: it.line.actor.clone(),
        recorded: words.t_with("cases-history-recorded", &[("moment", recorded.into())]),
        words: it.line.remarks.clone(),
        struck: None,
        strike: None,
    }
}

fn line(words: Words, app: &App, seen: &CaseView<'_>, it: &SeenEvent) -> Line {
    let event = &it.event;
    let who = match event.who.for_party {
        None => actor_words(words, event.who.name.as_str()),
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
        number: Some(event.number),
        href: None,
        what: if !it.words && matches!(event.act, Act::HandedOver { .. }) {
            words.t("case-event-handed-over-elsewhere")
        } else {
            words.case_event(event, app.routes(), seen.file.state().route)
        },
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
