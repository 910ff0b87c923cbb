//! One agreement: how far it is, who signed, what is missing, what can be done.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    agreements::{self, AgreementView, StepDraft},
    policy::{self, Action},
};
use sleutel_domain::agreements::{EndReason, SignedHow, State as Stage};
use sleutel_words::Words;

use super::{
    naming::{self, Line},
    paper,
};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    access::{action_words, actor_words, moment},
    participants, refused, session,
    show::{Choice, HistoryItem, Tone},
};

/// One step of the road of an agreement.
struct Step {
    label: String,
    when: String,
    now: bool,
}

struct PartyRow {
    role: String,
    name: String,
    /// When and how it signed, and who wrote that down.
    signed: Option<String>,
    by: String,
}

#[derive(Template)]
#[template(path = "agreements/one.html")]
struct OnePage {
    page: Page,
    href: String,
    version: i64,
    code: &'static str,
    state: String,
    tone: Tone,
    about: Option<String>,
    road: Vec<Step>,
    figures: Vec<(String, String)>,
    conditions: Vec<String>,
    parties: Vec<PartyRow>,
    faults: Vec<String>,
    missing: Vec<String>,
    others: Vec<Line>,
    file: Option<String>,
    household: String,
    name: String,
    may_change: bool,
    converts: bool,
    waiting: Vec<Choice>,
    hows: Vec<Choice>,
    reasons: Vec<Choice>,
    items: Vec<HistoryItem>,
    convert: Option<String>,
    /// The step somebody tried, as typed.
    form: Form,
    /// What the rules have against it.
    held: Option<String>,
    /// Where the household stands on its road, for who may see that.
    road_of: Option<String>,
}

/// `GET /agreements/{id}`.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
) -> Response {
    let id = match naming::id(&id) {
        Ok(id) => id,
        Err(problem) => return problem.into_response(),
    };
    let seen = match agreements::agreement(&app, &who, id).await {
        Ok(seen) => seen,
        Err(error) => return refused::refuse(&page, &error),
    };
    let blank = Form::new().filled("on", app.today().to_string());
    let view = view(page, &app, &who, &seen, blank, None);
    view.page.render(&view)
}

fn view(
    page: Page,
    app: &App,
    who: &Who,
    seen: &AgreementView,
    form: Form,
    held: Option<String>,
) -> OnePage {
    let words = page.words;
    let it = &seen.row.agreement;
    let text = paper::text(seen);
    let file = policy::may(who, Action::SeeParticipant)
        .then(|| participants::href(it.terms.household.as_str()));
    let waiting = it.unsigned();
    let converts = it.links.replaces.is_some();
    let convertible =
        matches!(it.state, Stage::InForce { .. }) && it.terms.kind.converts_into(seen.own_lease);
    let household = it.terms.household.to_string();
    OnePage {
        href: naming::href(it.id),
        version: seen.row.version,
        code: it.state.code(),
        state: words.name(&it.state),
        tone: naming::tone(it.state.code()),
        about: about(words, &it.state),
        road: road(words, seen),
        figures: words.agreement_figures(&text.as_ref()),
        conditions: conditions(seen),
        parties: parties(words, seen, &text),
        faults: seen.faults.iter().map(|it| words.agreement_fault(it)).collect(),
        missing: seen.missing.iter().map(|it| words.agreement_missing(it)).collect(),
        others: seen.others.iter().map(|it| Line::new(words, it)).collect(),
        file,
        name: seen.name.clone(),
        may_change: seen.may_change,
        converts,
        waiting: waiting.iter().map(|it| Choice::new(it.code(), words.name(it))).collect(),
        hows: SignedHow::ALL.iter().map(|it| Choice::new(it.code(), words.name(it))).collect(),
        reasons: EndReason::ALL
            .iter()
            .filter(|it| **it != EndReason::Converted)
            .map(|it| Choice::new(it.code(), words.name(it)))
            .collect(),
        items: history(words, app, seen),
        form: form.labelled(LABELS),
        held,
        road_of: policy::may(who, Action::SeeCase).then(|| crate::cases::href(&household)),
        convert: (convertible && seen.may_change).then(|| {
            let household = crate::listing::encode(&household);
            format!("/agreements/new?household={household}&kind={}", seen.own_lease.code())
        }),
        page: page.called(words.name(&it.terms.kind)).under("/agreements", "nav-agreements"),
        household,
    }
}

