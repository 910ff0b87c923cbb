//! The lot: a number for each household from the published seed and its own
//! reference, so that nobody can steer it and anybody can draw it again (`docs/sources.md#lots`).

/// From one state of SplitMix64 to the next.
pub(crate) const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// SplitMix64 (Steele, Lea and Flood, 2014): one step, well mixed.
pub(crate) fn mixed(state: u64) -> u64 {
    let mut z = state.wrapping_add(STEP);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// FNV-1a over the bytes of a code.
fn fingerprint(code: &str) -> u64 {
    code.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Everything chance knows of one code in one round.
pub(crate) fn drawn(seed: u64, code: &str) -> u64 {
    mixed(mixed(seed) ^ fingerprint(code))
}

/// A lot number below two thousand million, higher is luckier.
pub(crate) fn number(drawn: u64) -> i64 {
    i64::from(u32::try_from(drawn >> 33).unwrap_or(u32::MAX))
}

/// The last word between pairs that are equal in everything else.
pub(crate) fn pair(person: u64, home: u64) -> i64 {
    number(mixed(person ^ home.rotate_left(32)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_draws_are_those_of_the_published_generator() {
        assert_eq!(mixed(0), 0xe220_a839_7b1d_cdaf);
        assert_eq!(fingerprint("a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn another_seed_gives_another_lot() {
        assert_ne!(drawn(1, "P-1"), drawn(2, "P-1"));
    }
}
