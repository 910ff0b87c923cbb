use crate::loads::dual::QuarterPrices;
use crate::loads::pace::{Pace, Verdict};
use crate::loads::quarters::Quarters;
use crate::{Instance, Plan, Prices, SolveError, solve};

/// Brings down the bound of one price for each limit on load: with these prices taken
/// off the weights the best placement without limits is found exactly, and limits that
/// it breaks become dearer.
#[derive(Debug)]
pub(super) struct Linear<'a> {
    instance: &'a Instance,
    weighed: Instance,
    load: Vec<i64>,
    unit: i64,
    pace: Pace,
    /// The best prices so far, with what they prove in price units.
    pub(super) best: Option<(i128, Prices)>,
}

impl<'a> Linear<'a> {
    pub(super) fn new(instance: &'a Instance) -> Self {
        let heaviest = instance.arcs().iter().map(|arc| arc.weight.unsigned_abs()).max();
        let nodes = instance.nodes().len();
        Self {
            instance,
            weighed: instance.clone(),
            load: vec![0; nodes],
            unit: ((1 << 28) / (i64::from(heaviest.unwrap_or(0)) + 1)).clamp(1, 1000),
            pace: Pace::new(nodes, 0.7, 6, 0.7, 0.01),
            best: None,
        }
    }

    /// One step: the placement at these prices. `None` when no step helps any more.
    pub(super) fn step(&mut self) -> Result<Option<Plan>, SolveError> {
        let along = along(self.instance, &self.load);
        let Self { instance, weighed, unit, .. } = self;
        let most = i64::from(Instance::HEAVIEST);
        let homes = instance.homes();
        let mut at = 0;
        weighed.reweigh(|person, arc| {
            let weight = i64::from(instance.arcs()[at].weight) * *unit;
            at += 1;
            let load = i64::from(instance.people()[person].load);
            let weight = weight - load * along[homes[arc.home as usize] as usize];
            // INVARIANT: between the heaviest either way it fits.
            i32::try_from(weight.clamp(-most, most)).unwrap_or(0)
        });
        let solution = solve(&self.weighed)?;
        let mut prices = solution.prices;
        prices.unit *= self.unit;
        // Prices of loads are in the unit of this search, and the engine may have its own.
        let finer = prices.unit / self.unit;
        prices.load = self.load.iter().map(|load| load * finer).collect();
        let bound = self.instance.bound(&prices).of / i128::from(finer);
        match self.pace.judge(bound) {
            Verdict::Better => self.best = Some((bound, prices)),
            Verdict::Onwards => {}
            Verdict::Back => {
                if let Some((_, best)) = &self.best {
                    let finer = best.unit / self.unit;
                    self.load = best.load.iter().map(|load| load / finer).collect();
                }
                return Ok(Some(solution.plan));
            }
            Verdict::Done => return Ok(None),
        }
        self.go(bound, &solution.plan);
        Ok(Some(solution.plan))
    }

    /// What no plan can pass, by the best prices.
    pub(super) fn most(&self) -> i128 {
        let floor = |(_, prices): &(i128, Prices)| self.instance.bound(prices).floor();
        self.best.as_ref().map_or(i128::MAX, floor)
    }

    fn go(&mut self, bound: i128, plan: &Plan) {
        let mut slope: Vec<f64> = (self.instance.nodes().iter())
            .map(|node| node.load_cap.map_or(0.0, f64::from))
            .collect();
        for (person, home) in self.instance.people().iter().zip(&plan.home_of) {
            for at in home.iter().flat_map(|&home| self.instance.path(home)) {
                if self.instance.nodes()[at].load_cap.is_some() {
                    slope[at] -= f64::from(person.load);
                }
            }
        }
        for (slope, &price) in slope.iter_mut().zip(&self.load) {
            if price == 0 {
                *slope = slope.min(0.0);
            }
        }
        let most = i64::from(Instance::HEAVIEST);
        let load = &self.load;
        let changes: Vec<i64> = self.pace.step(bound, &slope, |at| load[at] == 0).collect();
        for (price, change) in self.load.iter_mut().zip(changes) {
            *price = price.saturating_sub(change).clamp(0, most);
        }
    }
}

/// The same of a node and all it lies in together.
pub(super) fn along(instance: &Instance, of: &[i64]) -> Vec<i64> {
    let mut sums = of.to_vec();
    for at in 0..sums.len() {
        if let Some(parent) = instance.nodes()[at].parent {
            sums[at] = sums[at].saturating_add(sums[parent as usize]);
        }
    }
    sums
}

impl QuarterPrices {
    /// What linear prices say, without what they say within quarters. Proves at least
    /// as much.
    pub(super) fn from_linear(instance: &Instance, quarters: &Quarters, prices: &Prices) -> Self {
        let (node, load) = (along(instance, &prices.node), along(instance, &prices.load));
        let gain = |(at, it): (usize, &crate::Person)| {
            let gains = instance.pairs(at).iter().map(|arc| {
                let home = arc.home as usize;
                let inside = instance.homes()[home] as usize;
                i64::from(arc.weight) * prices.unit
                    - prices.home[home].max(0)
                    - node[inside]
                    - prices.group[it.group as usize]
                    - load[inside] * i64::from(it.load)
            });
            gains.max().unwrap_or(0).max(0)
        };
        let mut from = Self {
            unit: prices.unit,
            quarters: quarters.tops.clone(),
            person: instance.people().iter().enumerate().map(gain).collect(),
            node: prices.node.clone(),
            group: prices.group.clone(),
            load: prices.load.clone(),
        };
        from.forget(instance, quarters);
        from
    }
}
