//! From the table to a model, with everything that is in the way.

use super::{Assumptions, Cause, Finding, PolicyName, city::PLACES};
use crate::{
    Areas, Group, HousingFirst, Model, Omslag, Policy, Prevention, Staircase, Tenancy, clock::whole,
};

/// Most groups, and most areas: more than any country counts.
const MOST_PARTS: u16 = 1_000;

impl Assumptions {
    /// The city under a policy.
    ///
    /// Fails with every finding, in the order of the table.
    pub fn model(&self, policy: PolicyName) -> Result<Model, Vec<Finding>> {
        let findings = self.findings();
        if !findings.is_empty() {
            return Err(findings);
        }
        let mut reader = Reader { table: self, findings };
        let model = reader.model(policy);
        if reader.findings.is_empty() { Ok(model) } else { Err(reader.findings) }
    }

    /// Everything in the table that cannot be simulated: all of it, in the order of the table.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let most = row.unit.most();
            let possible = |value: f64| (0.0..=most).contains(&value);
            let mut found = |cause| findings.push(Finding { at: row.name.clone(), cause });
            if self.rows.iter().take(index).any(|other| other.name == row.name) {
                found(Cause::Twice);
            }
            let (value, low, high) = (row.value, row.low, row.high);
            if !possible(value) {
                found(Cause::ImpossibleValue { value, most });
            }
            // A range that was stretched to an impossible value is the same mistake.
            let wrong_end = |end: f64| !possible(end) && end.to_bits() != value.to_bits();
            if wrong_end(low) || wrong_end(high) || low > high {
                found(Cause::ImpossibleRange { low, high, most });
            } else if possible(value) && (value < low || value > high) {
                found(Cause::OutsideRange { value, low, high });
            }
        }
        let most = f64::from(MOST_PARTS);
        for (at, parts) in [("group", self.groups.len()), ("area", self.areas.len())] {
            if parts as f64 > most {
                let cause = Cause::TooMany { expected: parts as f64, most };
                findings.push(Finding { at: at.to_owned(), cause });
            }
        }
        for (at, none) in [("group", self.groups.is_empty()), ("homes", self.kinds.is_empty())] {
            if none {
                findings.push(Finding { at: at.to_owned(), cause: Cause::Nothing });
            }
        }
        self.weights(&mut findings);
        findings
    }

    /// Weights that add up to nothing.
    fn weights(&self, findings: &mut Vec<Finding>) {
        let mut check = |at: String, among: &dyn Fn(&str) -> bool| {
            let mut weights = self.rows.iter().filter(|row| among(&row.name)).peekable();
            // NaN is a finding of its own.
            if weights.peek().is_some() && weights.all(|row| row.value <= 0.0) {
                findings.push(Finding { at, cause: Cause::NoWeight });
            }
        };
        for group in &self.groups {
            for what in ["waits", "needs"] {
                let start = format!("group.{}.{what}_", group.code);
                check(start.clone(), &|name| name.starts_with(&start));
            }
        }
        let share = |name: &str| name.starts_with("group.") && name.ends_with(".share");
        check("group.*.share".to_owned(), &share);
        for what in ["homes", "wanted"] {
            let (start, end) = ("area.", format!(".{what}"));
            let among = |name: &str| name.starts_with(start) && name.ends_with(&end);
            check(format!("{start}*{end}"), &among);
        }
    }
}

