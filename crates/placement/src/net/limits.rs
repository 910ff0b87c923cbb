//! What a network cannot hold: support load, associations, moving together.

use std::collections::BTreeMap;

use sleutel_domain::placement::RoundInput;

use super::{Net, Pairs, Priced, Statics, figures::Figures, reward_floor};

/// The load a part of the city can carry in this round.
#[derive(Debug, Clone)]
pub(crate) struct LoadLimit {
    pub(crate) node: usize,
    pub(crate) room: u32,
    homes: Vec<bool>,
}

impl LoadLimit {
    pub(crate) fn holds(&self, home: usize) -> bool {
        self.homes.get(home).copied().unwrap_or(false)
    }
}

/// What an association gives in this round.
#[derive(Debug, Clone)]
pub(crate) struct AssociationLimit {
    pub(crate) room: Option<u32>,
    pub(crate) due: u32,
    pub(crate) homes: Vec<usize>,
}

/// Two households that move together, with the part of the city each home lies in.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) one: usize,
    pub(crate) other: usize,
    pub(crate) part: Vec<Option<usize>>,
}

/// All limits beside the network.
#[derive(Debug, Clone, Default)]
pub(crate) struct Limits {
    pub(crate) loads: Vec<LoadLimit>,
    pub(crate) associations: Vec<AssociationLimit>,
    pub(crate) links: Vec<Link>,
    association_of: Vec<Option<usize>>,
}

/// A decision the search has taken on its way down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Decision {
    /// This household within the place of this load limit, or nowhere.
    Within { limit: usize, person: usize },
    /// Not there.
    Outside { limit: usize, person: usize },
    /// Only these within the place.
    Only { limit: usize, people: Vec<usize> },
    /// This home is given.
    Used { home: usize },
    /// It is not.
    Unused { home: usize },
    /// Both households of this link in this part of the city.
    Both { link: usize, part: usize },
    /// Neither there.
    Neither { link: usize, part: usize },
    /// Neither anywhere.
    Nowhere { link: usize },
}

/// The first thing a set of pairs breaks.
#[derive(Debug, Clone)]
pub(crate) enum Broken {
    Load { limit: usize, people: Vec<usize> },
    Association { at: usize, homes: Vec<usize> },
    Link { link: usize, part: Option<usize> },
}

/// What follows from decisions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Closed {
    pub(crate) priced: Priced,
    /// Arcs that have to be used.
    pub(crate) must: Vec<u32>,
    /// For each association how many of its homes are sure to be given, and could be.
    pub(crate) sure: Vec<(u32, u32)>,
}

