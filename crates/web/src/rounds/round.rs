//! The page of a round.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    App, Who,
    policy::{self, Action},
    rounds::{self, Given, LineView, RoundView, UnplacedFilter},
};
use sleutel_domain::{
    Id,
    placement::{Round, Verdict},
};
use sleutel_store::{Window, placement::RoundStatus};

use super::{
    At,
    lines::{Around, Decided, Kept, Line, Person, Use, moment, sees_people},
    list::status,
    names::{Names, address, district, home_facts},
    refuse,
    summary::{Reached, goals},
};
use crate::{
    Acting, Form, Page, Pager, Query,
    listing::encode,
    show::{Choice, Tone},
};

/// Lines on one page: a round of a usual week fits on one.
const PER_PAGE: u32 = 150;

/// A pin or a ban.
#[derive(Debug)]
struct Fixed {
    id: String,
    kind: String,
    home: String,
    person: Person,
    reason: String,
    by: String,
    may_lift: bool,
}

/// A home that stays empty.
#[derive(Debug)]
struct Empty {
    vacancy: String,
    address: String,
    place: String,
    facts: String,
    why: String,
    pin: Option<String>,
}

/// A home that two proposals give to others.
#[derive(Debug)]
struct Differs {
    home: String,
    here: String,
    there: String,
}

/// A decision that is not on a line in sight.
#[derive(Debug)]
struct Before {
    home: String,
    person: Person,
    decided: Decided,
}

/// Who takes part, before anything is proposed.
#[derive(Debug)]
struct Standings {
    taking_part: usize,
    ask: usize,
    out: usize,
}

/// What is known once something is proposed.
#[derive(Debug)]
struct Proposed {
    id: String,
    number: i64,
    newest: i64,
    made: String,
    engine: String,
    fingerprint: String,
    proven: bool,
    homes: usize,
    placed: usize,
    empty_count: usize,
    unplaced: usize,
    to_ask: usize,
    goals: Vec<Reached>,
    shortfalls: Vec<String>,
    broken: Vec<String>,
    /// Room in the whole city, and the share of each group.
    city: Vec<String>,
    uses: Vec<Use>,
    empty: Vec<Empty>,
    compared: Option<(i64, Vec<Differs>)>,
    undecided: usize,
    agreed: usize,
    rejected: usize,
}

