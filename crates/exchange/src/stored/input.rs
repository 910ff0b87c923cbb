use serde::{Deserialize, Serialize};
use sleutel_domain::{
    Answer, DwellingCode, GroupCode, OrganisationCode, Reference, VacancyCode,
    homes::{Adaptation, AreaLevel, DwellingFacts, HouseRules, Target},
    participants::{Direction, Limits, PriorityGround, Strength},
    placement::{
        Agreed, AssociationTarget, Candidate, CandidateWish, Fixing, FixingKind, GroupShare,
        HomeOnOffer, LoadCeiling, Node, RoundInput, RoundSettings, SupportLoad, Together,
    },
};

use super::{
    StoredError,
    ahead::StoredAhead,
    bad, bytes, read,
    shared::{Read, StoredPlace, cents, code, date, word},
};

/// The second version knows support loads, associations' targets, groups of groups and
/// households that move together. Inputs of the first lack them and read as before.
const FORMATS: [&str; 2] = ["sleutel-round-input/2", "sleutel-round-input/1"];

/// The input as bytes: the same input gives the same bytes.
pub fn to_json(input: &RoundInput) -> Vec<u8> {
    bytes(&StoredInput {
        format: FORMATS[0].to_owned(),
        date: input.date.to_string(),
        seed: input.seed.to_string(),
        spare_rooms: input.settings.spare_rooms,
        unknown_load: input.settings.unknown_load.points(),
        nodes: input.nodes.iter().map(StoredNode::new).collect(),
        groups: input.groups.iter().map(StoredGroup::new).collect(),
        candidates: input.candidates.iter().map(StoredCandidate::new).collect(),
        homes: input.homes.iter().map(StoredHome::new).collect(),
        fixings: input.fixings.iter().map(StoredFixing::new).collect(),
        associations: input.associations.iter().map(StoredTarget::new).collect(),
        together: input.together.iter().map(StoredTogether::new).collect(),
        ahead: input.ahead.as_ref().map(StoredAhead::new),
    })
}

/// The input from its bytes. Fails on another format or version, an unknown field, and
/// values the domain refuses; whether the whole makes sense is [`RoundInput::errors`].
pub fn from_json(bytes: &[u8]) -> Result<RoundInput, StoredError> {
    let stored: StoredInput = read(bytes, &FORMATS)?;
    Ok(RoundInput {
        date: date("date", &stored.date)?,
        seed: stored.seed.parse().map_err(|_| bad("seed", &stored.seed))?,
        settings: RoundSettings {
            spare_rooms: stored.spare_rooms,
            unknown_load: load(stored.unknown_load)?,
        },
        nodes: all(stored.nodes, StoredNode::read)?,
        groups: all(stored.groups, StoredGroup::read)?,
        candidates: all(stored.candidates, StoredCandidate::read)?,
        homes: all(stored.homes, StoredHome::read)?,
        fixings: all(stored.fixings, StoredFixing::read)?,
        associations: all(stored.associations, StoredTarget::read)?,
        together: all(stored.together, StoredTogether::read)?,
        ahead: stored.ahead.map(StoredAhead::read).transpose()?,
    })
}

fn all<S, T>(stored: Vec<S>, read: impl Fn(S) -> Read<T>) -> Read<Vec<T>> {
    stored.into_iter().map(read).collect()
}

/// The seed is text: many readers of JSON round whole numbers above 53 bits.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredInput {
    format: String,
    date: String,
    seed: String,
    spare_rooms: u8,
    #[serde(default = "lightest")]
    unknown_load: u32,
    nodes: Vec<StoredNode>,
    groups: Vec<StoredGroup>,
    candidates: Vec<StoredCandidate>,
    homes: Vec<StoredHome>,
    fixings: Vec<StoredFixing>,
    #[serde(default)]
    associations: Vec<StoredTarget>,
    #[serde(default)]
    together: Vec<StoredTogether>,
    /// Left out by a round that does not look ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ahead: Option<StoredAhead>,
}

/// What an input of the first version counts for; nothing asked for it then.
fn lightest() -> u32 {
    SupportLoad::Light.points()
}

