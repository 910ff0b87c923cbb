use crate::{
    clock::{YEAR, seconds, years},
    model::State,
    survival::{End, Spell, estimate},
};

/// What is measured each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// People who entered in the year; the first year has those of the first day too.
    Entered,
    /// People who left for good in the year.
    Left,
    /// People in shelter at the end of the year.
    WaitingShelter,
    /// People in protected living who wait, at the end of the year.
    WaitingProtected,
    /// People who wait with family at the end of the year.
    WaitingFamily,
    /// People who wait outside at the end of the year.
    WaitingOutside,
    /// Everybody who waits at the end of the year.
    Waiting,
    /// People who got the keys of a home in the year.
    Housed,
    /// People in a home at the end of the year.
    InHome,
    /// Of them, on an own lease.
    OwnLease,
    /// Of those who got keys in the year, the share that did not lose the home within twelve
    /// months (stays still running, and leaving for good, handled as in [`estimate`]).
    Kept,
    /// People who lost their home in the year.
    Lost,
    /// Leases converted in the year ("omklap").
    Converted,
    /// People whose support ended in the year while they stayed.
    SupportEnded,
    /// People who waited again after losing their home, in the year.
    Returned,
    /// People in a home with support at the end of the year.
    Supported,
    /// Homes that went elsewhere in the year because nobody could take them in time.
    HomesElsewhere,
    /// Years waited by those who began to wait in the year, within the limit of the study.
    TimeWaited,
    /// Of those who began to wait in the year, the share that had a home within three months.
    HousedInTime,
}

impl Measure {
    /// In the order of every table.
    pub const ALL: [Self; 19] = [
        Self::Entered,
        Self::Left,
        Self::WaitingShelter,
        Self::WaitingProtected,
        Self::WaitingFamily,
        Self::WaitingOutside,
        Self::Waiting,
        Self::Housed,
        Self::InHome,
        Self::OwnLease,
        Self::Kept,
        Self::Lost,
        Self::Converted,
        Self::SupportEnded,
        Self::Returned,
        Self::Supported,
        Self::HomesElsewhere,
        Self::TimeWaited,
        Self::HousedInTime,
    ];

    /// Whether the figures of years may be added up: what happened in a year, and not how things
    /// stood at its end, or a share or a mean.
    pub fn adds_up(self) -> bool {
        matches!(
            self,
            Self::Entered
                | Self::Left
                | Self::Housed
                | Self::Lost
                | Self::Converted
                | Self::SupportEnded
                | Self::Returned
                | Self::HomesElsewhere
        )
    }

    /// The word in files and on the command line; not for people to read.
    pub fn code(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Left => "left",
            Self::WaitingShelter => "waiting_shelter",
            Self::WaitingProtected => "waiting_protected",
            Self::WaitingFamily => "waiting_family",
            Self::WaitingOutside => "waiting_outside",
            Self::Waiting => "waiting",
            Self::Housed => "housed",
            Self::InHome => "in_home",
            Self::OwnLease => "own_lease",
            Self::Kept => "kept",
            Self::Lost => "lost",
            Self::Converted => "converted",
            Self::SupportEnded => "support_ended",
            Self::Returned => "returned",
            Self::Supported => "supported",
            Self::HomesElsewhere => "homes_elsewhere",
            Self::TimeWaited => "time_waited",
            Self::HousedInTime => "housed_in_time",
        }
    }
}

/// A figure for each measure; `None` where the run was too short to know.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Year([Option<f64>; Measure::ALL.len()]);

impl Year {
    /// The figures of a year that somebody kept.
    pub fn kept(figure: impl FnMut(Measure) -> Option<f64>) -> Self {
        Self(Measure::ALL.map(figure))
    }

    /// The figure.
    pub fn get(&self, measure: Measure) -> Option<f64> {
        self.0[measure as usize]
    }
}

/// People at the end of a run. `entered` is `left` and `in_system` together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// People who entered, those of the first day included.
    pub entered: u64,
    /// People who left for good.
    pub left: u64,
    /// People who are there.
    pub in_system: u64,
    /// Those who are there by state, in the order of [`State::ALL`]; they add up to `in_system`.
    pub by_state: [u64; State::ALL.len()],
    /// Events handled.
    pub events: u64,
}

