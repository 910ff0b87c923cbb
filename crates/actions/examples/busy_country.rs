//! Fills a demo city up to a country in one programme, to measure the pages of steering on: 340
//! municipalities with their districts and neighbourhoods, 40,000 homes a year agreed for six years, who lives in
//! them, and 100,000 households that wait. Bulk goes straight into the store: nobody decides here.
//!
//! ```text
//! sleutel demo --database-url URL          (and stop it once it listens)
//! cargo run --release -p sleutel-actions --example busy_country -- URL
//! ```

use std::{fmt::Debug, io::Write, process::ExitCode};

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use sleutel_actions::{App, Clock};
use sleutel_domain::{
    Answer, AreaCode, Cents, DwellingCode, GroupCode, Id, OrganisationCode, PersonName, Phrase,
    Reference, VacancyCode,
    access::{Account, OrganisationKind, Programme},
    homes::{Adaptation, AreaLevel, DwellingFacts, HouseRules, Place, Target, VacancyStatus},
    participants::{Limits, Member, MemberRole, PriorityGround, Readiness, ThreeQuestions},
    placement::{Agreed, Round, StoredProposal, Verdict},
};
use sleutel_store::{
    Db, Tx, access,
    homes::{self, AreaFigures, AreaRow, DwellingRow, VacancyRow},
    numbers::{self, CeilingRow},
    participants::{self, ParticipantFile},
    placement::{self, DecisionRow, NewProposal, ProposalRow, RoundLot, RoundRow, RoundStatus},
};
use uuid::Uuid;

/// Municipalities.
const MUNICIPALITIES: u32 = 340;
/// Districts in each, and neighbourhoods in each of those.
const DISTRICTS: u32 = 2;
const NEIGHBOURHOODS: u32 = 4;
/// Homes agreed in a year.
const HOMES_A_YEAR: u32 = 40_000;
/// Years of them, this one among them.
const YEARS: i16 = 6;
/// Households that wait.
const WAITING: u32 = 100_000;
/// Rows in one transaction.
const AT_ONCE: u32 = 5_000;

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

fn tell(line: &str) -> Done<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

/// What every row needs to know.
struct Country {
    programme: Id<Programme>,
    account: Id<Account>,
    groups: Vec<GroupCode>,
    associations: Vec<OrganisationCode>,
    provider: OrganisationCode,
    round: Id<Round>,
    proposal: Id<StoredProposal>,
    today: Date,
}

async fn fill() -> Done<()> {
    let url = std::env::args().nth(1).ok_or("the address of the demo's database is needed")?;
    let db = Db::open(&url).await?;
    let today = App::new(db.clone(), Clock::System).today();
    let mut tx = db.write().await?;
    let it = country(&mut tx, today).await?;
    areas(&mut tx, &it).await?;
    tx.commit().await?;
    tell(&format!("{MUNICIPALITIES} municipalities"))?;
    let homes = HOMES_A_YEAR * u32::try_from(YEARS)?;
    let mut from = 0;
    while from < homes {
        let mut tx = db.write().await?;
        for nth in from..(from + AT_ONCE).min(homes) {
            home(&mut tx, &it, nth).await?;
        }
        tx.commit().await?;
        from += AT_ONCE;
    }
    tell(&format!("{homes} homes with who lives in them"))?;
    let mut from = 0;
    while from < WAITING {
        let mut tx = db.write().await?;
        for nth in from..(from + AT_ONCE).min(WAITING) {
            let since = it.today.saturating_sub(i64::from(nth % 900).days());
            let file = household(&it, homes + nth, Readiness::Ready { since })?;
            save(&mut tx, &it, &file).await?;
        }
        tx.commit().await?;
        from += AT_ONCE;
    }
    tell(&format!("{WAITING} households that wait"))
}

