//! Pilots: how the files in them stand, in a sentence and one by one.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use jiff::civil::Date;
use sleutel_actions::{
    App, Who,
    flow::{self, Phase, PilotCase, PilotLogRow, PilotView, Stood},
    participants::Lists,
    policy::{self, Action, Subject},
};
use sleutel_words::Words;
use uuid::Uuid;

use super::{PILOTS, names, parts, problem_on, road_name, step_name};
use crate::{
    Acting, Form, Page, Problem,
    access::{actor_words, moment},
    homes::csv,
    participants as people,
    show::Tab,
    steering::tabs,
};

#[derive(Debug)]
struct Line {
    href: String,
    name: String,
    said: String,
    since: String,
    closed: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "steering/flow/pilots.html")]
struct ListPage {
    page: Page,
    tabs: Vec<Tab>,
    parts: Vec<Tab>,
    may_change: bool,
    rows: Vec<Line>,
}

/// A file in a pilot, in words.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) reference: String,
    pub(super) href: Option<String>,
    pub(super) provider: String,
    pub(super) phase: String,
    pub(super) step: String,
    pub(super) said: String,
}

/// Something that happened to a pilot, in words.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) when: String,
    pub(super) who: String,
    pub(super) what: String,
    pub(super) note: Option<String>,
    pub(super) stood: String,
}

/// A pilot with its forms.
#[derive(Debug, Template)]
#[template(path = "steering/flow/pilot.html")]
pub(super) struct PilotPage {
    page: Page,
    tabs: Vec<Tab>,
    parts: Vec<Tab>,
    id: String,
    was: u32,
    aim: String,
    facts: Vec<(String, String)>,
    said: String,
    whole: bool,
    closed: bool,
    may_change: bool,
    may_export: bool,
    rows: Vec<Row>,
    taken_out: Vec<Row>,
    log: Vec<Entry>,
    form: Form,
}

impl PilotPage {
    pub(super) fn page(&self) -> &Page {
        &self.page
    }
}

/// Whether somebody may begin and change pilots; only for showing buttons.
pub(super) fn may_change(who: &Who) -> bool {
    policy::may_for(who, Action::ChangePilot, Subject::default())
}

fn phase(words: Words, it: Phase) -> String {
    words.t(match it {
        Phase::OwnLease => "flow-phase-own-lease",
        Phase::Living => "flow-phase-living",
        Phase::Coming => "flow-phase-coming",
        Phase::Looking => "flow-phase-looking",
        Phase::Deciding => "flow-phase-deciding",
        Phase::Talking => "flow-phase-talking",
        Phase::NotBegun => "flow-phase-not-begun",
        Phase::Stopped => "flow-phase-stopped",
        Phase::Ended => "flow-phase-ended",
    })
}

/// One part of the sentence on a pilot.
fn part(words: Words, it: Phase, count: u32) -> String {
    let key = match it {
        Phase::OwnLease => "flow-stood-own-lease",
        Phase::Living => "flow-stood-living",
        Phase::Coming => "flow-stood-coming",
        Phase::Looking => "flow-stood-looking",
        Phase::Deciding => "flow-stood-deciding",
        Phase::Talking => "flow-stood-talking",
        Phase::NotBegun => "flow-stood-not-begun",
        Phase::Stopped => "flow-stood-stopped",
        Phase::Ended => "flow-stood-ended",
    };
    words.t_with(key, &[("count", count.into())])
}

/// Where the files of a pilot stand, without the day it began.
pub(super) fn stood(words: Words, it: &Stood) -> String {
    if it.total() == 0 {
        return words.t("flow-stood-none");
    }
    let parts: Vec<String> = it.counts().map(|(at, count)| part(words, at, count)).collect();
    let values = [("total", it.total().into()), ("parts", words.list(&parts).into())];
    words.t_with("flow-stood", &values)
}

/// A pilot in one sentence, worked out from where its files stand now.
fn sentence(words: Words, view: &PilotView) -> String {
    let values =
        [("date", words.date(view.row.began).into()), ("stood", stood(words, &view.stood).into())];
    let key = if view.whole { "flow-pilot-said" } else { "flow-pilot-said-ours" };
    words.t_with(key, &values)
}

/// Where one file stands, in a sentence.
fn said(words: Words, app: &App, it: &PilotCase) -> String {
    let today = app.today();
    let days = |from: Date| i64::from(from.until(today).map_or(0, |it| it.get_days()).max(0));
    let Some((route, version)) = &it.stand.route else { return words.t("flow-case-none") };
    let road = road_name(words, app, route, *version);
    let step = it.stand.step.as_ref();
    let (Some(step), Some(since)) = (step, it.stand.since) else {
        return words.t_with("flow-case-ended", &[("road", road.into())]);
    };
    let step = step_name(words, app, (route, *version), step);
    let for_days = ("days", days(since).into());
    let Some(owner) = it.stand.owner else {
        return words.t_with("flow-case-rests", &[("step", step.into()), for_days]);
    };
    let values = [("step", step.into()), for_days, ("party", words.name(&owner).into())];
    let first = words.t_with("flow-case-open", &values);
    match it.stand.next_due.filter(|due| *due < today) {
        None => first,
        Some(due) => {
            let late = words.t_with("flow-case-late", &[("days", days(due).into())]);
            format!("{first} {late}")
        }
    }
}

