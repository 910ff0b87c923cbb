use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{
    LongText, PersonName, Phrase, Reference,
    access::Party,
    plan::{Given, Goal, GoalEnd, GoalEnded, Plan, Progress, Says, Version, VersionState, Way},
};
use sleutel_store::{
    participants,
    plan::{self as rows, VersionRow},
};

use super::{Around, around, basics::lines};
use crate::{ActionError, App, Who, policy::Action};

/// What a party said, as somebody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenAnswer {
    /// Which party.
    pub party: Party,
    /// Whether it agrees.
    pub agrees: bool,
    /// Why not, where that is theirs to read.
    pub reason: Option<LongText>,
    /// On which day.
    pub on: Date,
    /// Who spoke, for who may know the name.
    pub by: Option<PersonName>,
    /// In what way.
    pub way: Way,
}

/// How a goal ended, as somebody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenEnd {
    /// The day.
    pub on: Date,
    /// Reached, or let go.
    pub reached: bool,
    /// Why it was let go, where that is theirs to read.
    pub reason: Option<Phrase>,
    /// Who wrote it down.
    pub by: String,
}

/// A version of a plan as somebody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenVersion {
    /// Its number.
    pub number: u32,
    /// The goals they may read.
    pub goals: Vec<Goal>,
    /// Goals there are that they may not read.
    pub hidden: usize,
    /// Who has to agree.
    pub parties: BTreeSet<Party>,
    /// Where it stands.
    pub state: VersionState,
    /// Every answer, oldest first.
    pub answers: Vec<SeenAnswer>,
    /// Counts the changes to a draft.
    pub changes: i64,
    /// Who began it.
    pub made_by: String,
    /// For which parties this person may answer it now, and in what way.
    pub may_answer: Vec<(Party, Way)>,
}

/// A plan as somebody may read it.
#[derive(Debug, Clone)]
pub struct PlanView {
    /// Whose.
    pub reference: Reference,
    /// The name of the head, for who may see it.
    pub name: Option<String>,
    /// The party that looks.
    pub party: Party,
    /// The versions, oldest first, without those that hold nothing for them.
    pub versions: Vec<SeenVersion>,
    /// How goals ended that they may read, by number.
    pub ended: BTreeMap<u16, SeenEnd>,
    /// Whether they may write the plan.
    pub may_change: bool,
}

impl PlanView {
    /// The version in force.
    pub fn in_force(&self) -> Option<&SeenVersion> {
        self.versions.iter().rev().find(|it| matches!(it.state, VersionState::InForce { .. }))
    }

    /// The version that lies before the parties.
    pub fn open(&self) -> Option<&SeenVersion> {
        self.versions.iter().rev().find(|it| matches!(it.state, VersionState::Open { .. }))
    }

    /// The draft, for who may read it.
    pub fn draft(&self) -> Option<&SeenVersion> {
        self.versions.iter().rev().find(|it| it.state == VersionState::Draft)
    }

    /// The version that came before another, of those they may read.
    pub fn before(&self, number: u32) -> Option<&SeenVersion> {
        self.versions.iter().rev().find(|it| it.number < number)
    }
}

/// How far plan, network and list are, for the page of a file.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The plan, as far as it is theirs.
    pub plan: PlanView,
    /// Contacts there are now that they may know of.
    pub contacts: usize,
    /// The list, as far as it is theirs.
    pub progress: Progress,
}

/// A household's plan.
pub async fn plan_of(app: &App, who: &Who, reference: &Reference) -> Result<PlanView, ActionError> {
    let mut act = app.begin(who, Action::SeePlan).await?;
    let around = around(&mut act, Action::SeePlan, reference).await?;
    let programme = act.programme;
    let plan = rows::plan_of(&mut act.tx, programme, around.id).await?;
    let beside = rows::version_rows(&mut act.tx, programme, around.id).await?;
    act.log("participant", reference.as_str(), &json!({ "plan": true })).await?;
    act.commit().await?;
    Ok(seen(who, &around, &plan, &beside))
}

