use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Audience, Goal, GoalEnded, LifeArea};
use crate::{LongText, PersonName, access::Party};

/// What a party says of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// Yes.
    Agrees,
    /// No.
    Disagrees {
        /// What would have to be otherwise.
        reason: LongText,
    },
}

/// How an answer came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Somebody of the party gave it here.
    Themselves,
    /// Somebody else wrote it down for them.
    RecordedBy(String),
}

/// A party's answer to a version. Answers are only ever added; the last one counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Which party.
    pub party: Party,
    /// What it says.
    pub says: Says,
    /// On which day.
    pub on: Date,
    /// Who spoke for the party.
    pub by: PersonName,
    /// In what way.
    pub way: Way,
}

/// One version of a plan. Once it was put before the parties its goals stay as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// From 1, without gaps.
    pub number: u32,
    /// What it holds, by number.
    pub goals: Vec<Goal>,
    /// Who has to agree; person and provider always.
    pub parties: BTreeSet<Party>,
    /// Since when it lies before them; `None` is a draft.
    pub proposed: Option<Date>,
    /// What they said, oldest first.
    pub answers: Vec<Given>,
}

/// Where a version stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VersionState {
    /// Somebody is writing it.
    Draft,
    /// It lies before the parties.
    Open {
        /// Since when.
        since: Date,
        /// Who has not answered.
        waiting: Vec<Party>,
        /// Who does not agree.
        against: Vec<Party>,
    },
    /// All parties agreed to it, and to none after it.
    InForce {
        /// Since when.
        since: Date,
    },
    /// It was in force until a later one was.
    Superseded {
        /// Since when it was in force.
        since: Date,
        /// Which one came in its place.
        by: u32,
    },
    /// It was put before the parties, and another was before all had agreed.
    SetAside {
        /// Which one.
        by: u32,
    },
}

/// What is wrong with a version that is to be put before the parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanFault {
    /// It has no goal.
    NoGoals,
    /// A goal does not say how one sees that it is reached.
    NoSign {
        /// Which goal.
        goal: u16,
    },
    /// Nobody does anything for a goal.
    NobodyActs {
        /// Which goal.
        goal: u16,
    },
    /// A goal in this part of life is not for this audience.
    AudienceTooWide {
        /// Which goal.
        goal: u16,
        /// What it is about.
        area: LifeArea,
        /// Who was to read it.
        audience: Audience,
    },
    /// A party has to agree that may read none of the goals.
    NothingToAgree {
        /// Which party.
        party: Party,
    },
    /// A goal has a day that is over.
    DayIsOver {
        /// Which goal.
        goal: u16,
        /// The day.
        by: Date,
    },
}

/// Why something cannot be done with a plan now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanRefusal {
    /// There is no draft.
    NoDraft,
    /// There is a draft already.
    DraftOpen {
        /// Its number.
        version: u32,
    },
    /// This version does not lie before the parties.
    NotOpen {
        /// Its number.
        version: u32,
    },
    /// This party is not among those who have to agree.
    NotAsked {
        /// Which party.
        party: Party,
    },
    /// The draft has faults; all of them.
    Faults(Vec<PlanFault>),
    /// The plan in force has no such goal under way.
    NotUnderWay {
        /// Which goal.
        goal: u16,
    },
    /// The goal did not end.
    NotEnded {
        /// Which goal.
        goal: u16,
    },
}

impl Version {
    /// The last answer of each party.
    pub fn last_answers(&self) -> BTreeMap<Party, &Given> {
        self.answers.iter().map(|it| (it.party, it)).collect()
    }

    /// The goals a party may read.
    pub fn goals_for(&self, party: Party) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(move |it| it.audience.includes(party))
    }

    /// The day the last party agreed, when all have.
    fn agreed(&self) -> Option<Date> {
        self.proposed?;
        let answers = self.last_answers();
        let days = self.parties.iter().map(|party| match answers.get(party) {
            Some(Given { says: Says::Agrees, on, .. }) => Some(*on),
            Some(Given { says: Says::Disagrees { .. }, .. }) | None => None,
        });
        days.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// Everything that keeps it from being put before the parties.
    pub fn faults(&self, today: Date) -> Vec<PlanFault> {
        let mut faults = Vec::new();
        if self.goals.is_empty() {
            faults.push(PlanFault::NoGoals);
        }
        for it in &self.goals {
            let goal = it.number;
            if !it.area.may_be(it.audience) {
                let (area, audience) = (it.area, it.audience);
                faults.push(PlanFault::AudienceTooWide { goal, area, audience });
            }
            if it.sign.is_none() {
                faults.push(PlanFault::NoSign { goal });
            }
            if it.own_part.is_none() && it.others_part.is_none() {
                faults.push(PlanFault::NobodyActs { goal });
            }
            if let Some(by) = it.by.filter(|by| *by < today) {
                faults.push(PlanFault::DayIsOver { goal, by });
            }
        }
        let reads = |party: &Party| self.goals_for(*party).next().is_some();
        if !self.goals.is_empty() {
            let blind = self.parties.iter().copied().filter(|party| !reads(party));
            faults.extend(blind.map(|party| PlanFault::NothingToAgree { party }));
        }
        faults
    }
}

