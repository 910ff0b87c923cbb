/// Something we may or may not have been told.
///
/// Missing data never silently excludes or promotes anyone: a rule that needs
/// the fact turns `Unknown` into a question, not into a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Answer<T> {
    /// We were told.
    Known(T),
    /// Nobody has asked, or nobody has answered yet.
    #[default]
    Unknown,
}

impl<T> Answer<T> {
    /// The fact, when we have it.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown => None,
        }
    }

    /// The same answer, by reference.
    pub fn as_ref(&self) -> Answer<&T> {
        match self {
            Self::Known(value) => Answer::Known(value),
            Self::Unknown => Answer::Unknown,
        }
    }

    /// Whether we were told.
    pub fn is_known(&self) -> bool {
        matches!(self, Self::Known(_))
    }

    /// The answer with its fact changed.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Known(value) => Answer::Known(change(value)),
            Self::Unknown => Answer::Unknown,
        }
    }
}

impl<T> From<Option<T>> for Answer<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unknown, Self::Known)
    }
}
