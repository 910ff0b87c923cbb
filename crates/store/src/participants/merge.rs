use std::collections::BTreeMap;

use jiff::Timestamp;
use sleutel_domain::{
    Answer, Cents, GroupCode, Id, LongText, OrganisationCode, PersonName, Phrase, Reference,
    access::Programme,
    homes::Adaptation,
    participants::{
        AreaWish, Custody, Direction, Exclusion, Limits, LivingSituation, Member, MemberRole,
        MergePart, NetworkTie, Nights, PartnerStanding, PriorityGround, Readiness, Strength,
        ThreeQuestions, TieKind,
    },
    placement::SupportLoad,
};
use uuid::Uuid;

use super::{
    ParticipantFile, Snapshot,
    duplicates::save_keys,
    snapshot::{SnapshotMember, SnapshotPlace},
};
use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// That one file was set aside and goes on as another, of the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeRow {
    /// Its identifier.
    pub id: Uuid,
    /// The file that goes on.
    pub kept: Reference,
    /// The file that was set aside.
    pub aside: Reference,
    /// Why they are of one person, in somebody's own words.
    pub reason: Phrase,
    /// What the file that goes on took over.
    pub parts: Vec<MergePart>,
    /// The version of the file that goes on before.
    pub version_before: i64,
    /// Its version after; the same when it took nothing over.
    pub version_after: i64,
    /// Who did it, by name and organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kept: String,
    aside: String,
    reason: String,
    parts: String,
    version_before: i64,
    version_after: i64,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

impl Row {
    fn into_row(self) -> Result<MergeRow, StoreError> {
        let key = format!("{} {}", self.kept, self.aside);
        let at = At { table: "merge", key: &key };
        let parts = self
            .parts
            .split_whitespace()
            .map(|it| at.read("parts", it.to_owned(), |it| MergePart::from_code(it)));
        Ok(MergeRow {
            id: self.id,
            parts: parts.collect::<Result<_, _>>()?,
            kept: at.read("kept", self.kept, |it| Reference::new(it).ok())?,
            aside: at.read("aside", self.aside, |it| Reference::new(it).ok())?,
            reason: at.read("reason", self.reason, |it| Phrase::new(it).ok())?,
            version_before: self.version_before,
            version_after: self.version_after,
            actor: self.actor,
            at: self.at.to_jiff(),
        })
    }
}

/// What stands of a file, as the one that goes on and as the one that was set aside; the
/// latest first.
pub async fn merges_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Vec<MergeRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, kept, aside, reason, parts, version_before, version_after, actor, at \
         from merge where programme = $1 and undone_at is null and (kept = $2 or aside = $2) \
         order by at desc, id",
        programme.uuid(),
        reference.as_str()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// Every file that was set aside, with the one it goes on as.
