use sleutel_domain::agreements::{
    Arrangement, EndReason, Kind, Link, RentKind, Signatory, SignedHow, State, TemporaryGround,
};

use super::named;

named!(Kind {
    Kind::IntermediateLease => "agreement-kind-intermediate-lease",
    Kind::IntermediateUse => "agreement-kind-intermediate-use",
    Kind::ThreeParty => "agreement-kind-three-party",
    Kind::Support => "agreement-kind-support",
    Kind::TemporaryLease => "agreement-kind-temporary-lease",
    Kind::OwnLease => "agreement-kind-own-lease",
    Kind::YouthLease => "agreement-kind-youth-lease",
});

named!(Signatory {
    Signatory::Association => "agreement-party-association",
    Signatory::Provider => "agreement-party-provider",
    Signatory::Resident => "agreement-party-resident",
});

named!(RentKind {
    RentKind::Bare => "agreement-rent-bare",
    RentKind::Service => "agreement-rent-service",
    RentKind::Energy => "agreement-rent-energy",
    RentKind::Furnishing => "agreement-rent-furnishing",
});

named!(TemporaryGround {
    TemporaryGround::Shelter => "agreement-ground-shelter",
    TemporaryGround::SecondChance => "agreement-ground-second-chance",
    TemporaryGround::Renovation => "agreement-ground-renovation",
    TemporaryGround::Separation => "agreement-ground-separation",
});

named!(EndReason {
    EndReason::TermOver => "agreement-end-term-over",
    EndReason::Notice => "agreement-end-notice",
    EndReason::Converted => "agreement-end-converted",
    EndReason::Moved => "agreement-end-moved",
    EndReason::NotNeeded => "agreement-end-not-needed",
    EndReason::Court => "agreement-end-court",
    EndReason::Death => "agreement-end-death",
    EndReason::Agreed => "agreement-end-agreed",
});

named!(SignedHow {
    SignedHow::OnPaper => "agreement-signed-on-paper",
    SignedHow::InPerson => "agreement-signed-in-person",
});

named!(Arrangement {
    Arrangement::Intermediate => "agreement-arrangement-intermediate",
    Arrangement::ThreeParty => "agreement-arrangement-three-party",
    Arrangement::Own => "agreement-arrangement-own",
});

named!(State {
    State::Drafted => "agreement-state-drafted",
    State::Offered { .. } => "agreement-state-offered",
    State::Signed => "agreement-state-signed",
    State::InForce { .. } => "agreement-state-in-force",
    State::Ended { .. } => "agreement-state-ended",
    State::Cancelled { .. } => "agreement-state-cancelled",
    State::Converted { .. } => "agreement-state-converted",
});

impl crate::Named for Link {
    fn key(&self) -> &'static str {
        match self {
            Self::Of(kind) => kind.key(),
            Self::InOwnName => "agreement-link-in-own-name",
        }
    }
}
