use sleutel_matching::{Arc, Bounds, Instance, Node, Person, Plan};

use super::{Worth, draw::Stream, imagined::Imagined, marginal::Marginal};

/// What having a home at all is worth beside the points of its fit, so that in a future
/// no home stays empty for the sake of a few points. More than any fit. Ours,
/// `docs/sources.md#looking-ahead`.
pub(super) const A_HOME: i32 = 2_000;

/// For each household in a future so many homes are looked at, the best ones; more
/// changes the prices little and costs much.
const HOMES_LOOKED_AT: usize = 48;

/// One future: the homes that come free and everybody who then waits, as one matching.
#[derive(Debug)]
pub(super) struct Future {
    instance: Instance,
    /// How many people of the instance are candidates of the round, and which.
    candidates: Vec<usize>,
    in_round: usize,
}

fn short(number: usize) -> u32 {
    // INVARIANT: a future holds at most `Ahead::MOST` homes and as many newcomers.
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The kind of each home of a future, in order: so many homes as are expected, each of a
/// kind drawn by how many of that kind are expected.
fn homes(imagined: &Imagined<'_>, stream: &mut Stream) -> Vec<usize> {
    let mut up_to = 0_u64;
    let until: Vec<u64> = imagined
        .kinds
        .iter()
        .map(|&at| {
            up_to += u64::from(imagined.ahead.homes[at].thousandths);
            up_to
        })
        .collect();
    let mut kinds: Vec<usize> = (0..imagined.ahead.homes_in_a_future())
        .map(|_| {
            let drawn = stream.below(up_to);
            until.partition_point(|&until| until <= drawn)
        })
        .collect();
    kinds.sort_unstable();
    kinds
}

/// Households that join: as many of each group as are expected, each like one of that
/// group who waits now.
fn newcomers(imagined: &Imagined<'_>, stream: &mut Stream) -> Vec<usize> {
    let mut people = Vec::new();
    for expected in &imagined.newcomers {
        let group = imagined.input.groups.iter().position(|it| it.code == expected.group);
        let members = group.map_or(&[][..], |at| &imagined.members[at]);
        if !members.is_empty() {
            people.extend((0..expected.households).map(|_| members[stream.index(members.len())]));
        }
    }
    people
}

/// The best homes for one household; among equally good ones chance chooses, so that not
/// everybody looks at the same.
fn pairs(fits: &[(u32, i32)], first: &[u32], stream: &mut Stream) -> Vec<Arc> {
    let mut arcs = Vec::with_capacity(HOMES_LOOKED_AT);
    for alike in fits.chunk_by(|one, two| one.1 == two.1) {
        let homes: Vec<u32> = alike
            .iter()
            .flat_map(|&(kind, _)| first[kind as usize]..first[kind as usize + 1])
            .collect();
        let left = HOMES_LOOKED_AT - arcs.len();
        let start = if homes.len() > left { stream.index(homes.len()) } else { 0 };
        let weight = A_HOME + alike[0].1;
        let chosen = homes.iter().cycle().skip(start).take(homes.len().min(left));
        arcs.extend(chosen.map(|&home| Arc { home, weight }));
        if arcs.len() >= HOMES_LOOKED_AT {
            break;
        }
    }
    arcs
}

impl Future {
    pub(super) fn draw(imagined: &Imagined<'_>, stream: &mut Stream) -> Self {
        let kinds = homes(imagined, stream);
        let mut people = imagined.people.clone();
        let in_round = people.len();
        people.extend(newcomers(imagined, stream));
        // The homes of kind `k` are those from `first[k]` to `first[k + 1]`.
        let mut first = vec![0_u32; imagined.kinds.len() + 1];
        kinds.iter().for_each(|&kind| first[kind + 1] += 1);
        for kind in 1..first.len() {
            first[kind] += first[kind - 1];
        }
        let (mut starts, mut arcs) = (vec![0], Vec::new());
        for &person in &people {
            let mut own = pairs(&imagined.fits[person], &first, stream);
            own.sort_unstable_by_key(|arc| arc.home);
            arcs.append(&mut own);
            starts.push(short(arcs.len()));
        }
        let bounds = |upper: &u32| Bounds { lower: 0, upper: *upper };
        let nodes = imagined.input.nodes.iter().zip(&imagined.node_room).map(|(node, room)| Node {
            parent: node.parent.map(short),
            bounds: bounds(room),
            load_cap: None,
        });
        let node_of = |&kind: &usize| short(imagined.ahead.homes[imagined.kinds[kind]].node);
        let homes: Vec<u32> = kinds.iter().map(node_of).collect();
        let instance = Instance::new(
            imagined.group_room.iter().map(bounds).collect(),
            nodes.collect(),
            people
                .iter()
                .map(|&it| Person { group: short(imagined.group_of[it]), load: 0 })
                .collect(),
            homes,
            starts,
            arcs,
        );
        match instance {
            Ok(instance) => Self { instance, candidates: people, in_round },
            Err(errors) => panic!("a future without form: {errors:?}"),
        }
    }

    /// What everything is worth in the best matching, in points.
    pub(super) fn worth(&self, imagined: &Imagined<'_>) -> Worth {
        let instance = &self.instance;
        let marginal = Marginal::new(instance, &best(instance));
        let mut waiting = vec![0; imagined.input.candidates.len()];
        for (person, &candidate) in self.candidates[..self.in_round].iter().enumerate() {
            waiting[candidate] = marginal.person(person, imagined.group_of[candidate]);
        }
        let nodes = instance.nodes().iter().enumerate();
        Worth {
            waiting,
            areas: nodes.map(|(at, node)| marginal.area(at, node.parent)).collect(),
            groups: (0..instance.groups().len()).map(|group| marginal.group(group)).collect(),
        }
    }
}

/// A future has ceilings and no floors, so nobody at home anywhere is a matching and
/// there is always a best one.
fn best(instance: &Instance) -> Plan {
    match sleutel_matching::solve(instance) {
        Ok(solution) => solution.plan,
        Err(error) => panic!("a future without floors: {error:?}"),
    }
}
