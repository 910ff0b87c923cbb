//! Every code of the domain has a name in both languages.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use jiff::civil::date;
use sleutel_domain::{
    Id, Phrase,
    access::{Language, OrganisationKind, Role},
    agreements::{
        self, Arrangement, Kind, Link, RentKind, Signatory, SignedHow, State, TemporaryGround,
    },
    documents::{DocumentKind, FileKind, ScanFailure},
    homes::{Adaptation, AreaLevel, EnergyLabel, Target, VacancyStatus},
    participants::{
        ContactRole, Custody, Direction, MemberRole, PartnerStanding, PriorityGround, Readiness,
        Strength, TieKind,
    },
    placement::{Fact, FixingKind, Goal, Question, RuleName, Source, Verdict},
    plan::{Audience, Basic, BasicState, GoalField, LifeArea, VersionState},
    routes::{self, Conflict, DecisionKind, EndReason, LeaseKind, Outcome, Principle},
};
use sleutel_words::{Named, Words};
use uuid::Uuid;

fn all() -> Vec<Box<dyn Named>> {
    let mut all: Vec<Box<dyn Named>> = Vec::new();
    macro_rules! add {
        ($($type:ty),+) => {$(
            all.extend(<$type>::ALL.map(|it| Box::new(it) as Box<dyn Named>));
        )+};
    }
    add!(Role, OrganisationKind, Language, AreaLevel, Adaptation, Target, EnergyLabel);
    add!(VacancyStatus, MemberRole, Direction, Strength, TieKind);
    add!(RuleName, Question, Goal, FixingKind, Verdict, Fact, Source);
    macro_rules! add_all {
        ($($type:ty),+) => {$(
            all.extend(<$type>::ALL.iter().map(|it| Box::new(*it) as Box<dyn Named>));
        )+};
    }
    add_all!(LifeArea, Audience, Basic, ContactRole);
    add!(PartnerStanding);
    add_all!(Outcome, EndReason, routes::Fact, LeaseKind, DecisionKind, Principle, Conflict);
    add!(Kind, Signatory, RentKind, TemporaryGround, agreements::EndReason, SignedHow, Arrangement);
    add!(DocumentKind, FileKind, ScanFailure);
    let day = date(2026, 11, 22);
    all.extend(
        [
            Readiness::Preparing,
            Readiness::Ready { since: day },
            Readiness::Paused { reason: Phrase::new("hospital").unwrap(), until: None },
            Readiness::Placed { on: day },
        ]
        .map(|it| Box::new(it) as Box<dyn Named>),
    );
    all.extend(
        [Custody::Sole, Custody::Shared(None), Custody::Elsewhere]
            .map(|it| Box::new(it) as Box<dyn Named>),
    );
    let reason = Phrase::new("has one").unwrap();
    all.extend(
        [
            BasicState::ToDo,
            BasicState::Asked { on: day },
            BasicState::Arranged { on: day, by: reason.clone() },
            BasicState::NotNeeded { reason },
        ]
        .map(|it| Box::new(it) as Box<dyn Named>),
    );
    all.extend(
        [
            GoalField::Area,
            GoalField::Audience,
            GoalField::What,
            GoalField::OwnPart,
            GoalField::OthersPart,
            GoalField::By,
            GoalField::Sign,
        ]
        .map(|it| Box::new(it) as Box<dyn Named>),
    );
    all.extend(
        [
            VersionState::Draft,
            VersionState::Open { since: day, waiting: Vec::new(), against: Vec::new() },
            VersionState::InForce { since: day },
            VersionState::Superseded { since: day, by: 2 },
            VersionState::SetAside { by: 2 },
        ]
        .map(|it| Box::new(it) as Box<dyn Named>),
    );
    all.extend(
        [PriorityGround::None, PriorityGround::TermEnds(day), PriorityGround::Safety]
            .map(|it| Box::new(it) as Box<dyn Named>),
    );
    let why = agreements::Dropped::HomeNotTaken;
    all.extend(
        [
            State::Drafted,
            State::Offered { on: day },
            State::Signed,
            State::InForce { from: day, until: None },
            State::Ended { on: day, reason: agreements::EndReason::Notice },
            State::Cancelled { on: day, why },
            State::Converted { on: day, into: Id::new(Uuid::nil()) },
        ]
        .map(|it| Box::new(it) as Box<dyn Named>),
    );
    all.push(Box::new(Link::InOwnName));
    all
}

#[test]
fn every_code_has_a_name_in_both_languages() {
    for language in Language::ALL {
        let words = Words::new(language);
        for code in all() {
            assert!(words.has(code.key()), "{language:?} has no words for {}", code.key());
        }
    }
}

#[test]
fn no_two_codes_share_a_key() {
    let mut keys: Vec<_> = all().iter().map(|code| code.key()).collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), count);
}

#[test]
fn a_role_is_called_by_its_dutch_sector_word() {
    let words = Words::new(Language::Dutch);
    assert_eq!(words.name(&Role::LettingConsultant), "Woonconsulent");
}
