//! The fields of each act, in the order people answer them.

use sleutel_actions::cases::{ActDraft, CaseView, Doing, Open};
use sleutel_domain::{
    access::Party,
    cases::{Answered, ObjectionOutcome},
    routes::RouteSet,
};
use sleutel_words::{Named, Words};

use super::shown::route_of;
use crate::{Form, show::Choice};

/// One field of a form about a file.
pub(super) enum Field {
    Radios { name: &'static str, label: &'static str, choices: Vec<Choice> },
    Select { name: &'static str, label: &'static str, choices: Vec<Choice> },
    Text { name: &'static str, label: &'static str },
    Area { name: &'static str, label: &'static str, hint: &'static str, optional: bool },
    Date { name: &'static str, label: &'static str, hint: &'static str, optional: bool },
    Time { name: &'static str, label: &'static str },
    Hidden { name: &'static str },
}

/// What each field is called in the summary of errors.
pub(super) const LABELS: &[(&str, &str)] = &[
    ("outcome", "cases-field-outcome"),
    ("on", "cases-field-on"),
    ("reason", "cases-field-reason"),
    ("conditions", "cases-field-conditions"),
    ("to", "cases-field-to"),
    ("until", "cases-field-until"),
    ("municipality", "cases-field-municipality"),
    ("accepted_by", "cases-field-accepted-by"),
    ("accepted_on", "cases-field-accepted-on"),
    ("route", "cases-field-route"),
    ("day", "cases-field-day"),
    ("time", "cases-field-time"),
    ("place", "cases-field-place"),
    ("fact", "cases-field-fact"),
    ("by", "cases-field-by"),
    ("event", "cases-field-event"),
];

/// What was typed, for the action.
pub(super) fn draft(form: &Form) -> ActDraft {
    let text = |name: &str| form.value(name).to_owned();
    ActDraft {
        step: text("step"),
        on: text("on"),
        outcome: text("outcome"),
        reason: text("reason"),
        conditions: text("conditions"),
        to: text("to"),
        until: text("until"),
        municipality: text("municipality"),
        accepted_by: text("accepted_by"),
        accepted_on: text("accepted_on"),
        route: text("route"),
        day: text("day"),
        time: text("time"),
        place: text("place"),
        fact: text("fact"),
        event: text("event"),
        by: text("by"),
    }
}

fn coded<T: Named + Copy>(
    words: Words,
    all: &[T],
    code: impl Fn(T) -> &'static str,
) -> Vec<Choice> {
    all.iter().map(|it| Choice::new(code(*it), words.name(it))).collect()
}

fn outcomes(words: Words, open: &[Open]) -> Vec<Choice> {
    let can = open.iter().filter(|it| it.against.is_none());
    can.map(|it| Choice::new(it.outcome.code(), words.name(&it.outcome))).collect()
}

fn reason() -> Field {
    Field::Text { name: "reason", label: "cases-field-reason" }
}

fn reasons() -> Field {
    let (label, hint) = ("cases-field-reasons", "cases-field-reasons-hint");
    Field::Area { name: "reason", label, hint, optional: false }
}

fn on() -> Field {
    let (label, hint) = ("cases-field-on", "cases-field-on-hint");
    Field::Date { name: "on", label, hint, optional: true }
}

/// The fields, or `None` when this person cannot do it now.
pub(super) fn fields(
    words: Words,
    routes: &RouteSet,
    view: &CaseView<'_>,
    doing: Doing,
) -> Option<Vec<Field>> {
    let choices = &view.choices;
    let has = choices.has(doing);
    let fields = match doing {
        Doing::EndStep => {
            let choices = outcomes(words, &choices.ends);
            if choices.is_empty() {
                return None;
            }
            let third = view.file.state().ball() == Some(Party::ThirdPerson);
            let label = if third { "cases-field-note-third" } else { "cases-field-note" };
            let note = Field::Area { name: "reason", label, hint: "", optional: !third };
            let label = "cases-field-outcome";
            vec![Field::Radios { name: "outcome", label, choices }, note, on()]
        }
        Doing::Decide => {
            let choices = outcomes(words, &choices.decides);
            if choices.is_empty() {
                return None;
            }
            let (label, hint) = ("cases-field-conditions", "cases-field-conditions-hint");
            let under = choices.iter().any(|it| it.value == "granted-under-conditions");
            let conditions =
                under.then_some(Field::Area { name: "conditions", label, hint, optional: true });
            let outcome = Field::Radios { name: "outcome", label: "cases-field-decision", choices };
            [Some(outcome), Some(reasons()), conditions, Some(on())].into_iter().flatten().collect()
        }
        Doing::GoBack => {
            let route = view.file.state().route;
            let steps = choices.back.iter();
            let steps: Vec<Choice> =
                steps.map(|it| Choice::new(it.as_str(), words.step_name(route, it))).collect();
            if steps.is_empty() {
                return None;
            }
            vec![Field::Radios { name: "to", label: "cases-field-to", choices: steps }, reason()]
        }
        Doing::Pause if has => {
            let (label, hint) = ("cases-field-until", "");
            vec![Field::Date { name: "until", label, hint, optional: false }, reason(), on()]
        }
        Doing::Resume if has => vec![on()],
        Doing::Expire if has => vec![],
        Doing::Withdraw => {
            let by: Vec<Choice> =
                choices.withdraw.iter().map(|it| Choice::new(it.code(), words.name(it))).collect();
            if by.is_empty() {
                return None;
            }
            vec![Field::Radios { name: "by", label: "cases-field-by", choices: by }, reason(), on()]
        }
        Doing::HandOver if has => {
            let (label, hint) = ("cases-field-accepted-on", "");
            vec![
                Field::Text { name: "municipality", label: "cases-field-municipality" },
                Field::Text { name: "accepted_by", label: "cases-field-accepted-by" },
                Field::Date { name: "accepted_on", label, hint, optional: false },
            ]
        }
        Doing::Move => {
            let roads: Vec<Choice> = choices
                .moves
                .iter()
                .map(|(code, version)| {
                    let name = route_of(words, routes, code, *version);
                    let version_value = i64::from(*version).into();
                    let values = [("route", name.into()), ("version", version_value)];
                    let label = words.t_with("cases-field-route-choice", &values);
                    Choice::new(format!("{code}/{version}"), label)
                })
                .collect();
            if roads.is_empty() {
                return None;
            }
            vec![
                Field::Radios { name: "route", label: "cases-field-route", choices: roads },
                reason(),
            ]
        }
        Doing::Extend if has => vec![reasons()],
        Doing::Object => {
            choices.object?;
            let (label, optional) = ("cases-field-grounds", true);
            let grounds = Field::Area { name: "reason", label, hint: "", optional };
            vec![Field::Hidden { name: "event" }, grounds, on()]
        }
        Doing::AnswerObjection => {
            choices.objection?;
            let outcome = coded(words, ObjectionOutcome::ALL, ObjectionOutcome::code);
            let label = "cases-field-decision";
            let outcome = Field::Radios { name: "outcome", label, choices: outcome };
            vec![Field::Hidden { name: "event" }, outcome, reasons()]
        }
        Doing::PlanViewing if has => {
            let (label, hint) = ("cases-field-day", "");
            vec![
                Field::Date { name: "day", label, hint, optional: false },
                Field::Time { name: "time", label: "cases-field-time" },
                Field::Text { name: "place", label: "cases-field-place" },
            ]
        }
        Doing::Answer if has => {
            let answers = coded(words, Answered::ALL, Answered::code);
            let label = "cases-field-answer";
            let (reason, hint) = ("cases-field-reason", "");
            vec![
                Field::Radios { name: "outcome", label, choices: answers },
                Field::Area { name: "reason", label: reason, hint, optional: true },
                on(),
            ]
        }
        Doing::Establish => {
            let facts = coded(words, &choices.establish, sleutel_domain::routes::Fact::code);
            if facts.is_empty() {
                return None;
            }
            vec![Field::Select { name: "fact", label: "cases-field-fact", choices: facts }, on()]
        }
        Doing::TakeFactBack => {
            let facts = coded(words, &choices.take_back, sleutel_domain::routes::Fact::code);
            if facts.is_empty() {
                return None;
            }
            let label = "cases-field-fact";
            vec![Field::Select { name: "fact", label, choices: facts }, reason()]
        }
        Doing::StrikeOut => {
            let lines: Vec<Choice> = view
                .events
                .iter()
                .filter(|it| choices.strike.contains(&it.event.number))
                .map(|it| {
                    let number = it.event.number;
                    let route = view.file.state().route;
                    let what = words.case_event(&it.event, routes, route);
                    Choice::new(number.to_string(), format!("{number}. {what}"))
                })
                .collect();
            if lines.is_empty() {
                return None;
            }
            let label = "cases-field-event";
            vec![Field::Select { name: "event", label, choices: lines }, reason()]
        }
        Doing::Pause
        | Doing::Resume
        | Doing::Expire
        | Doing::HandOver
        | Doing::Extend
        | Doing::PlanViewing
        | Doing::Answer => return None,
    };
    Some(fields)
}

/// The form as it is first shown.
pub(super) fn blank(view: &CaseView<'_>, doing: Doing, event: &str) -> Form {
    let step = view.row.step.as_ref().map(ToString::to_string).unwrap_or_default();
    let number = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
    let event = if doing == Doing::Object {
        number(view.choices.object)
    } else if doing == Doing::AnswerObjection {
        number(view.choices.objection)
    } else {
        event.to_owned()
    };
    Form::new()
        .filled("step", step)
        .filled("changes", view.row.changes.to_string())
        .filled("event", event)
}
