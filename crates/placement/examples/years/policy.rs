use sleutel_domain::{
    homes::Adaptation,
    placement::{PairVerdict, RoundInput},
};
use sleutel_matching::{Arc, Bounds, Instance, Node, Person};
use sleutel_placement::{Judge, SolvedRound};

use crate::{
    Asked,
    page::float,
    town::{WEEKS, Year, day},
};

/// Having a home at all, beside the points of its fit, where homes and points are added.
pub(crate) const A_HOME: i64 = 2_000;

/// A way to share out the homes of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Policy {
    /// Each home to who has a ground, then to who waits longest.
    Queue,
    /// Each week the most homes and then the most points, and nothing else.
    Greedy,
    /// Each week a round of the engine.
    Rounds,
    /// The same, looking ahead, with so many homes expected of a hundred that came before.
    Ahead(u32),
    /// What somebody could have done who knew the year beforehand.
    Hindsight,
    /// The same, with grounds first and as many homes for each group as the rounds gave.
    HindsightInOrder,
}

impl Policy {
    pub(crate) const ALL: [Self; 8] = [
        Self::Queue,
        Self::Greedy,
        Self::Rounds,
        Self::Ahead(100),
        Self::Ahead(70),
        Self::Ahead(130),
        Self::HindsightInOrder,
        Self::Hindsight,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Queue => "queue, home by home",
            Self::Greedy => "most homes and points each week",
            Self::Rounds => "rounds",
            Self::Ahead(70) => "rounds looking ahead, 30 % too few homes expected",
            Self::Ahead(130) => "rounds looking ahead, 30 % too many",
            Self::Ahead(_) => "rounds looking ahead",
            Self::Hindsight => "hindsight",
            Self::HindsightInOrder => "hindsight, grounds first and the shares of the rounds",
        }
    }
}

/// What a policy made of a year.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outcome {
    pub(crate) placed: u32,
    pub(crate) points: i64,
    /// Homes fitted for something, given to who does not need it.
    pub(crate) misused: u32,
    pub(crate) weeks_waited: i64,
    pub(crate) grounds: u32,
    /// For each group the homes, of the households expected.
    pub(crate) groups: Vec<(u32, u32)>,
}

impl Outcome {
    pub(crate) fn value(&self) -> i64 {
        i64::from(self.placed) * A_HOME + self.points
    }

    pub(crate) fn points_each(&self) -> f64 {
        float(self.points) / f64::from(self.placed.max(1))
    }

    pub(crate) fn weeks_each(&self) -> f64 {
        float(self.weeks_waited) / f64::from(self.placed.max(1))
    }

    /// How far the group is that is least far, in hundredths of what was expected; groups
    /// of less than twenty households are left out.
    pub(crate) fn least_helped(&self) -> f64 {
        let helped = self.groups.iter().filter(|(_, expected)| *expected >= 20);
        let helped =
            helped.map(|&(homes, expected)| 100.0 * f64::from(homes) / f64::from(expected));
        helped.reduce(f64::min).unwrap_or(0.0)
    }
}

/// A year under way.
struct State<'a> {
    year: &'a Year,
    placed: Vec<bool>,
    taken: Vec<bool>,
    outcome: Outcome,
    input: RoundInput,
}

pub(crate) fn run(year: &Year, asked: &Asked, policy: Policy) -> Outcome {
    match policy {
        Policy::Hindsight => hindsight(year, &year.base, 0),
        Policy::HindsightInOrder => in_order(year, asked),
        Policy::Queue | Policy::Greedy | Policy::Rounds | Policy::Ahead(_) => {
            weekly(year, asked, policy)
        }
    }
}

fn weekly(year: &Year, asked: &Asked, policy: Policy) -> Outcome {
    let base = &year.base;
    let mut state = State {
        year,
        placed: vec![false; base.candidates.len()],
        taken: vec![false; base.homes.len()],
        outcome: Outcome::default(),
        input: RoundInput { homes: Vec::new(), candidates: Vec::new(), ..base.clone() },
    };
    for week in 0..WEEKS {
        let (people, homes) = state.gather(week);
        state.input.ahead = match policy {
            Policy::Ahead(percent) => year.ahead(week, asked, percent),
            Policy::Queue
            | Policy::Greedy
            | Policy::Rounds
            | Policy::Hindsight
            | Policy::HindsightInOrder => None,
        };
        let pairs = if policy == Policy::Queue {
            queue(&state.input)
        } else if policy == Policy::Greedy {
            best(&state.input, |_, _| Some(0))
        } else {
            round(&state.input)
        };
        for (person, home) in pairs {
            state.place(people[person], homes[home], person, home);
        }
    }
    let groups = state.input.groups.iter();
    state.outcome.groups = groups.map(|it| (it.agreed.realised, it.expected)).collect();
    state.outcome
}

