use jiff::civil::Date;
use sleutel_domain::{DwellingCode, Id, VacancyCode, access::Programme, homes::VacancyStatus};
use uuid::Uuid;

use crate::{
    Page, StoreError, Tx, Window,
    db::{exec, run},
    rows::{At, date, fold, pattern, plain},
};

/// A vacancy as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VacancyRow {
    /// Its code.
    pub code: VacancyCode,
    /// Which home.
    pub dwelling: DwellingCode,
    /// First day it can be lived in.
    pub available_from: Date,
    /// The year it counts for.
    pub year: i16,
    /// What has become of it.
    pub status: VacancyStatus,
    /// Counts the changes; a change names the version it saw.
    pub version: i64,
}

/// Which vacancies are wanted. Empty text means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VacancyFilter {
    /// Words in the address or code.
    pub words: String,
    /// One association's.
    pub association: String,
    /// With this status.
    pub status: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    dwelling: String,
    available_from: jiff_sqlx::Date,
    year: i64,
    status: String,
    version: i64,
}

impl Row {
    fn into_row(self) -> Result<VacancyRow, StoreError> {
        let key = self.code.clone();
        let at = At { table: "vacancy", key: &key };
        Ok(VacancyRow {
            code: at.read("code", self.code, |it| VacancyCode::new(it).ok())?,
            dwelling: at.read("dwelling", self.dwelling, |it| DwellingCode::new(it).ok())?,
            available_from: self.available_from.to_jiff(),
            year: at.small("year", self.year)?,
            status: at.read("status", self.status, |it| VacancyStatus::from_code(it))?,
            version: self.version,
        })
    }
}

macro_rules! select_vacancy {
    ($rest:literal) => {
        concat!(
            "select v.code, v.dwelling, v.available_from, v.year, v.status, v.version ",
            "from vacancy v join dwelling d on d.programme = v.programme and d.code = v.dwelling ",
            $rest
        )
    };
}

/// The vacancy with this code.
pub async fn vacancy(
    tx: &mut Tx,
    programme: Id<Programme>,
    code: &VacancyCode,
) -> Result<Option<VacancyRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        select_vacancy!("where v.programme = $1 and v.code = $2"),
        programme.uuid(),
        code.as_str()
    )?;
    row.map(Row::into_row).transpose()
}

/// Every vacancy of the programme, by code.
pub async fn vacancies(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<VacancyRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        select_vacancy!("where v.programme = $1 order by v.code"),
        programme.uuid()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// Vacancies that can be proposed, soonest first.
pub async fn open_vacancies(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<VacancyRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        select_vacancy!(
            "where v.programme = $1 and v.status = 'open' order by v.available_from, v.code"
        ),
        programme.uuid()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// A page of vacancies, soonest first among the open ones, then newest first.
pub async fn list_vacancies(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &VacancyFilter,
    window: Window,
) -> Result<Page<VacancyRow>, StoreError> {
    let like = pattern(&filter.words);
    let rows = run!(
        tx,
        Row,
        fetch_all,
        select_vacancy!(
            "where v.programme = $1 and (d.search like $2 escape '\\' \
             or v.search like $2 escape '\\') \
             and ($3 = '' or d.association = $3) and ($4 = '' or v.status = $4) \
             order by case when v.status = 'open' then 0 else 1 end, \
             case when v.status = 'open' then v.available_from end, \
             v.available_from desc, v.code limit $5 offset $6"
        ),
        programme.uuid(),
        like.as_str(),
        plain(&filter.association),
        plain(&filter.status),
        i64::from(window.limit),
        i64::from(window.offset)
    )?;
    let (total,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select count(*) from vacancy v \
         join dwelling d on d.programme = v.programme and d.code = v.dwelling \
         where v.programme = $1 and (d.search like $2 escape '\\' \
         or v.search like $2 escape '\\') \
         and ($3 = '' or d.association = $3) and ($4 = '' or v.status = $4)",
        programme.uuid(),
        like.as_str(),
        plain(&filter.association),
        plain(&filter.status)
    )?;
    Ok(Page {
        rows: rows.into_iter().map(Row::into_row).collect::<Result<_, _>>()?,
        total: u64::try_from(total).unwrap_or_default(),
    })
}

/// Adds a vacancy (version 0 in the row given), or changes the version given; gives the
/// new version. [`StoreError::Changed`] when somebody else was first, and
/// [`StoreError::Exists`] when a new one has a code that is taken.
pub async fn save_vacancy(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
    row: &VacancyRow,
) -> Result<i64, StoreError> {
    let sql = if row.version == 0 {
        "insert into vacancy (id, programme, code, dwelling, available_from, year, status, \
         search, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9 + 1)"
    } else {
        "update vacancy set dwelling = $4, available_from = $5, year = $6, status = $7, \
         search = $8, version = version + 1 \
         where programme = $2 and code = $3 and version = $9 and $1 = $1"
    };
    let touched = exec!(
        tx,
        sql,
        id,
        programme.uuid(),
        row.code.as_str(),
        row.dwelling.as_str(),
        date(row.available_from),
        i64::from(row.year),
        row.status.code(),
        fold(row.code.as_str()).as_str(),
        row.version
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "vacancy", key: row.code.to_string() });
    }
    Ok(row.version + 1)
}

/// Moves a vacancy from one status to another. [`StoreError::Changed`] when it is no
/// longer in the first.
pub async fn set_vacancy_status(
    tx: &mut Tx,
    programme: Id<Programme>,
    code: &VacancyCode,
    from: VacancyStatus,
    to: VacancyStatus,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update vacancy set status = $4, version = version + 1 \
         where programme = $1 and code = $2 and status = $3",
        programme.uuid(),
        code.as_str(),
        from.code(),
        to.code()
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "vacancy", key: code.to_string() });
    }
    Ok(())
}
