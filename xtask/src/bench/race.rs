use std::{ffi::OsString, io};

use sleutel_matching::town::Size;

use super::{
    Options,
    contestant::{Contestant, Run, median},
    say,
    setup::Tools,
};

/// A run that takes longer than this is not made again.
const LONG_SECONDS: f64 = 20.0;
/// How many small changes a town is solved after.
const CHANGES: u32 = 200;
/// HiGHS without loads stops here on the clock, and here when it may be slow.
const HIGHS_SECONDS: u32 = 40;
const SLOW_SECONDS: u32 = 3_600;

/// What came of one town.
#[derive(Debug)]
pub(super) struct Race {
    pub(super) size: Size,
    /// How many pairs may be.
    pub(super) pairs: u64,
    /// Seconds each had on the clock; `None` when each could finish.
    pub(super) limit: Option<u32>,
    pub(super) results: Vec<Entry>,
}

/// A town, read from files by the program as it is released, and its certificate checked.
#[derive(Debug)]
pub(super) struct OnFiles {
    pub(super) size: Size,
    /// Seconds on the clock.
    pub(super) read: f64,
    /// CPU seconds.
    pub(super) solve: f64,
    /// Seconds to go over the plan and the prices with the separate checker.
    pub(super) check: f64,
    /// A million bytes, of the whole process.
    pub(super) peak_mb: Option<f64>,
}

/// A town, solved again after small changes.
#[derive(Debug)]
pub(super) struct Changes {
    pub(super) size: Size,
    pub(super) kinds: Vec<Kind>,
}

/// Changes of one kind.
#[derive(Debug)]
pub(super) struct Kind {
    /// Which, as the program calls it.
    pub(super) change: String,
    /// CPU seconds for each, the shortest first.
    pub(super) seconds: Vec<f64>,
}

/// The runs of one program.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) runs: Vec<Run>,
}

impl Entry {
    /// The middle of the runs, each figure by itself.
    pub(super) fn middle(&self, figure: impl Fn(&Run) -> f64) -> Option<f64> {
        let figures: Vec<_> = self.runs.iter().map(figure).collect();
        median(&figures, f64::total_cmp)
    }

    /// The most memory above the town in any run.
    pub(super) fn above(&self) -> Option<u64> {
        self.runs.iter().filter_map(|run| run.above).max()
    }
}

impl Race {
    pub(super) fn of(&self, name: &str) -> Option<&Entry> {
        self.results.iter().find(|entry| entry.name == name)
    }
}

pub(super) const OURS: &str = "Sleutel";
pub(super) const OR_TOOLS: &str = "OR-tools";
pub(super) const HIGHS: &str = "HiGHS";
pub(super) const CP_SAT: &str = "CP-SAT";

/// Solves a town as often as asked, everybody in turn, so that what else the machine
/// does strikes all alike. Fails when an answer is not the known optimum.
pub(super) fn without_loads(size: Size, tools: &Tools, options: &Options) -> io::Result<Race> {
    let town: [OsString; 2] = [tools.towns.clone().into(), size.name().into()];
    let mut contestants = vec![Contestant {
        name: OURS,
        program: tools.town.clone().into(),
        words: vec![size.name().into()],
    }];
    if let Some(python) = &tools.python {
        contestants.push(Contestant::script(OR_TOOLS, python, "ortools_net.py", &town));
        let words = [town.as_slice(), &[highs_limit(options).to_string().into()]].concat();
        // A country takes it gigabytes.
        if options.slow || size != Size::Xl {
            contestants.push(Contestant::script(HIGHS, python, "highs_net.py", &words));
        }
    }
    let mut results: Vec<_> =
        contestants.iter().map(|it| Entry { name: it.name, runs: Vec::new() }).collect();
    for turn in 1..=options.runs {
        for (contestant, entry) in contestants.iter().zip(&mut results) {
            if entry.runs.iter().any(|run| run.solve > LONG_SECONDS || !run.optimal) {
                continue;
            }
            say(&format!("{} {} ({turn} of {})", size.name(), contestant.name, options.runs))?;
            let run = contestant.run()?;
            let known = run.objective == Some(size.optimum()) && run.optimal;
            let gave_up = contestant.name == HIGHS && run.objective.is_none();
            if !known && !gave_up {
                let what = format!(
                    "{} at {} gives {:?}, the optimum is {}",
                    contestant.name,
                    size.name(),
                    run.objective,
                    size.optimum()
                );
                return Err(io::Error::other(what));
            }
            entry.runs.push(run);
        }
    }
    Ok(Race { size, pairs: pairs(size, tools)?, limit: None, results })
}

