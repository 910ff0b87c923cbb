use sleutel_domain::participants::{
    Direction, LikenessClass, LikenessReason, MemberRole, MergePart, PriorityGround, Readiness,
    Strength, TieKind,
};

use super::named;

named!(MemberRole {
    Self::Head => "member-role-head",
    Self::Partner => "member-role-partner",
    Self::Child => "member-role-child",
    Self::Other => "member-role-other",
});

named!(Readiness {
    Self::Preparing => "readiness-preparing",
    Self::Ready { .. } => "readiness-ready",
    Self::Paused { .. } => "readiness-paused",
    Self::Placed { .. } => "readiness-placed",
});

named!(PriorityGround {
    Self::None => "priority-ground-none",
    Self::TermEnds(_) => "priority-ground-term-ends",
    Self::Safety => "priority-ground-safety",
});

named!(Direction {
    Self::Prefer => "direction-prefer",
    Self::Avoid => "direction-avoid",
});

named!(Strength {
    Self::Slight => "strength-slight",
    Self::Strong => "strength-strong",
    Self::Must => "strength-must",
});

named!(TieKind {
    Self::Family => "tie-kind-family",
    Self::Friend => "tie-kind-friend",
    Self::Activity => "tie-kind-activity",
    Self::School => "tie-kind-school",
    Self::Support => "tie-kind-support",
});

named!(LikenessClass {
    Self::VeryLikely => "likeness-very-likely",
    Self::Possible => "likeness-possible",
});

named!(LikenessReason {
    Self::SameName => "likeness-same-name",
    Self::OtherFamilyName => "likeness-other-family-name",
    Self::NamesSwapped => "likeness-names-swapped",
    Self::OtherPrefix => "likeness-other-prefix",
    Self::DoubleName => "likeness-double-name",
    Self::FamilySoundsAlike => "likeness-family-sounds-alike",
    Self::FamilyLetterOff => "likeness-family-letter-off",
    Self::GivenSoundsAlike => "likeness-given-sounds-alike",
    Self::ShortName => "likeness-short-name",
    Self::MoreGivenNames => "likeness-more-given-names",
    Self::Initial => "likeness-initial",
    Self::GivenLetterOff => "likeness-given-letter-off",
    Self::SameBirthDate => "likeness-same-birth-date",
    Self::DayAndMonthSwapped => "likeness-day-and-month-swapped",
    Self::OneFigureOff => "likeness-one-figure-off",
    Self::BirthDateMissing => "likeness-birth-date-missing",
    Self::SameHousemate => "likeness-same-housemate",
    Self::InTheHousehold => "likeness-in-the-household",
});

named!(MergePart {
    Self::Household => "merge-part-household",
    Self::Group => "merge-part-group",
    Self::Support => "merge-part-support",
    Self::Living => "merge-part-living",
    Self::Waiting => "merge-part-waiting",
    Self::Readiness => "merge-part-readiness",
    Self::Ground => "merge-part-ground",
    Self::Limits => "merge-part-limits",
    Self::Load => "merge-part-load",
    Self::Words => "merge-part-words",
    Self::Wishes => "merge-part-wishes",
    Self::Network => "merge-part-network",
    Self::Exclusions => "merge-part-exclusions",
});
