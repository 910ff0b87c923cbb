//! The best that keeps the side limits too: branch and bound over networks.
//!
//! A network without the side limits can only be better, goal by goal, than what keeps
//! them. Where its best breaks one, the question is split in two: this household within
//! that place, or not there; this home given, or not; both of two in this part of the
//! city, or neither there. Every answer is in one half or the other, each half is a
//! network again, and the half with the better bound is looked at first.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap},
};

use sleutel_domain::placement::{Goal, RoundInput};

use super::{
    Costs, Net, TIERS, add,
    figures::Figures,
    limits::{Broken, Decision, Limits},
    tally::Tally,
};

/// How much work a search may be: networks solved, times arcs in each. Stated in
/// `docs/decisions/0008-side-limits.md`; whatever is not settled by then shows as a gap.
const MOST_WORK: usize = 10_000_000;
/// And never more networks than this, however small.
const MOST_NETWORKS: usize = 4_000;
/// As many for a question beside the proposal: what if.
const MOST_FOR_A_QUESTION: usize = 12;

/// How much a search may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// For the proposal itself.
    Whole,
    /// For what would be otherwise; mostly one network, as little has changed.
    Question,
}

/// The best that was found.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// The pair of each household.
    pub(crate) chosen: Vec<Option<usize>>,
    pub(crate) value: Costs,
    /// No answer can be better, goal by goal, than this.
    pub(crate) bound: Costs,
    /// Networks solved.
    pub(crate) branches: u32,
    /// Pairs that limits beside the network close at the best; empty when none.
    pub(crate) closed: Vec<bool>,
}

impl Found {
    /// Whether no answer is better in any goal.
    pub(crate) fn is_proven(&self) -> bool {
        let goals = Goal::ALL.len();
        self.value[..goals] == self.bound[..goals]
    }
}

/// Finds the best; the network is left solved at it, so that its prices explain it.
pub(crate) fn best(
    input: &RoundInput,
    figures: &Figures,
    net: &mut Net,
    limits: &Limits,
    effort: Effort,
) -> Found {
    if limits.is_empty() {
        net.solve(&super::Priced::default());
        return Found {
            chosen: net.chosen(),
            value: net.reached(),
            // Whole numbers on a network leave no gap; `Solver` counts the bound apart.
            bound: super::tiers(|tier| match tier < net.statics.tiers {
                true => net.solver.bound(tier),
                false => 0,
            }),
            branches: 1,
            closed: Vec::new(),
        };
    }
    let arcs = net.solver.network().arcs().max(1);
    let most = (MOST_WORK / arcs).clamp(20, MOST_NETWORKS);
    let most = match effort {
        Effort::Whole => most,
        Effort::Question if arcs > 20_000 => MOST_FOR_A_QUESTION,
        Effort::Question => most,
    };
    Search { input, figures, net, limits, best: None, closed: Vec::new(), solved: 0, most }.run()
}

/// A part of the question, with the best network for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    bound: Costs,
    serial: Reverse<usize>,
    decisions: Decisions,
    chosen: Vec<Option<usize>>,
}

/// Decisions need no order of their own; the serial number settles it first.
#[derive(Debug, Clone, Default)]
struct Decisions(Vec<Decision>);

impl PartialEq for Decisions {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
impl Eq for Decisions {}
impl PartialOrd for Decisions {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Decisions {
    fn cmp(&self, _: &Self) -> std::cmp::Ordering {
        std::cmp::Ordering::Equal
    }
}

struct Best {
    value: Costs,
    decisions: Vec<Decision>,
    chosen: Vec<Option<usize>>,
}

struct Search<'a> {
    input: &'a RoundInput,
    figures: &'a Figures,
    net: &'a mut Net,
    limits: &'a Limits,
    best: Option<Best>,
    /// What the network solved last closes.
    closed: Vec<bool>,
    solved: usize,
    most: usize,
}

impl Search<'_> {
    fn run(mut self) -> Found {
        let mut open = BinaryHeap::new();
        let mut serial = 0;
        let mut put = |part: Option<Part>, open: &mut BinaryHeap<Reverse<Part>>| {
            if let Some(mut part) = part {
                serial += 1;
                part.serial = Reverse(serial);
                open.push(Reverse(part));
            }
        };
        let root = self.relax(&[], None);
        put(root, &mut open);
        while let Some(Reverse(part)) = open.peek() {
            if self.best.as_ref().is_some_and(|best| best.value <= part.bound)
                || self.solved >= self.most
            {
                break;
            }
            let Some(Reverse(part)) = open.pop() else { break };
            if self.best.is_none() || part.decisions.0.len() % 4 == 0 {
                self.repair(&part);
            }
            let broken = self.limits.broken(&self.net.statics, &part.chosen);
            if broken.is_empty() {
                let value = self.value(&part.chosen);
                self.offer(value, &part.decisions.0, &part.chosen);
                if value == part.bound {
                    continue;
                }
            }
            let Some((one, other)) = self.split(&part, broken.first()) else { continue };
            for decision in [one, other] {
                let mut decisions = part.decisions.0.clone();
                decisions.push(decision);
                put(self.relax(&decisions, Some(&part.bound)), &mut open);
            }
        }
        let left = open.into_iter().map(|Reverse(part)| part.bound).min();
        self.finish(left)
    }

