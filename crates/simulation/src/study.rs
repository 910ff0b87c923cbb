use std::{
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    sync::{Mutex, PoisonError},
    thread,
};

use crate::{
    Assumptions, Cause, Fault, Finding, Horizon, Measure, Model, Part, PolicyName, Room, Totals,
    Year,
};

/// A policy with numbers of its own: one line of a what-if.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// The policy.
    pub policy: PolicyName,
    /// Assumptions that are other than in the table, by name: other numbers of homes, other
    /// shares, other support. They hold in every replication, without a draw.
    pub changes: Vec<(String, f64)>,
}

impl From<PolicyName> for Variant {
    fn from(policy: PolicyName) -> Self {
        Self { policy, changes: Vec::new() }
    }
}

/// What to simulate.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// What is compared. Replication n of each has the same people with the same draws.
    pub variants: Vec<Variant>,
    /// Years, seed, and the limit on time waited.
    pub horizon: Horizon,
    /// Replications of each variant.
    pub replications: u32,
    /// Whether each replication draws the assumptions from their ranges.
    pub uncertain: bool,
    /// Threads to work with. The answer does not depend on it.
    pub threads: usize,
}

/// Why a study gave no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StudyError {
    /// What was asked for cannot be simulated: everything at once.
    #[error("{} findings in what was to be simulated", .0.len())]
    Findings(Vec<Finding>),
    /// A replication went wrong.
    #[error("variant {variant}, replication {replication}: {fault}")]
    Fault {
        /// The variant, an index.
        variant: usize,
        /// The replication.
        replication: u32,
        /// What went wrong.
        fault: Fault,
    },
    /// It was told to stop before all was done.
    #[error("stopped before all was done")]
    Stopped,
}

/// What one replication came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Replication {
    /// People at the end.
    pub totals: Totals,
    /// The figures of each year.
    pub years: Vec<Year>,
    /// The figures of each year by group, as in [`crate::Run`].
    pub groups: Vec<Vec<Part>>,
    /// The figures of each year by area, as in [`crate::Run`].
    pub areas: Vec<Vec<Part>>,
    /// Person-years lived through.
    pub person_years: f64,
}

/// What a study came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// A row a variant, a column a replication.
    pub variants: Vec<Vec<Replication>>,
}

/// The spread of a figure over replications.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// One in ten lies below.
    pub low: f64,
    /// Half lies below.
    pub middle: f64,
    /// One in ten lies above.
    pub high: f64,
    /// The mean.
    pub mean: f64,
}

/// A part of the people of whom there are figures of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// A group, in the order of the table.
    Group(usize),
    /// An area, in the order of the table; the one after the last is who would live anywhere.
    Area(usize),
}

/// Most people, and most homes, in one replication.
const MOST: f64 = 2e7;

impl Study {
    /// Runs every variant as often as asked.
    ///
    /// Fails with every finding at once, or with the first replication, in order, that went wrong.
    pub fn run(&self, table: &Assumptions) -> Result<Outcome, StudyError> {
        self.run_watched(table, &|_| true)
    }

    /// The same, told after each replication how many are done in all. No other is begun once
    /// `go_on` answers no.
    ///
    /// Fails as [`Self::run`] does, and when it was told to stop.
    pub fn run_watched(
        &self,
        table: &Assumptions,
        go_on: &(dyn Fn(usize) -> bool + Sync),
    ) -> Result<Outcome, StudyError> {
        let tables = self.tables(table).map_err(StudyError::Findings)?;
        let columns = usize::try_from(self.replications).unwrap_or(usize::MAX);
        let cells = tables.len() * columns;
        let next = AtomicUsize::new(0);
        let stopped = AtomicBool::new(false);
        let done = Mutex::new(Vec::with_capacity(cells));
        thread::scope(|scope| {
            for _ in 0..self.threads.min(cells) {
                scope.spawn(|| {
                    let mut room = Room::default();
                    loop {
                        let cell = next.fetch_add(1, Ordering::Relaxed);
                        let (variant, column) = (cell % tables.len(), cell / tables.len());
                        let replication = u32::try_from(column).unwrap_or(u32::MAX);
                        let Some(table) = tables.get(variant).filter(|_| column < columns) else {
                            break;
                        };
                        let ran = self.replication(table, &mut room, variant, replication);
                        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                        done.push((variant, replication, ran));
                        let count = done.len();
                        drop(done);
                        if !go_on(count) {
                            stopped.store(true, Ordering::Relaxed);
                        }
                        if stopped.load(Ordering::Relaxed) {
                            break;
                        }
                    }
                });
            }
        });
        let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        done.sort_unstable_by_key(|&(variant, replication, _)| (variant, replication));
        if done.len() < cells {
            return Err(StudyError::Stopped);
        }
        let mut variants = vec![Vec::with_capacity(columns); tables.len()];
        for (variant, _, ran) in done {
            let ran = ran?;
            if let Some(row) = variants.get_mut(variant) {
                row.push(ran);
            }
        }
        Ok(Outcome { variants })
    }

