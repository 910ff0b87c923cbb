//! Shares out the homes of simulated years in several ways and compares them: home by
//! home, week by week, week by week looking ahead, and as somebody could have done who
//! knew the year beforehand. What happens in a year is the same for every way.
//!
//! ```text
//! cargo run --release -p sleutel-placement --example years -- \
//!     --years 20 --people 4000 --homes 1800 --seed 1 --write docs/benchmarks/looking-ahead.md
//! ```

mod chance;
mod interval;
mod page;
mod policy;
mod town;

use std::{io::Write, path::PathBuf, process::ExitCode, time::Instant};

use page::Row;
use policy::Policy;
use town::Year;

/// What was asked for on the command line.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) years: usize,
    pub(crate) people: usize,
    pub(crate) homes: usize,
    pub(crate) seed: usize,
    pub(crate) futures: u8,
    pub(crate) weeks: usize,
    /// Where the page goes; the standard output when not said.
    write: Option<PathBuf>,
}

impl Asked {
    fn read(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut asked = Self {
            years: 20,
            people: 4_000,
            homes: 1_800,
            seed: 1,
            futures: 5,
            weeks: 26,
            write: None,
        };
        while let Some(name) = args.next() {
            let value = args.next().ok_or_else(|| format!("`{name}` asks for a value"))?;
            if name == "--write" {
                asked.write = Some(PathBuf::from(value));
                continue;
            }
            let number: usize =
                value.parse().map_err(|_| format!("`{value}` is not a whole number"))?;
            match name.as_str() {
                "--years" => asked.years = number,
                "--people" => asked.people = number.clamp(100, 4_000),
                "--homes" => asked.homes = number.clamp(52, 4_000),
                "--seed" => asked.seed = number,
                "--futures" => asked.futures = u8::try_from(number.clamp(1, 20)).unwrap_or(5),
                "--weeks" => asked.weeks = number.clamp(1, 52),
                _ => return Err(format!("there is no `{name}`")),
            }
        }
        Ok(asked)
    }
}

fn main() -> ExitCode {
    match Asked::read(std::env::args().skip(1)).and_then(|asked| run(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(asked: &Asked) -> Result<(), String> {
    let failed = |cause: std::io::Error| cause.to_string();
    let mut rows: Vec<Row> = Policy::ALL.map(Row::new).to_vec();
    for number in 0..asked.years {
        let seed = u64::try_from(asked.seed + number).unwrap_or(0);
        let year = Year::new(asked, seed);
        for row in &mut rows {
            let begin = Instant::now();
            let outcome = policy::run(&year, asked, row.policy);
            row.add(outcome, begin.elapsed());
        }
        writeln!(std::io::stderr(), "year {} of {}", number + 1, asked.years).map_err(failed)?;
    }
    let page = page::page(asked, &rows);
    match &asked.write {
        Some(path) => std::fs::write(path, page).map_err(failed),
        None => std::io::stdout().write_all(page.as_bytes()).map_err(failed),
    }
}
