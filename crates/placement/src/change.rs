use std::cell::Cell;

use sleutel_domain::{
    Answer, VacancyCode,
    homes::{Adaptation, DwellingFacts, Target},
    participants::{Direction, Strength, rooms_needed},
    placement::{
        Agreed, Bound, Candidate, Change, Demand, Goal, HomeOnOffer, PairVerdict, Question,
        Refusal, RoundInput, RoundSettings,
    },
};

use crate::{
    again::{self, Altered, Tried},
    model::Model,
    net::{Costs, TIERS, has_room},
    round::SolvedRound,
};

/// How many homes are tried for one kind of change: the most promising by price.
const HOMES_TRIED: usize = 3;

/// One change to try.
struct Try {
    change: Change,
    how: How,
}

enum How {
    Person(Box<Altered>),
    Figures(Demand, u32),
    OneMore(usize),
}

impl Try {
    fn made(&self, round: &SolvedRound<'_>, candidate: usize) -> Tried {
        // Where the round itself is not proven, what would change cannot be either.
        if !round.is_proven() {
            return Tried { placed: false, networks: 0 };
        }
        match &self.how {
            How::Person(altered) => again::with_person(round, candidate, altered),
            How::Figures(demand, by) => {
                let mut figures = round.model.figures.clone();
                figures.give(round.judge.input, demand, *by);
                again::with_figures(round, &figures, candidate)
            }
            How::OneMore(home) => again::with_one_more(round, *home, candidate),
        }
    }
}

/// What looking for somebody's first change came to.
#[derive(Debug)]
pub(crate) struct Looked {
    pub(crate) change: Option<Change>,
    /// Networks that were solved for it.
    pub(crate) networks: u64,
}

/// The first change that helps, in this order: answer one open question, allow a
/// higher rent, a higher storey, look again at a place, lift another refusal, one
/// more for the group, one more for a part of the city, one more home like the best.
/// Each is tried by solving again. Somebody who is not ready has to be made ready
/// first; when nothing helps, what remains is what kind of home has to come free.
/// Nothing is said once solving has taken so many networks.
pub(crate) fn first(round: &SolvedRound<'_>, candidate: usize, most: u64) -> Looked {
    let own = &round.judge.input.candidates[candidate];
    if !own.ready {
        return Looked { change: Some(Change::MakeReady), networks: 0 };
    }
    let networks = Cell::new(0);
    let works = |attempt: &Try| {
        let goes_on = networks.get() < most;
        goes_on && {
            let tried = attempt.made(round, candidate);
            networks.set(networks.get() + u64::from(tried.networks));
            tried.placed
        }
    };
    let search = Search { round, candidate };
    let homes = search.one_step_away();
    for kind in Kind::ALL {
        let mut near: Vec<_> = homes.iter().filter(|(it, ..)| *it == kind).collect();
        near.sort_by(|one, two| (&one.1, one.2).cmp(&(&two.1, two.2)));
        let tries = near.into_iter().take(HOMES_TRIED);
        for attempt in tries.filter_map(|(_, _, home, step)| search.attempt(*home, step)) {
            if works(&attempt) {
                return Looked { change: Some(attempt.change), networks: networks.get() };
            }
        }
    }
    let change = search
        .more_for_group()
        .into_iter()
        .chain(search.more_around())
        .chain(search.apart())
        .chain(search.one_more_home())
        .find(|attempt| works(attempt))
        .map(|attempt| attempt.change)
        .or_else(|| (networks.get() < most).then(|| home_with(own)));
    Looked { change, networks: networks.get() }
}

fn home_with(own: &Candidate) -> Change {
    Change::HomeWith {
        rooms: own.people.known().map_or(1, rooms_needed),
        adaptation: own.limits.adaptation.known().unwrap_or(Adaptation::Ordinary),
        rent: own.limits.rent.known(),
    }
}

/// What stands between a household and a home.
enum Step {
    Ask(Question),
    Lift(Refusal),
}

/// The order in which steps are tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Question(Question),
    Rent,
    Stairs,
    Place,
    Other,
}

