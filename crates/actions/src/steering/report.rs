//! The report for the steering group: made in one go, kept as it was, beside the one before.

use std::collections::BTreeMap;

use serde_json::json;
use sleutel_domain::{
    homes::Place,
    steering::{
        FEW, Warning,
        kept::{Figure, WorkAgreement},
        report::{Off, Stand},
    },
};
use sleutel_store::{
    flow::FlowFilter,
    reports::{self as rows, Figures, ReportLine, ReportRow},
};

use super::{
    kept::{self, KeptView},
    obstacles::{self, ObstacleQuery, Obstacles},
    places::{PlaceYears, Places, places},
    shares::days_left,
    so_far::{AGAINST, Line, Measured, YearSoFar, year_so_far},
};
use crate::{
    ActionError, App, FieldFault, Who,
    act::{Act, new_uuid},
    fields::Fields,
    flow::{Aim, aim_of},
    homes::MapArea,
    policy::{self, Action, Subject},
};

/// The figures of a report beside its lines, by name.
pub mod figure {
    /// Share-outs that wait for the steering group.
    pub const SHARES_OPEN: &str = "shares-open";
    /// Households of the groups that count which are ready for a home and have none.
    pub const WAITING: &str = "waiting";
    /// Obstacles that are not over.
    pub const OBSTACLES: &str = "obstacles";
    /// Of these, the ones whose day is over.
    pub const OBSTACLES_LATE: &str = "obstacles-late";
    /// What they cost together, people times weeks.
    pub const OBSTACLES_COST: &str = "obstacles-cost";
    /// How often a work agreement was kept; with a space and its code after it.
    pub const KEPT: &str = "kept";
    /// How often it had to be.
    pub const COUNTED: &str = "counted";
    /// How often it has to be kept, in percent.
    pub const TARGET: &str = "target";
}

/// What the lines of the three-month aim say: an offer in time, or keys.
pub mod aim {
    /// A suitable offer in time.
    pub const OFFER: &str = "offer";
    /// The keys in time.
    pub const KEYS: &str = "keys";
}

/// The parts of a report that lines belong to.
pub mod part {
    /// All groups that count.
    pub const TOTAL: &str = "total";
    /// A main group.
    pub const MAIN_GROUP: &str = "main-group";
    /// A target group.
    pub const GROUP: &str = "group";
    /// An association.
    pub const ASSOCIATION: &str = "association";
    /// One of the costliest obstacles, by number; what it costs in people times weeks stands as what
    /// is realised.
    pub const OBSTACLE: &str = "obstacle";
    /// One of the largest parts of the city; what it ends at is what it has room for.
    pub const AREA: &str = "area";
    /// One of them of which what was given is hidden.
    pub const AREA_HIDDEN: &str = "area-hidden";
    /// The three-month aim in a group of at least [`FEW`](sleutel_domain::steering::FEW) that can be
    /// judged, or of all where no group is named: `offer adults`, `keys`. What is realised is how often
    /// it was kept, where it ends how often it had to be; the band is that of the share with everybody
    /// counted as long as they were seen, in thousandths, and so is how sure.
    pub const AIM: &str = "aim";
    /// A main group in a year, as `2024 with-support`; or a year in all, as `2024`.
    pub const YEAR: &str = "year";
}

/// A report to make, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportDraft {
    /// About which year.
    pub year: String,
    /// What to say with it; may be blank.
    pub note: String,
}

/// The reports there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reports {
    /// The newest first.
    pub made: Vec<ReportRow>,
    /// Whether whoever looks may make one.
    pub may_make: bool,
}

/// A report as it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What it is.
    pub row: ReportRow,
    /// What was measured.
    pub lines: Vec<ReportLine>,
    /// The other figures, by the names in [`figure`].
    pub figures: Figures,
    /// The report before it about the same year, with what was measured then.
    pub before: Option<(ReportRow, Vec<ReportLine>)>,
}

/// The reports that were made.
pub async fn reports_of(app: &App, who: &Who) -> Result<Reports, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let made = rows::reports(&mut act.tx, act.programme).await?;
    let may_make = policy::may_for(who, Action::ChangeNumbers, Subject::default());
    Ok(Reports { made, may_make })
}

/// A report by its year and number, with the one before it.
pub async fn report(app: &App, who: &Who, year: i16, number: u32) -> Result<Report, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    let made = rows::reports(&mut act.tx, programme).await?;
    let of_year = |number: u32| made.iter().find(|it| (it.year, it.number) == (year, number));
    let row = of_year(number).ok_or(ActionError::NotFound)?.clone();
    let lines = rows::lines(&mut act.tx, programme, row.id).await?;
    let figures = rows::figures(&mut act.tx, programme, row.id).await?;
    let before = match number.checked_sub(1).and_then(of_year) {
        Some(before) => {
            Some((before.clone(), rows::lines(&mut act.tx, programme, before.id).await?))
        }
        None => None,
    };
    Ok(Report { row, lines, figures, before })
}

