use std::collections::BTreeSet;

use super::{Condition, Form, Kind, Question, QuestionKey, medical_word};
use crate::{Wording, access::Party};

/// What is wrong with a form's definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormFault {
    /// At which question, by its place among all of the form (rows' own included, in the
    /// order they are written); `None`: the form as a whole.
    pub question: Option<usize>,
    /// What.
    pub what: FormFaultKind,
}

/// What can be wrong with a form's definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormFaultKind {
    /// No question at all.
    NoQuestions,
    /// Two questions are called the same.
    KeyTwice {
        /// The key.
        key: QuestionKey,
    },
    /// A condition names a question the form does not have, or one inside other rows.
    NoSuchQuestion {
        /// The key it names.
        key: QuestionKey,
    },
    /// A condition waits for an answer that cannot be given.
    NoSuchValue {
        /// The question it is about.
        key: QuestionKey,
        /// What it waits for.
        value: String,
    },
    /// A condition compares an answer that has no fixed words, or counts rows where there are none.
    NotComparable {
        /// The question it is about.
        key: QuestionKey,
    },
    /// Whether it is shown hangs, through others, on itself.
    Circle {
        /// The questions of the circle, in order.
        keys: Vec<QuestionKey>,
    },
    /// Nothing to choose, or only one thing.
    TooFewChoices,
    /// Two choices are called the same.
    ChoiceTwice {
        /// The word.
        code: String,
    },
    /// The least is above the most.
    LimitsCrossed,
    /// A question that repeats stands in one that repeats.
    RowsInRows,
    /// Nobody may see the answer.
    NobodySees,
    /// Inside rows somebody may see an answer who may not see the rows.
    SeesMoreThanRows {
        /// Who.
        party: Party,
    },
    /// The receiver may see none of the answers.
    ReceiverSeesNothing,
    /// The last day lies before the first.
    ValidityCrossed,
    /// The same version is there already.
    VersionTwice {
        /// Which.
        version: u16,
    },
    /// Another version may be started on the same day.
    Overlap {
        /// Which.
        version: u16,
    },
    /// It seems to ask for medical facts. A warning: a person has to look.
    Medical {
        /// The word.
        word: String,
    },
    /// A long answer without the hint that no medical facts belong in it. A warning.
    NoMedicalHint,
}

impl FormFaultKind {
    /// Whether the form can be used all the same.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::Medical { .. } | Self::NoMedicalHint)
    }
}

/// A question with its place among all, and the questions of its row.
#[derive(Debug, Clone, Copy)]
struct Placed<'a> {
    number: usize,
    question: &'a Question,
    row: Option<&'a Question>,
}

impl Form {
    /// Everything that is wrong with the definition.
    pub fn check(&self) -> Vec<FormFault> {
        let all = placed(self);
        let mut faults = self.as_a_whole(&all);
        let mut keys = BTreeSet::new();
        for one in &all {
            let mut bad = |what| faults.push(FormFault { question: Some(one.number), what });
            if !keys.insert(&one.question.key) {
                bad(FormFaultKind::KeyTwice { key: one.question.key.clone() });
            }
            of_question(one, &mut bad);
            for condition in [&one.question.shown, &one.question.required] {
                of_condition(condition, one, &all, &mut bad);
            }
            // Told once, at the first question of the circle.
            if let Some(keys) = circle(one, &all)
                && keys.iter().all(|key| first(key, &all) >= one.number)
            {
                bad(FormFaultKind::Circle { keys });
            }
        }
        faults.sort_by_key(|fault| fault.question);
        faults
    }

    fn as_a_whole(&self, all: &[Placed<'_>]) -> Vec<FormFault> {
        let mut faults = Vec::new();
        let mut bad = |what| faults.push(FormFault { question: None, what });
        if all.is_empty() {
            bad(FormFaultKind::NoQuestions);
        }
        if self.until.is_some_and(|until| until < self.from) {
            bad(FormFaultKind::ValidityCrossed);
        }
        let receiver = self.to.map(Party::from);
        if receiver.is_some_and(|it| !all.iter().any(|one| one.question.sees.contains(&it))) {
            bad(FormFaultKind::ReceiverSeesNothing);
        }
        faults
    }
}

fn placed(form: &Form) -> Vec<Placed<'_>> {
    let mut all = Vec::new();
    for question in form.questions() {
        all.push(Placed { number: all.len(), question, row: None });
        for inner in question.rows().unwrap_or_default() {
            all.push(Placed { number: all.len(), question: inner, row: Some(question) });
        }
    }
    all
}

