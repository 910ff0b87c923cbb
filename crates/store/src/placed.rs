//! Homes agreed and homes under way, only ever as counts: by area and year, by month, by how far
//! they are.

use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    AreaCode, GroupCode, Id, OrganisationCode, access::Programme, steering::Stage,
};

use crate::{
    StoreError, Tx,
    db::run,
    rows::{At, time},
};

/// Homes agreed in a neighbourhood in a year, on top of what was brought in as a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreedThere {
    /// The year they count for.
    pub year: i16,
    /// The neighbourhood of the dwelling, or of the complex it is in.
    pub area: AreaCode,
    /// How many.
    pub homes: u32,
}

/// Homes agreed in these years, by year and neighbourhood.
pub async fn agreed_by_area(
    tx: &mut Tx,
    programme: Id<Programme>,
    (first, last): (i16, i16),
) -> Result<Vec<AgreedThere>, StoreError> {
    let rows = run!(
        tx,
        (i64, String, i64),
        fetch_all,
        "select x.year, coalesce(c.neighbourhood, d.neighbourhood), count(*) from decision x \
         join vacancy v on v.programme = x.programme and v.code = x.vacancy \
         join dwelling d on d.programme = x.programme and d.code = v.dwelling \
         left join complex c on c.programme = d.programme and c.code = d.complex \
         where x.programme = $1 and x.year between $2 and $3 and x.verdict = 'agreed' \
         and x.undone_at is null group by 1, 2 order by 1, 2",
        programme.uuid(),
        i64::from(first),
        i64::from(last)
    )?;
    rows.into_iter()
        .map(|(year, area, homes)| {
            let key = format!("{year} {area}");
            let at = At { table: "decision", key: &key };
            Ok(AgreedThere {
                year: at.small("year", year)?,
                area: at.read("neighbourhood", area, |it| AreaCode::new(it).ok())?,
                homes: at.small("count", homes)?,
            })
        })
        .collect()
}

/// Homes under way that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderWayRow {
    /// The group of the household.
    pub group: GroupCode,
    /// Who lets the home.
    pub association: OrganisationCode,
    /// The neighbourhood it stands in.
    pub area: AreaCode,
    /// How far it is.
    pub stage: Stage,
    /// How many.
    pub homes: u32,
}

#[derive(sqlx::FromRow)]
struct UnderWayTuple {
    target_group: String,
    association: String,
    area: String,
    stage: String,
    homes: i64,
}

/// Every home between a match and the keys, whichever year it counts in. A file that rests counts
/// too. A home that was agreed for a household with no file on a road counts as agreed, until the
/// household's own file says that it lives there. A viewing that was struck out is none: which event
/// that was stands in front of the stored text of the one that did so.
pub async fn under_way(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<UnderWayRow>, StoreError> {
    let rows = run!(
        tx,
        UnderWayTuple,
        fetch_all,
        "select p.target_group, d.association, coalesce(k.neighbourhood, d.neighbourhood) as area, \
         u.stage, count(*) as homes from ( \
         select c.reference, c.vacancy, case when c.kind = 'keys' then 'keys' \
         when c.kind = 'agreement' and exists (select 1 from agreement a \
         join vacancy w on w.programme = a.programme and w.dwelling = a.dwelling \
         where a.programme = c.programme and a.household = c.reference and w.code = c.vacancy) \
         then 'agreements' when c.kind = 'agreement' then 'accepted' \
         when exists (select 1 from case_event e where e.case_file = c.id \
         and e.kind = 'viewing-planned' and not exists (select 1 from case_event o \
         where o.case_file = c.id and o.number > e.number and (o.kind = 'offered' \
         or (o.kind = 'struck-out' and o.payload like \
         '{\"struck-out\":{\"event\":' || cast(e.number as text) || ',%')))) \
         then 'viewing' else 'offered' end as stage from case_file c \
         where c.programme = $1 and c.standing <> 'ended' and c.vacancy is not null \
         and c.kind in ('viewing', 'offer', 'agreement', 'keys') \
         union all select x.reference, x.vacancy, 'agreed' as stage from decision x \
         join participant q on q.programme = x.programme and q.reference = x.reference \
         where x.programme = $1 and x.verdict = 'agreed' and x.undone_at is null \
         and q.readiness <> 'placed' and not exists (select 1 from case_file f \
         where f.programme = x.programme and f.reference = x.reference \
         and f.vacancy = x.vacancy)) u \
         join participant p on p.programme = $1 and p.reference = u.reference \
         join vacancy v on v.programme = $1 and v.code = u.vacancy \
         join dwelling d on d.programme = $1 and d.code = v.dwelling \
         left join complex k on k.programme = $1 and k.code = d.complex \
         group by 1, 2, 3, 4 order by 1, 2, 3, 4",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{} {}", row.target_group, row.area);
            let at = At { table: "case_file", key: &key };
            Ok(UnderWayRow {
                group: at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?,
                association: at
                    .read("association", row.association, |it| OrganisationCode::new(it).ok())?,
                area: at.read("neighbourhood", row.area, |it| AreaCode::new(it).ok())?,
                stage: at.read("stage", row.stage, |it| Stage::from_code(it))?,
                homes: at.small("count", row.homes)?,
            })
        })
        .collect()
}

