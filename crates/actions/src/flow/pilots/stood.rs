use std::collections::BTreeMap;

use sleutel_store::flow::StandRow;

/// How far a file in a pilot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// The lease is their own.
    OwnLease,
    /// They live in the home they got.
    Living,
    /// A home is offered or taken, and the keys have to come.
    Coming,
    /// A home is looked for.
    Looking,
    /// The municipality decides.
    Deciding,
    /// People talk, and papers are made ready.
    Talking,
    /// There is no file on a road.
    NotBegun,
    /// The road ended without a home.
    Stopped,
    /// The road ended after they had lived there.
    Ended,
}

impl Phase {
    /// All of them, the furthest first.
    pub const ALL: [Self; 9] = [
        Self::OwnLease,
        Self::Living,
        Self::Coming,
        Self::Looking,
        Self::Deciding,
        Self::Talking,
        Self::NotBegun,
        Self::Stopped,
        Self::Ended,
    ];

    /// The word in rows and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::OwnLease => "own-lease",
            Self::Living => "living",
            Self::Coming => "coming",
            Self::Looking => "looking",
            Self::Deciding => "deciding",
            Self::Talking => "talking",
            Self::NotBegun => "not-begun",
            Self::Stopped => "stopped",
            Self::Ended => "ended",
        }
    }

    /// What follows from where a file stands: from the keys on somebody lives there, until the road
    /// ends; before, the kind of the open step says it.
    pub(super) fn of(stand: &StandRow) -> Self {
        match (stand.standing.as_str(), stand.housed, stand.kind.as_str()) {
            ("", ..) => Self::NotBegun,
            (_, true, _) if stand.own_lease => Self::OwnLease,
            ("ended", true, _) => Self::Ended,
            ("ended", false, _) => Self::Stopped,
            (_, true, _) => Self::Living,
            (_, _, "match") => Self::Looking,
            (_, _, "viewing" | "offer" | "agreement" | "keys") => Self::Coming,
            (_, _, "decision") => Self::Deciding,
            _ => Self::Talking,
        }
    }
}

/// How many files are how far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stood(BTreeMap<Phase, u32>);

impl Stood {
    /// Counts them.
    pub fn of(phases: impl IntoIterator<Item = Phase>) -> Self {
        let mut counts = BTreeMap::new();
        for phase in phases {
            *counts.entry(phase).or_default() += 1;
        }
        Self(counts)
    }

    /// How many there are in all.
    pub fn total(&self) -> u32 {
        self.0.values().sum()
    }

    /// The phases in which there are any, the furthest first.
    pub fn counts(&self) -> impl Iterator<Item = (Phase, u32)> {
        self.0.iter().map(|(phase, count)| (*phase, *count))
    }

    /// The word in rows: `living:1 talking:5`.
    pub fn code(&self) -> String {
        let parts: Vec<String> =
            self.counts().map(|(phase, count)| format!("{}:{count}", phase.code())).collect();
        parts.join(" ")
    }

    /// Reads the word back; what makes no sense in it is left out.
    pub fn from_code(code: &str) -> Self {
        let read = |part: &str| {
            let (name, count) = part.split_once(':')?;
            let phase = Phase::ALL.into_iter().find(|it| it.code() == name)?;
            Some((phase, count.parse().ok()?))
        };
        Self(code.split(' ').filter_map(read).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_files_stood_reads_back() {
        let stood = Stood::of([Phase::Talking, Phase::Living, Phase::Talking]);
        assert_eq!(stood.code(), "living:1 talking:2");
        assert_eq!(Stood::from_code(&stood.code()), stood);
        assert_eq!((stood.total(), Stood::from_code("").total()), (3, 0));
    }
}
