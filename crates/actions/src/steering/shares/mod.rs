//! The homes of a year shared out: by every rule, as a proposal, and decided.

mod decide;

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
    numbers::{self as quotas, GroupRow},
    shares as back,
    year::{self as rows, Settled, ShareOutRow, YearGroupRow, YearRow},
};

pub use decide::{SettleDraft, put_back_shares, settle_shares};

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
    /// That what it changed was put back.
    pub taken_back: Option<Settled>,
    /// Whether whoever looks may put back what it changed.
    pub may_put_back: bool,
}

/// A share-out to propose, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShareDraft {
    /// The word of the rule.
    pub rule: String,
    /// The word of the number of expected people; blank for that in the numbers of the year, or
    /// the forecast where there are none.
    pub basis: String,
    /// What to say with it.
    pub note: String,
    /// The version of the year's agreement that was looked at.
    pub version: String,
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

/// By which number of expected people: the one asked for; without, that in the numbers of the
/// year, or the forecast where nobody gave numbers.
async fn basis_for(
    act: &mut Act<'_>,
    year: i16,
    asked: Option<DemandBasis>,
) -> Result<DemandBasis, ActionError> {
    if let Some(basis) = asked {
        return Ok(basis);
    }
    let told = quotas::quotas(&mut act.tx, act.programme, year).await?;
    Ok(if told.is_empty() { DemandBasis::Forecast } else { DemandBasis::Numbers })
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
    // A number of the year is of all who need a home, who waited already among them; a forecast is
    // of who comes in the year.
    let today = act.today();
    let waited = match (basis, Date::new(agreement.year, 1, 1)) {
        (DemandBasis::Forecast, Ok(first)) => {
            rows::waited_on(&mut act.tx, act.programme, first.min(today)).await?
        }
        (DemandBasis::Forecast, Err(_)) | (DemandBasis::Numbers, _) => BTreeMap::new(),
    };
    let told = quotas::quotas(&mut act.tx, act.programme, agreement.year).await?;
    let typed = |group: &GroupCode| told.iter().find(|it| it.group == *group);
    let counting = terms.iter().filter(|it| it.terms.counts);
    let demand = |it: &YearGroupRow| {
        let now = year.groups.iter().find(|one| one.group.code == it.terms.group)?;
        let expected = match basis {
            DemandBasis::Numbers => {
                Demand::people(typed(&it.terms.group).map_or(0, |it| it.expected))?
            }
            DemandBasis::Forecast => forecast.get(&it.terms.group).copied().unwrap_or_default(),
        };
        let waited = waited.get(&it.terms.group).copied().unwrap_or_default();
        Some(it.terms.demand(expected, waited, now.share.agreed.realised))
    };
    Ok(counting.filter_map(demand).collect())
}

/// The homes of a year shared out by every rule, and what was proposed before.
pub async fn shares_of(
    app: &App,
    who: &Who,
    year: i16,
    basis: Option<DemandBasis>,
) -> Result<Shares, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let basis = basis_for(&mut act, year, basis).await?;
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
    let may_propose = over(year, act.today()).is_none()
        && policy::may_for(who, Action::ChangeNumbers, Subject::default());
    Ok(Shares { year, basis, agreement, by_rule, now, made, may_propose })
}

/// What of a year that is past is shared out any more: nothing.
fn over(year: i16, today: Date) -> Option<Hold> {
    (year < today.year()).then_some(Hold::YearIsOver { year })
}

/// Proposes a share-out to the steering group, by a rule, of what is known now. Gives its number.
/// Held for a year that is over, without an agreement of the year, or when floors and ceilings
/// leave no way.
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
    if let Some(hold) = over(year, act.today()) {
        return Err(hold.into());
    }
    let mut fields = Fields::default();
    let rule = fields.choice("rule", &draft.rule, Rule::from_code);
    let basis = fields.choice_opt("basis", &draft.basis, DemandBasis::from_code);
    let note = fields.words("note", &draft.note);
    let rule = fields.done(rule)?;
    let basis = basis_for(&mut act, year, basis).await?;
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
        "year": year, "number": number, "version": agreement.version, "rule": rule.code(),
        "basis": basis.code(), "total": total, "shares": told(&shared.shares),
    });
    act.log("shares", &format!("{year}/{number}"), &detail).await?;
    act.commit().await?;
    Ok(number)
}

fn told(shares: &[Share]) -> serde_json::Value {
    let one = |it: &Share| (it.demand.group.to_string(), serde_json::Value::from(it.homes));
    serde_json::Value::Object(shares.iter().map(one).collect())
}

/// The share-out that was decided last, which the rounds keep to; an older proposal may be decided
/// after a newer one.
pub(super) fn in_force(made: &[ShareOutRow]) -> Option<&ShareOutRow> {
    let decided = made.iter().filter(|it| it.standing == ShareStanding::Decided);
    decided.max_by_key(|it| (it.settled.as_ref().map(|it| it.at), it.number))
}

/// Why a share-out cannot be decided any more.
fn held(
    row: &ShareOutRow,
    shares: &[Share],
    newest: Option<&YearRow>,
    so_far: &numbers::Year,
    today: Date,
) -> Option<Hold> {
    if row.standing != ShareStanding::Proposed {
        return Some(Hold::SharesSettled);
    }
    if let Some(hold) = over(row.year, today) {
        return Some(hold);
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
    let in_force = in_force(&made).is_some_and(|it| it.number == number);
    let row = made.into_iter().find(|it| it.number == number).ok_or(ActionError::NotFound)?;
    let shares = rows::shares(&mut act.tx, programme, row.id).await?;
    let versions = rows::versions(&mut act.tx, programme, year).await?;
    let so_far = numbers::year(&mut act.tx, programme, year).await?;
    let made_with = versions.iter().find(|it| it.id == row.agreement);
    let version = made_with.map(|it| it.version).unwrap_or_default();
    let today = act.today();
    let held = held(&row, &shares, versions.first(), &so_far, today);
    let may = |action| policy::may_for(who, action, Subject::default());
    let open = row.standing == ShareStanding::Proposed;
    Ok(OneShareOut {
        may_settle: held.is_none() && may(Action::DecideShares),
        may_put_aside: open && may(Action::ChangeNumbers),
        may_put_back: in_force
            && over(year, today).is_none()
            && may(Action::DecideShares)
            && !back::changes(&mut act.tx, programme, row.id).await?.is_empty(),
        taken_back: back::taken_back(&mut act.tx, programme, row.id).await?,
        now: now(&mut act, &so_far, year).await?,
        row,
        shares,
        version,
        held,
    })
}
