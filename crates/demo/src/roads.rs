//! Who is on the way to a home, on which road and how far: the written people and some of
//! the others, by what their files say. What happened on the way keeps to the road, because
//! it is walked here as everybody walks it.

use jiff::{Span, Timestamp, civil::Date};
use sleutel_domain::{
    LongText, Phrase, Reference, RouteCode, StepCode, VacancyCode,
    access::Party,
    cases::{Act, Answered, CaseFile, Event, Who},
    homes::VacancyStatus,
    participants::Readiness,
    routes::{Fact, Outcome, Route, RouteSet, StepKind},
};
use sleutel_exchange::records::ParticipantRecord;

use crate::{DemoCity, history, organisations};

/// Of the people who were not written by hand, one in so many is on a road.
const ONE_IN: usize = 20;
/// Days between one thing that happens and the next.
const PACE: i32 = 12;

/// One household on its road.
#[derive(Debug, Clone)]
pub struct DemoRoad {
    /// Whose.
    pub reference: Reference,
    /// Which road.
    pub route: RouteCode,
    /// What happened, from the beginning on.
    pub events: Vec<Event>,
}

/// Everybody who is on a road in this city, and six years of those who were, the oldest file of
/// a household first. Who waits for a home is in the step in which one
/// is looked for, so that a round can offer them one.
pub fn roads(city: &DemoCity, routes: &RouteSet) -> Vec<DemoRoad> {
    let decided = |it: &&_| {
        let it: &sleutel_exchange::records::VacancyRecord = it;
        it.status == VacancyStatus::Decided
    };
    let mut homes = city.vacancies.iter().rev().filter(decided).map(|it| it.code.clone());
    let written = |it: &ParticipantRecord| it.reference.as_str().starts_with("D-");
    let offered = homes.next().and_then(|home| with_an_offer(city, routes, &home));
    let other = |it: &ParticipantRecord| {
        offered.as_ref().is_none_or(|offered| offered.reference != it.reference)
    };
    let now: Vec<DemoRoad> = city
        .participants
        .iter()
        .enumerate()
        .filter(|(at, it)| (written(it) || at % ONE_IN == 0) && other(it))
        .filter_map(|(at, it)| road(city, routes, at, it, &mut homes))
        .chain(offered.clone())
        .collect();
    let mut all = history::history(city, routes, &now);
    all.extend(now);
    all
}

/// Somebody of a support worker who can log in, with a home on offer that can be answered for
/// four more weeks and seen in three days: for whoever looks at the participant's own window.
fn with_an_offer(city: &DemoCity, routes: &RouteSet, home: &VacancyCode) -> Option<DemoRoad> {
    let worker = organisations::worker(0, 0);
    let placed = |it: &&ParticipantRecord| match it.readiness {
        Readiness::Placed { on } => Some(on),
        Readiness::Preparing | Readiness::Ready { .. } | Readiness::Paused { .. } => None,
    };
    let theirs = city.participants.iter().filter(|it| {
        placed(it).is_some() && it.worker.as_ref().is_some_and(|login| login.as_str() == worker)
    });
    let person = theirs.max_by_key(placed)?;
    let code = RouteCode::new("omslag-amsterdam").ok()?;
    let route = routes.current(&code, city.today)?;
    let (names, goal) = (Names::new(city, person)?, Goal::At("viewing"));
    let tried = walk(routes, route, &goal, &names, Some(home), route.valid.from(), Date::MAX)?;
    let steps = tried.iter().filter(|it| it.on > route.valid.from()).count();
    let days = i32::try_from(steps).ok()?.saturating_mul(PACE).saturating_add(2);
    let began = city.today.saturating_sub(Span::new().days(days));
    let events = walk(routes, route, &goal, &names, Some(home), began, city.today)?;
    let mut file = CaseFile::read(routes, events).ok()?;
    let at = city.today.saturating_add(Span::new().days(3)).at(14, 30, 0, 0);
    let viewing = Act::ViewingPlanned { at, place: Phrase::new("Bij de voordeur").ok()? };
    let days = (city.today, city.today);
    file.act(viewing, names.of(Party::Association), days, Timestamp::UNIX_EPOCH).ok()?;
    let events = file.events().to_vec();
    Some(DemoRoad { reference: person.reference.clone(), route: code, events })
}