fn load(points: u32) -> Read<SupportLoad> {
    SupportLoad::from_points(points).ok_or_else(|| bad("load", &points))
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredTarget {
    code: String,
    name: String,
    lower: u32,
    upper: Option<u32>,
    realised: u32,
}

impl StoredTarget {
    fn new(it: &AssociationTarget) -> Self {
        let Agreed { lower, upper, realised } = it.agreed;
        Self { code: it.code.to_string(), name: it.name.clone(), lower, upper, realised }
    }

    fn read(self) -> Read<AssociationTarget> {
        Ok(AssociationTarget {
            code: code("association", &self.code, OrganisationCode::new)?,
            name: self.name,
            agreed: Agreed { lower: self.lower, upper: self.upper, realised: self.realised },
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredTogether {
    one: String,
    other: String,
    within: String,
}

impl StoredTogether {
    fn new(it: &Together) -> Self {
        let within = it.within.code().to_owned();
        Self { one: it.one.to_string(), other: it.other.to_string(), within }
    }

    fn read(self) -> Read<Together> {
        Ok(Together {
            one: code("one", &self.one, Reference::new)?,
            other: code("other", &self.other, Reference::new)?,
            within: word("within", &self.within, AreaLevel::from_code)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredLoad {
    upper: u32,
    carried: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredNode {
    place: StoredPlace,
    name: String,
    level: String,
    parent: Option<usize>,
    lower: u32,
    upper: Option<u32>,
    realised: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    load: Option<StoredLoad>,
}

impl StoredNode {
    fn new(node: &Node) -> Self {
        let Agreed { lower, upper, realised } = node.agreed;
        Self {
            place: StoredPlace::new(&node.place),
            name: node.name.clone(),
            level: node.level.code().to_owned(),
            parent: node.parent,
            lower,
            upper,
            realised,
            load: node.load.map(|LoadCeiling { upper, carried }| StoredLoad { upper, carried }),
        }
    }

    fn read(self) -> Read<Node> {
        Ok(Node {
            place: self.place.read()?,
            level: word("level", &self.level, AreaLevel::from_code)?,
            name: self.name,
            parent: self.parent,
            agreed: Agreed { lower: self.lower, upper: self.upper, realised: self.realised },
            load: self.load.map(|StoredLoad { upper, carried }| LoadCeiling { upper, carried }),
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredGroup {
    code: String,
    name: String,
    expected: u32,
    lower: u32,
    upper: Option<u32>,
    realised: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
}

impl StoredGroup {
    fn new(group: &GroupShare) -> Self {
        let Agreed { lower, upper, realised } = group.agreed;
        let (code, name) = (group.code.to_string(), group.name.clone());
        let parent = group.parent.as_ref().map(ToString::to_string);
        Self { code, name, expected: group.expected, lower, upper, realised, parent }
    }

    fn read(self) -> Read<GroupShare> {
        Ok(GroupShare {
            code: code("code", &self.code, GroupCode::new)?,
            name: self.name,
            expected: self.expected,
            agreed: Agreed { lower: self.lower, upper: self.upper, realised: self.realised },
            parent: self.parent.map(|it| code("parent", &it, GroupCode::new)).transpose()?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredWish {
    place: StoredPlace,
    direction: String,
    strength: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum StoredGround {
    None,
    TermEnds(String),
    Safety,
}

/// `null` stands for an answer nobody has given.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredCandidate {
    reference: String,
    group: String,
    ready: bool,
    people: Option<u8>,
    head_age: Option<u8>,
    oldest_age: Option<u8>,
    waiting_since: String,
    ground: StoredGround,
    rent: Option<i64>,
    adaptation: Option<String>,
    stairs: Option<u8>,
    pets: Option<bool>,
    smokes: Option<bool>,
    sharing: Option<bool>,
    wishes: Vec<StoredWish>,
    network: Vec<StoredPlace>,
    exclusions: Vec<StoredPlace>,
    offered: Vec<String>,
    #[serde(default)]
    load: Option<u32>,
}

impl StoredCandidate {
    fn new(it: &Candidate) -> Self {
        let wish = |wish: &CandidateWish| StoredWish {
            place: StoredPlace::new(&wish.place),
            direction: wish.direction.code().to_owned(),
            strength: wish.strength.code().to_owned(),
        };
        Self {
            reference: it.reference.to_string(),
            group: it.group.to_string(),
            ready: it.ready,
            people: it.people.known(),
            head_age: it.head_age.known(),
            oldest_age: it.oldest_age.known(),
            waiting_since: it.waiting_since.to_string(),
            ground: match it.ground {
                PriorityGround::None => StoredGround::None,
                PriorityGround::TermEnds(date) => StoredGround::TermEnds(date.to_string()),
                PriorityGround::Safety => StoredGround::Safety,
            },
            rent: it.limits.rent.known().map(|rent| rent.get()),
            adaptation: it.limits.adaptation.known().map(|it| it.code().to_owned()),
            stairs: it.limits.stairs.known(),
            pets: it.limits.pets.known(),
            smokes: it.limits.smokes.known(),
            sharing: it.limits.sharing.known(),
            wishes: it.wishes.iter().map(wish).collect(),
            network: it.network.iter().map(StoredPlace::new).collect(),
            exclusions: it.exclusions.iter().map(StoredPlace::new).collect(),
            offered: it.offered.iter().map(ToString::to_string).collect(),
            load: it.load.known().map(SupportLoad::points),
        }
    }

    fn read(self) -> Read<Candidate> {
        let rent = self.rent.map(|rent| cents("rent", rent)).transpose()?;
        let adaptation =
            self.adaptation.map(|it| word("adaptation", &it, Adaptation::from_code)).transpose()?;
        let wish = |wish: StoredWish| {
            Ok(CandidateWish {
                place: wish.place.read()?,
                direction: word("direction", &wish.direction, Direction::from_code)?,
                strength: word("strength", &wish.strength, Strength::from_code)?,
            })
        };
        Ok(Candidate {
            reference: code("reference", &self.reference, Reference::new)?,
            group: code("group", &self.group, GroupCode::new)?,
            ready: self.ready,
            people: self.people.into(),
            head_age: self.head_age.into(),
            oldest_age: self.oldest_age.into(),
            waiting_since: date("waiting_since", &self.waiting_since)?,
            ground: match self.ground {
                StoredGround::None => PriorityGround::None,
                StoredGround::TermEnds(day) => PriorityGround::TermEnds(date("ground", &day)?),
                StoredGround::Safety => PriorityGround::Safety,
            },
            limits: Limits {
                rent: rent.into(),
                adaptation: Answer::from(adaptation),
                stairs: self.stairs.into(),
                pets: self.pets.into(),
                smokes: self.smokes.into(),
                sharing: self.sharing.into(),
            },
            wishes: all(self.wishes, wish)?,
            network: all(self.network, StoredPlace::read)?,
            exclusions: all(self.exclusions, StoredPlace::read)?,
            offered: all(self.offered, |it| code("offered", &it, DwellingCode::new))?,
            load: Answer::from(self.load.map(load).transpose()?),
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredHome {
    vacancy: String,
    dwelling: String,
    association: String,
    node: usize,
    street: String,
    rooms: u8,
    surface: Option<u16>,
    floor: u8,
    lift: bool,
    adaptation: String,
    rent: i64,
    target: String,
    pets: bool,
    smoking: bool,
}

impl StoredHome {
    fn new(home: &HomeOnOffer) -> Self {
        let facts = &home.facts;
        Self {
            vacancy: home.vacancy.to_string(),
            dwelling: home.dwelling.to_string(),
            association: home.association.to_string(),
            node: home.node,
            street: home.street.clone(),
            rooms: facts.rooms,
            surface: facts.surface,
            floor: facts.floor,
            lift: facts.lift,
            adaptation: facts.adaptation.code().to_owned(),
            rent: facts.rent.get(),
            target: facts.target.code().to_owned(),
            pets: facts.rules.pets,
            smoking: facts.rules.smoking,
        }
    }

    fn read(self) -> Read<HomeOnOffer> {
        Ok(HomeOnOffer {
            vacancy: code("vacancy", &self.vacancy, VacancyCode::new)?,
            dwelling: code("dwelling", &self.dwelling, DwellingCode::new)?,
            association: code("association", &self.association, OrganisationCode::new)?,
            node: self.node,
            street: self.street,
            facts: DwellingFacts {
                rooms: self.rooms,
                surface: self.surface,
                floor: self.floor,
                lift: self.lift,
                adaptation: word("adaptation", &self.adaptation, Adaptation::from_code)?,
                rent: cents("rent", self.rent)?,
                target: word("target", &self.target, Target::from_code)?,
                rules: HouseRules { pets: self.pets, smoking: self.smoking },
            },
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredFixing {
    candidate: String,
    vacancy: String,
    kind: String,
}

impl StoredFixing {
    fn new(fixing: &Fixing) -> Self {
        Self {
            candidate: fixing.candidate.to_string(),
            vacancy: fixing.vacancy.to_string(),
            kind: fixing.kind.code().to_owned(),
        }
    }

    fn read(self) -> Read<Fixing> {
        Ok(Fixing {
            candidate: code("candidate", &self.candidate, Reference::new)?,
            vacancy: code("vacancy", &self.vacancy, VacancyCode::new)?,
            kind: word("kind", &self.kind, FixingKind::from_code)?,
        })
    }
}
