use crate::loads::quarters::{NEVER, Quarters, short};
use crate::{Instance, Ratio};

/// Prices of people, and of everything above the quarters: what proves a plan when
/// the city below is solved exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterPrices {
    /// How many price units go in one unit of weight, at least 1.
    pub unit: i64,
    /// The nodes that are solved exactly with all that lies in them; none lies in
    /// another. A home in none of them stands alone.
    pub quarters: Vec<u32>,
    /// Of each person, at least 0: what it is worth elsewhere.
    pub person: Vec<i64>,
    /// Of each node; only those above the quarters count. Signs as in [`crate::Prices`].
    pub node: Vec<i64>,
    /// Of each group.
    pub group: Vec<i64>,
    /// Of one unit of load in each node, at least 0; only above the quarters.
    pub load: Vec<i64>,
}

/// What prices lead to: the bound and the placements it counts on.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The bound, in price units; `None` when no prices can help: a floor within a
    /// quarter cannot be met.
    pub bound: Option<i128>,
    /// Who each home would have, at most one; a person may be wanted more than once.
    pub tenant: Vec<Option<u32>>,
    /// What each quarter gives.
    pub gives: Vec<i64>,
}

/// Room to work in, so that reading the prices again costs no memory.
#[derive(Debug)]
pub struct Desk {
    pub cells: Vec<i64>,
    pub worth: Vec<i64>,
    pub who: Vec<u32>,
}

impl Desk {
    pub fn new(instance: &Instance, quarters: &Quarters) -> Self {
        let size = instance.homes().len() * quarters.classes.len();
        Self { cells: vec![0; quarters.cells()], worth: vec![NEVER; size], who: vec![0; size] }
    }
}

impl QuarterPrices {
    pub fn zero(instance: &Instance, quarters: &Quarters, unit: i64) -> Self {
        let nodes = instance.nodes().len();
        let tops = quarters.all.iter().filter(|it| it.above != Some(it.node)).map(|it| it.node);
        Self {
            unit,
            quarters: tops.collect(),
            person: vec![0; instance.people().len()],
            node: vec![0; nodes],
            group: vec![0; instance.groups().len()],
            load: vec![0; nodes],
        }
    }

