use sleutel_domain::steering::{Bound, DemandBasis, Measure, Rounding, Rule, ShareStanding, Side};

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

named!(Measure {
    Self::AssociationHomes => "year-measure-association-homes",
    Self::Households => "year-measure-households",
    Self::Inhabitants => "year-measure-inhabitants",
    Self::Each => "year-measure-each",
});

named!(Rounding {
    Self::Down => "year-rounding-down",
    Self::Nearest => "year-rounding-nearest",
    Self::Up => "year-rounding-up",
});

named!(Side {
    Self::Floor => "areas-column-floor",
    Self::Ceiling => "areas-column-ceiling",
});
