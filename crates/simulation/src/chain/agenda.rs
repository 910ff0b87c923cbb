use std::{cmp::Reverse, collections::BinaryHeap};

use crate::clock::YEAR;

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Event {
    /// The next person of a group comes.
    Arrives { group: u16 },
    /// The next home of a kind comes free.
    HomeFree { kind: u16 },
    /// A free home has been kept long enough; `serial` is its number among all of the run.
    HomeGoes { kind: u16, area: u16, serial: u32 },
    /// Something happens to somebody, when they are still in the spell it was foreseen in.
    Person { who: u32, spell: u32, what: What },
}

/// What can happen to somebody.
///
/// INVARIANT: of one spell at most one of `Climbed` and `Falls` is to come, so neither has to say
/// of which attempt it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    LeavesWaiting,
    /// Reached the top of the steps.
    Climbed,
    /// Fell off the steps.
    Falls,
    SupportEnds,
    LosesHome,
    LeavesHome,
}

/// An event of a slice of time, with its moment in seconds since the slice began.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    after: u32,
    event: Event,
}

/// Events to come, the earliest first and of one moment the one foreseen first.
///
/// Those of a later slice of time wait unsorted, in the order of foreseeing, and are put in order
/// when its turn comes. What is foreseen within the present slice goes to a heap, which is small.
#[derive(Debug)]
pub(super) struct Agenda {
    end: u64,
    /// The present slice, and what of it was foreseen before it began.
    slice: usize,
    due: Vec<Entry>,
    /// How many of `due` have been.
    been: usize,
    /// Foreseen within the present slice: when, in which order, what.
    soon: BinaryHeap<Reverse<(u32, u64, Event)>>,
    foreseen: u64,
    later: Vec<Vec<Entry>>,
    /// Room of slices that have been.
    spare: Vec<Vec<Entry>>,
}

/// Seconds in a slice: somewhat under six days.
const SLICE: u64 = YEAR / 64;

/// Events a slice has room for before it has to grow.
const ROOM: usize = 16;

/// The slice of a moment, and the seconds since it began.
fn within(at: u64) -> (usize, u32) {
    let slice = usize::try_from(at / SLICE).unwrap_or(usize::MAX);
    (slice, u32::try_from(at % SLICE).unwrap_or(u32::MAX))
}

impl Agenda {
    /// Nothing to come yet, with the room of slices of a run before, which are empty.
    pub(super) fn new(end: u64, spare: Vec<Vec<Entry>>) -> Self {
        Self {
            end,
            slice: 0,
            due: Vec::new(),
            been: 0,
            soon: BinaryHeap::new(),
            foreseen: 0,
            later: vec![Vec::new(); within(end).0 + 1],
            spare,
        }
    }

    /// The room of its slices, for a next run.
    pub(super) fn spare(mut self) -> Vec<Vec<Entry>> {
        self.spare.extend([self.due].into_iter().chain(self.later).filter(|it| it.capacity() > 0));
        self.spare
    }

    /// Foresees an event, never before the one that [`Self::next`] gave last; one after the end of
    /// the run is not kept.
    pub(super) fn foresee(&mut self, at: u64, event: Event) {
        if at >= self.end {
            return;
        }
        let (slice, after) = within(at);
        match self.later.get_mut(slice) {
            Some(later) if slice > self.slice => {
                if later.capacity() == 0 {
                    *later = self.spare.pop().unwrap_or_else(|| Vec::with_capacity(ROOM));
                }
                later.push(Entry { after, event });
            }
            _ => {
                self.foreseen += 1;
                self.soon.push(Reverse((after, self.foreseen, event)));
            }
        }
    }

    pub(super) fn next(&mut self) -> Option<(u64, Event)> {
        loop {
            let due = self.due.get(self.been).copied();
            // Of one moment, what was due before the slice began was foreseen first.
            let soon = self.soon.peek().map(|Reverse(it)| it.0);
            let entry = match (due, soon) {
                (Some(due), soon) if soon.is_none_or(|soon| due.after <= soon) => {
                    self.been += 1;
                    Some((due.after, due.event))
                }
                _ => self.soon.pop().map(|Reverse((after, _, event))| (after, event)),
            };
            if let Some((after, event)) = entry {
                let slice = u64::try_from(self.slice).unwrap_or(u64::MAX);
                return Some((slice * SLICE + u64::from(after), event));
            }
            self.turn()?;
        }
    }

    /// Takes up the next slice; `None` after the last.
    fn turn(&mut self) -> Option<()> {
        let next = self.later.get_mut(self.slice + 1)?;
        let mut been = std::mem::replace(&mut self.due, std::mem::take(next));
        if been.capacity() > 0 {
            been.clear();
            self.spare.push(been);
        }
        // Stable: what was foreseen first stays first of its moment.
        self.due.sort_by_key(|it| it.after);
        self.been = 0;
        self.slice += 1;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(at: &[u64], expected: &[(u64, u16)]) {
        let mut agenda = Agenda::new(10 * YEAR, Vec::new());
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

    #[test]
    fn what_is_foreseen_within_the_present_slice_comes_between_and_after_what_was_due_already() {
        let mut agenda = Agenda::new(YEAR, Vec::new());
        let foresee = |agenda: &mut Agenda, after, group| {
            agenda.foresee(2 * SLICE + after, Event::Arrives { group });
        };
        foresee(&mut agenda, 4, 0);
        foresee(&mut agenda, 9, 1);
        let next = |agenda: &mut Agenda| agenda.next().map(|(at, event)| (at - 2 * SLICE, event));
        assert_eq!(next(&mut agenda), Some((4, Event::Arrives { group: 0 })));
        foresee(&mut agenda, 9, 2);
        foresee(&mut agenda, 6, 3);
        foresee(&mut agenda, 6, 4);
        let rest: Vec<_> = std::iter::from_fn(|| next(&mut agenda)).collect();
        let expected = [(6, 3), (6, 4), (9, 1), (9, 2)];
        assert_eq!(rest, expected.map(|(at, group)| (at, Event::Arrives { group })));
    }
}