/// Reads values by name and keeps what is missing.
struct Reader<'a> {
    table: &'a Assumptions,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn value(&mut self, name: &str) -> f64 {
        if let Some(row) = self.table.get(name) {
            return row.value;
        }
        let missing = Finding { at: name.to_owned(), cause: Cause::Missing };
        if !self.findings.contains(&missing) {
            self.findings.push(missing);
        }
        0.0
    }

    fn count(&mut self, name: &str) -> u32 {
        u32::try_from(whole(self.value(name).round())).unwrap_or(u32::MAX)
    }

    fn model(&mut self, policy: PolicyName) -> Model {
        let table = self.table;
        let kinds = &table.kinds;
        Model {
            groups: (table.mix())
                .map(|(group, road)| {
                    let road = if policy == PolicyName::Mixed { road } else { policy };
                    self.group(&group.code, group.with_support, road)
                })
                .collect(),
            homes_per_year: kinds.iter().map(|it| self.value(&format!("homes.{it}"))).collect(),
            homes_at_start: (kinds.iter())
                .map(|it| self.count(&format!("homes.{it}.at_start")))
                .collect(),
            home_kept_years: self.value("homes.kept"),
            homes_back_share: self.value("homes.back"),
            places: ["places.shelter", "places.protected"].map(|name| self.count(name)),
            family_share: self.value("places.none_family"),
            leaves_waiting_per_year: self.value("waiting.leaves"),
            support_hours: self.value("support.hours"),
            without_support: self.tenancy("without-support"),
            areas: self.areas(),
        }
    }

    fn areas(&mut self) -> Areas {
        let areas = &self.table.areas;
        let mut weights = |what: &str| -> Vec<f64> {
            areas.iter().map(|it| self.value(&format!("area.{it}.{what}"))).collect()
        };
        let (homes, wanted) = (weights("homes"), weights("wanted"));
        let anywhere_share = if areas.is_empty() { 1.0 } else { self.value("wanted.anywhere") };
        Areas { homes, wanted, anywhere_share }
    }

    fn group(&mut self, code: &str, with_support: bool, road: PolicyName) -> Group {
        let name = |what: &str| format!("group.{code}.{what}");
        let kinds = &self.table.kinds;
        Group {
            with_support,
            arrivals_per_year: self.value(&name("arrivals")),
            waiting_at_start: self.count(&name("waiting_at_start")),
            housed_at_start: self.count(&name("housed_at_start")),
            share: self.value(&name("share")),
            places: PLACES.map(|place| self.value(&name(&format!("waits_{place}")))),
            kinds: kinds.iter().map(|it| self.value(&name(&format!("needs_{it}")))).collect(),
            policy: self.road(road),
        }
    }

    fn tenancy(&mut self, road: &str) -> Tenancy {
        let lost = ["lost_first_year", "lost_second_year", "lost_later"];
        Tenancy {
            lost_per_year: lost.map(|year| self.value(&format!("{road}.{year}"))),
            leaves_per_year: self.value(&format!("{road}.leaves")),
            returns_share: self.value(&format!("{road}.returns")),
        }
    }

    /// The figures of a road; a mix of roads is none ([`Assumptions::set_road`]).
    fn road(&mut self, road: PolicyName) -> Policy {
        match road {
            PolicyName::Staircase => Policy::Staircase(Staircase {
                climb_years: self.value("staircase.climb"),
                falls_per_year: self.value("staircase.falls"),
                tenancy: self.tenancy("staircase"),
                support_ends_per_year: self.value("staircase.support_ends"),
                support_hours: self.value("staircase.support_hours"),
            }),
            PolicyName::Omslag | PolicyName::Mixed => Policy::Omslag(self.omslag()),
            PolicyName::HousingFirst => Policy::HousingFirst(HousingFirst {
                tenancy: self.tenancy("housing-first"),
                support_ends_per_year: self.value("housing-first.support_ends"),
                support_hours: self.value("housing-first.support_hours"),
            }),
            PolicyName::Prevention => Policy::Prevention(Prevention {
                prevented_share: self.value("prevention.prevented"),
                omslag: self.omslag(),
            }),
        }
    }

    fn omslag(&mut self) -> Omslag {
        Omslag {
            tenancy: self.tenancy("omslag"),
            converts_per_year: self.value("omslag.converts"),
            support_hours: self.value("omslag.support_hours"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Source;

    #[test]
    fn the_table_the_product_comes_with_has_no_findings_under_any_policy() {
        for policy in PolicyName::ALL {
            assert!(Assumptions::city().model(policy).is_ok());
        }
    }

    #[test]
    fn every_assumption_has_a_source_and_a_value_that_is_its_default() {
        for row in Assumptions::city().rows() {
            assert!(!row.sources.is_empty(), "{}", row.name);
            assert_eq!(row.value.to_bits(), row.default.to_bits(), "{}", row.name);
            assert!(row.sources.contains(&Source::Ours) || row.low < row.high, "{}", row.name);
        }
    }

    /// A row nobody reads would be a promise on a page that changes nothing.
    #[test]
    fn every_assumption_is_read_by_a_policy_and_none_is_missing_unnoticed() {
        let areas = ["noord", "zuid"].map(str::to_owned).to_vec();
        let city = Assumptions::of(Assumptions::city().groups().to_vec(), areas);
        for gone in 0..city.rows.len() {
            let mut without = city.clone();
            let row = without.rows.remove(gone);
            let missed = PolicyName::ALL.into_iter().any(|policy| without.model(policy).is_err());
            assert!(missed, "nothing reads {}", row.name);
        }
    }

    #[test]
    fn everything_that_is_wrong_is_found_at_once() {
        let mut table = Assumptions::city();
        table.set("omslag.returns", 1.5).unwrap();
        table.set_range("homes.kept", 1.0, 0.5).unwrap();
        table.set_range("omslag.leaves", 0.2, 0.3).unwrap();
        table.fix("support.hours", f64::NAN).unwrap();
        for place in PLACES {
            table.fix(&format!("group.young.waits_{place}"), 0.0).unwrap();
        }
        let found: Vec<_> =
            table.model(PolicyName::Omslag).unwrap_err().iter().map(Finding::to_string).collect();
        assert_eq!(
            found,
            [
                "`homes.kept`: 1 to 0.5 is no possible range; fill in 0 to 1000",
                "`support.hours`: NaN is no possible value; fill in 0 to 1000000000",
                "`omslag.leaves`: 0.05 lies outside its range of 0.2 to 0.3; widen the range or \
                 take a value within it",
                "`omslag.returns`: 1.5 is no possible value; fill in 0 to 1",
                "`group.young.waits_`: none of these weights is above 0; make one of them more \
                 than 0",
            ]
        );
        let of_groups = [("omslag", PolicyName::Omslag), ("young", PolicyName::Mixed)]
            .map(|(group, road)| table.set_road(group, road).unwrap_err().to_string());
        assert_eq!(
            of_groups,
            [
                "`mix.omslag`: there is no such group; take a group of the table",
                "`mix.young`: a mix is no road for one group; take one of the single policies",
            ]
        );
        let unknown = table.set("omslag.lost", 0.1).unwrap_err();
        assert_eq!(
            unknown.to_string(),
            "`omslag.lost`: there is no such assumption; take a name of the table"
        );
    }

    #[test]
    fn everything_that_is_wrong_with_areas_is_found_at_once() {
        let areas = ["noord", "zuid"].map(str::to_owned).to_vec();
        let mut table = Assumptions::of(Assumptions::city().groups().to_vec(), areas);
        table.set("wanted.anywhere", 1.5).unwrap();
        for area in ["noord", "zuid"] {
            table.fix(&format!("area.{area}.homes"), 0.0).unwrap();
        }
        table.set("area.zuid.wanted", -1.0).unwrap();
        let found: Vec<_> =
            table.model(PolicyName::Mixed).unwrap_err().iter().map(Finding::to_string).collect();
        assert_eq!(
            found,
            [
                "`area.zuid.wanted`: -1 is no possible value; fill in 0 to 1000000",
                "`wanted.anywhere`: 1.5 is no possible value; fill in 0 to 1",
                "`area.*.homes`: none of these weights is above 0; make one of them more than 0",
            ]
        );
        let many = (0..1_001).map(|it| it.to_string()).collect();
        let table = Assumptions::of(Assumptions::city().groups().to_vec(), many);
        assert_eq!(
            table.findings().iter().map(Finding::to_string).collect::<Vec<_>>(),
            [
                "`area`: about 1001 would come, at most 1000 can; ask for fewer years, people or homes"
            ]
        );
    }

    #[test]
    fn a_drawn_table_stays_within_its_ranges_and_a_fixed_value_stays() {
        let mut table = Assumptions::city();
        table.fix("homes.small", 900.0).unwrap();
        let drawn = table.drawn(7, 3);
        for (before, after) in table.rows().iter().zip(drawn.rows()) {
            assert!((before.low..=before.high).contains(&after.value), "{}", before.name);
        }
        assert_eq!(drawn.get("homes.small").unwrap().value.to_bits(), 900_f64.to_bits());
        assert_ne!(drawn, table);
        assert_eq!(drawn, table.drawn(7, 3));
    }
}
