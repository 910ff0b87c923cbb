//! What must be there before anything can be measured. All of it is kept under `target/`.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use sleutel_matching::town::{Size, Town};

use super::{Options, say, town_files};
use crate::files;

/// Where everything is.
#[derive(Debug)]
pub(super) struct Tools {
    /// Folder with the towns as files.
    pub(super) towns: PathBuf,
    /// The program that solves a town in memory.
    pub(super) town: PathBuf,
    /// `sleutel`, as it is released; there when files or limits on load are asked for.
    pub(super) sleutel: PathBuf,
    /// Python with the other solvers; `None` when they do not take part.
    pub(super) python: Option<PathBuf>,
}

pub(super) fn prepare(options: &Options) -> io::Result<Tools> {
    let target = target()?;
    let folder = target.join("bench");
    let towns = folder.join("towns");
    for &size in &options.sizes {
        write_town(size, &towns)?;
    }
    say("building for release")?;
    cargo(&["build", "--release", "--quiet", "-p", "sleutel-matching", "--example", "town"])?;
    if options.files || options.loads {
        cargo(&["build", "--release", "--quiet", "-p", "sleutel"])?;
    }
    let python = if options.peers { Some(python(&folder.join("python"))?) } else { None };
    let release = target.join("release");
    Ok(Tools {
        towns,
        town: release.join("examples/town"),
        sleutel: release.join("sleutel"),
        python,
    })
}

/// The folder this program was built in: `target/`, or what stands in for it.
fn target() -> io::Result<PathBuf> {
    let program = env::current_exe()?;
    let folder = program.parent().and_then(Path::parent);
    folder.map(Path::to_path_buf).ok_or_else(|| io::Error::other("built outside a folder"))
}

/// Towns do not change (a test keeps them), so one that is there is the right one.
fn write_town(size: Size, folder: &Path) -> io::Result<()> {
    // Written last, so that a run that was broken off leaves no half a town.
    let whole = folder.join(format!("{}.whole", size.name()));
    if whole.exists() {
        return Ok(());
    }
    say(&format!("making town {}", size.name()))?;
    let figures = size.figures();
    let town = Town::new(figures).map_err(|errors| io::Error::other(format!("{errors:?}")))?;
    town_files::write(&town, size.name(), figures, folder)?;
    fs::write(whole, "")
}

fn cargo(words: &[&str]) -> io::Result<()> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = target()?;
    run(Command::new(cargo).args(words).arg("--target-dir").arg(target).current_dir(files::root()))
}

/// Python with the other solvers, made anew when the list of them changes.
fn python(folder: &Path) -> io::Result<PathBuf> {
    let list = files::root().join("xtask/bench/requirements.txt");
    let installed = folder.join("requirements.txt");
    let python = folder.join("bin/python");
    if fs::read(&installed).ok() != Some(fs::read(&list)?) {
        say("installing the other solvers")?;
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder))?;
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
        run(Command::new(&python).args(pip).arg(&list))?;
        fs::copy(list, installed)?;
    }
    Ok(python)
}

/// Runs a program that says itself what went wrong.
fn run(command: &mut Command) -> io::Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let failed = |what: String| io::Error::other(format!("`{name}` {what}"));
    let status = command.status().map_err(|error| failed(format!("cannot run: {error}")))?;
    if status.success() { Ok(()) } else { Err(failed(format!("ended with {status}"))) }
}
