use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Who,
    steering::obstacles::{self, OneObstacle, StatusDraft, Update},
};
use sleutel_domain::steering::{BeyondTerm, ObstacleKind, ObstacleStatus, kept::WorkAgreement};
use sleutel_words::Words;

use super::{
    FEW, HREF, agreement, area, association, cost, due, group, href, problem_on, step, tone,
};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    access::{actor_words, moment},
    refused, session,
    show::{Choice, HistoryItem, Tone},
};

const LABELS: &[(&str, &str)] = &[
    ("note", "obstacles-note"),
    ("status", "obstacles-status"),
    ("reason", "obstacles-status-reason"),
];

#[derive(Debug, Template)]
#[template(path = "steering/obstacles/show.html")]
struct ShowPage {
    page: Page,
    href: String,
    name: String,
    description: String,
    status: (String, Tone),
    due: (String, Tone),
    /// That the owner left, in words.
    left: Option<String>,
    facts: Vec<(String, String)>,
    made: String,
    data: String,
    form: Form,
    statuses: Vec<Choice>,
    version: String,
    /// What the status was before, in words.
    back: Option<String>,
    may_change: bool,
    /// Somebody else was first: who and when.
    changed: Option<String>,
    history: Vec<(HistoryItem, String)>,
}

/// What a field holds, in words.
fn in_words(words: Words, app: &App, found: &OneObstacle, field: &str, value: &str) -> String {
    let kept = || value.to_owned();
    let names = &found.names;
    match field {
        "kind" => ObstacleKind::from_code(value).map_or_else(kept, |it| words.name(&it)),
        "agreement" => WorkAgreement::from_code(value).map_or_else(kept, |it| agreement(words, it)),
        "group" => {
            let code = sleutel_domain::GroupCode::new(value);
            code.map_or_else(|_| kept(), |it| group(words, names, &it))
        }
        "area" => {
            sleutel_domain::AreaCode::new(value).map_or_else(|_| kept(), |it| area(names, &it))
        }
        "association" => {
            let code = sleutel_domain::OrganisationCode::new(value);
            code.map_or_else(|_| kept(), |it| association(names, &it))
        }
        "step" => {
            let codes = value.split_once(' ').and_then(|(route, one)| {
                let route = sleutel_domain::RouteCode::new(route).ok()?;
                Some((route, sleutel_domain::StepCode::new(one).ok()?))
            });
            codes.map_or_else(kept, |it| step(words, app.routes(), &it))
        }
        "found" | "due" => value.parse().map_or_else(|_| kept(), |it| words.date(it)),
        _ => kept(),
    }
}

fn label(field: &str) -> &'static str {
    match field {
        "title" => "obstacles-name",
        "description" => "obstacles-description",
        "kind" => "obstacles-kind",
        "step" => "obstacles-step",
        "group" => "obstacles-group",
        "area" => "obstacles-area",
        "association" => "obstacles-association",
        "agreement" => "obstacles-agreement",
        "owner" => "obstacles-owner",
        "found" => "obstacles-found",
        "due" => "obstacles-due",
        "people" => "obstacles-people",
        "weeks" => "obstacles-weeks",
        _ => "obstacles-ground",
    }
}

fn item(words: Words, app: &App, found: &OneObstacle, it: &Update) -> (HistoryItem, String) {
    let moved = it.row.status.map(|(before, after)| {
        let values = [("before", words.name(&before).into()), ("after", words.name(&after).into())];
        words.t_with("obstacles-moved", &values)
    });
    let what = words.name(&it.row.kind);
    let what = moved.map_or(what.clone(), |moved| format!("{what}: {moved}"));
    let change = |it: &obstacles::FieldChange| {
        let value = |text: &str| in_words(words, app, found, &it.field, text);
        (words.t(label(&it.field)), value(&it.before), value(&it.after))
    };
    let item = HistoryItem {
        when: moment(words, it.row.at, &app.zone),
        datetime: it.row.at.to_string(),
        who: actor_words(words, &it.row.actor),
        what,
        changes: it.changes.iter().map(change).collect(),
    };
    (item, it.row.words.as_ref().map(ToString::to_string).unwrap_or_default())
}

/// What the files say of the step.
fn data(words: Words, beyond: Option<BeyondTerm>) -> String {
    let Some(beyond) = beyond else { return words.t("obstacles-data-no-step") };
    match beyond.mean_weeks() {
        None => words.t("obstacles-data-nobody"),
        Some(_) if beyond.people < FEW => {
            words.t_with("obstacles-data-few", &[("most", FEW.into())])
        }
        Some(weeks) => {
            let weeks = words.decimal(weeks, 1);
            let values = [("people", beyond.people.into()), ("weeks", weeks.into())];
            words.t_with("obstacles-data-beyond", &values)
        }
    }
}