fn row(words: Words, app: &App, who: &Who, lists: &Lists, it: &PilotCase) -> Row {
    let opens = policy::may(who, Action::SeeCase);
    let reference = it.row.reference.to_string();
    let step = it.stand.route.as_ref().zip(it.stand.step.as_ref());
    let step = step.map(|((route, version), step)| step_name(words, app, (route, *version), step));
    Row {
        href: opens.then(|| crate::cases::href(&reference)),
        provider: people::provider(lists, &it.stand.provider),
        phase: phase(words, it.phase),
        step: step.unwrap_or_else(|| "–".to_owned()),
        said: said(words, app, it),
        reference,
    }
}

fn entry(words: Words, app: &App, it: &PilotLogRow) -> Entry {
    let one = it.reference.as_ref().map(ToString::to_string);
    let what = match (it.kind.as_str(), one) {
        ("began", _) => words.t("flow-log-began"),
        ("added", Some(one)) => words.t_with("flow-log-added-one", &[("reference", one.into())]),
        ("added", None) => words.t("flow-log-added"),
        ("taken-out", one) => {
            words.t_with("flow-log-taken-out", &[("reference", one.unwrap_or_default().into())])
        }
        ("closed", _) => words.t("flow-log-closed"),
        ("reopened", _) => words.t("flow-log-reopened"),
        _ => words.t("flow-log-noted"),
    };
    Entry {
        when: moment(words, it.at, &app.zone),
        who: actor_words(words, &it.actor),
        what,
        note: it.note.as_ref().map(ToString::to_string),
        stood: stood(words, &Stood::from_code(&it.stood)),
    }
}

/// `GET /steering/flow/pilots`.
pub(super) async fn list(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    let found = flow::pilots(&app, &who).await.map_err(problem_on(&page))?;
    let words = page.words;
    let rows = found.iter().map(|it| Line {
        href: format!("{PILOTS}/{}", it.row.id),
        name: it.row.name.to_string(),
        said: sentence(words, it),
        since: words.date_short(it.row.began),
        closed: it.row.closed_on.map(|on| words.date_short(on)),
    });
    let view = ListPage {
        tabs: tabs(&page, super::HREF),
        parts: parts(&page, PILOTS),
        may_change: may_change(&who),
        rows: rows.collect(),
        page: page.titled("flow-pilots-title").under(super::HREF, "steering-tab-flow"),
    };
    Ok(view.page.render(&view))
}

/// The page of a pilot, with what somebody typed in one of its forms.
pub(super) async fn of(
    page: Page,
    app: &App,
    who: &Who,
    id: Uuid,
    form: Form,
) -> Result<PilotPage, Problem> {
    let view = flow::pilot(app, who, id).await.map_err(problem_on(&page))?;
    let lists = names(app, who, &page).await?;
    let words = page.words;
    let rows = |of: &[PilotCase]| -> Vec<Row> {
        of.iter().map(|it| row(words, app, who, &lists, it)).collect()
    };
    let began = words.date(view.row.began);
    let mut facts = vec![
        (words.t("flow-pilot-began"), began),
        (words.t("flow-pilot-made-by"), actor_words(words, &view.row.actor)),
    ];
    if let Some(on) = view.row.closed_on {
        facts.push((words.t("flow-pilot-closed-on"), words.date(on)));
    }
    Ok(PilotPage {
        tabs: tabs(&page, super::HREF),
        parts: parts(&page, PILOTS),
        id: id.to_string(),
        was: view.row.changes,
        aim: view.row.aim.to_string(),
        facts,
        said: sentence(words, &view),
        whole: view.whole,
        closed: view.row.closed_on.is_some(),
        may_change: may_change(who),
        may_export: policy::may(who, Action::ExportCases),
        rows: rows(&view.cases),
        taken_out: rows(&view.taken_out),
        log: view.log.iter().map(|it| entry(words, app, it)).collect(),
        form,
        page: page
            .called(view.row.name.to_string())
            .under(super::HREF, "steering-tab-flow")
            .under(PILOTS, "flow-part-pilots"),
    })
}

/// `GET /steering/flow/pilots/{id}`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id = Uuid::parse_str(&id).map_err(|_| Problem::not_found())?;
    let view = of(page, &app, &who, id, Form::new()).await?;
    Ok(view.page.render(&view))
}

/// `GET /steering/flow/pilots/{id}/cases.csv`: the files within reach, without names.
pub(super) async fn download(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id = Uuid::parse_str(&id).map_err(|_| Problem::not_found())?;
    let view = flow::export_pilot(&app, &who, id).await.map_err(problem_on(&page))?;
    let heads = ["reference", "provider", "phase", "route", "step", "since", "due", "added"];
    let text = |it: Option<String>| it.unwrap_or_default();
    let rows = view.cases.iter().map(|it| {
        vec![
            it.row.reference.to_string(),
            it.stand.provider.to_string(),
            it.phase.code().to_owned(),
            text(it.stand.route.as_ref().map(|(route, _)| route.to_string())),
            text(it.stand.step.as_ref().map(ToString::to_string)),
            text(it.stand.since.map(|on| on.to_string())),
            text(it.stand.next_due.map(|on| on.to_string())),
            it.row.added_on.to_string(),
        ]
    });
    Ok(csv("pilot.csv", [heads.map(str::to_owned).to_vec()].into_iter().chain(rows)))
}
