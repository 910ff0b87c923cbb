//! How the written people are put down: a file with all answers given and nothing
//! special, from which each of them then differs.

use jiff::civil::Date;
use sleutel_domain::{
    Answer,
    homes::{Adaptation, AreaLevel, Place},
    participants::{
        AreaWish, Custody, Direction, Exclusion, Limits, LivingSituation, Member, MemberRole,
        NetworkTie, Nights, PartnerStanding, PriorityGround, Readiness, Strength, ThreeQuestions,
        TieKind,
    },
};
use sleutel_exchange::records::{
    ComplexRecord, ExclusionRecord, MemberRecord, NetworkRecord, ParticipantRecord, WishRecord,
};

use crate::{
    homes::Let,
    organisations::{self, PROVIDERS},
    people::People,
    sure,
    town::Town,
};

/// A place of the plan, by the number of a neighbourhood.
#[derive(Clone, Copy)]
pub(super) enum Spot {
    Street(usize, usize),
    Complex(usize),
    Hood(usize),
    Quarter(usize),
    Area(usize),
    District(usize),
}

/// The city the written people live in, and the day it is.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) today: Date,
    pub(super) town: &'a Town,
    pub(super) complexes: &'a [Let<ComplexRecord>],
}

impl Scene<'_> {
    fn place(self, spot: Spot) -> Place {
        let at = |slot, level| self.town.at(self.town.slot(slot), level);
        match spot {
            Spot::Street(slot, street) => self.town.street(self.town.slot(slot), street),
            Spot::Complex(slot) => {
                let hood = self.town.slot(slot);
                let complex = self.complexes.iter().find(|complex| complex.hood == hood);
                complex.map_or_else(
                    || at(slot, AreaLevel::Neighbourhood),
                    |complex| Place::Complex(complex.record.code.clone()),
                )
            }
            Spot::Hood(slot) => at(slot, AreaLevel::Neighbourhood),
            Spot::Quarter(slot) => at(slot, AreaLevel::Quarter),
            Spot::Area(slot) => at(slot, AreaLevel::Area),
            Spot::District(slot) => at(slot, AreaLevel::District),
        }
    }

    pub(super) fn ago(self, days: i64) -> Date {
        sure::days_before(self.today, days)
    }

    pub(super) fn in_days(self, days: i64) -> Date {
        sure::days_before(self.today, -days)
    }
}

/// One written file in the making.
pub(super) struct Person<'a> {
    scene: Scene<'a>,
    file: ParticipantRecord,
    others: Vec<Member>,
    wishes: Vec<AreaWish>,
    network: Vec<NetworkTie>,
    exclusions: Vec<Exclusion>,
}

impl<'a> Person<'a> {
    /// Somebody of this age, who has waited this many days.
    pub(super) fn new(
        scene: Scene<'a>,
        reference: &str,
        name: (&str, &str),
        age: i64,
        group: &str,
        waited: i64,
    ) -> Self {
        let file = ParticipantRecord {
            reference: sure::reference(reference),
            group: sure::group(group),
            provider: sure::organisation(PROVIDERS[0].0),
            worker: Some(sure::phrase(&organisations::worker(0, 0))),
            given: sure::person(name.0),
            family: sure::person(name.1),
            born: Some(sure::born(scene.today, age, 140)),
            waiting_since: scene.ago(waited),
            readiness: Readiness::Ready { since: scene.ago(waited * 2 / 3) },
            ground: PriorityGround::None,
            limits: Limits {
                rent: Answer::Known(sure::cents(71_302)),
                adaptation: Answer::Known(Adaptation::Ordinary),
                stairs: Answer::Known(5),
                pets: Answer::Known(false),
                smokes: Answer::Known(false),
                sharing: Answer::Known(false),
            },
            questions: ThreeQuestions::default(),
            living_situation: Some(LivingSituation::Accommodation),
            load: Answer::Unknown,
        };
        Self {
            scene,
            file,
            others: Vec::new(),
            wishes: Vec::new(),
            network: Vec::new(),
            exclusions: Vec::new(),
        }
    }

