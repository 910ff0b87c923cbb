use std::collections::{BinaryHeap, binary_heap::PeekMut};

use super::tree::{NEVER, NONE};
use crate::{Bounds, Instance};

/// Where the people of one group are who get no home.
///
/// A group's ceiling is a floor under this number, and its floor a ceiling.
#[derive(Debug, Default)]
pub(super) struct Pool {
    /// People in it.
    pub(super) people: u32,
    /// Places promised in it; more than people while places wait for somebody.
    pub(super) places: u32,
    /// Below 0 when the ceiling is above the number of members.
    lower: i64,
    upper: u32,
    /// What being in it costs; below 0 it is paid for.
    pub(super) price: i64,
    /// Who is in it, with what a home was worth to them when last looked at. It may
    /// be worth less by now; and who left may still stand here.
    wish: BinaryHeap<(i64, u32)>,
    new: Vec<(i64, u32)>,
}

impl Pool {
    fn new(members: u32, bounds: Bounds) -> Self {
        Self {
            places: members.saturating_sub(bounds.upper),
            lower: i64::from(members) - i64::from(bounds.upper),
            upper: members - bounds.lower,
            ..Self::default()
        }
    }

    /// Whether one place less would still keep the group's ceiling.
    pub(super) fn can_give(&self) -> bool {
        i64::from(self.places) > self.lower
    }

    /// Whether no place more would keep the group's floor.
    pub(super) fn is_full(&self) -> bool {
        self.places == self.upper
    }

    /// Whether one more could be in it without breaking the group's floor.
    pub(super) fn has_room(&self) -> bool {
        self.people < self.upper
    }

    /// Promises a place to everybody in it.
    pub(super) fn promise(&mut self) {
        self.places = self.places.max(self.people);
    }

    /// What is neither scarce nor asked for costs what the ground costs.
    pub(super) fn level(&mut self, ground: i64) {
        if self.can_give() {
            self.price = self.price.max(ground);
        }
        if !self.is_full() {
            self.price = self.price.min(ground);
        }
    }

    /// Somebody comes.
    pub(super) fn add(&mut self, person: u32, worth: i64) {
        self.people += 1;
        self.new.push((worth, person));
    }

    /// Who of those in it would gain most from a home, and what it is worth to them
    /// now. `now` gets somebody and what a home was worth to them, and says `None` of
    /// somebody who is not in the pool; what has become less may still be too high.
    pub(super) fn keenest(
        &mut self,
        mut now: impl FnMut(u32, i64) -> Option<i64>,
    ) -> Option<(i64, u32)> {
        self.wish.extend(self.new.drain(..));
        while let Some(mut top) = self.wish.peek_mut() {
            let (worth, person) = *top;
            match now(person, worth) {
                None => {
                    PeekMut::pop(top);
                }
                Some(still) if still < worth => top.0 = still,
                Some(_) => return Some((worth, person)),
            }
        }
        None
    }

    /// The one at the top leaves.
    pub(super) fn leave(&mut self) -> u32 {
        self.people -= 1;
        // INVARIANT: called after `keenest` found somebody.
        self.wish.pop().map_or(NONE, |(_, person)| person)
    }
}

/// The pools of all groups, or the first group whose floor is above its number.
pub(super) fn pools(instance: &Instance) -> Result<Vec<Pool>, u32> {
    let mut members = vec![0_u32; instance.groups().len()];
    for person in instance.people() {
        members[person.group as usize] += 1;
    }
    let of = |(group, (bounds, members)): (u32, (&Bounds, u32))| {
        if bounds.lower > members {
            return Err(group);
        }
        Ok(Pool::new(members, *bounds))
    };
    (0..).zip(instance.groups().iter().zip(members)).map(of).collect()
}

/// The price of what is worth this much to somebody who would leave a pool for it.
pub(super) fn price_of(worth: i64) -> i64 {
    if worth <= -NEVER { NEVER } else { -worth }
}
