use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Answer, Cents, GroupCode, Id, LongText, OrganisationCode, PersonName, Phrase, Reference,
    access::Programme,
    homes::Adaptation,
    participants::{
        AreaWish, Exclusion, Limits, LivingSituation, Member, MemberRole, NetworkTie, Participant,
        PriorityGround, Readiness, ThreeQuestions,
    },
    placement::SupportLoad,
};
use uuid::Uuid;

use super::{
    duplicates, parts,
    snapshot::{Snapshot, VersionRow},
};
use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, date_opt, fold, time},
};

/// One household's file as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParticipantFile {
    /// Its identifier.
    pub id: Id<Participant>,
    /// What it is called between parties.
    pub reference: Reference,
    /// The group it counts for.
    pub group: GroupCode,
    /// Who supports them.
    pub provider: OrganisationCode,
    /// The support worker's log-in name.
    pub worker: Option<Phrase>,
    /// The people; the head first, always exactly one.
    pub members: Vec<Member>,
    /// Where they live while waiting.
    pub living_situation: Option<LivingSituation>,
    /// Since when they wait.
    pub waiting_since: Date,
    /// Whether they can be proposed.
    pub readiness: Readiness,
    /// Why they go before others.
    pub ground: PriorityGround,
    /// What a home must have or may not have.
    pub limits: Limits,
    /// How much support they take from where they live.
    pub load: Answer<SupportLoad>,
    /// The conversation.
    pub questions: ThreeQuestions,
    /// Where they want to live or not.
    pub wishes: Vec<AreaWish>,
    /// Where they have people.
    pub network: Vec<NetworkTie>,
    /// Where partners agreed they cannot be housed.
    pub exclusions: Vec<Exclusion>,
    /// The file it goes on as, when it was set aside as a second file of the same person.
    pub goes_on_as: Option<Reference>,
    /// Counts the changes; 0 before the first save.
    pub version: i64,
}

impl ParticipantFile {
    /// Whose file it is.
    pub fn head(&self) -> Option<&Member> {
        self.members.first()
    }

    /// People who move along, the head included; unknown while one is open.
    pub fn people(&self) -> Answer<u8> {
        let mut people: u8 = 1;
        for member in self.members.iter().skip(1) {
            match member.moves_along {
                Answer::Known(true) => people = people.saturating_add(1),
                Answer::Known(false) => {}
                Answer::Unknown => return Answer::Unknown,
            }
        }
        Answer::Known(people)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    reference: String,
    target_group: String,
    provider: String,
    worker: Option<String>,
    given: String,
    family: String,
    born: Option<jiff_sqlx::Date>,
    living_situation: Option<String>,
    waiting_since: jiff_sqlx::Date,
    readiness: String,
    ready_since: Option<jiff_sqlx::Date>,
    paused_reason: Option<String>,
    paused_until: Option<jiff_sqlx::Date>,
    placed_on: Option<jiff_sqlx::Date>,
    ground: String,
    ground_date: Option<jiff_sqlx::Date>,
    rent_limit: Option<i64>,
    adaptation: Option<String>,
    stairs: Option<i64>,
    pets: Option<bool>,
    smokes: Option<bool>,
    sharing: Option<bool>,
    support_load: Option<i64>,
    want: Option<String>,
    can: Option<String>,
    need: Option<String>,
    goes_on_as: Option<String>,
    version: i64,
}

macro_rules! select_file {
    ($rest:literal) => {
        concat!(
            "select id, reference, target_group, provider, worker, given, family, born, ",
            "living_situation, waiting_since, readiness, ready_since, paused_reason, ",
            "paused_until, placed_on, ground, ground_date, rent_limit, adaptation, stairs, ",
            "pets, smokes, sharing, support_load, want, can, need, goes_on_as, version from participant ",
            $rest
        )
    };
}

impl Row {
    fn readiness(&self, at: At<'_>) -> Result<Readiness, StoreError> {
        let dated = |column, date: Option<jiff_sqlx::Date>| {
            date.map(jiff_sqlx::Date::to_jiff).ok_or_else(|| at.bad(column, "nothing"))
        };
        match self.readiness.as_str() {
            "preparing" => Ok(Readiness::Preparing),
            "ready" => Ok(Readiness::Ready { since: dated("ready_since", self.ready_since)? }),
            "paused" => Ok(Readiness::Paused {
                reason: at.read(
                    "paused_reason",
                    self.paused_reason.clone().unwrap_or_default(),
                    |it| Phrase::new(it).ok(),
                )?,
                until: self.paused_until.map(jiff_sqlx::Date::to_jiff),
            }),
            "placed" => Ok(Readiness::Placed { on: dated("placed_on", self.placed_on)? }),
            other => Err(at.bad("readiness", other)),
        }
    }

    fn ground(&self, at: At<'_>) -> Result<PriorityGround, StoreError> {
        match (self.ground.as_str(), self.ground_date) {
            ("none", _) => Ok(PriorityGround::None),
            ("safety", _) => Ok(PriorityGround::Safety),
            ("term-ends", Some(date)) => Ok(PriorityGround::TermEnds(date.to_jiff())),
            (other, _) => Err(at.bad("ground", other)),
        }
    }

