//! Somebody of the demo with a page of their own: a secret that stays, and a code that is made
//! anew each time the demo starts, because a code works once.

use sleutel_actions::{ActionError, App, Who, access, cases, window};
use sleutel_domain::{Reference, access::Role};
use sleutel_store::{
    Window,
    cases::{CaseFilter, CaseSort},
};

/// Where they log in from, for the log.
const ADDRESS: &str = "demo";

/// How to log in as them.
pub(crate) struct Resident {
    /// Their number.
    pub(crate) reference: Reference,
    /// A code that works once.
    pub(crate) code: String,
}

/// The first of a support worker's people with a home on offer or accepted; `None` when there
/// is nobody like that any more.
pub(crate) async fn resident(
    app: &App,
    who: &Who,
    fresh: bool,
) -> Result<Option<Resident>, ActionError> {
    let workers = access::accounts(app, who).await?;
    let Some(programme) = who.programme().cloned() else { return Ok(None) };
    for worker in workers.into_iter().filter(|it| it.active && it.role == Role::SupportWorker) {
        let filter = CaseFilter {
            worker: worker.login.clone(),
            provider: worker.organisation.code.to_string(),
            step: "viewing".to_owned(),
            ..CaseFilter::on(app.today())
        };
        let window = Window { offset: 0, limit: 1 };
        let found = cases::list(app, who, &filter, CaseSort::Reference, false, window).await?;
        let Some(row) = found.page.rows.into_iter().next() else { continue };
        let own = Who::Person { person: worker.into(), programme };
        if fresh {
            choose_secret(app, &own, &row.reference).await?;
        }
        let given = window::give_key(app, &own, &row.reference).await?;
        let code = given.code.to_string();
        return Ok(Some(Resident { reference: row.reference, code }));
    }
    Ok(None)
}

/// Opens the page once and chooses the secret of the demo, as the person would.
async fn choose_secret(app: &App, worker: &Who, reference: &Reference) -> Result<(), ActionError> {
    let given = window::give_key(app, worker, reference).await?;
    let entered = window::open_with_code(app, &given.code.to_string(), ADDRESS).await?;
    let session = window::session(app, &entered.token).await?.ok_or(ActionError::NotFound)?;
    let secret = sleutel_demo::PASSPHRASE;
    window::choose_secret(app, &session.who, &entered.token, secret, secret).await?;
    window::leave(app, &session.who, &entered.token).await
}