    /// The best network under decisions, and a bound on every answer that keeps them.
    fn relax(&mut self, decisions: &[Decision], above: Option<&Costs>) -> Option<Part> {
        let mut closed = self.limits.close(self.net, decisions)?;
        let floors: Vec<_> = self.limits.associations.iter().map(|it| it.due).collect();
        let mut rewarded = vec![false; floors.len()];
        for (at, &due) in floors.iter().enumerate() {
            if due > 0 && closed.sure[at].1 <= due {
                rewarded[at] = true;
                self.limits.reward_floor(self.net, at, &mut closed);
            }
        }
        let mut bound = above.copied().unwrap_or([i64::MIN; TIERS]);
        loop {
            self.net.solve(&closed.priced);
            self.solved += 1;
            if closed.must.iter().any(|&arc| self.net.solver.flow(arc) == 0) {
                return None;
            }
            let chosen = self.net.chosen();
            let mut reached = self.net.reached();
            let must = i64::try_from(closed.must.len()).unwrap_or(i64::MAX);
            reached[0] += self.net.before_all() * must;
            for (at, &due) in floors.iter().enumerate() {
                if !rewarded[at] {
                    // Taken to be met in full, which nothing can better.
                    reached[Goal::Floors as usize] -= i64::from(due);
                }
            }
            bound = bound.max(reached);
            let given = self.given(&chosen);
            let mut again = false;
            for (at, &due) in floors.iter().enumerate() {
                if !rewarded[at] && given[at] < due && closed.sure[at].0 < due {
                    rewarded[at] = true;
                    again = true;
                    self.limits.reward_floor(self.net, at, &mut closed);
                }
            }
            if !again {
                self.closed = closed.priced.closed;
                let decisions = Decisions(decisions.to_vec());
                return Some(Part { bound, serial: Reverse(0), decisions, chosen });
            }
        }
    }

    /// Homes of each association that are given.
    fn given(&self, chosen: &[Option<usize>]) -> Vec<u32> {
        let mut given = vec![0; self.limits.associations.len()];
        for &pair in chosen.iter().flatten() {
            let home = self.net.statics.pairs.home[pair] as usize;
            if let Some(at) = self.limits.association_of(home) {
                given[at] += 1;
            }
        }
        given
    }

    fn value(&self, chosen: &[Option<usize>]) -> Costs {
        Tally::new(self.input, self.figures, &self.net.statics, self.limits).of(chosen)
    }

    fn offer(&mut self, value: Costs, decisions: &[Decision], chosen: &[Option<usize>]) {
        if self.best.as_ref().is_none_or(|best| value < best.value) {
            let (decisions, chosen) = (decisions.to_vec(), chosen.to_vec());
            self.best = Some(Best { value, decisions, chosen });
        }
    }

    /// Two decisions of which every answer keeps one; `None` when nothing is left to
    /// decide.
    fn split(&self, part: &Part, broken: Option<&Broken>) -> Option<(Decision, Decision)> {
        let decided = |what: &Decision| part.decisions.0.contains(what);
        match broken {
            Some(Broken::Link { link, part }) => {
                let (link, part) = (*link, (*part)?);
                Some((Decision::Both { link, part }, Decision::Neither { link, part }))
            }
            Some(Broken::Load { limit, people }) => {
                let limit = *limit;
                let name = |person: usize| &self.input.candidates[person].reference;
                let person = people
                    .iter()
                    .copied()
                    .filter(|&person| !decided(&Decision::Within { limit, person }))
                    .max_by_key(|&it| (self.net.statics.load_of[it], Reverse(name(it))))?;
                Some((Decision::Outside { limit, person }, Decision::Within { limit, person }))
            }
            Some(Broken::Association { homes, .. }) => self.split_homes(homes, &decided),
            None => {
                let given = self.given(&part.chosen);
                let off = self.limits.associations.iter().zip(&given);
                let mut off = off.filter(|(it, given)| it.due > 0 && it.due != **given);
                off.find_map(|(it, _)| self.split_homes(&it.homes, &decided))
            }
        }
    }