    fn into_file(self) -> Result<ParticipantFile, StoreError> {
        let key = self.reference.clone();
        let at = At { table: "participant", key: &key };
        let readiness = self.readiness(at)?;
        let ground = self.ground(at)?;
        let words =
            |column, text: Option<String>| at.read_opt(column, text, |it| LongText::new(it).ok());
        Ok(ParticipantFile {
            id: Id::new(self.id),
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            group: at.read("target_group", self.target_group, |it| GroupCode::new(it).ok())?,
            provider: at.read("provider", self.provider, |it| OrganisationCode::new(it).ok())?,
            worker: at.read_opt("worker", self.worker, |it| Phrase::new(it).ok())?,
            members: vec![Member {
                given: at.read("given", self.given, |it| PersonName::new(it).ok())?,
                family: at.read("family", self.family, |it| PersonName::new(it).ok())?,
                born: self.born.map(jiff_sqlx::Date::to_jiff),
                role: MemberRole::Head,
                custody: Answer::Unknown,
                standing: Answer::Unknown,
                moves_along: Answer::Known(true),
            }],
            living_situation: at.read_opt(
                "living_situation",
                self.living_situation,
                LivingSituation::from_code,
            )?,
            waiting_since: self.waiting_since.to_jiff(),
            readiness,
            ground,
            limits: Limits {
                rent: self
                    .rent_limit
                    .map(|cents| Cents::new(cents).map_err(|_| at.bad("rent_limit", &cents)))
                    .transpose()?
                    .into(),
                adaptation: at
                    .read_opt("adaptation", self.adaptation, Adaptation::from_code)?
                    .into(),
                stairs: at.small_opt("stairs", self.stairs)?.into(),
                pets: self.pets.into(),
                smokes: self.smokes.into(),
                sharing: self.sharing.into(),
            },
            load: at
                .small_opt("support_load", self.support_load)?
                .map(|points| at.read("support_load", points, |it| SupportLoad::from_points(*it)))
                .transpose()?
                .into(),
            questions: ThreeQuestions {
                want: words("want", self.want)?,
                can: words("can", self.can)?,
                need: words("need", self.need)?,
            },
            wishes: Vec::new(),
            network: Vec::new(),
            exclusions: Vec::new(),
            goes_on_as: at.read_opt("goes_on_as", self.goes_on_as, |it| Reference::new(it).ok())?,
            version: self.version,
        })
    }
}

/// The file with this reference, whole.
pub async fn file(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Option<ParticipantFile>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        select_file!("where programme = $1 and reference = $2"),
        programme.uuid(),
        reference.as_str()
    )?;
    let Some(row) = row else { return Ok(None) };
    let mut one = BTreeMap::from([(row.id, row.into_file()?)]);
    parts::fill(tx, programme, Some(reference), &mut one).await?;
    Ok(one.into_values().next())
}

/// Every file of the programme that was not set aside, whole, by reference; with
/// `waiting_only` without those who are placed.
pub async fn files(
    tx: &mut Tx,
    programme: Id<Programme>,
    waiting_only: bool,
) -> Result<Vec<ParticipantFile>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        select_file!(
            "where programme = $1 and goes_on_as is null and (not $2 or readiness <> 'placed')"
        ),
        programme.uuid(),
        waiting_only
    )?;
    let mut all = rows
        .into_iter()
        .map(|row| Ok((row.id, row.into_file()?)))
        .collect::<Result<BTreeMap<_, _>, StoreError>>()?;
    parts::fill(tx, programme, None, &mut all).await?;
    let mut files: Vec<_> = all.into_values().collect();
    files.sort_by(|a, b| a.reference.cmp(&b.reference));
    Ok(files)
}

