//! Invented towns for tests and benches: everything follows from a seed.
#![expect(clippy::unwrap_used, reason = "a helper of tests may fail like a test")]

use jiff::{ToSpan, civil::date};
use sleutel_domain::{
    Answer, AreaCode, Cents, ComplexCode, DwellingCode, GroupCode, OrganisationCode, Reference,
    VacancyCode,
    homes::{Adaptation, AreaLevel, DwellingFacts, HouseRules, Place, Target},
    participants::{Direction, Limits, PriorityGround, Strength},
    placement::{
        Agreed, AssociationTarget, Candidate, CandidateWish, Fixing, FixingKind, GroupShare,
        HomeOnOffer, LoadCeiling, Node, RoundInput, RoundSettings, SupportLoad, Together,
    },
};

/// How large a town is and how much of it is open or laid down.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) people: usize,
    pub(crate) homes: usize,
    /// Neighbourhoods; three to a quarter, three quarters to a district.
    pub(crate) neighbourhoods: usize,
    pub(crate) groups: usize,
    /// In a hundred, how often a fact is not known.
    pub(crate) unknown: u64,
    /// Pins and bans.
    pub(crate) fixings: usize,
    /// Ceilings and floors are as tight as for a year with this many homes for
    /// each home of the round; 1 is tightest.
    pub(crate) slack: u32,
}

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % most.max(1)
    }

    fn small(&mut self, most: u8) -> u8 {
        u8::try_from(self.below(u64::from(most))).unwrap()
    }

    fn number(&mut self, most: u32) -> u32 {
        u32::try_from(self.below(u64::from(most))).unwrap()
    }

    fn index(&mut self, most: usize) -> usize {
        usize::try_from(self.below(u64::try_from(most).unwrap())).unwrap()
    }

    fn in_a_hundred(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    fn told<T>(&mut self, unknown: u64, fact: T) -> Answer<T> {
        if self.in_a_hundred(unknown) { Answer::Unknown } else { Answer::Known(fact) }
    }
}

fn area(kind: &str, number: usize) -> Place {
    Place::Area(AreaCode::new(&format!("{kind}{number}")).unwrap())
}

fn agreed(chance: &mut Chance, share: u32) -> Agreed {
    let realised = chance.number(share / 2 + 1);
    let upper = chance.in_a_hundred(70).then(|| share + chance.number(share + 2));
    let lower = if chance.in_a_hundred(40) { chance.number(share + 1) } else { 0 };
    Agreed { lower: upper.map_or(lower, |upper| lower.min(upper)), upper, realised }
}

fn nodes(chance: &mut Chance, shape: Shape) -> Vec<Node> {
    let free = Agreed::default();
    let node = |place, level, parent, agreed| Node {
        place,
        name: format!("{level:?} {parent:?}"),
        level,
        parent,
        agreed,
        load: None,
    };
    let mut nodes = vec![node(area("GM", 0), AreaLevel::Municipality, None, free)];
    let share = u32::try_from(shape.homes / shape.neighbourhoods).unwrap() * shape.slack + 1;
    let districts = shape.neighbourhoods.div_ceil(9);
    let quarters = shape.neighbourhoods.div_ceil(3);
    for number in 0..districts {
        nodes.push(node(
            area("SD", number),
            AreaLevel::District,
            Some(0),
            agreed(chance, share * 9),
        ));
    }
    for number in 0..quarters {
        let parent = Some(1 + number / 3);
        nodes.push(node(area("WK", number), AreaLevel::Quarter, parent, agreed(chance, share * 3)));
    }
    for number in 0..shape.neighbourhoods {
        let parent = Some(1 + districts + number / 3);
        let agreed = agreed(chance, share);
        nodes.push(node(area("BU", number), AreaLevel::Neighbourhood, parent, agreed));
        let complex = Place::Complex(ComplexCode::new(&format!("CX{number}")).unwrap());
        let agreed = Agreed { upper: chance.in_a_hundred(30).then_some(share), ..free };
        nodes.push(node(complex, AreaLevel::Complex, Some(nodes.len() - 1), agreed));
    }
    nodes
}

