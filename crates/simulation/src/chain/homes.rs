//! Homes that come free, and who gets them.

use super::{Chain, Ticket, agenda::Event, index, indices, key};
use crate::{
    chance::{Draw, pick},
    clock::seconds,
};

/// Homes that came back are numbered above those of the stream.
const CAME_BACK: u64 = 1 << 39;

impl Chain<'_> {
    pub(super) fn foresee_home(&mut self, kind: u32) {
        let number = self.freed[index(kind)];
        let gap = self.chance.exponential(Draw::Home, key(kind, number), 0);
        let rate = self.model.homes_per_year[index(kind)];
        self.agenda.foresee(self.now + seconds(gap / rate), Event::HomeFree { kind });
    }

    /// The home of the stream that was foreseen comes free.
    pub(super) fn next_home(&mut self, kind: u32) {
        let number = self.freed[index(kind)];
        self.freed[index(kind)] += 1;
        self.foresee_home(kind);
        self.home_comes_free(kind, number);
    }

    /// A home beside the stream: of the first day, or given up.
    pub(super) fn another_home(&mut self, kind: u32) {
        let number = CAME_BACK | self.came_back[index(kind)];
        self.came_back[index(kind)] += 1;
        self.home_comes_free(kind, number);
    }

    fn home_comes_free(&mut self, kind: u32, number: u64) {
        self.free[index(kind)].push_back(number);
        self.share_out(kind);
        if self.free[index(kind)].back() == Some(&number) {
            let goes = self.now + seconds(self.model.home_kept_years);
            self.agenda.foresee(goes, Event::HomeGoes { kind, number });
        }
    }

    /// INVARIANT: homes of a kind are kept equally long and the oldest is shared out first, so
    /// the one that goes is at the front or was shared out.
    pub(super) fn home_goes(&mut self, kind: u32, number: u64) {
        if self.free[index(kind)].front() == Some(&number) {
            self.free[index(kind)].pop_front();
            self.books.count().homes_elsewhere += 1;
        }
    }

    /// Somebody gives up a home; it may come back to these groups.
    pub(super) fn give_up_home(&mut self, who: u32, key: u64, spell: u32) {
        let kind = self.people[index(who)].kind;
        if self.chance.even(Draw::HomeBack, key, spell) < self.model.homes_back_share {
            self.another_home(kind);
        }
    }

    pub(super) fn share_out_all(&mut self) {
        indices(self.free.len()).for_each(|kind| self.share_out(kind));
    }

    /// Gives free homes of a kind to who is first in line of a group, as long as there are both.
    pub(super) fn share_out(&mut self, kind: u32) {
        while let Some(&number) = self.free[index(kind)].front() {
            let Some(who) = self.next_in_line(kind, number) else { break };
            self.free[index(kind)].pop_front();
            self.gets_keys(who);
        }
    }

    /// Draws a group by its share among those with somebody who could move in.
    fn next_in_line(&mut self, kind: u32, number: u64) -> Option<u32> {
        for group in indices(self.model.groups.len()) {
            let line = self.line(group, kind);
            while let Some(&Ticket { who, spell }) = self.lines[line].front()
                && self.people[index(who)].spell != spell
            {
                self.lines[line].pop_front();
            }
        }
        let support = self.books.supported() < self.support_places;
        let weights = indices(self.model.groups.len()).map(|group| {
            let of = &self.model.groups[index(group)];
            let somebody = !self.lines[self.line(group, kind)].is_empty();
            if somebody && (support || !of.with_support) { of.share } else { 0.0 }
        });
        if weights.clone().sum::<f64>() <= 0.0 {
            return None;
        }
        let drawn = self.chance.even(Draw::HomeLot, key(kind, number), 0);
        let group = u32::try_from(pick(drawn, weights)).ok()?;
        let line = self.line(group, kind);
        self.lines[line].pop_front().map(|ticket| ticket.who)
    }

    /// Where the line of a group for a kind of home is.
    pub(super) fn line(&self, group: u32, kind: u32) -> usize {
        index(group) * self.free.len() + index(kind)
    }
}
