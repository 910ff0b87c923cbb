use crate::{FormCode, Reference, VacancyCode, placement::Verdict};

/// What somebody is told. Facts and codes only: nobody's name, and nothing a person said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A line of a round about one of your households was decided.
    PlacementDecided {
        /// Whose file.
        reference: Reference,
        /// How.
        verdict: Verdict,
    },
    /// A line of a round about one of your homes was decided.
    HomeDecided {
        /// Which home that came free.
        vacancy: VacancyCode,
        /// How.
        verdict: Verdict,
    },
    /// A decision about a placement was taken back.
    DecisionUndone {
        /// Whose file.
        reference: Reference,
    },
    /// A decision about one of your homes was taken back: it is open again.
    HomeUndone {
        /// Which home that came free.
        vacancy: VacancyCode,
    },
    /// Somebody else changed a file in your caseload.
    FileChanged {
        /// Whose file.
        reference: Reference,
    },
    /// A file came into your caseload, or was put in it anew.
    FileHandedOver {
        /// Whose file.
        reference: Reference,
    },
    /// A form was sent to your organisation.
    FormSent {
        /// Whose file.
        reference: Reference,
        /// Which form.
        form: FormCode,
    },
    /// A form came back because something is missing.
    FormReturned {
        /// Whose file.
        reference: Reference,
        /// Which form.
        form: FormCode,
    },
    /// A step on the road waits for you.
    StepWaits {
        /// Whose file.
        reference: Reference,
    },
    /// The municipality decided on a step of the road, or on an objection.
    DecisionTaken {
        /// Whose file.
        reference: Reference,
    },
    /// The person answered about a home themselves, at their own window.
    PersonAnswered {
        /// Whose file.
        reference: Reference,
    },
    /// The person did something else there themselves: left, objected, ended their step.
    PersonActed {
        /// Whose file.
        reference: Reference,
    },
    /// The person said there what they want, can and need.
    PersonSaid {
        /// Whose file.
        reference: Reference,
    },
}

/// A message as three columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Which kind.
    pub kind: &'static str,
    /// The code of the file or home it is about.
    pub about: String,
    /// What more it says: a verdict or a form; blank for nothing.
    pub detail: String,
}

impl Message {
    /// Which kind, as rows and keys have it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::PlacementDecided { .. } => "placement-decided",
            Self::HomeDecided { .. } => "home-decided",
            Self::DecisionUndone { .. } => "decision-undone",
            Self::HomeUndone { .. } => "home-undone",
            Self::FileChanged { .. } => "file-changed",
            Self::FileHandedOver { .. } => "file-handed-over",
            Self::FormSent { .. } => "form-sent",
            Self::FormReturned { .. } => "form-returned",
            Self::StepWaits { .. } => "step-waits",
            Self::DecisionTaken { .. } => "decision-taken",
            Self::PersonAnswered { .. } => "person-answered",
            Self::PersonActed { .. } => "person-acted",
            Self::PersonSaid { .. } => "person-said",
        }
    }

    /// The columns of a row.
    pub fn parts(&self) -> Parts {
        let (about, detail) = match self {
            Self::PlacementDecided { reference, verdict } => {
                (reference.to_string(), verdict.code().to_owned())
            }
            Self::HomeDecided { vacancy, verdict } => {
                (vacancy.to_string(), verdict.code().to_owned())
            }
            Self::HomeUndone { vacancy } => (vacancy.to_string(), String::new()),
            Self::DecisionUndone { reference }
            | Self::FileChanged { reference }
            | Self::FileHandedOver { reference }
            | Self::StepWaits { reference }
            | Self::DecisionTaken { reference }
            | Self::PersonAnswered { reference }
            | Self::PersonActed { reference }
            | Self::PersonSaid { reference } => (reference.to_string(), String::new()),
            Self::FormSent { reference, form } | Self::FormReturned { reference, form } => {
                (reference.to_string(), form.to_string())
            }
        };
        Parts { kind: self.kind(), about, detail }
    }

    /// Reads the columns back; `None` when they make no message.
    pub fn from_parts(kind: &str, about: &str, detail: &str) -> Option<Self> {
        let reference = || Reference::new(about).ok();
        let form = || FormCode::new(detail).ok();
        let verdict = || Verdict::from_code(detail);
        Some(match kind {
            "placement-decided" => {
                Self::PlacementDecided { reference: reference()?, verdict: verdict()? }
            }
            "home-decided" => {
                Self::HomeDecided { vacancy: VacancyCode::new(about).ok()?, verdict: verdict()? }
            }
            "decision-undone" => Self::DecisionUndone { reference: reference()? },
            "home-undone" => Self::HomeUndone { vacancy: VacancyCode::new(about).ok()? },
            "file-changed" => Self::FileChanged { reference: reference()? },
            "file-handed-over" => Self::FileHandedOver { reference: reference()? },
            "form-sent" => Self::FormSent { reference: reference()?, form: form()? },
            "form-returned" => Self::FormReturned { reference: reference()?, form: form()? },
            "step-waits" => Self::StepWaits { reference: reference()? },
            "decision-taken" => Self::DecisionTaken { reference: reference()? },
            "person-answered" => Self::PersonAnswered { reference: reference()? },
            "person-acted" => Self::PersonActed { reference: reference()? },
            "person-said" => Self::PersonSaid { reference: reference()? },
            _ => return None,
        })
    }
}
