use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, OrganisationCode, Phrase, Reference,
    access::{Account, HandOver, Programme},
};
use uuid::Uuid;

use crate::{
    Page, StoreError, Tx, Window,
    db::{exec, run},
    rows::{At, date, plain, time},
};

/// A hand-over of files as it was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverRow {
    /// Its identifier.
    pub id: Id<HandOver>,
    /// The provider.
    pub organisation: OrganisationCode,
    /// Log-in name of the support worker the files came from; blank for files nobody had.
    pub from: String,
    /// The day it holds from.
    pub on: Date,
    /// What was said about all of them.
    pub note: Option<Phrase>,
    /// Who did it.
    pub account: Option<Id<Account>>,
    /// The same in words.
    pub actor: String,
    /// When.
    pub at: Timestamp,
    /// When and by whom it was undone.
    pub undone: Option<(Timestamp, String)>,
    /// The files, by reference.
    pub files: Vec<HandedRow>,
}

/// A file that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedRow {
    /// Whose.
    pub reference: Reference,
    /// Log-in name of the support worker it went to.
    pub to: String,
    /// What was said about this one.
    pub note: Option<Phrase>,
    /// Version of the file right after.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    organisation: String,
    from_worker: String,
    on_date: jiff_sqlx::Date,
    note: Option<String>,
    account: Option<Uuid>,
    actor: String,
    at: jiff_sqlx::Timestamp,
    undone_at: Option<jiff_sqlx::Timestamp>,
    undone_by: Option<String>,
}

type FileTuple = (String, String, Option<String>, i64);

impl Row {
    fn into_row(self, files: Vec<FileTuple>) -> Result<HandOverRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "hand_over", key: &key };
        let code = |it: &String| OrganisationCode::new(it).ok();
        let file = |(reference, to, note, version): FileTuple| {
            let at = At { table: "handed_file", key: &key };
            Ok(HandedRow {
                reference: at.read("reference", reference, |it| Reference::new(it).ok())?,
                to,
                note: at.read_opt("note", note, |it| Phrase::new(it).ok())?,
                version,
            })
        };
        Ok(HandOverRow {
            id: Id::new(self.id),
            organisation: at.read("organisation", self.organisation, code)?,
            from: self.from_worker,
            on: self.on_date.to_jiff(),
            note: at.read_opt("note", self.note, |it| Phrase::new(it).ok())?,
            account: self.account.map(Id::new),
            actor: self.actor,
            at: self.at.to_jiff(),
            undone: self.undone_at.map(|it| (it.to_jiff(), self.undone_by.unwrap_or_default())),
            files: files.into_iter().map(file).collect::<Result<_, StoreError>>()?,
        })
    }
}

macro_rules! hand_over_columns {
    ($rest:literal) => {
        concat!(
            "select h.id, h.organisation, h.from_worker, h.on_date, h.note, h.account, h.actor, ",
            "h.at, h.undone_at, h.undone_by from hand_over h ",
            $rest
        )
    };
}

async fn with_files(tx: &mut Tx, rows: Vec<Row>) -> Result<Vec<HandOverRow>, StoreError> {
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let files = run!(
            tx,
            FileTuple,
            fetch_all,
            "select reference, to_worker, note, version from handed_file where hand_over = $1 \
             order by reference",
            row.id
        )?;
        all.push(row.into_row(files)?);
    }
    Ok(all)
}

/// Keeps a hand-over with its files.
pub async fn add_hand_over(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &HandOverRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into hand_over (id, programme, organisation, from_worker, on_date, note, account, \
         actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        row.id.uuid(),
        programme.uuid(),
        row.organisation.as_str(),
        row.from.as_str(),
        date(row.on),
        row.note.as_ref().map(Phrase::as_str),
        row.account.map(Id::uuid),
        row.actor.as_str(),
        time(row.at)?
    )?;
    for file in &row.files {
        exec!(
            tx,
            "insert into handed_file (hand_over, programme, reference, to_worker, note, version) \
             values ($1, $2, $3, $4, $5, $6)",
            row.id.uuid(),
            programme.uuid(),
            file.reference.as_str(),
            file.to.as_str(),
            file.note.as_ref().map(Phrase::as_str),
            file.version
        )?;
    }
    Ok(())
}

/// One hand-over.
pub async fn hand_over(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<HandOver>,
) -> Result<Option<HandOverRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        hand_over_columns!("where h.programme = $1 and h.id = $2"),
        programme.uuid(),
        id.uuid()
    )?;
    Ok(with_files(tx, rows).await?.pop())
}

/// A page of hand-overs, last first; of one organisation, and of one worker who gave, got or
/// did it. Empty texts mean all.
pub async fn hand_overs(
    tx: &mut Tx,
    programme: Id<Programme>,
    organisation: &str,
    worker: &str,
    window: Window,
) -> Result<Page<HandOverRow>, StoreError> {
    macro_rules! condition {
        () => {
            "where h.programme = $1 and ($2 = '' or h.organisation = $2) \
             and ($3 = '' or h.from_worker = $3 or exists (select 1 from handed_file f \
             where f.hand_over = h.id and f.to_worker = $3))"
        };
    }
    let rows = run!(
        tx,
        Row,
        fetch_all,
        concat!(
            hand_over_columns!(""),
            condition!(),
            " order by h.at desc, h.id desc limit $4 offset $5"
        ),
        programme.uuid(),
        plain(organisation),
        plain(worker),
        i64::from(window.limit),
        i64::from(window.offset)
    )?;
    let (total,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        concat!("select count(*) from hand_over h ", condition!()),
        programme.uuid(),
        plain(organisation),
        plain(worker)
    )?;
    let rows = with_files(tx, rows).await?;
    Ok(Page { rows, total: u64::try_from(total).unwrap_or_default() })
}

