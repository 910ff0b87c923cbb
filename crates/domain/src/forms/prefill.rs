use jiff::civil::Date;

use super::{Answers, Form, Kind, Prefill, Question, Value};
use crate::{Answer, Phrase, participants::MemberRole};

/// What the participant's file knows and a form may begin with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileFacts {
    /// Given and family name.
    pub name: Answer<Phrase>,
    /// Date of birth.
    pub born: Answer<Date>,
    /// The name of the target group.
    pub group: Answer<Phrase>,
    /// The name of the care provider.
    pub provider: Answer<Phrase>,
    /// What the file is called.
    pub reference: Answer<Phrase>,
    /// The number in the regional register of home seekers.
    pub registration: Answer<Phrase>,
    /// Who else belongs to the household.
    pub members: Vec<MemberFacts>,
}

/// What the file knows of one member of the household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberFacts {
    /// What this person is within the household.
    pub role: MemberRole,
    /// Given and family name.
    pub name: Answer<Phrase>,
    /// Date of birth.
    pub born: Answer<Date>,
    /// Whether this person moves along.
    pub moves_along: Answer<bool>,
}

/// The answers a form begins with. What the file does not know is left open: an unknown
/// never becomes an answer.
pub fn prefill(form: &Form, facts: &FileFacts) -> Answers {
    form.questions().filter_map(|it| Some((it.key.clone(), first(it, facts)?))).collect()
}

fn first(question: &Question, facts: &FileFacts) -> Option<Value> {
    let phrase = |it: &Answer<Phrase>| text(question, it);
    match question.prefill? {
        Prefill::Name => phrase(&facts.name),
        Prefill::BirthDate => day(question, &facts.born),
        Prefill::Group => phrase(&facts.group),
        Prefill::Provider => phrase(&facts.provider),
        Prefill::Reference => phrase(&facts.reference),
        Prefill::RegistrationNumber => phrase(&facts.registration),
        Prefill::Partners => rows(question, facts, &[MemberRole::Partner]),
        Prefill::Children => rows(question, facts, &[MemberRole::Child]),
        // Only a member moves along, and members stand in rows.
        Prefill::MovesAlong => None,
    }
}

fn rows(question: &Question, facts: &FileFacts, roles: &[MemberRole]) -> Option<Value> {
    let inner = question.rows()?;
    let members = facts.members.iter().filter(|it| roles.contains(&it.role));
    let rows: Vec<Answers> = members
        .map(|member| {
            inner.iter().filter_map(|it| Some((it.key.clone(), of_member(it, member)?))).collect()
        })
        .collect();
    (!rows.is_empty()).then_some(Value::Rows(rows))
}

fn of_member(question: &Question, member: &MemberFacts) -> Option<Value> {
    match question.prefill? {
        Prefill::Name => text(question, &member.name),
        Prefill::BirthDate => day(question, &member.born),
        Prefill::MovesAlong => match (&question.kind, member.moves_along) {
            (Kind::YesNo, Answer::Known(along)) => Some(Value::YesNo(along)),
            _ => None,
        },
        Prefill::Partners
        | Prefill::Children
        | Prefill::Group
        | Prefill::Provider
        | Prefill::Reference
        | Prefill::RegistrationNumber => None,
    }
}

fn text(question: &Question, fact: &Answer<Phrase>) -> Option<Value> {
    let phrase = fact.as_ref().known()?;
    (question.kind == Kind::Short).then(|| Value::Short(phrase.clone()))
}

fn day(question: &Question, fact: &Answer<Date>) -> Option<Value> {
    let is_date = matches!(question.kind, Kind::Date { .. });
    fact.known().filter(|_| is_date).map(Value::Date)
}
