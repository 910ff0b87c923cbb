use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{
    Answer, Reference,
    participants::{Member, MemberRole, Readiness},
    placement::{Candidate, CandidateWish},
};

use super::{Parts, places::Tree};
use crate::{
    Kind,
    finding::{FindingKind, Log},
    records::{Located, ParticipantRecord},
};

/// Everyone who waits, in the order of the file. Who has been placed does not wait.
pub(super) fn candidates(parts: &Parts, tree: &Tree, logs: &mut Vec<Log>) -> Vec<Candidate> {
    let on = parts.round.date;
    let known: BTreeMap<&Reference, usize> =
        (0..).zip(&parts.participants).map(|(index, it)| (&it.record.reference, index)).collect();
    let mut files: Vec<(Vec<&Member>, Candidate)> =
        parts.participants.iter().map(|it| (Vec::new(), bare(&it.record, on))).collect();
    each(
        Kind::Members,
        &parts.members,
        |it| &it.reference,
        &known,
        logs,
        |index, it, _, _| {
            if let Some((members, _)) = files.get_mut(index) {
                members.push(&it.member);
            }
        },
    );
    each(
        Kind::Wishes,
        &parts.wishes,
        |it| &it.reference,
        &known,
        logs,
        |index, it, row, log| {
            tree.check(&it.wish.place, row, log);
            if let Some((_, candidate)) = files.get_mut(index) {
                let place = it.wish.place.clone();
                let (direction, strength) = (it.wish.direction, it.wish.strength);
                candidate.wishes.push(CandidateWish { place, direction, strength });
            }
        },
    );
    each(
        Kind::Network,
        &parts.network,
        |it| &it.reference,
        &known,
        logs,
        |index, it, row, log| {
            tree.check(&it.tie.place, row, log);
            if let Some((_, candidate)) = files.get_mut(index) {
                candidate.network.push(it.tie.place.clone());
            }
        },
    );
    each(
        Kind::Exclusions,
        &parts.exclusions,
        |it| &it.reference,
        &known,
        logs,
        |index, it, row, log| {
            tree.check(&it.exclusion.place, row, log);
            let ended = it.exclusion.until.is_some_and(|until| until < on);
            if let Some((_, candidate)) = files.get_mut(index).filter(|_| !ended) {
                candidate.exclusions.push(it.exclusion.place.clone());
            }
        },
    );
    for Located { record, .. } in &parts.offered {
        if let Some((_, candidate)) = known.get(&record.reference).and_then(|at| files.get_mut(*at))
        {
            candidate.offered.push(record.dwelling.clone());
        }
    }
    let households = files.into_iter().zip(&parts.participants);
    households
        .filter(|(_, it)| !matches!(it.record.readiness, Readiness::Placed { .. }))
        .map(|((members, candidate), it)| household(candidate, &it.record, &members, on))
        .collect()
}

/// Hands each row to the file it names, and tells the log of rows that name none.
fn each<'a, T>(
    kind: Kind,
    rows: &'a [Located<T>],
    reference: impl Fn(&T) -> &Reference,
    known: &BTreeMap<&Reference, usize>,
    logs: &mut Vec<Log>,
    mut give: impl FnMut(usize, &'a T, u32, &mut Log),
) {
    let mut log = Log::new(&kind.file_name());
    for Located { row, record } in rows {
        let reference = reference(record);
        match known.get(reference) {
            Some(index) => give(*index, record, *row, &mut log),
            None => {
                let found = reference.to_string();
                let what = FindingKind::NoSuch { kind: Kind::Participants, found };
                log.cell(*row, "reference", what);
            }
        }
    }
    logs.push(log);
}

fn bare(it: &ParticipantRecord, on: Date) -> Candidate {
    Candidate {
        reference: it.reference.clone(),
        group: it.group.clone(),
        ready: it.readiness.is_ready(on),
        people: Answer::Unknown,
        head_age: Answer::Unknown,
        oldest_age: Answer::Unknown,
        waiting_since: it.waiting_since,
        ground: it.ground,
        limits: it.limits.clone(),
        wishes: Vec::new(),
        network: Vec::new(),
        exclusions: Vec::new(),
        offered: Vec::new(),
        load: it.load,
    }
}

