//! The towns we make against the reference files, where those are.

use std::{fs::File, io::Read};

use flate2::read::GzDecoder;
use sleutel_matching::town::{Size, Town};
use xtask::{bench::town_files, files};

#[track_caller]
fn check(size: Size) {
    let folder = files::root().join("../shared/data/placement-instances");
    let saved = |end: &str| -> Option<String> {
        let packed = File::open(folder.join(format!("hfm-{}{end}", size.name()))).ok()?;
        let mut text = String::new();
        GzDecoder::new(packed).read_to_string(&mut text).unwrap();
        Some(text)
    };
    let (Some(json), Some(arcs)) = (saved(".json.gz"), saved("-arcs.csv.gz")) else {
        println!("skipped: the reference files are not here");
        return;
    };
    let town = Town::new(size.figures()).unwrap();
    let (mut our_json, mut our_arcs) = (Vec::new(), Vec::new());
    town_files::write_json(&town, size.name(), size.figures(), &mut our_json).unwrap();
    town_files::write_arcs(&town, &mut our_arcs).unwrap();
    // Not `assert_eq`: the difference would fill the screen.
    assert!(json.as_bytes() == our_json, "the bounds or counts are others");
    assert!(arcs.as_bytes() == our_arcs, "the pairs are others");
}

#[test]
fn our_town_s_is_the_reference_town_to_the_byte() {
    check(Size::S);
}

#[test]
fn our_town_m_is_the_reference_town_to_the_byte() {
    check(Size::M);
}

#[test]
fn our_town_l_is_the_reference_town_to_the_byte() {
    check(Size::L);
}
