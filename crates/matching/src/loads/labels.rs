use crate::Instance;
use crate::loads::quarters::Quarters;

/// Chance from a seed: SplitMix64.
#[derive(Debug, Clone)]
pub(super) struct Lot(pub(super) u64);

impl Lot {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }

    /// A number below `bound`.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let drawn = (u128::from(self.next()) * bound as u128) >> 64;
        // INVARIANT: it is below `bound`.
        usize::try_from(drawn).unwrap_or(0)
    }

    /// A number from 0 up to 1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// How much load the labels of homes allow in each node: never more than its limit, so
/// whoever moves in keeps all limits.
#[derive(Debug)]
pub(super) struct Allowance<'a> {
    instance: &'a Instance,
    quarters: &'a Quarters,
    load: Vec<u32>,
}

impl<'a> Allowance<'a> {
    pub(super) fn new(instance: &'a Instance, quarters: &'a Quarters) -> Self {
        Self { instance, quarters, load: vec![0; instance.nodes().len()] }
    }

    fn of(&self, label: u16) -> u32 {
        match usize::from(label).checked_sub(1) {
            Some(class) => u32::from(self.quarters.classes[class]),
            None => 0,
        }
    }

    /// Takes back what a label allowed.
    pub(super) fn take(&mut self, home: u32, label: u16) {
        let load = self.of(label);
        for at in self.instance.path(home) {
            self.load[at] -= load;
        }
    }

    /// Allows a label.
    pub(super) fn give(&mut self, home: u32, label: u16) {
        let load = self.of(label);
        for at in self.instance.path(home) {
            self.load[at] += load;
        }
    }

    /// The heaviest label up to `wanted` there is room for, when the home has none now.
    pub(super) fn room(&self, home: u32, wanted: u16) -> u16 {
        let room = self.instance.path(home).filter_map(|at| {
            self.instance.nodes()[at].load_cap.map(|cap| cap.saturating_sub(self.load[at]))
        });
        let room = room.min().unwrap_or(u32::MAX);
        (0..=wanted).rev().find(|&label| self.of(label) <= room).unwrap_or(0)
    }
}
