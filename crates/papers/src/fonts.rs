//! The letter type of papers, and what it can show.

use typst::{foundations::Bytes, text::Font};

/// Noto Sans, regular and bold, for Latin, Greek and Cyrillic script. The licence stands
/// beside the files.
const OWN: [&[u8]; 2] =
    [include_bytes!("../fonts/NotoSans-Regular.ttf"), include_bytes!("../fonts/NotoSans-Bold.ttf")];

/// Shown where no letter type has the sign: a gap that can be seen is better than a name
/// with a letter less, and a paper with a gap better than none.
const GAP: char = '\u{fffd}';

pub(crate) fn own() -> Vec<Font> {
    OWN.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect()
}

/// The text with every sign no letter type has shown as a gap.
pub(crate) fn shown(text: &str, fonts: &[Font]) -> String {
    text.chars().map(|c| if c.is_whitespace() || has(fonts, c) { c } else { GAP }).collect()
}

fn has(fonts: &[Font], c: char) -> bool {
    // Every letter type has all of these.
    matches!(c, ' '..='~') || fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
}
