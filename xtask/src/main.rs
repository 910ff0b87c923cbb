//! Chores: `cargo xtask check` and `cargo xtask longest`.

use std::{
    io::{self, Write},
    process::{Command, ExitCode},
};

use xtask::files;

fn main() -> io::Result<ExitCode> {
    match std::env::args().nth(1).as_deref() {
        Some("check") => check(),
        Some("longest") => longest(),
        _ => {
            writeln!(
                io::stderr(),
                "usage: cargo xtask check     format, lints and tests; `./test` does all there is\n       \
                 cargo xtask longest   the ten longest files"
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
