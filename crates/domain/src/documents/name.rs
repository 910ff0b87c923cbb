use std::fmt;

use super::FileKind;

/// What a file is called when somebody saves it. Never where it is kept.
///
/// Without folders, signs of control, signs that turn the direction of writing, and signs
/// that mean something to a disk; at most [`FileName::MOST`] characters; with the ending of
/// what is really in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName(String);

/// Names that mean a device on some machines, whatever their ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

impl FileName {
    /// Most characters before the ending.
    pub const MOST: usize = 80;

    /// Makes one of whatever a browser sent. A name with nothing left is `document`.
    pub fn clean(raw: &str, kind: FileKind) -> Self {
        let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
        let kept: String = last.chars().filter_map(kept).collect();
        let spaced = kept.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut stem = spaced;
        // A cut may come right behind an ending, or leave the name of a device.
        loop {
            let mark = if is_device(bare(&stem, kind)) { "_" } else { "" };
            let marked = format!("{mark}{}", bare(&stem, kind));
            let next: String = marked.chars().take(Self::MOST).collect();
            if next == stem {
                break;
            }
            stem = next;
        }
        if stem.is_empty() {
            stem.push_str("document");
        }
        Self(format!("{stem}.{}", kind.code()))
    }

    /// A name that was made by [`FileName::clean`] before; `None` for any other.
    pub fn kept(text: &str) -> Option<Self> {
        let (_, ending) = text.rsplit_once('.')?;
        let kind = FileKind::from_code(ending)?;
        let again = Self::clean(text, kind);
        (again.0 == text).then_some(again)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The ending of a name as somebody sent it, in small letters; `None` without one.
    pub fn ending(raw: &str) -> Option<String> {
        let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
        let kept: String = last.chars().filter_map(kept).collect();
        let (stem, ending) = kept.trim().trim_end_matches('.').rsplit_once('.')?;
        let looks = !ending.is_empty()
            && ending.chars().count() <= 8
            && ending.chars().all(|c| c.is_ascii_alphanumeric());
        (looks && !stem.is_empty()).then(|| ending.to_lowercase())
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn kept(c: char) -> Option<char> {
    match c {
        c if c.is_control() => None,
        // Marks of direction and invisible signs: with them a name can read as another.
        '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => None,
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | '%' => Some('-'),
        c => Some(c),
    }
}

/// Without the endings of its own kind, however often they stand there, and without signs at
/// the edges that say nothing.
fn bare(name: &str, kind: FileKind) -> &str {
    let edge = |c: char| c == '.' || c == '-' || c.is_whitespace();
    let mut name = name.trim_start_matches(|c: char| c == '-' || c.is_whitespace());
    loop {
        name = name.trim_end_matches(edge);
        match name.rsplit_once('.') {
            Some((stem, ending)) if is_ending(ending, kind) => name = stem,
            Some(_) | None => return name.trim_matches(edge),
        }
    }
}

fn is_ending(text: &str, kind: FileKind) -> bool {
    kind.endings().contains(&text.to_lowercase().as_str())
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().to_lowercase();
    let numbered = |word: &str| {
        let rest = first.strip_prefix(word);
        rest.is_some_and(|it| it.len() == 1 && it.bytes().all(|c| c.is_ascii_digit()))
    };
    DEVICES.contains(&first.as_str()) || numbered("com") || numbered("lpt")
}
