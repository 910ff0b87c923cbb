use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use sleutel_domain::{
    Answer, Id, OrganisationCode, PersonName, Phrase, Reference,
    access::Programme,
    participants::{LIKENESS_RULES, LikenessKey, Member, MemberRole, likeness_keys},
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    dialect,
    rows::{At, time},
};

/// Who a file is about, and who may see it: what is compared to find files of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// What the file is called.
    pub reference: Reference,
    /// Who supports them.
    pub provider: OrganisationCode,
    /// The support worker's log-in name.
    pub worker: Option<Phrase>,
    /// The people; the head first. What is known of custody or of a partner says nothing about
    /// who somebody is, and is left out.
    pub members: Vec<Member>,
}

/// That two files are about different people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTheSame {
    /// The lower reference of the two.
    pub one: Reference,
    /// The higher.
    pub other: Reference,
    /// Why, in somebody's own words.
    pub reason: Phrase,
    /// Whether whoever said it could see both files; if not, somebody who can has yet to
    /// look.
    pub judged: bool,
    /// Who said it, by name and organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Person {
    reference: String,
    provider: String,
    worker: Option<String>,
    given: String,
    family: String,
    born: Option<jiff_sqlx::Date>,
    role: Option<String>,
    moves_along: Option<bool>,
}

impl Person {
    fn member(&self, at: At<'_>) -> Result<Member, StoreError> {
        let name = |column, text: &str| PersonName::new(text).map_err(|_| at.bad(column, text));
        let role = self.role.as_deref().map_or(Some(MemberRole::Head), MemberRole::from_code);
        Ok(Member {
            given: name("given", &self.given)?,
            family: name("family", &self.family)?,
            born: self.born.map(jiff_sqlx::Date::to_jiff),
            role: role.ok_or_else(|| at.bad("role", self.role.as_deref().unwrap_or_default()))?,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: match self.role {
                None => Answer::Known(true),
                Some(_) => self.moves_along.into(),
            },
        })
    }
}

fn gathered(rows: Vec<Person>) -> Result<BTreeMap<Reference, Identity>, StoreError> {
    let mut people: BTreeMap<Reference, Identity> = BTreeMap::new();
    // The head of each file comes before everybody else.
    for row in rows {
        let at = At { table: "participant", key: &row.reference };
        let member = row.member(at)?;
        let reference =
            Reference::new(&row.reference).map_err(|_| at.bad("reference", &row.reference))?;
        if let Some(known) = people.get_mut(&reference) {
            known.members.push(member);
            continue;
        }
        let identity = Identity {
            provider: OrganisationCode::new(&row.provider)
                .map_err(|_| at.bad("provider", &row.provider))?,
            worker: at.read_opt("worker", row.worker.clone(), |it| Phrase::new(it).ok())?,
            members: vec![member],
            reference: reference.clone(),
        };
        people.insert(reference, identity);
    }
    Ok(people)
}

const PEOPLE: &str = "select reference, provider, worker, given, family, born, role, moves_along \
     from (select p.reference as reference, p.provider as provider, p.worker as worker, \
     p.given as given, p.family as family, p.born as born, null as role, \
     null as moves_along, 1 as number, p.programme as programme from participant p \
     where p.goes_on_as is null \
     union all \
     select p.reference, p.provider, p.worker, m.given, m.family, m.born, m.role, \
     m.moves_along, m.number, p.programme from member m join participant p on p.id = m.participant \
     where p.goes_on_as is null) \
     everybody where programme = $1";

/// Who these files are about, by reference; unknown ones and those set aside are left out.
pub async fn identities(
    tx: &mut Tx,
    programme: Id<Programme>,
    references: &BTreeSet<Reference>,
) -> Result<BTreeMap<Reference, Identity>, StoreError> {
    let wanted: Vec<&str> = references.iter().map(Reference::as_str).collect();
    let wanted = serde_json::json!(wanted).to_string();
    let sql = format!("{PEOPLE} and {} order by reference, number", dialect::reference_in_list(tx));
    let rows = run!(
        tx,
        Person,
        fetch_all,
        AssertSqlSafe(sql.as_str()),
        programme.uuid(),
        wanted.as_str()
    )?;
    gathered(rows)
}

