use std::{collections::BTreeMap, ops::RangeInclusive};

use serde_json::json;
use sleutel_domain::{
    GroupCode, OrganisationCode, Phrase,
    access::OrganisationKind,
    steering::{GroupTerms, TermsFault, YearTotal, terms_faults},
};
use sleutel_store::{
    access, audit,
    numbers::{self, GroupRow},
    year::{self as rows, AssentRow, YearGroupRow, YearRow},
};

use crate::{
    ActionError, App, FieldFault, Hold, Who,
    act::{Act, new_uuid},
    fields::Fields,
    policy::{self, Action, Subject},
};

/// The most homes a year can have.
const MOST: i64 = 1_000_000;

/// An organisation that agrees with a year or does not yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Which.
    pub code: OrganisationCode,
    /// What people call it.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// That it agrees with the version shown.
    pub assent: Option<AssentRow>,
    /// Whether whoever looks may say for it that it agrees.
    pub may_assent: bool,
    /// Whether somebody else than whoever looks says so, and has to be named.
    pub on_behalf: bool,
}

/// What was agreed for a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearOf {
    /// Which year.
    pub year: i16,
    /// Its versions, the newest first.
    pub versions: Vec<YearRow>,
    /// The version shown: the one asked for, or the newest.
    pub shown: Option<(YearRow, Vec<YearGroupRow>)>,
    /// All partners, by kind and name.
    pub partners: Vec<Partner>,
    /// The names of the groups.
    pub groups: BTreeMap<GroupCode, GroupRow>,
    /// Whether whoever looks may write down another version.
    pub may_change: bool,
}

/// What was agreed for a group, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermsDraft {
    /// Its code.
    pub code: String,
    /// Whether its homes count in the number of the year.
    pub counts: bool,
    /// At least this many homes; blank is no floor.
    pub floor: String,
    /// At most this many; blank is no ceiling.
    pub ceiling: String,
    /// The rule behind them.
    pub ground: String,
}

/// What is agreed for a year, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct YearDraft {
    /// `fixed` or `part-of-vacancies`.
    pub kind: String,
    /// Homes, of a fixed number.
    pub homes: String,
    /// Percent of the vacancies, with at most one decimal.
    pub percent: String,
    /// Homes that are expected to come free.
    pub vacancies: String,
    /// What to say with it.
    pub note: String,
    /// The groups.
    pub groups: Vec<TermsDraft>,
    /// The newest version when the form was made; blank for none.
    pub was: String,
}

/// What the form begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearForm {
    /// Which year.
    pub year: i16,
    /// The newest version, or for a first one what the numbers of the year say.
    pub draft: YearDraft,
    /// The names of the groups.
    pub groups: BTreeMap<GroupCode, GroupRow>,
}

/// That a partner agrees, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AssentDraft {
    /// Which organisation.
    pub organisation: String,
    /// With which version.
    pub version: String,
    /// Who said so, when somebody of another organisation writes it down.
    pub said_by: String,
}

/// The years that can be looked at and agreed: ten back, and the next.
pub(super) fn years(act: &Act<'_>) -> RangeInclusive<i16> {
    let now = act.today().year();
    now - 10..=now + 1
}

pub(super) async fn names(act: &mut Act<'_>) -> Result<BTreeMap<GroupCode, GroupRow>, ActionError> {
    let groups = numbers::groups(&mut act.tx, act.programme).await?;
    Ok(groups.into_iter().map(|it| (it.code.clone(), it)).collect())
}

