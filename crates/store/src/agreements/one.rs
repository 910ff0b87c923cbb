use std::collections::BTreeMap;

use jiff::Timestamp;
use sleutel_domain::{
    Cents, DwellingCode, Id, LongText, OrganisationCode, PersonName, Phrase, Reference,
    access::Programme,
    agreements::{
        Agreement, Dropped, EndReason, Kind, Links, RentKind, RentPart, Signatory, Signature,
        SignedHow, State, TemporaryGround, Terms,
    },
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, date_opt, time},
};

/// An agreement as it stands, with what the database knows beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementRow {
    /// The agreement.
    pub agreement: Agreement,
    /// Counts the changes; a change names the version it saw.
    pub version: i64,
    /// Who drafted it, by name and organisation.
    pub made_by: String,
    /// When it was drafted.
    pub made_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    household: String,
    association: Option<String>,
    provider: Option<String>,
    dwelling: Option<String>,
    from_date: jiff_sqlx::Date,
    until_date: Option<jiff_sqlx::Date>,
    rent_bare: Option<i64>,
    rent_service: Option<i64>,
    rent_energy: Option<i64>,
    rent_furnishing: Option<i64>,
    deposit: Option<i64>,
    ground: Option<String>,
    conditions: Option<String>,
    rests_on: Option<Uuid>,
    belongs_to: Option<Uuid>,
    replaces: Option<Uuid>,
    state: String,
    state_on: Option<jiff_sqlx::Date>,
    end_reason: Option<String>,
    why: Option<String>,
    into_agreement: Option<Uuid>,
    version: i64,
    made_by: String,
    made_at: jiff_sqlx::Timestamp,
    changed_at: jiff_sqlx::Timestamp,
}

const COLUMNS: &str = "id, kind, household, association, provider, dwelling, from_date, \
     until_date, rent_bare, rent_service, rent_energy, rent_furnishing, deposit, ground, \
     conditions, rests_on, belongs_to, replaces, state, state_on, end_reason, why, \
     into_agreement, version, made_by, made_at, changed_at";

impl Row {
    fn into_row(self, signatures: Vec<Signature>) -> Result<AgreementRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "agreement", key: &key };
        let state = self.state(at)?;
        let link = |id: Option<Uuid>| id.map(Id::new);
        let organisation = |it: &str| OrganisationCode::new(it).ok();
        let rent = [
            (RentKind::Bare, "rent_bare", self.rent_bare),
            (RentKind::Service, "rent_service", self.rent_service),
            (RentKind::Energy, "rent_energy", self.rent_energy),
            (RentKind::Furnishing, "rent_furnishing", self.rent_furnishing),
        ];
        let mut parts = Vec::new();
        for (kind, column, amount) in rent {
            if let Some(amount) = cents(at, column, amount)? {
                parts.push(RentPart { kind, amount });
            }
        }
        let terms = Terms {
            kind: at.read("kind", self.kind, |it| Kind::from_code(it))?,
            household: at.read("household", self.household, |it| Reference::new(it).ok())?,
            association: at.read_opt("association", self.association, organisation)?,
            provider: at.read_opt("provider", self.provider, organisation)?,
            dwelling: at.read_opt("dwelling", self.dwelling, |it| DwellingCode::new(it).ok())?,
            from: self.from_date.to_jiff(),
            until: self.until_date.map(jiff_sqlx::Date::to_jiff),
            rent: parts,
            deposit: cents(at, "deposit", self.deposit)?,
            ground: at.read_opt("ground", self.ground, TemporaryGround::from_code)?,
            conditions: at.read_opt("conditions", self.conditions, |it| LongText::new(it).ok())?,
        };
        let links = Links {
            rests_on: link(self.rests_on),
            belongs_to: link(self.belongs_to),
            replaces: link(self.replaces),
        };
        Ok(AgreementRow {
            agreement: Agreement { id: Id::new(self.id), terms, links, signatures, state },
            version: self.version,
            made_by: self.made_by,
            made_at: self.made_at.to_jiff(),
            changed_at: self.changed_at.to_jiff(),
        })
    }

    fn state(&self, at: At<'_>) -> Result<State, StoreError> {
        let on = || {
            let day = self.state_on.map(jiff_sqlx::Date::to_jiff);
            day.ok_or_else(|| at.bad("state_on", "null"))
        };
        Ok(match self.state.as_str() {
            "drafted" => State::Drafted,
            "offered" => State::Offered { on: on()? },
            "signed" => State::Signed,
            "in-force" => State::InForce {
                from: self.from_date.to_jiff(),
                until: self.until_date.map(jiff_sqlx::Date::to_jiff),
            },
            "ended" => {
                let reason = self.end_reason.clone().unwrap_or_default();
                let reason = at.read("end_reason", reason, |it| EndReason::from_code(it))?;
                State::Ended { on: on()?, reason }
            }
            "cancelled" => {
                let road = self.end_reason.as_deref() == Some(Dropped::HOME_NOT_TAKEN);
                let why = if road {
                    Dropped::HomeNotTaken
                } else {
                    let why = self.why.clone().unwrap_or_default();
                    Dropped::Said(at.read("why", why, |it| Phrase::new(it).ok())?)
                };
                State::Cancelled { on: on()?, why }
            }
            "converted" => {
                let into = self.into_agreement.ok_or_else(|| at.bad("into_agreement", "null"))?;
                State::Converted { on: on()?, into: Id::new(into) }
            }
            other => return Err(at.bad("state", other)),
        })
    }
}

