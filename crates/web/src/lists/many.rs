use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who, forms,
    lists::{self, Chosen, List, MOST, Many, ManyDraft, ManyView, Why},
    policy,
};
use sleutel_domain::{Reference, access::OrganisationKind};
use sleutel_store::lists::ManyLine;
use uuid::Uuid;

use super::{Opened, bar::many_key, open};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    access::moment,
    cases, forms as forms_pages,
    page::Crumb,
    refused, session,
    show::{Choice, Tone},
};

#[derive(Template)]
#[template(path = "lists/many.html")]
struct ManyPage {
    page: Page,
    many: Many,
    code: &'static str,
    form: Form,
    references: Vec<String>,
    /// The chosen rows as the form sends them.
    rows: Vec<String>,
    municipalities: Vec<Choice>,
    associations: Vec<Choice>,
    back: String,
}

struct Line {
    reference: String,
    href: String,
    outcome: String,
    tone: Tone,
}

#[derive(Template)]
#[template(path = "lists/done.html")]
struct DonePage {
    page: Page,
    id: String,
    summary: String,
    lines: Vec<Line>,
    may_undo: bool,
    until: String,
    undone: bool,
    back: String,
}

/// A row as a form sends it: `subject|reference|counter`.
pub(crate) fn written(it: &Chosen) -> String {
    format!("{}|{}|{}", it.subject, it.reference, it.mark)
}

fn read(text: &str) -> Option<Chosen> {
    let mut parts = text.split('|');
    let (subject, reference, mark) = (parts.next()?, parts.next()?, parts.next()?);
    let (reference, mark) = (Reference::new(reference).ok()?, mark.parse().ok()?);
    Some(Chosen { subject: subject.to_owned(), reference, mark })
}

fn back(list: List, form: &Form) -> String {
    let query = form.value("query");
    let query = if query.is_empty() { "saved=none" } else { query };
    format!("/{}?{query}", list.code())
}

/// Everything the filters find, when no more than may.
async fn matching(
    page: &Page,
    app: &App,
    who: &Who,
    list: List,
    query: &str,
) -> Result<Vec<Chosen>, Response> {
    let opened: Opened = open(page, app, who, list, Some(query)).await?;
    let found = match list {
        List::Cases => cases::matching(app, who, &opened).await,
        List::Forms => forms_pages::matching(app, who, &opened).await,
        List::Decisions | List::Agreements | List::Participants => Err(ActionError::NotFound),
    };
    found.map_err(|error| refused::problem(&error).into_response())
}

async fn view(
    page: Page,
    app: &App,
    who: &Who,
    many: Many,
    chosen: &[Chosen],
    mut form: Form,
) -> Result<ManyPage, Response> {
    let mut receivers = [Vec::new(), Vec::new()];
    if many == Many::SendForms {
        let kinds = [OrganisationKind::Municipality, OrganisationKind::Association];
        for (kind, into) in kinds.into_iter().zip(&mut receivers) {
            let found = forms::receivers_of(app, who, kind).await;
            let found = found.map_err(|error| refused::problem(&error).into_response())?;
            *into =
                found.into_iter().map(|(code, name)| Choice::new(code.as_str(), name)).collect();
        }
        if let ([only], "") = (receivers[0].as_slice(), form.value("municipality")) {
            form.set("municipality", only.value.clone());
        }
    }
    let [municipalities, associations] = receivers;
    let list = many.list();
    let back = back(list, &form);
    let mut page = page.titled(many_key(many));
    let key = if list == List::Forms { "forms-title" } else { "nav-cases" };
    page.crumbs.push(Crumb { href: back.clone(), label: page.t(key) });
    Ok(ManyPage {
        many,
        code: list.code(),
        form: form.labelled(&[("reason", "many-reason"), ("until", "many-until")]),
        references: chosen.iter().map(|it| it.reference.to_string()).collect(),
        rows: chosen.iter().map(written).collect(),
        municipalities,
        associations,
        back,
        page,
    })
}

/// `POST /many/{list}`: what was chosen, and what is asked before it is done. Changes nothing.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(list): Path<String>,
    Posted(form): Posted,
) -> Response {
    let Some(list) = List::from_code(&list) else { return Problem::not_found().into_response() };
    let back = back(list, &form);
    let many = Many::from_code(form.value("do")).filter(|it| it.list() == list);
    let Some(many) = many else {
        return Page::redirect(&back, &Flash::new(FlashKind::Warning, "many-choose-what"));
    };
    if !policy::may(&who, many.action()) {
        return Problem::forbidden().into_response();
    }
    let chosen = if form.ticked("all") {
        match matching(&page, &app, &who, list, form.value("query")).await {
            Ok(chosen) => chosen,
            Err(response) => return response,
        }
    } else {
        form.values("row").into_iter().filter_map(read).collect()
    };
    if chosen.is_empty() {
        return Page::redirect(&back, &Flash::new(FlashKind::Warning, "many-choose-rows"));
    }
    if chosen.len() > usize::try_from(MOST).unwrap_or(usize::MAX) {
        let flash = Flash::new(FlashKind::Warning, "many-too-many").with("most", MOST);
        return Page::redirect(&back, &flash);
    }
    let blank = Form::new().filled("query", form.value("query"));
    match view(page, &app, &who, many, &chosen, blank).await {
        Ok(view) => view.page.render(&view),
        Err(response) => response,
    }
}

