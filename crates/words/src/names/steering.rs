use sleutel_domain::steering::{Bound, DemandBasis, Rule, ShareStanding};

use super::named;

named!(Rule {
    Self::Proportional => "steering-rule-proportional",
    Self::EqualHelped => "steering-rule-equal-helped",
    Self::EqualWait => "steering-rule-equal-wait",
    Self::FloorsFirst => "steering-rule-floors-first",
});

named!(Bound {
    Self::Free => "steering-bound-free",
    Self::Floor => "steering-bound-floor",
    Self::Realised => "steering-bound-realised",
    Self::Ceiling => "steering-bound-ceiling",
    Self::Nobody => "steering-bound-nobody",
});

named!(ShareStanding {
    Self::Proposed => "steering-standing-proposed",
    Self::Decided => "steering-standing-decided",
    Self::PutAside => "steering-standing-put-aside",
    Self::TakenBack => "steering-standing-taken-back",
});

named!(DemandBasis {
    Self::Numbers => "steering-basis-numbers",
    Self::Forecast => "steering-basis-forecast",
});
