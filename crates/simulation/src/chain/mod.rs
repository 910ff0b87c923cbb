//! The chain of one city, event by event.

mod agenda;
mod areas;
mod books;
mod homes;
mod places;
mod room;
mod spells;
mod support;

use std::collections::VecDeque;

use crate::{
    chance::{Chance, Draw, only, pick},
    clock::{YEAR, seconds},
    model::{Fault, Horizon, Model, State},
    policy::Road,
    result::{self, Run},
    survival::{End, Spell},
};
use agenda::{Agenda, Event, What};
use areas::Map;
use books::Books;
use homes::Free;
pub use room::Room;
use support::Support;

/// Somebody. `key` is the same under every policy and names their draws.
#[derive(Debug)]
struct Person {
    key: u64,
    /// When the spell began.
    since: u64,
    /// Number of the spell: each time of waiting and each time in a home has one.
    spell: u32,
    /// Number of the attempt at the steps within the spell.
    attempt: u32,
    group: u16,
    kind: u16,
    /// The area they want to live in, or any ([`Map::wish`]).
    wish: u16,
    /// The area of the home they live in.
    area: u16,
    /// `None` after leaving for good.
    state: Option<State>,
    /// The limited place they are in line for, as an index.
    in_line_for: Option<u8>,
    /// Whether they are in line for a home.
    in_line: bool,
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
    /// The road of each group.
    roads: Vec<Road>,
    map: Map,
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
    /// Homes that came free in all, and people who joined a line for one.
    serial: u32,
    joined: u64,
    /// Free homes per kind and area, the oldest first ([`Chain::shelf`]).
    free: Vec<VecDeque<Free>>,
    /// Areas with a free home, per kind.
    with_free: Vec<Vec<u16>>,
    /// Lines for a home, per group, kind and wish ([`Chain::line`]), with the order in which people
    /// joined any of them.
    lines: Vec<VecDeque<(u64, Ticket)>>,
    /// People in line, per kind and wish.
    in_line: Vec<u32>,
    /// Weights of the groups for the home that is shared out.
    weights: Vec<f64>,
    /// Lines for shelter and protected living.
    place_lines: [VecDeque<Ticket>; 2],
    support: Support,
    waits: Vec<Spell>,
    /// Group and wish of whoever waited, beside `waits`.
    waited: Vec<(u16, u16)>,
    stays: Vec<Spell>,
}

/// Most people in one run.
const MOST: u32 = 1 << 28;

/// Most groups, kinds or areas, and most lines for homes in all.
const MOST_PARTS: usize = 1 << 15;
const MOST_LINES: usize = 1 << 28;

/// People of the first day have keys above those who come later.
const FROM_BEFORE: u64 = 1 << 39;

pub(crate) fn run(
    model: &Model,
    room: &mut Room,
    horizon: Horizon,
    replication: u32,
) -> Result<Run, Fault> {
    let map = Map::new(&model.areas);
    let parts = [model.groups.len(), model.homes_per_year.len(), map.wishes()];
    if parts.iter().any(|&it| it > MOST_PARTS) || parts.iter().product::<usize>() > MOST_LINES {
        return Err(Fault::TooMany { most: MOST });
    }
    let end = u64::from(horizon.years) * YEAR;
    let chance = Chance::new(horizon.seed, replication);
    let mut chain = Chain::new(model, map, chance, horizon.years, room);
    chain.begin()?;
    let mut events = 0;
    while let Some((at, event)) = chain.agenda.next() {
        chain.books.close_years(at)?;
        chain.now = at;
        chain.handle(event)?;
        chain.check()?;
        events += 1;
    }
    chain.now = end;
    chain.books.close_years(end)?;
    chain.finish(events, horizon.wait_within_years, room)
}

impl<'a> Chain<'a> {
    fn new(model: &'a Model, map: Map, chance: Chance, years: u32, room: &mut Room) -> Self {
        let [groups, kinds] = [model.groups.len(), model.homes_per_year.len()];
        let roads: Vec<Road> = model.groups.iter().map(|it| it.policy.road()).collect();
        let Room { people, lines, slices, waits, waited, stays } = room.taken();
        Self {
            model,
            chance,
            now: 0,
            agenda: Agenda::new(u64::from(years) * YEAR, slices),
            books: Books::new(years, groups, map.places(), map.wishes()),
            people,
            came: vec![0; groups],
            freed: vec![0; kinds],
            came_back: vec![0; kinds],
            serial: 0,
            joined: 0,
            free: vec![VecDeque::new(); kinds * map.places()],
            with_free: vec![Vec::new(); kinds],
            lines: room::so_many(lines, groups * kinds * map.wishes()),
            in_line: vec![0; kinds * map.wishes()],
            weights: vec![0.0; groups],
            place_lines: [VecDeque::new(), VecDeque::new()],
            support: Support::new(model, &roads),
            roads,
            map,
            waits,
            waited,
            stays,
        }
    }

