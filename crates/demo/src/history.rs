//! Six years of files that went their way: people who got the keys and in the end a lease of
//! their own, who were refused, who objected, who stopped, whom another municipality took on,
//! and who came back later. Walked on the roads as everybody walks them, on the days of then.

use std::collections::BTreeSet;

use jiff::{Span, Timestamp, civil::Date};
use sleutel_domain::{
    LongText, Phrase, RouteCode, VacancyCode,
    access::Party,
    cases::{Act, Answered, CaseFile, Event, ObjectionOutcome},
    homes::VacancyStatus,
    participants::Readiness,
    routes::{ConversionTest, Fact, Outcome, Route, RouteSet, StepKind},
};
use sleutel_exchange::records::{ParticipantRecord, VacancyRecord};

use crate::{
    DemoCity,
    roads::{DemoRoad, Names},
};

/// Of the people with a home, one in so many has a history.
const ONE_IN: usize = 6;
/// Days between one step and the next.
const PACE: i32 = 11;
/// Steps of one file at most.
const MOST_STEPS: usize = 40;

/// Files of the past: of the people who have a home, and of some who are waiting again. Who is
/// in `taken` is on a road already, and so is a home that is named there.
pub(crate) fn history(city: &DemoCity, routes: &RouteSet, taken: &[DemoRoad]) -> Vec<DemoRoad> {
    let people: BTreeSet<_> = taken.iter().map(|it| &it.reference).collect();
    let mut homes = Homes::new(city, taken);
    let mut all = Vec::new();
    let free = |it: &&ParticipantRecord| {
        !people.contains(&it.reference) && !it.reference.as_str().starts_with("D-")
    };
    for (at, person) in city.participants.iter().filter(free).enumerate() {
        if at % ONE_IN != 0 {
            continue;
        }
        let nth = at / ONE_IN;
        match &person.readiness {
            Readiness::Placed { on } => {
                placed(city, routes, person, *on, nth, &mut homes, &mut all)
            }
            Readiness::Paused { .. } | Readiness::Preparing => {
                let story = [Story::Withdrawn, Story::Unfounded, Story::HandedOver][nth % 3];
                before(city, routes, person, story, &mut homes, &mut all);
            }
            Readiness::Ready { .. } => {}
        }
    }
    all
}

/// What makes one file unlike another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Story {
    /// Everything goes as it should.
    Straight,
    /// The file rests on the way.
    Rested,
    /// The municipality needs more time.
    Extended,
    /// Refused, objected to, and the objection was right.
    Upheld,
    /// Refused, objected to, and the refusal stood.
    Unfounded,
    /// The person said no to the first home.
    Declined,
    /// A test was not met the first time.
    NotMet,
    /// They stopped.
    Withdrawn,
    /// Another municipality took them on.
    HandedOver,
}

/// The homes that were decided in the past, the oldest first.
struct Homes {
    left: Vec<VacancyRecord>,
}

impl Homes {
    fn new(city: &DemoCity, taken: &[DemoRoad]) -> Self {
        let named = |it: &Event| {
            let Act::Offered { vacancy, .. } = &it.act else { return None };
            Some(vacancy.clone())
        };
        let used: BTreeSet<_> = taken.iter().flat_map(|it| &it.events).filter_map(named).collect();
        let decided = |it: &&VacancyRecord| {
            it.status == VacancyStatus::Decided
                && it.code.as_str().starts_with("V-")
                && !used.contains(&it.code)
        };
        Self { left: city.vacancies.iter().filter(decided).cloned().collect() }
    }

    /// A home that came free on about this day; nobody else gets it.
    fn about(&mut self, day: Date) -> Option<VacancyCode> {
        let after = self.left.partition_point(|it| it.available_from < day);
        let at = after.min(self.left.len().checked_sub(1)?);
        Some(self.left.remove(at).code)
    }
}

