//! `cargo xtask bench placement`: our placement engine beside others, on the same towns
//! in the same run. The page it writes says what is measured and how.

mod contestant;
mod machine;
mod options;
mod page;
mod race;
mod setup;
pub mod town_files;

use std::io::{self, Write};

pub use options::{Options, USAGE};

/// Runs the whole benchmark and writes `placement.md` and `placement.json`.
///
/// Fails when a program cannot be built or run, and when an answer is not the known
/// optimum or not proven: then there is nothing to compare.
pub fn placement(options: &Options) -> io::Result<()> {
    let tools = setup::prepare(options)?;
    let machine = machine::describe(&tools)?;
    let mut towns = Vec::new();
    for &size in &options.sizes {
        towns.push(race::without_loads(size, &tools, options)?);
    }
    let mut on_files = Vec::new();
    if options.files {
        for &size in &options.sizes {
            on_files.push(race::on_files(size, &tools)?);
        }
    }
    let mut changes = Vec::new();
    for &size in &options.sizes {
        changes.extend(race::after_changes(size, &tools)?);
    }
    let mut loads = Vec::new();
    if options.loads {
        for &size in &options.sizes {
            loads.extend(race::with_loads(size, &tools, options)?);
        }
    }
    let results = page::Results { machine, towns, on_files, changes, loads };
    let written = page::write(&results, options)?;
    writeln!(io::stdout(), "{}", written.display())
}

/// Says on the screen what goes on.
fn say(what: &str) -> io::Result<()> {
    writeln!(io::stderr(), "{what}")
}
