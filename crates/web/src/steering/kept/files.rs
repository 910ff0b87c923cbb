use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use sleutel_actions::{App, steering::kept};
use sleutel_domain::steering::kept::Outcome;

use super::{HREF, asked, one_href, problem_on, year_of};
use crate::{
    Acting, Page, Problem, Query,
    show::{Tab, Tone},
};

#[derive(Debug)]
struct Row {
    reference: String,
    href: Option<String>,
    due: String,
    done: String,
    outcome: (String, Tone),
}

#[derive(Debug, Template)]
#[template(path = "steering/kept/files.html")]
struct FilesPage {
    page: Page,
    quarters: Vec<Tab>,
    rows: Vec<Row>,
}

fn tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Kept => Tone::Good,
        Outcome::NotKept => Tone::Bad,
        Outcome::NotYet => Tone::Info,
        Outcome::FellAway => Tone::Neutral,
    }
}

/// `GET /steering/agreements/{number}/files`: of which files it was kept, as far as they are
/// within reach of whoever looks.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(number): Path<u8>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let (agreement, year) = (asked(number)?, year_of(&query, &app));
    let only = query.get("quarter").parse::<usize>().ok().filter(|it| (1..=4).contains(it));
    let wanted = (year, only.map(|it| it - 1));
    let found = kept::files(&app, &who, agreement, wanted).await.map_err(problem_on(&page))?;
    let words = page.words;
    let tab = |at: Option<usize>| Tab {
        href: query.with("quarter", &at.map(|it| it.to_string()).unwrap_or_default()),
        label: match at {
            None => page.t("work-agreements-csv-whole"),
            Some(at) => page.t1("work-agreements-quarter", "number", at),
        },
        current: at == only,
    };
    let rows = found.iter().map(|it| Row {
        reference: it.reference.to_string(),
        href: it.opens.then(|| crate::cases::href(it.reference.as_str())),
        due: words.date(it.promise.due),
        done: it.promise.done.map(|it| words.date(it)).unwrap_or_default(),
        outcome: (words.name(&it.outcome), tone(it.outcome)),
    });
    let view = FilesPage {
        quarters: [None, Some(1), Some(2), Some(3), Some(4)].map(tab).to_vec(),
        rows: rows.collect(),
        page: {
            let number = u32::from(number);
            let title =
                page.t2("work-agreements-files", "number", number, "year", year.to_string());
            page.under(HREF, "work-agreements-tab")
                .under_named(one_href(agreement, year), words.name(&agreement))
                .called(title)
        },
    };
    Ok(view.page.render(&view))
}
