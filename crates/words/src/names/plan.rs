use sleutel_domain::{
    participants::{ContactRole, Custody, PartnerStanding},
    plan::{Audience, Basic, BasicState, GoalField, LifeArea, VersionState},
};

use super::named;

named!(LifeArea {
    Self::Home => "plan-area-home",
    Self::Money => "plan-area-money",
    Self::Day => "plan-area-day",
    Self::People => "plan-area-people",
    Self::Family => "plan-area-family",
    Self::Wellbeing => "plan-area-wellbeing",
});

named!(Audience {
    Self::Care => "plan-audience-care",
    Self::Housing => "plan-audience-housing",
    Self::Condition => "plan-audience-condition",
});

named!(GoalField {
    Self::Area => "plan-goal-area",
    Self::Audience => "plan-goal-audience",
    Self::What => "plan-goal-what",
    Self::OwnPart => "plan-goal-own",
    Self::OthersPart => "plan-goal-others",
    Self::By => "plan-goal-by",
    Self::Sign => "plan-goal-sign",
});

named!(VersionState {
    Self::Draft => "plan-state-draft",
    Self::Open { .. } => "plan-state-open",
    Self::InForce { .. } => "plan-state-in-force",
    Self::Superseded { .. } => "plan-state-superseded",
    Self::SetAside { .. } => "plan-state-set-aside",
});

named!(Basic {
    Self::Income => "basic-income",
    Self::Debts => "basic-debts",
    Self::Identity => "basic-identity",
    Self::BankAccount => "basic-bank-account",
    Self::Registration => "basic-registration",
    Self::HealthInsurance => "basic-health-insurance",
    Self::Doctor => "basic-doctor",
    Self::Rent => "basic-rent",
    Self::Energy => "basic-energy",
    Self::Furniture => "basic-furniture",
    Self::HomeInsurance => "basic-home-insurance",
    Self::Keys => "basic-keys",
    Self::DayActivity => "basic-day-activity",
});

named!(BasicState {
    Self::NotNeeded { .. } => "basic-state-not-needed",
    Self::ToDo => "basic-state-to-do",
    Self::Asked { .. } => "basic-state-asked",
    Self::Arranged { .. } => "basic-state-arranged",
});

named!(ContactRole {
    Self::SupportWorker => "contact-role-support-worker",
    Self::Mentor => "contact-role-mentor",
    Self::Administrator => "contact-role-administrator",
    Self::Family => "contact-role-family",
    Self::Friend => "contact-role-friend",
    Self::PeerExpert => "contact-role-peer-expert",
    Self::Practice => "contact-role-practice",
    Self::Probation => "contact-role-probation",
    Self::YouthCare => "contact-role-youth-care",
    Self::ThirdPerson => "contact-role-third-person",
    Self::Other => "contact-role-other",
});

named!(Custody {
    Self::Sole => "custody-sole",
    Self::Shared(_) => "custody-shared",
    Self::Elsewhere => "custody-elsewhere",
});

named!(PartnerStanding {
    Self::Settled => "partner-settled",
    Self::Parting => "partner-parting",
    Self::MarriedElsewhere => "partner-married-elsewhere",
    Self::HomeElsewhere => "partner-home-elsewhere",
});
