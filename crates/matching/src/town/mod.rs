//! Invented towns to measure and test with: no person and no place in them exists.
//!
//! Everything follows from a few figures and a seed, in whole numbers only: each draw is
//! SplitMix64 of (seed, what is drawn, for which), so the order of work does not matter
//! and another program in another language can make the same town. The five sizes are
//! the reference instances whose best plans are known.

mod chance;
mod homes;
mod households;
mod limits;
mod map;
mod pairs;

use std::str::FromStr;

use crate::{Instance, InstanceError, Person};

pub use homes::Dwelling;
pub use households::Household;

use chance::Chance;
use map::Map;

/// The groups people are of, in order of index.
pub const GROUPS: [&str; 8] = [
    "shelter",
    "protected_living",
    "families",
    "youth",
    "status_holders",
    "medical",
    "detention",
    "other",
];

/// The reference towns, by size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// 200 people, 100 homes: readable by eye.
    S,
    /// 4,000 people, 1,800 homes, the 50 pairs of each that matter most: a city's year.
    M,
    /// The same city with every pair that may be.
    Md,
    /// 20,000 people, 8,000 homes, 10 municipalities.
    L,
    /// 100,000 people, 40,000 homes, 340 municipalities: a country's year.
    Xl,
}

impl Size {
    /// All of them, the smallest first.
    pub const ALL: [Self; 5] = [Self::S, Self::M, Self::Md, Self::L, Self::Xl];

    /// As it is called in tables and file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::M => "M",
            Self::Md => "MD",
            Self::L => "L",
            Self::Xl => "XL",
        }
    }

    /// The figures it is made from.
    pub fn figures(self) -> Figures {
        let (people, homes, municipalities, kept, seed) = match self {
            Self::S => (200, 100, 1, Some(30), 11),
            Self::M => (4_000, 1_800, 1, Some(50), 12),
            Self::Md => (4_000, 1_800, 1, None, 12),
            Self::L => (20_000, 8_000, 10, Some(50), 13),
            Self::Xl => (100_000, 40_000, 340, Some(66), 14),
        };
        Figures { people, homes, municipalities, kept, seed }
    }

    /// What the best plan is worth when loads do not count, as several other programs
    /// found and as prices prove.
    pub fn optimum(self) -> i64 {
        match self {
            Self::S => 296_037,
            Self::M => 5_095_485,
            Self::Md => 5_097_141,
            Self::L => 23_097_551,
            Self::Xl => 116_343_696,
        }
    }
}

/// Not the name of a reference town.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no town `{0}`; there are S, M, MD, L and XL")]
pub struct NoSuchSize(String);

impl FromStr for Size {
    type Err = NoSuchSize;

    fn from_str(name: &str) -> Result<Self, NoSuchSize> {
        let named = Self::ALL.into_iter().find(|size| size.name().eq_ignore_ascii_case(name));
        named.ok_or_else(|| NoSuchSize(name.to_owned()))
    }
}

/// What a town is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// How many households wait.
    pub people: u32,
    /// How many homes come free.
    pub homes: u32,
    /// How many municipalities share them, each smaller than the one before; 0 counts
    /// as 1.
    pub municipalities: u32,
    /// How many pairs of each household are kept: four in five the best, the rest drawn
    /// by lot so that none depends on the same few homes; `None` keeps all.
    pub kept: Option<u32>,
    /// Another seed, another town.
    pub seed: u64,
}

/// A town: the question, and what its files say beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Town {
    /// Who could live where, and within which bounds.
    pub instance: Instance,
    /// Of each part of the city how deep it lies: 0 the root, 1 a municipality, 2 a
    /// district, 3 a neighbourhood ("wijk"), 4 a small neighbourhood ("buurt"), 5 a
    /// building or street.
    pub levels: Vec<u8>,
    /// Everybody, in the order of the instance.
    pub households: Vec<Household>,
    /// The homes, in the order of the instance.
    pub dwellings: Vec<Dwelling>,
}

impl Town {
    /// Builds the town.
    ///
    /// Works household by household: beside the town itself it holds the homes one
    /// household could have. Fails when the figures are too large for an [`Instance`].
    /// Small towns may be impossible to satisfy, as real ones may.
    pub fn new(figures: Figures) -> Result<Self, Vec<InstanceError>> {
        let chance = Chance::new(figures.seed);
        let map = Map::new(figures);
        let dwellings = homes::all(figures, chance, &map);
        let households = households::all(figures, chance, &map);
        let (starts, arcs) = pairs::all(figures, chance, &map, &households, &dwellings);
        let (nodes, groups) = limits::all(chance, &map, &dwellings);
        let people = households.iter().map(|it| Person { group: it.group, load: it.load });
        let homes = dwellings.iter().map(|it| it.complex).collect();
        Ok(Self {
            instance: Instance::new(groups, nodes, people.collect(), homes, starts, arcs)?,
            levels: map.levels(),
            households,
            dwellings,
        })
    }
}
