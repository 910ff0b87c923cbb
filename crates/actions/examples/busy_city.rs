//! Fills a demo city up to the size of a municipality that has worked with forms for six
//! years, to measure pages on: files on a road, many of them waiting for a decision, and
//! forms that went to and fro. Everything goes in as people put it in.
//!
//! ```text
//! sleutel demo --database-url URL          (and stop it once it listens)
//! cargo run --release -p sleutel-actions --example busy_city -- URL
//! ```

use std::{collections::BTreeMap, fmt::Debug, io::Write, process::ExitCode};

use jiff::{ToSpan, civil::Date};
use sleutel_actions::{
    ActionError, App, Clock, Who,
    access::{self, NewAccount},
    cases::{self, Past, PastEvent},
    forms::{self, Step},
};
use sleutel_demo::{DemoCity, DemoForm};
use sleutel_domain::{
    FormCode, LongText, OrganisationCode, Reference, RouteCode, StepCode,
    access::{OrganisationKind, Party, Role},
    cases::{Act, Who as Actor},
    forms::FormAct,
    routes::{Fact, Outcome},
};
use sleutel_store::{
    Db, Window,
    cases::{CaseFilter, CaseSort},
};

/// Files on a road, when all is done.
const FILES: usize = 2_000;
/// Of these, how many wait for the municipality.
const OPEN: usize = 458;
/// Versions of forms, all together.
const VERSIONS: usize = 14_000;
/// Where everybody logs in from, for the log.
const ADDRESS: &str = "busy city";
/// The demo's officer, who treats every form.
const OFFICER: &str = "nadia.wetering";

/// What went wrong, in the words of whoever found it.
struct Failure(String);

impl<E: Debug> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(format!("{error:?}"))
    }
}

type Done<T> = Result<T, Failure>;

#[tokio::main]
async fn main() -> ExitCode {
    let Err(Failure(why)) = fill().await else { return ExitCode::SUCCESS };
    let _ = writeln!(std::io::stderr(), "{why}");
    ExitCode::FAILURE
}

async fn fill() -> Done<()> {
    let url = std::env::args().nth(1).ok_or("the address of the demo's database is needed")?;
    let app = App::new(Db::open(&url).await?, Clock::System);
    let operator = access::operator(&app, "busy city", None).await?.ok_or("no demo there")?;
    let city = sleutel_demo::invented(1, app.today());
    let taken = on_a_road(&app, &operator).await?;
    let open = waiting(&app, &operator).await?;
    let free: Vec<_> = city
        .participants
        .iter()
        .filter(|it| !taken.contains(&it.reference) && it.reference.as_str().starts_with("P-"))
        .take(FILES.saturating_sub(taken.len()))
        .map(|it| (it.reference.clone(), it.provider.clone()))
        .collect();
    let still = OPEN.saturating_sub(open);
    let past: Vec<Past> = free
        .iter()
        .enumerate()
        .map(|(at, (reference, provider))| past(&city, reference, provider, at >= still))
        .collect::<Option<_>>()
        .ok_or("a word of the road is not known")?;
    cases::bring_in(&app, &operator, &past, cases::Recorded::Now).await?;
    tell(&format!("{} files on a road", taken.len() + past.len()))?;
    let made = fill_forms(&app, &operator, &free, still).await?;
    tell(&format!("{made} versions of forms"))
}

fn tell(line: &str) -> Done<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

async fn on_a_road(app: &App, who: &Who) -> Done<Vec<Reference>> {
    let filter = CaseFilter::on(app.today());
    let all = Window { offset: 0, limit: 100_000 };
    let found = cases::list(app, who, &filter, CaseSort::Due, false, all).await?;
    Ok(found.page.rows.into_iter().map(|it| it.reference).collect())
}

async fn waiting(app: &App, who: &Who) -> Done<usize> {
    let filter =
        CaseFilter { owner: Party::Municipality.code().to_owned(), ..CaseFilter::on(app.today()) };
    let all = Window { offset: 0, limit: 100_000 };
    Ok(cases::list(app, who, &filter, CaseSort::Due, false, all).await?.page.rows.len())
}

