use std::collections::VecDeque;

use super::{Person, Ticket, agenda::Entry};
use crate::{result::Run, survival::Spell};

/// Memory of a replication that the next one can use: asking for it anew each time would cost a
/// fifth of the time of a small city. What is in it never counts.
#[derive(Debug, Default)]
pub struct Room {
    pub(super) people: Vec<Person>,
    pub(super) lines: Vec<VecDeque<(u64, Ticket)>>,
    pub(super) slices: Vec<Vec<Entry>>,
    pub(super) waits: Vec<Spell>,
    pub(super) waited: Vec<(u16, u16)>,
    pub(super) stays: Vec<Spell>,
}

impl Room {
    /// Takes the spells of a run that nobody looks at any more.
    pub fn take_back(&mut self, run: Run) {
        self.waits = run.waits;
        self.stays = run.stays;
    }

    /// All of it, with nothing in it.
    pub(super) fn taken(&mut self) -> Self {
        let mut room = std::mem::take(self);
        room.people.clear();
        room.lines.iter_mut().for_each(VecDeque::clear);
        room.slices.iter_mut().for_each(Vec::clear);
        room.waits.clear();
        room.waited.clear();
        room.stays.clear();
        room
    }
}

/// Rows with nothing in them, as many as there have to be.
pub(super) fn so_many<T>(mut rows: Vec<VecDeque<T>>, number: usize) -> Vec<VecDeque<T>> {
    rows.resize_with(number, VecDeque::new);
    rows
}
