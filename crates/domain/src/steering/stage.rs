//! How far a home is between the match and the keys ("onderweg").

/// How far a home is on its way to a household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Agreed in a round, and not offered on a road yet.
    Agreed,
    /// On offer.
    Offered,
    /// On offer, and a day to see it is planned.
    Viewing,
    /// The household said yes, and no agreement is being made yet.
    Accepted,
    /// Agreements are being made or signed.
    Agreements,
    /// All is signed, the keys are next.
    Keys,
}

impl Stage {
    /// All of them, the furthest from the keys first.
    pub const ALL: [Self; 6] =
        [Self::Agreed, Self::Offered, Self::Viewing, Self::Accepted, Self::Agreements, Self::Keys];

    /// The word in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Offered => "offered",
            Self::Viewing => "viewing",
            Self::Accepted => "accepted",
            Self::Agreements => "agreements",
            Self::Keys => "keys",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}
