use crate::Instance;

/// What cannot be: no number of placements gives this.
pub const NEVER: i64 = i64::MIN / 4;
/// The most cells the table of one part of the city may have to be solved exactly.
const CELLS: u64 = 2_048;

/// A narrowing the caller has seen to fit.
pub fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A part of the city that is small enough to be solved exactly, by placements and
/// load: its homes, and the order in which tables are joined.
#[derive(Debug, Clone)]
pub struct Quarter {
    /// Its highest node.
    pub node: u32,
    /// The node above it.
    pub above: Option<u32>,
    /// Its homes.
    pub homes: Vec<u32>,
    joins: Vec<Join>,
    cells: usize,
}

/// One step: a home, or a finished part, joins a table.
#[derive(Debug, Clone, Copy)]
struct Join {
    left: Option<u32>,
    right: Operand,
    /// Where the table begins.
    at: u32,
    /// The most placements and load it goes up to.
    most: (u32, u32),
    /// At least so many placements, once this step is done.
    floor: u32,
}

#[derive(Debug, Clone, Copy)]
enum Operand {
    Home(u32),
    Part(u32),
    /// A part without homes.
    Nothing,
}

/// The city divided in quarters, each as large as can be solved exactly.
#[derive(Debug, Clone)]
pub struct Quarters {
    /// The loads that occur, rising.
    pub classes: Vec<u8>,
    /// The class of each person: an index in `classes`.
    pub class_of: Vec<u8>,
    /// All quarters; a home that lies in none is one of its own.
    pub all: Vec<Quarter>,
    /// Whether a node lies above the quarters, and so needs a price.
    pub above: Vec<bool>,
    /// The quarter each home lies in.
    pub of_home: Vec<u32>,
    /// Whether the load in a node asks a price.
    pub priced: Vec<bool>,
}

impl Quarters {
    pub fn new(instance: &Instance, loads: bool) -> Self {
        let load = |load: u8| if loads { load } else { 0 };
        let mut classes: Vec<u8> = instance.people().iter().map(|it| load(it.load)).collect();
        classes.sort_unstable();
        classes.dedup();
        let class = |load: u8| classes.partition_point(|&it| it < load);
        // INVARIANT: there are at most 256 classes.
        let class_of = instance.people().iter().map(|it| u8::try_from(class(load(it.load))).unwrap_or(0));
        let class_of = class_of.collect();
        let heaviest = u64::from(classes.last().copied().unwrap_or(0));
        let nodes = instance.nodes();
        let mut homes_in = vec![Vec::new(); nodes.len()];
        for (home, &node) in (0..).zip(instance.homes()) {
            homes_in[node as usize].push(home);
        }
        let mut most: Vec<(u64, u64)> =
            homes_in.iter().map(|it| (it.len() as u64, it.len() as u64 * heaviest)).collect();
        let mut above = vec![false; nodes.len()];
        for at in (0..nodes.len()).rev() {
            let own = &mut most[at];
            own.0 = own.0.min(u64::from(nodes[at].bounds.upper));
            own.1 = own.1.min(own.0 * heaviest);
            own.1 = own.1.min(nodes[at].load_cap.map_or(u64::MAX, u64::from));
            let own = *own;
            above[at] |= (own.0 + 1) * (own.1 + 1) > if loads { CELLS } else { 32 };
            if let Some(parent) = nodes[at].parent {
                let parent = parent as usize;
                most[parent].0 += own.0;
                most[parent].1 += own.1;
                above[parent] |= above[at];
            }
        }
        let mut quarter_of: Vec<Option<u32>> = vec![None; nodes.len()];
        let mut parts: Vec<(u32, Option<u32>, Vec<u32>)> = Vec::new();
        for at in 0..nodes.len() {
            let parent = nodes[at].parent;
            if above[at] {
                continue;
            }
            let inside = parent.and_then(|parent| quarter_of[parent as usize]);
            let quarter = inside.unwrap_or_else(|| {
                parts.push((short(at), parent, Vec::new()));
                short(parts.len() - 1)
            });
            quarter_of[at] = Some(quarter);
            parts[quarter as usize].2.push(short(at));
        }
        let mut all: Vec<Quarter> = (parts.into_iter())
            .map(|(node, above, members)| {
                Quarter::new(instance, node, above, &members, &homes_in, heaviest)
            })
            .collect();
        for (home, &node) in (0..).zip(instance.homes()) {
            if above[node as usize] {
                all.push(Quarter::alone(home, node, heaviest));
            }
        }
        let mut of_home = vec![0; instance.homes().len()];
        for (at, quarter) in (0..).zip(&all) {
            for &home in &quarter.homes {
                of_home[home as usize] = at;
            }
        }
        let priced = nodes.iter().zip(&above).map(|(node, &above)| node.load_cap.is_some() && (above || !loads));
        let priced = priced.collect();
        Self { classes, class_of, all, above, of_home, priced }
    }

