use crate::loads::dual::{Desk, QuarterPrices, Reading};
use crate::loads::pace::{Pace, Verdict};
use crate::loads::quarters::Quarters;
use crate::{Bounds, Instance};
use std::cmp::Ordering;

/// Brings the bound by quarters down: who is wanted by two homes becomes dearer, who is
/// wanted by none cheaper.
#[derive(Debug)]
pub(super) struct Ascent<'a> {
    instance: &'a Instance,
    quarters: &'a Quarters,
    prices: QuarterPrices,
    /// The best prices so far.
    pub(super) best: QuarterPrices,
    /// What they prove, in price units.
    pub(super) bound: Option<i128>,
    /// No price is larger.
    most: i64,
    pace: Pace,
    slope: Vec<f64>,
    pub(super) desk: Desk,
}

/// A step is not possible: this quarter's floors cannot be met, at any prices.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stuck(pub(super) u32);

impl<'a> Ascent<'a> {
    pub(super) fn new(
        instance: &'a Instance,
        quarters: &'a Quarters,
        prices: QuarterPrices,
    ) -> Self {
        let size = instance.people().len() + instance.groups().len() + 2 * instance.nodes().len();
        let heaviest = instance.arcs().iter().map(|arc| i64::from(arc.weight.unsigned_abs())).max();
        Self {
            instance,
            quarters,
            best: prices.clone(),
            most: (heaviest.unwrap_or(0) + 1) * prices.unit * 4,
            prices,
            bound: None,
            pace: Pace::new(size, 0.7, 20, 0.8, 0.0005),
            slope: vec![0.0; size],
            desk: Desk::new(instance, quarters),
        }
    }

    /// One step; `false` when it no longer helps.
    pub(super) fn step(&mut self) -> Result<bool, Stuck> {
        let reading = self.prices.read(self.instance, self.quarters, &mut self.desk);
        let bound = reading.bound.map_err(Stuck)?;
        match self.pace.judge(bound) {
            Verdict::Better => {
                self.bound = Some(bound);
                self.best.clone_from(&self.prices);
            }
            Verdict::Onwards => {}
            Verdict::Back => {
                self.prices.clone_from(&self.best);
                return Ok(true);
            }
            Verdict::Done => return Ok(false),
        }
        self.lean(&reading);
        self.go(bound);
        Ok(true)
    }

    /// How the bound changes with each price.
    fn lean(&mut self, reading: &Reading) {
        let nodes = self.instance.nodes();
        let (person, rest) = self.slope.split_at_mut(self.instance.people().len());
        let (group, rest) = rest.split_at_mut(self.instance.groups().len());
        let (node, load) = rest.split_at_mut(nodes.len());
        person.fill(1.0);
        group.fill(0.0);
        node.fill(0.0);
        load.fill(0.0);
        for (&smallest, &who) in self.instance.homes().iter().zip(&reading.tenant) {
            let Some(who) = who else { continue };
            let it = self.instance.people()[who as usize];
            person[who as usize] -= 1.0;
            group[it.group as usize] += 1.0;
            let mut at = Some(smallest);
            while let Some(inside) = at {
                node[inside as usize] += 1.0;
                load[inside as usize] += f64::from(it.load);
                at = nodes[inside as usize].parent;
            }
        }
        let groups = self.instance.groups().iter().zip(&self.prices.group);
        for (slope, (&bounds, &price)) in group.iter_mut().zip(groups) {
            *slope = room(*slope, price, bounds);
        }
        for (at, it) in nodes.iter().enumerate() {
            let above = self.quarters.above[at];
            let cap = it.load_cap.filter(|_| above);
            node[at] = if above { room(node[at], self.prices.node[at], it.bounds) } else { 0.0 };
            load[at] = cap.map_or(0.0, |cap| f64::from(cap) - load[at]);
            if self.prices.load[at] == 0 {
                load[at] = load[at].min(0.0);
            }
        }
        for (slope, &price) in person.iter_mut().zip(&self.prices.person) {
            if price == 0 {
                *slope = slope.min(0.0);
            }
        }
    }

    fn go(&mut self, bound: i128) {
        let QuarterPrices { person, node, group, load, .. } = &mut self.prices;
        let people = person.len();
        let before_load = people + group.len() + node.len();
        let stuck = |at: usize| {
            let from_load = at.checked_sub(before_load);
            at < people && person[at] == 0 || from_load.is_some_and(|at| load[at] == 0)
        };
        let mut changes = self.pace.step(bound, &self.slope, stuck);
        let most = self.most;
        for (price, change) in person.iter_mut().zip(changes.by_ref()) {
            *price = price.saturating_sub(change).clamp(0, most);
        }
        for (price, change) in group.iter_mut().chain(node).zip(changes.by_ref()) {
            let next = price.saturating_sub(change).clamp(-most, most);
            *price = if price.signum() * next.signum() < 0 { 0 } else { next };
        }
        for (price, change) in load.iter_mut().zip(changes) {
            *price = price.saturating_sub(change).clamp(0, most);
        }
    }
}

/// How far a number of placements is from the bound that its price counts on.
fn room(placed: f64, price: i64, bounds: Bounds) -> f64 {
    let (lower, upper) = (f64::from(bounds.lower), f64::from(bounds.upper));
    match price.cmp(&0) {
        Ordering::Greater => upper - placed,
        Ordering::Less => lower - placed,
        Ordering::Equal => placed.clamp(lower, upper) - placed,
    }
}
