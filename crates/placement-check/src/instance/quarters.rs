use super::{Pair, Question, Violation, parents_first};

/// Prices of people, and of everything above the quarters; a quarter is a part of the
/// city that is solved exactly. They prove more than a price for each limit can.
#[derive(Debug, Clone, Copy)]
pub struct QuarterPrices<'a> {
    /// How many price units go in one unit of weight, at least 1.
    pub unit: i64,
    /// The highest part of the city in each quarter; none lies in another. A home in
    /// none of them is a quarter by itself.
    pub quarters: &'a [u32],
    /// Of each person, from 0 up: what it is worth elsewhere.
    pub person: &'a [i64],
    /// Of each part of the city: above 0 for its ceiling, below 0 for its floor. Only
    /// those above the quarters count.
    pub node: &'a [i64],
    /// Of each group, in the same way.
    pub group: &'a [i64],
    /// Of one unit of load in each part of the city, from 0 up. Only those above the
    /// quarters count.
    pub load: &'a [i64],
}

/// The largest price, and the largest weight, that is looked at.
const LARGEST: u64 = 1 << 60;

/// The most places in the table of one part of a quarter.
const TABLE: usize = 1 << 20;

/// A placement, and the load it brings, together with what they are worth at most: the
/// best of so many placements and so much load stands at `placements * (load + 1) + load`.
struct Table {
    placements: usize,
    load: usize,
    best: Vec<Option<i128>>,
}

/// What no plan can pass by prices of quarters, in price units.
///
/// It is the price of every person; of every group and every part above the quarters
/// its ceiling (or floor) times its price, and its limit on load times the price of
/// load; and of every quarter the most that homes in it can be worth while every part
/// inside keeps its floor, ceiling and limit. A home with a person of load `l` is worth
/// `weight * unit` less the person's price, the group's, and what the parts above the
/// quarter ask for a place and for `l` units of load; the best person of each load
/// counts, in as many homes as want it.
///
/// Fails when the prices are of another problem, below zero where they may not be, or
/// too large to work out, and when no choice keeps the floors in a quarter.
pub fn quarter_bound(
    question: &Question<'_>,
    pairs: impl IntoIterator<Item = Pair>,
    prices: &QuarterPrices<'_>,
) -> Result<i128, Violation> {
    let order = parents_first(question.parent).ok_or(Violation::Question)?;
    prices.check(question)?;
    let (nodes, homes) = (question.parent.len(), question.complex.len());
    let mut inside = vec![false; nodes];
    for &quarter in prices.quarters {
        *inside.get_mut(quarter as usize).ok_or(Violation::Quarters)? = true;
    }
    let tops = inside.clone();
    for &at in &order {
        let above = question.parent[at].is_some_and(|up| inside[up as usize]);
        if above && tops[at] {
            return Err(Violation::Quarters);
        }
        inside[at] |= above;
    }
    // What the parts above the quarters ask, for a place and for a unit of load.
    let mut toll = vec![(0_i128, 0_i128); nodes];
    let mut bound: i128 = prices.person.iter().map(|&price| i128::from(price)).sum();
    for &at in &order {
        let (place, load) = question.parent[at].map_or((0, 0), |up| toll[up as usize]);
        toll[at] = (place, load);
        if inside[at] {
            continue;
        }
        let cap = question.load_cap[at];
        let of_load = if cap.is_some() { i128::from(prices.load[at]) } else { 0 };
        toll[at] = (place + i128::from(prices.node[at]), load + of_load);
        bound += side(prices.node[at], question.node_lower[at], question.node_upper[at]);
        bound += of_load * i128::from(cap.unwrap_or(0));
    }
    for (at, &price) in prices.group.iter().enumerate() {
        bound += side(price, question.group_lower[at], question.group_upper[at]);
    }
    let mut worth: Vec<Vec<(u32, i128)>> = vec![Vec::new(); homes];
    for Pair { person, home, weight } in pairs {
        let (at, home) = (person as usize, home as usize);
        if at >= question.group.len() || home >= homes || weight.unsigned_abs() > LARGEST {
            return Err(Violation::Question);
        }
        let (load, group) = (question.load[at], question.group[at] as usize);
        let (place, unit_of_load) = toll[question.complex[home] as usize];
        let value = i128::from(weight) * i128::from(prices.unit)
            - i128::from(prices.person[at])
            - i128::from(prices.group[group])
            - place
            - unit_of_load * i128::from(load);
        match worth[home].iter_mut().find(|(of, _)| *of == load) {
            Some((_, best)) => *best = value.max(*best),
            None => worth[home].push((load, value)),
        }
    }
    // From the leaves up: what lies in each part of a quarter, taken together.
    let mut tables: Vec<Option<Table>> = (0..nodes).map(|_| None).collect();
    for (home, &at) in question.complex.iter().enumerate() {
        let own = Table::of_home(&worth[home]);
        if inside[at as usize] {
            own.join(&mut tables[at as usize])?;
        } else {
            bound += own.most().ok_or(Violation::Quarters)?;
        }
    }
    for &at in order.iter().rev().filter(|&&at| inside[at]) {
        let mut table = tables[at].take().unwrap_or_else(|| Table::of_home(&[]));
        table.keep(question.node_lower[at], question.node_upper[at], question.load_cap[at]);
        match question.parent[at].filter(|_| !tops[at]) {
            Some(up) => table.join(&mut tables[up as usize])?,
            None => bound += table.most().ok_or(Violation::Quarters)?,
        }
    }
    Ok(bound)
}

