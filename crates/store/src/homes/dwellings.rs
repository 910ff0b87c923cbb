use std::collections::BTreeMap;

use sleutel_domain::{
    AreaCode, ComplexCode, DwellingCode, Id, OrganisationCode, Phrase, VacancyCode,
    access::Programme,
    homes::{Adaptation, DwellingFacts, EnergyLabel, HouseRules, Target},
    placement::Round,
};
use uuid::Uuid;

use crate::{
    Page, StoreError, Tx, Window,
    db::{exec, run},
    rows::{At, fold, pattern, plain},
};

/// A building or block as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplexRow {
    /// Its code.
    pub code: ComplexCode,
    /// What people call it.
    pub name: Phrase,
    /// Whose it is.
    pub association: OrganisationCode,
    /// Where it stands.
    pub neighbourhood: AreaCode,
    /// Its street.
    pub street: Phrase,
}

/// A dwelling as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DwellingRow {
    /// Its code.
    pub code: DwellingCode,
    /// Who lets it.
    pub association: OrganisationCode,
    /// The building it is part of.
    pub complex: Option<ComplexCode>,
    /// Where it stands.
    pub neighbourhood: AreaCode,
    /// Its street.
    pub street: Phrase,
    /// House number with letter and addition.
    pub house_number: Phrase,
    /// Postcode.
    pub postcode: Option<Phrase>,
    /// Identifier in the national register of addresses ("BAG").
    pub bag_id: Option<Phrase>,
    /// Energy label.
    pub energy: Option<EnergyLabel>,
    /// What it is like.
    pub facts: DwellingFacts,
    /// Counts the changes; a change names the version it saw.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
struct ComplexTuple {
    code: String,
    name: String,
    association: String,
    neighbourhood: String,
    street: String,
}

/// All complexes, by code.
pub async fn complexes(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<ComplexRow>, StoreError> {
    let rows = run!(
        tx,
        ComplexTuple,
        fetch_all,
        "select code, name, association, neighbourhood, street from complex \
         where programme = $1 order by code",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.code.clone();
            let at = At { table: "complex", key: &key };
            Ok(ComplexRow {
                code: at.read("code", row.code, |it| ComplexCode::new(it).ok())?,
                name: at.read("name", row.name, |it| Phrase::new(it).ok())?,
                association: at
                    .read("association", row.association, |it| OrganisationCode::new(it).ok())?,
                neighbourhood: at
                    .read("neighbourhood", row.neighbourhood, |it| AreaCode::new(it).ok())?,
                street: at.read("street", row.street, |it| Phrase::new(it).ok())?,
            })
        })
        .collect()
}