/// Where a household has come to.
enum Goal {
    /// This step is open.
    At(StepKindName),
    /// The same, and the file rests.
    Resting,
    /// The municipality refused, and the person objects.
    Objecting,
}

/// The word for the kind of step, as files have it; empty for the end of the road.
type StepKindName = &'static str;

fn road(
    city: &DemoCity,
    routes: &RouteSet,
    at: usize,
    person: &ParticipantRecord,
    homes: &mut impl Iterator<Item = VacancyCode>,
) -> Option<DemoRoad> {
    let nth = at / if at < 30 { 1 } else { ONE_IN };
    let code = match nth % 10 {
        3 | 7 => "driehoek-haarlem",
        5 => "housing-first",
        _ => "omslag-amsterdam",
    };
    let code = RouteCode::new(code).ok()?;
    let route = routes.current(&code, city.today)?;
    let goal = match (&person.readiness, nth % 6) {
        (Readiness::Paused { .. }, _) => Goal::Resting,
        (Readiness::Ready { .. }, _) => Goal::At("match"),
        (Readiness::Preparing, 1) if route.urgency => Goal::Objecting,
        (Readiness::Preparing, 0 | 3) => Goal::At("conversation"),
        (Readiness::Preparing, 2) => Goal::At("form"),
        (Readiness::Preparing, _) => Goal::At("decision"),
        (Readiness::Placed { .. }, 0) => Goal::At("keys"),
        (Readiness::Placed { .. }, 1) => Goal::At("meeting"),
        (Readiness::Placed { .. }, 2) => Goal::At("test"),
        (Readiness::Placed { .. }, 3) => Goal::At(""),
        (Readiness::Placed { .. }, _) => Goal::At("evaluation"),
    };
    let home = matches!(person.readiness, Readiness::Placed { .. }).then(|| homes.next()).flatten();
    let names = Names::new(city, person)?;
    // Once to see how long it takes, once on the days that end today.
    let tried = walk(routes, route, &goal, &names, home.as_ref(), route.valid.from(), Date::MAX)?;
    let acts = i32::try_from(tried.len()).ok()?;
    let lately = i32::try_from(nth * 7 % 75).ok()?;
    let days = acts.saturating_mul(PACE).saturating_add(lately);
    let began = city.today.saturating_sub(Span::new().days(days)).max(route.valid.from());
    let events = walk(routes, route, &goal, &names, home.as_ref(), began, city.today)?;
    Some(DemoRoad { reference: person.reference.clone(), route: code, events })
}

/// What those who act are called.
pub(crate) struct Names {
    provider: Phrase,
    municipality: Phrase,
    association: Phrase,
}

impl Names {
    pub(crate) fn new(city: &DemoCity, person: &ParticipantRecord) -> Option<Self> {
        let name = |code: &str| {
            let found = city.organisations.iter().find(|it| it.code.as_str() == code)?;
            Some(found.name.clone())
        };
        Some(Self {
            provider: name(person.provider.as_str())?,
            municipality: city.organisations.first()?.name.clone(),
            association: Phrase::new("Woningcorporatie").ok()?,
        })
    }

    pub(crate) fn of(&self, party: Party) -> Who {
        let (by, name) = match party {
            Party::Municipality => (Party::Municipality, &self.municipality),
            Party::Association => (Party::Association, &self.association),
            Party::Provider | Party::Participant | Party::ThirdPerson => {
                (Party::Provider, &self.provider)
            }
        };
        Who { party: by, name: name.clone(), for_party: (by != party).then_some(party) }
    }
}

