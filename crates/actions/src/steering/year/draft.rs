use std::collections::BTreeMap;

use sleutel_domain::{
    GroupCode,
    steering::{GroupTerms, TermsFault, YearTotal},
};
use sleutel_store::{
    numbers::{self, GroupRow},
    year::{self as rows, YearGroupRow},
};

use super::{MOST, names, small};
use crate::{
    ActionError, App, FieldFault, Who,
    fields::Fields,
    policy::{Action, Subject},
    steering::years,
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
    /// The newest version; for a first one what the numbers of the year say, and without those
    /// the newest version of the year before.
    pub draft: YearDraft,
    /// The names of the groups.
    pub groups: BTreeMap<GroupCode, GroupRow>,
}

/// What to begin another version with.
pub async fn year_form(app: &App, who: &Who, year: i16) -> Result<YearForm, ActionError> {
    let mut act = app.look(who, Action::ChangeNumbers).await?;
    act.require(Action::ChangeNumbers, Subject::default())?;
    let programme = act.programme;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let groups = names(&mut act).await?;
    let of_year = numbers::quotas(&mut act.tx, programme, year).await?;
    let mut newest = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
    let was = newest.as_ref().map(|it| it.version.to_string()).unwrap_or_default();
    if newest.is_none() && of_year.is_empty() {
        // Nothing of the year itself: most years are agreed as the one before.
        let before = rows::versions(&mut act.tx, programme, year - 1).await?;
        newest = before.into_iter().next();
    }
    let mut draft = YearDraft { kind: "fixed".to_owned(), was, ..YearDraft::default() };
    let mut terms: BTreeMap<GroupCode, GroupTerms> = BTreeMap::new();
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
        assert_eq!(percent(305), "30,5");
        assert_eq!(percent(300), "30");
    }
}
