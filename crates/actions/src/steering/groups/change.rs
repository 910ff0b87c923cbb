//! Another group, another description, other days.

use serde_json::json;
use sleutel_domain::{
    GroupCode, Phrase,
    steering::groups::{GroupChange, GroupFault, GroupPeriod, GroupTimes},
};
use sleutel_store::groups::{self as rows, GroupHistory};

use super::{
    draft::{self, EndsDraft, GroupDraft},
    histories, write_down,
};
use crate::{ActionError, App, FieldFault, Who, act::Act, fields::Fields, policy::Action};

/// What holds of a group, at the version a form was made from. [`ActionError::Changed`] at another.
pub(super) async fn find(act: &mut Act<'_>, code: &GroupCode) -> Result<GroupHistory, ActionError> {
    histories(act).await?.remove(code).ok_or(ActionError::NotFound)
}

fn still(found: &GroupHistory, was: &str) -> Result<(), ActionError> {
    if was.trim() == found.version.to_string() { Ok(()) } else { Err(ActionError::Changed) }
}

/// Which field a fault of the days belongs to.
fn place(fields: &mut Fields, fault: GroupFault) {
    let field = match fault {
        GroupFault::UntilBeforeFrom { .. }
        | GroupFault::Overlap { .. }
        | GroupFault::CutsLater { .. }
        | GroupFault::Same
        | GroupFault::Nothing => "until",
        GroupFault::NotThereThen { .. } | GroupFault::CutsEarlier { .. } => "from",
    };
    fields.bad(field, FieldFault::Group(fault));
}

async fn log(
    act: &mut Act<'_>,
    code: &GroupCode,
    (change, version): (GroupChange, u32),
    times: &GroupTimes,
) -> Result<(), ActionError> {
    let period = |it: &GroupPeriod| {
        json!({
            "from": it.from.map(|it| it.to_string()), "until": it.until.map(|it| it.to_string()),
            "main_group": it.described.main_group, "with_support": it.described.with_support,
            "counts": it.described.counts,
        })
    };
    let periods: Vec<_> = times.periods().iter().map(period).collect();
    let detail = json!({ "group": change.code(), "version": version, "periods": periods });
    act.log("group", code.as_str(), &detail).await
}

async fn keep(
    act: &mut Act<'_>,
    code: &GroupCode,
    was: u32,
    (change, ground): (GroupChange, Option<Phrase>),
    times: GroupTimes,
) -> Result<(), ActionError> {
    let version = write_down(act, code, was, (change, ground), times.clone()).await?;
    log(act, code, (change, version), &times).await
}

/// Puts a group on the list; gives its code.
pub async fn add(app: &App, who: &Who, draft: &GroupDraft) -> Result<GroupCode, ActionError> {
    let mut act = app.begin_change(who, Action::ChangeGroups).await?;
    let known = histories(&mut act).await?;
    let mut fields = Fields::default();
    let code = draft::code(&mut fields, draft);
    if code.as_ref().is_some_and(|it| known.contains_key(it)) {
        fields.bad("code", FieldFault::Taken);
    }
    let read = draft::read(&mut fields, draft);
    let until = fields.date_opt("until", &draft.until);
    let from = crate::fields::read_date(&draft.from);
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        place(&mut fields, GroupFault::UntilBeforeFrom { from });
    }
    let (code, read) = fields.done(code.zip(read))?;
    let period = GroupPeriod { from: Some(read.from), until, described: read.described };
    let times = GroupTimes::new(vec![period])
        .map_err(|fault| ActionError::field("until", FieldFault::Group(fault)))?;
    keep(&mut act, &code, 0, (GroupChange::Added, Some(read.ground)), times).await?;
    act.commit().await?;
    Ok(code)
}

