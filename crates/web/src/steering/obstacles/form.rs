use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App,
    steering::obstacles::{self, ObstacleDraft, ObstacleForm},
};
use sleutel_domain::{
    routes::RouteSet,
    steering::{ObstacleKind, kept::WorkAgreement},
};
use sleutel_words::Words;

use super::{HREF, agreement, group, href, problem_on};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, Query,
    access::{actor_words, moment},
    colleagues::people,
    places, refused, session,
    show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("title", "obstacles-name"),
    ("description", "obstacles-description"),
    ("kind", "obstacles-kind"),
    ("step", "obstacles-step"),
    ("group", "obstacles-group"),
    ("area", "obstacles-area"),
    ("association", "obstacles-association"),
    ("agreement", "obstacles-agreement"),
    ("owner", "obstacles-owner"),
    ("found", "obstacles-found"),
    ("due", "obstacles-due"),
    ("people", "obstacles-people"),
    ("weeks", "obstacles-weeks"),
    ("ground", "obstacles-ground"),
];

#[derive(Debug, Template)]
#[template(path = "steering/obstacles/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    kinds: Vec<Choice>,
    steps: Vec<Choice>,
    groups: Vec<Choice>,
    places: Vec<String>,
    associations: Vec<Choice>,
    agreements: Vec<Choice>,
    owners: Vec<Choice>,
    back: String,
    /// Somebody else was first: who and when.
    changed: Option<String>,
}

/// The steps of every road in its newest version.
fn steps(words: Words, routes: &RouteSet) -> Vec<Choice> {
    let mut found = Vec::new();
    for code in routes.codes() {
        let Some(road) = routes.versions(code).last() else { continue };
        let name = words.wording(&road.name);
        for step in &road.steps {
            let label = format!("{name}: {}", words.wording(&step.name));
            found.push(Choice::new(format!("{code} {}", step.code), label));
        }
    }
    found
}

fn filled(words: Words, begins: &ObstacleForm, draft: &ObstacleDraft) -> Form {
    let area = places::shown(words, &begins.names.areas, &draft.area);
    Form::new()
        .filled("title", draft.title.as_str())
        .filled("description", draft.description.as_str())
        .filled("kind", draft.kind.as_str())
        .filled("step", draft.step.as_str())
        .filled("group", draft.group.as_str())
        .filled("area", area)
        .filled("association", draft.association.as_str())
        .filled("agreement", draft.agreement.as_str())
        .filled("owner", draft.owner.as_str())
        .filled("found", draft.found.as_str())
        .filled("due", draft.due.as_str())
        .filled("people", draft.people.as_str())
        .filled("weeks", draft.weeks.as_str())
        .filled("ground", draft.ground.as_str())
        .filled("was", draft.was.as_str())
}

fn draft(begins: &ObstacleForm, form: &Form) -> ObstacleDraft {
    let text = |name: &str| form.value(name).trim().to_owned();
    ObstacleDraft {
        title: text("title"),
        description: text("description"),
        kind: text("kind"),
        step: text("step"),
        group: text("group"),
        area: places::code(&begins.names.areas, form.value("area")),
        association: text("association"),
        agreement: text("agreement"),
        owner: text("owner"),
        found: text("found"),
        due: text("due"),
        people: text("people"),
        weeks: text("weeks"),
        ground: text("ground"),
        was: text("was"),
    }
}

