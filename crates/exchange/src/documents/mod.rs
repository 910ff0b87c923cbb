//! What a file that somebody hands in really is, found from its bytes: never from its name or
//! from what a browser says of it.
//!
//! Nothing is unpacked but one small list inside an office paper, and of that a bounded part.

mod office;
mod parts;

use sleutel_domain::documents::{FileKind, FileName, Unfit};

/// How far a text is looked through for a web page, as browsers do. Twice as far.
const LOOKED_THROUGH: usize = 2048;

/// What the file is, or everything that is wrong with it. `name` is what whoever sent it calls
/// it; of that only the ending is compared. `most` bytes may be in it.
pub fn look(name: &str, bytes: &[u8], most: u64) -> Result<FileKind, Vec<Unfit>> {
    let mut wrong = Vec::new();
    if bytes.is_empty() {
        return Err(vec![Unfit::Empty]);
    }
    if u64::try_from(bytes.len()).is_ok_and(|it| it > most) {
        wrong.push(Unfit::TooLarge { most });
    }
    let kind = match found(bytes) {
        Ok(kind) => kind,
        Err(unfit) => {
            wrong.push(unfit);
            return Err(wrong);
        }
    };
    // An archive can hide behind any other beginning: it is found from its end.
    if !matches!(kind, FileKind::Docx | FileKind::Odt | FileKind::Xlsx) && office::is_archive(bytes)
    {
        wrong.push(Unfit::Archive);
    }
    if let Some(ending) = FileName::ending(name).filter(|it| !kind.endings().contains(&&**it)) {
        wrong.push(Unfit::Mismatch { ending, found: kind });
    }
    if wrong.is_empty() { Ok(kind) } else { Err(wrong) }
}

fn found(bytes: &[u8]) -> Result<FileKind, Unfit> {
    if bytes.starts_with(b"PK\x03\x04") {
        return office::look(bytes);
    }
    let picture = parts::picture(bytes);
    if let Some((kind, whole)) = picture {
        return if whole { Ok(kind) } else { Err(Unfit::Broken) };
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf(bytes);
    }
    if is_program(bytes) {
        return Err(Unfit::Program);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        // Old office papers can hold macros anywhere; a new one in this coat has a password.
        return Err(if holds(bytes, &wide("EncryptedPackage")) {
            Unfit::Locked
        } else {
            Unfit::NotAKind
        });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return plain(text);
    }
    let guess = infer::get(bytes).map(|it| it.matcher_type());
    Err(if guess == Some(infer::MatcherType::App) {
        Unfit::Program
    } else if guess == Some(infer::MatcherType::Archive) {
        Unfit::Archive
    } else {
        Unfit::NotAKind
    })
}

/// A PDF begins at its first byte and ends with its mark: what only some readers take for one
/// is none.
fn pdf(bytes: &[u8]) -> Result<FileKind, Unfit> {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    if !holds(tail, b"%%EOF") {
        return Err(Unfit::Broken);
    }
    // A paper with a password cannot be checked by anybody.
    if holds(bytes, b"/Encrypt") {
        return Err(Unfit::Locked);
    }
    // Starts a program on the machine of whoever opens it.
    if holds(bytes, b"/Launch") || holds(bytes, b"/JavaScript") {
        return Err(Unfit::Macro);
    }
    Ok(FileKind::Pdf)
}

fn is_program(bytes: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 9] = [
        b"MZ",
        b"\x7fELF",
        b"#!",
        b"\xfe\xed\xfa\xce",
        b"\xfe\xed\xfa\xcf",
        b"\xce\xfa\xed\xfe",
        b"\xcf\xfa\xed\xfe",
        b"\xca\xfe\xba\xbe",
        b"\0asm",
    ];
    BEGINNINGS.iter().any(|it| bytes.starts_with(it))
}

/// Text that is text to a browser too.
fn plain(text: &str) -> Result<FileKind, Unfit> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    if text.chars().any(odd) {
        return Err(Unfit::NotAKind);
    }
    if text.trim_start().starts_with("#!") {
        return Err(Unfit::Program);
    }
    if text.trim_start().starts_with("{\\rtf") {
        return Err(Unfit::NotAKind);
    }
    let first: String = text.chars().take(LOOKED_THROUGH).flat_map(char::to_lowercase).collect();
    const MARKS: [&str; 10] = [
        "<!doctype",
        "<html",
        "<head",
        "<body",
        "<script",
        "<svg",
        "<iframe",
        "<?xml",
        "<?php",
        "<object",
    ];
    let begins = first.trim_start();
    if begins.starts_with("<!--") || MARKS.iter().any(|it| first.contains(it)) {
        return Err(Unfit::Markup);
    }
    Ok(FileKind::Text)
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    parts::find(bytes, what).is_some()
}

/// Text as old office papers have it: two bytes a letter.
fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
