//! What came of a what-if, on what it rests, and whether it is right.

use askama::Template;
use axum::{extract::State, response::Response};
use sleutel_actions::{
    App,
    policy::{self, Action},
    what_if::{
        self, Band, Measure, Outcome, PolicyName, Progress, Replication, WhatIfCheck, WhatIfRow,
        WhatIfState, WhatIfView,
    },
};
use sleutel_words::Words;

use super::{
    At, HOME, again_in,
    list::{Badge, badge, progress_words},
    names::{self, Taken},
    parts::{self, Both, By},
    pictures::{FIRST, Picture, Series, band_in_words, with_difference},
    refuse,
};
use crate::{
    Acting, Page,
    access::{actor_words, moment},
    show::Tab,
    steering,
};

/// How many others are offered to lay beside one.
const BESIDE: usize = 5;

/// A policy with a figure in each cell.
#[derive(Debug)]
pub(super) struct Figures {
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<(String, Vec<String>)>,
}

/// What came of it.
#[derive(Debug)]
struct Came {
    answers: Vec<String>,
    first: Vec<Picture>,
    more: Vec<Picture>,
    parts: Both,
    end: Figures,
    balance: String,
    balanced: bool,
    totals: Figures,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "steering/what_if/show.html")]
struct ShowPage {
    page: Page,
    tabs: Vec<Tab>,
    id: String,
    made: String,
    state: Badge,
    /// How far it is, in words and as done of all.
    progress: Option<(String, usize, usize)>,
    stopped: bool,
    fault: Option<String>,
    came: Option<Came>,
    /// Which history it began with.
    history: Option<String>,
    /// Group and road, when the policy of each is its own.
    mix: Vec<(String, String)>,
    changed: Vec<Taken>,
    taken: Vec<Taken>,
    checked: Option<(bool, String)>,
    checking: bool,
    /// Others to lay beside it, newest first: address and name.
    others: Vec<(String, String)>,
    may_run: bool,
}

/// `GET /steering/what-if/{id}`.
pub(super) async fn show(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
) -> Response {
    let view = match what_if::view(&app, &who, id).await {
        Ok(view) => view,
        Err(error) => return refuse(&page, &error),
    };
    let others = match what_if::list(&app, &who, None).await {
        Ok((all, _)) => all,
        Err(error) => return refuse(&page, &error),
    };
    let others = others.into_iter().map(|it| it.row);
    let others = others.filter(|it| it.id != id && it.state == WhatIfState::Done).take(BESIDE);
    let beside =
        |it: WhatIfRow| (format!("{HOME}/compare?run={id}&run={}", it.id), it.name.to_string());
    let page = page.called(view.row.name.as_str()).under(HOME, "what-if-title");
    let words = page.words;
    let state = badge(view.row.state, view.progress.filter(|_| !view.checking));
    let under_way = view.progress.is_some();
    let made = made(&app, words, &view);
    let came = view.outcome.as_ref().map(|outcome| came(&page, &view, outcome));
    let groups = names::groups(&view);
    let shown = ShowPage {
        tabs: steering::tabs(&page, HOME),
        id: id.to_string(),
        history: view.asked.history.as_ref().map(|it| {
            let values = [
                ("day", words.date(it.day).into()),
                ("fingerprint", it.fingerprint.as_str().into()),
                ("known", it.rows.len().into()),
            ];
            words.t_with("calibration-kept-with", &values)
        }),
        made,
        stopped: state.key == "what-if-stopped",
        state,
        progress: view.progress.map(|it| {
            let (done, all) = match it {
                Progress::InLine { .. } => (0, 1),
                Progress::Running { done, all } => (done, all),
            };
            (progress_words(&page, it), done, all)
        }),
        fault: view.row.fault.as_ref().map(|code| fault(words, code)),
        came,
        mix: mix(words, &view),
        changed: view.asked.changes().map(|it| names::taken(words, groups, it)).collect(),
        taken: view.asked.assumptions.iter().map(|it| names::taken(words, groups, it)).collect(),
        checked: view.row.checked.as_ref().map(|it| (it.same, checked(&app, words, &view, it))),
        checking: view.checking,
        others: others.map(beside).collect(),
        may_run: policy::may(&who, Action::RunWhatIf),
        page,
    };
    let answer = shown.page.render(&shown);
    if under_way { again_in(answer, "2") } else { answer }
}

