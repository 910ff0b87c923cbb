//! A round on files: a folder in, a proposal and a report out, without a server.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use serde_json::{Value as Json, json};
use sleutel_domain::placement::{InputError, Proposal, RoundInput};
use sleutel_exchange::{folder, stored};
use sleutel_placement::{Changes, propose_in_full};
use sleutel_words::Words;

use crate::{
    args::Place,
    failure::{self, Failure},
    findings, out, report,
    settings::Settings,
};

pub(crate) fn run(settings: &Settings, args: &Place) -> Result<(), Failure> {
    let words = settings.words;
    let readable = args.output.with_extension("md");
    if readable == args.output {
        return Err(Failure::Use(words.t("cli-place-output")));
    }
    let begin = Instant::now();
    let input = input(words, &args.input, args.ahead, args.json)?;
    let changes = args.changes.map_or(Changes::USUAL, Changes::of);
    let proposal = proposal(words, &input, changes)?;
    let seconds = begin.elapsed().as_secs_f64();
    sound(words, &input, &proposal, args.json)?;
    let fingerprint = stored::fingerprint(&stored::to_json(&input));
    write(words, &args.output, &stored::proposal_to_json(&proposal))?;
    write(words, &readable, report::report(words, &input, &proposal, &fingerprint).as_bytes())?;
    if args.json {
        out::say(summary(&proposal, &fingerprint, seconds).to_string());
    } else {
        out::say(words.t_with(
            "cli-place-done",
            &[
                ("placed", proposal.placements.len().into()),
                ("unplaced", proposal.unplaced.len().into()),
                ("empty", proposal.empty.len().into()),
                ("seconds", words.decimal(seconds, 1).into()),
                ("file", args.output.display().to_string().into()),
                ("report", readable.display().to_string().into()),
            ],
        ));
    }
    Ok(())
}

/// Reads the folder; says every finding, and goes on when none is an error.
pub(crate) fn input(
    words: Words,
    folder: &Path,
    ahead: Option<u8>,
    json: bool,
) -> Result<RoundInput, Failure> {
    let read = folder::read_folder_ahead(&files(words, folder)?, ahead);
    let in_json = json && read.input.is_none();
    if !read.findings.is_empty() && !in_json {
        out::tell(findings::table(words, &read.findings));
    }
    read.input.ok_or_else(|| {
        if json {
            let found: Vec<Json> =
                read.findings.iter().map(|it| findings::as_json(words, it)).collect();
            out::say(json!({ "status": "findings", "findings": found }).to_string());
        }
        Failure::Failed(
            words.t_with(
                "cli-place-findings",
                &[("errors", findings::errors(&read.findings).into())],
            ),
        )
    })
}

/// The files lying in the folder itself; hidden ones are of the system, not of the round.
fn files(words: Words, folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let failed = |path: &Path, cause: &std::io::Error| failure::reading(words, path, cause);
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(|cause| failed(folder, &cause))? {
        let path = entry.map_err(|cause| failed(folder, &cause))?.path();
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_file() && !name.starts_with('.') {
            let bytes = fs::read(&path).map_err(|cause| failed(&path, &cause))?;
            files.insert(name, bytes);
        }
    }
    Ok(files)
}

/// The proposal as a file keeps it.
pub(crate) fn proposal(
    words: Words,
    input: &RoundInput,
    changes: Changes,
) -> Result<Proposal, Failure> {
    propose_in_full(input, changes).map_err(|errors| contradictions(words, &errors))
}

fn contradictions(words: Words, errors: &[InputError]) -> Failure {
    let said: Vec<String> = errors.iter().map(|it| words.input_error(it)).collect();
    Failure::Failed(said.join("\n"))
}

fn sound(words: Words, input: &RoundInput, proposal: &Proposal, json: bool) -> Result<(), Failure> {
    let violations = sleutel_placement_check::check(input, proposal);
    if violations.is_empty() {
        return Ok(());
    }
    let what: Vec<String> = violations.iter().map(|it| format!("{it:?}")).collect();
    if json {
        out::say(json!({ "status": "unsound", "violations": what }).to_string());
    }
    Err(Failure::Failed(words.t_with("cli-unsound", &[("what", what.join("\n").into())])))
}

/// In one go: a reader finds the old file or the new one, never half of either.
pub(crate) fn write(words: Words, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    written.map_err(|cause| {
        // What was written of it is of no use; that it may not be there is no matter.
        let _ = fs::remove_file(&part);
        failure::writing(words, path, &cause)
    })
}

fn summary(proposal: &Proposal, fingerprint: &str, seconds: f64) -> Json {
    let goals: Vec<Json> = proposal
        .goals
        .iter()
        .map(|it| json!({ "goal": it.goal.code(), "reached": it.reached, "bound": it.bound }))
        .collect();
    json!({
        "status": "proposed",
        "placed": proposal.placements.len(),
        "unplaced": proposal.unplaced.len(),
        "empty": proposal.empty.len(),
        "goals": goals,
        "proven": proposal.proven(),
        "seconds": (seconds * 1000.0).round() / 1000.0,
        "fingerprint": fingerprint,
        "engine": proposal.engine,
    })
}