impl Kind {
    const ALL: [Self; Question::ALL.len() + 4] = {
        let mut kinds = [Self::Other; Question::ALL.len() + 4];
        let mut at = 0;
        while at < Question::ALL.len() {
            kinds[at] = Self::Question(Question::ALL[at]);
            at += 1;
        }
        kinds[at] = Self::Rent;
        kinds[at + 1] = Self::Stairs;
        kinds[at + 2] = Self::Place;
        kinds
    };

    /// `None` for what nobody can change: the household's size, age and needs.
    fn of(step: &Step) -> Option<Self> {
        match step {
            Step::Ask(question) => Some(Self::Question(*question)),
            Step::Lift(refusal) => match refusal {
                Refusal::Rent { .. } => Some(Self::Rent),
                Refusal::Stairs { .. } => Some(Self::Stairs),
                Refusal::Avoided { .. } | Refusal::OutsideMust | Refusal::Excluded { .. } => {
                    Some(Self::Place)
                }
                Refusal::TooManyRooms { .. }
                | Refusal::KeptForAdapted { .. }
                | Refusal::NoSharing
                | Refusal::NoPets
                | Refusal::NoSmoking
                | Refusal::OfferedBefore
                | Refusal::Banned => Some(Self::Other),
                Refusal::TooFewRooms { .. }
                | Refusal::NotAdapted { .. }
                | Refusal::TargetAge { .. } => None,
            },
        }
    }
}

struct Search<'a> {
    round: &'a SolvedRound<'a>,
    candidate: usize,
}

