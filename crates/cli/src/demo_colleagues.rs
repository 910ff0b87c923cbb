//! Colleagues of the demo: somebody on leave, files that were handed over, a guest from another
//! organisation, and tasks for today and the days around it.

use jiff::{Span, civil::Date};
use sleutel_actions::{
    ActionError, App, Clock, Who, access, cases,
    colleagues::{self, FileDraft, GuestDraft, HandOverDraft, LeaveDraft},
    participants,
    tasks::{self, TaskDraft},
};
use sleutel_domain::{Reference, access::Role};
use sleutel_store::{
    Window,
    access::AccountRow,
    cases::{CaseFilter, CaseSort},
    participants::{Filter, Sort},
};

/// Files of the caseload that get a task or go to a colleague; few, so that the demo starts as
/// fast as before.
const FILES: u32 = 4;

/// Makes them, through the actions behind the pages. The written people stay as they are.
pub(crate) async fn fill(app: &App, who: &Who) -> Result<(), ActionError> {
    let accounts = access::accounts(app, who).await?;
    let of = |role| accounts.iter().find(|it: &&AccountRow| it.role == role).cloned();
    let workers = || accounts.iter().filter(|it| it.role == Role::SupportWorker);
    let beside = |one: &AccountRow| {
        workers().find(|it| it.organisation.code == one.organisation.code && it.id != one.id)
    };
    // Of two colleagues the last by name works, the other is away.
    let worker = workers().rfind(|it| beside(it).is_some()).or_else(|| workers().next_back());
    let Some(worker) = worker.cloned() else { return Ok(()) };
    let colleague = beside(&worker);
    let Some(own) = person(who, &worker) else { return Ok(()) };
    let files = caseload(app, &own).await?;
    set_tasks(app, &own, &files).await?;
    if let Some((colleague, theirs)) = colleague.and_then(|it| Some((it, person(who, it)?))) {
        away(app, &theirs, &worker).await?;
        if let Some(reference) = caseload(app, &theirs).await?.first() {
            one_file(app, &theirs, (colleague, &worker), reference).await?;
        }
    }
    if let Some(consultant) = of(Role::LettingConsultant) {
        guest(app, who, &own, &consultant).await?;
    }
    Ok(())
}

fn person(who: &Who, row: &AccountRow) -> Option<Who> {
    let programme = who.programme().cloned()?;
    Some(Who::Person { person: row.clone().into(), programme })
}

async fn caseload(app: &App, own: &Who) -> Result<Vec<Reference>, ActionError> {
    let window = Window { offset: 0, limit: 100 };
    let found =
        participants::list(app, own, &Filter::default(), Sort::Waiting, false, window).await?;
    let generated = found.page.rows.into_iter().map(|it| it.reference);
    let most = usize::try_from(FILES).unwrap_or(usize::MAX);
    Ok(generated.filter(|it| !it.as_str().starts_with("D-")).take(most).collect())
}

fn day(today: Date, days: i32) -> Date {
    today.saturating_add(Span::new().days(days))
}

/// One that is late by now, one for today, and some for later.
async fn set_tasks(app: &App, own: &Who, files: &[Reference]) -> Result<(), ActionError> {
    let today = app.today();
    let mut before = app.clone();
    before.clock = Clock::Fixed(app.now() - jiff::SignedDuration::from_hours(72));
    for (reference, (what, days)) in files.iter().zip([
        ("Kopie van het huurcontract opvragen", -1),
        ("Bellen over de afspraak bij de gemeente", 0),
        ("Samen gordijnen opmeten", 4),
        ("Aanmelden bij de buurtkamer", 20),
    ]) {
        let draft = TaskDraft {
            what: what.to_owned(),
            due: day(today, days).to_string(),
            owner: String::new(),
        };
        tasks::add(&before, own, reference, &draft).await?;
    }
    Ok(())
}

/// The colleague is on leave, and the worker stands in.
async fn away(app: &App, theirs: &Who, worker: &AccountRow) -> Result<(), ActionError> {
    let today = app.today();
    let draft = LeaveDraft {
        absent: String::new(),
        deputy: worker.id.to_string(),
        from: today.to_string(),
        until: day(today, 13).to_string(),
    };
    colleagues::arrange_leave(app, theirs, &draft).await
}

/// One file of the colleague becomes the worker's.
async fn one_file(
    app: &App,
    theirs: &Who,
    (colleague, worker): (&AccountRow, &AccountRow),
    reference: &Reference,
) -> Result<(), ActionError> {
    let workers = colleagues::workers(app, theirs).await?;
    let key = |login: &str| {
        let found = workers.iter().find(|it| it.login == login);
        found.map(|it| it.key.clone()).unwrap_or_default()
    };
    let version = participants::view(app, theirs, reference).await?.file.version;
    let draft = HandOverDraft {
        from: key(&colleague.login),
        on: String::new(),
        note: "Verhuisd naar de andere kant van de stad".to_owned(),
        files: vec![FileDraft {
            reference: reference.to_string(),
            to: key(&worker.login),
            note: String::new(),
            version,
        }],
    };
    colleagues::hand_over(app, theirs, &draft).await.map(|_| ())
}

/// A consultant who looks along on a road that concerns no home of theirs yet.
async fn guest(
    app: &App,
    who: &Who,
    own: &Who,
    consultant: &AccountRow,
) -> Result<(), ActionError> {
    let filter = CaseFilter { standing: "open".to_owned(), ..CaseFilter::on(app.today()) };
    let window = Window { offset: 0, limit: 100 };
    let found = cases::list(app, own, &filter, CaseSort::Since, false, window).await?;
    let Some(row) = found.page.rows.iter().find(|it| it.vacancy.is_none()) else { return Ok(()) };
    let draft = GuestDraft {
        guest: consultant.id.to_string(),
        role: "look".to_owned(),
        purpose: "De verhuizing samen voorbereiden".to_owned(),
        until: day(app.today(), 90).to_string(),
    };
    colleagues::invite(app, own, &row.reference, &draft).await?;
    let Some(them) = person(who, consultant) else { return Ok(()) };
    for it in colleagues::invitations(app, &them).await? {
        colleagues::answer(app, &them, it.id, true, it.version).await?;
    }
    Ok(())
}
