//! The page with tables, and the same figures as JSON.

use std::{fmt::Write, fs, io, path::PathBuf};

use serde_json::{Value, json};
use sleutel_matching::town::Size;

use super::{
    Options,
    contestant::Run,
    machine::Machine,
    race::{CP_SAT, Changes, Entry, HIGHS, Kind, OR_TOOLS, OURS, Race},
};

/// Bytes of memory a pair above the town that we allow ourselves.
const MOST_BYTES: f64 = 25.0;

/// Everything that was measured.
#[derive(Debug)]
pub(super) struct Results {
    pub(super) machine: Machine,
    pub(super) towns: Vec<Race>,
    pub(super) changes: Vec<Changes>,
    pub(super) loads: Vec<Race>,
}

/// Writes both files and says where the page is.
pub(super) fn write(results: &Results, options: &Options) -> io::Result<PathBuf> {
    fs::create_dir_all(&options.out)?;
    let json = format!("{:#}\n", as_json(results));
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
         tree\n`{}` (`git rev-parse HEAD:crates/matching`). {}, {} cores. {}.\n",
        machine.date,
        machine.engine,
        machine.processor,
        machine.cores,
        machine.programs.join(", "),
    )?;
    writeln!(to, "## Without limits on load\n")?;
    time(to, &results.towns)?;
    memory(to, &results.towns)?;
    growth(to, &results.towns)?;
    if !results.changes.is_empty() {
        changes(to, &results.changes)?;
    }
    if !results.loads.is_empty() {
        loads(to, &results.loads)?;
    }
    short(to, results)?;
    how(to, options)?;
    Ok(page)
}

fn time(to: &mut String, towns: &[Race]) -> std::fmt::Result {
    writeln!(to, "CPU seconds on one thread, and ours as a part of theirs.\n")?;
    writeln!(
        to,
        "| town | people | homes | pairs | Sleutel | OR-tools | part | asked | HiGHS simplex | part |"
    )?;
    writeln!(to, "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")?;
    for race in towns {
        let figures = race.size.figures();
        let asked = asked(race.size).map_or("–".to_owned(), |it| it.to_string());
        writeln!(
            to,
            "| {} | {} | {} | {} | {} | {} | {} | {asked} | {} | {} |",
            race.size.name(),
            grouped(figures.people.into()),
            grouped(figures.homes.into()),
            grouped(race.pairs),
            cell(solving(race, OURS)),
            cell(solving(race, OR_TOOLS)),
            cell(part(race, OR_TOOLS)),
            cell(solving(race, HIGHS)),
            cell(part(race, HIGHS)),
        )?;
    }
    writeln!(to)
}

fn memory(to: &mut String, towns: &[Race]) -> std::fmt::Result {
    writeln!(to, "Memory above the town itself: megabytes, and bytes a pair.\n")?;
    writeln!(to, "| town | Sleutel | a pair | OR-tools | a pair | HiGHS | a pair |")?;
    writeln!(to, "|---|--:|--:|--:|--:|--:|--:|")?;
    for race in towns {
        write!(to, "| {} |", race.size.name())?;
        for name in [OURS, OR_TOOLS, HIGHS] {
            let above = race.of(name).and_then(Entry::above).map(float);
            let pair = above.map(|above| above / float(race.pairs));
            write!(to, " {} | {} |", cell(above.map(|above| above / 1e6)), cell(pair))?;
        }
        writeln!(to)?;
    }
    writeln!(to)
}

fn growth(to: &mut String, towns: &[Race]) -> std::fmt::Result {
    writeln!(to, "CPU seconds for each million pairs: even is linear.\n")?;
    writeln!(to, "| town | Sleutel | OR-tools | HiGHS |")?;
    writeln!(to, "|---|--:|--:|--:|")?;
    for race in towns {
        let each = |name| cell(solving(race, name).map(|it| it * 1e6 / float(race.pairs)));
        let (ours, or_tools, highs) = (each(OURS), each(OR_TOOLS), each(HIGHS));
        writeln!(to, "| {} | {ours} | {or_tools} | {highs} |", race.size.name())?;
    }
    writeln!(to)
}

fn changes(to: &mut String, towns: &[Changes]) -> std::fmt::Result {
    writeln!(to, "## Again after a change\n")?;
    writeln!(
        to,
        "Sleutel, from the plan it had: CPU milliseconds for the change and the new plan, proven \
         anew. A pin\ngives somebody a certain home, a ban takes away the home the plan gives, a \
         quota is one place more or\nless for a group or an area, a person is new. Each change \
         is made to the town as it was.\n"
    )?;
    writeln!(to, "| town | change | how many | middle | worst | asked |")?;
    writeln!(to, "|---|---|--:|--:|--:|--:|")?;
    for town in towns {
        let asked = at_most(town.size);
        for kind in &town.kinds {
            let milliseconds = |it: Option<&f64>| cell(it.map(|it| it * 1_000.0));
            let (count, seconds) = (kind.seconds.len(), &kind.seconds);
            let (middle, worst) =
                (milliseconds(seconds.get(count / 2)), milliseconds(seconds.last()));
            let (name, change) = (town.size.name(), &kind.change);
            writeln!(to, "| {name} | {change} | {count} | {middle} | {worst} | {asked:.0} |")?;
        }
    }
    writeln!(to)
}

