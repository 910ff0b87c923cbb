//! Expected demand ("verwachte vraag"): how many households of each group come to need a home in a
//! year, as the past tells it, or as a named person says with a reason.

use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{
    GroupCode, Id, Phrase,
    access::Programme,
    steering::forecast::{
        Announced, BackTest, Basis, Expected, Forecast, HORIZON, Month, Past, back_test, forecast,
    },
};
use sleutel_store::{
    Tx,
    demand::{self as rows, AnnouncedRow, OverrulingRow},
    groups,
    numbers::{self, GroupRow},
};
use uuid::Uuid;

use crate::{
    ActionError, App, FieldFault, Who,
    act::{Act, new_uuid},
    fields::Fields,
    policy::Action,
};

/// What is expected of one group in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupExpected {
    /// The group.
    pub group: GroupRow,
    /// What the forecast rests on.
    pub basis: Basis,
    /// Households that came in the year so far; none for a year that has to begin.
    pub came: u32,
    /// Households that are still to come in the year, by the forecast.
    pub still: Expected,
    /// The whole year by the forecast: who came with who is still to come.
    pub whole: Expected,
    /// What somebody put in its place, when that holds.
    pub overruled: Option<OverrulingRow>,
    /// What was typed as expected in the numbers of the year, if there are any.
    pub typed: Option<u32>,
    /// The number that holds for the year: what somebody put in its place, or the mean of the
    /// forecast in whole households.
    pub holds: u32,
}

/// What is expected in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectedYear {
    /// Which year.
    pub year: i16,
    /// Each group, by code.
    pub groups: Vec<GroupExpected>,
    /// All groups together, by the forecast.
    pub whole: Expected,
}

/// Everything there is to see of expected demand.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// Who came, by group in the order of `year.groups`.
    pub past: Past,
    /// Who is expected, in the same order.
    pub forecast: Forecast,
    /// How good such forecasts were.
    pub test: BackTest,
    /// The year that was asked for.
    pub year: ExpectedYear,
    /// Every version of every overruling, by group and year and the latest first.
    pub overrulings: Vec<OverrulingRow>,
    /// Who was announced, what was withdrawn among them.
    pub announced: Vec<AnnouncedRow>,
}

/// What somebody typed to put in the place of a forecast. Blank `expected` takes back what held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OverruleDraft {
    /// Households in the whole year.
    pub expected: String,
    /// Why.
    pub reason: String,
    /// The version of what held when the form was made; `0` when nothing did.
    pub was: String,
}

/// What somebody typed to announce people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnnounceDraft {
    /// The code of the group.
    pub group: String,
    /// The month, `2027-03`.
    pub month: String,
    /// How many households.
    pub people: String,
    /// Why.
    pub reason: String,
}

/// The most households that can be typed.
const MOST: i64 = 100_000;

struct Known {
    groups: Vec<GroupRow>,
    past: Past,
    forecast: Forecast,
    overrulings: Vec<OverrulingRow>,
    announced: Vec<AnnouncedRow>,
}

async fn known(tx: &mut Tx, programme: Id<Programme>, today: Date) -> Result<Known, ActionError> {
    let groups = groups::groups_on(tx, programme, today).await?;
    let codes: Vec<GroupCode> = groups.iter().map(|it| it.code.clone()).collect();
    let came = rows::arrivals(tx, programme).await?;
    let came = came.into_iter().map(|it| (it.group, it.on, it.households));
    let past = Past::count(&codes, came, today);
    let announced = rows::announced(tx, programme).await?;
    let holding = announced.iter().filter(|it| it.withdrawn.is_none());
    let extra: Vec<Announced> = holding
        .map(|it| Announced { group: it.group.clone(), month: it.month, people: it.people })
        .collect();
    let forecast = forecast(&past, &extra, HORIZON);
    let overrulings = rows::overrulings(tx, programme).await?;
    Ok(Known { groups, past, forecast, overrulings, announced })
}

/// What is expected in a year, inside an action: of this year, an earlier one or the next.
/// [`ActionError::NotFound`] for a later year, about which nothing is said.
pub(crate) async fn expected_in(
    tx: &mut Tx,
    programme: Id<Programme>,
    today: Date,
    year: i16,
) -> Result<ExpectedYear, ActionError> {
    let known = known(tx, programme, today).await?;
    of_year(tx, programme, &known, year).await
}

async fn of_year(
    tx: &mut Tx,
    programme: Id<Programme>,
    known: &Known,
    year: i16,
) -> Result<ExpectedYear, ActionError> {
    if year > last_year(&known.past) {
        return Err(ActionError::NotFound);
    }
    let quotas = numbers::quotas(tx, programme, year).await?;
    let months = known.forecast.months_of(year);
    let came = known.past.came_in(year);
    let each = known.groups.iter().zip(&known.forecast.groups).zip(&came);
    let groups = each.map(|((group, made), came)| {
        let still = made.over(months.clone());
        let whole = still.plus(*came);
        let overruled = holds_for(&known.overrulings, &group.code, year).cloned();
        let typed = quotas.iter().find(|it| it.group == group.code).map(|it| it.expected);
        let holds = overruled.as_ref().and_then(|it| it.expected).unwrap_or(near(whole.mean));
        let (group, basis) = (group.clone(), made.basis);
        GroupExpected { group, basis, came: *came, still, whole, overruled, typed, holds }
    });
    let groups = groups.collect();
    let whole = known.forecast.over(months).plus(came.iter().sum());
    Ok(ExpectedYear { year, groups, whole })
}

/// The last year something is said about: the one after the running year.
fn last_year(past: &Past) -> i16 {
    past.until().year().saturating_add(1)
}

