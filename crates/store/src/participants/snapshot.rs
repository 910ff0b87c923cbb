use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sleutel_domain::{
    Cents, LongText, Phrase,
    homes::Adaptation,
    participants::{Custody, LivingSituation, Nights, PriorityGround, Readiness},
    placement::SupportLoad,
};

use super::ParticipantFile;
use crate::{StoreError, rows::place_columns};

/// A version of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    /// Which one, from 1.
    pub version: i64,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub actor: String,
    /// What the file said then.
    pub snapshot: Snapshot,
}

/// What a file said at one moment, in the words of the exchange files. Fields that a
/// later version of the product adds are absent in older snapshots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of `ParticipantFile`, as text")]
pub struct Snapshot {
    pub group: String,
    pub provider: String,
    pub worker: Option<String>,
    pub members: Vec<SnapshotMember>,
    pub living_situation: Option<String>,
    pub waiting_since: Date,
    pub readiness: String,
    pub readiness_since: Option<Date>,
    pub readiness_reason: Option<String>,
    pub ground: String,
    pub ground_date: Option<Date>,
    pub rent: Option<i64>,
    pub adaptation: Option<String>,
    pub stairs: Option<u8>,
    pub pets: Option<bool>,
    pub smokes: Option<bool>,
    pub sharing: Option<bool>,
    pub support_load: Option<u32>,
    pub want: Option<String>,
    pub can: Option<String>,
    pub need: Option<String>,
    pub wishes: Vec<SnapshotWish>,
    pub network: Vec<SnapshotTie>,
    pub exclusions: Vec<SnapshotExclusion>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Member`, as text")]
pub struct SnapshotMember {
    pub given: String,
    pub family: String,
    pub born: Option<Date>,
    pub role: String,
    pub moves_along: Option<bool>,
    pub custody: Option<String>,
    pub custody_nights: Option<u8>,
    pub standing: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Place`, as text")]
pub struct SnapshotPlace {
    pub kind: String,
    pub code: String,
    pub street: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `AreaWish`, as text")]
pub struct SnapshotWish {
    pub place: SnapshotPlace,
    pub direction: String,
    pub strength: String,
    pub reason: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `NetworkTie`, as text")]
pub struct SnapshotTie {
    pub place: SnapshotPlace,
    pub kind: String,
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `Exclusion`, as text")]
pub struct SnapshotExclusion {
    pub place: SnapshotPlace,
    pub until: Option<Date>,
    pub reason: String,
}

fn place(place: &sleutel_domain::homes::Place) -> SnapshotPlace {
    let (kind, code, street) = place_columns(place);
    SnapshotPlace {
        kind: kind.to_owned(),
        code: code.to_owned(),
        street: street.map(str::to_owned),
    }
}

impl Snapshot {
    /// What a file says now.
    pub fn of(file: &ParticipantFile) -> Self {
        let (readiness_since, readiness_reason) = match &file.readiness {
            Readiness::Preparing => (None, None),
            Readiness::Ready { since } => (Some(*since), None),
            Readiness::Paused { reason, until } => (*until, Some(reason.to_string())),
            Readiness::Placed { on } => (Some(*on), None),
        };
        let ground_date = match file.ground {
            PriorityGround::TermEnds(date) => Some(date),
            PriorityGround::None | PriorityGround::Safety => None,
        };
        let words = |text: &Option<LongText>| text.as_ref().map(LongText::to_string);
        Self {
            group: file.group.to_string(),
            provider: file.provider.to_string(),
            worker: file.worker.as_ref().map(Phrase::to_string),
            members: file
                .members
                .iter()
                .map(|member| SnapshotMember {
                    given: member.given.to_string(),
                    family: member.family.to_string(),
                    born: member.born,
                    role: member.role.code().to_owned(),
                    moves_along: member.moves_along.known(),
                    custody: member.custody.known().map(|it| it.code().to_owned()),
                    custody_nights: member
                        .custody
                        .known()
                        .and_then(Custody::nights)
                        .map(Nights::get),
                    standing: member.standing.known().map(|it| it.code().to_owned()),
                })
                .collect(),
            living_situation: file.living_situation.map(|it| LivingSituation::code(it).to_owned()),
            waiting_since: file.waiting_since,
            readiness: file.readiness.code().to_owned(),
            readiness_since,
            readiness_reason,
            ground: file.ground.code().to_owned(),
            ground_date,
            rent: file.limits.rent.known().map(Cents::get),
            adaptation: file.limits.adaptation.known().map(|it| Adaptation::code(it).to_owned()),
            stairs: file.limits.stairs.known(),
            pets: file.limits.pets.known(),
            smokes: file.limits.smokes.known(),
            sharing: file.limits.sharing.known(),
            support_load: file.load.known().map(SupportLoad::points),
            want: words(&file.questions.want),
            can: words(&file.questions.can),
            need: words(&file.questions.need),
            wishes: file
                .wishes
                .iter()
                .map(|wish| SnapshotWish {
                    place: place(&wish.place),
                    direction: wish.direction.code().to_owned(),
                    strength: wish.strength.code().to_owned(),
                    reason: wish.reason.as_ref().map(Phrase::to_string),
                })
                .collect(),
            network: file
                .network
                .iter()
                .map(|tie| SnapshotTie {
                    place: place(&tie.place),
                    kind: tie.kind.code().to_owned(),
                    note: tie.note.as_ref().map(Phrase::to_string),
                })
                .collect(),
            exclusions: file
                .exclusions
                .iter()
                .map(|exclusion| SnapshotExclusion {
                    place: place(&exclusion.place),
                    until: exclusion.until,
                    reason: exclusion.reason.to_string(),
                })
                .collect(),
        }
    }

    pub(super) fn to_json(&self) -> Result<String, StoreError> {
        serde_json::to_string(self)
            .map_err(|cause| StoreError::Packed { what: "history", cause: cause.to_string() })
    }

    pub(super) fn from_json(text: &str) -> Result<Self, StoreError> {
        serde_json::from_str(text)
            .map_err(|cause| StoreError::Packed { what: "history", cause: cause.to_string() })
    }
}
