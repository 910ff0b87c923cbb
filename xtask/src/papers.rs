//! What a paper says and the code can confirm.

use std::{collections::BTreeSet, fs, io};

use crate::files::{self, TextFile};

/// Where the crate map of `ARCHITECTURE.md` and the folders differ.
pub fn crate_map() -> io::Result<Vec<String>> {
    let paper = files::read("ARCHITECTURE.md")?;
    let written = mapped(&paper);
    let mut there = BTreeSet::from(["xtask".to_owned()]);
    for entry in fs::read_dir(files::root().join("crates"))? {
        let entry = entry?;
        if entry.path().join("Cargo.toml").is_file() {
            there.insert(format!("crates/{}", entry.file_name().to_string_lossy()));
        }
    }
    let missing = there.difference(&written).map(|it| format!("`{it}` is not in the crate map"));
    let gone = written.difference(&there).map(|it| format!("the crate map names `{it}`"));
    Ok(missing.chain(gone).collect())
}

/// The crates that have a heading of their own.
fn mapped(paper: &str) -> BTreeSet<String> {
    paper
        .lines()
        .filter_map(|line| line.strip_prefix("### `"))
        .filter_map(|line| line.split_once('`'))
        .map(|(name, _)| name.to_owned())
        .filter(|name| name == "xtask" || name.starts_with("crates/"))
        .collect()
}

/// Links in papers to files that are not there.
pub fn dead_links(files: &[TextFile]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "md") {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (number, line) in file.lines() {
            for target in links(line) {
                let path = target.split('#').next().unwrap_or_default();
                if !path.is_empty() && !files::root().join(folder).join(path).exists() {
                    findings.push(format!("{}:{number}: `{target}` is not there", file.path));
                }
            }
        }
    }
    findings
}

/// The targets of a line's links that are files here.
fn links(line: &str) -> Vec<&str> {
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target)
        .filter(|target| !target.contains("://") && !target.starts_with("mailto:"))
        .collect()
}

/// References in code to papers, or to places within them, that are not there.
pub fn dead_references(files: &[TextFile]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "rs") {
        if file.path.starts_with("xtask/") {
            continue;
        }
        for (number, line) in file.lines() {
            for reference in references(line) {
                if !stands(reference) {
                    findings.push(format!("{}:{number}: `{reference}` is not there", file.path));
                }
            }
        }
    }
    findings
}

fn references(line: &str) -> Vec<&str> {
    line.match_indices("docs/")
        .map(|(at, _)| &line[at..])
        .filter_map(|rest| {
            rest.split(|it: char| !(it.is_alphanumeric() || "/-_.#".contains(it))).next()
        })
        .map(|reference| reference.trim_end_matches(['.', '/']))
        .filter(|reference| reference.len() > "docs/".len())
        .collect()
}

fn stands(reference: &str) -> bool {
    let (path, anchor) = reference.split_once('#').unwrap_or((reference, ""));
    let path = files::root().join(path);
    if anchor.is_empty() {
        return path.exists();
    }
    fs::read_to_string(path).is_ok_and(|text| anchors(&text).contains(anchor))
}

/// The places of a paper one can point at: its headings, as every viewer of
/// Markdown names them.
fn anchors(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter_map(|line| line.strip_prefix('#'))
        .map(|line| line.trim_start_matches('#').trim().to_lowercase())
        .map(|heading| {
            heading
                .chars()
                .filter(|it| it.is_alphanumeric() || " -_".contains(*it))
                .map(|it| if it == ' ' { '-' } else { it })
                .collect()
        })
        .collect()
}

/// Pages of the guide that only one language has.
pub fn guide_gaps() -> io::Result<Vec<String>> {
    let pages = |language: &str| -> io::Result<BTreeSet<String>> {
        let folder = format!("docs/guide/{language}/");
        let files = files::under(&folder)?;
        Ok(files.into_iter().map(|file| file.path.trim_start_matches(&folder).to_owned()).collect())
    };
    let (nl, en) = (pages("nl")?, pages("en")?);
    Ok(nl
        .symmetric_difference(&en)
        .map(|page| format!("the guide has `{page}` in one language only"))
        .collect())
}

/// Code words of the glossary that no source uses.
pub fn unused_words(files: &[TextFile]) -> io::Result<Vec<String>> {
    let glossary = files::read("docs/glossary.md")?;
    let sources: String = files
        .iter()
        .filter(|file| file.extension() == "rs" && file.path.starts_with("crates/"))
        .map(|file| file.text.as_str())
        .collect();
    let words = code_words(&glossary);
    if words.is_empty() {
        return Ok(vec!["docs/glossary.md has no code word".to_owned()]);
    }
    Ok(words
        .into_iter()
        .filter(|word| !sources.contains(word))
        .map(|word| format!("docs/glossary.md: `{word}` is in no source"))
        .collect())
}

