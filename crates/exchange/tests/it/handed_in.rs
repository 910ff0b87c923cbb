//! What strange bytes are taken for, and what is refused.

use std::io::{Cursor, Write};

use sleutel_domain::documents::{FileKind, Unfit};
use sleutel_exchange::documents::look;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const MOST: u64 = 1024 * 1024;
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
const WORD: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

fn png() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0crc0".to_vec();
    png.extend(b"\0\0\0\x04IDATdatacrc1\0\0\0\0IENDcrc2");
    png
}

fn jpeg() -> Vec<u8> {
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0 picture \xff\xd9".to_vec()
}

fn webp() -> Vec<u8> {
    b"RIFF\x0c\0\0\0WEBPVP8 data".to_vec()
}

fn tiff() -> Vec<u8> {
    b"II*\0\x08\0\0\0\0\0\0\0\0\0".to_vec()
}

/// An archive of these parts, those with a `!` before their name stored as they are.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let (name, way) = match name.strip_prefix('!') {
            Some(name) => (name, CompressionMethod::Stored),
            None => (*name, CompressionMethod::Deflated),
        };
        zip.start_file(name, SimpleFileOptions::default().compression_method(way)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn types(main: &str) -> Vec<u8> {
    format!("<Types><Override PartName=\"/main.xml\" ContentType=\"{main}\"/></Types>").into_bytes()
}

fn docx_with(more: &[(&str, &[u8])]) -> Vec<u8> {
    let list = types(WORD);
    let mut parts: Vec<(&str, &[u8])> =
        vec![("[Content_Types].xml", &list), ("word/document.xml", b"<w:document/>")];
    parts.extend(more);
    zipped(&parts)
}

fn odt() -> Vec<u8> {
    zipped(&[
        ("!mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office:document-content/>"),
    ])
}

fn xlsx() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "huur").unwrap();
    workbook.save_to_buffer().unwrap()
}

fn both(one: &[u8], other: &[u8]) -> Vec<u8> {
    [one, other].concat()
}

#[test]
fn every_kind_that_is_taken_in_is_known_by_its_bytes() {
    let table = [
        ("paper.pdf", PDF.to_vec(), FileKind::Pdf),
        ("PAPER.PDF", PDF.to_vec(), FileKind::Pdf),
        ("no ending", PDF.to_vec(), FileKind::Pdf),
        ("photo.jpeg", jpeg(), FileKind::Jpeg),
        ("photo.JPG", jpeg(), FileKind::Jpeg),
        ("photo.png", png(), FileKind::Png),
        ("photo.webp", webp(), FileKind::WebP),
        ("scan.tif", tiff(), FileKind::Tiff),
        ("letter.docx", docx_with(&[]), FileKind::Docx),
        ("letter.odt", odt(), FileKind::Odt),
        ("sheet.xlsx", xlsx(), FileKind::Xlsx),
        ("note.txt", "Özgür belt terug, 3 < 5.\r\n".into(), FileKind::Text),
        ("note.txt", b"\xef\xbb\xbfmet een merk ervoor".to_vec(), FileKind::Text),
        ("../../x\0.pdf", PDF.to_vec(), FileKind::Pdf),
    ];
    for (name, bytes, kind) in table {
        assert_eq!(look(name, &bytes, MOST), Ok(kind), "{name}");
    }
}

