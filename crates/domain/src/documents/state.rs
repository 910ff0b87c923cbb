use jiff::Timestamp;

use super::{Audience, DocumentKind};
use crate::{Phrase, access::OrganisationKind};

/// How far a version has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VersionState {
    /// Not checked yet.
    InQuarantine {
        /// Since when.
        since: Timestamp,
    },
    /// Whoever may read the document may open it.
    Released {
        /// Who, as the log names them.
        by: String,
        /// How it was checked.
        how: HowReleased,
        /// When.
        at: Timestamp,
    },
    /// Nobody opens it.
    Refused {
        /// Who, as the log names them.
        by: String,
        /// What was found.
        why: WhyRefused,
        /// When.
        at: Timestamp,
    },
}

/// How a version was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HowReleased {
    /// The scanner found nothing.
    Scanner,
    /// A person looked at it.
    Person {
        /// Why they think it is sound.
        reason: Phrase,
    },
}

/// Why a version was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyRefused {
    /// The scanner found something.
    Scanner {
        /// What, in the scanner's own name for it.
        found: Phrase,
    },
    /// A person refused it.
    Person {
        /// Why.
        reason: Phrase,
    },
}

/// Why a scanner gave no answer. Nothing is known of the content then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum ScanFailure {
    /// Nobody answers at the address.
    #[error("the scanner cannot be reached")]
    Unreachable,
    /// It took too long.
    #[error("the scanner took too long")]
    TooLate,
    /// The connection broke off, or it answered something else than it should.
    #[error("the scanner gave no answer that can be read")]
    NoAnswer,
    /// The content is larger than the scanner takes.
    #[error("the content is larger than the scanner takes")]
    TooLarge,
}

impl ScanFailure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Unreachable, Self::TooLate, Self::NoAnswer, Self::TooLarge];

    /// The word in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::TooLate => "too-late",
            Self::NoAnswer => "no-answer",
            Self::TooLarge => "too-large",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

impl VersionState {
    /// The word in rows and filters.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InQuarantine { .. } => "in-quarantine",
            Self::Released { .. } => "released",
            Self::Refused { .. } => "refused",
        }
    }

    /// The words of all states, in the order they are shown.
    pub const CODES: [&'static str; 3] = ["in-quarantine", "released", "refused"];

    /// Lets it out of quarantine. Only what is still there can be.
    pub fn release(
        &self,
        by: String,
        how: HowReleased,
        at: Timestamp,
    ) -> Result<Self, StepRefused> {
        match self {
            Self::InQuarantine { .. } => Ok(Self::Released { by, how, at }),
            Self::Released { .. } | Self::Refused { .. } => Err(StepRefused::NotInQuarantine),
        }
    }

    /// Refuses it. What a person released can still be refused; a refusal stays.
    pub fn refuse(&self, by: String, why: WhyRefused, at: Timestamp) -> Result<Self, StepRefused> {
        match self {
            Self::InQuarantine { .. } | Self::Released { .. } => Ok(Self::Refused { by, why, at }),
            Self::Refused { .. } => Err(StepRefused::NotInQuarantine),
        }
    }
}

/// Whether a document still counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Kept,
    /// Taken back; only the organisation that added it and the provider read it still.
    Withdrawn {
        /// Who, as the log names them.
        by: String,
        /// Why.
        why: Phrase,
        /// When.
        at: Timestamp,
    },
    /// What was in it is gone for good: the keys were thrown away.
    Erased {
        /// Who, as the log names them.
        by: String,
        /// On what ground.
        ground: Phrase,
        /// When.
        at: Timestamp,
    },
}

impl Standing {
    /// The word in rows and filters.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Erased { .. } => "erased",
        }
    }

    /// Takes it back.
    pub fn withdraw(&self, by: String, why: Phrase, at: Timestamp) -> Result<Self, StepRefused> {
        match self {
            Self::Kept => Ok(Self::Withdrawn { by, why, at }),
            Self::Withdrawn { .. } => Err(StepRefused::Withdrawn),
            Self::Erased { .. } => Err(StepRefused::Erased),
        }
    }

    /// Undoes taking it back.
    pub fn bring_back(&self) -> Result<Self, StepRefused> {
        match self {
            Self::Kept => Err(StepRefused::NotWithdrawn),
            Self::Withdrawn { .. } => Ok(Self::Kept),
            Self::Erased { .. } => Err(StepRefused::Erased),
        }
    }

    /// Throws away what was in it. Only what was withdrawn first: that step can be undone,
    /// this one cannot.
    pub fn erase(&self, by: String, ground: Phrase, at: Timestamp) -> Result<Self, StepRefused> {
        match self {
            Self::Kept => Err(StepRefused::NotWithdrawn),
            Self::Withdrawn { .. } => Ok(Self::Erased { by, ground, at }),
            Self::Erased { .. } => Err(StepRefused::Erased),
        }
    }
}

/// Why a step with a document cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepRefused {
    /// It is no longer in quarantine.
    NotInQuarantine,
    /// It was withdrawn.
    Withdrawn,
    /// It was not withdrawn.
    NotWithdrawn,
    /// It was erased.
    Erased,
    /// More would read it than its kind allows.
    TooWide,
}

/// Who reads, and what is known of what they read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// What the reader's organisation is.
    pub reader: OrganisationKind,
    /// Whether the document was added by the reader's own organisation.
    pub own: bool,
    /// What it is.
    pub kind: DocumentKind,
    /// Who reads it beside the provider.
    pub audience: Audience,
    /// Whether it still counts.
    pub standing: &'a Standing,
}

impl Reading<'_> {
    /// Whether the reader reads the document at all. What the kind forbids is not given by a row
    /// that says otherwise, and a care paper is for the provider that added it only: another
    /// that has the file later does not read it.
    pub fn knows(&self) -> bool {
        let told = self.audience.and(self.kind.widest()).includes(self.reader);
        let counts = match self.standing {
            Standing::Kept => true,
            Standing::Withdrawn { .. } | Standing::Erased { .. } => false,
        };
        let of_the_file = match self.reader {
            OrganisationKind::Provider => self.kind != DocumentKind::Support,
            OrganisationKind::Municipality | OrganisationKind::Association => told && counts,
        };
        self.own || of_the_file
    }
}

/// Whether a version can be opened by somebody who may read the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// It can.
    Open,
    /// It can, after a warning: nothing checked it.
    Warned,
    /// It cannot.
    Closed(Closed),
}

/// Why a version cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// The scanner has not answered yet.
    BeingChecked,
    /// There is no scanner, and nobody released it; until then it is only for the
    /// organisation that added it.
    NotReleased,
    /// It was refused.
    Refused,
    /// What was in it is gone.
    Erased,
    /// It is a care paper of a provider that had the file before.
    OfBefore,
}

/// The rule of quarantine. With a scanner nobody opens what it has not answered for.
/// Without one only the organisation that added it does, after a warning, until a person
/// with that right releases it. Ours, and marked as such.
/// Source: docs/sources.md#documents
pub fn door(standing: &Standing, state: &VersionState, own: bool, scanner: bool) -> Door {
    match (standing, state) {
        (Standing::Erased { .. }, _) => Door::Closed(Closed::Erased),
        (_, VersionState::Refused { .. }) => Door::Closed(Closed::Refused),
        (_, VersionState::Released { .. }) => Door::Open,
        (_, VersionState::InQuarantine { .. }) if scanner => Door::Closed(Closed::BeingChecked),
        (_, VersionState::InQuarantine { .. }) if own => Door::Warned,
        (_, VersionState::InQuarantine { .. }) => Door::Closed(Closed::NotReleased),
    }
}
