//! What somebody typed about a file, as the act it is.

use std::num::NonZeroU16;

use jiff::civil::{DateTime, Time};
use sleutel_domain::{
    LongText, Phrase, RouteCode, StepCode,
    access::Party,
    cases::{Act, Answered, ObjectionOutcome, State},
    routes::{Fact, Outcome},
};

use crate::{ActionError, FieldFault, Who, fields::Fields, policy::Action};

/// What somebody can do to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it; each becomes the act of that name")]
pub enum Doing {
    EndStep,
    GoBack,
    Pause,
    Resume,
    Withdraw,
    HandOver,
    Move,
    Extend,
    Decide,
    Object,
    AnswerObjection,
    PlanViewing,
    Answer,
    Expire,
    Establish,
    TakeFactBack,
    StrikeOut,
}

impl Doing {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::EndStep,
        Self::GoBack,
        Self::Pause,
        Self::Resume,
        Self::Withdraw,
        Self::HandOver,
        Self::Move,
        Self::Extend,
        Self::Decide,
        Self::Object,
        Self::AnswerObjection,
        Self::PlanViewing,
        Self::Answer,
        Self::Expire,
        Self::Establish,
        Self::TakeFactBack,
        Self::StrikeOut,
    ];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::EndStep => "step",
            Self::GoBack => "back",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Withdraw => "withdraw",
            Self::HandOver => "hand-over",
            Self::Move => "move",
            Self::Extend => "extend",
            Self::Decide => "decide",
            Self::Object => "object",
            Self::AnswerObjection => "answer-objection",
            Self::PlanViewing => "viewing",
            Self::Answer => "answer",
            Self::Expire => "expire",
            Self::Establish => "fact",
            Self::TakeFactBack => "fact-back",
            Self::StrikeOut => "strike",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// What the person a file is about can do themselves, at their own window.
    pub const THEIR_OWN: [Self; 4] = [Self::Answer, Self::EndStep, Self::Object, Self::Withdraw];

    /// What a guest on a file can do: what is their own party's, in their own name. Never for the
    /// person, and nothing that decides where the file goes.
    pub(crate) const OF_A_GUEST: [Self; 5] =
        [Self::EndStep, Self::GoBack, Self::PlanViewing, Self::Establish, Self::StrikeOut];

    /// What the policy is asked when somebody does it: at one's own window that is the window's
    /// own action, for what can be done there.
    pub fn action_for(self, who: &Who) -> Action {
        match who.resident() {
            Some(_) if Self::THEIR_OWN.contains(&self) => Action::ActOnOwnFile,
            Some(_) | None => self.action(),
        }
    }

    /// What the policy is asked.
    pub fn action(self) -> Action {
        match self {
            Self::Extend | Self::Decide | Self::AnswerObjection => Action::DecideCase,
            Self::EndStep
            | Self::GoBack
            | Self::Pause
            | Self::Resume
            | Self::Withdraw
            | Self::HandOver
            | Self::Move
            | Self::Object
            | Self::PlanViewing
            | Self::Answer
            | Self::Expire
            | Self::Establish
            | Self::TakeFactBack
            | Self::StrikeOut => Action::ActOnCase,
        }
    }
}

/// What somebody typed. Which fields count depends on what they do; the names of the fields
/// are those of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActDraft {
    /// The step that was open when the page was made.
    pub step: String,
    /// The day it is true from; blank is today.
    pub on: String,
    /// How the step ended, what was decided, what was answered.
    pub outcome: String,
    /// Why, or a note.
    pub reason: String,
    /// Under which conditions.
    pub conditions: String,
    /// The step to go back to.
    pub to: String,
    /// Until when.
    pub until: String,
    /// Another municipality.
    pub municipality: String,
    /// Who there accepted.
    pub accepted_by: String,
    /// When they did.
    pub accepted_on: String,
    /// A road with its version: `omslag/2`.
    pub route: String,
    /// A day, for a viewing.
    pub day: String,
    /// A time of day.
    pub time: String,
    /// Where to meet.
    pub place: String,
    /// A fact of the file.
    pub fact: String,
    /// Number of an event.
    pub event: String,
    /// For whom it is written down; blank for one's own party.
    pub by: String,
}

impl ActDraft {
    /// The act, the day, and for whom it is written down; every fault with its field.
    pub(crate) fn read(
        &self,
        doing: Doing,
        state: &State<'_>,
        party: Party,
    ) -> Result<(Act, Option<jiff::civil::Date>, Option<Party>), ActionError> {
        let mut fields = Fields::default();
        let on = fields.date_opt("on", &self.on);
        let act = self.act(doing, &mut fields);
        let act = fields.done(act)?;
        let owner = state.step().map(|step| step.owner);
        let written = |for_party| (party == Party::Provider).then_some(for_party);
        let for_party = match doing {
            Doing::EndStep | Doing::GoBack => match owner {
                Some(it @ (Party::Participant | Party::ThirdPerson)) => written(it),
                Some(Party::Provider | Party::Municipality | Party::Association) | None => None,
            },
            Doing::Answer | Doing::Object => written(Party::Participant),
            Doing::Withdraw => {
                Party::from_code(&self.by).filter(|it| *it == Party::Participant).and_then(written)
            }
            // Where the road leaves a rest to the person, their support worker writes it down.
            Doing::Pause | Doing::Resume if state.route.may_pause.contains(&party) => None,
            Doing::Pause | Doing::Resume => written(Party::Participant),
            Doing::HandOver
            | Doing::Move
            | Doing::Extend
            | Doing::Decide
            | Doing::AnswerObjection
            | Doing::PlanViewing
            | Doing::Expire
            | Doing::Establish
            | Doing::TakeFactBack
            | Doing::StrikeOut => None,
        };
        Ok((act, on, for_party))
    }