pub async fn set_aside(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<Reference, Reference>, StoreError> {
    let rows = run!(
        tx,
        (String, String),
        fetch_all,
        "select reference, goes_on_as from participant \
         where programme = $1 and goes_on_as is not null",
        programme.uuid()
    )?;
    let at = At { table: "participant", key: "" };
    rows.into_iter()
        .map(|(aside, kept)| {
            let aside = at.read("reference", aside, |it| Reference::new(it).ok())?;
            Ok((aside, at.read("goes_on_as", kept, |it| Reference::new(it).ok())?))
        })
        .collect()
}

/// Which provider and worker a file is with. One that was set aside is with those of the file
/// it goes on as, so that its papers stay within reach of whoever supports the person. `None`
/// when there is no such file.
pub async fn supported_by(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Option<(OrganisationCode, Option<Phrase>)>, StoreError> {
    let row: Option<(String, Option<String>)> = run!(
        tx,
        (String, Option<String>),
        fetch_optional,
        "with recursive on_as (reference, goes_on_as, provider, worker) as \
         (select reference, goes_on_as, provider, worker from participant \
         where programme = $1 and reference = $2 \
         union select p.reference, p.goes_on_as, p.provider, p.worker from participant p \
         join on_as on p.reference = on_as.goes_on_as where p.programme = $1) \
         select provider, worker from on_as where goes_on_as is null",
        programme.uuid(),
        reference.as_str()
    )?;
    let at = At { table: "participant", key: reference.as_str() };
    let read = |(provider, worker)| {
        let provider =
            at.read("provider", provider, |it: &String| OrganisationCode::new(it).ok())?;
        Ok((provider, at.read_opt("worker", worker, |it| Phrase::new(it).ok())?))
    };
    row.map(read).transpose()
}

/// The file that one goes on as; `None` when it was not set aside.
pub async fn goes_on_as(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Option<Reference>, StoreError> {
    let row: Option<(String,)> = run!(
        tx,
        (String,),
        fetch_optional,
        "select goes_on_as from participant \
         where programme = $1 and reference = $2 and goes_on_as is not null",
        programme.uuid(),
        reference.as_str()
    )?;
    let at = At { table: "participant", key: reference.as_str() };
    row.map(|(kept,)| at.read("goes_on_as", kept, |it| Reference::new(it).ok())).transpose()
}

/// Sets the version seen of a file aside. Nothing in it changes, and nothing that belongs to
/// it moves. [`StoreError::Changed`] when somebody else was first.
pub async fn set_file_aside(
    tx: &mut Tx,
    programme: Id<Programme>,
    aside: &ParticipantFile,
    row: &MergeRow,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update participant set goes_on_as = $4, version = version + 1 \
         where programme = $1 and id = $2 and version = $3 and goes_on_as is null",
        programme.uuid(),
        aside.id.uuid(),
        aside.version,
        row.kept.as_str()
    )?;
    if touched == 0 {
        let key = aside.reference.to_string();
        return Err(StoreError::Changed { table: "participant", key });
    }
    let parts: Vec<&str> = row.parts.iter().map(|it| it.code()).collect();
    exec!(
        tx,
        "insert into merge (id, programme, kept, aside, reason, parts, version_before, \
         version_after, actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        row.id,
        programme.uuid(),
        row.kept.as_str(),
        row.aside.as_str(),
        row.reason.as_str(),
        parts.join(" ").as_str(),
        row.version_before,
        row.version_after,
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(())
}

/// Takes a file that was set aside back as it was. `false` when somebody else did so before.
pub async fn take_file_back(
    tx: &mut Tx,
    programme: Id<Programme>,
    aside: &ParticipantFile,
    row: Uuid,
    (actor, reason, at): (&str, &Phrase, Timestamp),
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update merge set undone_at = $3, undone_by = $4, undone_reason = $5 \
         where programme = $1 and id = $2 and undone_at is null",
        programme.uuid(),
        row,
        time(at)?,
        actor,
        reason.as_str()
    )?;
    if touched == 0 {
        return Ok(false);
    }
    exec!(
        tx,
        "update participant set goes_on_as = null, version = version + 1 \
         where programme = $1 and id = $2",
        programme.uuid(),
        aside.id.uuid()
    )?;
    // The rules for what files have in common may have changed meanwhile.
    save_keys(tx, programme, aside.id.uuid(), &aside.members).await?;
    Ok(true)
}

fn member(it: SnapshotMember, at: At<'_>) -> Result<Member, StoreError> {
    let nights = it
        .custody_nights
        .map(|nights| at.read("custody_nights", nights, |it| Nights::new(*it)))
        .transpose()?;
    Ok(Member {
        given: at.read("given", it.given, |it| PersonName::new(it).ok())?,
        family: at.read("family", it.family, |it| PersonName::new(it).ok())?,
        born: it.born,
        role: at.read("role", it.role, |it| MemberRole::from_code(it))?,
        moves_along: it.moves_along.into(),
        custody: at.read_opt("custody", it.custody, |it| Custody::from_code(it, nights))?.into(),
        standing: at.read_opt("standing", it.standing, PartnerStanding::from_code)?.into(),
    })
}

fn place(it: &SnapshotPlace, at: At<'_>) -> Result<sleutel_domain::homes::Place, StoreError> {
    at.place(&it.kind, &it.code, it.street.as_deref())
}

fn readiness(it: &Snapshot, at: At<'_>) -> Result<Readiness, StoreError> {
    let date = || it.readiness_since.ok_or_else(|| at.bad("readiness", &it.readiness));
    match it.readiness.as_str() {
        "preparing" => Ok(Readiness::Preparing),
        "ready" => Ok(Readiness::Ready { since: date()? }),
        "placed" => Ok(Readiness::Placed { on: date()? }),
        "paused" => {
            let reason = it.readiness_reason.clone().unwrap_or_default();
            let reason = at.read("readiness", reason, |it| Phrase::new(it).ok())?;
            Ok(Readiness::Paused { reason, until: it.readiness_since })
        }
        other => Err(at.bad("readiness", other)),
    }
}

fn ground(it: &Snapshot, at: At<'_>) -> Result<PriorityGround, StoreError> {
    match (it.ground.as_str(), it.ground_date) {
        ("none", _) => Ok(PriorityGround::None),
        ("safety", _) => Ok(PriorityGround::Safety),
        ("term-ends", Some(date)) => Ok(PriorityGround::TermEnds(date)),
        (other, _) => Err(at.bad("ground", other)),
    }
}

fn limits(it: &Snapshot, at: At<'_>) -> Result<Limits, StoreError> {
    let rent = it.rent.map(|cents| Cents::new(cents).map_err(|_| at.bad("rent", &cents)));
    Ok(Limits {
        rent: rent.transpose()?.into(),
        adaptation: at.read_opt("adaptation", it.adaptation.clone(), Adaptation::from_code)?.into(),
        stairs: it.stairs.into(),
        pets: it.pets.into(),
        smokes: it.smokes.into(),
        sharing: it.sharing.into(),
    })
}

impl Snapshot {
    /// The file as it was then, with the version it has now, ready to be kept again.
    pub fn back_to(self, file: &ParticipantFile) -> Result<ParticipantFile, StoreError> {
        let at = At { table: "participant_version", key: file.reference.as_str() };
        let words = |column, text: &Option<String>| {
            at.read_opt(column, text.clone(), |it| LongText::new(it).ok())
        };
        let phrase = |text: Option<String>| at.read_opt("text", text, |it| Phrase::new(it).ok());
        let (readiness, ground, limits) =
            (readiness(&self, at)?, ground(&self, at)?, limits(&self, at)?);
        let load: Answer<SupportLoad> = self
            .support_load
            .map(|points| at.read("support_load", points, |it| SupportLoad::from_points(*it)))
            .transpose()?
            .into();
        let questions = ThreeQuestions {
            want: words("want", &self.want)?,
            can: words("can", &self.can)?,
            need: words("need", &self.need)?,
        };
        let wish = |it: super::SnapshotWish| {
            Ok(AreaWish {
                place: place(&it.place, at)?,
                direction: at.read("direction", it.direction, |it| Direction::from_code(it))?,
                strength: at.read("strength", it.strength, |it| Strength::from_code(it))?,
                reason: phrase(it.reason)?,
            })
        };
        let tie = |it: super::SnapshotTie| {
            Ok(NetworkTie {
                place: place(&it.place, at)?,
                kind: at.read("kind", it.kind, |it| TieKind::from_code(it))?,
                note: phrase(it.note)?,
            })
        };
        let exclusion = |it: super::SnapshotExclusion| {
            Ok(Exclusion {
                place: place(&it.place, at)?,
                until: it.until,
                reason: at.read("reason", it.reason, |it| Phrase::new(it).ok())?,
            })
        };
        Ok(ParticipantFile {
            id: file.id,
            reference: file.reference.clone(),
            group: at.read("group", self.group, |it| GroupCode::new(it).ok())?,
            provider: at.read("provider", self.provider, |it| OrganisationCode::new(it).ok())?,
            worker: phrase(self.worker)?,
            members: self
                .members
                .into_iter()
                .map(|it| member(it, at))
                .collect::<Result<_, StoreError>>()?,
            living_situation: at.read_opt(
                "living_situation",
                self.living_situation,
                LivingSituation::from_code,
            )?,
            waiting_since: self.waiting_since,
            readiness,
            ground,
            limits,
            load,
            questions,
            wishes: self.wishes.into_iter().map(wish).collect::<Result<_, StoreError>>()?,
            network: self.network.into_iter().map(tie).collect::<Result<_, StoreError>>()?,
            exclusions: self
                .exclusions
                .into_iter()
                .map(exclusion)
                .collect::<Result<_, StoreError>>()?,
            goes_on_as: None,
            version: file.version,
        })
    }
}