/// On the Omslag road as far as the decision on urgency, or one further.
fn past(
    city: &DemoCity,
    reference: &Reference,
    provider: &OrganisationCode,
    decided: bool,
) -> Option<Past> {
    let name = |code: &str| {
        let found = city.organisations.iter().find(|it| it.code.as_str() == code)?;
        Some(found.name.clone())
    };
    let provider =
        Actor { party: Party::Provider, name: name(provider.as_str())?, for_party: None };
    let municipality = Actor {
        party: Party::Municipality,
        name: city.organisations.first()?.name.clone(),
        for_party: None,
    };
    // Spread over the term, so that some are late.
    let spread = i64::try_from(reference.as_str().bytes().map(usize::from).sum::<usize>() % 70);
    let began: Date = city.today.saturating_sub((30 + spread.ok()?).days());
    let mut events = Vec::new();
    for fact in [Fact::QuestionsAsked, Fact::HouseholdKnown, Fact::PersonAgrees] {
        events.push((provider.clone(), Act::FactEstablished { fact }));
    }
    for step in ["research", "application"] {
        let step = StepCode::new(step).ok()?;
        events
            .push((provider.clone(), Act::StepEnded { step, outcome: Outcome::Done, note: None }));
    }
    if decided {
        let act = Act::Decided {
            step: StepCode::new("urgency").ok()?,
            outcome: Outcome::GrantedUnderConditions,
            reasons: LongText::new("Voldoet aan de voorwaarden.").ok()?,
            conditions: Some(LongText::new("Werken aan de doelen van het plan.").ok()?),
        };
        events.push((municipality, act));
    }
    let on = |(who, act)| PastEvent { on: began, who, act };
    Some(Past {
        reference: reference.clone(),
        route: RouteCode::new("omslag-amsterdam").ok()?,
        began,
        who: provider,
        events: events.into_iter().map(on).collect(),
        lived: None,
    })
}

/// Two people at every provider: who fills in, and the colleague who looks.
async fn staff(app: &App, operator: &Who) -> Done<BTreeMap<OrganisationCode, (Who, Who)>> {
    let mut staff = BTreeMap::new();
    for it in access::organisations(app, operator).await? {
        if it.kind != OrganisationKind::Provider {
            continue;
        }
        let mut two = Vec::new();
        for nth in ["one", "two"] {
            let login = format!("druk.{}.{nth}", it.code.as_str());
            let new = NewAccount {
                login: login.clone(),
                name: format!("Proef {nth}"),
                role: Role::PlacementCoordinator,
                organisation: it.code.clone(),
                passphrase: sleutel_demo::PASSPHRASE.to_owned(),
            };
            access::add_account(app, operator, &new).await?;
            two.push(person(app, &login).await?);
        }
        let (Some(colleague), Some(filler)) = (two.pop(), two.pop()) else { continue };
        staff.insert(it.code, (filler, colleague));
    }
    Ok(staff)
}

async fn person(app: &App, login: &str) -> Done<Who> {
    let session = access::log_in(app, login, sleutel_demo::PASSPHRASE, ADDRESS).await?;
    Ok(access::session(app, &session.token).await?.ok_or("the log-in did not last")?.who)
}

/// The first `open` end with the municipality, the others came back from there.
async fn fill_forms(
    app: &App,
    operator: &Who,
    people: &[(Reference, OrganisationCode)],
    open: usize,
) -> Done<usize> {
    let code = FormCode::new("omslag-application")?;
    let example = sleutel_demo::forms(app.today())
        .into_iter()
        .find(|it: &DemoForm| it.form == code)
        .ok_or("the demo has no application")?;
    let staff = staff(app, operator).await?;
    let officer = person(app, OFFICER).await?;
    let mut made = 0;
    for (at, (reference, provider)) in people.iter().enumerate() {
        let Some((filler, colleague)) = staff.get(provider) else { continue };
        let id = forms::start(app, filler, reference, &code).await?.id;
        made += 1;
        let seen = forms::view(app, filler, id).await?;
        let mut typed = seen.draft.map(|it| it.typed).unwrap_or_default();
        typed.extend(example.typed.clone());
        forms::save_draft(app, filler, id, 1, &typed).await?;
        let send =
            [(filler, FormAct::AskCheck), (colleague, FormAct::Approve), (filler, FormAct::Send)];
        let back = [(&officer, FormAct::Receive), (&officer, FormAct::Return)];
        // The colleague has it changed as often as it takes to come to so many versions.
        let each = VERSIONS.saturating_sub(made) / (people.len() - at);
        let change = [(filler, FormAct::AskCheck), (colleague, FormAct::AskChange)];
        let changes = each.saturating_sub(send.len()) / change.len();
        let mut road: Vec<_> = change.repeat(changes);
        road.extend(send.into_iter().chain(back));
        if at < open {
            road.extend(send);
        }
        for (who, act) in road {
            let asked = Step {
                act,
                version: forms::view(app, who, id).await?.file.version,
                remarks: if matches!(act, FormAct::Return | FormAct::AskChange) {
                    "Graag aanvullen.".to_owned()
                } else {
                    String::new()
                },
                recipient: if act == FormAct::Send { "gemeente" } else { "" }.to_owned(),
                ends_step: false,
            };
            match forms::step(app, who, id, &asked).await {
                Ok(_) => made += 1,
                // A household of more people leaves questions open: it stays where it is.
                Err(ActionError::Hold(_)) if act == FormAct::Send => break,
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(made)
}
