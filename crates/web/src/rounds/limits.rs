use sleutel_domain::placement::Proposal;
use sleutel_words::{Lookup, Words};

/// What limits do to a round: load, what collides with its ways out, what one more is
/// worth.
#[derive(Debug, Default)]
pub(super) struct LimitsView {
    pub loads: Vec<String>,
    pub collisions: Vec<(String, Vec<String>)>,
    pub worth: Vec<String>,
}

impl LimitsView {
    /// For who may see every line: it names households by their file.
    pub(super) fn new(words: Words, proposal: &Proposal, names: &dyn Lookup) -> Self {
        let collisions = proposal.collisions.iter().map(|it| {
            let ways = it.ways_out.iter().map(|way| words.way_out(way, names)).collect();
            (words.collision(it, names), ways)
        });
        Self {
            loads: proposal.loads.iter().map(|it| words.load_use(it, names)).collect(),
            collisions: collisions.collect(),
            worth: proposal.worth.iter().map(|it| words.worth(it, names)).collect(),
        }
    }
}
