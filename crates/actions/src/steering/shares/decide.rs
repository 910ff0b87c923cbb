//! What the steering group decides about a share-out, and how that is put back.

use serde_json::json;
use sleutel_domain::{
    placement::Agreed,
    steering::{Share, ShareStanding},
};
use sleutel_store::{
    numbers::{self as quotas, MainGroupRow, QuotaRow},
    shares::{self as back, Bounds, NumbersChange, NumbersOf},
    year::{self as rows, Settled},
};

use super::{held, in_force, over};
use crate::{
    ActionError, App, FieldFault, Hold, Who, act::Act, fields::Fields, numbers, policy::Action,
};

/// What becomes of a share-out, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettleDraft {
    /// Whether it is decided; otherwise it is put aside.
    pub decided: bool,
    /// Why.
    pub why: String,
}

/// Decides a share-out for the steering group, from which the rounds keep to it at once; or puts
/// it aside. What was realised is never taken back: overtaken by homes given since, it is held.
pub async fn settle_shares(
    app: &App,
    who: &Who,
    year: i16,
    number: u32,
    draft: &SettleDraft,
) -> Result<(), ActionError> {
    let action = if draft.decided { Action::DecideShares } else { Action::ChangeNumbers };
    let mut act = app.begin_change(who, action).await?;
    let programme = act.programme;
    let mut fields = Fields::default();
    let why = fields.words("why", &draft.why);
    fields.done(Some(()))?;
    let made = rows::share_outs(&mut act.tx, programme, year).await?;
    let row = made.into_iter().find(|it| it.number == number).ok_or(ActionError::NotFound)?;
    if row.standing != ShareStanding::Proposed {
        return Err(Hold::SharesSettled.into());
    }
    let mut changes = Vec::new();
    if draft.decided {
        let shares = rows::shares(&mut act.tx, programme, row.id).await?;
        let newest = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
        let so_far = numbers::year(&mut act.tx, programme, year).await?;
        if let Some(hold) = held(&row, &shares, newest.as_ref(), &so_far, act.today()) {
            return Err(hold.into());
        }
        changes = into_quotas(&mut act, year, &shares, &so_far).await?;
        back::add_changes(&mut act.tx, programme, row.id, &changes).await?;
    }
    let standing = if draft.decided { ShareStanding::Decided } else { ShareStanding::PutAside };
    let settled = Settled { by: act.who.label(), at: act.at, why };
    rows::settle_share_out(&mut act.tx, programme, row.id, standing, &settled).await?;
    let detail = json!({
        "year": year, "number": number, "standing": standing.code(),
        "changes": changes.iter().map(told).collect::<Vec<_>>(),
    });
    act.log("shares", &format!("{year}/{number}"), &detail).await?;
    act.commit().await
}

fn code(of: &NumbersOf) -> (&'static str, &str) {
    match of {
        NumbersOf::Group(code) => ("group", code.as_str()),
        NumbersOf::MainGroup(code) => ("main_group", code),
    }
}

/// A change, for the log.
fn told(change: &NumbersChange) -> serde_json::Value {
    let bounds = |it: Bounds| json!([it.lower, it.upper]);
    let (part, code) = code(&change.of);
    json!({ part: code, "before": change.before.map(bounds), "after": bounds(change.after) })
}

/// Gives each group its share as its ceiling, so that the rounds keep to it, and makes a main
/// group that would stand in the way wide enough. The number of people somebody expects stays
/// theirs; a group without numbers gets the number the share-out was made with. Gives what changed.
async fn into_quotas(
    act: &mut Act<'_>,
    year: i16,
    shares: &[Share],
    so_far: &numbers::Year,
) -> Result<Vec<NumbersChange>, ActionError> {
    let programme = act.programme;
    let mut changes = Vec::new();
    let told = quotas::quotas(&mut act.tx, programme, year).await?;
    for Share { demand, homes, .. } in shares {
        let was = told.iter().find(|it| it.group == demand.group);
        let before = was.map(|it| Bounds { lower: it.agreed.lower, upper: it.agreed.upper });
        let after = Bounds { lower: demand.floor.min(*homes), upper: Some(*homes) };
        if before == Some(after) {
            continue;
        }
        let people = || demand.expected.in_thousandths().div_ceil(1_000).max(1);
        let row = QuotaRow {
            group: demand.group.clone(),
            year,
            expected: was.map_or_else(people, |it| it.expected),
            agreed: Agreed {
                lower: after.lower,
                upper: after.upper,
                realised: was.map_or(0, |it| it.agreed.realised),
            },
        };
        quotas::save_quota(&mut act.tx, programme, &row).await?;
        changes.push(NumbersChange { of: NumbersOf::Group(row.group), before, after });
    }
    for row in quotas::main_groups(&mut act.tx, programme, year).await? {
        let parts = so_far.groups.iter().filter(|it| it.group.main_group == row.main_group);
        let of = |it: &&Share| parts.clone().any(|one| one.group.code == it.demand.group);
        let homes: u32 = shares.iter().filter(of).map(|it| it.homes).sum();
        let before = Bounds { lower: row.lower, upper: row.upper };
        let after =
            Bounds { lower: row.lower.min(homes), upper: row.upper.map(|it| it.max(homes)) };
        if before != after {
            let of = NumbersOf::MainGroup(row.main_group.clone());
            let row = MainGroupRow { lower: after.lower, upper: after.upper, ..row };
            quotas::save_main_group(&mut act.tx, programme, &row).await?;
            changes.push(NumbersChange { of, before: Some(before), after });
        }
    }
    Ok(changes)
}