/// What was agreed for a year, in its newest version or an older one.
pub async fn year_of(
    app: &App,
    who: &Who,
    year: i16,
    version: Option<u32>,
) -> Result<YearOf, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    if !years(&act).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let versions = rows::versions(&mut act.tx, programme, year).await?;
    let row = match version {
        None => versions.first(),
        Some(asked) => {
            Some(versions.iter().find(|it| it.version == asked).ok_or(ActionError::NotFound)?)
        }
    };
    let (shown, agreed) = match row.cloned() {
        Some(row) => {
            let groups = rows::groups_of(&mut act.tx, programme, row.id).await?;
            let agreed = rows::assents(&mut act.tx, programme, row.id).await?;
            (Some((row, groups)), agreed)
        }
        None => (None, Vec::new()),
    };
    let newest = match (&shown, versions.first()) {
        (Some((row, _)), Some(first)) => row.version == first.version,
        _ => false,
    };
    let organisations = access::organisations(&mut act.tx, programme).await?;
    let partners = organisations.into_iter().map(|it| {
        let assent = agreed.iter().find(|one| one.organisation == it.code).cloned();
        let subject = Subject { organisation: Some(&it.code), ..Subject::default() };
        let may = policy::may_for(who, Action::AssentYear, subject);
        let own = who.person().is_some_and(|person| person.organisation.code == it.code);
        Partner {
            may_assent: newest && assent.is_none() && may,
            on_behalf: !own,
            code: it.code,
            name: it.name.to_string(),
            kind: it.kind,
            assent,
        }
    });
    let mut partners: Vec<_> = partners.collect();
    partners.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    let groups = names(&mut act).await?;
    let may_change = policy::may_for(who, Action::ChangeNumbers, Subject::default());
    Ok(YearOf { year, versions, shown, partners, groups, may_change })
}

/// What to begin another version with.
pub async fn year_form(app: &App, who: &Who, year: i16) -> Result<YearForm, ActionError> {
    let mut act = app.look(who, Action::ChangeNumbers).await?;
    act.require(Action::ChangeNumbers, Subject::default())?;
    let programme = act.programme;
    if !years(&act).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let groups = names(&mut act).await?;
    let newest = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
    let mut draft = YearDraft { kind: "fixed".to_owned(), ..YearDraft::default() };
    let mut terms: BTreeMap<GroupCode, GroupTerms> = BTreeMap::new();
    if let Some(row) = newest {
        draft.was = row.version.to_string();
        row.total.code().clone_into(&mut draft.kind);
        match row.total {
            YearTotal::Fixed(homes) => draft.homes = homes.to_string(),
            YearTotal::PartOfVacancies { per_mille, vacancies } => {
                draft.percent = percent(per_mille);
                draft.vacancies = vacancies.to_string();
            }
        }
        for group in rows::groups_of(&mut act.tx, programme, row.id).await? {
            terms.insert(group.terms.group.clone(), group.terms);
        }
    } else {
        for quota in numbers::quotas(&mut act.tx, programme, year).await? {
            let Some(group) = groups.get(&quota.group) else { continue };
            let one = GroupTerms {
                group: quota.group.clone(),
                counts: group.counts,
                floor: quota.agreed.lower,
                ceiling: quota.agreed.upper,
                ground: String::new(),
            };
            terms.insert(quota.group, one);
        }
    }
    draft.groups = groups.values().map(|group| drafted(group, terms.get(&group.code))).collect();
    Ok(YearForm { year, draft, groups })
}

fn drafted(group: &GroupRow, terms: Option<&GroupTerms>) -> TermsDraft {
    let floor = terms.map(|it| it.floor).filter(|it| *it > 0);
    TermsDraft {
        code: group.code.to_string(),
        counts: terms.map_or(group.counts, |it| it.counts),
        floor: floor.map(|it| it.to_string()).unwrap_or_default(),
        ceiling: terms.and_then(|it| it.ceiling).map(|it| it.to_string()).unwrap_or_default(),
        ground: terms.map(|it| it.ground.clone()).unwrap_or_default(),
    }
}

/// Thousandths as percent, as people type them.
fn percent(per_mille: u16) -> String {
    match (per_mille / 10, per_mille % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole},{tenth}"),
    }
}

