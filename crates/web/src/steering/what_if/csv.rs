//! The figures of a what-if as a file.

use axum::{extract::State, response::Response};
use sleutel_actions::{
    App,
    what_if::{self, Band, Measure, Replication},
};
use sleutel_words::Words;

use super::{
    At, names,
    parts::{self, By},
    refuse,
};
use crate::{Acting, Page, Problem, homes};
use axum::response::IntoResponse;

/// `GET /steering/what-if/{id}/figures.csv`: each measure of each policy in each year, of all and of
/// each group and area, with the difference with the first.
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
    let Some(outcome) = &view.outcome else { return Problem::not_found().into_response() };
    let words = page.words;
    let difference = page.t("what-if-csv-difference");
    let sides = ["what-if-low", "what-if-value", "what-if-high", "what-if-csv-mean"];
    let sides = sides.map(|key| page.t(key));
    let mut heads: Vec<String> = [
        "what-if-policies",
        "what-if-csv-part",
        "what-if-csv-measure",
        "what-if-csv-counts",
        "what-if-chart-year",
    ]
    .map(|key| page.t(key))
    .to_vec();
    heads.extend(sides.iter().cloned());
    heads.extend(sides.iter().map(|it| format!("{difference}: {it}")));
    let mut rows = vec![heads];
    let years = usize::try_from(view.asked.years).unwrap_or(0);
    let all = vec![(page.t("what-if-csv-all"), None, Measure::ALL.to_vec())];
    let of = |by: By| {
        let named = parts::parts(words, &view, by).into_iter().enumerate();
        named.map(move |(at, it)| (it.1, Some(parts::cut(by, at)), by.measures().to_vec()))
    };
    let parts: Vec<_> = all.into_iter().chain(of(By::Group)).chain(of(By::Area)).collect();
    for (variant, policy) in view.asked.policies().into_iter().enumerate() {
        for (part, cut, measures) in &parts {
            for (measure, year) in
                measures.iter().flat_map(|&it| (0..years).map(move |at| (it, at)))
            {
                let (counts, times, _) = names::counts(measure);
                let mut row = vec![
                    names::policy(words, policy),
                    part.clone(),
                    names::measure(words, measure),
                    page.t(counts),
                    (year + 1).to_string(),
                ];
                let figure = |it: &Replication| match cut {
                    None => it.years.get(year)?.get(measure),
                    Some(cut) => it.part(year, *cut)?.get(measure),
                };
                row.extend(cells(words, times, outcome.spread(variant, figure)));
                let with_first = outcome.spread_of_difference(variant, 0, figure);
                row.extend(cells(words, times, with_first.filter(|_| variant > 0)));
                rows.push(row);
            }
        }
    }
    homes::csv("what-if.csv", rows)
}

/// The four figures of a band, or four empty cells.
fn cells(words: Words, times: f64, band: Option<Band>) -> [String; 4] {
    let Some(it) = band else { return Default::default() };
    let comma = words.decimal(0.5, 1).contains(',');
    let text = [it.low, it.middle, it.high, it.mean].map(|it| format!("{:.4}", times * it));
    text.map(|it| if comma { it.replace('.', ",") } else { it })
}