/// Walks until the goal, the last day, or what cannot go on.
fn walk(
    routes: &RouteSet,
    route: &Route,
    goal: &Goal,
    names: &Names,
    home: Option<&VacancyCode>,
    began: Date,
    until: Date,
) -> Option<Vec<Event>> {
    let written = Timestamp::UNIX_EPOCH;
    let who = names.of(Party::Provider);
    let mut file = CaseFile::begin(routes, route, who, (began, until), written).ok()?;
    let mut day = began;
    let act = |file: &mut CaseFile<'_>, party, act, day| {
        file.act(act, names.of(party), (day, until), written).is_ok()
    };
    for fact in Fact::ALL.iter().copied().filter(|it| !it.is_of_a_step()) {
        if early(goal) && fact == Fact::PlanAgreed {
            continue;
        }
        act(&mut file, Party::Provider, Act::FactEstablished { fact }, day);
    }
    for _ in 0..40 {
        let Some(step) = file.state().step() else { break };
        let (code, kind, owner) = (step.code.clone(), step.kind, step.owner);
        if matches!(goal, Goal::At(name) if *name == kind.code()) {
            break;
        }
        let next = day.saturating_add(Span::new().days(PACE));
        if next > until {
            break;
        }
        let rests = matches!(goal, Goal::Resting) && kind == StepKind::Form;
        if rests || (matches!(goal, Goal::Resting) && kind == StepKind::Match) {
            let reason = Phrase::new("Verblijft tijdelijk bij familie").ok()?;
            let rest = until.min(next).saturating_add(Span::new().days(60));
            let by = file.state().route.may_pause.first().copied()?;
            let by = if by == Party::Municipality { by } else { Party::Participant };
            act(&mut file, by, Act::Paused { reason, until: rest }, next);
            break;
        }
        let refuses = matches!(goal, Goal::Objecting);
        let Some((party, what)) = forward(&file, &code, kind, owner, home, next, refuses) else {
            break;
        };
        if !act(&mut file, party, what, next) {
            break;
        }
        day = next;
        if let (true, Some(decided)) = (refuses, file.state().decisions.last()) {
            let (decision, grounds) =
                (decided.event, LongText::new("Er is meer gebeurd dan in de aanvraag stond.").ok());
            let on = until.min(day.saturating_add(Span::new().days(20)));
            act(&mut file, Party::Participant, Act::ObjectionLodged { decision, grounds }, on);
            break;
        }
    }
    Some(file.events().to_vec())
}

/// Whether a plan is still to be made.
fn early(goal: &Goal) -> bool {
    matches!(goal, Goal::At("conversation" | "form"))
}

/// What moves a file on, and whose act it is.
fn forward(
    file: &CaseFile<'_>,
    step: &StepCode,
    kind: StepKind,
    owner: Party,
    home: Option<&VacancyCode>,
    on: Date,
    refuses: bool,
) -> Option<(Party, Act)> {
    let step = step.clone();
    let long = |text| LongText::new(text).ok();
    let known = |outcome: &Outcome| {
        let now = file.state().step();
        now.is_some_and(|it| it.outcomes.contains_key(outcome))
    };
    Some(match kind {
        StepKind::Decision(_) if refuses => {
            let reasons = long("De aanvraag zegt niet hoe de doelen worden gehaald.")?;
            let outcome = Outcome::Refused;
            (Party::Municipality, Act::Decided { step, outcome, reasons, conditions: None })
        }
        StepKind::Decision(_) => {
            let granted = [Outcome::GrantedUnderConditions, Outcome::Granted];
            let outcome = granted.into_iter().find(known)?;
            let conditions = (outcome == Outcome::GrantedUnderConditions)
                .then(|| long("De persoonlijke doelen uit de aanvraag."))
                .flatten();
            let reasons = long("De aanvraag voldoet aan de voorwaarden van de verordening.")?;
            (Party::Municipality, Act::Decided { step, outcome, reasons, conditions })
        }
        StepKind::Match => {
            let until = on.saturating_add(Span::new().days(30));
            (Party::Provider, Act::Offered { vacancy: home?.clone(), until })
        }
        StepKind::Offer => {
            (Party::Participant, Act::Answered { answer: Answered::Accepted, reason: None })
        }
        StepKind::Conversation
        | StepKind::Form
        | StepKind::Viewing
        | StepKind::Agreement(_)
        | StepKind::Keys
        | StepKind::Meeting
        | StepKind::Evaluation
        | StepKind::Test
        | StepKind::Conversion(_)
        | StepKind::Task => {
            let ways = [Outcome::Done, Outcome::Ready, Outcome::Met];
            let outcome = ways.into_iter().find(known)?;
            let third = owner == Party::ThirdPerson;
            let note = if third { long("Alle doelen zijn bereikt.") } else { None };
            (owner, Act::StepEnded { step, outcome, note })
        }
    })
}