/// Makes the report about a year as it stands now, and keeps it. Gives its year and number.
pub async fn make_report(
    app: &App,
    who: &Who,
    draft: &ReportDraft,
) -> Result<(i16, u32), ActionError> {
    let year = draft.year.trim().parse().map_err(|_| ActionError::NotFound)?;
    let so_far = year_so_far(app, who, year, AGAINST).await?;
    let costly = ObstacleQuery { by_cost: true, ..ObstacleQuery::default() };
    let in_the_way = obstacles::list(app, who, &costly).await?;
    // Of a year that has not begun nothing is counted; it is refused below, at its field.
    let kept = kept::view(app, who, year.min(app.today().year()), None).await?;
    // As everybody who reads the report may see it.
    let city = places(app, who, year, false).await.map(|it| places_lines(&it));
    let mut act = app.begin_change(who, Action::ChangeNumbers).await?;
    let programme = act.programme;
    let mut fields = Fields::default();
    let note = fields.words("note", &draft.note);
    if year > act.today().year() {
        fields.bad("year", FieldFault::NotAChoice);
    }
    fields.done(Some(()))?;
    let mut lines = lines(&so_far);
    lines.extend(costliest(&in_the_way));
    lines.extend(city?);
    let aim = aim_of(&mut act, &FlowFilter::default(), Some(year), true).await?;
    lines.extend(aim_lines(&aim));
    let mut figures = figures(&mut act, &so_far).await?;
    figures.extend(obstacle_figures(&in_the_way));
    figures.extend(kept_figures(&kept));
    let made = rows::reports(&mut act.tx, programme).await?;
    let last = made.iter().filter(|it| it.year == year).map(|it| it.number).max();
    let row = ReportRow {
        id: new_uuid(),
        year,
        number: last.unwrap_or(0).saturating_add(1),
        on: act.today(),
        days_left: days_left(year, act.today()),
        against: so_far.against,
        agreement: so_far.agreement.as_ref().map(|it| it.version),
        note,
        actor: act.who.label(),
        at: act.at,
    };
    rows::add_report(&mut act.tx, programme, &row, &lines, &figures).await?;
    let detail = json!({
        "year": year, "number": row.number, "against": row.against, "lines": lines.len(),
        "realised": so_far.total.realised,
    });
    act.log("report", &format!("{year}/{}", row.number), &detail).await?;
    act.commit().await?;
    Ok((year, row.number))
}

async fn figures(act: &mut Act<'_>, so_far: &YearSoFar) -> Result<Figures, ActionError> {
    let waiting = sleutel_store::year::waiting(&mut act.tx, act.programme).await?;
    let counted = so_far.groups.iter().filter_map(|(what, _)| match what {
        Measured::Group(group) if group.counts => waiting.get(&group.code),
        Measured::Group(_) | Measured::MainGroup(_) | Measured::Association { .. } => None,
    });
    let open = i64::try_from(so_far.waiting.len()).unwrap_or(i64::MAX);
    Ok(BTreeMap::from([
        (figure::WAITING.to_owned(), counted.map(|it| i64::from(*it)).sum()),
        (figure::SHARES_OPEN.to_owned(), open),
    ]))
}

/// The largest parts of the city.
fn places_lines(city: &Places) -> Vec<ReportLine> {
    let areas = &city.city.areas;
    // The city itself is one part of a level of its own.
    let level = areas.chunk_by(|one, other| one.level == other.level).find(|it| it.len() > 1);
    let Some(level) = level.and_then(<[_]>::first).map(|it| it.level) else { return Vec::new() };
    let parts = areas.iter().zip(&city.parts).filter(|(area, _)| area.level == level);
    let line = |(area, part): (&MapArea, &PlaceYears)| {
        let Place::Area(code) = &area.place else { return None };
        let it = part.years.last()?;
        let agreed = (it.lower > 0 || it.upper.is_some()).then_some((it.lower, it.upper));
        let (name, realised) = match it.placed.count() {
            Some(placed) => (part::AREA, placed),
            None => (part::AREA_HIDDEN, 0),
        };
        let ends = realised.saturating_add(it.room.least().unwrap_or(0));
        Some(ReportLine {
            part: name.to_owned(),
            code: code.to_string(),
            name_nl: area.name.clone(),
            name_en: area.name.clone(),
            counts: true,
            stand: Stand { realised, ends, goal: agreed, off: None },
            band: (realised, ends),
            sure: None,
        })
    };
    parts.filter_map(line).collect()
}

/// The three-month aim of all and of each group that is large enough.
fn aim_lines(aim: &Aim) -> Vec<ReportLine> {
    let none = String::new;
    let groups = aim.groups.iter().map(|it| {
        let (nl, en) = (it.group.name_nl.to_string(), it.group.name_en.to_string());
        (format!(" {}", it.group.code), nl, en, it.row)
    });
    let all = std::iter::once((none(), none(), none(), aim.all)).chain(groups);
    let lines = all.flat_map(|(code, nl, en, row)| {
        [(aim::OFFER, row.offer), (aim::KEYS, row.keys)].map(|(what, within)| {
            let share = within.share.map(|it| [it.low, it.still, it.high].map(per_mille));
            let [low, still, high] = share.unwrap_or_default();
            ReportLine {
                part: part::AIM.to_owned(),
                code: format!("{what}{code}"),
                name_nl: nl.clone(),
                name_en: en.clone(),
                counts: true,
                stand: Stand { realised: within.kept, ends: within.judged, goal: None, off: None },
                band: (low.into(), high.into()),
                sure: share.map(|_| still),
            }
        })
    });
    lines.filter(|it| it.name_nl.is_empty() || it.stand.ends >= FEW).collect()
}

