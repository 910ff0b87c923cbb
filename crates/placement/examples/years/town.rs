use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use sleutel_domain::{
    VacancyCode,
    homes::VacancyStatus,
    participants::Readiness,
    placement::{
        Agreed, Ahead, Candidate, ExpectedHomes, ExpectedNewcomers, HomeOnOffer, RoundInput,
    },
};
use sleutel_exchange::{folder::read_folder, records::VacancyRecord};

use crate::{Asked, chance::Chance};

pub(crate) const WEEKS: usize = 52;
/// Of a hundred households, how many wait on New Year's Day; the others join in the year.
const WAITING: usize = 55;

/// A year of an invented town: everything that happens in it, whatever is decided.
#[derive(Debug)]
pub(crate) struct Year {
    /// The city with its numbers, everybody of the year and every home of the year.
    pub(crate) base: RoundInput,
    /// The week each household joins; 0 for those who wait at the start.
    pub(crate) joins: Vec<usize>,
    /// The week each home comes free.
    pub(crate) comes: Vec<usize>,
    /// What the city knows beforehand: the homes of the year before, and how many
    /// households of each group joined in it.
    homes_before: Vec<HomeOnOffer>,
    joined_before: Vec<u32>,
}

impl Year {
    /// The year of a seed. Another seed is another city with other people.
    pub(crate) fn new(asked: &Asked, seed: u64) -> Self {
        let (mut base, stock) = city(seed);
        let mut chance = Chance::new(seed);
        chance.shuffle(&mut base.candidates);
        base.candidates.truncate(asked.people);
        let (homes, before) = (
            came_free(&base, &stock, asked.homes, &mut chance),
            came_free(&base, &stock, asked.homes, &mut chance),
        );
        base.homes = homes;
        let joins: Vec<usize> = base
            .candidates
            .iter()
            .map(|_| if chance.below(100) < WAITING { 0 } else { 1 + chance.below(WEEKS - 1) })
            .collect();
        for (candidate, &week) in base.candidates.iter_mut().zip(&joins) {
            if week > 0 {
                candidate.waiting_since = day(base.date, week);
            }
        }
        let comes = base.homes.iter().map(|_| chance.below(WEEKS)).collect();
        numbers(&mut base, asked, &mut chance);
        let joined = |group: &sleutel_domain::placement::GroupShare| {
            let of_group = |(it, week): &(&Candidate, &usize)| it.group == group.code && **week > 0;
            base.candidates.iter().zip(&joins).filter(of_group).count()
        };
        // The year before was much like this one, and not the same.
        let joined_before = base
            .groups
            .iter()
            .map(|group| u32::try_from(joined(group) * (80 + chance.below(41)) / 100))
            .map(|it| it.unwrap_or(u32::MAX))
            .collect();
        Self { base, joins, comes, homes_before: before, joined_before }
    }

    /// What the city expects of the weeks after this one, with so many homes of a
    /// hundred that came free in the year before.
    pub(crate) fn ahead(&self, week: usize, asked: &Asked, percent: u32) -> Option<Ahead> {
        let weeks = u8::try_from(asked.weeks.min(WEEKS - 1 - week)).ok().filter(|&it| it > 0)?;
        let mut kinds: Vec<ExpectedHomes> = Vec::new();
        for home in &self.homes_before {
            let thousandths = 10 * percent * u32::from(weeks) / 52;
            kinds.push(ExpectedHomes { node: home.node, facts: home.facts.clone(), thousandths });
        }
        let newcomers = self.base.groups.iter().zip(&self.joined_before);
        let newcomers = newcomers.map(|(group, &joined)| ExpectedNewcomers {
            group: group.code.clone(),
            households: joined * u32::from(weeks) / 52,
        });
        Some(Ahead { futures: asked.futures, weeks, homes: kinds, newcomers: newcomers.collect() })
    }
}

/// The day a week's round is held.
pub(crate) fn day(start: Date, week: usize) -> Date {
    let days = i64::try_from(week * 7).unwrap_or(0);
    start.checked_add(days.days()).unwrap_or(start)
}

/// The demo city on New Year's Day, everybody ready; and each of its homes, to come free.
fn city(seed: u64) -> (RoundInput, Vec<HomeOnOffer>) {
    let start = jiff::civil::date(2026, 1, 1);
    let mut city = sleutel_demo::invented(seed, start);
    for file in &mut city.participants {
        file.readiness = Readiness::Ready { since: start };
    }
    city.vacancies = (1..)
        .zip(&city.dwellings)
        .filter_map(|(number, dwelling)| {
            Some(VacancyRecord {
                code: VacancyCode::new(&format!("V-{number}")).ok()?,
                dwelling: dwelling.code.clone(),
                available_from: start,
                year: start.year(),
                status: VacancyStatus::Open,
            })
        })
        .collect();
    let mut files: BTreeMap<_, _> = city.files();
    let round = format!("date = \"{start}\"\nseed = \"{seed}\"\n");
    files.insert("round.toml".to_owned(), round.into_bytes());
    match read_folder(&files) {
        folder if folder.input.is_none() => panic!("the demo city: {:?}", folder.findings),
        folder => {
            let mut input = folder.input.unwrap_or_else(|| panic!("just seen"));
            let stock = std::mem::take(&mut input.homes);
            (input, stock)
        }
    }
}

/// Homes that come free in one year, in the order they do: every part of the city at a
/// pace of its own in that year.
fn came_free(
    base: &RoundInput,
    stock: &[HomeOnOffer],
    homes: usize,
    chance: &mut Chance,
) -> Vec<HomeOnOffer> {
    let pace: Vec<usize> = base.nodes.iter().map(|_| 60 + chance.below(81)).collect();
    let mut drawn: Vec<(u64, usize)> = stock
        .iter()
        .enumerate()
        .map(|(at, home)| (chance.next() / u64::try_from(pace[home.node]).unwrap_or(1), at))
        .collect();
    drawn.sort_unstable();
    drawn.into_iter().take(homes).map(|(_, at)| stock[at].clone()).collect()
}

/// The numbers of a year that has just begun, for as many homes as come.
fn numbers(base: &mut RoundInput, asked: &Asked, chance: &mut Chance) {
    let homes = u32::try_from(asked.homes).unwrap_or(u32::MAX);
    let people = u32::try_from(asked.people).unwrap_or(u32::MAX).max(1);
    for node in &mut base.nodes {
        let upper = node.agreed.upper.map(|it| (it * homes).div_ceil(1_800).max(1));
        node.agreed = Agreed { lower: 0, upper, realised: 0 };
    }
    for group in &mut base.groups {
        let members = base.candidates.iter().filter(|it| it.group == group.code).count();
        let members = u32::try_from(members).unwrap_or(u32::MAX);
        let guess = u32::try_from(90 + chance.below(21)).unwrap_or(100);
        group.expected = (members * guess / 100).max(1);
        let upper = Some((members * homes * 118).div_ceil(people * 100).max(1));
        group.agreed = Agreed { lower: 0, upper, realised: 0 };
    }
}