impl Limits {
    pub(crate) fn new(input: &RoundInput, figures: &Figures) -> Self {
        let loads = figures.loads.iter().enumerate().filter_map(|(node, room)| {
            let room = (*room)?;
            let homes = input.homes.iter().map(|home| input.path(home.node).any(|at| at == node));
            Some(LoadLimit { node, room, homes: homes.collect() })
        });
        let of: BTreeMap<_, _> =
            input.associations.iter().enumerate().map(|(at, it)| (&it.code, at)).collect();
        let association_of: Vec<_> =
            input.homes.iter().map(|home| of.get(&home.association).copied()).collect();
        let associations = (0..input.associations.len()).map(|at| AssociationLimit {
            room: figures.associations[at].room(),
            due: figures.associations[at].due,
            homes: (0..input.homes.len())
                .filter(|&home| association_of[home] == Some(at))
                .collect(),
        });
        let people: BTreeMap<_, _> =
            input.candidates.iter().enumerate().map(|(at, it)| (&it.reference, at)).collect();
        let kept = input.together.iter().zip(&figures.together).filter(|(_, kept)| **kept);
        let links = kept.filter_map(|(it, _)| {
            let part = input.homes.iter().map(|home| input.part_around(home, it.within));
            Some(Link {
                one: *people.get(&it.one)?,
                other: *people.get(&it.other)?,
                part: part.collect(),
            })
        });
        Self {
            loads: loads.collect(),
            associations: associations.collect(),
            links: links.collect(),
            association_of,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.loads.is_empty() && self.associations.is_empty() && self.links.is_empty()
    }

    pub(crate) fn association_of(&self, home: usize) -> Option<usize> {
        self.association_of.get(home).copied().flatten()
    }

    /// Everything a set of pairs breaks, links first.
    pub(crate) fn broken(&self, statics: &Statics, chosen: &[Option<usize>]) -> Vec<Broken> {
        let home = |person: usize| chosen[person].map(|pair| statics.pairs.home[pair] as usize);
        let mut broken = Vec::new();
        for (link, it) in self.links.iter().enumerate() {
            let parts = [it.one, it.other].map(|person| home(person).map(|home| it.part[home]));
            let kept = match parts {
                [None, None] => true,
                [Some(Some(one)), Some(Some(other))] => one == other,
                [Some(_) | None, Some(_) | None] => false,
            };
            if !kept {
                let part = parts.into_iter().flatten().flatten().next();
                broken.push(Broken::Link { link, part });
            }
        }
        let placed: Vec<_> = chosen
            .iter()
            .enumerate()
            .filter_map(|(person, pair)| Some((person, statics.pairs.home[(*pair)?] as usize)))
            .collect();
        for (at, limit) in self.associations.iter().enumerate() {
            let homes: Vec<_> = placed
                .iter()
                .map(|(_, home)| *home)
                .filter(|&home| self.association_of(home) == Some(at))
                .collect();
            if limit.room.is_some_and(|room| homes.len() > room as usize) {
                broken.push(Broken::Association { at, homes });
            }
        }
        for (limit, it) in self.loads.iter().enumerate() {
            let people: Vec<_> = placed
                .iter()
                .filter(|(_, home)| it.holds(*home))
                .map(|(person, _)| *person)
                .collect();
            if people.iter().map(|&person| statics.load_of[person]).sum::<u32>() > it.room {
                broken.push(Broken::Load { limit, people });
            }
        }
        broken
    }

    /// Closes every pair the decisions rule out, and all that follows from that; `None`
    /// when nothing can keep them.
    pub(crate) fn close(&self, net: &Net, decisions: &[Decision]) -> Option<Closed> {
        let mut work = Closing {
            limits: self,
            pairs: &net.statics.pairs,
            load_of: &net.statics.load_of,
            closed: vec![false; net.statics.pairs.person.len()],
            must: vec![false; net.statics.load_of.len()],
        };
        let mut used = Vec::new();
        for decision in decisions {
            work.take(decision, &mut used);
        }
        work.loads(decisions)?;
        let sure = work.associations(&used)?;
        work.links()?;
        let shut = work.crowded(decisions, &net.statics);
        let arcs = &net.statics.layout;
        let mut must: Vec<u32> = used.iter().map(|&home| arcs.home_arc[home]).collect();
        for (person, must_be) in work.must.iter().enumerate() {
            if *must_be {
                must.push(arcs.person_arc[person]?);
            }
        }
        let priced = Priced { closed: work.closed, ..Priced::default() };
        let mut closed = Closed { priced, must, sure };
        closed.must.sort_unstable();
        let before_all = net.before_all();
        for &arc in &closed.must {
            let mut costs = [0; super::TIERS];
            costs[0] = -before_all;
            closed.priced.on_top.push((arc, costs));
        }
        let mut costs = [0; super::TIERS];
        costs[0] = net.never();
        closed.priced.on_top.extend(shut.into_iter().map(|arc| (arc, costs)));
        Some(closed)
    }

    /// Rewards every home of an association for its floor.
    pub(crate) fn reward_floor(&self, net: &Net, association: usize, closed: &mut Closed) {
        for &home in &self.associations[association].homes {
            let arc = net.statics.layout.home_arc[home];
            closed.priced.on_top.push((arc, reward_floor()));
        }
    }
}

struct Closing<'a> {
    limits: &'a Limits,
    pairs: &'a Pairs,
    load_of: &'a [u32],
    closed: Vec<bool>,
    must: Vec<bool>,
}

