use crate::finding::{Finding, FindingKind, Log};

/// The most findings told of one file.
const MOST: usize = 100;

/// Where findings about one file are gathered, as far as anybody would read them.
#[derive(Debug)]
pub(super) struct Few(Log);

impl Few {
    pub(super) fn new(file: &str) -> Self {
        Self(Log::new(file))
    }

    /// One finding about the file as a whole.
    pub(super) fn file(&mut self, what: FindingKind) {
        self.add(None, None, what);
    }

    /// One finding at a field.
    pub(super) fn field(&mut self, field: impl Into<String>, what: FindingKind) {
        self.add(None, Some(field.into()), what);
    }

    pub(super) fn add(&mut self, row: Option<u32>, column: Option<String>, what: FindingKind) {
        if self.0.findings.len() < MOST {
            self.0.add(row, column, what);
        } else if self.0.findings.len() == MOST {
            self.0.add(None, None, FindingKind::AndMore { told: 100 });
        }
    }

    /// Whether nothing more will be told.
    pub(super) fn full(&self) -> bool {
        self.0.findings.len() > MOST
    }

    pub(super) fn done(self) -> Vec<Finding> {
        self.0.findings
    }
}

/// What stands in a file, short enough to repeat.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
