//! The chain of one city, event by event.

mod agenda;
mod books;
mod homes;
mod places;
mod spells;

use std::collections::VecDeque;

use crate::{
    chance::{Chance, Draw, pick},
    clock::{YEAR, seconds, whole},
    model::{Fault, Horizon, Model, State},
    policy::Road,
    result::{self, Run},
    survival::{End, Spell},
};
use agenda::{Agenda, Event, What};
use books::Books;

/// Somebody. `key` is the same under every policy and names their draws.
#[derive(Debug)]
struct Person {
    key: u64,
    /// `None` after leaving for good.
    state: Option<State>,
    group: u32,
    kind: u32,
    /// Number of the spell: each time of waiting and each time in a home has one.
    spell: u32,
    /// Number of the attempt at the steps within the spell.
    attempt: u32,
    /// When the spell began.
    since: u64,
    /// The limited place they are in line for, as an index.
    in_line_for: Option<u8>,
    supported: bool,
    /// Whether the spell began before the first day.
    from_before: bool,
}

/// Somebody in a line, who counts as long as they are in the spell they joined in.
#[derive(Debug, Clone, Copy)]
struct Ticket {
    who: u32,
    spell: u32,
}

/// A city under way.
#[derive(Debug)]
struct Chain<'a> {
    model: &'a Model,
    road: Road,
    chance: Chance,
    now: u64,
    agenda: Agenda,
    books: Books,
    people: Vec<Person>,
    /// People who came, per group: the number of the next one.
    came: Vec<u64>,
    /// Homes that came free, per kind.
    freed: Vec<u64>,
    /// Homes beside the stream, per kind.
    came_back: Vec<u64>,
    /// Free homes per kind, the oldest first.
    free: Vec<VecDeque<u64>>,
    /// Lines for a home, a row a group and a column a kind of home.
    lines: Vec<VecDeque<Ticket>>,
    /// Lines for shelter and protected living.
    place_lines: [VecDeque<Ticket>; 2],
    /// People who can be supported at once.
    support_places: u64,
    waits: Vec<Spell>,
    stays: Vec<Spell>,
}

/// Most people in one run.
const MOST: u32 = 1 << 28;

/// People of the first day have keys above those who come later.
const FROM_BEFORE: u64 = 1 << 39;

pub(crate) fn run(model: &Model, horizon: Horizon, replication: u32) -> Result<Run, Fault> {
    let end = u64::from(horizon.years) * YEAR;
    let chance = Chance::new(horizon.seed, replication);
    let mut chain = Chain::new(model, chance, horizon.years);
    chain.begin()?;
    let mut events = 0;
    while let Some((at, event)) = chain.agenda.next() {
        chain.books.close_years(at);
        chain.now = at;
        chain.handle(event)?;
        chain.check()?;
        events += 1;
    }
    chain.now = end;
    chain.books.close_years(end);
    chain.finish(events, horizon.wait_within_years)
}

impl<'a> Chain<'a> {
    fn new(model: &'a Model, chance: Chance, years: u32) -> Self {
        let road = model.policy.road();
        let [groups, kinds] = [model.groups.len(), model.homes_per_year.len()];
        let support_places = if road.support_hours > 0.0 {
            whole(model.support_hours / road.support_hours)
        } else {
            u64::MAX
        };
        Self {
            model,
            road,
            chance,
            now: 0,
            agenda: Agenda::new(u64::from(years) * YEAR),
            books: Books::new(years),
            people: Vec::new(),
            came: vec![0; groups],
            freed: vec![0; kinds],
            came_back: vec![0; kinds],
            free: vec![VecDeque::new(); kinds],
            lines: vec![VecDeque::new(); groups * kinds],
            place_lines: [VecDeque::new(), VecDeque::new()],
            support_places,
            waits: Vec::new(),
            stays: Vec::new(),
        }
    }

    /// The first day: homes that stand free, people in a home, people who wait.
    fn begin(&mut self) -> Result<(), Fault> {
        for kind in indices(self.model.homes_per_year.len()) {
            self.foresee_home(kind);
        }
        for group in indices(self.model.groups.len()) {
            self.foresee_arrival(group);
        }
        for group in indices(self.model.groups.len()) {
            for number in 0..self.model.groups[index(group)].housed_at_start {
                let key = key(group, FROM_BEFORE | (1 << 38) | u64::from(number));
                let who = self.enter(key, group)?;
                self.people[index(who)].from_before = true;
                self.settle(who);
                self.check()?;
            }
        }
        for (group, number) in self.waiting_on_the_first_day() {
            let who = self.enter(key(group, FROM_BEFORE | u64::from(number)), group)?;
            self.people[index(who)].from_before = true;
            self.wait(who);
            self.check()?;
        }
        for kind in indices(self.model.homes_per_year.len()) {
            for _ in 0..self.model.homes_at_start.get(index(kind)).copied().unwrap_or(0) {
                self.another_home(kind);
            }
        }
        self.check()
    }

