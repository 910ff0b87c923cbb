use sleutel_domain::routes::{
    Conflict, DecisionKind, EndReason, Fact, LeaseKind, Outcome, Principle, Signed, StepKind,
};

use super::named;

named!(StepKind {
    Self::Conversation => "route-step-kind-conversation",
    Self::Form => "route-step-kind-form",
    Self::Decision(_) => "route-step-decision",
    Self::Match => "route-step-kind-match",
    Self::Viewing => "route-step-kind-viewing",
    Self::Offer => "route-step-kind-offer",
    Self::Agreement(Signed::Lease(_)) => "route-step-kind-lease",
    Self::Agreement(Signed::Support) => "route-step-kind-support",
    Self::Keys => "route-step-kind-keys",
    Self::Meeting => "route-step-kind-meeting",
    Self::Evaluation => "route-step-kind-evaluation",
    Self::Test => "route-step-kind-test",
    Self::Conversion(_) => "route-step-kind-conversion",
    Self::Task => "route-step-kind-task",
});

named!(DecisionKind {
    Self::Urgency => "route-decision-urgency",
    Self::Definitive => "route-decision-definitive-urgency",
});

named!(LeaseKind {
    Self::Intermediate => "route-lease-intermediate",
    Self::ThreeParty => "route-lease-three-party",
    Self::Temporary => "route-lease-temporary",
    Self::Own => "route-lease-own",
    Self::Youth => "route-lease-youth",
});

named!(Outcome {
    Self::Done => "route-outcome-done",
    Self::Elsewhere => "route-outcome-elsewhere",
    Self::OtherRoute => "route-outcome-other-route",
    Self::Granted => "route-outcome-granted",
    Self::GrantedUnderConditions => "route-outcome-granted-under-conditions",
    Self::Refused => "route-outcome-refused",
    Self::Accepted => "route-outcome-accepted",
    Self::Declined => "route-outcome-declined",
    Self::Expired => "route-outcome-expired",
    Self::Continue => "route-outcome-continue",
    Self::Ready => "route-outcome-ready",
    Self::Ended => "route-outcome-ended",
    Self::Met => "route-outcome-met",
    Self::NotMet => "route-outcome-not-met",
});

named!(EndReason {
    Self::Completed => "route-end-completed",
    Self::Refused => "route-end-refused",
    Self::OfferDeclined => "route-end-offer-declined",
    Self::Elsewhere => "route-end-elsewhere",
    Self::OtherRoute => "route-end-other-route",
    Self::StayEnded => "route-end-stay-ended",
});

named!(Fact {
    Self::UrgencyGranted => "route-fact-urgency-granted",
    Self::DefinitiveGranted => "route-fact-definitive-granted",
    Self::OfferAccepted => "route-fact-offer-accepted",
    Self::LeaseSigned => "route-fact-lease-signed",
    Self::SupportSigned => "route-fact-support-signed",
    Self::MovedIn => "route-fact-moved-in",
    Self::TestMet => "route-fact-test-met",
    Self::Converted => "route-fact-converted",
    Self::QuestionsAsked => "route-fact-questions-asked",
    Self::HouseholdKnown => "route-fact-household-known",
    Self::PlanAgreed => "route-fact-plan-agreed",
    Self::PersonAgrees => "route-fact-person-agrees",
    Self::BasicsReady => "route-fact-basics-ready",
});

named!(Principle {
    Self::HousingIsARight => "route-principle-housing-is-a-right",
    Self::ChoiceAndControl => "route-principle-choice-and-control",
    Self::Separation => "route-principle-separation",
    Self::Recovery => "route-principle-recovery",
    Self::HarmReduction => "route-principle-harm-reduction",
    Self::Engagement => "route-principle-engagement",
    Self::PersonCentred => "route-principle-person-centred",
    Self::AsLongAsNeeded => "route-principle-as-long-as-needed",
});

named!(Conflict {
    Self::OneOffer => "route-conflict-one-offer",
    Self::LeaseOfProvider => "route-conflict-lease-of-provider",
    Self::SupportInLease => "route-conflict-support-in-lease",
    Self::TemporaryLease => "route-conflict-temporary-lease",
    Self::GoalsBeforeLease => "route-conflict-goals-before-lease",
    Self::ConditionsBeforeLease => "route-conflict-conditions-before-lease",
});
