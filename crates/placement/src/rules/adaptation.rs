use sleutel_domain::{
    Answer,
    homes::Adaptation,
    placement::{Question, Refusal, Source},
};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] = &[Source::Custom, Source::Ours];

/// Who needs an adapted home gets nothing less; an adapted home goes to somebody who
/// does not need it only when nobody ready in the round who does could have it.
/// Rule ours, after the practice of housing associations.
///
/// With the need unknown the home is asked about, unless it is fitted for everything
/// and kept for nobody: then every answer would fit.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    let has = pair.home.offer.facts.adaptation;
    let kept = pair.home.needed;
    match pair.person.candidate.limits.adaptation {
        Answer::Known(needs) if needs > has => {
            RuleAnswer::Refuses(Refusal::NotAdapted { needs, has })
        }
        Answer::Known(needs) if needs < has && kept => {
            RuleAnswer::Refuses(Refusal::KeptForAdapted { has })
        }
        Answer::Known(_) => RuleAnswer::Fits,
        Answer::Unknown if has == Adaptation::Wheelchair && !kept => RuleAnswer::Fits,
        Answer::Unknown => RuleAnswer::Ask(Question::Adaptation),
    }
}
