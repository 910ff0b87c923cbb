use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{
    GroupCode,
    placement::Agreed,
    steering::{
        Demand, DemandBasis, GroupDemand, Rule, Share, ShareFault, ShareOut, ShareStanding,
        share_out,
    },
};
use sleutel_store::{
    numbers::{self as quotas, GroupRow, MainGroupRow, QuotaRow},
    year::{self as rows, Settled, ShareOutRow, YearGroupRow, YearRow},
};

use super::{demand::expected_in, year::names, years};
use crate::{
    ActionError, App, Hold, Who,
    act::{Act, new_uuid},
    fields::Fields,
    numbers,
    policy::{self, Action, Subject},
};

/// How things are while homes are shared out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharesNow {
    /// The names of the groups.
    pub groups: BTreeMap<GroupCode, GroupRow>,
    /// Households of each group that are ready for a home and have none.
    pub waiting: BTreeMap<GroupCode, u32>,
    /// What the rounds keep to now.
    pub agreed: BTreeMap<GroupCode, Agreed>,
    /// Days of the year that are left.
    pub days_left: u32,
}

/// The homes of a year, shared out by every rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares {
    /// Which year.
    pub year: i16,
    /// By which number of expected people.
    pub basis: DemandBasis,
    /// The newest version of the year's agreement; without one nothing is shared out.
    pub agreement: Option<YearRow>,
    /// By every rule, or what is in the way.
    pub by_rule: Vec<(Rule, Result<ShareOut, Vec<ShareFault>>)>,
    /// How things are.
    pub now: SharesNow,
    /// The share-outs that were proposed, the newest first.
    pub made: Vec<ShareOutRow>,
    /// Whether whoever looks may propose one.
    pub may_propose: bool,
}

/// A share-out that was proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneShareOut {
    /// What it is.
    pub row: ShareOutRow,
    /// What each group gets.
    pub shares: Vec<Share>,
    /// How things are.
    pub now: SharesNow,
    /// The version of the year's agreement it was made with.
    pub version: u32,
    /// Whether it can still be decided, and if not why.
    pub held: Option<Hold>,
    /// Whether whoever looks decides.
    pub may_settle: bool,
    /// Whether whoever looks may put it aside.
    pub may_put_aside: bool,
}

/// A share-out to propose, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShareDraft {
    /// The word of the rule.
    pub rule: String,
    /// The word of the number of expected people; blank for that in the numbers of the year.
    pub basis: String,
    /// What to say with it.
    pub note: String,
    /// The version of the year's agreement that was looked at.
    pub version: String,
}

/// What becomes of a share-out, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettleDraft {
    /// Whether it is decided; otherwise it is put aside.
    pub decided: bool,
    /// Why.
    pub why: String,
}

pub(super) fn days_left(year: i16, today: Date) -> u32 {
    let Ok(last) = Date::new(year, 12, 31) else { return 0 };
    let days = i32::from(last.day_of_year());
    match today.year().cmp(&year) {
        std::cmp::Ordering::Less => u32::try_from(days).unwrap_or(0),
        std::cmp::Ordering::Equal => {
            u32::try_from(days - i32::from(today.day_of_year())).unwrap_or(0)
        }
        std::cmp::Ordering::Greater => 0,
    }
}

async fn now(act: &mut Act<'_>, year: &numbers::Year, of: i16) -> Result<SharesNow, ActionError> {
    let groups = names(act).await?;
    let waiting = rows::waiting(&mut act.tx, act.programme).await?;
    let agreed = year.groups.iter().map(|it| (it.group.code.clone(), it.share.agreed)).collect();
    Ok(SharesNow { groups, waiting, agreed, days_left: days_left(of, act.today()) })
}

