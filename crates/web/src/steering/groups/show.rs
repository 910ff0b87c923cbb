use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use sleutel_actions::{
    ActionError, App,
    steering::groups::{self, OneGroup},
};
use sleutel_domain::steering::groups::{GroupChange, GroupTimes};
use sleutel_store::groups::GroupVersionRow;
use sleutel_words::Words;

use super::{
    HREF, code_in, href, is, name_of, name_on,
    national::{self, NationalLine},
    period_days,
    picture::{Bar, Frame},
    state,
};
use crate::{
    Acting, Flash, FlashKind, Page, Posted, Problem,
    access::{actor_words, moment},
    refused::{self, problem_on},
    show::Tone,
};

#[derive(Debug)]
struct PeriodLine {
    days: String,
    name: String,
    is: [String; 3],
}

#[derive(Debug)]
struct VersionLine {
    what: String,
    by: String,
    ground: String,
    periods: Vec<String>,
}

#[derive(Debug, Template)]
#[template(path = "steering/groups/show.html")]
struct ShowPage {
    page: Page,
    href: String,
    code: String,
    state: (String, Tone),
    bar: Bar,
    years: (i16, i16),
    periods: Vec<PeriodLine>,
    /// How many households are in it, in words.
    people: Option<String>,
    /// Years it is not there in, in which the agreement names it.
    still_named: Vec<(String, String)>,
    national: Vec<NationalLine>,
    versions: Vec<VersionLine>,
    version: u32,
    may_change: bool,
    can_take_back: bool,
    ends: bool,
}

fn change(words: Words, it: GroupChange) -> String {
    words.t(match it {
        GroupChange::Before => "groups-change-before",
        GroupChange::Added => "groups-change-added",
        GroupChange::Described => "groups-change-described",
        GroupChange::Ends => "groups-change-ends",
        GroupChange::TakenBack => "groups-change-taken-back",
        GroupChange::Imported => "groups-change-imported",
        GroupChange::Numbers => "groups-change-numbers",
    })
}

fn periods(words: Words, it: &OneGroup, times: &GroupTimes) -> Vec<PeriodLine> {
    let line = |one: &sleutel_domain::steering::groups::GroupPeriod| PeriodLine {
        days: period_days(words, one),
        name: name_of(words, &it.line.code, &one.described),
        is: is(words, &one.described),
    };
    times.periods().iter().map(line).collect()
}

fn version(words: Words, app: &App, it: &OneGroup, row: &GroupVersionRow) -> VersionLine {
    let when = moment(words, row.at, &app.zone);
    let by = if row.actor.is_empty() {
        when
    } else {
        format!("{when}, {}", actor_words(words, &row.actor))
    };
    let line = |it: PeriodLine| format!("{}: {} ({})", it.days, it.name, it.is.join(", "));
    VersionLine {
        what: change(words, row.change),
        by,
        ground: row.ground.as_ref().map(ToString::to_string).unwrap_or_default(),
        periods: periods(words, it, &row.times).into_iter().map(line).collect(),
    }
}

/// How many households are in a group, in a sentence.
pub(super) fn people(words: Words, it: &OneGroup) -> Option<String> {
    it.people.map(|it| {
        let values = [("without", it.without_home.into()), ("road", it.on_a_road.into())];
        words.t_with("groups-people", &values)
    })
}

/// `GET /steering/groups/{code}`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let code = code_in(&code)?;
    let it = groups::one(&app, &who, &code).await.map_err(problem_on(&page))?;
    let (words, today) = (page.words, app.today());
    let times = &it.line.times;
    let frame = Frame::around([times].into_iter(), today);
    let named = |(year, version): &(i16, u32)| {
        let values = [("year", year.to_string().into()), ("version", (*version).into())];
        (format!("/steering/year?year={year}"), words.t_with("groups-still-named-year", &values))
    };
    let view = ShowPage {
        href: href(&code),
        code: code.to_string(),
        state: state(words, times, today),
        bar: frame.bar(times),
        years: (frame.first, frame.last),
        periods: periods(words, &it, times),
        people: people(words, &it),
        still_named: it.still_named.iter().map(named).collect(),
        national: national::lines(words, &app, &it),
        versions: it.versions.iter().map(|row| version(words, &app, &it, row)).collect(),
        version: it.version,
        may_change: it.may_change,
        can_take_back: it.can_take_back,
        ends: times.ends().is_some(),
        page: {
            let name = name_on(words, &code, times, today);
            page.called(name)
                .under("/steering/year", "steering-tab-year")
                .under(HREF, "groups-title")
        },
    };
    Ok(view.page.render(&view))
}

/// Back to the page of a group with what came of it.
pub(super) fn done(
    page: &Page,
    code: &sleutel_domain::GroupCode,
    result: Result<(), ActionError>,
    said: &'static str,
) -> Result<Response, Problem> {
    let flash = match result {
        Ok(()) => Flash::new(FlashKind::Success, said),
        Err(error) => {
            let flash = refused::flash(&error, page.words);
            flash.ok_or_else(|| problem_on(page)(error))?
        }
    };
    Ok(Page::redirect(&href(code), &flash))
}

/// `POST /steering/groups/{code}/reopen`.
pub(super) async fn reopen(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    let code = code_in(&code)?;
    let result = groups::reopen(&app, &who, &code, form.value("was")).await;
    done(&page, &code, result, "groups-reopened")
}

/// `POST /steering/groups/{code}/back`.
pub(super) async fn take_back(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    let code = code_in(&code)?;
    let result = groups::take_back(&app, &who, &code, form.value("was")).await;
    done(&page, &code, result, "groups-taken-back")
}
