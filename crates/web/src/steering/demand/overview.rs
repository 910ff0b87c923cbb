use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use jiff::civil::Date;
use sleutel_actions::{
    App,
    steering::demand::{self, GroupExpected, Outlook},
};
use sleutel_words::Words;

use super::{
    HREF, band, basis, few, is_few, may_change, month, near,
    past_years::{Told, told},
    periods::Periods,
    picture::Picture,
    year_of, years,
};
use crate::{
    Acting, Page, Problem, Query,
    access::moment,
    homes::csv,
    listing::{SortHead, encode},
    refused,
    rounds::names::group_in,
    show::Tab,
    steering::tabs,
};

#[derive(Debug)]
struct Line {
    href: String,
    name: String,
    came: String,
    expected: String,
    basis: Option<String>,
    typed: String,
    holds: String,
    overruled: bool,
}

/// People who were announced, in words.
#[derive(Debug)]
pub(super) struct Announcement {
    pub(super) month: String,
    pub(super) group: String,
    pub(super) people: String,
    pub(super) reason: String,
    pub(super) said: String,
    /// That it was withdrawn, and why.
    pub(super) withdrawn: Option<String>,
    /// Where it is withdrawn, for who may.
    pub(super) href: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "steering/demand/overview.html")]
struct Overview {
    page: Page,
    tabs: Vec<Tab>,
    years: Vec<Tab>,
    may_change: bool,
    csv: String,
    facts: Vec<(String, String)>,
    history: String,
    picture: Picture,
    figures: Vec<(String, String, String)>,
    heads: Vec<SortHead>,
    rows: Vec<Line>,
    announced: Vec<Announcement>,
    told: Option<Told>,
}

/// Everything that was announced for one group, or for all.
pub(super) fn announcements(
    page: &Page,
    app: &App,
    outlook: &Outlook,
    of: Option<&GroupExpected>,
    may_change: bool,
) -> Vec<Announcement> {
    let words = page.words;
    let asked = outlook.announced.iter();
    let asked = asked.filter(|it| of.is_none_or(|group| group.group.code == it.group));
    asked
        .map(|it| {
            let group = outlook.year.groups.iter().find(|group| group.group.code == it.group);
            let when = |at| moment(words, at, &app.zone);
            let said = |who: &String, at| page.t2("demand-said", "who", who, "when", when(at));
            let withdrawn = it.withdrawn.as_ref().map(|(at, who, why)| {
                let values = [("said", said(who, *at).into()), ("why", why.into())];
                words.t_with("demand-withdrawn", &values)
            });
            let open = may_change && withdrawn.is_none();
            Announcement {
                month: month(words, it.month),
                group: group.map_or_else(|| it.group.to_string(), |it| group_in(words, &it.group)),
                people: words.number(it.people),
                reason: it.reason.to_string(),
                said: said(&it.actor, it.at),
                withdrawn,
                href: open.then(|| format!("{HREF}/announced/{}/withdraw", it.id)),
            }
        })
        .collect()
}

/// Periods as rows of a table: name, what came, what is expected.
pub(super) fn figures(words: Words, periods: &Periods) -> Vec<(String, String, String)> {
    let row = |it: &super::periods::Period| {
        let expected = it.expected.as_ref().map(|it| band(words, it)).unwrap_or_default();
        (it.name.clone(), few(words, it.came), expected)
    };
    periods.list.iter().map(row).collect()
}

fn sorted<'a>(
    words: Words,
    query: &Query,
    groups: &'a [GroupExpected],
) -> (Vec<(String, &'a GroupExpected)>, (&'static str, bool)) {
    let by = query.sort(&["name", "came", "expected", "typed", "holds"], ("name", false));
    let mut rows: Vec<_> = groups.iter().map(|it| (group_in(words, &it.group), it)).collect();
    rows.sort_by(|(one, a), (other, b)| {
        let order = match by.0 {
            "came" => a.came.cmp(&b.came),
            "expected" => a.whole.mean.total_cmp(&b.whole.mean),
            "typed" => a.typed.cmp(&b.typed),
            "holds" => a.holds.cmp(&b.holds),
            _ => one.cmp(other),
        };
        if by.1 { order.reverse() } else { order }
    });
    (rows, by)
}

/// All groups together, by period.
fn together(words: Words, outlook: &Outlook) -> Periods {
    let past = &outlook.past;
    let sum = |at: usize| past.groups().iter().filter_map(|it| it.counts.get(at)).sum();
    let counts: Vec<u32> = (0..past.months()).map(sum).collect();
    let running = past.groups().iter().map(|it| it.running).sum();
    Periods::new(words, past.from(), (&counts, running), |months| outlook.forecast.over(months))
}

