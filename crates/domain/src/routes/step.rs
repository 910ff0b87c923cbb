use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    calendar::{Length, Term, due},
    coded::coded,
};
use crate::{FormCode, StepCode, Wording, access::Party};

coded! {
    /// Whose lease it is, and what ends it ("huurvorm").
    LeaseKind {
        /// From the association to the provider, from the provider to the resident ("tussenhuur").
        Intermediate = "intermediate",
        /// The resident's own, with support as a condition of the lease ("driehoekscontract").
        ThreeParty = "three-party",
        /// The resident's own, which ends by itself ("tijdelijke huur").
        Temporary = "temporary",
        /// The resident's own, without an end.
        Own = "own",
        /// The resident's own, five years, for young people ("jongerencontract").
        Youth = "youth",
    }
}

coded! {
    /// What the municipality decides ("besluit").
    DecisionKind {
        /// Whether somebody goes before others, perhaps under conditions ("urgentie onder
        /// voorwaarden").
        Urgency = "urgency",
        /// Whether the lease may become the resident's own ("definitieve urgentie", before the
        /// "omklap").
        Definitive = "definitive-urgency",
    }
}

/// What kind of decision, and the terms around it. The term of the decision itself is the
/// term of its step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// On what.
    pub kind: DecisionKind,
    /// By how much it may be put off, once.
    pub extension: Length,
    /// How long somebody can object ("bezwaartermijn").
    pub objection: Length,
}

/// What is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// A lease.
    Lease(LeaseKind),
    /// What support there will be ("begeleidingsovereenkomst").
    Support,
}

/// What happens in a step. It decides which outcomes there can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// People talk ("gesprek").
    Conversation,
    /// A form is filled in and sent.
    Form,
    /// The municipality decides.
    Decision(Decision),
    /// A home is looked for ("match").
    Match,
    /// A home is seen ("bezichtiging").
    Viewing,
    /// The person says yes or no to a home ("aanbieding").
    Offer,
    /// Something is signed ("overeenkomst").
    Agreement(Signed),
    /// The person moves in ("sleuteloverdracht").
    Keys,
    /// Resident, provider and association meet ("kennismaking").
    Meeting,
    /// Living there is looked at ("woonevaluatie").
    Evaluation,
    /// Somebody judges whether the conversion can go on ("toets").
    Test,
    /// The lease becomes the resident's own ("omklap"), of this kind.
    Conversion(LeaseKind),
    /// Something is arranged that no other kind names.
    Task,
}

impl StepKind {
    /// The words in files, in the order they are shown.
    pub const CODES: [&'static str; 13] = [
        "conversation",
        "form",
        "decision",
        "match",
        "viewing",
        "offer",
        "agreement",
        "keys",
        "meeting",
        "evaluation",
        "test",
        "conversion",
        "task",
    ];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Conversation => "conversation",
            Self::Form => "form",
            Self::Decision(_) => "decision",
            Self::Match => "match",
            Self::Viewing => "viewing",
            Self::Offer => "offer",
            Self::Agreement(_) => "agreement",
            Self::Keys => "keys",
            Self::Meeting => "meeting",
            Self::Evaluation => "evaluation",
            Self::Test => "test",
            Self::Conversion(_) => "conversion",
            Self::Task => "task",
        }
    }

    /// The outcomes a step of this kind has to say something about, and those it may.
    pub fn outcomes(self) -> (&'static [Outcome], &'static [Outcome]) {
        use Outcome::{
            Accepted, Continue, Declined, Done, Elsewhere, Ended, Expired, Granted,
            GrantedUnderConditions, Met, NotMet, OtherRoute, Ready, Refused,
        };
        match self {
            Self::Conversation => (&[Done], &[Elsewhere, OtherRoute]),
            Self::Decision(decision) => match decision.kind {
                DecisionKind::Urgency => (&[Refused], &[Granted, GrantedUnderConditions]),
                DecisionKind::Definitive => (&[Granted, Refused], &[]),
            },
            Self::Offer => (&[Accepted, Declined, Expired], &[]),
            Self::Evaluation => (&[Continue], &[Ready, Ended]),
            Self::Test => (&[Met, NotMet], &[]),
            Self::Form
            | Self::Match
            | Self::Viewing
            | Self::Agreement(_)
            | Self::Keys
            | Self::Meeting
            | Self::Conversion(_)
            | Self::Task => (&[Done], &[]),
        }
    }

    /// The fact that this outcome of such a step makes true.
    pub fn gives(self, outcome: Outcome) -> Option<Fact> {
        match (self, outcome) {
            (Self::Decision(it), Outcome::Granted | Outcome::GrantedUnderConditions) => {
                Some(match it.kind {
                    DecisionKind::Urgency => Fact::UrgencyGranted,
                    DecisionKind::Definitive => Fact::DefinitiveGranted,
                })
            }
            (Self::Offer, Outcome::Accepted) => Some(Fact::OfferAccepted),
            (Self::Agreement(Signed::Lease(_)), Outcome::Done) => Some(Fact::LeaseSigned),
            (Self::Agreement(Signed::Support), Outcome::Done) => Some(Fact::SupportSigned),
            (Self::Keys, Outcome::Done) => Some(Fact::MovedIn),
            (Self::Test, Outcome::Met) => Some(Fact::TestMet),
            (Self::Conversion(_), Outcome::Done) => Some(Fact::Converted),
            (_, _) => None,
        }
    }
}