#[test]
fn what_is_not_taken_in_says_what_it_is() {
    let macro_list = types("application/vnd.ms-word.document.macroEnabled.main+xml");
    let slides = types("application/vnd.openxmlformats-officedocument.presentationml");
    let locked = both(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &wide("..EncryptedPackage.."));
    let table: Vec<(&str, &str, Vec<u8>, Unfit)> = vec![
        ("nothing", "a.pdf", vec![], Unfit::Empty),
        ("a program of Windows", "a.pdf", b"MZ\x90\0\x03".to_vec(), Unfit::Program),
        ("a program of Linux", "a", b"\x7fELF\x02\x01".to_vec(), Unfit::Program),
        ("a script", "a.txt", b"#!/bin/sh\nrm -r .\n".to_vec(), Unfit::Program),
        ("a web page", "a.txt", b"  <!DOCTYPE html><p>".to_vec(), Unfit::Markup),
        ("a web page after words", "a.txt", b"Dag!\n<ScRiPt>x".to_vec(), Unfit::Markup),
        ("a web page after a mark", "a.txt", b"\xef\xbb\xbf<html>".to_vec(), Unfit::Markup),
        ("a drawing", "a.png", b"<svg onload='x'/>".to_vec(), Unfit::Markup),
        ("an archive", "a.zip", zipped(&[("a.txt", b"a")]), Unfit::Archive),
        ("packed by gzip", "a.gz", b"\x1f\x8b\x08\0\xff\xff".to_vec(), Unfit::Archive),
        ("packed by RAR", "a.rar", b"Rar!\x1a\x07\x01\0\xff".to_vec(), Unfit::Archive),
        ("a web page's code points, not text", "a.txt", b"a\0b".to_vec(), Unfit::NotAKind),
        ("old letters", "a.txt", b"Caf\xe9".to_vec(), Unfit::NotAKind),
        ("rich text", "a.txt", b"{\\rtf1 }".to_vec(), Unfit::NotAKind),
        (
            "an old office paper",
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old".to_vec(),
            Unfit::NotAKind,
        ),
        ("an office paper with a password", "a.docx", locked, Unfit::Locked),
        ("a PDF with a password", "a.pdf", pdf_with(b"/Encrypt 4 0 R"), Unfit::Locked),
        ("a PDF with a program", "a.pdf", pdf_with(b"/S/JavaScript"), Unfit::Macro),
        ("a PDF that starts one", "a.pdf", pdf_with(b"/S /Launch"), Unfit::Macro),
        ("a PDF cut off", "a.pdf", PDF[..40].to_vec(), Unfit::Broken),
        ("a PDF after junk", "a.pdf", both(b"\xffjunk", PDF), Unfit::NotAKind),
        ("a PDF after words", "a.pdf", both(b"hello <script>", PDF), Unfit::Markup),
        ("a PNG cut off", "a.png", png()[..40].to_vec(), Unfit::Broken),
        ("a PNG with something behind it", "a.png", both(&png(), b"MZ"), Unfit::Broken),
        ("a JPEG cut off", "a.jpg", jpeg()[..20].to_vec(), Unfit::Broken),
        ("a WebP with something behind it", "a.webp", both(&webp(), b"abc"), Unfit::Broken),
        ("a TIFF that points outside", "a.tif", b"MM\0*\0\xff\0\0".to_vec(), Unfit::Broken),
        (
            "macros by the list",
            "a.docm",
            zipped(&[("[Content_Types].xml", &macro_list), ("word/document.xml", b"")]),
            Unfit::Macro,
        ),
        ("macros by a part", "a.docx", docx_with(&[("word/VBAProject.bin", b"x")]), Unfit::Macro),
        (
            "an embedded program",
            "a.docx",
            docx_with(&[("word/embeddings/oleObject1.bin", b"x")]),
            Unfit::Macro,
        ),
        ("slides", "a.pptx", zipped(&[("[Content_Types].xml", &slides)]), Unfit::NotAKind),
        ("a paper without its main part", "a.docx", no_main(), Unfit::Broken),
        ("a paper cut off", "a.docx", docx_with(&[])[..120].to_vec(), Unfit::Broken),
        (
            "a paper with something before it",
            "a.docx",
            both(b"MZ", &docx_with(&[])),
            Unfit::Program,
        ),
    ];
    for (what, name, bytes, unfit) in table {
        let found = look(name, &bytes, MOST).unwrap_err();
        assert_eq!(found.first(), Some(&unfit), "{what}: {found:?}");
    }
}

