use sleutel_domain::participants::{
    Direction, MemberRole, PriorityGround, Readiness, Strength, TieKind,
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