/// What the demo city has that a country can use, and a round to hang decisions on.
async fn country(tx: &mut Tx, today: Date) -> Done<Country> {
    let programme = access::programmes(tx).await?.first().ok_or("no demo there")?.id;
    let account = access::accounts(tx, programme).await?.first().ok_or("nobody there")?.id;
    let groups = numbers::groups(tx, programme).await?;
    let all = access::organisations(tx, programme).await?;
    let of = |kind| all.iter().filter(move |it| it.kind == kind).map(|it| it.code.clone());
    let (round, proposal) = (Id::new(id(1, 0)), Id::new(id(2, 0)));
    let row = RoundRow {
        id: round,
        name: Phrase::new("Alle jaren")?,
        held_on: today,
        lot: RoundLot::stated(1),
        spare_rooms: 1,
        ahead: 0,
        status: RoundStatus::Open,
        version: 1,
        created_by: "busy country".to_owned(),
        created_at: midnight(today),
        homes_changed_at: None,
    };
    placement::add_round(tx, programme, &row).await?;
    let row = ProposalRow {
        id: proposal,
        round,
        number: 1,
        at: midnight(today),
        actor: "busy country".to_owned(),
        engine: "none".to_owned(),
        fingerprint: "00".repeat(32),
        proven: true,
        placed: 0,
        unplaced: 0,
        empty: 0,
    };
    let new = NewProposal { row: &row, input: b"{}", outcome: b"{}" };
    placement::add_proposal(tx, programme, &new).await?;
    Ok(Country {
        programme,
        account,
        groups: groups.into_iter().filter(|it| it.counts).map(|it| it.code).collect(),
        associations: of(OrganisationKind::Association).collect(),
        provider: of(OrganisationKind::Provider).next().ok_or("no provider")?,
        round,
        proposal,
        today,
    })
}

fn midnight(day: Date) -> Timestamp {
    day.to_zoned(TimeZone::UTC).map(|it| it.timestamp()).unwrap_or_default()
}

/// An identifier of its own for the nth of a kind.
fn id(kind: u8, nth: u32) -> Uuid {
    Uuid::from_u128(0xC0 << 120 | u128::from(kind) << 64 | u128::from(nth))
}

async fn areas(tx: &mut Tx, it: &Country) -> Done<()> {
    let mut nth = 0..;
    let mut next = |level| (level, nth.next().unwrap_or_default());
    for municipality in 0..MUNICIPALITIES {
        let code = format!("L{municipality:03}");
        let top = area(tx, it, next(AreaLevel::Municipality), code, None).await?;
        for district in 0..DISTRICTS {
            let code = format!("{top}D{district}");
            let of = area(tx, it, next(AreaLevel::District), code, Some(&top)).await?;
            for neighbourhood in 0..NEIGHBOURHOODS {
                let code = format!("{of}N{neighbourhood}");
                area(tx, it, next(AreaLevel::Neighbourhood), code, Some(&of)).await?;
            }
        }
    }
    Ok(())
}

async fn area(
    tx: &mut Tx,
    it: &Country,
    (level, nth): (AreaLevel, u32),
    code: String,
    parent: Option<&AreaCode>,
) -> Done<AreaCode> {
    let id = id(7, nth);
    let name = Phrase::new(&format!("Plaats {code}"))?;
    let code = AreaCode::new(&code)?;
    let row = AreaRow { code: code.clone(), name, level, parent: parent.cloned(), geometry: None };
    homes::save_area(tx, it.programme, id, &row).await?;
    let households = match level {
        AreaLevel::Municipality => 23_000,
        AreaLevel::District => 11_500,
        AreaLevel::Area | AreaLevel::Quarter | AreaLevel::Neighbourhood | AreaLevel::Complex => {
            2_875
        }
    };
    for back in 0..YEARS {
        let year = it.today.year() - back;
        let figures = AreaFigures {
            area: code.clone(),
            year,
            households: Some(households),
            inhabitants: Some(households * 2),
            average_household: None,
            owner_occupied: None,
            surface_ha: None,
            association_homes: Some(households / 3),
            source: Phrase::new("Bedacht")?,
        };
        homes::save_area_figures(tx, it.programme, &figures).await?;
        let agreed = Agreed { lower: 0, upper: Some(households / 100), realised: 0 };
        let row = CeilingRow { place: Place::Area(code.clone()), year, agreed, load: None };
        numbers::save_ceiling(tx, it.programme, &row).await?;
    }
    Ok(code)
}