fn roads_of(person: &ParticipantRecord, nth: usize) -> [&'static str; 2] {
    // The compact triangle began in the middle of 2024; before that the others.
    let early = person.waiting_since.year() < 2025;
    match nth % 5 {
        1 => ["housing-first", "housing-first"],
        3 if !early => ["driehoek-haarlem", "driehoek-haarlem"],
        _ => ["omslag-amsterdam", "housing-first"],
    }
}

fn route<'r>(routes: &'r RouteSet, codes: [&str; 2], on: Date) -> Option<&'r Route> {
    codes.into_iter().find_map(|it| routes.in_force(&RouteCode::new(it).ok()?, on))
}

/// Somebody with a home: their road to it and on from there, sometimes after one that ended.
fn placed(
    city: &DemoCity,
    routes: &RouteSet,
    person: &ParticipantRecord,
    on: Date,
    nth: usize,
    homes: &mut Homes,
    all: &mut Vec<DemoRoad>,
) {
    let first = Date::constant(2020, 1, 6);
    let began = person.waiting_since.max(days(on, -(PACE * 9))).max(first);
    let codes = roads_of(person, nth);
    let Some(chosen) = route(routes, codes, began) else { return };
    let stories: &[Story] = match nth % 12 {
        0 => &[Story::Rested],
        2 if chosen.urgency => &[Story::Upheld],
        3 | 9 => &[Story::NotMet],
        4 if chosen.urgency => &[Story::Extended],
        5 if chosen.urgency => &[Story::Unfounded, Story::Straight],
        7 => &[Story::Declined, Story::Straight],
        11 => &[Story::Withdrawn, Story::Straight],
        _ => &[Story::Straight],
    };
    let mut day = began;
    for story in stories {
        let Some(road) = route(routes, codes, day) else { return };
        let Some(events) = walk(city, routes, road, person, *story, day, homes) else { return };
        let Some(last) = events.last() else { return };
        // The next began after a while.
        day = days(last.on, 60);
        let ended = over(routes, &events);
        all.push(DemoRoad {
            reference: person.reference.clone(),
            route: road.code.clone(),
            events,
        });
        if !ended || day >= city.today {
            return;
        }
    }
}

/// Somebody who is waiting again: how it ended the first time.
fn before(
    city: &DemoCity,
    routes: &RouteSet,
    person: &ParticipantRecord,
    story: Story,
    homes: &mut Homes,
    all: &mut Vec<DemoRoad>,
) {
    let began = days(person.waiting_since, -540).max(Date::constant(2020, 7, 1));
    let road = route(routes, ["omslag-amsterdam", "housing-first"], began);
    let Some(road) = road else { return };
    let Some(events) = walk(city, routes, road, person, story, began, homes) else { return };
    if over(routes, &events) {
        all.push(DemoRoad {
            reference: person.reference.clone(),
            route: road.code.clone(),
            events,
        });
    }
}

fn over(routes: &RouteSet, events: &[Event]) -> bool {
    CaseFile::read(routes, events.to_vec()).is_ok_and(|it| it.state().open().is_none())
}

fn days(from: Date, days: i32) -> Date {
    from.saturating_add(Span::new().days(days))
}

/// One file on its way.
struct Walk<'a, 'r> {
    file: CaseFile<'r>,
    names: &'a Names,
    today: Date,
    day: Date,
    story: Story,
    /// Whether what makes this story was told.
    told: bool,
}

impl Walk<'_, '_> {
    /// Does something on this day; `false` when its road does not allow it, or when that day
    /// has not come.
    fn act(&mut self, party: Party, act: Act, on: Date) -> bool {
        let done =
            self.file.act(act, self.names.of(party), (on, self.today), Timestamp::UNIX_EPOCH);
        let done = done.is_ok();
        if done {
            self.day = self.day.max(on);
        }
        done
    }
}

