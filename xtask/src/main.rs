//! Chores: `cargo xtask check`, `cargo xtask longest` and `cargo xtask bench placement`.

use std::{
    io::{self, Write},
    process::{Command, ExitCode},
};

use xtask::{bench, files};

fn main() -> io::Result<ExitCode> {
    match std::env::args().nth(1).as_deref() {
        Some("check") => check(),
        Some("longest") => longest(),
        Some("bench") if std::env::args().nth(2).as_deref() == Some("placement") => placement(),
        _ => {
            writeln!(
                io::stderr(),
                "usage: cargo xtask check     format, lints and tests; `./test` does all there is\n       \
                 cargo xtask longest   the ten longest files\n       \
                 cargo xtask bench placement --help   the placement engine beside others"
            )?;
            Ok(ExitCode::from(2))
        }
    }
}

/// Stops at the first that fails: for use while working.
fn check() -> io::Result<ExitCode> {
    let steps: [&[&str]; 3] = [
        &["fmt", "--all", "--check"],
        &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"],
        &["test", "--workspace", "--quiet"],
    ];
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    for step in steps {
        writeln!(io::stdout(), "cargo {}", step.join(" "))?;
        if !Command::new(&cargo).args(step).current_dir(files::root()).status()?.success() {
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn placement() -> io::Result<ExitCode> {
    if std::env::args().any(|word| word == "--help") {
        writeln!(io::stdout(), "{}", bench::USAGE)?;
        return Ok(ExitCode::SUCCESS);
    }
    match bench::Options::read(std::env::args().skip(3)) {
        Ok(options) => bench::placement(&options).map(|()| ExitCode::SUCCESS),
        Err(what) => {
            writeln!(io::stderr(), "{what}\n\n{}", bench::USAGE)?;
            Ok(ExitCode::from(2))
        }
    }
}

/// Shows, and judges nothing: a long file may be a list.
fn longest() -> io::Result<ExitCode> {
    const CODE: [&str; 6] = ["rs", "html", "css", "js", "mjs", "sql"];
    let mut lengths: Vec<_> = files::all()?
        .into_iter()
        .filter(|file| CODE.contains(&file.extension()))
        .map(|file| (file.lines().count(), file.path))
        .collect();
    lengths.sort_by(|one, other| other.cmp(one));
    for (lines, path) in lengths.into_iter().take(10) {
        writeln!(io::stdout(), "{lines:>5}  {path}")?;
    }
    Ok(ExitCode::SUCCESS)
}
