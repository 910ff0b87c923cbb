//! Bringing in files: all of them or nothing, with every finding at once.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;
use sleutel_actions::{
    App, Who, access,
    import::{self, Incoming, Report},
};
use sleutel_exchange::{Finding, Kind, Note};
use sleutel_words::Words;

use crate::{
    args::Import,
    failure::{self, Failure},
    findings, open,
    out::{self, Progress},
    settings::Settings,
};

/// The word that stands for a whole folder.
const ALL: &str = "all";
/// The code of a programme that an import starts, when none is given.
const CODE: &str = "city";

pub(crate) async fn run(settings: &Settings, args: &Import) -> Result<(), Failure> {
    let words = settings.words;
    let url = open::need_url(settings, args.at.database_url.as_ref())?;
    let files = files(words, args)?;
    // Before the database: a file that cannot be read should not leave one behind.
    let (incoming, mut found) = read(words, &files)?;
    let sound = !findings::any_error(&found);
    let dry = args.dry_run || !sound;
    let (app, who) = programme(settings, args, &url, dry).await?;
    // What stands alone can still be checked against the database; what names things in a
    // file with errors would seem to name nothing.
    let alone = files.iter().all(|(kind, _)| *kind == files[0].0 && *kind != Kind::Areas);
    let mut report = Report::default();
    if sound || alone {
        let mut progress = Progress::new(words, &args.kind);
        report =
            import::bring_in(&app, &who, &incoming, dry, &mut |done, all| progress.step(done, all))
                .await
                .map_err(|error| failure::action(words, &error))?;
    }
    app.db.close().await;
    found.append(&mut report.findings);
    let bad = findings::any_error(&found);
    if bad {
        report.counts.clear();
    }
    if args.json {
        out::say(as_json(words, &report, &found, args.dry_run).to_string());
    } else {
        show(words, &report, &found, args.dry_run);
    }
    if bad { Err(Failure::Told) } else { Ok(()) }
}

/// Which file is of which kind.
fn files(words: Words, args: &Import) -> Result<Vec<(Kind, PathBuf)>, Failure> {
    let with = |key: &str, name: &str, value: String| words.t_with(key, &[(name, value.into())]);
    if args.kind != ALL {
        let Some(kind) = Kind::from_code(&args.kind) else {
            let kinds = Kind::ALL.map(Kind::code).join(", ");
            let values = [("kind", args.kind.as_str().into()), ("kinds", kinds.into())];
            return Err(Failure::Use(words.t_with("cli-import-kind", &values)));
        };
        return Ok(args.files.iter().map(|file| (kind, file.clone())).collect());
    }
    let mut found = Vec::new();
    for folder in &args.files {
        if !folder.is_dir() {
            let folder = folder.display().to_string();
            return Err(Failure::Use(with("cli-import-folder", "folder", folder)));
        }
        let there = Kind::ALL.into_iter().map(|kind| (kind, folder.join(kind.file_name())));
        found.extend(there.filter(|(_, file)| file.exists()));
    }
    if found.is_empty() {
        let names = Kind::ALL.map(Kind::file_name).join(", ");
        return Err(Failure::Failed(with("cli-import-nothing", "names", names)));
    }
    Ok(found)
}

/// Where the files go. A database without a programme gets one; a dry run on it works in
/// memory, so that nothing is left behind.
async fn programme(
    settings: &Settings,
    args: &Import,
    url: &str,
    dry: bool,
) -> Result<(App, Who), Failure> {
    let words = settings.words;
    let failed = |error| failure::action(words, &error);
    let operator = open::operator_name();
    let code = settings.programme(args.at.programme.as_ref());
    let missing = open::sqlite_file(url).is_some_and(|file| !file.exists());
    let mut app = if missing && dry {
        open::app(words, open::IN_MEMORY).await?
    } else {
        open::app(words, url).await?
    };
    let found = access::operator(&app, &operator, code.as_deref()).await.map_err(failed)?;
    if let Some(who) = found {
        return Ok((app, who));
    }
    if dry && !missing {
        app.db.close().await;
        app = open::app(words, open::IN_MEMORY).await?;
    }
    let code = code.unwrap_or_else(|| CODE.to_owned());
    let name = args.programme_name.clone().unwrap_or_else(|| words.t("cli-import-programme-name"));
    let who =
        access::start_programme(&app, &operator, &code, &name, false).await.map_err(failed)?;
    Ok((app, who))
}

