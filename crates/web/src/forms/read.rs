use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    forms::{self, FormRoad, FormView, Side, Step},
};
use sleutel_domain::forms::FormAct;
use sleutel_words::{FormPart, Named};

use super::{
    fill::{complete, load},
    href, naming, status_tone,
};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted,
    access::moment,
    refused, session,
    show::{Choice, HistoryItem, Tone},
};

/// A step that may be taken now.
struct Act {
    code: &'static str,
    label: &'static str,
    text: Option<&'static str>,
    /// The label of the words that have to go with it.
    remarks: Option<&'static str>,
    /// Whether it is the one that leads on.
    first: bool,
}

#[derive(Template)]
#[template(path = "forms/read.html")]
struct ReadPage {
    page: Page,
    href: String,
    status: String,
    tone: Tone,
    about: Vec<(String, String)>,
    party: String,
    receives: bool,
    remark: Option<(String, String)>,
    parts: Vec<FormPart>,
    history: Vec<HistoryItem>,
    acts: Vec<Act>,
    receivers: Vec<Choice>,
    version: i64,
    form: Form,
    may_fill: bool,
    is_complete: bool,
    may_compare: bool,
    pdf: String,
    road: Option<Road>,
}

/// The road the form stands on.
struct Road {
    href: String,
    /// The step that asks it.
    step: Option<String>,
    /// The words of ending that step when sending, and why it cannot be.
    ends: Option<(String, Option<String>)>,
}

/// `GET /forms/{id}`.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
) -> Response {
    match load(&app, &who, &id).await {
        Ok(seen) => {
            let view = view(page, &app, &seen, Form::new());
            view.page.render(&view)
        }
        Err(response) => response,
    }
}

fn view(page: Page, app: &App, seen: &FormView, form: Form) -> ReadPage {
    let words = page.words;
    let page = naming::framed(page, seen);
    let remark = seen.history.first().filter(|_| seen.file.status.is_open());
    ReadPage {
        href: href(seen.file.id),
        status: page.name(&seen.file.status),
        tone: status_tone(seen.file.status),
        about: about(&page, seen),
        party: page.t1("forms-seen-by-party", "party", page.name(&seen.party)),
        receives: seen.side == Side::Receiver,
        remark: remark.and_then(|it| {
            let text = it.remarks.clone()?;
            Some((page.t1("forms-last-remark", "who", it.actor.as_str()), text))
        }),
        parts: words.form_parts(&seen.form, &seen.answers, |it| it.sees.contains(&seen.party)),
        history: history(&page, app, seen),
        acts: acts(seen),
        receivers: seen
            .receivers
            .iter()
            .map(|(code, name)| Choice::new(code.as_str(), name))
            .collect(),
        version: seen.file.version,
        form,
        may_fill: seen.draft.is_some(),
        is_complete: seen.faults.is_empty(),
        may_compare: seen.history.len() > 1,
        pdf: format!("{}/form.pdf", href(seen.file.id)),
        road: seen.road.as_ref().map(|it| road(&page, seen, it)),
        page,
    }
}

fn road(page: &Page, seen: &FormView, it: &FormRoad) -> Road {
    let words = page.words;
    let step = it.step.as_ref().map(|it| words.wording(it).to_owned());
    let called = |key: &str, why: String| {
        let name = step.clone().unwrap_or_default();
        words.t_with(key, &[("step", name.into()), ("why", why.into())])
    };
    let ends = it.ends.as_ref().map(|may| {
        let against = may.as_ref().err().map(|it| words.road_refusal(it, None));
        let against = against.map(|why| called("forms-ends-not", why));
        (called("forms-ends-step", String::new()), against)
    });
    Road { href: crate::cases::href(seen.file.reference.as_str()), step: step.clone(), ends }
}

fn about(page: &Page, seen: &FormView) -> Vec<(String, String)> {
    let language = page.words.language();
    let mut about = vec![(page.t("forms-reference"), seen.file.reference.to_string())];
    let to = match (&seen.recipient, seen.form.to) {
        (Some(name), _) => (page.t("forms-sent-to"), name.clone()),
        (None, Some(kind)) => (page.t("forms-to"), page.name(&kind)),
        (None, None) => (page.t("forms-to"), page.t("forms-to-nobody")),
    };
    about.push(to);
    about.push((page.t("forms-purpose"), seen.form.purpose.get(language).to_owned()));
    about.push((page.t("forms-ground"), seen.form.ground.get(language).to_owned()));
    let version = page.t1("forms-version", "version", i64::from(seen.form.version));
    about.push((page.t("forms-form"), version));
    if seen.side == Side::Sender {
        about.push((page.t("forms-answers"), complete(page, seen.completeness)));
    }
    about
}

