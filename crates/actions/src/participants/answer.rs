use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{Answer, Reference, homes::Adaptation, placement::Question};
use sleutel_store::participants::{self as rows, ParticipantFile};

use super::{merge::open_file, see::subject};
use crate::{ActionError, App, FieldFault, Who, fields::Fields, policy::Action};

/// Answers one open question of a placement round. What the answer looks like depends on
/// the question: `yes`/`no`, a number, an amount, a date, or an adaptation's word. For
/// [`Question::People`] the answer is about everybody whose moving along is open.
pub async fn answer_question(
    app: &App,
    who: &Who,
    reference: &Reference,
    question: Question,
    answer: &str,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeParticipant).await?;
    let programme = act.programme;
    let mut file = open_file(&mut act, reference).await?;
    act.require(Action::ChangeParticipant, subject(&file))?;
    let today = act.today();
    let mut fields = Fields::default();
    if answer.trim().is_empty() {
        fields.bad("answer", FieldFault::Required);
    } else {
        apply(&mut fields, &mut file, question, answer, today);
    }
    let file = fields.done(Some(file))?;
    rows::save_file(&mut act.tx, programme, &file, &who.label(), act.at).await?;
    act.log("participant", reference.as_str(), &json!({ "answered": question.code() })).await?;
    act.commit().await
}

fn apply(
    fields: &mut Fields,
    file: &mut ParticipantFile,
    question: Question,
    answer: &str,
    today: Date,
) {
    let limits = &mut file.limits;
    match question {
        Question::Adaptation => {
            limits.adaptation = fields.choice("answer", answer, Adaptation::from_code).into();
        }
        Question::Stairs => {
            let storeys = fields.number("answer", answer, 0, 60);
            limits.stairs = storeys.and_then(|it| u8::try_from(it).ok()).into();
        }
        Question::Rent => limits.rent = fields.money("answer", answer).into(),
        Question::Sharing => limits.sharing = fields.yes_no("answer", answer).into(),
        Question::Pets => limits.pets = fields.yes_no("answer", answer).into(),
        Question::Smoking => limits.smokes = fields.yes_no("answer", answer).into(),
        Question::People => {
            if let Some(along) = fields.yes_no("answer", answer) {
                for member in file.members.iter_mut().filter(|it| !it.moves_along.is_known()) {
                    member.moves_along = Answer::Known(along);
                }
            }
        }
        Question::HeadAge | Question::OldestAge => {
            let Some(born) = fields.date("answer", answer) else { return };
            if born > today {
                fields.bad("answer", FieldFault::InFuture);
                return;
            }
            // The head first; otherwise the first adult who moves along without a date.
            let open = file.members.iter_mut().find(|member| member.born.is_none());
            if let Some(member) = open {
                member.born = Some(born);
            }
        }
    }
}