    /// Who waits on the first day, in an order drawn by lot: no group stands in front.
    fn waiting_on_the_first_day(&self) -> Vec<(u32, u32)> {
        let mut waiting: Vec<_> = indices(self.model.groups.len())
            .flat_map(|group| {
                (0..self.model.groups[index(group)].waiting_at_start)
                    .map(move |number| (group, number))
            })
            .map(|(group, number)| {
                (self.chance.bits(Draw::Start, key(group, u64::from(number)), 0), group, number)
            })
            .collect();
        waiting.sort_unstable();
        waiting.into_iter().map(|(_, group, number)| (group, number)).collect()
    }

    fn handle(&mut self, event: Event) -> Result<(), Fault> {
        match event {
            Event::Arrives { group } => self.arrives(group)?,
            Event::HomeFree { kind } => self.next_home(kind),
            Event::HomeGoes { kind, number } => self.home_goes(kind, number),
            Event::Person { who, spell, what } => {
                if self.people[index(who)].spell == spell {
                    self.happens(who, what);
                }
            }
        }
        Ok(())
    }

    fn happens(&mut self, who: u32, what: What) {
        match what {
            What::LeavesWaiting => self.leaves_waiting(who),
            What::Climbed(attempt) => self.climbed(who, attempt),
            What::Falls(attempt) => self.falls(who, attempt),
            What::SupportEnds => self.support_ends(who),
            What::LosesHome => self.loses_home(who),
            What::LeavesHome => self.leaves_home(who),
        }
    }

    fn foresee_arrival(&mut self, group: u32) {
        let number = self.came[index(group)];
        let gap = self.chance.exponential(Draw::Arrival, key(group, number), 0);
        let rate = self.model.groups[index(group)].arrivals_per_year;
        self.agenda.foresee(self.now + seconds(gap / rate), Event::Arrives { group });
    }

    fn arrives(&mut self, group: u32) -> Result<(), Fault> {
        let key = key(group, self.came[index(group)]);
        self.came[index(group)] += 1;
        self.foresee_arrival(group);
        let prevented = self.chance.even(Draw::Prevented, key, 0) < self.road.prevented_share;
        if !prevented {
            let who = self.enter(key, group)?;
            self.wait(who);
        }
        Ok(())
    }

    /// Somebody new, who is nowhere yet.
    fn enter(&mut self, key: u64, group: u32) -> Result<u32, Fault> {
        let who = u32::try_from(self.people.len()).ok().filter(|&who| who < MOST);
        let who = who.ok_or(Fault::TooMany { most: MOST })?;
        let kinds = &self.model.groups[index(group)].kinds;
        let kind = pick(self.chance.even(Draw::Kind, key, 0), kinds.iter().copied());
        self.people.push(Person {
            key,
            state: None,
            group,
            kind: u32::try_from(kind).unwrap_or(0),
            spell: 0,
            attempt: 0,
            since: self.now,
            in_line_for: None,
            supported: false,
            from_before: false,
        });
        self.books.enters();
        Ok(who)
    }

    fn move_to(&mut self, who: u32, state: Option<State>) {
        let person = &mut self.people[index(who)];
        self.books.moves(self.now, person.state, state);
        person.state = state;
    }

    /// Everything that has to hold after every event.
    fn check(&self) -> Result<(), Fault> {
        self.books.check(self.now)?;
        let taken = [State::Shelter, State::Protected].map(|state| self.books.at(state));
        let places = self.model.places.map(u64::from);
        let pairs = taken.into_iter().zip(places);
        for (used, capacity) in pairs.chain([(self.books.supported(), self.support_places)]) {
            if used > capacity {
                return Err(Fault::OverCapacity { seconds: self.now, used, capacity });
            }
        }
        Ok(())
    }

    /// Counts everybody once more, one by one, and closes the spells that are still running.
    fn finish(mut self, events: u64, wait_within_years: f64) -> Result<Run, Fault> {
        let mut there = 0;
        for person in &self.people {
            let Some(state) = person.state else { continue };
            there += 1;
            if !person.from_before {
                let spells = if state.waits() { &mut self.waits } else { &mut self.stays };
                let length = self.now - person.since;
                spells.push(Spell { began: person.since, length, end: End::Open });
            }
        }
        self.books.compare(self.now, there)?;
        let totals = self.books.totals(events);
        Ok(result::run(totals, &self.books.years, self.waits, self.stays, wait_within_years))
    }
}

/// Names somebody's draws: the group and a number within it.
fn key(group: u32, number: u64) -> u64 {
    (u64::from(group) << 40) | number
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn indices(length: usize) -> std::ops::Range<u32> {
    0..u32::try_from(length).unwrap_or(0)
}
