//! Waiting, living in a home, and how each ends.

use super::{Chain, Ticket, agenda::Event, agenda::What, index};
use crate::{
    chance::Draw,
    clock::seconds,
    model::State,
    policy::Tenancy,
    survival::{End, Spell},
};

impl Chain<'_> {
    /// Somebody begins to wait.
    pub(super) fn wait(&mut self, who: u32) {
        self.begin_spell(who);
        let (key, spell) = self.name(who);
        let leaves = self.chance.exponential(Draw::LeavesWaiting, key, spell)
            / self.model.leaves_waiting_per_year;
        self.foresee(who, leaves, What::LeavesWaiting);
        self.find_place(who);
        if !self.climbs(who) {
            self.join_line(who);
        }
    }

    /// Whether this person has to climb the steps before a home.
    pub(super) fn climbs(&self, who: u32) -> bool {
        self.road.steps.is_some() && self.needs_support(who)
    }

    pub(super) fn needs_support(&self, who: u32) -> bool {
        self.model.groups[index(self.people[index(who)].group)].with_support
    }

    fn join_line(&mut self, who: u32) {
        let person = &self.people[index(who)];
        let (group, kind) = (person.group, person.kind);
        let ticket = Ticket { who, spell: person.spell };
        let line = self.line(group, kind);
        self.lines[line].push_back(ticket);
        self.share_out(kind);
    }

    /// Somebody who has a place begins to climb.
    pub(super) fn begin_climb(&mut self, who: u32) {
        let Some((climb_years, falls_per_year)) = self.road.steps else { return };
        let (key, spell) = self.name(who);
        let attempt = self.people[index(who)].attempt;
        // A fall begins another attempt, with draws of its own.
        let which = (spell << 12) | (attempt & 0xFFF);
        let climb = self.chance.exponential(Draw::Climb, key, which) * climb_years;
        let fall = self.chance.exponential(Draw::Fall, key, which) / falls_per_year;
        if fall < climb {
            self.foresee(who, fall, What::Falls(attempt));
        } else {
            self.foresee(who, climb, What::Climbed(attempt));
        }
    }

    pub(super) fn climbed(&mut self, who: u32, attempt: u32) {
        if self.people[index(who)].attempt == attempt {
            self.join_line(who);
        }
    }

    pub(super) fn falls(&mut self, who: u32, attempt: u32) {
        if self.people[index(who)].attempt == attempt {
            self.people[index(who)].attempt += 1;
            self.lose_place(who);
        }
    }

    pub(super) fn leaves_waiting(&mut self, who: u32) {
        self.end_spell(who, End::Other);
        self.leave(who);
    }

    /// Somebody who waited gets the keys of a home.
    pub(super) fn gets_keys(&mut self, who: u32) {
        self.end_spell(who, End::Event);
        self.books.count().housed += 1;
        self.settle(who);
    }

    /// Somebody lives in a home from now on. When they did so before the first day, it is since
    /// a year.
    pub(super) fn settle(&mut self, who: u32) {
        self.begin_spell(who);
        let (key, spell) = self.name(who);
        let supported = self.needs_support(who) && self.books.supported() < self.support_places;
        let tenancy = *self.tenancy(who);
        let years_before = usize::from(self.people[index(who)].from_before);
        let draw = |purpose| self.chance.exponential(purpose, key, spell);
        let loses = years_until(draw(Draw::Loses), &tenancy, years_before);
        let leaves = draw(Draw::LeavesHome) / tenancy.leaves_per_year;
        let support_ends = draw(Draw::SupportEnds) / self.road.support_ends_per_year;
        let own = self.road.own_lease_at_once || !supported;
        let home = if own { State::OwnLease } else { State::ProviderLease };
        self.give_up_place(who, Some(home));
        if supported {
            self.people[index(who)].supported = true;
            self.books.supports();
            if support_ends < loses && support_ends < leaves {
                self.foresee(who, support_ends, What::SupportEnds);
            }
        }
        if loses < leaves {
            self.foresee(who, loses, What::LosesHome);
        } else {
            self.foresee(who, leaves, What::LeavesHome);
        }
    }

    fn tenancy(&self, who: u32) -> &Tenancy {
        if self.needs_support(who) { &self.road.tenancy } else { &self.model.without_support }
    }

    pub(super) fn support_ends(&mut self, who: u32) {
        self.books.count().support_ended += 1;
        if self.people[index(who)].state == Some(State::ProviderLease) {
            self.books.count().converted += 1;
            self.move_to(who, Some(State::OwnLease));
        }
        self.free_support(who);
        self.share_out_all();
    }

    pub(super) fn loses_home(&mut self, who: u32) {
        let (key, spell) = self.name(who);
        self.books.count().lost += 1;
        self.end_spell(who, End::Event);
        self.free_support(who);
        let returns = self.tenancy(who).returns_share;
        if self.chance.even(Draw::Returns, key, spell) < returns {
            self.books.count().returned += 1;
            self.give_up_home(who, key, spell);
            self.wait(who);
        } else {
            self.leave(who);
            self.give_up_home(who, key, spell);
        }
        self.share_out_all();
    }

    pub(super) fn leaves_home(&mut self, who: u32) {
        let (key, spell) = self.name(who);
        self.end_spell(who, End::Other);
        self.free_support(who);
        self.leave(who);
        self.give_up_home(who, key, spell);
        self.share_out_all();
    }

    fn free_support(&mut self, who: u32) {
        if std::mem::take(&mut self.people[index(who)].supported) {
            self.books.stops_supporting();
        }
    }

    /// Leaves for good.
    fn leave(&mut self, who: u32) {
        self.give_up_place(who, None);
        self.people[index(who)].spell += 1;
        self.books.leaves();
    }

    fn begin_spell(&mut self, who: u32) {
        let person = &mut self.people[index(who)];
        person.spell += 1;
        person.attempt = 0;
        person.since = self.now;
    }

    fn end_spell(&mut self, who: u32, end: End) {
        let person = &mut self.people[index(who)];
        let spell = Spell { began: person.since, length: self.now - person.since, end };
        let waits = person.state.is_some_and(State::waits);
        if !std::mem::take(&mut person.from_before) {
            if waits { &mut self.waits } else { &mut self.stays }.push(spell);
        }
    }

    /// What names the draws of somebody's present spell.
    pub(super) fn name(&self, who: u32) -> (u64, u32) {
        let person = &self.people[index(who)];
        (person.key, person.spell)
    }

    fn foresee(&mut self, who: u32, years: f64, what: What) {
        let spell = self.people[index(who)].spell;
        self.agenda.foresee(self.now + seconds(years), Event::Person { who, spell, what });
    }
}

/// Years until a home is lost, when the chances of all years before it add up to `drawn`.
fn years_until(drawn: f64, tenancy: &Tenancy, years_before: usize) -> f64 {
    let mut left = drawn;
    let [first, second, later] = tenancy.lost_per_year;
    let mut years = 0.0;
    for rate in [first, second].into_iter().skip(years_before) {
        if left < rate {
            return years + left / rate;
        }
        left -= rate;
        years += 1.0;
    }
    years + left / later
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_is_lost_at_the_rate_of_each_year_in_turn() {
        let lost_per_year = [0.5, 0.25, 0.1];
        let tenancy = Tenancy { lost_per_year, leaves_per_year: 0.0, returns_share: 1.0 };
        let at = |drawn, before| years_until(drawn, &tenancy, before);
        let close = |one: f64, other: f64| assert!((one - other).abs() < 1e-12, "{one} {other}");
        close(at(0.25, 0), 0.5);
        close(at(0.625, 0), 1.5);
        close(at(0.85, 0), 3.0);
        close(at(0.35, 1), 2.0);
        let never = Tenancy { lost_per_year: [0.0; 3], ..tenancy };
        assert!(years_until(0.1, &never, 0).is_infinite());
    }
}
