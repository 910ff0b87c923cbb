use std::{fmt::Write, time::Duration};

use crate::{
    Asked,
    interval::Interval,
    policy::{Outcome, Policy},
};

/// What one way of sharing out made of every year.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) policy: Policy,
    years: Vec<Outcome>,
    took: Duration,
}

impl Row {
    pub(crate) fn new(policy: Policy) -> Self {
        Self { policy, years: Vec::new(), took: Duration::ZERO }
    }

    pub(crate) fn add(&mut self, outcome: Outcome, took: Duration) {
        self.years.push(outcome);
        self.took += took;
    }
}

/// A figure of a year, given what could have been done in hindsight.
type Figure = fn(&Outcome, &Outcome) -> f64;

const FIGURES: [(&str, usize, Figure); 8] = [
    ("placed", 1, |it, _| f64::from(it.placed)),
    ("points a placement", 1, |it, _| it.points_each()),
    ("points, % of hindsight", 2, |it, best| 100.0 * ratio(it.points, best.points)),
    ("homes and points, % of hindsight", 2, |it, best| 100.0 * ratio(it.value(), best.value())),
    ("group least far, %", 1, |it, _| it.least_helped()),
    ("with a ground placed", 1, |it, _| f64::from(it.grounds)),
    ("weeks waited", 1, |it, _| it.weeks_each()),
    ("adapted homes misused", 2, |it, _| f64::from(it.misused)),
];

fn ratio(one: i64, other: i64) -> f64 {
    float(one) / float(other)
}

#[expect(clippy::cast_precision_loss, reason = "sums of points stay far below 2^52")]
pub(crate) fn float(number: i64) -> f64 {
    number as f64
}

fn figures(row: &Row, best: &Row, of: Figure) -> Vec<f64> {
    row.years.iter().zip(&best.years).map(|(it, best)| of(it, best)).collect()
}

/// The page: the means of every way, and how much looking ahead differs from not doing so
/// in the same years.
pub(crate) fn page(asked: &Asked, rows: &[Row]) -> String {
    let mut page = String::new();
    let _ = writeln!(page, "# Looking ahead, over simulated years\n");
    let _ = writeln!(
        page,
        "Made by `cargo run --release -p sleutel-placement --example years -- --years {} \
         --people {} --homes {} --seed {} --futures {} --weeks {}`. What the columns and the \
         ways are, and what follows from the figures, stands in \
         [decision 9](../decisions/0009-looking-ahead.md).\n",
        asked.years, asked.people, asked.homes, asked.seed, asked.futures, asked.weeks
    );
    let Some(best) = rows.iter().find(|it| it.policy == Policy::Hindsight) else { return page };
    let _ = writeln!(page, "## Every way, mean of {} years\n", best.years.len());
    head(&mut page, "way");
    for row in rows {
        let _ = write!(page, "| {} |", row.policy.name());
        for (_, digits, of) in FIGURES {
            let mean = Interval::of(&figures(row, best, of)).mean;
            let _ = write!(page, " {mean:.digits$} |");
        }
        page.push('\n');
    }
    let Some(rounds) = rows.iter().find(|it| it.policy == Policy::Rounds) else { return page };
    let _ = writeln!(
        page,
        "\n## Difference with rounds that do not look ahead, same years, with the interval of \
         95 %\n"
    );
    head(&mut page, "way");
    for row in rows.iter().filter(|it| it.policy != Policy::Rounds) {
        let _ = write!(page, "| {} |", row.policy.name());
        for (_, digits, of) in FIGURES {
            let (own, other) = (figures(row, best, of), figures(rounds, best, of));
            let difference: Vec<_> = own.iter().zip(&other).map(|(one, two)| one - two).collect();
            let Interval { mean, half } = Interval::of(&difference);
            let _ = write!(page, " {mean:+.digits$} ± {half:.digits$} |");
        }
        page.push('\n');
    }
    let _ = writeln!(page, "\n## Time\n\n| way | seconds a year |\n|---|--:|");
    for row in rows {
        let years = u32::try_from(row.years.len()).unwrap_or(u32::MAX).max(1);
        let _ =
            writeln!(page, "| {} | {:.1} |", row.policy.name(), (row.took / years).as_secs_f64());
    }
    page
}

fn head(page: &mut String, first: &str) {
    let names: Vec<_> = FIGURES.iter().map(|(name, ..)| *name).collect();
    let _ = writeln!(page, "| {first} | {} |", names.join(" | "));
    let _ = writeln!(page, "|---|{}", "--:|".repeat(FIGURES.len()));
}