    /// The first day: homes that stand free, people in a home, people who wait.
    fn begin(&mut self) -> Result<(), Fault> {
        for kind in numbers(self.model.homes_per_year.len()) {
            self.foresee_home(kind);
        }
        for group in numbers(self.model.groups.len()) {
            self.foresee_arrival(group);
        }
        for group in numbers(self.model.groups.len()) {
            for number in 0..self.model.groups[usize::from(group)].housed_at_start {
                let key = key(group, FROM_BEFORE | (1 << 38) | u64::from(number));
                let who = self.enter(key, group)?;
                self.people[index(who)].from_before = true;
                self.people[index(who)].area = self.map.place(self.chance, key, 1);
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
        for kind in numbers(self.model.homes_per_year.len()) {
            for _ in 0..self.model.homes_at_start.get(usize::from(kind)).copied().unwrap_or(0) {
                self.first_home(kind);
            }
        }
        self.check()
    }

    /// Who waits on the first day, in an order drawn by lot: no group stands in front.
    fn waiting_on_the_first_day(&self) -> Vec<(u16, u32)> {
        let mut waiting: Vec<_> = numbers(self.model.groups.len())
            .flat_map(|group| {
                (0..self.model.groups[usize::from(group)].waiting_at_start)
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
            Event::HomeGoes { kind, area, serial } => self.home_goes(kind, area, serial),
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
            What::Climbed => self.join_line(who),
            What::Falls => self.falls(who),
            What::SupportEnds => self.support_ends(who),
            What::LosesHome => self.loses_home(who),
            What::LeavesHome => self.leaves_home(who),
        }
    }

    fn foresee_arrival(&mut self, group: u16) {
        let number = self.came[usize::from(group)];
        let gap = self.chance.exponential(Draw::Arrival, key(group, number), 0);
        let rate = self.model.groups[usize::from(group)].arrivals_per_year;
        self.agenda.foresee(self.now + seconds(gap / rate), Event::Arrives { group });
    }

    fn arrives(&mut self, group: u16) -> Result<(), Fault> {
        let key = key(group, self.came[usize::from(group)]);
        self.came[usize::from(group)] += 1;
        self.foresee_arrival(group);
        let share = self.roads[usize::from(group)].prevented_share;
        if !self.comes_true(Draw::Prevented, key, 0, share) {
            let who = self.enter(key, group)?;
            self.wait(who);
        }
        Ok(())
    }

    /// Somebody new, who is nowhere yet.
    fn enter(&mut self, key: u64, group: u16) -> Result<u32, Fault> {
        let who = u32::try_from(self.people.len()).ok().filter(|&who| who < MOST);
        let who = who.ok_or(Fault::TooMany { most: MOST })?;
        let kinds = &self.model.groups[usize::from(group)].kinds;
        let kind = only(kinds)
            .unwrap_or_else(|| pick(self.chance.even(Draw::Kind, key, 0), kinds.iter().copied()));
        self.people.push(Person {
            key,
            since: self.now,
            spell: 0,
            attempt: 0,
            group,
            kind: u16::try_from(kind).unwrap_or(0),
            wish: self.map.wish(self.chance, key),
            area: 0,
            state: None,
            in_line_for: None,
            in_line: false,
            supported: false,
            from_before: false,
        });
        self.books.enters();
        Ok(who)
    }

    fn move_to(&mut self, who: u32, state: Option<State>) {
        let person = &mut self.people[index(who)];
        self.books.moves(self.now, person.state, state, (person.group, person.wish));
        person.state = state;
    }

    /// Everything that has to hold after every event.
    fn check(&self) -> Result<(), Fault> {
        self.books.check(self.now)?;
        let taken = [State::Shelter, State::Protected].map(|state| self.books.at(state));
        let places = self.model.places.map(u64::from);
        for (used, capacity) in taken.into_iter().zip(places).chain([self.support.both()]) {
            if used > capacity {
                return Err(Fault::OverCapacity { seconds: self.now, used, capacity });
            }
        }
        Ok(())
    }

    /// Counts everybody once more, one by one, and closes the spells that are still running.
    fn finish(
        mut self,
        events: u64,
        wait_within_years: f64,
        room: &mut Room,
    ) -> Result<Run, Fault> {
        let mut there = self.books.nobody();
        for person in &self.people {
            let Some(state) = person.state else { continue };
            there.counts(state, (person.group, person.wish));
            if !person.from_before {
                let length = self.now - person.since;
                let spell = Spell { began: person.since, length, end: End::Open };
                if state.waits() {
                    self.waits.push(spell);
                    self.waited.push((person.group, person.wish));
                } else {
                    self.stays.push(spell);
                }
            }
        }
        self.books.compare(self.now, &there)?;
        let seen = result::Seen {
            totals: self.books.totals(events),
            counted: self.books.years,
            waits: self.waits,
            waited: self.waited,
            stays: self.stays,
            groups: self.roads.len(),
            places: self.map.places(),
            wishes: self.map.wishes(),
        };
        let (run, waited) = seen.run(wait_within_years);
        let (people, lines, slices) = (self.people, self.lines, self.agenda.spare());
        *room = Room { people, lines, slices, waited, ..Room::default() };
        Ok(run)
    }
}

/// Names somebody's draws: the group and a number within it.
fn key(group: u16, number: u64) -> u64 {
    (u64::from(group) << 40) | number
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The numbers of so many groups, kinds or areas.
///
/// INVARIANT: [`run`] refuses more than can be numbered.
fn numbers(length: usize) -> std::ops::Range<u16> {
    0..u16::try_from(length).unwrap_or(u16::MAX)
}