fn cents(
    at: At<'_>,
    column: &'static str,
    amount: Option<i64>,
) -> Result<Option<Cents>, StoreError> {
    amount.map(|it| at.read(column, it, |it| Cents::new(*it).ok())).transpose()
}

#[derive(sqlx::FromRow)]
struct SignatureRow {
    agreement: Uuid,
    party: String,
    signed_by: String,
    signed_on: jiff_sqlx::Date,
    how: String,
    recorded_by: String,
}

impl SignatureRow {
    fn into_signature(self) -> Result<Signature, StoreError> {
        let key = format!("{} {}", self.agreement, self.party);
        let at = At { table: "agreement_signature", key: &key };
        Ok(Signature {
            party: at.read("party", self.party, |it| Signatory::from_code(it))?,
            by: at.read("signed_by", self.signed_by, |it| PersonName::new(it).ok())?,
            on: self.signed_on.to_jiff(),
            how: at.read("how", self.how, |it| SignedHow::from_code(it))?,
            recorded_by: self.recorded_by,
        })
    }
}

fn with_signatures(
    rows: Vec<Row>,
    signatures: Vec<SignatureRow>,
) -> Result<Vec<AgreementRow>, StoreError> {
    let mut by: BTreeMap<Uuid, Vec<Signature>> = BTreeMap::new();
    for row in signatures {
        by.entry(row.agreement).or_default().push(row.into_signature()?);
    }
    rows.into_iter()
        .map(|row| {
            let signatures = by.remove(&row.id).unwrap_or_default();
            row.into_row(signatures)
        })
        .collect()
}

macro_rules! those {
    ($tx:expr, $programme:expr, $column:literal, $value:expr) => {{
        let sql = format!(
            concat!(
                "select {} from agreement where programme = $1 and ",
                $column,
                " = $2 order by id"
            ),
            COLUMNS
        );
        let programme = $programme.uuid();
        let rows = run!($tx, Row, fetch_all, AssertSqlSafe(sql.as_str()), programme, $value)?;
        let signatures = run!(
            $tx,
            SignatureRow,
            fetch_all,
            concat!(
                "select s.agreement, s.party, s.signed_by, s.signed_on, s.how, s.recorded_by ",
                "from agreement_signature s join agreement a on a.id = s.agreement ",
                "where a.programme = $1 and a.",
                $column,
                " = $2 ",
                "order by s.signed_on, s.recorded_at, s.party"
            ),
            programme,
            $value
        )?;
        with_signatures(rows, signatures)
    }};
}

/// The agreement with this identifier.
pub async fn get(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Agreement>,
) -> Result<Option<AgreementRow>, StoreError> {
    let rows: Result<Vec<_>, StoreError> = those!(tx, programme, "id", id.uuid());
    Ok(rows?.pop())
}

/// All agreements of a household, oldest first.
pub async fn of_household(
    tx: &mut Tx,
    programme: Id<Programme>,
    household: &Reference,
) -> Result<Vec<AgreementRow>, StoreError> {
    those!(tx, programme, "household", household.as_str())
}

/// All agreements on a home, oldest first.
pub async fn of_dwelling(
    tx: &mut Tx,
    programme: Id<Programme>,
    dwelling: &DwellingCode,
) -> Result<Vec<AgreementRow>, StoreError> {
    those!(tx, programme, "dwelling", dwelling.as_str())
}

/// The columns of a state: its day, reason, words and other agreement.
struct StateColumns<'a> {
    on: Option<jiff::civil::Date>,
    reason: Option<&'static str>,
    why: Option<&'a str>,
    into: Option<Uuid>,
}