    /// The cells the largest quarter needs.
    pub fn cells(&self) -> usize {
        self.all.iter().map(|quarter| quarter.cells).max().unwrap_or(0)
    }
}

impl Quarter {
    fn alone(home: u32, node: u32, heaviest: u64) -> Self {
        let most = (1, u32::try_from(heaviest).unwrap_or(u32::MAX));
        let join = Join { left: None, right: Operand::Home(home), at: 0, most, floor: 0 };
        let cells = 2 * (most.1 as usize + 1);
        Self { node, above: Some(node), homes: vec![home], joins: vec![join], cells }
    }

    /// `members` are its nodes, a parent before its children.
    fn new(
        instance: &Instance,
        node: u32,
        above: Option<u32>,
        members: &[u32],
        homes_in: &[Vec<u32>],
        heaviest: u64,
    ) -> Self {
        let nodes = instance.nodes();
        let place = |node: u32| members.binary_search(&node).unwrap_or(0);
        let mut ceiling: Vec<(u32, u32)> = Vec::with_capacity(members.len());
        for &member in members {
            let it = &nodes[member as usize];
            let own = (it.bounds.upper, it.load_cap.unwrap_or(u32::MAX));
            let up = it.parent.filter(|_| member != node).map(|parent| ceiling[place(parent)]);
            ceiling.push(up.map_or(own, |up| (own.0.min(up.0), own.1.min(up.1))));
        }
        let mut operands: Vec<Vec<Operand>> = (members.iter())
            .map(|&member| homes_in[member as usize].iter().map(|&it| Operand::Home(it)).collect())
            .collect();
        let mut quarter = Self { node, above, homes: Vec::new(), joins: Vec::new(), cells: 0 };
        let heaviest = u32::try_from(heaviest).unwrap_or(u32::MAX);
        for (place_of, &member) in members.iter().enumerate().rev() {
            quarter.homes.extend(&homes_in[member as usize]);
            let it = &nodes[member as usize];
            let mut own = std::mem::take(&mut operands[place_of]);
            if own.is_empty() {
                own.push(Operand::Nothing);
            }
            let last = own.len() - 1;
            let mut left = None;
            for (at, right) in own.into_iter().enumerate() {
                let floor = if at == last { it.bounds.lower } else { 0 };
                left = Some(quarter.join(left, right, ceiling[place_of], heaviest, floor));
            }
            if let (Some(parent), Some(left)) = (it.parent.filter(|_| member != node), left) {
                operands[place(parent)].push(Operand::Part(left));
            }
        }
        quarter
    }

    fn join(
        &mut self,
        left: Option<u32>,
        right: Operand,
        ceiling: (u32, u32),
        heaviest: u32,
        floor: u32,
    ) -> u32 {
        let most = |join: u32| self.joins[join as usize].most;
        let a = left.map_or((0, 0), most);
        let b = match right {
            Operand::Home(_) => (1, heaviest),
            Operand::Part(part) => most(part),
            Operand::Nothing => (0, 0),
        };
        let most = ((a.0 + b.0).min(ceiling.0), a.1.saturating_add(b.1).min(ceiling.1));
        self.joins.push(Join { left, right, at: short(self.cells), most, floor });
        self.cells += (most.0 as usize + 1) * (most.1 as usize + 1);
        short(self.joins.len() - 1)
    }

    /// The most its homes can be worth, and which class each home then takes.
    ///
    /// `worth[home * classes + class]` is what a placement of that class there is
    /// worth, or [`NEVER`]; `chosen` gets the class of each home taken. Gives
    /// [`NEVER`] when its floors cannot be met.
    pub fn best(
        &self,
        classes: &[u8],
        worth: &[i64],
        cells: &mut [i64],
        mut chosen: impl FnMut(u32, Option<u8>),
    ) -> i64 {
        for join in &self.joins {
            self.fill(join, classes, worth, cells);
        }
        let Some(last) = self.joins.last() else { return 0 };
        let (at, width) = (last.at as usize, last.most.1 as usize + 1);
        let table = &cells[at..at + (last.most.0 as usize + 1) * width];
        let mut best = NEVER;
        let mut found = 0;
        for (cell, &value) in table.iter().enumerate() {
            if value > best {
                (best, found) = (value, cell);
            }
        }
        if best > NEVER / 2 {
            self.trace((found / width, found % width), classes, worth, cells, &mut chosen);
            best
        } else {
            NEVER
        }
    }

