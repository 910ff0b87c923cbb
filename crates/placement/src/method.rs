use sleutel_domain::{
    participants::{PriorityGround, rooms_needed},
    placement::{Fact, Goal, Method, RoundSettings, RuleInForce, RuleName},
};

use crate::{ENGINE, fit, rules, weeks};

/// Most people the table of rooms names; more need no more rooms.
const PEOPLE: u8 = 7;

/// How proposals are made with these settings: every rule with its source, every goal,
/// every figure, as the engine has them.
pub fn method(settings: RoundSettings) -> Method {
    Method {
        engine: ENGINE.to_owned(),
        rules: RuleName::ALL
            .into_iter()
            .map(|rule| RuleInForce { rule, sources: rules::sources(rule).to_vec() })
            .collect(),
        goals: Goal::ALL.to_vec(),
        facts: Fact::ALL.to_vec(),
        fit: fit::POINTS,
        ages: rules::AGES,
        rooms: (1..=PEOPLE).map(|people| (people, rooms_needed(people))).collect(),
        weeks_at_most: weeks::MOST,
        ground_days: PriorityGround::DAYS_BEFORE,
        settings,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_source() {
        let method = method(RoundSettings::default());
        assert_eq!(method.rules.len(), RuleName::ALL.len());
        for it in &method.rules {
            assert!(!it.sources.is_empty(), "{:?}", it.rule);
        }
    }

    #[test]
    fn no_household_needs_more_rooms_than_the_last_line_of_the_table() {
        let (_, most) = *method(RoundSettings::default()).rooms.last().unwrap();
        assert_eq!(rooms_needed(u8::MAX), most);
    }
}
