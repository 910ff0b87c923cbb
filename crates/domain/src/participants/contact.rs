//! Who stands around somebody: professionals, family, peers.

use jiff::civil::Date;

use crate::{PersonName, Phrase, access::Party, messages::Address, routes::coded::coded};

coded! {
    /// What somebody around a household is to them.
    ContactRole {
        /// Their own support worker ("persoonlijk begeleider").
        SupportWorker = "support-worker",
        /// Appointed for personal matters ("mentor").
        Mentor = "mentor",
        /// Appointed for money matters ("bewindvoerder").
        Administrator = "administrator",
        /// Family.
        Family = "family",
        /// A friend or a neighbour.
        Friend = "friend",
        /// Went a like road before ("ervaringsdeskundige").
        PeerExpert = "peer-expert",
        /// The family doctor's practice ("huisartsenpraktijk"): where to reach it, no more.
        Practice = "practice",
        /// Supervision by the probation service ("reclassering").
        Probation = "probation",
        /// Help for the children ("jeugdhulp").
        YouthCare = "youth-care",
        /// Judges from outside whether goals are met ("onafhankelijke derde").
        ThirdPerson = "third-person",
        /// Anybody else.
        Other = "other",
    }
}

impl ContactRole {
    /// Whether a party may know of somebody in this role. The network stays with the person
    /// and the provider; partners know whom to call about the home, and the municipality
    /// who judges from outside.
    pub fn seen_by(self, party: Party) -> bool {
        match party {
            Party::Participant | Party::Provider => true,
            Party::Municipality => matches!(self, Self::SupportWorker | Self::ThirdPerson),
            Party::Association | Party::ThirdPerson => self == Self::SupportWorker,
        }
    }

    /// Whether a party may also know how to reach them. Whoever judges from outside is not
    /// to be called by the municipality that tests the judgement.
    pub fn reached_by(self, party: Party) -> bool {
        self.seen_by(party) && !(party == Party::Municipality && self == Self::ThirdPerson)
    }
}

/// A telephone number as people write it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// Trims; `None` unless it is six to fifteen figures with at most blanks, `+`, `-`,
    /// `(`, `)`, `.` and `/` between, twenty-five signs in all.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let figures = text.chars().filter(char::is_ascii_digit).count();
        let plain = text.chars().all(|it| it.is_ascii_digit() || " +-()./".contains(it));
        let length = text.chars().count();
        (plain && (6..=15).contains(&figures) && length <= 25).then(|| Self(text.to_owned()))
    }

    /// The number as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Somebody around a household, from one day to another. There is no room for remarks: what
/// a contact is for is the role, and nothing medical has a place here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// What they are to the household.
    pub role: ContactRole,
    /// Who, when it is one person.
    pub name: Option<PersonName>,
    /// For whom they work.
    pub organisation: Option<Phrase>,
    /// A number to call.
    pub phone: Option<Phone>,
    /// An address to write to.
    pub email: Option<Address>,
    /// Since when.
    pub from: Date,
    /// The last day, once it ended.
    pub until: Option<Date>,
}

/// What is wrong with a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactFault {
    /// Neither a person nor an organisation.
    Nobody,
    /// A practice is an organisation, not a doctor.
    PracticeWithoutName,
    /// The last day lies before the first.
    EndsBeforeStart {
        /// The first day.
        from: Date,
    },
}

impl Contact {
    /// Everything wrong with it.
    pub fn faults(&self) -> Vec<ContactFault> {
        let mut faults = Vec::new();
        if self.role == ContactRole::Practice && self.organisation.is_none() {
            faults.push(ContactFault::PracticeWithoutName);
        } else if self.name.is_none() && self.organisation.is_none() {
            faults.push(ContactFault::Nobody);
        }
        if self.until.is_some_and(|until| until < self.from) {
            faults.push(ContactFault::EndsBeforeStart { from: self.from });
        }
        faults
    }

    /// Whether it ended before this day.
    pub fn is_past(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }

    /// As much of it as a party may know; `None` when nothing.
    pub fn seen_by(&self, party: Party) -> Option<Self> {
        if !self.role.seen_by(party) {
            return None;
        }
        let mut seen = self.clone();
        if !self.role.reached_by(party) {
            seen.phone = None;
            seen.email = None;
        }
        Some(seen)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn contact(role: ContactRole) -> Contact {
        Contact {
            role,
            name: PersonName::new("Test Testers").ok(),
            organisation: None,
            phone: Phone::new("020 - 555 01 23"),
            email: Address::new("test@example.org").ok(),
            from: date(2026, 3, 1),
            until: None,
        }
    }

    #[test]
    fn partners_know_the_support_worker_and_of_the_rest_nothing() {
        for role in ContactRole::ALL.iter().copied() {
            let seen = |party| contact(role).seen_by(party);
            assert!(seen(Party::Participant).is_some() && seen(Party::Provider).is_some());
            let worker = role == ContactRole::SupportWorker;
            assert_eq!(seen(Party::Association).is_some(), worker, "{role:?}");
            assert_eq!(seen(Party::ThirdPerson).is_some(), worker, "{role:?}");
            let known = worker || role == ContactRole::ThirdPerson;
            assert_eq!(seen(Party::Municipality).is_some(), known, "{role:?}");
        }
        let judge = contact(ContactRole::ThirdPerson).seen_by(Party::Municipality).unwrap();
        assert_eq!((judge.phone, judge.email), (None, None));
    }

    #[test]
    fn a_practice_is_known_by_its_own_name_and_not_by_a_doctor() {
        let practice = contact(ContactRole::Practice);
        assert_eq!(practice.faults(), [ContactFault::PracticeWithoutName]);
    }

    #[test]
    fn a_contact_of_nobody_that_ends_before_it_begins_has_both_faults() {
        let mut nobody = contact(ContactRole::Family);
        nobody.name = None;
        nobody.until = Some(date(2026, 2, 1));
        let from = date(2026, 3, 1);
        let faults = [ContactFault::Nobody, ContactFault::EndsBeforeStart { from }];
        assert_eq!(nobody.faults(), faults);
    }

    #[test]
    fn a_number_is_read_as_people_write_it_and_words_are_not() {
        for text in ["020 - 555 01 23", "+31 6 12345678", "(020) 5550123"] {
            assert!(Phone::new(text).is_some(), "{text}");
        }
        for text in ["", "bel maar", "12345", "020 5550123 (na vijf uur, liefst whatsapp)"] {
            assert_eq!(Phone::new(text), None, "{text}");
        }
    }
}
