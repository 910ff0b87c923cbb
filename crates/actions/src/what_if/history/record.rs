//! What is written down, as it was known on a day.

use jiff::{Span, civil::Date};
use sleutel_domain::{AreaCode, Id, Reference, access::Programme, homes::VacancyStatus};
use sleutel_store::{
    StoreError, Tx,
    history::{self, FreeRow, PersonRow, StretchRow, TermRow},
    homes::{self, AreaRow},
    numbers::{self, GroupRow},
};

/// Years of history at most: what lies longer ago says little about the next.
const MOST_YEARS: i32 = 6;

/// What is written down about a city.
#[derive(Debug, Clone, Default)]
pub(super) struct Record {
    pub(super) groups: Vec<GroupRow>,
    pub(super) people: Vec<PersonRow>,
    /// By household, file and order.
    pub(super) files: Vec<StretchRow>,
    /// By household and first day.
    pub(super) terms: Vec<TermRow>,
    pub(super) free: Vec<FreeRow>,
    pub(super) areas: Vec<AreaRow>,
    /// Who wants to live in which parts and nowhere else, by household.
    pub(super) musts: Vec<(Reference, AreaCode)>,
}

/// The time over which things are counted: whole months, and whole years where there is one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span12 {
    pub(super) from: Date,
    /// The first day after it.
    pub(super) until: Date,
    /// The first day of each year of twelve months in it.
    pub(super) years: Vec<Date>,
}

impl Span12 {
    /// Its length in years.
    pub(super) fn length(&self) -> f64 {
        let months = (i32::from(self.until.year()) - i32::from(self.from.year())) * 12
            + i32::from(self.until.month())
            - i32::from(self.from.month());
        f64::from(months) / 12.0
    }

    pub(super) fn holds(&self, day: Date) -> bool {
        self.from <= day && day < self.until
    }

    /// How many of these days lie in each year of it.
    pub(super) fn by_year(&self, days: impl Iterator<Item = Date>) -> Vec<u32> {
        let mut counts = vec![0_u32; self.years.len()];
        for day in days.filter(|it| self.holds(*it)) {
            let at = self.years.partition_point(|first| *first <= day);
            if let Some(count) = at.checked_sub(1).and_then(|it| counts.get_mut(it)) {
                *count += 1;
            }
        }
        counts
    }
}

impl Record {
    pub(super) async fn read(
        tx: &mut Tx,
        programme: Id<Programme>,
        today: Date,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            groups: numbers::groups(tx, programme).await?,
            people: history::people(tx, programme, today).await?,
            files: history::stretches(tx, programme).await?,
            terms: history::terms(tx, programme, today).await?,
            free: history::free(tx, programme, today).await?,
            areas: homes::areas(tx, programme, false).await?,
            musts: history::musts(tx, programme).await?,
        })
    }

    /// The same as it was known at the end of a day. What was only written down later, or ended
    /// later, is not known yet.
    pub(super) fn known_on(&self, day: Date) -> Self {
        let before = |it: &Date| *it <= day;
        let mut known = self.clone();
        known.people.retain(|it| it.since <= day);
        for it in &mut known.people {
            it.placed_on = it.placed_on.filter(before);
        }
        known.files.retain(|it| it.opened <= day);
        for it in &mut known.files {
            it.ended = it.ended.filter(|(on, _)| before(on));
            it.outcome = it.outcome.filter(|_| it.ended.is_some());
        }
        known.terms.retain(|it| it.from <= day && it.known <= day);
        for it in &mut known.terms {
            it.ended = it.ended.filter(|(on, _)| before(on));
        }
        known.free.retain(|it| it.from <= day);
        for it in &mut known.free {
            // Which of them were let by then is not written down.
            it.status = VacancyStatus::Decided;
        }
        known
    }

    /// The time that is counted. It begins with the first home that was decided: of whoever came
    /// and went before, nothing is written down, and those who are left of them would look like all.
    pub(super) fn span(&self, day: Date) -> Option<Span12> {
        let until = day.first_of_month();
        let homes = self.people.iter().filter_map(|it| it.placed_on);
        let begins = homes.min().or_else(|| self.people.iter().map(|it| it.since).min())?;
        let first = if begins.day() == 1 {
            begins
        } else {
            begins.first_of_month().saturating_add(Span::new().months(1))
        };
        let back = |years: i32| until.saturating_sub(Span::new().years(years));
        let whole = (1..=MOST_YEARS).take_while(|it| back(*it) >= first).last();
        match whole {
            Some(years) => {
                let starts = (1..=years).rev().map(back).collect();
                Some(Span12 { from: back(years), until, years: starts })
            }
            None if first < until => Some(Span12 { from: first, until, years: Vec::new() }),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use sleutel_domain::{GroupCode, Reference};

    use super::*;

    fn person(since: Date, placed_on: Option<Date>) -> PersonRow {
        PersonRow {
            reference: Reference::new("D-1").unwrap(),
            group: GroupCode::new("omslag").unwrap(),
            since,
            placed_on,
            lives: None,
            people: None,
        }
    }

    #[track_caller]
    fn check(people: Vec<PersonRow>, day: Date, expected: Option<(Date, Date, usize, f64)>) {
        let span = Record { people, ..Record::default() }.span(day);
        let found = span.map(|it| (it.from, it.until, it.years.len(), it.length()));
        assert_eq!(found, expected);
    }

    /// Who came long before the first home and waited long is there, and who came then and was
    /// housed soon is not: to count from their first day would say that few came.
    #[test]
    fn it_counts_from_the_first_home_in_whole_years_back_from_this_month() {
        let old = person(date(2018, 3, 1), Some(date(2021, 1, 7)));
        let expected = (date(2021, 11, 1), date(2026, 11, 1), 5, 5.0);
        check(vec![old.clone()], date(2026, 11, 23), Some(expected));
        let expected = (date(2021, 2, 1), date(2021, 7, 1), 0, 5.0 / 12.0);
        check(vec![old.clone()], date(2021, 7, 9), Some(expected));
        check(vec![old], date(2021, 1, 20), None);
        check(vec![], date(2026, 11, 23), None);
    }

    #[test]
    fn long_ago_is_left_out() {
        let old = person(date(2001, 3, 1), Some(date(2005, 1, 7)));
        let expected = (date(2020, 11, 1), date(2026, 11, 1), 6, 6.0);
        check(vec![old], date(2026, 11, 23), Some(expected));
    }

    #[test]
    fn what_happened_later_is_not_known_yet() {
        let all = vec![
            person(date(2020, 3, 1), Some(date(2021, 1, 7))),
            person(date(2021, 3, 1), Some(date(2024, 1, 7))),
            person(date(2025, 3, 1), None),
        ];
        let then = Record { people: all, ..Record::default() }.known_on(date(2023, 1, 1));
        let placed: Vec<_> = then.people.iter().map(|it| it.placed_on).collect();
        assert_eq!(placed, [Some(date(2021, 1, 7)), None]);
    }

    #[test]
    fn days_are_counted_by_years_of_twelve_months() {
        let old = person(date(2018, 3, 1), Some(date(2023, 1, 7)));
        let record = Record { people: vec![old], ..Record::default() };
        let span = record.span(date(2026, 4, 5)).unwrap();
        let days = [date(2023, 3, 31), date(2023, 4, 1), date(2024, 3, 31), date(2026, 3, 31)];
        assert_eq!(span.by_year(days.into_iter()), [2, 0, 1]);
    }
}