fn place(chance: &mut Chance, shape: Shape) -> Place {
    let number = chance.index(shape.neighbourhoods);
    match chance.below(8) {
        0 => area("SD", number / 9),
        1 | 2 => area("WK", number / 3),
        3 => Place::Complex(ComplexCode::new(&format!("CX{number}")).unwrap()),
        4 => Place::Street {
            neighbourhood: AreaCode::new(&format!("BU{number}")).unwrap(),
            street: format!("STRAAT {}", chance.below(4)),
        },
        _ => area("BU", number),
    }
}

fn adaptation(chance: &mut Chance) -> Adaptation {
    match chance.below(20) {
        0 => Adaptation::Wheelchair,
        1 | 2 => Adaptation::StepFree,
        _ => Adaptation::Ordinary,
    }
}

fn rent(chance: &mut Chance, from: i64) -> Cents {
    Cents::new(from + i64::from(chance.number(300)) * 100).unwrap()
}

fn home(chance: &mut Chance, shape: Shape, nodes: usize, number: usize) -> HomeOnOffer {
    let adaptation = adaptation(chance);
    let target = match chance.below(12) {
        0 => Target::Youth,
        1 => Target::FiftyFivePlus,
        2 => Target::CommunityHouse,
        _ => Target::General,
    };
    let first = nodes - 2 * shape.neighbourhoods;
    HomeOnOffer {
        vacancy: VacancyCode::new(&format!("V{number}")).unwrap(),
        dwelling: DwellingCode::new(&format!("D{number}")).unwrap(),
        association: OrganisationCode::new("corporatie").unwrap(),
        node: first + chance.index(2 * shape.neighbourhoods),
        street: format!("Straat {}", chance.below(4)),
        facts: DwellingFacts {
            rooms: 1 + chance.small(3),
            surface: None,
            floor: chance.small(5),
            lift: chance.in_a_hundred(50),
            adaptation,
            rent: rent(chance, 50_000),
            target,
            rules: HouseRules { pets: chance.in_a_hundred(80), smoking: chance.in_a_hundred(80) },
        },
    }
}

fn candidate(chance: &mut Chance, shape: Shape, number: usize) -> Candidate {
    let people = [1, 1, 1, 1, 2, 2, 3, 4][chance.index(8)];
    let head = 18 + chance.small(60);
    let needs = adaptation(chance);
    let (limit, stairs) = (rent(chance, 60_000), chance.small(6));
    let (pets, smokes, sharing) =
        (chance.in_a_hundred(20), chance.in_a_hundred(20), chance.in_a_hundred(30));
    let ground = match chance.below(15) {
        0 => PriorityGround::Safety,
        1 => PriorityGround::TermEnds(date(2026, 9, 1)),
        2 => PriorityGround::TermEnds(date(2027, 9, 1)),
        _ => PriorityGround::None,
    };
    let wishes = (0..chance.below(5))
        .map(|_| CandidateWish {
            place: place(chance, shape),
            direction: if chance.in_a_hundred(70) { Direction::Prefer } else { Direction::Avoid },
            strength: [Strength::Slight, Strength::Strong, Strength::Strong, Strength::Must]
                [chance.index(4)],
        })
        .collect();
    Candidate {
        reference: Reference::new(&format!("P{number}")).unwrap(),
        group: GroupCode::new(&format!("G{}", chance.index(shape.groups))).unwrap(),
        ready: chance.in_a_hundred(90),
        people: chance.told(shape.unknown, people),
        head_age: chance.told(shape.unknown, head),
        oldest_age: chance.told(shape.unknown, head),
        waiting_since: date(2026, 7, 1)
            .checked_sub(i64::from(chance.number(5_000)).days())
            .unwrap(),
        ground,
        limits: Limits {
            rent: chance.told(shape.unknown, limit),
            adaptation: chance.told(shape.unknown, needs),
            stairs: chance.told(shape.unknown, stairs),
            pets: chance.told(shape.unknown, pets),
            smokes: chance.told(shape.unknown, smokes),
            sharing: chance.told(shape.unknown, sharing),
        },
        wishes,
        network: (0..chance.below(3)).map(|_| place(chance, shape)).collect(),
        exclusions: (0..chance.below(2)).map(|_| place(chance, shape)).collect(),
        offered: if chance.in_a_hundred(5) {
            vec![DwellingCode::new(&format!("D{}", chance.index(shape.homes))).unwrap()]
        } else {
            Vec::new()
        },
        load: Answer::Unknown,
    }
}

