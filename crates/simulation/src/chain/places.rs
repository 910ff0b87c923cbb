//! Shelter and protected living: limited places with a line each.

use super::{Chain, Ticket, index};
use crate::{
    chance::{Draw, only, pick},
    model::State,
};

/// The limited places, in the order of [`crate::Model::places`].
const LIMITED: [State; 2] = [State::Shelter, State::Protected];

impl Chain<'_> {
    /// Somebody who begins to wait goes where they would, or stands in line for it.
    pub(super) fn find_place(&mut self, who: u32) {
        let (key, spell) = self.name(who);
        let group = &self.model.groups[usize::from(self.people[index(who)].group)];
        let drawn = only(&group.places).unwrap_or_else(|| {
            pick(self.chance.even(Draw::Place, key, spell), group.places.iter().copied())
        });
        let at_first = State::ALL[drawn];
        // The steps begin in shelter, so whoever has to climb stands in line for it.
        let wanted = match LIMITED.iter().position(|&limited| limited == at_first) {
            None if self.climbs(who) => Some(0),
            other => other,
        };
        match wanted {
            None => self.move_to(who, Some(at_first)),
            Some(place) if self.has_room(place) => self.take_place(who, place),
            Some(place) => {
                let at_first = if drawn < LIMITED.len() { self.elsewhere(who) } else { at_first };
                self.move_to(who, Some(at_first));
                self.stand_in_line(who, place);
            }
        }
    }

    fn has_room(&self, place: usize) -> bool {
        self.books.at(LIMITED[place]) < u64::from(self.model.places[place])
    }

    fn take_place(&mut self, who: u32, place: usize) {
        self.people[index(who)].in_line_for = None;
        self.move_to(who, Some(LIMITED[place]));
        if self.climbs(who) {
            self.begin_climb(who);
        }
    }

    /// Where somebody goes who finds no place.
    fn elsewhere(&self, who: u32) -> State {
        let (key, spell) = self.name(who);
        let attempt = self.people[index(who)].attempt;
        let drawn = self.chance.even(Draw::Fallback, key, (spell << 12) | (attempt & 0xFFF));
        if drawn < self.model.family_share { State::Family } else { State::Outside }
    }

    fn stand_in_line(&mut self, who: u32, place: usize) {
        let person = &mut self.people[index(who)];
        person.in_line_for = u8::try_from(place).ok();
        self.place_lines[place].push_back(Ticket { who, spell: person.spell });
    }

    /// Somebody goes from where they wait to a home, or away; whoever is first in line takes the
    /// place.
    pub(super) fn give_up_place(&mut self, who: u32, to: Option<State>) {
        let from = self.people[index(who)].state;
        self.people[index(who)].in_line_for = None;
        self.move_to(who, to);
        if let Some(place) = LIMITED.iter().position(|&limited| Some(limited) == from) {
            self.fill(place);
        }
    }

    /// Somebody falls off the steps: out of the place, and at the end of the line for it.
    pub(super) fn lose_place(&mut self, who: u32) {
        let from = self.people[index(who)].state;
        let Some(place) = LIMITED.iter().position(|&limited| Some(limited) == from) else { return };
        self.move_to(who, Some(self.elsewhere(who)));
        self.stand_in_line(who, place);
        self.fill(place);
    }

    fn fill(&mut self, place: usize) {
        while self.has_room(place) {
            let Some(Ticket { who, spell }) = self.place_lines[place].pop_front() else { break };
            let person = &self.people[index(who)];
            let waits_for_it = person.in_line_for.map(usize::from) == Some(place);
            if person.spell == spell && waits_for_it {
                self.take_place(who, place);
            }
        }
    }
}
