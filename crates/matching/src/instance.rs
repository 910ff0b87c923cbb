/// A floor and a ceiling on a number of placements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// At least this many.
    pub lower: u32,
    /// At most this many.
    pub upper: u32,
}

/// A part of the city, from a building up to the root of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// The part it lies in, which comes before it; `None` for a root.
    pub parent: Option<u32>,
    /// Bounds on the placements in it.
    pub bounds: Bounds,
    /// The most that the loads of the households placed in it may add up to.
    pub load_cap: Option<u32>,
}

/// Somebody to be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// Its group, an index.
    pub group: u32,
    /// How much support it asks of the neighbourhood ("draagkracht"), 0 to 255.
    pub load: u8,
}

/// A pair that may be: 8 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    /// The home, an index.
    pub home: u32,
    /// What the pair is worth; may be negative.
    pub weight: i32,
}

/// Why numbers are not an instance. Every one is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InstanceError {
    /// A node whose parent does not come before it.
    #[error("node {node} lies in node {parent}, which does not come before it")]
    Parent {
        /// The node.
        node: u32,
        /// What it says it lies in.
        parent: u32,
    },
    /// A floor above its ceiling, at a node.
    #[error("node {node} has floor {lower} above ceiling {upper}")]
    NodeBounds {
        /// The node.
        node: u32,
        /// Its floor.
        lower: u32,
        /// Its ceiling.
        upper: u32,
    },
    /// A floor above its ceiling, at a group.
    #[error("group {group} has floor {lower} above ceiling {upper}")]
    GroupBounds {
        /// The group.
        group: u32,
        /// Its floor.
        lower: u32,
        /// Its ceiling.
        upper: u32,
    },
    /// A person of a group that does not exist.
    #[error("person {person} is of group {group}, which does not exist")]
    Group {
        /// The person.
        person: u32,
        /// The group it names.
        group: u32,
    },
    /// A home in a node that does not exist.
    #[error("home {home} lies in node {node}, which does not exist")]
    HomeNode {
        /// The home.
        home: u32,
        /// The node it names.
        node: u32,
    },
    /// A pair with a home that does not exist.
    #[error("person {person} has a pair with home {home}, which does not exist")]
    Home {
        /// The person.
        person: u32,
        /// The home it names.
        home: u32,
    },
    /// A pair that is not after the one before it: twice, or out of order.
    #[error("the pairs of person {person} are not in order of home, or name home {home} twice")]
    Order {
        /// The person.
        person: u32,
        /// The home that comes too late.
        home: u32,
    },
    /// The list of where each person's pairs begin does not cover the pairs.
    #[error("the pairs do not divide over the people")]
    Starts,
    /// More than fits in the numbers the engine works with.
    #[error("the instance is too large: {what}")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
    },
}

/// People, homes, pairs and bounds, without contradictions in form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    groups: Vec<Bounds>,
    nodes: Vec<Node>,
    people: Vec<Person>,
    homes: Vec<u32>,
    starts: Vec<u32>,
    arcs: Vec<Arc>,
}

impl Instance {
    /// The heaviest a pair may be, either way: with it no price overflows.
    pub const HEAVIEST: i32 = 1 << 30;
    /// The most people, and the most homes, groups and nodes together.
    pub const MOST: usize = 1 << 26;

    /// Puts an instance together.
    ///
    /// `homes` gives the node of each home; the pairs of person `p` are
    /// `arcs[starts[p]..starts[p + 1]]`, in order of home. Fails with everything that
    /// is wrong, at most a hundred findings.
    pub fn new(
        groups: Vec<Bounds>,
        nodes: Vec<Node>,
        people: Vec<Person>,
        homes: Vec<u32>,
        starts: Vec<u32>,
        arcs: Vec<Arc>,
    ) -> Result<Self, Vec<InstanceError>> {
        let instance = Self { groups, nodes, people, homes, starts, arcs };
        let mut errors = instance.errors();
        errors.truncate(100);
        if errors.is_empty() { Ok(instance) } else { Err(errors) }
    }