fn per_mille(text: &str) -> Result<u16, FieldFault> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() {
        return Err(FieldFault::Required);
    }
    let (whole, tenth) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(tenth) || tenth.len() > 1 {
        return Err(FieldFault::NotANumber);
    }
    let most = FieldFault::Range { least: 0, most: 100 };
    let whole: u16 = whole.parse().map_err(|_| most.clone())?;
    let tenth: u16 = tenth.parse().map_err(|_| FieldFault::NotANumber)?;
    let sum = whole.checked_mul(10).and_then(|it| it.checked_add(tenth));
    sum.filter(|it| *it <= 1_000).ok_or(most)
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn total(fields: &mut Fields, draft: &YearDraft) -> Option<YearTotal> {
    match draft.kind.as_str() {
        "fixed" => {
            let homes = fields.number("homes", &draft.homes, 1, MOST)?;
            Some(YearTotal::Fixed(small(homes)))
        }
        "part-of-vacancies" => {
            let per_mille = fields.take("percent", per_mille(&draft.percent));
            let vacancies = fields.number("vacancies", &draft.vacancies, 1, MOST).map(small);
            let (per_mille, vacancies) = per_mille.zip(vacancies)?;
            Some(YearTotal::PartOfVacancies { per_mille, vacancies })
        }
        "" => fields.take("kind", Err(FieldFault::Required)),
        _ => fields.take("kind", Err(FieldFault::NotAChoice)),
    }
}

fn terms(
    fields: &mut Fields,
    draft: &YearDraft,
    names: &BTreeMap<GroupCode, GroupRow>,
) -> Vec<YearGroupRow> {
    let mut all: BTreeMap<GroupCode, YearGroupRow> = BTreeMap::new();
    for (at, one) in draft.groups.iter().enumerate() {
        let field = |name: &str| format!("group-{at}-{name}");
        let group = GroupCode::new(&one.code).ok().and_then(|code| names.get(&code));
        let floor = fields.number_opt(&field("floor"), &one.floor, 0, MOST).map_or(0, small);
        let ceiling = fields.number_opt(&field("ceiling"), &one.ceiling, 0, MOST).map(small);
        let ground = fields.phrase(&field("ground"), &one.ground);
        let Some(group) = group else {
            fields.bad(&field("code"), FieldFault::Unknown);
            continue;
        };
        let terms = GroupTerms {
            group: group.code.clone(),
            counts: one.counts,
            floor,
            ceiling,
            ground: ground.map(|it| it.to_string()).unwrap_or_default(),
        };
        let (main_group, with_support) = (group.main_group.clone(), group.with_support);
        all.insert(group.code.clone(), YearGroupRow { terms, main_group, with_support });
    }
    all.into_values().collect()
}

/// At which field a fault of the terms belongs.
fn place(fields: &mut Fields, draft: &YearDraft, fault: TermsFault) {
    match fault {
        TermsFault::FloorAboveCeiling { group, floor, .. } => {
            let at = draft.groups.iter().position(|it| it.code == group.as_str());
            let field = format!("group-{}-ceiling", at.unwrap_or_default());
            fields.bad(&field, FieldFault::Range { least: floor.into(), most: MOST });
        }
        TermsFault::FloorsAboveTotal { floors, .. } => {
            let least = i64::try_from(floors).unwrap_or(MOST);
            let field = if draft.kind == "fixed" { "homes" } else { "percent" };
            fields.bad(field, FieldFault::FloorsAsk { least });
        }
    }
}

