//! Finding, reading and writing the files of a placement problem.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};
use serde_json::{Value as Json, json};
use sleutel_exchange::{
    Finding,
    instance::{self, Certificate, Facts, Loaded, Source, read_certificate, write_certificate},
};
use sleutel_words::Words;

use crate::{
    failure::{self, Failure},
    findings, out,
};

/// The instance with its pairs; says every finding, and fails when one is an error.
pub(super) fn load(
    words: Words,
    instance: &Path,
    arcs: Option<&PathBuf>,
    json: bool,
) -> Result<Loaded, Failure> {
    let beside = arcs.is_none().then(|| beside(instance));
    let arcs = arcs.or(beside.as_ref()).map_or(instance, PathBuf::as_path);
    let read = instance::read(open(words, instance)?, open(words, arcs)?);
    let mut loaded = told(words, read.loaded, &read.findings, json)?;
    if loaded.facts.name.is_empty() {
        loaded.facts.name = stem(instance);
    }
    Ok(loaded)
}

/// A certificate of an instance, in the same way.
pub(super) fn certificate(
    words: Words,
    path: &Path,
    facts: &Facts,
    json: bool,
) -> Result<Certificate, Failure> {
    let (certificate, findings) = read_certificate(open(words, path)?, facts);
    told(words, certificate, &findings, json)
}

fn told<T>(words: Words, value: Option<T>, findings: &[Finding], json: bool) -> Result<T, Failure> {
    if !(findings.is_empty() || json && value.is_none()) {
        out::tell(findings::table(words, findings));
    }
    value.ok_or_else(|| {
        if json {
            let found: Vec<Json> = findings.iter().map(|it| findings::as_json(words, it)).collect();
            out::say(json!({ "status": "findings", "findings": found }).to_string());
        }
        let errors = [("errors", findings::errors(findings).into())];
        Failure::Failed(words.t_with("cli-solve-findings", &errors))
    })
}

fn open(words: Words, path: &Path) -> Result<Source<File>, Failure> {
    let failed = |cause: std::io::Error| failure::reading(words, path, &cause);
    let file = File::open(path).map_err(failed)?;
    // Opening a folder does no harm yet, reading one does.
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(failed(std::io::ErrorKind::IsADirectory.into()));
    }
    Ok(Source { name: path.display().to_string(), bytes: file })
}

/// The name without `.json` or `.json.gz`.
fn stem(instance: &Path) -> String {
    let name = instance.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.strip_suffix(".json").unwrap_or(name).to_owned()
}

/// Where the pairs lie when nobody says: `NAME-arcs.csv` beside `NAME.json`, or the same
/// packed. When neither is there, the name people would expect.
fn beside(instance: &Path) -> PathBuf {
    let plain = instance.with_file_name(format!("{}-arcs.csv", stem(instance)));
    let packed = instance.with_file_name(format!("{}-arcs.csv.gz", stem(instance)));
    let instance_packed = instance.extension().is_some_and(|it| it == "gz");
    let (first, second) = if instance_packed { (packed, plain) } else { (plain, packed) };
    if !first.exists() && second.exists() { second } else { first }
}

/// Writes a certificate, packed when the name ends in `.gz`.
pub(super) fn write(words: Words, path: &Path, certificate: &Certificate) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    let written = if path.extension().is_some_and(|it| it == "gz") {
        let mut to = BufWriter::new(GzEncoder::new(&mut bytes, Compression::default()));
        write_certificate(&mut to, certificate).and_then(|()| to.flush())
    } else {
        write_certificate(&mut bytes, certificate)
    };
    written.map_err(|cause| failure::writing(words, path, &cause))?;
    crate::place::write(words, path, &bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_lie_beside_the_instance_under_its_name() {
        assert_eq!(beside(Path::new("x/city.json")), Path::new("x/city-arcs.csv"));
        assert_eq!(beside(Path::new("x/city.json.gz")), Path::new("x/city-arcs.csv.gz"));
        assert_eq!(beside(Path::new("city")), Path::new("city-arcs.csv"));
    }
}
