//! Messages of the demo: a support worker who wants mail, and some files of their caseload that
//! somebody else changed.

use sleutel_actions::{
    ActionError, App, Who, access,
    messages::{self, MailDraft},
    participants::{self, ParticipantDraft},
};
use sleutel_domain::access::Role;
use sleutel_store::{
    Window,
    participants::{Filter, Sort},
};

/// How many files; few, so that the demo starts as fast as before.
const FILES: usize = 3;

/// Makes them, through the actions behind the pages. The written people stay as they are.
pub(crate) async fn fill(app: &App, who: &Who) -> Result<(), ActionError> {
    let accounts = access::accounts(app, who).await?;
    let Some(worker) = accounts.into_iter().find(|it| it.role == Role::SupportWorker) else {
        return Ok(());
    };
    let Some(programme) = who.programme().cloned() else { return Ok(()) };
    let filter = Filter { worker: worker.login.clone(), ..Filter::default() };
    let own = Who::Person { person: worker.into(), programme };
    let wishes = MailDraft { email: "begeleider@zorg.example".to_owned(), mail: "each".to_owned() };
    messages::save_settings(app, &own, &wishes).await?;
    let window = Window { offset: 0, limit: 100 };
    let caseload = participants::list(app, who, &filter, Sort::Waiting, false, window).await?;
    let generated = caseload.page.rows.into_iter().map(|it| it.reference);
    for reference in generated.filter(|it| !it.as_str().starts_with("D-")).take(FILES) {
        let view = participants::view(app, who, &reference).await?;
        participants::save_participant(app, who, &ParticipantDraft::from(&view.file)).await?;
    }
    Ok(())
}