/// A home that came free, was agreed and is lived in.
async fn home(tx: &mut Tx, it: &Country, nth: u32) -> Done<()> {
    let back = i16::try_from(nth / HOMES_A_YEAR)?;
    let year = it.today.year() - back;
    let within = nth % HOMES_A_YEAR;
    let days = if back == 0 { u32::try_from(it.today.day_of_year())? } else { 360 };
    let on = Date::new(year, 1, 1)?.saturating_add(i64::from(within % days).days());
    let spread = nth.wrapping_mul(2_654_435_761) >> 4;
    let neighbourhood = format!(
        "L{:03}D{}N{}",
        spread % MUNICIPALITIES,
        spread / MUNICIPALITIES % DISTRICTS,
        spread / 7_919 % NEIGHBOURHOODS
    );
    let pick = usize::try_from(spread)?;
    let association = it.associations.get(pick % it.associations.len()).ok_or("none")?.clone();
    let code = DwellingCode::new(&format!("LW-{nth}"))?;
    let row = DwellingRow {
        code: code.clone(),
        association,
        complex: None,
        neighbourhood: AreaCode::new(&neighbourhood)?,
        street: Phrase::new("Landweg")?,
        house_number: Phrase::new(&nth.to_string())?,
        postcode: None,
        bag_id: None,
        energy: None,
        facts: DwellingFacts {
            rooms: 2,
            surface: None,
            floor: 0,
            lift: false,
            adaptation: Adaptation::Ordinary,
            rent: Cents::new(65_000)?,
            target: Target::General,
            rules: HouseRules { pets: true, smoking: true },
        },
        version: 0,
    };
    homes::save_dwelling(tx, it.programme, id(3, nth), &row).await?;
    let vacancy = VacancyCode::new(&format!("LV-{nth}"))?;
    let row = VacancyRow {
        code: vacancy.clone(),
        dwelling: code,
        available_from: on,
        year,
        status: VacancyStatus::Decided,
        version: 0,
    };
    homes::save_vacancy(tx, it.programme, id(4, nth), &row).await?;
    let file = household(it, nth, Readiness::Placed { on })?;
    save(tx, it, &file).await?;
    let row = DecisionRow {
        id: id(5, nth),
        round: it.round,
        proposal: it.proposal,
        vacancy,
        reference: file.reference,
        group: file.group,
        year,
        verdict: Verdict::Agreed,
        reason: Phrase::new("Past")?,
        actor: "busy country".to_owned(),
        account: it.account,
        at: midnight(on),
    };
    placement::add_decision(tx, it.programme, &row).await?;
    Ok(())
}

fn household(it: &Country, nth: u32, readiness: Readiness) -> Done<ParticipantFile> {
    let since = match readiness {
        Readiness::Placed { on } => on.saturating_sub(200.days()),
        Readiness::Ready { .. } | Readiness::Paused { .. } | Readiness::Preparing => {
            it.today.saturating_sub(i64::from(nth % 900).days())
        }
    };
    let group = it.groups.get(usize::try_from(nth)? % it.groups.len()).ok_or("no group")?.clone();
    Ok(ParticipantFile {
        id: Id::new(id(6, nth)),
        reference: Reference::new(&format!("LP-{nth}"))?,
        group,
        provider: it.provider.clone(),
        worker: None,
        members: vec![Member {
            given: PersonName::new("Niemand")?,
            family: PersonName::new("Bedacht")?,
            born: None,
            role: MemberRole::Head,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: Answer::Known(true),
        }],
        living_situation: None,
        load: Answer::Unknown,
        waiting_since: since,
        readiness,
        ground: PriorityGround::None,
        limits: Limits::default(),
        questions: ThreeQuestions::default(),
        wishes: Vec::new(),
        network: Vec::new(),
        exclusions: Vec::new(),
        goes_on_as: None,
        version: 0,
    })
}

async fn save(tx: &mut Tx, it: &Country, file: &ParticipantFile) -> Done<()> {
    let at = midnight(it.today);
    participants::save_file(tx, it.programme, file, "busy country", at).await?;
    Ok(())
}