/// Homes agreed in a year, month by month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreedMonths {
    /// The group they were given to.
    pub group: GroupCode,
    /// Who lets them.
    pub association: OrganisationCode,
    /// From January to December.
    pub homes: [u32; 12],
}

/// Homes agreed that count for a year, by group, association and the month they were agreed in.
/// `ends` are the moments at which January to November end where the city is; what was agreed
/// earlier or later than the year falls in its first month or its last.
pub async fn agreed_by_month(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
    ends: [Timestamp; 11],
) -> Result<Vec<AgreedMonths>, StoreError> {
    let [a, b, c, d, e, f, g, h, i, j, k] = ends;
    let rows = run!(
        tx,
        MonthsTuple,
        fetch_all,
        "select x.target_group, d.association, count(*) as total, \
         count(case when x.at < $3 then 1 end) as m1, count(case when x.at < $4 then 1 end) as m2, \
         count(case when x.at < $5 then 1 end) as m3, count(case when x.at < $6 then 1 end) as m4, \
         count(case when x.at < $7 then 1 end) as m5, count(case when x.at < $8 then 1 end) as m6, \
         count(case when x.at < $9 then 1 end) as m7, count(case when x.at < $10 then 1 end) as m8, \
         count(case when x.at < $11 then 1 end) as m9, \
         count(case when x.at < $12 then 1 end) as m10, \
         count(case when x.at < $13 then 1 end) as m11 from decision x \
         join vacancy v on v.programme = x.programme and v.code = x.vacancy \
         join dwelling d on d.programme = x.programme and d.code = v.dwelling \
         where x.programme = $1 and x.year = $2 and x.verdict = 'agreed' \
         and x.undone_at is null group by 1, 2 order by 1, 2",
        programme.uuid(),
        i64::from(year),
        time(a)?,
        time(b)?,
        time(c)?,
        time(d)?,
        time(e)?,
        time(f)?,
        time(g)?,
        time(h)?,
        time(i)?,
        time(j)?,
        time(k)?
    )?;
    rows.into_iter().map(MonthsTuple::into_row).collect()
}

/// Counts up to the end of each month.
#[derive(sqlx::FromRow)]
struct MonthsTuple {
    target_group: String,
    association: String,
    total: i64,
    m1: i64,
    m2: i64,
    m3: i64,
    m4: i64,
    m5: i64,
    m6: i64,
    m7: i64,
    m8: i64,
    m9: i64,
    m10: i64,
    m11: i64,
}

impl MonthsTuple {
    fn into_row(self) -> Result<AgreedMonths, StoreError> {
        let key = format!("{} {}", self.target_group, self.association);
        let at = At { table: "decision", key: &key };
        let Self { m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, total, .. } = self;
        let mut homes = [0; 12];
        let mut before = 0;
        let sums = [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, total];
        for (month, sum) in homes.iter_mut().zip(sums) {
            *month = at.small("count", sum - before)?;
            before = sum;
        }
        Ok(AgreedMonths {
            group: at.read("target_group", self.target_group, |it| GroupCode::new(it).ok())?,
            association: at
                .read("association", self.association, |it| OrganisationCode::new(it).ok())?,
            homes,
        })
    }
}

/// Households that moved in on a day, as their own files say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedInRow {
    /// The group they are in.
    pub group: GroupCode,
    /// The day.
    pub on: Date,
    /// Whether their home was agreed here, so that it is among the homes agreed.
    pub agreed_here: bool,
    /// How many.
    pub households: u32,
}

/// All households with a home by group and day. A file that was set aside is left out: it is the
/// second of one household. A household has one home agreed at most, so each counts once.
pub async fn moved_in(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<MovedInRow>, StoreError> {
    let rows = run!(
        tx,
        (String, jiff_sqlx::Date, i64, i64),
        fetch_all,
        "select p.target_group, p.placed_on, case when x.id is null then cast(0 as bigint) \
         else cast(1 as bigint) end as here, count(*) from participant p \
         left join decision x on x.programme = p.programme and x.reference = p.reference \
         and x.verdict = 'agreed' and x.undone_at is null \
         where p.programme = $1 and p.readiness = 'placed' \
         and p.placed_on is not null and p.goes_on_as is null group by 1, 2, 3 order by 1, 2, 3",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|(group, on, here, households)| {
            let key = group.clone();
            let at = At { table: "participant", key: &key };
            Ok(MovedInRow {
                group: at.read("target_group", group, |it| GroupCode::new(it).ok())?,
                on: on.to_jiff(),
                agreed_here: here != 0,
                households: at.small("count", households)?,
            })
        })
        .collect()
}