    fn split_homes(
        &self,
        homes: &[usize],
        decided: &impl Fn(&Decision) -> bool,
    ) -> Option<(Decision, Decision)> {
        let open = homes.iter().copied().filter(|&home| {
            !decided(&Decision::Used { home }) && !decided(&Decision::Unused { home })
        });
        let home = open.min_by_key(|&home| &self.input.homes[home].vacancy)?;
        Some((Decision::Unused { home }, Decision::Used { home }))
    }

    /// An answer near a network's best: what breaks a limit is taken out, what still
    /// fits is put in, and with that settled where it matters the rest is solved anew.
    fn repair(&mut self, part: &Part) {
        let mut chosen = part.chosen.clone();
        let mut settled = BTreeSet::new();
        loop {
            let broken = self.limits.broken(&self.net.statics, &chosen);
            if broken.is_empty() {
                break;
            }
            for it in &broken {
                settled.insert(place_of(it));
                self.take_out(it, &mut chosen);
            }
        }
        self.put_in(&mut chosen);
        let value = self.value(&chosen);
        let mut decisions = Vec::new();
        for _ in 0..4 {
            decisions = settled.iter().flat_map(|it| self.settle(*it, &chosen)).collect();
            let Some(solved) = self.relax(&decisions, None) else { break };
            let broken = self.limits.broken(&self.net.statics, &solved.chosen);
            if broken.is_empty() {
                let value = self.value(&solved.chosen);
                self.offer(value, &decisions, &solved.chosen);
                return;
            }
            settled.extend(broken.iter().map(place_of));
        }
        self.offer(value, &decisions, &chosen);
    }

    /// How much a pair is missed: pins and grounds most, then points.
    fn missed(&self, pair: usize) -> (bool, i64, i64, i64) {
        let statics = &self.net.statics;
        let person = statics.pairs.person[pair] as usize;
        let own = statics.layout.person_arc[person].map(|arc| *statics.costs.of(arc));
        let own = own.unwrap_or([0; TIERS]);
        (
            statics.costs.is_pinned(pair),
            -own[Goal::Ground as usize],
            -statics.costs.pair(Goal::Fit as usize, pair),
            -own[Goal::Lot as usize],
        )
    }

    fn take_out(&self, broken: &Broken, chosen: &mut [Option<usize>]) {
        match broken {
            Broken::Link { link, .. } => {
                let link = &self.limits.links[*link];
                (chosen[link.one], chosen[link.other]) = (None, None);
            }
            Broken::Association { at, homes } => {
                let pairs = &self.net.statics.pairs;
                let room = self.limits.associations[*at].room.unwrap_or(u32::MAX) as usize;
                let mut own: Vec<_> = chosen
                    .iter()
                    .copied()
                    .flatten()
                    .filter(|&pair| homes.contains(&(pairs.home[pair] as usize)))
                    .collect();
                own.sort_by_key(|&pair| self.missed(pair));
                for &pair in own.iter().take(own.len().saturating_sub(room)) {
                    chosen[pairs.person[pair] as usize] = None;
                }
            }
            Broken::Load { limit, people } => {
                let limit = &self.limits.loads[*limit];
                let load_of = &self.net.statics.load_of;
                let mut own: Vec<_> =
                    people.iter().filter_map(|&it| Some((it, chosen[it]?))).collect();
                let mut over: u32 = own.iter().map(|(it, _)| load_of[*it]).sum();
                while over > limit.room {
                    let excess = over - limit.room;
                    let worst = own.iter().enumerate().min_by_key(|(_, (person, pair))| {
                        let (pinned, ground, fit, lot) = self.missed(*pair);
                        (pinned, ground, load_of[*person].abs_diff(excess), fit, lot)
                    });
                    let Some(worst) = worst.map(|(at, _)| at) else { break };
                    let (person, _) = own.swap_remove(worst);
                    over -= load_of[person];
                    chosen[person] = None;
                }
            }
        }
    }