/// Adds a complex, or changes the one with this code.
pub async fn save_complex(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
    row: &ComplexRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into complex (id, programme, code, name, association, neighbourhood, street) \
         values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (programme, code) do update set name = excluded.name, \
         association = excluded.association, neighbourhood = excluded.neighbourhood, \
         street = excluded.street",
        id,
        programme.uuid(),
        row.code.as_str(),
        row.name.as_str(),
        row.association.as_str(),
        row.neighbourhood.as_str(),
        row.street.as_str()
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct DwellingTuple {
    code: String,
    association: String,
    complex: Option<String>,
    neighbourhood: String,
    street: String,
    house_number: String,
    postcode: Option<String>,
    bag_id: Option<String>,
    energy: Option<String>,
    rooms: i64,
    surface: Option<i64>,
    floor: i64,
    lift: bool,
    adaptation: String,
    rent: i64,
    target: String,
    pets: bool,
    smoking: bool,
    version: i64,
}

impl DwellingTuple {
    fn into_row(self) -> Result<DwellingRow, StoreError> {
        let key = self.code.clone();
        let at = At { table: "dwelling", key: &key };
        Ok(DwellingRow {
            code: at.read("code", self.code, |it| DwellingCode::new(it).ok())?,
            association: at
                .read("association", self.association, |it| OrganisationCode::new(it).ok())?,
            complex: at.read_opt("complex", self.complex, |it| ComplexCode::new(it).ok())?,
            neighbourhood: at
                .read("neighbourhood", self.neighbourhood, |it| AreaCode::new(it).ok())?,
            street: at.read("street", self.street, |it| Phrase::new(it).ok())?,
            house_number: at.read("house_number", self.house_number, |it| Phrase::new(it).ok())?,
            postcode: at.read_opt("postcode", self.postcode, |it| Phrase::new(it).ok())?,
            bag_id: at.read_opt("bag_id", self.bag_id, |it| Phrase::new(it).ok())?,
            energy: at.read_opt("energy", self.energy, EnergyLabel::from_code)?,
            facts: DwellingFacts {
                rooms: at.small("rooms", self.rooms)?,
                surface: at.small_opt("surface", self.surface)?,
                floor: at.small("floor", self.floor)?,
                lift: self.lift,
                adaptation: at
                    .read("adaptation", self.adaptation, |it| Adaptation::from_code(it))?,
                rent: at.cents("rent", self.rent)?,
                target: at.read("target", self.target, |it| Target::from_code(it))?,
                rules: HouseRules { pets: self.pets, smoking: self.smoking },
            },
            version: self.version,
        })
    }
}

macro_rules! select_dwelling {
    ($rest:literal) => {
        concat!(
            "select code, association, complex, neighbourhood, street, house_number, postcode, ",
            "bag_id, energy, rooms, surface, floor, lift, adaptation, rent, target, pets, ",
            "smoking, version from dwelling ",
            $rest
        )
    };
}

/// The dwelling with this code.
pub async fn dwelling(
    tx: &mut Tx,
    programme: Id<Programme>,
    code: &DwellingCode,
) -> Result<Option<DwellingRow>, StoreError> {
    let row = run!(
        tx,
        DwellingTuple,
        fetch_optional,
        select_dwelling!("where programme = $1 and code = $2"),
        programme.uuid(),
        code.as_str()
    )?;
    row.map(DwellingTuple::into_row).transpose()
}

/// Every dwelling of the programme, by code.
pub async fn dwellings_by_code(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<DwellingRow>, StoreError> {
    let rows = run!(
        tx,
        DwellingTuple,
        fetch_all,
        select_dwelling!("where programme = $1 order by code"),
        programme.uuid()
    )?;
    rows.into_iter().map(DwellingTuple::into_row).collect()
}

/// The dwellings that are free in a round, by vacancy.
pub async fn dwellings_of_round(
    tx: &mut Tx,
    programme: Id<Programme>,
    round: Id<Round>,
) -> Result<BTreeMap<VacancyCode, DwellingRow>, StoreError> {
    #[derive(sqlx::FromRow)]
    struct InRound {
        vacancy: String,
        #[sqlx(flatten)]
        dwelling: DwellingTuple,
    }
    let rows = run!(
        tx,
        InRound,
        fetch_all,
        "select x.vacancy, d.code, d.association, d.complex, d.neighbourhood, d.street, \
         d.house_number, d.postcode, d.bag_id, d.energy, d.rooms, d.surface, d.floor, d.lift, \
         d.adaptation, d.rent, d.target, d.pets, d.smoking, d.version from round_vacancy x \
         join vacancy v on v.programme = x.programme and v.code = x.vacancy \
         join dwelling d on d.programme = x.programme and d.code = v.dwelling \
         where x.programme = $1 and x.round = $2",
        programme.uuid(),
        round.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let at = At { table: "round_vacancy", key: &row.vacancy };
            let vacancy =
                at.read("vacancy", row.vacancy.clone(), |it| VacancyCode::new(it).ok())?;
            Ok((vacancy, row.dwelling.into_row()?))
        })
        .collect()
}

/// The dwellings that are free now, by vacancy.
pub async fn free_dwellings(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<DwellingRow>, StoreError> {
    let rows = run!(
        tx,
        DwellingTuple,
        fetch_all,
        select_dwelling!(
            "where programme = $1 and code in (select dwelling from vacancy \
             where programme = $1 and status = 'open') order by code"
        ),
        programme.uuid()
    )?;
    rows.into_iter().map(DwellingTuple::into_row).collect()
}

/// A page of dwellings whose address or code holds the words, of one association or of
/// all (empty), by street and number.
pub async fn dwellings(
    tx: &mut Tx,
    programme: Id<Programme>,
    words: &str,
    association: &str,
    window: Window,
) -> Result<Page<DwellingRow>, StoreError> {
    let like = pattern(words);
    let rows = run!(
        tx,
        DwellingTuple,
        fetch_all,
        select_dwelling!(
            "where programme = $1 and search like $2 escape '\\' \
             and ($3 = '' or association = $3) \
             order by sort_address, code limit $4 offset $5"
        ),
        programme.uuid(),
        like.as_str(),
        plain(association),
        i64::from(window.limit),
        i64::from(window.offset)
    )?;
    let (total,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select count(*) from dwelling where programme = $1 and search like $2 escape '\\' \
         and ($3 = '' or association = $3)",
        programme.uuid(),
        like.as_str(),
        plain(association)
    )?;
    Ok(Page {
        rows: rows.into_iter().map(DwellingTuple::into_row).collect::<Result<_, _>>()?,
        total: u64::try_from(total).unwrap_or_default(),
    })
}

/// The address as it is sorted: without regard to case and accents, number 2 before 10.
fn sort_address(row: &DwellingRow) -> String {
    let number = row.house_number.as_str();
    let digits = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    let (digits, rest) = number.split_at(digits);
    fold(&format!("{} {digits:0>6}{rest}", row.street))
}

/// Adds a dwelling (version 0 in the row given), or changes the version given; gives the
/// new version. [`StoreError::Changed`] when somebody else was first, and
/// [`StoreError::Exists`] when a new one has a code that is taken.
pub async fn save_dwelling(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
    row: &DwellingRow,
) -> Result<i64, StoreError> {
    let search = fold(&format!(
        "{} {} {} {}",
        row.code,
        row.street,
        row.house_number,
        row.postcode.as_ref().map_or("", Phrase::as_str)
    ));
    let sql = if row.version == 0 {
        "insert into dwelling (id, programme, code, association, complex, neighbourhood, street, \
         house_number, postcode, bag_id, energy, rooms, surface, floor, lift, adaptation, rent, \
         target, pets, smoking, search, sort_address, version) values ($1, $2, $3, $4, $5, $6, $7, \
         $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23 + 1)"
    } else {
        // The identifier stays what it was; `$1` is named so that both texts take the same values.
        "update dwelling set association = $4, complex = $5, neighbourhood = $6, street = $7, \
         house_number = $8, postcode = $9, bag_id = $10, energy = $11, rooms = $12, \
         surface = $13, floor = $14, lift = $15, adaptation = $16, rent = $17, target = $18, \
         pets = $19, smoking = $20, search = $21, sort_address = $22, version = version + 1 \
         where programme = $2 and code = $3 and version = $23 and $1 = $1"
    };
    let facts = &row.facts;
    let touched = exec!(
        tx,
        sql,
        id,
        programme.uuid(),
        row.code.as_str(),
        row.association.as_str(),
        row.complex.as_ref().map(ComplexCode::as_str),
        row.neighbourhood.as_str(),
        row.street.as_str(),
        row.house_number.as_str(),
        row.postcode.as_ref().map(Phrase::as_str),
        row.bag_id.as_ref().map(Phrase::as_str),
        row.energy.map(EnergyLabel::code),
        i64::from(facts.rooms),
        facts.surface.map(i64::from),
        i64::from(facts.floor),
        facts.lift,
        facts.adaptation.code(),
        facts.rent.get(),
        facts.target.code(),
        facts.rules.pets,
        facts.rules.smoking,
        search.as_str(),
        sort_address(row).as_str(),
        row.version
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "dwelling", key: row.code.to_string() });
    }
    Ok(row.version + 1)
}
