use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{App, steering::kept};
use sleutel_domain::steering::kept::Figure;

use super::{problem_on, short, year_of};
use crate::{Acting, Page, Problem, Query, homes::csv};

const HEADS: [&str; 8] = [
    "work-agreements-csv-number",
    "work-agreements-agreement",
    "work-agreements-csv-year",
    "work-agreements-csv-period",
    "work-agreements-csv-kept",
    "work-agreements-csv-counted",
    "work-agreements-csv-percent",
    "work-agreements-csv-target",
];

/// `GET /steering/agreements.csv`: six years, whole and by quarter.
pub(super) async fn table(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let year = year_of(&query, &app);
    let found = kept::view(&app, &who, year, None).await.map_err(problem_on(&page))?;
    let words = page.words;
    let mut rows: Vec<Vec<String>> = vec![HEADS.map(|it| words.t(it)).to_vec()];
    for one in &found.agreements {
        for year in &one.years {
            let periods = match year.kept {
                None => vec![(words.t("work-agreements-csv-whole"), None)],
                Some(kept) => {
                    let quarter = |(at, it): (u32, Figure)| {
                        (page.t1("work-agreements-quarter", "number", at), Some(it))
                    };
                    let whole = (words.t("work-agreements-csv-whole"), Some(kept.whole));
                    std::iter::once(whole).chain((1..).zip(kept.quarters).map(quarter)).collect()
                }
            };
            for (period, figure) in periods {
                let [kept, counted, percent] = match figure {
                    Some(Figure::Shown(it)) => [
                        it.kept.to_string(),
                        it.counted.to_string(),
                        it.percent().map(|it| it.to_string()).unwrap_or_default(),
                    ],
                    Some(Figure::Nothing) => ["0".to_owned(), "0".to_owned(), String::new()],
                    Some(it) => [String::new(), short(words, it), String::new()],
                    None => [String::new(), words.t("work-agreements-not-measured"), String::new()],
                };
                rows.push(vec![
                    one.agreement.number().to_string(),
                    words.name(&one.agreement),
                    year.year.to_string(),
                    period,
                    kept,
                    counted,
                    percent,
                    year.target.percent.to_string(),
                ]);
            }
        }
    }
    Ok(csv("work-agreements.csv", rows))
}