/// One replication.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// People at the end.
    pub totals: Totals,
    /// The figures of each year.
    pub years: Vec<Year>,
    /// Person-years in each year by state: rows are years, columns in the order of [`State::ALL`].
    pub person_years: Vec<[f64; State::ALL.len()]>,
    /// Times waited: the event is a home, the other end leaving. Those who waited on the first
    /// day are left out, for nobody knows since when.
    pub waits: Vec<Spell>,
    /// Times in a home: the event is losing it, the other end leaving. Those in a home on
    /// the first day are left out.
    pub stays: Vec<Spell>,
}

/// What the chain counted in one year.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Counted {
    pub(crate) entered: u64,
    pub(crate) left: u64,
    pub(crate) housed: u64,
    pub(crate) lost: u64,
    pub(crate) converted: u64,
    pub(crate) support_ended: u64,
    pub(crate) returned: u64,
    pub(crate) homes_elsewhere: u64,
    pub(crate) supported: u64,
    pub(crate) by_state: [u64; State::ALL.len()],
    /// Seconds by state, added up over people.
    pub(crate) seconds: [u64; State::ALL.len()],
}

/// The service aim of the ten work agreements: a suitable offer within three months.
const IN_TIME_YEARS: f64 = 0.25;

/// Puts the figures of the years together.
pub(crate) fn run(
    totals: Totals,
    counted: &[Counted],
    waits: Vec<Spell>,
    stays: Vec<Spell>,
    wait_within_years: f64,
) -> Run {
    let by_year = |spells: &[Spell]| {
        let mut rows = vec![Vec::new(); counted.len()];
        for spell in spells {
            let year = usize::try_from(spell.began / YEAR).unwrap_or(usize::MAX);
            if let Some(row) = rows.get_mut(year) {
                row.push(*spell);
            }
        }
        // Sorted once for all estimates: each looks only whether it is.
        rows.iter_mut().for_each(|row: &mut Vec<Spell>| row.sort_unstable_by_key(|it| it.length));
        rows
    };
    let began = by_year(&waits).into_iter().zip(by_year(&stays));
    let figures = counted
        .iter()
        .zip(began)
        .map(|(year, (waits, stays))| figures(year, &waits, &stays, wait_within_years));
    let person_years = counted.iter().map(|year| year.seconds.map(years)).collect();
    Run { totals, years: figures.collect(), person_years, waits, stays }
}

fn figures(year: &Counted, waits: &[Spell], stays: &[Spell], within_years: f64) -> Year {
    let waited = estimate(waits, seconds(within_years));
    let in_time = estimate(waits, seconds(IN_TIME_YEARS));
    let kept = estimate(stays, YEAR);
    let there = |state: State| year.by_state[state as usize];
    let waiting = State::ALL.into_iter().filter(|state| state.waits()).map(there).sum();
    let number = |of: u64| Some(of as f64);
    Year(Measure::ALL.map(|measure| match measure {
        Measure::Entered => number(year.entered),
        Measure::Left => number(year.left),
        Measure::WaitingShelter => number(there(State::Shelter)),
        Measure::WaitingProtected => number(there(State::Protected)),
        Measure::WaitingFamily => number(there(State::Family)),
        Measure::WaitingOutside => number(there(State::Outside)),
        Measure::Waiting => number(waiting),
        Measure::Housed => number(year.housed),
        Measure::InHome => number(there(State::ProviderLease) + there(State::OwnLease)),
        Measure::OwnLease => number(there(State::OwnLease)),
        Measure::Kept => kept.map(|it| 1.0 - it.by_event),
        Measure::Lost => number(year.lost),
        Measure::Converted => number(year.converted),
        Measure::SupportEnded => number(year.support_ended),
        Measure::Returned => number(year.returned),
        Measure::Supported => number(year.supported),
        Measure::HomesElsewhere => number(year.homes_elsewhere),
        Measure::TimeWaited => waited.map(|it| it.mean / YEAR as f64),
        Measure::HousedInTime => in_time.map(|it| it.by_event),
    }))
}

impl Run {
    /// Person-years lived through in the run.
    pub fn all_person_years(&self) -> f64 {
        self.person_years.iter().flatten().sum()
    }

    /// Spells that were still running at the end.
    pub fn open(spells: &[Spell]) -> usize {
        spells.iter().filter(|spell| spell.end == End::Open).count()
    }
}