/// The milliseconds asked for solving again.
fn at_most(size: Size) -> f64 {
    match size {
        Size::S | Size::M | Size::Md => 10.0,
        Size::L | Size::Xl => 100.0,
    }
}

fn loads(to: &mut String, towns: &[Race]) -> std::fmt::Result {
    writeln!(to, "## With limits on load\n")?;
    writeln!(
        to,
        "The worth of the plan, what no plan can pass, and the gap between. Ours comes with \
         prices that\nprove it in whole numbers; theirs is what they say.\n"
    )?;
    writeln!(to, "| town | time | program | plan | bound | gap | CPU s |")?;
    writeln!(to, "|---|--:|---|--:|--:|--:|--:|")?;
    for race in towns {
        for name in [OURS, HIGHS, CP_SAT] {
            let Some(run) = race.of(name).and_then(|entry| entry.runs.first()) else { continue };
            let plan = run.objective.map_or("none".to_owned(), |it| it.to_string());
            let bound = run.bound.map_or("none".to_owned(), |it| format!("{it:.0}"));
            let gap = gap(run).map_or("–".to_owned(), |it| format!("{:.3} %", it * 100.0));
            let limit = race.limit.unwrap_or(0);
            let (town, spent) = (race.size.name(), cell(Some(run.solve)));
            writeln!(to, "| {town} | {limit} s | {name} | {plan} | {bound} | {gap} | {spent} |")?;
        }
    }
    writeln!(to)
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
           once. CPU seconds, not the clock.\n\
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
        options.runs
    )
}

/// The part of the time of OR-tools that is asked of us.
fn asked(size: Size) -> Option<f64> {
    match size {
        Size::S => None,
        Size::Md => Some(0.1),
        Size::M | Size::L | Size::Xl => Some(0.2),
    }
}

/// CPU seconds of the middle run, when it found the optimum.
fn solving(race: &Race, name: &str) -> Option<f64> {
    let entry = race.of(name)?;
    if entry.runs.iter().all(|run| run.optimal) { entry.middle(|run| run.solve) } else { None }
}

fn part(race: &Race, name: &str) -> Option<f64> {
    Some(solving(race, OURS)? / solving(race, name)?)
}

fn gap(run: &Run) -> Option<f64> {
    let plan = float(run.objective?.unsigned_abs());
    Some(((run.bound? - plan) / plan).max(0.0))
}

/// Counts here are far below where this loses anything.
#[expect(clippy::cast_precision_loss, reason = "to divide and to show, not to count")]
fn float(count: u64) -> f64 {
    count as f64
}

/// Three figures that count; a dash for what was not measured.
fn cell(figure: Option<f64>) -> String {
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
fn grouped(count: u64) -> String {
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

fn as_json(results: &Results) -> Value {
    let machine = &results.machine;
    let run = |run: &Run| {
        json!({
            "objective": run.objective,
            "bound": run.bound,
            "optimal": run.optimal,
            "build_seconds": run.build,
            "solve_seconds": run.solve,
            "check_seconds": run.check,
            "peak_bytes": run.peak,
            "bytes_above_town": run.above,
        })
    };
    let race = |race: &Race| {
        let entry = |entry: &Entry| {
            let runs: Vec<_> = entry.runs.iter().map(run).collect();
            json!({ "program": entry.name, "runs": runs })
        };
        json!({
            "town": race.size.name(),
            "pairs": race.pairs,
            "limit_seconds": race.limit,
            "results": race.results.iter().map(entry).collect::<Vec<_>>(),
        })
    };
    let changed = |town: &Changes| {
        let kind = |kind: &Kind| json!({ "change": kind.change, "seconds": kind.seconds });
        json!({ "town": town.size.name(), "kinds": town.kinds.iter().map(kind).collect::<Vec<_>>() })
    };
    json!({
        "date": machine.date,
        "engine": machine.engine,
        "processor": machine.processor,
        "cores": machine.cores,
        "programs": machine.programs,
        "changes": results.changes.iter().map(changed).collect::<Vec<_>>(),
        "without_loads": results.towns.iter().map(race).collect::<Vec<_>>(),
        "with_loads": results.loads.iter().map(race).collect::<Vec<_>>(),
    })
}
