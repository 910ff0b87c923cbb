use std::{cmp::Reverse, collections::BinaryHeap};

use crate::clock::YEAR;

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Event {
    /// The next person of a group comes.
    Arrives { group: u32 },
    /// The next home of a kind comes free.
    HomeFree { kind: u32 },
    /// A free home has been kept long enough.
    HomeGoes { kind: u32, number: u64 },
    /// Something happens to somebody, when they are still in the spell it was foreseen in.
    Person { who: u32, spell: u32, what: What },
}

/// What can happen to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    LeavesWaiting,
    /// Reached the top of the steps; the number is of the attempt.
    Climbed(u32),
    /// Fell off the steps.
    Falls(u32),
    SupportEnds,
    LosesHome,
    LeavesHome,
}

/// A moment, the number of the event in the order of foreseeing, the event.
type Entry = (u64, u64, Event);

/// Events to come, the earliest first and of one moment the one foreseen first.
///
/// Only events of the present slice of time are in the heap; later slices wait unsorted until
/// their turn. The order is the same, and a heap of half a million people need not be kept.
#[derive(Debug)]
pub(super) struct Agenda {
    end: u64,
    foreseen: u64,
    heap: BinaryHeap<Reverse<Entry>>,
    slice: usize,
    later: Vec<Vec<Reverse<Entry>>>,
}

/// Seconds in a slice: somewhat under six days.
const SLICE: u64 = YEAR / 64;

fn slice(at: u64) -> usize {
    usize::try_from(at / SLICE).unwrap_or(usize::MAX)
}

impl Agenda {
    pub(super) fn new(end: u64) -> Self {
        let later = vec![Vec::new(); slice(end) + 1];
        Self { end, foreseen: 0, heap: BinaryHeap::new(), slice: 0, later }
    }

    /// Foresees an event, never before the one that [`Self::next`] gave last; one after the end of
    /// the run is not kept.
    pub(super) fn foresee(&mut self, at: u64, event: Event) {
        if at >= self.end {
            return;
        }
        self.foreseen += 1;
        let entry = Reverse((at, self.foreseen, event));
        let slice = slice(at);
        if slice > self.slice
            && let Some(later) = self.later.get_mut(slice)
        {
            later.push(entry);
        } else {
            self.heap.push(entry);
        }
    }

    pub(super) fn next(&mut self) -> Option<(u64, Event)> {
        while self.heap.is_empty() && self.slice < self.later.len() {
            self.slice += 1;
            let due = self.later.get_mut(self.slice).map(std::mem::take);
            self.heap = BinaryHeap::from(due.unwrap_or_default());
        }
        self.heap.pop().map(|Reverse((at, _, event))| (at, event))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(at: &[u64], expected: &[(u64, u32)]) {
        let mut agenda = Agenda::new(10 * YEAR);
        for (group, &at) in (0..).zip(at) {
            agenda.foresee(at, Event::Arrives { group });
        }
        let found: Vec<_> = std::iter::from_fn(|| agenda.next()).collect();
        let expected: Vec<_> =
            expected.iter().map(|&(at, group)| (at, Event::Arrives { group })).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn of_one_moment_the_event_foreseen_first_comes_first() {
        check(&[5, 2, 5, 2], &[(2, 1), (2, 3), (5, 0), (5, 2)]);
    }

    #[test]
    fn events_of_later_slices_come_in_their_turn_and_none_after_the_end() {
        let far = 9 * YEAR + 1;
        check(
            &[far, 3, 10 * YEAR, SLICE, SLICE - 1, far],
            &[(3, 1), (SLICE - 1, 4), (SLICE, 3), (far, 0), (far, 5)],
        );
    }
}
