//! A file as it is kept, and as the records outside files are made of.

use std::collections::BTreeMap;

use sleutel_domain::{
    Answer, Id, Reference,
    participants::{Member, MemberRole, Readiness},
};
use sleutel_exchange::{
    folder::Parts,
    records::{
        ExclusionRecord, Located, MemberRecord, NetworkRecord, ParticipantRecord, WishRecord,
    },
};
use sleutel_store::participants::ParticipantFile;

use crate::act::new_uuid;

fn here<T>(record: T) -> Located<T> {
    Located { row: 0, record }
}

/// Takes a file apart into the records of a round's folder.
pub(crate) fn file_records(file: ParticipantFile, parts: &mut Parts) {
    let mut members = file.members.into_iter();
    let Some(head) = members.next() else { return };
    let reference = file.reference;
    for (number, member) in (2..).zip(members) {
        parts.members.push(here(MemberRecord { reference: reference.clone(), number, member }));
    }
    for wish in file.wishes {
        parts.wishes.push(here(WishRecord { reference: reference.clone(), wish }));
    }
    for tie in file.network {
        parts.network.push(here(NetworkRecord { reference: reference.clone(), tie }));
    }
    for exclusion in file.exclusions {
        let reference = reference.clone();
        parts.exclusions.push(here(ExclusionRecord { reference, exclusion }));
    }
    parts.participants.push(here(ParticipantRecord {
        reference,
        group: file.group,
        provider: file.provider,
        worker: file.worker,
        given: head.given,
        family: head.family,
        born: head.born,
        waiting_since: file.waiting_since,
        readiness: file.readiness,
        ground: file.ground,
        limits: file.limits,
        questions: file.questions,
        living_situation: file.living_situation,
        load: file.load,
    }));
}

/// Files under way in an import, as they were and as they will be.
#[derive(Debug, Default)]
pub(super) struct Files {
    before: BTreeMap<Reference, ParticipantFile>,
    after: BTreeMap<Reference, ParticipantFile>,
}

impl Files {
    pub(super) fn new(before: Vec<ParticipantFile>) -> Self {
        let before = before.into_iter().map(|file| (file.reference.clone(), file)).collect();
        Self { before, after: BTreeMap::new() }
    }

    fn file(&mut self, reference: &Reference) -> Option<&mut ParticipantFile> {
        if !self.after.contains_key(reference) {
            let file = self.before.get(reference)?.clone();
            self.after.insert(reference.clone(), file);
        }
        self.after.get_mut(reference)
    }

    /// Takes in the file itself with its head. Somebody a decision placed stays placed.
    pub(super) fn participant(&mut self, record: &ParticipantRecord) {
        let head = Member {
            given: record.given.clone(),
            family: record.family.clone(),
            born: record.born,
            role: MemberRole::Head,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: Answer::Known(true),
        };
        let blank = || ParticipantFile {
            id: Id::new(new_uuid()),
            reference: record.reference.clone(),
            group: record.group.clone(),
            provider: record.provider.clone(),
            worker: None,
            members: vec![head.clone()],
            living_situation: None,
            waiting_since: record.waiting_since,
            readiness: Readiness::Preparing,
            ground: record.ground,
            limits: record.limits.clone(),
            load: record.load,
            questions: record.questions.clone(),
            wishes: Vec::new(),
            network: Vec::new(),
            exclusions: Vec::new(),
            goes_on_as: None,
            version: 0,
        };
        if self.file(&record.reference).is_none() {
            self.after.insert(record.reference.clone(), blank());
        }
        let Some(file) = self.after.get_mut(&record.reference) else { return };
        if let Some(first) = file.members.first_mut() {
            *first = head;
        }
        file.group = record.group.clone();
        file.provider = record.provider.clone();
        file.worker = record.worker.clone();
        file.living_situation = record.living_situation;
        file.waiting_since = record.waiting_since;
        if !matches!(file.readiness, Readiness::Placed { .. }) {
            file.readiness = record.readiness.clone();
        }
        file.ground = record.ground;
        file.limits = record.limits.clone();
        file.load = record.load;
        file.questions = record.questions.clone();
    }

    /// Takes in the other members: a household named in the file gets exactly these.
    pub(super) fn members(&mut self, records: &[Located<MemberRecord>]) {
        let mut sets: BTreeMap<&Reference, BTreeMap<u8, &Member>> = BTreeMap::new();
        for Located { record, .. } in records {
            sets.entry(&record.reference).or_default().insert(record.number, &record.member);
        }
        for (reference, set) in sets {
            if let Some(file) = self.file(reference) {
                file.members.truncate(1);
                file.members.extend(set.into_values().cloned());
            }
        }
    }

    /// Takes in wishes, ties or exclusions: a file named gets exactly these.
    pub(super) fn set<R, T: Clone>(
        &mut self,
        records: &[Located<R>],
        read: impl Fn(&R) -> (&Reference, &T),
        place: impl Fn(&mut ParticipantFile) -> &mut Vec<T>,
    ) {
        let mut sets: BTreeMap<&Reference, Vec<T>> = BTreeMap::new();
        for Located { record, .. } in records {
            let (reference, item) = read(record);
            sets.entry(reference).or_default().push(item.clone());
        }
        for (reference, set) in sets {
            if let Some(file) = self.file(reference) {
                *place(file) = set;
            }
        }
    }

    /// The files that are named, with what they were before.
    pub(super) fn finished(
        self,
    ) -> impl Iterator<Item = (Option<ParticipantFile>, ParticipantFile)> {
        let mut before = self.before;
        self.after.into_iter().map(move |(reference, after)| (before.remove(&reference), after))
    }
}
