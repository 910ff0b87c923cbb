//! What a what-if was made from and what came of it, as they are kept. The names in it are codes
//! of the engine, so a result can be read when the engine has others.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sleutel_exchange::stored::fingerprint;
use sleutel_simulation::{
    Assumptions, GroupName, Horizon, Measure, Outcome, Part, PolicyName, Replication, Source,
    State, Study, Totals, Unit, Year,
};

use super::history::KeptHistory;
use crate::ActionError;

/// Without groups, areas and a mix: those of the product, no areas, no mix. Still read, and worked out
/// again to the same bytes.
const INPUT_1: &str = "sleutel-what-if-input/1";
const INPUT_2: &str = "sleutel-what-if-input/2";
/// Without figures by group and area.
const OUTCOME_1: &str = "sleutel-what-if-outcome/1";
const OUTCOME_2: &str = "sleutel-what-if-outcome/2";

/// An assumption as it was taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assumed {
    /// Its name.
    pub name: String,
    unit: String,
    /// What was taken.
    #[serde(with = "exact")]
    pub value: f64,
    /// The least it may well be.
    #[serde(with = "exact")]
    pub low: f64,
    /// The most it may well be.
    #[serde(with = "exact")]
    pub high: f64,
    /// What the product came with then: value, least and most.
    #[serde(with = "exact::three")]
    pub default: [f64; 3],
    /// Whom to quote; `ours` for an assumption of ours.
    pub sources: Vec<String>,
}

impl Assumed {
    /// What it counts; `None` for a unit that is no more.
    pub fn unit(&self) -> Option<Unit> {
        UNITS.into_iter().find(|it| it.code() == self.unit)
    }

    /// Whether it is another than the product came with.
    pub fn changed(&self) -> bool {
        let bits = |it: [f64; 3]| it.map(f64::to_bits);
        bits([self.value, self.low, self.high]) != bits(self.default)
    }
}

/// Numbers as text: a reader of JSON may be off by the last bit, and a replay may not.
mod exact {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
        value.to_string().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }

    pub(super) mod three {
        use super::{Deserialize, Deserializer, Error, Serialize, Serializer};

        pub(in super::super) fn serialize<S: Serializer>(
            values: &[f64; 3],
            to: S,
        ) -> Result<S::Ok, S::Error> {
            values.map(|it| it.to_string()).serialize(to)
        }

        pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
            from: D,
        ) -> Result<[f64; 3], D::Error> {
            let [value, low, high] = <[String; 3]>::deserialize(from)?;
            let read = |it: String| it.parse().map_err(D::Error::custom);
            Ok([read(value)?, read(low)?, read(high)?])
        }
    }
}

const UNITS: [Unit; 10] = [
    Unit::PeopleAYear,
    Unit::HomesAYear,
    Unit::People,
    Unit::Homes,
    Unit::Places,
    Unit::HoursAWeek,
    Unit::Years,
    Unit::PerYear,
    Unit::Share,
    Unit::Weight,
];

/// A group as it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedGroup {
    /// Its code.
    pub code: String,
    /// Whether a home goes with support.
    pub with_support: bool,
    road: String,
}

impl AskedGroup {
    /// Its road under [`PolicyName::Mixed`].
    pub fn road(&self) -> Option<PolicyName> {
        PolicyName::from_code(&self.road)
    }
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    format: String,
    seed: String,
    /// Years played through.
    pub years: u32,
    /// How often each policy is.
    pub replications: u32,
    /// Whether each replication draws the assumptions from their ranges.
    pub uncertain: bool,
    /// Years within which time waited is counted.
    pub wait_within_years: f64,
    policies: Vec<String>,
    /// The groups, in the order of the table.
    #[serde(default)]
    groups: Vec<AskedGroup>,
    /// The areas, in the order of the table; none when the city is not divided.
    #[serde(default)]
    pub areas: Vec<String>,
    /// Every assumption, in the order of the table.
    pub assumptions: Vec<Assumed>,
    /// The history it began with, when it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<KeptHistory>,
}