impl Search<'_> {
    fn model(&self) -> &Model {
        &self.round.model
    }

    fn input(&self) -> &RoundInput {
        self.round.judge.input
    }

    fn pair_costs(&self, home: usize) -> Costs {
        let mut own = [0; TIERS];
        own[Goal::Fit as usize] = -i64::from(self.round.judge.fit(self.candidate, home).total());
        own
    }

    /// What placing the household in a home would cost by the prices of this round.
    fn price(&self, home: usize) -> Costs {
        self.model().price_of(self.candidate, home, self.pair_costs(home))
    }

    /// The same for one more home like it.
    fn price_of_one_more(&self, home: usize) -> Costs {
        let node = self.input().homes[home].node;
        self.model().price_of_one_more(self.candidate, node, self.pair_costs(home))
    }

    /// Homes with exactly one thing in the way, whose price says it could help.
    fn one_step_away(&self) -> Vec<(Kind, Costs, usize, Step)> {
        let input = self.input();
        let group = self.model().group_of(self.candidate);
        if input.group_path(group).any(|at| input.groups[at].agreed.room() == Some(0)) {
            return Vec::new();
        }
        (0..input.homes.len())
            .filter(|&home| has_room(input, input.homes[home].node))
            .filter_map(|home| {
                let step = match self.round.judge.verdict(self.candidate, home) {
                    PairVerdict::Fits => return None,
                    PairVerdict::Ask(questions) => match questions.as_slice() {
                        &[question] => Step::Ask(question),
                        _ => return None,
                    },
                    PairVerdict::Refused(mut refusals) => match (refusals.pop(), refusals.len()) {
                        (Some(refusal), 0) => Step::Lift(refusal),
                        _ => return None,
                    },
                };
                let price = self.price(home);
                // A pair dearer than nothing changes nothing: the prices prove it, as long
                // as there is nothing beside the network.
                if price > [0; TIERS] && self.model().limits.is_empty() {
                    return None;
                }
                Some((Kind::of(&step)?, price, home, step))
            })
            .collect()
    }

    fn attempt(&self, home: usize, step: &Step) -> Option<Try> {
        let offer = &self.input().homes[home];
        let vacancy = offer.vacancy.clone();
        let mut altered = Altered {
            candidate: self.input().candidates[self.candidate].clone(),
            allowed: None,
            forced: None,
        };
        let change = match step {
            Step::Ask(question) => {
                let question = *question;
                answer(self.input().settings, &mut altered.candidate, &offer.facts, question)?;
                Change::Answer { question, vacancy }
            }
            Step::Lift(refusal) => {
                lift(&mut altered, home, offer, refusal);
                lifted(refusal.clone(), vacancy)
            }
        };
        Some(Try { change, how: How::Person(Box::new(altered)) })
    }

    /// One more for the group, or the main group, if that alone is full.
    fn more_for_group(&self) -> Option<Try> {
        let input = self.input();
        if self.round.rows[self.candidate].fits.is_empty() {
            return None;
        }
        let given = self.round.given_to_groups();
        let full: Vec<_> = input
            .group_path(self.model().group_of(self.candidate))
            .filter(|&at| input.groups[at].agreed.room().is_some_and(|room| given[at] >= room))
            .collect();
        let &[at] = full.as_slice() else { return None };
        let (group, agreed) = (input.groups[at].code.clone(), input.groups[at].agreed);
        let upper = agreed.upper?.max(agreed.realised).saturating_add(1);
        let how = How::Figures(Demand::Ceiling(Bound::Group(group.clone())), 1);
        Some(Try { change: Change::GroupCeiling { group, upper }, how })
    }

    /// What alone is full around homes that fit, the cheapest home first: a part of the
    /// city, what it can carry, an association.
    fn more_around(&self) -> Vec<Try> {
        let input = self.input();
        let (given, loads) = (self.round.given_in_areas(), self.round.loads());
        let by_associations = self.round.given_by_associations();
        let own = input.load_points(&input.candidates[self.candidate]);
        let full = |agreed: Agreed, given: u32| agreed.room().is_some_and(|room| given >= room);
        let mut tries: Vec<(Change, Demand, u32)> = Vec::new();
        for home in self.possible() {
            let offer = &input.homes[home];
            let mut stand = Vec::new();
            for at in input.path(offer.node) {
                let node = &input.nodes[at];
                let place = node.place.clone();
                if full(node.agreed, given[at]) {
                    let upper = raised(node.agreed, 1);
                    let demand = Demand::Ceiling(Bound::Area(place.clone()));
                    stand.push((Change::AreaCeiling { place: place.clone(), upper }, demand, 1));
                }
                if let Some(ceiling) = node.load {
                    let needed = (loads[at] + own).saturating_sub(ceiling.room());
                    if needed > 0 {
                        let upper = ceiling.upper.max(ceiling.carried).saturating_add(needed);
                        let demand = Demand::Load(place.clone());
                        stand.push((Change::LoadCeiling { place, upper }, demand, needed));
                    }
                }
            }
            for (target, &given) in input.associations.iter().zip(&by_associations) {
                if target.code == offer.association && full(target.agreed, given) {
                    let (association, upper) = (target.code.clone(), raised(target.agreed, 1));
                    let demand = Demand::Ceiling(Bound::Association(association.clone()));
                    stand.push((Change::AssociationCeiling { association, upper }, demand, 1));
                }
            }
            if let [(change, demand, by)] = stand.as_slice()
                && !tries.iter().any(|it| it.1 == *demand)
            {
                tries.push((change.clone(), demand.clone(), *by));
            }
        }
        let tries = tries.into_iter().take(HOMES_TRIED);
        tries.map(|(change, demand, by)| Try { change, how: How::Figures(demand, by) }).collect()
    }

    /// Not having to move together with somebody.
    fn apart(&self) -> Vec<Try> {
        let own = &self.input().candidates[self.candidate].reference;
        let links = self.input().together.iter();
        let links = links.filter(|it| it.one == *own || it.other == *own);
        let tries = links.map(|it| {
            let from = if it.one == *own { it.other.clone() } else { it.one.clone() };
            let demand = Demand::Together { one: it.one.clone(), other: it.other.clone() };
            Try { change: Change::Apart { from }, how: How::Figures(demand, 1) }
        });
        tries.collect()
    }

    fn one_more_home(&self) -> Vec<Try> {
        // A home on top lies in no place and belongs to nobody for limits beside the
        // network; there it is not promised.
        if !self.model().limits.is_empty() {
            return Vec::new();
        }
        let homes = self.possible().into_iter();
        let homes = homes.filter(|&home| self.price_of_one_more(home) <= [0; TIERS]);
        let tries = homes.take(HOMES_TRIED).map(|home| {
            let vacancy = self.input().homes[home].vacancy.clone();
            Try { change: Change::OneMoreLike { vacancy }, how: How::OneMore(home) }
        });
        tries.collect()
    }

    /// Homes that fit, the cheapest by price first.
    fn possible(&self) -> Vec<usize> {
        let row = &self.round.rows[self.candidate];
        let mut homes: Vec<_> =
            row.fits.iter().map(|&home| (self.price(home as usize), home as usize)).collect();
        homes.sort_unstable();
        homes.into_iter().map(|(_, home)| home).collect()
    }
}