    /// Changes the file itself.
    pub(super) fn with(mut self, change: impl FnOnce(&mut ParticipantRecord)) -> Self {
        change(&mut self.file);
        self
    }

    /// Changes the limits.
    pub(super) fn limits(mut self, change: impl FnOnce(&mut Limits)) -> Self {
        change(&mut self.file.limits);
        self
    }

    /// The present stay ends in this many days.
    pub(super) fn term_ends_in(mut self, days: i64) -> Self {
        self.file.ground = PriorityGround::TermEnds(self.scene.in_days(days));
        self
    }

    /// Supported by another provider and worker than the first.
    pub(super) fn at(mut self, provider: usize, worker: usize) -> Self {
        self.file.provider = sure::organisation(PROVIDERS[provider].0);
        self.file.worker = Some(sure::phrase(&organisations::worker(provider, worker)));
        self
    }

    /// Somebody else of the household; `moves` is `None` while that is open.
    pub(super) fn other(
        mut self,
        role: MemberRole,
        name: (&str, &str),
        age: i64,
        moves: Option<bool>,
    ) -> Self {
        self.others.push(Member {
            given: sure::person(name.0),
            family: sure::person(name.1),
            born: Some(sure::born(self.scene.today, age, 90 + 7 * age)),
            role,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: moves.into(),
        });
        self
    }

    /// The last one named: who has the care of the child, half of the nights here.
    pub(super) fn shares_care(mut self) -> Self {
        if let Some(child) = self.others.last_mut() {
            child.custody = Answer::Known(Custody::Shared(Nights::new(7)));
        }
        self
    }

    /// The last one named: what stands open with the partner.
    pub(super) fn stands(mut self, standing: PartnerStanding) -> Self {
        if let Some(partner) = self.others.last_mut() {
            partner.standing = Answer::Known(standing);
        }
        self
    }

    pub(super) fn child(self, name: (&str, &str), age: i64) -> Self {
        self.other(MemberRole::Child, name, age, Some(true))
    }

    pub(super) fn prefers(self, spot: Spot, strength: Strength, reason: &str) -> Self {
        self.wish(spot, Direction::Prefer, strength, reason)
    }

    pub(super) fn avoids(self, spot: Spot, strength: Strength, reason: &str) -> Self {
        self.wish(spot, Direction::Avoid, strength, reason)
    }

    fn wish(mut self, spot: Spot, direction: Direction, strength: Strength, reason: &str) -> Self {
        let place = self.scene.place(spot);
        // In a city with fewer levels two spots may be one place; the first stays.
        if self.wishes.iter().all(|wish| wish.place != place) {
            let reason = Some(sure::phrase(reason));
            self.wishes.push(AreaWish { place, direction, strength, reason });
        }
        self
    }

    pub(super) fn knows(mut self, spot: Spot, kind: TieKind, note: &str) -> Self {
        let place = self.scene.place(spot);
        self.network.push(NetworkTie { place, kind, note: Some(sure::phrase(note)) });
        self
    }

    pub(super) fn excluded(mut self, spot: Spot, until: Option<Date>, reason: &str) -> Self {
        let place = self.scene.place(spot);
        self.exclusions.push(Exclusion { place, until, reason: sure::phrase(reason) });
        self
    }

    /// What do you want, what can you do yourself, what do you need.
    pub(super) fn says(mut self, want: &str, can: &str, need: &str) -> Self {
        self.file.questions = ThreeQuestions {
            want: Some(sure::long(want)),
            can: Some(sure::long(can)),
            need: Some(sure::long(need)),
        };
        self
    }

    pub(super) fn joins(self, people: &mut People) {
        let reference = self.file.reference.clone();
        people.participants.push(self.file);
        for (member, number) in self.others.into_iter().zip(2..) {
            people.members.push(MemberRecord { reference: reference.clone(), number, member });
        }
        for wish in self.wishes {
            people.wishes.push(WishRecord { reference: reference.clone(), wish });
        }
        for tie in self.network {
            people.network.push(NetworkRecord { reference: reference.clone(), tie });
        }
        for exclusion in self.exclusions {
            people.exclusions.push(ExclusionRecord { reference: reference.clone(), exclusion });
        }
    }
}