coded! {
    /// How a step ended.
    Outcome {
        /// It was done.
        Done = "done",
        /// Chances are better in another municipality: a warm hand-over ("warme overdracht").
        Elsewhere = "elsewhere",
        /// Another road suits better.
        OtherRoute = "other-route",
        /// The decision is yes.
        Granted = "granted",
        /// The decision is yes, under conditions.
        GrantedUnderConditions = "granted-under-conditions",
        /// The decision is no.
        Refused = "refused",
        /// The person wants the home.
        Accepted = "accepted",
        /// The person does not want the home.
        Declined = "declined",
        /// Nobody answered in time.
        Expired = "expired",
        /// Living there goes on as it is.
        Continue = "continue",
        /// The lease can become the resident's own.
        Ready = "ready",
        /// The stay, or the support, comes to an end.
        Ended = "ended",
        /// The test was passed.
        Met = "met",
        /// It was not, or not yet.
        NotMet = "not-met",
    }
}

coded! {
    /// Why a road ended.
    EndReason {
        /// The person lives there in their own right, and the road is done.
        Completed = "completed",
        /// The municipality said no.
        Refused = "refused",
        /// The person did not take the home, and the road ends with that.
        OfferDeclined = "offer-declined",
        /// Handed over to another municipality.
        Elsewhere = "elsewhere",
        /// Goes on along another road.
        OtherRoute = "other-route",
        /// The stay came to an end without a lease of one's own.
        StayEnded = "stay-ended",
    }
}

coded! {
    /// Something that is true of a file from a day on. The first come from steps, the last
    /// from the file itself.
    Fact {
        /// The municipality granted urgency, perhaps under conditions.
        UrgencyGranted = "urgency-granted",
        /// The municipality granted the definitive urgency.
        DefinitiveGranted = "definitive-granted",
        /// The person accepted a home.
        OfferAccepted = "offer-accepted",
        /// The lease was signed.
        LeaseSigned = "lease-signed",
        /// The support agreement was signed.
        SupportSigned = "support-signed",
        /// The person moved in.
        MovedIn = "moved-in",
        /// The conversion test was passed.
        TestMet = "test-met",
        /// The lease became the resident's own.
        Converted = "converted",
        /// The three questions were asked, and the answers are in the file.
        QuestionsAsked = "questions-asked",
        /// Everybody of the household is in the file.
        HouseholdKnown = "household-known",
        /// The plan was agreed by everybody it names.
        PlanAgreed = "plan-agreed",
        /// The person agrees that this is asked for ("instemming").
        PersonAgrees = "person-agrees",
        /// What has to be in order before a move is in order ("basis op orde").
        BasicsReady = "basics-ready",
    }
}

impl Fact {
    /// Whether it is made true by the outcome of a step, and not by the file.
    pub fn is_of_a_step(self) -> bool {
        match self {
            Self::UrgencyGranted
            | Self::DefinitiveGranted
            | Self::OfferAccepted
            | Self::LeaseSigned
            | Self::SupportSigned
            | Self::MovedIn
            | Self::TestMet
            | Self::Converted => true,
            Self::QuestionsAsked
            | Self::HouseholdKnown
            | Self::PlanAgreed
            | Self::PersonAgrees
            | Self::BasicsReady => false,
        }
    }
}

/// What has to be there before something else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// This step was done, whatever its outcome.
    Step(StepCode),
    /// This is true.
    Fact(Fact),
}

/// Where an outcome leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// This step opens.
    Step(StepCode),
    /// The road ends.
    End(EndReason),
}

/// By when a step has to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTerm {
    /// How long, and whether by law.
    pub term: Term,
    /// What it counts from; `None`: the day the step opened.
    pub from: Option<Need>,
}

impl StepTerm {
    /// The last day. `when` tells the day something came true; while that is not known,
    /// neither is the last day.
    pub fn due(&self, opened: Date, when: impl FnOnce(&Need) -> Option<Date>) -> Option<Date> {
        let from = match &self.from {
            None => opened,
            Some(need) => when(need)?,
        };
        Some(due(self.term, from))
    }
}

/// A form a step asks ("formulier").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepForm {
    /// Which.
    pub code: FormCode,
    /// In which version, for every file on this version of the road; `None`: the one that is
    /// valid when the form is begun.
    pub version: Option<u16>,
    /// Whether the step cannot be done before the form was sent.
    pub required: bool,
}

/// One moment of a road ("moment", "stap").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What files and addresses call it; one step of each code.
    pub code: StepCode,
    /// What people call it.
    pub name: Wording,
    /// What happens, for whoever it concerns.
    pub explanation: Wording,
    /// What kind of thing it is.
    pub kind: StepKind,
    /// Who has the ball ("aan zet").
    pub owner: Party,
    /// Who takes part beside the owner.
    pub involved: Vec<Party>,
    /// By when; `None` when nobody is bound to a day.
    pub term: Option<StepTerm>,
    /// The forms it asks; those that hold it last.
    pub forms: Vec<StepForm>,
    /// What has to be there before it can be done.
    pub needs: Vec<Need>,
    /// Where each outcome leads.
    pub outcomes: BTreeMap<Outcome, Next>,
    /// Earlier steps one may go back to from here.
    pub back_to: Vec<StepCode>,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::routes::calendar::Unit;

    #[test]
    fn a_term_that_counts_from_moving_in_has_no_last_day_before_that() {
        let term = Term { length: Length::new(6, Unit::Weeks).unwrap(), legal: false };
        let term = StepTerm { term, from: Some(Need::Fact(Fact::MovedIn)) };
        let opened = date(2026, 1, 1);
        assert_eq!(term.due(opened, |_| None), None);
        assert_eq!(term.due(opened, |_| Some(date(2026, 2, 2))), Some(date(2026, 3, 16)));
    }
}
