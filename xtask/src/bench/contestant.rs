use std::{
    ffi::OsString,
    io,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;

/// A program that solves one town, in one process and on one thread.
#[derive(Debug)]
pub(super) struct Contestant {
    /// As it is called in the tables.
    pub(super) name: &'static str,
    pub(super) program: OsString,
    pub(super) words: Vec<OsString>,
}

/// What one run gave.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Run {
    /// What the best plan found is worth; `None` when none was found.
    pub(super) objective: Option<i64>,
    /// What no plan can pass, as far as the program says.
    pub(super) bound: Option<f64>,
    /// Whether it says its plan is the best.
    pub(super) optimal: bool,
    /// CPU seconds to hand over a town that is in memory.
    pub(super) build: f64,
    /// CPU seconds to solve it.
    pub(super) solve: f64,
    /// CPU seconds to go over the answer again, not part of solving.
    pub(super) check: f64,
    /// Bytes of memory at most, the town included.
    pub(super) peak: Option<u64>,
    /// Bytes of memory above the town.
    pub(super) above: Option<u64>,
}

impl Contestant {
    pub(super) fn script(
        name: &'static str,
        python: &Path,
        script: &str,
        words: &[OsString],
    ) -> Self {
        let script = crate::files::root().join("xtask/bench").join(script);
        let words = [script.into_os_string()].into_iter().chain(words.iter().cloned());
        Self { name, program: python.into(), words: words.collect() }
    }

    pub(super) fn run(&self) -> io::Result<Run> {
        Ok(Run::read(&self.answer()?))
    }

    /// The JSON it prints last.
    pub(super) fn answer(&self) -> io::Result<Value> {
        let output = Command::new(&self.program)
            .args(&self.words)
            // Libraries below them would start a thread a core.
            .envs(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"].map(|name| (name, "1")))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stderr(Stdio::inherit())
            .output()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let answer = text.lines().rev().find_map(|line| serde_json::from_str(line).ok());
        let answer: Option<Value> = answer.or_else(|| serde_json::from_str(&text).ok());
        match answer {
            Some(answer) if output.status.success() => Ok(answer),
            _ => Err(io::Error::other(format!("{}: {}, said `{text}`", self.name, output.status))),
        }
    }
}

impl Run {
    /// From what the programs print: ours in memory and the scripts the same fields,
    /// `sleutel solve` those of its own.
    pub(super) fn read(answer: &Value) -> Self {
        let float = |key: &str| answer[key].as_f64();
        let peak = answer["peak_bytes"].as_u64();
        let input = answer["input_bytes"].as_u64();
        Self {
            objective: answer["objective"].as_i64(),
            bound: float("bound"),
            optimal: answer["status"] == "optimal",
            build: float("build_seconds").unwrap_or(0.0),
            solve: float("solve_seconds").or(float("seconds")).unwrap_or(0.0),
            check: float("check_seconds").unwrap_or(0.0),
            peak,
            above: peak.zip(input).map(|(peak, input)| peak.saturating_sub(input)),
        }
    }
}

/// The one in the middle; of two in the middle the larger.
pub(super) fn median<T: Copy>(
    items: &[T],
    less: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> Option<T> {
    let mut sorted = items.to_vec();
    sorted.sort_by(less);
    sorted.get(sorted.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_five_is_the_third() {
        assert_eq!(median(&[5, 1, 4, 2, 3], Ord::cmp), Some(3));
        assert_eq!(median(&[2, 1], Ord::cmp), Some(2));
        assert_eq!(median::<u8>(&[], Ord::cmp), None);
    }

    #[test]
    fn memory_above_the_town_is_what_is_left() {
        let answer = serde_json::json!({
            "status": "optimal", "objective": 7, "solve_seconds": 0.5,
            "input_bytes": 100, "peak_bytes": 160,
        });
        let run = Run::read(&answer);
        assert_eq!((run.objective, run.optimal, run.above), (Some(7), true, Some(60)));
    }
}
