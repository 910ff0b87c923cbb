//! Ceilings and floors of the parts of the city, and targets of associations, in a year: by a
//! stated rule from public figures, with an agreed number where one was named.

mod faults;
mod targets;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::{AreaCode, homes::AreaLevel};

pub use faults::{YearFault, area_faults, target_faults};
pub use targets::{AssociationTerms, TargetRule, targets_by_stock};

/// Whether a rule sets the least or the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// At least so many homes ("ondergrens").
    Floor,
    /// At most so many ("bovengrens", "plafond").
    Ceiling,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Floor, Self::Ceiling];

    /// The word in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Ceiling => "ceiling",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// By what a rule weighs parts of the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Homes of housing associations: the social stock ("sociale voorraad").
    AssociationHomes,
    /// Private households.
    Households,
    /// Inhabitants.
    Inhabitants,
    /// By nothing: each part gets the number that was agreed.
    Each,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::AssociationHomes, Self::Households, Self::Inhabitants, Self::Each];

    /// The word in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::AssociationHomes => "association-homes",
            Self::Households => "households",
            Self::Inhabitants => "inhabitants",
            Self::Each => "each",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How a part of a home becomes a whole one, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rounding {
    /// Down.
    Down,
    /// To the nearest; of half a home a whole one.
    Nearest,
    /// Up.
    Up,
}

impl Rounding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Down, Self::Nearest, Self::Up];

    /// The word in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Down => "down",
            Self::Nearest => "nearest",
            Self::Up => "up",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    fn divide(self, whole: u128, by: u128) -> u32 {
        let by = by.max(1);
        let homes = match self {
            Self::Down => whole / by,
            Self::Nearest => (2 * whole + by) / (2 * by),
            Self::Up => whole.div_ceil(by),
        };
        u32::try_from(homes).unwrap_or(u32::MAX)
    }
}

/// A line of the rule behind the floors or ceilings of one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaRule {
    /// Of which level.
    pub level: AreaLevel,
    /// The least or the most.
    pub side: Side,
    /// By what parts are weighed.
    pub measure: Measure,
    /// Of a measure: thousandths of the fair part, which is the part of the year's homes that goes
    /// with the part's figure. Of an agreed number: that number.
    pub amount: u32,
    /// How to make it whole.
    pub rounding: Rounding,
}

/// A number that was agreed for a named place, in the place of what the rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaException {
    /// Which place.
    pub area: AreaCode,
    /// At least this many; `None`: what the rule says.
    pub floor: Option<u32>,
    /// At most this many; `None`: what the rule says.
    pub ceiling: Option<u32>,
    /// Why this place has a number of its own.
    pub ground: String,
}

/// What is known of a part of the city.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Homes of associations.
    pub association_homes: Option<u32>,
    /// Private households.
    pub households: Option<u32>,
    /// Inhabitants.
    pub inhabitants: Option<u32>,
}

impl Figures {
    /// The figure of a measure; none when it is not known, or for an agreed number.
    pub fn of(&self, measure: Measure) -> Option<u32> {
        match measure {
            Measure::AssociationHomes => self.association_homes,
            Measure::Households => self.households,
            Measure::Inhabitants => self.inhabitants,
            Measure::Each => None,
        }
    }
}

/// A part of the city as it goes into a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub area: AreaCode,
    /// How large.
    pub level: AreaLevel,
    /// Where the part it lies in stands in the list; always before it.
    pub parent: Option<usize>,
    /// Its own figures. A larger part without one has the sum of its parts, when all are known.
    pub figures: Figures,
}

/// What a part of the city gets in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartTerms {
    /// Which.
    pub area: AreaCode,
    /// How large.
    pub level: AreaLevel,
    /// At least this many homes; `None`: nothing was agreed about it.
    pub floor: Option<u32>,
    /// At most this many; `None`: nothing was agreed about it.
    pub ceiling: Option<u32>,
    /// The measure behind the numbers and the figure it had, when they come from one.
    pub figure: Option<(Measure, u32)>,
    /// Why a number is not that of the rule; empty when both are.
    pub ground: String,
}

