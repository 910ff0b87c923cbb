//! The participant's own window ("eigen venster"): the keys to it.

mod code;

pub use code::{CODE_LENGTH, KeyCode};

use crate::routes::coded::coded;

/// A key to somebody's window, handed over once; a marker for identifiers.
#[derive(Debug)]
pub enum Key {}

coded! {
    /// How a key was used.
    KeyWay {
        /// By the link.
        Link = "link",
        /// By the code on the card.
        Code = "code",
    }
}

/// The shortest secret somebody may choose for their own window, in characters.
pub const SHORTEST_SECRET: usize = 8;

/// Why a secret cannot be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretFault {
    /// Fewer than [`SHORTEST_SECRET`] characters.
    TooShort,
    /// What others guess first: the reference, a birth date, or one sign again and again.
    EasyToGuess,
}

/// What is wrong with a secret, for somebody with this reference, who was born on this day.
pub fn secret_fault(
    secret: &str,
    reference: &str,
    born: Option<jiff::civil::Date>,
) -> Option<SecretFault> {
    let secret = secret.trim();
    if secret.chars().count() < SHORTEST_SECRET {
        return Some(SecretFault::TooShort);
    }
    let bare = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let plain = bare(secret);
    let dates: Vec<String> = born
        .into_iter()
        .flat_map(|it| ["%d%m%Y", "%Y%m%d"].map(|how| it.strftime(how).to_string()))
        .collect();
    let first = secret.chars().next();
    let same = secret.chars().all(|c| Some(c) == first);
    let counted = "0123456789".contains(&plain) || "9876543210".contains(&plain);
    let easy = same || counted || plain == bare(reference) || dates.contains(&plain);
    easy.then_some(SecretFault::EasyToGuess)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn check(secret: &str, expected: Option<SecretFault>) {
        assert_eq!(secret_fault(secret, "P-2026-0001", Some(date(1980, 5, 17))), expected);
    }

    #[test]
    fn what_others_guess_first_is_refused() {
        let easy = Some(SecretFault::EasyToGuess);
        for secret in ["17-05-1980", "19800517", "p20260001", "12345678", "aaaaaaaa", "--------"] {
            check(secret, easy);
        }
    }

    #[test]
    fn a_short_sentence_will_do_and_seven_signs_will_not() {
        check("blauwe fiets", None);
        check("48205731", None);
        check("blauwe7", Some(SecretFault::TooShort));
    }
}
