//! What the chain would have said some years ago, beside what happened since.

use jiff::{Span, civil::Date};
use sleutel_domain::GroupCode;
use sleutel_simulation::{Band, Horizon, Measure, Outcome, PolicyName, Study, StudyError};

use super::{CityHistory, record::Record, said, stays};
use crate::{
    ActionError, App, Who,
    policy::Action,
    what_if::{WAIT_WITHIN_YEARS, bench},
};

/// Years back it is tried. Ours.
const YEARS: u32 = 2;
/// How often it is played through: enough for a band, few enough for a page. Ours.
pub const REPLICATIONS: u32 = 40;
/// The same each time, so that a page says the same twice.
const SEED: u64 = 20;
/// The share of homes with support whose file is known, from which on conversions can be laid
/// beside each other. Ours.
const KNOWN_ENOUGH: f64 = 0.9;

/// What was simulated, beside what happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compared {
    /// What the chain said.
    pub band: Band,
    /// What happened; `None` when that is not known well enough.
    pub happened: Option<u32>,
}

impl Compared {
    /// Whether what happened lies within the band.
    pub fn holds(&self) -> Option<bool> {
        self.happened.map(|it| (self.band.low..=self.band.high).contains(&f64::from(it)))
    }
}

/// One year.
#[derive(Debug, Clone, PartialEq)]
pub struct BackYear {
    /// The first day after it.
    pub until: Date,
    /// What was looked at, in the order of [`BackTest::MEASURES`].
    pub compared: Vec<(Measure, Compared)>,
}

/// The chain set going some years ago, on what was known then.
#[derive(Debug, Clone)]
pub struct BackTest {
    /// The first day of it.
    pub from: Date,
    /// Its years.
    pub years: Vec<BackYear>,
    /// Of the homes with support, the share of which a file or agreement says how it went.
    pub followed: f64,
    /// What history said then.
    pub then: CityHistory,
}

impl BackTest {
    /// What is looked at.
    pub const MEASURES: [Measure; 4] =
        [Measure::Entered, Measure::Housed, Measure::Waiting, Measure::Converted];
}

/// Sets the chain going some years ago on what was known then, under the Omslag; `None` when there was
/// too little history by then.
pub async fn back_test(app: &App, who: &Who) -> Result<Option<BackTest>, ActionError> {
    let mut act = app.look(who, Action::RunWhatIf).await?;
    let (programme, today) = (act.programme, act.today());
    let record = Record::read(&mut act.tx, programme, today).await?;
    drop(act);
    let routes = app.routes.clone();
    let until = today.first_of_month();
    let from = until.saturating_sub(Span::new().years(i64::from(YEARS)));
    let eve = from.saturating_sub(Span::new().days(1));
    let earlier = record.known_on(eve);
    // Without a whole year there is nothing to go by.
    if earlier.span(eve).is_none_or(|it| it.years.is_empty()) {
        return Ok(None);
    }
    let then = said(&earlier, &routes, eve, false);
    let table = then.table.clone();
    let study = Study {
        variants: vec![PolicyName::Omslag.into()],
        horizon: Horizon { years: YEARS, wait_within_years: WAIT_WITHIN_YEARS, seed: SEED },
        replications: REPLICATIONS,
        uncertain: true,
        threads: bench::threads(),
    };
    let worked = tokio::task::spawn_blocking(move || study.run(&table)).await;
    let outcome = worked.map_err(internal)?.map_err(|it: StudyError| internal(it))?;
    let times = stays::times(&record, &routes, today);
    let followed = followed(&record, &times);
    let happened = Happened { record: &record, times: &times, then: &then, followed };
    let years = (0..YEARS).map(|at| year(&outcome, &happened, from, at)).collect();
    Ok(Some(BackTest { from, years, followed, then }))
}

fn internal(cause: impl std::fmt::Display) -> ActionError {
    ActionError::Internal(format!("the chain could not be set going in the past: {cause}"))
}

fn year(outcome: &Outcome, happened: &Happened<'_>, from: Date, at: u32) -> BackYear {
    let first = from.saturating_add(Span::new().years(i64::from(at)));
    let until = from.saturating_add(Span::new().years(i64::from(at) + 1));
    let index = usize::try_from(at).unwrap_or(usize::MAX);
    let compared = BackTest::MEASURES.into_iter().filter_map(|measure| {
        let mut band = outcome.band(0, index, measure)?;
        // The chain books who was there on the first day as entered in the first year.
        if measure == Measure::Entered && at == 0 {
            band = less(band, happened.there_at_start());
        }
        Some((measure, Compared { band, happened: happened.of(measure, first, until) }))
    });
    BackYear { until, compared: compared.collect() }
}

fn less(band: Band, by: f64) -> Band {
    let Band { low, middle, high, mean } = band;
    Band { low: low - by, middle: middle - by, high: high - by, mean: mean - by }
}

struct Happened<'a> {
    record: &'a Record,
    times: &'a stays::Times,
    then: &'a CityHistory,
    followed: f64,
}

impl Happened<'_> {
    fn ours(&self, group: &GroupCode) -> bool {
        self.then.groups.iter().any(|it| it.holds(group))
    }

    /// People who waited or lived in a home on the first day: they are counted, and certain.
    fn there_at_start(&self) -> f64 {
        let at_start = |name: &str| {
            name.starts_with("group.")
                && (name.ends_with(".waiting_at_start") || name.ends_with(".housed_at_start"))
        };
        let rows = self.then.table.rows().iter().filter(|it| at_start(&it.name));
        rows.map(|it| it.value.round()).sum()
    }

    fn of(&self, measure: Measure, first: Date, until: Date) -> Option<u32> {
        let within = |it: Date| first <= it && it < until;
        let people = || self.record.people.iter().filter(|it| self.ours(&it.group));
        let count = |it: usize| u32::try_from(it).ok();
        match measure {
            Measure::Entered => count(people().filter(|it| within(it.since)).count()),
            Measure::Housed => {
                count(people().filter(|it| it.placed_on.is_some_and(within)).count())
            }
            Measure::Waiting => {
                let waits = people()
                    .filter(|it| it.since < until && it.placed_on.is_none_or(|on| on >= until));
                count(waits.count())
            }
            Measure::Converted if self.followed >= KNOWN_ENOUGH => {
                let converted = self.times.stays.iter().filter_map(|it| it.converted);
                count(converted.filter(|it| within(*it)).count())
            }
            Measure::Converted
            | Measure::Left
            | Measure::WaitingShelter
            | Measure::WaitingProtected
            | Measure::WaitingFamily
            | Measure::WaitingOutside
            | Measure::InHome
            | Measure::OwnLease
            | Measure::Kept
            | Measure::Lost
            | Measure::SupportEnded
            | Measure::Returned
            | Measure::Supported
            | Measure::HomesElsewhere
            | Measure::TimeWaited
            | Measure::HousedInTime => None,
        }
    }
}

/// Of the homes with support, the share of which it is known how it went.
fn followed(record: &Record, times: &stays::Times) -> f64 {
    let supported: std::collections::BTreeSet<_> =
        record.groups.iter().filter(|it| it.with_support).map(|it| &it.code).collect();
    let known: std::collections::BTreeSet<_> = times.stays.iter().map(|it| &it.reference).collect();
    let placed =
        record.people.iter().filter(|it| it.placed_on.is_some() && supported.contains(&it.group));
    let (mut all, mut of) = (0_u32, 0_u32);
    for it in placed {
        all += 1;
        of += u32::from(known.contains(&it.reference));
    }
    if all == 0 { 0.0 } else { f64::from(of) / f64::from(all) }
}
