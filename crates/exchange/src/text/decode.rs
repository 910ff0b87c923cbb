use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::finding::{FindingKind, Log, Note};

/// The text of a file. A line that is not UTF-8 is read as Windows-1252 so that
/// everything after it can still be checked; the finding makes it a proposal only.
pub(crate) fn decode<'a>(bytes: &'a [u8], log: &mut Log) -> Cow<'a, str> {
    if let Some((encoding, bytes)) = utf16(bytes) {
        log.notes.push(Note::Utf16);
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        if broken {
            log.file(FindingKind::BrokenUtf16 {});
        }
        return text;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").map_or(bytes, |rest| {
        log.notes.push(Note::ByteOrderMark);
        rest
    });
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(line_by_line(bytes, log)),
    }
}

fn utf16(bytes: &[u8]) -> Option<(&'static Encoding, &[u8])> {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some((UTF_16LE, rest));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some((UTF_16BE, rest));
    }
    // Without a mark: a header is plain letters, so every other byte is nought.
    let head = bytes.get(..16)?;
    let nought = |odd: usize| head.iter().skip(odd).step_by(2).all(|byte| *byte == 0);
    if nought(1) {
        Some((UTF_16LE, bytes))
    } else if nought(0) {
        Some((UTF_16BE, bytes))
    } else {
        None
    }
}

fn line_by_line(bytes: &[u8], log: &mut Log) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    for (line, part) in (1..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
        match std::str::from_utf8(part) {
            Ok(part) => text.push_str(part),
            Err(error) => {
                let (part_text, _) = WINDOWS_1252.decode_without_bom_handling(part);
                let likely = word_around(part, error.valid_up_to());
                log.file(FindingKind::NotUtf8 { line, likely });
                text.push_str(&part_text);
            }
        }
    }
    text
}

fn word_around(line: &[u8], at: usize) -> String {
    let ends = |byte: &u8| b" ,;\t\r\n\"".contains(byte);
    let start = line.iter().take(at).rposition(ends).map_or(0, |before| before + 1);
    let length = line.iter().skip(at).position(ends).unwrap_or(line.len() - at);
    let word = line.get(start..at + length).unwrap_or_default();
    WINDOWS_1252.decode_without_bom_handling(word).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, codes: &[&str]) -> Log {
        let mut log = Log::new("x.csv");
        assert_eq!(decode(bytes, &mut log), text);
        let found: Vec<_> = log.findings.iter().map(|finding| finding.what.code()).collect();
        assert_eq!(found, codes);
        log
    }

    #[test]
    fn plain_utf8_is_taken_as_it_is() {
        check("Zoë".as_bytes(), "Zoë", &[]);
    }

    #[test]
    fn a_byte_order_mark_is_noted_and_taken_off() {
        let log = check(b"\xEF\xBB\xBFcode", "code", &[]);
        assert_eq!(log.notes, [Note::ByteOrderMark]);
    }

    #[test]
    fn utf16_is_read_with_and_without_its_mark() {
        let little: Vec<u8> =
            "reference;\u{eb}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let log = check(&[b"\xFF\xFE", little.as_slice()].concat(), "reference;ë", &[]);
        assert_eq!(log.notes, [Note::Utf16]);
        let big: Vec<u8> = "reference;ë".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&[b"\xFE\xFF", big.as_slice()].concat(), "reference;ë", &[]);
        check(&little, "reference;ë", &[]);
    }

    #[test]
    fn a_windows_1252_line_is_named_with_its_likely_word() {
        let log = check(b"a;b\n1;Zo\xEB Jansen\n2;x\n", "a;b\n1;Zoë Jansen\n2;x\n", &["E102"]);
        assert_eq!(
            log.findings[0].what,
            FindingKind::NotUtf8 { line: 2, likely: "Zoë".to_owned() }
        );
    }
}
