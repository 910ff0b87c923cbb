//! The people of the city, by lot: six years of files.

mod household;
mod names;
mod places;
mod support;
mod twice;
mod words;

use jiff::civil::{Date, date};
use sleutel_domain::{
    LongText, Phrase,
    participants::{LivingSituation, MemberRole, PriorityGround, Readiness, ThreeQuestions},
};
use sleutel_exchange::records::{
    ComplexRecord, ExclusionRecord, MemberRecord, NetworkRecord, ParticipantRecord, WishRecord,
};

use crate::{
    chance::Chance,
    groups::{self, GROUPS, GroupPlan, YEARS},
    homes::Let,
    organisations::{self, PROVIDERS},
    sure,
    town::Town,
};
use places::Map;
pub(crate) use support::together;
pub(crate) use twice::twice;

/// Files with a home, ready, being prepared, paused.
const STATES: [usize; 4] = [2_097, 1_428, 298, 147];

/// The files and what belongs to them.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) participants: Vec<ParticipantRecord>,
    pub(crate) members: Vec<MemberRecord>,
    pub(crate) wishes: Vec<WishRecord>,
    pub(crate) network: Vec<NetworkRecord>,
    pub(crate) exclusions: Vec<ExclusionRecord>,
}

impl People {
    /// Adds others behind these.
    pub(crate) fn append(&mut self, others: &mut Self) {
        self.participants.append(&mut others.participants);
        self.members.append(&mut others.members);
        self.wishes.append(&mut others.wishes);
        self.network.append(&mut others.network);
        self.exclusions.append(&mut others.exclusions);
    }
}

/// When somebody came and what has become of the file.
struct Course {
    waiting_since: Date,
    readiness: Readiness,
}

/// Everyone but the written people, in the order in which they came.
pub(crate) fn people(
    seed: u64,
    today: Date,
    town: &Town,
    complexes: &[Let<ComplexRecord>],
) -> People {
    let mut chance = Chance::new(seed, "people");
    let mut courses: Vec<Course> = Vec::new();
    for (state, &number) in STATES.iter().enumerate() {
        courses.extend((0..number).map(|_| course(state, today, &mut chance)));
    }
    courses.sort_by_key(|course| course.waiting_since);
    let weights = town.by_households();
    let map = Map { town, weights: &weights, complexes };
    let mut people = People::default();
    let (mut year, mut number) = (0, 0);
    for course in courses {
        if course.waiting_since.year() != year {
            (year, number) = (course.waiting_since.year(), 0);
        }
        number += 1;
        // A stream for each file: whatever one draws, the next stays as it is.
        let reference = format!("P-{year}-{number:04}");
        let mut chance = Chance::new(seed, &reference);
        add(&mut people, &reference, course, (seed, today), map, &mut chance);
    }
    people
}

fn course(state: usize, today: Date, chance: &mut Chance) -> Course {
    // More people came lately than long ago.
    let waits = |chance: &mut Chance, least: i64, most: i64| {
        least + chance.between(0, most).min(chance.between(0, most))
    };
    let prepared = chance.between(10, 110);
    match state {
        0 => {
            let first = date(today.year() - YEARS + 1, 1, 1);
            let on = sure::days_before(today, chance.between(1, sure::days_between(first, today)));
            let waiting_since = sure::days_before(on, waits(chance, 50, 720));
            Course { waiting_since, readiness: Readiness::Placed { on } }
        }
        1 => {
            let waiting_since = sure::days_before(today, waits(chance, 12, 1_250));
            let since = sure::days_before(waiting_since, -prepared).min(today);
            Course { waiting_since, readiness: Readiness::Ready { since } }
        }
        2 => {
            let waiting_since = sure::days_before(today, waits(chance, 0, 150));
            Course { waiting_since, readiness: Readiness::Preparing }
        }
        _ => {
            let waiting_since = sure::days_before(today, waits(chance, 90, 900));
            let reason: Phrase = sure::phrase(chance.pick(words::PAUSED));
            let until =
                chance.percent(65).then(|| sure::days_before(today, chance.between(-240, 25)));
            Course { waiting_since, readiness: Readiness::Paused { reason, until } }
        }
    }
}

