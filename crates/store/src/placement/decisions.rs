use jiff::Timestamp;
use sleutel_domain::{
    GroupCode, Id, Phrase, Reference, VacancyCode,
    access::{Account, Programme},
    placement::{Round, StoredProposal, Verdict},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// A decision as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    /// Its identifier.
    pub id: Uuid,
    /// The round it was taken in.
    pub round: Id<Round>,
    /// The proposal it was taken on.
    pub proposal: Id<StoredProposal>,
    /// Which home.
    pub vacancy: VacancyCode,
    /// Whose household.
    pub reference: Reference,
    /// The group it counts for.
    pub group: GroupCode,
    /// The year it counts for.
    pub year: i16,
    /// What was decided.
    pub verdict: Verdict,
    /// Why.
    pub reason: Phrase,
    /// Who decided, by name and organisation.
    pub actor: String,
    /// Who decided.
    pub account: Id<Account>,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    round: Uuid,
    proposal: Uuid,
    vacancy: String,
    reference: String,
    target_group: String,
    year: i64,
    verdict: String,
    reason: String,
    actor: String,
    account: Uuid,
    at: jiff_sqlx::Timestamp,
}

impl Row {
    fn into_row(self) -> Result<DecisionRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "decision", key: &key };
        Ok(DecisionRow {
            id: self.id,
            round: Id::new(self.round),
            proposal: Id::new(self.proposal),
            vacancy: at.read("vacancy", self.vacancy, |it| VacancyCode::new(it).ok())?,
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            group: at.read("target_group", self.target_group, |it| GroupCode::new(it).ok())?,
            year: at.small("year", self.year)?,
            verdict: at.read("verdict", self.verdict, |it| Verdict::from_code(it))?,
            reason: at.read("reason", self.reason, |it| Phrase::new(it).ok())?,
            actor: self.actor,
            account: Id::new(self.account),
            at: self.at.to_jiff(),
        })
    }
}

/// The decisions of a round that stand, oldest first.
pub async fn active_decisions(
    tx: &mut Tx,
    programme: Id<Programme>,
    round: Id<Round>,
) -> Result<Vec<DecisionRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, round, proposal, vacancy, reference, target_group, year, verdict, reason, \
         actor, account, at from decision \
         where programme = $1 and round = $2 and undone_at is null order by at, id",
        programme.uuid(),
        round.uuid()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// The decisions about one household that stand, newest first.
pub async fn decisions_of_household(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Vec<DecisionRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, round, proposal, vacancy, reference, target_group, year, verdict, reason, \
         actor, account, at from decision \
         where programme = $1 and reference = $2 and undone_at is null order by at desc, id",
        programme.uuid(),
        reference.as_str()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// The agreement of a household and a home that was taken back last, if there is one.
pub async fn undone_agreement(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
    vacancy: &VacancyCode,
) -> Result<Option<DecisionRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, round, proposal, vacancy, reference, target_group, year, verdict, reason, \
         actor, account, at from decision \
         where programme = $1 and reference = $2 and vacancy = $3 and verdict = 'agreed' \
         and undone_at is not null order by undone_at desc, id limit 1",
        programme.uuid(),
        reference.as_str(),
        vacancy.as_str()
    )?;
    row.map(Row::into_row).transpose()
}

/// Keeps a decision. A home or a household that was agreed already gives
/// [`StoreError::Exists`]: the database itself guards it.
pub async fn add_decision(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &DecisionRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into decision (id, programme, round, proposal, vacancy, reference, \
         target_group, year, verdict, reason, actor, account, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        row.id,
        programme.uuid(),
        row.round.uuid(),
        row.proposal.uuid(),
        row.vacancy.as_str(),
        row.reference.as_str(),
        row.group.as_str(),
        i64::from(row.year),
        row.verdict.code(),
        row.reason.as_str(),
        row.actor.as_str(),
        row.account.uuid(),
        time(row.at)?
    )?;
    Ok(())
}

/// Takes a decision back; it stays in the history. Gives what it was, or `None` when it
/// was taken back already or never stood.
pub async fn undo_decision(
    tx: &mut Tx,
    programme: Id<Programme>,
    decision: Uuid,
    actor: &str,
    at: Timestamp,
) -> Result<Option<DecisionRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "update decision set undone_at = $3, undone_by = $4 \
         where programme = $1 and id = $2 and undone_at is null \
         returning id, round, proposal, vacancy, reference, target_group, year, verdict, \
         reason, actor, account, at",
        programme.uuid(),
        decision,
        time(at)?,
        actor
    )?;
    row.map(Row::into_row).transpose()
}

/// The homes agreed in a year, oldest first, each as the points of support load the household's file says
/// now and the neighbourhood and complex of the dwelling. Households placed before decisions
/// were kept here are a number only, so they weigh nothing.
pub async fn agreed_loads(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<Vec<(Option<i64>, String, Option<String>)>, StoreError> {
    run!(
        tx,
        (Option<i64>, String, Option<String>),
        fetch_all,
        "select p.support_load, d.neighbourhood, d.complex from decision x \
         left join participant p on p.programme = x.programme and p.reference = x.reference \
         join vacancy v on v.programme = x.programme and v.code = x.vacancy \
         join dwelling d on d.programme = x.programme and d.code = v.dwelling \
         where x.programme = $1 and x.year = $2 and x.verdict = 'agreed' \
         and x.undone_at is null order by x.id",
        programme.uuid(),
        i64::from(year)
    )
}

/// How many homes were agreed in a year for a group of an association: `(group, association, homes)`.
/// One row for each pair, however many homes there are.
pub async fn agreed_totals(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<Vec<(String, String, u32)>, StoreError> {
    let rows = run!(
        tx,
        (String, String, i64),
        fetch_all,
        "select x.target_group, d.association, count(*) from decision x \
         join vacancy v on v.programme = x.programme and v.code = x.vacancy \
         join dwelling d on d.programme = x.programme and d.code = v.dwelling \
         where x.programme = $1 and x.year = $2 and x.verdict = 'agreed' \
         and x.undone_at is null group by 1, 2 order by 1, 2",
        programme.uuid(),
        i64::from(year)
    )?;
    rows.into_iter()
        .map(|(group, association, homes)| {
            let homes = At { table: "decision", key: &group }.small("count", homes)?;
            Ok((group, association, homes))
        })
        .collect()
}