fn made(app: &App, words: Words, view: &WhatIfView) -> String {
    let row = &view.row;
    let values = [
        ("who", actor_words(words, &row.actor).into()),
        ("when", moment(words, row.at, &app.zone).into()),
        ("replications", row.replications.into()),
        ("seed", row.seed.to_string().into()),
        ("uncertain", if row.uncertain { "yes".into() } else { "no".into() }),
        ("engine", row.engine.as_str().into()),
        ("table", row.assumptions.as_str().into()),
    ];
    words.t_with("what-if-made", &values)
}

fn fault(words: Words, code: &str) -> String {
    let key = format!("what-if-fault-{code}");
    let why = if words.has(&key) { words.t(&key) } else { words.t("what-if-fault-internal") };
    words.t_with("what-if-failed-why", &[("why", why.into())])
}

fn checked(app: &App, words: Words, view: &WhatIfView, check: &WhatIfCheck) -> String {
    let mut values = vec![
        ("who", actor_words(words, &check.by).into()),
        ("when", moment(words, check.at, &app.zone).into()),
    ];
    let key = if check.same {
        "what-if-check-same"
    } else if check.engine == view.row.engine {
        "what-if-check-other"
    } else {
        values.push(("engine", check.engine.as_str().into()));
        "what-if-check-other-engine"
    };
    words.t_with(key, &values)
}

/// The lines of an outcome, one a policy.
pub(super) fn series<'a>(
    words: Words,
    policies: &[PolicyName],
    years: usize,
    outcome: &'a Outcome,
) -> Vec<Series<'a>> {
    let one = |(at, policy): (usize, &PolicyName)| Series {
        name: names::policy(words, *policy),
        look: at,
        years,
        band: Box::new(move |year, measure| outcome.band(at, year, measure)),
    };
    policies.iter().enumerate().map(one).collect()
}

fn came(page: &Page, view: &WhatIfView, outcome: &Outcome) -> Came {
    let words = page.words;
    let policies = view.asked.policies();
    let years = usize::try_from(view.asked.years).unwrap_or(0);
    let lines = series(words, &policies, years, outcome);
    let first = policies.first().map(|it| names::policy(words, *it)).unwrap_or_default();
    let differences: Vec<Series<'_>> = policies
        .iter()
        .enumerate()
        .skip(1)
        .map(|(at, policy)| Series {
            name: names::policy(words, *policy),
            look: at,
            years,
            band: Box::new(move |year, measure| outcome.difference(at, 0, year, measure)),
        })
        .collect();
    let picture = |it: Measure| with_difference(page, it, &lines, &first, &differences);
    let by = |by: By| {
        let series = parts::series(words, view, by, 0, |it| names::policy(words, it));
        parts::pictures(page, by, &parts::parts(words, view, by), &series)
    };
    let replications = outcome.variants.iter().flatten();
    let count = replications.clone().count();
    let wrong = replications.filter(|it| !balances(it)).count();
    Came {
        answers: answers(words, view, &policies, outcome),
        first: FIRST.into_iter().map(picture).collect(),
        more: Measure::ALL.into_iter().filter(|it| !FIRST.contains(it)).map(picture).collect(),
        parts: Both { groups: by(By::Group), areas: by(By::Area) },
        end: end(words, &policies, outcome),
        balanced: wrong == 0,
        balance: if wrong == 0 {
            page.t1("what-if-balance-all", "count", count)
        } else {
            page.t2("what-if-balance-not", "wrong", wrong, "count", count)
        },
        totals: totals(words, &policies, outcome),
    }
}

/// Nobody was lost on the way.
fn balances(it: &Replication) -> bool {
    let totals = it.totals;
    totals.entered == totals.left + totals.in_system
        && totals.by_state.iter().sum::<u64>() == totals.in_system
}

/// The road of each group, when there is a policy that takes them.
pub(super) fn mix(words: Words, view: &WhatIfView) -> Vec<(String, String)> {
    let groups = view.asked.groups().iter().filter(|_| view.asked.is_mixed());
    let named = groups.filter_map(|it| {
        let road = names::road(words, it.road()?, it.with_support);
        Some((names::group(words, names::groups(view), &it.code), road))
    });
    named.collect()
}

