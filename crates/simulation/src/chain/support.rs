//! Support to go with a home, in whole units of hours a week.

use crate::{clock::whole, model::Model, policy::Road};

/// Support there is and support that is given.
#[derive(Debug)]
pub(super) struct Support {
    capacity: u64,
    used: u64,
    /// What one person of each group gets; nothing for a group that needs none.
    needs: Vec<u64>,
    /// The most anybody gets.
    most: u64,
}

impl Support {
    /// Counted in people when all who need support get as much of it, and in thousandths of an hour a
    /// week when roads differ.
    pub(super) fn new(model: &Model, roads: &[Road]) -> Self {
        let hours = || {
            let pairs = model.groups.iter().zip(roads);
            pairs.map(|(group, road)| group.with_support.then_some(road.support_hours))
        };
        let first = hours().flatten().next().unwrap_or(0.0);
        let same = hours().flatten().all(|it| it.to_bits() == first.to_bits());
        let (capacity, unit) = match (same, first > 0.0) {
            (true, true) => (whole(model.support_hours / first), first),
            (true, false) => (u64::MAX, 1.0),
            (false, _) => (thousandths(model.support_hours), 0.0),
        };
        let need = |hours: Option<f64>| match hours {
            None => 0,
            Some(_) if same => u64::from(unit > 0.0),
            Some(hours) => thousandths(hours),
        };
        let needs: Vec<u64> = hours().map(need).collect();
        let most = needs.iter().copied().max().unwrap_or(0);
        Self { capacity, used: 0, needs, most }
    }

    /// Whether there is enough for one more of a group.
    pub(super) fn suffices(&self, group: u16) -> bool {
        self.used.saturating_add(self.of(group)) <= self.capacity
    }

    /// Whether there may be somebody for whom there is not enough.
    pub(super) fn is_short(&self) -> bool {
        self.used.saturating_add(self.most) > self.capacity
    }

    pub(super) fn give(&mut self, group: u16) {
        self.used = self.used.saturating_add(self.of(group));
    }

    pub(super) fn take_back(&mut self, group: u16) {
        self.used = self.used.saturating_sub(self.of(group));
    }

    /// What is given and what there is.
    pub(super) fn both(&self) -> (u64, u64) {
        (self.used, self.capacity)
    }

    fn of(&self, group: u16) -> u64 {
        self.needs.get(usize::from(group)).copied().unwrap_or(0)
    }
}

fn thousandths(hours: f64) -> u64 {
    whole(hours * 1_000.0 + 0.5)
}
