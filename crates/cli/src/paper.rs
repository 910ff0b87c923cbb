//! The templates of letters and agreements: a city's own, and ours to begin from.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde_json::{Value as Json, json};
use sleutel_papers::{Finding, Layout, Press, Severity, TemplateFile};
use sleutel_words::Words;

use crate::{
    args::{Paper, PaperCheck, PaperWrite},
    failure::{self, Failure},
    out,
    settings::Settings,
};

/// More than any folder of templates needs; a wrong folder should say so at once.
const MOST_FILES: usize = 200;
/// The most one file may hold, in bytes.
const MOST_BYTES: u64 = 10 << 20;

pub(crate) fn run(settings: &Settings, args: &Paper) -> Result<(), Failure> {
    match args {
        Paper::Check(args) => check(settings.words, args),
        Paper::Write(args) => write(settings.words, args),
    }
}

/// The press of an installation: with the city's own templates, when it named a folder.
/// Templates that cannot be typeset keep the server from starting: better now than when
/// somebody needs a letter.
pub(crate) fn press(settings: &Settings) -> Result<Arc<Press>, Failure> {
    let words = settings.words;
    let Some(folder) = settings.papers() else { return Ok(Arc::default()) };
    let press = Press::with(read(words, &folder)?);
    let found = press.check();
    if found.iter().any(|it| it.severity == Severity::Error) {
        out::tell(table(words, &found));
        let values = [("folder", folder.display().to_string().into())];
        return Err(Failure::Failed(words.t_with("cli-paper-bad", &values)));
    }
    Ok(Arc::new(press))
}

fn check(words: Words, args: &PaperCheck) -> Result<(), Failure> {
    let files = read(words, &args.folder)?;
    let count = files.len();
    let found = Press::with(files).check();
    if args.json {
        out::say(Json::from(found.iter().map(as_json).collect::<Vec<_>>()).to_string());
    } else if found.is_empty() {
        out::say(words.t_with("cli-paper-sound", &[("files", count.into())]));
    } else {
        out::say(table(words, &found));
    }
    if found.is_empty() { Ok(()) } else { Err(Failure::Told) }
}

/// Writes our templates, and what the data of each looks like; overwrites nothing.
fn write(words: Words, args: &PaperWrite) -> Result<(), Failure> {
    let folder = &args.folder;
    let bad = |path: &Path, cause: &io::Error| failure::writing(words, path, cause);
    fs::create_dir_all(folder).map_err(|cause| bad(folder, &cause))?;
    let samples = Layout::ALL.map(|layout| {
        let name = layout.file().replace(".typ", ".json");
        (name, format!("{:#}\n", Press::sample(layout)))
    });
    let ours = Press::own().into_iter().map(|(name, text)| (name.to_owned(), text.to_owned()));
    let mut written = 0usize;
    for (name, text) in ours.chain(samples) {
        let path = folder.join(name);
        let file = fs::OpenOptions::new().write(true).create_new(true).open(&path);
        let done = file.and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes()));
        done.map_err(|cause| bad(&path, &cause))?;
        written += 1;
    }
    let folder = folder.display().to_string();
    let values = [("files", written.into()), ("folder", folder.into())];
    out::say(words.t_with("cli-paper-written", &values));
    Ok(())
}

/// Every file of a folder, also of folders in it; those that begin with a dot are left.
fn read(words: Words, folder: &Path) -> Result<Vec<TemplateFile>, Failure> {
    let bad = |path: &Path, cause: &io::Error| failure::reading(words, path, cause);
    let mut found = Vec::new();
    let mut ways = vec![folder.to_path_buf()];
    while let Some(way) = ways.pop() {
        for entry in fs::read_dir(&way).map_err(|cause| bad(&way, &cause))? {
            let path = entry.map_err(|cause| bad(&way, &cause))?.path();
            if path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.')) {
                continue;
            }
            let about = fs::metadata(&path).map_err(|cause| bad(&path, &cause))?;
            if about.is_dir() {
                ways.push(path);
                continue;
            }
            if about.len() > MOST_BYTES || found.len() == MOST_FILES {
                let values = [("file", path.display().to_string().into())];
                return Err(Failure::Failed(words.t_with("cli-paper-much", &values)));
            }
            let bytes = fs::read(&path).map_err(|cause| bad(&path, &cause))?;
            found.push(TemplateFile { name: below(folder, &path), bytes });
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// The path below the folder, with `/` between its parts on every system.
fn below(folder: &Path, path: &Path) -> String {
    let below: PathBuf = path.strip_prefix(folder).unwrap_or(path).to_path_buf();
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn place(it: &Finding) -> String {
    let number = |number: Option<usize>| number.map_or(String::new(), |it| format!(":{it}"));
    format!("{}{}{}", it.file, number(it.line), number(it.column))
}

fn table(words: Words, found: &[Finding]) -> String {
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|it| {
            let said = std::iter::once(&it.message).chain(&it.hints);
            let said = said.cloned().collect::<Vec<_>>().join("; ");
            vec![place(it), words.t(severity_key(it.severity)), said]
        })
        .collect();
    out::columns(&rows)
}

fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "cli-paper-error",
        Severity::Warning => "cli-paper-warning",
    }
}

fn code(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn as_json(it: &Finding) -> Json {
    json!({
        "file": it.file, "line": it.line, "column": it.column,
        "severity": code(it.severity), "message": it.message, "hints": it.hints,
    })
}
