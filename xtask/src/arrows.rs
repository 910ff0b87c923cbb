//! Which crate may use which. A new arrow is a decision: write it down in
//! `docs/decisions/`, then here.

use std::{io, process::Command};

use serde_json::Value;

use crate::files;

/// A crate, and which of ours it may use.
const ALLOWED: [(&str, &[&str]); 18] = [
    ("sleutel-domain", &[]),
    ("sleutel-netflow", &[]),
    ("sleutel-matching", &[]),
    ("sleutel-placement", &["sleutel-domain", "sleutel-netflow", "sleutel-matching"]),
    ("sleutel-placement-check", &["sleutel-domain"]),
    ("sleutel-outcomes", &[]),
    ("sleutel-simulation", &["sleutel-outcomes"]),
    ("sleutel-exchange", &["sleutel-domain", "sleutel-matching"]),
    ("sleutel-words", &["sleutel-domain", "sleutel-exchange"]),
    ("sleutel-papers", &["sleutel-domain", "sleutel-words"]),
    ("sleutel-store", &["sleutel-domain"]),
    ("sleutel-safe", &["sleutel-domain"]),
    (
        "sleutel-actions",
        &[
            "sleutel-domain",
            "sleutel-placement",
            "sleutel-placement-check",
            "sleutel-exchange",
            "sleutel-store",
            "sleutel-safe",
            "sleutel-outcomes",
            "sleutel-simulation",
        ],
    ),
    ("sleutel-mail", &["sleutel-domain", "sleutel-words", "sleutel-actions"]),
    ("sleutel-demo", &["sleutel-domain", "sleutel-exchange"]),
    (
        "sleutel-web",
        &[
            "sleutel-domain",
            "sleutel-actions",
            "sleutel-store",
            "sleutel-exchange",
            "sleutel-words",
            "sleutel-papers",
            "sleutel-placement",
        ],
    ),
    (
        "sleutel",
        &[
            "sleutel-domain",
            "sleutel-netflow",
            "sleutel-matching",
            "sleutel-placement",
            "sleutel-placement-check",
            "sleutel-simulation",
            "sleutel-exchange",
            "sleutel-words",
            "sleutel-papers",
            "sleutel-store",
            "sleutel-safe",
            "sleutel-actions",
            "sleutel-demo",
            "sleutel-mail",
            "sleutel-web",
        ],
    ),
    ("xtask", &["sleutel-matching"]),
];

/// The crates that compute and nothing else, and what they may use from outside.
const PURE: [(&str, &[&str]); 7] = [
    ("sleutel-domain", &["jiff", "uuid", "thiserror", "strsim", "unicode-normalization"]),
    ("sleutel-netflow", &["thiserror"]),
    ("sleutel-matching", &["thiserror"]),
    ("sleutel-placement", &["jiff", "thiserror"]),
    ("sleutel-placement-check", &["jiff", "thiserror"]),
    ("sleutel-outcomes", &[]),
    ("sleutel-simulation", &["thiserror"]),
];

/// Outside libraries that one layer keeps to itself.
const KEPT: [(&str, &[&str]); 13] = [
    ("sqlx", &["sleutel-store"]),
    ("jiff-sqlx", &["sleutel-store"]),
    // The program itself only starts the pages it is handed.
    ("axum", &["sleutel-web", "sleutel"]),
    ("askama", &["sleutel-web"]),
    ("clap", &["sleutel"]),
    ("fluent-bundle", &["sleutel-words"]),
    ("typst", &["sleutel-papers"]),
    ("typst-layout", &["sleutel-papers"]),
    ("typst-pdf", &["sleutel-papers"]),
    ("lettre", &["sleutel-mail"]),
    ("ring", &["sleutel-safe"]),
    ("zip", &["sleutel-exchange"]),
    ("infer", &["sleutel-exchange"]),
];

/// A crate of the workspace with what it uses outside its tests.
#[derive(Debug)]
pub struct Package {
    /// Its name for Cargo.
    pub name: String,
    /// What it uses, ours and others'.
    pub uses: Vec<String>,
}

