//! Every assumption of the chain, in one table that a page can list and a person can change.

mod city;
mod finding;
mod source;
mod to_model;

pub use finding::{Cause, Finding, Remedy};
pub use source::Source;

use crate::chance::{Chance, Draw, triangular};

/// What a value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// People a year.
    PeopleAYear,
    /// Homes a year.
    HomesAYear,
    /// People.
    People,
    /// Homes.
    Homes,
    /// Places.
    Places,
    /// Hours a week.
    HoursAWeek,
    /// Years.
    Years,
    /// Times a year: a rate. A rate of 0.1 is a chance of 9.5 % in a year.
    PerYear,
    /// A part of a whole, from 0 to 1.
    Share,
    /// A weight beside other weights; only their proportion counts.
    Weight,
}

impl Unit {
    /// The most a value of this unit may be; the least is 0.
    pub fn most(self) -> f64 {
        match self {
            Self::Share => 1.0,
            Self::Years => 1_000.0,
            // More often than twice a week nothing in this chain happens to one person.
            Self::PerYear => 100.0,
            Self::Weight => 1e6,
            Self::PeopleAYear | Self::HomesAYear | Self::People | Self::Homes | Self::Places => 1e7,
            Self::HoursAWeek => 1e9,
        }
    }

    /// The word in files and on the command line; not for people to read.
    pub fn code(self) -> &'static str {
        match self {
            Self::PeopleAYear => "people_a_year",
            Self::HomesAYear => "homes_a_year",
            Self::People => "people",
            Self::Homes => "homes",
            Self::Places => "places",
            Self::HoursAWeek => "hours_a_week",
            Self::Years => "years",
            Self::PerYear => "per_year",
            Self::Share => "share",
            Self::Weight => "weight",
        }
    }
}

/// One assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct Assumption {
    /// Its name, such as `omslag.lost_first_year`.
    pub name: String,
    /// What the value counts.
    pub unit: Unit,
    /// What is taken now.
    pub value: f64,
    /// What the product comes with.
    pub default: f64,
    /// The least it may well be.
    pub low: f64,
    /// The most it may well be.
    pub high: f64,
    /// Where default and range come from.
    pub sources: &'static [Source],
}

/// A target group of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupName {
    /// Its code, part of the names of its assumptions.
    pub code: String,
    /// Whether a home goes with support.
    pub with_support: bool,
}

/// The table, for the groups, kinds of home and areas it names.
#[derive(Debug, Clone, PartialEq)]
pub struct Assumptions {
    groups: Vec<GroupName>,
    kinds: Vec<String>,
    /// Parts of the city where homes lie and people want to live; none when it is not divided.
    areas: Vec<String>,
    /// The road of each group under [`PolicyName::Mixed`], in the order of the groups.
    mix: Vec<PolicyName>,
    rows: Vec<Assumption>,
}

/// A policy by name; its figures are assumptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PolicyName {
    /// Steps first ("trapmodel").
    Staircase,
    /// The provider's lease first.
    Omslag,
    /// The own lease first.
    HousingFirst,
    /// Fewer arrivals, and the road of the Omslag.
    Prevention,
    /// For each group a road of its own ([`Assumptions::set_road`]).
    Mixed,
}

impl PolicyName {
    /// Every policy.
    pub const ALL: [Self; 5] =
        [Self::Staircase, Self::Omslag, Self::HousingFirst, Self::Prevention, Self::Mixed];

    /// Those that can be the road of one group.
    pub const ROADS: [Self; 4] =
        [Self::Staircase, Self::Omslag, Self::HousingFirst, Self::Prevention];

    /// The word in files and on the command line; not for people to read.
    pub fn code(self) -> &'static str {
        match self {
            Self::Staircase => "staircase",
            Self::Omslag => "omslag",
            Self::HousingFirst => "housing-first",
            Self::Prevention => "prevention",
            Self::Mixed => "mixed",
        }
    }

    /// The policy of a word; `None` for another word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.code() == code)
    }
}

impl Assumptions {
    /// The groups, in the order in which the table has them.
    pub fn groups(&self) -> &[GroupName] {
        &self.groups
    }

    /// The kinds of home.
    pub fn kinds(&self) -> &[String] {
        &self.kinds
    }

