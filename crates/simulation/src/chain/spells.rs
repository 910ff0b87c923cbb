//! Waiting, living in a home, and how each ends.

use super::{Chain, Ticket, agenda::Event, agenda::What, index};
use crate::{
    chance::Draw,
    clock::seconds,
    model::State,
    policy::{Road, Tenancy},
    survival::{End, Spell},
};

impl Chain<'_> {
    /// Somebody begins to wait.
    pub(super) fn wait(&mut self, who: u32) {
        self.begin_spell(who);
        let (key, spell) = self.name(who);
        let rate = self.model.leaves_waiting_per_year;
        let leaves = self.time_until(Draw::LeavesWaiting, key, spell, rate);
        self.foresee(who, leaves, What::LeavesWaiting);
        self.find_place(who);
        if !self.climbs(who) {
            self.join_line(who);
        }
    }

    /// Whether this person has to climb the steps before a home.
    pub(super) fn climbs(&self, who: u32) -> bool {
        self.road(who).steps.is_some() && self.needs_support(who)
    }

    fn road(&self, who: u32) -> &Road {
        &self.roads[usize::from(self.people[index(who)].group)]
    }

    pub(super) fn needs_support(&self, who: u32) -> bool {
        self.model.groups[usize::from(self.people[index(who)].group)].with_support
    }

    pub(super) fn join_line(&mut self, who: u32) {
        let order = self.joined;
        self.joined += 1;
        let person = &mut self.people[index(who)];
        person.in_line = true;
        let (group, kind, wish) = (person.group, person.kind, person.wish);
        let ticket = Ticket { who, spell: person.spell };
        self.in_line[usize::from(kind) * self.map.wishes() + usize::from(wish)] += 1;
        let line = self.line(group, kind, wish);
        self.lines[line].push_back((order, ticket));
        self.share_out(kind);
    }

    /// Somebody who has a place begins to climb.
    pub(super) fn begin_climb(&mut self, who: u32) {
        let Some((climb_years, falls_per_year)) = self.road(who).steps else { return };
        let (key, spell) = self.name(who);
        let attempt = self.people[index(who)].attempt;
        // A fall begins another attempt, with draws of its own.
        let which = (spell << 12) | (attempt & 0xFFF);
        let climb = self.chance.exponential(Draw::Climb, key, which) * climb_years;
        let fall = self.time_until(Draw::Fall, key, which, falls_per_year);
        if fall < climb {
            self.foresee(who, fall, What::Falls);
        } else {
            self.foresee(who, climb, What::Climbed);
        }
    }

    pub(super) fn falls(&mut self, who: u32) {
        self.people[index(who)].attempt += 1;
        self.lose_place(who);
    }

    pub(super) fn leaves_waiting(&mut self, who: u32) {
        self.end_spell(who, End::Other);
        self.leave(who);
    }

    /// Somebody who waited gets the keys of a home in an area.
    pub(super) fn gets_keys(&mut self, who: u32, area: u16) {
        self.end_spell(who, End::Event);
        let person = &mut self.people[index(who)];
        person.area = area;
        self.books.houses(person.group, area);
        self.settle(who);
    }

    /// Somebody lives in a home from now on. When they did so before the first day, it is since
    /// a year.
    pub(super) fn settle(&mut self, who: u32) {
        self.begin_spell(who);
        let (key, spell) = self.name(who);
        let group = self.people[index(who)].group;
        let supported = self.needs_support(who) && self.support.suffices(group);
        let tenancy = *self.tenancy(who);
        let road = *self.road(who);
        let years_before = usize::from(self.people[index(who)].from_before);
        let loses =
            years_until(self.chance.exponential(Draw::Loses, key, spell), &tenancy, years_before);
        let leaves = self.time_until(Draw::LeavesHome, key, spell, tenancy.leaves_per_year);
        let own = road.own_lease_at_once || !supported;
        let home = if own { State::OwnLease } else { State::ProviderLease };
        self.give_up_place(who, Some(home));
        if supported {
            self.people[index(who)].supported = true;
            self.books.supports();
            self.support.give(group);
            let rate = road.support_ends_per_year;
            let support_ends = self.time_until(Draw::SupportEnds, key, spell, rate);
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

    /// Years until something that happens at a rate.
    fn time_until(&self, purpose: Draw, key: u64, which: u32, rate: f64) -> f64 {
        // What never happens needs no draw: each has a name, so no other one changes.
        if rate > 0.0 { self.chance.exponential(purpose, key, which) / rate } else { f64::INFINITY }
    }

    /// Whether something comes about that does for a share of all.
    pub(super) fn comes_true(&self, purpose: Draw, key: u64, which: u32, share: f64) -> bool {
        share >= 1.0 || (share > 0.0 && self.chance.even(purpose, key, which) < share)
    }

    fn tenancy(&self, who: u32) -> &Tenancy {
        if self.needs_support(who) { &self.road(who).tenancy } else { &self.model.without_support }
    }

    pub(super) fn support_ends(&mut self, who: u32) {
        self.books.count().support_ended += 1;
        if self.people[index(who)].state == Some(State::ProviderLease) {
            self.books.count().converted += 1;
            self.move_to(who, Some(State::OwnLease));
        }
        let was_short = self.free_support(who);
        self.share_out_what_was_short(was_short);
    }

    pub(super) fn loses_home(&mut self, who: u32) {
        let (key, spell) = self.name(who);
        self.books.count().lost += 1;
        self.end_spell(who, End::Event);
        let was_short = self.free_support(who);
        let returns = self.tenancy(who).returns_share;
        if self.comes_true(Draw::Returns, key, spell, returns) {
            self.books.count().returned += 1;
            self.give_up_home(who, key, spell);
            self.wait(who);
        } else {
            self.leave(who);
            self.give_up_home(who, key, spell);
        }
        self.share_out_what_was_short(was_short);
    }

    pub(super) fn leaves_home(&mut self, who: u32) {
        let (key, spell) = self.name(who);
        self.end_spell(who, End::Other);
        let was_short = self.free_support(who);
        self.leave(who);
        self.give_up_home(who, key, spell);
        self.share_out_what_was_short(was_short);
    }

    /// Support of somebody who has it comes free. Answers whether it was short until then.
    fn free_support(&mut self, who: u32) -> bool {
        let was_short = self.support.is_short();
        let person = &mut self.people[index(who)];
        let group = person.group;
        let supported = std::mem::take(&mut person.supported);
        if supported {
            self.books.stops_supporting();
            self.support.take_back(group);
        }
        supported && was_short
    }

    /// INVARIANT: after each event no free home has anybody who could move in. So support that came
    /// free lets somebody in only when it was short; a home that comes free and a person who joins
    /// a line are looked at by themselves.
    fn share_out_what_was_short(&mut self, was_short: bool) {
        if was_short {
            self.share_out_all();
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
        if std::mem::take(&mut person.in_line) {
            let at = usize::from(person.kind) * self.map.wishes() + usize::from(person.wish);
            self.in_line[at] = self.in_line[at].saturating_sub(1);
        }
        if !std::mem::take(&mut person.from_before) {
            if waits {
                self.waits.push(spell);
                self.waited.push((person.group, person.wish));
            } else {
                self.stays.push(spell);
            }
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