fn add(
    people: &mut People,
    reference: &str,
    course: Course,
    (seed, today): (u64, Date),
    map: Map<'_>,
    chance: &mut Chance,
) {
    let reference = sure::reference(reference);
    let placed = match course.readiness {
        Readiness::Placed { on } => Some(on),
        Readiness::Preparing | Readiness::Ready { .. } | Readiness::Paused { .. } => None,
    };
    let plan = group(placed.unwrap_or(today).year(), chance);
    let household = household::household(plan, placed.unwrap_or(today), chance);
    let children = household.others.iter().any(|member| member.role == MemberRole::Child);
    let home = chance.weighted(map.weights);
    let provider = provider(plan, chance);
    // What was wanted is mostly gone from the files of people who have a home.
    if placed.is_none() || chance.percent(35) {
        for wish in places::wishes(map, home, chance) {
            people.wishes.push(WishRecord { reference: reference.clone(), wish });
        }
        for tie in places::network(map, home, children, chance) {
            people.network.push(NetworkRecord { reference: reference.clone(), tie });
        }
    }
    if placed.is_none() && chance.percent(5) {
        let exclusion = places::exclusion(map, today, chance);
        people.exclusions.push(ExclusionRecord { reference: reference.clone(), exclusion });
    }
    let load = support::load(plan, &mut Chance::new(seed, &format!("{reference} load")));
    people.participants.push(ParticipantRecord {
        reference: reference.clone(),
        group: groups::code(plan),
        provider: sure::organisation(PROVIDERS[provider].0),
        worker: Some(sure::phrase(&organisations::worker(provider, chance.index(5)))),
        limits: household::limits(plan, &household, chance),
        given: household.given,
        family: household.family,
        born: household.born,
        waiting_since: course.waiting_since,
        ground: ground(plan, placed.unwrap_or(today), chance),
        questions: questions(placed.is_none(), chance),
        living_situation: if placed.is_some() {
            None
        } else {
            household::living_situation(plan, chance)
        },
        load,
        readiness: course.readiness,
    });
    for (member, number) in household.others.into_iter().zip(2..) {
        people.members.push(MemberRecord { reference: reference.clone(), number, member });
    }
}

/// Where somebody with a home lived until they got it; of nobody else, whose file says it.
pub(crate) fn lived(of: &ParticipantRecord) -> Option<LivingSituation> {
    let placed = matches!(of.readiness, Readiness::Placed { .. });
    let plan = GROUPS.iter().find(|it| it.code == of.group.as_str()).filter(|_| placed)?;
    household::living_situation(plan, &mut Chance::new(0, &format!("{} lived", of.reference)))
}

fn group(year: i16, chance: &mut Chance) -> &'static GroupPlan {
    let weights: Vec<u32> =
        GROUPS.iter().map(|plan| if plan.since <= year { plan.expected } else { 0 }).collect();
    &GROUPS[chance.weighted(&weights)]
}

/// The last provider is there for young people; the others take everyone.
fn provider(plan: &GroupPlan, chance: &mut Chance) -> usize {
    let last = PROVIDERS.len() - 1;
    if plan.ages.1 <= 27 && chance.percent(55) { last } else { chance.index(last) }
}

fn ground(plan: &GroupPlan, on: Date, chance: &mut Chance) -> PriorityGround {
    let safety = match plan.code {
        "violence" | "omslag-violence" | "leaving-sex-work" | "public-safety" => 22,
        _ => 1,
    };
    if chance.percent(safety) {
        PriorityGround::Safety
    } else if chance.percent(11) {
        PriorityGround::TermEnds(sure::days_before(on, chance.between(-260, 20)))
    } else {
        PriorityGround::None
    }
}

fn questions(waits: bool, chance: &mut Chance) -> ThreeQuestions {
    if !waits || !chance.percent(42) {
        return ThreeQuestions::default();
    }
    let mut say = |list: &[&str], percent| -> Option<LongText> {
        chance.percent(percent).then(|| sure::long(chance.pick(list)))
    };
    ThreeQuestions {
        want: say(words::WANT, 95),
        can: say(words::CAN, 75),
        need: say(words::NEED, 80),
    }
}
