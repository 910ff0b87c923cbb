//! Goals and answers in words.

use jiff::civil::Date;
use sleutel_actions::plan::{PlanView, SeenAnswer, SeenEnd, SeenVersion};
use sleutel_domain::{
    access::Party,
    plan::{Audience, BasicState, Goal, GoalChange, GoalField, Way, differences},
};
use sleutel_words::Words;

use super::href;
use crate::show::Tone;

/// A goal as it is shown.
pub(crate) struct GoalShown {
    pub(crate) number: u16,
    pub(crate) area: String,
    pub(crate) what: String,
    pub(crate) rows: Vec<(String, String)>,
    pub(crate) late: bool,
    pub(crate) sees: String,
    pub(crate) end: Option<EndShown>,
    /// Where it is closed, for who may.
    pub(crate) close: Option<String>,
    /// Where it is taken up again, for who may.
    pub(crate) again: Option<String>,
}

/// How a goal ended, as it is shown.
pub(crate) struct EndShown {
    pub(crate) tone: Tone,
    pub(crate) what: String,
    pub(crate) reason: Option<String>,
    pub(crate) by: String,
}

/// A party that has to agree, with what it said last.
pub(crate) struct PartyShown {
    pub(crate) name: String,
    pub(crate) tone: Tone,
    pub(crate) answer: String,
    pub(crate) who: String,
    pub(crate) reason: Option<String>,
    /// Where it is answered, for who may, with the words of the link.
    pub(crate) href: Option<(String, String)>,
}

/// Who may read a goal, in words.
pub(crate) fn sees(words: Words, audience: Audience) -> String {
    let parties: Vec<Party> = Party::ALL.into_iter().filter(|it| audience.includes(*it)).collect();
    words.t_with("plan-goal-sees", &[("who", words.parties(&parties).into())])
}

pub(crate) fn goals(
    words: Words,
    seen: &PlanView,
    version: &SeenVersion,
    today: Date,
    closes: bool,
) -> Vec<GoalShown> {
    let path =
        |goal: u16, what: &str| href(seen.reference.as_str(), &format!("plan/goals/{goal}/{what}"));
    let optional = |key: &str, text: Option<String>| text.map(|it| (words.t(key), it));
    version
        .goals
        .iter()
        .map(|it| {
            let end = seen.ended.get(&it.number).filter(|_| closes);
            let own = it.own_part.as_ref().map(ToString::to_string);
            let others = it.others_part.as_ref().map(ToString::to_string);
            let may = closes && seen.may_change;
            GoalShown {
                number: it.number,
                area: words.name(&it.area),
                what: it.what.to_string(),
                rows: [
                    optional("plan-goal-own", own),
                    optional("plan-goal-others", others),
                    optional("plan-goal-by", it.by.map(|day| words.date(day))),
                    optional("plan-goal-sign", it.sign.as_ref().map(ToString::to_string)),
                ]
                .into_iter()
                .flatten()
                .collect(),
                late: closes && end.is_none() && it.by.is_some_and(|by| by < today),
                sees: sees(words, it.audience),
                close: (may && end.is_none()).then(|| path(it.number, "end")),
                again: (may && end.is_some()).then(|| path(it.number, "again")),
                end: end.map(|it| ending(words, it)),
            }
        })
        .collect()
}

/// How far a line of what to arrange is, in words.
pub(crate) fn basic_state(words: Words, state: &BasicState) -> (Tone, String) {
    let tone = match state {
        BasicState::Arranged { .. } => Tone::Good,
        BasicState::Asked { .. } => Tone::Info,
        BasicState::ToDo => Tone::Attention,
        BasicState::NotNeeded { .. } => Tone::Neutral,
    };
    (tone, words.name(state))
}

fn ending(words: Words, end: &SeenEnd) -> EndShown {
    let date = [("date", words.date(end.on).into())];
    let (tone, key) = if end.reached {
        (Tone::Good, "plan-goal-reached")
    } else {
        (Tone::Neutral, "plan-goal-stopped")
    };
    EndShown {
        tone,
        what: words.t_with(key, &date),
        reason: end.reason.as_ref().map(ToString::to_string),
        by: words.t_with("plan-goal-ended-by", &[("who", end.by.as_str().into())]),
    }
}

