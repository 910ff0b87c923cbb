use std::collections::{BTreeMap, BTreeSet};

use super::{EndReason, Need, Next, Outcome, Route, Step};
use crate::StepCode;

/// What lies before and after each step on the ways a file can go by itself. Going back
/// is not counted: it adds nothing that was not there before.
#[derive(Debug, Clone)]
pub struct Paths {
    certain: BTreeMap<StepCode, BTreeSet<Need>>,
    possible: BTreeMap<StepCode, BTreeSet<Need>>,
    ends: BTreeMap<StepCode, BTreeSet<EndReason>>,
}

impl Paths {
    /// Follows every way through a route, sound or not.
    pub fn of(route: &Route) -> Self {
        let mut paths =
            Self { certain: BTreeMap::new(), possible: BTreeMap::new(), ends: BTreeMap::new() };
        if let Some(start) = route.step(&route.start) {
            paths.go_forward(route, start);
        }
        paths.go_back(route);
        paths
    }

    /// Whether a file can come to this step.
    pub fn reaches(&self, step: &StepCode) -> bool {
        self.certain.contains_key(step)
    }

    /// Whether this is there whenever a file comes to the step, whichever way it came.
    pub fn is_certain(&self, need: &Need, before: &StepCode) -> bool {
        self.certain.get(before).is_some_and(|it| it.contains(need))
    }

    /// Whether there is a way to the step on which this is there.
    pub fn is_possible(&self, need: &Need, before: &StepCode) -> bool {
        self.possible.get(before).is_some_and(|it| it.contains(need))
    }

    /// The ends a file can still come to from this step.
    pub fn ends(&self, step: &StepCode) -> BTreeSet<EndReason> {
        self.ends.get(step).cloned().unwrap_or_default()
    }

    /// What is certain at a step can only become less with every way found to it, and what
    /// is possible only more; so this ends.
    fn go_forward(&mut self, route: &Route, start: &Step) {
        self.certain.insert(start.code.clone(), BTreeSet::new());
        self.possible.insert(start.code.clone(), BTreeSet::new());
        let mut open = vec![start];
        while let Some(step) = open.pop() {
            for (outcome, next) in route.ways(step) {
                let Next::Step(code) = next else { continue };
                let Some(to) = route.step(&code) else { continue };
                if self.carry(step, outcome, &code) {
                    open.push(to);
                }
            }
        }
    }

    /// Takes what is there after a step along to the next; whether that changed anything.
    fn carry(&mut self, step: &Step, outcome: Outcome, to: &StepCode) -> bool {
        let mut given = vec![Need::Step(step.code.clone())];
        given.extend(step.kind.gives(outcome).map(Need::Fact));
        let with = |known: &BTreeMap<StepCode, BTreeSet<Need>>| {
            let mut all = known.get(&step.code).cloned().unwrap_or_default();
            all.extend(given.iter().cloned());
            all
        };
        let (certain, possible) = (with(&self.certain), with(&self.possible));
        let mut changed = false;
        match self.certain.get_mut(to) {
            Some(there) => {
                let before = there.len();
                there.retain(|it| certain.contains(it));
                changed |= there.len() < before;
            }
            None => {
                self.certain.insert(to.clone(), certain);
                changed = true;
            }
        }
        let there = self.possible.entry(to.clone()).or_default();
        let before = there.len();
        there.extend(possible);
        changed || there.len() > before
    }

    /// Every round brings the ends one step further back, so there are at most as many
    /// rounds as steps.
    fn go_back(&mut self, route: &Route) {
        let mut changed = true;
        while changed {
            changed = false;
            for step in &route.steps {
                let mut found = BTreeSet::new();
                for (_, next) in route.ways(step) {
                    match next {
                        Next::End(reason) => {
                            found.insert(reason);
                        }
                        Next::Step(code) => found.extend(self.ends(&code)),
                    }
                }
                let there = self.ends.entry(step.code.clone()).or_default();
                let before = there.len();
                there.extend(found);
                changed |= there.len() > before;
            }
        }
    }
}
