//! Solves a reference town in memory, without files: `town SIZE [CHANGES]`.
//!
//! One line of JSON on the output. Without changes: what the plan is worth and what proves
//! it, CPU seconds of this thread for the plan and for going over it again, and memory of
//! the question and at most. With changes: CPU seconds to solve again after each of so
//! many small ones. `cargo xtask bench placement` reads both.

mod changes;
mod ruler;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use ruler::Ruler;
use sleutel_matching::{
    Instance,
    town::{Size, Town},
};

fn main() -> io::Result<ExitCode> {
    let words: Vec<_> = std::env::args().skip(1).collect();
    let size = words.first().and_then(|word| word.parse::<Size>().ok());
    let count = words.get(1).map(|word| word.parse::<u32>());
    let (Some(size), None | Some(Ok(_))) = (size, &count) else {
        writeln!(io::stderr(), "usage: town S|M|MD|L|XL [CHANGES]")?;
        return Ok(ExitCode::from(2));
    };
    let instance = Town::new(size.figures()).map_err(|errors| bad(&errors))?.instance;
    let line = match count {
        Some(Ok(count)) => changes::solve_again(&instance, count)?,
        Some(Err(_)) | None => solve(&instance)?,
    };
    writeln!(io::stdout(), "{line}")?;
    Ok(ExitCode::SUCCESS)
}

fn solve(instance: &Instance) -> io::Result<String> {
    let ruler = Ruler::new();
    let solution = sleutel_matching::solve(instance).map_err(|error| bad(&error))?;
    let solve_seconds = ruler.seconds();
    let peak_bytes = Ruler::peak();
    let faults = instance.faults(&solution.plan, false);
    if !faults.is_empty() {
        return Err(bad(&faults));
    }
    let bound = instance.bound(&solution.prices).floor();
    let check_seconds = ruler.seconds() - solve_seconds;
    let objective = instance.objective(&solution.plan);
    let status = if bound == i128::from(objective) { "optimal" } else { "stopped" };
    let input_bytes = input_bytes(instance);
    Ok(format!(
        "{{\"status\":\"{status}\",\"objective\":{objective},\"bound\":{bound},\
         \"build_seconds\":0,\"solve_seconds\":{solve_seconds:.6},\
         \"check_seconds\":{check_seconds:.6},\
         \"input_bytes\":{input_bytes},\"peak_bytes\":{peak_bytes}}}",
    ))
}

/// What the instance itself takes. Not what the process held before: memory left from
/// making the town would hide some of what solving takes.
fn input_bytes(instance: &Instance) -> usize {
    size_of_val(instance.arcs())
        + size_of_val(instance.starts())
        + size_of_val(instance.people())
        + size_of_val(instance.homes())
        + size_of_val(instance.nodes())
        + size_of_val(instance.groups())
}

fn bad(what: &impl std::fmt::Debug) -> io::Error {
    io::Error::other(format!("{what:?}"))
}