/// The groups that count, as they go into a share-out.
async fn demands(
    act: &mut Act<'_>,
    agreement: &YearRow,
    year: &numbers::Year,
    basis: DemandBasis,
) -> Result<Vec<GroupDemand>, ActionError> {
    let terms = rows::groups_of(&mut act.tx, act.programme, agreement.id).await?;
    let mut forecast: BTreeMap<GroupCode, Demand> = BTreeMap::new();
    if basis == DemandBasis::Forecast {
        let today = act.today();
        let made = expected_in(&mut act.tx, act.programme, today, agreement.year).await?;
        for it in made.groups {
            let demand = match it.overruled {
                Some(_) => Demand::people(it.holds),
                None => Demand::nearest(it.whole.mean),
            };
            forecast.extend(demand.map(|demand| (it.group.code, demand)));
        }
    }
    let counting = terms.iter().filter(|it| it.terms.counts);
    let demand = |it: &YearGroupRow| {
        let now = year.groups.iter().find(|one| one.group.code == it.terms.group)?;
        let expected = match basis {
            DemandBasis::Numbers => Demand::people(now.share.expected)?,
            DemandBasis::Forecast => forecast.get(&it.terms.group).copied().unwrap_or_default(),
        };
        Some(it.terms.demand(expected, now.share.agreed.realised))
    };
    Ok(counting.filter_map(demand).collect())
}

/// The homes of a year shared out by every rule, and what was proposed before.
pub async fn shares_of(
    app: &App,
    who: &Who,
    year: i16,
    basis: DemandBasis,
) -> Result<Shares, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let agreement = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
    let so_far = numbers::year(&mut act.tx, programme, year).await?;
    let by_rule = match &agreement {
        Some(row) => {
            let demands = demands(&mut act, row, &so_far, basis).await?;
            let total = row.total.homes();
            let by = |rule| (rule, share_out(rule, total, demands.clone()));
            Rule::ALL.into_iter().map(by).collect()
        }
        None => Vec::new(),
    };
    let now = now(&mut act, &so_far, year).await?;
    let made = rows::share_outs(&mut act.tx, programme, year).await?;
    let may_propose = policy::may_for(who, Action::ChangeNumbers, Subject::default());
    Ok(Shares { year, basis, agreement, by_rule, now, made, may_propose })
}

/// Proposes a share-out to the steering group, by a rule, of what is known now. Gives its number.
pub async fn propose_shares(
    app: &App,
    who: &Who,
    year: i16,
    draft: &ShareDraft,
) -> Result<u32, ActionError> {
    let mut act = app.begin_change(who, Action::ChangeNumbers).await?;
    let programme = act.programme;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let mut fields = Fields::default();
    let rule = fields.choice("rule", &draft.rule, Rule::from_code);
    let basis = fields.choice_opt("basis", &draft.basis, DemandBasis::from_code);
    let note = fields.words("note", &draft.note);
    let rule = fields.done(rule)?;
    let basis = basis.unwrap_or(DemandBasis::Numbers);
    let newest = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
    let agreement = newest.ok_or(Hold::NoYearAgreed { year })?;
    if agreement.version.to_string() != draft.version {
        return Err(ActionError::Changed);
    }
    let so_far = numbers::year(&mut act.tx, programme, year).await?;
    let total = agreement.total.homes();
    let demands = demands(&mut act, &agreement, &so_far, basis).await?;
    let shared = share_out(rule, total, demands);
    let shared = shared.map_err(|faults| Hold::CannotShareOut { faults })?;
    let made = rows::share_outs(&mut act.tx, programme, year).await?;
    let number = made.first().map_or(1, |it| it.number.saturating_add(1));
    let row = ShareOutRow {
        id: new_uuid(),
        year,
        number,
        agreement: agreement.id,
        rule,
        basis,
        total,
        note,
        standing: ShareStanding::Proposed,
        actor: act.who.label(),
        at: act.at,
        settled: None,
    };
    rows::add_share_out(&mut act.tx, programme, &row, &shared.shares).await?;
    let detail = json!({
        "year": year, "number": number, "version": agreement.version, "rule": rule.code(), "basis": basis.code(),
        "total": total, "shares": told(&shared.shares),
    });
    act.log("shares", &format!("{year}/{number}"), &detail).await?;
    act.commit().await?;
    Ok(number)
}

fn told(shares: &[Share]) -> serde_json::Value {
    let one = |it: &Share| (it.demand.group.to_string(), serde_json::Value::from(it.homes));
    serde_json::Value::Object(shares.iter().map(one).collect())
}

/// Why a share-out cannot be decided any more.
fn held(
    row: &ShareOutRow,
    shares: &[Share],
    newest: Option<&YearRow>,
    so_far: &numbers::Year,
) -> Option<Hold> {
    if row.standing != ShareStanding::Proposed {
        return Some(Hold::SharesSettled);
    }
    if newest.is_none_or(|it| it.id != row.agreement) {
        return Some(Hold::OtherYearAgreed);
    }
    let overtaken = |share: &&Share| {
        let now = so_far.groups.iter().find(|it| it.group.code == share.demand.group);
        now.is_some_and(|it| it.share.agreed.realised > share.homes)
    };
    let groups: Vec<_> =
        shares.iter().filter(overtaken).map(|it| it.demand.group.clone()).collect();
    (!groups.is_empty()).then_some(Hold::SharesOvertaken { groups })
}