fn no_main() -> Vec<u8> {
    zipped(&[("[Content_Types].xml", &types(WORD))])
}

fn pdf_with(more: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(PDF).replace("/Type", &format!("{} /Type", text(more)));
    text.into_bytes()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn two_things_in_one_file_are_neither() {
    let archive = zipped(&[("a.exe", b"MZ")]);
    for (name, first) in [("a.pdf", PDF.to_vec()), ("a.jpg", jpeg()), ("a.txt", b"text\n".to_vec())]
    {
        let found = look(name, &both(&first, &archive), MOST);
        assert!(found.is_err(), "{name}: {found:?}");
    }
    let hidden = both(&jpeg(), &archive);
    assert_eq!(look("a.jpg", &hidden, MOST), Err(vec![Unfit::Archive]));
}

#[test]
fn a_name_that_says_something_else_is_told_of_with_everything_else() {
    let mismatch = |ending: &str, found| Unfit::Mismatch { ending: ending.to_owned(), found };
    assert_eq!(look("a.pdf", &png(), MOST), Err(vec![mismatch("pdf", FileKind::Png)]));
    assert_eq!(look("a.js", b"alert(1)", MOST), Err(vec![mismatch("js", FileKind::Text)]));
    assert_eq!(look("a.pdf.exe", PDF, MOST), Err(vec![mismatch("exe", FileKind::Pdf)]));
    assert_eq!(
        look("a\u{202e}gpj.exe", &jpeg(), 10),
        Err(vec![Unfit::TooLarge { most: 10 }, mismatch("exe", FileKind::Jpeg)])
    );
}

#[test]
fn a_file_may_be_as_large_as_the_limit_and_no_larger() {
    let most = u64::try_from(PDF.len()).unwrap();
    assert_eq!(look("a.pdf", PDF, most), Ok(FileKind::Pdf));
    assert_eq!(look("a.pdf", PDF, most - 1), Err(vec![Unfit::TooLarge { most: most - 1 }]));
}

#[test]
fn a_bomb_is_known_without_being_unpacked() {
    let zeros = vec![0; 64 * 1024 * 1024];
    let bomb = docx_with(&[("word/media/image.bmp", &zeros)]);
    assert!(bomb.len() < 200_000);
    assert_eq!(look("a.docx", &bomb, MOST), Err(vec![Unfit::Bomb]));
    // One that lies about its size is stopped where the list is read.
    let mut list = types(WORD);
    list.resize(3 * 1024 * 1024, b' ');
    let long = zipped(&[("[Content_Types].xml", &list), ("word/document.xml", b"x")]);
    assert_eq!(look("a.docx", &long, MOST), Err(vec![Unfit::Bomb]));
}

#[test]
fn a_part_with_a_password_is_told() {
    // The first bit of the flags says so; it stands in both headers of a part.
    let mut locked = docx_with(&[]);
    for mark in [&b"PK\x03\x04"[..], b"PK\x01\x02"] {
        let flags = if mark[2] == 3 { 6 } else { 8 };
        let places: Vec<usize> =
            (0..locked.len() - 4).filter(|at| &locked[*at..at + 4] == mark).collect();
        for at in places {
            locked[at + flags] |= 1;
        }
    }
    assert_eq!(look("a.docx", &locked, MOST), Err(vec![Unfit::Locked]));
}

#[test]
fn bytes_changed_at_any_place_never_stop_the_program() {
    for good in [docx_with(&[]), odt(), png(), jpeg(), webp(), tiff(), PDF.to_vec()] {
        for at in 0..good.len() {
            for change in [0x01, 0x80, 0xff] {
                let mut changed = good.clone();
                changed[at] ^= change;
                let _ = look("a", &changed, MOST);
            }
            let _ = look("a", &good[..at], MOST);
        }
    }
}
