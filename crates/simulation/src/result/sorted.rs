//! Times of one year in order, for estimates of all of them and of parts.

use crate::{
    clock::{YEAR, seconds},
    survival::{End, Estimate, Spell, estimate_sorted},
};

/// The service aim of the ten work agreements: a suitable offer within three months.
const IN_TIME_YEARS: f64 = 0.25;

/// How far waiting is looked at, in seconds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    within: u64,
    in_time: u64,
}

impl Limits {
    pub(super) fn new(within_years: f64) -> Self {
        Self { within: seconds(within_years), in_time: seconds(IN_TIME_YEARS) }
    }

    pub(super) fn longest(self) -> u64 {
        self.within.max(self.in_time)
    }

    /// Mean years waited within the limit.
    pub(super) fn time_waited(self, waits: &Sorted) -> Option<f64> {
        waits.estimate(self.within).map(|it| it.mean / YEAR as f64)
    }

    /// The share that had a home in time.
    pub(super) fn housed_in_time(self, waits: &Sorted) -> Option<f64> {
        waits.estimate(self.in_time).map(|it| it.by_event)
    }
}

/// A time, how it ended, and the group and wish of whoever it was.
type Time = (u64, End, (u16, u16));

/// Times that began in one year, the shortest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Sorted {
    times: Vec<Time>,
    /// How many were longer than anybody asks for; of those nothing else counts.
    longer: Vec<(u16, u16)>,
}

impl Sorted {
    /// The times of each year of a run; those longer than `limit` are only counted.
    pub(super) fn by_year(
        spells: impl Iterator<Item = (Spell, (u16, u16))>,
        years: usize,
        limit: u64,
    ) -> Vec<Self> {
        let mut rows = vec![Self::default(); years];
        for (spell, of) in spells {
            let year = usize::try_from(spell.began / YEAR).unwrap_or(usize::MAX);
            if let Some(row) = rows.get_mut(year) {
                if spell.length <= limit {
                    row.times.push((spell.length, spell.end, of));
                } else {
                    row.longer.push(of);
                }
            }
        }
        rows.iter_mut().for_each(|row| row.times.sort_unstable_by_key(|it| it.0));
        rows
    }

    /// The same times, each in the part it belongs to.
    pub(super) fn apart(&self, parts: usize, part: impl Fn((u16, u16)) -> u16) -> Vec<Self> {
        let mut rows = vec![Self::default(); parts];
        for &time in &self.times {
            if let Some(row) = rows.get_mut(usize::from(part(time.2))) {
                row.times.push(time);
            }
        }
        for &of in &self.longer {
            if let Some(row) = rows.get_mut(usize::from(part(of))) {
                row.longer.push(of);
            }
        }
        rows
    }

    /// The estimate within a limit that is not beyond that of [`Self::by_year`].
    pub(super) fn estimate(&self, limit: u64) -> Option<Estimate> {
        let all = self.times.len() + self.longer.len();
        estimate_sorted(self.times.iter().map(|&(length, end, _)| (length, end)), all, limit)
    }
}
