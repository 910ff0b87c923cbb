//! Who stands where, and where it jams.

use std::collections::BTreeMap;

use jiff::{Span, civil::Date};
use sleutel_domain::{
    RouteCode, StepCode,
    access::Party,
    routes::{Route, RouteSet, Step},
};
use sleutel_store::flow::{self as rows, FlowFilter, NowRow, TrafficRow};

use super::within_reach;
use crate::{ActionError, App, Who, policy::Action};

/// Over how many days what came in and what went out is counted. Ours.
pub const TRAFFIC_DAYS: i32 = 90;

/// Files in a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepNow {
    /// Which.
    pub step: StepCode,
    /// Whose step it is; unknown of a step that is not in the newest version of the road.
    pub owner: Option<Party>,
    /// How many stand in it, those that rest among them.
    pub files: u32,
    /// How many of them rest.
    pub rests: u32,
    /// How many are over a last day.
    pub late: u32,
    /// Days over it, of all of those together.
    pub days_late: u32,
    /// Days over it, of the one that is most.
    pub longest: u32,
    /// How many came into the step in the last [`TRAFFIC_DAYS`] days.
    pub came: u32,
    /// How many went out of it in those days.
    pub went: u32,
}

/// A road with what stands on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoadNow {
    /// Which.
    pub route: RouteCode,
    /// Its newest version.
    pub version: u16,
    /// Its steps in the order of the road, those without files too.
    pub steps: Vec<StepNow>,
}

impl RoadNow {
    /// How many files are on it.
    pub fn files(&self) -> u32 {
        self.steps.iter().map(|it| it.files).sum()
    }

    /// How many of them are over a last day.
    pub fn late(&self) -> u32 {
        self.steps.iter().map(|it| it.late).sum()
    }
}

/// Who stands where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    /// The roads that are asked for, in the order they are shown.
    pub roads: Vec<RoadNow>,
}

/// A step where files wait longer than agreed, or where more come in than go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jam {
    /// The road, and its newest version.
    pub route: (RouteCode, u16),
    /// The step with its figures.
    pub now: StepNow,
}

impl StepNow {
    fn empty(step: StepCode, owner: Option<Party>) -> Self {
        Self {
            step,
            owner,
            files: 0,
            rests: 0,
            late: 0,
            days_late: 0,
            longest: 0,
            came: 0,
            went: 0,
        }
    }

    /// How many more came in than went out; below nought when it empties.
    pub fn grows(&self) -> i64 {
        i64::from(self.came) - i64::from(self.went)
    }

    fn count(&mut self, row: &NowRow, today: Date) {
        self.files += row.files;
        if row.rests {
            self.rests += row.files;
        }
        let over = row.due.filter(|due| *due < today).map(|due| {
            u32::try_from(due.until(today).map_or(0, |it| it.get_days())).unwrap_or_default()
        });
        if let Some(days) = over {
            self.late += row.files;
            self.days_late = self.days_late.saturating_add(days.saturating_mul(row.files));
            self.longest = self.longest.max(days);
        }
    }
}

/// The newest version of each road, or of the one that is asked for.
fn newest<'a>(routes: &'a RouteSet, asked: &str) -> Vec<&'a Route> {
    let codes = routes.codes().into_iter().filter(|it| asked.is_empty() || it.as_str() == asked);
    codes.filter_map(|code| routes.versions(code).last()).collect()
}

fn of_road(
    route: &Route,
    standing: &[NowRow],
    traffic: &[TrafficRow],
    today: Date,
) -> Result<RoadNow, ActionError> {
    let named = |it: &Step| StepNow::empty(it.code.clone(), Some(it.owner));
    let mut steps: Vec<StepNow> = route.steps.iter().map(named).collect();
    let code = route.code.as_str();
    for row in standing.iter().filter(|it| it.route == code) {
        // A step of an older version stands behind those of the newest.
        let at = match steps.iter().position(|it| it.step.as_str() == row.step) {
            Some(at) => at,
            None => {
                let step = StepCode::new(&row.step)
                    .map_err(|error| ActionError::Internal(error.to_string()))?;
                steps.push(StepNow::empty(step, None));
                steps.len() - 1
            }
        };
        if let Some(step) = steps.get_mut(at) {
            step.count(row, today);
        }
    }
    for row in traffic.iter().filter(|it| it.route == code) {
        if let Some(step) = steps.iter_mut().find(|it| it.step.as_str() == row.step) {
            (step.came, step.went) = (row.came, row.went);
        }
    }
    Ok(RoadNow { route: route.code.clone(), version: route.version.get(), steps })
}

/// Who stands in which step today, of the files within reach.
pub async fn now(app: &App, who: &Who, filter: &FlowFilter) -> Result<Now, ActionError> {
    let mut act = app.look(who, Action::ListCases).await?;
    let (programme, today) = (act.programme, act.today());
    let filter = within_reach(who, filter);
    let since = today.saturating_sub(Span::new().days(TRAFFIC_DAYS));
    let standing = rows::now(&mut act.tx, programme, &filter).await?;
    let traffic = rows::traffic(&mut act.tx, programme, &filter, since).await?;
    let roads = newest(&app.routes, &filter.route);
    let roads = roads.into_iter().map(|it| of_road(it, &standing, &traffic, today));
    Ok(Now { roads: roads.collect::<Result<_, _>>()? })
}

/// The steps where it jams, the worst first: by the days over the term of all files in it together,
/// then by how many more came in than went out. A step where nothing is late and nothing piles up is
/// left out, and so is living there itself, which ends no sooner for being pressed.
pub fn jams(app: &App, now: &Now) -> Vec<Jam> {
    let kinds: BTreeMap<(&str, &str), &str> = app
        .routes
        .all()
        .iter()
        .flat_map(|route| {
            let steps = route.steps.iter();
            steps.map(|it| ((route.code.as_str(), it.code.as_str()), it.kind.code()))
        })
        .collect();
    let mut all: Vec<Jam> = Vec::new();
    for road in &now.roads {
        for step in &road.steps {
            let kind = kinds.get(&(road.route.as_str(), step.step.as_str()));
            let lives_there = kind == Some(&"evaluation");
            let piles_up = step.grows() > 0 && step.files > 0 && !lives_there;
            if step.days_late > 0 || piles_up {
                let route = (road.route.clone(), road.version);
                all.push(Jam { route, now: step.clone() });
            }
        }
    }
    all.sort_by(|a, b| {
        let (a, b) = (&a.now, &b.now);
        b.days_late.cmp(&a.days_late).then(b.grows().cmp(&a.grows())).then(b.files.cmp(&a.files))
    });
    all
}
