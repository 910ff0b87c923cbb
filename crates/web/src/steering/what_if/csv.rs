//! The figures of a what-if as a file.

use axum::{extract::State, response::Response};
use sleutel_actions::{
    App,
    what_if::{self, Band, Measure},
};

use super::{At, names, refuse};
use crate::{Acting, Page, Problem, homes};
use axum::response::IntoResponse;

/// `GET /steering/what-if/{id}/figures.csv`: each measure of each policy in each year, with the
/// difference with the first.
pub(super) async fn figures(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
) -> Response {
    let view = match what_if::view(&app, &who, id).await {
        Ok(view) => view,
        Err(error) => return refuse(&page, &error),
    };
    let Some(outcome) = view.outcome else { return Problem::not_found().into_response() };
    let words = page.words;
    let difference = page.t("what-if-csv-difference");
    let sides = ["what-if-low", "what-if-value", "what-if-high", "what-if-csv-mean"];
    let sides = sides.map(|key| page.t(key));
    let mut heads: Vec<String> =
        ["what-if-policies", "what-if-csv-measure", "what-if-csv-counts", "what-if-chart-year"]
            .map(|key| page.t(key))
            .to_vec();
    heads.extend(sides.iter().cloned());
    heads.extend(sides.iter().map(|it| format!("{difference}: {it}")));
    let comma = words.decimal(0.5, 1).contains(',');
    let mut rows = vec![heads];
    let years = usize::try_from(view.asked.years).unwrap_or(0);
    for (variant, policy) in view.asked.policies().into_iter().enumerate() {
        for measure in Measure::ALL {
            let (counts, times, _) = names::counts(measure);
            let cells = |band: Option<Band>| {
                let figures = band.map(|it| [it.low, it.middle, it.high, it.mean]);
                figures.map_or_else(
                    || vec![String::new(); 4],
                    |figures| {
                        let text = figures.map(|it| format!("{:.4}", times * it));
                        let mark = |it: String| if comma { it.replace('.', ",") } else { it };
                        text.map(mark).to_vec()
                    },
                )
            };
            for year in 0..years {
                let mut row = vec![
                    names::policy(words, policy),
                    names::measure(words, measure),
                    page.t(counts),
                    (year + 1).to_string(),
                ];
                row.extend(cells(outcome.band(variant, year, measure)));
                let with_first = outcome.difference(variant, 0, year, measure);
                row.extend(cells(with_first.filter(|_| variant > 0)));
                rows.push(row);
            }
        }
    }
    homes::csv("what-if.csv", rows)
}