    /// What every home is worth for each class, and what the quarters make of it.
    pub fn read(&self, instance: &Instance, quarters: &Quarters, desk: &mut Desk) -> Reading {
        let classes = quarters.classes.len();
        desk.worth.fill(NEVER);
        let mut of = 0_i128;
        for (at, it) in instance.people().iter().enumerate() {
            of += i128::from(self.person[at]);
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
        let mut tenant = vec![None; instance.homes().len()];
        let mut gives = Vec::with_capacity(quarters.all.len());
        let mut possible = true;
        for quarter in &quarters.all {
            let (placement, load) = self.toll(instance, quarter.above);
            for &home in &quarter.homes {
                let own = &mut desk.worth[home as usize * classes..][..classes];
                for (worth, &class) in own.iter_mut().zip(&quarters.classes) {
                    if *worth > NEVER {
                        *worth -= placement + load * i64::from(class);
                    }
                }
            }
            let who = &desk.who;
            let best = quarter.best(&quarters.classes, &desk.worth, &mut desk.cells, |home, class| {
                tenant[home as usize] =
                    class.map(|class| who[home as usize * classes + usize::from(class)]);
            });
            possible &= best > NEVER;
            gives.push(best);
            of += i128::from(best);
        }
        for (node, (&price, &load)) in instance.nodes().iter().zip(self.node.iter().zip(&self.load)) {
            of += worth_of(price, node.bounds);
            of += i128::from(load) * i128::from(node.load_cap.unwrap_or(0));
        }
        for (&group, &price) in instance.groups().iter().zip(&self.group) {
            of += worth_of(price, group);
        }
        Reading { bound: possible.then_some(of), tenant, gives }
    }

    /// What one placement, and one unit of load, pays to the nodes from `above` up.
    pub fn toll(&self, instance: &Instance, above: Option<u32>) -> (i64, i64) {
        let up = |at: &u32| instance.nodes()[*at as usize].parent;
        std::iter::successors(above, up).fold((0, 0), |(placement, load), at| {
            (placement + self.node[at as usize], load + self.load[at as usize])
        })
    }
}

pub fn worth_of(price: i64, bounds: crate::Bounds) -> i128 {
    i128::from(price) * i128::from(if price > 0 { bounds.upper } else { bounds.lower })
}

/// How far the ascent goes.
#[derive(Debug, Clone, Copy)]
pub struct Ascent {
    pub steps: u64,
    pub theta: f64,
    pub keep: f64,
    pub patience: u32,
}

pub fn ascend(
    instance: &Instance,
    quarters: &Quarters,
    prices: &mut QuarterPrices,
    target: i64,
    ascent: Ascent,
    report: &mut dyn FnMut(u64, f64, f64),
) -> Ratio {
    let mut desk = Desk::new(instance, quarters);
    let people = instance.people().len();
    let groups = instance.groups().len();
    let nodes = instance.nodes().len();
    let mut best = prices.clone();
    let mut best_bound = i128::MAX;
    let mut theta = ascent.theta;
    let mut since = 0;
    let mut direction = vec![0_f64; people + groups + nodes];
    let mut slope = vec![0_f64; people + groups + nodes];
    for step in 0..ascent.steps {
        let reading = prices.read(instance, quarters, &mut desk);
        let Some(bound) = reading.bound else { break };
        if bound < best_bound {
            if bound < best_bound - best_bound / 100_000 { since = 0; } else { since += 1; }
            best_bound = bound;
            best = prices.clone();
        } else {
            since += 1;
        }
        if since > ascent.patience {
            theta *= 0.7;
            since = 0;
            *prices = best.clone();
            if theta < 1e-3 { break; }
        }
        // slope of the bound
        slope.fill(0.0);
        slope[..people].fill(1.0);
        for (g, (b, &p)) in instance.groups().iter().zip(&prices.group).enumerate() {
            slope[people + g] = if p > 0 { f64::from(b.upper) } else { f64::from(b.lower) };
        }
        for (k, (b, &p)) in instance.nodes().iter().zip(&prices.node).enumerate() {
            if quarters.above[k] {
                slope[people + groups + k] = if p > 0 { f64::from(b.bounds.upper) } else { f64::from(b.bounds.lower) };
            }
        }
        let mut used_g = vec![0_f64; groups];
        let mut used_n = vec![0_f64; nodes];
        for (home, who) in reading.tenant.iter().enumerate() {
            if let Some(who) = who {
                slope[*who as usize] -= 1.0;
                used_g[instance.people()[*who as usize].group as usize] += 1.0;
                let q = &quarters.all[quarters.of_home[home] as usize];
                let mut at = q.above;
                while let Some(k) = at {
                    used_n[k as usize] += 1.0;
                    at = instance.nodes()[k as usize].parent;
                }
            }
        }
        for (i, b) in instance.groups().iter().enumerate() {
            let p = prices.group[i];
            slope[people + i] -= used_g[i];
            if p == 0 {
                slope[people + i] = if used_g[i] > f64::from(b.upper) { f64::from(b.upper) - used_g[i] } else if used_g[i] < f64::from(b.lower) { f64::from(b.lower) - used_g[i] } else { 0.0 };
            }
        }
        for (i, node) in instance.nodes().iter().enumerate() {
            if !quarters.above[i] { continue }
            let b = node.bounds;
            slope[people + groups + i] -= used_n[i];
            if prices.node[i] == 0 {
                slope[people + groups + i] = if used_n[i] > f64::from(b.upper) { f64::from(b.upper) - used_n[i] } else if used_n[i] < f64::from(b.lower) { f64::from(b.lower) - used_n[i] } else { 0.0 };
            }
        }
        for p in 0..people {
            if prices.person[p] == 0 && slope[p] > 0.0 { slope[p] = 0.0; }
        }
        let scale = 1.0; let _ = scale;
        for (d, s) in direction.iter_mut().zip(&slope) {
            *d = ascent.keep * *d + (1.0 - ascent.keep) * *s;
        }
        for p in 0..people {
            if prices.person[p] == 0 && direction[p] > 0.0 { direction[p] = 0.0; }
        }
        let norm: f64 = direction.iter().map(|x| x * x).sum::<f64>().max(0.2 * slope.iter().map(|x| x * x).sum::<f64>()).max(1.0);
        let over = bound as f64 - (target as f64) * prices.unit as f64;
        let step_size = theta * over.max(prices.unit as f64) / norm;
        report(step, best_bound as f64 / prices.unit as f64, bound as f64 / prices.unit as f64);
        for p in 0..people {
            prices.person[p] = (prices.person[p] - (step_size * direction[p]) as i64).max(0);
        }
        for g in 0..groups {
            prices.group[g] = cross(prices.group[g], step_size * direction[people + g]);
        }
        for k in 0..nodes {
            if quarters.above[k] {
                prices.node[k] = cross(prices.node[k], step_size * direction[people + groups + k]);
            }
        }
    }
    *prices = best;
    Ratio { of: best_bound, unit: prices.unit }
}
fn cross(p: i64, d: f64) -> i64 {
    let n = p - d as i64;
    if (p > 0 && n < 0) || (p < 0 && n > 0) { 0 } else { n }
}