    /// The areas, in the order in which the table has them; none when the city is not divided.
    pub fn areas(&self) -> &[String] {
        &self.areas
    }

    /// The road of each group under [`PolicyName::Mixed`].
    pub fn mix(&self) -> impl Iterator<Item = (&GroupName, PolicyName)> {
        self.groups.iter().zip(self.mix.iter().copied())
    }

    /// The same figures for other groups and areas: what both have stays, and the rest comes as in
    /// [`Self::of`].
    #[must_use]
    pub fn with_parts(&self, groups: Vec<GroupName>, areas: Vec<String>) -> Self {
        let mut other = Self::of(groups, areas);
        for row in &mut other.rows {
            if let Some(mine) = self.get(&row.name) {
                row.clone_from(mine);
            }
        }
        for (group, road) in self.mix() {
            // A group that the other table does not have has no road in it.
            let _ = other.set_road(&group.code, road);
        }
        other
    }

    /// Takes another road for a group under [`PolicyName::Mixed`].
    ///
    /// Fails when there is no such group, or the road is itself a mix.
    pub fn set_road(&mut self, group: &str, road: PolicyName) -> Result<(), Finding> {
        let found = |cause| Finding { at: format!("mix.{group}"), cause };
        if road == PolicyName::Mixed {
            return Err(found(Cause::NoRoad));
        }
        let at = self.groups.iter().position(|it| it.code == group);
        let of = at.and_then(|at| self.mix.get_mut(at));
        *of.ok_or_else(|| found(Cause::NoSuchGroup))? = road;
        Ok(())
    }

    /// Every assumption, in the order of a page.
    pub fn rows(&self) -> &[Assumption] {
        &self.rows
    }

    /// The assumption of a name.
    pub fn get(&self, name: &str) -> Option<&Assumption> {
        self.rows.iter().find(|row| row.name == name)
    }

    /// Takes another value. The range stretches to it: who knows better than our range need not
    /// change two things.
    ///
    /// Fails when there is no such name. Whether the value makes sense is for [`Self::findings`].
    pub fn set(&mut self, name: &str, value: f64) -> Result<(), Finding> {
        let row = self.row(name)?;
        row.value = value;
        row.low = row.low.min(value);
        row.high = row.high.max(value);
        Ok(())
    }

    /// Takes another range, as [`Self::set`] takes a value.
    pub fn set_range(&mut self, name: &str, low: f64, high: f64) -> Result<(), Finding> {
        let row = self.row(name)?;
        (row.low, row.high) = (low, high);
        Ok(())
    }

    /// Says where value and range come from.
    pub fn set_sources(&mut self, name: &str, sources: &'static [Source]) -> Result<(), Finding> {
        self.row(name)?.sources = sources;
        Ok(())
    }

    /// Takes a value as certain: it is the same in every replication.
    pub fn fix(&mut self, name: &str, value: f64) -> Result<(), Finding> {
        let row = self.row(name)?;
        (row.value, row.low, row.high) = (value, value, value);
        Ok(())
    }

    fn row(&mut self, name: &str) -> Result<&mut Assumption, Finding> {
        let unknown = || Finding { at: name.to_owned(), cause: Cause::NoSuchAssumption };
        self.rows.iter_mut().find(|row| row.name == name).ok_or_else(unknown)
    }

    /// The table with each value at the upper end of its range.
    pub(crate) fn at_its_highest(&self) -> Self {
        let mut highest = self.clone();
        highest.rows.iter_mut().for_each(|row| row.value = row.high);
        highest
    }

    /// The table with each value drawn from its range for one replication, the present value the
    /// most likely (a triangle). The draw of a row depends on its name and nothing else, so two
    /// policies are compared in the same world.
    pub fn drawn(&self, seed: u64, replication: u32) -> Self {
        let chance = Chance::new(seed, replication);
        let mut drawn = self.clone();
        for row in &mut drawn.rows {
            let even = chance.even(Draw::Assumption, fingerprint(&row.name), 0);
            row.value = triangular(even, row.low, row.value, row.high);
        }
        drawn
    }
}

/// A number for a name (FNV-1a).
fn fingerprint(name: &str) -> u64 {
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}
