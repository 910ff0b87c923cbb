//! Reports for the steering group: the figures as they were when a report was made. Nothing in
//! them is ever changed.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, LongText,
    access::Programme,
    steering::report::{Off, Stand},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, time},
};

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// Its identifier.
    pub id: Uuid,
    /// The year it is about.
    pub year: i16,
    /// From 1 within the year.
    pub number: u32,
    /// The day it was made.
    pub on: Date,
    /// Days of the year that were left.
    pub days_left: u32,
    /// The margin of its warnings, in percent.
    pub against: u8,
    /// The version of the year's agreement that held.
    pub agreement: Option<u32>,
    /// What somebody wrote with it.
    pub note: Option<LongText>,
    /// Who made it, with their organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

/// Something measured in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLine {
    /// What kind of thing: `total`, `main-group`, `group`, `association`, `year`.
    pub part: String,
    /// Which of them.
    pub code: String,
    /// What it was called in Dutch; empty where the code says it.
    pub name_nl: String,
    /// And in English.
    pub name_en: String,
    /// Whether it counts in the number of the year.
    pub counts: bool,
    /// How it stood.
    pub stand: Stand,
    /// One in ten ends below this, and one in ten above.
    pub band: (u32, u32),
    /// How sure the warning was, in thousandths.
    pub sure: Option<u16>,
}

/// Figures by name.
pub type Figures = BTreeMap<String, i64>;

#[derive(sqlx::FromRow)]
struct ReportTuple {
    id: Uuid,
    year: i64,
    number: i64,
    made_on: jiff_sqlx::Date,
    days_left: i64,
    against: i64,
    agreement: Option<i64>,
    note: Option<String>,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

/// All reports of a programme, the newest first.
pub async fn reports(tx: &mut Tx, programme: Id<Programme>) -> Result<Vec<ReportRow>, StoreError> {
    let rows = run!(
        tx,
        ReportTuple,
        fetch_all,
        "select id, year, number, made_on, days_left, against, agreement, note, actor, at \
         from steering_report where programme = $1 order by at desc, year desc, number desc",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{} {}", row.year, row.number);
            let at = At { table: "steering_report", key: &key };
            Ok(ReportRow {
                id: row.id,
                year: at.small("year", row.year)?,
                number: at.small("number", row.number)?,
                on: row.made_on.to_jiff(),
                days_left: at.small("days_left", row.days_left)?,
                against: at.small("against", row.against)?,
                agreement: at.small_opt("agreement", row.agreement)?,
                note: at.read_opt("note", row.note, |it| LongText::new(it).ok())?,
                actor: row.actor,
                at: row.at.to_jiff(),
            })
        })
        .collect()
}

/// Keeps a report. [`StoreError::Exists`] when the year has that number.
pub async fn add_report(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &ReportRow,
    lines: &[ReportLine],
    figures: &Figures,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into steering_report (id, programme, year, number, made_on, days_left, against, \
         agreement, note, actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        row.id,
        programme.uuid(),
        i64::from(row.year),
        i64::from(row.number),
        date(row.on),
        i64::from(row.days_left),
        i64::from(row.against),
        row.agreement.map(i64::from),
        row.note.as_ref().map(LongText::as_str),
        row.actor.as_str(),
        time(row.at)?
    )?;
    for line in lines {
        add_line(tx, programme, row.id, line).await?;
    }
    for (name, value) in figures {
        exec!(
            tx,
            "insert into steering_report_figure (report, programme, name, value) \
             values ($1, $2, $3, $4)",
            row.id,
            programme.uuid(),
            name.as_str(),
            *value
        )?;
    }
    Ok(())
}

async fn add_line(
    tx: &mut Tx,
    programme: Id<Programme>,
    report: Uuid,
    line: &ReportLine,
) -> Result<(), StoreError> {
    let Stand { realised, ends, goal, off } = line.stand;
    exec!(
        tx,
        "insert into steering_report_line (report, programme, part, code, name_nl, name_en, \
         counts, realised, least, most, ends_low, ends_middle, ends_high, warning, sure) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        report,
        programme.uuid(),
        line.part.as_str(),
        line.code.as_str(),
        line.name_nl.as_str(),
        line.name_en.as_str(),
        line.counts,
        i64::from(realised),
        goal.map(|(least, _)| i64::from(least)),
        goal.and_then(|(_, most)| most).map(i64::from),
        i64::from(line.band.0),
        i64::from(ends),
        i64::from(line.band.1),
        off.map(Off::code),
        line.sure.map(i64::from)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct LineTuple {
    part: String,
    code: String,
    name_nl: String,
    name_en: String,
    counts: bool,
    realised: i64,
    least: Option<i64>,
    most: Option<i64>,
    ends_low: i64,
    ends_middle: i64,
    ends_high: i64,
    warning: Option<String>,
    sure: Option<i64>,
}

impl LineTuple {
    fn into_line(self, report: Uuid) -> Result<ReportLine, StoreError> {
        let key = format!("{report} {} {}", self.part, self.code);
        let at = At { table: "steering_report_line", key: &key };
        let least: Option<u32> = at.small_opt("least", self.least)?;
        let most = at.small_opt("most", self.most)?;
        Ok(ReportLine {
            stand: Stand {
                realised: at.small("realised", self.realised)?,
                ends: at.small("ends_middle", self.ends_middle)?,
                goal: least.map(|least| (least, most)),
                off: at.read_opt("warning", self.warning, Off::from_code)?,
            },
            band: (at.small("ends_low", self.ends_low)?, at.small("ends_high", self.ends_high)?),
            sure: at.small_opt("sure", self.sure)?,
            part: self.part,
            code: self.code,
            name_nl: self.name_nl,
            name_en: self.name_en,
            counts: self.counts,
        })
    }
}

/// What was measured in a report, by part and code.
pub async fn lines(
    tx: &mut Tx,
    programme: Id<Programme>,
    report: Uuid,
) -> Result<Vec<ReportLine>, StoreError> {
    let rows = run!(
        tx,
        LineTuple,
        fetch_all,
        "select part, code, name_nl, name_en, counts, realised, least, most, ends_low, \
         ends_middle, ends_high, warning, sure from steering_report_line \
         where programme = $1 and report = $2 order by part, code",
        programme.uuid(),
        report
    )?;
    rows.into_iter().map(|row| row.into_line(report)).collect()
}

#[derive(sqlx::FromRow)]
struct FigureTuple {
    name: String,
    value: i64,
}

/// The other figures of a report.
pub async fn figures(
    tx: &mut Tx,
    programme: Id<Programme>,
    report: Uuid,
) -> Result<Figures, StoreError> {
    let rows = run!(
        tx,
        FigureTuple,
        fetch_all,
        "select name, value from steering_report_figure where programme = $1 and report = $2",
        programme.uuid(),
        report
    )?;
    Ok(rows.into_iter().map(|row| (row.name, row.value)).collect())
}
