//! Pairs put together by person, in order of home.

use sleutel_matching::Arc;

use crate::{
    finding::FindingKind,
    instance::{facts::Facts, log::Few},
};

/// The most pairs for which room is made before they are seen: 128 MiB. A file that
/// promises more has to show it.
const MOST_PROMISED: usize = 16 << 20;

/// Pairs so far.
///
/// Files have them in order, and then they are put where they stay. From the first that
/// is not in order, all are kept loose, and sorted at the end.
#[derive(Debug)]
pub(super) struct Gathered {
    starts: Vec<u32>,
    arcs: Vec<Arc>,
    people: usize,
    last: Option<u32>,
    loose: Vec<Loose>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Loose {
    person: u32,
    home: u32,
    row: u32,
    weight: i32,
}

impl Gathered {
    pub(super) fn new(facts: &Facts) -> Self {
        let people = facts.group.len();
        let all = people.saturating_mul(facts.complex.len());
        let mut arcs = Vec::new();
        arcs.reserve_exact(all.min(facts.pairs as usize).min(MOST_PROMISED));
        let mut starts = Vec::with_capacity(people + 1);
        starts.push(0);
        Self { starts, arcs, people, last: None, loose: Vec::new() }
    }

    #[inline]
    pub(super) fn add(&mut self, person: u32, arc: Arc, row: u32, log: &mut Few) {
        // The pairs of `person` are begun when all before it are closed.
        let now = self.starts.len() - 1;
        let person_at = person as usize;
        let ascending = match self.last {
            None => true,
            Some(home) => person_at > now || (person_at == now && arc.home > home),
        };
        if ascending && self.loose.is_empty() {
            self.close(person_at);
            self.last = Some(arc.home);
            self.arcs.push(arc);
        } else {
            self.out_of_order(person, arc, row, log);
        }
    }

    /// Closes the pairs of everybody before this person.
    fn close(&mut self, person: usize) {
        if self.starts.len() <= person {
            // INVARIANT: at most as many pairs are added as the facts tell in 32 bits.
            let end = u32::try_from(self.arcs.len()).unwrap_or(u32::MAX);
            self.starts.resize(person + 1, end);
        }
    }

    #[cold]
    fn out_of_order(&mut self, person: u32, arc: Arc, row: u32, log: &mut Few) {
        if self.loose.is_empty() {
            let same = person as usize + 1 == self.starts.len() && Some(arc.home) == self.last;
            if same {
                let key = format!("{person},{}", arc.home);
                let what = FindingKind::Twice { key, first: row.saturating_sub(1) };
                log.add(Some(row), Some("dwelling".to_owned()), what);
                return;
            }
            self.loosen();
        }
        let Arc { home, weight } = arc;
        self.loose.push(Loose { person, home, row, weight });
    }

    /// Takes apart what was put together. Rows are counted from 2, which is where they
    /// stand unless there were blank or faulty ones; the latter stop everything anyhow.
    fn loosen(&mut self) {
        self.close(self.people);
        self.loose.reserve(self.arcs.len() + 1);
        let spans = self.starts.windows(2).zip(0_u32..);
        for (span, person) in spans {
            for at in span[0]..span[1] {
                let Arc { home, weight } = self.arcs[at as usize];
                self.loose.push(Loose { person, home, row: at.saturating_add(2), weight });
            }
        }
        self.arcs.clear();
        self.starts.truncate(1);
        self.last = None;
    }

    /// Where each person's pairs begin, and all pairs.
    pub(super) fn done(mut self, log: &mut Few) -> Option<(Vec<u32>, Vec<Arc>)> {
        let mut loose = std::mem::take(&mut self.loose);
        loose.sort_unstable();
        for pair in loose.windows(2) {
            if (pair[0].person, pair[0].home) == (pair[1].person, pair[1].home) {
                let key = format!("{},{}", pair[1].person, pair[1].home);
                let what = FindingKind::Twice { key, first: pair[0].row };
                log.add(Some(pair[1].row), Some("dwelling".to_owned()), what);
            }
        }
        for Loose { person, home, weight, .. } in loose {
            self.close(person as usize);
            self.arcs.push(Arc { home, weight });
        }
        self.close(self.people);
        Some((self.starts, self.arcs))
    }
}