/// The latest version for a group and year, unless it took back what held.
fn holds_for<'a>(
    all: &'a [OverrulingRow],
    group: &GroupCode,
    year: i16,
) -> Option<&'a OverrulingRow> {
    latest(all, group, year).filter(|it| it.expected.is_some())
}

fn latest<'a>(all: &'a [OverrulingRow], group: &GroupCode, year: i16) -> Option<&'a OverrulingRow> {
    // The latest version comes first.
    all.iter().find(|it| it.group == *group && it.year == year)
}

fn near(mean: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "kept within the range just before"
    )]
    let near = mean.round().clamp(0.0, 1e9) as u32;
    near
}

/// What is expected per group in a year: of this year, an earlier one or the next.
pub async fn expected(app: &App, who: &Who, year: i16) -> Result<ExpectedYear, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let today = act.today();
    expected_in(&mut act.tx, act.programme, today, year).await
}

/// Everything there is to see of expected demand, with the numbers of a year.
pub async fn outlook(app: &App, who: &Who, year: i16) -> Result<Outlook, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let today = act.today();
    let known = known(&mut act.tx, act.programme, today).await?;
    let year = of_year(&mut act.tx, act.programme, &known, year).await?;
    let test = back_test(&known.past);
    let Known { past, forecast, overrulings, announced, groups: _ } = known;
    Ok(Outlook { past, forecast, test, year, overrulings, announced })
}

/// Puts a number in the place of the forecast of a group in this year or the next, or takes one
/// back. What held before stays to be read. [`ActionError::Changed`] when somebody else did so
/// since the form was made.
pub async fn overrule(
    app: &App,
    who: &Who,
    (group, year): (&GroupCode, i16),
    draft: &OverruleDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::ChangeNumbers).await?;
    let this = act.today().year();
    if !(this..=this.saturating_add(1)).contains(&year) {
        return Err(ActionError::NotFound);
    }
    find(&mut act, group).await?;
    let all = rows::overrulings(&mut act.tx, act.programme).await?;
    let before = latest(&all, group, year);
    let version = before.map_or(0, |it| it.version);
    if draft.was.trim() != version.to_string() {
        return Err(ActionError::Changed);
    }
    let held = before.and_then(|it| it.expected);
    let mut fields = Fields::default();
    let expected = fields.number_opt("expected", &draft.expected, 0, MOST);
    let expected = expected.map(|it| u32::try_from(it).unwrap_or(u32::MAX));
    if draft.expected.trim().is_empty() && held.is_none() {
        fields.bad("expected", FieldFault::Required);
    }
    let reason = fields.text("reason", &draft.reason, Phrase::new);
    let reason = fields.done(reason)?;
    let row = OverrulingRow {
        id: new_uuid(),
        group: group.clone(),
        year,
        version: version.saturating_add(1),
        expected,
        reason,
        actor: who.label(),
        at: act.at,
    };
    rows::add_overruling(&mut act.tx, act.programme, &row).await?;
    let detail = json!({
        "group": group.to_string(), "year": year, "version": row.version,
        "before": held, "after": expected,
    });
    act.log("demand", group.as_str(), &detail).await?;
    act.commit().await
}

/// Announces people of a group who will come in a month: this one or one of the two years ahead.
pub async fn announce(app: &App, who: &Who, draft: &AnnounceDraft) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::ChangeNumbers).await?;
    let now = Month::of(act.today());
    let groups = super::groups::named(&mut act).await?;
    let mut fields = Fields::default();
    let group = fields.choice("group", &draft.group, |code| {
        groups.iter().find(|it| it.code.as_str() == code).map(|it| it.code.clone())
    });
    let month = fields.choice("month", &draft.month, |text| {
        Month::read(text).filter(|it| (0..i32::from(HORIZON)).contains(&it.since(now)))
    });
    let people = fields.number("people", &draft.people, 1, MOST);
    let reason = fields.text("reason", &draft.reason, Phrase::new);
    let whole = group.zip(month).zip(people).zip(reason);
    let (((group, month), people), reason) = fields.done(whole)?;
    let row = AnnouncedRow {
        id: new_uuid(),
        group,
        month,
        people: u32::try_from(people).unwrap_or(u32::MAX),
        reason,
        actor: who.label(),
        at: act.at,
        withdrawn: None,
    };
    rows::announce(&mut act.tx, act.programme, &row).await?;
    let detail = json!({
        "announced": row.id.to_string(), "month": month.code(), "people": row.people,
    });
    act.log("demand", row.group.as_str(), &detail).await?;
    act.commit().await
}

/// Withdraws what was announced, with a reason. [`ActionError::Changed`] when somebody else did.
pub async fn withdraw(app: &App, who: &Who, id: Uuid, reason: &str) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::ChangeNumbers).await?;
    let all = rows::announced(&mut act.tx, act.programme).await?;
    let row = all.into_iter().find(|it| it.id == id).ok_or(ActionError::NotFound)?;
    let mut fields = Fields::default();
    let reason = fields.text("reason", reason, Phrase::new);
    let reason = fields.done(reason)?;
    let by = (act.at, who.label());
    let by = (by.0, by.1.as_str());
    if !rows::withdraw_announced(&mut act.tx, act.programme, id, by, &reason).await? {
        return Err(ActionError::Changed);
    }
    let detail = json!({
        "withdrawn": id.to_string(), "month": row.month.code(), "people": row.people,
    });
    act.log("demand", row.group.as_str(), &detail).await?;
    act.commit().await
}

async fn find(act: &mut Act<'_>, group: &GroupCode) -> Result<GroupRow, ActionError> {
    let groups = super::groups::named(act).await?;
    groups.into_iter().find(|it| it.code == *group).ok_or(ActionError::NotFound)
}
