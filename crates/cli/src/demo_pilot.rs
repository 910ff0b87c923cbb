//! The pilot of the demo: ten files that the programme manager follows one by one, as the first
//! programme did.

use std::collections::BTreeMap;

use jiff::Span;
use sleutel_actions::{
    ActionError, App, Who, access, cases,
    flow::{self, NoteDraft, PilotDraft},
};
use sleutel_domain::access::{Language, Role};
use sleutel_store::{
    Window,
    cases::{CaseFilter, CaseListRow, CaseSort},
};
use sleutel_words::Words;

/// How many of each kind of step: one who lives there, one who gets a home, some who wait, and the
/// others people talk with.
const WANTED: [(&[&str], usize); 5] = [
    (&["meeting", "evaluation"], 1),
    (&["viewing", "offer", "keys"], 1),
    (&["match"], 2),
    (&["urgency", "triangle"], 1),
    (&["research", "conversation", "application", "wishes", "intake"], 5),
];

/// Begins it as the programme manager, with a line in its log.
pub(crate) async fn fill(app: &App, who: &Who) -> Result<(), ActionError> {
    let Some(programme) = who.programme().cloned() else { return Ok(()) };
    let words = Words::new(Language::Dutch);
    let accounts = access::accounts(app, who).await?;
    let manager = accounts.into_iter().find(|it| it.role == Role::ProgrammeManager);
    let Some(account) = manager else { return Ok(()) };
    let manager = Who::Person { person: account.into(), programme };
    let window = Window { offset: 0, limit: 5_000 };
    let (today, sort) = (app.today(), CaseSort::Reference);
    let open = CaseFilter { standing: "open".to_owned(), ..CaseFilter::on(today) };
    let found = cases::list(app, &manager, &open, sort, false, window).await?;
    let references = chosen(&found.page.rows);
    if references.is_empty() {
        return Ok(());
    }
    let draft = PilotDraft {
        name: words.t("cli-demo-pilot"),
        aim: words.t("cli-demo-pilot-aim"),
        began: today.saturating_sub(Span::new().days(160)).to_string(),
        references: references.join(" "),
    };
    let id = flow::create_pilot(app, &manager, &draft).await?;
    let note = NoteDraft { note: words.t("cli-demo-pilot-note"), was: "1".to_owned() };
    flow::note_pilot(app, &manager, id, &note).await
}

/// Ten files, spread over the road as far as there are any.
fn chosen(rows: &[CaseListRow]) -> Vec<String> {
    let mut by: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for row in rows {
        if let Some(step) = &row.step {
            by.entry(step.as_str()).or_default().push(row.reference.to_string());
        }
    }
    let mut all = Vec::new();
    for (steps, count) in WANTED {
        let of = steps.iter().filter_map(|step| by.get(step)).flatten();
        all.extend(of.take(count).cloned());
    }
    all
}