    fn errors(&self) -> Vec<InstanceError> {
        let mut errors = Vec::new();
        let rest = self.homes.len() + self.groups.len() + self.nodes.len();
        if self.people.len() > Self::MOST || rest > Self::MOST {
            errors.push(InstanceError::TooLarge { what: "people, homes, groups or areas" });
        }
        if self.arcs.len() > u32::MAX as usize {
            errors.push(InstanceError::TooLarge { what: "pairs" });
        }
        if !errors.is_empty() {
            return errors;
        }
        self.bounds_errors(&mut errors);
        for (person, it) in (0..).zip(&self.people) {
            if it.group as usize >= self.groups.len() {
                errors.push(InstanceError::Group { person, group: it.group });
            }
        }
        for (home, &node) in (0..).zip(&self.homes) {
            if node as usize >= self.nodes.len() {
                errors.push(InstanceError::HomeNode { home, node });
            }
        }
        self.pair_errors(&mut errors);
        errors
    }

    fn bounds_errors(&self, errors: &mut Vec<InstanceError>) {
        for (node, it) in (0..).zip(&self.nodes) {
            if let Some(parent) = it.parent.filter(|&parent| parent >= node) {
                errors.push(InstanceError::Parent { node, parent });
            }
            let Bounds { lower, upper } = it.bounds;
            if lower > upper {
                errors.push(InstanceError::NodeBounds { node, lower, upper });
            }
        }
        for (group, &Bounds { lower, upper }) in (0..).zip(&self.groups) {
            if lower > upper {
                errors.push(InstanceError::GroupBounds { group, lower, upper });
            }
        }
    }

    fn pair_errors(&self, errors: &mut Vec<InstanceError>) {
        let covers = self.starts.len() == self.people.len() + 1
            && self.starts.first() == Some(&0)
            && self.starts.last().map(|&last| last as usize) == Some(self.arcs.len())
            && self.starts.is_sorted();
        if !covers {
            errors.push(InstanceError::Starts);
            return;
        }
        for person in 0..self.people.len() {
            self.errors_of(person, errors);
            if errors.len() >= 100 {
                return;
            }
        }
    }

    fn errors_of(&self, person: usize, errors: &mut Vec<InstanceError>) {
        let mut before = None;
        // INVARIANT: people fit in 32 bits.
        let name = u32::try_from(person).unwrap_or(u32::MAX);
        for arc in self.pairs(person) {
            if arc.home as usize >= self.homes.len() {
                errors.push(InstanceError::Home { person: name, home: arc.home });
            }
            if before.is_some_and(|before| before >= arc.home) {
                errors.push(InstanceError::Order { person: name, home: arc.home });
            }
            if arc.weight.unsigned_abs() > Self::HEAVIEST.unsigned_abs() {
                errors.push(InstanceError::TooLarge { what: "the weight of a pair" });
            }
            before = Some(arc.home);
        }
    }

    /// The groups with their bounds.
    pub fn groups(&self) -> &[Bounds] {
        &self.groups
    }

    /// The tree of areas, a parent before its children.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Everybody.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The node each home lies in.
    pub fn homes(&self) -> &[u32] {
        &self.homes
    }

    /// Where each person's pairs begin, and the end of the last.
    pub fn starts(&self) -> &[u32] {
        &self.starts
    }

    /// All pairs, person after person, in order of home.
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// The pairs of one person.
    ///
    /// # Panics
    /// When there is no such person.
    pub fn pairs(&self, person: usize) -> &[Arc] {
        &self.arcs[self.starts[person] as usize..self.starts[person + 1] as usize]
    }

