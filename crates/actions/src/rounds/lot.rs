//! The number the lots of a round are drawn from: sealed when the round is made, shown
//! with the first proposal (`docs/decisions/0010-lot.md`).

use std::cmp::Reverse;

use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, Reference,
    placement::{Round, RoundInput},
};
use sleutel_exchange::lot as sealing;
use sleutel_store::{
    access,
    placement::{self as rows, RoundLot, RoundRow},
};

use crate::{ActionError, App};

/// A number that everybody may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownLot {
    /// The number.
    pub seed: i64,
    /// What it was sealed with; `None` for a number that people stated.
    pub salt: Option<String>,
    /// What was sealed, word for word.
    pub sealed: Option<String>,
    /// When it was shown; `None` for a number that people stated.
    pub at: Option<Timestamp>,
}

/// The lot of a round as everybody may see it. Nothing in it is about a person, and not
/// what people call the round either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LotView {
    /// Which round.
    pub round: Id<Round>,
    /// The day it is held for.
    pub held_on: Date,
    /// When it was made.
    pub made_at: Timestamp,
    /// The seal, public from then on; `None` for a number that people stated.
    pub seal: Option<String>,
    /// The number, once it is shown.
    pub shown: Option<ShownLot>,
    /// When the homes were last changed after the number could be known.
    pub homes_changed_after: Option<Timestamp>,
}

/// The lot of one household in one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonLot {
    /// Its number; higher is luckier.
    pub number: i64,
    /// Which place that is among everybody in the round, from 1.
    pub place: usize,
    /// How many households are in the round.
    pub of: usize,
}

impl PersonLot {
    /// `None` for somebody who is not in the round.
    pub(crate) fn in_round(input: &RoundInput, reference: &Reference) -> Option<Self> {
        let of = input.candidates.len();
        input.candidates.iter().find(|it| it.reference == *reference)?;
        let number = |it: &Reference| sleutel_placement::lot_number(input.seed, it);
        let own = number(reference);
        let before = input.candidates.iter().filter(|it| number(&it.reference) > own).count();
        Some(Self { number: own, place: before + 1, of })
    }
}

/// Draws a number and what to seal it with.
pub(super) fn draw() -> Result<RoundLot, ActionError> {
    let chance = |cause| ActionError::Internal(format!("no source of chance: {cause}"));
    // Ten digits: long enough to be a fair lot, short enough to be read out. What keeps it
    // from being guessed from its seal is the salt.
    let seed = i64::from(getrandom::u32().map_err(chance)?);
    let salt = getrandom::u64().map_err(chance)?;
    let more = getrandom::u64().map_err(chance)?;
    Ok(RoundLot::drawn(seed, format!("{salt:016x}{more:016x}")))
}

/// The seal of a round's number; `None` when people stated it.
pub(super) fn seal_of(row: &RoundRow) -> Option<String> {
    let salt = row.lot.salt()?;
    Some(sealing::seal(&row.id.to_string(), seed(row), salt))
}

fn seed(row: &RoundRow) -> u64 {
    u64::try_from(row.lot.seed()).unwrap_or_default()
}

/// The lot of a round as everybody may see it.
pub fn lot_of(row: &RoundRow) -> LotView {
    let salt = row.lot.salt();
    let shown = row.lot.shown().map(|number| ShownLot {
        seed: number,
        salt: salt.map(str::to_owned),
        sealed: salt.map(|salt| sealing::sealed(&row.id.to_string(), seed(row), salt)),
        at: row.lot.shown_at(),
    });
    let known_from = if salt.is_none() { Some(row.created_at) } else { row.lot.shown_at() };
    LotView {
        round: row.id,
        held_on: row.held_on,
        made_at: row.created_at,
        seal: seal_of(row),
        shown,
        homes_changed_after: row
            .homes_changed_at
            .filter(|changed| known_from.is_some_and(|known| *changed >= known)),
    }
}

/// The lots of all rounds of this installation, newest first: for everyone, logged in or
/// not, so no question of the policy goes before it.
pub async fn lots(app: &App) -> Result<Vec<LotView>, ActionError> {
    let mut tx = app.db.read().await?;
    let mut all = Vec::new();
    for programme in access::programmes(&mut tx).await? {
        all.extend(rows::rounds(&mut tx, programme.id).await?.iter().map(lot_of));
    }
    all.sort_by_key(|it| Reverse((it.held_on, it.made_at)));
    Ok(all)
}