/// Walks until the end of the road, or until what happens next has not happened yet.
fn walk(
    city: &DemoCity,
    routes: &RouteSet,
    road: &Route,
    person: &ParticipantRecord,
    story: Story,
    began: Date,
    homes: &mut Homes,
) -> Option<Vec<Event>> {
    let names = Names::new(city, person)?;
    let (who, today) = (names.of(Party::Provider), city.today);
    let file = CaseFile::begin(routes, road, who, (began, today), Timestamp::UNIX_EPOCH).ok()?;
    let mut walk = Walk { file, names: &names, today, day: began, story, told: false };
    for fact in Fact::ALL.iter().copied().filter(|it| !it.is_of_a_step()) {
        walk.act(Party::Provider, Act::FactEstablished { fact }, began);
    }
    for _ in 0..MOST_STEPS {
        if !walk.next(homes)? {
            break;
        }
    }
    Some(walk.file.events().to_vec())
}

impl Walk<'_, '_> {
    /// The next thing that happens; `false` when the road ended or nothing happened yet.
    fn next(&mut self, homes: &mut Homes) -> Option<bool> {
        let Some(step) = self.file.state().step() else { return Some(false) };
        let (kind, owner, code) = (step.kind, step.owner, step.code.clone());
        let on = match kind {
            // Living there is looked at when it is time.
            StepKind::Evaluation => {
                let due = self.file.state().due().unwrap_or(days(self.day, 330));
                days(due, -4).max(days(self.day, 1))
            }
            StepKind::Test | StepKind::Conversion(_) => days(self.day, 40),
            StepKind::Conversation
            | StepKind::Form
            | StepKind::Decision(_)
            | StepKind::Match
            | StepKind::Viewing
            | StepKind::Offer
            | StepKind::Agreement(_)
            | StepKind::Keys
            | StepKind::Meeting
            | StepKind::Task => days(self.day, PACE),
        };
        if on > self.today {
            return Some(false);
        }
        if !self.told && self.story_now(kind, on)? {
            self.told = true;
            return Some(true);
        }
        let (party, act) = match kind {
            StepKind::Decision(_) => {
                let ways = [Outcome::GrantedUnderConditions, Outcome::Granted];
                let outcome = self.way(&ways)?;
                let conditions = (outcome == Outcome::GrantedUnderConditions)
                    .then(|| long("De persoonlijke doelen uit de aanvraag."));
                let reasons = long("De aanvraag voldoet aan de voorwaarden van de verordening.");
                let conditions = conditions.flatten();
                (
                    Party::Municipality,
                    Act::Decided { step: code, outcome, reasons: reasons?, conditions },
                )
            }
            StepKind::Match => {
                let vacancy = homes.about(on)?;
                (Party::Provider, Act::Offered { vacancy, until: days(on, 30) })
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
                let again = self.story == Story::NotMet && !self.told && kind == StepKind::Test;
                let ways: &[Outcome] = if again {
                    &[Outcome::NotMet, Outcome::Met]
                } else {
                    &[Outcome::Done, Outcome::Ready, Outcome::Met, Outcome::Continue]
                };
                self.told = self.told || again;
                let evaluates = kind == StepKind::Evaluation;
                let outcome = if evaluates { self.evaluated(on)? } else { self.way(ways)? };
                let note = (owner == Party::ThirdPerson)
                    .then(|| long("Wij spraken elkaar over alle doelen."));
                (owner, Act::StepEnded { step: code, outcome, note: note.flatten() })
            }
        };
        Some(self.act(party, act, on))
    }

    /// How living there goes: a step further once its time has come, and in the end without
    /// support where the road says so.
    fn evaluated(&self, on: Date) -> Option<Outcome> {
        let state = self.file.state();
        let step = state.step()?;
        let times = state.passed.iter().filter(|it| it.step == step.code).count();
        let moved_in = state.facts.get(&Fact::MovedIn).copied()?;
        let early = match &state.route.conversion {
            ConversionTest::AfterTime { .. } => on < days(moved_in, 700),
            ConversionTest::AllGoals { .. } | ConversionTest::None => false,
        };
        if early {
            return Some(Outcome::Continue);
        }
        let last = if times >= 3 { Outcome::Ended } else { Outcome::Continue };
        self.way(&[Outcome::Ready, last])
    }

