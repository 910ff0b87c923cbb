mod sorted;

use crate::{
    clock::{YEAR, years},
    model::State,
    survival::{End, Spell},
};
use sorted::{Limits, Sorted};

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
    /// months (stays still running, and leaving for good, handled as in [`crate::survival::estimate`]).
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

/// The figures of a part of the people in a year: of a group, or of an area.
///
/// Of an area, who waits and how long is of people who want to live there, and who is housed and what
/// goes elsewhere is of homes that lie there. People who would live anywhere are a part of their
/// own, in which no home lies.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Part {
    /// People who wait at the end of the year.
    pub waiting: Option<f64>,
    /// People who got the keys of a home in the year.
    pub housed: Option<f64>,
    /// Years waited by those who began to wait in the year, within the limit of the study.
    pub time_waited: Option<f64>,
    /// Of those who began to wait in the year, the share that had a home within three months.
    pub housed_in_time: Option<f64>,
    /// Homes that went elsewhere in the year because nobody could take them in time.
    pub homes_elsewhere: Option<f64>,
}

impl Part {
    /// What there are figures of by group.
    pub const OF_A_GROUP: [Measure; 4] =
        [Measure::Waiting, Measure::Housed, Measure::TimeWaited, Measure::HousedInTime];
    /// What there are figures of by area.
    pub const OF_AN_AREA: [Measure; 4] =
        [Measure::Waiting, Measure::Housed, Measure::TimeWaited, Measure::HomesElsewhere];

    /// The figure; `None` where the run was too short to know, and for a measure that parts do not
    /// have.
    pub fn get(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::Waiting => self.waiting,
            Measure::Housed => self.housed,
            Measure::TimeWaited => self.time_waited,
            Measure::HousedInTime => self.housed_in_time,
            Measure::HomesElsewhere => self.homes_elsewhere,
            Measure::Entered
            | Measure::Left
            | Measure::WaitingShelter
            | Measure::WaitingProtected
            | Measure::WaitingFamily
            | Measure::WaitingOutside
            | Measure::InHome
            | Measure::OwnLease
            | Measure::Kept
            | Measure::Lost
            | Measure::Converted
            | Measure::SupportEnded
            | Measure::Returned
            | Measure::Supported => None,
        }
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
    /// The figures of each year by group: rows are years, columns groups.
    pub groups: Vec<Vec<Part>>,
    /// The figures of each year by area: rows are years, columns areas, and last who would live
    /// anywhere. No columns when the city is not divided.
    pub areas: Vec<Vec<Part>>,
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
#[derive(Debug, Clone, Default)]
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
    /// People who wait at the end, a row a group and a column a wish.
    pub(crate) waiting: Vec<u64>,
    /// People who got keys, a row a group and a column an area.
    pub(crate) housed_in: Vec<u64>,
    /// Homes that went elsewhere, by area.
    pub(crate) elsewhere_in: Vec<u64>,
}

/// Everything the chain saw.
pub(crate) struct Seen {
    pub(crate) totals: Totals,
    pub(crate) counted: Vec<Counted>,
    pub(crate) waits: Vec<Spell>,
    /// Group and wish of whoever waited, beside `waits`.
    pub(crate) waited: Vec<(u16, u16)>,
    pub(crate) stays: Vec<Spell>,
    pub(crate) groups: usize,
    /// Areas a home can lie in: one when the city is not divided.
    pub(crate) places: usize,
    /// The areas and, last, any; only any when the city is not divided.
    pub(crate) wishes: usize,
}

impl Seen {
    /// Puts the figures of the years together; gives `waited` back for its memory.
    pub(crate) fn run(self, wait_within_years: f64) -> (Run, Vec<(u16, u16)>) {
        let years_run = self.counted.len();
        let limits = Limits::new(wait_within_years);
        let stays = Sorted::by_year(self.stays.iter().map(|&it| (it, (0, 0))), years_run, YEAR);
        let waits = self.waits.iter().copied().zip(self.waited.iter().copied());
        let waits = Sorted::by_year(waits, years_run, limits.longest());
        let (mut groups, mut areas) = (Vec::new(), Vec::new());
        for (year, waits) in self.counted.iter().zip(&waits) {
            groups.push(self.by_group(year, waits, limits));
            areas.push(self.by_area(year, waits, limits));
        }
        let pairs = self.counted.iter().zip(waits.iter().zip(&stays));
        let figures = pairs.map(|(year, (waits, stays))| figures(year, waits, stays, limits));
        let run = Run {
            totals: self.totals,
            years: figures.collect(),
            groups,
            areas,
            person_years: self.counted.iter().map(|year| year.seconds.map(years)).collect(),
            waits: self.waits,
            stays: self.stays,
        };
        (run, self.waited)
    }

    fn by_group(&self, year: &Counted, waits: &Sorted, limits: Limits) -> Vec<Part> {
        let rows = year.waiting.chunks(self.wishes).zip(year.housed_in.chunks(self.places));
        let waits = waits.apart(self.groups, |(group, _)| group);
        let parts = rows.zip(waits).map(|((waiting, housed), waits)| Part {
            waiting: sum(waiting),
            housed: sum(housed),
            time_waited: limits.time_waited(&waits),
            housed_in_time: limits.housed_in_time(&waits),
            homes_elsewhere: None,
        });
        parts.collect()
    }

    fn by_area(&self, year: &Counted, waits: &Sorted, limits: Limits) -> Vec<Part> {
        if self.wishes == 1 {
            return Vec::new();
        }
        let column = |of: &[u64], width: usize, at: usize| {
            Some(of.iter().skip(at).step_by(width).sum::<u64>() as f64)
        };
        let waits = waits.apart(self.wishes, |(_, wish)| wish);
        let parts = waits.iter().enumerate().map(|(area, waits)| {
            let lies = (area < self.places).then_some(area);
            Part {
                waiting: column(&year.waiting, self.wishes, area),
                housed: lies.and_then(|area| column(&year.housed_in, self.places, area)),
                time_waited: limits.time_waited(waits),
                housed_in_time: limits.housed_in_time(waits),
                homes_elsewhere: lies.and_then(|area| sum(&[*year.elsewhere_in.get(area)?])),
            }
        });
        parts.collect()
    }
}

fn sum(of: &[u64]) -> Option<f64> {
    Some(of.iter().sum::<u64>() as f64)
}

fn figures(year: &Counted, waits: &Sorted, stays: &Sorted, limits: Limits) -> Year {
    let kept = stays.estimate(YEAR);
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
        Measure::TimeWaited => limits.time_waited(waits),
        Measure::HousedInTime => limits.housed_in_time(waits),
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
