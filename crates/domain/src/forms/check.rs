use jiff::civil::Date;

use super::{Answers, Asked, Form, Kind, Question, Spot, Value, When, asked};

/// What is wrong with one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFault {
    /// Where.
    pub spot: Spot,
    /// What.
    pub what: Fault,
}

/// What can be wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It has to be answered, and is not.
    Required,
    /// Another kind of answer than the question asks.
    OtherKind,
    /// Not one of the choices.
    NotAChoice,
    /// The day has to come still.
    NotInFuture {
        /// The day of answering.
        today: Date,
    },
    /// The day has not come yet.
    InFuture {
        /// The day of answering.
        today: Date,
    },
    /// A day before the first or after the last allowed.
    DateRange {
        /// The first, when there is one.
        least: Option<Date>,
        /// The last, when there is one.
        most: Option<Date>,
    },
    /// A number or an amount in euro cents outside its limits.
    Range {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// Too few rows.
    TooFewRows {
        /// Fewest.
        least: u8,
    },
    /// Too many rows.
    TooManyRows {
        /// Most.
        most: u8,
    },
    /// The form has no such question.
    NoSuchQuestion,
}

/// How much is filled in: `answered` of `required` questions that have to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completeness {
    /// With an answer that is in order.
    pub answered: usize,
    /// That are asked and have to be answered.
    pub required: usize,
}

impl Completeness {
    /// Whether nothing that has to be answered is open.
    pub fn is_complete(self) -> bool {
        self.answered == self.required
    }
}

/// Everything that is wrong with the answers on a day, in the order of the form. What is
/// hidden is not looked at.
pub fn check(form: &Form, answers: &Answers, today: Date) -> Vec<AnswerFault> {
    let mut faults: Vec<AnswerFault> = asked(form, answers)
        .into_iter()
        .filter_map(|one| fault(&one, today).map(|what| AnswerFault { spot: one.spot, what }))
        .collect();
    faults.extend(strange(form, answers));
    faults
}

/// How much of what has to be answered is answered well.
pub fn completeness(form: &Form, answers: &Answers, today: Date) -> Completeness {
    let asked = asked(form, answers);
    let required: Vec<&Asked<'_>> = asked.iter().filter(|one| one.required).collect();
    let answered = required.iter().filter(|one| fault(one, today).is_none()).count();
    Completeness { answered, required: required.len() }
}

fn fault(one: &Asked<'_>, today: Date) -> Option<Fault> {
    match one.value {
        Some(Value::Rows(rows)) if rows.is_empty() && one.required => Some(Fault::Required),
        Some(value) => check_value(one.question, value, one.required, today),
        None => one.required.then_some(Fault::Required),
    }
}

/// What is wrong with one answer by itself. `required` matters for the number of rows only.
pub fn check_value(
    question: &Question,
    value: &Value,
    required: bool,
    today: Date,
) -> Option<Fault> {
    match (&question.kind, value) {
        (Kind::Short, Value::Short(_))
        | (Kind::Long { .. }, Value::Long(_))
        | (Kind::YesNo, Value::YesNo(_)) => None,
        (Kind::One { choices }, Value::One(code)) => {
            (!choices.iter().any(|it| it.code == *code)).then_some(Fault::NotAChoice)
        }
        (Kind::Many { choices }, Value::Many(codes)) => {
            let known = |code: &String| choices.iter().any(|it| it.code == *code);
            (codes.is_empty() || !codes.iter().all(known)).then_some(Fault::NotAChoice)
        }
        (Kind::Date { when, least, most }, Value::Date(day)) => {
            check_date(*day, *when, *least, *most, today)
        }
        (Kind::Amount { most }, Value::Amount(amount)) => {
            let most = (*most)?.get();
            (amount.get() > most).then_some(Fault::Range { least: 0, most })
        }
        (Kind::Whole { least, most }, Value::Whole(number)) => {
            let (least, most) = (*least, *most);
            (!(least..=most).contains(number)).then_some(Fault::Range { least, most })
        }
        (Kind::Rows { least, most, .. }, Value::Rows(rows)) => {
            let (least, most) = (*least, *most);
            if rows.len() > usize::from(most) {
                Some(Fault::TooManyRows { most })
            } else if required && rows.len() < usize::from(least) {
                Some(Fault::TooFewRows { least })
            } else {
                None
            }
        }
        (Kind::Agreement, Value::Agreement { on, .. }) => {
            (*on > today).then_some(Fault::InFuture { today })
        }
        _ => Some(Fault::OtherKind),
    }
}

fn check_date(
    day: Date,
    when: When,
    least: Option<Date>,
    most: Option<Date>,
    today: Date,
) -> Option<Fault> {
    if least.is_some_and(|it| day < it) || most.is_some_and(|it| day > it) {
        return Some(Fault::DateRange { least, most });
    }
    match when {
        When::Future if day <= today => Some(Fault::NotInFuture { today }),
        When::Past if day > today => Some(Fault::InFuture { today }),
        When::Any | When::Future | When::Past => None,
    }
}

/// Answers to questions the form does not have.
fn strange(form: &Form, answers: &Answers) -> Vec<AnswerFault> {
    let mut faults = Vec::new();
    let mut look = |spot: Spot| {
        if form.question(&spot).is_none() {
            faults.push(AnswerFault { spot, what: Fault::NoSuchQuestion });
        }
    };
    for (key, value) in answers.iter() {
        look(Spot::top(key));
        if let Value::Rows(rows) = value {
            for (number, row) in rows.iter().enumerate() {
                row.iter().for_each(|(inner, _)| look(Spot::row(key, number, inner)));
            }
        }
    }
    faults
}
