//! The chain set going some years ago, beside what happened since.

use sleutel_actions::what_if::{
    Measure,
    history::{BackTest, Compared, REPLICATIONS},
};
use sleutel_words::Words;

use super::{
    chart::{Chart, Line, Table},
    names,
    pictures::band_in_words,
};
use crate::Page;

/// One figure of one year.
#[derive(Debug)]
pub(super) struct TestRow {
    pub(super) year: String,
    pub(super) figure: String,
    pub(super) band: String,
    pub(super) happened: String,
    pub(super) verdict: String,
}

/// What is shown of it.
#[derive(Debug)]
pub(super) struct Test {
    pub(super) said: String,
    pub(super) charts: Vec<Chart>,
    pub(super) rows: Vec<TestRow>,
    pub(super) notes: Vec<String>,
}

fn verdict(words: Words, it: &Compared) -> String {
    words.t(match it.holds() {
        Some(true) => "calibration-test-within",
        Some(false) if it.happened.is_some_and(|was| f64::from(was) > it.band.high) => {
            "calibration-test-more"
        }
        Some(false) => "calibration-test-fewer",
        None => "calibration-test-unknown",
    })
}

fn band(words: Words, it: &Compared) -> String {
    band_in_words(words, [it.band.low, it.band.middle, it.band.high], 0)
}

/// A figure, with what it counts.
fn named(words: Words, measure: Measure) -> String {
    let values = [
        ("measure", names::measure(words, measure).into()),
        ("counts", words.t(names::counts(measure).0).into()),
    ];
    words.t_with("what-if-chart-of", &values)
}

pub(super) fn test(page: &Page, test: &BackTest) -> Test {
    let words = page.words;
    let year = |until| words.t_with("calibration-test-until", &[("day", words.date(until).into())]);
    let rows: Vec<TestRow> = test
        .years
        .iter()
        .flat_map(|it| it.compared.iter().map(move |(measure, one)| (it.until, *measure, one)))
        .map(|(until, measure, one)| TestRow {
            year: year(until),
            figure: named(words, measure),
            band: band(words, one),
            happened: one
                .happened
                .map_or_else(|| words.t("what-if-no-figure"), |it| words.number(it)),
            verdict: verdict(words, one),
        })
        .collect();
    let all: Vec<bool> = test
        .years
        .iter()
        .flat_map(|it| it.compared.iter().filter_map(|(_, one)| one.holds()))
        .collect();
    let within = all.iter().filter(|it| **it).count();
    let key = if within == all.len() {
        "calibration-test-right"
    } else if within * 2 >= all.len() {
        "calibration-test-partly"
    } else {
        "calibration-test-wrong"
    };
    let values = [
        ("within", within.into()),
        ("all", all.len().into()),
        ("from", words.date(test.from).into()),
    ];
    let mut notes =
        vec![words.t_with("calibration-test-how", &[("replications", REPLICATIONS.into())])];
    let unknown =
        test.years.iter().any(|it| it.compared.iter().any(|one| one.1.happened.is_none()));
    if unknown {
        let followed = words.percent(test.followed, 0);
        notes.push(words.t_with("calibration-test-followed", &[("part", followed.into())]));
    }
    let charts = BackTest::MEASURES.into_iter().filter_map(|it| chart(page, test, it));
    Test { said: words.t_with(key, &values), charts: charts.collect(), rows, notes }
}

fn chart(page: &Page, test: &BackTest, measure: Measure) -> Option<Chart> {
    let words = page.words;
    let of = |it: &sleutel_actions::what_if::history::BackYear| {
        it.compared.iter().find(|one| one.0 == measure).map(|one| one.1)
    };
    let years: Vec<Option<Compared>> = test.years.iter().map(of).collect();
    // Nothing to lay beside it.
    years.iter().flatten().find(|it| it.happened.is_some())?;
    let simulated = Line {
        name: words.t("calibration-test-band"),
        points: (years.iter())
            .map(|it| it.map(|it| [it.band.low, it.band.middle, it.band.high]))
            .collect(),
        look: 0,
    };
    let happened = Line {
        name: words.t("calibration-test-happened"),
        points: (years.iter())
            .map(|it| it.and_then(|it| it.happened).map(|it| [f64::from(it); 3]))
            .collect(),
        look: 1,
    };
    let title = named(words, measure);
    let said: Vec<String> = (years.iter().zip(1_usize..))
        .filter_map(|(it, number)| {
            let it = it.as_ref()?;
            let happened =
                it.happened.map_or_else(|| words.t("what-if-no-figure"), |it| words.number(it));
            let values = [
                ("year", number.into()),
                ("band", band(words, it).into()),
                ("happened", happened.into()),
            ];
            Some(words.t_with("calibration-test-alt", &values))
        })
        .collect();
    let rows = years.iter().zip(1_usize..).map(|(it, number)| {
        let none = || words.t("what-if-no-figure");
        let simulated = it.as_ref().map_or_else(none, |it| band(words, it));
        let was = it.as_ref().and_then(|it| it.happened);
        vec![number.to_string(), simulated, was.map_or_else(none, |it| words.number(it))]
    });
    let table = Table {
        label: page.t1("what-if-chart-table-of", "title", title.as_str()),
        heads: vec![page.t("what-if-chart-year"), simulated.name.clone(), happened.name.clone()],
        rows: rows.collect(),
    };
    let alt = page.t2("what-if-chart-alt", "title", title.as_str(), "list", said.join(" "));
    Chart::draw(&[simulated, happened], (title, alt), table, |it| words.decimal(it, 0))
}

/// The same as a file.
pub(super) fn lines(page: &Page, test: &BackTest) -> Vec<Vec<String>> {
    let words = page.words;
    let heads = ["until", "figure", "low", "middle", "high", "happened", "within"];
    let mut lines = vec![heads.map(str::to_owned).to_vec()];
    for year in &test.years {
        for (measure, it) in &year.compared {
            let figures = [it.band.low, it.band.middle, it.band.high].map(|it| format!("{it:.1}"));
            let comma = words.decimal(0.5, 1).contains(',');
            let mut line = vec![year.until.to_string(), named(words, *measure)];
            line.extend(figures.map(|it| if comma { it.replace('.', ",") } else { it }));
            line.push(it.happened.map(|it| it.to_string()).unwrap_or_default());
            line.push(verdict(words, it));
            lines.push(line);
        }
    }
    lines
}