/// A share-out by its number.
pub async fn one_share_out(
    app: &App,
    who: &Who,
    year: i16,
    number: u32,
) -> Result<OneShareOut, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    let made = rows::share_outs(&mut act.tx, programme, year).await?;
    let row = made.into_iter().find(|it| it.number == number).ok_or(ActionError::NotFound)?;
    let shares = rows::shares(&mut act.tx, programme, row.id).await?;
    let versions = rows::versions(&mut act.tx, programme, year).await?;
    let so_far = numbers::year(&mut act.tx, programme, year).await?;
    let made_with = versions.iter().find(|it| it.id == row.agreement);
    let version = made_with.map(|it| it.version).unwrap_or_default();
    let held = held(&row, &shares, versions.first(), &so_far);
    let may = |action| policy::may_for(who, action, Subject::default());
    let open = row.standing == ShareStanding::Proposed;
    Ok(OneShareOut {
        may_settle: held.is_none() && may(Action::DecideShares),
        may_put_aside: open && may(Action::ChangeNumbers),
        now: now(&mut act, &so_far, year).await?,
        row,
        shares,
        version,
        held,
    })
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
        if let Some(hold) = held(&row, &shares, newest.as_ref(), &so_far) {
            return Err(hold.into());
        }
        changes = into_quotas(&mut act, year, &shares, &so_far).await?;
    }
    let standing = if draft.decided { ShareStanding::Decided } else { ShareStanding::PutAside };
    let settled = Settled { by: act.who.label(), at: act.at, why };
    rows::settle_share_out(&mut act.tx, programme, row.id, standing, &settled).await?;
    let detail = json!({
        "year": year, "number": number, "standing": standing.code(), "changes": changes,
    });
    act.log("shares", &format!("{year}/{number}"), &detail).await?;
    act.commit().await
}

/// Gives each group its share as its ceiling, so that the rounds keep to it, and makes a main
/// group that would stand in the way wide enough. Gives what changed, for the log.
async fn into_quotas(
    act: &mut Act<'_>,
    year: i16,
    shares: &[Share],
    so_far: &numbers::Year,
) -> Result<Vec<serde_json::Value>, ActionError> {
    let programme = act.programme;
    let mut changes = Vec::new();
    let before = quotas::quotas(&mut act.tx, programme, year).await?;
    for Share { demand, homes, .. } in shares {
        let was = before.iter().find(|it| it.group == demand.group);
        let agreed = Agreed {
            lower: demand.floor.min(*homes),
            upper: Some(*homes),
            realised: was.map_or(0, |it| it.agreed.realised),
        };
        let expected = demand.expected.in_thousandths().div_ceil(1_000).max(1);
        let row = QuotaRow { group: demand.group.clone(), year, expected, agreed };
        if was != Some(&row) {
            quotas::save_quota(&mut act.tx, programme, &row).await?;
            changes.push(json!({
                "group": row.group.as_str(),
                "before": was.map(|it| json!([it.agreed.lower, it.agreed.upper])),
                "after": [Some(agreed.lower), agreed.upper],
            }));
        }
    }
    for row in quotas::main_groups(&mut act.tx, programme, year).await? {
        let parts = so_far.groups.iter().filter(|it| it.group.main_group == row.main_group);
        let of = |it: &&Share| parts.clone().any(|one| one.group.code == it.demand.group);
        let homes: u32 = shares.iter().filter(of).map(|it| it.homes).sum();
        let lower = row.lower.min(homes);
        let upper = row.upper.map(|it| it.max(homes));
        if (lower, upper) != (row.lower, row.upper) {
            let (main_group, told) = (row.main_group.clone(), json!([row.lower, row.upper]));
            let after = json!([Some(lower), upper]);
            let row = MainGroupRow { lower, upper, ..row };
            quotas::save_main_group(&mut act.tx, programme, &row).await?;
            changes.push(json!({ "main_group": main_group, "before": told, "after": after }));
        }
    }
    Ok(changes)
}