impl Closing<'_> {
    fn close(&mut self, what: impl Fn(usize, usize) -> bool) {
        let pairs = self.pairs.person.iter().zip(&self.pairs.home);
        for ((&person, &home), closed) in pairs.zip(&mut self.closed) {
            // An arc added later may be no pair at all.
            *closed |= person != u32::MAX && what(person as usize, home as usize);
        }
    }

    fn close_of(&mut self, person: usize, what: impl Fn(usize) -> bool) {
        let own: Vec<_> = self.pairs.of(person).collect();
        for pair in own {
            self.closed[pair] |= what(self.pairs.home[pair] as usize);
        }
    }

    fn take(&mut self, decision: &Decision, used: &mut Vec<usize>) {
        let limits = self.limits;
        match decision {
            Decision::Within { limit, person } => {
                self.close_of(*person, |home| !limits.loads[*limit].holds(home));
            }
            Decision::Outside { limit, person } => {
                self.close_of(*person, |home| limits.loads[*limit].holds(home));
            }
            Decision::Only { limit, people } => {
                let limit = &limits.loads[*limit];
                self.close(|person, home| limit.holds(home) && !people.contains(&person));
            }
            Decision::Used { home } => used.push(*home),
            Decision::Unused { home } => self.close(|_, it| it == *home),
            Decision::Both { link, part } => {
                let link = &limits.links[*link];
                for person in [link.one, link.other] {
                    self.must[person] = true;
                    self.close_of(person, |home| link.part[home] != Some(*part));
                }
            }
            Decision::Neither { link, part } => {
                let link = &limits.links[*link];
                for person in [link.one, link.other] {
                    self.close_of(person, |home| link.part[home] == Some(*part));
                }
            }
            Decision::Nowhere { link } => {
                let link = &limits.links[*link];
                for person in [link.one, link.other] {
                    self.close_of(person, |_| true);
                }
            }
        }
    }

    /// Who is decided to be within a place takes up its room; who weighs more than what
    /// is left cannot come in.
    fn loads(&mut self, decisions: &[Decision]) -> Option<()> {
        let limits = self.limits;
        for limit in 0..limits.loads.len() {
            let inside = self.inside(limit, decisions);
            let limit = &limits.loads[limit];
            let taken: u32 = inside.iter().map(|&person| self.load_of[person]).sum();
            let left = limit.room.checked_sub(taken)?;
            let load_of = self.load_of;
            self.close(|person, home| {
                load_of[person] > left
                    && limit.holds(home)
                    && inside.binary_search(&person).is_err()
            });
        }
        Some(())
    }

    /// Who is decided to be within the place of a limit, or within a place in it.
    fn inside(&self, limit: usize, decisions: &[Decision]) -> Vec<usize> {
        let limits = self.limits;
        let outer = &limits.loads[limit].homes;
        let mut inside: Vec<usize> = decisions
            .iter()
            .filter_map(|it| match it {
                Decision::Within { limit, person } => Some((*limit, *person)),
                Decision::Outside { .. }
                | Decision::Only { .. }
                | Decision::Used { .. }
                | Decision::Unused { .. }
                | Decision::Both { .. }
                | Decision::Neither { .. }
                | Decision::Nowhere { .. } => None,
            })
            // A place within this one is within this one.
            .filter(|(at, _)| {
                let homes = limits.loads[*at].homes.iter();
                homes.zip(outer).all(|(inner, outer)| !inner || *outer)
            })
            .map(|(_, person)| person)
            .collect();
        inside.sort_unstable();
        inside.dedup();
        inside
    }

    /// The arcs out of places that more households would need than could be there by
    /// their load, even if the lightest came.
    fn crowded(&self, decisions: &[Decision], statics: &Statics) -> Vec<u32> {
        let mut shut = Vec::new();
        for (at, limit) in self.limits.loads.iter().enumerate() {
            let inside = self.inside(at, decisions);
            let taken: u32 = inside.iter().map(|&person| self.load_of[person]).sum();
            let mut left = limit.room.saturating_sub(taken);
            let mut most = inside.len();
            let mut lightest = [0_u32; 3];
            let mut last = u32::MAX;
            let pairs = self.pairs.person.iter().zip(&self.pairs.home).zip(&self.closed);
            for ((&person, &home), closed) in pairs {
                // Pairs of one household stand together.
                if *closed || person == last || !limit.holds(home as usize) {
                    continue;
                }
                last = person;
                if let Some(&load) = self.load_of.get(person as usize)
                    && inside.binary_search(&(person as usize)).is_err()
                {
                    lightest[(load.clamp(1, 3) - 1) as usize] += 1;
                }
            }
            for (load, count) in (1_u32..).zip(lightest) {
                let come = count.min(left / load);
                left -= come * load;
                most += come as usize;
            }
            shut.extend(statics.layout.node_arcs[limit.node].iter().skip(most));
        }
        shut
    }

    /// An association of which enough homes are decided to be given gives no others.
    fn associations(&mut self, used: &[usize]) -> Option<Vec<(u32, u32)>> {
        let limits = self.limits;
        let mut open = vec![false; limits.association_of.len()];
        let mut sure = Vec::new();
        for (at, limit) in limits.associations.iter().enumerate() {
            let own: Vec<_> =
                used.iter().filter(|&&home| limits.association_of(home) == Some(at)).collect();
            let count = super::short(own.len());
            if limit.room.is_some_and(|room| count > room) {
                return None;
            }
            if limit.room == Some(count) {
                self.close(|_, home| {
                    limits.association_of(home) == Some(at) && !own.contains(&&home)
                });
            }
            sure.push((count, 0));
        }
        let pairs = self.pairs.person.iter().zip(&self.pairs.home).zip(&self.closed);
        for ((&person, &home), closed) in pairs {
            if !closed && person != u32::MAX && (home as usize) < open.len() {
                open[home as usize] = true;
            }
        }
        for (home, open) in open.iter().enumerate() {
            if let (true, Some(at)) = (*open, limits.association_of(home)) {
                sure[at].1 += 1;
            }
        }
        Some(sure)
    }

    /// A part of the city where one of two cannot be is none for the other either.
    fn links(&mut self) -> Option<()> {
        let limits = self.limits;
        let mut again = true;
        while again {
            again = false;
            for link in &limits.links {
                let parts = [link.one, link.other].map(|person| self.parts(person, &link.part));
                for (person, other) in [(link.one, &parts[1]), (link.other, &parts[0])] {
                    let own: Vec<_> = self.pairs.of(person).collect();
                    for pair in own {
                        let part = link.part[self.pairs.home[pair] as usize];
                        let open = part.is_some_and(|part| other.contains(&part));
                        if !open && !self.closed[pair] {
                            self.closed[pair] = true;
                            again = true;
                        }
                    }
                }
                if self.must[link.one] != self.must[link.other] {
                    (self.must[link.one], self.must[link.other]) = (true, true);
                    again = true;
                }
            }
        }
        let stuck = |person: usize| {
            self.must[person] && self.pairs.of(person).all(|pair| self.closed[pair])
        };
        if (0..self.must.len()).any(stuck) { None } else { Some(()) }
    }

    fn parts(&self, person: usize, part: &[Option<usize>]) -> Vec<usize> {
        let mut parts: Vec<_> = self
            .pairs
            .of(person)
            .filter(|&pair| !self.closed[pair])
            .filter_map(|pair| part[self.pairs.home[pair] as usize])
            .collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }
}