fn form_page(
    page: Page,
    app: &App,
    begins: &ObstacleForm,
    number: Option<u32>,
    form: Form,
) -> FormPage {
    let words = page.words;
    let names = &begins.names;
    let mut groups: Vec<Choice> = names
        .groups
        .keys()
        .map(|code| Choice::new(code.to_string(), group(words, names, code)))
        .collect();
    groups.sort_by(|a, b| a.label.cmp(&b.label));
    let page = page.under(HREF, "obstacles-tab");
    let (page, back) = match number {
        None => (page.titled("obstacles-new"), HREF.to_owned()),
        Some(number) => {
            let title = page.t1("obstacles-edit-title", "number", number);
            let name = page.t1("obstacles-number", "number", number);
            (page.under_named(href(number), name).called(title), href(number))
        }
    };
    FormPage {
        form: form.labelled(LABELS),
        kinds: ObstacleKind::ALL.iter().map(|it| Choice::new(it.code(), words.name(it))).collect(),
        steps: steps(words, app.routes()),
        groups,
        places: places::choices(words, &names.areas),
        associations: names
            .associations
            .iter()
            .map(|(code, name)| Choice::new(code.to_string(), name))
            .collect(),
        agreements: WorkAgreement::ALL
            .iter()
            .map(|it| Choice::new(it.code(), agreement(words, *it)))
            .collect(),
        owners: people(&page, &begins.owners),
        back,
        changed: None,
        page,
    }
}

/// `GET /steering/obstacles/new`. `?agreement=4&year=2026` begins with that work agreement.
pub(super) async fn new(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let begins = obstacles::form(&app, &who, None).await.map_err(problem_on(&page))?;
    let query = Query::parse(raw.as_deref());
    let mut draft = begins.draft.clone();
    let asked = query.get("agreement").parse().ok().and_then(WorkAgreement::from_number);
    if let Some(asked) = asked {
        draft.agreement = asked.code().to_owned();
        draft.kind = ObstacleKind::TermsNotKept.code().to_owned();
        let year: i16 = query.get("year").parse().unwrap_or_else(|_| app.today().year());
        let number = u32::from(asked.number());
        let year = year.to_string();
        draft.title = page.t2("obstacles-from-agreement", "number", number, "year", year.as_str());
    }
    let form = filled(page.words, &begins, &draft);
    let view = form_page(page, &app, &begins, None, form);
    Ok(view.page.render(&view))
}

/// `POST /steering/obstacles/new`.
pub(super) async fn add(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let begins = obstacles::form(&app, &who, None).await.map_err(problem_on(&page))?;
    match obstacles::add(&app, &who, &draft(&begins, &form)).await {
        Ok(number) => {
            let flash = Flash::new(FlashKind::Success, "obstacles-added").with("number", number);
            Ok(Page::redirect(&href(number), &flash))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(problem_on(&page))?;
            let view = form_page(page, &app, &begins, None, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}

/// `GET /steering/obstacles/{number}/edit`.
pub(super) async fn edit(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(number): Path<u32>,
) -> Result<Response, Problem> {
    let begins = obstacles::form(&app, &who, Some(number)).await.map_err(problem_on(&page))?;
    let form = filled(page.words, &begins, &begins.draft);
    let view = form_page(page, &app, &begins, Some(number), form);
    Ok(view.page.render(&view))
}

/// `POST /steering/obstacles/{number}/edit`.
pub(super) async fn save(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(number): Path<u32>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let begins = obstacles::form(&app, &who, Some(number)).await.map_err(problem_on(&page))?;
    match obstacles::change(&app, &who, number, &draft(&begins, &form)).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "obstacles-saved");
            Ok(Page::redirect(&href(number), &flash))
        }
        Err(ActionError::Changed) => {
            // What was typed stays; it is about the version that is newest now.
            form.set("was", begins.draft.was.clone());
            let words = page.words;
            let changed = begins.last.as_ref().map(|it| {
                let who = actor_words(words, &it.actor);
                let when = moment(words, it.at, &app.zone);
                words.t_with("obstacles-changed-by", &[("who", who.into()), ("when", when.into())])
            });
            let view = form_page(page, &app, &begins, Some(number), form);
            let view = FormPage { changed, ..view };
            Ok(view.page.render_with(StatusCode::CONFLICT, &view))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(problem_on(&page))?;
            let view = form_page(page, &app, &begins, Some(number), form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}
