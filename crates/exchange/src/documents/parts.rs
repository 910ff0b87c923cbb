//! The outer build of pictures: whether they end where they should.

use sleutel_domain::documents::FileKind;

/// Where a piece of bytes stands in others.
pub(super) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|it| *it == first) {
        let at = from + at;
        if bytes[at..].starts_with(what) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// What picture it is, and whether it is whole; `None` for no picture.
pub(super) fn picture(bytes: &[u8]) -> Option<(FileKind, bool)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((FileKind::Png, png(bytes).is_some()));
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some((FileKind::Jpeg, find(&bytes[2..], b"\xff\xd9").is_some()));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some((FileKind::WebP, webp(bytes).is_some()));
    }
    if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") {
        return Some((FileKind::Tiff, tiff(bytes).is_some()));
    }
    None
}

/// Goes from chunk to chunk: the header first, the end last, and nothing after it.
fn png(bytes: &[u8]) -> Option<()> {
    let mut at = 8;
    let mut first = true;
    loop {
        let length = four(bytes, at, u32::from_be_bytes)?;
        let kind = bytes.get(at + 4..at + 8)?;
        if first && kind != b"IHDR" {
            return None;
        }
        first = false;
        let next = at.checked_add(12)?.checked_add(length)?;
        if next > bytes.len() {
            return None;
        }
        if kind == b"IEND" {
            return (next == bytes.len()).then_some(());
        }
        at = next;
    }
}

fn webp(bytes: &[u8]) -> Option<()> {
    let length = four(bytes, 4, u32::from_le_bytes)?.checked_add(8)?;
    (length == bytes.len() || length + 1 == bytes.len()).then_some(())
}

/// The first list of fields lies within the file.
fn tiff(bytes: &[u8]) -> Option<()> {
    let read = if bytes.starts_with(b"II") { u32::from_le_bytes } else { u32::from_be_bytes };
    let at = four(bytes, 4, read)?;
    (at >= 8 && at.checked_add(2)? <= bytes.len()).then_some(())
}

fn four(bytes: &[u8], at: usize, read: fn([u8; 4]) -> u32) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(read(four)).ok()
}
