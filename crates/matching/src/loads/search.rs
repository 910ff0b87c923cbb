use crate::Instance;
use crate::loads::dual::{Desk, QuarterPrices};
use crate::loads::flow::Flow;
use crate::loads::quarters::{NEVER, Quarters, short};

/// Chance from a seed: SplitMix64.
#[derive(Debug, Clone)]
pub struct Lot(pub u64);

impl Lot {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }
    pub fn below(&mut self, bound: usize) -> usize {
        (((self.next() >> 32) * bound as u64) >> 32) as usize
    }
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// The load that is left in every node of a quarter, and what to do with it.
pub struct Labels<'a> {
    pub instance: &'a Instance,
    pub quarters: &'a Quarters,
    /// What the labels of the homes in a node add up to.
    pub load: Vec<u32>,
}

impl Labels<'_> {
    /// Loads of a label.
    pub fn of(&self, label: u8) -> u32 {
        if label == 0 { 0 } else { u32::from(self.quarters.classes[usize::from(label) - 1]) }
    }
    pub fn change(&mut self, home: u32, from: u8, to: u8) {
        let (less, more) = (self.of(from), self.of(to));
        for at in self.instance.path(home) {
            self.load[at] = self.load[at] + more - less;
        }
    }
    pub fn fits(&self, home: u32, from: u8, to: u8) -> bool {
        let (less, more) = (self.of(from), self.of(to));
        self.instance.path(home).all(|at| {
            self.instance.nodes()[at].load_cap.is_none_or(|cap| self.load[at] + more - less <= cap)
        })
    }
    /// Raises labels while there is room, in the order of chance.
    pub fn spread(&mut self, homes: &mut [u32], label: &mut dyn FnMut(u32) -> u8, set: &mut dyn FnMut(u32, u8), lot: &mut Lot) {
        for at in (1..homes.len()).rev() {
            homes.swap(at, lot.below(at + 1));
        }
        for &home in homes.iter() {
            let from = label(home);
            let mut to = short(self.quarters.classes.len()) as u8;
            while to > from && !self.fits(home, from, to) {
                to -= 1;
            }
            if to > from {
                self.change(home, from, to);
                set(home, to);
            }
        }
    }
}

pub struct Tune { pub noise: f64, pub heat: f64, pub cool: f64, pub steps: u64, pub close: bool }

pub fn improve(
    instance: &Instance,
    quarters: &Quarters,
    prices: &QuarterPrices,
    start: Option<Vec<u8>>,
    tune: &Tune,
    seed: u64,
    report: &mut dyn FnMut(u64, i64, i64, &Flow, u64),
) -> crate::Plan {
    let mut lot = Lot(seed);
    let mut desk = Desk::new(instance, quarters);
    let classes = quarters.classes.len();
    let reading = prices.read(instance, quarters, &mut desk);
    let worth = desk.worth.clone();
    let mut labels = Labels { instance, quarters, load: vec![0; instance.nodes().len()] };
    let mut label = start.unwrap_or_else(|| reading.tenant.iter().map(|it| it.map_or(0, |p| quarters.class_of[p as usize] + 1)).collect());
    for (home, &it) in (0..).zip(&label) { labels.change(home, 0, it); }
    for quarter in &quarters.all {
        let mut homes = quarter.homes.clone();
        let cell = std::cell::RefCell::new(&mut label);
        labels.spread(&mut homes, &mut |h| cell.borrow()[h as usize], &mut |h, l| cell.borrow_mut()[h as usize] = l, &mut lot);
    }
    let class_of = quarters.class_of.iter().map(|it| it + 1).collect();
    let mut flow = Flow::new(instance, class_of, label);
    let fine = flow.settle(i64::MIN);
    let mut best = flow.objective();
    let mut plan = flow.plan();
    report(0, best, flow.objective(), &flow, u64::from(fine));
    let mut noisy = worth.clone();
    let mut heat = tune.heat;
    let mut kept = 0;
    for step in 1..=tune.steps {
        heat *= tune.cool;
        if step % 100 == 1 { flow.tighten(); }
        let quarter = &quarters.all[lot.below(quarters.all.len())];
        if quarter.homes.len() < 2 { continue }
        let noise = tune.noise * lot.unit();
        for &home in &quarter.homes {
            for class in 0..classes {
                let at = home as usize * classes + class;
                if worth[at] > NEVER / 2 {
                    noisy[at] = worth[at] + (noise * (lot.unit() * 2.0 - 1.0) * prices.unit as f64) as i64;
                }
            }
        }
        let mut proposal: Vec<(u32, u8)> = Vec::new();
        let got = quarter.best(&quarters.classes, &noisy, &mut desk.cells, |home, class| proposal.push((home, class.map_or(0, |it| it + 1))));
        if got == NEVER { continue }
        let before: Vec<(u32, u8)> = proposal.iter().map(|&(h, _)| (h, flow.label(h))).collect();
        for (&(home, from), &(_, to)) in before.iter().zip(&proposal) { labels.change(home, from, to); }
        {
            let mut homes = quarter.homes.clone();
            let cell = std::cell::RefCell::new(&mut proposal);
            labels.spread(&mut homes, &mut |h| cell.borrow().iter().find(|it| it.0 == h).unwrap().1, &mut |h, l| cell.borrow_mut().iter_mut().find(|it| it.0 == h).unwrap().1 = l, &mut lot);
        }
        let changed = proposal.iter().any(|&(h, l)| flow.label(h) != l);
        if !changed { continue }
        let was = flow.mark();
        for &(home, to) in &proposal { flow.relabel(home, to); }
        let loss = (-lot.unit().max(1e-12).ln() * heat) as i64;
        let fine = flow.settle(was - loss);
        if fine {
            kept += 1;
            if flow.objective() > best { best = flow.objective(); plan = flow.plan(); }
        } else {
            flow.back(was);
            for (&(home, from), &(_, to)) in before.iter().zip(&proposal) { labels.change(home, to, from); }
        }
        report(step, best, flow.objective(), &flow, kept);
    }
    plan
}
