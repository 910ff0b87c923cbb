//! Small things that pages show: badges, bars, histories.

/// How a badge looks. The words in it always say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to do.
    Neutral,
    /// Under way.
    Info,
    /// In order.
    Good,
    /// To look at.
    Attention,
    /// Not in order.
    Bad,
}

impl Tone {
    /// The class.
    pub fn class(&self) -> &'static str {
        match self {
            Self::Neutral => "badge badge-neutral",
            Self::Info => "badge badge-info",
            Self::Good => "badge badge-good",
            Self::Attention => "badge badge-attention",
            Self::Bad => "badge badge-bad",
        }
    }
}

/// A number against its floor and ceiling, drawn 100 wide. The text beside it says
/// everything; the drawing is decoration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// What is realised.
    pub done: u32,
    /// What this adds.
    pub added: u32,
    /// The floor, 0 for none.
    pub lower: u32,
    /// The ceiling.
    pub upper: Option<u32>,
}

impl Bar {
    fn full(self) -> u32 {
        let most = self.done.saturating_add(self.added).max(self.lower);
        self.upper.unwrap_or(most).max(most).max(1)
    }

    fn part(self, of: u32) -> u32 {
        let part = u64::from(of) * 100 / u64::from(self.full());
        u32::try_from(part).unwrap_or(100).min(100)
    }

    /// Width of what is realised, of 100.
    pub fn done_width(&self) -> u32 {
        self.part(self.done)
    }

    /// Width of what is added, of 100.
    pub fn added_width(&self) -> u32 {
        self.part(self.done.saturating_add(self.added)) - self.done_width()
    }

    /// Where the floor is, of 100.
    pub fn floor_at(&self) -> Option<u32> {
        (self.lower > 0).then(|| self.part(self.lower))
    }

    /// Where the ceiling is, of 100.
    pub fn ceiling_at(&self) -> Option<u32> {
        self.upper.map(|upper| self.part(upper))
    }

    /// Whether there is no room left.
    pub fn is_full(&self) -> bool {
        self.upper.is_some_and(|upper| self.done.saturating_add(self.added) >= upper)
    }
}

/// One change in the history of something, newest first in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryItem {
    /// When, in words.
    pub when: String,
    /// When, for machines (RFC 3339).
    pub datetime: String,
    /// Who, with their organisation.
    pub who: String,
    /// What was done, in words.
    pub what: String,
    /// Field, before, after; in words.
    pub changes: Vec<(String, String, String)>,
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What people read, in words already.
    pub label: String,
}

impl Choice {
    /// A choice by value and words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// One of several pages beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Its address.
    pub href: String,
    /// Its words.
    pub label: String,
    /// Whether it is the one shown.
    pub current: bool,
}

#[cfg(test)]
mod tests {
    use super::Bar;

    #[test]
    fn a_bar_never_gets_wider_than_its_frame() {
        let bar = Bar { done: 9, added: 4, lower: 5, upper: Some(10) };
        assert!(bar.done_width() + bar.added_width() <= 100);
        assert!(bar.is_full());
        assert_eq!(Bar { done: 0, added: 0, lower: 0, upper: None }.done_width(), 0);
    }
}