/// The fields of the steps, each with its label.
const LABELS: &[(&str, &str)] = &[
    ("party", "agreements-sign-party"),
    ("by", "agreements-sign-by"),
    ("on", "agreements-sign-on"),
    ("how", "agreements-sign-how"),
    ("reason", "agreements-end-why"),
    ("why", "agreements-cancel-why"),
];

fn conditions(seen: &AgreementView) -> Vec<String> {
    let text = seen.row.agreement.terms.conditions.as_ref();
    let lines = text.map(|it| it.as_str().lines().map(str::trim).filter(|it| !it.is_empty()));
    lines.into_iter().flatten().map(str::to_owned).collect()
}

/// What there is to say of a state beyond its name.
fn about(words: Words, state: &Stage) -> Option<String> {
    let on = |key: &str, on, what: String| {
        words.t_with(key, &[("on", words.date(on).into()), ("what", what.into())])
    };
    match state {
        Stage::Drafted | Stage::Signed | Stage::InForce { .. } | Stage::Offered { .. } => None,
        Stage::Ended { on: day, reason } => {
            Some(on("agreements-ended-on", *day, words.name(reason)))
        }
        Stage::Cancelled { on: day, why } => {
            Some(on("agreements-cancelled-on", *day, words.agreement_dropped(why)))
        }
        Stage::Converted { on: day, into: _ } => {
            Some(words.t_with("agreements-converted-on", &[("on", words.date(*day).into())]))
        }
    }
}

/// The road from draft to end; the step it is at is marked.
fn road(words: Words, seen: &AgreementView) -> Vec<Step> {
    let it = &seen.row.agreement;
    let code = it.state.code();
    let last = match &it.state {
        Stage::Cancelled { .. } => "cancelled",
        Stage::Converted { .. } => "converted",
        Stage::Drafted
        | Stage::Offered { .. }
        | Stage::Signed
        | Stage::InForce { .. }
        | Stage::Ended { .. } => "ended",
    };
    let signed = it.signatures.iter().map(|it| it.on).max().filter(|_| it.unsigned().is_empty());
    let when = |step: &str| {
        let day = match (step, &it.state) {
            ("offered", Stage::Offered { on }) => Some(*on),
            ("signed", _) => signed,
            ("in-force", Stage::InForce { from, .. }) => Some(*from),
            ("ended", Stage::Ended { on, .. })
            | ("cancelled", Stage::Cancelled { on, .. })
            | ("converted", Stage::Converted { on, .. }) => Some(*on),
            ("ended", _) => it.last_day(),
            _ => None,
        };
        day.map(|it| words.date_short(it)).unwrap_or_default()
    };
    ["drafted", "offered", "signed", "in-force", last]
        .into_iter()
        .map(|step| Step {
            label: words.t(&format!("agreement-state-{step}")),
            when: when(step),
            now: step == code,
        })
        .collect()
}

fn parties(words: Words, seen: &AgreementView, text: &paper::Names) -> Vec<PartyRow> {
    let it = &seen.row.agreement;
    let named = text.as_ref();
    let row = |party: &sleutel_domain::agreements::Signatory| {
        let signature = it.signatures.iter().find(|it| it.party == *party);
        PartyRow {
            role: words.name(party),
            name: named.name(*party).to_owned(),
            signed: signature.map(|it| {
                let values =
                    [("on", words.date(it.on).into()), ("how", words.name(&it.how).into())];
                words.t_with("agreements-signed-on", &values)
            }),
            by: signature.map_or_else(String::new, |it| {
                let recorder = actor_words(words, &it.recorded_by);
                let values = [("by", it.by.as_str().into()), ("recorder", recorder.into())];
                words.t_with("agreements-signed-by", &values)
            }),
        }
    };
    it.terms.kind.parties().iter().map(row).collect()
}

