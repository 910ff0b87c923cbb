use sleutel_domain::{
    Answer, DwellingCode, VacancyCode,
    homes::{Adaptation, Target},
    participants::{Direction, Strength, rooms_needed},
    placement::{Candidate, Change, FixingKind, Goal, PairVerdict, Question, Refusal, RoundInput},
};

use crate::{
    model::Model,
    net::{Costs, TIERS, has_room},
    round::SolvedRound,
};

/// How many homes are tried for one kind of change: the most promising by price.
const HOMES_TRIED: usize = 3;

/// One change to try.
struct Try {
    change: Change,
    input: RoundInput,
    /// A pair that becomes possible whatever the rules say.
    pair: Option<(usize, usize)>,
}

impl Try {
    fn works(&self, candidate: usize) -> bool {
        SolvedRound::with_pair(&self.input, self.pair)
            .is_ok_and(|round| round.home_of[candidate].is_some())
    }
}

/// The first change that helps, in this order: answer one open question, allow a
/// higher rent, a higher storey, look again at a place, lift another refusal, one
/// more for the group, one more for a part of the city, one more home like the best.
/// Each is tried by solving again. Somebody who is not ready has to be made ready
/// first; when nothing helps, what remains is what kind of home has to come free.
pub(crate) fn first(round: &SolvedRound<'_>, candidate: usize) -> Option<Change> {
    let own = &round.judge.input.candidates[candidate];
    if !own.ready {
        return Some(Change::MakeReady);
    }
    let search = Search { round, candidate };
    let homes = search.one_step_away();
    for kind in Kind::ALL {
        let mut near: Vec<_> = homes.iter().filter(|(it, ..)| *it == kind).collect();
        near.sort_by(|one, two| (&one.1, one.2).cmp(&(&two.1, two.2)));
        let tries = near.into_iter().take(HOMES_TRIED);
        for attempt in tries.filter_map(|(_, _, home, step)| search.attempt(*home, step)) {
            if attempt.works(candidate) {
                return Some(attempt.change);
            }
        }
    }
    search
        .more_for_group()
        .into_iter()
        .chain(search.more_in_areas())
        .chain(search.one_more_home())
        .find(|attempt| attempt.works(candidate))
        .map(|attempt| attempt.change)
        .or_else(|| Some(home_with(own)))
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
        if input.groups[group].agreed.room() == Some(0) {
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
                // A pair dearer than nothing changes nothing: the prices prove it.
                if price > [0; TIERS] {
                    return None;
                }
                Some((Kind::of(&step)?, price, home, step))
            })
            .collect()
    }

    fn attempt(&self, home: usize, step: &Step) -> Option<Try> {
        let mut input = self.input().clone();
        let vacancy = input.homes[home].vacancy.clone();
        let (change, forced) = match step {
            Step::Ask(question) => {
                let question = *question;
                answer(&mut input, self.candidate, home, question)?;
                (Change::Answer { question, vacancy }, false)
            }
            Step::Lift(refusal) => {
                let forced = lift(&mut input, self.candidate, home, refusal);
                (lifted(refusal.clone(), vacancy), forced)
            }
        };
        Some(Try { change, input, pair: forced.then_some((self.candidate, home)) })
    }

    fn more_for_group(&self) -> Option<Try> {
        let own = &self.input().candidates[self.candidate];
        let at = self.input().groups.iter().position(|group| group.code == own.group)?;
        let agreed = self.input().groups[at].agreed;
        let given = self.round.given_to_groups()[at];
        if self.round.rows[self.candidate].fits.is_empty() || agreed.room()? > given {
            return None;
        }
        let mut input = self.input().clone();
        let upper = agreed.upper?.max(agreed.realised).saturating_add(1);
        input.groups[at].agreed.upper = Some(upper);
        let group = own.group.clone();
        Some(Try { change: Change::GroupCeiling { group, upper }, input, pair: None })
    }

    /// Parts that are full around free homes that fit, the cheapest home first.
    fn more_in_areas(&self) -> Vec<Try> {
        let given = self.round.given_in_areas();
        let mut nodes = Vec::new();
        for home in self.possible() {
            let full: Vec<_> = self
                .input()
                .path(self.input().homes[home].node)
                .filter(|&node| {
                    self.input().nodes[node].agreed.room().is_some_and(|room| given[node] >= room)
                })
                .collect();
            if let &[node] = full.as_slice()
                && !nodes.contains(&node)
            {
                nodes.push(node);
            }
        }
        let tries = nodes.into_iter().take(HOMES_TRIED).filter_map(|node| {
            let mut input = self.input().clone();
            let agreed = &mut input.nodes[node].agreed;
            let upper = agreed.upper?.max(agreed.realised).saturating_add(1);
            agreed.upper = Some(upper);
            let place = input.nodes[node].place.clone();
            Some(Try { change: Change::AreaCeiling { place, upper }, input, pair: None })
        });
        tries.collect()
    }

    fn one_more_home(&self) -> Vec<Try> {
        let homes = self.possible().into_iter();
        let homes = homes.filter(|&home| self.price_of_one_more(home) <= [0; TIERS]);
        let tries = homes.take(HOMES_TRIED).filter_map(|home| {
            let mut input = self.input().clone();
            let mut more = input.homes[home].clone();
            let vacancy = std::mem::replace(&mut more.vacancy, VacancyCode::new("one-more").ok()?);
            more.dwelling = DwellingCode::new("one-more").ok()?;
            input.homes.push(more);
            Some(Try { change: Change::OneMoreLike { vacancy }, input, pair: None })
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

/// Gives the answer under which the home fits; `None` when there is none.
fn answer(input: &mut RoundInput, candidate: usize, home: usize, question: Question) -> Option<()> {
    let facts = input.homes[home].facts.clone();
    let spare = input.settings.spare_rooms;
    let own = &mut input.candidates[candidate];
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

/// Takes a refusal away; true when that takes an exception for this one pair.
fn lift(input: &mut RoundInput, candidate: usize, home: usize, refusal: &Refusal) -> bool {
    let offer = input.homes[home].clone();
    let own = &mut input.candidates[candidate];
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
        Refusal::Banned => {
            let reference = own.reference.clone();
            input.fixings.retain(|fixing| {
                fixing.kind != FixingKind::Ban
                    || fixing.candidate != reference
                    || fixing.vacancy != offer.vacancy
            });
        }
        Refusal::TooFewRooms { .. }
        | Refusal::TooManyRooms { .. }
        | Refusal::NotAdapted { .. }
        | Refusal::KeptForAdapted { .. }
        | Refusal::TargetAge { .. } => return true,
    }
    false
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