fn first(key: &QuestionKey, all: &[Placed<'_>]) -> usize {
    all.iter().find(|one| one.question.key == *key).map_or(0, |one| one.number)
}

fn of_question(one: &Placed<'_>, bad: &mut impl FnMut(FormFaultKind)) {
    let question = one.question;
    if question.sees.is_empty() {
        bad(FormFaultKind::NobodySees);
    }
    for party in one.row.iter().flat_map(|row| question.sees.difference(&row.sees)) {
        bad(FormFaultKind::SeesMoreThanRows { party: *party });
    }
    let crossed = match &question.kind {
        Kind::Whole { least, most } => least > most,
        Kind::Rows { least, most, .. } => least > most || *most == 0,
        Kind::Date { least: Some(least), most: Some(most), .. } => least > most,
        Kind::Short
        | Kind::Long { .. }
        | Kind::One { .. }
        | Kind::Many { .. }
        | Kind::YesNo
        | Kind::Date { .. }
        | Kind::Amount { .. }
        | Kind::Agreement => false,
    };
    if crossed {
        bad(FormFaultKind::LimitsCrossed);
    }
    if one.row.is_some() && question.rows().is_some() {
        bad(FormFaultKind::RowsInRows);
    }
    if let Kind::One { choices } | Kind::Many { choices } = &question.kind {
        if choices.is_empty() || (matches!(question.kind, Kind::One { .. }) && choices.len() < 2) {
            bad(FormFaultKind::TooFewChoices);
        }
        let mut codes = BTreeSet::new();
        for choice in choices.iter().filter(|it| !codes.insert(&it.code)) {
            bad(FormFaultKind::ChoiceTwice { code: choice.code.clone() });
        }
    }
    if let Some(word) = asks_for_health(question) {
        bad(FormFaultKind::Medical { word });
    }
    if question.kind == (Kind::Long { medical_hint: false }) {
        bad(FormFaultKind::NoMedicalHint);
    }
}

fn asks_for_health(question: &Question) -> Option<String> {
    let both =
        |words: &Wording| medical_word(&words.nl).or(medical_word(&words.en)).map(str::to_owned);
    let choices = match &question.kind {
        Kind::One { choices } | Kind::Many { choices } => choices.as_slice(),
        Kind::Short
        | Kind::Long { .. }
        | Kind::YesNo
        | Kind::Date { .. }
        | Kind::Amount { .. }
        | Kind::Whole { .. }
        | Kind::Rows { .. }
        | Kind::Agreement => &[],
    };
    medical_word(question.key.as_str())
        .map(str::to_owned)
        .or_else(|| both(&question.label))
        .or_else(|| choices.iter().find_map(|choice| both(&choice.label)))
}

/// The question a condition means: of the same row first, then of the form itself.
fn meant<'a>(key: &QuestionKey, from: &Placed<'a>, all: &[Placed<'a>]) -> Option<Placed<'a>> {
    let same_row = |one: &&Placed<'a>| {
        one.row.is_some() && one.row.map(|it| &it.key) == from.row.map(|it| &it.key)
    };
    let named = || all.iter().filter(|one| one.question.key == *key);
    named().find(same_row).or_else(|| named().find(|one| one.row.is_none())).copied()
}

fn of_condition(
    condition: &Condition,
    from: &Placed<'_>,
    all: &[Placed<'_>],
    bad: &mut impl FnMut(FormFaultKind),
) {
    match condition {
        Condition::Always | Condition::Never => {}
        Condition::Not(inner) => of_condition(inner, from, all, bad),
        Condition::All(inner) | Condition::Any(inner) => {
            inner.iter().for_each(|it| of_condition(it, from, all, bad));
        }
        Condition::AnyOf { question: key, .. }
        | Condition::Answered(key)
        | Condition::HasRows(key) => {
            let key = key.clone();
            let Some(target) = meant(&key, from, all) else {
                return bad(FormFaultKind::NoSuchQuestion { key });
            };
            match (condition, target.question.kind.words()) {
                (Condition::AnyOf { values, .. }, Some(words)) => {
                    for value in values.iter().filter(|it| !words.contains(&it.as_str())) {
                        let (key, value) = (key.clone(), value.clone());
                        bad(FormFaultKind::NoSuchValue { key, value });
                    }
                }
                (Condition::AnyOf { .. }, None) => bad(FormFaultKind::NotComparable { key }),
                (Condition::HasRows(_), _) if target.question.rows().is_none() => {
                    bad(FormFaultKind::NotComparable { key });
                }
                _ => {}
            }
        }
    }
}

/// The questions through which one hangs on itself, beginning and not ending with it.
fn circle(start: &Placed<'_>, all: &[Placed<'_>]) -> Option<Vec<QuestionKey>> {
    fn walk(
        at: &Placed<'_>,
        start: &Placed<'_>,
        all: &[Placed<'_>],
        trail: &mut Vec<QuestionKey>,
        seen: &mut BTreeSet<usize>,
    ) -> bool {
        trail.push(at.question.key.clone());
        for key in at.question.shown.about() {
            let Some(next) = meant(key, at, all) else { continue };
            if next.number == start.number {
                return true;
            }
            if seen.insert(next.number) && walk(&next, start, all, trail, seen) {
                return true;
            }
        }
        trail.pop();
        false
    }
    let mut trail = Vec::new();
    walk(start, start, all, &mut trail, &mut BTreeSet::new()).then_some(trail)
}
