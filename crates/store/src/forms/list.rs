use std::collections::BTreeMap;

use sleutel_domain::{Id, OrganisationCode, Phrase, access::Programme, forms::FormStatus};
use sqlx::AssertSqlSafe;

use super::file::{FormFileRow, Row as FileRow};
use crate::{
    Page, StoreError, Tx, Window,
    db::run,
    dialect,
    listing::{paged, wished_in},
    rows::{At, list_of, pattern, plain},
};

/// Whose forms a list holds. Empty text of one of them lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormScope {
    /// Forms about people of this provider.
    pub provider: String,
    /// Forms about people of these support workers, by log-in name; empty means all.
    pub workers: Vec<String>,
    /// Forms that lie with this organisation: sent to it or in its treatment.
    pub receiver: String,
    /// Of the scope of a worker also what colleagues of the provider want checked.
    pub with_checks: bool,
}

/// Which forms are wanted. Empty text means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormFilter {
    /// Of one kind, by code.
    pub form: String,
    /// In one status.
    pub status: String,
    /// Of one support worker, by log-in name.
    pub owner: String,
    /// Words in a name of the household or in the reference.
    pub words: String,
    /// Look for the words in the reference only, for somebody who does not see names.
    pub reference_only: bool,
    /// Of people of one provider.
    pub provider: String,
    /// Of people of one target group.
    pub group: String,
    /// Of people with a wish for a place in this area.
    pub area: String,
}

/// A form in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormListRow {
    /// The form.
    pub file: FormFileRow,
    /// Given and family name of the head of the household.
    pub name: String,
    /// Who supports them.
    pub provider: OrganisationCode,
    /// The support worker's log-in name.
    pub worker: Option<Phrase>,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    file: FileRow,
    given: String,
    family: String,
    provider: String,
    worker: Option<String>,
}

impl Row {
    fn into_row(self) -> Result<FormListRow, StoreError> {
        let file = self.file.into_row()?;
        let key = file.reference.to_string();
        let at = At { table: "participant", key: &key };
        Ok(FormListRow {
            name: format!("{} {}", self.given, self.family),
            provider: at.read("provider", self.provider, |it| OrganisationCode::new(it).ok())?,
            worker: at.read_opt("worker", self.worker, |it| Phrase::new(it).ok())?,
            file,
        })
    }
}

const COLUMNS: &str = "f.id, f.reference, f.form, f.form_version, f.status, f.recipient, \
     f.started_by, f.started_at, f.changed_at, f.version, p.given, p.family, p.provider, p.worker";

const FROM: &str = "from form_file f join participant p \
     on p.programme = f.programme and p.reference = f.reference \
     where f.programme = $1 and ($2 = '' or p.provider = $2) \
     and ($4 = '' or (f.recipient = $4 and f.status in ('sent', 'received'))) \
     and ($5 = '' or f.form = $5) and ($6 = '' or p.worker = $6) \
     and ($7 = '' or f.status = $7) and ($9 = '%%' \
     or case when $10 then p.search_reference else p.search end like $9 escape '\\') \
     and ($11 = '' or p.provider = $11) and ($12 = '' or p.target_group = $12)";

fn from(tx: &Tx) -> String {
    format!("{FROM} and {} and {}", wished_in("$13"), of_workers(tx))
}

/// Runs a macro of queries with what scope and filter bind, in the order of [`FROM`].
macro_rules! filtered {
    ($run:ident!($($head:tt)*), $programme:expr, $scope:expr, $filter:expr) => {{
        let (scope, filter): (&FormScope, &FormFilter) = ($scope, $filter);
        let like = pattern(&filter.words);
        $run!(
            $($head)*,
            $programme.uuid(),
            plain(&scope.provider),
            list_of(&scope.workers),
            plain(&scope.receiver),
            plain(&filter.form),
            plain(&filter.owner),
            plain(&filter.status),
            scope.with_checks,
            like.as_str(),
            filter.reference_only,
            plain(&filter.provider),
            plain(&filter.group),
            plain(&filter.area)
        )
    }};
}

/// The part about support workers, which the two databases say in different words.
fn of_workers(tx: &Tx) -> String {
    let within = dialect::within_list(tx, "p.worker", "$3");
    format!("({within} or ($8 and f.status = 'check-asked'))")
}

/// A page of forms, last moved first.
pub async fn list(
    tx: &mut Tx,
    programme: Id<Programme>,
    scope: &FormScope,
    filter: &FormFilter,
    window: Window,
) -> Result<Page<FormListRow>, StoreError> {
    let from = from(tx);
    let order = "f.changed_at desc, f.id desc";
    let (rows, total) =
        filtered!(paged!(tx, Row, window, (COLUMNS, &from, order)), programme, scope, filter);
    let rows = rows.into_iter().map(Row::into_row).collect::<Result<_, _>>()?;
    Ok(Page { rows, total })
}

/// How many forms stand in each status, whatever status the filter names.
pub async fn form_counts(
    tx: &mut Tx,
    programme: Id<Programme>,
    scope: &FormScope,
    filter: &FormFilter,
) -> Result<BTreeMap<FormStatus, u64>, StoreError> {
    let filter = &FormFilter { status: String::new(), ..filter.clone() };
    let from = from(tx);
    let sql = format!("select f.status, count(*) {from} group by f.status");
    let rows = filtered!(
        run!(tx, (String, i64), fetch_all, AssertSqlSafe(sql.as_str())),
        programme,
        scope,
        filter
    )?;
    let at = At { table: "form_file", key: "" };
    rows.into_iter()
        .map(|(status, count)| {
            let status = at.read("status", status, |it| FormStatus::from_code(it))?;
            Ok((status, at.small("count", count)?))
        })
        .collect()
}