/// `GET /steering/demand`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let today = app.today();
    let year = year_of(&query, today);
    let outlook = demand::outlook(&app, &who, year).await.map_err(refused::problem_on(&page))?;
    let words = page.words;
    let may_change = may_change(&who);
    let periods = together(words, &outlook);
    let whole = outlook.year.whole;
    let label =
        page.t2("demand-all-picture", "band", band(words, &whole), "year", year.to_string());
    let (rows, by) = sorted(words, &query, &outlook.year.groups);
    let lines = rows.into_iter().map(|(name, it)| Line {
        href: format!("{HREF}/groups/{}?year={year}", encode(it.group.code.as_str())),
        name,
        came: few(words, it.came),
        expected: band(words, &it.whole),
        basis: basis(words, it.basis),
        typed: it.typed.map_or_else(|| words.t("demand-typed-none"), |it| words.number(it)),
        holds: words.number(it.holds),
        overruled: it.overruled.is_some(),
    });
    let head = |column, key, numeric| SortHead::new(&query, by, column, key, numeric);
    let view = Overview {
        tabs: tabs(&page, HREF),
        years: years(&page, HREF, year, today),
        may_change,
        csv: format!("/steering/demand.csv?year={year}"),
        facts: facts(&page, &outlook),
        history: history(&page, &outlook, today),
        picture: Picture::of_periods(&periods, label),
        figures: figures(words, &periods),
        heads: vec![
            head("name", "demand-group", false),
            head("came", "demand-came-so-far", true),
            head("expected", "demand-whole-year", false),
            head("typed", "demand-typed", true),
            head("holds", "demand-holds", true),
        ],
        rows: lines.collect(),
        announced: announcements(&page, &app, &outlook, None, may_change),
        told: told(words, &outlook.test),
        page: {
            let title = page.t1("demand-title", "year", year.to_string());
            page.called(title)
        },
    };
    Ok(view.page.render(&view))
}

fn facts(page: &Page, outlook: &Outlook) -> Vec<(String, String)> {
    let words = page.words;
    let year = &outlook.year;
    let came: u32 = year.groups.iter().map(|it| it.came).sum();
    let still: f64 = year.groups.iter().map(|it| it.still.mean).sum();
    let holds: u32 = year.groups.iter().map(|it| it.holds).sum();
    vec![
        (page.t("demand-whole-year"), band(words, &year.whole)),
        (page.t("demand-came-so-far"), few(words, came)),
        (page.t("demand-still"), near(words, still)),
        (page.t("demand-holds"), words.number(holds)),
    ]
}

/// Since when people are known.
fn history(page: &Page, outlook: &Outlook, today: Date) -> String {
    let from = outlook.past.from();
    if from.first_day() >= today.first_of_month() {
        return page.t("demand-no-history");
    }
    page.t1("demand-history", "month", month(page.words, from))
}

/// `GET /steering/demand.csv`.
pub(super) async fn table(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let year = year_of(&query, app.today());
    let found = demand::expected(&app, &who, year).await.map_err(refused::problem_on(&page))?;
    let words = page.words;
    let heads = [
        "demand-csv-code",
        "demand-group",
        "demand-came-so-far",
        "demand-csv-mean",
        "demand-csv-low",
        "demand-csv-high",
        "demand-typed",
        "demand-csv-overruled",
        "demand-holds",
    ];
    // A head of a column on the page has the year beside it; a file has to say it itself.
    let mut rows =
        vec![[page.t("demand-csv-year")].into_iter().chain(heads.map(|it| page.t(it))).collect()];
    let (groups, _) = sorted(words, &query, &found.groups);
    rows.extend(groups.into_iter().map(|(name, it)| {
        let figure = |it: u32| {
            if is_few(it) { few(words, it) } else { it.to_string() }
        };
        let overruled = it.overruled.as_ref().and_then(|it| it.expected);
        vec![
            year.to_string(),
            it.group.code.to_string(),
            name,
            figure(it.came),
            format!("{:.0}", it.whole.mean),
            figure(it.whole.low),
            figure(it.whole.high),
            it.typed.map(|it| it.to_string()).unwrap_or_default(),
            overruled.map(|it| it.to_string()).unwrap_or_default(),
            it.holds.to_string(),
        ]
    }));
    Ok(csv("demand.csv", rows))
}