/// How many obstacles are named.
const COSTLIEST: usize = 5;

fn costliest(obstacles: &Obstacles) -> impl Iterator<Item = ReportLine> {
    obstacles.rows.iter().filter(|it| it.cost.is_some()).take(COSTLIEST).map(|it| {
        let weeks = it.cost.map_or(0, |it| it.person_weeks());
        let weeks = u32::try_from(weeks).unwrap_or(u32::MAX);
        ReportLine {
            part: part::OBSTACLE.to_owned(),
            code: it.number.to_string(),
            name_nl: it.title.to_string(),
            name_en: it.title.to_string(),
            counts: true,
            stand: Stand { realised: weeks, ends: weeks, goal: None, off: None },
            band: (weeks, weeks),
            sure: None,
        }
    })
}

fn obstacle_figures(obstacles: &Obstacles) -> [(String, i64); 3] {
    let weeks = i64::try_from(obstacles.sum.person_weeks).unwrap_or(i64::MAX);
    [
        (figure::OBSTACLES.to_owned(), obstacles.sum.standing.into()),
        (figure::OBSTACLES_LATE.to_owned(), obstacles.sum.overdue.into()),
        (figure::OBSTACLES_COST.to_owned(), weeks),
    ]
}

/// The name of a figure of a work agreement.
pub fn of_agreement(figure: &str, agreement: WorkAgreement) -> String {
    format!("{figure} {}", agreement.code())
}

/// How often the work agreements were kept; of those that are measured and may be shown.
fn kept_figures(kept: &KeptView) -> Vec<(String, i64)> {
    let mut all = Vec::new();
    for it in &kept.agreements {
        let Some(year) = it.year() else { continue };
        let name = |figure: &str| of_agreement(figure, it.agreement);
        all.push((name(figure::TARGET), year.target.percent.into()));
        if let Some(Figure::Shown(tally)) = year.kept.map(|it| it.whole) {
            all.push((name(figure::KEPT), tally.kept.into()));
            all.push((name(figure::COUNTED), tally.counted.into()));
        }
    }
    all
}

fn stand(line: &Line) -> Stand {
    Stand {
        realised: line.realised,
        ends: line.ends[1],
        goal: line.goal.map(|it| (it.least, it.most)),
        off: line.warning.map(|it| match it {
            Warning::Short { .. } => Off::Short,
            Warning::Over { .. } => Off::Over,
        }),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1,000")]
fn per_mille(chance: f64) -> u16 {
    (chance.clamp(0.0, 1.0) * 1_000.0).round() as u16
}

/// What a line is called: part, code, names, whether it counts.
fn called(what: &Measured) -> (&'static str, String, String, String, bool) {
    let none = String::new;
    match what {
        Measured::Group(it) => {
            let (nl, en) = (it.name_nl.to_string(), it.name_en.to_string());
            (part::GROUP, it.code.to_string(), nl, en, it.counts)
        }
        Measured::MainGroup(it) => (part::MAIN_GROUP, it.code().to_owned(), none(), none(), true),
        Measured::Association { code, name } => {
            (part::ASSOCIATION, code.to_string(), name.clone(), name.clone(), true)
        }
    }
}

fn lines(so_far: &YearSoFar) -> Vec<ReportLine> {
    let line = |(part, code, name_nl, name_en, counts): (&str, String, String, String, bool),
                line: &Line| ReportLine {
        part: part.to_owned(),
        code,
        name_nl,
        name_en,
        counts,
        stand: stand(line),
        band: (line.ends[0], line.ends[2]),
        sure: line.warning.map(|it| per_mille(it.chance())),
    };
    let nameless =
        |part: &'static str, code: String| (part, code, String::new(), String::new(), true);
    let measured = so_far.main_groups.iter().chain(&so_far.groups).chain(&so_far.associations);
    let mut all = vec![line(nameless(part::TOTAL, String::new()), &so_far.total)];
    all.extend(measured.map(|(what, it)| line(called(what), it)));
    for past in &so_far.before {
        let homes = |realised: u32, goal: Option<u32>| Line {
            realised,
            keys_to_come: 0,
            goal: goal.map(|it| super::Goal { least: it, most: Some(it) }),
            ends: [realised; 3],
            warning: None,
            year_before: None,
        };
        for (main, realised) in &past.realised {
            let code = format!("{} {}", past.year, main.code());
            all.push(line(nameless(part::YEAR, code), &homes(*realised, None)));
        }
        let total = past.realised.iter().map(|(_, homes)| homes).sum();
        let code = past.year.to_string();
        all.push(line(nameless(part::YEAR, code), &homes(total, past.agreed)));
    }
    all
}
