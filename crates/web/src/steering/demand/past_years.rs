//! How good the forecasts of the past would have been, in plain words and as a picture.

use sleutel_domain::steering::forecast::{BackTest, Score, Size};
use sleutel_words::Words;

use super::{band, month, picture::Picture};

/// Years that are drawn at most, the last ones.
const DRAWN: usize = 6;

/// What the page says of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Told {
    /// Sentences, in words already.
    pub(super) sentences: Vec<String>,
    pub(super) picture: Picture,
    /// Year, what came, what would have been expected.
    pub(super) years: Vec<(String, String, String)>,
    /// Size of group, within the band of a hundred, miss beside the two peers.
    pub(super) sizes: Vec<[String; 5]>,
}

/// `None` while the past is too short.
pub(super) fn told(words: Words, test: &BackTest) -> Option<Told> {
    let within = test.months.coverage()?;
    let hundred = |part: f64| words.decimal(part * 100.0, 0);
    let years = test.past_years.len();
    let mut sentences = vec![words.t_with(
        "demand-test-months",
        &[("years", years.into()), ("within", hundred(within).into())],
    )];
    if let Some(part) = test.years.coverage() {
        sentences.push(words.t_with("demand-test-years", &[("within", hundred(part).into())]));
    }
    sentences.extend(beside(words, &test.months));
    let drawn = test.past_years.iter().skip(years.saturating_sub(DRAWN));
    let bands: Vec<(String, u32, f64, u32, u32)> = drawn
        .clone()
        .map(|it| {
            let (first, last) = (it.from.year(), it.from.plus(11).year());
            let name = if first == last {
                first.to_string()
            } else {
                format!("{first}/{:02}", last.rem_euclid(100))
            };
            (name, it.expected.low, it.expected.mean, it.expected.high, it.came)
        })
        .collect();
    let held = test.past_years.iter().filter(|it| it.expected.holds(it.came)).count();
    let label =
        words.t_with("demand-test-picture", &[("years", years.into()), ("within", held.into())]);
    sentences.push(label.clone());
    let table = drawn.map(|it| {
        let name = words.t_with("demand-from", &[("month", month(words, it.from).into())]);
        (name, words.number(it.came), band(words, &it.expected))
    });
    let sizes = Size::ALL.into_iter().zip(&test.by_size).filter_map(|(size, score)| {
        let part = hundred(score.coverage()?);
        let name = match size {
            Size::Small => words.t("demand-size-small"),
            Size::Medium => words.t("demand-size-medium"),
            Size::Large => words.t("demand-size-large"),
        };
        let loss = |it: f64| words.decimal(it, 2);
        Some([name, part, loss(score.loss), loss(score.same_month), loss(score.last_year)])
    });
    Some(Told {
        sentences,
        years: table.collect(),
        sizes: sizes.collect(),
        picture: Picture::of_bands(&bands, label),
    })
}

/// How it does beside who says: as many as in the same month last year.
fn beside(words: Words, score: &Score) -> Option<String> {
    let part = (score.same_month > 0.0).then(|| 1.0 - score.loss / score.same_month)?;
    let key = if part >= 0.0 { "demand-test-better" } else { "demand-test-worse" };
    Some(words.t_with(key, &[("percent", words.percent(part.abs(), 0).into())]))
}
