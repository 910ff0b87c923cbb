use jiff::civil::Date;
use sleutel_domain::{
    DwellingCode, Id, OrganisationCode, Reference,
    access::Programme,
    agreements::{Agreement, Kind},
};
use uuid::Uuid;

use crate::{
    Page, StoreError, Tx, Window, dialect,
    listing::{lies_in, paged},
    rows::{At, date_opt, list_of, pattern, plain},
};

/// Which agreements are wanted. Empty text means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words in a name of the household, its reference or the address.
    pub words: String,
    /// Look for the words in reference and address only, for somebody who may not see names.
    pub without_names: bool,
    /// Of one kind.
    pub kind: String,
    /// In one state.
    pub state: String,
    /// Of one association.
    pub association: String,
    /// Of people of one provider.
    pub provider: String,
    /// Of people of one support worker.
    pub worker: String,
    /// Of people of one of these support workers; empty means all.
    pub caseload: Vec<String>,
    /// Of people of one target group.
    pub group: String,
    /// On a home in this area.
    pub area: String,
    /// In force, and ending on this day or before.
    pub ends_by: Option<Date>,
    /// In force, and ending on this day or later.
    pub ends_from: Option<Date>,
    /// In force, without a last day.
    pub endless: bool,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Those to be worked on first: drafts, then those waiting for signatures, then those
    /// signed, in force, and over; soonest first.
    #[default]
    Work,
    /// Family name, then given name.
    Name,
    /// First day.
    From,
    /// Last day; those without one at the end.
    Until,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Work, Self::Name, Self::From, Self::Until];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Name => "name",
            Self::From => "from",
            Self::Until => "until",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    fn columns(self, backwards: bool) -> &'static str {
        match (self, backwards) {
            (Self::Work, false) => {
                "case a.state when 'drafted' then 1 when 'offered' then 2 when 'signed' then 3 \
                 when 'in-force' then 4 else 5 end, a.from_date, a.id"
            }
            (Self::Work, true) => {
                "case a.state when 'drafted' then 1 when 'offered' then 2 when 'signed' then 3 \
                 when 'in-force' then 4 else 5 end desc, a.from_date desc, a.id"
            }
            (Self::Name, false) => "p.sort_name, a.id",
            (Self::Name, true) => "p.sort_name desc, a.id",
            (Self::From, false) => "a.from_date, a.id",
            (Self::From, true) => "a.from_date desc, a.id",
            (Self::Until, false) => {
                "case when a.until_date is null then 1 else 0 end, a.until_date, a.id"
            }
            (Self::Until, true) => {
                "case when a.until_date is null then 1 else 0 end, a.until_date desc, a.id"
            }
        }
    }
}

/// An agreement in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// Which one.
    pub id: Id<Agreement>,
    /// What kind it is.
    pub kind: Kind,
    /// Whose household.
    pub household: Reference,
    /// Given name of the head.
    pub given: String,
    /// Family name of the head.
    pub family: String,
    /// The association, where it is a party.
    pub association: Option<OrganisationCode>,
    /// The provider, where it is a party.
    pub provider: Option<OrganisationCode>,
    /// The home.
    pub dwelling: Option<DwellingCode>,
    /// Its street and number; empty without a home.
    pub address: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Option<Date>,
    /// The word for its state.
    pub state: String,
    /// How many have signed.
    pub signed: u8,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    household: String,
    given: String,
    family: String,
    association: Option<String>,
    provider: Option<String>,
    dwelling: Option<String>,
    street: Option<String>,
    house_number: Option<String>,
    from_date: jiff_sqlx::Date,
    until_date: Option<jiff_sqlx::Date>,
    state: String,
    signed: i64,
}

impl Row {
    fn into_row(self) -> Result<ListRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "agreement", key: &key };
        let organisation = |it: &str| OrganisationCode::new(it).ok();
        let address = self.street.zip(self.house_number);
        Ok(ListRow {
            id: Id::new(self.id),
            kind: at.read("kind", self.kind, |it| Kind::from_code(it))?,
            household: at.read("household", self.household, |it| Reference::new(it).ok())?,
            given: self.given,
            family: self.family,
            association: at.read_opt("association", self.association, organisation)?,
            provider: at.read_opt("provider", self.provider, organisation)?,
            dwelling: at.read_opt("dwelling", self.dwelling, |it| DwellingCode::new(it).ok())?,
            address: address
                .map_or_else(String::new, |(street, number)| format!("{street} {number}")),
            from: self.from_date.to_jiff(),
            until: self.until_date.map(jiff_sqlx::Date::to_jiff),
            state: self.state,
            signed: at.small("signed", self.signed)?,
        })
    }
}

const COLUMNS: &str = "a.id, a.kind, a.household, p.given, p.family, a.association, \
     a.provider, a.dwelling, d.street, d.house_number, a.from_date, a.until_date, a.state, \
     (select count(*) from agreement_signature s where s.agreement = a.id) as signed";

const FROM: &str = "from agreement a \
     join participant p on p.programme = a.programme and p.reference = a.household \
     left join dwelling d on d.programme = a.programme and d.code = a.dwelling \
     where a.programme = $1 and ($2 = '%%' \
     or (not $3 and p.search like $2 escape '\\') or p.search_reference like $2 escape '\\' \
     or d.search like $2 escape '\\') \
     and ($4 = '' or a.kind = $4) and ($5 = '' or a.state = $5) \
     and ($6 = '' or a.association = $6) and ($7 = '' or p.provider = $7) \
     and ($8 = '' or p.worker = $8) \
     and (not $9 or (a.state = 'in-force' and a.until_date <= $10)) \
     and (not $11 or (a.state = 'in-force' and a.until_date >= $12)) \
     and (not $13 or (a.state = 'in-force' and a.until_date is null)) \
     and ($14 = '' or p.target_group = $14)";

/// A page of agreements.
pub async fn list(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &Filter,
    sort: Sort,
    backwards: bool,
    window: Window,
) -> Result<Page<ListRow>, StoreError> {
    let like = pattern(&filter.words);
    let from = format!(
        "{FROM} and {} and {}",
        lies_in("d.neighbourhood", "$15"),
        dialect::within_list(tx, "p.worker", "$16")
    );
    let (rows, total) = paged!(
        tx,
        Row,
        window,
        (COLUMNS, &from, sort.columns(backwards)),
        programme.uuid(),
        like.as_str(),
        filter.without_names,
        plain(&filter.kind),
        plain(&filter.state),
        plain(&filter.association),
        plain(&filter.provider),
        plain(&filter.worker),
        filter.ends_by.is_some(),
        date_opt(filter.ends_by),
        filter.ends_from.is_some(),
        date_opt(filter.ends_from),
        filter.endless,
        plain(&filter.group),
        plain(&filter.area),
        list_of(&filter.caseload)
    );
    let rows = rows.into_iter().map(Row::into_row).collect::<Result<_, _>>()?;
    Ok(Page { rows, total })
}