/// Who every file is about, by reference.
pub async fn all_identities(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<Reference, Identity>, StoreError> {
    let sql = format!("{PEOPLE} order by reference, number");
    let rows = run!(tx, Person, fetch_all, AssertSqlSafe(sql.as_str()), programme.uuid())?;
    gathered(rows)
}

/// The files that have any of these keys.
pub async fn holders(
    tx: &mut Tx,
    programme: Id<Programme>,
    keys: &BTreeSet<LikenessKey>,
) -> Result<BTreeSet<Reference>, StoreError> {
    let wanted: BTreeSet<&str> = keys.iter().map(|it| it.text.as_str()).collect();
    let wanted = serde_json::json!(wanted).to_string();
    let sql = format!(
        "select distinct p.reference from participant_key k \
         join participant p on p.id = k.participant where k.programme = $1 and k.{}",
        dialect::key_in_list(tx)
    );
    let rows = run!(
        tx,
        (String,),
        fetch_all,
        AssertSqlSafe(sql.as_str()),
        programme.uuid(),
        wanted.as_str()
    )?;
    let at = At { table: "participant", key: "" };
    rows.into_iter()
        .map(|(code,)| at.read("reference", code, |it| Reference::new(it).ok()))
        .collect()
}

/// The pairs of files with a key in common that is of the head of at least one, the
/// lower reference first.
pub async fn pairs(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeSet<(Reference, Reference)>, StoreError> {
    let rows = run!(
        tx,
        (String, String),
        fetch_all,
        "select distinct p.reference, q.reference from participant_key a \
         join participant_key b on b.programme = a.programme and b.key = a.key \
         and b.participant <> a.participant \
         join participant p on p.id = a.participant \
         join participant q on q.id = b.participant \
         where a.programme = $1 and a.head",
        programme.uuid()
    )?;
    let at = At { table: "participant", key: "" };
    rows.into_iter()
        .map(|(one, other)| {
            let one = at.read("reference", one, |it| Reference::new(it).ok())?;
            let other = at.read("reference", other, |it| Reference::new(it).ok())?;
            Ok(if one < other { (one, other) } else { (other, one) })
        })
        .collect()
}

/// Keeps the keys of a file, in place of those it had.
pub(super) async fn save_keys(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Uuid,
    members: &[Member],
) -> Result<(), StoreError> {
    exec!(tx, "delete from participant_key where participant = $1", participant)?;
    for key in likeness_keys(members) {
        exec!(
            tx,
            "insert into participant_key (programme, participant, key, head, rules) \
             values ($1, $2, $3, $4, $5)",
            programme.uuid(),
            participant,
            key.text.as_str(),
            key.head,
            LIKENESS_RULES
        )?;
    }
    Ok(())
}

/// Whether a file has no keys by the rules of now.
pub async fn keys_behind(tx: &mut Tx) -> Result<bool, StoreError> {
    let (behind,): (bool,) = run!(
        tx,
        (bool,),
        fetch_one,
        "select exists (select 1 from participant p where p.goes_on_as is null \
         and not exists \
         (select 1 from participant_key k where k.participant = p.id and k.rules = $1))",
        LIKENESS_RULES
    )?;
    Ok(behind)
}

/// Makes the keys of files that have none by the rules of now: those kept by an older
/// version of the program. Gives how many files there were.
pub async fn renew_keys(tx: &mut Tx) -> Result<u64, StoreError> {
    let missing = run!(
        tx,
        (Uuid, Uuid, String),
        fetch_all,
        "select p.id, p.programme, p.reference from participant p where p.goes_on_as is null \
         and not exists \
         (select 1 from participant_key k where k.participant = p.id and k.rules = $1)",
        LIKENESS_RULES
    )?;
    let mut programmes: BTreeMap<Uuid, Vec<(Uuid, String)>> = BTreeMap::new();
    for (id, programme, reference) in missing {
        programmes.entry(programme).or_default().push((id, reference));
    }
    let mut renewed = 0;
    for (programme, files) in programmes {
        let programme = Id::new(programme);
        let everybody = all_identities(tx, programme).await?;
        let at = At { table: "participant", key: "" };
        for (id, reference) in files {
            let reference = at.read("reference", reference, |it| Reference::new(it).ok())?;
            if let Some(identity) = everybody.get(&reference) {
                save_keys(tx, programme, id, &identity.members).await?;
                renewed += 1;
            }
        }
    }
    Ok(renewed)
}

#[derive(sqlx::FromRow)]
struct Mark {
    one: String,
    other: String,
    reason: String,
    judged: bool,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

impl Mark {
    fn into_row(self) -> Result<NotTheSame, StoreError> {
        let key = format!("{} {}", self.one, self.other);
        let at = At { table: "not_the_same", key: &key };
        Ok(NotTheSame {
            one: at.read("one", self.one, |it| Reference::new(it).ok())?,
            other: at.read("other", self.other, |it| Reference::new(it).ok())?,
            reason: at.read("reason", self.reason, |it| Phrase::new(it).ok())?,
            judged: self.judged,
            actor: self.actor,
            at: self.at.to_jiff(),
        })
    }
}

/// Every pair somebody said is of different people, by the two references.
pub async fn not_the_same(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<NotTheSame>, StoreError> {
    let rows = run!(
        tx,
        Mark,
        fetch_all,
        "select one, other, reason, judged, actor, at from not_the_same \
         where programme = $1 order by one, other",
        programme.uuid()
    )?;
    rows.into_iter().map(Mark::into_row).collect()
}

/// With which files somebody said this one is of different people.
pub async fn not_the_same_as(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Vec<NotTheSame>, StoreError> {
    let rows = run!(
        tx,
        Mark,
        fetch_all,
        "select one, other, reason, judged, actor, at from not_the_same \
         where programme = $1 and (one = $2 or other = $2) order by one, other",
        programme.uuid(),
        reference.as_str()
    )?;
    rows.into_iter().map(Mark::into_row).collect()
}

/// Keeps that two files are of different people, whichever way round they are given.
/// `false`, with nothing changed, when somebody who could see both said so before.
pub async fn save_not_the_same(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &NotTheSame,
) -> Result<bool, StoreError> {
    let kept = exec!(
        tx,
        "insert into not_the_same (programme, one, other, reason, judged, actor, at) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (programme, one, other) do update set \
         reason = excluded.reason, judged = excluded.judged, actor = excluded.actor, \
         at = excluded.at where not not_the_same.judged",
        programme.uuid(),
        (&row.one).min(&row.other).as_str(),
        (&row.one).max(&row.other).as_str(),
        row.reason.as_str(),
        row.judged,
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(kept > 0)
}

/// Takes back that two files are of different people; `false` when nobody had said so.
pub async fn remove_not_the_same(
    tx: &mut Tx,
    programme: Id<Programme>,
    one: &Reference,
    other: &Reference,
) -> Result<bool, StoreError> {
    let gone = exec!(
        tx,
        "delete from not_the_same where programme = $1 and one = $2 and other = $3",
        programme.uuid(),
        one.min(other).as_str(),
        one.max(other).as_str()
    )?;
    Ok(gone > 0)
}
