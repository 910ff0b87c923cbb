//! Homes that come free, and who gets them.

use super::{Chain, Ticket, agenda::Event, index, key, numbers};
use crate::{
    chance::{Draw, only, pick},
    clock::seconds,
};

/// Homes that came back are numbered above those of the stream.
const CAME_BACK: u64 = 1 << 39;

/// A home that stands free.
#[derive(Debug, Clone, Copy)]
pub(super) struct Free {
    /// Names its draws, with the kind.
    number: u64,
    /// In the order in which homes came free.
    serial: u32,
}

impl Chain<'_> {
    pub(super) fn foresee_home(&mut self, kind: u16) {
        let number = self.freed[usize::from(kind)];
        let rate = self.model.homes_per_year[usize::from(kind)];
        let gap = self.chance.exponential(Draw::Home, key(kind, number), 0);
        self.agenda.foresee(self.now + seconds(gap / rate), Event::HomeFree { kind });
    }

    /// The home of the stream that was foreseen comes free.
    pub(super) fn next_home(&mut self, kind: u16) {
        let number = self.freed[usize::from(kind)];
        self.freed[usize::from(kind)] += 1;
        self.foresee_home(kind);
        let area = self.map.place(self.chance, key(kind, number), 0);
        self.home_comes_free(kind, area, number);
    }

    /// A home that stands free on the first day.
    pub(super) fn first_home(&mut self, kind: u16) {
        let number = self.number_beside_stream(kind);
        let area = self.map.place(self.chance, key(kind, number), 0);
        self.home_comes_free(kind, area, number);
    }

    fn number_beside_stream(&mut self, kind: u16) -> u64 {
        let number = CAME_BACK | self.came_back[usize::from(kind)];
        self.came_back[usize::from(kind)] += 1;
        number
    }

    fn home_comes_free(&mut self, kind: u16, area: u16, number: u64) {
        let serial = self.serial;
        self.serial = self.serial.wrapping_add(1);
        let at = self.shelf(kind, area);
        if self.free[at].is_empty() {
            self.with_free[usize::from(kind)].push(area);
        }
        self.free[at].push_back(Free { number, serial });
        self.share_out(kind);
        if self.free[at].back().is_some_and(|it| it.serial == serial) {
            let goes = self.now + seconds(self.model.home_kept_years);
            self.agenda.foresee(goes, Event::HomeGoes { kind, area, serial });
        }
    }

    /// INVARIANT: homes of a kind in an area are kept equally long and the oldest is shared out
    /// first, so the one that goes is at the front or was shared out.
    pub(super) fn home_goes(&mut self, kind: u16, area: u16, serial: u32) {
        let at = self.shelf(kind, area);
        if self.free[at].front().is_some_and(|it| it.serial == serial) {
            self.take_home(kind, area);
            self.books.home_goes_elsewhere(area);
        }
    }

    /// The oldest free home of a kind in an area is free no more.
    fn take_home(&mut self, kind: u16, area: u16) {
        let at = self.shelf(kind, area);
        self.free[at].pop_front();
        if self.free[at].is_empty() {
            self.with_free[usize::from(kind)].retain(|&it| it != area);
        }
    }

    /// Somebody gives up a home; it may come back to these groups.
    pub(super) fn give_up_home(&mut self, who: u32, key: u64, spell: u32) {
        let (kind, area) = (self.people[index(who)].kind, self.people[index(who)].area);
        let share = self.model.homes_back_share;
        if self.comes_true(Draw::HomeBack, key, spell, share) {
            let number = self.number_beside_stream(kind);
            self.home_comes_free(kind, area, number);
        }
    }

    pub(super) fn share_out_all(&mut self) {
        for kind in numbers(self.with_free.len()) {
            self.share_out(kind);
        }
    }

    /// Gives free homes of a kind, the oldest first, to who is first in line of a group, as long as
    /// there are both.
    pub(super) fn share_out(&mut self, kind: u16) {
        while let Some((area, home)) = self.oldest_home_to_take(kind) {
            let Some(who) = self.next_in_line(kind, area, home) else { break };
            self.take_home(kind, area);
            self.gets_keys(who, area);
        }
    }

    /// The oldest free home of a kind that somebody in line could move into now; `weights` are then
    /// those of the groups that could.
    fn oldest_home_to_take(&mut self, kind: u16) -> Option<(u16, Free)> {
        let mut oldest: Option<(u16, Free)> = None;
        let mut weighed = None;
        for at in 0..self.with_free[usize::from(kind)].len() {
            let area = self.with_free[usize::from(kind)][at];
            let Some(&home) = self.free[self.shelf(kind, area)].front() else { continue };
            let older = oldest.is_none_or(|(_, other)| home.serial < other.serial);
            if older && self.somebody_wants(kind, area) {
                weighed = Some(area);
                if self.somebody_can_move(kind, area) {
                    oldest = Some((area, home));
                }
            }
        }
        if let Some((area, _)) = oldest
            && weighed != Some(area)
        {
            self.somebody_can_move(kind, area);
        }
        oldest
    }

    /// Whether there is anybody in line for a kind of home in an area.
    fn somebody_wants(&self, kind: u16, area: u16) -> bool {
        let of =
            |wish: u16| self.in_line[usize::from(kind) * self.map.wishes() + usize::from(wish)];
        of(area) > 0 || of(self.map.anywhere()) > 0
    }

    /// Whether one of them could move in now. Leaves the weight of each group that has somebody
    /// who could in `weights`.
    fn somebody_can_move(&mut self, kind: u16, area: u16) -> bool {
        let mut any = false;
        for group in numbers(self.model.groups.len()) {
            let of = &self.model.groups[usize::from(group)];
            let can = of.share > 0.0
                && (!of.with_support || self.support.suffices(group))
                && self.first_in_line(group, kind, area).is_some();
            self.weights[usize::from(group)] = if can { of.share } else { 0.0 };
            any |= can;
        }
        any
    }

    /// The line of a group whose first has waited longest of those who would take a home of a kind
    /// in an area. Who does not wait any more is taken out of the lines on the way.
    fn first_in_line(&mut self, group: u16, kind: u16, area: u16) -> Option<usize> {
        let anywhere = self.map.anywhere();
        let wishes = [anywhere, area].into_iter().take(if area == anywhere { 1 } else { 2 });
        let mut first: Option<(u64, usize)> = None;
        for wish in wishes {
            let line = self.line(group, kind, wish);
            while let Some(&(order, Ticket { who, spell })) = self.lines[line].front() {
                if self.people[index(who)].spell == spell {
                    if first.is_none_or(|it| order < it.0) {
                        first = Some((order, line));
                    }
                    break;
                }
                self.lines[line].pop_front();
            }
        }
        first.map(|it| it.1)
    }

    /// Draws a group by its share among those with somebody who could move in.
    fn next_in_line(&mut self, kind: u16, area: u16, home: Free) -> Option<u32> {
        let group = match only(&self.weights) {
            Some(group) => group,
            None => {
                let drawn = self.chance.even(Draw::HomeLot, key(kind, home.number), 0);
                pick(drawn, self.weights.iter().copied())
            }
        };
        let group = u16::try_from(group).ok()?;
        let line = self.first_in_line(group, kind, area)?;
        self.lines[line].pop_front().map(|(_, ticket)| ticket.who)
    }

    /// Where the free homes of a kind in an area are.
    fn shelf(&self, kind: u16, area: u16) -> usize {
        usize::from(kind) * self.map.places() + usize::from(area)
    }

    /// Where the line of a group for a kind of home is, of those with one wish.
    pub(super) fn line(&self, group: u16, kind: u16, wish: u16) -> usize {
        let kinds = self.with_free.len();
        (usize::from(group) * kinds + usize::from(kind)) * self.map.wishes() + usize::from(wish)
    }
}
