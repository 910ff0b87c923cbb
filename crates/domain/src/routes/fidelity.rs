use super::{ConversionTest, LeaseKind, RefusalRule, Route, coded::coded};

coded! {
    /// The eight core principles of Housing First, as Housing First Europe numbers them
    /// ("kernprincipes").
    Principle {
        /// Housing is a human right.
        HousingIsARight = "housing-is-a-right",
        /// Choice and control for the person.
        ChoiceAndControl = "choice-and-control",
        /// Housing and treatment are separate.
        Separation = "separation",
        /// Support is directed at recovery.
        Recovery = "recovery",
        /// Harm is reduced.
        HarmReduction = "harm-reduction",
        /// Active engagement without coercion.
        Engagement = "engagement",
        /// Planning starts from the person.
        PersonCentred = "person-centred",
        /// Support is flexible, for as long as it is needed.
        AsLongAsNeeded = "as-long-as-needed",
    }
}

coded! {
    /// Something a route asks that stands at odds with a principle. It is worked out from
    /// the route, never stated; the route's file only says why the partners chose it.
    Conflict {
        /// Refusing the first home ends the route.
        OneOffer = "one-offer",
        /// The provider holds the lease ("tussenhuur").
        LeaseOfProvider = "lease-of-provider",
        /// The lease itself asks for support to be accepted ("driehoekscontract").
        SupportInLease = "support-in-lease",
        /// The first lease ends by itself ("tijdelijke huur").
        TemporaryLease = "temporary-lease",
        /// Personal goals have to be met before the lease is one's own.
        GoalsBeforeLease = "goals-before-lease",
        /// Time and conditions stand before a lease of one's own.
        ConditionsBeforeLease = "conditions-before-lease",
    }
}

impl Conflict {
    /// The principle it stands at odds with. Ours, and marked as such.
    pub fn principle(self) -> Principle {
        match self {
            Self::OneOffer => Principle::ChoiceAndControl,
            Self::TemporaryLease => Principle::HousingIsARight,
            Self::LeaseOfProvider
            | Self::SupportInLease
            | Self::GoalsBeforeLease
            | Self::ConditionsBeforeLease => Principle::Separation,
        }
    }

    /// Whether this route asks it.
    pub fn is_in(self, route: &Route) -> bool {
        let uses = |kind| route.leases().contains(&kind);
        match self {
            Self::OneOffer => route.refusal == RefusalRule::EndsRoute,
            Self::LeaseOfProvider => uses(LeaseKind::Intermediate),
            Self::SupportInLease => uses(LeaseKind::ThreeParty),
            Self::TemporaryLease => uses(LeaseKind::Temporary),
            Self::GoalsBeforeLease => matches!(route.conversion, ConversionTest::AllGoals { .. }),
            Self::ConditionsBeforeLease => {
                matches!(route.conversion, ConversionTest::AfterTime { .. })
            }
        }
    }
}