/// The references in use.
pub async fn references(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeSet<Reference>, StoreError> {
    let rows = run!(
        tx,
        (String,),
        fetch_all,
        "select reference from participant where programme = $1",
        programme.uuid()
    )?;
    let at = At { table: "participant", key: "" };
    rows.into_iter()
        .map(|(code,)| at.read("reference", code, |it| Reference::new(it).ok()))
        .collect()
}

fn search_text(file: &ParticipantFile) -> String {
    let mut text = file.reference.to_string();
    for member in &file.members {
        for part in [member.given.as_str(), member.family.as_str()] {
            text.push(' ');
            text.push_str(part);
        }
    }
    fold(&text)
}

struct Dated {
    since: Option<Date>,
    reason: Option<String>,
    until: Option<Date>,
    placed: Option<Date>,
}

fn dated(readiness: &Readiness) -> Dated {
    let none = Dated { since: None, reason: None, until: None, placed: None };
    match readiness {
        Readiness::Preparing => none,
        Readiness::Ready { since } => Dated { since: Some(*since), ..none },
        Readiness::Paused { reason, until } => {
            Dated { reason: Some(reason.to_string()), until: *until, ..none }
        }
        Readiness::Placed { on } => Dated { placed: Some(*on), ..none },
    }
}

/// Adds a file (version 0) or changes the version given, parts included, and keeps the
/// new state in the history; gives the new version. [`StoreError::Changed`] when
/// somebody else was first or set the file aside, [`StoreError::Exists`] when a new
/// reference is taken.
pub async fn save_file(
    tx: &mut Tx,
    programme: Id<Programme>,
    file: &ParticipantFile,
    actor: &str,
    at: Timestamp,
) -> Result<i64, StoreError> {
    let Some(head) = file.head() else {
        return Err(At { table: "participant", key: file.reference.as_str() }
            .bad("members", "a household without a head"));
    };
    let sql = if file.version == 0 {
        "insert into participant (id, programme, reference, target_group, provider, worker, \
         given, family, born, living_situation, waiting_since, readiness, ready_since, \
         paused_reason, paused_until, placed_on, ground, ground_date, rent_limit, adaptation, \
         stairs, pets, smokes, sharing, want, can, need, people, search, search_reference, \
         sort_name, changed_at, support_load, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
         $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34 + 1)"
    } else {
        "update participant set target_group = $4, provider = $5, worker = $6, given = $7, \
         family = $8, born = $9, living_situation = $10, waiting_since = $11, readiness = $12, \
         ready_since = $13, paused_reason = $14, paused_until = $15, placed_on = $16, \
         ground = $17, ground_date = $18, rent_limit = $19, adaptation = $20, stairs = $21, \
         pets = $22, smokes = $23, sharing = $24, want = $25, can = $26, need = $27, \
         people = $28, search = $29, search_reference = $30, sort_name = $31, changed_at = $32, \
         support_load = $33, version = version + 1 \
         where id = $1 and programme = $2 and reference = $3 and version = $34 \
         and goes_on_as is null"
    };
    let readiness = dated(&file.readiness);
    let ground_date = match file.ground {
        PriorityGround::TermEnds(date) => Some(date),
        PriorityGround::None | PriorityGround::Safety => None,
    };
    let limits = &file.limits;
    let questions = &file.questions;
    let touched = exec!(
        tx,
        sql,
        file.id.uuid(),
        programme.uuid(),
        file.reference.as_str(),
        file.group.as_str(),
        file.provider.as_str(),
        file.worker.as_ref().map(Phrase::as_str),
        head.given.as_str(),
        head.family.as_str(),
        date_opt(head.born),
        file.living_situation.map(LivingSituation::code),
        date(file.waiting_since),
        file.readiness.code(),
        date_opt(readiness.since),
        readiness.reason.as_deref(),
        date_opt(readiness.until),
        date_opt(readiness.placed),
        file.ground.code(),
        date_opt(ground_date),
        limits.rent.known().map(Cents::get),
        limits.adaptation.known().map(Adaptation::code),
        limits.stairs.known().map(i64::from),
        limits.pets.known(),
        limits.smokes.known(),
        limits.sharing.known(),
        questions.want.as_ref().map(LongText::as_str),
        questions.can.as_ref().map(LongText::as_str),
        questions.need.as_ref().map(LongText::as_str),
        file.people().known().map(i64::from),
        search_text(file).as_str(),
        fold(file.reference.as_str()).as_str(),
        fold(&format!("{} {}", head.family, head.given)).as_str(),
        time(at)?,
        file.load.known().map(|it| i64::from(it.points())),
        file.version
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "participant", key: file.reference.to_string() });
    }
    parts::save(tx, programme, file).await?;
    duplicates::save_keys(tx, programme, file.id.uuid(), &file.members).await?;
    let version = file.version + 1;
    exec!(
        tx,
        "insert into participant_version (programme, participant, version, at, actor, snapshot) \
         values ($1, $2, $3, $4, $5, $6)",
        programme.uuid(),
        file.id.uuid(),
        version,
        time(at)?,
        actor,
        Snapshot::of(file).to_json()?.as_str()
    )?;
    Ok(version)
}

/// Changes only whether somebody can be proposed, as a decision does.
pub async fn set_readiness(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
    readiness: &Readiness,
    actor: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    let Some(mut file) = file(tx, programme, reference).await? else {
        return Err(StoreError::Changed { table: "participant", key: reference.to_string() });
    };
    file.readiness = readiness.clone();
    save_file(tx, programme, &file, actor, at).await?;
    Ok(())
}

/// Every version of a file, newest first.
pub async fn history(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
) -> Result<Vec<VersionRow>, StoreError> {
    type Tuple = (i64, jiff_sqlx::Timestamp, String, String);
    let rows: Vec<Tuple> = run!(
        tx,
        Tuple,
        fetch_all,
        "select version, at, actor, snapshot from participant_version \
         where programme = $1 and participant = $2 order by version desc",
        programme.uuid(),
        participant.uuid()
    )?;
    rows.into_iter()
        .map(|(version, at, actor, snapshot)| {
            Ok(VersionRow {
                version,
                at: at.to_jiff(),
                actor,
                snapshot: Snapshot::from_json(&snapshot)?,
            })
        })
        .collect()
}
