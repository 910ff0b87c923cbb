//! The report for the steering group: the list of those that were made, and a new one.

mod body;
mod city;
mod rows;
mod show;

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use sleutel_actions::{
    App,
    steering::{self, ReportDraft},
};
use sleutel_store::reports::ReportRow;
use sleutel_words::Words;

use super::{tabs, year::when};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, session,
    show::{Choice, Tab},
};

const HOME: &str = "/steering/report";

/// The addresses of reports.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(HOME, get(list).post(make))
        .route("/steering/report/{year}/{number}", get(show::show))
        .route("/steering/report/{year}/{number}/report.pdf", get(show::pdf))
        .route("/steering/report/{year}/{number}/report.csv", get(show::csv))
}

fn title(words: Words, row: &ReportRow) -> String {
    let values = [("year", row.year.to_string().into()), ("number", row.number.into())];
    words.t_with("steering-report-title", &values)
}

#[derive(Debug)]
struct Made {
    href: String,
    title: String,
    said: String,
    note: String,
}

#[derive(Debug, Template)]
#[template(path = "steering/report/list.html")]
struct ListPage {
    page: Page,
    tabs: Vec<Tab>,
    made: Vec<Made>,
    form: Form,
    years: Vec<Choice>,
    may_make: bool,
}

async fn list_page(
    page: Page,
    app: &App,
    who: &sleutel_actions::Who,
    form: Form,
) -> Result<ListPage, Problem> {
    let found = steering::reports_of(app, who).await.map_err(refused::problem_on(&page))?;
    let words = page.words;
    let made = found.made.iter().map(|row| {
        let values = [("who", row.actor.clone().into()), ("when", when(app, words, row.at).into())];
        Made {
            href: format!("{HOME}/{}/{}", row.year, row.number),
            title: title(words, row),
            said: words.t_with("steering-report-made", &values),
            note: row.note.as_ref().map(ToString::to_string).unwrap_or_default(),
        }
    });
    let this = app.today().year();
    let years = [this, this - 1].map(|it| Choice::new(it.to_string(), it.to_string()));
    let form =
        if form.value("year").is_empty() { form.filled("year", this.to_string()) } else { form };
    Ok(ListPage {
        tabs: tabs(&page, HOME),
        made: made.collect(),
        form: form.labelled(&[("year", "steering-year"), ("note", "steering-note")]),
        years: years.to_vec(),
        may_make: found.may_make,
        page: {
            let title = page.t("steering-report-list-title");
            page.called(title)
        },
    })
}

/// `GET /steering/report`.
async fn list(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    let view = list_page(page, &app, &who, Form::new()).await?;
    Ok(view.page.render(&view))
}

/// `POST /steering/report`.
async fn make(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let draft = ReportDraft {
        year: form.value("year").to_owned(),
        note: form.value("note").trim().to_owned(),
    };
    match steering::make_report(&app, &who, &draft).await {
        Ok((year, number)) => {
            let flash = Flash::new(FlashKind::Success, "steering-report-done");
            Ok(Page::redirect(&format!("{HOME}/{year}/{number}"), &flash))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
            let view = list_page(page, &app, &who, form).await?;
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}
