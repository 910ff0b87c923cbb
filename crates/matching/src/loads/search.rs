use crate::loads::dual::{Desk, QuarterPrices};
use crate::loads::flow::{Flow, Mark};
use crate::loads::labels::{Allowance, Lot};
use crate::loads::pace::whole;
use crate::loads::quarters::{NEVER, Quarter, Quarters, short};
use crate::{Instance, Plan};

/// Looks for the best plan by changing, quarter after quarter, how heavy a household
/// each home may take.
///
/// With a label on every home the limits on load hold whoever moves in, and the best
/// plan is a flow, which is exact. A quarter gets other labels: the best there are at
/// the prices, with a little chance in them. The flow says what that is worth to the
/// whole city, and what does not pay is put back.
#[derive(Debug)]
pub(super) struct Search<'a> {
    quarters: &'a Quarters,
    /// The quarters that share a limit above them: they change together, since one can
    /// carry more only when another carries less.
    together: Vec<Vec<u32>>,
    /// Which of these lists each quarter is in.
    in_list: Vec<Option<u32>>,
    flow: Flow<'a>,
    allowance: Allowance<'a>,
    lot: Lot,
    desk: Desk,
    noisy: Vec<i64>,
    unit: i64,
    proposal: Vec<(u32, u16)>,
    before: Vec<(u32, u16)>,
    /// What a placement weighs, about.
    scale: f64,
    cycle: u64,
    step: u64,
    round: i32,
    /// The best plan so far, if any keeps all bounds.
    pub(super) best: Option<(i64, Plan)>,
    most: i64,
}

/// How far prices are shaken, as a part of the weight of a placement.
const SHAKE: f64 = 0.015;
/// One in so many changes is left to chance alone: the prices may be far off.
const WILD: usize = 16;
/// How much worse a change may be at first, as a part of the weight of a placement.
const HEAT: f64 = 0.006;
/// Changes tried for each quarter before it cools down again.
const TRIES: u64 = 1_200;

impl<'a> Search<'a> {
    pub(super) fn new(
        instance: &'a Instance,
        quarters: &'a Quarters,
        prices: &QuarterPrices,
        seed: u64,
    ) -> Self {
        let mut desk = Desk::new(instance, quarters);
        let reading = prices.read(instance, quarters, &mut desk);
        let mut allowance = Allowance::new(instance, quarters);
        let mut lot = Lot(seed);
        let mut label = vec![0; instance.homes().len()];
        for quarter in &quarters.all {
            let wanted = quarter.homes.iter().map(|&home| {
                let class = |who: u32| u16::from(quarters.class_of[who as usize]) + 1;
                (home, reading.tenant[home as usize].map_or(0, class))
            });
            let mut proposal: Vec<_> = wanted.collect();
            fit(&mut proposal, quarters, &mut allowance, &mut lot);
            for (home, given) in proposal {
                label[home as usize] = given;
            }
        }
        let mut flow = Flow::new(instance, quarters, prices, label);
        flow.settle(i64::MIN);
        let placed = flow.plan().home_of.iter().flatten().count().max(1);
        let weight = instance.objective(&flow.plan());
        let (together, in_list) = sharing(instance, quarters);
        let mut search = Self {
            quarters,
            together,
            in_list,
            allowance,
            lot,
            noisy: desk.worth.clone(),
            desk,
            unit: prices.unit,
            proposal: Vec::new(),
            before: Vec::new(),
            scale: (weight as f64 / placed as f64).abs().max(1.0),
            cycle: TRIES * quarters.all.len() as u64,
            step: 0,
            round: 0,
            best: None,
            most: i64::MIN,
            flow,
        };
        search.keep();
        search
    }

    /// Better prices to propose by.
    pub(super) fn reprice(&mut self, instance: &Instance, prices: &QuarterPrices) {
        prices.read(instance, self.quarters, &mut self.desk);
        self.noisy.clone_from(&self.desk.worth);
        self.unit = prices.unit;
    }

    /// How many placements its plan is short of the floors.
    pub(super) fn short(&self) -> u32 {
        self.flow.short()
    }

    fn keep(&mut self) {
        if self.flow.objective() > self.most {
            self.most = self.flow.objective();
            if self.flow.short() == 0 {
                self.best = Some((self.most, self.flow.plan()));
            }
        }
    }

