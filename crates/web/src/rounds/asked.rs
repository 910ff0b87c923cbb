//! Which proposal or trial of a round an address asks for, and how it is called.

use sleutel_actions::rounds::{Made, Which};
use sleutel_words::Words;

use crate::Query;

/// What `?proposal=3` or `?trial=2` asks for.
pub(super) fn asked(query: &Query) -> Which {
    match (query.get("trial").parse(), query.get("proposal").parse()) {
        (Ok(number), _) => Which::Trial(number),
        (Err(_), Ok(number)) => Which::Proposal(number),
        (Err(_), Err(_)) => Which::Newest,
    }
}

/// The field of an address or a form that asks for it, with its value.
pub(super) fn pair(which: Which) -> Option<(&'static str, i64)> {
    match which {
        Which::Newest => None,
        Which::Proposal(number) => Some(("proposal", number)),
        Which::Trial(number) => Some(("trial", number)),
    }
}

/// The same as the question of an address; empty for the newest.
pub(super) fn question(which: Which) -> String {
    pair(which).map_or_else(String::new, |(name, number)| format!("?{name}={number}"))
}

/// As one word, for an address that names two: `p3` or `t2`.
pub(super) fn word(which: Which) -> String {
    match which {
        Which::Newest => String::new(),
        Which::Proposal(number) => format!("p{number}"),
        Which::Trial(number) => format!("t{number}"),
    }
}

/// Reads the word back; `None` for any other word.
pub(super) fn from_word(word: &str) -> Option<Which> {
    let number = word.get(1..)?.parse().ok()?;
    match word.get(..1)? {
        "p" => Some(Which::Proposal(number)),
        "t" => Some(Which::Trial(number)),
        _ => None,
    }
}

/// What people call it: `Voorstel 3`, or `Proef 2: Meer ruimte in Oost`.
pub(super) fn called(words: Words, made: &Made) -> String {
    let number = ("number", made.row.number.into());
    match &made.trial {
        None => words.t_with("rounds-proposal-title", &[number]),
        Some(trial) => {
            words.t_with("rounds-trial-title", &[number, ("name", trial.name.as_str().into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_comes_back_as_what_it_stands_for() {
        for which in [Which::Proposal(3), Which::Trial(12)] {
            assert_eq!(from_word(&word(which)), Some(which));
        }
        for other in ["", "p", "x3", "t-", "é1"] {
            assert_eq!(from_word(other), None, "{other}");
        }
    }
}
