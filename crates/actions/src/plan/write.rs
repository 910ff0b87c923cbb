use serde_json::json;
use sleutel_domain::{
    LongText, Reference,
    access::Party,
    plan::{Audience, Goal, LifeArea, Plan, PlanFault, PlanRefusal, Version},
};
use sleutel_store::plan as rows;

use super::{Around, around, tell_waits};
use crate::{ActionError, App, FieldFault, Who, act::Act, fields::Fields, policy::Action};

/// A plan with more goals than this is read by nobody.
const MOST_GOALS: u8 = 12;

/// A draft of a plan, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanDraft {
    /// Codes of the parties that have to agree beside person and provider.
    pub parties: Vec<String>,
    /// The goals, in order; a row left blank is none.
    pub goals: Vec<GoalDraft>,
    /// The state of the draft the form was filled from; 0 for a new one.
    pub changes: i64,
}

/// A goal, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `Goal`, as typed")]
pub struct GoalDraft {
    /// Its number; empty for a new one.
    pub number: String,
    pub area: String,
    pub audience: String,
    pub what: String,
    pub own_part: String,
    pub others_part: String,
    pub by: String,
    pub sign: String,
}

/// A draft to write on.
#[derive(Debug, Clone)]
pub struct DraftView {
    /// Whose.
    pub reference: Reference,
    /// The name of the head.
    pub name: Option<String>,
    /// Its number.
    pub number: u32,
    /// What it says.
    pub draft: PlanDraft,
    /// What keeps it from being put before the parties.
    pub faults: Vec<PlanFault>,
}

fn typed(version: &Version, changes: i64) -> PlanDraft {
    let words = |it: &Option<LongText>| it.as_ref().map(ToString::to_string).unwrap_or_default();
    let goal = |it: &Goal| GoalDraft {
        number: it.number.to_string(),
        area: it.area.code().to_owned(),
        audience: it.audience.code().to_owned(),
        what: it.what.to_string(),
        own_part: words(&it.own_part),
        others_part: words(&it.others_part),
        by: it.by.map(|it| it.to_string()).unwrap_or_default(),
        sign: words(&it.sign),
    };
    PlanDraft {
        parties: version.parties.iter().map(|it| it.code().to_owned()).collect(),
        goals: version.goals.iter().map(goal).collect(),
        changes,
    }
}

async fn load(act: &mut Act<'_>, around: &Around<'_>) -> Result<(Plan, Option<i64>), ActionError> {
    let programme = act.programme;
    let plan = rows::plan_of(&mut act.tx, programme, around.id).await?;
    let draft = plan.draft().map(|it| it.number);
    let beside = rows::version_rows(&mut act.tx, programme, around.id).await?;
    let changes = beside.iter().find(|it| Some(it.number) == draft).map(|it| it.changes);
    Ok((plan, changes))
}

/// The draft of a plan, or one that begins from the last version; nothing is kept yet.
pub async fn draft(app: &App, who: &Who, reference: &Reference) -> Result<DraftView, ActionError> {
    let mut act = app.begin(who, Action::ChangePlan).await?;
    let around = around(&mut act, Action::ChangePlan, reference).await?;
    let (plan, changes) = load(&mut act, &around).await?;
    let version = match plan.draft() {
        Some(draft) => draft.clone(),
        None => plan.begin()?,
    };
    act.log("participant", reference.as_str(), &json!({ "plan": version.number })).await?;
    let faults = version.faults(act.today());
    act.commit().await?;
    Ok(DraftView {
        reference: reference.clone(),
        name: around.name,
        number: version.number,
        draft: typed(&version, changes.unwrap_or(0)),
        faults,
    })
}

/// Keeps a draft as it was typed; gives its number.
pub async fn save_plan(
    app: &App,
    who: &Who,
    reference: &Reference,
    draft: &PlanDraft,
) -> Result<u32, ActionError> {
    let mut act = app.begin(who, Action::ChangePlan).await?;
    let around = around(&mut act, Action::ChangePlan, reference).await?;
    let programme = act.programme;
    let (plan, changes) = load(&mut act, &around).await?;
    if changes.unwrap_or(0) != draft.changes {
        return Err(ActionError::Changed);
    }
    let mut version = match plan.draft() {
        Some(there) => there.clone(),
        None => plan.begin()?,
    };
    read(&mut version, &plan, draft)?;
    let (at, actor) = (act.at, who.label());
    match changes {
        Some(changes) => {
            rows::save_version(&mut act.tx, programme, around.id, &version, changes, at).await?;
        }
        None => {
            rows::add_version(&mut act.tx, programme, around.id, &version, &actor, at).await?;
        }
    }
    let detail = json!({ "plan": version.number, "goals": version.goals.len() });
    act.log("participant", reference.as_str(), &detail).await?;
    act.commit().await?;
    Ok(version.number)
}

