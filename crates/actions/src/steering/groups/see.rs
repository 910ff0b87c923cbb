//! The list of target groups, and one of them.

use jiff::civil::Date;
use sleutel_domain::{
    GroupCode,
    steering::groups::{GroupChange, GroupPeriod, GroupTimes},
};
use sleutel_store::groups::{self as rows, GroupVersionRow, InGroup, NationalRow};

use super::{histories, in_force};
use crate::{
    ActionError, App, Who,
    policy::{self, Action, Reach},
};

/// A group on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupLine {
    /// Its code.
    pub code: GroupCode,
    /// Its days and descriptions.
    pub times: GroupTimes,
    /// The numbers the state asks for it that hold, by year and part.
    pub national: Vec<NationalRow>,
}

/// Which groups somebody asks for; blank for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupQuery {
    /// Those that are there on that day.
    pub day: Option<Date>,
    /// The word of a main group.
    pub main_group: String,
    /// `yes` or `no`.
    pub with_support: String,
    /// `yes` or `no`.
    pub counts: String,
}

impl GroupQuery {
    fn takes(&self, it: &GroupPeriod) -> bool {
        let asked = |text: &str, is: bool| match text {
            "yes" => is,
            "no" => !is,
            _ => true,
        };
        self.day.is_none_or(|day| it.holds_on(day))
            && (self.main_group.is_empty() || self.main_group == it.described.main_group)
            && asked(&self.with_support, it.described.with_support)
            && asked(&self.counts, it.described.counts)
    }
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    /// The groups the query finds, by code.
    pub rows: Vec<GroupLine>,
    /// How many there are in all.
    pub all: usize,
    /// Whether whoever looks may change the list.
    pub may_change: bool,
}

/// One group with everything that was written down about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneGroup {
    /// The group.
    pub line: GroupLine,
    /// Its newest version; 0 when nobody ever wrote one down.
    pub version: u32,
    /// Every version, the newest first.
    pub versions: Vec<GroupVersionRow>,
    /// Every number of the state that was ever written down for it, the newest first.
    pub national: Vec<NationalRow>,
    /// How many households are in it; only for who may count all of them.
    pub people: Option<InGroup>,
    /// Years it is not there in, of which the newest version names it, with that version.
    pub still_named: Vec<(i16, u32)>,
    /// Whether whoever looks may change it.
    pub may_change: bool,
    /// Whether what was written down last can be taken back.
    pub can_take_back: bool,
}

/// What holds again when the newest version is taken back; `None` when it cannot be.
pub(super) fn to_take_back(versions: &[GroupVersionRow]) -> Option<&GroupTimes> {
    let [newest, before, ..] = versions else { return None };
    (newest.change != GroupChange::TakenBack).then_some(&before.times)
}

/// The list of target groups.
pub async fn list(app: &App, who: &Who, query: &GroupQuery) -> Result<Groups, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    let national = rows::national_targets(&mut act.tx, programme).await?;
    let standing = in_force(&national);
    let groups = histories(&mut act).await?;
    let all = groups.len();
    let found =
        groups.into_iter().filter(|(_, it)| it.times.periods().iter().any(|it| query.takes(it)));
    let line = |(code, it): (GroupCode, rows::GroupHistory)| GroupLine {
        national: standing.iter().filter(|it| it.group == code).map(|it| (*it).clone()).collect(),
        times: it.times,
        code,
    };
    let may_change = policy::may(who, Action::ChangeGroups);
    Ok(Groups { rows: found.map(line).collect(), all, may_change })
}

/// One target group.
pub async fn one(app: &App, who: &Who, code: &GroupCode) -> Result<OneGroup, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    let found = histories(&mut act).await?.remove(code).ok_or(ActionError::NotFound)?;
    let versions = rows::group_versions(&mut act.tx, programme, code).await?;
    let mut national = rows::national_targets(&mut act.tx, programme).await?;
    national.retain(|it| it.group == *code);
    let standing = in_force(&national).into_iter().cloned().collect();
    national.reverse();
    // Of few people only who may count all of them hears how many.
    let counts_all = policy::reach_of(who, Action::ListParticipants) == Reach::All;
    let people =
        if counts_all { Some(rows::in_group(&mut act.tx, programme, code).await?) } else { None };
    let mut still_named = rows::named_in_years(&mut act.tx, programme, code).await?;
    let this = act.today().year();
    still_named.retain(|(year, _)| *year >= this && !found.times.in_year(*year));
    Ok(OneGroup {
        line: GroupLine { code: code.clone(), times: found.times, national: standing },
        version: found.version,
        can_take_back: to_take_back(&versions).is_some(),
        versions,
        national,
        people,
        still_named,
        may_change: policy::may(who, Action::ChangeGroups),
    })
}
