use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use jiff::civil::Date;
use sleutel_actions::{
    App,
    steering::groups::{self, GroupLine, GroupQuery, Groups},
};
use sleutel_exchange::records::MainGroup;
use sleutel_words::Words;

use super::{
    href, is, name_of, name_on, national_line, period_days,
    picture::{Bar, Frame},
    state,
};
use crate::{
    Acting, FieldError, Form, Page, Problem, Query,
    homes::csv,
    refused::problem_on,
    rounds::names::main_group,
    show::{Choice, Tone},
};

#[derive(Debug)]
struct Line {
    href: String,
    code: String,
    name: String,
    /// What it is today, or was or will be.
    about: String,
    state: (String, Tone),
    /// Each description with its days; the name only where it is another.
    periods: Vec<(String, String)>,
    national: Vec<String>,
    bar: Bar,
}

#[derive(Debug, Template)]
#[template(path = "steering/groups/list.html")]
struct ListPage {
    page: Page,
    may_change: bool,
    csv: String,
    filter: Form,
    main_groups: Vec<Choice>,
    yes_no: Vec<Choice>,
    rows: Vec<Line>,
    said: String,
    /// Whether there is any group at all.
    any: bool,
    years: (i16, i16),
}

/// What is asked, and whether the day could be read.
fn asked(query: &Query) -> (GroupQuery, bool) {
    let text = |name: &str| query.get(name).trim().to_owned();
    let day: Option<Date> = text("day").parse().ok();
    let unreadable = day.is_none() && !text("day").is_empty();
    let asked = GroupQuery {
        day,
        main_group: text("main_group"),
        with_support: text("with_support"),
        counts: text("counts"),
    };
    (asked, unreadable)
}

fn line(words: Words, it: &GroupLine, frame: Frame, today: Date) -> Line {
    let name = name_on(words, &it.code, &it.times, today);
    let about = it.times.described_on(today).map(|it| is(words, it).join(", "));
    let about = about.unwrap_or_default();
    let period = |one: &sleutel_domain::steering::groups::GroupPeriod| {
        let called = name_of(words, &it.code, &one.described);
        let said = is(words, &one.described).join(", ");
        let other = match (called == name, said == about) {
            (true, true) => String::new(),
            (true, false) => said,
            (false, true) => called,
            (false, false) => format!("{called} ({said})"),
        };
        (period_days(words, one), other)
    };
    // Of the numbers of the state those of the latest years.
    let older = it.national.len().saturating_sub(4);
    Line {
        href: href(&it.code),
        code: it.code.to_string(),
        state: state(words, &it.times, today),
        periods: it.times.periods().iter().map(period).collect(),
        national: it.national.iter().skip(older).map(|it| national_line(words, it)).collect(),
        bar: frame.bar(&it.times),
        name,
        about,
    }
}

fn view(page: Page, app: &App, query: &Query, unreadable: bool, found: &Groups) -> ListPage {
    let (words, today) = (page.words, app.today());
    let mut filter = Form::new()
        .filled("day", query.get("day"))
        .filled("main_group", query.get("main_group"))
        .filled("with_support", query.get("with_support"))
        .filled("counts", query.get("counts"));
    if unreadable {
        filter.refuse("day", FieldError::Date);
    }
    let frame = Frame::around(found.rows.iter().map(|it| &it.times), today);
    let mut rows: Vec<Line> = found.rows.iter().map(|it| line(words, it, frame, today)).collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    let main = MainGroup::ALL.into_iter();
    let kept = query.without(&["page"]);
    let many = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let all = i64::try_from(found.all).unwrap_or(i64::MAX);
    ListPage {
        may_change: found.may_change,
        csv: if kept.is_empty() { String::new() } else { format!("?{kept}") },
        main_groups: main.map(|it| Choice::new(it.code(), main_group(words, it))).collect(),
        yes_no: vec![
            Choice::new("yes", words.t("answer-yes")),
            Choice::new("no", words.t("answer-no")),
        ],
        said: words.t_with("groups-many", &[("many", many.into()), ("all", all.into())]),
        rows,
        any: found.all > 0,
        years: (frame.first, frame.last),
        filter,
        page: page.titled("groups-title").under("/steering/year", "steering-tab-year"),
    }
}

/// `GET /steering/groups`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let (asked, unreadable) = asked(&query);
    let found = groups::list(&app, &who, &asked).await.map_err(problem_on(&page))?;
    let view = view(page, &app, &query, unreadable, &found);
    Ok(view.page.render(&view))
}

const HEADS: [&str; 10] = [
    "groups-code",
    "groups-name-nl",
    "groups-name-en",
    "groups-main-group",
    "groups-main-group-code",
    "groups-support",
    "groups-count",
    "groups-from",
    "groups-until",
    "groups-state",
];

/// `GET /steering/groups.csv`: every description of every group the filter finds, with its days.
pub(super) async fn table(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let found = groups::list(&app, &who, &asked(&query).0).await.map_err(problem_on(&page))?;
    let (words, today) = (page.words, app.today());
    let mut rows: Vec<Vec<String>> = vec![HEADS.map(|it| words.t(it)).to_vec()];
    let day = |it: Option<Date>| it.map(|it| it.to_string()).unwrap_or_default();
    for group in &found.rows {
        for it in group.times.periods() {
            let [main, support, counts] = is(words, &it.described);
            rows.push(vec![
                group.code.to_string(),
                it.described.name_nl.to_string(),
                it.described.name_en.to_string(),
                main,
                it.described.main_group.clone(),
                support,
                counts,
                day(it.from),
                day(it.until),
                state(words, &group.times, today).0,
            ]);
        }
    }
    Ok(csv(&format!("{}.csv", words.t("groups-file")), rows))
}
