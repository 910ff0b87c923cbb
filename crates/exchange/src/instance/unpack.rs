//! Bytes of a file, unpacked when they are packed, and no more of them than is sane.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

use super::log::Few;
use crate::finding::FindingKind;

/// The most bytes of facts, or of a certificate, that are read: 64 MiB of text, some
/// twenty times what a country with 100,000 households takes. Ours.
pub const MOST_FACTS: u64 = 64 << 20;
/// The most bytes of pairs that are read: 4 GiB of text, about 250 million pairs. Ours.
pub const MOST_PAIRS: u64 = 4 << 30;

/// A file that is read to its end or to its limit, whichever comes first.
pub(super) struct Unpacked<R> {
    from: Form<R>,
    left: u64,
    most: u64,
}

enum Form<R> {
    Packed(Box<MultiGzDecoder<BufReader<R>>>),
    Plain(BufReader<R>),
}

/// Bytes taken from the file in one go; a packed file grows some four times.
const CHUNK: usize = 64 << 10;

impl<R: Read> Unpacked<R> {
    /// Looks at the first bytes of a file.
    pub(super) fn new(bytes: R, most: u64, log: &mut Few) -> Option<Self> {
        let mut bytes = BufReader::with_capacity(CHUNK, bytes);
        let packed = match bytes.fill_buf() {
            Ok([]) => {
                log.file(FindingKind::EmptyFile {});
                return None;
            }
            Ok(begin) => begin.starts_with(&[0x1f, 0x8b]),
            Err(cause) => {
                log.file(FindingKind::Unreadable { cause: cause.to_string() });
                return None;
            }
        };
        let from = if packed {
            Form::Packed(Box::new(MultiGzDecoder::new(bytes)))
        } else {
            Form::Plain(bytes)
        };
        // One byte more than may be, to see that there is more.
        Some(Self { from, left: most + 1, most })
    }

    /// Fills as much of `room` as there is text for; `None` when something is wrong,
    /// which is then told.
    pub(super) fn fill(&mut self, room: &mut [u8], log: &mut Few) -> Option<usize> {
        let mut filled = 0;
        while filled < room.len() {
            let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(room.len() - filled);
            let part = &mut room[filled..filled + most];
            let read = match &mut self.from {
                Form::Packed(from) => from.read(part),
                Form::Plain(from) => from.read(part),
            };
            match read {
                Ok(0) => break,
                Ok(read) => {
                    filled += read;
                    self.left -= read as u64;
                    if self.left == 0 {
                        let most = i64::try_from(self.most >> 20).unwrap_or(i64::MAX);
                        log.file(FindingKind::TooMuchText { most });
                        return None;
                    }
                }
                Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
                Err(cause) => {
                    log.file(self.failed(&cause));
                    return None;
                }
            }
        }
        Some(filled)
    }

    fn failed(&self, cause: &io::Error) -> FindingKind {
        let packed = matches!(self.from, Form::Packed(_));
        if packed && cause.kind() == io::ErrorKind::UnexpectedEof {
            FindingKind::CutOff {}
        } else if packed
            && [io::ErrorKind::InvalidInput, io::ErrorKind::InvalidData].contains(&cause.kind())
        {
            FindingKind::DamagedArchive {}
        } else {
            FindingKind::Unreadable { cause: cause.to_string() }
        }
    }
}

/// The whole of a file that is small.
pub(super) fn whole<R: Read>(bytes: R, log: &mut Few) -> Option<Vec<u8>> {
    let mut from = Unpacked::new(bytes, MOST_FACTS, log)?;
    let mut text = Vec::new();
    loop {
        let begin = text.len();
        text.resize(begin + CHUNK.max(begin), 0);
        let filled = from.fill(&mut text[begin..], log)?;
        text.truncate(begin + filled);
        if begin + filled < text.capacity().min(begin + CHUNK.max(begin)) {
            break;
        }
    }
    if text.is_empty() {
        log.file(FindingKind::EmptyFile {});
        return None;
    }
    Some(text)
}
