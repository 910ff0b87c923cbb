//! The parts of the city and the associations in a version: what the rules come to.

use std::collections::BTreeMap;

use sleutel_domain::{
    AreaCode, OrganisationCode,
    homes::AreaLevel,
    steering::{
        AreaException, AreaRule, Figures, Measure, Part, Rounding, Side, TargetRule, YearFault,
        YearTotal, area_faults, spread, target_faults, targets_by_stock,
    },
};
use sleutel_store::{
    homes::{self, AreaRow},
    year::{AgreedPlaces, AgreedTargets},
};

use super::{
    MOST,
    draft::{MOST_PERCENT, NamedDraft, YearDraft, per_mille_up_to},
    small,
};
use crate::{ActionError, FieldFault, act::Act, fields::Fields};

/// What a version says of places and associations, worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Homes of the year.
    pub total: YearTotal,
    /// The parts of the city.
    pub places: AgreedPlaces,
    /// The associations, when anything is agreed with them.
    pub targets: Option<AgreedTargets>,
    /// All that does not fit.
    pub faults: Vec<YearFault>,
}

/// The city as it is known now.
pub(super) struct City {
    /// Its parts, the largest level first.
    pub(super) areas: Vec<AreaRow>,
    /// The same as they go into a rule.
    pub(super) parts: Vec<Part>,
    /// What the associations are called.
    pub(super) associations: BTreeMap<OrganisationCode, String>,
}

pub(super) async fn city(act: &mut Act<'_>) -> Result<City, ActionError> {
    let programme = act.programme;
    let areas = homes::areas(&mut act.tx, programme, false).await?;
    let mut figures: BTreeMap<AreaCode, Figures> = BTreeMap::new();
    // The newest year comes first; a figure that year does not have is that of the year before.
    for row in homes::area_figures(&mut act.tx, programme).await? {
        let known = figures.entry(row.area).or_default();
        known.association_homes = known.association_homes.or(row.association_homes);
        known.households = known.households.or(row.households);
        known.inhabitants = known.inhabitants.or(row.inhabitants);
    }
    let index: BTreeMap<&AreaCode, usize> =
        areas.iter().enumerate().map(|(at, it)| (&it.code, at)).collect();
    let part = |(at, row): (usize, &AreaRow)| Part {
        area: row.code.clone(),
        level: row.level,
        parent: row.parent.as_ref().and_then(|it| index.get(it).copied()).filter(|it| *it < at),
        figures: figures.get(&row.code).cloned().unwrap_or_default(),
    };
    let parts = areas.iter().enumerate().map(part).collect();
    let associations = act.associations().await?;
    Ok(City { areas, parts, associations })
}

impl City {
    /// The levels the city has, largest first.
    pub(super) fn levels(&self) -> Vec<AreaLevel> {
        let there = |level: &AreaLevel| self.areas.iter().any(|it| it.level == *level);
        AreaLevel::ALL.into_iter().filter(there).collect()
    }

    /// A place by its code, or by its name when only one has it.
    fn find(&self, text: &str) -> Option<&AreaCode> {
        let text = text.trim();
        let by_code = self.areas.iter().find(|it| it.code.as_str() == text);
        let named = || self.areas.iter().filter(|it| it.name.as_str().eq_ignore_ascii_case(text));
        let by_name = || named().next().filter(|_| named().count() == 1);
        by_code.or_else(by_name).map(|it| &it.code)
    }

    /// Reads the rules and named places, and works out what they come to.
    pub(super) fn places(
        &self,
        fields: &mut Fields,
        draft: &YearDraft,
        total: Option<YearTotal>,
    ) -> AgreedPlaces {
        let rules = rules(fields, draft);
        let mut named: BTreeMap<AreaCode, AreaException> = BTreeMap::new();
        for (at, one) in draft.named.iter().enumerate() {
            if let Some(one) = self.named(fields, at, one) {
                if named.contains_key(&one.area) {
                    fields.bad(&format!("named-{at}-area"), FieldFault::Taken);
                }
                named.insert(one.area.clone(), one);
            }
        }
        let named: Vec<_> = named.into_values().collect();
        let homes = total.map_or(0, YearTotal::homes);
        let made = spread(homes, &self.parts, &rules, &named);
        AgreedPlaces { rules, named, terms: made.terms, missing: made.missing }
    }

    fn named(&self, fields: &mut Fields, at: usize, one: &NamedDraft) -> Option<AreaException> {
        if *one == NamedDraft::default() {
            return None;
        }
        let field = |name: &str| format!("named-{at}-{name}");
        let area = fields.choice(&field("area"), &one.area, |text| self.find(text).cloned());
        let floor = fields.number_opt(&field("floor"), &one.floor, 0, MOST).map(small);
        let ceiling = fields.number_opt(&field("ceiling"), &one.ceiling, 0, MOST).map(small);
        if one.floor.is_empty() && one.ceiling.is_empty() {
            fields.bad(&field("ceiling"), FieldFault::Required);
        }
        let ground = fields.phrase(&field("ground"), &one.ground);
        if one.ground.is_empty() {
            fields.bad(&field("ground"), FieldFault::Required);
        }
        Some(AreaException { area: area?, floor, ceiling, ground: ground?.to_string() })
    }