    /// Tries one change.
    pub(super) fn step(&mut self) {
        if self.quarters.all.is_empty() {
            return;
        }
        if self.step >= self.cycle {
            (self.step, self.round) = (0, (self.round + 1).min(20));
        }
        if self.step.is_multiple_of(100.max(self.quarters.all.len() as u64)) {
            self.flow.tighten();
        }
        let cooled = 1.0 - self.step as f64 / self.cycle as f64;
        self.step += 1;
        let heat = self.scale * HEAT * cooled * cooled * 0.7_f64.powi(self.round);
        if !self.propose() {
            return;
        }
        let drawn = self.lot.unit();
        let loss = whole(heat * 4.0 * drawn * drawn * drawn);
        let mark = self.flow.mark();
        for &(home, label) in &self.proposal {
            self.flow.relabel(home, label);
        }
        if self.flow.settle(mark.objective.saturating_sub(loss)) {
            self.keep();
        } else {
            self.undo(mark);
        }
    }

    fn undo(&mut self, mark: Mark) {
        self.flow.back(mark);
        for &(home, label) in &self.proposal {
            self.allowance.take(home, label);
        }
        for &(home, label) in &self.before {
            self.allowance.give(home, label);
        }
    }

    /// Other labels for a quarter, or for some that share a limit; `false` when they are
    /// the same.
    fn propose(&mut self) -> bool {
        let first = self.lot.below(self.quarters.all.len());
        let mut chosen = vec![first];
        if let Some(list) = self.in_list[first].map(|list| &self.together[list as usize]) {
            for _ in 0..=self.lot.below(3) {
                chosen.push(list[self.lot.below(list.len())] as usize);
            }
            chosen.sort_unstable();
            chosen.dedup();
        }
        let shake = SHAKE * self.scale * self.unit as f64 * self.lot.unit();
        let wild = self.lot.below(WILD) == 0;
        self.proposal.clear();
        for quarter in chosen {
            if wild {
                for &home in &self.quarters.all[quarter].homes {
                    let label = self.lot.below(self.quarters.classes.len() + 1);
                    self.proposal.push((home, u16::try_from(label).unwrap_or(0)));
                }
                continue;
            }
            self.shake(&self.quarters.all[quarter], shake);
            let proposal = &mut self.proposal;
            self.quarters.all[quarter].best(
                &self.quarters.classes,
                &self.noisy,
                &mut self.desk.cells,
                |home, class| proposal.push((home, class.map_or(0, |class| u16::from(class) + 1))),
            );
        }
        self.before.clear();
        for &(home, _) in &self.proposal {
            self.before.push((home, self.flow.label(home)));
            self.allowance.take(home, self.flow.label(home));
        }
        fit(&mut self.proposal, self.quarters, &mut self.allowance, &mut self.lot);
        let same = self.proposal.iter().all(|&(home, label)| self.flow.label(home) == label);
        !same
    }

    /// Puts chance in what the homes of a quarter are worth.
    fn shake(&mut self, quarter: &Quarter, shake: f64) {
        let classes = self.quarters.classes.len();
        for &home in &quarter.homes {
            let cells = home as usize * classes..(home as usize + 1) * classes;
            for (noisy, &worth) in self.noisy[cells.clone()].iter_mut().zip(&self.desk.worth[cells])
            {
                if worth > NEVER {
                    *noisy = worth + whole(shake * (self.lot.unit() * 2.0 - 1.0));
                }
            }
        }
    }
}

/// The quarters under each highest node above them that has a limit, and the list each
/// quarter is in.
fn sharing(instance: &Instance, quarters: &Quarters) -> (Vec<Vec<u32>>, Vec<Option<u32>>) {
    let mut list_of = vec![None; instance.nodes().len()];
    let mut together: Vec<Vec<u32>> = Vec::new();
    let mut in_list = Vec::with_capacity(quarters.all.len());
    for (at, quarter) in (0..).zip(&quarters.all) {
        let up = |&node: &u32| instance.nodes()[node as usize].parent;
        let limited = std::iter::successors(quarter.above, up)
            .filter(|&node| instance.nodes()[node as usize].load_cap.is_some())
            .last();
        let list = limited.map(|node| {
            *list_of[node as usize].get_or_insert_with(|| {
                together.push(Vec::new());
                short(together.len() - 1)
            })
        });
        if let Some(list) = list {
            together[list as usize].push(at);
        }
        in_list.push(list);
    }
    (together, in_list)
}

/// Gives labels as far as there is room, and raises them, in the order of chance, where
/// room is left.
fn fit(
    proposal: &mut [(u32, u16)],
    quarters: &Quarters,
    allowance: &mut Allowance<'_>,
    lot: &mut Lot,
) {
    for (home, label) in proposal.iter_mut() {
        *label = allowance.room(*home, *label);
        allowance.give(*home, *label);
    }
    for at in (1..proposal.len()).rev() {
        proposal.swap(at, lot.below(at + 1));
    }
    // INVARIANT: there are at most 256 classes.
    let heaviest = u16::try_from(short(quarters.classes.len())).unwrap_or(0);
    for (home, label) in proposal.iter_mut() {
        allowance.take(*home, *label);
        *label = allowance.room(*home, heaviest);
        allowance.give(*home, *label);
    }
}