/// Describes a group otherwise from a day on; what it was before that day stays. A day on which a
/// description begins puts that description right. [`ActionError::Changed`] when somebody else
/// changed it since the form was made.
pub async fn describe(
    app: &App,
    who: &Who,
    code: &GroupCode,
    draft: &GroupDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::ChangeGroups).await?;
    let found = find(&mut act, code).await?;
    still(&found, &draft.was)?;
    let mut fields = Fields::default();
    let read = draft::read(&mut fields, draft);
    // A day on which the group is not there is told with whatever else is wrong.
    let day = crate::fields::read_date(&draft.from);
    let outside = day.filter(|day| {
        found.times.on(*day).is_none() && found.times.ends().is_none_or(|last| *day <= last)
    });
    if outside.is_some() {
        let (from, until) = (found.times.begins(), found.times.ends());
        place(&mut fields, GroupFault::NotThereThen { from, until });
    }
    let read = fields.done(read)?;
    let times = found.times.described_from(read.from, read.described);
    let times = times.map_err(|fault| ActionError::field("from", FieldFault::Group(fault)))?;
    let change = (GroupChange::Described, Some(read.ground));
    keep(&mut act, code, found.version, change, times).await?;
    act.commit().await
}

/// Gives a group another first or last day. Whoever is in it stays in it and is still housed; that
/// there are people has to be confirmed when it gets a last day.
pub async fn set_ends(
    app: &App,
    who: &Who,
    code: &GroupCode,
    draft: &EndsDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::ChangeGroups).await?;
    let programme = act.programme;
    let found = find(&mut act, code).await?;
    still(&found, &draft.was)?;
    let mut fields = Fields::default();
    let from = fields.date_opt("from", &draft.from);
    let until = fields.date_opt("until", &draft.until);
    let ground = fields.text("ground", &draft.ground, Phrase::new);
    let days = [(&draft.from, from), (&draft.until, until)];
    let readable = days.iter().all(|(text, day)| text.trim().is_empty() || day.is_some());
    let mut times = None;
    if readable {
        match found.times.between(from, until) {
            Ok(changed) => times = Some(changed),
            Err(fault) => place(&mut fields, fault),
        }
    }
    if until.is_some() && until != found.times.ends() {
        let people = rows::in_group(&mut act.tx, programme, code).await?;
        let (without_home, on_a_road) = (people.without_home, people.on_a_road);
        let seen = EndsDraft::seen(without_home, on_a_road);
        if people != rows::InGroup::default() && draft.confirm != seen {
            fields.bad("confirm", FieldFault::StillInGroup { without_home, on_a_road });
        }
    }
    let (times, ground) = fields.done(times.zip(ground))?;
    keep(&mut act, code, found.version, (GroupChange::Ends, Some(ground)), times).await?;
    act.commit().await
}

/// Takes the last day of a group back: it goes on. [`ActionError::Changed`] when it has none any
/// more, or somebody else changed it since.
pub async fn reopen(app: &App, who: &Who, code: &GroupCode, was: &str) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::ChangeGroups).await?;
    let found = find(&mut act, code).await?;
    still(&found, was)?;
    let times = found.times.between(found.times.begins(), None);
    let times = times.map_err(|_| ActionError::Changed)?;
    keep(&mut act, code, found.version, (GroupChange::Ends, None), times).await?;
    act.commit().await
}

/// Takes back what was written down last about a group: what held before holds again. What was
/// written down stays to be read. [`ActionError::Changed`] when there is nothing to take back, or
/// somebody else changed it since.
pub async fn take_back(
    app: &App,
    who: &Who,
    code: &GroupCode,
    was: &str,
) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::ChangeGroups).await?;
    let programme = act.programme;
    let found = find(&mut act, code).await?;
    still(&found, was)?;
    let versions = rows::group_versions(&mut act.tx, programme, code).await?;
    let times = super::see::to_take_back(&versions).cloned().ok_or(ActionError::Changed)?;
    keep(&mut act, code, found.version, (GroupChange::TakenBack, None), times).await?;
    act.commit().await
}
