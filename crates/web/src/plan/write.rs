use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    plan::{self, DraftView, GoalDraft, PlanDraft},
};
use sleutel_domain::{
    Reference,
    access::Party,
    plan::{Audience, LifeArea},
};

use super::{framed, href};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, session, show::Choice,
};

/// More rows than this are not read: nobody types them.
const MOST_ROWS: usize = 24;

const LABELS: &[(&str, &str)] = &[
    ("parties", "plan-edit-parties"),
    ("goals", "plan-goals"),
    ("goal-n-area", "plan-goal-area"),
    ("goal-n-audience", "plan-goal-audience"),
    ("goal-n-what", "plan-goal-what"),
    ("goal-n-own_part", "plan-goal-own"),
    ("goal-n-others_part", "plan-goal-others"),
    ("goal-n-by", "plan-goal-by"),
    ("goal-n-sign", "plan-goal-sign"),
];

const FIELDS: [&str; 8] =
    ["number", "area", "audience", "what", "own_part", "others_part", "by", "sign"];

/// A goal of the form.
struct Row {
    number: usize,
    /// Its number in the plan, once it has one.
    known: String,
}

impl Row {
    fn field(&self, field: &str) -> String {
        format!("goal-{}-{field}", self.number)
    }

    fn legend(&self, page: &Page) -> String {
        match self.known.parse::<i64>() {
            Ok(number) => page.t1("plan-goal", "number", number),
            Err(_) => page.t("plan-goal-add"),
        }
    }
}

/// A party that may be asked beside person and provider.
struct Asked {
    code: &'static str,
    label: String,
    checked: bool,
}

#[derive(Template)]
#[template(path = "plan/write.html")]
struct WritePage {
    page: Page,
    form: Form,
    action: String,
    back: String,
    rows: Vec<Row>,
    areas: Vec<Choice>,
    audiences: Vec<Choice>,
    parties: Vec<Asked>,
    changed: bool,
    unsaved: bool,
}

fn values(goal: &GoalDraft) -> [&str; 8] {
    [
        &goal.number,
        &goal.area,
        &goal.audience,
        &goal.what,
        &goal.own_part,
        &goal.others_part,
        &goal.by,
        &goal.sign,
    ]
}

fn read(form: &Form) -> PlanDraft {
    let rows = form
        .pairs()
        .iter()
        .filter_map(|(name, _)| name.strip_prefix("goal-")?.split('-').next()?.parse().ok())
        .max()
        .unwrap_or(0)
        .min(MOST_ROWS);
    let goal = |row: usize| {
        let text = |field: &str| form.value(&format!("goal-{row}-{field}")).to_owned();
        let [number, area, audience, what, own_part, others_part, by, sign] = FIELDS.map(text);
        GoalDraft { number, area, audience, what, own_part, others_part, by, sign }
    };
    PlanDraft {
        parties: form.values("parties").into_iter().map(str::to_owned).collect(),
        goals: (1..=rows).map(goal).collect(),
        changes: form.value("changes").parse().unwrap_or(0),
    }
}

fn view(page: Page, seen: &DraftView, draft: &PlanDraft) -> WritePage {
    let mut form = Form::new().labelled(LABELS);
    form.set("changes", draft.changes.to_string());
    for (row, goal) in (1..).zip(&draft.goals) {
        for (field, value) in FIELDS.into_iter().zip(values(goal)) {
            form.set(&format!("goal-{row}-{field}"), value);
        }
    }
    let asked = [Party::Association, Party::Municipality, Party::ThirdPerson];
    let back = href(seen.reference.as_str(), "plan");
    let title = page.t1("plan-edit-title", "version", i64::from(seen.number));
    let page = framed(page, &seen.reference, seen.name.as_deref(), Party::Provider)
        .under(&back, "plan-title")
        .called(title);
    WritePage {
        form,
        action: format!("{back}/edit"),
        back,
        rows: (1..)
            .zip(&draft.goals)
            .map(|(number, goal)| Row { number, known: goal.number.clone() })
            .collect(),
        areas: LifeArea::ALL.iter().map(|it| Choice::new(it.code(), page.name(it))).collect(),
        audiences: Audience::ALL.iter().map(|it| Choice::new(it.code(), page.name(it))).collect(),
        parties: asked
            .into_iter()
            .map(|it| Asked {
                code: it.code(),
                label: page.name(&it),
                checked: draft.parties.iter().any(|code| code == it.code()),
            })
            .collect(),
        changed: false,
        unsaved: false,
        page,
    }
}

async fn load(app: &App, who: &Who, reference: &str) -> Result<DraftView, Problem> {
    let reference = Reference::new(reference).map_err(|_| Problem::not_found())?;
    plan::draft(app, who, &reference).await.map_err(|error| refused::problem(&error))
}

/// `GET /participants/{reference}/plan/edit`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    match load(&app, &who, &reference).await {
        Ok(seen) => {
            let mut draft = seen.draft.clone();
            if draft.goals.is_empty() {
                draft.goals.push(GoalDraft::default());
            }
            let view = view(page, &seen, &draft);
            view.page.render(&view)
        }
        Err(problem) => problem.into_response(),
    }
}

/// One more blank goal, or one less; `false` when no such button was pressed.
fn other_button(form: &Form, draft: &mut PlanDraft) -> bool {
    if form.value("add") == "goal" {
        draft.goals.push(GoalDraft::default());
        return true;
    }
    let Some(at) = form.value("remove").parse::<usize>().ok().and_then(|it| it.checked_sub(1))
    else {
        return false;
    };
    if at < draft.goals.len() {
        draft.goals.remove(at);
    }
    true
}

/// `POST /participants/{reference}/plan/edit`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(typed): Posted,
) -> Response {
    let seen = match load(&app, &who, &reference).await {
        Ok(seen) => seen,
        Err(problem) => return problem.into_response(),
    };
    let mut draft = read(&typed);
    if other_button(&typed, &mut draft) {
        let mut view = view(page, &seen, &draft);
        view.unsaved = true;
        return view.page.render(&view);
    }
    let words = page.words;
    match plan::save_plan(&app, &who, &seen.reference, &draft).await {
        Ok(_) => {
            let flash = Flash::new(FlashKind::Success, "plan-saved");
            Page::redirect(&href(&reference, "plan"), &flash)
        }
        Err(ActionError::Changed) => {
            // Sending it once more keeps what was typed, over what is there now.
            draft.changes = seen.draft.changes;
            let mut view = view(page, &seen, &draft);
            view.changed = true;
            view.page.render_with(StatusCode::CONFLICT, &view)
        }
        Err(error) => {
            let mut view = view(page, &seen, &draft);
            match refused::at_fields(&mut view.form, error) {
                Ok(()) => session::unprocessable(&view.page, &view),
                Err(error) => refused::problem_in(&error, words).into_response(),
            }
        }
    }
}

/// `POST /participants/{reference}/plan/propose`.
pub(super) async fn propose(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(form): Posted,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    let changes = form.value("changes").parse().unwrap_or(0);
    let to = href(reference.as_str(), "plan");
    match plan::propose(&app, &who, &reference, changes).await {
        Ok(_) => Page::redirect(&to, &Flash::new(FlashKind::Success, "plan-proposed")),
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Page::redirect(&to, &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}