    /// Everything that is in the way of running it; empty when nothing is.
    pub fn findings(&self, table: &Assumptions) -> Vec<Finding> {
        self.tables(table).err().unwrap_or_default()
    }

    fn replication(
        &self,
        (table, policy): &(Assumptions, PolicyName),
        room: &mut Room,
        variant: usize,
        replication: u32,
    ) -> Result<Replication, StudyError> {
        let model = if self.uncertain {
            table.drawn(self.horizon.seed, replication).model(*policy)
        } else {
            table.model(*policy)
        };
        let model = model.map_err(StudyError::Findings)?;
        let ran = model.run_in(room, self.horizon, replication);
        let mut run = ran.map_err(|fault| StudyError::Fault { variant, replication, fault })?;
        let told = Replication {
            totals: run.totals,
            person_years: run.all_person_years(),
            years: std::mem::take(&mut run.years),
            groups: std::mem::take(&mut run.groups),
            areas: std::mem::take(&mut run.areas),
        };
        room.take_back(run);
        Ok(told)
    }

    /// The table of each variant, or everything that is wrong with any of them.
    fn tables(&self, table: &Assumptions) -> Result<Vec<(Assumptions, PolicyName)>, Vec<Finding>> {
        let mut findings = self.outside_limits();
        let mut tables = Vec::new();
        for variant in &self.variants {
            let mut changed = table.clone();
            for (name, value) in &variant.changes {
                findings.extend(changed.fix(name, *value).err());
            }
            match changed.model(variant.policy) {
                Ok(model) if !self.uncertain => findings.extend(self.too_many(&model)),
                Ok(_) => {
                    let highest = changed.at_its_highest().model(variant.policy);
                    findings.extend(highest.map_or_else(|more| more, |it| self.too_many(&it)));
                }
                Err(more) => findings.extend(more),
            }
            tables.push((changed, variant.policy));
        }
        let mut each: Vec<Finding> = Vec::new();
        for finding in findings {
            // Text, because a value that is no number is not even itself.
            if !each.iter().any(|other| other.to_string() == finding.to_string()) {
                each.push(finding);
            }
        }
        if each.is_empty() { Ok(tables) } else { Err(each) }
    }

    fn outside_limits(&self) -> Vec<Finding> {
        let within = self.horizon.wait_within_years;
        let limits = [
            ("variants", self.variants.len() as f64, 1.0, 100.0),
            ("years", f64::from(self.horizon.years), 1.0, 100.0),
            ("wait_within_years", within, 0.1, 100.0),
            ("replications", f64::from(self.replications), 1.0, 100_000.0),
            ("threads", self.threads as f64, 1.0, 1_024.0),
        ];
        limits
            .into_iter()
            .filter(|&(_, value, least, most)| !(least..=most).contains(&value))
            .map(|(at, value, least, most)| Finding {
                at: at.to_owned(),
                cause: Cause::OutsideLimits { value, least, most },
            })
            .collect()
    }

    fn too_many(&self, model: &Model) -> Vec<Finding> {
        let years = f64::from(self.horizon.years);
        let people: f64 = (model.groups.iter())
            .map(|group| {
                f64::from(group.waiting_at_start)
                    + f64::from(group.housed_at_start)
                    + years * group.arrivals_per_year
            })
            .sum();
        let at_start: f64 = model.homes_at_start.iter().copied().map(f64::from).sum();
        let homes = at_start + years * model.homes_per_year.iter().sum::<f64>();
        let of = [("group", people), ("homes", homes)];
        of.into_iter()
            .filter(|&(_, expected)| expected > MOST)
            .map(|(at, expected)| Finding {
                at: at.to_owned(),
                cause: Cause::TooMany { expected, most: MOST },
            })
            .collect()
    }
}

impl Outcome {
    /// The spread of a figure of a variant in a year, both from 0. `None` when there is no such
    /// variant or year, or a replication was too short to know: the others would be a choice of
    /// the fast ones.
    pub fn band(&self, variant: usize, year: usize, measure: Measure) -> Option<Band> {
        self.spread(variant, |it| it.years.get(year)?.get(measure))
    }

    /// The same as [`Self::band`] of a part of the people.
    pub fn part_band(
        &self,
        variant: usize,
        year: usize,
        cut: Cut,
        measure: Measure,
    ) -> Option<Band> {
        self.spread(variant, |it| it.part(year, cut)?.get(measure))
    }

    /// The spread of any figure of a replication of a variant; `None` as for [`Self::band`].
    pub fn spread(
        &self,
        variant: usize,
        figure: impl FnMut(&Replication) -> Option<f64>,
    ) -> Option<Band> {
        let figures: Option<_> = self.variants.get(variant)?.iter().map(figure).collect();
        Band::of(figures?)
    }

