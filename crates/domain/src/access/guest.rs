use jiff::{Span, civil::Date};

use super::Role;

/// A guest takes part for at most so many months, and can be asked again ("gast"). Ours, and
/// marked as such in `docs/sources.md`.
pub const LONGEST_VISIT: i32 = 6;

/// An invitation of a colleague of another organisation on one file ("uitnodiging").
#[derive(Debug)]
pub enum Guest {}

/// What a guest may do with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GuestRole {
    /// Sees the road and what their own party may see of it ("meekijken").
    Look,
    /// The same, and does what is their own party's to do ("meedoen").
    TakePart,
}

impl GuestRole {
    /// Both, in the order they are shown.
    pub const ALL: [Self; 2] = [Self::Look, Self::TakePart];

    /// The word in forms and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::TakePart => "take-part",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Where an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GuestState {
    /// The guest has not answered.
    Invited,
    /// The guest said yes.
    Accepted,
    /// The guest said no.
    Refused,
    /// Either of them ended it.
    Ended,
}

impl GuestState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Invited, Self::Accepted, Self::Refused, Self::Ended];

    /// The word in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Ended => "ended",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether it stands: not said no to, not ended, and not over by itself. The last day
    /// counts.
    pub fn stands(self, until: Date, today: Date) -> bool {
        matches!(self, Self::Invited | Self::Accepted) && today <= until
    }

    /// Whether the guest is let in on this day.
    pub fn lets_in(self, until: Date, today: Date) -> bool {
        self == Self::Accepted && self.stands(until, today)
    }
}

/// Why somebody cannot be a guest on a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuestRefusal {
    /// They work for the provider whose file it is.
    SameOrganisation,
    /// They do no work on files.
    NotTheirWork {
        /// What they do.
        role: Role,
    },
    /// They see the road of this file without an invitation.
    SeesItAlready,
    /// They were asked already, and that stands.
    AskedAlready {
        /// The last day of that.
        until: Date,
    },
    /// The household is on no road yet, so there is nothing to see.
    NoRoad,
    /// They cannot log in any more.
    Closed,
}

/// The last day an invitation made or prolonged today can have.
pub fn last_day_of_a_visit(today: Date) -> Date {
    today.saturating_add(Span::new().months(LONGEST_VISIT))
}

/// Whether somebody with this role can be a guest: those who work on files. A housing officer
/// sees every road already; who counts or runs the installation opens none.
pub fn can_be_a_guest(role: Role) -> bool {
    match role {
        Role::SupportWorker | Role::LettingConsultant | Role::PlacementCoordinator => true,
        Role::HousingOfficer | Role::ProgrammeManager | Role::Administrator => false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_who_said_yes_is_let_in_and_on_the_last_day_too() {
        let (until, next) = (date(2026, 8, 31), date(2026, 9, 1));
        let lets_in = |day| GuestState::ALL.map(|it| it.lets_in(until, day));
        assert_eq!(lets_in(until), [false, true, false, false]);
        assert_eq!(lets_in(next), [false; 4]);
        assert_eq!(GuestState::ALL.map(|it| it.stands(until, until)), [true, true, false, false]);
    }

    #[test]
    fn a_visit_lasts_half_a_year_at_most() {
        assert_eq!(last_day_of_a_visit(date(2026, 8, 31)), date(2027, 2, 28));
    }

    #[test]
    fn every_word_comes_back() {
        for it in GuestRole::ALL {
            assert_eq!(GuestRole::from_code(it.code()), Some(it));
        }
        for it in GuestState::ALL {
            assert_eq!(GuestState::from_code(it.code()), Some(it));
        }
    }
}
