use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{
    Answer, GroupCode, Id, OrganisationCode, Phrase, Reference, access::Programme,
};
use sqlx::AssertSqlSafe;

use crate::{
    Page, StoreError, Tx, Window,
    db::run,
    dialect,
    listing::{paged, wished_in},
    rows::{At, list_of, pattern, plain},
};

/// Which files are wanted. Empty text means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words in a name of the household or in the reference.
    pub words: String,
    /// Look for the words in the reference only, for somebody who may not see names.
    pub reference_only: bool,
    /// Of one group.
    pub group: String,
    /// In one readiness.
    pub readiness: String,
    /// At one provider.
    pub provider: String,
    /// Of one support worker.
    pub worker: String,
    /// Of one of these support workers; empty means all.
    pub caseload: Vec<String>,
    /// With a wish for a place in this area.
    pub area: String,
    /// Only those with a ground (`term-ends`, `safety`).
    pub ground: String,
    /// Only those with a question open that a placement needs.
    pub open_questions: bool,
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// Family name, given name, without regard to case and accents.
    #[default]
    Name,
    /// Reference.
    Reference,
    /// Group, then name.
    Group,
    /// Longest waiting first.
    Waiting,
    /// Readiness, then name.
    Readiness,
    /// Last changed first.
    Changed,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Reference, Self::Group, Self::Waiting, Self::Readiness, Self::Changed];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Reference => "reference",
            Self::Group => "group",
            Self::Waiting => "waiting",
            Self::Readiness => "readiness",
            Self::Changed => "changed",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    fn columns(self, backwards: bool) -> &'static str {
        match (self, backwards) {
            (Self::Name, false) => "sort_name, reference",
            (Self::Name, true) => "sort_name desc, reference desc",
            (Self::Reference, false) => "reference",
            (Self::Reference, true) => "reference desc",
            (Self::Group, false) => "target_group, sort_name, reference",
            (Self::Group, true) => "target_group desc, sort_name, reference",
            (Self::Waiting, false) => "waiting_since, reference",
            (Self::Waiting, true) => "waiting_since desc, reference",
            (Self::Readiness, false) => "readiness, sort_name, reference",
            (Self::Readiness, true) => "readiness desc, sort_name, reference",
            (Self::Changed, false) => "changed_at desc, reference",
            (Self::Changed, true) => "changed_at, reference",
        }
    }
}

/// A file in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// What it is called.
    pub reference: Reference,
    /// Given name of the head.
    pub given: String,
    /// Family name of the head.
    pub family: String,
    /// The group it counts for.
    pub group: GroupCode,
    /// Who supports them.
    pub provider: OrganisationCode,
    /// The support worker's log-in name.
    pub worker: Option<Phrase>,
    /// People who move along, the head included.
    pub people: Answer<u8>,
    /// Since when they wait.
    pub waiting_since: Date,
    /// The word for their readiness.
    pub readiness: String,
    /// The word for their ground.
    pub ground: String,
    /// The date of the ground, when it has one.
    pub ground_date: Option<Date>,
}

#[derive(sqlx::FromRow)]
struct Row {
    reference: String,
    given: String,
    family: String,
    target_group: String,
    provider: String,
    worker: Option<String>,
    people: Option<i64>,
    waiting_since: jiff_sqlx::Date,
    readiness: String,
    ground: String,
    ground_date: Option<jiff_sqlx::Date>,
}

impl Row {
    fn into_row(self) -> Result<ListRow, StoreError> {
        let key = self.reference.clone();
        let at = At { table: "participant", key: &key };
        Ok(ListRow {
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            given: self.given,
            family: self.family,
            group: at.read("target_group", self.target_group, |it| GroupCode::new(it).ok())?,
            provider: at.read("provider", self.provider, |it| OrganisationCode::new(it).ok())?,
            worker: at.read_opt("worker", self.worker, |it| Phrase::new(it).ok())?,
            people: at.small_opt("people", self.people)?.into(),
            waiting_since: self.waiting_since.to_jiff(),
            readiness: self.readiness,
            ground: self.ground,
            ground_date: self.ground_date.map(jiff_sqlx::Date::to_jiff),
        })
    }
}

const COLUMNS: &str = "p.reference, p.given, p.family, p.target_group, p.provider, p.worker, \
     p.people, p.waiting_since, p.readiness, p.ground, p.ground_date";

const FROM: &str = "from participant p where p.programme = $1 and p.goes_on_as is null and ($2 = '%%' \
     or case when $9 then p.search_reference else p.search end like $2 escape '\\') \
     and ($3 = '' or p.target_group = $3) and ($4 = '' or p.readiness = $4) \
     and ($5 = '' or p.provider = $5) and ($6 = '' or p.worker = $6) \
     and ($7 = '' or p.ground = $7) \
     and (not $8 or p.people is null or p.rent_limit is null or p.adaptation is null \
     or p.stairs is null or p.pets is null or p.smokes is null or p.sharing is null \
     or p.born is null)";

/// A page of files.
pub async fn list(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &Filter,
    sort: Sort,
    backwards: bool,
    window: Window,
) -> Result<Page<ListRow>, StoreError> {
    let like = pattern(&filter.words);
    let of_them = dialect::within_list(tx, "p.worker", "$11");
    let from = format!("{FROM} and {} and {of_them}", wished_in("$10"));
    let (rows, total) = paged!(
        tx,
        Row,
        window,
        (COLUMNS, &from, sort.columns(backwards)),
        programme.uuid(),
        like.as_str(),
        plain(&filter.group),
        plain(&filter.readiness),
        plain(&filter.provider),
        plain(&filter.worker),
        plain(&filter.ground),
        filter.open_questions,
        filter.reference_only,
        plain(&filter.area),
        list_of(&filter.caseload)
    );
    let rows = rows.into_iter().map(Row::into_row).collect::<Result<_, _>>()?;
    Ok(Page { rows, total })
}

/// How many files stand in each readiness, within a provider, a worker or several (empty: all).
pub async fn readiness_counts(
    tx: &mut Tx,
    programme: Id<Programme>,
    provider: &str,
    worker: &str,
    caseload: &[String],
) -> Result<BTreeMap<String, u64>, StoreError> {
    let sql = format!(
        "select readiness, count(*) from participant where programme = $1 and goes_on_as is null \
         and ($2 = '' or provider = $2) and ($3 = '' or worker = $3) and {} group by readiness",
        dialect::within_list(tx, "worker", "$4")
    );
    let rows = run!(
        tx,
        (String, i64),
        fetch_all,
        AssertSqlSafe(sql.as_str()),
        programme.uuid(),
        plain(provider),
        plain(worker),
        list_of(caseload)
    )?;
    Ok(rows.into_iter().map(|(code, n)| (code, u64::try_from(n).unwrap_or_default())).collect())
}

/// The files with these references, as list rows, by reference; unknown ones are left out.
pub async fn briefs(
    tx: &mut Tx,
    programme: Id<Programme>,
    references: &[&Reference],
) -> Result<BTreeMap<Reference, ListRow>, StoreError> {
    let wanted: Vec<&str> = references.iter().map(|it| it.as_str()).collect();
    let wanted = serde_json::json!(wanted).to_string();
    let sql = format!(
        "select {COLUMNS} from participant p where p.programme = $1 and {}",
        dialect::reference_in_list(tx)
    );
    let rows =
        run!(tx, Row, fetch_all, AssertSqlSafe(sql.as_str()), programme.uuid(), wanted.as_str())?;
    rows.into_iter().map(|row| row.into_row().map(|row| (row.reference.clone(), row))).collect()
}
