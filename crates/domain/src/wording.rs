use crate::access::Language;

/// Words that a city may change, in both languages: they stand in the definition of a road,
/// a form or a letter, not in the program's own lists of words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wording {
    /// In Dutch, at level B1.
    pub nl: String,
    /// In English.
    pub en: String,
}

impl Wording {
    /// The words in one of the two.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Dutch => &self.nl,
            Language::English => &self.en,
        }
    }
}
