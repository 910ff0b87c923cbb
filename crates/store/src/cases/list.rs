use jiff::{Span, civil::Date};
use sleutel_domain::{
    GroupCode, Id, OrganisationCode, Phrase, Reference, RouteCode, StepCode, VacancyCode,
    access::{Party, Programme},
};
use sqlx::AssertSqlSafe;

use crate::{
    Page, StoreError, Tx, Window,
    db::run,
    dialect,
    listing::{home_or_wish_in, paged},
    rows::{At, date, list_of, pattern, plain},
};

/// Which files are wanted. Empty text means all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFilter {
    /// Words in a name of the household or in the reference.
    pub words: String,
    /// Look for the words in the reference only, for somebody who may not see names.
    pub reference_only: bool,
    /// `open`, `paused` or `ended`.
    pub standing: String,
    /// On one road.
    pub route: String,
    /// In one step.
    pub step: String,
    /// Who has the ball: a party, or `support` for what a provider does for itself and for
    /// the person. For the municipality an objection counts too.
    pub owner: String,
    /// Of one provider.
    pub provider: String,
    /// Of one support worker.
    pub worker: String,
    /// Of one of these support workers; empty means all.
    pub caseload: Vec<String>,
    /// With a home of one association.
    pub association: String,
    /// Of one target group.
    pub group: String,
    /// With the home that is offered or taken in this area; while there is none, of households
    /// with a wish for a place in it.
    pub area: String,
    /// `overdue`, `week` (from today to a week from now), `month` (to a month from now), `later`
    /// (after a week) or `none`.
    pub term: String,
    /// Only what the municipality decides: a decision that is open, or an objection.
    pub decisions: bool,
    /// The day terms are looked at.
    pub today: Date,
}

impl CaseFilter {
    /// Every file, looked at on this day.
    pub fn on(today: Date) -> Self {
        Self {
            words: String::new(),
            reference_only: false,
            standing: String::new(),
            route: String::new(),
            step: String::new(),
            owner: String::new(),
            provider: String::new(),
            worker: String::new(),
            caseload: Vec::new(),
            association: String::new(),
            group: String::new(),
            area: String::new(),
            term: String::new(),
            decisions: false,
            today,
        }
    }
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CaseSort {
    /// What is due first; without a term last.
    #[default]
    Due,
    /// Reference.
    Reference,
    /// Road and step.
    Step,
    /// Longest in its step first.
    Since,
}

impl CaseSort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Due, Self::Reference, Self::Step, Self::Since];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Reference => "reference",
            Self::Step => "step",
            Self::Since => "since",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    fn columns(self, backwards: bool) -> &'static str {
        match (self, backwards) {
            (Self::Due, false) => {
                "case when c.next_due is null then 1 else 0 end, c.next_due, c.reference, c.id"
            }
            (Self::Due, true) => {
                "case when c.next_due is null then 1 else 0 end, c.next_due desc, c.reference, c.id"
            }
            (Self::Reference, false) => "c.reference, c.id",
            (Self::Reference, true) => "c.reference desc, c.id",
            (Self::Step, false) => "c.route, coalesce(c.step, ''), c.reference, c.id",
            (Self::Step, true) => "c.route desc, coalesce(c.step, '') desc, c.reference, c.id",
            (Self::Since, false) => "coalesce(c.since, c.began), c.reference, c.id",
            (Self::Since, true) => "coalesce(c.since, c.began) desc, c.reference, c.id",
        }
    }
}

/// A file in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseListRow {
    /// Whose.
    pub reference: Reference,
    /// Given name of the head.
    pub given: String,
    /// Family name of the head.
    pub family: String,
    /// The group it counts for; a row from here has one.
    pub group: Option<GroupCode>,
    /// Who supports them.
    pub provider: OrganisationCode,
    /// The support worker's log-in name.
    pub worker: Option<Phrase>,
    /// The road.
    pub route: RouteCode,
    /// Its version.
    pub version: u16,
    /// `open`, `paused` or `ended`.
    pub standing: String,
    /// The open step.
    pub step: Option<StepCode>,
    /// Who has the ball.
    pub owner: Option<Party>,
    /// Since when the step is open.
    pub since: Option<Date>,
    /// The last day of the step.
    pub due: Option<Date>,
    /// The last day to answer an objection.
    pub objection_due: Option<Date>,
    /// The first last day of anything that waits.
    pub next_due: Option<Date>,
    /// Whether the term was put off.
    pub extended: bool,
    /// The home that is offered, accepted or lived in.
    pub vacancy: Option<VacancyCode>,
    /// How many events there are: what an act on the file has to name.
    pub changes: u32,
}

#[derive(sqlx::FromRow)]
struct Row {
    reference: String,
    given: String,
    family: String,
    target_group: String,
    provider: String,
    worker: Option<String>,
    route: String,
    version: i64,
    standing: String,
    step: Option<String>,
    owner: Option<String>,
    since: Option<jiff_sqlx::Date>,
    due: Option<jiff_sqlx::Date>,
    objection_due: Option<jiff_sqlx::Date>,
    next_due: Option<jiff_sqlx::Date>,
    extended: bool,
    vacancy: Option<String>,
    changes: i64,
}