/// Puts back the numbers that a decided share-out changed, for the steering group and with a
/// reason, so that the rounds keep to what stood there before. What was realised stays. Held
/// when it is not the share-out in force, when the year is over, or when somebody changed one of
/// the numbers since.
pub async fn put_back_shares(
    app: &App,
    who: &Who,
    year: i16,
    number: u32,
    why: &str,
) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::DecideShares).await?;
    let programme = act.programme;
    let mut fields = Fields::default();
    let why = fields.words("why", why);
    if why.is_none() {
        fields.bad("why", FieldFault::Required);
    }
    fields.done(Some(()))?;
    let made = rows::share_outs(&mut act.tx, programme, year).await?;
    let in_force = in_force(&made);
    let row = made.iter().find(|it| it.number == number).ok_or(ActionError::NotFound)?;
    if in_force.is_none_or(|it| it.number != number) {
        return Err(Hold::SharesNotInForce.into());
    }
    if let Some(hold) = over(year, act.today()) {
        return Err(hold.into());
    }
    let changes = back::changes(&mut act.tx, programme, row.id).await?;
    // Nothing was changed by it, or it was decided before changes were kept.
    if changes.is_empty() {
        return Err(Hold::SharesNotInForce.into());
    }
    put_back(&mut act, year, &changes).await?;
    let settled = Settled { by: act.who.label(), at: act.at, why };
    back::take_back(&mut act.tx, programme, row.id, &settled).await?;
    let turned = |it: &NumbersChange| {
        let before = it.before.map(|it| json!([it.lower, it.upper]));
        let (part, code) = code(&it.of);
        json!({ part: code, "before": [Some(it.after.lower), it.after.upper], "after": before })
    };
    let detail = json!({
        "year": year, "number": number, "standing": ShareStanding::TakenBack.code(),
        "changes": changes.iter().map(turned).collect::<Vec<_>>(),
    });
    act.log("shares", &format!("{year}/{number}"), &detail).await?;
    act.commit().await
}

async fn put_back(
    act: &mut Act<'_>,
    year: i16,
    changes: &[NumbersChange],
) -> Result<(), ActionError> {
    let programme = act.programme;
    let groups = quotas::quotas(&mut act.tx, programme, year).await?;
    let main_groups = quotas::main_groups(&mut act.tx, programme, year).await?;
    let mut changed = Vec::new();
    for NumbersChange { of, before, after } in changes {
        // Where there were no numbers, nothing held the group.
        let Bounds { lower, upper } = before.unwrap_or(Bounds { lower: 0, upper: None });
        match of {
            NumbersOf::Group(code) => {
                let now = groups.iter().find(|it| it.group == *code);
                let same = |it: &&QuotaRow| {
                    (it.agreed.lower, it.agreed.upper) == (after.lower, after.upper)
                };
                let Some(now) = now.filter(same) else {
                    changed.push(code.to_string());
                    continue;
                };
                let gone = before.is_none()
                    && quotas::remove_quota(&mut act.tx, programme, (code, year)).await?;
                if gone {
                    continue;
                }
                let agreed = Agreed { lower, upper, ..now.agreed };
                let row = QuotaRow { agreed, ..now.clone() };
                quotas::save_quota(&mut act.tx, programme, &row).await?;
            }
            NumbersOf::MainGroup(code) => {
                let now = main_groups.iter().find(|it| it.main_group == *code);
                let same = |it: &&MainGroupRow| (it.lower, it.upper) == (after.lower, after.upper);
                let Some(now) = now.filter(same) else {
                    changed.push(code.clone());
                    continue;
                };
                let row = MainGroupRow { lower, upper, ..now.clone() };
                quotas::save_main_group(&mut act.tx, programme, &row).await?;
            }
        }
    }
    if changed.is_empty() { Ok(()) } else { Err(Hold::NumbersChanged { of: changed }.into()) }
}
