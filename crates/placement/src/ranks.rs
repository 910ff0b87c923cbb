/// One more home for something that has `before` of `out_of` already.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    pub(crate) before: u32,
    pub(crate) out_of: u32,
}

impl Unit {
    /// Fractions compared exactly; something out of nothing counts as most filled.
    fn compare(self, other: Self) -> std::cmp::Ordering {
        let cross = |one: Self, two: Self| u64::from(one.before) * u64::from(two.out_of);
        (self.out_of == 0)
            .cmp(&(other.out_of == 0))
            .then(cross(self, other).cmp(&cross(other, self)))
    }
}

/// A reward for each unit, at least 1: the less was filled before it, the higher;
/// equally filled, equal reward. See `docs/decisions/0004-comparable-help.md` for
/// why the order of the rewards is all that matters.
pub(crate) fn rewards(units: &[Unit]) -> Vec<i64> {
    let mut order: Vec<_> = (0..units.len()).collect();
    order.sort_by(|&one, &two| units[two].compare(units[one]));
    let mut rewards = vec![0; units.len()];
    let mut reward = 0;
    for (place, &at) in order.iter().enumerate() {
        let new = place == 0 || units[order[place - 1]].compare(units[at]).is_ne();
        reward += i64::from(new);
        rewards[at] = reward;
    }
    rewards
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_filled_has_the_highest_reward_and_equals_are_equal() {
        let units = [(0, 10), (1, 10), (2, 20), (1, 3), (0, 7)]
            .map(|(before, out_of)| Unit { before, out_of });
        assert_eq!(rewards(&units), [3, 2, 2, 1, 3]);
    }

    #[test]
    fn nothing_to_fill_is_fullest_and_leaves_the_others_in_order() {
        let units = [(1, 3), (0, 0), (4, 3), (0, 5), (7, 0), (1, 4)]
            .map(|(before, out_of)| Unit { before, out_of });
        assert_eq!(rewards(&units), [3, 1, 2, 5, 1, 4]);
    }
}