fn state_columns(state: &State) -> StateColumns<'_> {
    let none = StateColumns { on: None, reason: None, why: None, into: None };
    match state {
        State::Drafted | State::Signed | State::InForce { .. } => none,
        State::Offered { on } => StateColumns { on: Some(*on), ..none },
        State::Ended { on, reason } => {
            StateColumns { on: Some(*on), reason: Some(reason.code()), ..none }
        }
        State::Cancelled { on, why: Dropped::Said(why) } => {
            StateColumns { on: Some(*on), why: Some(why.as_str()), ..none }
        }
        State::Cancelled { on, why: Dropped::HomeNotTaken } => {
            StateColumns { on: Some(*on), reason: Some(Dropped::HOME_NOT_TAKEN), ..none }
        }
        State::Converted { on, into } => {
            StateColumns { on: Some(*on), into: Some(into.uuid()), ..none }
        }
    }
}

const INSERT: &str = "insert into agreement (id, programme, kind, household, association, \
     provider, dwelling, from_date, until_date, rent_bare, rent_service, rent_energy, \
     rent_furnishing, deposit, ground, conditions, rests_on, belongs_to, replaces, state, \
     state_on, end_reason, why, into_agreement, changed_at, version, made_by, made_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, \
     $19, $20, $21, $22, $23, $24, $25, $26 + 1, $27, $28)";

const UPDATE: &str = "update agreement set kind = $3, household = $4, association = $5, \
     provider = $6, dwelling = $7, from_date = $8, until_date = $9, rent_bare = $10, \
     rent_service = $11, rent_energy = $12, rent_furnishing = $13, deposit = $14, \
     ground = $15, conditions = $16, rests_on = $17, belongs_to = $18, replaces = $19, \
     state = $20, state_on = $21, end_reason = $22, why = $23, into_agreement = $24, \
     changed_at = $25, version = version + 1 \
     where id = $1 and programme = $2 and version = $26";

macro_rules! written {
    ($tx:expr, $programme:expr, $sql:expr, $row:expr $(, $more:expr)*) => {{
        let Agreement { id, terms, links, state, signatures: _ } = &$row.agreement;
        let part = |kind: RentKind| {
            terms.rent.iter().find(|it| it.kind == kind).map(|it| it.amount.get())
        };
        let columns = state_columns(state);
        let link = |id: Option<Id<Agreement>>| id.map(Id::uuid);
        exec!(
            $tx,
            $sql,
            id.uuid(),
            $programme.uuid(),
            terms.kind.code(),
            terms.household.as_str(),
            terms.association.as_ref().map(|it| it.as_str()),
            terms.provider.as_ref().map(|it| it.as_str()),
            terms.dwelling.as_ref().map(|it| it.as_str()),
            date(terms.from),
            date_opt(terms.until),
            part(RentKind::Bare),
            part(RentKind::Service),
            part(RentKind::Energy),
            part(RentKind::Furnishing),
            terms.deposit.map(|it| it.get()),
            terms.ground.map(TemporaryGround::code),
            terms.conditions.as_ref().map(|it| it.as_str()),
            link(links.rests_on),
            link(links.belongs_to),
            link(links.replaces),
            state.code(),
            date_opt(columns.on),
            columns.reason,
            columns.why,
            columns.into,
            time($row.changed_at)?,
            $row.version
            $(, $more)*
        )?
    }};
}

/// Keeps a new agreement with version 1; the version in the row is left aside.
/// Signatures are kept by [`add_signature`].
pub async fn add(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &AgreementRow,
) -> Result<(), StoreError> {
    let new = AgreementRow { version: 0, ..row.clone() };
    written!(tx, programme, INSERT, new, new.made_by.as_str(), time(new.made_at)?);
    Ok(())
}

/// Changes everything but the signatures, in the version given; gives the new version.
/// [`StoreError::Changed`] when somebody else was first.
pub async fn save(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &AgreementRow,
) -> Result<i64, StoreError> {
    let touched = written!(tx, programme, UPDATE, row);
    if touched == 0 {
        let key = row.agreement.id.to_string();
        return Err(StoreError::Changed { table: "agreement", key });
    }
    Ok(row.version + 1)
}

/// Keeps a signature. [`StoreError::Exists`] when the party has signed already.
pub async fn add_signature(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Id<Agreement>,
    signature: &Signature,
    at: Timestamp,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into agreement_signature (programme, agreement, party, signed_by, signed_on, \
         how, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        programme.uuid(),
        agreement.uuid(),
        signature.party.code(),
        signature.by.as_str(),
        date(signature.on),
        signature.how.code(),
        signature.recorded_by.as_str(),
        time(at)?
    )?;
    Ok(())
}