/// Writes down another version of what is agreed for a year; nobody agrees with it yet. Gives
/// its number. [`ActionError::Changed`] when somebody wrote one since the form was made.
pub async fn agree_year(
    app: &App,
    who: &Who,
    year: i16,
    draft: &YearDraft,
) -> Result<u32, ActionError> {
    let mut act = app.begin(who, Action::ChangeNumbers).await?;
    act.require(Action::ChangeNumbers, Subject::default())?;
    let programme = act.programme;
    if !years(&act).contains(&year) {
        return Err(ActionError::NotFound);
    }
    // From here on nobody else changes anything in the programme until we are done.
    audit::take_head(&mut act.tx, programme).await?;
    let newest = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
    let was = newest.as_ref().map(|it| it.version.to_string()).unwrap_or_default();
    if was != draft.was {
        return Err(ActionError::Changed);
    }
    let names = names(&mut act).await?;
    let mut fields = Fields::default();
    let total = total(&mut fields, draft);
    let note = fields.words("note", &draft.note);
    let groups = terms(&mut fields, draft, &names);
    if let Some(total) = total {
        let terms: Vec<_> = groups.iter().map(|it| it.terms.clone()).collect();
        for fault in terms_faults(total, &terms) {
            place(&mut fields, draft, fault);
        }
    }
    let total = fields.done(total)?;
    let version = newest.map_or(1, |it| it.version.saturating_add(1));
    let (actor, at) = (act.who.label(), act.at);
    let row = YearRow { id: new_uuid(), year, version, total, note, actor, at };
    rows::add_version(&mut act.tx, programme, &row, &groups).await?;
    let bounds = |it: &YearGroupRow| {
        json!({
            "group": it.terms.group.as_str(), "counts": it.terms.counts,
            "lower": it.terms.floor, "upper": it.terms.ceiling,
        })
    };
    let detail = json!({
        "year": year, "version": version, "kind": total.code(), "homes": total.homes(),
        "groups": groups.iter().map(bounds).collect::<Vec<_>>(),
    });
    act.log("year", &year.to_string(), &detail).await?;
    act.commit().await?;
    Ok(version)
}

/// Notes that a partner agrees with the newest version of a year. Who of another organisation
/// writes it down says who told them.
pub async fn assent(
    app: &App,
    who: &Who,
    year: i16,
    draft: &AssentDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::AssentYear).await?;
    let programme = act.programme;
    let organisations = access::organisations(&mut act.tx, programme).await?;
    let found = organisations.into_iter().find(|it| it.code.as_str() == draft.organisation);
    let organisation = found.ok_or(ActionError::NotFound)?;
    let subject = Subject { organisation: Some(&organisation.code), ..Subject::default() };
    act.require(Action::AssentYear, subject)?;
    audit::take_head(&mut act.tx, programme).await?;
    let newest = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
    let newest = newest.ok_or(ActionError::NotFound)?;
    if newest.version.to_string() != draft.version {
        return Err(ActionError::Changed);
    }
    let agreed = rows::assents(&mut act.tx, programme, newest.id).await?;
    if agreed.iter().any(|it| it.organisation == organisation.code) {
        return Err(Hold::AgreedAlready.into());
    }
    let own = act.who.person().is_some_and(|it| it.organisation.code == organisation.code);
    let mut fields = Fields::default();
    let said_by = if own {
        None
    } else {
        // Beside whom it was typed.
        let field = format!("said_by-{}", organisation.code);
        let typed = fields.text(&field, &draft.said_by, Phrase::new);
        Some(fields.done(typed)?)
    };
    let (actor, at) = (act.who.label(), act.at);
    let row = AssentRow { organisation: organisation.code.clone(), said_by, actor, at };
    rows::add_assent(&mut act.tx, programme, newest.id, &row).await?;
    let detail = json!({
        "year": year, "version": newest.version, "organisation": organisation.code.as_str(),
        "told": row.said_by.is_some(),
    });
    act.log("year", &year.to_string(), &detail).await?;
    act.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_is_read_as_people_type_it() {
        for (text, thousandths) in [("30", 300), ("30,5", 305), ("30.5 %", 305), ("100", 1_000)] {
            assert_eq!(per_mille(text), Ok(thousandths), "{text}");
        }
        for text in ["", "dertig", "100,1", "30,55", "-3", "70000", ","] {
            assert!(per_mille(text).is_err(), "{text}");
        }
        assert_eq!(percent(305), "30,5");
        assert_eq!(percent(300), "30");
    }
}