fn round(input: &RoundInput) -> Vec<(usize, usize)> {
    match SolvedRound::new(input) {
        Ok(round) => round.placed().collect(),
        Err(errors) => panic!("a year without contradictions: {errors:?}"),
    }
}

impl State<'_> {
    /// Puts the round of a week together; gives who and what is in it.
    fn gather(&mut self, week: usize) -> (Vec<usize>, Vec<usize>) {
        let base = &self.year.base;
        let people: Vec<_> = (0..base.candidates.len())
            .filter(|&it| !self.placed[it] && self.year.joins[it] <= week)
            .collect();
        let homes: Vec<_> = (0..base.homes.len())
            .filter(|&it| !self.taken[it] && self.year.comes[it] <= week)
            .collect();
        self.input.date = day(base.date, week);
        self.input.candidates = people.iter().map(|&it| base.candidates[it].clone()).collect();
        self.input.homes = homes.iter().map(|&it| base.homes[it].clone()).collect();
        (people, homes)
    }

    fn place(&mut self, person: usize, home: usize, in_round: usize, home_in_round: usize) {
        let candidate = &self.input.candidates[in_round];
        let offer = &self.input.homes[home_in_round];
        let outcome = &mut self.outcome;
        outcome.placed += 1;
        outcome.points += i64::from(points(&self.input, in_round, home_in_round));
        let days = (self.input.date - candidate.waiting_since).get_days();
        outcome.weeks_waited += i64::from(days.max(0) / 7);
        outcome.grounds += u32::from(candidate.ground.counts(self.input.date));
        let needs = candidate.limits.adaptation.known().unwrap_or(Adaptation::Ordinary);
        outcome.misused += u32::from(offer.facts.adaptation > needs);
        let path: Vec<_> = self.input.path(offer.node).collect();
        let group = self.input.groups.iter().position(|it| it.code == candidate.group);
        for node in path {
            self.input.nodes[node].agreed.realised += 1;
        }
        if let Some(group) = group {
            self.input.groups[group].agreed.realised += 1;
        }
        self.placed[person] = true;
        self.taken[home] = true;
    }
}

fn points(input: &RoundInput, person: usize, home: usize) -> i32 {
    let one = RoundInput {
        candidates: vec![input.candidates[person].clone()],
        homes: vec![input.homes[home].clone()],
        fixings: Vec::new(),
        ahead: None,
        ..input.clone()
    };
    Judge::new(&one).fit(0, 0).total()
}

/// Home by home: first who has a ground, then who waits longest, then by reference.
fn queue(input: &RoundInput) -> Vec<(usize, usize)> {
    let judge = Judge::new(input);
    let mut order: Vec<_> = (0..input.candidates.len()).collect();
    order.sort_by_key(|&at| {
        let it = &input.candidates[at];
        (!it.ground.counts(input.date), it.waiting_since, &it.reference)
    });
    let mut groups: Vec<_> = input.groups.iter().map(|it| it.agreed.room()).collect();
    let mut areas: Vec<_> = input.nodes.iter().map(|it| it.agreed.room()).collect();
    let mut placed = vec![false; input.candidates.len()];
    let group_of = |at: usize| {
        input.groups.iter().position(|it| it.code == input.candidates[at].group).unwrap_or(0)
    };
    let mut pairs = Vec::new();
    for home in 0..input.homes.len() {
        let node = input.homes[home].node;
        if input.path(node).any(|node| areas[node] == Some(0)) {
            continue;
        }
        let next = order.iter().copied().find(|&at| {
            !placed[at]
                && groups[group_of(at)] != Some(0)
                && judge.verdict(at, home) == PairVerdict::Fits
        });
        let Some(next) = next else { continue };
        placed[next] = true;
        let less = |room: &mut Option<u32>| *room = room.map(|it| it - 1);
        less(&mut groups[group_of(next)]);
        input.path(node).for_each(|node| less(&mut areas[node]));
        pairs.push((next, home));
    }
    pairs
}