/// Another proposal of the round.
#[derive(Debug)]
struct Other {
    href: String,
    words: String,
    current: bool,
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
    may_propose: bool,
    may_change: bool,
    may_close: bool,
    may_export: bool,
    may_decide: bool,
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
    let number = if typed.is_some() { None } else { query.get("proposal").parse().ok() };
    let view = match rounds::view(app, who, id, number).await {
        Ok(view) => view,
        Err(error) => return refuse(&page, &error),
    };
    let standings = match standings(app, who, &view).await {
        Ok(standings) => standings,
        // A round without open homes or areas is a page too; it says what is missing.
        Err(sleutel_actions::ActionError::Hold(_)) => None,
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
) -> Result<Option<Standings>, sleutel_actions::ActionError> {
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
        let newest = view.proposals.first().map(|it| it.number);
        let open = view.round.status == RoundStatus::Open;
        let live = open && view.current.as_ref().map(|(row, _)| row.number) == newest;
        let around = Around { words, zone: &self.app.zone, who: self.who, view, names, live };
        let (lines, pager) = self.lines(&around, &typed);
        let (tone, status) = status(view.round.status);
        let base = format!("/rounds/{}", view.round.id);
        let may = |action| policy::may(self.who, action);
        let page = page.called(view.round.name.as_str()).under("/rounds", "nav-rounds");
        let proposed = self.proposed(&around);
        RoundPage {
            query: if self.raw.is_empty() { String::new() } else { format!("?{}", self.raw) },
            form: filters(self.query),
            tone,
            status,
            open,
            version: view.round.version,
            about: about(&page, view),
            last: last(&around),
            step: match &proposed {
                None => 2,
                Some(it) if it.undecided == 0 && it.agreed > 0 => 4,
                Some(_) => 3,
            },
            homes: view.homes.len(),
            others: others(&around, newest),
            hidden: view.hidden,
            found: usize::try_from(pager.total).unwrap_or(usize::MAX),
            pager,
            total: view.lines.len(),
            fixed: fixed(&around, open),
            before: view
                .decided_before
                .iter()
                .map(|(row, household)| Before {
                    home: names.address(&row.vacancy),
                    person: around.person(household),
                    decided: around.decided(row, open && household.may_open && may(Action::Decide)),
                })
                .collect(),
            groups: self.groups(&around),
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
            may_decide: lines.iter().any(|line| line.may_decide),
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

    fn lines(&self, around: &Around<'_>, typed: &Typed) -> (Vec<Line>, Pager) {
        let mut wanted: Vec<&LineView> =
            around.view.lines.iter().filter(|line| self.wanted(around.view, line)).collect();
        match self.query.get("sort") {
            "waiting" => wanted.sort_by_key(|it| std::cmp::Reverse(it.placement.weeks_waited)),
            "fit" => wanted.sort_by_key(|it| std::cmp::Reverse(it.placement.fit.total())),
            "street" => wanted.sort_by_key(|it| address(&it.home)),
            _ => {}
        }
        let total = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
        let pager = Pager::new(self.query, total, PER_PAGE);
        let lines = wanted
            .into_iter()
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

    fn wanted(&self, view: &RoundView, line: &LineView) -> bool {
        let is = |name: &str, value: &str| {
            let wanted = self.query.get(name);
            wanted.is_empty() || wanted == value
        };
        let state = line.decision.as_ref().map_or("undecided", |it| it.verdict.code());
        let part = district(&view.names, &line.home.neighbourhood)
            .map(|place| view.names.name(&place))
            .unwrap_or_default();
        is("state", state)
            && is("group", line.household.group.as_str())
            && is("association", line.home.association.as_str())
            && is("district", &part)
            && (self.query.get("ground").is_empty() || line.placement.on_ground)
    }

    fn groups(&self, around: &Around<'_>) -> Vec<Choice> {
        choices(around.view.lines.iter().map(|it| {
            let code = &it.household.group;
            (code.to_string(), around.names.group_name(code))
        }))
    }

    fn proposed(&self, around: &Around<'_>) -> Option<Proposed> {
        let (view, words) = (around.view, around.words);
        let (row, solved) = view.current.as_ref()?;
        let proposal = &solved.proposal;
        let state = |verdict: Option<Verdict>| {
            view.lines
                .iter()
                .filter(|it| it.decision.as_ref().map(|it| it.verdict) == verdict)
                .count()
        };
        let wide = view.hidden == 0 && sees_people(self.who);
        Some(Proposed {
            id: row.id.to_string(),
            number: row.number,
            newest: view.proposals.first().map_or(row.number, |it| it.number),
            made: words.t_with(
                "rounds-made-by",
                &[
                    ("who", row.actor.as_str().into()),
                    ("when", moment(words, row.at, around.zone).into()),
                ],
            ),
            engine: row.engine.clone(),
            fingerprint: row.fingerprint.clone(),
            proven: row.proven,
            homes: solved.input.homes.len(),
            placed: proposal.placements.len(),
            empty_count: proposal.empty.len(),
            unplaced: proposal.unplaced.len(),
            to_ask: view.why_counts.get("ask-first").copied().unwrap_or(0),
            goals: goals(words, proposal),
            shortfalls: proposal
                .shortfalls
                .iter()
                .map(|it| words.shortfall(it, &around.names))
                .collect(),
            broken: if wide {
                proposal
                    .pins_broken
                    .iter()
                    .map(|(person, home)| {
                        words.t_with(
                            "rounds-pin-broken",
                            &[
                                ("person", person.as_str().into()),
                                ("home", around.names.address(home).into()),
                            ],
                        )
                    })
                    .collect()
            } else {
                Vec::new()
            },
            city: around.city(&proposal.bounds),
            uses: proposal
                .bounds
                .iter()
                .filter(|it| matches!(it.bound, sleutel_domain::placement::Bound::Group(_)))
                .map(|it| around.bound(it))
                .collect(),
            empty: proposal.empty.iter().filter_map(|it| self.empty(around, it)).collect(),
            compared: view.compared.as_ref().map(|it| {
                let name = |given: &Given| match given {
                    Given::Nobody => words.t("rounds-nobody"),
                    Given::Another => words.t("rounds-another"),
                    Given::To(household) => around.person(household).label,
                };
                let lines = it
                    .lines
                    .iter()
                    .map(|line| Differs {
                        home: around.names.address(&line.vacancy),
                        here: name(&line.here),
                        there: name(&line.there),
                    })
                    .collect();
                (it.with, lines)
            }),
            undecided: state(None),
            agreed: state(Some(Verdict::Agreed)),
            rejected: state(Some(Verdict::Rejected)),
        })
    }

    fn empty(
        &self,
        around: &Around<'_>,
        it: &sleutel_domain::placement::EmptyHome,
    ) -> Option<Empty> {
        let home = around.view.homes.get(&it.vacancy)?;
        let pin = (around.live && policy::may(self.who, Action::Fix)).then(|| {
            format!(
                "/rounds/{}/fix?home={}&kind=pin",
                around.view.round.id,
                encode(it.vacancy.as_str())
            )
        });
        Some(Empty {
            vacancy: it.vacancy.to_string(),
            address: address(home),
            place: around.names.place_of(home),
            facts: home_facts(around.words, home).join(" · "),
            why: around.words.why_empty(&it.why, &around.names),
            pin,
        })
    }
}

/// The filters as the form shows them.
fn filters(query: &Query) -> Form {
    ["state", "group", "association", "district", "ground", "sort"]
        .into_iter()
        .fold(Form::new(), |form, name| form.filled(name, query.get(name)))
}

fn choices(all: impl Iterator<Item = (String, String)>) -> Vec<Choice> {
    let by_code: BTreeMap<String, String> = all.collect();
    let mut list: Vec<Choice> =
        by_code.into_iter().map(|(code, name)| Choice::new(code, name)).collect();
    list.sort_by(|a, b| a.label.cmp(&b.label));
    list
}

pub(super) fn about(page: &Page, view: &RoundView) -> String {
    page.words.t_with(
        "rounds-about",
        &[
            ("date", page.date(&view.round.held_on).into()),
            ("homes", view.homes.len().into()),
            ("lot", super::lot::of_round(page.words, &view.round).into()),
            ("spare", view.round.spare_rooms.into()),
        ],
    )
}

/// Who did what last, of what can be seen.
fn last(around: &Around<'_>) -> String {
    let (view, words) = (around.view, around.words);
    let mut all = vec![(view.round.created_at, &view.round.created_by, "rounds-last-made")];
    all.extend(view.proposals.first().map(|it| (it.at, &it.actor, "rounds-last-proposed")));
    let fixings = view.fixings.iter().map(|it| &it.fixing);
    all.extend(fixings.map(|it| (it.at, &it.actor, "rounds-last-fixed")));
    let decisions = view.lines.iter().filter_map(|it| it.decision.as_ref());
    let decisions = decisions.chain(view.decided_before.iter().map(|(row, _)| row));
    all.extend(decisions.map(|it| (it.at, &it.actor, "rounds-last-decided")));
    let Some((at, actor, key)) = all.into_iter().max_by_key(|it| it.0) else {
        return String::new();
    };
    let when = moment(words, at, around.zone);
    words.t_with(key, &[("who", actor.into()), ("when", when.into())])
}

fn others(around: &Around<'_>, newest: Option<i64>) -> Vec<Other> {
    let current = around.view.current.as_ref().map(|(row, _)| row.number);
    around
        .view
        .proposals
        .iter()
        .map(|it| Other {
            href: if Some(it.number) == newest {
                format!("/rounds/{}", around.view.round.id)
            } else {
                format!("/rounds/{}?proposal={}", around.view.round.id, it.number)
            },
            words: around.words.t_with(
                "rounds-proposal-line",
                &[
                    ("number", it.number.into()),
                    ("when", moment(around.words, it.at, around.zone).into()),
                    ("who", it.actor.as_str().into()),
                    ("placed", it.placed.into()),
                ],
            ),
            current: Some(it.number) == current,
        })
        .collect()
}

fn fixed(around: &Around<'_>, open: bool) -> Vec<Fixed> {
    around
        .view
        .fixings
        .iter()
        .map(|it| {
            let when = moment(around.words, it.fixing.at, around.zone);
            let actor = it.fixing.actor.as_str();
            Fixed {
                id: it.fixing.id.to_string(),
                kind: around.words.name(&it.fixing.kind),
                home: around.names.address(&it.fixing.vacancy),
                person: around.person(&it.household),
                reason: it.fixing.reason.to_string(),
                by: around
                    .words
                    .t_with("rounds-by", &[("who", actor.into()), ("when", when.into())]),
                may_lift: open && it.may_lift,
            }
        })
        .collect()
}