/// All versions of a household's plan, in order, and which goals ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// By number; only the last can be a draft.
    pub versions: Vec<Version>,
    /// Goals that ended and were not taken up again.
    pub ended: Vec<GoalEnded>,
}

impl Plan {
    /// The version with this number.
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|it| it.number == number)
    }

    /// The version somebody is writing.
    pub fn draft(&self) -> Option<&Version> {
        self.versions.iter().find(|it| it.proposed.is_none())
    }

    /// The last version that all its parties agreed to.
    pub fn in_force(&self) -> Option<&Version> {
        self.versions.iter().rev().find(|it| it.agreed().is_some())
    }

    /// The version that lies before the parties.
    pub fn open(&self) -> Option<&Version> {
        let last = self.versions.iter().rev().find(|it| it.proposed.is_some())?;
        last.agreed().is_none().then_some(last)
    }

    /// Where a version stands.
    pub fn state(&self, version: &Version) -> VersionState {
        let Some(since) = version.proposed else { return VersionState::Draft };
        let later = || self.versions.iter().filter(|it| it.number > version.number);
        if let Some(since) = version.agreed() {
            return match later().find(|it| it.agreed().is_some()) {
                Some(next) => VersionState::Superseded { since, by: next.number },
                None => VersionState::InForce { since },
            };
        }
        if let Some(next) = later().find(|it| it.proposed.is_some()) {
            return VersionState::SetAside { by: next.number };
        }
        let answers = version.last_answers();
        let (answered, waiting): (Vec<_>, Vec<_>) =
            version.parties.iter().copied().partition(|party| answers.contains_key(party));
        let against = |party: &Party| {
            answers.get(party).is_some_and(|it| matches!(it.says, Says::Disagrees { .. }))
        };
        let against = answered.into_iter().filter(against).collect();
        VersionState::Open { since, waiting, against }
    }

    /// The number of a goal that is new.
    pub fn next_goal(&self) -> u16 {
        let last = self.versions.iter().flat_map(|it| &it.goals).map(|it| it.number).max();
        last.unwrap_or(0).saturating_add(1)
    }

    /// How a goal ended, when it did.
    pub fn ending(&self, goal: u16) -> Option<&GoalEnded> {
        self.ended.iter().find(|it| it.goal == goal)
    }

    /// A new draft: the goals under way of the last version, and who had to agree to it.
    pub fn begin(&self) -> Result<Version, PlanRefusal> {
        if let Some(draft) = self.draft() {
            return Err(PlanRefusal::DraftOpen { version: draft.number });
        }
        let last = self.versions.last();
        let goals = last.map(|it| it.goals.clone()).unwrap_or_default();
        let parties = last.map(|it| it.parties.clone()).unwrap_or_default();
        Ok(Version {
            number: last.map_or(1, |it| it.number.saturating_add(1)),
            goals: goals.into_iter().filter(|it| self.ending(it.number).is_none()).collect(),
            parties: with_the_two(parties),
            proposed: None,
            answers: Vec::new(),
        })
    }

    /// Whether the draft can be put before the parties.
    pub fn may_propose(&self, today: Date) -> Result<&Version, PlanRefusal> {
        let draft = self.draft().ok_or(PlanRefusal::NoDraft)?;
        let faults = draft.faults(today);
        if faults.is_empty() { Ok(draft) } else { Err(PlanRefusal::Faults(faults)) }
    }

    /// Whether a party can answer to a version now: only to the one that lies before the
    /// parties, and only when it has to agree.
    pub fn may_answer(&self, version: u32, party: Party) -> Result<(), PlanRefusal> {
        let open = self.open().filter(|it| it.number == version);
        let open = open.ok_or(PlanRefusal::NotOpen { version })?;
        if open.parties.contains(&party) { Ok(()) } else { Err(PlanRefusal::NotAsked { party }) }
    }

    /// Whether a goal can end: it is in the plan in force and did not end before.
    pub fn may_end(&self, goal: u16) -> Result<(), PlanRefusal> {
        let there = self.in_force().is_some_and(|it| it.goals.iter().any(|it| it.number == goal));
        if there && self.ending(goal).is_none() {
            Ok(())
        } else {
            Err(PlanRefusal::NotUnderWay { goal })
        }
    }
}

/// The same parties with those who always have to agree.
pub(super) fn with_the_two(mut parties: BTreeSet<Party>) -> BTreeSet<Party> {
    parties.extend([Party::Participant, Party::Provider]);
    parties
}

impl Version {
    /// Sets who has to agree; the person and the provider always do.
    pub fn ask(&mut self, parties: impl IntoIterator<Item = Party>) {
        self.parties = with_the_two(parties.into_iter().collect());
    }
}
