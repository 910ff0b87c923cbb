use std::collections::BTreeMap;

use sleutel_domain::{
    GroupCode, OrganisationCode,
    homes::AreaLevel,
    steering::{
        AreaException, AreaRule, GroupTerms, Measure, Rounding, Side, TargetRule, TermsFault,
        YearTotal,
    },
};
use sleutel_store::{
    homes::{self, AreaRow},
    numbers::{self, GroupRow},
    year::{self as rows, AgreedPlaces, AgreedTargets, YearGroupRow},
};

use super::{
    MOST,
    groups::{YearGroups, groups_in},
    places::city,
    small,
};
use crate::{
    ActionError, App, FieldFault, Who,
    fields::Fields,
    policy::{Action, Subject},
    steering::{groups::NationalYear, years},
};

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

/// A line of the rule for places, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleDraft {
    /// The word of the level.
    pub level: String,
    /// `floor` or `ceiling`.
    pub side: String,
    /// The word of the measure; blank or `none` for no rule.
    pub measure: String,
    /// Percent of the fair part, or a number of homes.
    pub amount: String,
    /// The word of the rounding.
    pub rounding: String,
}

/// A place with a number of its own, as somebody typed it; all blank is no place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamedDraft {
    /// Its code or its name.
    pub area: String,
    /// At least this many homes; blank is what the rule says.
    pub floor: String,
    /// At most this many; blank is what the rule says.
    pub ceiling: String,
    /// Why.
    pub ground: String,
}

/// An association, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TargetDraft {
    /// Its code.
    pub code: String,
    /// The homes it owns.
    pub stock: String,
    /// At least this many homes in the year; blank is the target.
    pub floor: String,
    /// As many as are meant; by stock it is worked out.
    pub target: String,
    /// At most this many; blank is no ceiling.
    pub ceiling: String,
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
    /// The rule for places: each level of the city with its floor and its ceiling.
    pub rules: Vec<RuleDraft>,
    /// The places with a number of their own.
    pub named: Vec<NamedDraft>,
    /// `by-stock`, `agreed`, or blank or `none` when nothing is agreed with associations.
    pub target_rule: String,
    /// By stock: the floor in percent of the target; blank is the target.
    pub least: String,
    /// By stock: the ceiling in percent of the target; blank is no ceiling.
    pub most: String,
    /// The associations.
    pub targets: Vec<TargetDraft>,
    /// The floors below a national target that somebody says to know of, as
    /// [`seen_below`](super::seen_below) writes them.
    pub below: String,
    /// The newest version when the form was made; blank for none.
    pub was: String,
}

/// What the form begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearForm {
    /// Which year.
    pub year: i16,
    /// The newest version; for a first one what the numbers of the year say, and without those
    /// the newest version of the year before.
    pub draft: YearDraft,
    /// The names of the groups.
    pub groups: BTreeMap<GroupCode, GroupRow>,
    /// Groups that the version the form begins with names, and that are not there in the year.
    pub left_out: Vec<GroupCode>,
    /// What the state asks for the groups in the year.
    pub national: BTreeMap<GroupCode, NationalYear>,
    /// Ceilings that lie below the floor that the state asks for, and are left open for that.
    pub crossed: BTreeMap<GroupCode, u32>,
    /// The parts of the city, the largest level first, without their shapes.
    pub areas: Vec<AreaRow>,
    /// What the associations are called.
    pub associations: BTreeMap<OrganisationCode, String>,
}