fn history(page: &Page, app: &App, seen: &FormView) -> Vec<HistoryItem> {
    seen.history
        .iter()
        .map(|it| HistoryItem {
            what: page.name(&it.act),
            when: moment(page.words, it.at, &app.zone),
            datetime: it.at.to_string(),
            who: it.actor.clone(),
            changes: it
                .remarks
                .iter()
                .map(|text| (String::new(), String::new(), text.clone()))
                .collect(),
        })
        .collect()
}

fn acts(seen: &FormView) -> Vec<Act> {
    seen.may
        .iter()
        .filter_map(|act| {
            let (label, text, remarks) = match act {
                FormAct::Start => return None,
                FormAct::AskCheck => {
                    ("forms-act-ask-check", Some("forms-act-ask-check-text"), None)
                }
                FormAct::Approve => ("forms-act-approve", Some("forms-act-approve-text"), None),
                FormAct::AskChange => {
                    ("forms-act-ask-change", None, Some("forms-remarks-ask-change"))
                }
                FormAct::Reopen => ("forms-act-reopen", Some("forms-act-reopen-text"), None),
                FormAct::Send => ("forms-act-send", Some("forms-act-send-text"), None),
                FormAct::Receive => ("forms-act-receive", Some("forms-act-receive-text"), None),
                FormAct::Return => ("forms-act-return", None, Some("forms-remarks-return")),
                FormAct::TakeBack => (
                    "forms-act-take-back",
                    Some("forms-act-take-back-text"),
                    Some("forms-remarks-take-back"),
                ),
            };
            let first = matches!(
                act,
                FormAct::AskCheck | FormAct::Approve | FormAct::Send | FormAct::Receive
            );
            Some(Act { code: act.code(), label, text, remarks, first })
        })
        .collect()
}

/// `POST /forms/{id}/step`.
pub(super) async fn step(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let Some(file) = naming::id(&id) else {
        return crate::Problem::not_found().into_response();
    };
    let Some(act) = FormAct::from_code(form.value("act")) else {
        return crate::Problem::unprocessable().into_response();
    };
    let asked = Step {
        act,
        version: form.value("version").parse().unwrap_or_default(),
        remarks: form.value("remarks").to_owned(),
        recipient: form.value("recipient").to_owned(),
        ends_step: form.value("ends-step") == "yes",
    };
    let error = match forms::step(&app, &who, file, &asked).await {
        Ok(status) => {
            let flash = Flash::new(FlashKind::Success, "forms-did-flash")
                .with("status", page.name(&status));
            // A receiver who gave a form back, or a colleague who looked, may not see it now.
            let stays = forms::view(&app, &who, file).await.is_ok();
            let to = if stays { href(file) } else { "/forms".to_owned() };
            return Page::redirect(&to, &flash);
        }
        Err(error) => error,
    };
    if let Some(flash) = refused::flash(&error, page.words) {
        return Page::redirect(&href(file), &flash);
    }
    // Fields are called by the step they belong to: two of them have remarks.
    let named = |name: &str| format!("{name}-{}", act.code());
    let mut kept = Form::new();
    kept.set(&named("remarks"), form.value("remarks"));
    kept.set(&named("recipient"), form.value("recipient"));
    kept.set("ends-step", form.value("ends-step"));
    let sleutel_actions::ActionError::Fields(faults) = error else {
        return refused::problem(&error).into_response();
    };
    for fault in faults {
        kept.refuse(&named(&fault.field), crate::FieldError::Fault(fault.fault));
    }
    match load(&app, &who, &id).await {
        Ok(seen) => {
            let view = view(page, &app, &seen, kept);
            session::unprocessable(&view.page, &view)
        }
        Err(response) => response,
    }
}

/// The key of what somebody did, for a list of versions.
pub(super) fn did(act: FormAct) -> &'static str {
    act.key()
}
