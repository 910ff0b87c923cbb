//! The page of a round.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Who,
    policy::{self, Action},
    rounds::{self, LineView, RoundView, UnplacedFilter, Which},
};
use sleutel_domain::{AreaCode, Id, homes::Place, placement::Round};
use sleutel_store::{Window, placement::RoundStatus};

use super::{
    At,
    aside::{self, Before, Fixed, Other},
    asked::asked,
    filter::{self, PER_PAGE, choices},
    lines::{Around, Kept, Line, sees_people},
    list::status,
    names::{Names, district},
    proposed::{Proposed, proposed},
    refuse,
};
use crate::{
    Acting, Form, Page, Pager, Query,
    show::{Choice, Tone},
};

/// Who takes part, before anything is proposed.
#[derive(Debug)]
struct Standings {
    taking_part: usize,
    ask: usize,
    out: usize,
}

/// The page of a round.
#[derive(Debug, Template)]
#[template(path = "rounds/round.html")]
struct RoundPage {
    page: Page,
    base: String,
    /// The filters, to come back to, with their question mark.
    query: String,
    form: Form,
    tone: Tone,
    status: &'static str,
    open: bool,
    version: i64,
    about: String,
    last: String,
    step: usize,
    homes: usize,
    standings: Option<Standings>,
    proposed: Option<Proposed>,
    others: Vec<Other>,
    lines: Vec<Line>,
    pager: Pager,
    /// Lines left by the filters, and all of them.
    found: usize,
    total: usize,
    hidden: usize,
    fixed: Vec<Fixed>,
    before: Vec<Before>,
    groups: Vec<Choice>,
    associations: Vec<Choice>,
    districts: Vec<Choice>,
    states: Vec<Choice>,
    sorts: Vec<Choice>,
    reasons: Vec<String>,
    /// The part of the city the lines are narrowed to, by its code and its name.
    area: Option<(String, String)>,
    may_propose: bool,
    may_try: bool,
    may_change: bool,
    may_close: bool,
    may_export: bool,
    may_decide: bool,
    /// Lines the filters leave that this person may decide, on all pages.
    decidable: usize,
    sees_people: bool,
    alert: Option<Alert>,
    /// Lines ticked in the form for several, and its reason.
    ticked: BTreeSet<String>,
    many: Kept,
}

impl RoundPage {
    /// A count as the reader's language writes it.
    fn figure(&self, count: &usize) -> String {
        self.page.words.count(*count)
    }

    /// Whether there are lines to decide on other pages too.
    fn more_to_decide(&self) -> bool {
        self.decidable > self.lines.iter().filter(|it| it.may_decide).count()
    }
}

/// What somebody is told above the page.
#[derive(Debug, Clone)]
pub(super) struct Alert {
    pub text: String,
    pub items: Vec<String>,
}

/// What was typed in a form of the page and could not be done.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub pairs: Vec<String>,
    pub kept: Kept,
    /// It was the form for several lines.
    pub many: bool,
    pub alert: Option<Alert>,
}

/// `GET /rounds/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    RawQuery(raw): RawQuery,
) -> Response {
    answer(&app, &who, page, id, raw.as_deref(), StatusCode::OK, None).await
}

/// The page, with what was typed when something could not be done.
pub(super) async fn answer(
    app: &App,
    who: &Who,
    page: Page,
    id: Id<Round>,
    raw: Option<&str>,
    status: StatusCode,
    typed: Option<Typed>,
) -> Response {
    let query = Query::parse(raw);
    // Somebody whose form failed is shown what stands now, not the proposal they came from.
    let which = if typed.is_some() { Which::Newest } else { asked(&query) };
    let view = match rounds::view(app, who, id, which).await {
        Ok(view) => view,
        Err(error) => return refuse(&page, &error),
    };
    let standings = match standings(app, who, &view).await {
        Ok(standings) => standings,
        // A round without open homes or areas is a page too; it says what is missing.
        Err(ActionError::Hold(_)) => None,
        Err(error) => return refuse(&page, &error),
    };
    let shown = Shown { app, who, query: &query, raw: raw.unwrap_or_default(), standings };
    let view = shown.page(page, &view, typed.unwrap_or_default());
    view.page.render_with(status, &view)
}

async fn standings(
    app: &App,
    who: &Who,
    view: &RoundView,
) -> Result<Option<Standings>, ActionError> {
    if view.current.is_some() || !sees_people(who) {
        return Ok(None);
    }
    let (filter, window) = (UnplacedFilter::default(), Window { offset: 0, limit: 0 });
    let (_, counts) = rounds::standings(app, who, view.round.id, &filter, window).await?;
    let count = |code: &str| counts.get(code).copied().unwrap_or(0);
    Ok(Some(Standings { taking_part: count("in"), ask: count("ask"), out: count("out") }))
}

struct Shown<'a> {
    app: &'a App,
    who: &'a Who,
    query: &'a Query,
    raw: &'a str,
    standings: Option<Standings>,
}

