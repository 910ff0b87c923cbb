//! Office papers are archives with a fixed build; every other archive is refused.

use std::io::{Cursor, Read};

use sleutel_domain::documents::{FileKind, Unfit};
use zip::{CompressionMethod, ZipArchive};

use super::parts::find;

/// Most parts in a paper.
const PARTS: usize = 5_000;
/// Most bytes all parts of a paper may say they become.
const UNPACKED: u64 = 512 * 1024 * 1024;
/// Most times its size a paper may say it becomes. Empty pages pack well; a bomb far better.
const TIMES: u64 = 200;
/// A paper below this size when unpacked is no bomb, however well it packs.
const SMALL: u64 = 16 * 1024 * 1024;
/// Most bytes of the list of parts that are read.
const LIST: u64 = 1024 * 1024;

const WORD: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const OPEN_TEXT: &[u8] = b"application/vnd.oasis.opendocument.text";

/// Whether an archive can be opened from the end of the bytes.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    // Without its closing mark there is none; most files are done here.
    let tail = &bytes[bytes.len().saturating_sub(65_600)..];
    find(tail, b"PK\x05\x06").is_some()
        && ZipArchive::new(Cursor::new(bytes)).is_ok_and(|it| !it.is_empty())
}

/// What paper an archive is.
pub(super) fn look(bytes: &[u8]) -> Result<FileKind, Unfit> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
    // What stands before the first part is read by nobody who opens the paper.
    if archive.offset() != 0 || archive.has_duplicate_names() || archive.is_empty() {
        return Err(Unfit::Broken);
    }
    let parts = parts(&mut archive)?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let unpacked = parts.iter().fold(0_u64, |sum, it| sum.saturating_add(it.size));
    let too_much = unpacked > UNPACKED || unpacked > SMALL.max(size.saturating_mul(TIMES));
    if parts.len() > PARTS || too_much {
        return Err(Unfit::Bomb);
    }
    if archive.has_overlapping_files().map_err(|_| Unfit::Broken)? {
        return Err(Unfit::Bomb);
    }
    if parts.iter().any(|it| it.locked) {
        return Err(Unfit::Locked);
    }
    let has = |name: &str| parts.iter().any(|it| it.name == name);
    let kind = if parts.first().is_some_and(|it| it.name == "mimetype" && it.stored) {
        open_document(&mut archive)?
    } else if has("[Content_Types].xml") {
        office_open(&mut archive)?
    } else {
        return Err(Unfit::Archive);
    };
    let main = if kind == FileKind::Docx {
        "word/document.xml"
    } else if kind == FileKind::Xlsx {
        "xl/workbook.xml"
    } else {
        "content.xml"
    };
    if !has(main) {
        return Err(Unfit::Broken);
    }
    if parts.iter().any(|it| is_programme(&it.name)) {
        return Err(Unfit::Macro);
    }
    Ok(kind)
}

struct Part {
    name: String,
    size: u64,
    stored: bool,
    locked: bool,
}

/// The list at the end of the archive; nothing is unpacked.
fn parts(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<Part>, Unfit> {
    let mut parts = Vec::new();
    for at in 0..archive.len().min(PARTS + 1) {
        let part = archive.by_index_raw(at).map_err(|_| Unfit::Broken)?;
        let name = part.name().map_err(|_| Unfit::Broken)?.into_owned();
        let way = part.compression();
        let known = way == CompressionMethod::Stored || way == CompressionMethod::Deflated;
        let stored = way == CompressionMethod::Stored;
        if !known && !part.encrypted() || (stored && part.size() != part.compressed_size()) {
            return Err(Unfit::Broken);
        }
        parts.push(Part { name, size: part.size(), stored, locked: part.encrypted() });
    }
    Ok(parts)
}

fn read(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Vec<u8>, Unfit> {
    let part = archive.by_name(name).map_err(|_| Unfit::Broken)?;
    let mut bytes = Vec::new();
    // Whatever it says of its size: more than this is never unpacked.
    part.take(LIST + 1).read_to_end(&mut bytes).map_err(|_| Unfit::Broken)?;
    if u64::try_from(bytes.len()).is_ok_and(|it| it > LIST) {
        return Err(Unfit::Bomb);
    }
    Ok(bytes)
}

fn open_document(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<FileKind, Unfit> {
    if read(archive, "mimetype")? == OPEN_TEXT { Ok(FileKind::Odt) } else { Err(Unfit::NotAKind) }
}

fn office_open(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<FileKind, Unfit> {
    let list = read(archive, "[Content_Types].xml")?;
    let list = String::from_utf8(list).map_err(|_| Unfit::Broken)?;
    if list.to_lowercase().contains("macroenabled") || list.contains("vbaProject") {
        return Err(Unfit::Macro);
    }
    match (list.contains(WORD), list.contains(SHEET)) {
        (true, false) => Ok(FileKind::Docx),
        (false, true) => Ok(FileKind::Xlsx),
        (true, true) => Err(Unfit::Broken),
        (false, false) => Err(Unfit::NotAKind),
    }
}

/// A macro, an embedded program, or a part that only a program needs.
fn is_programme(name: &str) -> bool {
    let name = name.to_lowercase();
    const PLACES: [&str; 4] = ["basic/", "scripts/", "word/activex/", "xl/activex/"];
    let ends = [".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".jar", ".scr", ".hta"];
    name.contains("vbaproject")
        || name.contains("oleobject")
        || PLACES.iter().any(|it| name.starts_with(it) && name.len() > it.len())
        || ends.iter().any(|it| name.ends_with(it))
}