fn read(version: &mut Version, plan: &Plan, draft: &PlanDraft) -> Result<(), ActionError> {
    let mut fields = Fields::default();
    let parties: Vec<_> = draft
        .parties
        .iter()
        .filter_map(|code| fields.choice("parties", code, Party::from_code))
        .collect();
    let blank = |row: &GoalDraft| {
        let texts = [&row.what, &row.own_part, &row.others_part, &row.by, &row.sign];
        texts.into_iter().all(|it| it.trim().is_empty())
    };
    let rows: Vec<_> = (1..).zip(&draft.goals).filter(|(_, row)| !blank(row)).collect();
    if rows.len() > usize::from(MOST_GOALS) {
        fields.bad("goals", FieldFault::TooManyRows { most: MOST_GOALS });
    }
    let mut next = plan.next_goal();
    let mut goals: Vec<Goal> = Vec::new();
    let mut whole = true;
    for (row_number, row) in rows {
        let known = row.number.trim().parse().ok().filter(|it: &u16| {
            let of_before = version.goals.iter().any(|goal| goal.number == *it);
            of_before && goals.iter().all(|goal| goal.number != *it)
        });
        let number = known.unwrap_or(next);
        if known.is_none() {
            next = next.saturating_add(1);
        }
        match read_goal(&mut fields, &format!("goal-{row_number}"), number, row) {
            Some(goal) => goals.push(goal),
            None => whole = false,
        }
    }
    fields.done(whole.then_some(()))?;
    goals.sort_by_key(|it| it.number);
    version.goals = goals;
    version.ask(parties);
    Ok(())
}

fn read_goal(fields: &mut Fields, prefix: &str, number: u16, row: &GoalDraft) -> Option<Goal> {
    let name = |field: &str| format!("{prefix}-{field}");
    let area = fields.choice(&name("area"), &row.area, LifeArea::from_code);
    let audience = fields.choice(&name("audience"), &row.audience, Audience::from_code);
    if let (Some(area), Some(audience)) = (area, audience)
        && !area.may_be(audience)
    {
        fields.bad(&name("audience"), FieldFault::NotForThem { area, audience });
    }
    let what = fields.text(&name("what"), &row.what, LongText::new);
    let own_part = fields.words(&name("own_part"), &row.own_part);
    let others_part = fields.words(&name("others_part"), &row.others_part);
    let by = fields.date_opt(&name("by"), &row.by);
    let sign = fields.words(&name("sign"), &row.sign);
    let (area, audience, what) = (area?, audience?, what?);
    Some(Goal { number, area, audience, what, own_part, others_part, by, sign })
}

/// Puts the draft before the parties, in the state somebody saw. From then on its goals stay
/// as they are, and each party answers to exactly these.
pub async fn propose(
    app: &App,
    who: &Who,
    reference: &Reference,
    changes: i64,
) -> Result<u32, ActionError> {
    let mut act = app.begin(who, Action::ChangePlan).await?;
    let around = around(&mut act, Action::ChangePlan, reference).await?;
    let programme = act.programme;
    let (plan, stored) = load(&mut act, &around).await?;
    let today = act.today();
    let stored = stored.ok_or(PlanRefusal::NoDraft)?;
    if stored != changes {
        return Err(ActionError::Changed);
    }
    let version = plan.may_propose(today)?;
    let version = Version { proposed: Some(today), ..version.clone() };
    let at = act.at;
    rows::save_version(&mut act.tx, programme, around.id, &version, changes, at).await?;
    let parties: Vec<_> = version.parties.iter().map(|it| it.code()).collect();
    let detail = json!({ "plan": version.number, "proposed": parties });
    act.log("participant", reference.as_str(), &detail).await?;
    tell_waits(&mut act, &around, &version.parties).await?;
    act.commit().await?;
    Ok(version.number)
}