    /// The same with another weight for every pair; the closure gets the person and
    /// the pair.
    ///
    /// # Panics
    /// When a weight passes [`Instance::HEAVIEST`].
    pub fn reweigh(&mut self, mut weight: impl FnMut(usize, Arc) -> i32) {
        for person in 0..self.people.len() {
            let range = self.starts[person] as usize..self.starts[person + 1] as usize;
            for arc in &mut self.arcs[range] {
                arc.weight = weight(person, *arc);
                assert!(arc.weight.unsigned_abs() <= Self::HEAVIEST.unsigned_abs(), "too heavy");
            }
        }
    }

    /// Sets the bounds of a group.
    ///
    /// # Panics
    /// When there is no such group or the floor is above the ceiling.
    pub fn set_group(&mut self, group: usize, bounds: Bounds) {
        assert!(bounds.lower <= bounds.upper, "a floor above its ceiling");
        self.groups[group] = bounds;
    }

    /// Sets the bounds of a part of the city.
    ///
    /// # Panics
    /// When there is no such node or the floor is above the ceiling.
    pub fn set_node(&mut self, node: usize, bounds: Bounds) {
        assert!(bounds.lower <= bounds.upper, "a floor above its ceiling");
        self.nodes[node].bounds = bounds;
    }

    /// Leaves out pairs; the closure gets the person and the pair and says what stays.
    pub fn retain(&mut self, mut stays: impl FnMut(usize, Arc) -> bool) {
        let mut kept = 0;
        for person in 0..self.people.len() {
            let range = self.starts[person] as usize..self.starts[person + 1] as usize;
            // INVARIANT: never more than there were.
            self.starts[person] = u32::try_from(kept).unwrap_or(u32::MAX);
            for at in range {
                if stays(person, self.arcs[at]) {
                    self.arcs[kept] = self.arcs[at];
                    kept += 1;
                }
            }
        }
        self.arcs.truncate(kept);
        if let Some(last) = self.starts.last_mut() {
            *last = u32::try_from(kept).unwrap_or(u32::MAX);
        }
    }

    /// Leaves out one pair; nothing happens when it is not there.
    ///
    /// # Panics
    /// When there is no such person.
    pub fn ban(&mut self, person: usize, home: u32) {
        let first = self.starts[person] as usize;
        let found = self.pairs(person).binary_search_by_key(&home, |arc| arc.home);
        if let Ok(at) = found {
            self.arcs.remove(first + at);
            self.starts[person + 1..].iter_mut().for_each(|start| *start -= 1);
        }
    }

    /// Makes a person get a home and nobody else: a place of its own for the home, that
    /// must be filled, and no other pair of either. False, and nothing happens, when
    /// that pair may not be.
    ///
    /// # Panics
    /// When there is no such person.
    pub fn pin(&mut self, person: usize, home: u32) -> bool {
        if self.pairs(person).binary_search_by_key(&home, |arc| arc.home).is_err() {
            return false;
        }
        self.retain(|at, arc| (at == person) == (arc.home == home));
        let parent = Some(self.homes[home as usize]);
        self.homes[home as usize] = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let bounds = Bounds { lower: 1, upper: 1 };
        self.nodes.push(Node { parent, bounds, load_cap: None });
        true
    }

    /// Adds somebody with their pairs, in order of home.
    ///
    /// Fails when the group or a home does not exist, or the pairs are not in order.
    pub fn add_person(&mut self, person: Person, pairs: &[Arc]) -> Result<(), Vec<InstanceError>> {
        let (arcs, people) = (self.arcs.len(), self.people.len());
        self.people.push(person);
        self.arcs.extend_from_slice(pairs);
        self.starts.push(u32::try_from(self.arcs.len()).unwrap_or(u32::MAX));
        let mut errors = Vec::new();
        if person.group as usize >= self.groups.len() {
            let name = u32::try_from(people).unwrap_or(u32::MAX);
            errors.push(InstanceError::Group { person: name, group: person.group });
        }
        self.errors_of(people, &mut errors);
        if errors.is_empty() {
            return Ok(());
        }
        self.people.truncate(people);
        self.arcs.truncate(arcs);
        self.starts.truncate(people + 1);
        Err(errors)
    }
}
