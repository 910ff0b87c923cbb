use crate::{
    clock::YEAR,
    model::{Fault, State},
    result::Counted,
};

const STATES: usize = State::ALL.len();

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
    year: Counted,
    pub(super) years: Vec<Counted>,
}

impl Books {
    pub(super) fn new(years: u32) -> Self {
        Self {
            entered: 0,
            left: 0,
            in_system: 0,
            by_state: [0; STATES],
            since: [0; STATES],
            supported: 0,
            year: Counted::default(),
            years: Vec::with_capacity(usize::try_from(years).unwrap_or(0)),
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
    pub(super) fn moves(&mut self, now: u64, from: Option<State>, to: Option<State>) {
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

    pub(super) fn supported(&self) -> u64 {
        self.supported
    }

    pub(super) fn count(&mut self) -> &mut Counted {
        &mut self.year
    }

    pub(super) fn at(&self, state: State) -> u64 {
        self.by_state[state as usize]
    }

    /// Closes the years that ended by now.
    pub(super) fn close_years(&mut self, now: u64) {
        while let Ok(closed) = u64::try_from(self.years.len()) {
            let end = (closed + 1) * YEAR;
            if now < end {
                break;
            }
            State::ALL.into_iter().for_each(|state| self.bring_up(end, state));
            let year = std::mem::take(&mut self.year);
            self.years.push(Counted { by_state: self.by_state, supported: self.supported, ..year });
        }
    }

    /// Whether nobody was lost or made.
    pub(super) fn check(&self, seconds: u64) -> Result<(), Fault> {
        self.compare(seconds, self.by_state.iter().sum())
    }

    /// Whether so many people, counted one by one, are who should be there.
    pub(super) fn compare(&self, seconds: u64, in_states: u64) -> Result<(), Fault> {
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

    #[test]
    fn somebody_who_goes_without_being_booked_out_is_missed_at_once() {
        let mut books = Books::new(1);
        books.enters();
        books.moves(0, None, Some(State::Outside));
        assert_eq!(books.check(0), Ok(()));
        books.moves(9, Some(State::Outside), None);
        let missed =
            Fault::NotConserved { seconds: 9, entered: 1, left: 0, in_system: 1, in_states: 0 };
        assert_eq!(books.check(9), Err(missed));
        books.leaves();
        assert_eq!(books.check(9), Ok(()));
    }

    #[test]
    fn seconds_are_booked_in_the_year_they_belong_to() {
        let mut books = Books::new(2);
        books.enters();
        books.moves(YEAR - 10, None, Some(State::Family));
        books.close_years(YEAR + 5);
        books.moves(YEAR + 5, Some(State::Family), None);
        books.close_years(2 * YEAR);
        let seconds: Vec<_> = books.years.iter().map(|year| year.seconds[2]).collect();
        assert_eq!(seconds, [10, 5]);
    }
}