fn history(words: Words, app: &App, seen: &AgreementView) -> Vec<HistoryItem> {
    let change = Action::ChangeAgreement.code();
    let done = seen.log.rows.iter().filter(|it| it.line.action == change);
    done.map(|it| {
        let detail: serde_json::Value = serde_json::from_str(&it.line.detail).unwrap_or_default();
        let what = detail["step"].as_str().and_then(did).map(|key| words.t(key));
        HistoryItem {
            when: moment(words, it.line.at, &app.zone),
            datetime: it.line.at.to_string(),
            who: actor_words(words, &it.line.actor),
            what: what.unwrap_or_else(|| action_words(words, &it.line.action)),
            changes: Vec::new(),
        }
    })
    .collect()
}

/// The words for a step in the log.
fn did(step: &str) -> Option<&'static str> {
    Some(match step {
        "drafted" => "agreements-did-drafted",
        "begun" => "agreements-did-begun",
        "changed" => "agreements-did-changed",
        "offered" => "agreements-did-offered",
        "signature" => "agreements-did-signature",
        "started" => "agreements-did-started",
        "converted" => "agreements-did-converted",
        "ended" => "agreements-did-ended",
        "cancelled" => "agreements-did-cancelled",
        _ => return None,
    })
}

fn typed(form: &Form) -> Option<(StepDraft, &'static str)> {
    let text = |name: &str| form.value(name).trim().to_owned();
    Some(match form.value("step") {
        "offer" => (StepDraft::Offer, "agreements-did-offered"),
        "sign" => (
            StepDraft::Sign {
                party: text("party"),
                by: text("by"),
                on: text("on"),
                how: text("how"),
            },
            "agreements-did-signature",
        ),
        "start" => (StepDraft::Start, "agreements-did-started"),
        "end" => {
            (StepDraft::End { on: text("on"), reason: text("reason") }, "agreements-did-ended")
        }
        "cancel" => (StepDraft::Cancel { why: text("why") }, "agreements-did-cancelled"),
        _ => return None,
    })
}

/// `POST /agreements/{id}/step`.
pub(super) async fn step(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(mut form): Posted,
) -> Response {
    let id = match naming::id(&id) {
        Ok(id) => id,
        Err(problem) => return problem.into_response(),
    };
    let Some((draft, done)) = typed(&form) else { return Problem::bad_request().into_response() };
    let version = form.value("version").parse().unwrap_or(0);
    let to = naming::href(id);
    let error = match agreements::step(&app, &who, id, version, &draft).await {
        Ok(()) => return Page::redirect(&to, &Flash::new(FlashKind::Success, done)),
        Err(error) => error,
    };
    // What was typed comes back with what is against it.
    let typed = !matches!(draft, StepDraft::Offer | StepDraft::Start);
    let held = match (refused::at_fields(&mut form, error), typed) {
        (Ok(()), _) => None,
        (Err(ActionError::Hold(hold)), true) => Some(refused::hold_words(&hold, page.words)),
        (Err(error), _) => {
            return match refused::flash(&error, page.words) {
                Some(flash) => Page::redirect(&to, &flash),
                None => refused::refuse(&page, &error),
            };
        }
    };
    match agreements::agreement(&app, &who, id).await {
        Ok(seen) => {
            let view = view(page, &app, &who, &seen, form, held);
            session::unprocessable(&view.page, &view)
        }
        Err(error) => refused::refuse(&page, &error),
    }
}