/// What a home for somebody with a ground counts for on top, when grounds go first: more
/// than any other pair.
const GROUND: i32 = 5_000;

fn in_order(year: &Year, asked: &Asked) -> Outcome {
    let mut input = year.base.clone();
    let rounds = weekly(year, asked, Policy::Rounds);
    for (group, (homes, _)) in input.groups.iter_mut().zip(rounds.groups) {
        group.agreed.upper = Some(homes);
    }
    hindsight(year, &input, GROUND)
}

/// The best anybody could have done who knew the whole year beforehand: every home to
/// somebody who waited when it came. No weekly way can have more homes and points together
/// than this with nothing on top.
fn hindsight(year: &Year, input: &RoundInput, on_top: i32) -> Outcome {
    let pairs = best(input, |person, home| {
        let week = year.comes[home];
        let ground = input.candidates[person].ground.counts(day(input.date, week));
        (year.joins[person] <= week).then_some(if ground { on_top } else { 0 })
    });
    let mut outcome = Outcome::default();
    let judge = Judge::new(input);
    let mut groups: Vec<_> = input.groups.iter().map(|it| (0, it.expected)).collect();
    for (person, home) in pairs {
        let candidate = &input.candidates[person];
        outcome.placed += 1;
        outcome.points += i64::from(judge.fit(person, home).total());
        let on = day(input.date, year.comes[home]);
        outcome.weeks_waited += i64::from((on - candidate.waiting_since).get_days().max(0) / 7);
        outcome.grounds += u32::from(candidate.ground.counts(on));
        let needs = candidate.limits.adaptation.known().unwrap_or(Adaptation::Ordinary);
        outcome.misused += u32::from(input.homes[home].facts.adaptation > needs);
        if let Some(at) = input.groups.iter().position(|it| it.code == candidate.group) {
            groups[at].0 += 1;
        }
    }
    outcome.groups = groups;
    outcome
}

/// The most homes and points together, within all ceilings. `on_top` gives what a pair
/// counts for besides; `None` when it may not be.
fn best(input: &RoundInput, on_top: impl Fn(usize, usize) -> Option<i32>) -> Vec<(usize, usize)> {
    let judge = Judge::new(input);
    let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (mut starts, mut arcs) = (vec![0], Vec::new());
    for person in 0..input.candidates.len() {
        for home in 0..input.homes.len() {
            if let Some(on_top) = on_top(person, home)
                && judge.verdict(person, home) == PairVerdict::Fits
            {
                let weight = 2_000 + on_top + judge.fit(person, home).total();
                arcs.push(Arc { home: short(home), weight });
            }
        }
        starts.push(short(arcs.len()));
    }
    let bounds = |room: Option<u32>| Bounds { lower: 0, upper: room.unwrap_or(u32::MAX) };
    let node = |it: &sleutel_domain::placement::Node| Node {
        parent: it.parent.map(short),
        bounds: bounds(it.agreed.room()),
        load_cap: None,
    };
    let group = |code: &sleutel_domain::GroupCode| {
        input.groups.iter().position(|it| it.code == *code).map_or(0, short)
    };
    let instance = Instance::new(
        input.groups.iter().map(|it| bounds(it.agreed.room())).collect(),
        input.nodes.iter().map(node).collect(),
        input.candidates.iter().map(|it| Person { group: group(&it.group), load: 0 }).collect(),
        input.homes.iter().map(|it| short(it.node)).collect(),
        starts,
        arcs,
    );
    let Ok(instance) = instance else { panic!("a week without form") };
    let Ok(solution) = sleutel_matching::solve(&instance) else {
        panic!("no floors, no collision")
    };
    let pairs = solution.plan.home_of.into_iter().enumerate();
    let mut pairs: Vec<_> =
        pairs.filter_map(|(person, home)| Some((person, home? as usize))).collect();
    pairs.sort_by_key(|&(_, home)| home);
    pairs
}
