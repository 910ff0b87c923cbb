use crate::{
    clock::YEAR,
    model::{Fault, State},
    result::Counted,
};

const STATES: usize = State::ALL.len();

/// Who waits, by group and wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct There {
    all: u64,
    /// A row a group, a column a wish.
    waiting: Vec<u64>,
    wishes: usize,
}

impl There {
    /// One more of a group with a wish in a state.
    pub(super) fn counts(&mut self, state: State, (group, wish): (u16, u16)) {
        self.all += 1;
        if state.waits() {
            self.waiting[usize::from(group) * self.wishes + usize::from(wish)] += 1;
        }
    }
}

/// Who is where, and what was counted. Entering and leaving are booked apart from where people
/// are, so that the two can be compared.
#[derive(Debug)]
pub(super) struct Books {
    entered: u64,
    left: u64,
    in_system: u64,
    by_state: [u64; STATES],
    since: [u64; STATES],
    supported: u64,
    places: usize,
    wishes: usize,
    /// People who wait, a row a group and a column a wish.
    waiting: Vec<u64>,
    year: Counted,
    pub(super) years: Vec<Counted>,
}

impl Books {
    pub(super) fn new(years: u32, groups: usize, places: usize, wishes: usize) -> Self {
        let mut books = Self {
            entered: 0,
            left: 0,
            in_system: 0,
            by_state: [0; STATES],
            since: [0; STATES],
            supported: 0,
            places,
            wishes,
            waiting: vec![0; groups * wishes],
            year: Counted::default(),
            years: Vec::with_capacity(usize::try_from(years).unwrap_or(0)),
        };
        books.year = books.blank();
        books
    }

    /// A year in which nothing has happened yet.
    fn blank(&self) -> Counted {
        let groups = self.waiting.len() / self.wishes;
        Counted {
            housed_in: vec![0; groups * self.places],
            elsewhere_in: vec![0; self.places],
            ..Counted::default()
        }
    }

    pub(super) fn enters(&mut self) {
        self.entered += 1;
        self.in_system += 1;
        self.year.entered += 1;
    }

    pub(super) fn leaves(&mut self) {
        self.left += 1;
        self.in_system = self.in_system.saturating_sub(1);
        self.year.left += 1;
    }

    /// Somebody goes from one state to another; without the first they came, without the second
    /// they went.
    pub(super) fn moves(
        &mut self,
        now: u64,
        from: Option<State>,
        to: Option<State>,
        (group, wish): (u16, u16),
    ) {
        let waits = |state: Option<State>| state.is_some_and(State::waits);
        if waits(from) != waits(to) {
            let waiting = &mut self.waiting[usize::from(group) * self.wishes + usize::from(wish)];
            *waiting = if waits(to) { *waiting + 1 } else { waiting.saturating_sub(1) };
        }
        for state in from.into_iter().chain(to) {
            self.bring_up(now, state);
        }
        if let Some(state) = from {
            self.by_state[state as usize] = self.by_state[state as usize].saturating_sub(1);
        }
        if let Some(state) = to {
            self.by_state[state as usize] += 1;
        }
    }

    fn bring_up(&mut self, now: u64, state: State) {
        let index = state as usize;
        self.year.seconds[index] += self.by_state[index] * (now - self.since[index]);
        self.since[index] = now;
    }

    pub(super) fn supports(&mut self) {
        self.supported += 1;
    }

    pub(super) fn stops_supporting(&mut self) {
        self.supported = self.supported.saturating_sub(1);
    }

    /// Somebody of a group got the keys of a home in an area.
    pub(super) fn houses(&mut self, group: u16, area: u16) {
        self.year.housed += 1;
        self.year.housed_in[usize::from(group) * self.places + usize::from(area)] += 1;
    }

    pub(super) fn home_goes_elsewhere(&mut self, area: u16) {
        self.year.homes_elsewhere += 1;
        self.year.elsewhere_in[usize::from(area)] += 1;
    }

    pub(super) fn count(&mut self) -> &mut Counted {
        &mut self.year
    }

