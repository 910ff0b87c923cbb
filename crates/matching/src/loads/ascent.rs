use crate::Instance;
use crate::loads::dual::{Desk, QuarterPrices, Reading};
use crate::loads::quarters::Quarters;

pub struct Tune { pub keep: f64, pub patience: u32, pub first: f64, pub last: f64, pub shrink: f64 }

/// Brings a bound down step by step, each price in the direction that what it counts on
/// breaks a rule.
pub struct Ascent<'a> {
    instance: &'a Instance,
    quarters: &'a Quarters,
    pub prices: QuarterPrices,
    pub best: QuarterPrices,
    pub bound: Option<i128>,
    /// How far below the best bound the next step aims.
    pub aim: f64,
    since: u32,
    direction: Vec<f64>,
    slope: Vec<f64>,
    desk: Desk,
    pub tune: Tune,
}

impl<'a> Ascent<'a> {
    pub fn new(instance: &'a Instance, quarters: &'a Quarters, prices: QuarterPrices, tune: Tune) -> Self {
        let size = instance.people().len() + instance.groups().len() + 2 * instance.nodes().len();
        Self {
            instance, quarters, best: prices.clone(), prices, bound: None, aim: 0.0, since: 0,
            direction: vec![0.0; size], slope: vec![0.0; size], desk: Desk::new(instance, quarters), tune,
        }
    }

    /// One step; `false` when it no longer helps, or when no prices can.
    pub fn step(&mut self) -> bool {
        let reading = self.prices.read(self.instance, self.quarters, &mut self.desk);
        let Some(bound) = reading.bound else { self.bound = None; return false };
        match self.bound {
            None => { self.bound = Some(bound); self.aim = bound as f64 * self.tune.first; }
            Some(best) if bound < best => {
                if (best - bound) as f64 > self.aim * 0.05 { self.since = 0 } else { self.since += 1 }
                self.bound = Some(bound);
                self.best.clone_from(&self.prices);
            }
            Some(_) => self.since += 1,
        }
        let best = self.bound.unwrap_or(bound);
        if self.since > self.tune.patience {
            self.since = 0;
            self.aim *= self.tune.shrink;
            self.prices.clone_from(&self.best);
            self.direction.fill(0.0);
            if self.aim < best as f64 * self.tune.last { return false }
            return true;
        }
        self.slope(&reading);
        let keep = self.tune.keep;
        for (direction, slope) in self.direction.iter_mut().zip(&self.slope) {
            *direction = keep * *direction + (1.0 - keep) * slope;
        }
        for (direction, &price) in self.direction.iter_mut().zip(&self.prices.person) {
            if price == 0 && *direction > 0.0 { *direction = 0.0 }
        }
        let square = |of: &[f64]| of.iter().map(|it| it * it).sum::<f64>();
        let norm = square(&self.direction).max(0.2 * square(&self.slope)).max(1.0);
        let length = ((bound - best) as f64 + self.aim) / norm;
        self.go(length);
        true
    }

    fn slope(&mut self, reading: &Reading) {
        let (people, groups, nodes) = (self.instance.people().len(), self.instance.groups().len(), self.instance.nodes().len());
        let (person, rest) = self.slope.split_at_mut(people);
        let (group, rest) = rest.split_at_mut(groups);
        let (node, load) = rest.split_at_mut(nodes);
        person.fill(1.0);
        group.fill(0.0);
        node.fill(0.0);
        load.fill(0.0);
        for (&home, &who) in self.instance.homes().iter().zip(&reading.tenant) {
            let Some(who) = who else { continue };
            let it = self.instance.people()[who as usize];
            person[who as usize] -= 1.0;
            group[it.group as usize] += 1.0;
            let mut at = Some(home);
            while let Some(k) = at {
                node[k as usize] += 1.0;
                load[k as usize] += f64::from(it.load);
                at = self.instance.nodes()[k as usize].parent;
            }
        }
        for (slope, (&bounds, &price)) in group.iter_mut().zip(self.instance.groups().iter().zip(&self.prices.group)) {
            *slope = lean(*slope, price, bounds);
        }
        for (at, it) in self.instance.nodes().iter().enumerate() {
            node[at] = if self.quarters.above[at] { lean(node[at], self.prices.node[at], it.bounds) } else { 0.0 };
            load[at] = if self.quarters.priced[at] { f64::from(it.load_cap.unwrap_or(0)) - load[at] } else { 0.0 };
            if self.prices.load[at] == 0 && load[at] > 0.0 { load[at] = 0.0 }
        }
        for (slope, &price) in person.iter_mut().zip(&self.prices.person) {
            if price == 0 && *slope > 0.0 { *slope = 0.0 }
        }
    }

    fn go(&mut self, length: f64) {
        let (people, groups, nodes) = (self.instance.people().len(), self.instance.groups().len(), self.instance.nodes().len());
        let mut change = self.direction.iter().map(|it| (it * length) as i64);
        for (price, change) in self.prices.person.iter_mut().zip(change.by_ref().take(people)) {
            *price = (*price - change).max(0);
        }
        for (price, change) in self.prices.group.iter_mut().zip(change.by_ref().take(groups)) {
            *price = cross(*price, change);
        }
        for (price, change) in self.prices.node.iter_mut().zip(change.by_ref().take(nodes)) {
            *price = cross(*price, change);
        }
        for (price, change) in self.prices.load.iter_mut().zip(change) {
            *price = (*price - change).max(0);
        }
    }
}

fn lean(placed: f64, price: i64, bounds: crate::Bounds) -> f64 {
    let (lower, upper) = (f64::from(bounds.lower), f64::from(bounds.upper));
    match price.cmp(&0) {
        std::cmp::Ordering::Greater => upper - placed,
        std::cmp::Ordering::Less => lower - placed,
        std::cmp::Ordering::Equal => placed.clamp(lower, upper) - placed,
    }
}

fn cross(price: i64, change: i64) -> i64 {
    let next = price - change;
    if (price > 0 && next < 0) || (price < 0 && next > 0) { 0 } else { next }
}
