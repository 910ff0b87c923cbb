use sleutel_domain::{
    Cents,
    placement::{Goal, Method, RoundSettings, RuleName},
};

use super::Block;
use crate::{Value, Words};

/// What goes in, and what never does.
pub(super) fn data(words: Words, method: &Method) -> Vec<Block> {
    vec![
        Block::Heading(words.t("method-data-person")),
        Block::List(method.facts.iter().map(|it| words.name(it)).collect()),
        Block::Heading(words.t("method-data-other")),
        Block::List(
            [
                "method-data-homes",
                "method-data-numbers",
                "method-data-fixings",
                "method-data-round",
            ]
            .map(|key| words.t(key))
            .to_vec(),
        ),
        Block::Heading(words.t("method-never")),
        Block::Text(words.t("method-never-what")),
    ]
}

/// The working, from the rules to the replay.
pub(super) fn blocks(words: Words, method: &Method) -> Vec<Block> {
    let mut all = Vec::new();
    let mut part = |key: &str, blocks: Vec<Block>| {
        all.push(Block::Heading(words.t(key)));
        all.extend(blocks);
    };
    let text = |key: &str| Block::Text(words.t(key));
    part("method-part-rules", vec![text("method-rules"), rules(words, method)]);
    part("method-part-unknown", vec![text("method-unknown")]);
    part("method-part-limits", vec![text("method-limits")]);
    part("method-part-goals", vec![text("method-goals"), goals(words, method)]);
    part("method-part-points", vec![text("method-points"), points(words, method)]);
    part("method-part-rooms", vec![text("method-rooms"), rooms(words, method)]);
    part("method-part-ahead", vec![text("method-ahead"), text("method-ahead-never")]);
    part("method-part-settings", vec![text("method-settings"), settings(words, method)]);
    part("method-part-lot", vec![text("method-lot"), text("method-lot-commitment")]);
    part("method-part-proof", vec![text("method-proof"), text("method-check")]);
    let engine = words.t_with("method-engine", &[("engine", method.engine.as_str().into())]);
    part("method-part-replay", vec![text("method-replay"), Block::Text(engine)]);
    all
}

fn rules(words: Words, method: &Method) -> Block {
    let rows = method
        .rules
        .iter()
        .map(|it| {
            let sources: Vec<String> = it.sources.iter().map(|it| words.name(it)).collect();
            vec![words.name(&it.rule), rule(words, method, it.rule), sources.join("; ")]
        })
        .collect();
    Block::Table {
        head: ["method-head-rule", "method-head-what", "method-head-source"]
            .map(|key| words.t(key))
            .to_vec(),
        rows,
    }
}

/// What a rule asks, with its figures.
fn rule(words: Words, method: &Method, rule: RuleName) -> String {
    let key = match rule {
        RuleName::Rooms => "method-rule-rooms",
        RuleName::Adaptation => "method-rule-adaptation",
        RuleName::Stairs => "method-rule-stairs",
        RuleName::Rent => "method-rule-rent",
        RuleName::Target => "method-rule-target",
        RuleName::AreaLimit => "method-rule-area-limit",
        RuleName::Exclusion => "method-rule-exclusion",
        RuleName::Pets => "method-rule-pets",
        RuleName::Smoking => "method-rule-smoking",
        RuleName::OfferedBefore => "method-rule-offered-before",
        RuleName::Ban => "method-rule-ban",
    };
    words.t_with(
        key,
        &[
            ("spare", method.settings.spare_rooms.into()),
            ("from", method.ages.youth_from.into()),
            ("to", method.ages.youth_to.into()),
            ("senior", method.ages.senior_from.into()),
        ],
    )
}

fn goals(words: Words, method: &Method) -> Block {
    let step = |goal: &Goal| {
        let what = goal_counts(words, method, *goal);
        words.t_with("method-step", &[("name", words.name(goal).into()), ("what", what.into())])
    };
    Block::Steps(method.goals.iter().map(step).collect())
}

/// What a goal counts, in which unit.
fn goal_counts(words: Words, method: &Method, goal: Goal) -> String {
    let key = match goal {
        Goal::Pins => "method-goal-pins",
        Goal::Floors => "method-goal-floors",
        Goal::Ground => "method-goal-ground",
        Goal::Comparable => "method-goal-comparable",
        Goal::HomesUsed => "method-goal-homes-used",
        Goal::Fit => "method-goal-fit",
        Goal::Waiting => "method-goal-waiting",
        Goal::Spread => "method-goal-spread",
        Goal::Lot => "method-goal-lot",
    };
    let values = [("days", method.ground_days.into()), ("weeks", method.weeks_at_most.into())];
    words.t_with(key, &values)
}

fn points(words: Words, method: &Method) -> Block {
    let fit = method.fit;
    let step = Cents::new(fit.rent_step).map_or_else(|_| String::new(), |it| words.money(it));
    let row = |key: &str, points: i32| {
        let values: [(&str, Value<'_>); 2] =
            [("step", step.as_str().into()), ("most", fit.rent_most.into())];
        vec![words.t_with(key, &values), words.number(points)]
    };
    Block::Table {
        head: vec![words.t("method-head-part"), words.t("method-head-points")],
        rows: vec![
            row("method-points-wish", fit.wish),
            row("method-points-slight", fit.slight_wish),
            row("method-points-avoid", -fit.wish),
            row("method-points-avoid-slight", -fit.slight_wish),
            row("method-points-neighbourhood", fit.same_neighbourhood),
            row("method-points-quarter", fit.same_quarter),
            row("method-points-district", fit.same_district),
            row("method-points-rooms", fit.rooms),
            row("method-points-rent", fit.rent),
        ],
    }
}

fn rooms(words: Words, method: &Method) -> Block {
    let last = method.rooms.len().saturating_sub(1);
    let line = |(at, (people, rooms)): (usize, &(u8, u8))| {
        let people = words.number(*people);
        let key = "method-people-or-more";
        let people =
            if at == last { words.t_with(key, &[("people", people.into())]) } else { people };
        vec![people, words.number(*rooms)]
    };
    Block::Table {
        head: vec![words.t("method-head-people"), words.t("method-head-rooms")],
        rows: method.rooms.iter().enumerate().map(line).collect(),
    }
}

/// The choices a round may state otherwise.
fn settings(words: Words, method: &Method) -> Block {
    let RoundSettings { spare_rooms, unknown_load } = method.settings;
    Block::List(vec![
        words.t_with("method-setting-spare", &[("spare", spare_rooms.into())]),
        words.t_with("method-setting-load", &[("points", unknown_load.points().into())]),
    ])
}
