//! Saved views of the demo: what coordinators and the housing officer look at first.

use sleutel_actions::{
    ActionError, App, Who, access,
    lists::{self, List, ViewDraft},
};
use sleutel_domain::access::{Language, Role};
use sleutel_words::Words;

/// Whose view, of which list, the key of its name, and its filters; all for their organisation.
const VIEWS: [(Role, List, &str, &str); 3] = [
    (Role::PlacementCoordinator, List::Cases, "cli-demo-view-late", "view=all&term=overdue"),
    (Role::PlacementCoordinator, List::Participants, "cli-demo-view-questions", "open=yes"),
    (Role::HousingOfficer, List::Decisions, "cli-demo-view-week", "term=week"),
];

/// Makes them, through the actions behind the pages.
pub(crate) async fn fill(app: &App, who: &Who) -> Result<(), ActionError> {
    let Some(programme) = who.programme().cloned() else { return Ok(()) };
    let words = Words::new(Language::Dutch);
    for account in access::accounts(app, who).await? {
        let own = Who::Person { person: account.into(), programme: programme.clone() };
        let role = own.person().map(|it| it.role);
        for (_, list, name, query) in VIEWS.iter().filter(|it| Some(it.0) == role) {
            let (name, query) = (words.t(name), (*query).to_owned());
            let draft = ViewDraft { name, query, shared: true, default: false };
            match lists::keep(app, &own, *list, &draft).await {
                // A colleague of the same organisation has it already.
                Ok(_) | Err(ActionError::Fields(_)) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}
