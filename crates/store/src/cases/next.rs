use jiff::Timestamp;
use sleutel_domain::{
    Id, Phrase, Reference, VacancyCode,
    access::Programme,
    placement::{Round, StoredProposal},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// What became of a home that is meant for the next household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NextStanding {
    /// Nobody confirmed it yet.
    Proposed,
    /// A named person did.
    Confirmed,
    /// A named person did not.
    TurnedDown,
}

impl NextStanding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Proposed, Self::Confirmed, Self::TurnedDown];

    /// The word in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Confirmed => "confirmed",
            Self::TurnedDown => "turned-down",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// A home that came back, meant for the next household of the proposal it was agreed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextOfferRow {
    /// Its identifier.
    pub id: Uuid,
    /// Which home.
    pub vacancy: VacancyCode,
    /// For whom.
    pub reference: Reference,
    /// The round it was agreed in first.
    pub round: Id<Round>,
    /// The proposal the order comes from.
    pub proposal: Id<StoredProposal>,
    /// Which in that order, from 1.
    pub place: u16,
    /// Since when.
    pub proposed_at: Timestamp,
    /// What became of it.
    pub standing: NextStanding,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    vacancy: String,
    reference: String,
    round: Uuid,
    proposal: Uuid,
    place: i64,
    proposed_at: jiff_sqlx::Timestamp,
    standing: String,
}

impl Row {
    fn into_row(self) -> Result<NextOfferRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "next_offer", key: &key };
        Ok(NextOfferRow {
            id: self.id,
            vacancy: at.read("vacancy", self.vacancy, |it| VacancyCode::new(it).ok())?,
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            round: Id::new(self.round),
            proposal: Id::new(self.proposal),
            place: at.small("place", self.place)?,
            proposed_at: self.proposed_at.to_jiff(),
            standing: at.read("standing", self.standing, |it| NextStanding::from_code(it))?,
        })
    }
}

/// Keeps that a home is meant for the next household. A home that is meant for somebody
/// already gives [`StoreError::Exists`].
pub async fn add_next_offer(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &NextOfferRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into next_offer (id, programme, vacancy, reference, round, proposal, place, \
         proposed_at, standing) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        row.id,
        programme.uuid(),
        row.vacancy.as_str(),
        row.reference.as_str(),
        row.round.uuid(),
        row.proposal.uuid(),
        i64::from(row.place),
        time(row.proposed_at)?,
        row.standing.code()
    )?;
    Ok(())
}

/// Homes that wait for somebody to confirm them, the oldest first.
pub async fn next_offers(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<NextOfferRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, vacancy, reference, round, proposal, place, proposed_at, standing \
         from next_offer where programme = $1 and standing = 'proposed' order by proposed_at, id",
        programme.uuid()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// Everybody a home of a proposal was meant for, whatever became of it.
pub async fn next_offers_tried(
    tx: &mut Tx,
    programme: Id<Programme>,
    proposal: Id<StoredProposal>,
    vacancy: &VacancyCode,
) -> Result<Vec<NextOfferRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, vacancy, reference, round, proposal, place, proposed_at, standing \
         from next_offer where programme = $1 and proposal = $2 and vacancy = $3 \
         order by place, id",
        programme.uuid(),
        proposal.uuid(),
        vacancy.as_str()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// Settles one. `false` when somebody else did so before.
pub async fn settle_next_offer(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
    standing: NextStanding,
    (actor, at): (&str, Timestamp),
    reason: &Phrase,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update next_offer set standing = $3, settled_by = $4, settled_at = $5, reason = $6 \
         where programme = $1 and id = $2 and standing = 'proposed'",
        programme.uuid(),
        id,
        standing.code(),
        actor,
        time(at)?,
        reason.as_str()
    )?;
    Ok(touched == 1)
}

/// Takes back that a home was meant for the next household, as long as nobody settled it.
/// Gives what it was, or `None` when nobody waits for a confirmation.
pub async fn take_next_offer_back(
    tx: &mut Tx,
    programme: Id<Programme>,
    vacancy: &VacancyCode,
) -> Result<Option<NextOfferRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "delete from next_offer where programme = $1 and vacancy = $2 and standing = 'proposed' \
         returning id, vacancy, reference, round, proposal, place, proposed_at, standing",
        programme.uuid(),
        vacancy.as_str()
    )?;
    row.map(Row::into_row).transpose()
}
