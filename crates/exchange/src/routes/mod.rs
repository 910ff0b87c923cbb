//! Routes ("wegen naar een woning") from TOML files and back. `docs/formats/route.md`
//! describes the format for whoever writes one.

mod faults;
mod read;
mod step;
mod write;

use sleutel_domain::routes::{Route, RouteSet, SetFault};

use crate::{
    Finding,
    finding::{FindingKind, Log},
};

pub use write::{to_json, to_toml};

/// The routes that come with the product, each with the name of its file. A city changes a
/// copy of them, or writes others.
pub const SHIPPED: [(&str, &str); 3] = [
    ("omslag-amsterdam.toml", include_str!("../../../../routes/omslag-amsterdam.toml")),
    ("driehoek-haarlem.toml", include_str!("../../../../routes/driehoek-haarlem.toml")),
    ("housing-first.toml", include_str!("../../../../routes/housing-first.toml")),
];

/// What a file gave.
#[derive(Debug)]
pub struct RouteRead {
    /// The route, when no finding forbids it.
    pub route: Option<Route>,
    /// Everything found, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads one route; never stops at the first finding.
pub fn read(file: &str, bytes: &[u8]) -> RouteRead {
    let (route, mut findings) = crate::toml::read(file, bytes, read::route);
    findings.sort_by_key(|it| (it.row, it.position));
    let sound = findings.iter().all(|it| it.severity != crate::Severity::Error);
    RouteRead { route: route.filter(|_| sound), findings }
}

/// Reads routes that are to stand beside each other: `None` when any of them has an error,
/// or two versions get in each other's way.
pub fn read_set<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> (Option<RouteSet>, Vec<Finding>) {
    let mut routes = Vec::new();
    let mut names = Vec::new();
    let mut findings = Vec::new();
    let mut all = true;
    for (file, bytes) in files {
        let read = read(file, bytes);
        findings.extend(read.findings);
        all &= read.route.is_some();
        if let Some(route) = read.route {
            routes.push(route);
            names.push(file);
        }
    }
    let name = |index: usize| names.get(index).copied().unwrap_or_default();
    for fault in RouteSet::check(&routes) {
        let (index, first, what): (_, _, fn(String) -> FindingKind) = match fault {
            // Told with its place by the reader.
            SetFault::Route { .. } => continue,
            SetFault::Twice { index, first } => {
                (index, first, |other| FindingKind::RouteTwice { other })
            }
            SetFault::Overlap { index, first } => {
                (index, first, |other| FindingKind::RoutesMeet { other })
            }
        };
        let mut log = Log::new(name(index));
        log.add(None, Some("version".to_owned()), what(name(first).to_owned()));
        findings.extend(log.findings);
    }
    let set = if all { RouteSet::new(routes).ok() } else { None };
    (set, findings)
}

/// The routes that come with the product.
pub fn shipped() -> RouteSet {
    // INVARIANT: a test reads each of them without a finding.
    read_set(SHIPPED.map(|(name, text)| (name, text.as_bytes()))).0.unwrap_or_default()
}
