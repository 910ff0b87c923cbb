use sleutel_domain::placement::{Question, RuleName};

use crate::{
    judge::{Judge, Person},
    rules::{RuleAnswer, ask},
};

/// What the rules say of one household and all homes together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// Homes that fit, in order.
    pub(crate) fits: Vec<u32>,
    /// Homes that may fit once asked, in order.
    pub(crate) asks: Vec<u32>,
    pub(crate) once_asked: u32,
    pub(crate) questions: Questions,
    pub(crate) refused_by: Tally,
}

/// A set of questions.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Questions([bool; Question::ALL.len()]);

impl Questions {
    fn add(&mut self, question: Question) {
        self.0[question as usize] = true;
    }

    fn join(&mut self, other: Self) {
        for (one, two) in self.0.iter_mut().zip(other.0) {
            *one |= two;
        }
    }

    pub(crate) fn list(self) -> Vec<Question> {
        Question::ALL.into_iter().filter(|&question| self.0[question as usize]).collect()
    }
}

/// Homes refused, by rule.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally([u32; RuleName::ALL.len()]);

impl Tally {
    pub(crate) fn list(self) -> Vec<(RuleName, u32)> {
        RuleName::ALL
            .into_iter()
            .map(|rule| (rule, self.0[rule as usize]))
            .filter(|&(_, homes)| homes > 0)
            .collect()
    }
}

/// Asks every rule about every home for one household.
pub(crate) fn row(judge: &Judge<'_>, candidate: usize) -> Row {
    row_of(judge, &judge.people[candidate])
}

/// The same for somebody who need not be as in the input.
pub(crate) fn row_of(judge: &Judge<'_>, person: &Person<'_>) -> Row {
    let mut row = Row::default();
    for home in 0..judge.homes.len() {
        let number = u32::try_from(home).unwrap_or(u32::MAX);
        let pair = judge.pair_of(person, home);
        let mut refused = false;
        let mut questions = Questions::default();
        let mut open = false;
        for rule in RuleName::ALL {
            match ask(rule, &pair) {
                RuleAnswer::Fits => {}
                RuleAnswer::Ask(question) => {
                    open = true;
                    questions.add(question);
                }
                RuleAnswer::Refuses(_) => {
                    refused = true;
                    row.refused_by.0[rule as usize] += 1;
                }
            }
        }
        if refused {
        } else if open {
            row.asks.push(number);
            row.once_asked += 1;
            row.questions.join(questions);
        } else {
            row.fits.push(number);
        }
    }
    row
}
