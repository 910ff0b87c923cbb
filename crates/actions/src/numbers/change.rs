use serde_json::json;
use sleutel_domain::{
    GroupCode, OrganisationCode,
    placement::Agreed,
    steering::groups::{GroupChange, GroupDescription, GroupFault},
};
use sleutel_exchange::records::MainGroup;
use sleutel_store::numbers::{self as rows, GroupRow, MainGroupRow, QuotaRow, TargetRow};

use crate::{
    ActionError, App, FieldFault, Who,
    act::Act,
    fields::Fields,
    policy::{Action, Subject},
    steering::groups,
};

/// What has numbers somebody can change by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbered {
    /// A target group.
    Group(GroupCode),
    /// A main group.
    MainGroup(MainGroup),
    /// An association.
    Association(OrganisationCode),
}

impl Numbered {
    /// The word in addresses and in the log.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Group(_) => "groups",
            Self::MainGroup(_) => "main-groups",
            Self::Association(_) => "associations",
        }
    }

    /// Its code.
    pub fn code(&self) -> String {
        match self {
            Self::Group(code) => code.to_string(),
            Self::MainGroup(it) => it.code().to_owned(),
            Self::Association(code) => code.to_string(),
        }
    }

    /// Reads kind and code back; `None` for any other.
    pub fn read(kind: &str, code: &str) -> Option<Self> {
        match kind {
            "groups" => GroupCode::new(code).ok().map(Self::Group),
            "main-groups" => MainGroup::from_code(code).map(Self::MainGroup),
            "associations" => OrganisationCode::new(code).ok().map(Self::Association),
            _ => None,
        }
    }
}

/// Numbers as somebody typed them. What does not go with the kind stays blank: a main
/// group is part of nothing and its households are those of its groups, and only of an
/// association it is typed what was realised before decisions were kept here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumbersDraft {
    /// At least this many homes in the year; blank is no floor.
    pub lower: String,
    /// At most this many; blank is no ceiling.
    pub upper: String,
    /// Homes that counted before decisions were kept here; blank is none.
    pub realised: String,
    /// Households expected to need a home.
    pub expected: String,
    /// The main group a group is part of.
    pub main_group: String,
    /// How it stood when the form was made.
    pub was: String,
}

/// What a form begins with.
#[derive(Debug, Clone)]
pub struct NumbersForm {
    /// The year the numbers are of.
    pub year: i16,
    /// The group, for its names.
    pub group: Option<GroupRow>,
    /// What the association is called.
    pub association: Option<String>,
    /// How it stands.
    pub draft: NumbersDraft,
}

/// How the numbers of something stand in this year.
pub async fn numbers_form(
    app: &App,
    who: &Who,
    what: &Numbered,
) -> Result<NumbersForm, ActionError> {
    let mut act = app.look(who, Action::ChangeNumbers).await?;
    act.require(Action::ChangeNumbers, Subject::default())?;
    Ok(stands(&mut act, what).await?.0)
}

/// The rows behind a form; `None` where nothing was agreed yet.
enum Kept {
    Group(GroupRow, Option<QuotaRow>),
    MainGroup(MainGroup),
    Association(OrganisationCode),
}

async fn stands(act: &mut Act<'_>, what: &Numbered) -> Result<(NumbersForm, Kept), ActionError> {
    let programme = act.programme;
    let year = act.today().year();
    let mut form =
        NumbersForm { year, group: None, association: None, draft: NumbersDraft::default() };
    let number = |it: u32| it.to_string();
    let blank = |it: Option<u32>| it.map(number).unwrap_or_default();
    let kept = match what {
        Numbered::Group(code) => {
            let groups = crate::steering::groups::named(act).await?;
            let group =
                groups.into_iter().find(|it| it.code == *code).ok_or(ActionError::NotFound)?;
            let quotas = rows::quotas(&mut act.tx, programme, year).await?;
            let quota = quotas.into_iter().find(|it| it.group == *code);
            if let Some(quota) = &quota {
                form.draft.lower = number(quota.agreed.lower);
                form.draft.upper = blank(quota.agreed.upper);
                form.draft.expected = number(quota.expected);
            }
            form.draft.main_group = group.main_group.clone();
            form.group = Some(group.clone());
            Kept::Group(group, quota)
        }
        Numbered::MainGroup(main_group) => {
            let all = rows::main_groups(&mut act.tx, programme, year).await?;
            if let Some(row) = all.into_iter().find(|it| it.main_group == main_group.code()) {
                form.draft.lower = number(row.lower);
                form.draft.upper = blank(row.upper);
            }
            Kept::MainGroup(*main_group)
        }
        Numbered::Association(code) => {
            let name = act.associations().await?.remove(code).ok_or(ActionError::NotFound)?;
            let all = rows::targets(&mut act.tx, programme, year).await?;
            if let Some(row) = all.into_iter().find(|it| it.association == *code) {
                form.draft.lower = number(row.agreed.lower);
                form.draft.upper = blank(row.agreed.upper);
                form.draft.realised = number(row.agreed.realised);
            }
            form.association = Some(name);
            Kept::Association(code.clone())
        }
    };
    form.draft.was = seal(year, &form.draft);
    Ok((form, kept))
}

