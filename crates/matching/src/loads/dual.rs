use crate::loads::quarters::{NEVER, Quarters, short};
use crate::{Bounds, Instance, Ratio};

/// Prices of people, and of everything above the quarters. A quarter is a part of the
/// city small enough to be solved exactly, with all its bounds and limits on load; so
/// these prove more than a price for each limit ([`crate::Prices`]) can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterPrices {
    /// How many price units go in one unit of weight, at least 1.
    pub unit: i64,
    /// The highest node of each quarter, rising; none lies in another. A home in none
    /// of them is a quarter by itself.
    pub quarters: Vec<u32>,
    /// Of each person, at least 0: what it is worth elsewhere.
    pub person: Vec<i64>,
    /// Of each node; only those above the quarters count. Signs as in [`crate::Prices`].
    pub node: Vec<i64>,
    /// Of each group, with the same signs.
    pub group: Vec<i64>,
    /// Of one unit of load in each node, at least 0; only above the quarters.
    pub load: Vec<i64>,
}

impl Instance {
    /// What no plan can pass, by these prices. It is, in price units, the sum of
    ///
    /// * the price of every person;
    /// * for every group, and every node above the quarters, its price times its
    ///   ceiling when the price is above 0, and times its floor when below;
    /// * for every node above the quarters with a limit on load, its load price times
    ///   that limit;
    /// * for every quarter the most it can be worth: choose homes in it and a load for
    ///   each so that every node *inside* it (its highest one too) keeps its floor, its
    ///   ceiling and its limit on load. A home taken with load `l` is worth the largest
    ///   value, over all people of load `l` that have a pair with it, of `weight * unit -
    ///   person price - group price - (node price + l * load price) of every node above
    ///   the quarter`. Nobody stands in the way of anybody: a person may count in many
    ///   homes, for which its price pays.
    ///
    /// It holds for any prices; negative prices of people and load count as 0. `None`
    /// when it cannot be worked out: prices of another instance or beyond 2^43, more
    /// than 4096 price units in a weight, quarters that lie in each other or are too
    /// large, or floors within a quarter that no plan can keep.
    pub fn quarter_bound(&self, prices: &QuarterPrices) -> Option<Ratio> {
        let QuarterPrices { unit, quarters, person, node, group, load } = prices;
        let sizes = person.len() == self.people().len()
            && node.len() == self.nodes().len()
            && group.len() == self.groups().len()
            && load.len() == self.nodes().len();
        let mut all = person.iter().chain(node).chain(group).chain(load);
        if !sizes || !(1..=4096).contains(unit) || all.any(|it| it.unsigned_abs() > 1 << 43) {
            return None;
        }
        let division = Quarters::of(self, quarters)?;
        let mut prices = prices.clone();
        for price in prices.person.iter_mut().chain(&mut prices.load) {
            *price = (*price).max(0);
        }
        prices.forget(self, &division);
        let fits = |it: &super::quarters::Quarter| {
            let toll = prices.toll(self, it.above);
            toll.0.unsigned_abs() <= 1 << 47 && toll.1 <= 1 << 39
        };
        if !division.all.iter().all(fits) {
            return None;
        }
        let reading = prices.read(self, &division, &mut Desk::new(self, &division));
        Some(Ratio { of: reading.bound.ok()?, unit: *unit })
    }
}

/// What prices lead to: the bound and the placements it counts on.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// The bound, in price units; else the quarter whose floors no plan keeps.
    pub(super) bound: Result<i128, u32>,
    /// Who each home would have; a person may be wanted by several homes.
    pub(super) tenant: Vec<Option<u32>>,
}

/// Room to work in.
#[derive(Debug, Clone)]
pub(super) struct Desk {
    /// For the tables of a quarter.
    pub(super) cells: Vec<i64>,
    /// What each home is worth with each class, or [`NEVER`].
    pub(super) worth: Vec<i64>,
    who: Vec<u32>,
}