/// Who gets a home with which policy, and how long people wait.
fn answers(
    words: Words,
    view: &WhatIfView,
    policies: &[PolicyName],
    outcome: &Outcome,
) -> Vec<String> {
    let long = names::years(words, &view.asked);
    let named =
        |at: usize| policies.get(at).map(|it| names::policy(words, *it)).unwrap_or_default();
    let housed = |it: &Replication| it.sum(Measure::Housed);
    let said = |key: &str, at: usize, [low, middle, high]: [f64; 3]| {
        let figure = |it: f64| words.decimal(it, 0).into();
        let mut values = vec![
            ("policy", named(at).into()),
            ("years", long.as_str().into()),
            ("low", figure(low)),
            ("middle", figure(middle)),
            ("high", figure(high)),
        ];
        if at > 0 {
            values.push(("first", named(0).into()));
        }
        words.t_with(key, &values)
    };
    let mut answers = Vec::new();
    for at in 1..policies.len() {
        let Some(band) = outcome.spread_of_difference(at, 0, housed) else { continue };
        answers.push(if band.low >= 0.5 {
            said("what-if-answer-more", at, [band.low, band.middle, band.high])
        } else if band.high <= -0.5 {
            said("what-if-answer-fewer", at, [-band.high, -band.middle, -band.low])
        } else {
            said("what-if-answer-same", at, [band.low, band.middle, band.high])
        });
    }
    if policies.len() == 1
        && let Some(band) = outcome.spread(0, housed)
    {
        answers.push(said("what-if-answer-one", 0, [band.low, band.middle, band.high]));
    }
    let years = usize::try_from(view.asked.years).unwrap_or(0);
    let each = |key: &str, times: f64, digits: usize, year: usize, measure: Measure| {
        let bands = (0..policies.len()).map(|at| outcome.band(at, year, measure));
        let bands: Option<Vec<Band>> = bands.collect();
        let list = bands?.into_iter().enumerate().map(|(at, band)| {
            let figure = |it: f64| words.decimal(times * it, digits).into();
            let values = [
                ("policy", named(at).into()),
                ("low", figure(band.low)),
                ("middle", figure(band.middle)),
                ("high", figure(band.high)),
            ];
            words.t_with(key, &values)
        });
        Some(words.list(&list.collect::<Vec<_>>()))
    };
    if let Some(last) = years.checked_sub(1)
        && let Some(list) = each("what-if-answer-waiting-of", 1.0, 0, last, Measure::Waiting)
    {
        answers.push(words.t_with("what-if-answer-waiting", &[("list", list.into())]));
    }
    // Of the last year that everybody was watched long enough.
    let time = (0..years).rev().find_map(|year| {
        Some((year, each("what-if-answer-time-of", 12.0, 1, year, Measure::TimeWaited)?))
    });
    answers.push(match time {
        Some((year, list)) => {
            let values = [("year", (year + 1).into()), ("list", list.into())];
            words.t_with("what-if-answer-time", &values)
        }
        None => words.t_with("what-if-answer-no-time", &[("years", long.as_str().into())]),
    });
    answers
}

fn heads(words: Words, policies: &[PolicyName]) -> Vec<String> {
    policies.iter().map(|it| names::policy(words, *it)).collect()
}

fn cell(words: Words, band: Option<Band>) -> String {
    band.map_or_else(
        || words.t("what-if-no-figure"),
        |it| band_in_words(words, [it.low, it.middle, it.high], 0),
    )
}

/// Where everybody is at the end.
fn end(words: Words, policies: &[PolicyName], outcome: &Outcome) -> Figures {
    let rows = what_if::State::ALL.into_iter().enumerate().map(|(at, state)| {
        let cells = (0..policies.len()).map(|variant| {
            let there = |it: &Replication| it.totals.by_state.get(at).map(|it| *it as f64);
            cell(words, outcome.spread(variant, there))
        });
        (names::state(words, state), cells.collect())
    });
    Figures { heads: heads(words, policies), rows: rows.collect() }
}

/// Who came in, who left, who is still there.
fn totals(words: Words, policies: &[PolicyName], outcome: &Outcome) -> Figures {
    type Of = fn(&Replication) -> u64;
    let of: [(&str, Of); 3] = [
        ("what-if-balance-entered", |it| it.totals.entered),
        ("what-if-balance-left", |it| it.totals.left),
        ("what-if-balance-there", |it| it.totals.in_system),
    ];
    let rows = of.into_iter().map(|(key, figure)| {
        let cells = (0..policies.len())
            .map(|variant| cell(words, outcome.spread(variant, |it| Some(figure(it) as f64))));
        (words.t(key), cells.collect())
    });
    Figures { heads: heads(words, policies), rows: rows.collect() }
}
