//! How the gap closes over time: `cargo run --release -p sleutel-matching --example loads
//! -- M 30 1` places the reference town M with its limits on load for 30 seconds of the
//! processor, with seed 1.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;
use std::time::Instant;

use sleutel_matching::loads::{Options, solve_watched};
use sleutel_matching::town::{Size, Town};

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let size: Size = words.next().as_deref().unwrap_or("S").parse()?;
    let seconds: f64 = words.next().as_deref().unwrap_or("5").parse()?;
    let seed = words.next().as_deref().unwrap_or("1").parse()?;
    let town = Town::new(size.figures()).map_err(|errors| format!("{errors:?}"))?;
    let clock = Clock::new();
    let options = Options { seed, max_steps: None };
    let mut next = 0.0;
    println!("  seconds    steps       plan      bound     gap");
    let solution =
        solve_watched(&town.instance, &options, &mut || clock.seconds() > seconds, &mut |it| {
            if clock.seconds() < next {
                return;
            }
            next = clock.seconds() * 1.2;
            let plan = it.objective.map_or("-".to_owned(), |plan| plan.to_string());
            let gap = it.objective.map_or("-".to_owned(), |plan| percent(it.most, plan));
            println!("{:9.2} {:8} {plan:>10} {:10} {gap:>9}", clock.seconds(), it.steps, it.most);
        })?;
    println!(
        "{:9.2} {:8} {:10} {:10} {:>9} by prices of limits {:>9}",
        clock.seconds(),
        solution.steps,
        solution.objective,
        solution.most(),
        percent(solution.most(), solution.objective),
        percent(solution.bound.floor(), solution.objective),
    );
    assert_eq!(town.instance.faults(&solution.plan, true), []);
    Ok(())
}

fn percent(most: i128, plan: i64) -> String {
    format!("{:.4} %", (most as f64 / plan as f64 - 1.0) * 100.0)
}

/// Seconds of the processor where the system tells them, else of the wall.
struct Clock {
    began: Instant,
    used: f64,
}

impl Clock {
    fn new() -> Self {
        Self { began: Instant::now(), used: used().unwrap_or(0.0) }
    }

    fn seconds(&self) -> f64 {
        used().map_or_else(|| self.began.elapsed().as_secs_f64(), |used| used - self.used)
    }
}

/// Linux counts hundredths of a second, in the user's code and in the system's.
fn used() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut counts = text.rsplit(')').next()?.split_whitespace().skip(11);
    let mut next = || counts.next()?.parse::<f64>().ok();
    Some((next()? + next()?) / 100.0)
}