    /// The first of these ways the open step can end in.
    fn way(&self, ways: &[Outcome]) -> Option<Outcome> {
        let step = self.file.state().step()?;
        ways.iter().copied().find(|it| step.outcomes.contains_key(it))
    }

    /// Tells what makes this story, when this is the place for it.
    fn story_now(&mut self, kind: StepKind, on: Date) -> Option<bool> {
        let by = |wanted: Party, list: &[Party]| {
            list.contains(&wanted).then_some(wanted).or(list.first().copied())
        };
        let state = self.file.state();
        let code = state.step()?.code.clone();
        let home = state.home.is_some();
        let decides = matches!(kind, StepKind::Decision(_)) && !home;
        Some(match self.story {
            Story::Rested if kind == StepKind::Match => {
                let reason = phrase("Verblijft tijdelijk bij familie")?;
                let party = by(Party::Provider, &state.route.may_pause)?;
                let rests = Act::Paused { reason, until: days(on, 70) };
                self.act(party, rests, on) && self.act(party, Act::Resumed, days(on, 42))
            }
            Story::Extended if decides => {
                let reason = long("Er ontbreekt nog een papier.")?;
                self.act(Party::Municipality, Act::TermExtended { step: code, reason }, on)
            }
            Story::Upheld | Story::Unfounded if decides => self.refused(on)?,
            Story::Declined if kind == StepKind::Offer => {
                let reason = phrase("De woning ligt te ver van de school van mijn kind");
                let answer = Answered::Declined;
                self.act(Party::Participant, Act::Answered { answer, reason }, on)
            }
            Story::Withdrawn if kind == StepKind::Match => {
                let reason = phrase("Vond zelf een woning bij een particuliere verhuurder")?;
                let party = by(Party::Participant, &state.route.may_withdraw)?;
                self.act(party, Act::Withdrawn { reason }, on)
            }
            Story::HandedOver if kind == StepKind::Match => {
                let handed = Act::HandedOver {
                    municipality: phrase("Gemeente Overzijde")?,
                    accepted_by: phrase("Toegangsteam Overzijde")?,
                    accepted_on: on,
                };
                self.act(Party::Provider, handed, on)
            }
            Story::Straight
            | Story::Rested
            | Story::Extended
            | Story::Upheld
            | Story::Unfounded
            | Story::Declined
            | Story::NotMet
            | Story::Withdrawn
            | Story::HandedOver => false,
        })
    }

    /// The municipality refuses, the person objects, the municipality answers.
    fn refused(&mut self, on: Date) -> Option<bool> {
        let step = self.file.state().step()?.code.clone();
        let reasons = long("De aanvraag zegt niet hoe de doelen worden gehaald.")?;
        let refused = Act::Decided { step, outcome: Outcome::Refused, reasons, conditions: None };
        if !self.act(Party::Municipality, refused, on) {
            return Some(false);
        }
        let decision = self.file.events().last()?.number;
        let grounds = long("Er is meer gebeurd dan in de aanvraag stond.");
        let objected = Act::ObjectionLodged { decision, grounds };
        if !self.act(Party::Participant, objected, days(on, 20)) {
            return Some(true);
        }
        let objection = self.file.events().last()?.number;
        let (outcome, reasons) = if self.story == Story::Upheld {
            (ObjectionOutcome::Upheld, long("Wat u vertelt, verandert het besluit."))
        } else {
            (ObjectionOutcome::Unfounded, long("Wat u vertelt, verandert het besluit niet."))
        };
        let answer = Act::ObjectionDecided { objection, outcome, reasons: reasons? };
        self.act(Party::Municipality, answer, days(on, 55));
        Some(true)
    }
}

fn long(text: &str) -> Option<LongText> {
    LongText::new(text).ok()
}

fn phrase(text: &str) -> Option<Phrase> {
    Phrase::new(text).ok()
}
