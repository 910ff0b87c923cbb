//! The three-month aim: kept or not, by group and over the quarters.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App, Who,
    flow::{self, Aim, AimRow, FlowFilter, LIMIT, Quarter, Within},
};
use sleutel_words::Words;

use super::{
    AIM, Narrow, OUTSIDE, asked, names, outside, parts, picture::Picture, problem_on, share_band,
    with_question,
};
use crate::{
    Acting, Page, Problem, Query,
    homes::csv,
    lists::Facet,
    rounds::names::group_in,
    show::{Choice, Tab},
    steering::tabs,
};

#[derive(Debug)]
struct Row {
    name: String,
    complete: String,
    offer: String,
    offer_share: String,
    keys: String,
    keys_share: String,
    waiting: String,
    /// Fewer than ten: left out on paper, which may leave the house.
    small: bool,
}

#[derive(Debug, Template)]
#[template(path = "steering/flow/aim.html")]
struct AimPage {
    page: Page,
    tabs: Vec<Tab>,
    parts: Vec<Tab>,
    narrow: Narrow,
    csv: String,
    said: String,
    groups: Vec<Row>,
    hidden: usize,
    all: Row,
    picture: Picture,
    keys_picture: Picture,
    quarters: Vec<Row>,
}

fn plain(words: Words, it: Within) -> String {
    let Some(share) = it.plain() else { return "–".to_owned() };
    let values = [
        ("share", words.percent(share, 0).into()),
        ("kept", it.kept.into()),
        ("all", it.judged.into()),
    ];
    words.t_with("flow-aim-plain", &values)
}

fn everybody(words: Words, it: Within) -> String {
    it.share.map_or_else(|| "–".to_owned(), |point| share_band(words, point))
}

fn row(words: Words, name: String, it: &AimRow) -> Row {
    Row {
        name,
        complete: words.number(it.complete),
        offer: plain(words, it.offer),
        offer_share: everybody(words, it.offer),
        keys: plain(words, it.keys),
        keys_share: everybody(words, it.keys),
        waiting: words.number(it.waiting),
        small: it.complete < OUTSIDE,
    }
}

fn quarter(words: Words, it: Quarter) -> String {
    let values = [("quarter", i64::from(it.number).into()), ("year", it.year.to_string().into())];
    words.t_with("flow-quarter", &values)
}

fn picture(words: Words, aim: &Aim, label: String, of: impl Fn(&AimRow) -> Within) -> Picture {
    let all: Vec<_> = aim
        .quarters
        .iter()
        .enumerate()
        .map(|(at, (quarter, row))| {
            // A year is named at its first quarter, when there is room for the name.
            let first = quarter.number == 1 || (at == 0 && quarter.number < 3);
            let name = if first { quarter.year.to_string() } else { String::new() };
            let within = of(row);
            (name, within.share, within.plain())
        })
        .collect();
    Picture::shares(&all, |it| words.percent(it, 0), label)
}

fn asked_year(query: &Query) -> Option<i16> {
    query.get("year").parse().ok().filter(|it| (1900..=2200).contains(it))
}

async fn found(app: &App, who: &Who, page: &Page, query: &Query) -> Result<Aim, Problem> {
    // Groups stand beside each other already.
    let filter = FlowFilter { group: String::new(), ..asked(query) };
    flow::aim(app, who, &filter, asked_year(query)).await.map_err(problem_on(page))
}

fn years(aim: &Aim) -> Facet {
    let all = aim.years.map(|(first, last)| (first..=last).rev().collect()).unwrap_or_default();
    let all: Vec<i16> = all;
    let choices = all.into_iter().map(|it| Choice::new(it.to_string(), it.to_string()));
    Facet::new("year", "flow-aim-year", choices.collect())
}

/// `GET /steering/flow/aim`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let aim = found(&app, &who, &page, &query).await?;
    let lists = names(&app, &who, &page).await?;
    let words = page.words;
    let mut narrow = Narrow::new(words, &app, &who, &lists, &query, (true, vec![years(&aim)]));
    narrow.facets.retain(|it| it.name != "group");
    let mut groups: Vec<Row> =
        aim.groups.iter().map(|it| row(words, group_in(words, &it.group), &it.row)).collect();
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    let values = [
        ("offer", plain(words, aim.all.offer).into()),
        ("keys", plain(words, aim.all.keys).into()),
        ("days", i64::from(LIMIT).into()),
    ];
    let said = words.t_with("flow-aim-said", &values);
    let quarters = aim.quarters.iter().rev();
    let view = AimPage {
        tabs: tabs(&page, super::HREF),
        parts: parts(&page, AIM),
        narrow,
        csv: with_question("/steering/flow/aim.csv", &query),
        said,
        hidden: groups.iter().filter(|it| it.small).count(),
        groups,
        all: row(words, words.t("flow-all-groups"), &aim.all),
        picture: picture(words, &aim, words.t("flow-aim-picture"), |it| it.offer),
        keys_picture: picture(words, &aim, words.t("flow-aim-picture-keys"), |it| it.keys),
        quarters: quarters.map(|(at, it)| row(words, quarter(words, *at), it)).collect(),
        page: page.titled("flow-aim-title").under(super::HREF, "steering-tab-flow"),
    };
    Ok(view.page.render(&view))
}

/// The figures of a line that may leave the house: nothing of fewer than ten but that.
fn cells(words: Words, it: &AimRow) -> Vec<String> {
    let mut cells = vec![outside(words, it.complete)];
    let small = it.complete < OUTSIDE;
    for of in [it.offer, it.keys] {
        let shown = !small && of.judged >= OUTSIDE;
        let percent = |it: Option<f64>| {
            it.filter(|_| shown).map(|it| format!("{:.0}", it * 100.0)).unwrap_or_default()
        };
        cells.push(if small { String::new() } else { outside(words, of.judged) });
        cells.push(percent(of.plain()));
        let share = |of: fn(&flow::Point) -> f64, it: Within| it.share.as_ref().map(of);
        cells.push(percent(share(|it| it.still, of)));
        cells.push(percent(share(|it| it.low, of)));
        cells.push(percent(share(|it| it.high, of)));
    }
    cells
}

/// `GET /steering/flow/aim.csv`: each group, over all years. Counts under ten are
/// left out, and so are the sum of the groups and the quarters, from which they could be worked out; and
/// the filters count for nothing here, because what they leave out would say it too.
pub(super) async fn download(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    let aim = found(&app, &who, &page, &Query::default()).await?;
    let words = page.words;
    let mut heads = vec!["kind", "code", "name", "complete"];
    let offer = ["offer_judged", "offer_percent", "offer_km", "offer_low", "offer_high"];
    let keys = ["keys_judged", "keys_percent", "keys_km", "keys_low", "keys_high"];
    heads.extend(offer.into_iter().chain(keys));
    let mut rows = vec![heads.into_iter().map(str::to_owned).collect::<Vec<_>>()];
    for it in &aim.groups {
        let mut line =
            vec!["group".to_owned(), it.group.code.to_string(), group_in(words, &it.group)];
        line.extend(cells(words, &it.row));
        rows.push(line);
    }
    Ok(csv("aim.csv", rows))
}
