//! The demo's forms, each filled in and sent by those whose work it is.

use std::collections::BTreeMap;

use sleutel_actions::{
    ActionError, App, Who, access,
    forms::{self, Step},
};
use sleutel_demo::{DemoForm, DemoStep};
use sleutel_domain::{Id, forms::FormFile};

/// Where the demo's people log in from, for the log.
const ADDRESS: &str = "demo";

/// Puts the forms in, once the people and the accounts are there.
pub(crate) async fn add(app: &App, operator: &Who) -> Result<(), ActionError> {
    let accounts = access::accounts(app, operator).await?;
    let is_there = |login: &str| accounts.iter().any(|it| it.login == login);
    let mut people = BTreeMap::new();
    for form in sleutel_demo::forms(app.today()) {
        // A log-in name may belong to another programme of the installation.
        if !is_there(form.worker) || !form.steps.iter().all(|it| is_there(it.login)) {
            continue;
        }
        add_one(app, &mut people, &form).await?;
    }
    for (who, token) in people.values() {
        access::log_out(app, who, token).await?;
    }
    Ok(())
}

type People = BTreeMap<&'static str, (Who, String)>;

async fn add_one(app: &App, people: &mut People, form: &DemoForm) -> Result<(), ActionError> {
    let worker = person(app, people, form.worker).await?;
    let id = forms::start(app, &worker, &form.reference, &form.form).await?.id;
    let seen = forms::view(app, &worker, id).await?;
    let mut typed = seen.draft.map(|it| it.typed).unwrap_or_default();
    typed.extend(form.typed.clone());
    forms::save_draft(app, &worker, id, 1, &typed).await?;
    for step in &form.steps {
        let who = person(app, people, step.login).await?;
        take(app, &who, id, step).await?;
    }
    Ok(())
}

async fn take(app: &App, who: &Who, id: Id<FormFile>, step: &DemoStep) -> Result<(), ActionError> {
    let asked = Step {
        act: step.act,
        version: forms::view(app, who, id).await?.file.version,
        remarks: step.remarks.to_owned(),
        recipient: step.recipient.to_owned(),
        ends_step: false,
    };
    forms::step(app, who, id, &asked).await?;
    Ok(())
}

/// Somebody of the demo, logged in once.
async fn person(app: &App, people: &mut People, login: &'static str) -> Result<Who, ActionError> {
    if let Some((who, _)) = people.get(login) {
        return Ok(who.clone());
    }
    let session = access::log_in(app, login, sleutel_demo::PASSPHRASE, ADDRESS).await?;
    let found = access::session(app, &session.token).await?.ok_or(ActionError::NotFound)?;
    people.insert(login, (found.who.clone(), session.token));
    Ok(found.who)
}