fn who(words: Words, answer: &SeenAnswer) -> String {
    let nameless = || words.t("plan-answer-nameless");
    let name = answer.by.as_ref().map_or_else(nameless, ToString::to_string);
    let (name, date) = (("who", name.into()), ("date", words.date(answer.on).into()));
    match &answer.way {
        Way::Themselves => words.t_with("plan-answer-self", &[name, date]),
        Way::RecordedBy(by) => {
            words.t_with("plan-answer-recorded", &[name, date, ("by", by.as_str().into())])
        }
    }
}

fn said(words: Words, answer: &SeenAnswer) -> (Tone, String) {
    if answer.agrees {
        (Tone::Good, words.t("plan-answer-yes"))
    } else {
        (Tone::Bad, words.t("plan-answer-no"))
    }
}

/// Every party that has to agree, in the order of parties.
pub(crate) fn parties(words: Words, seen: &PlanView, version: &SeenVersion) -> Vec<PartyShown> {
    version
        .parties
        .iter()
        .map(|party| {
            let last = version.answers.iter().rev().find(|it| it.party == *party);
            let may = version.may_answer.iter().find(|(of, _)| of == party);
            let (tone, answer) = last.map_or_else(
                || (Tone::Attention, words.t("plan-answer-none")),
                |it| said(words, it),
            );
            PartyShown {
                name: words.name(party),
                tone,
                answer,
                who: last.map(|it| who(words, it)).unwrap_or_default(),
                reason: last.and_then(|it| it.reason.as_ref()).map(ToString::to_string),
                href: may.map(|(party, way)| {
                    let part = format!("plan/versions/{}/answer/{}", version.number, party.code());
                    let key = match way {
                        Way::Themselves => "plan-answer-do",
                        Way::RecordedBy(_) => "plan-answer-record",
                    };
                    (href(seen.reference.as_str(), &part), words.t(key))
                }),
            }
        })
        .collect()
}

/// Answers that another of the same party came after, newest first.
pub(crate) fn earlier(words: Words, version: &SeenVersion) -> Vec<String> {
    let answers = &version.answers;
    let later = |at: usize, party: Party| answers[at + 1..].iter().any(|it| it.party == party);
    answers
        .iter()
        .enumerate()
        .filter(|(at, it)| later(*at, it.party))
        .map(|(_, it)| {
            format!("{}: {}. {}", words.name(&it.party), said(words, it).1, who(words, it))
        })
        .rev()
        .collect()
}

/// What differs from the version before, as label, before and after.
pub(crate) fn changes(
    words: Words,
    before: &SeenVersion,
    after: &SeenVersion,
) -> Vec<(String, String, String)> {
    let numbered =
        |key: &str, goal: &Goal| words.t_with(key, &[("number", i64::from(goal.number).into())]);
    let old: Vec<&Goal> = before.goals.iter().collect();
    let new: Vec<&Goal> = after.goals.iter().collect();
    let mut lines = Vec::new();
    for change in differences(&old, &new) {
        match change {
            GoalChange::Added(goal) => lines.push((
                numbered("plan-difference-added", goal),
                String::new(),
                goal.what.to_string(),
            )),
            GoalChange::Dropped(goal) => lines.push((
                numbered("plan-difference-dropped", goal),
                goal.what.to_string(),
                String::new(),
            )),
            GoalChange::Changed { before, after, fields } => {
                lines.extend(fields.into_iter().map(|field| {
                    let values = [
                        ("number", i64::from(after.number).into()),
                        ("field", words.name(&field).into()),
                    ];
                    let label = words.t_with("plan-difference-field", &values);
                    (label, part(words, before, field), part(words, after, field))
                }));
            }
        }
    }
    if before.parties != after.parties {
        let was = words.parties(&before.parties);
        lines.push((words.t("plan-answers"), was, words.parties(&after.parties)));
    }
    lines
}

fn part(words: Words, goal: &Goal, field: GoalField) -> String {
    let text = |it: &Option<sleutel_domain::LongText>| {
        it.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    match field {
        GoalField::Area => words.name(&goal.area),
        GoalField::Audience => words.name(&goal.audience),
        GoalField::What => goal.what.to_string(),
        GoalField::OwnPart => text(&goal.own_part),
        GoalField::OthersPart => text(&goal.others_part),
        GoalField::By => goal.by.map(|it| words.date(it)).unwrap_or_default(),
        GoalField::Sign => text(&goal.sign),
    }
}
