#![no_main]

use sleutel_domain::documents::{FileKind, FileName};
use sleutel_exchange::documents::look;

// The first line is the name somebody sent, the rest is what is in the file.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let end = bytes.iter().position(|it| *it == b'\n').unwrap_or(0);
    let (name, content) = bytes.split_at(end);
    let name = String::from_utf8_lossy(name);
    let kind = look(&name, content, 1_000_000).unwrap_or(FileKind::Text);
    let clean = FileName::clean(&name, kind);
    assert_eq!(FileName::kept(clean.as_str()), Some(clean.clone()));
    assert!(!clean.as_str().contains(['/', '\\', '\0', '\n', '"']));
});
