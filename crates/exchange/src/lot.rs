//! The seal on the number a round's lots are drawn from: public from the moment the
//! round is made, so that the number cannot be changed when it is shown.

use crate::stored::fingerprint;

/// What is sealed: round, number and salt in one line. Anybody can put it together once
/// number and salt are shown.
pub fn sealed(round: &str, seed: u64, salt: &str) -> String {
    format!("sleutel-lot/1 {round} {seed} {salt}")
}

/// The seal: SHA-256 of [`sealed`], in hexadecimal.
pub fn seal(round: &str, seed: u64, salt: &str) -> String {
    fingerprint(sealed(round, seed, salt).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `printf '%s' 'sleutel-lot/1 R 7 abc' | sha256sum` gives it.
    #[test]
    fn the_seal_is_what_any_tool_gives_for_the_line() {
        assert_eq!(
            seal("R", 7, "abc"),
            "e42886a0e41604e41c61a54976a546ab9134b4534ff73ab17dc4a1500d68619d"
        );
    }

    #[test]
    fn another_round_number_or_salt_has_another_seal() {
        let seals =
            [seal("R", 7, "abc"), seal("S", 7, "abc"), seal("R", 8, "abc"), seal("R", 7, "abd")];
        for (at, one) in seals.iter().enumerate() {
            assert!(!seals[..at].contains(one));
        }
    }
}
