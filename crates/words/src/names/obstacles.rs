use sleutel_domain::steering::{
    ObstacleKind, ObstacleStatus, ObstacleUpdate,
    kept::{Outcome, WorkAgreement},
};

use super::named;

named!(ObstacleKind {
    Self::TooFewHomes => "obstacles-kind-too-few-homes",
    Self::TermsNotKept => "obstacles-kind-terms-not-kept",
    Self::Money => "obstacles-kind-money",
    Self::Neighbours => "obstacles-kind-neighbours",
    Self::Rules => "obstacles-kind-rules",
    Self::Support => "obstacles-kind-support",
    Self::Information => "obstacles-kind-information",
    Self::Other => "obstacles-kind-other",
});

named!(ObstacleStatus {
    Self::Open => "obstacles-status-open",
    Self::UnderWay => "obstacles-status-under-way",
    Self::Solved => "obstacles-status-solved",
    Self::NotHere => "obstacles-status-not-here",
});

named!(ObstacleUpdate {
    Self::Made => "obstacles-update-made",
    Self::Note => "obstacles-update-note",
    Self::Changed => "obstacles-update-changed",
    Self::Moved => "obstacles-update-moved",
    Self::PutBack => "obstacles-update-put-back",
});

named!(WorkAgreement {
    Self::Offer => "work-agreements-1",
    Self::Measure => "work-agreements-2",
    Self::Intermediate => "work-agreements-3",
    Self::Tenancy => "work-agreements-4",
    Self::Early => "work-agreements-5",
    Self::Nuisance => "work-agreements-6",
    Self::Money => "work-agreements-7",
    Self::Conversion => "work-agreements-8",
    Self::Aftercare => "work-agreements-9",
    Self::Privacy => "work-agreements-10",
});

named!(Outcome {
    Self::Kept => "work-agreements-outcome-kept",
    Self::NotKept => "work-agreements-outcome-not-kept",
    Self::NotYet => "work-agreements-outcome-not-yet",
    Self::FellAway => "work-agreements-outcome-fell-away",
});
