//! The page with tables, and the same figures as JSON.

mod figures;
mod json;
mod tables;

use std::{fmt::Write, fs, io, path::PathBuf};

use figures::{asked, at_most, cell, float, part};

use super::{
    Options,
    machine::Machine,
    race::{Changes, Entry, OR_TOOLS, OURS, OnFiles, Race, highs_limit},
};

/// Bytes of memory a pair above the town that we allow ourselves.
const MOST_BYTES: f64 = 25.0;

/// Everything that was measured.
#[derive(Debug)]
pub(super) struct Results {
    pub(super) machine: Machine,
    pub(super) towns: Vec<Race>,
    pub(super) on_files: Vec<OnFiles>,
    pub(super) changes: Vec<Changes>,
    pub(super) loads: Vec<Race>,
}

/// Writes both files and says where the page is.
pub(super) fn write(results: &Results, options: &Options) -> io::Result<PathBuf> {
    fs::create_dir_all(&options.out)?;
    let json = format!("{:#}\n", json::of(results));
    fs::write(options.out.join("placement.json"), json)?;
    let page = options.out.join("placement.md");
    // Writing to a text does not fail.
    let text = markdown(results, options).map_err(io::Error::other)?;
    fs::write(&page, text)?;
    Ok(page)
}

fn markdown(results: &Results, options: &Options) -> Result<String, std::fmt::Error> {
    let mut page = String::new();
    let to = &mut page;
    let machine = &results.machine;
    writeln!(to, "# The placement engine beside others\n")?;
    writeln!(
        to,
        "Written by `cargo xtask bench placement` (`--help` lists its choices) on {}. The engine is \
         tree\n`{}` (`git rev-parse HEAD:crates/matching/src`). {}, {} cores, {} programs at work on them when it \
         began.\n{}.\n",
        machine.date,
        machine.engine,
        machine.processor,
        machine.cores,
        machine.load,
        machine.programs.join(", "),
    )?;
    writeln!(to, "## Without limits on load\n")?;
    tables::time(to, &results.towns)?;
    tables::memory(to, &results.towns)?;
    tables::growth(to, &results.towns)?;
    if !results.on_files.is_empty() {
        tables::on_files(to, &results.on_files)?;
    }
    if !results.changes.is_empty() {
        tables::changes(to, &results.changes)?;
    }
    if !results.loads.is_empty() {
        tables::loads(to, &results.loads)?;
    }
    short(to, results)?;
    how(to, options)?;
    Ok(page)
}

/// The targets that are not reached.
fn short(to: &mut String, results: &Results) -> std::fmt::Result {
    writeln!(to, "## Where it falls short\n")?;
    let mut all = true;
    for race in &results.towns {
        let name = race.size.name();
        let Some(most) = asked(race.size) else { continue };
        if let Some(part) = part(race, OR_TOOLS).filter(|part| *part > most) {
            all = false;
            let part = cell(Some(part));
            writeln!(to, "- {name}: {part} of the time of OR-tools, where {most} is asked.")?;
        }
        let above = race.of(OURS).and_then(Entry::above).map(float);
        let bytes = above.map(|above| above / float(race.pairs));
        if let Some(bytes) = bytes.filter(|bytes| *bytes > MOST_BYTES) {
            all = false;
            writeln!(to, "- {name}: {bytes:.0} bytes a pair, where {MOST_BYTES} are asked.")?;
        }
    }
    for town in &results.changes {
        let most = at_most(town.size);
        for kind in &town.kinds {
            let worst = kind.seconds.last().copied().unwrap_or(0.0) * 1_000.0;
            if worst > most {
                all = false;
                let (name, change) = (town.size.name(), &kind.change);
                writeln!(
                    to,
                    "- {name}: {worst:.0} ms after a {change}, where {most:.0} are asked."
                )?;
            }
        }
    }
    if all {
        writeln!(to, "Of what was measured here, nothing is short of what was asked.")?;
    }
    writeln!(to)
}

fn how(to: &mut String, options: &Options) -> std::fmt::Result {
    writeln!(
        to,
        "## How it is measured\n\n\
         - The towns are invented, from a seed (`crates/matching/src/town`); anyone can make them \
           again.\n\
         - Every solve is a process of its own on one thread. The programs take turns, {} runs \
           each, and the\n  middle one counts; a program that needs more than 20 seconds runs \
           once. CPU seconds, not the clock.\n  HiGHS is stopped after {} seconds on the clock, \
           `> …` then shows what it had used.\n\
         - Nobody pays for reading or making the town: time starts when it is in memory. Ours is \
           from there\n  to the plan *and* the prices that prove it. Theirs is `solve()` or \
           `run()` alone, without the time\n  to hand the arrays over (in `placement.json`) or to \
           make them.\n\
         - OR-tools is `SimpleMinCostFlow` in the form that we found fastest for it: groups feed \
           people, floors are\n  moved into supplies, areas that bind nothing are left out, arrays \
           are handed over in bulk. HiGHS\n  gets flows through the tree as columns with bounds, \
           and its simplex. The scripts are in\n  `xtask/bench`.\n\
         - Everybody must find the known optimum. Our plan is gone over again with every floor and \
           ceiling, and\n  our prices must prove it; that is not part of the time.\n\
         - Memory is the most the process held while solving. Ours is counted above the bytes of \
           the town\n  itself, so the program is in it; theirs above what Python held before it \
           began.",
        options.runs,
        highs_limit(options),
    )
}