impl Row {
    fn into_row(self) -> Result<CaseListRow, StoreError> {
        let key = self.reference.clone();
        let at = At { table: "case_file", key: &key };
        Ok(CaseListRow {
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            given: self.given,
            family: self.family,
            group: Some(at.read("target_group", self.target_group, |it| GroupCode::new(it).ok())?),
            provider: at.read("provider", self.provider, |it| OrganisationCode::new(it).ok())?,
            worker: at.read_opt("worker", self.worker, |it| Phrase::new(it).ok())?,
            route: at.read("route", self.route, |it| RouteCode::new(it).ok())?,
            version: at.small("version", self.version)?,
            standing: self.standing,
            step: at.read_opt("step", self.step, |it| StepCode::new(it).ok())?,
            owner: at.read_opt("owner", self.owner, Party::from_code)?,
            since: self.since.map(jiff_sqlx::Date::to_jiff),
            due: self.due.map(jiff_sqlx::Date::to_jiff),
            objection_due: self.objection_due.map(jiff_sqlx::Date::to_jiff),
            next_due: self.next_due.map(jiff_sqlx::Date::to_jiff),
            extended: self.extended,
            vacancy: at.read_opt("vacancy", self.vacancy, |it| VacancyCode::new(it).ok())?,
            changes: at.small("changes", self.changes)?,
        })
    }
}

const FROM: &str = "from case_file c \
     join participant p on p.programme = c.programme and p.reference = c.reference \
     where c.programme = $1 and ($2 = '%%' \
     or case when $3 then p.search_reference else p.search end like $2 escape '\\') \
     and ($4 = '' or c.standing = $4) and ($5 = '' or c.route = $5) \
     and ($6 = '' or c.step = $6) \
     and ($7 = '' or c.owner = $7 \
     or ($7 = 'support' and c.owner in ('provider', 'participant', 'third-person')) \
     or ($7 = 'municipality' and c.objection_due is not null)) \
     and ($8 = '' or p.provider = $8) and ($9 = '' or p.worker = $9) \
     and ($10 = '' or c.association = $10) \
     and ($11 = '' or ($11 = 'overdue' and c.next_due < $12) \
     or ($11 = 'week' and c.next_due >= $12 and c.next_due <= $13) \
     or ($11 = 'month' and c.next_due >= $12 and c.next_due <= $14) \
     or ($11 = 'later' and c.next_due > $13) or ($11 = 'none' and c.next_due is null)) \
     and (not $15 or (c.standing = 'open' and c.kind = 'decision') \
     or c.objection_due is not null) and ($16 = '' or p.target_group = $16)";

const COLUMNS: &str = "c.reference, p.given, p.family, p.target_group, p.provider, p.worker, \
     c.route, c.version, c.standing, c.step, c.owner, c.since, c.due, c.objection_due, \
     c.next_due, c.extended, c.vacancy, c.changes";

fn from(tx: &Tx) -> String {
    let of_them = dialect::within_list(tx, "p.worker", "$18");
    format!("{FROM} and {} and {of_them}", home_or_wish_in("c.vacancy", "$17"))
}

/// Runs a macro of queries with what the filter binds, in the order of [`FROM`].
macro_rules! filtered {
    ($run:ident!($($head:tt)*), $programme:expr, $filter:expr) => {{
        let filter: &CaseFilter = $filter;
        let like = pattern(&filter.words);
        let days = |span: Span| date(filter.today.saturating_add(span));
        $run!(
            $($head)*,
            $programme.uuid(),
            like.as_str(),
            filter.reference_only,
            plain(&filter.standing),
            plain(&filter.route),
            plain(&filter.step),
            plain(&filter.owner),
            plain(&filter.provider),
            plain(&filter.worker),
            plain(&filter.association),
            plain(&filter.term),
            date(filter.today),
            days(Span::new().days(7)),
            days(Span::new().months(1)),
            filter.decisions,
            plain(&filter.group),
            plain(&filter.area),
            list_of(&filter.caseload)
        )
    }};
}

/// A page of files.
pub async fn list_cases(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &CaseFilter,
    sort: CaseSort,
    backwards: bool,
    window: Window,
) -> Result<Page<CaseListRow>, StoreError> {
    let (from, order) = (from(tx), sort.columns(backwards));
    let (rows, total) =
        filtered!(paged!(tx, Row, window, (COLUMNS, &from, order)), programme, filter);
    let rows = rows.into_iter().map(Row::into_row).collect::<Result<_, _>>()?;
    Ok(Page { rows, total })
}

/// How many files there are, and how many of them are late.
pub async fn case_counts(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &CaseFilter,
) -> Result<(u64, u64), StoreError> {
    let from = from(tx);
    let sql = format!("select count(*), count(case when c.next_due < $12 then 1 end) {from}");
    let (total, late): (i64, i64) =
        filtered!(run!(tx, (i64, i64), fetch_one, AssertSqlSafe(sql.as_str())), programme, filter)?;
    let count = |it: i64| u64::try_from(it).unwrap_or_default();
    Ok((count(total), count(late)))
}
