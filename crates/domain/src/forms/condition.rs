use super::{Answers, Form, Question, QuestionKey, Value};

/// When a question is asked or has to be answered: a statement about other answers.
///
/// An answer nobody gave, and an answer to a question that is not asked, make every
/// statement about it untrue, so that `not` of it is true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// In every case.
    Always,
    /// In no case.
    Never,
    /// The answer is one of these words, or holds one of them where several can be chosen.
    AnyOf {
        /// Which question.
        question: QuestionKey,
        /// Choices, or `yes` and `no`.
        values: Vec<String>,
    },
    /// There is an answer.
    Answered(QuestionKey),
    /// There is at least one row.
    HasRows(QuestionKey),
    /// The other way around.
    Not(Box<Condition>),
    /// All of them; of an empty list, true.
    All(Vec<Condition>),
    /// At least one of them; of an empty list, untrue.
    Any(Vec<Condition>),
}

impl Condition {
    /// The questions it is about, as often as they are named.
    pub fn about(&self) -> Vec<&QuestionKey> {
        match self {
            Self::Always | Self::Never => Vec::new(),
            Self::AnyOf { question, .. } | Self::Answered(question) | Self::HasRows(question) => {
                vec![question]
            }
            Self::Not(inner) => inner.about(),
            Self::All(inner) | Self::Any(inner) => inner.iter().flat_map(Self::about).collect(),
        }
    }
}

/// The questions and answers a condition is judged among: those of the form, and inside a
/// row first those of the same row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) form: &'a Form,
    pub(super) answers: &'a Answers,
    pub(super) row: Option<(&'a [Question], &'a Answers)>,
}

impl<'a> Scope<'a> {
    pub(super) fn is_shown(&self, question: &'a Question) -> bool {
        self.shown(question, &mut Vec::new())
    }

    pub(super) fn is_required(&self, question: &'a Question) -> bool {
        self.holds(&question.required, &mut vec![&question.key])
    }

    /// A question that hangs on itself is not shown, so this ends for any definition.
    fn shown(&self, question: &'a Question, trail: &mut Vec<&'a QuestionKey>) -> bool {
        if question.shown == Condition::Always {
            return true;
        }
        if trail.contains(&&question.key) {
            return false;
        }
        trail.push(&question.key);
        let holds = self.holds(&question.shown, trail);
        trail.pop();
        holds
    }

    fn holds(&self, condition: &'a Condition, trail: &mut Vec<&'a QuestionKey>) -> bool {
        match condition {
            Condition::Always => true,
            Condition::Never => false,
            Condition::Answered(key) => self.value(key, trail).is_some(),
            Condition::HasRows(key) => {
                matches!(self.value(key, trail), Some(Value::Rows(rows)) if !rows.is_empty())
            }
            Condition::AnyOf { question, values } => {
                self.value(question, trail).is_some_and(|it| has_word(it, values))
            }
            Condition::Not(inner) => !self.holds(inner, trail),
            Condition::All(inner) => inner.iter().all(|it| self.holds(it, trail)),
            Condition::Any(inner) => inner.iter().any(|it| self.holds(it, trail)),
        }
    }

    /// The answer to a question that is asked.
    fn value(&self, key: &QuestionKey, trail: &mut Vec<&'a QuestionKey>) -> Option<&'a Value> {
        if let Some((questions, answers)) = self.row
            && let Some(question) = questions.iter().find(|it| it.key == *key)
        {
            return self.shown(question, trail).then(|| answers.get(key)).flatten();
        }
        let question = self.form.questions().find(|it| it.key == *key)?;
        let top = Scope { row: None, ..*self };
        top.shown(question, trail).then(|| self.answers.get(key)).flatten()
    }
}

fn has_word(value: &Value, words: &[String]) -> bool {
    match value {
        Value::One(code) => words.contains(code),
        Value::Many(codes) => words.iter().any(|word| codes.contains(word)),
        Value::YesNo(yes) => words.iter().any(|word| word == if *yes { "yes" } else { "no" }),
        Value::Short(_)
        | Value::Long(_)
        | Value::Date(_)
        | Value::Amount(_)
        | Value::Whole(_)
        | Value::Rows(_)
        | Value::Agreement { .. } => false,
    }
}
