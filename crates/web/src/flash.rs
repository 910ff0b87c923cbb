//! A message that is shown once, on the page after the one that did something.

use axum::http::{HeaderMap, HeaderValue, header};
use sleutel_words::{Value, Words};

use crate::{form::Form, listing::encode, page::cookie};

/// The cookie that carries it to the next page.
pub const COOKIE: &str = "sleutel_flash";

/// What kind of message it is; said in words and by its icon, never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlashKind {
    /// Done.
    Success,
    /// Something to know.
    Info,
    /// Something to look at.
    Warning,
}

impl FlashKind {
    const ALL: [Self; 3] = [Self::Success, Self::Info, Self::Warning];

    /// The word in the cookie and in the class name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Info => "info",
            Self::Warning => "warning",
        }
    }

    /// The key of the hidden word before the message.
    pub fn key(self) -> &'static str {
        match self {
            Self::Success => "flash-success",
            Self::Info => "flash-info",
            Self::Warning => "flash-warning",
        }
    }
}

/// A key and its variables. It holds no name of a person: a cookie is kept by a
/// browser that others may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flash {
    /// What kind of message.
    pub kind: FlashKind,
    key: String,
    values: Vec<(String, String)>,
}

/// A value in a message: a number or a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlashValue(String);

impl From<&str> for FlashValue {
    fn from(word: &str) -> Self {
        Self(word.to_owned())
    }
}
impl From<String> for FlashValue {
    fn from(word: String) -> Self {
        Self(word)
    }
}
impl From<u32> for FlashValue {
    fn from(number: u32) -> Self {
        Self(number.to_string())
    }
}
impl From<usize> for FlashValue {
    fn from(number: usize) -> Self {
        Self(number.to_string())
    }
}

impl Flash {
    /// A message by its key.
    pub fn new(kind: FlashKind, key: &str) -> Self {
        Self { kind, key: key.to_owned(), values: Vec::new() }
    }

    /// The same with a variable filled in.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<FlashValue>) -> Self {
        self.values.push((name.to_owned(), value.into().0));
        self
    }

    /// The message in words; `None` for a key without words, which somebody made up.
    pub fn text(&self, words: Words) -> Option<String> {
        let values: Vec<_> = self
            .values
            .iter()
            .map(|(name, value)| {
                let number = value.parse().ok().map(Value::Number);
                (name.as_str(), number.unwrap_or_else(|| value.into()))
            })
            .collect();
        words.has(&self.key).then(|| words.t_with(&self.key, &values))
    }

    /// The header that carries it to the next page; for five minutes at most.
    pub fn header(&self) -> Option<HeaderValue> {
        let mut pairs = vec![("kind", self.kind.code()), ("key", self.key.as_str())];
        pairs.extend(self.values.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let text = pairs
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect::<Vec<_>>()
            .join("&");
        let line = format!("{COOKIE}={text}; Path=/; Max-Age=300; SameSite=Lax; HttpOnly");
        HeaderValue::from_str(&line).ok()
    }

    /// The message a request brings along.
    pub fn read(headers: &HeaderMap) -> Option<Self> {
        let form = Form::parse(cookie(headers, COOKIE)?.as_bytes());
        let kind = FlashKind::ALL.into_iter().find(|kind| kind.code() == form.value("kind"))?;
        let values = form
            .pairs()
            .iter()
            .filter(|(name, _)| name != "kind" && name != "key")
            .cloned()
            .collect();
        Some(Self { kind, key: form.value("key").to_owned(), values })
    }

    /// The header that forgets it.
    pub fn forget() -> (header::HeaderName, HeaderValue) {
        let line = "sleutel_flash=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly";
        (header::SET_COOKIE, HeaderValue::from_static(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_out_of_its_cookie_as_it_went_in() {
        let flash = Flash::new(FlashKind::Success, "some-key").with("count", 12_u32);
        let line = flash.header().unwrap();
        let pair = line.to_str().unwrap().split(';').next().unwrap().to_owned();
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, pair.parse().unwrap());
        assert_eq!(Flash::read(&headers), Some(flash));
    }

    #[test]
    fn a_made_up_message_is_not_shown() {
        let words = Words::new(sleutel_domain::access::Language::Dutch);
        assert_eq!(Flash::new(FlashKind::Info, "not-a-key").text(words), None);
    }
}
