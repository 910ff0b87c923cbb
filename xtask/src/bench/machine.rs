use std::{fs, io, process::Command, thread};

use super::setup::Tools;
use crate::files;

/// Where and with what it was measured.
#[derive(Debug)]
pub(super) struct Machine {
    pub(super) date: String,
    /// What git calls the contents of the engine: the same in every commit that has it so.
    pub(super) engine: String,
    pub(super) processor: String,
    pub(super) cores: usize,
    /// How many programs wanted a core when it began; `?` where the system does not tell.
    pub(super) load: String,
    /// Each with its version.
    pub(super) programs: Vec<String>,
}

pub(super) fn describe(tools: &Tools) -> io::Result<Machine> {
    let mut programs = vec![first_line("rustc", &["--version"])];
    if let Some(python) = &tools.python {
        let python = python.to_string_lossy();
        programs.push(first_line(&python, &["--version"]));
        let list = files::read("xtask/bench/requirements.txt")?;
        let pinned = list.lines().filter(|line| line.contains("=="));
        programs.extend(pinned.map(|line| line.replace("==", " ")));
    }
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information.lines().find_map(|line| line.strip_prefix("model name"));
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    Ok(Machine {
        date: first_line("date", &["-u", "+%Y-%m-%d"]),
        engine: first_line("git", &["rev-parse", "--short=12", "HEAD:crates/matching/src"]),
        processor: model.map_or("?", |it| it.trim_matches([' ', '\t', ':'])).to_owned(),
        load: load.split(' ').next().filter(|it| !it.is_empty()).unwrap_or("?").to_owned(),
        cores: thread::available_parallelism().map_or(1, usize::from),
        programs,
    })
}

/// `?` when the program is not there.
fn first_line(program: &str, words: &[&str]) -> String {
    let output = Command::new(program).args(words).current_dir(files::root()).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    text.ok().and_then(|text| text.lines().next().map(str::to_owned)).unwrap_or("?".to_owned())
}
