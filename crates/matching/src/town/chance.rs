/// What a draw is for. The numbers are part of the recipe: another number, another town.
#[derive(Debug, Clone, Copy)]
pub(super) enum Draw {
    HomeMunicipality = 1,
    HomeComplex = 2,
    Rooms = 3,
    Accessible = 4,
    Rent = 5,
    Corporation = 6,
    Municipality = 11,
    Group = 12,
    HouseholdSize = 13,
    Load = 14,
    NeedsAccess = 15,
    Income = 16,
    FirstWish = 17,
    SecondWish = 18,
    ThirdWish = 19,
    HasNetwork = 20,
    Network = 21,
    AvoidsBuurt = 22,
    AvoidedBuurt = 23,
    AvoidsWijk = 24,
    AvoidedWijk = 25,
    LooksFurther = 26,
    Waiting = 27,
    Urgency = 28,
    Taste = 31,
    Lot = 32,
    Ceiling = 40,
}

/// Numbers that look like chance and are the same for everybody.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chance {
    seed: u64,
}

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self { seed: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) }
    }

    /// 64 bits.
    pub(super) fn bits(self, draw: Draw, index: u64) -> u64 {
        let stream = (draw as u64).wrapping_mul(0xD1B5_4A32_D192_ED03);
        let place = index.wrapping_mul(0x8CB9_2BA7_2F3D_8DD7);
        split_mix(self.seed.wrapping_add(stream).wrapping_add(place))
    }

    /// A number from 0 up to and without `end`; 0 when `end` is 0.
    pub(super) fn below(self, draw: Draw, index: u64, end: u32) -> u32 {
        (((self.bits(draw, index) >> 32) * u64::from(end)) >> 32) as u32
    }

    /// Whether it happens, in `percent` of cases.
    pub(super) fn happens(self, draw: Draw, index: u64, percent: u32) -> bool {
        self.below(draw, index, 100) < percent
    }

    /// An index, each as likely as its weight says.
    pub(super) fn pick(self, draw: Draw, index: u64, weights: &[u32]) -> usize {
        let mut left = self.below(draw, index, weights.iter().sum());
        let chosen = weights.iter().position(|&weight| {
            let here = left < weight;
            left = left.saturating_sub(weight);
            here
        });
        chosen.unwrap_or(0)
    }

    /// A number from 0 up to and without `end`, low ones more often: what is popular
    /// comes first.
    pub(super) fn popular(self, draw: Draw, index: u64, end: u32) -> u32 {
        let even = self.bits(draw, index) >> 48;
        let skewed = (even * even) >> 16;
        (((skewed << 16) * u64::from(end)) >> 32) as u32
    }
}

/// SplitMix64, one step.
fn split_mix(state: u64) -> u64 {
    let mut bits = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}