    /// The spread of the difference `one - other` of two variants, replication by replication: the
    /// same people in the same world. Much narrower than the two bands side by side.
    pub fn difference(
        &self,
        one: usize,
        other: usize,
        year: usize,
        measure: Measure,
    ) -> Option<Band> {
        self.spread_of_difference(one, other, |it| it.years.get(year)?.get(measure))
    }

    /// The same as [`Self::difference`] of a part of the people.
    pub fn part_difference(
        &self,
        [one, other]: [usize; 2],
        year: usize,
        cut: Cut,
        measure: Measure,
    ) -> Option<Band> {
        self.spread_of_difference(one, other, |it| it.part(year, cut)?.get(measure))
    }

    /// The spread of the difference of any figure, as of [`Self::difference`].
    pub fn spread_of_difference(
        &self,
        one: usize,
        other: usize,
        figure: impl Fn(&Replication) -> Option<f64>,
    ) -> Option<Band> {
        let pairs = self.variants.get(one)?.iter().zip(self.variants.get(other)?);
        let figures: Option<_> =
            pairs.map(|(one, other)| Some(figure(one)? - figure(other)?)).collect();
        Band::of(figures?)
    }
}

impl Replication {
    /// The figures of a part of the people in a year; `None` when there is no such year or part.
    pub fn part(&self, year: usize, cut: Cut) -> Option<&Part> {
        match cut {
            Cut::Group(at) => self.groups.get(year)?.get(at),
            Cut::Area(at) => self.areas.get(year)?.get(at),
        }
    }

    /// A figure of all years together; `None` when it is not one to add up
    /// ([`Measure::adds_up`]).
    pub fn sum(&self, measure: Measure) -> Option<f64> {
        measure.adds_up().then(|| self.years.iter().filter_map(|it| it.get(measure)).sum())
    }
}

impl Band {
    /// The band of these figures; `None` of none.
    fn of(mut figures: Vec<f64>) -> Option<Self> {
        figures.sort_unstable_by(f64::total_cmp);
        let last = figures.len().checked_sub(1)?;
        // Between two figures in proportion, as in most tables of quantiles.
        let tenths = |tenths: usize| {
            let (below, part) = (last * tenths / 10, (last * tenths % 10) as f64 / 10.0);
            let at = |index: usize| figures.get(index.min(last)).copied().unwrap_or(0.0);
            at(below) + part * (at(below + 1) - at(below))
        };
        let mean = figures.iter().sum::<f64>() / figures.len() as f64;
        Some(Self { low: tenths(1), middle: tenths(5), high: tenths(9), mean })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_has_a_tenth_below_and_a_tenth_above() {
        let band = Band::of((0..=20).rev().map(f64::from).collect()).unwrap();
        let figures = [band.low, band.middle, band.high, band.mean];
        for (found, expected) in figures.into_iter().zip([2.0, 10.0, 18.0, 10.0]) {
            assert!((found - expected).abs() < 1e-12);
        }
        assert_eq!(Band::of(Vec::new()), None);
        assert!((Band::of(vec![3.0, 4.0]).unwrap().high - 3.9).abs() < 1e-12);
    }

    fn study() -> Study {
        Study {
            variants: vec![PolicyName::Omslag.into(), PolicyName::Prevention.into()],
            horizon: Horizon { years: 2, wait_within_years: 1.0, seed: 7 },
            replications: 2,
            uncertain: true,
            threads: 1,
        }
    }

    #[test]
    fn a_study_says_how_far_it_is_and_stops_when_it_is_told() {
        let seen = Mutex::new(Vec::new());
        let watch = |done: usize| {
            seen.lock().unwrap().push(done);
            true
        };
        let outcome = study().run_watched(&Assumptions::city(), &watch).unwrap();
        assert_eq!(*seen.lock().unwrap(), [1, 2, 3, 4]);
        assert_eq!(outcome, study().run(&Assumptions::city()).unwrap());
        let stopped = study().run_watched(&Assumptions::city(), &|done| done < 2);
        assert_eq!(stopped, Err(StudyError::Stopped));
    }

    #[test]
    fn years_are_added_up_within_a_replication_and_only_what_happened_in_them() {
        let outcome = study().run(&Assumptions::city()).unwrap();
        let one = &outcome.variants[0][0];
        let housed = |year: usize| one.years[year].get(Measure::Housed).unwrap();
        let sum = one.sum(Measure::Housed).unwrap();
        assert!((sum - housed(0) - housed(1)).abs() < 1e-9);
        assert_eq!(one.sum(Measure::Waiting), None);
        let same = outcome.spread_of_difference(0, 0, |it| it.sum(Measure::Housed)).unwrap();
        assert_eq!((same.low, same.high), (0.0, 0.0));
    }
}
