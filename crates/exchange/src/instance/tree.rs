//! JSON of lists of numbers: each list is held as numbers and nothing else, and what a
//! usual reader drops in silence, a field that is there twice, is kept to be told.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What stands at one place.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tree {
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A list of whole numbers, or an empty one.
    Numbers(Vec<i64>),
    /// A list of texts.
    Texts(Vec<String>),
    /// A list with something in it that is not like what comes before it.
    Mixed {
        /// Which comes first, from 0.
        at: usize,
        /// What it is.
        found: String,
    },
    /// Fields in the order of the file, at most [`MOST_FIELDS`].
    Fields(Vec<(String, Tree)>),
    /// Something for which there is no use: true, null, a fraction.
    Other(String),
}

/// More fields than this are not kept.
const MOST_FIELDS: usize = 100;

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Tree;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a value")
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(i64::try_from(value).map_or_else(|_| Tree::Other(value.to_string()), Tree::Number))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Other(value.to_string()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Other(value.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Other("null".to_owned()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        match from.next_element::<Tree>()? {
            None => Ok(Tree::Numbers(Vec::new())),
            Some(Tree::Number(first)) => list(from, first, Tree::Numbers, |next| {
                if let Tree::Number(it) = next { Ok(it) } else { Err(next) }
            }),
            Some(Tree::Text(first)) => list(from, first, Tree::Texts, |next| {
                if let Tree::Text(it) = next { Ok(it) } else { Err(next) }
            }),
            Some(other) => {
                while from.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Tree::Mixed { at: 0, found: other.shown() })
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = from.next_key::<String>()? {
            if fields.len() < MOST_FIELDS {
                fields.push((name, from.next_value()?));
            } else {
                from.next_value::<IgnoredAny>()?;
                if fields.len() == MOST_FIELDS {
                    fields.push((name, Tree::Other(String::new())));
                }
            }
        }
        Ok(Tree::Fields(fields))
    }
}

/// The rest of a list whose first value is known, as long as `like` takes them.
fn list<'de, A: SeqAccess<'de>, T>(
    mut from: A,
    first: T,
    done: impl FnOnce(Vec<T>) -> Tree,
    like: impl Fn(Tree) -> Result<T, Tree>,
) -> Result<Tree, A::Error> {
    let mut values = vec![first];
    while let Some(next) = from.next_element::<Tree>()? {
        match like(next) {
            Ok(value) => values.push(value),
            Err(other) => {
                while from.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(Tree::Mixed { at: values.len(), found: other.shown() });
            }
        }
    }
    values.shrink_to_fit();
    Ok(done(values))
}

impl Tree {
    /// What stands there, as far as one would repeat it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) | Self::Other(text) => super::log::shown(text),
            Self::Numbers(_) | Self::Texts(_) | Self::Mixed { .. } => "[…]".to_owned(),
            Self::Fields(_) => "{…}".to_owned(),
        }
    }

    /// Reads a text; the line and the character where it goes wrong otherwise.
    pub(super) fn read(text: &[u8]) -> Result<Self, (u32, u32)> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        serde_json::from_slice(text).map_err(|error: serde_json::Error| {
            let figure = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
            (figure(error.line()), figure(error.column()))
        })
    }
}
