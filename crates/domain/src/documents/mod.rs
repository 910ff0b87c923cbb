//! Documents of a participant's file ("stukken"): what they are, who reads them, and how
//! far each version has come from quarantine.

mod audience;
mod name;
mod state;
mod unfit;

pub use audience::{Audience, DocumentKind};
pub use name::FileName;
pub use state::{
    Closed, Door, HowReleased, Reading, ScanFailure, Standing, StepRefused, VersionState,
    WhyRefused, door,
};
pub use unfit::{FileKind, Unfit};

use uuid::Uuid;

use crate::{Id, StepCode, agreements::Agreement, forms::FormFile};

/// A document, in all its versions.
#[derive(Debug)]
pub enum Document {}

/// What a document belongs to beside the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tie {
    /// A step of the road; a decision is one too.
    Step(StepCode),
    /// A form of the file.
    Form(Id<FormFile>),
    /// An agreement of the household.
    Agreement(Id<Agreement>),
}

impl Tie {
    /// The word in rows, and what it points at.
    pub fn parts(&self) -> (&'static str, String) {
        match self {
            Self::Step(step) => ("step", step.to_string()),
            Self::Form(id) => ("form", id.to_string()),
            Self::Agreement(id) => ("agreement", id.to_string()),
        }
    }

    /// Reads them back; `None` for what is no such thing.
    pub fn from_parts(kind: &str, of: &str) -> Option<Self> {
        Some(match kind {
            "step" => Self::Step(StepCode::new(of).ok()?),
            "form" => Self::Form(Id::new(of.parse::<Uuid>().ok()?)),
            "agreement" => Self::Agreement(Id::new(of.parse::<Uuid>().ok()?)),
            _ => return None,
        })
    }

    /// Both in one word, for forms: `step:urgency`.
    pub fn code(&self) -> String {
        let (kind, of) = self.parts();
        format!("{kind}:{of}")
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        let (kind, of) = code.split_once(':')?;
        Self::from_parts(kind, of)
    }
}

#[cfg(test)]
mod tests;
