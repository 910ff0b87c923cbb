use std::fmt;

/// Why a text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but blanks.
    #[error("text is empty")]
    Empty,
    /// More characters than the field holds.
    #[error("text has {length} characters, at most {most} are allowed")]
    TooLong {
        /// Characters in the refused text.
        length: usize,
        /// Characters allowed.
        most: usize,
    },
    /// A control character, which no keyboard gives and no page can show.
    #[error("text holds a control character")]
    Control,
}

fn checked(text: &str, most: usize, lines: bool) -> Result<String, TextError> {
    let text = text.trim();
    let length = text.chars().count();
    if length == 0 {
        return Err(TextError::Empty);
    }
    if length > most {
        return Err(TextError::TooLong { length, most });
    }
    let bad = |c: char| c.is_control() && !(lines && (c == '\n' || c == '\r' || c == '\t'));
    if text.chars().any(bad) {
        return Err(TextError::Control);
    }
    Ok(text.to_owned())
}

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $most:expr, $lines:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The most characters this holds.
            pub const MOST: usize = $most;

            /// Trims; refuses an empty text, one that is too long, and control characters.
            pub fn new(text: &str) -> Result<Self, TextError> {
                checked(text, $most, $lines).map(Self)
            }

            /// The same, but blank means absent.
            pub fn optional(text: &str) -> Result<Option<Self>, TextError> {
                if text.trim().is_empty() { Ok(None) } else { Self::new(text).map(Some) }
            }

            /// The text as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text! {
    /// A given or a family name, at most 80 characters.
    PersonName, 80, false
}
text! {
    /// One line of words: a name of a thing, a reason. At most 200 characters.
    Phrase, 200, false
}
text! {
    /// Somebody's own words, several lines. At most 4,000 characters.
    LongText, 4_000, true
}