impl Desk {
    pub(super) fn new(instance: &Instance, quarters: &Quarters) -> Self {
        let size = instance.homes().len() * quarters.classes.len();
        Self { cells: vec![0; quarters.cells()], worth: vec![NEVER; size], who: vec![0; size] }
    }
}

impl QuarterPrices {
    /// Prices that count within quarters count for nothing.
    pub(super) fn forget(&mut self, instance: &Instance, quarters: &Quarters) {
        for (at, node) in instance.nodes().iter().enumerate() {
            if !quarters.above[at] {
                self.node[at] = 0;
            }
            if !quarters.above[at] || node.load_cap.is_none() {
                self.load[at] = 0;
            }
        }
    }

    /// What every home is worth for each class, and what the quarters make of it.
    pub(super) fn read(
        &self,
        instance: &Instance,
        quarters: &Quarters,
        desk: &mut Desk,
    ) -> Reading {
        let mut of = self.people(instance, quarters, desk);
        let classes = quarters.classes.len();
        let mut tenant = vec![None; instance.homes().len()];
        let mut stuck = None;
        for quarter in &quarters.all {
            let toll = self.toll(instance, quarter.above);
            for &home in &quarter.homes {
                let own = home as usize * classes;
                for (worth, &load) in
                    desk.worth[own..own + classes].iter_mut().zip(&quarters.classes)
                {
                    if *worth > NEVER {
                        *worth -= toll.0 + toll.1 * i64::from(load);
                    }
                }
            }
            let Desk { cells, worth, who } = desk;
            let best = quarter.best(&quarters.classes, worth, cells, |home, class| {
                let cell = |class| who[home as usize * classes + usize::from(class)];
                tenant[home as usize] = class.map(cell);
            });
            match best {
                Some(best) => of += i128::from(best),
                None => stuck = stuck.or(Some(quarter.node)),
            }
        }
        for (at, node) in instance.nodes().iter().enumerate() {
            of += worth_of(self.node[at], node.bounds);
            of += i128::from(self.load[at]) * i128::from(node.load_cap.unwrap_or(0));
        }
        for (&group, &price) in instance.groups().iter().zip(&self.group) {
            of += worth_of(price, group);
        }
        Reading { bound: stuck.map_or(Ok(of), Err), tenant }
    }

    /// Fills in who is worth most to each home, of each class; gives the sum of the
    /// prices of people.
    fn people(&self, instance: &Instance, quarters: &Quarters, desk: &mut Desk) -> i128 {
        let classes = quarters.classes.len();
        desk.worth.fill(NEVER);
        let mut sum = 0;
        for (at, it) in instance.people().iter().enumerate() {
            sum += i128::from(self.person[at]);
            let asks = self.person[at] + self.group[it.group as usize];
            let class = usize::from(quarters.class_of[at]);
            for arc in instance.pairs(at) {
                let cell = arc.home as usize * classes + class;
                let worth = i64::from(arc.weight) * self.unit - asks;
                if worth > desk.worth[cell] {
                    desk.worth[cell] = worth;
                    desk.who[cell] = short(at);
                }
            }
        }
        sum
    }

    /// What a placement, and a unit of load, pays to the nodes from `above` up.
    pub(super) fn toll(&self, instance: &Instance, above: Option<u32>) -> (i64, i64) {
        let up = |at: &u32| instance.nodes()[*at as usize].parent;
        std::iter::successors(above, up).fold((0_i64, 0_i64), |(placement, load), at| {
            let (own, own_load) = (self.node[at as usize], self.load[at as usize]);
            (placement.saturating_add(own), load.saturating_add(own_load))
        })
    }
}

/// What a price promises for a bound.
fn worth_of(price: i64, bounds: Bounds) -> i128 {
    i128::from(price) * i128::from(if price > 0 { bounds.upper } else { bounds.lower })
}
