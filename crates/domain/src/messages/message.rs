use jiff::civil::Date;

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
    /// Two files became one; the person needs a new card for their own page.
    NewCardNeeded {
        /// The file that goes on.
        reference: Reference,
    },
    /// A plan lies before the parties that have to agree.
    PlanWaits {
        /// Whose plan.
        reference: Reference,
    },
    /// Another party answered about the plan.
    PlanAnswered {
        /// Whose plan.
        reference: Reference,
    },
    /// The person said there what they want, can and need.
    PersonSaid {
        /// Whose file.
        reference: Reference,
    },
    /// Files went from one support worker of the provider to others; this one gave or got some.
    CaseloadHandedOver {
        /// How many of them.
        files: u32,
    },
    /// A hand-over of files was undone.
    HandOverUndone {
        /// How many files came back or went back.
        files: u32,
    },
    /// Somebody else supports a household now.
    WorkerChanged {
        /// Whose file.
        reference: Reference,
    },
    /// The account of a support worker was closed while files carry their name.
    WorkerLeft {
        /// How many files.
        files: u32,
    },
    /// You stand in for a colleague, or a colleague for you.
    DeputyArranged {
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
    /// Standing in ended earlier than arranged.
    DeputyEnded {
        /// The first day as it was arranged.
        from: Date,
        /// The last day as it was arranged.
        until: Date,
    },
    /// Somebody of another organisation asks you to take part in a file for a while.
    GuestInvited {
        /// Whose file.
        reference: Reference,
    },
    /// A colleague you invited said yes or no.
    GuestAnswered {
        /// Whose file.
        reference: Reference,
        /// Whether they said yes.
        accepted: bool,
    },
    /// Somebody is no longer a guest on a file.
    GuestEnded {
        /// Whose file.
        reference: Reference,
    },
    /// A guest may stay until another day.
    GuestProlonged {
        /// Whose file.
        reference: Reference,
    },
    /// A colleague gave you a task.
    TaskGiven {
        /// Whose file.
        reference: Reference,
    },
    /// An obstacle is yours to clear.
    ObstacleGiven {
        /// Its number on the list.
        number: u32,
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
            Self::NewCardNeeded { .. } => "new-card-needed",
            Self::PlanWaits { .. } => "plan-waits",
            Self::PlanAnswered { .. } => "plan-answered",
            Self::CaseloadHandedOver { .. } => "caseload-handed-over",
            Self::HandOverUndone { .. } => "hand-over-undone",
            Self::WorkerChanged { .. } => "worker-changed",
            Self::WorkerLeft { .. } => "worker-left",
            Self::DeputyArranged { .. } => "deputy-arranged",
            Self::DeputyEnded { .. } => "deputy-ended",
            Self::GuestInvited { .. } => "guest-invited",
            Self::GuestAnswered { .. } => "guest-answered",
            Self::GuestEnded { .. } => "guest-ended",
            Self::GuestProlonged { .. } => "guest-prolonged",
            Self::TaskGiven { .. } => "task-given",
            Self::ObstacleGiven { .. } => "obstacle-given",
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
            | Self::PersonSaid { reference }
            | Self::NewCardNeeded { reference }
            | Self::PlanWaits { reference }
            | Self::PlanAnswered { reference }
            | Self::WorkerChanged { reference }
            | Self::GuestInvited { reference }
            | Self::GuestEnded { reference }
            | Self::GuestProlonged { reference }
            | Self::TaskGiven { reference } => (reference.to_string(), String::new()),
            Self::ObstacleGiven { number } => (number.to_string(), String::new()),
            Self::CaseloadHandedOver { files }
            | Self::HandOverUndone { files }
            | Self::WorkerLeft { files } => (files.to_string(), String::new()),
            Self::DeputyArranged { from, until } | Self::DeputyEnded { from, until } => {
                (from.to_string(), until.to_string())
            }
            Self::GuestAnswered { reference, accepted } => {
                (reference.to_string(), if *accepted { "yes" } else { "no" }.to_owned())
            }
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
        let files = || about.parse::<u32>().ok();
        let day = |text: &str| text.parse::<Date>().ok();
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
            "new-card-needed" => Self::NewCardNeeded { reference: reference()? },
            "plan-waits" => Self::PlanWaits { reference: reference()? },
            "plan-answered" => Self::PlanAnswered { reference: reference()? },
            "caseload-handed-over" => Self::CaseloadHandedOver { files: files()? },
            "hand-over-undone" => Self::HandOverUndone { files: files()? },
            "worker-changed" => Self::WorkerChanged { reference: reference()? },
            "worker-left" => Self::WorkerLeft { files: files()? },
            "deputy-arranged" => Self::DeputyArranged { from: day(about)?, until: day(detail)? },
            "deputy-ended" => Self::DeputyEnded { from: day(about)?, until: day(detail)? },
            "guest-invited" => Self::GuestInvited { reference: reference()? },
            "guest-answered" => {
                let accepted = match detail {
                    "yes" => true,
                    "no" => false,
                    _ => return None,
                };
                Self::GuestAnswered { reference: reference()?, accepted }
            }
            "guest-ended" => Self::GuestEnded { reference: reference()? },
            "guest-prolonged" => Self::GuestProlonged { reference: reference()? },
            "task-given" => Self::TaskGiven { reference: reference()? },
            "obstacle-given" => Self::ObstacleGiven { number: about.parse().ok()? },
            _ => return None,
        })
    }
}