    pub(super) fn at(&self, state: State) -> u64 {
        self.by_state[state as usize]
    }

    /// Closes the years that ended by now, and compares who waits by group and wish with who waits
    /// by where they are.
    pub(super) fn close_years(&mut self, now: u64) -> Result<(), Fault> {
        while let Ok(closed) = u64::try_from(self.years.len()) {
            let end = (closed + 1) * YEAR;
            if now < end {
                break;
            }
            State::ALL.into_iter().for_each(|state| self.bring_up(end, state));
            let waiting: u64 = self.waiting.iter().sum();
            let housed = self.by_state.iter().zip(State::ALL).filter(|it| !it.1.waits());
            self.agrees(end, waiting + housed.map(|it| it.0).sum::<u64>())?;
            let blank = self.blank();
            let year = std::mem::replace(&mut self.year, blank);
            self.years.push(Counted {
                by_state: self.by_state,
                supported: self.supported,
                waiting: self.waiting.clone(),
                ..year
            });
        }
        Ok(())
    }

    /// Whether nobody was lost or made.
    pub(super) fn check(&self, seconds: u64) -> Result<(), Fault> {
        self.agrees(seconds, self.by_state.iter().sum())
    }

    /// Nobody, to count everybody one by one.
    pub(super) fn nobody(&self) -> There {
        There { all: 0, waiting: vec![0; self.waiting.len()], wishes: self.wishes }
    }

    /// Whether the people counted one by one are who should be there, waiting for what they should.
    pub(super) fn compare(&self, seconds: u64, there: &There) -> Result<(), Fault> {
        let strayed =
            self.waiting.iter().zip(&there.waiting).map(|(&one, &other)| one.abs_diff(other));
        self.agrees(seconds, there.all + strayed.sum::<u64>())
    }

    fn agrees(&self, seconds: u64, in_states: u64) -> Result<(), Fault> {
        let Self { entered, left, in_system, .. } = *self;
        if entered == left + in_system && in_states == in_system {
            return Ok(());
        }
        Err(Fault::NotConserved { seconds, entered, left, in_system, in_states })
    }

    pub(super) fn totals(&self, events: u64) -> crate::Totals {
        crate::Totals {
            entered: self.entered,
            left: self.left,
            in_system: self.in_system,
            by_state: self.by_state,
            events,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHO: (u16, u16) = (0, 0);

    #[test]
    fn somebody_who_goes_without_being_booked_out_is_missed_at_once() {
        let mut books = Books::new(1, 1, 1, 1);
        books.enters();
        books.moves(0, None, Some(State::Outside), WHO);
        assert_eq!(books.check(0), Ok(()));
        books.moves(9, Some(State::Outside), None, WHO);
        let missed =
            Fault::NotConserved { seconds: 9, entered: 1, left: 0, in_system: 1, in_states: 0 };
        assert_eq!(books.check(9), Err(missed));
        books.leaves();
        assert_eq!(books.check(9), Ok(()));
    }

    #[test]
    fn seconds_are_booked_in_the_year_they_belong_to() {
        let mut books = Books::new(2, 1, 1, 1);
        books.enters();
        books.moves(YEAR - 10, None, Some(State::Family), WHO);
        books.close_years(YEAR + 5).unwrap();
        books.moves(YEAR + 5, Some(State::Family), None, WHO);
        books.leaves();
        books.close_years(2 * YEAR).unwrap();
        let seconds: Vec<_> = books.years.iter().map(|year| year.seconds[2]).collect();
        assert_eq!(seconds, [10, 5]);
    }

    #[test]
    fn somebody_who_waits_for_something_else_than_was_booked_is_found_at_the_end() {
        let mut books = Books::new(1, 1, 2, 3);
        books.enters();
        books.moves(0, None, Some(State::Outside), (0, 2));
        let mut there = books.nobody();
        there.counts(State::Outside, (0, 2));
        assert_eq!(books.compare(5, &there), Ok(()));
        let mut strayed = books.nobody();
        strayed.counts(State::Outside, (0, 1));
        assert!(books.compare(5, &strayed).is_err());
    }
}