fn side(price: i64, lower: u32, upper: u32) -> i128 {
    i128::from(price) * i128::from(if price > 0 { upper } else { lower })
}

impl QuarterPrices<'_> {
    fn check(&self, question: &Question<'_>) -> Result<(), Violation> {
        let (nodes, groups) = (question.parent.len(), question.group_lower.len());
        for (length, expected) in [
            (self.person.len(), question.group.len()),
            (self.node.len(), nodes),
            (self.group.len(), groups),
            (self.load.len(), nodes),
        ] {
            if length != expected {
                return Err(Violation::Length { length, expected });
            }
        }
        if self.unit < 1 {
            return Err(Violation::Unit(self.unit));
        }
        if let Some(&price) = self.person.iter().chain(self.load).find(|&&price| price < 0) {
            return Err(Violation::BelowZero(price));
        }
        let mut all = self.person.iter().chain(self.node).chain(self.group).chain(self.load);
        let unit = self.unit.unsigned_abs() > 1 << 32;
        if unit || all.any(|price| price.unsigned_abs() > LARGEST) {
            return Err(Violation::TooLarge);
        }
        Ok(())
    }
}

impl Table {
    fn of_home(worth: &[(u32, i128)]) -> Self {
        let load = worth.iter().map(|&(load, _)| load as usize).max().unwrap_or(0);
        let mut best = vec![None; 2 * (load + 1)];
        best[0] = Some(0);
        for &(own, value) in worth {
            best[load + 1 + own as usize] = Some(value);
        }
        Self { placements: 1, load, best }
    }

    fn at(&self, placements: usize, load: usize) -> Option<i128> {
        self.best[placements * (self.load + 1) + load]
    }

    /// Puts what stands here and the other together.
    fn join(self, here: &mut Option<Self>) -> Result<(), Violation> {
        *here = Some(match here.take() {
            Some(before) => before.with(&self)?,
            None => self,
        });
        Ok(())
    }

    fn with(&self, other: &Self) -> Result<Self, Violation> {
        let (placements, load) = (self.placements + other.placements, self.load + other.load);
        if (placements + 1).saturating_mul(load + 1) > TABLE {
            return Err(Violation::TooLarge);
        }
        let mut best = vec![None; (placements + 1) * (load + 1)];
        for (many, carried, value) in self.cells() {
            for (more, added, add) in other.cells() {
                let cell = &mut best[(many + more) * (load + 1) + carried + added];
                *cell = (*cell).max(Some(value + add));
            }
        }
        Ok(Self { placements, load, best })
    }

    /// Numbers of placements, loads, and what they are worth together.
    fn cells(&self) -> impl Iterator<Item = (usize, usize, i128)> + '_ {
        let row = self.load + 1;
        let cells = self.best.iter().enumerate();
        cells.filter_map(move |(at, &value)| Some((at / row, at % row, value?)))
    }

    /// Leaves out what breaks a floor, a ceiling or a limit on load, and what lies beyond.
    fn keep(&mut self, lower: u32, upper: u32, cap: Option<u32>) {
        let placements = self.placements.min(upper as usize);
        let load = self.load.min(cap.map_or(self.load, |cap| cap as usize));
        let mut best = vec![None; (placements + 1) * (load + 1)];
        for many in lower as usize..=placements {
            for carried in 0..=load {
                best[many * (load + 1) + carried] = self.at(many, carried);
            }
        }
        *self = Self { placements, load, best };
    }

    fn most(&self) -> Option<i128> {
        self.best.iter().copied().flatten().max()
    }
}