    fn fill(&self, join: &Join, classes: &[u8], worth: &[i64], cells: &mut [i64]) {
        let (before, rest) = cells.split_at_mut(join.at as usize);
        let width = join.most.1 as usize + 1;
        let rows = join.most.0 as usize + 1;
        let into = &mut rest[..rows * width];
        into.fill(NEVER);
        let unit = [0];
        let (left, left_most) = match join.left {
            Some(left) => {
                let left = &self.joins[left as usize];
                (&before[left.at as usize..], left.most)
            }
            None => (&unit[..], (0, 0)),
        };
        let left_width = left_most.1 as usize + 1;
        let left_rows = left_most.0 as usize + 1;
        match join.right {
            Operand::Nothing => into[0] = 0,
            Operand::Home(home) => {
                for row in 0..left_rows.min(rows) {
                    let from = &left[row * left_width..(row + 1) * left_width];
                    for (to, &value) in into[row * width..(row + 1) * width].iter_mut().zip(from) {
                        *to = (*to).max(value);
                    }
                    if row + 1 == rows {
                        continue;
                    }
                    let next = &mut into[(row + 1) * width..(row + 2) * width];
                    for (class, &load) in classes.iter().enumerate() {
                        let worth = worth[home as usize * classes.len() + class];
                        if worth <= NEVER / 2 {
                            continue;
                        }
                        let shifted = next.iter_mut().skip(usize::from(load));
                        for (to, &value) in shifted.zip(from) {
                            *to = (*to).max(value + worth);
                        }
                    }
                }
            }
            Operand::Part(part) => {
                let part = &self.joins[part as usize];
                let right = &before[part.at as usize..];
                let right_width = part.most.1 as usize + 1;
                for a in 0..left_rows {
                    for b in 0..(part.most.0 as usize + 1).min(rows.saturating_sub(a)) {
                        let from = &right[b * right_width..(b + 1) * right_width];
                        let to = &mut into[(a + b) * width..(a + b + 1) * width];
                        for (load, &one) in left[a * left_width..].iter().take(left_width).enumerate() {
                            if one <= NEVER / 2 || load >= width {
                                continue;
                            }
                            for (to, &other) in to[load..].iter_mut().zip(from) {
                                *to = (*to).max(one + other);
                            }
                        }
                    }
                }
            }
        }
        into[..(join.floor as usize * width).min(rows * width)].fill(NEVER);
    }

    fn trace(
        &self,
        found: (usize, usize),
        classes: &[u8],
        worth: &[i64],
        cells: &[i64],
        chosen: &mut impl FnMut(u32, Option<u8>),
    ) {
        let mut wanted = vec![(0, 0); self.joins.len()];
        if let Some(last) = wanted.last_mut() {
            *last = found;
        }
        let value = |join: Option<u32>, (count, load): (usize, usize)| match join {
            None => {
                if (count, load) == (0, 0) { 0 } else { NEVER }
            }
            Some(join) => {
                let join = &self.joins[join as usize];
                let width = join.most.1 as usize + 1;
                if count > join.most.0 as usize || load >= width {
                    NEVER
                } else {
                    cells[join.at as usize + count * width + load]
                }
            }
        };
        for (at, join) in self.joins.iter().enumerate().rev() {
            let (count, load) = wanted[at];
            let target = value(Some(short(at)), (count, load));
            let left = match join.right {
                Operand::Nothing => (0, 0),
                Operand::Home(home) => {
                    let taken = (classes.iter().enumerate()).find(|&(class, &own)| {
                        let worth = worth[home as usize * classes.len() + class];
                        let own = usize::from(own);
                        count > 0
                            && load >= own
                            && worth > NEVER / 2
                            && value(join.left, (count - 1, load - own)) + worth == target
                    });
                    chosen(home, taken.map(|(class, _)| u8::try_from(class).unwrap_or(0)));
                    taken.map_or((count, load), |(_, &own)| (count - 1, load - usize::from(own)))
                }
                Operand::Part(part) => {
                    let most = self.joins[part as usize].most;
                    let splits = (0..=count.min(most.0 as usize)).flat_map(|count| {
                        (0..=load.min(most.1 as usize)).map(move |load| (count, load))
                    });
                    let split = splits.into_iter().find(|&(c, l)| {
                        let one = value(Some(part), (c, l));
                        one > NEVER / 2
                            && value(join.left, (count - c, load - l)) + one == target
                    });
                    let split = split.unwrap_or((0, 0));
                    wanted[part as usize] = split;
                    (count - split.0, load - split.1)
                }
            };
            if let Some(before) = join.left {
                wanted[before as usize] = left;
            }
        }
    }
}
