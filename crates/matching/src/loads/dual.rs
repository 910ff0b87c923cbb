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
        let along = self.along(instance);
        for (at, it) in instance.people().iter().enumerate() {
            of += i128::from(self.person[at]);
            let asks = self.person[at] + self.group[it.group as usize];
            let class = usize::from(quarters.class_of[at]);
            for arc in instance.pairs(at) {
                let cell = arc.home as usize * classes + class;
                let toll = along[instance.homes()[arc.home as usize] as usize];
                let worth = i64::from(arc.weight) * self.unit - asks - toll * i64::from(it.load);
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
            let placement = self.toll(instance, quarter.above);
            for &home in &quarter.homes {
                let own = &mut desk.worth[home as usize * classes..][..classes];
                for worth in own.iter_mut() {
                    if *worth > NEVER {
                        *worth -= placement;
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

    /// What a unit of load pays in each node and all above it.
    fn along(&self, instance: &Instance) -> Vec<i64> {
        let mut along = self.load.clone();
        for (at, node) in instance.nodes().iter().enumerate() {
            if let Some(parent) = node.parent {
                along[at] += along[parent as usize];
            }
        }
        along
    }

    /// What one placement pays to the nodes from `above` up.
    pub fn toll(&self, instance: &Instance, above: Option<u32>) -> i64 {
        let up = |at: &u32| instance.nodes()[*at as usize].parent;
        std::iter::successors(above, up).map(|at| self.node[at as usize]).sum()
    }
}

pub fn worth_of(price: i64, bounds: crate::Bounds) -> i128 {
    i128::from(price) * i128::from(if price > 0 { bounds.upper } else { bounds.lower })
}

