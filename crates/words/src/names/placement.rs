use sleutel_domain::placement::{Fact, FixingKind, Goal, Law, Question, RuleName, Source, Verdict};

use super::named;

named!(RuleName {
    Self::Rooms => "rule-rooms",
    Self::Adaptation => "rule-adaptation",
    Self::Stairs => "rule-stairs",
    Self::Rent => "rule-rent",
    Self::Target => "rule-target",
    Self::AreaLimit => "rule-area-limit",
    Self::Exclusion => "rule-exclusion",
    Self::Pets => "rule-pets",
    Self::Smoking => "rule-smoking",
    Self::OfferedBefore => "rule-offered-before",
    Self::Ban => "rule-ban",
});

named!(Question {
    Self::People => "question-people",
    Self::Adaptation => "question-adaptation",
    Self::Stairs => "question-stairs",
    Self::Rent => "question-rent",
    Self::HeadAge => "question-head-age",
    Self::OldestAge => "question-oldest-age",
    Self::Sharing => "question-sharing",
    Self::Pets => "question-pets",
    Self::Smoking => "question-smoking",
});

named!(Goal {
    Self::Pins => "goal-pins",
    Self::Floors => "goal-floors",
    Self::Ground => "goal-ground",
    Self::Comparable => "goal-comparable",
    Self::HomesUsed => "goal-homes-used",
    Self::Fit => "goal-fit",
    Self::Waiting => "goal-waiting",
    Self::Spread => "goal-spread",
    Self::Lot => "goal-lot",
});

named!(FixingKind {
    Self::Pin => "fixing-pin",
    Self::Ban => "fixing-ban",
});

named!(Verdict {
    Self::Agreed => "verdict-agreed",
    Self::Rejected => "verdict-rejected",
});

named!(Source {
    Self::Law(Law::SuitableRent) => "source-suitable-rent",
    Self::Law(Law::YouthLease) => "source-youth-lease",
    Self::Agreement => "source-agreement",
    Self::House => "source-house",
    Self::Person => "source-person",
    Self::Staff => "source-staff",
    Self::Custom => "source-custom",
    Self::Ours => "source-ours",
});

named!(Fact {
    Self::Reference => "fact-reference",
    Self::Group => "fact-group",
    Self::Ready => "fact-ready",
    Self::People => "fact-people",
    Self::HeadAge => "fact-head-age",
    Self::OldestAge => "fact-oldest-age",
    Self::WaitingSince => "fact-waiting-since",
    Self::Ground => "fact-ground",
    Self::Adaptation => "fact-adaptation",
    Self::Stairs => "fact-stairs",
    Self::Rent => "fact-rent",
    Self::Sharing => "fact-sharing",
    Self::Pets => "fact-pets",
    Self::Smokes => "fact-smokes",
    Self::Wishes => "fact-wishes",
    Self::Network => "fact-network",
    Self::Exclusions => "fact-exclusions",
    Self::Offered => "fact-offered",
    Self::Load => "fact-load",
    Self::Together => "fact-together",
});
