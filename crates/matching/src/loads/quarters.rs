use crate::Instance;

/// What cannot be: no number of placements gives this.
pub(super) const NEVER: i64 = i64::MIN / 4;
/// The most cells the table of one part of the city may have to be solved exactly.
const CELLS: u64 = 2_048;

/// A narrowing the caller has seen to fit.
pub(super) fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A part of the city that is small enough to be solved exactly, by placements and
/// load: its homes, and the order in which tables are joined.
#[derive(Debug, Clone)]
pub(super) struct Quarter {
    /// Its highest node.
    pub(super) node: u32,
    /// The node above it.
    pub(super) above: Option<u32>,
    /// Its homes.
    pub(super) homes: Vec<u32>,
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
pub(super) struct Quarters {
    /// The loads that occur, rising.
    pub(super) classes: Vec<u8>,
    /// The class of each person: an index in `classes`.
    pub(super) class_of: Vec<u8>,
    /// All quarters; a home that lies in none is one of its own.
    pub(super) all: Vec<Quarter>,
    /// Whether a node lies above the quarters, and so needs a price.
    pub(super) above: Vec<bool>,
    /// The highest node of each quarter, but of those of one home above them.
    pub(super) tops: Vec<u32>,
}

impl Quarters {
    /// The largest parts that are small enough.
    pub(super) fn new(instance: &Instance) -> Self {
        let nodes = instance.nodes();
        let most = Self::most(instance);
        let mut above: Vec<bool> =
            most.iter().map(|most| (most.0 + 1) * (most.1 + 1) > CELLS).collect();
        for at in (0..nodes.len()).rev() {
            if let Some(parent) = nodes[at].parent.filter(|_| above[at]) {
                above[parent as usize] = true;
            }
        }
        let top = |at: &usize| {
            !above[*at] && nodes[*at].parent.is_none_or(|parent| above[parent as usize])
        };
        let tops = (0..nodes.len()).filter(top).map(short).collect();
        Self::divide(instance, tops)
    }

    /// By their highest nodes; `None` when these are not rising, lie in each other, or
    /// are too large to be solved.
    pub(super) fn of(instance: &Instance, tops: &[u32]) -> Option<Self> {
        let most = Self::most(instance);
        let fits = |&top: &u32| {
            let most = most.get(top as usize)?;
            (most.0 <= 4096 && (most.0 + 1) * (most.1 + 1) <= 1 << 16).then_some(())
        };
        tops.iter().map(fits).collect::<Option<()>>()?;
        let division = Self::divide(instance, tops.to_vec());
        let found = division.all.iter().map(|it| it.node).take(tops.len());
        (tops.is_sorted_by(|a, b| a < b) && found.eq(tops.iter().copied())).then_some(division)
    }

    /// The most placements, and the most load, in each node.
    fn most(instance: &Instance) -> Vec<(u64, u64)> {
        let heaviest = u64::from(instance.people().iter().map(|it| it.load).max().unwrap_or(0));
        let nodes = instance.nodes();
        let mut most = vec![(0, 0); nodes.len()];
        for &node in instance.homes() {
            most[node as usize].0 += 1;
            most[node as usize].1 += heaviest;
        }
        for at in (0..nodes.len()).rev() {
            let cap = nodes[at].load_cap.map_or(u64::MAX, u64::from);
            let placed = most[at].0.min(u64::from(nodes[at].bounds.upper));
            most[at] = (placed, most[at].1.min(placed * heaviest).min(cap));
            if let Some(parent) = nodes[at].parent {
                most[parent as usize].0 += most[at].0;
                most[parent as usize].1 += most[at].1;
            }
        }
        most
    }

    fn divide(instance: &Instance, tops: Vec<u32>) -> Self {
        let mut classes: Vec<u8> = instance.people().iter().map(|it| it.load).collect();
        classes.sort_unstable();
        classes.dedup();
        let class = |load: u8| classes.partition_point(|&it| it < load);
        // INVARIANT: there are at most 256 classes.
        let class_of = |it: &crate::Person| u8::try_from(class(it.load)).unwrap_or(0);
        let class_of = instance.people().iter().map(class_of).collect();
        let heaviest = u32::from(classes.last().copied().unwrap_or(0));
        let nodes = instance.nodes();
        let mut homes_in = vec![Vec::new(); nodes.len()];
        for (home, &node) in (0..).zip(instance.homes()) {
            homes_in[node as usize].push(home);
        }
        let mut quarter_of: Vec<Option<u32>> = vec![None; nodes.len()];
        let mut parts: Vec<Vec<u32>> = Vec::new();
        for (at, it) in nodes.iter().enumerate() {
            let inside = it.parent.and_then(|parent| quarter_of[parent as usize]);
            let begins = inside.is_none() && tops.binary_search(&short(at)).is_ok();
            if begins {
                parts.push(Vec::new());
            }
            let quarter = if begins { Some(short(parts.len() - 1)) } else { inside };
            if let Some(quarter) = quarter {
                parts[quarter as usize].push(short(at));
            }
            quarter_of[at] = quarter;
        }
        let mut all: Vec<Quarter> = parts
            .iter()
            .map(|members| Quarter::new(instance, members, &homes_in, heaviest))
            .collect();
        for (home, &node) in (0..).zip(instance.homes()) {
            if quarter_of[node as usize].is_none() {
                all.push(Quarter::alone(home, node, heaviest));
            }
        }
        let above = quarter_of.iter().map(Option::is_none).collect();
        Self { classes, class_of, all, above, tops }
    }

    /// The cells the largest quarter needs.
    pub(super) fn cells(&self) -> usize {
        self.all.iter().map(|quarter| quarter.cells).max().unwrap_or(0)
    }
}

impl Quarter {
    fn alone(home: u32, node: u32, heaviest: u32) -> Self {
        let most = (1, heaviest);
        let join = Join { left: None, right: Operand::Home(home), at: 0, most, floor: 0 };
        let cells = 2 * (most.1 as usize + 1);
        Self { node, above: Some(node), homes: vec![home], joins: vec![join], cells }
    }

    /// `members` are its nodes, a parent before its children.
    fn new(instance: &Instance, members: &[u32], homes_in: &[Vec<u32>], heaviest: u32) -> Self {
        let nodes = instance.nodes();
        let node = members.first().copied().unwrap_or(0);
        let above = nodes.get(node as usize).and_then(|it| it.parent);
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
    /// worth, or [`NEVER`]; `chosen` gets the class of each home, if taken. `None` when its
    /// floors cannot be met.
    pub(super) fn best(
        &self,
        classes: &[u8],
        worth: &[i64],
        cells: &mut [i64],
        mut chosen: impl FnMut(u32, Option<u8>),
    ) -> Option<i64> {
        for join in &self.joins {
            self.fill(join, classes, worth, cells);
        }
        let Some(last) = self.joins.last() else { return Some(0) };
        let (at, width) = (last.at as usize, last.most.1 as usize + 1);
        let table = &cells[at..at + (last.most.0 as usize + 1) * width];
        let mut best = NEVER;
        let mut found = 0;
        for (cell, &value) in table.iter().enumerate() {
            if value > best {
                (best, found) = (value, cell);
            }
        }
        (best > NEVER / 2).then(|| {
            self.trace((found / width, found % width), classes, worth, cells, &mut chosen);
            best
        })
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
                        for (load, &one) in
                            left[a * left_width..].iter().take(left_width).enumerate()
                        {
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
                if (count, load) == (0, 0) {
                    0
                } else {
                    NEVER
                }
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
                        one > NEVER / 2 && value(join.left, (count - c, load - l)) + one == target
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