impl Asked {
    pub(super) fn new(study: &Study, table: &Assumptions) -> Self {
        let shipped = shipped_for(table);
        let taken = table.rows().iter().map(|row| {
            let default = shipped.get(&row.name).unwrap_or(row);
            Assumed {
                name: row.name.clone(),
                unit: row.unit.code().to_owned(),
                value: row.value,
                low: row.low,
                high: row.high,
                default: [default.value, default.low, default.high],
                sources: row.sources.iter().map(|it| it.reference().to_owned()).collect(),
            }
        });
        Self {
            format: INPUT_2.to_owned(),
            seed: study.horizon.seed.to_string(),
            years: study.horizon.years,
            replications: study.replications,
            uncertain: study.uncertain,
            wait_within_years: study.horizon.wait_within_years,
            policies: study.variants.iter().map(|it| it.policy.code().to_owned()).collect(),
            groups: (table.mix())
                .map(|(group, road)| AskedGroup {
                    code: group.code.clone(),
                    with_support: group.with_support,
                    road: road.code().to_owned(),
                })
                .collect(),
            areas: table.areas().to_vec(),
            assumptions: taken.collect(),
            history: None,
        }
    }

    pub(super) fn to_json(&self) -> Result<Vec<u8>, ActionError> {
        serde_json::to_vec(self).map_err(|cause| unreadable("input", cause))
    }

    pub(super) fn from_json(bytes: &[u8]) -> Result<Self, ActionError> {
        let asked: Self =
            serde_json::from_slice(bytes).map_err(|cause| unreadable("input", cause))?;
        let known = [INPUT_1, INPUT_2].contains(&asked.format.as_str());
        if known { Ok(asked) } else { Err(unreadable("input", asked.format)) }
    }

    /// The groups with their roads; none in what was kept before groups could have roads.
    pub fn groups(&self) -> &[AskedGroup] {
        &self.groups
    }

    /// Whether one of the policies is for each group its own.
    pub fn is_mixed(&self) -> bool {
        self.policies().contains(&PolicyName::Mixed)
    }

    /// The policies, the one the others are compared with first.
    pub fn policies(&self) -> Vec<PolicyName> {
        self.policies.iter().filter_map(|it| PolicyName::from_code(it)).collect()
    }

    /// The number the draws come from.
    pub fn seed(&self) -> u64 {
        self.seed.parse().unwrap_or_default()
    }

    /// The assumptions somebody changed.
    pub fn changes(&self) -> impl Iterator<Item = &Assumed> {
        self.assumptions.iter().filter(|it| it.changed())
    }

    /// The study and its table, for the engine; an assumption the engine no longer has is left
    /// out, and the answer will be another.
    pub(super) fn study(&self, threads: usize) -> (Study, Assumptions) {
        let mut table = if self.groups.is_empty() {
            Assumptions::city()
        } else {
            let named = |it: &AskedGroup| GroupName {
                code: it.code.clone(),
                with_support: it.with_support,
            };
            Assumptions::of(self.groups.iter().map(named).collect(), self.areas.clone())
        };
        for group in &self.groups {
            // A road that is no more leaves the group on the Omslag, and the replay finds it.
            let _ = group.road().map(|road| table.set_road(&group.code, road));
        }
        for it in &self.assumptions {
            if it.sources.iter().any(|it| it == Source::OwnHistory.reference()) {
                let _ = table.set_sources(&it.name, &[Source::OwnHistory]);
            }
            // A name that is gone is a difference the replay will find.
            let _ = table.set(&it.name, it.value);
            let _ = table.set_range(&it.name, it.low, it.high);
        }
        let study = Study {
            variants: self.policies().into_iter().map(Into::into).collect(),
            horizon: Horizon {
                years: self.years,
                wait_within_years: self.wait_within_years,
                seed: self.seed(),
            },
            replications: self.replications,
            uncertain: self.uncertain,
            threads,
        };
        (study, table)
    }
}

/// What the product comes with for the groups and areas of a table.
pub(super) fn shipped_for(table: &Assumptions) -> Assumptions {
    Assumptions::of(table.groups().to_vec(), table.areas().to_vec())
}

/// The fingerprint of the table the product comes with, twelve characters of it.
pub(super) fn shipped() -> String {
    let text: String = (Assumptions::city().rows().iter())
        .map(|it| format!("{} {} {} {} {}\n", it.name, it.unit.code(), it.value, it.low, it.high))
        .collect();
    fingerprint(text.as_bytes()).chars().take(12).collect()
}

#[derive(Serialize, Deserialize)]
struct KeptOutcome {
    format: String,
    variants: Vec<KeptVariant>,
}

#[derive(Serialize, Deserialize)]
struct KeptVariant {
    policy: String,
    replications: Vec<KeptReplication>,
}