/// What stands in backticks in the first column of a table.
fn code_words(glossary: &str) -> Vec<&str> {
    glossary
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|line| line.split_once('`'))
        .map(|(word, _)| word)
        .collect()
}

/// Commands `sleutel WORD` in papers whose word the command line does not know.
pub fn unknown_commands(files: &[TextFile]) -> io::Result<Vec<String>> {
    let sources: String =
        files::under("crates/cli/src")?.into_iter().map(|file| file.text).collect();
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "md") {
        for (number, line) in file.lines() {
            for word in commands(line) {
                if !knows(&sources, word) {
                    findings.push(format!("{}:{number}: no command `{word}`", file.path));
                }
            }
        }
    }
    Ok(findings)
}

/// The words after `sleutel` where it is typed: at the start of a line of code or
/// of a stretch in backticks, and after `cargo run`.
fn commands(line: &str) -> Vec<&str> {
    let mut found: Vec<_> = line.split("`sleutel ").skip(1).collect();
    found.extend(line.strip_prefix("sleutel "));
    found.extend(line.split_once("cargo run --release -- ").map(|(_, rest)| rest));
    found
        .into_iter()
        .filter_map(|rest| rest.split(|it: char| !(it.is_ascii_lowercase() || it == '-')).next())
        .filter(|word| !word.is_empty() && !word.starts_with('-'))
        .collect()
}

/// Whether the command line has a variant or a name for the word.
fn knows(sources: &str, word: &str) -> bool {
    let variant: String = word
        .split('-')
        .map(|part| {
            let (first, rest) = part.split_at(part.len().min(1));
            format!("{}{rest}", first.to_uppercase())
        })
        .collect();
    let starts = |line: &str| {
        line.trim_start()
            .strip_prefix(&variant)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['(', ',', ' ', '{']))
    };
    sources.lines().any(starts) || sources.contains(&format!("\"{word}\""))
}

/// What a stranger is told to type and cannot.
pub fn first_commands() -> io::Result<Vec<String>> {
    let readme = files::read("README.md")?;
    let mut findings = Vec::new();
    for command in ["cargo run --release -- demo", "./test"] {
        if !readme.lines().any(|line| line.trim() == command) {
            findings.push(format!("README.md does not give `{command}` on a line of its own"));
        }
    }
    for script in ["test", ".ci/run"] {
        if !can_run(script)? {
            findings.push(format!("`{script}` has no run bit"));
        }
    }
    if !files::read(".ci/run")?.lines().any(|line| line.trim() == "exec ./test") {
        findings.push("`.ci/run` does not call `./test`".to_owned());
    }
    Ok(findings)
}

#[cfg(unix)]
fn can_run(script: &str) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::metadata(files::root().join(script))?.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn can_run(script: &str) -> io::Result<bool> {
    Ok(files::root().join(script).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crate_map_is_read_from_headings() {
        let paper = "### `crates/domain`: words\n### `xtask`\n### Testing\n";
        assert_eq!(mapped(paper).into_iter().collect::<Vec<_>>(), ["crates/domain", "xtask"]);
    }

    #[test]
    fn only_links_to_files_here_count() {
        assert_eq!(links("[a](b.md) and [c](https://d.nl) and [e](#f)"), ["b.md", "#f"]);
    }

    #[test]
    fn a_reference_ends_where_its_sentence_does() {
        assert_eq!(
            references("/// See `docs/sources.md#rooms-needed`."),
            ["docs/sources.md#rooms-needed"]
        );
        assert_eq!(references("/// (see `docs/decisions`)."), ["docs/decisions"]);
    }

    #[test]
    fn a_reference_to_a_paper_that_is_not_there_is_found() {
        let text = "/// docs/nowhere.md\n".to_owned();
        let file = TextFile { path: "crates/a.rs".to_owned(), text };
        assert_eq!(dead_references(&[file]), ["crates/a.rs:1: `docs/nowhere.md` is not there"]);
    }

    #[test]
    fn a_heading_is_an_anchor() {
        assert!(anchors("## Rooms needed\n").contains("rooms-needed"));
    }

    #[test]
    fn code_words_stand_first_in_a_table() {
        assert_eq!(code_words("| `Vacancy` | vrijkomende woning |\n| word | x |\n"), ["Vacancy"]);
    }

    #[test]
    fn a_command_is_what_follows_the_name() {
        assert_eq!(commands("run `sleutel verify-log` daily"), ["verify-log"]);
        assert_eq!(commands("cargo run --release -- demo --seed 2"), ["demo"]);
        assert_eq!(commands("sleutel place --input DIR"), ["place"]);
        assert!(commands("Sleutel shares out homes").is_empty());
    }

    #[test]
    fn a_command_is_known_by_its_variant() {
        assert!(knows("enum Command {\n    VerifyLog(Args),\n}", "verify-log"));
        assert!(!knows("enum Command {\n    Verify(Args),\n}", "verify-log"));
    }
}