/// A ceiling that lets through so many more.
fn raised(agreed: Agreed, by: u32) -> u32 {
    agreed.upper.unwrap_or(0).max(agreed.realised).saturating_add(by)
}

/// Gives the answer under which the home fits; `None` when there is none.
fn answer(
    settings: RoundSettings,
    own: &mut Candidate,
    facts: &DwellingFacts,
    question: Question,
) -> Option<()> {
    let spare = settings.spare_rooms;
    match question {
        Question::People => {
            let fits = |people: &u8| {
                let needed = rooms_needed(*people);
                (needed..=needed.saturating_add(spare)).contains(&facts.rooms)
            };
            own.people = Answer::Known((1..=u8::MAX).find(fits)?);
        }
        // Needing what the home is fitted for fits whether or not it is kept.
        Question::Adaptation => own.limits.adaptation = Answer::Known(facts.adaptation),
        Question::Stairs => own.limits.stairs = Answer::Known(facts.floor),
        Question::Rent => own.limits.rent = Answer::Known(facts.rent),
        Question::HeadAge => own.head_age = Answer::Known(18),
        Question::OldestAge => own.oldest_age = Answer::Known(55),
        Question::Sharing => {
            own.limits.sharing = Answer::Known(facts.target == Target::CommunityHouse)
        }
        Question::Pets => own.limits.pets = Answer::Known(false),
        Question::Smoking => own.limits.smokes = Answer::Known(false),
    }
    Some(())
}

/// Takes a refusal away, if need be by an exception for this one pair.
fn lift(altered: &mut Altered, home: usize, offer: &HomeOnOffer, refusal: &Refusal) {
    let own = &mut altered.candidate;
    match refusal {
        Refusal::Rent { rent, .. } => own.limits.rent = Answer::Known(*rent),
        Refusal::Stairs { floor, .. } => own.limits.stairs = Answer::Known(*floor),
        Refusal::Avoided { place } => own.wishes.retain(|wish| {
            wish.place != *place
                || wish.direction != Direction::Avoid
                || wish.strength != Strength::Must
        }),
        Refusal::OutsideMust => {
            for wish in &mut own.wishes {
                if wish.direction == Direction::Prefer && wish.strength == Strength::Must {
                    wish.strength = Strength::Strong;
                }
            }
        }
        Refusal::Excluded { place } => own.exclusions.retain(|it| it != place),
        Refusal::NoSharing => own.limits.sharing = Answer::Known(true),
        Refusal::NoPets => own.limits.pets = Answer::Known(false),
        Refusal::NoSmoking => own.limits.smokes = Answer::Known(false),
        Refusal::OfferedBefore => own.offered.retain(|dwelling| *dwelling != offer.dwelling),
        Refusal::Banned => altered.allowed = Some(home),
        Refusal::TooFewRooms { .. }
        | Refusal::TooManyRooms { .. }
        | Refusal::NotAdapted { .. }
        | Refusal::KeptForAdapted { .. }
        | Refusal::TargetAge { .. } => altered.forced = Some(home),
    }
}

fn lifted(refusal: Refusal, vacancy: VacancyCode) -> Change {
    match refusal {
        Refusal::Rent { rent, .. } => Change::Rent { limit: rent, vacancy },
        Refusal::Stairs { floor, .. } => Change::Stairs { floor, vacancy },
        refusal @ (Refusal::Avoided { .. } | Refusal::OutsideMust | Refusal::Excluded { .. }) => {
            Change::Place { refusal, vacancy }
        }
        refusal @ (Refusal::TooFewRooms { .. }
        | Refusal::TooManyRooms { .. }
        | Refusal::NotAdapted { .. }
        | Refusal::KeptForAdapted { .. }
        | Refusal::TargetAge { .. }
        | Refusal::NoSharing
        | Refusal::NoPets
        | Refusal::NoSmoking
        | Refusal::OfferedBefore
        | Refusal::Banned) => Change::Lift { refusal, vacancy },
    }
}