/// What to begin another version with.
pub async fn year_form(app: &App, who: &Who, year: i16) -> Result<YearForm, ActionError> {
    let mut act = app.look(who, Action::ChangeNumbers).await?;
    act.require(Action::ChangeNumbers, Subject::default())?;
    let programme = act.programme;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let known = groups_in(&mut act, year).await?;
    let groups = &known.names;
    let of_year = numbers::quotas(&mut act.tx, programme, year).await?;
    let mut newest = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
    let was = newest.as_ref().map(|it| it.version.to_string()).unwrap_or_default();
    let first = newest.is_none();
    if newest.is_none() && of_year.is_empty() {
        // Nothing of the year itself: most years are agreed as the one before.
        let before = rows::versions(&mut act.tx, programme, year - 1).await?;
        newest = before.into_iter().next();
    }
    let mut draft = YearDraft { kind: "fixed".to_owned(), was, ..YearDraft::default() };
    let mut terms: BTreeMap<GroupCode, GroupTerms> = BTreeMap::new();
    let city = city(&mut act).await?;
    let (places, targets) = match &newest {
        Some(row) => (
            rows::places_of(&mut act.tx, programme, row.id).await?,
            rows::targets_of(&mut act.tx, programme, row.id).await?,
        ),
        None => (AgreedPlaces::default(), None),
    };
    draft.rules = rules_of(&city.levels(), &places);
    draft.named = places.named.iter().map(named_of).collect();
    let stocks = homes::stocks(&mut act.tx, programme).await?;
    targets_into(&mut draft, &city.associations, targets.as_ref(), &stocks);
    if let Some(row) = newest {
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
        for quota in of_year {
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
    let mut left_out: Vec<GroupCode> = terms.keys().cloned().collect();
    left_out.retain(|it| !known.there.contains(it));
    let there = groups.values().filter(|it| known.there.contains(&it.code));
    draft.groups = there.map(|group| drafted(group, terms.get(&group.code))).collect();
    let crossed = if first { floors_into(&mut draft, &known) } else { BTreeMap::new() };
    Ok(YearForm {
        year,
        draft,
        groups: known.names,
        left_out,
        national: known.national,
        crossed,
        areas: city.areas,
        associations: city.associations,
    })
}

/// Proposes what the state asks for as the floor of a first version, with where that is written.
/// A ceiling below it is left open, and given back.
fn floors_into(draft: &mut YearDraft, known: &YearGroups) -> BTreeMap<GroupCode, u32> {
    let mut crossed = BTreeMap::new();
    for one in &mut draft.groups {
        let Ok(code) = GroupCode::new(&one.code) else { continue };
        let Some(national) = known.national.get(&code) else { continue };
        one.floor = national.homes.to_string();
        if one.ground.trim().is_empty() {
            one.ground = national.source.to_string();
        }
        let below = one.ceiling.parse().ok().filter(|ceiling| *ceiling < national.homes);
        if let Some(ceiling) = below {
            one.ceiling.clear();
            crossed.insert(code, ceiling);
        }
    }
    crossed
}

/// Each level with its floor and its ceiling, filled in where a version has a rule.
fn rules_of(levels: &[AreaLevel], places: &AgreedPlaces) -> Vec<RuleDraft> {
    let one = |level: AreaLevel, side: Side| {
        let found = places.rules.iter().find(|it| it.level == level && it.side == side);
        let rounding = if side == Side::Floor { Rounding::Down } else { Rounding::Up };
        RuleDraft {
            level: level.code().to_owned(),
            side: side.code().to_owned(),
            measure: found.map(|it| it.measure.code().to_owned()).unwrap_or_default(),
            amount: found.map(amount).unwrap_or_default(),
            rounding: found.map_or(rounding, |it| it.rounding).code().to_owned(),
        }
    };
    levels.iter().flat_map(|level| Side::ALL.map(|side| one(*level, side))).collect()
}

fn amount(rule: &AreaRule) -> String {
    match rule.measure {
        Measure::Each => rule.amount.to_string(),
        Measure::AssociationHomes | Measure::Households | Measure::Inhabitants => {
            percent(rule.amount)
        }
    }
}

fn named_of(it: &AreaException) -> NamedDraft {
    let blank = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
    NamedDraft {
        area: it.area.to_string(),
        floor: blank(it.floor),
        ceiling: blank(it.ceiling),
        ground: it.ground.clone(),
    }
}

/// The associations as a version has them; one without a stock has its homes as they are known.
fn targets_into(
    draft: &mut YearDraft,
    associations: &BTreeMap<OrganisationCode, String>,
    targets: Option<&AgreedTargets>,
    stocks: &BTreeMap<OrganisationCode, u32>,
) {
    let agreed = match targets.map(|it| it.rule) {
        None => {
            "none".clone_into(&mut draft.target_rule);
            false
        }
        Some(rule) => {
            rule.code().clone_into(&mut draft.target_rule);
            if let TargetRule::ByStock { least, most } = rule {
                draft.least = percent(least);
                draft.most = most.map(percent).unwrap_or_default();
            }
            rule == TargetRule::Agreed
        }
    };
    let one = |code: &OrganisationCode| {
        let found = targets.and_then(|it| it.terms.iter().find(|one| one.association == *code));
        let stock = found.and_then(|it| it.stock).or_else(|| stocks.get(code).copied());
        let text = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
        let typed = found.filter(|_| agreed);
        TargetDraft {
            code: code.to_string(),
            stock: text(stock),
            floor: text(typed.map(|it| it.floor)),
            target: text(typed.map(|it| it.target)),
            ceiling: text(typed.and_then(|it| it.ceiling)),
        }
    };
    draft.targets = associations.keys().map(one).collect();
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
fn percent(per_mille: impl Into<u32>) -> String {
    let per_mille: u32 = per_mille.into();
    match (per_mille / 10, per_mille % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole},{tenth}"),
    }
}

fn per_mille(text: &str) -> Result<u16, FieldFault> {
    let most = FieldFault::Range { least: 0, most: 100 };
    u16::try_from(per_mille_up_to(text, 100)?).map_err(|_| most)
}

/// The most percent of a fair part or a target that can be typed.
pub(super) const MOST_PERCENT: u32 = 1_000;

/// Percent as people type it, in thousandths.
pub(super) fn per_mille_up_to(text: &str, most_percent: u32) -> Result<u32, FieldFault> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() {
        return Err(FieldFault::Required);
    }
    let (whole, tenth) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(tenth) || tenth.len() > 1 {
        return Err(FieldFault::NotANumber);
    }
    let most = FieldFault::Range { least: 0, most: most_percent.into() };
    let whole: u32 = whole.parse().map_err(|_| most.clone())?;
    let tenth: u32 = tenth.parse().map_err(|_| FieldFault::NotANumber)?;
    let sum = whole.checked_mul(10).and_then(|it| it.checked_add(tenth));
    sum.filter(|it| *it <= most_percent * 10).ok_or(most)
}

pub(super) fn total(fields: &mut Fields, draft: &YearDraft) -> Option<YearTotal> {
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

pub(super) fn terms(
    fields: &mut Fields,
    draft: &YearDraft,
    known: &YearGroups,
) -> Vec<YearGroupRow> {
    let mut all: BTreeMap<GroupCode, YearGroupRow> = BTreeMap::new();
    for (at, one) in draft.groups.iter().enumerate() {
        let field = |name: &str| format!("group-{at}-{name}");
        let group = GroupCode::new(&one.code).ok().and_then(|code| known.names.get(&code));
        let floor = fields.number_opt(&field("floor"), &one.floor, 0, MOST).map_or(0, small);
        let ceiling = fields.number_opt(&field("ceiling"), &one.ceiling, 0, MOST).map(small);
        let ground = fields.phrase(&field("ground"), &one.ground);
        let Some(group) = group else {
            fields.bad(&field("code"), FieldFault::Unknown);
            continue;
        };
        if !known.there.contains(&group.code) {
            fields.bad(&field("code"), FieldFault::GroupNotInYear { year: known.year });
        }
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
pub(super) fn place(fields: &mut Fields, draft: &YearDraft, fault: TermsFault) {
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
        assert_eq!(percent(305_u32), "30,5");
        assert_eq!(percent(300_u32), "30");
    }
}
