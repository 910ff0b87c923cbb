//! People who were entered twice: by two workers who did not know of each other, and not
//! with quite the same name or date of birth.

use jiff::civil::Date;
use sleutel_domain::participants::Readiness;
use sleutel_exchange::records::ParticipantRecord;

use super::People;
use crate::sure;

/// Whose second file it is, and under which name it was entered.
const TWICE: [(&str, &str, &str, Slip); 3] = [
    ("D-0003", "Maria", "Stillewaarde", Slip::None),
    ("D-0004", "Dario", "Esperanzedo", Slip::None),
    ("D-0005", "Yasemin", "Gumustepeli", Slip::Year),
];

/// What went wrong with the date of birth.
#[derive(Clone, Copy)]
enum Slip {
    None,
    Year,
}

impl Slip {
    fn of(self, born: Date) -> Date {
        match self {
            Self::None => born,
            // A 29th of February that is none the other year stays as it was.
            Self::Year => born
                .with()
                .year(born.year() / 10 * 10 + (born.year() + 4) % 10)
                .build()
                .unwrap_or(born),
        }
    }
}

/// Gives three files that are being prepared, of people alone, the name of a written person.
pub(crate) fn twice(written: &[ParticipantRecord], people: &mut People) {
    let alone = |file: &ParticipantRecord| {
        file.readiness == Readiness::Preparing
            && people.members.iter().all(|it| it.reference != file.reference)
    };
    let second: Vec<usize> = (0..people.participants.len())
        .rev()
        .filter(|at| people.participants.get(*at).is_some_and(alone))
        .take(TWICE.len())
        .collect();
    for ((reference, given, family, slip), at) in TWICE.into_iter().zip(second) {
        let first = written.iter().find(|it| it.reference.as_str() == reference);
        let (Some(first), Some(file)) = (first, people.participants.get_mut(at)) else { continue };
        file.group = first.group.clone();
        file.given = sure::person(given);
        file.family = sure::person(family);
        file.born = first.born.map(|born| slip.of(born));
    }
}
