use sleutel_domain::placement::{Candidate, RoundInput};

/// Whole weeks somebody has waited on the round's date; 0 for a date to come.
pub fn weeks_waited(input: &RoundInput, candidate: &Candidate) -> u32 {
    let days = candidate.waiting_since.until(input.date).map_or(0, |span| span.get_days());
    u32::try_from(days / 7).unwrap_or(0)
}

/// Weeks that count at most: ten years of 52, so that one very long wait does not
/// outweigh several long ones. Ours, `docs/sources.md#weeks-waited`.
pub(crate) const MOST: u32 = 520;

/// Weeks that count towards the goal.
pub(crate) fn weeks_counted(input: &RoundInput, candidate: &Candidate) -> u32 {
    weeks_waited(input, candidate).min(MOST)
}