    /// Reads how the targets of associations are set, and works them out.
    pub(super) fn targets(
        &self,
        fields: &mut Fields,
        draft: &YearDraft,
        total: Option<YearTotal>,
    ) -> Option<AgreedTargets> {
        let rule = draft.target_rule.as_str();
        match rule {
            "" | "none" => None,
            "by-stock" => self.by_stock(fields, draft, total.map_or(0, YearTotal::homes)),
            "agreed" => Some(self.agreed(fields, draft)),
            _ => fields.take("target_rule", Err(FieldFault::NotAChoice)),
        }
    }

    fn by_stock(
        &self,
        fields: &mut Fields,
        draft: &YearDraft,
        homes: u32,
    ) -> Option<AgreedTargets> {
        let percent = |fields: &mut Fields, field: &str, text: &str| {
            if text.is_empty() {
                None
            } else {
                fields.take(field, per_mille_up_to(text, MOST_PERCENT))
            }
        };
        // Without a floor of its own the target is what is promised.
        let least = percent(fields, "least", &draft.least).unwrap_or(1_000);
        let most = percent(fields, "most", &draft.most);
        let mut stocks: BTreeMap<OrganisationCode, u32> = BTreeMap::new();
        for (at, one) in draft.targets.iter().enumerate() {
            let field = format!("target-{at}-stock");
            let stock = fields.number(&field, &one.stock, 0, 10 * MOST).map(small);
            if let Some((code, stock)) = self.association(&one.code).zip(stock) {
                stocks.insert(code, stock);
            }
        }
        let stocks: Vec<_> = stocks.into_iter().collect();
        let terms = targets_by_stock(homes, &stocks, least, most);
        Some(AgreedTargets { rule: TargetRule::ByStock { least, most }, terms })
    }

    fn agreed(&self, fields: &mut Fields, draft: &YearDraft) -> AgreedTargets {
        let mut terms = BTreeMap::new();
        for (at, one) in draft.targets.iter().enumerate() {
            let field = |name: &str| format!("target-{at}-{name}");
            let target = fields.number(&field("target"), &one.target, 0, MOST).map(small);
            let floor = fields.number_opt(&field("floor"), &one.floor, 0, MOST).map(small);
            let ceiling = fields.number_opt(&field("ceiling"), &one.ceiling, 0, MOST).map(small);
            let stock = fields.number_opt(&field("stock"), &one.stock, 0, 10 * MOST).map(small);
            if let Some((association, target)) = self.association(&one.code).zip(target) {
                let floor = floor.unwrap_or(target);
                let one = sleutel_domain::steering::AssociationTerms {
                    association: association.clone(),
                    stock,
                    floor,
                    target,
                    ceiling,
                };
                terms.insert(association, one);
            }
        }
        AgreedTargets { rule: TargetRule::Agreed, terms: terms.into_values().collect() }
    }

    fn association(&self, code: &str) -> Option<OrganisationCode> {
        self.associations.keys().find(|it| it.as_str() == code).cloned()
    }

    /// All that does not fit.
    pub(super) fn faults(
        &self,
        total: YearTotal,
        places: &AgreedPlaces,
        targets: Option<&AgreedTargets>,
    ) -> Vec<YearFault> {
        let homes = total.homes();
        let mut faults = area_faults(homes, &self.parts, &places.terms);
        faults.extend(targets.into_iter().flat_map(|it| target_faults(homes, &it.terms)));
        faults
    }
}

fn rules(fields: &mut Fields, draft: &YearDraft) -> Vec<AreaRule> {
    let mut rules = Vec::new();
    for (at, one) in draft.rules.iter().enumerate() {
        let field = |name: &str| format!("rule-{at}-{name}");
        if one.measure.is_empty() || one.measure == "none" {
            continue;
        }
        let measure = fields.choice(&field("measure"), &one.measure, Measure::from_code);
        let amount = if measure == Some(Measure::Each) {
            fields.number(&field("amount"), &one.amount, 0, MOST).map(small)
        } else {
            fields.take(&field("amount"), per_mille_up_to(&one.amount, MOST_PERCENT))
        };
        let rounding = fields.choice(&field("rounding"), &one.rounding, Rounding::from_code);
        let level = AreaLevel::from_code(&one.level).zip(Side::from_code(&one.side));
        let Some((level, side)) = level else {
            fields.bad(&field("measure"), FieldFault::Unknown);
            continue;
        };
        if let Some(((measure, amount), rounding)) = measure.zip(amount).zip(rounding) {
            rules.push(AreaRule { level, side, measure, amount, rounding });
        }
    }
    rules.sort_by_key(|it| (it.level, it.side));
    rules
}