/// The numbers in one text, to see whether anything changed since a form was made.
fn seal(year: i16, it: &NumbersDraft) -> String {
    let NumbersDraft { lower, upper, realised, expected, main_group, was: _ } = it;
    format!("{year}|{lower}|{upper}|{realised}|{expected}|{main_group}")
}

/// Keeps what was agreed for this year. [`ActionError::Changed`] when somebody else changed
/// it since the form was made.
pub async fn save_numbers(
    app: &App,
    who: &Who,
    what: &Numbered,
    draft: &NumbersDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::ChangeNumbers).await?;
    let programme = act.programme;
    let (before, kept) = stands(&mut act, what).await?;
    if before.draft.was != draft.was {
        return Err(ActionError::Changed);
    }
    let mut fields = Fields::default();
    let (lower, upper) = bounds(&mut fields, draft);
    let agreed = Agreed { lower, upper, realised: 0 };
    match kept {
        Kept::Group(group, quota) => {
            let expected = fields.number("expected", &draft.expected, 1, MOST).map(small);
            let main_group = fields.choice("main_group", &draft.main_group, MainGroup::from_code);
            let (expected, main_group) = fields.done(expected.zip(main_group))?;
            let realised = quota.map_or(0, |it| it.agreed.realised);
            let agreed = Agreed { realised, ..agreed };
            let row = QuotaRow { group: group.code.clone(), year: before.year, expected, agreed };
            rows::save_quota(&mut act.tx, programme, &row).await?;
            let main_group = main_group.code().to_owned();
            if group.main_group != main_group {
                move_to(&mut act, group, main_group).await?;
            }
        }
        Kept::MainGroup(main_group) => {
            fields.done(Some(()))?;
            let main_group = main_group.code().to_owned();
            let row = MainGroupRow { main_group, year: before.year, lower, upper };
            rows::save_main_group(&mut act.tx, programme, &row).await?;
        }
        Kept::Association(association) => {
            let realised = fields.number_opt("realised", &draft.realised, 0, MOST);
            let realised = fields.done(Some(realised.map_or(0, small)))?;
            let agreed = Agreed { realised, ..agreed };
            let row = TargetRow { association, year: before.year, agreed };
            rows::save_target(&mut act.tx, programme, &row).await?;
        }
    }
    let (after, _) = stands(&mut act, what).await?;
    let told = |it: &NumbersDraft| {
        json!({
            "lower": it.lower, "upper": it.upper, "realised": it.realised,
            "expected": it.expected, "main_group": it.main_group,
        })
    };
    let detail = json!({
        "kind": what.kind(), "year": before.year, "before": told(&before.draft),
        "after": told(&after.draft),
    });
    act.log("numbers", &what.code(), &detail).await?;
    act.commit().await
}

const MOST: i64 = 1_000_000;

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn bounds(fields: &mut Fields, draft: &NumbersDraft) -> (u32, Option<u32>) {
    let lower = fields.number_opt("lower", &draft.lower, 0, MOST).map_or(0, small);
    let upper = fields.number_opt("upper", &draft.upper, 0, MOST).map(small);
    if let Some(upper) = upper
        && lower > upper
    {
        fields.bad("upper", FieldFault::Range { least: lower.into(), most: MOST });
    }
    (lower, upper)
}

/// Puts a group under another main group, from this year on: the numbers are those of this year.
async fn move_to(
    act: &mut Act<'_>,
    group: GroupRow,
    main_group: String,
) -> Result<(), ActionError> {
    let GroupRow { code, name_nl, name_en, with_support, counts, .. } = group;
    let described = GroupDescription { name_nl, name_en, main_group, with_support, counts };
    let found = groups::histories(act).await?.remove(&code).ok_or(ActionError::NotFound)?;
    let times = match found.times.redescribed(act.today(), described) {
        Err(GroupFault::Same) => return Ok(()),
        Err(fault) => return Err(ActionError::field("main_group", FieldFault::Group(fault))),
        Ok(times) => times,
    };
    groups::write_down(act, &code, found.version, (GroupChange::Numbers, None), times).await?;
    Ok(())
}
