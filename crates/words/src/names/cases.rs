use sleutel_domain::cases::{Answered, ObjectionOutcome, Wait};

use super::named;

named!(ObjectionOutcome {
    Self::Upheld => "case-objection-upheld",
    Self::Unfounded => "case-objection-unfounded",
    Self::Partly => "case-objection-partly",
});

named!(Answered {
    Self::Accepted => "case-answered-accepted",
    Self::Declined => "case-answered-declined",
});

named!(Wait {
    Self::Step => "case-wait-step",
    Self::Answer => "case-wait-answer",
    Self::Objection => "case-wait-objection",
});
