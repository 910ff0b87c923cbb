//! The lot of a round and of one household, in words.

use sleutel_actions::rounds::{PersonLot, lot_of};
use sleutel_store::placement::RoundRow;
use sleutel_words::Words;

/// The lot of one household in a round, with how to work it out again.
#[derive(Debug)]
pub(super) struct OfPerson {
    pub(super) said: String,
    pub(super) from: String,
    pub(super) command: String,
    pub(super) round: String,
}

/// The number of a round as far as it may be known.
pub(super) fn of_round(words: Words, round: &RoundRow) -> String {
    match lot_of(round).shown {
        None => words.t("rounds-lot-sealed"),
        Some(shown) => {
            words.t_with("rounds-lot-number", &[("seed", shown.seed.to_string().into())])
        }
    }
}

/// The lot of a household; `None` as long as there is no proposal it is in.
pub(super) fn of_person(
    words: Words,
    round: &RoundRow,
    reference: &str,
    lot: Option<PersonLot>,
) -> Option<OfPerson> {
    let (lot, shown) = (lot?, lot_of(round).shown?);
    let values = [
        ("number", lot.number.to_string().into()),
        ("place", lot.place.into()),
        ("of", lot.of.into()),
    ];
    Some(OfPerson {
        said: words.t_with("rounds-lot-person", &values),
        from: words.t_with("rounds-lot-number", &[("seed", shown.seed.to_string().into())]),
        command: format!("sleutel lot --seed {} {reference}", shown.seed),
        round: round.id.to_string(),
    })
}
