use std::collections::BTreeMap;

use sleutel_domain::placement::RoundInput;

use super::{
    Costs, Net,
    figures::Figures,
    lay::{self, Laid},
    short, sized,
};

impl Net {
    /// The same network with other figures, to be solved again from where it stands:
    /// what lets through more gets arcs on top, what asks otherwise gets other costs.
    pub(crate) fn with(&self, input: &RoundInput, figures: &Figures) -> Self {
        let mut net = self.clone();
        let mut layout = lay::lay(input, figures);
        let numbers = net.relay(&layout.arcs);
        let known = |arc: &mut u32| *arc = numbers[*arc as usize];
        layout.person_arc.iter_mut().flatten().for_each(known);
        layout.home_arc.iter_mut().for_each(known);
        layout.node_arcs.iter_mut().flatten().for_each(known);
        net.statics.layout = layout;
        net
    }

    /// Brings the arcs in line with a new list; gives the number of each of the list.
    fn relay(&mut self, arcs: &[Laid]) -> Vec<u32> {
        let mut old: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
        for arc in (0..short(self.statics.costs.fixed.len())).rev() {
            let (from, to, _) = self.solver.network().arc(arc);
            old.entry((from, to)).or_default().push(arc);
        }
        let mut numbers = Vec::with_capacity(arcs.len());
        for arc in arcs {
            let there = old.get_mut(&(arc.from, arc.to)).and_then(Vec::pop);
            let most = there.map_or(0, |it| self.solver.network().arc(it).2);
            let number = match there {
                Some(number) if most <= i64::from(arc.capacity) => {
                    self.statics.costs.fixed[number as usize] = arc.costs;
                    let more = i64::from(arc.capacity) - most;
                    if more > 0 {
                        self.add_arc(arc.from, arc.to, more, arc.costs);
                    }
                    number
                }
                Some(number) => {
                    self.shut(number);
                    self.add_arc(arc.from, arc.to, i64::from(arc.capacity), arc.costs)
                }
                None => self.add_arc(arc.from, arc.to, i64::from(arc.capacity), arc.costs),
            };
            numbers.push(number);
        }
        old.into_values().flatten().for_each(|arc| self.shut(arc));
        numbers
    }

    /// Nothing goes through an arc any more.
    fn shut(&mut self, arc: u32) {
        let never = self.never();
        self.statics.costs.fixed[arc as usize] = [0; super::TIERS];
        self.statics.costs.fixed[arc as usize][0] = never;
    }

    /// One more arc that is no pair; gives its number.
    pub(crate) fn add_arc(&mut self, from: u32, to: u32, capacity: i64, costs: Costs) -> u32 {
        self.add(from, to, capacity, costs, (u32::MAX, u32::MAX))
    }

    /// One more pair, of a household with the home at a node.
    pub(crate) fn add_pair(&mut self, candidate: usize, home: usize, node: u32, costs: Costs) {
        let person = self.statics.layout.numbers.people + short(candidate);
        self.add(person, node, 1, costs, (short(candidate), short(home)));
    }

    fn add(&mut self, from: u32, to: u32, capacity: i64, costs: Costs, pair: (u32, u32)) -> u32 {
        let arc = sized(self.solver.add_arc(from, to, capacity));
        self.statics.costs.extra.push(costs);
        self.statics.pairs.person.push(pair.0);
        self.statics.pairs.home.push(pair.1);
        arc
    }
}
