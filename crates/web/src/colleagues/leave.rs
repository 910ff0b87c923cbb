use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use sleutel_actions::{
    ActionError, App, Who,
    colleagues::{self, LeaveDraft},
    policy::{self, Action},
};
use sleutel_store::{Window, colleagues::LeaveRow};

use super::{id_of, people, tabs};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Pager, Posted, Problem, Query,
    access::moment,
    refused, session,
    show::{Choice, Tab, Tone},
};

const PER_PAGE: u32 = 25;
const STATES: [&str; 3] = ["now", "coming", "over"];
const LABELS: &[(&str, &str)] = &[
    ("absent", "leave-absent"),
    ("deputy", "leave-deputy"),
    ("from", "leave-from"),
    ("until", "leave-until"),
];

struct Row {
    id: String,
    absent: String,
    deputy: String,
    days: String,
    state: String,
    tone: Tone,
    arranged: String,
    may_end: bool,
}

#[derive(Template)]
#[template(path = "colleagues/leave.html")]
struct LeavePage {
    page: Page,
    tabs: Vec<Tab>,
    form: Form,
    for_others: bool,
    colleagues: Vec<Choice>,
    filter: Form,
    states: Vec<Choice>,
    rows: Vec<Row>,
    pager: Pager,
    filtered: bool,
}

/// `GET /colleagues/leave`: who is away and who stands in, and a form to arrange it.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    match shown(page, &app, &who, &query, Form::new()).await {
        Ok(view) => view.page.render(&view),
        Err(error) => refused::problem(&error).into_response(),
    }
}

async fn shown(
    page: Page,
    app: &App,
    who: &Who,
    query: &Query,
    form: Form,
) -> Result<LeavePage, ActionError> {
    let state = STATES.into_iter().find(|it| *it == query.get("state")).unwrap_or_default();
    let window = Window { offset: (query.page() - 1).saturating_mul(PER_PAGE), limit: PER_PAGE };
    let found = colleagues::leaves(app, who, state, window).await?;
    let choices = colleagues::leave_choices(app, who).await?;
    let pager = Pager::new(query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE);
    let rows = found
        .page
        .rows
        .iter()
        .map(|it| row(&page, app, it, found.today, found.may_end.contains(&it.id)))
        .collect();
    let states = STATES.iter().map(|it| Choice::new(*it, page.t(state_key(it)))).collect();
    Ok(LeavePage {
        tabs: tabs(&page, who, "/colleagues/leave"),
        form: form.labelled(LABELS),
        for_others: policy::may(who, Action::ArrangeLeave),
        colleagues: people(&page, &choices),
        filter: Form::new().filled("state", state),
        states,
        rows,
        pager,
        filtered: !state.is_empty(),
        page: page.titled("leave-title"),
    })
}

fn state_key(state: &str) -> &'static str {
    match state {
        "now" => "leave-state-now",
        "coming" => "leave-state-coming",
        _ => "leave-state-over",
    }
}

fn row(page: &Page, app: &App, it: &LeaveRow, today: Date, may_end: bool) -> Row {
    let words = page.words;
    let (from, until) = (it.absence.from, it.absence.until);
    let days = [("from", words.date(from).into()), ("until", words.date(until).into())];
    let (state, tone) = match &it.ended {
        Some((at, by)) => {
            let values = [
                ("when", moment(words, *at, &app.zone).into()),
                ("who", crate::access::actor_words(words, by).into()),
            ];
            (words.t_with("leave-ended-early", &values), Tone::Neutral)
        }
        None if it.absence.covers(today) => (words.t("leave-state-now"), Tone::Info),
        None if today < from => (words.t("leave-state-coming"), Tone::Neutral),
        None => (words.t("leave-state-over"), Tone::Neutral),
    };
    Row {
        id: it.id.to_string(),
        absent: it.absent.clone(),
        deputy: it.deputy.clone(),
        days: words.t_with("leave-days", &days),
        state,
        tone,
        arranged: crate::access::actor_words(words, &it.actor),
        may_end,
    }
}

/// `POST /colleagues/leave`.
pub(super) async fn arrange(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(mut form): Posted,
) -> Response {
    let text = |name: &str| form.value(name).to_owned();
    let draft = LeaveDraft {
        absent: text("absent"),
        deputy: text("deputy"),
        from: text("from"),
        until: text("until"),
    };
    let error = match colleagues::arrange_leave(&app, &who, &draft).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "leave-arranged");
            return Page::redirect("/colleagues/leave", &flash);
        }
        Err(error) => error,
    };
    match refused::at_fields(&mut form, error) {
        Ok(()) => match shown(page, &app, &who, &Query::default(), form).await {
            Ok(view) => session::unprocessable(&view.page, &view),
            Err(error) => refused::problem(&error).into_response(),
        },
        Err(error) => refused::refuse(&page, &error),
    }
}

/// `POST /colleagues/leave/{id}/end`.
pub(super) async fn end(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(_): Posted,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    let flash = match colleagues::end_leave(&app, &who, id).await {
        Ok(()) => Flash::new(FlashKind::Success, "leave-ended"),
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => flash,
            None => return refused::problem(&error).into_response(),
        },
    };
    Page::redirect("/colleagues/leave", &flash)
}
