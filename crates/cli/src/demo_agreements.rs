//! Agreements of the demo: a few of each kind for people who were placed, in every state,
//! made through the same actions as anybody's.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use sleutel_actions::{
    ActionError, App, Who,
    agreements::{self, AgreementDraft, StepDraft},
    participants::typed_money,
};
use sleutel_demo::DemoCity;
use sleutel_domain::{
    Id,
    agreements::{Agreement, Kind, TemporaryGround},
    participants::Readiness,
};
use sleutel_exchange::records::{DwellingRecord, ParticipantRecord};

/// How far an agreement is brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Far {
    Draft,
    /// Signed by so many.
    Signed(usize),
    InForce,
}

/// What each of the people has: kind, months ago it begins, how far it is.
const PEOPLE: [&[(Kind, i32, Far)]; 8] = [
    &[
        (Kind::IntermediateLease, 5, Far::InForce),
        (Kind::IntermediateUse, 5, Far::InForce),
        (Kind::Support, 5, Far::InForce),
    ],
    &[(Kind::IntermediateLease, 0, Far::Signed(1)), (Kind::IntermediateUse, 0, Far::Draft)],
    &[
        (Kind::IntermediateLease, 14, Far::InForce),
        (Kind::IntermediateUse, 14, Far::InForce),
        (Kind::Support, 14, Far::InForce),
        (Kind::OwnLease, 1, Far::InForce),
    ],
    &[
        (Kind::IntermediateLease, 13, Far::InForce),
        (Kind::IntermediateUse, 13, Far::InForce),
        (Kind::OwnLease, -1, Far::Signed(0)),
    ],
    &[(Kind::OwnLease, 3, Far::InForce), (Kind::ThreeParty, 3, Far::Signed(2))],
    // It ends within three months.
    &[(Kind::TemporaryLease, 22, Far::InForce), (Kind::Support, 22, Far::InForce)],
    &[(Kind::TemporaryLease, 0, Far::Draft)],
    &[(Kind::OwnLease, 8, Far::InForce)],
];

/// Makes them; a city with fewer people placed gets fewer.
pub(crate) async fn fill(app: &App, who: &Who, city: &DemoCity) -> Result<(), ActionError> {
    let on_offer: BTreeSet<_> = city.vacancies.iter().map(|it| &it.dwelling).collect();
    let homes = city.dwellings.iter().filter(|it| !on_offer.contains(&it.code));
    let placed = |it: &&ParticipantRecord| matches!(it.readiness, Readiness::Placed { .. });
    let people = city.participants.iter().filter(placed);
    for ((person, home), plan) in people.zip(homes).zip(PEOPLE) {
        for (kind, months, far) in plan {
            let from = first_of_month(city.today, *months);
            let draft = draft(person, home, *kind, from);
            let id = agreements::save(app, who, None, &draft).await?;
            bring(app, who, id, *kind, *far).await?;
        }
    }
    Ok(())
}

/// The first day of the month so many months ago.
fn first_of_month(today: Date, months: i32) -> Date {
    today.checked_sub(months.months()).unwrap_or(today).first_of_month()
}

fn draft(
    person: &ParticipantRecord,
    home: &DwellingRecord,
    kind: Kind,
    from: Date,
) -> AgreementDraft {
    let temporary = kind == Kind::TemporaryLease;
    let until = from.checked_add(24.months()).and_then(Date::yesterday).ok();
    AgreementDraft {
        kind: kind.code().to_owned(),
        household: person.reference.to_string(),
        dwelling: if kind.needs_home() { home.code.to_string() } else { String::new() },
        from: from.to_string(),
        until: until.filter(|_| temporary).map(|it| it.to_string()).unwrap_or_default(),
        rent_bare: typed_money(home.facts.rent),
        ground: if temporary { TemporaryGround::Shelter.code().to_owned() } else { String::new() },
        ..AgreementDraft::default()
    }
}

async fn bring(
    app: &App,
    who: &Who,
    id: Id<Agreement>,
    kind: Kind,
    far: Far,
) -> Result<(), ActionError> {
    let signatures = match far {
        Far::Draft => return Ok(()),
        Far::Signed(count) => count,
        Far::InForce => kind.parties().len(),
    };
    let mut steps = vec![StepDraft::Offer];
    steps.extend(kind.parties().iter().take(signatures).map(|party| StepDraft::Sign {
        party: party.code().to_owned(),
        by: "N. Voorbeeld".to_owned(),
        on: app.today().to_string(),
        how: "on-paper".to_owned(),
    }));
    if far == Far::InForce {
        steps.push(StepDraft::Start);
    }
    // A new agreement has version 1, and each step adds one.
    for (version, step) in (1..).zip(&steps) {
        agreements::step(app, who, id, version, step).await?;
    }
    Ok(())
}
