//! Several what-ifs side by side.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App,
    what_if::{self, MOST_COMPARED, Measure, PolicyName, WhatIfView},
};
use sleutel_domain::Id;
use sleutel_words::Words;

use super::{
    HOME,
    chart::MOST_LINES,
    names,
    parts::{self, Bars, Both, By},
    pictures::{FIRST, Picture, Series, picture},
    refuse,
    show::{Figures, mix},
};
use crate::{Acting, Page, Query, show::Tab, steering};

/// The page.
#[derive(Debug, Template)]
#[template(path = "steering/what_if/compare.html")]
struct ComparePage {
    page: Page,
    tabs: Vec<Tab>,
    /// Address and name of each.
    runs: Vec<(String, String)>,
    /// Why there are no pictures, or not of all.
    told: Option<String>,
    first: Vec<Picture>,
    more: Vec<Picture>,
    parts: Both,
    inputs: Figures,
}

/// `GET /steering/what-if/compare?run=…&run=…`.
pub(super) async fn show(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let mut ids: Vec<Id<what_if::WhatIf>> = Vec::new();
    for id in query.all("run").into_iter().filter_map(|it| it.parse().ok().map(Id::new)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let many = ids.len() > MOST_COMPARED;
    ids.truncate(MOST_COMPARED);
    let views = match what_if::compare(&app, &who, &ids).await {
        Ok(views) => views,
        Err(error) => return refuse(&page, &error),
    };
    let page = page.titled("what-if-compare-title").under(HOME, "what-if-title");
    let words = page.words;
    let (done, unfinished): (Vec<_>, Vec<_>) =
        views.iter().partition(|view| view.outcome.is_some());
    let series = series(words, &done);
    let told = if done.len() < 2 || many {
        Some(page.t("what-if-compare-few"))
    } else if series.len() > MOST_LINES {
        Some(page.t2("what-if-compare-many", "lines", series.len(), "most", MOST_LINES))
    } else if unfinished.is_empty() {
        None
    } else {
        let list: Vec<String> = unfinished.iter().map(|it| it.row.name.to_string()).collect();
        Some(page.t1("what-if-compare-unfinished", "list", words.list(&list)))
    };
    let fits = done.len() > 1 && series.len() <= MOST_LINES;
    let drawn = |measures: Vec<Measure>| -> Vec<Picture> {
        if !fits {
            return Vec::new();
        }
        measures.into_iter().map(|it| picture(&page, it, &series)).collect()
    };
    let first = drawn(FIRST.to_vec());
    let more = drawn(Measure::ALL.into_iter().filter(|it| !FIRST.contains(it)).collect());
    let by = |by: By| if fits { of_parts(&page, &done, by) } else { Vec::new() };
    let run = |it: &&WhatIfView| (format!("{HOME}/{}", it.row.id), it.row.name.to_string());
    let view = ComparePage {
        tabs: steering::tabs(&page, HOME),
        runs: done.iter().map(run).collect(),
        told,
        first,
        more,
        parts: Both { groups: by(By::Group), areas: by(By::Area) },
        inputs: inputs(words, &done),
        page,
    };
    view.page.render(&view)
}

/// The parts that any of them has, each by its code.
fn of_parts(page: &Page, views: &[&WhatIfView], by: By) -> Vec<Bars> {
    let words = page.words;
    let mut named: Vec<parts::Named> = Vec::new();
    let mut series = Vec::new();
    let mut from = 0;
    for view in views {
        for part in parts::parts(words, view, by) {
            if !named.contains(&part) {
                named.push(part);
            }
        }
        series.extend(parts::series(words, view, by, from, |policy| {
            named_series(words, view, policy)
        }));
        from += view.asked.policies().len();
    }
    parts::pictures(page, by, &named, &series)
}

fn named_series(words: Words, view: &WhatIfView, policy: PolicyName) -> String {
    let values =
        [("policy", names::policy(words, policy).into()), ("name", view.row.name.as_str().into())];
    words.t_with("what-if-compare-series", &values)
}

fn series<'a>(words: Words, views: &[&'a WhatIfView]) -> Vec<Series<'a>> {
    let mut series = Vec::new();
    for view in views {
        let Some(outcome) = &view.outcome else { continue };
        let years = usize::try_from(view.asked.years).unwrap_or(0);
        for (at, policy) in view.asked.policies().into_iter().enumerate() {
            series.push(Series {
                name: named_series(words, view, policy),
                look: series.len(),
                years,
                band: Box::new(move |year, measure| outcome.band(at, year, measure)),
            });
        }
    }
    series
}

/// What was not filled in the same everywhere.
fn inputs(words: Words, views: &[&WhatIfView]) -> Figures {
    let yes_no = |it| words.t(if it { "what-if-compare-yes" } else { "what-if-compare-no" });
    let all = |key: &str, cell: &dyn Fn(&WhatIfView) -> String| {
        (words.t(key), views.iter().map(|it| cell(it)).collect::<Vec<String>>())
    };
    let mut rows = vec![
        all("what-if-policies", &|it| {
            let policies = it.asked.policies().into_iter();
            policies.map(|it| names::policy(words, it)).collect::<Vec<_>>().join(", ")
        }),
        all("what-if-mix", &|it| {
            let roads = mix(words, it).into_iter().map(|(name, road)| format!("{name}: {road}"));
            roads.collect::<Vec<_>>().join("; ")
        }),
        all("what-if-part-areas", &|it| it.asked.areas.join(", ")),
        all("what-if-years", &|it| it.asked.years.to_string()),
        all("what-if-replications", &|it| it.asked.replications.to_string()),
        all("what-if-seed", &|it| it.row.seed.to_string()),
        all("what-if-uncertain", &|it| yes_no(it.asked.uncertain)),
        all("what-if-engine", &|it| it.row.engine.clone()),
        all("what-if-compare-table", &|it| it.row.assumptions.clone()),
    ];
    let mut order: Vec<&str> = Vec::new();
    let mut cells: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (at, view) in views.iter().enumerate() {
        for it in &view.asked.assumptions {
            let row = cells.entry(&it.name).or_insert_with(|| {
                order.push(&it.name);
                vec![words.t("what-if-no-figure"); views.len()]
            });
            if let Some(cell) = row.get_mut(at) {
                *cell = names::range(words, [it.value, it.low, it.high]);
            }
        }
    }
    let groups: Vec<_> = views.iter().flat_map(|it| names::groups(it).iter().cloned()).collect();
    for name in order {
        rows.push((names::full(words, &groups, name), cells.remove(name).unwrap_or_default()));
    }
    rows.retain(|(_, cells)| {
        cells.windows(2).any(|pair| matches!(pair, [one, other] if one != other))
    });
    Figures { heads: views.iter().map(|it| it.row.name.to_string()).collect(), rows }
}