/// `POST /many/{list}/do`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(list): Path<String>,
    Posted(mut form): Posted,
) -> Response {
    let list = List::from_code(&list);
    let many = Many::from_code(form.value("do")).filter(|it| Some(it.list()) == list);
    let Some(many) = many else { return Problem::not_found().into_response() };
    let text = |name: &str| form.value(name).to_owned();
    let draft = ManyDraft {
        many,
        chosen: form.values("row").into_iter().filter_map(read).collect(),
        reason: text("reason"),
        until: text("until"),
        municipality: text("municipality"),
        association: text("association"),
    };
    let words = page.words;
    match lists::do_many(&app, &who, &draft).await {
        Ok(id) => {
            let flash = Flash::new(FlashKind::Info, "many-done-flash");
            Page::redirect(&format!("/many/done/{id}"), &flash)
        }
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => match view(page, &app, &who, many, &draft.chosen, form).await {
                Ok(view) => session::unprocessable(&view.page, &view),
                Err(response) => response,
            },
            Err(error) => refused::problem_in(&error, words).into_response(),
        },
    }
}

fn why(page: &Page, code: &str) -> String {
    let key = match Why::from_code(code) {
        Some(Why::Changed) => "many-why-changed",
        Some(Why::NotThere) => "many-why-not-there",
        Some(Why::NotYours) => "many-why-not-yours",
        Some(Why::Ended) => "many-why-ended",
        Some(Why::Resting) => "many-why-resting",
        Some(Why::NotResting) => "many-why-not-resting",
        Some(Why::TooEarly) => "many-why-too-early",
        Some(Why::LaterDepends) => "many-why-later-depends",
        Some(Why::NotNow) => "many-why-not-now",
        Some(Why::Incomplete) => "many-why-incomplete",
        Some(Why::NoReceiver) => "many-why-no-receiver",
        Some(Why::Road) | None => "many-why-road",
    };
    page.t(key)
}

fn line(page: &Page, many: Many, it: &ManyLine) -> Line {
    let (outcome, tone) = match (&it.refused, &it.kept, it.undone) {
        (Some(code), _, _) => (page.t1("many-refused", "why", why(page, code)), Tone::Attention),
        (None, Some(code), _) => (page.t1("many-kept", "why", why(page, code)), Tone::Attention),
        (None, None, true) => (page.t("many-line-undone"), Tone::Neutral),
        (None, None, false) => {
            let key = match many {
                Many::Pause => "many-line-pause",
                Many::Resume => "many-line-resume",
                Many::SendForms => "many-line-send-forms",
            };
            (page.t(key), Tone::Good)
        }
    };
    let href = match many {
        Many::Pause | Many::Resume => cases::href(it.reference.as_str()),
        Many::SendForms => format!("/forms/{}", crate::listing::encode(&it.subject)),
    };
    Line { reference: it.reference.to_string(), href, outcome, tone }
}

fn counted(seen: &ManyView, of: impl Fn(&ManyLine) -> bool) -> i64 {
    i64::try_from(seen.lines.iter().filter(|it| of(it)).count()).unwrap_or(i64::MAX)
}

/// `GET /many/done/{id}`: what became of each row.
pub(super) async fn outcome(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
) -> Response {
    let Ok(id) = id.parse::<Uuid>() else { return Problem::not_found().into_response() };
    let seen = match lists::many(&app, &who, id).await {
        Ok(seen) => seen,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let done = counted(&seen, |it| it.mark.is_some());
    let refused = counted(&seen, |it| it.refused.is_some());
    let mut page = page.titled(many_key(seen.many));
    let list = seen.many.list();
    let back = format!("/{}?saved=none", list.code());
    let key = if list == List::Forms { "forms-title" } else { "nav-cases" };
    page.crumbs.push(Crumb { href: back.clone(), label: page.t(key) });
    let view = DonePage {
        id: id.to_string(),
        summary: page.t2("many-summary", "done", done, "refused", refused),
        lines: seen.lines.iter().map(|it| line(&page, seen.many, it)).collect(),
        may_undo: seen.may_undo,
        until: moment(page.words, seen.until, &app.zone),
        undone: seen.row.undone_at.is_some(),
        back,
        page,
    };
    view.page.render(&view)
}

/// `POST /many/done/{id}/undo`.
pub(super) async fn undo(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(_): Posted,
) -> Response {
    let Ok(id) = id.parse::<Uuid>() else { return Problem::not_found().into_response() };
    let to = format!("/many/done/{id}");
    match lists::undo(&app, &who, id, &page.t("many-undo-reason")).await {
        Ok(()) => Page::redirect(&to, &Flash::new(FlashKind::Info, "many-undone-flash")),
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Page::redirect(&to, &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}
