use jiff::civil::Date;
use sleutel_actions::cases::Doing;
use sleutel_domain::{RouteCode, StepCode, routes::RouteSet};
use sleutel_words::Words;

use crate::show::Tone;

/// By when, in words, with how pressing it looks: late, within a week, or later.
pub(crate) fn due_words(words: Words, due: Option<Date>, today: Date) -> (String, Tone) {
    let Some(due) = due else { return (words.t("cases-no-term"), Tone::Neutral) };
    let days = today.until(due).map_or(0, |span| span.get_days());
    let date = words.date_short(due);
    let (key, count, tone) = match days {
        ..0 => ("cases-days-late", -days, Tone::Bad),
        0..=7 => ("cases-days-left", days, Tone::Attention),
        8.. => ("cases-days-left", days, Tone::Neutral),
    };
    let rest = words.t_with(key, &[("count", i64::from(count).into())]);
    (format!("{date}, {rest}"), tone)
}

/// What people call a step of a version of a road.
pub(crate) fn step_of(
    words: Words,
    routes: &RouteSet,
    (route, version): (&RouteCode, u16),
    step: Option<&StepCode>,
) -> String {
    let Some(step) = step else { return "–".to_owned() };
    match routes.get(route, version) {
        Some(route) => words.step_name(route, step),
        None => step.to_string(),
    }
}

/// What people call a version of a road.
pub(super) fn route_of(words: Words, routes: &RouteSet, route: &RouteCode, version: u16) -> String {
    match routes.get(route, version) {
        Some(found) => words.wording(&found.name).to_owned(),
        None => route.to_string(),
    }
}

/// The key of what somebody does.
pub(super) fn doing_key(doing: Doing) -> &'static str {
    match doing {
        Doing::EndStep => "cases-do-step",
        Doing::GoBack => "cases-do-back",
        Doing::Pause => "cases-do-pause",
        Doing::Resume => "cases-do-resume",
        Doing::Withdraw => "cases-do-withdraw",
        Doing::HandOver => "cases-do-hand-over",
        Doing::Move => "cases-do-move",
        Doing::Extend => "cases-do-extend",
        Doing::Decide => "cases-do-decide",
        Doing::Object => "cases-do-object",
        Doing::AnswerObjection => "cases-do-answer-objection",
        Doing::PlanViewing => "cases-do-viewing",
        Doing::Answer => "cases-do-answer",
        Doing::Expire => "cases-do-expire",
        Doing::Establish => "cases-do-fact",
        Doing::TakeFactBack => "cases-do-fact-back",
        Doing::StrikeOut => "cases-do-strike",
    }
}

/// The key of what it means.
pub(super) fn lead_key(doing: Doing) -> &'static str {
    match doing {
        Doing::EndStep => "cases-lead-step",
        Doing::GoBack => "cases-lead-back",
        Doing::Pause => "cases-lead-pause",
        Doing::Resume => "cases-lead-resume",
        Doing::Withdraw => "cases-lead-withdraw",
        Doing::HandOver => "cases-lead-hand-over",
        Doing::Move => "cases-lead-move",
        Doing::Extend => "cases-lead-extend",
        Doing::Decide => "cases-lead-decide",
        Doing::Object => "cases-lead-object",
        Doing::AnswerObjection => "cases-lead-answer-objection",
        Doing::PlanViewing => "cases-lead-viewing",
        Doing::Answer => "cases-lead-answer",
        Doing::Expire => "cases-lead-expire",
        Doing::Establish => "cases-lead-fact",
        Doing::TakeFactBack => "cases-lead-fact-back",
        Doing::StrikeOut => "cases-lead-strike",
    }
}

/// The key and the tone of how a file stands.
pub(super) fn standing(code: &str) -> (&'static str, Tone) {
    match code {
        "paused" => ("cases-standing-paused", Tone::Attention),
        "ended" => ("cases-standing-ended", Tone::Neutral),
        _ => ("cases-standing-open", Tone::Info),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use sleutel_domain::access::Language;

    use super::*;

    #[test]
    fn what_is_due_today_is_not_late_and_what_was_due_yesterday_is() {
        let words = Words::new(Language::English);
        let today = date(2026, 11, 22);
        let check = |due, text: &str, tone| {
            let (found, how) = due_words(words, due, today);
            assert!(found.contains(text), "{found}");
            assert_eq!(how, tone);
        };
        check(Some(date(2026, 11, 22)), "today", Tone::Attention);
        check(Some(date(2026, 11, 21)), "1 day late", Tone::Bad);
        check(Some(date(2026, 11, 30)), "8 days left", Tone::Neutral);
        check(None, "no term", Tone::Neutral);
    }
}