/// The hand-overs a file was part of, last first; with that file only.
pub async fn hand_overs_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Vec<HandOverRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        hand_over_columns!(
            "join handed_file f on f.hand_over = h.id \
             where h.programme = $1 and f.programme = $1 and f.reference = $2 \
             order by h.at desc, h.id desc"
        ),
        programme.uuid(),
        reference.as_str()
    )?;
    let mut rows = with_files(tx, rows).await?;
    rows.iter_mut().for_each(|row| row.files.retain(|it| it.reference == *reference));
    Ok(rows)
}

/// Marks a hand-over as undone. Gives whether it had not been before.
pub async fn mark_undone(
    tx: &mut Tx,
    id: Id<HandOver>,
    actor: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update hand_over set undone_at = $2, undone_by = $3 where id = $1 and undone_at is null",
        id.uuid(),
        time(at)?,
        actor
    )?;
    Ok(touched > 0)
}

/// The log-in names that files of a provider carry, with how many; blank for those that carry
/// none. By log-in name.
pub async fn workers_with_files(
    tx: &mut Tx,
    programme: Id<Programme>,
    organisation: &str,
) -> Result<Vec<(String, u32)>, StoreError> {
    let rows: Vec<(String, i64)> = run!(
        tx,
        (String, i64),
        fetch_all,
        "select coalesce(worker, ''), count(*) from participant \
         where programme = $1 and provider = $2 and goes_on_as is null \
         group by coalesce(worker, '') \
         order by coalesce(worker, '')",
        programme.uuid(),
        plain(organisation)
    )?;
    Ok(rows
        .into_iter()
        .map(|(worker, count)| (worker, u32::try_from(count).unwrap_or(u32::MAX)))
        .collect())
}

/// A file in somebody's caseload, with what is open in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Whose.
    pub reference: Reference,
    /// Given name of the head.
    pub given: String,
    /// Family name of the head.
    pub family: String,
    /// The word for where they stand.
    pub readiness: String,
    /// Version of the file.
    pub version: i64,
    /// The first term that runs on its road.
    pub next_due: Option<Date>,
    /// Forms that are not with their receiver.
    pub forms: u32,
    /// Agreements that wait for signatures or for the first day.
    pub agreements: u32,
    /// Tasks that are not done.
    pub tasks: u32,
}

#[derive(sqlx::FromRow)]
struct CarriedRow {
    reference: String,
    given: String,
    family: String,
    readiness: String,
    version: i64,
    next_due: Option<jiff_sqlx::Date>,
    forms: i64,
    agreements: i64,
    tasks: i64,
}

/// The files that carry a log-in name, blank for those that carry none, by name.
pub async fn carried(
    tx: &mut Tx,
    programme: Id<Programme>,
    organisation: &str,
    worker: &str,
) -> Result<Vec<Carried>, StoreError> {
    let rows = run!(
        tx,
        CarriedRow,
        fetch_all,
        "select p.reference, p.given, p.family, p.readiness, p.version, \
         (select min(c.next_due) from case_file c where c.programme = p.programme \
         and c.reference = p.reference and c.standing <> 'ended') as next_due, \
         (select count(*) from form_file f where f.programme = p.programme \
         and f.reference = p.reference \
         and f.status in ('draft', 'check-asked', 'checked', 'returned')) as forms, \
         (select count(*) from agreement a where a.programme = p.programme \
         and a.household = p.reference \
         and a.state in ('drafted', 'offered', 'signed')) as agreements, \
         (select count(*) from task t where t.programme = p.programme \
         and t.reference = p.reference and t.organisation = p.provider \
         and t.done_at is null) as tasks \
         from participant p where p.programme = $1 and p.provider = $2 \
         and p.goes_on_as is null and coalesce(p.worker, '') = $3 order by p.sort_name, p.reference",
        programme.uuid(),
        plain(organisation),
        plain(worker)
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.reference.clone();
            let at = At { table: "participant", key: &key };
            Ok(Carried {
                reference: at.read("reference", row.reference, |it| Reference::new(it).ok())?,
                given: row.given,
                family: row.family,
                readiness: row.readiness,
                version: row.version,
                next_due: row.next_due.map(jiff_sqlx::Date::to_jiff),
                forms: at.small("forms", row.forms)?,
                agreements: at.small("agreements", row.agreements)?,
                tasks: at.small("tasks", row.tasks)?,
            })
        })
        .collect()
}

/// Something somebody did, as the log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The word for the action.
    pub action: String,
    /// The kind of thing.
    pub subject_kind: String,
    /// Which one.
    pub subject: String,
    /// When.
    pub at: Timestamp,
}

/// What somebody did to single things from a moment on, oldest first; views are among it.
pub async fn done_since(
    tx: &mut Tx,
    programme: Id<Programme>,
    account: Id<Account>,
    since: Timestamp,
) -> Result<Vec<Done>, StoreError> {
    let rows: Vec<(String, String, String, jiff_sqlx::Timestamp)> = run!(
        tx,
        (String, String, String, jiff_sqlx::Timestamp),
        fetch_all,
        "select action, subject_kind, subject, at from audit_line where programme = $1 \
         and account = $2 and at >= $3 and subject <> '' order by seq",
        programme.uuid(),
        account.uuid(),
        time(since)?
    )?;
    Ok(rows
        .into_iter()
        .map(|(action, subject_kind, subject, at)| Done {
            action,
            subject_kind,
            subject,
            at: at.to_jiff(),
        })
        .collect())
}
