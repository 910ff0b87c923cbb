use sleutel_domain::{
    AreaCode, GroupCode, OrganisationCode,
    steering::{AreaRule, Bound, Demand, Measure, Rule, Share, ShareFault, Side, YearFault},
};

use crate::{Value, Words};

impl Words {
    /// Why a group gets what it gets, in a sentence that names it.
    pub fn share(self, rule: Rule, share: &Share) -> String {
        self.share_of(rule, share, share.demand.group.as_str())
    }

    /// The same, with the group called by its name.
    pub fn share_of(self, rule: Rule, share: &Share, name: &str) -> String {
        let key = match (share.bound, rule) {
            (Bound::Floor, _) => "steering-share-floor",
            (Bound::Realised, _) => "steering-share-realised",
            (Bound::Ceiling, _) => "steering-share-ceiling",
            (Bound::Nobody, _) => "steering-share-nobody",
            (Bound::Free, Rule::Proportional) => "steering-share-proportional",
            (Bound::Free, Rule::EqualHelped) => "steering-share-equal-helped",
            (Bound::Free, Rule::EqualWait) => "steering-share-equal-wait",
            (Bound::Free, Rule::FloorsFirst) => "steering-share-floors-first",
        };
        let demand = &share.demand;
        let lower = demand.floor.max(demand.realised);
        let from = if rule == Rule::FloorsFirst { lower } else { demand.realised };
        let values: [(&str, Value<'_>); 8] = [
            ("group", name.into()),
            ("homes", share.homes.into()),
            ("realised", demand.realised.into()),
            ("lower", lower.into()),
            ("more", share.homes.saturating_sub(from).into()),
            ("people", self.people(demand.expected).into()),
            ("waiting", self.people(demand.still_to_help()).into()),
            ("percent", self.percent(share.helped().unwrap_or_default(), 0).into()),
        ];
        self.t_with(key, &values)
    }

    /// A number of people, with a decimal only where there is one.
    pub fn people(self, demand: Demand) -> String {
        let whole = demand.in_thousandths().is_multiple_of(1000);
        self.decimal(demand.in_people(), usize::from(!whole))
    }

    /// Why homes cannot be shared out, and what to do about it.
    pub fn share_fault(self, fault: &ShareFault) -> String {
        self.share_fault_of(fault, GroupCode::to_string)
    }

    /// The same, with groups called by their names.
    pub fn share_fault_of(self, fault: &ShareFault, name: impl Fn(&GroupCode) -> String) -> String {
        let many = |number: u64| Value::Number(i64::try_from(number).unwrap_or(i64::MAX));
        match fault {
            ShareFault::NoGroups => self.t("steering-fault-no-groups"),
            ShareFault::Twice { group } => {
                self.t_with("steering-fault-twice", &[("group", name(group).into())])
            }
            ShareFault::FloorAboveCeiling { group, floor, ceiling } => self.t_with(
                "steering-fault-floor-above-ceiling",
                &[
                    ("group", name(group).into()),
                    ("floor", floor.into()),
                    ("ceiling", ceiling.into()),
                ],
            ),
            ShareFault::TooFew { total, needed } => self.t_with(
                "steering-fault-too-few",
                &[("total", total.into()), ("needed", many(*needed))],
            ),
            ShareFault::TooMany { total, room } => self.t_with(
                "steering-fault-too-many",
                &[("total", total.into()), ("room", many(*room))],
            ),
        }
    }

    /// What a line of the rule for places says, in a sentence.
    pub fn area_rule(self, rule: &AreaRule) -> String {
        let key = match (rule.measure, rule.side) {
            (Measure::Each, Side::Floor) => "year-rule-each-floor",
            (Measure::Each, Side::Ceiling) => "year-rule-each-ceiling",
            (_, Side::Floor) => "year-rule-floor",
            (_, Side::Ceiling) => "year-rule-ceiling",
        };
        let decimals = usize::from(!rule.amount.is_multiple_of(10));
        let percent = self.percent(f64::from(rule.amount) / 1_000.0, decimals);
        self.t_with(
            key,
            &[
                ("level", self.name(&rule.level).into()),
                ("percent", percent.into()),
                ("homes", rule.amount.into()),
                ("measure", self.name(&rule.measure).into()),
                ("rounding", self.name(&rule.rounding).into()),
            ],
        )
    }

    /// What does not fit in the numbers of places and associations: which, why, and what to do.
    pub fn year_fault(
        self,
        fault: &YearFault,
        place: impl Fn(&AreaCode) -> String,
        association: impl Fn(&OrganisationCode) -> String,
    ) -> String {
        let many = |number: u64| Value::Number(i64::try_from(number).unwrap_or(i64::MAX));
        match fault {
            YearFault::FloorAboveCeiling { area, floor, ceiling } => self.t_with(
                "year-fault-floor-above-ceiling",
                &[
                    ("place", place(area).into()),
                    ("floor", floor.into()),
                    ("ceiling", ceiling.into()),
                ],
            ),
            YearFault::FloorsAboveCeiling { area, floors, ceiling } => self.t_with(
                "year-fault-floors-above-ceiling",
                &[
                    ("place", place(area).into()),
                    ("floors", many(*floors)),
                    ("ceiling", ceiling.into()),
                ],
            ),
            YearFault::CeilingsBelowFloor { area, ceilings, floor } => self.t_with(
                "year-fault-ceilings-below-floor",
                &[
                    ("place", place(area).into()),
                    ("ceilings", many(*ceilings)),
                    ("floor", floor.into()),
                ],
            ),
            YearFault::FloorsAboveTotal { floors, total } => self.t_with(
                "year-fault-floors-above-total",
                &[("floors", many(*floors)), ("total", total.into())],
            ),
            YearFault::CeilingsBelowTotal { ceilings, total } => self.t_with(
                "year-fault-ceilings-below-total",
                &[("ceilings", many(*ceilings)), ("total", total.into())],
            ),
            YearFault::TargetOutside { association: code, floor, target, ceiling } => {
                let name = ("association", association(code).into());
                let (floor, target) = (("floor", floor.into()), ("target", target.into()));
                match ceiling {
                    Some(ceiling) => self.t_with(
                        "year-fault-target-outside",
                        &[name, floor, target, ("ceiling", ceiling.into())],
                    ),
                    None => self.t_with("year-fault-target-below", &[name, floor, target]),
                }
            }
            YearFault::TargetsAboveTotal { floors, total } => self.t_with(
                "year-fault-targets-above-total",
                &[("floors", many(*floors)), ("total", total.into())],
            ),
        }
    }
}
