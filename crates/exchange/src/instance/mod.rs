//! Placement problems as files: an instance with its pairs, and a certificate with a
//! plan and the prices that prove it. `docs/formats/instance.md` describes both.
//!
//! The pairs are read as they stream by, so that what is held of a file of millions of
//! rows is the instance and no text.

mod certificate;
mod facts;
mod log;
mod pairs;
mod tree;
mod unpack;

use std::io::Read;

use sleutel_matching::Instance;

use crate::{Finding, Severity};
use log::Few;

pub use certificate::{Certificate, Quarters, read_certificate, write_certificate};
pub use facts::Facts;
pub use unpack::{MOST_FACTS, MOST_PAIRS};

/// A file to read, packed with gzip or not: its first bytes tell.
#[derive(Debug)]
pub struct Source<R> {
    /// What findings call it.
    pub name: String,
    /// What is in it.
    pub bytes: R,
}

/// A placement problem as it came from files.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// What stands in the file with facts, in the order of the file.
    pub facts: Facts,
    /// What the engine takes. Parts of the city may stand in another order here, see
    /// [`Facts::order`].
    pub instance: Instance,
}

/// What came of reading an instance.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadResult {
    /// The problem; `None` when there is an error among the findings.
    pub loaded: Option<Loaded>,
    /// Everything wrong with both files, at most a hundred of each.
    pub findings: Vec<Finding>,
}

/// Reads an instance and its pairs. Never fails and never panics: what is wrong stands
/// in the findings. The pairs are not looked at when nothing is known to compare them
/// with.
pub fn read<F: Read, P: Read>(facts: Source<F>, pairs: Source<P>) -> LoadResult {
    let mut log = Few::new(&facts.name);
    let read = facts::read(facts.bytes, &mut log);
    let mut findings = log.done();
    let mut loaded = None;
    if let Some(facts) = read {
        let mut log = Few::new(&pairs.name);
        let read = pairs::read(pairs.bytes, &facts, &mut log);
        findings.extend(log.done());
        let errors = findings.iter().any(|it| it.severity == Severity::Error);
        if let Some((starts, arcs)) = read.filter(|_| !errors) {
            match facts.instance(starts, arcs) {
                Ok(instance) => loaded = Some(Loaded { facts, instance }),
                Err(kinds) => {
                    let mut log = Few::new(&pairs.name);
                    for (column, what) in kinds {
                        log.add(None, Some(column), what);
                    }
                    findings.extend(log.done());
                }
            }
        }
    }
    LoadResult { loaded, findings }
}
