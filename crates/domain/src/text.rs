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
    /// A control character or an unseen sign, which no keyboard gives and no page can show.
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
    if text.chars().any(|c| bad(c) || is_unseen(c)) {
        return Err(TextError::Control);
    }
    Ok(text.to_owned())
}

/// Signs that show nothing and turn text around or make two names look alike. The two
/// joiners, which some scripts and picture letters need, are let through.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_unseen_signs_is_refused() {
        for text in ["\u{200b}", "Noor\u{202e}", "a\u{feff}b", "a\u{7}b"] {
            assert_eq!(PersonName::new(text), Err(TextError::Control), "{text:?}");
        }
    }

    #[test]
    fn joiners_and_accents_belong_in_a_name() {
        for text in ["Zoë", "علی\u{200c}رضا", "O’Brien-d'Île"] {
            assert!(PersonName::new(text).is_ok(), "{text:?}");
        }
    }

    #[test]
    fn a_line_break_belongs_in_long_text_only() {
        assert!(LongText::new("een\ntwee").is_ok());
        assert_eq!(Phrase::new("een\ntwee"), Err(TextError::Control));
    }
}