impl Shown<'_> {
    fn page(self, page: Page, view: &RoundView, typed: Typed) -> RoundPage {
        let words = page.words;
        let names = Names::of_view(words, view);
        let open = view.round.status == RoundStatus::Open;
        let newest = view.outcomes.find(Which::Newest).map(|it| it.which());
        let live = open && newest == Some(view.which());
        let around = Around { words, zone: &self.app.zone, who: self.who, view, names, live };
        let wanted = filter::lines(self.query, view);
        let (lines, pager) = self.lines(&around, &wanted, &typed);
        let (tone, status) = status(view.round.status);
        let base = format!("/rounds/{}", view.round.id);
        let may = |action| policy::may(self.who, action);
        let page = page.called(view.round.name.as_str()).under("/rounds", "nav-rounds");
        let proposed = proposed(&around);
        RoundPage {
            query: if self.raw.is_empty() { String::new() } else { format!("?{}", self.raw) },
            form: filter::form(self.query),
            tone,
            status,
            open,
            version: view.round.version,
            about: aside::about(&page, view),
            last: aside::last(&around),
            step: match &proposed {
                None => 2,
                Some(it) if it.undecided == 0 && it.agreed > 0 => 4,
                Some(_) => 3,
            },
            homes: view.homes.len(),
            others: aside::others(&around),
            hidden: view.hidden,
            found: usize::try_from(pager.total).unwrap_or(usize::MAX),
            pager,
            total: view.lines.len(),
            fixed: aside::fixed(&around, open),
            before: aside::before(&around, open && may(Action::Decide)),
            groups: Self::groups(&around),
            associations: choices(view.lines.iter().map(|it| {
                let code = it.home.association.to_string();
                let name = around.association(&code);
                (code, name)
            })),
            districts: choices(view.lines.iter().filter_map(|it| {
                let place = district(&view.names, &it.home.neighbourhood)?;
                let name = view.names.name(&place);
                Some((name.clone(), name))
            })),
            states: ["undecided", "agreed", "rejected"]
                .into_iter()
                .zip(["rounds-state-undecided", "verdict-agreed", "verdict-rejected"])
                .map(|(value, key)| Choice::new(value, words.t(key)))
                .collect(),
            sorts: ["waiting", "fit", "street"]
                .into_iter()
                .zip(["rounds-sort-waiting", "rounds-sort-fit", "rounds-sort-street"])
                .map(|(value, key)| Choice::new(value, words.t(key)))
                .collect(),
            reasons: [
                "rounds-reason-fits",
                "rounds-reason-talked",
                "rounds-reason-not-now",
                "rounds-reason-support",
                "rounds-reason-place",
                "rounds-reason-other",
            ]
            .map(|key| words.t(key))
            .to_vec(),
            may_propose: open && may(Action::Propose),
            may_change: open && may(Action::ChangeRound),
            may_close: may(Action::CloseRound),
            may_export: may(Action::ExportRound) && view.current.is_some(),
            may_try: policy::may(self.who, Action::TryNumbers) && view.current.is_some(),
            may_decide: lines.iter().any(|line| line.may_decide),
            decidable: wanted.iter().filter(|it| decidable(&around, it)).count(),
            area: self.area(view),
            sees_people: sees_people(self.who),
            alert: typed.alert,
            ticked: if typed.many { typed.pairs.into_iter().collect() } else { BTreeSet::new() },
            many: if typed.many { typed.kept } else { Kept::default() },
            standings: self.standings,
            proposed,
            lines,
            base,
            page,
        }
    }

    fn lines(
        &self,
        around: &Around<'_>,
        wanted: &[&LineView],
        typed: &Typed,
    ) -> (Vec<Line>, Pager) {
        let pager = filter::pager(self.query, wanted);
        let lines = wanted
            .iter()
            .skip(usize::try_from(pager.offset()).unwrap_or(usize::MAX))
            .take(usize::try_from(PER_PAGE).unwrap_or(usize::MAX))
            .map(|it| {
                let mut line = around.line(it);
                if !typed.many && typed.pairs.contains(&line.pair) {
                    line.kept = Some(typed.kept.clone());
                }
                line
            })
            .collect();
        (lines, pager)
    }

    fn groups(around: &Around<'_>) -> Vec<Choice> {
        choices(around.view.lines.iter().map(|it| {
            let code = &it.household.group;
            (code.to_string(), around.names.group_name(code))
        }))
    }

    fn area(&self, view: &RoundView) -> Option<(String, String)> {
        let code = AreaCode::new(self.query.get("area")).ok()?;
        let place = Place::Area(code.clone());
        view.names.knows(&place).then(|| (code.to_string(), view.names.name(&place)))
    }
}

/// Whether somebody may decide a line now.
fn decidable(around: &Around<'_>, line: &LineView) -> bool {
    around.live && line.may_decide && line.decision.is_none()
}
