use std::collections::BTreeMap;

use sleutel_domain::{
    Answer,
    homes::{Adaptation, Place},
    participants::{Direction, Strength, rooms_needed},
    placement::{
        AheadPrices, Candidate, Fit, FixingKind, HomeOnOffer, PairVerdict, Question, RoundInput,
        RuleName, Standing,
    },
};

use crate::{
    fit,
    pairs::{Row, row},
    places::Places,
    rules::{Pair, RuleAnswer, ask},
};

/// The rules of a round, ready to be asked about any household and any home.
#[derive(Debug)]
pub struct Judge<'a> {
    pub(crate) input: &'a RoundInput,
    pub(crate) places: Places,
    pub(crate) people: Vec<Person<'a>>,
    pub(crate) homes: Vec<Home<'a>>,
}

/// A place somebody named, with its number in [`Places`].
pub(crate) type Named<'a> = (usize, &'a Place);

/// A household with its places looked up.
#[derive(Debug)]
pub(crate) struct Person<'a> {
    pub(crate) candidate: &'a Candidate,
    pub(crate) rooms: Answer<u8>,
    /// Places that have to be; empty when anywhere is possible.
    pub(crate) musts: Vec<usize>,
    pub(crate) avoided: Vec<Named<'a>>,
    pub(crate) excluded: Vec<Named<'a>>,
    /// Points for a place, most first.
    pub(crate) preferred: Vec<(i32, usize)>,
    pub(crate) disliked: Vec<(i32, usize)>,
    pub(crate) network: Vec<(i32, usize)>,
    /// Homes by their place in the input, in order.
    pub(crate) offered: Vec<usize>,
    pub(crate) banned: Vec<usize>,
    pub(crate) pinned: Vec<usize>,
    /// Points that waiting and a place in the group's share are expected to be worth.
    pub(crate) later: i32,
}

/// A home, and whether it is kept for who needs what it is fitted for.
#[derive(Debug)]
pub(crate) struct Home<'a> {
    pub(crate) offer: &'a HomeOnOffer,
    /// It is fitted for something, and somebody ready who needs that could have it.
    pub(crate) needed: bool,
    /// Points that the room around it is expected to be worth.
    pub(crate) later: i32,
}

impl<'a> Judge<'a> {
    /// Looks up every place anybody names, and which adapted homes are needed.
    ///
    /// # Panics
    /// When the input has contradictions ([`RoundInput::errors`]).
    pub fn new(input: &'a RoundInput) -> Self {
        let places = Places::new(input);
        let dwellings: BTreeMap<_, _> =
            input.homes.iter().enumerate().map(|(at, home)| (&home.dwelling, at)).collect();
        let mut people: Vec<_> = input
            .candidates
            .iter()
            .map(|candidate| {
                let mut person = Person::new(input, &places, candidate);
                person.offered =
                    candidate.offered.iter().filter_map(|it| dwellings.get(it).copied()).collect();
                person.offered.sort_unstable();
                person
            })
            .collect();
        fix(input, &mut people);
        let homes =
            input.homes.iter().map(|offer| Home { offer, needed: false, later: 0 }).collect();
        let mut judge = Self { input, places, people, homes };
        let needed: Vec<_> = (0..judge.homes.len()).map(|home| judge.is_needed(home)).collect();
        for (home, needed) in judge.homes.iter_mut().zip(needed) {
            home.needed = needed;
        }
        judge
    }

    /// The same, with what looking ahead said counted in the fit.
    pub fn looking_ahead(input: &'a RoundInput, prices: &AheadPrices) -> Self {
        let mut judge = Self::new(input);
        let waiting: BTreeMap<_, _> =
            prices.waiting.iter().map(|(it, price)| (it, *price)).collect();
        let groups: BTreeMap<_, _> = prices.groups.iter().map(|(it, price)| (it, *price)).collect();
        let areas: BTreeMap<_, _> = prices.areas.iter().map(|(it, price)| (it, *price)).collect();
        for person in &mut judge.people {
            let own = waiting.get(&person.candidate.reference).copied().unwrap_or(0);
            person.later = own + groups.get(&person.candidate.group).copied().unwrap_or(0);
        }
        for home in &mut judge.homes {
            let around = input.path(home.offer.node).map(|node| &input.nodes[node].place);
            home.later = around.filter_map(|place| areas.get(place)).sum();
        }
        judge
    }

