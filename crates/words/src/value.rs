use std::borrow::Cow;

/// What fills a variable in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Words, or a code to choose by.
    Text(Cow<'a, str>),
    /// A whole number: chooses between one and more.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! numbers {
    ($($type:ty),+) => {$(
        impl From<$type> for Value<'_> {
            fn from(number: $type) -> Self {
                Self::Number(i64::from(number))
            }
        }
        impl From<&$type> for Value<'_> {
            fn from(number: &$type) -> Self {
                Self::Number(i64::from(*number))
            }
        }
        impl From<&&$type> for Value<'_> {
            fn from(number: &&$type) -> Self {
                Self::from(**number)
            }
        }
    )+};
}
numbers!(i64, i32, u32, u16, u8);

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<&usize> for Value<'_> {
    fn from(number: &usize) -> Self {
        Self::from(*number)
    }
}
impl From<&&usize> for Value<'_> {
    fn from(number: &&usize) -> Self {
        Self::from(**number)
    }
}

// Templates hand over references to references.
impl<'a> From<&&'a str> for Value<'a> {
    fn from(text: &&'a str) -> Self {
        Self::from(*text)
    }
}
impl<'a> From<&&'a String> for Value<'a> {
    fn from(text: &&'a String) -> Self {
        Self::from(*text)
    }
}