/// The crates of the workspace, by `cargo metadata`.
pub fn packages() -> io::Result<Vec<Package>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--offline", "--no-deps", "--format-version", "1"])
        .current_dir(files::root())
        .output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    Ok(list(&metadata, "packages").map(package).collect())
}

fn package(of: &Value) -> Package {
    let uses = list(of, "dependencies")
        // Tests may know more than the code they test.
        .filter(|dependency| dependency["kind"] != "dev")
        .map(|dependency| text(dependency, "name"))
        .collect();
    Package { name: text(of, "name"), uses }
}

fn list<'a>(of: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    of[key].as_array().into_iter().flatten()
}

fn text(of: &Value, key: &str) -> String {
    of[key].as_str().unwrap_or_default().to_owned()
}

/// Every arrow that is not allowed, and every crate that is not in the list.
pub fn forbidden(packages: &[Package]) -> Vec<String> {
    let mut findings = Vec::new();
    for Package { name, uses } in packages {
        let Some((_, allowed)) = ALLOWED.iter().find(|(of, _)| of == name) else {
            findings.push(format!("`{name}` has no line in xtask/src/arrows.rs"));
            continue;
        };
        let ours = |used: &&String| ALLOWED.iter().any(|(of, _)| of == used);
        for used in uses.iter().filter(ours) {
            if !allowed.contains(&used.as_str()) {
                findings.push(format!("`{name}` uses `{used}`, which is not allowed"));
            }
        }
    }
    for (name, _) in ALLOWED {
        if !packages.iter().any(|package| package.name == name) {
            findings.push(format!("`{name}` is in the list and not in the workspace"));
        }
    }
    findings
}

/// Every outside library where it should not be: in a crate that only computes,
/// or outside the layer it belongs to.
pub fn outside(packages: &[Package]) -> Vec<String> {
    let mut findings = Vec::new();
    for Package { name, uses } in packages {
        let pure = PURE.iter().find(|(of, _)| of == name);
        for used in uses {
            let ours = ALLOWED.iter().any(|(of, _)| of == used);
            if let Some((_, few)) = pure
                && !ours
                && !few.contains(&used.as_str())
            {
                findings.push(format!("`{name}` only computes and uses `{used}`"));
            }
            if let Some((_, layers)) = KEPT.iter().find(|(kept, _)| kept == used)
                && !layers.contains(&name.as_str())
            {
                findings.push(format!("`{name}` uses `{used}`, which belongs to {layers:?}"));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, used: &str) -> Vec<Package> {
        ALLOWED
            .iter()
            .map(|(of, _)| Package {
                name: (*of).to_owned(),
                uses: if *of == name { vec![used.to_owned()] } else { Vec::new() },
            })
            .collect()
    }

    #[test]
    fn an_arrow_from_the_core_to_the_store_is_found() {
        assert_eq!(
            forbidden(&with("sleutel-domain", "sleutel-store")),
            ["`sleutel-domain` uses `sleutel-store`, which is not allowed"]
        );
    }

    #[test]
    fn an_allowed_arrow_is_not() {
        assert!(forbidden(&with("sleutel-placement", "sleutel-netflow")).is_empty());
    }

    #[test]
    fn a_crate_nobody_wrote_down_is_found() {
        let mut packages = with("sleutel-domain", "jiff");
        packages.push(Package { name: "sleutel-new".to_owned(), uses: Vec::new() });
        assert_eq!(forbidden(&packages), ["`sleutel-new` has no line in xtask/src/arrows.rs"]);
    }

    #[test]
    fn serialisation_in_the_core_and_sql_in_the_pages_are_found() {
        assert_eq!(
            outside(&with("sleutel-domain", "serde")),
            ["`sleutel-domain` only computes and uses `serde`"]
        );
        assert_eq!(outside(&with("sleutel-web", "sqlx")).len(), 1);
    }
}
