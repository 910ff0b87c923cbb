//! The ten work agreements: how often each was kept, and how often it has to be.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{
    Phrase, Reference,
    steering::kept::{
        Outcome, Promise, Tally, WorkAgreement, YearKept, promises, quarter, shown, tally,
    },
};
use sleutel_store::{
    audit,
    kept::{self as rows, AgreementTargetRow, CaseOf},
    obstacles,
};

use crate::{
    ActionError, App, FieldFault, Who,
    act::Act,
    cases::{Whose, file_of},
    fields::Fields,
    lists,
    policy::{self, Action, Subject},
};

/// How many years are looked at together.
pub const YEARS: i16 = 6;

/// How often an agreement has to be kept as long as nobody said otherwise, in percent. Ours, and
/// marked as such: what was agreed holds for everybody.
pub const TARGET: u8 = 100;

/// How often an agreement has to be kept in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Percent.
    pub percent: u8,
    /// Who said so; `None`: nobody, it is [`TARGET`].
    pub set: Option<AgreementTargetRow>,
    /// The version a form is made from; 0 for none.
    pub version: u32,
}

/// One agreement in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearOfAgreement {
    /// Which year.
    pub year: i16,
    /// How often it was kept; `None` when it is not measured.
    pub kept: Option<YearKept>,
    /// How often it has to be.
    pub target: Target,
}

/// One agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementKept {
    /// Which.
    pub agreement: WorkAgreement,
    /// The years before the one asked for, and that one last.
    pub years: Vec<YearOfAgreement>,
    /// Obstacles that are not over and name it, by number.
    pub obstacles: Vec<(u32, String)>,
}

impl AgreementKept {
    /// The year that was asked for.
    pub fn year(&self) -> Option<&YearOfAgreement> {
        self.years.last()
    }
}

/// All ten agreements, or one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptView {
    /// The year asked for.
    pub year: i16,
    /// In the order of their numbers.
    pub agreements: Vec<AgreementKept>,
    /// Every version of how often each has to be kept, the latest first.
    pub targets: Vec<AgreementTargetRow>,
    /// Whether whoever looks may say how often.
    pub may_set_target: bool,
    /// Whether they may put an obstacle on the list.
    pub may_add_obstacle: bool,
    /// Whether they may see of which files it was kept, as far as those are theirs.
    pub may_see_files: bool,
}

/// A file something was promised for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromisedFile {
    /// Whose.
    pub reference: Reference,
    /// What was promised, with what became of it.
    pub promise: Promise,
    /// That, as it is known today.
    pub outcome: Outcome,
    /// Whether whoever looks may open it.
    pub opens: bool,
}

/// What somebody typed to say how often an agreement has to be kept. A blank number takes back
/// what was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TargetDraft {
    /// Percent.
    pub percent: String,
    /// Why.
    pub reason: String,
    /// The version when the form was made; 0 when there was none.
    pub was: String,
}

/// Everything that was promised, by agreement and file.
struct All {
    cases: Vec<CaseOf>,
    /// In the order of the cases.
    promises: Vec<Vec<Promise>>,
}

/// The promises of some agreements, of every file.
async fn all(
    act: &mut Act<'_>,
    agreements: &[WorkAgreement],
) -> Result<BTreeMap<WorkAgreement, All>, ActionError> {
    let (programme, today) = (act.programme, act.today());
    let cases = rows::cases_of_all(&mut act.tx, programme).await?;
    let mut events = rows::events_of_all(&mut act.tx, programme).await?;
    let signed = rows::signed_days(&mut act.tx, programme).await?;
    let none = || All { cases: Vec::new(), promises: Vec::new() };
    let mut found: BTreeMap<WorkAgreement, All> =
        agreements.iter().map(|it| (*it, none())).collect();
    for case in cases {
        let Some(events) = events.remove(&case.case) else { continue };
        let file = file_of(act.app.routes(), case.case, events)?;
        let signed = signed.get(&case.reference).copied().unwrap_or_default();
        for (agreement, all) in &mut found {
            let promised = promises(*agreement, &file, &signed, today);
            if !promised.is_empty() {
                all.cases.push(case.clone());
                all.promises.push(promised);
            }
        }
    }
    Ok(found)
}

fn in_year(all: &All, year: i16, today: Date) -> [Tally; 4] {
    let mut sum = [Tally::default(); 4];
    for promises in &all.promises {
        for (sum, one) in sum.iter_mut().zip(tally(promises, year, today)) {
            *sum += one;
        }
    }
    sum
}

fn target(all: &[AgreementTargetRow], agreement: WorkAgreement, year: i16) -> Target {
    // The latest version comes first.
    let latest = all.iter().find(|it| it.agreement == agreement && it.year == year);
    let set = latest.filter(|it| it.percent.is_some()).cloned();
    Target {
        percent: set.as_ref().and_then(|it| it.percent).unwrap_or(TARGET),
        set,
        version: latest.map_or(0, |it| it.version),
    }
}

/// The years that can be looked at: this one and ten back.
fn can_be_seen(act: &Act<'_>, year: i16) -> bool {
    let this = act.today().year();
    (this - 10..=this).contains(&year)
}

