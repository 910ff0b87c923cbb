//! Every word people read, in Dutch and English, from `locales/`.
//!
//! [`Words`] is one language. A page or a report asks for words by key
//! ([`Words::t`]), for the name of a code ([`Words::name`]) or for the sentence
//! that a value with figures becomes ([`sentences`]). Numbers, money and dates
//! are written the way the language writes them ([`format`](mod@format)).

mod agreement;
mod bundle;
pub mod description;
mod embedded;
pub mod format;
mod letter;
mod names;
mod owner;
pub mod sentences;
mod value;

pub use agreement::AgreementText;
pub use description::Description;
pub use embedded::LOCALES;
pub use letter::{Letter, Outcome};
pub use names::Named;
pub use owner::Owner;
pub use sentences::{
    BlankPart, BlankQuestion, Codes, FormPart, FormRow, Lookup, RoundNames, RouteLine, RouteWay,
};
pub use value::Value;

use sleutel_domain::access::Language;

/// The words of one language. Free to copy: the files are read once a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

impl Words {
    /// The words of this language.
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// Which language this is.
    pub fn language(self) -> Language {
        self.language
    }

    /// The words for a key. A key nobody wrote words for comes back as it is, and
    /// is logged: a page with one odd word is better than no page. In a test it fails.
    pub fn t(self, key: &str) -> String {
        self.t_with(key, &[])
    }

    /// The words for a key, with its variables filled in. Numbers choose between
    /// one and more, and are written with the language's thousands mark.
    pub fn t_with(self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        bundle::words(self.language, key, values).unwrap_or_else(|| {
            debug_assert!(false, "no words for `{key}` in {:?}", self.language);
            tracing::warn!(key, language = self.language.code(), "no words for a key");
            key.to_owned()
        })
    }

    /// Whether there are words for this key.
    pub fn has(self, key: &str) -> bool {
        bundle::has(self.language, key)
    }

    /// What people call one of our codes: a role, a status, a goal.
    pub fn name(self, of: &impl Named) -> String {
        self.t(of.key())
    }
}