/// How far plan, network and list are.
pub async fn overview(
    app: &App,
    who: &Who,
    reference: &Reference,
) -> Result<Overview, ActionError> {
    let mut act = app.begin(who, Action::SeePlan).await?;
    let around = around(&mut act, Action::SeePlan, reference).await?;
    let programme = act.programme;
    let plan = rows::plan_of(&mut act.tx, programme, around.id).await?;
    let beside = rows::version_rows(&mut act.tx, programme, around.id).await?;
    let contacts = participants::contact_versions(&mut act.tx, programme, around.id).await?;
    let items = lines(&mut act, &around).await?;
    act.log("participant", reference.as_str(), &json!({ "overview": true })).await?;
    let today = act.today();
    act.commit().await?;
    let now = contacts.values().filter_map(|it| it.last()).filter(|row| {
        let it = &row.contact;
        it.role.seen_by(around.party) && !it.is_past(today)
    });
    Ok(Overview {
        contacts: now.count(),
        progress: Progress::of(items.iter().map(|it| &it.item), today),
        plan: seen(who, &around, &plan, &beside),
    })
}

/// Who wrote the plan together reads all that was written about it.
fn is_inside(party: Party) -> bool {
    matches!(party, Party::Participant | Party::Provider)
}

pub(crate) fn seen(who: &Who, around: &Around<'_>, plan: &Plan, beside: &[VersionRow]) -> PlanView {
    let party = around.party;
    let answers = around.may(who, Action::AnswerPlan);
    let versions: Vec<_> = plan
        .versions
        .iter()
        .filter_map(|it| seen_version(who, around, plan, it, answers))
        .map(|it| match beside.iter().find(|row| row.number == it.number) {
            Some(row) => SeenVersion { changes: row.changes, made_by: row.made_by.clone(), ..it },
            None => it,
        })
        .collect();
    let shown: BTreeSet<u16> =
        versions.iter().flat_map(|it| &it.goals).map(|it| it.number).collect();
    let ended = plan.ended.iter().filter(|it| shown.contains(&it.goal));
    PlanView {
        reference: around.reference.clone(),
        name: around.name.clone(),
        party,
        ended: ended.map(|it| (it.goal, seen_end(party, it))).collect(),
        versions,
        may_change: around.may(who, Action::ChangePlan),
    }
}

/// A version as a party may read it; `None` when nothing of it is theirs.
fn seen_version(
    who: &Who,
    around: &Around<'_>,
    plan: &Plan,
    version: &Version,
    answers: bool,
) -> Option<SeenVersion> {
    let party = around.party;
    let state = plan.state(version);
    let goals: Vec<_> = version.goals_for(party).cloned().collect();
    if !is_inside(party) && (state == VersionState::Draft || goals.is_empty()) {
        return None;
    }
    let may_answer = version
        .parties
        .iter()
        .filter(|party| answers && plan.may_answer(version.number, **party).is_ok())
        .filter_map(|party| Some((*party, super::way_for(who, *party)?)))
        .collect();
    Some(SeenVersion {
        number: version.number,
        hidden: version.goals.len() - goals.len(),
        goals,
        parties: version.parties.clone(),
        state,
        answers: version.answers.iter().map(|it| seen_answer(around, it)).collect(),
        changes: 0,
        made_by: String::new(),
        may_answer,
    })
}

fn seen_answer(around: &Around<'_>, given: &Given) -> SeenAnswer {
    let own = is_inside(around.party) || given.party == around.party;
    let reason = match &given.says {
        Says::Agrees => None,
        Says::Disagrees { reason } => Some(reason.clone()).filter(|_| own),
    };
    let named = given.party != Party::Participant || around.name.is_some();
    SeenAnswer {
        party: given.party,
        agrees: matches!(given.says, Says::Agrees),
        reason,
        on: given.on,
        by: named.then(|| given.by.clone()),
        way: given.way.clone(),
    }
}

fn seen_end(party: Party, ended: &GoalEnded) -> SeenEnd {
    let reason = match &ended.how {
        GoalEnd::Reached => None,
        GoalEnd::Stopped { reason } => Some(reason.clone()).filter(|_| is_inside(party)),
    };
    SeenEnd { on: ended.on, reached: ended.how == GoalEnd::Reached, reason, by: ended.by.clone() }
}
