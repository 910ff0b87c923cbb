use jiff::civil::Date;
use sleutel_domain::{
    AreaCode, GroupCode, LongText, OrganisationCode, Phrase, RouteCode, StepCode,
    access::OrganisationKind,
    homes::Place,
    steering::{ObstacleCost, ObstacleKind, kept::WorkAgreement},
};
use sleutel_store::{
    access::{self, AccountRow},
    homes,
    obstacles::ObstacleRow,
};

use super::see::{FieldChange, may_own};
use crate::{
    ActionError, FieldFault, Who, act::Act, colleagues::account_of, fields::Fields,
    homes::AreaNames,
};

/// An obstacle as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ObstacleDraft {
    /// What it is called.
    pub title: String,
    /// More about it.
    pub description: String,
    /// The code of its kind.
    pub kind: String,
    /// The code of a road, a space, and the code of a step; blank for none.
    pub step: String,
    /// The code of a target group; blank for none.
    pub group: String,
    /// The code of a place; blank for none.
    pub area: String,
    /// The code of an association; blank for none.
    pub association: String,
    /// The code of a work agreement; blank for none.
    pub agreement: String,
    /// The account of who clears it.
    pub owner: String,
    /// The day it was found.
    pub found: String,
    /// The day it has to be cleared.
    pub due: String,
    /// People it concerns; blank when nobody reckoned.
    pub people: String,
    /// Weeks each loses.
    pub weeks: String,
    /// What that rests on.
    pub ground: String,
    /// The version when the form was made; blank for a new one.
    pub was: String,
}

/// How far an obstacle is, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatusDraft {
    /// The code of a status.
    pub status: String,
    /// Why.
    pub reason: String,
    /// The version when the form was made.
    pub was: String,
}

/// What was typed, read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) title: Phrase,
    pub(super) description: Option<LongText>,
    pub(super) kind: ObstacleKind,
    pub(super) step: Option<(RouteCode, StepCode)>,
    pub(super) group: Option<GroupCode>,
    pub(super) area: Option<AreaCode>,
    pub(super) association: Option<OrganisationCode>,
    pub(super) agreement: Option<WorkAgreement>,
    pub(super) owner: AccountRow,
    pub(super) found: Date,
    pub(super) due: Date,
    pub(super) cost: Option<ObstacleCost>,
    pub(super) ground: Option<Phrase>,
}

impl ObstacleDraft {
    pub(super) fn begun(who: &Who, today: Date) -> Self {
        Self {
            owner: who.account().map(|it| it.to_string()).unwrap_or_default(),
            found: today.to_string(),
            ..Self::default()
        }
    }

    pub(super) fn of(row: &ObstacleRow) -> Self {
        let people = row.cost.map(|it| it.people.to_string()).unwrap_or_default();
        let weeks = row.cost.map(|it| it.weeks.to_string()).unwrap_or_default();
        Self {
            title: row.title.to_string(),
            description: row.description.as_ref().map(ToString::to_string).unwrap_or_default(),
            kind: row.kind.code().to_owned(),
            step: row.step.as_ref().map(|(a, b)| format!("{a} {b}")).unwrap_or_default(),
            group: row.group.as_ref().map(ToString::to_string).unwrap_or_default(),
            area: row.area.as_ref().map(ToString::to_string).unwrap_or_default(),
            association: row.association.as_ref().map(ToString::to_string).unwrap_or_default(),
            agreement: row.agreement.map(|it| it.code().to_owned()).unwrap_or_default(),
            owner: row.owner.to_string(),
            found: row.found.to_string(),
            due: row.due.to_string(),
            people,
            weeks,
            ground: row.ground.as_ref().map(ToString::to_string).unwrap_or_default(),
            was: row.version.to_string(),
        }
    }