    /// Every fault of what was typed, before there is a file to do it to.
    pub(crate) fn check(&self, doing: Doing) -> Result<(), ActionError> {
        let mut fields = Fields::default();
        let _ = fields.date_opt("on", &self.on);
        let act = self.act(doing, &mut fields);
        fields.done(act).map(|_| ())
    }

    fn act(&self, doing: Doing, fields: &mut Fields) -> Option<Act> {
        let reason = |fields: &mut Fields| fields.text("reason", &self.reason, Phrase::new);
        let reasons = |fields: &mut Fields| fields.text("reason", &self.reason, LongText::new);
        let step = |fields: &mut Fields| fields.code("step", &self.step, StepCode::new);
        let outcome =
            |fields: &mut Fields| fields.choice("outcome", &self.outcome, Outcome::from_code);
        let number = |fields: &mut Fields| {
            let found = fields.number("event", &self.event, 1, i64::from(u32::MAX));
            found.and_then(|it| u32::try_from(it).ok())
        };
        Some(match doing {
            Doing::EndStep => {
                let note = fields.words("reason", &self.reason);
                let (step, outcome) = (step(fields), outcome(fields));
                Act::StepEnded { step: step?, outcome: outcome?, note }
            }
            Doing::GoBack => {
                let to = fields.code("to", &self.to, StepCode::new);
                let (from, reason) = (step(fields), reason(fields));
                Act::WentBack { from: from?, to: to?, reason: reason? }
            }
            Doing::Pause => {
                let (reason, until) = (reason(fields), fields.date("until", &self.until));
                Act::Paused { reason: reason?, until: until? }
            }
            Doing::Resume => Act::Resumed,
            Doing::Withdraw => Act::Withdrawn { reason: reason(fields)? },
            Doing::HandOver => {
                let municipality = fields.text("municipality", &self.municipality, Phrase::new);
                let accepted_by = fields.text("accepted_by", &self.accepted_by, Phrase::new);
                let accepted_on = fields.date("accepted_on", &self.accepted_on);
                Act::HandedOver {
                    municipality: municipality?,
                    accepted_by: accepted_by?,
                    accepted_on: accepted_on?,
                }
            }
            Doing::Move => {
                let road = fields.choice("route", &self.route, road);
                let reason = reason(fields);
                let (route, version) = road?;
                Act::MovedTo { route, version, reason: reason? }
            }
            Doing::Extend => {
                let (step, reason) = (step(fields), reasons(fields));
                Act::TermExtended { step: step?, reason: reason? }
            }
            Doing::Decide => {
                let (step, outcome, reasons) = (step(fields), outcome(fields), reasons(fields));
                let under = outcome == Some(Outcome::GrantedUnderConditions);
                let conditions =
                    if under { fields.words("conditions", &self.conditions) } else { None };
                if under && self.conditions.trim().is_empty() {
                    fields.bad("conditions", FieldFault::Required);
                }
                Act::Decided { step: step?, outcome: outcome?, reasons: reasons?, conditions }
            }
            Doing::Object => {
                let grounds = fields.words("reason", &self.reason);
                Act::ObjectionLodged { decision: number(fields)?, grounds }
            }
            Doing::AnswerObjection => {
                let outcome = fields.choice("outcome", &self.outcome, ObjectionOutcome::from_code);
                let (objection, reasons) = (number(fields), reasons(fields));
                Act::ObjectionDecided {
                    objection: objection?,
                    outcome: outcome?,
                    reasons: reasons?,
                }
            }
            Doing::PlanViewing => {
                let day = fields.date("day", &self.day);
                let time = fields.choice("time", &self.time, |it| it.parse::<Time>().ok());
                let place = fields.text("place", &self.place, Phrase::new);
                Act::ViewingPlanned { at: DateTime::from_parts(day?, time?), place: place? }
            }
            Doing::Answer => {
                let answer = fields.choice("outcome", &self.outcome, Answered::from_code);
                let reason = fields.phrase("reason", &self.reason);
                if answer == Some(Answered::Declined) && self.reason.trim().is_empty() {
                    fields.bad("reason", FieldFault::Required);
                }
                Act::Answered { answer: answer?, reason }
            }
            Doing::Expire => Act::OfferExpired,
            Doing::Establish => {
                Act::FactEstablished { fact: fields.choice("fact", &self.fact, Fact::from_code)? }
            }
            Doing::TakeFactBack => {
                let fact = fields.choice("fact", &self.fact, Fact::from_code);
                let reason = reason(fields);
                Act::FactWithdrawn { fact: fact?, reason: reason? }
            }
            Doing::StrikeOut => {
                let (event, reason) = (number(fields), reason(fields));
                Act::StruckOut { event: event?, reason: reason? }
            }
        })
    }
}

/// A road with its version, as forms send it.
fn road(text: &str) -> Option<(RouteCode, NonZeroU16)> {
    let (code, version) = text.rsplit_once('/')?;
    Some((RouteCode::new(code).ok()?, version.parse().ok()?))
}
