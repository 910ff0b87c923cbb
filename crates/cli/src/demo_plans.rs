//! Plans, people around and lists of the demo, written and answered by those whose work it is.

use jiff::ToSpan;
use sleutel_actions::{
    ActionError, App, Who, access,
    participants::{self, ContactDraft, ParticipantDraft},
    plan::{self, AnswerDraft, BasicDraft, GoalDraft, PlanDraft},
};
use sleutel_demo::DemoPlan;

/// Puts them in, once the people and the accounts are there.
pub(crate) async fn fill(app: &App, who: &Who) -> Result<(), ActionError> {
    let accounts = access::accounts(app, who).await?;
    let Some(programme) = who.programme().cloned() else { return Ok(()) };
    for it in sleutel_demo::plans(app.today()) {
        // A log-in name may belong to another programme of the installation.
        let Some(worker) = accounts.iter().find(|row| row.login == it.worker) else { continue };
        let own = Who::Person { person: worker.clone().into(), programme: programme.clone() };
        add(app, &own, &it).await?;
    }
    Ok(())
}

async fn add(app: &App, own: &Who, it: &DemoPlan) -> Result<(), ActionError> {
    let whose = &it.reference;
    let goals = it.goals.iter().map(|goal| GoalDraft {
        number: String::new(),
        area: goal.area.code().to_owned(),
        audience: goal.audience.code().to_owned(),
        what: goal.what.to_owned(),
        own_part: goal.own_part.to_owned(),
        others_part: goal.others_part.to_owned(),
        by: it.by.to_string(),
        sign: goal.sign.to_owned(),
    });
    let draft = PlanDraft { goals: goals.collect(), ..PlanDraft::default() };
    plan::save_plan(app, own, whose, &draft).await?;
    if it.proposed {
        plan::propose(app, own, whose, 1).await?;
    }
    let file = participants::view(app, own, whose).await?.file;
    let name = ParticipantDraft::from(&file);
    for (party, said) in &it.answers {
        let reason = said.err().unwrap_or_default();
        let answer = AnswerDraft {
            answer: if said.is_ok() { "yes" } else { "no" }.to_owned(),
            reason: reason.to_owned(),
            by: format!("{} {}", name.given, name.family),
            on: String::new(),
        };
        plan::agree(app, own, whose, 1, *party, &answer).await?;
    }
    around(app, own, it).await
}

async fn around(app: &App, own: &Who, it: &DemoPlan) -> Result<(), ActionError> {
    let whose = &it.reference;
    let ago = |days: i64| app.today().checked_sub(days.days()).unwrap_or(app.today());
    for contact in &it.contacts {
        let draft = ContactDraft {
            role: contact.role.code().to_owned(),
            name: contact.name.to_owned(),
            organisation: contact.organisation.to_owned(),
            phone: contact.phone.to_owned(),
            from: ago(400).to_string(),
            until: contact.ended.map(|days| ago(days).to_string()).unwrap_or_default(),
            ..ContactDraft::default()
        };
        participants::save_contact(app, own, whose, None, &draft).await?;
    }
    let arranged = it.arranged.iter().map(|basic| (basic, "arranged"));
    for (basic, state) in arranged.chain(it.asked.iter().map(|basic| (basic, "asked"))) {
        let draft = BasicDraft {
            owner: basic.usual_owner().code().to_owned(),
            due: ago(-30).to_string(),
            state: state.to_owned(),
            ..BasicDraft::default()
        };
        plan::save_basic(app, own, whose, *basic, &draft).await?;
    }
    Ok(())
}