fn read(words: Words, files: &[(Kind, PathBuf)]) -> Result<(Vec<Incoming>, Vec<Finding>), Failure> {
    let (mut incoming, mut findings) = (Vec::new(), Vec::new());
    for (kind, path) in files {
        let bytes = fs::read(path).map_err(|cause| failure::reading(words, path, &cause))?;
        let file = name(path);
        let mut progress = Progress::new(words, &file);
        let size = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
        let result = sleutel_exchange::read(*kind, &file, &bytes, crate::today(), &mut |it| {
            progress.step(size(it.read), size(it.size));
        });
        drop(progress);
        // Our own files have `;` between the cells; what else there is, is worth a word.
        for note in result.notes.iter().filter(|note| **note != Note::Delimiter(';')) {
            out::tell(format!("{file}: {}", note_words(words, note)));
        }
        findings.extend(result.findings);
        incoming.push(Incoming { file, records: result.records });
    }
    Ok((incoming, findings))
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |it| it.to_string_lossy().into())
}

fn note_words(words: Words, note: &Note) -> String {
    match note {
        Note::Utf16 => words.t("cli-note-utf16"),
        Note::ByteOrderMark => words.t("cli-note-mark"),
        Note::Delimiter(delimiter) => {
            words.t_with("cli-note-delimiter", &[("delimiter", delimiter.to_string().into())])
        }
        Note::ColumnsNotUsed(columns) => {
            words.t_with("cli-note-columns", &[("count", columns.len().into())])
        }
        Note::PartsNamed(parts) => words.t_with("cli-note-parts", &[("parts", parts.into())]),
    }
}

fn show(words: Words, report: &Report, found: &[Finding], dry_run: bool) {
    if !found.is_empty() {
        out::say(findings::table(words, found));
    }
    if !report.counts.is_empty() {
        let number = |it: u64| words.number(i64::try_from(it).unwrap_or(i64::MAX));
        let head = ["cli-import-kind-head", "cli-import-added", "cli-import-changed"];
        let mut rows = vec![head.map(|key| words.t(key)).to_vec()];
        rows[0].push(words.t("cli-import-unchanged"));
        for (kind, counts) in &report.counts {
            let counts = [counts.added, counts.changed, counts.unchanged].map(number);
            rows.push([vec![kind.code().to_owned()], counts.to_vec()].concat());
        }
        out::say(out::columns(&rows));
    }
    out::say(if report.kept {
        words.t("cli-import-kept")
    } else if findings::any_error(found) {
        let errors = findings::errors(found);
        words.t_with("cli-import-refused", &[("errors", errors.into())])
    } else if dry_run {
        words.t("cli-import-dry-run")
    } else {
        words.t("cli-import-not-kept")
    });
}

fn as_json(words: Words, report: &Report, found: &[Finding], dry_run: bool) -> serde_json::Value {
    let counts: serde_json::Map<_, _> = report
        .counts
        .iter()
        .map(|(kind, it)| {
            let counts =
                json!({ "added": it.added, "changed": it.changed, "unchanged": it.unchanged });
            (kind.code().to_owned(), counts)
        })
        .collect();
    json!({
        "kept": report.kept,
        "dry_run": dry_run,
        "counts": counts,
        "findings": found.iter().map(|it| findings::as_json(words, it)).collect::<Vec<_>>(),
    })
}