    /// Puts households without a home into free homes while it gains anything.
    fn put_in(&self, chosen: &mut [Option<usize>]) {
        let pairs = &self.net.statics.pairs;
        let mut tally = Tally::new(self.input, self.figures, &self.net.statics, self.limits);
        chosen.iter().flatten().for_each(|&pair| tally.put(pair));
        let linked: BTreeSet<_> =
            self.limits.links.iter().flat_map(|link| [link.one, link.other]).collect();
        loop {
            let best = (0..pairs.person.len())
                .filter(|&pair| {
                    let person = pairs.person[pair] as usize;
                    chosen.get(person) == Some(&None)
                        && !linked.contains(&person)
                        && !self.net.statics.costs.is_never(pair)
                        && tally.fits(pair)
                })
                .map(|pair| (tally.gain(pair), pair))
                .min();
            match best {
                Some((gain, pair)) if gain < [0; TIERS] => {
                    tally.put(pair);
                    chosen[pairs.person[pair] as usize] = Some(pair);
                }
                Some(_) | None => return,
            }
        }
    }

    /// Decisions under which a place keeps its limit with what an answer gives it.
    fn settle(&self, place: (u8, usize), chosen: &[Option<usize>]) -> Vec<Decision> {
        let pairs = &self.net.statics.pairs;
        let home = |person: usize| chosen[person].map(|pair| pairs.home[pair] as usize);
        match place {
            (0, link) => {
                let it = &self.limits.links[link];
                let part = home(it.one).and_then(|home| it.part[home]);
                vec![match part {
                    Some(part) => Decision::Both { link, part },
                    None => Decision::Nowhere { link },
                }]
            }
            (1, at) => {
                let used: BTreeSet<_> = (0..chosen.len()).filter_map(home).collect();
                let homes = self.limits.associations[at].homes.iter().copied();
                homes
                    .filter(|home| !used.contains(home))
                    .map(|home| Decision::Unused { home })
                    .collect()
            }
            (_, limit) => {
                let holds = |person: usize| {
                    home(person).is_some_and(|it| self.limits.loads[limit].holds(it))
                };
                let people = (0..chosen.len()).filter(|&person| holds(person)).collect();
                vec![Decision::Only { limit, people }]
            }
        }
    }

    /// Leaves the network at the best, and says what is proven of it.
    fn finish(mut self, left: Option<Costs>) -> Found {
        let best = self.best.take().unwrap_or_else(|| Best {
            value: [0; TIERS],
            decisions: Vec::new(),
            chosen: vec![None; self.input.candidates.len()],
        });
        let mut bound = left.map_or(best.value, |left| left.min(best.value));
        if bound != best.value {
            self.bound_the_rest(&best.value, &mut bound);
        }
        // A home that had to be given in a branch needs no push at the best.
        let kept = |it: &&Decision| !matches!(it, Decision::Used { .. });
        let without: Vec<_> = best.decisions.iter().filter(kept).cloned().collect();
        let plain = self.relax(&without, None);
        if plain.is_none_or(|it| it.chosen != best.chosen) {
            let _ = self.relax(&best.decisions, None);
        }
        let branches = super::short(self.solved);
        Found { chosen: best.chosen, value: best.value, bound, branches, closed: self.closed }
    }

    /// After the first goal that is not proven, what each goal could reach by itself.
    fn bound_the_rest(&mut self, value: &Costs, bound: &mut Costs) {
        let Some(first) = value.iter().zip(&*bound).position(|(one, two)| one != two) else {
            return;
        };
        let Some(closed) = self.limits.close(self.net, &[]) else { return };
        for (tier, bound) in bound.iter_mut().enumerate().skip(first + 1) {
            *bound = self.net.least(&closed.priced, tier);
        }
        let due: i64 = self.limits.associations.iter().map(|it| i64::from(it.due)).sum();
        if first < Goal::Floors as usize {
            let mut met = [0; TIERS];
            met[Goal::Floors as usize] = -due;
            add(bound, &met);
        }
    }
}

/// Links, then associations, then loads, by number.
fn place_of(broken: &Broken) -> (u8, usize) {
    match broken {
        Broken::Link { link, .. } => (0, *link),
        Broken::Association { at, .. } => (1, *at),
        Broken::Load { limit, .. } => (2, *limit),
    }
}