#[derive(Serialize, Deserialize)]
struct KeptReplication {
    entered: u64,
    left: u64,
    in_system: u64,
    by_state: BTreeMap<String, u64>,
    events: u64,
    person_years: f64,
    /// A figure a year, by measure.
    years: KeptYears,
    /// The same by group, in the order of the groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    groups: Vec<KeptYears>,
    /// The same by area, in the order of the areas, and last who would live anywhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    areas: Vec<KeptYears>,
}

type KeptYears = BTreeMap<String, Vec<Option<f64>>>;

/// In the format that goes with what was asked.
pub(super) fn outcome_to_json(asked: &Asked, outcome: &Outcome) -> Result<Vec<u8>, ActionError> {
    let parts = asked.format == INPUT_2;
    let format = if parts { OUTCOME_2 } else { OUTCOME_1 }.to_owned();
    let policies = asked.policies();
    let variants = policies.iter().zip(&outcome.variants).map(|(policy, row)| KeptVariant {
        policy: policy.code().to_owned(),
        replications: row.iter().map(|it| kept(it, parts)).collect(),
    });
    let whole = KeptOutcome { format, variants: variants.collect() };
    serde_json::to_vec(&whole).map_err(|cause| unreadable("outcome", cause))
}

fn kept(it: &Replication, parts: bool) -> KeptReplication {
    let states = State::ALL.into_iter().zip(it.totals.by_state);
    let years = |measure| it.years.iter().map(|year| year.get(measure)).collect();
    KeptReplication {
        entered: it.totals.entered,
        left: it.totals.left,
        in_system: it.totals.in_system,
        by_state: states.map(|(state, people)| (state.code().to_owned(), people)).collect(),
        events: it.totals.events,
        person_years: it.person_years,
        years: Measure::ALL.into_iter().map(|it| (it.code().to_owned(), years(it))).collect(),
        groups: if parts { kept_parts(&it.groups, &Part::OF_A_GROUP) } else { Vec::new() },
        areas: if parts { kept_parts(&it.areas, &Part::OF_AN_AREA) } else { Vec::new() },
    }
}

/// A row a part, of rows that are years.
fn kept_parts(years: &[Vec<Part>], measures: &[Measure]) -> Vec<KeptYears> {
    let number = years.first().map_or(0, Vec::len);
    let figures = |part: usize, measure| -> Vec<Option<f64>> {
        years.iter().map(|year| year.get(part)?.get(measure)).collect()
    };
    let one = |part| measures.iter().map(|&it| (it.code().to_owned(), figures(part, it))).collect();
    (0..number).map(one).collect()
}

/// A row a year, of rows that are parts.
fn read_parts(parts: &[KeptYears], years: usize) -> Vec<Vec<Part>> {
    let figure = |part: &KeptYears, year: usize, measure: Measure| {
        part.get(measure.code())?.get(year).copied().flatten()
    };
    let part = |part: &KeptYears, year| Part {
        waiting: figure(part, year, Measure::Waiting),
        housed: figure(part, year, Measure::Housed),
        time_waited: figure(part, year, Measure::TimeWaited),
        housed_in_time: figure(part, year, Measure::HousedInTime),
        homes_elsewhere: figure(part, year, Measure::HomesElsewhere),
    };
    (0..years).map(|year| parts.iter().map(|it| part(it, year)).collect()).collect()
}

pub(super) fn outcome_from_json(bytes: &[u8]) -> Result<Outcome, ActionError> {
    let whole: KeptOutcome =
        serde_json::from_slice(bytes).map_err(|cause| unreadable("outcome", cause))?;
    if ![OUTCOME_1, OUTCOME_2].contains(&whole.format.as_str()) {
        return Err(unreadable("outcome", whole.format));
    }
    let variants = whole.variants.into_iter();
    let rows = variants.map(|it| it.replications.iter().map(read).collect());
    Ok(Outcome { variants: rows.collect() })
}

fn read(it: &KeptReplication) -> Replication {
    let years = it.years.values().map(Vec::len).max().unwrap_or(0);
    let year =
        |at: usize| Year::kept(|measure| it.years.get(measure.code())?.get(at).copied().flatten());
    Replication {
        totals: Totals {
            entered: it.entered,
            left: it.left,
            in_system: it.in_system,
            by_state: State::ALL
                .map(|it_is| it.by_state.get(it_is.code()).copied().unwrap_or_default()),
            events: it.events,
        },
        years: (0..years).map(year).collect(),
        groups: read_parts(&it.groups, years),
        areas: read_parts(&it.areas, years),
        person_years: it.person_years,
    }
}

