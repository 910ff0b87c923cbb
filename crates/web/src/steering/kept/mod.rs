//! The ten work agreements: how often each was kept, of which files, and how often it has to be.

mod csv;
mod files;
mod one;
mod overview;

use axum::{Router, routing::get};
use sleutel_actions::App;
use sleutel_domain::steering::{
    FEW,
    kept::{Figure, Tally, WorkAgreement},
};
use sleutel_words::Words;

use crate::{Problem, Query, refused::problem_on, show::Tone};

/// The address of the ten.
pub(super) const HREF: &str = "/steering/agreements";

/// The addresses of this slice.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(HREF, get(overview::show))
        .route("/steering/agreements.csv", get(csv::table))
        .route("/steering/agreements/{number}", get(one::show))
        .route("/steering/agreements/{number}/files", get(files::show))
        .route("/steering/agreements/{number}/target", get(one::target).post(one::set_target))
}

/// The agreement of an address.
fn asked(number: u8) -> Result<WorkAgreement, Problem> {
    WorkAgreement::from_number(number).ok_or_else(Problem::not_found)
}

/// The year asked for: this one, or one of the ten before it.
fn year_of(query: &Query, app: &App) -> i16 {
    super::asked_year(query, app).min(app.today().year())
}

fn one_href(agreement: WorkAgreement, year: i16) -> String {
    format!("{HREF}/{}?year={year}", agreement.number())
}

/// The key of something that is said of one agreement.
fn key(agreement: WorkAgreement, what: &str) -> String {
    format!("work-agreements-{}-{what}", agreement.number())
}

/// How often it was kept, in words.
fn figure(words: Words, figure: Figure) -> String {
    match figure {
        Figure::Nothing => words.t("work-agreements-nothing"),
        Figure::Few => words.t_with("work-agreements-few", &[("most", FEW.into())]),
        Figure::Held => words.t("work-agreements-held"),
        Figure::Shown(it) => {
            let percent = u32::from(it.percent().unwrap_or_default());
            let values = [
                ("percent", percent.into()),
                ("kept", words.number(it.kept).into()),
                ("counted", words.number(it.counted).into()),
            ];
            words.t_with("work-agreements-percent", &values)
        }
    }
}

/// The same in as few signs as a column has room for.
fn short(words: Words, figure: Figure) -> String {
    match figure {
        Figure::Nothing => "–".to_owned(),
        Figure::Few => words.t_with("work-agreements-few-short", &[("most", FEW.into())]),
        Figure::Held => words.t("work-agreements-held-short"),
        Figure::Shown(it) => percent(words, it),
    }
}

fn percent(words: Words, it: Tally) -> String {
    let percent = u32::from(it.percent().unwrap_or_default());
    words.t_with("work-agreements-percent-short", &[("percent", percent.into())])
}

/// Whether it was kept as often as it has to be, in words; nothing where no figure is shown.
fn against(words: Words, figure: Figure, target: u8) -> Option<(String, Tone)> {
    let Figure::Shown(it) = figure else { return None };
    let enough = it.percent().is_some_and(|it| it >= target);
    let (key, tone) = if enough {
        ("work-agreements-enough", Tone::Good)
    } else {
        ("work-agreements-not-enough", Tone::Attention)
    };
    Some((words.t(key), tone))
}