/// A figure that somebody has to find before a rule can say anything of a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// Of which place.
    pub area: AreaCode,
    /// Which figure.
    pub measure: Measure,
}

/// What the rules come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spread {
    /// The parts that get a floor or a ceiling, in the order they were given in.
    pub terms: Vec<PartTerms>,
    /// The figures that are missing. Such a place has no number: not zero, but not known.
    pub missing: Vec<Missing>,
}

/// Works out the numbers of all parts of the city from the homes of the year. Of two lines for one
/// level and side the last holds.
pub fn spread(
    homes: u32,
    parts: &[Part],
    rules: &[AreaRule],
    exceptions: &[AreaException],
) -> Spread {
    let named: BTreeMap<&AreaCode, &AreaException> =
        exceptions.iter().map(|it| (&it.area, it)).collect();
    let figures: BTreeMap<Measure, Vec<Option<u32>>> =
        Measure::ALL.into_iter().map(|it| (it, summed(parts, it))).collect();
    let figure = |measure: Measure, at: usize| *figures.get(&measure)?.get(at)?;
    let by_level: BTreeMap<(AreaLevel, Side), (&AreaRule, u64)> = rules
        .iter()
        .map(|rule| {
            let same = (0..parts.len()).filter(|&it| parts[it].level == rule.level);
            let all = same.filter_map(|it| figure(rule.measure, it)).map(u64::from).sum();
            ((rule.level, rule.side), (rule, all))
        })
        .collect();
    let mut out = Spread::default();
    for (at, part) in parts.iter().enumerate() {
        let own = named.get(&part.area);
        let mut terms = PartTerms {
            area: part.area.clone(),
            level: part.level,
            floor: own.and_then(|it| it.floor),
            ceiling: own.and_then(|it| it.ceiling),
            figure: None,
            ground: own.map(|it| it.ground.clone()).unwrap_or_default(),
        };
        for side in Side::ALL {
            let rule = by_level.get(&(part.level, side));
            let slot = match side {
                Side::Floor => &mut terms.floor,
                Side::Ceiling => &mut terms.ceiling,
            };
            let Some(&(rule, all)) = rule.filter(|_| slot.is_none()) else { continue };
            if rule.measure == Measure::Each {
                *slot = Some(rule.amount);
                continue;
            }
            let Some(mine) = figure(rule.measure, at) else {
                out.missing.push(Missing { area: part.area.clone(), measure: rule.measure });
                continue;
            };
            *slot = Some(rule.homes(homes, mine, all));
            terms.figure = Some((rule.measure, mine));
        }
        if terms.floor.is_some() || terms.ceiling.is_some() {
            out.terms.push(terms);
        }
    }
    out.missing.sort();
    out.missing.dedup();
    out
}

impl AreaRule {
    /// The homes of a part with this figure, of `all` on its level together.
    pub fn homes(&self, of_year: u32, figure: u32, all: u64) -> u32 {
        if self.measure == Measure::Each {
            return self.amount;
        }
        let whole = u128::from(of_year) * u128::from(self.amount) * u128::from(figure);
        self.rounding.divide(whole, u128::from(all) * 1_000)
    }
}

/// The figure of each part: its own, or for a larger part the sum of its parts when all are known.
fn summed(parts: &[Part], measure: Measure) -> Vec<Option<u32>> {
    let mut figures: Vec<Option<u32>> = parts.iter().map(|it| it.figures.of(measure)).collect();
    for at in (0..parts.len()).rev() {
        let inside = || (0..parts.len()).filter(|&it| parts[it].parent == Some(at));
        if figures[at].is_none() && inside().next().is_some() {
            figures[at] = inside()
                .map(|it| figures[it])
                .try_fold(0_u32, |sum, it| it.and_then(|it| sum.checked_add(it)));
        }
    }
    figures
}
