use sleutel_matching::town::Size;

use super::super::{
    contestant::Run,
    race::{OURS, Race},
};

/// The part of the time of OR-tools that is asked of us.
pub(super) fn asked(size: Size) -> Option<f64> {
    match size {
        Size::S => None,
        Size::Md => Some(0.1),
        Size::M | Size::L | Size::Xl => Some(0.2),
    }
}

/// The milliseconds asked for solving again.
pub(super) fn at_most(size: Size) -> f64 {
    match size {
        Size::S | Size::M | Size::Md => 10.0,
        Size::L | Size::Xl => 100.0,
    }
}

/// CPU seconds of the middle run, when it found the optimum.
pub(super) fn solving(race: &Race, name: &str) -> Option<f64> {
    let entry = race.of(name)?;
    if entry.runs.iter().all(|run| run.optimal) { entry.middle(|run| run.solve) } else { None }
}

/// CPU seconds of a program, and ours as a part of them, to show; of one that was stopped
/// without a plan that is the best, what it had used by then.
pub(super) fn beside(race: &Race, name: &str) -> [String; 2] {
    let used = race.of(name).and_then(|entry| entry.middle(|run| run.solve));
    match (solving(race, name), used) {
        (None, Some(used)) => {
            let part = solving(race, OURS).map(|ours| ours / used);
            [format!("> {}", cell(Some(used))), format!("< {}", cell(part))]
        }
        (solved, _) => [cell(solved), cell(part(race, name))],
    }
}

pub(super) fn part(race: &Race, name: &str) -> Option<f64> {
    Some(solving(race, OURS)? / solving(race, name)?)
}

pub(super) fn gap(run: &Run) -> Option<f64> {
    let plan = float(run.objective?.unsigned_abs());
    Some(((run.bound? - plan) / plan).max(0.0))
}

/// Counts here are far below where this loses anything.
#[expect(clippy::cast_precision_loss, reason = "to divide and to show, not to count")]
pub(super) fn float(count: u64) -> f64 {
    count as f64
}

/// Three figures that count; a dash for what was not measured.
pub(super) fn cell(figure: Option<f64>) -> String {
    match figure {
        None => "–".to_owned(),
        Some(it) if it >= 100.0 => format!("{it:.0}"),
        Some(it) if it >= 10.0 => format!("{it:.1}"),
        Some(it) if it >= 1.0 => format!("{it:.2}"),
        Some(it) if it >= 0.1 => format!("{it:.3}"),
        Some(it) => format!("{it:.4}"),
    }
}

/// With a comma between thousands.
pub(super) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
