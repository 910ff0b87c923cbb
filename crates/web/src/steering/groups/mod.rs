//! The list of target groups over time: the list, one of them, and what changes it.

mod forms;
mod list;
mod national;
mod picture;
mod show;

use axum::{
    Router,
    routing::{get, post},
};
use jiff::civil::Date;
use sleutel_actions::App;
use sleutel_domain::{
    GroupCode,
    steering::groups::{GroupDescription, GroupPeriod, GroupTimes, YearPart},
};
use sleutel_exchange::records::MainGroup;
use sleutel_store::groups::{NationalRow, described};
use sleutel_words::Words;

use crate::{
    Problem,
    listing::encode,
    rounds::names::{group_in, main_group},
    show::Tone,
};

/// The address of the list.
pub(super) const HREF: &str = "/steering/groups";

/// The addresses of this slice.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(HREF, get(list::show))
        .route("/steering/groups.csv", get(list::table))
        .route("/steering/national-targets.csv", get(national::table))
        .route("/steering/groups/new", get(forms::new).post(forms::add))
        .route("/steering/groups/{code}", get(show::show))
        .route("/steering/groups/{code}/change", get(forms::edit).post(forms::save))
        .route("/steering/groups/{code}/days", get(forms::days).post(forms::set_days))
        .route("/steering/groups/{code}/reopen", post(show::reopen))
        .route("/steering/groups/{code}/back", post(show::take_back))
        .route("/steering/groups/{code}/national", get(national::form).post(national::set))
        .route("/steering/groups/{code}/national/{number}/withdraw", post(national::withdraw))
}

fn href(code: &GroupCode) -> String {
    format!("{HREF}/{}", encode(code.as_str()))
}

fn code_in(path: &str) -> Result<GroupCode, Problem> {
    GroupCode::new(path).map_err(|_| Problem::not_found())
}

fn name_of(words: Words, code: &GroupCode, it: &GroupDescription) -> String {
    group_in(words, &described(code.clone(), it.clone()))
}

/// What a group is called on a day.
fn name_on(words: Words, code: &GroupCode, times: &GroupTimes, day: Date) -> String {
    let found = times.described_on(day);
    found.map_or_else(|| code.to_string(), |it| name_of(words, code, it))
}

/// Its main group, its support and whether it counts, in words.
fn is(words: Words, it: &GroupDescription) -> [String; 3] {
    let main = MainGroup::from_code(&it.main_group);
    let support = if it.with_support { "groups-with-support" } else { "groups-without-support" };
    let counts = if it.counts { "groups-counts" } else { "groups-counts-not" };
    [
        main.map_or_else(|| it.main_group.clone(), |it| main_group(words, it)),
        words.t(support),
        words.t(counts),
    ]
}

/// From when until when, in words.
fn days(words: Words, from: Option<Date>, until: Option<Date>) -> String {
    let date = |it: Date| words.date(it).into();
    match (from, until) {
        (Some(from), Some(until)) => {
            words.t_with("groups-days-both", &[("from", date(from)), ("until", date(until))])
        }
        (Some(from), None) => words.t_with("groups-days-from", &[("from", date(from))]),
        (None, Some(until)) => words.t_with("groups-days-until", &[("until", date(until))]),
        (None, None) => words.t("groups-days-always"),
    }
}

fn period_days(words: Words, it: &GroupPeriod) -> String {
    days(words, it.from, it.until)
}

/// Whether a group is there today, in words.
fn state(words: Words, times: &GroupTimes, today: Date) -> (String, Tone) {
    if times.on(today).is_some() {
        return match times.ends() {
            Some(until) => {
                let until = words.date(until).into();
                (words.t_with("groups-state-ends", &[("until", until)]), Tone::Attention)
            }
            None => (words.t("groups-state-there"), Tone::Good),
        };
    }
    let next = times.periods().iter().filter_map(|it| it.from).find(|it| *it > today);
    match (next, times.ends()) {
        (Some(from), _) => {
            (words.t_with("groups-state-to-come", &[("from", words.date(from).into())]), Tone::Info)
        }
        (None, Some(until)) => {
            let until = words.date(until).into();
            (words.t_with("groups-state-ended", &[("until", until)]), Tone::Neutral)
        }
        (None, None) => (words.t("groups-state-not-there"), Tone::Neutral),
    }
}

fn part(words: Words, it: YearPart) -> String {
    words.t(match it {
        YearPart::Whole => "groups-part-year",
        YearPart::First => "groups-part-first",
        YearPart::Second => "groups-part-second",
    })
}

/// A number of the state in one line: year, part and homes.
fn national_line(words: Words, it: &NationalRow) -> String {
    let values = [
        ("year", it.year.to_string().into()),
        ("part", part(words, it.part).into()),
        ("homes", it.homes.unwrap_or_default().into()),
    ];
    words.t_with("groups-national-line", &values)
}
