//! What is counted of the work agreements: every event of every file in one go, the days their
//! agreements were signed, and how often each has to be kept.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, OrganisationCode, Phrase, Reference,
    access::{Party, Programme},
    cases::Case,
    steering::kept::{SignedDays, WorkAgreement},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    cases::EventRow,
    db::{exec, run},
    rows::{At, time},
};

/// Whose a file on a road is, for who may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseOf {
    /// The file.
    pub case: Id<Case>,
    /// Of which household.
    pub reference: Reference,
    /// The provider.
    pub provider: OrganisationCode,
    /// The log-in name of the support worker.
    pub worker: Option<String>,
    /// The association of the home.
    pub association: Option<OrganisationCode>,
}

/// One version of how often an agreement has to be kept in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementTargetRow {
    /// Which agreement.
    pub agreement: WorkAgreement,
    /// Which year.
    pub year: i16,
    /// From 1 for the first of an agreement and year.
    pub version: u32,
    /// Percent; `None`: taken back, what holds without one holds again.
    pub percent: Option<u8>,
    /// Why.
    pub reason: Phrase,
    /// Who, by name and organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

/// Every file on a road, those that ended too, in the order of their identifiers. A file of a
/// household that was set aside is left out: it is the second of one household.
pub async fn cases_of_all(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<CaseOf>, StoreError> {
    let rows = run!(
        tx,
        (Uuid, String, String, Option<String>, Option<String>),
        fetch_all,
        "select c.id, c.reference, p.provider, p.worker, c.association from case_file c \
         join participant p on p.programme = c.programme and p.reference = c.reference \
         where c.programme = $1 and p.goes_on_as is null order by c.id",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|(id, reference, provider, worker, association)| {
            let key = id.to_string();
            let at = At { table: "case_file", key: &key };
            let code = |it: &str| OrganisationCode::new(it).ok();
            Ok(CaseOf {
                case: Id::new(id),
                reference: at.read("reference", reference, |it| Reference::new(it).ok())?,
                provider: at.read("provider", provider, |it| code(it))?,
                worker,
                association: at.read_opt("association", association, code)?,
            })
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct Event {
    case_file: Uuid,
    number: i64,
    recorded: jiff_sqlx::Timestamp,
    valid_on: jiff_sqlx::Date,
    party: String,
    for_party: Option<String>,
    actor: String,
    account: Option<Uuid>,
    kind: String,
    payload: String,
}

/// Every event of every file, by file and in order.
pub async fn events_of_all(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<Id<Case>, Vec<EventRow>>, StoreError> {
    let rows = run!(
        tx,
        Event,
        fetch_all,
        "select case_file, number, recorded, valid_on, party, for_party, actor, account, kind, \
         payload from case_event where programme = $1 order by case_file, number",
        programme.uuid()
    )?;
    let mut found: BTreeMap<Id<Case>, Vec<EventRow>> = BTreeMap::new();
    for row in rows {
        let key = format!("{} {}", row.case_file, row.number);
        let at = At { table: "case_event", key: &key };
        let event = EventRow {
            number: at.small("number", row.number)?,
            recorded: row.recorded.to_jiff(),
            on: row.valid_on.to_jiff(),
            party: at.read("party", row.party, |it| Party::from_code(it))?,
            for_party: at.read_opt("for_party", row.for_party, Party::from_code)?,
            actor: at.read("actor", row.actor, |it| Phrase::new(it).ok())?,
            account: row.account.map(Id::new),
            kind: row.kind,
            payload: row.payload,
        };
        found.entry(Id::new(row.case_file)).or_default().push(event);
    }
    Ok(found)
}

/// From which day the agreements of each household were signed by everybody; of several of a kind
/// the first counts, and of support whether the last of them goes on.
pub async fn signed_days(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<Reference, SignedDays>, StoreError> {
    let rows = run!(
        tx,
        (String, String, String, Option<jiff_sqlx::Date>, Option<jiff_sqlx::Date>),
        fetch_all,
        "select a.household, a.kind, a.state, a.state_on, max(s.signed_on) from agreement a \
         left join agreement_signature s on s.programme = a.programme and s.agreement = a.id \
         where a.programme = $1 and a.state <> 'cancelled' \
         group by a.id, a.household, a.kind, a.state, a.state_on order by a.household, a.id",
        programme.uuid()
    )?;
    let at = At { table: "agreement", key: "" };
    let mut found: BTreeMap<Reference, Days> = BTreeMap::new();
    for (household, kind, state, state_on, signed) in rows {
        let household = at.read("household", household, |it| Reference::new(it).ok())?;
        let days = found.entry(household).or_default();
        let signed = signed.map(jiff_sqlx::Date::to_jiff);
        // Before that somebody still has to sign.
        let signed = signed.filter(|_| !matches!(state.as_str(), "drafted" | "offered"));
        match kind.as_str() {
            "intermediate-lease" => days.lease = first(days.lease, signed),
            "intermediate-use" => days.usage = first(days.usage, signed),
            "support" => {
                let over = state == "ended";
                days.support = first(days.support, signed);
                days.goes_on |= signed.is_some() && !over;
                days.ended = days.ended.max(state_on.filter(|_| over).map(|it| it.to_jiff()));
            }
            _ => {}
        }
    }
    Ok(found.into_iter().map(|(household, days)| (household, days.into_signed())).collect())
}

#[derive(Debug, Default)]
struct Days {
    lease: Option<Date>,
    usage: Option<Date>,
    support: Option<Date>,
    goes_on: bool,
    ended: Option<Date>,
}

impl Days {
    fn into_signed(self) -> SignedDays {
        SignedDays {
            any: true,
            intermediate: self.lease.zip(self.usage).map(|(one, other)| one.max(other)),
            support: self.support,
            support_ended: self.ended.filter(|_| !self.goes_on),
        }
    }
}

fn first(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

#[derive(sqlx::FromRow)]
struct Target {
    agreement: String,
    year: i64,
    version: i64,
    percent: Option<i64>,
    reason: String,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

/// Every version of how often each agreement has to be kept, by agreement and year and of those
/// the latest first.
pub async fn agreement_targets(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<AgreementTargetRow>, StoreError> {
    let rows = run!(
        tx,
        Target,
        fetch_all,
        "select agreement, year, version, percent, reason, actor, at from agreement_target \
         where programme = $1 order by agreement, year, version desc",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{} {} {}", row.agreement, row.year, row.version);
            let at = At { table: "agreement_target", key: &key };
            Ok(AgreementTargetRow {
                agreement: at
                    .read("agreement", row.agreement, |it| WorkAgreement::from_code(it))?,
                year: at.small("year", row.year)?,
                version: at.small("version", row.version)?,
                percent: at.small_opt("percent", row.percent)?,
                reason: at.read("reason", row.reason, |it| Phrase::new(it).ok())?,
                actor: row.actor,
                at: row.at.to_jiff(),
            })
        })
        .collect()
}

/// Adds a version. [`StoreError::Exists`] when that version is there already.
pub async fn add_agreement_target(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &AgreementTargetRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into agreement_target (programme, agreement, year, version, percent, reason, \
         actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        programme.uuid(),
        row.agreement.code(),
        i64::from(row.year),
        i64::from(row.version),
        row.percent.map(i64::from),
        row.reason.as_str(),
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(())
}
