use crate::{Arc, Instance};

/// Who gets which home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// For each person its home, or `None`.
    pub home_of: Vec<Option<u32>>,
}

/// A whole number over a whole number above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Above the line.
    pub of: i128,
    /// Below the line, at least 1.
    pub unit: i64,
}

impl Ratio {
    /// The largest whole number that is not above it: what no plan of whole weights
    /// can pass.
    pub fn floor(self) -> i128 {
        self.of.div_euclid(i128::from(self.unit))
    }
}

/// What one more place would be worth, everywhere. All prices are in
/// `1 / unit` of a weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prices {
    /// How many price units go in one unit of weight, at least 1.
    pub unit: i64,
    /// Of each home, at least 0.
    pub home: Vec<i64>,
    /// Of each part of the city: above 0 a place is scarce (its ceiling binds), below
    /// 0 its floor asks for a subsidy.
    pub node: Vec<i64>,
    /// Of each group, with the same signs.
    pub group: Vec<i64>,
    /// Of one unit of load in each part of the city, at least 0; empty when loads
    /// do not count.
    pub load: Vec<i64>,
}

/// What is wrong with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The plan has another number of people.
    People,
    /// A pair that may not be.
    NoSuchPair {
        /// The person.
        person: u32,
        /// The home.
        home: u32,
    },
    /// A home given twice.
    Twice {
        /// The home.
        home: u32,
    },
    /// A part of the city outside its bounds.
    Node {
        /// Which.
        node: u32,
        /// Placements in it.
        placed: u32,
    },
    /// A group outside its bounds.
    Group {
        /// Which.
        group: u32,
        /// Members placed.
        placed: u32,
    },
    /// More load in a part of the city than it can carry.
    Load {
        /// Which.
        node: u32,
        /// The loads together.
        load: u32,
    },
}

impl Instance {
    /// What a pair weighs; `None` when it may not be.
    ///
    /// # Panics
    /// When there is no such person.
    pub fn weight(&self, person: usize, home: u32) -> Option<i32> {
        let pairs = self.pairs(person);
        let at = pairs.binary_search_by_key(&home, |arc| arc.home).ok()?;
        pairs.get(at).map(|arc| arc.weight)
    }

    /// The weights of a plan together; pairs that may not be count for nothing.
    pub fn objective(&self, plan: &Plan) -> i64 {
        let homes = plan.home_of.iter().take(self.people().len()).enumerate();
        homes.filter_map(|(person, home)| self.weight(person, (*home)?)).map(i64::from).sum()
    }

    /// Everything wrong with a plan; empty when it keeps all bounds. `loads` says
    /// whether the limits on load count.
    pub fn faults(&self, plan: &Plan, loads: bool) -> Vec<Fault> {
        if plan.home_of.len() != self.people().len() {
            return vec![Fault::People];
        }
        let mut faults = Vec::new();
        let mut taken = vec![false; self.homes().len()];
        let mut placed = vec![0_u32; self.nodes().len()];
        let mut load = vec![0_u32; self.nodes().len()];
        let mut members = vec![0_u32; self.groups().len()];
        for (at, (person, home)) in (0..).zip(self.people().iter().zip(&plan.home_of)) {
            let Some(home) = *home else { continue };
            if self.weight(at as usize, home).is_none() {
                faults.push(Fault::NoSuchPair { person: at, home });
                continue;
            }
            if std::mem::replace(&mut taken[home as usize], true) {
                faults.push(Fault::Twice { home });
            }
            members[person.group as usize] += 1;
            for node in self.path(home) {
                placed[node] += 1;
                load[node] += u32::from(person.load);
            }
        }
        for (at, node) in self.nodes().iter().enumerate() {
            let name = u32::try_from(at).unwrap_or(u32::MAX);
            if !(node.bounds.lower..=node.bounds.upper).contains(&placed[at]) {
                faults.push(Fault::Node { node: name, placed: placed[at] });
            }
            if loads && node.load_cap.is_some_and(|cap| load[at] > cap) {
                faults.push(Fault::Load { node: name, load: load[at] });
            }
        }
        for ((group, bounds), placed) in (0..).zip(self.groups()).zip(members) {
            if !(bounds.lower..=bounds.upper).contains(&placed) {
                faults.push(Fault::Group { group, placed });
            }
        }
        faults
    }

    /// The nodes a home lies in, from the smallest to the root.
    ///
    /// # Panics
    /// When there is no such home.
    pub fn path(&self, home: u32) -> impl Iterator<Item = usize> + '_ {
        let smallest = self.homes()[home as usize] as usize;
        std::iter::successors(Some(smallest), |&at| {
            self.nodes()[at].parent.map(|parent| parent as usize)
        })
    }

    /// What no plan can pass, by these prices: the gain every person would have at
    /// them, and what homes, ceilings, floors and load limits are worth at them.
    /// Holds for any prices at all; negative prices of homes and load count as 0.
    ///
    /// # Panics
    /// When the prices are of another instance.
    pub fn bound(&self, prices: &Prices) -> Ratio {
        let along = |of: &[i64]| {
            let mut sums = of.to_vec();
            for at in 0..sums.len() {
                if let Some(parent) = self.nodes()[at].parent {
                    sums[at] = sums[at].saturating_add(sums[parent as usize]);
                }
            }
            sums
        };
        let node = along(&prices.node);
        // A price where no limit is set would promise what nobody pays for.
        let load_price: Vec<_> = (self.nodes().iter().zip(&prices.load))
            .map(|(node, &price)| if node.load_cap.is_some() { price.max(0) } else { 0 })
            .collect();
        let load = along(&load_price);
        let mut of = 0_i128;
        for (person, it) in self.people().iter().enumerate() {
            let gain = |arc: &Arc| {
                let home = arc.home as usize;
                let at = self.homes()[home] as usize;
                let own = i128::from(arc.weight) * i128::from(prices.unit);
                let carried = i128::from(load.get(at).copied().unwrap_or(0)) * i128::from(it.load);
                let home = i128::from(prices.home[home].max(0)) + i128::from(node[at]);
                own - home - i128::from(prices.group[it.group as usize]) - carried
            };
            of += self.pairs(person).iter().map(gain).max().unwrap_or(0).max(0);
        }
        of += prices.home.iter().map(|&price| i128::from(price.max(0))).sum::<i128>();
        let bound = |price: i64, bounds: crate::Bounds| {
            i128::from(price) * i128::from(if price > 0 { bounds.upper } else { bounds.lower })
        };
        for (node, &price) in self.nodes().iter().zip(&prices.node) {
            of += bound(price, node.bounds);
        }
        for (&group, &price) in self.groups().iter().zip(&prices.group) {
            of += bound(price, group);
        }
        for (node, &price) in self.nodes().iter().zip(&load_price) {
            of += node.load_cap.map_or(0, |cap| i128::from(cap) * i128::from(price));
        }
        Ratio { of, unit: prices.unit }
    }
}