/// A town without contradictions, the same for the same seed and shape.
pub(crate) fn town(seed: u64, shape: Shape) -> RoundInput {
    let chance = &mut Chance(seed);
    let nodes = nodes(chance, shape);
    let share = u32::try_from(shape.homes / shape.groups).unwrap() * shape.slack + 1;
    let groups = (0..shape.groups)
        .map(|number| GroupShare {
            code: GroupCode::new(&format!("G{number}")).unwrap(),
            name: format!("Group {number}"),
            expected: 1 + chance.number(share * 2),
            agreed: agreed(chance, share),
            parent: None,
        })
        .collect();
    let candidates: Vec<_> =
        (0..shape.people).map(|number| candidate(chance, shape, number)).collect();
    let homes: Vec<_> =
        (0..shape.homes).map(|number| home(chance, shape, nodes.len(), number)).collect();
    let mut fixings: Vec<Fixing> = Vec::new();
    for _ in 0..if homes.is_empty() || candidates.is_empty() { 0 } else { shape.fixings } {
        let candidate = candidates[chance.index(shape.people)].reference.clone();
        let vacancy = homes[chance.index(shape.homes)].vacancy.clone();
        let kind = if chance.in_a_hundred(50) { FixingKind::Pin } else { FixingKind::Ban };
        if !fixings.iter().any(|it| it.candidate == candidate && it.vacancy == vacancy) {
            fixings.push(Fixing { candidate, vacancy, kind });
        }
    }
    let settings = RoundSettings::default();
    let input = RoundInput {
        ahead: None,
        date: date(2026, 7, 1),
        seed,
        settings,
        nodes,
        groups,
        candidates,
        homes,
        fixings,
        associations: Vec::new(),
        together: Vec::new(),
    };
    assert_eq!(input.errors(), []);
    input
}

/// The same town with everything beside the network: support loads, two associations
/// with targets, a main group with parts and households of its own, and households that
/// move together.
pub(crate) fn with_limits(mut input: RoundInput, seed: u64) -> RoundInput {
    let chance = &mut Chance(seed ^ 0x51de);
    for candidate in &mut input.candidates {
        let load = SupportLoad::ALL[chance.index(3)];
        candidate.load = chance.told(20, load);
    }
    for node in &mut input.nodes {
        let carried = chance.number(4);
        let upper = carried + chance.number(5);
        node.load = chance.in_a_hundred(40).then_some(LoadCeiling { upper, carried });
    }
    for home in &mut input.homes {
        home.association = OrganisationCode::new(["eigen", "duin"][chance.index(2)]).unwrap();
    }
    for code in ["eigen", "duin"] {
        let share = u32::try_from(input.homes.len()).unwrap() / 2;
        input.associations.push(AssociationTarget {
            code: OrganisationCode::new(code).unwrap(),
            name: code.to_owned(),
            agreed: agreed(chance, share),
        });
    }
    let main = GroupCode::new("MAIN").unwrap();
    let share = u32::try_from(input.homes.len()).unwrap();
    input.groups.insert(
        0,
        GroupShare {
            code: main.clone(),
            name: "Main".to_owned(),
            expected: 1 + chance.number(share * 2),
            agreed: agreed(chance, share),
            parent: None,
        },
    );
    for group in input.groups.iter_mut().skip(1) {
        group.parent = chance.in_a_hundred(60).then(|| main.clone());
    }
    for candidate in &mut input.candidates {
        if chance.in_a_hundred(15) {
            candidate.group = main.clone();
        }
    }
    for _ in 0..(input.candidates.len() / 4).min(12) {
        let (one, other) =
            (chance.index(input.candidates.len()), chance.index(input.candidates.len()));
        if one != other {
            input.together.push(Together {
                one: input.candidates[one].reference.clone(),
                other: input.candidates[other].reference.clone(),
                within: [AreaLevel::Complex, AreaLevel::Neighbourhood, AreaLevel::Quarter]
                    [chance.index(3)],
            });
        }
    }
    assert_eq!(input.errors(), []);
    input
}