/// Seconds on the clock.
pub(super) fn highs_limit(options: &Options) -> u32 {
    if options.slow { SLOW_SECONDS } else { HIGHS_SECONDS }
}

/// Solves a town with limits on load once, each with the same time on the clock.
/// `None` for towns where that is not measured.
pub(super) fn with_loads(size: Size, tools: &Tools, options: &Options) -> io::Result<Option<Race>> {
    let limit = match size {
        Size::S | Size::M => 30,
        Size::L if options.slow => 300,
        Size::Md | Size::L | Size::Xl => return Ok(None),
    };
    let limit = options.time_limit.unwrap_or(limit);
    let file = tools.towns.join(format!("hfm-{}.json", size.name()));
    let ours = ["solve".into(), file.into(), "--loads".into(), "--json".into()];
    let mut contestants = vec![Contestant {
        name: OURS,
        program: tools.sleutel.clone().into(),
        words: ours.into_iter().chain(["--time-limit".into(), limit.to_string().into()]).collect(),
    }];
    if let Some(python) = &tools.python {
        let words = [tools.towns.clone().into(), size.name().into(), limit.to_string().into()];
        contestants.push(Contestant::script(HIGHS, python, "highs_loads.py", &words));
        contestants.push(Contestant::script(CP_SAT, python, "cpsat_loads.py", &words));
    }
    let mut results = Vec::new();
    for contestant in contestants {
        say(&format!("{} with loads, {}, {limit} s", size.name(), contestant.name))?;
        results.push(Entry { name: contestant.name, runs: vec![contestant.run()?] });
    }
    Ok(Some(Race { size, pairs: pairs(size, tools)?, limit: Some(limit), results }))
}

/// Solves a town from its files with `sleutel solve` and asks `sleutel check` about the
/// certificate. Fails when that does not prove the known optimum.
pub(super) fn on_files(size: Size, tools: &Tools) -> io::Result<OnFiles> {
    say(&format!("{} on files", size.name()))?;
    let town = tools.towns.join(format!("hfm-{}.json", size.name()));
    let certificate = tools.towns.join(format!("hfm-{}.cert.json", size.name()));
    let sleutel = |command: &str| {
        let words = [command.into(), town.clone().into(), "--certificate".into()];
        let words = words.into_iter().chain([certificate.clone().into(), "--json".into()]);
        let program = tools.sleutel.clone().into();
        let answer = Contestant { name: OURS, program, words: words.collect() }.answer()?;
        if answer["status"] == "optimal" && answer["objective"] == size.optimum() {
            return Ok(answer);
        }
        Err(io::Error::other(format!("`sleutel {command}` says {answer}")))
    };
    let solved = sleutel("solve")?;
    sleutel("check")?;
    let figure = |key: &str| solved[key].as_f64();
    Ok(OnFiles {
        size,
        read: figure("read_seconds").unwrap_or(0.0),
        solve: figure("seconds").unwrap_or(0.0),
        check: figure("check_seconds").unwrap_or(0.0),
        peak_mb: figure("peak_mb"),
    })
}

/// Solves a town again after many small changes, ours alone. `None` for towns where that
/// is not asked.
pub(super) fn after_changes(size: Size, tools: &Tools) -> io::Result<Option<Changes>> {
    if !matches!(size, Size::M | Size::L) {
        return Ok(None);
    }
    say(&format!("{} after {CHANGES} changes", size.name()))?;
    let words = [size.name(), &CHANGES.to_string()].map(OsString::from).to_vec();
    let town = Contestant { name: OURS, program: tools.town.clone().into(), words };
    let answer = town.answer()?;
    let kinds = answer["changes"].as_array().into_iter().flatten().map(|kind| Kind {
        change: kind["change"].as_str().unwrap_or_default().to_owned(),
        seconds: {
            let seconds = kind["seconds"].as_array().into_iter().flatten();
            let mut seconds: Vec<_> = seconds.filter_map(serde_json::Value::as_f64).collect();
            seconds.sort_by(f64::total_cmp);
            seconds
        },
    });
    Ok(Some(Changes { size, kinds: kinds.collect() }))
}

/// As the file says.
fn pairs(size: Size, tools: &Tools) -> io::Result<u64> {
    let path = tools.towns.join(format!("hfm-{}.json", size.name()));
    let facts: serde_json::Value = serde_json::from_slice(&std::fs::read(path)?)?;
    Ok(facts["counts"]["arcs"].as_u64().unwrap_or(0))
}