/// How often the agreements were kept in a year and those before it; all of them, or one.
pub async fn view(
    app: &App,
    who: &Who,
    year: i16,
    one: Option<WorkAgreement>,
) -> Result<KeptView, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    if !can_be_seen(&act, year) {
        return Err(ActionError::NotFound);
    }
    let (programme, today) = (act.programme, act.today());
    let asked: Vec<WorkAgreement> =
        WorkAgreement::ALL.iter().copied().filter(|it| one.is_none_or(|one| one == *it)).collect();
    let found = all(&mut act, &asked).await?;
    let targets = rows::agreement_targets(&mut act.tx, programme).await?;
    let in_the_way = obstacles::obstacles(&mut act.tx, programme).await?;
    let line = |agreement: &WorkAgreement| {
        let years = (year - YEARS + 1..=year).map(|year| YearOfAgreement {
            year,
            kept: (found.get(agreement).filter(|_| agreement.is_measured()))
                .map(|all| shown(&in_year(all, year, today))),
            target: target(&targets, *agreement, year),
        });
        let named = in_the_way
            .iter()
            .filter(|it| it.agreement == Some(*agreement) && !it.status.is_over())
            .map(|it| (it.number, it.title.to_string()));
        AgreementKept { agreement: *agreement, years: years.collect(), obstacles: named.collect() }
    };
    Ok(KeptView {
        year,
        agreements: asked.iter().map(line).collect(),
        targets: targets.into_iter().filter(|it| asked.contains(&it.agreement)).collect(),
        may_set_target: policy::may(who, Action::SetTargets),
        may_add_obstacle: policy::may(who, Action::ChangeObstacles),
        may_see_files: policy::may(who, Action::ListCases)
            && one.is_none_or(|it| readable(who, it)),
    })
}

/// Whether somebody reads the events of a file that say whether an agreement was kept: an
/// association reads of meetings and evaluations, and neither of decisions nor of what the person
/// agreed to.
fn readable(who: &Who, agreement: WorkAgreement) -> bool {
    !lists::without_support(who)
        || matches!(agreement, WorkAgreement::Tenancy | WorkAgreement::Early)
}

/// The files an agreement promised something in a year, or in a quarter of it (0 to 3), as far as
/// they are within reach of whoever looks; what was not kept first.
pub async fn files(
    app: &App,
    who: &Who,
    agreement: WorkAgreement,
    (year, only): (i16, Option<usize>),
) -> Result<Vec<PromisedFile>, ActionError> {
    if !readable(who, agreement) {
        return Err(ActionError::NotFound);
    }
    // Every file is read for it, so nobody is kept waiting; only the line of the log is written.
    let mut looked = app.look(who, Action::ListCases).await?;
    if !can_be_seen(&looked, year) {
        return Err(ActionError::NotFound);
    }
    let today = looked.today();
    let found = all(&mut looked, &[agreement]).await?;
    drop(looked);
    let mut act = app.begin(who, Action::ListCases).await?;
    let mut list = Vec::new();
    for (case, promised) in found.into_values().flat_map(|it| it.cases.into_iter().zip(it.promises))
    {
        let reference = case.reference.clone();
        let whose =
            Whose { provider: case.provider, worker: case.worker, association: case.association };
        if !policy::may_for(who, Action::ListCases, whose.subject(who)) {
            continue;
        }
        let opens = policy::may_for(who, Action::SeeCase, whose.subject(who));
        let wanted =
            |it: &Promise| it.due.year() == year && only.is_none_or(|only| only == quarter(it.due));
        for promise in promised.into_iter().filter(wanted) {
            let outcome = promise.outcome(today);
            list.push(PromisedFile { reference: reference.clone(), promise, outcome, opens });
        }
    }
    let rank = |it: &PromisedFile| match it.outcome {
        Outcome::NotKept => 0,
        Outcome::NotYet => 1,
        Outcome::Kept => 2,
        Outcome::FellAway => 3,
    };
    list.sort_by(|a, b| {
        (rank(a), a.promise.due, &a.reference).cmp(&(rank(b), b.promise.due, &b.reference))
    });
    let shown: Vec<&str> = list.iter().map(|it| it.reference.as_str()).collect();
    act.log("cases", "", &json!({ "shown": shown, "agreement": agreement.code() })).await?;
    act.commit().await?;
    Ok(list)
}

/// Says how often an agreement has to be kept in a year, or takes that back. What was said before
/// stays to be read. [`ActionError::Changed`] when somebody else did so since the form was made.
pub async fn set_target(
    app: &App,
    who: &Who,
    (agreement, year): (WorkAgreement, i16),
    draft: &TargetDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::SetTargets).await?;
    act.require(Action::SetTargets, Subject::default())?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    if !can_be_seen(&act, year) {
        return Err(ActionError::NotFound);
    }
    let before = rows::agreement_targets(&mut act.tx, programme).await?;
    let before = target(&before, agreement, year);
    let mut fields = Fields::default();
    let percent = fields.number_opt("percent", &draft.percent, 0, 100);
    let percent = percent.and_then(|it| u8::try_from(it).ok());
    if draft.percent.trim().is_empty() && before.set.is_none() {
        fields.bad("percent", FieldFault::Required);
    }
    let reason = fields.text("reason", &draft.reason, Phrase::new);
    let reason = fields.done(reason)?;
    if draft.was.trim() != before.version.to_string() {
        return Err(ActionError::Changed);
    }
    let row = AgreementTargetRow {
        agreement,
        year,
        version: before.version.saturating_add(1),
        percent,
        reason,
        actor: who.label(),
        at: act.at,
    };
    rows::add_agreement_target(&mut act.tx, programme, &row).await?;
    let held = before.set.and_then(|it| it.percent);
    let detail = json!({
        "year": year, "version": row.version, "before": held, "after": percent,
    });
    act.log("agreement-target", agreement.code(), &detail).await?;
    act.commit().await
}