    /// Every field by its name.
    fn fields(&self) -> [(&'static str, &str); 14] {
        [
            ("title", &self.title),
            ("description", &self.description),
            ("kind", &self.kind),
            ("step", &self.step),
            ("group", &self.group),
            ("area", &self.area),
            ("association", &self.association),
            ("agreement", &self.agreement),
            ("owner", &self.owner),
            ("found", &self.found),
            ("due", &self.due),
            ("people", &self.people),
            ("weeks", &self.weeks),
            ("ground", &self.ground),
        ]
    }
}

/// What is another from one row to the next. An owner is written as a log-in name.
pub(super) fn changes(before: &ObstacleRow, after: &ObstacleRow) -> Vec<FieldChange> {
    let written = |row: &ObstacleRow| {
        let draft = ObstacleDraft { owner: row.owner_login.clone(), ..ObstacleDraft::of(row) };
        draft.fields().map(|(field, value)| (field, value.to_owned()))
    };
    written(before)
        .into_iter()
        .zip(written(after))
        .filter(|(one, other)| one != other)
        .map(|((field, before), (_, after))| FieldChange { field: field.to_owned(), before, after })
        .collect()
}

/// Reads what was typed, or gives everything that is wrong with it.
pub(super) async fn read(act: &mut Act<'_>, draft: &ObstacleDraft) -> Result<Read, ActionError> {
    let (programme, today) = (act.programme, act.today());
    let groups = crate::steering::groups::named(act).await?;
    let areas = homes::areas(&mut act.tx, programme, false).await?;
    let organisations = access::organisations(&mut act.tx, programme).await?;
    let owner = account_of(act, &draft.owner).await?;
    let mut fields = Fields::default();
    let title = fields.text("title", &draft.title, Phrase::new);
    let description = fields.words("description", &draft.description);
    let kind = fields.choice("kind", &draft.kind, ObstacleKind::from_code);
    let step = fields.choice_opt("step", &draft.step, |it| step_of(act, it));
    let group = fields.choice_opt("group", &draft.group, |code| {
        groups.iter().find(|it| it.code.as_str() == code).map(|it| it.code.clone())
    });
    let names = AreaNames::new(&areas, &[]);
    let area = fields.choice_opt("area", &draft.area, |code| {
        let code = AreaCode::new(code).ok()?;
        names.level(&Place::Area(code.clone())).map(|_| code)
    });
    let association = fields.choice_opt("association", &draft.association, |code| {
        let is = |it: &&access::OrganisationRow| {
            it.kind == OrganisationKind::Association && it.code.as_str() == code
        };
        organisations.iter().find(is).map(|it| it.code.clone())
    });
    let agreement = fields.choice_opt("agreement", &draft.agreement, WorkAgreement::from_code);
    let owner =
        fields.choice("owner", &draft.owner, |_| owner.filter(|it| it.active && may_own(it.role)));
    let (found, due) = days(&mut fields, draft, today);
    let (cost, ground) = cost(&mut fields, draft);
    let whole = title.zip(kind).zip(owner).zip(found.zip(due));
    let (((title, kind), owner), (found, due)) = fields.done(whole)?;
    Ok(Read {
        title,
        description,
        kind,
        step,
        group,
        area,
        association,
        agreement,
        owner,
        found,
        due,
        cost,
        ground,
    })
}

/// A step of a road there is, from `road step`.
fn step_of(act: &Act<'_>, text: &str) -> Option<(RouteCode, StepCode)> {
    let (route, step) = text.split_once(' ')?;
    let (route, step) = (RouteCode::new(route).ok()?, StepCode::new(step).ok()?);
    let mut all = act.app.routes().all().iter();
    all.any(|it| it.code == route && it.step(&step).is_some()).then_some((route, step))
}

fn days(fields: &mut Fields, draft: &ObstacleDraft, today: Date) -> (Option<Date>, Option<Date>) {
    let found = fields.date("found", &draft.found);
    if found.is_some_and(|it| it > today) {
        fields.bad("found", FieldFault::InFuture);
    }
    let due = fields.date("due", &draft.due);
    if let (Some(found), Some(due)) = (found, due)
        && due < found
    {
        fields.bad("due", FieldFault::DateRange { least: Some(found), most: None });
    }
    (found, due)
}

/// People and weeks go together, and rest on something.
fn cost(fields: &mut Fields, draft: &ObstacleDraft) -> (Option<ObstacleCost>, Option<Phrase>) {
    let most = i64::from(ObstacleCost::MOST);
    let people = fields.number_opt("people", &draft.people, 1, most);
    let weeks = fields.number_opt("weeks", &draft.weeks, 1, most);
    let ground = fields.phrase("ground", &draft.ground);
    let blank = [&draft.people, &draft.weeks].map(|it| it.trim().is_empty());
    match blank {
        [true, false] => fields.bad("people", FieldFault::Required),
        [false, true] => fields.bad("weeks", FieldFault::Required),
        [false, false] if draft.ground.trim().is_empty() => {
            fields.bad("ground", FieldFault::Required);
        }
        [false, false] | [true, true] => {}
    }
    let small = |it: i64| u32::try_from(it).unwrap_or(u32::MAX);
    let cost = people.zip(weeks);
    (cost.map(|it| ObstacleCost { people: small(it.0), weeks: small(it.1) }), ground)
}
