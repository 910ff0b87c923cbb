//! The towns we make against the reference files, where those are.

use std::{fs::File, io::Read};

use flate2::read::GzDecoder;
use sleutel_matching::town::{Size, Town};
use xtask::{bench::town_files, files};

/// A reference file, unpacked; `None` when it is not here.
fn saved(size: Size, end: &str) -> Option<Vec<u8>> {
    let folder = files::root().join("../shared/data/placement-instances");
    let packed = File::open(folder.join(format!("hfm-{}{end}", size.name()))).ok()?;
    let mut bytes = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[track_caller]
fn check(size: Size) {
    let (Some(json), Some(arcs)) = (saved(size, ".json.gz"), saved(size, "-arcs.csv.gz")) else {
        eprintln!("skipped: the reference files are not here");
        return;
    };
    let Ok(town) = Town::new(size.figures()) else { panic!("a reference town is not made") };
    let (mut our_json, mut our_arcs) = (Vec::new(), Vec::new());
    let written = town_files::write_json(&town, size.name(), size.figures(), &mut our_json)
        .and_then(|()| town_files::write_arcs(&town, &mut our_arcs));
    assert!(written.is_ok(), "memory refuses to be written to");
    // Not `assert_eq`: the difference would fill the screen.
    assert!(json == our_json, "the bounds or counts are others");
    assert!(arcs == our_arcs, "the pairs are others");
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
