use super::{Answers, Form, Question, Spot, Value, condition::Scope};
use crate::access::Party;

/// A question that is asked, given the other answers.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// Which section, from 0.
    pub section: usize,
    /// The question.
    pub question: &'a Question,
    /// Where its answer stands.
    pub spot: Spot,
    /// The answer, when there is one.
    pub value: Option<&'a Value>,
    /// Whether it has to be answered.
    pub required: bool,
}

/// Every question that is asked, in the order of the form; a question that repeats is
/// followed by those of its rows.
pub fn asked<'a>(form: &'a Form, answers: &'a Answers) -> Vec<Asked<'a>> {
    let scope = Scope { form, answers, row: None };
    let mut all = Vec::new();
    for (section, part) in form.sections.iter().enumerate() {
        for question in part.questions.iter().filter(|it| scope.is_shown(it)) {
            let value = answers.get(&question.key);
            let required = scope.is_required(question);
            let spot = Spot::top(&question.key);
            all.push(Asked { section, question, spot, value, required });
            let (Some(inner), Some(Value::Rows(rows))) = (question.rows(), value) else { continue };
            for (number, row) in rows.iter().enumerate() {
                let scope = Scope { row: Some((inner, row)), ..scope };
                all.extend(inner.iter().filter(|it| scope.is_shown(it)).map(|one| Asked {
                    section,
                    question: one,
                    spot: Spot::row(&question.key, number, &one.key),
                    value: row.get(&one.key),
                    required: scope.is_required(one),
                }));
            }
        }
    }
    all
}

/// The answers to what is asked; those to hidden questions are left out, and so are answers
/// to questions the form does not have.
pub fn visible(form: &Form, answers: &Answers) -> Answers {
    keep(form, answers, |_| true)
}

/// The answers to what is asked that one party may see. A row stays where it was, so that
/// the second child is the second child for everybody.
pub fn seen_by(form: &Form, answers: &Answers, party: Party) -> Answers {
    keep(form, answers, |question| question.sees.contains(&party))
}

fn keep(form: &Form, answers: &Answers, may: impl Fn(&Question) -> bool) -> Answers {
    let mut kept = Answers::default();
    for one in asked(form, answers) {
        let (Some(value), true) = (one.value, may(one.question)) else { continue };
        match &one.spot.row {
            // The rows begin blank and are filled by what is asked in them.
            None => kept.set(one.spot.key, blank_rows(value).unwrap_or_else(|| value.clone())),
            Some((group, number)) => {
                if let Some(Value::Rows(rows)) = kept.0.get_mut(group)
                    && let Some(row) = rows.get_mut(*number)
                {
                    row.set(one.spot.key, value.clone());
                }
            }
        }
    }
    kept
}

fn blank_rows(value: &Value) -> Option<Value> {
    value.rows().map(|rows| Value::Rows(vec![Answers::default(); rows.len()]))
}