fn facts(words: Words, app: &App, found: &OneObstacle) -> Vec<(String, String)> {
    let (row, names) = (&found.row, &found.names);
    let fact = |key: &str, value: Option<String>| value.map(|it| (words.t(key), it));
    let counted = row.cost.map(|it| {
        let values = [("people", it.people.into()), ("weeks", it.weeks.into())];
        words.t_with("obstacles-cost-of", &values)
    });
    let costs = [counted, Some(cost(words, row.cost))].into_iter().flatten();
    [
        fact("obstacles-kind", Some(words.name(&row.kind))),
        fact("obstacles-owner", Some(format!("{}, {}", row.owner_name, row.owner_organisation))),
        fact("obstacles-found", Some(words.date(row.found))),
        fact("obstacles-cost", Some(costs.collect::<Vec<_>>().join(" = "))),
        fact("obstacles-ground", row.ground.as_ref().map(ToString::to_string)),
        fact("obstacles-step", row.step.as_ref().map(|it| step(words, app.routes(), it))),
        fact("obstacles-group", row.group.as_ref().map(|it| group(words, names, it))),
        fact("obstacles-area", row.area.as_ref().map(|it| area(names, it))),
        fact("obstacles-association", row.association.as_ref().map(|it| association(names, it))),
        fact("obstacles-agreement", row.agreement.map(|it| agreement(words, it))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn view(page: Page, app: &App, found: &OneObstacle, form: Form) -> ShowPage {
    let words = page.words;
    let row = &found.row;
    let left = (!row.owner_active && !row.status.is_over())
        .then(|| page.t1("obstacles-owner-left", "name", &row.owner_name));
    let (who, when) = (actor_words(words, &row.made_by), moment(words, row.made_at, &app.zone));
    let others = ObstacleStatus::ALL.iter().filter(|it| **it != row.status);
    ShowPage {
        href: href(row.number),
        name: page.t1("obstacles-number", "number", row.number),
        description: row.description.as_ref().map(ToString::to_string).unwrap_or_default(),
        status: (words.name(&row.status), tone(row.status)),
        due: due(words, row.status, row.due, app.today()),
        left,
        facts: facts(words, app, found),
        made: page.t2("obstacles-made-by", "who", who, "when", when),
        data: data(words, found.beyond),
        form: form.labelled(LABELS),
        statuses: others.map(|it| Choice::new(it.code(), words.name(it))).collect(),
        version: row.version.to_string(),
        back: found.was.map(|it| page.t1("obstacles-put-back", "status", words.name(&it))),
        may_change: found.may_change,
        changed: None,
        history: found.updates.iter().rev().map(|it| item(words, app, found, it)).collect(),
        page: page.under(HREF, "obstacles-tab").called(row.title.to_string()),
    }
}

async fn loaded(app: &App, who: &Who, page: &Page, number: u32) -> Result<OneObstacle, Problem> {
    obstacles::one(app, who, number).await.map_err(problem_on(page))
}

/// `GET /steering/obstacles/{number}`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(number): Path<u32>,
) -> Result<Response, Problem> {
    let found = loaded(&app, &who, &page, number).await?;
    let view = view(page, &app, &found, Form::new());
    Ok(view.page.render(&view))
}

/// The page again, with what was typed and what is wrong with it, or that somebody was first.
async fn again(
    app: &App,
    who: &Who,
    page: Page,
    number: u32,
    (mut form, error): (Form, ActionError),
) -> Result<Response, Problem> {
    let found = loaded(app, who, &page, number).await?;
    if matches!(error, ActionError::Changed) {
        let words = page.words;
        let changed = found.updates.last().map(|it| {
            let who = actor_words(words, &it.row.actor);
            let when = moment(words, it.row.at, &app.zone);
            words.t_with("obstacles-changed-by", &[("who", who.into()), ("when", when.into())])
        });
        let view = ShowPage { changed, ..view(page, app, &found, form) };
        return Ok(view.page.render_with(StatusCode::CONFLICT, &view));
    }
    refused::at_fields(&mut form, error).map_err(problem_on(&page))?;
    let view = view(page, app, &found, form);
    Ok(session::unprocessable(&view.page, &view))
}

/// `POST /steering/obstacles/{number}/note`.
pub(super) async fn note(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(number): Path<u32>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    match obstacles::note(&app, &who, number, form.value("note")).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "obstacles-noted");
            Ok(Page::redirect(&href(number), &flash))
        }
        Err(error) => again(&app, &who, page, number, (form, error)).await,
    }
}

/// `POST /steering/obstacles/{number}/status`.
pub(super) async fn set_status(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(number): Path<u32>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    let text = |name: &str| form.value(name).trim().to_owned();
    let draft = StatusDraft { status: text("status"), reason: text("reason"), was: text("was") };
    match obstacles::set_status(&app, &who, number, &draft).await {
        Ok(()) => {
            let name = ObstacleStatus::from_code(&draft.status);
            let name = name.map(|it| page.name(&it)).unwrap_or_default();
            let flash = Flash::new(FlashKind::Success, "obstacles-status-saved");
            Ok(Page::redirect(&href(number), &flash.with("status", name)))
        }
        Err(error) => again(&app, &who, page, number, (form, error)).await,
    }
}

/// `POST /steering/obstacles/{number}/back`.
pub(super) async fn put_back(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(number): Path<u32>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    match obstacles::put_back(&app, &who, number, form.value("was")).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "obstacles-put-back-done");
            Ok(Page::redirect(&href(number), &flash))
        }
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Ok(Page::redirect(&href(number), &flash)),
            None => Err(problem_on(&page)(error)),
        },
    }
}