    pub(crate) fn pair(&self, candidate: usize, home: usize) -> Pair<'_> {
        self.pair_of(&self.people[candidate], home)
    }

    pub(crate) fn pair_of<'s>(&'s self, person: &'s Person<'_>, home: usize) -> Pair<'s> {
        Pair { judge: self, person, home: &self.homes[home], at: home }
    }

    /// Whether somebody ready needs exactly what the home is fitted for and no other
    /// rule refuses them; an open question does not take their chance away.
    fn is_needed(&self, home: usize) -> bool {
        self.people.iter().any(|person| self.claims(person, home))
    }

    /// Whether a household is one for whom a home is kept.
    pub(crate) fn claims(&self, person: &Person<'_>, home: usize) -> bool {
        let fitted = self.homes[home].offer.facts.adaptation;
        fitted > Adaptation::Ordinary
            && person.candidate.ready
            && person.candidate.limits.adaptation == Answer::Known(fitted)
            && RuleName::ALL
                .into_iter()
                .filter(|&rule| rule != RuleName::Adaptation)
                .all(|rule| !ask(rule, &self.pair_of(person, home)).refuses())
    }

    /// What the rules together say: refused if any refuses, with all refusals; a
    /// question if any is open; fits otherwise.
    ///
    /// # Panics
    /// When there is no such candidate or home.
    pub fn verdict(&self, candidate: usize, home: usize) -> PairVerdict {
        let pair = self.pair(candidate, home);
        let (mut refusals, mut questions) = (Vec::new(), Vec::new());
        for rule in RuleName::ALL {
            match ask(rule, &pair) {
                RuleAnswer::Fits => {}
                RuleAnswer::Ask(question) => questions.push(question),
                RuleAnswer::Refuses(refusal) => refusals.push(refusal),
            }
        }
        if !refusals.is_empty() {
            return PairVerdict::Refused(refusals);
        }
        if !questions.is_empty() {
            questions.sort_unstable();
            questions.dedup();
            return PairVerdict::Ask(questions);
        }
        PairVerdict::Fits
    }

    /// How well a home fits with what a household wants, whether or not it is possible.
    ///
    /// # Panics
    /// When there is no such candidate or home.
    pub fn fit(&self, candidate: usize, home: usize) -> Fit {
        fit::of(&self.pair(candidate, home))
    }

    /// Whether a household takes part, and why not.
    ///
    /// # Panics
    /// When there is no such candidate.
    pub fn standing(&self, candidate: usize) -> Standing {
        if !self.people[candidate].candidate.ready {
            return Standing::NotReady;
        }
        let Row { fits, once_asked, questions, refused_by, .. } = row(self, candidate);
        let possible = u32::try_from(fits.len()).unwrap_or(u32::MAX);
        let questions: Vec<Question> = questions.list();
        match (possible, once_asked) {
            (0, 0) => Standing::NoHomeFits { refused_by: refused_by.list() },
            (0, _) => Standing::Ask { once_asked, questions },
            _ => Standing::In { possible, once_asked, questions },
        }
    }
}

impl<'a> Person<'a> {
    pub(crate) fn new(input: &RoundInput, places: &Places, candidate: &'a Candidate) -> Self {
        let wishes = |direction| {
            candidate
                .wishes
                .iter()
                .filter(move |wish| wish.direction == direction)
                .map(|wish| (wish.strength, places.number(&wish.place), &wish.place))
        };
        let mut preferred: Vec<_> = wishes(Direction::Prefer)
            .map(|(strength, place, _)| (fit::wish_points(strength), place))
            .collect();
        let mut disliked: Vec<_> = wishes(Direction::Avoid)
            .filter(|(strength, ..)| *strength != Strength::Must)
            .map(|(strength, place, _)| (fit::wish_points(strength), place))
            .collect();
        let mut network = fit::network_points(input, places, &candidate.network);
        for points in [&mut preferred, &mut disliked, &mut network] {
            points.sort_unstable_by_key(|&(points, place)| (-points, place));
            points.dedup();
        }
        Self {
            candidate,
            rooms: candidate.people.map(rooms_needed),
            musts: wishes(Direction::Prefer)
                .filter(|(strength, ..)| *strength == Strength::Must)
                .map(|(_, place, _)| place)
                .collect(),
            avoided: wishes(Direction::Avoid)
                .filter(|(strength, ..)| *strength == Strength::Must)
                .map(|(_, number, place)| (number, place))
                .collect(),
            excluded: candidate.exclusions.iter().map(|it| (places.number(it), it)).collect(),
            preferred,
            disliked,
            network,
            offered: Vec::new(),
            banned: Vec::new(),
            pinned: Vec::new(),
            later: 0,
        }
    }
}

fn fix(input: &RoundInput, people: &mut [Person<'_>]) {
    let candidates: BTreeMap<_, _> =
        input.candidates.iter().enumerate().map(|(at, it)| (&it.reference, at)).collect();
    let vacancies: BTreeMap<_, _> =
        input.homes.iter().enumerate().map(|(at, it)| (&it.vacancy, at)).collect();
    for fixing in &input.fixings {
        let person = candidates.get(&fixing.candidate).and_then(|&at| people.get_mut(at));
        if let (Some(person), Some(&home)) = (person, vacancies.get(&fixing.vacancy)) {
            match fixing.kind {
                FixingKind::Pin => person.pinned.push(home),
                FixingKind::Ban => person.banned.push(home),
            }
        }
    }
}
