//! What history says about a row of the table, from what, or why nothing.

use jiff::civil::Date;
use sleutel_outcomes::posterior::{Figure, triangle};
use sleutel_simulation::Unit;

/// What a figure was counted among.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Among {
    /// Time that went by, or that people were at risk.
    Years(f64),
    /// Households.
    Households(u32),
    /// Homes.
    Homes(u32),
    /// Wishes for a part of the city.
    Wishes(u32),
    /// Nothing: it was counted on one day, and is certain.
    OneDay,
}

/// From what a figure was estimated.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    /// How many were counted, or how often it happened.
    pub events: u32,
    /// Among what.
    pub among: Among,
    /// From when.
    pub from: Date,
    /// Until when; that day is not in it any more.
    pub until: Date,
    /// Where it was counted year by year: each of them, the oldest first.
    pub years: Vec<u32>,
    /// How much more the years differ than Poisson has it; 1 where that was not looked at.
    pub spread: f64,
    /// It is the figure of all groups of the main group: there were too few of this one.
    pub pooled: bool,
}

/// What history says.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The figure with its interval of eighty in a hundred.
    pub figure: Figure,
    /// Value, least and most for the what-if, which draws from a triangle.
    pub taken: [f64; 3],
    /// From what.
    pub basis: Basis,
    /// A number of people below ten, which is not told: the figure stands for it.
    pub hidden: bool,
}

/// Why history says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is not written down anywhere.
    NotRecorded,
    /// There is too little of it.
    TooFew {
        /// How much there is.
        events: u32,
        /// How much it takes.
        needed: u32,
    },
    /// Another row counts it already.
    CountedElsewhere,
    /// It is a decision about what to try, and no fact.
    Choice,
    /// Nobody went this road.
    NoSuchRoad,
}

/// What is said about a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// History says this.
    Known(Known),
    /// The row keeps what the product comes with.
    Kept(Why),
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct RowSaid {
    /// Its name.
    pub name: String,
    /// What it counts.
    pub unit: Unit,
    /// What the product comes with: value, least and most; `None` for a group or part of the city it does not know.
    pub product: Option<[f64; 3]>,
    /// What history says.
    pub said: Said,
}

impl Known {
    /// A figure with the ends a what-if draws between.
    pub(super) fn new(figure: Figure, unit: Unit, basis: Basis) -> Self {
        let [value, low, high] = triangle(figure, 0.0, unit.most());
        // A top beyond its own interval is moved to the end of it.
        let figure = Figure { mean: value, ..figure };
        Self { figure, taken: [value, low, high], basis, hidden: false }
    }

    /// A number of people on one day. Below ten it is not told: five, and perhaps one to nine.
    pub(super) fn counted(people: u32, unit: Unit, on: Date) -> Self {
        let basis = Basis {
            events: people,
            among: Among::OneDay,
            from: on,
            until: on,
            years: Vec::new(),
            spread: 1.0,
            pooled: false,
        };
        let hidden = (1..sleutel_domain::steering::FEW).contains(&people);
        if hidden {
            let figure = Figure { mean: 5.0, low: 1.0, high: 9.0 };
            return Self { figure, taken: [5.0, 1.0, 9.0], basis, hidden };
        }
        Self { hidden, ..Self::new(Figure::certain(f64::from(people)), unit, basis) }
    }
}
