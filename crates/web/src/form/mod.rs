//! Forms that keep what was typed and show every error at its field.

mod error;
pub mod read;

pub use error::FieldError;

use sleutel_domain::Answer;

/// A form as it was sent or as it is first shown: the values as typed, in order,
/// and what is wrong with them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    pairs: Vec<(String, String)>,
    errors: Vec<(String, FieldError)>,
    labels: &'static [(&'static str, &'static str)],
}

impl Form {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a body of `application/x-www-form-urlencoded`. Broken encodings become
    /// the replacement character: nothing that was typed is lost silently.
    pub fn parse(body: &[u8]) -> Self {
        let pairs = body
            .split(|byte| *byte == b'&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
                    Some(at) => (&pair[..at], &pair[at + 1..]),
                    None => (pair, &[][..]),
                };
                (decoded(name), decoded(value))
            })
            .collect();
        Self { pairs, ..Self::default() }
    }

    /// The same form knowing the key of each field's label, so that the summary of
    /// errors can say which field each is about.
    #[must_use]
    pub fn labelled(mut self, labels: &'static [(&'static str, &'static str)]) -> Self {
        self.labels = labels;
        self
    }

    /// The key of a field's label, when the form was told. A field of a row that comes
    /// several times (`wish-2-place`) has the label of `wish-n-place`.
    pub fn label(&self, name: &str) -> Option<&'static str> {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
        let parts: Vec<_> =
            name.split('-').map(|part| if digits(part) { "n" } else { part }).collect();
        let any = parts.join("-");
        self.labels.iter().find(|(field, _)| *field == any).map(|(_, key)| *key)
    }

    /// Fills in a value, replacing what was there by this name.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.pairs.retain(|(key, _)| key != name);
        self.pairs.push((name.to_owned(), value.into()));
    }

    /// Fills in one more value by a name that comes several times.
    pub fn add(&mut self, name: &str, value: impl Into<String>) {
        self.pairs.push((name.to_owned(), value.into()));
    }

    /// The same while building: `Form::new().filled("given", "Noor")`.
    #[must_use]
    pub fn filled(mut self, name: &str, value: impl Into<String>) -> Self {
        self.set(name, value);
        self
    }

    /// Fills in a question with three answers.
    pub fn set_answer(&mut self, name: &str, answer: Answer<bool>) {
        let value = match answer {
            Answer::Known(true) => "yes",
            Answer::Known(false) => "no",
            Answer::Unknown => "unknown",
        };
        self.set(name, value);
    }

    /// The value as typed; empty when there is none.
    pub fn value(&self, name: &str) -> &str {
        self.pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// All values by this name, as typed.
    pub fn values(&self, name: &str) -> Vec<&str> {
        self.pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether this choice is the one that was made.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.pairs.iter().any(|(key, given)| key == name && given == value)
    }

    /// Everything as typed, in order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// Everything as typed, in order.
    pub fn into_pairs(self) -> Vec<(String, String)> {
        self.pairs
    }

    /// Notes what is wrong with a field. The first thing said of a field stays.
    pub fn refuse(&mut self, name: &str, error: impl Into<FieldError>) {
        if !self.has_error(name) {
            self.errors.push((name.to_owned(), error.into()));
        }
    }

    /// Whether anything is wrong.
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Whether something is wrong with this field.
    pub fn has_error(&self, name: &str) -> bool {
        self.error(name).is_some()
    }

    /// What is wrong with this field.
    pub fn error(&self, name: &str) -> Option<&FieldError> {
        self.errors.iter().find(|(key, _)| key == name).map(|(_, error)| error)
    }

    /// Everything that is wrong, in the order it was found.
    pub fn errors(&self) -> &[(String, FieldError)] {
        &self.errors
    }

    // --- for templates

    /// The `id` of a field.
    pub fn id(&self, name: &str) -> String {
        format!("field-{name}")
    }

    /// What `aria-describedby` points at: the error, the hint, both or neither.
    pub fn described_by(&self, name: &str, hint: &str) -> String {
        let mut ids = Vec::new();
        if self.has_error(name) {
            ids.push(format!("error-{name}"));
        }
        if !hint.is_empty() {
            ids.push(format!("hint-{name}"));
        }
        ids.join(" ")
    }
}

fn decoded(bytes: &[u8]) -> String {
    let spaced: Vec<u8> =
        bytes.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_encoding::percent_decode(&spaced).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_as_it_was() {
        let form = Form::parse("name=Zo%C3%AB+van+%26+co&area=1&area=2&empty=".as_bytes());
        assert_eq!(form.value("name"), "Zoë van & co");
        assert_eq!(form.values("area"), ["1", "2"]);
        assert_eq!(form.value("empty"), "");
        assert_eq!(form.pairs().len(), 4);
    }

    #[test]
    fn the_first_error_of_a_field_stays() {
        let mut form = Form::new();
        form.refuse("rent", FieldError::Required);
        form.refuse("rent", FieldError::Money);
        assert_eq!(form.error("rent"), Some(&FieldError::Required));
        assert_eq!(form.described_by("rent", "some-hint"), "error-rent hint-rent");
    }
}
