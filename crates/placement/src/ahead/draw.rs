use crate::lot;

/// Numbers drawn one after another for one future: `SplitMix64` from the round's seed
/// and the future's number, so that futures do not share draws.
#[derive(Debug)]
pub(super) struct Stream(u64);

impl Stream {
    pub(super) fn new(seed: u64, future: u8) -> Self {
        Self(lot::drawn(seed, &format!("future {future}")))
    }

    fn next(&mut self) -> u64 {
        let drawn = lot::mixed(self.0);
        self.0 = self.0.wrapping_add(lot::STEP);
        drawn
    }

    /// Evenly below a number; 0 for 0. The error is below one in 2^32 for every number
    /// of 32 bits.
    pub(super) fn below(&mut self, most: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(most);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// One of so many.
    pub(super) fn index(&mut self, most: usize) -> usize {
        usize::try_from(self.below(u64::try_from(most).unwrap_or(u64::MAX))).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ten(mut stream: Stream) -> Vec<u64> {
        (0..10).map(|_| stream.below(1_000)).collect()
    }

    #[test]
    fn the_same_seed_and_future_draw_the_same_numbers_and_another_future_others() {
        assert_eq!(ten(Stream::new(7, 0)), ten(Stream::new(7, 0)));
        assert_ne!(ten(Stream::new(7, 0)), ten(Stream::new(7, 1)));
        assert_ne!(ten(Stream::new(7, 0)), ten(Stream::new(8, 0)));
    }

    #[test]
    fn draws_stay_below_their_limit_and_reach_every_number() {
        let mut stream = Stream::new(1, 0);
        let mut seen = [false; 6];
        (0..200).for_each(|_| seen[stream.index(6)] = true);
        assert_eq!(seen, [true; 6]);
        assert_eq!(stream.below(0), 0);
    }
}