fn household(
    candidate: Candidate,
    it: &ParticipantRecord,
    members: &[&Member],
    on: Date,
) -> Candidate {
    let head = Member {
        given: it.given.clone(),
        family: it.family.clone(),
        born: it.born,
        role: MemberRole::Head,
        custody: Answer::Unknown,
        standing: Answer::Unknown,
        moves_along: Answer::Known(true),
    };
    let all: Vec<&Member> = std::iter::once(&head).chain(members.iter().copied()).collect();
    Candidate {
        people: people(&all),
        head_age: head.age(on).into(),
        oldest_age: oldest(&all, on),
        ..candidate
    }
}

/// How many move along; unknown as soon as it is unknown of one.
fn people(all: &[&Member]) -> Answer<u8> {
    if all.iter().any(|it| !it.moves_along.is_known()) {
        return Answer::Unknown;
    }
    let moving = all.iter().filter(|it| it.moves_along == Answer::Known(true)).count();
    u8::try_from(moving).ok().into()
}

/// The age of the oldest who moves along. Unknown when somebody whose age or moving is
/// open could be older than everybody of whom both are known; a child is never taken
/// to be the oldest.
fn oldest(all: &[&Member], on: Date) -> Answer<u8> {
    let sure = all.iter().filter(|it| it.moves_along == Answer::Known(true));
    let Some(known) = sure.filter_map(|it| it.age(on)).max() else { return Answer::Unknown };
    let may_be_older = all.iter().any(|it| match (it.moves_along, it.age(on)) {
        (Answer::Known(false), _) | (Answer::Known(true), Some(_)) => false,
        (Answer::Unknown, Some(age)) => age > known,
        (Answer::Known(true) | Answer::Unknown, None) => it.role != MemberRole::Child,
    });
    if may_be_older { Answer::Unknown } else { Answer::Known(known) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use sleutel_domain::PersonName;

    use super::*;

    fn member(role: MemberRole, born: Option<i16>, moves_along: Answer<bool>) -> Member {
        Member {
            given: PersonName::new("Test").unwrap(),
            family: PersonName::new("Testers").unwrap(),
            born: born.map(|year| date(year, 1, 1)),
            role,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along,
        }
    }

    fn check(
        members: &[(MemberRole, Option<i16>, Answer<bool>)],
        expected: (Answer<u8>, Answer<u8>),
    ) {
        let all: Vec<Member> =
            members.iter().map(|(role, born, moves)| member(*role, *born, *moves)).collect();
        let all: Vec<&Member> = all.iter().collect();
        assert_eq!((people(&all), oldest(&all, date(2026, 6, 1))), expected);
    }

    const YES: Answer<bool> = Answer::Known(true);
    const NO: Answer<bool> = Answer::Known(false);

    #[test]
    fn who_does_not_move_along_counts_for_nothing() {
        use MemberRole::{Head, Other};
        check(
            &[(Head, Some(1990), YES), (Other, Some(1950), NO)],
            (Answer::Known(1), Answer::Known(36)),
        );
    }

    #[test]
    fn open_custody_leaves_the_number_open_but_not_the_oldest() {
        use MemberRole::{Child, Head};
        let open = (Child, Some(2015), Answer::Unknown);
        check(&[(Head, Some(1990), YES), open], (Answer::Unknown, Answer::Known(36)));
    }

    #[test]
    fn a_partner_of_unknown_age_could_be_the_oldest() {
        use MemberRole::{Head, Partner};
        check(
            &[(Head, Some(1990), YES), (Partner, None, YES)],
            (Answer::Known(2), Answer::Unknown),
        );
    }

    #[test]
    fn a_child_of_unknown_age_is_not_the_oldest() {
        use MemberRole::{Child, Head};
        check(
            &[(Head, Some(1990), YES), (Child, None, YES)],
            (Answer::Known(2), Answer::Known(36)),
        );
    }

    #[test]
    fn a_head_of_unknown_age_leaves_the_oldest_open() {
        use MemberRole::{Head, Partner};
        check(
            &[(Head, None, YES), (Partner, Some(1990), YES)],
            (Answer::Known(2), Answer::Unknown),
        );
    }
}
