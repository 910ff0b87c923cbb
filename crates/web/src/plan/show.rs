use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    plan::{self, PlanView, SeenVersion},
};
use sleutel_domain::{
    Reference,
    access::Party,
    plan::{Version, VersionState},
};

use super::{
    card, framed, href,
    shown::{self, GoalShown, PartyShown},
    tabs,
};
use crate::{
    Acting, Page, Problem,
    access::actor_words,
    refused,
    show::{Tab, Tone},
};

struct Draft {
    title: String,
    faults: Vec<String>,
    edit: String,
    propose: String,
    changes: i64,
}

struct Shown {
    number: u32,
    title: String,
    tone: Tone,
    state: String,
    standing: String,
    goals: Vec<GoalShown>,
    hidden: Option<String>,
    parties: Vec<PartyShown>,
    answers_id: String,
}

struct Line {
    href: String,
    label: String,
    tone: Tone,
    state: String,
    standing: String,
}

#[derive(Template)]
#[template(path = "plan/plan.html")]
struct PlanPage {
    page: Page,
    tabs: Vec<Tab>,
    write: Option<(String, String)>,
    draft: Option<Draft>,
    shown: Vec<Shown>,
    none: String,
    versions: Vec<Line>,
}

#[derive(Template)]
#[template(path = "plan/version.html")]
struct VersionPage {
    page: Page,
    shown: Shown,
    made_by: String,
    earlier: Vec<String>,
    differences: Option<(String, Vec<Difference>)>,
}

/// What a goal's field was and is: which, before, now.
type Difference = (String, String, String);

/// `GET /participants/{reference}/plan`.
pub(super) async fn plan(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    match plan::plan_of(&app, &who, &reference).await {
        Ok(seen) => {
            let view = plan_page(page, &app, &seen);
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

fn plan_page(page: Page, app: &App, seen: &PlanView) -> PlanPage {
    let edit = href(seen.reference.as_str(), "plan/edit");
    let page = framed(page, &seen.reference, seen.name.as_deref(), seen.party).titled("plan-title");
    let (open, in_force) = (seen.open(), seen.in_force());
    let shown = open.map(|it| (it, "plan-open-title", in_force.is_none()));
    let shown = shown.into_iter().chain(in_force.map(|it| (it, "plan-in-force-title", true)));
    let shown = shown.map(|(it, key, _)| {
        let title = page.t1(key, "version", i64::from(it.number));
        shown_version(&page, app, seen, it, title)
    });
    let key = if seen.versions.is_empty() { "plan-begin" } else { "plan-change" };
    let writes = seen.may_change && seen.draft().is_none();
    PlanPage {
        tabs: tabs(&page, &seen.reference, "plan"),
        write: writes.then(|| (edit.clone(), page.t(key))),
        draft: seen.draft().map(|it| draft(&page, app, seen, it, edit)),
        shown: shown.collect(),
        none: if seen.party == Party::Provider {
            page.t("plan-none")
        } else {
            page.t("plan-none-here")
        },
        versions: seen.versions.iter().rev().map(|it| line(&page, seen, it)).collect(),
        page,
    }
}

fn draft(page: &Page, app: &App, seen: &PlanView, it: &SeenVersion, edit: String) -> Draft {
    // A draft is seen by those who see all of it.
    let version = Version {
        number: it.number,
        goals: it.goals.clone(),
        parties: it.parties.clone(),
        proposed: None,
        answers: Vec::new(),
    };
    let faults = version.faults(app.today());
    Draft {
        title: page.t1("plan-draft-title", "version", i64::from(it.number)),
        faults: faults.iter().map(|it| page.words.plan_fault(it)).collect(),
        edit,
        propose: href(seen.reference.as_str(), "plan/propose"),
        changes: it.changes,
    }
}

fn shown_version(
    page: &Page,
    app: &App,
    seen: &PlanView,
    it: &SeenVersion,
    title: String,
) -> Shown {
    let words = page.words;
    let hidden = i64::try_from(it.hidden).unwrap_or(i64::MAX);
    let in_force = matches!(it.state, VersionState::InForce { .. });
    Shown {
        number: it.number,
        title,
        tone: card::tone(&it.state),
        state: page.name(&it.state),
        standing: words.plan_state(&it.state),
        goals: shown::goals(words, seen, it, app.today(), in_force),
        hidden: (hidden > 0).then(|| page.t1("plan-hidden", "count", hidden)),
        parties: shown::parties(words, seen, it),
        answers_id: format!("answers-{}", it.number),
    }
}

fn line(page: &Page, seen: &PlanView, it: &SeenVersion) -> Line {
    let part = format!("plan/versions/{}", it.number);
    Line {
        href: href(seen.reference.as_str(), &part),
        label: page.t1("plan-version-see", "version", i64::from(it.number)),
        tone: card::tone(&it.state),
        state: page.name(&it.state),
        standing: page.words.plan_state(&it.state),
    }
}

/// `GET /participants/{reference}/plan/versions/{number}`.
pub(super) async fn version(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((reference, number)): Path<(String, String)>,
) -> Response {
    let (Ok(reference), Ok(number)) = (Reference::new(&reference), number.parse::<u32>()) else {
        return Problem::not_found().into_response();
    };
    let seen = match plan::plan_of(&app, &who, &reference).await {
        Ok(seen) => seen,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let Some(it) = seen.versions.iter().find(|it| it.number == number) else {
        return Problem::not_found().into_response();
    };
    let title = page.t1("plan-version", "version", i64::from(number));
    let page = framed(page, &reference, seen.name.as_deref(), seen.party)
        .under(&href(reference.as_str(), "plan"), "plan-title")
        .called(title.clone());
    let words = page.words;
    let differences = seen.before(number).map(|before| {
        let title = page.t1("plan-differences", "version", i64::from(before.number));
        (title, shown::changes(words, before, it))
    });
    let view = VersionPage {
        shown: shown_version(&page, &app, &seen, it, title),
        made_by: page.t1("plan-made-by", "who", actor_words(words, &it.made_by)),
        earlier: shown::earlier(words, it),
        differences,
        page,
    };
    view.page.render(&view)
}