fn unreadable(what: &str, cause: impl std::fmt::Display) -> ActionError {
    ActionError::Internal(format!("the {what} of a what-if cannot be read: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sleutel_simulation::Cut;

    fn study() -> Study {
        Study {
            variants: vec![PolicyName::Staircase.into(), PolicyName::Omslag.into()],
            horizon: Horizon { years: 2, wait_within_years: 1.0, seed: u64::MAX },
            replications: 2,
            uncertain: true,
            threads: 2,
        }
    }

    #[test]
    fn what_was_asked_comes_back_with_its_changes_and_nothing_else_changed() {
        let mut table = Assumptions::city();
        table.set("homes.small", 2_000.0).unwrap();
        let asked = Asked::new(&study(), &table);
        let back = Asked::from_json(&asked.to_json().unwrap()).unwrap();
        assert_eq!(back.changes().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["homes.small"]);
        assert_eq!(back.seed(), u64::MAX);
        assert!(back.assumptions.iter().all(|it| it.unit().is_some()));
        let (again, its_table) = back.study(2);
        assert_eq!(again, study());
        assert!(its_table == table);
    }

    #[test]
    fn an_outcome_comes_back_and_has_the_same_bytes_the_second_time() {
        let outcome = study().run(&Assumptions::city()).unwrap();
        let asked = Asked::new(&study(), &Assumptions::city());
        let bytes = outcome_to_json(&asked, &outcome).unwrap();
        let back = outcome_from_json(&bytes).unwrap();
        assert_eq!(back.band(1, 1, Measure::Housed), outcome.band(1, 1, Measure::Housed));
        assert_eq!(back.variants[0][1].totals, outcome.variants[0][1].totals);
        let young = back.part_band(1, 1, Cut::Group(2), Measure::Waiting);
        assert!(
            young.is_some() && young == outcome.part_band(1, 1, Cut::Group(2), Measure::Waiting)
        );
        let again = study().run(&Assumptions::city()).unwrap();
        assert_eq!(outcome_to_json(&asked, &again).unwrap(), bytes);
        assert!(outcome_from_json(br#"{"format":"other/1","variants":[]}"#).is_err());
    }

    #[test]
    fn groups_areas_and_roads_come_back_with_where_their_figures_are_from() {
        let young = GroupName { code: "young".to_owned(), with_support: true };
        let others = GroupName { code: "others".to_owned(), with_support: false };
        let areas = ["noord", "zuid"].map(str::to_owned).to_vec();
        let mut table = Assumptions::of(vec![young, others], areas);
        table.set_road("young", PolicyName::HousingFirst).unwrap();
        table.set("area.noord.homes", 3.0).unwrap();
        table.set_sources("area.noord.homes", &[Source::OwnHistory]).unwrap();
        let mixed = Study { variants: vec![PolicyName::Mixed.into()], ..study() };
        let asked = Asked::new(&mixed, &table);
        let back = Asked::from_json(&asked.to_json().unwrap()).unwrap();
        assert_eq!(back, asked);
        let (again, its_table) = back.study(2);
        assert_eq!((again, its_table), (mixed, table));
        let outcome = asked.study(2).0.run(&asked.study(2).1).unwrap();
        let read = outcome_from_json(&outcome_to_json(&asked, &outcome).unwrap()).unwrap();
        assert_eq!(read.variants[0][0].areas[1].len(), 3);
        assert_eq!(read.variants[0][0].groups, outcome.variants[0][0].groups);
    }

    /// Two that were kept before groups had roads, as they were kept then: what was asked, and the
    /// fingerprint of what came of it.
    #[test]
    fn what_was_kept_in_the_first_format_comes_out_the_same_to_the_last_byte() {
        let kept = [
            (
                include_str!("samples/three_policies.json"),
                "e24d5ea98d049a9e4337ccd0cb1d560d2ab984e5b80e84a34042109a0eb9f680",
            ),
            (
                include_str!("samples/prevention.json"),
                "4201f0b85f777eda48f3f9fd2fb46e636df26901247825261723186218fb2c40",
            ),
        ];
        for (input, print) in kept {
            let asked = Asked::from_json(input.as_bytes()).unwrap();
            let (study, table) = asked.study(2);
            let outcome = study.run(&table).unwrap();
            let bytes = outcome_to_json(&asked, &outcome).unwrap();
            assert_eq!(fingerprint(&bytes), print);
            assert!(outcome_from_json(&bytes).is_ok());
        }
    }
}
