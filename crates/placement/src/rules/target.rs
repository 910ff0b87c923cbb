use sleutel_domain::{
    Answer,
    homes::Target,
    placement::{Law, Question, Refusal, Source, TargetAges},
};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] =
    &[Source::Law(Law::YouthLease), Source::House, Source::Custom];

/// The ages homes are meant for. The age of 55 is custom, not law.
pub(crate) const AGES: TargetAges = TargetAges { youth_from: 18, youth_to: 27, senior_from: 55 };

/// Whom the association means the home for: a head of household of 18 up to and
/// including 27 ("jongerenwoning", Burgerlijk Wetboek 7:274c), somebody of 55 or
/// older, or somebody who would share a house. The age of 55 is custom, not law.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    let candidate = pair.person.candidate;
    let target = pair.home.offer.facts.target;
    match target {
        Target::General => RuleAnswer::Fits,
        Target::Youth => {
            by_age(target, candidate.head_age, Question::HeadAge, AGES.youth_from, AGES.youth_to)
        }
        Target::FiftyFivePlus => {
            by_age(target, candidate.oldest_age, Question::OldestAge, AGES.senior_from, u8::MAX)
        }
        Target::CommunityHouse => match candidate.limits.sharing {
            Answer::Known(true) => RuleAnswer::Fits,
            Answer::Known(false) => RuleAnswer::Refuses(Refusal::NoSharing),
            Answer::Unknown => RuleAnswer::Ask(Question::Sharing),
        },
    }
}

fn by_age(target: Target, age: Answer<u8>, question: Question, from: u8, to: u8) -> RuleAnswer {
    match age {
        Answer::Known(age) if (from..=to).contains(&age) => RuleAnswer::Fits,
        Answer::Known(age) => RuleAnswer::Refuses(Refusal::TargetAge { target, age }),
        Answer::Unknown => RuleAnswer::Ask(question),
    }
}
