//! Bytes that anybody could hand in do no harm: everything that once did, the inputs
//! fuzzing starts from, and some thousands made from them by chance that can be replayed.
//!
//! `fuzz/README.md` says how to look further than this.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper of tests may fail like a test"
)]

mod drive;
mod mutate;

use std::{fs, path::Path};

/// What is in the files of a folder at the root of the workspace, in order of name.
/// A folder that is not there holds nothing: nothing was found of that kind yet.
fn files(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    if !folder.exists() {
        return Vec::new();
    }
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Every input of the past, and some more. Those that fuzzing starts from come all the
/// way, and so do many of the others: a test of nothing but refusals would be weak.
fn replay(target: &str, runs: usize, drive: impl Fn(&[u8]) -> bool) {
    let mut inputs = files(&format!("fuzz/corpus/{target}"));
    assert!(!inputs.is_empty() && inputs.iter().all(|bytes| drive(bytes)));
    inputs.extend(files(&format!("regression/{target}")));
    for bytes in &inputs {
        // Whether it comes all the way is not what it is kept for.
        let _ = drive(bytes);
    }
    let mut lot = mutate::Lot(0x51e7_7e15);
    let all = (0..runs).filter(|_| drive(&mutate::mutated(&inputs, &mut lot))).count();
    assert!(all * 20 > runs, "{all} of {runs} came all the way");
}

#[test]
fn no_bytes_make_the_reader_of_instances_or_the_engine_fall_over() {
    replay("instance", 4_000, drive::instance);
}

#[test]
fn no_instance_with_limits_on_load_gets_a_plan_that_breaks_them_or_a_bound_below_the_best() {
    replay("loads", 1_000, drive::with_loads);
}

#[test]
fn no_certificate_makes_the_checker_fall_over_or_believe_what_is_not_so() {
    replay("certificate", 10_000, drive::certificate);
}

#[test]
fn no_bytes_make_the_reader_of_routes_and_forms_fall_over() {
    replay("definitions", 2_000, drive::definitions);
}

#[test]
fn every_proposal_for_a_folder_that_reads_passes_the_checker() {
    replay("rules", 1_000, drive::rules);
}
