use std::collections::BTreeSet;

use sleutel_domain::{
    Cents, Wording,
    access::Party,
    forms::{Choice, Condition, Kind, Prefill, Question, QuestionKey, When},
};

use super::{Written, condition};
use crate::{finding::FindingKind, toml::Table};

/// A stand-in where words are missing; the file is refused all the same.
pub(super) fn no_words() -> Wording {
    Wording { nl: String::new(), en: String::new() }
}

/// The parties of `sees`; `None` when the key is not there.
pub(super) fn parties(table: &mut Table<'_>) -> Option<BTreeSet<Party>> {
    if !table.has("sees") {
        return None;
    }
    let mut parties = BTreeSet::new();
    for text in table.texts("sees") {
        match Party::from_code(text.value) {
            Some(party) => drop(parties.insert(party)),
            None => {
                let allowed: Vec<_> = Party::ALL.iter().map(|it| it.code()).collect();
                let (found, allowed) = (text.value.to_owned(), allowed.join(", "));
                table.tell(text.start, "sees", FindingKind::NotOneOf { found, allowed });
            }
        }
    }
    Some(parties)
}

/// The questions of a section or of rows. One without a key, a kind or words is left out;
/// it was told, and the file is refused.
pub(super) fn questions(
    table: &mut Table<'_>,
    sees: &BTreeSet<Party>,
    places: &mut Vec<Written>,
) -> Vec<Question> {
    let mut questions = Vec::new();
    for mut inner in table.tables("question") {
        // A question stands before those of its rows.
        let place = places.len();
        places.push(Written { start: inner.start(), path: inner.path().to_owned() });
        match question(&mut inner, sees, places) {
            Some(question) => questions.push(question),
            None => places.truncate(place),
        }
        inner.done();
    }
    questions
}

fn question(
    table: &mut Table<'_>,
    sees: &BTreeSet<Party>,
    places: &mut Vec<Written>,
) -> Option<Question> {
    let key = key(table);
    let sees = parties(table).unwrap_or_else(|| sees.clone());
    let label = table.wording("label");
    let help = table.wording_opt("help").map(|it| it.value);
    let purpose = table.wording_opt("purpose").map(|it| it.value);
    let ground = table.wording_opt("ground").map(|it| it.value);
    let shown = condition::condition(table, "shown");
    let required = condition::condition(table, "required");
    let prefills: Vec<_> = Prefill::ALL.iter().map(|it| it.code()).collect();
    let prefill = table.word_opt("prefill", &prefills, Prefill::from_code).map(|it| it.value);
    let kind = kind(table, &sees, places);
    Some(Question {
        key: key?,
        kind: kind?,
        label: label?.value,
        help,
        shown: shown.unwrap_or(Condition::Always),
        required: required.unwrap_or(Condition::Never),
        sees,
        purpose,
        ground,
        prefill,
    })
}

fn key(table: &mut Table<'_>) -> Option<QuestionKey> {
    let text = table.text("key")?;
    match QuestionKey::new(text.value) {
        Ok(key) => Some(key),
        Err(_) => {
            table.tell(text.start, "key", FindingKind::NotAKey { found: text.value.to_owned() });
            None
        }
    }
}

fn kind(table: &mut Table<'_>, sees: &BTreeSet<Party>, places: &mut Vec<Written>) -> Option<Kind> {
    let word = table
        .word("kind", &Kind::CODES, |it| Kind::CODES.iter().find(|code| **code == it).copied())?;
    Some(match word.value {
        "short" => Kind::Short,
        "long" => {
            let medical_hint = table.flag_opt("medical_hint").is_none_or(|it| it.value);
            Kind::Long { medical_hint }
        }
        "one" => Kind::One { choices: choices(table) },
        "many" => Kind::Many { choices: choices(table) },
        "yes-no" => Kind::YesNo,
        "date" => {
            let whens: Vec<_> = When::ALL.iter().map(|it| it.code()).collect();
            let when = table.word_opt("when", &whens, When::from_code);
            let (least, most) = (table.date_opt("least"), table.date_opt("most"));
            Kind::Date {
                when: when.map(|it| it.value).unwrap_or_default(),
                least: least.map(|it| it.value),
                most: most.map(|it| it.value),
            }
        }
        "amount" => {
            let most = table.whole_opt("most", 0, 100_000_000);
            Kind::Amount { most: most.and_then(|it| Cents::new(it.value).ok()) }
        }
        "whole" => {
            let limit = 1_000_000_000;
            let (least, most) =
                (table.whole("least", -limit, limit), table.whole("most", -limit, limit));
            Kind::Whole { least: least?.value, most: most?.value }
        }
        "rows" => {
            let least = table.whole_opt("least", 1, 50).map_or(1, |it| it.value);
            let most = table.whole("most", 1, 50);
            let questions = questions(table, sees, places);
            Kind::Rows {
                questions,
                least: u8::try_from(least).ok()?,
                most: u8::try_from(most?.value).ok()?,
            }
        }
        _ => Kind::Agreement,
    })
}

fn choices(table: &mut Table<'_>) -> Vec<Choice> {
    let mut choices = Vec::new();
    for mut inner in table.tables("choices") {
        let code = inner.text("code").map(|it| it.value.to_owned());
        let nl = inner.text("nl").map(|it| it.value.to_owned());
        let en = inner.text("en").map(|it| it.value.to_owned());
        inner.done();
        if let (Some(code), Some(nl), Some(en)) = (code, nl, en) {
            choices.push(Choice { code, label: Wording { nl, en } });
        }
    }
    choices
}
