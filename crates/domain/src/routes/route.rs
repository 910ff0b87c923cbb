use std::num::{NonZeroU8, NonZeroU16};

use jiff::civil::Date;

use super::{
    Fact, LeaseKind, Need, Next, Outcome, Signed, Step, StepKind,
    calendar::{Length, Term, due},
    fidelity::Conflict,
};
use crate::{CriterionCode, RouteCode, StepCode, Wording, access::Party};

/// The days something is in force: from the first to the last, both counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    from: Date,
    until: Option<Date>,
}

impl Validity {
    /// `None` when it would end before it begins.
    pub fn new(from: Date, until: Option<Date>) -> Option<Self> {
        until.is_none_or(|until| from <= until).then_some(Self { from, until })
    }

    /// First day.
    pub fn from(self) -> Date {
        self.from
    }

    /// Last day, if one is set.
    pub fn until(self) -> Option<Date> {
        self.until
    }

    /// Whether it is in force on this day.
    pub fn holds(self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on <= until)
    }

    /// Whether there is a day both are in force.
    pub fn meets(self, other: Self) -> bool {
        self.until.is_none_or(|until| other.from <= until)
            && other.until.is_none_or(|until| self.from <= until)
    }
}

/// What it means when somebody does not take a home that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusalRule {
    /// The road ends.
    EndsRoute,
    /// Another home is offered, so often; after that the road goes back to a step.
    NextOffer {
        /// How many homes may be offered in all.
        most: NonZeroU8,
        /// Where it goes on after the last of them.
        then: StepCode,
    },
    /// Nothing: another home is looked for.
    NoConsequence,
}

/// Something that is asked before a conversion, or that a personal goal is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// What files call it.
    pub code: CriterionCode,
    /// What is asked.
    pub text: Wording,
    /// Whether it is only asked of households with children.
    pub with_children: bool,
}

/// What has to be so before the lease becomes the resident's own ("omklaptoets").
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConversionTest {
    /// There is no conversion: the lease is the resident's own from the first day.
    None,
    /// Every personal goal is met, judged by somebody who stands apart ("onafhankelijke
    /// derde").
    AllGoals {
        /// What goals are made of; at least one.
        criteria: Vec<Criterion>,
    },
    /// A time has gone by since moving in, and conditions hold.
    AfterTime {
        /// How long.
        after: Length,
        /// What else; at least one.
        conditions: Vec<Criterion>,
    },
}

/// How often living there is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    /// The first time, counted from moving in.
    pub first: Length,
    /// Every next time, counted from the last.
    pub every: Length,
}

impl Rhythm {
    /// The day by which the next one has to be held.
    pub fn next(self, moved_in: Date, last: Option<Date>) -> Date {
        let ordinary = |length| Term { length, legal: false };
        match last {
            None => due(ordinary(self.first), moved_in),
            Some(last) => due(ordinary(self.every), last),
        }
    }
}

/// Why the partners ask something that stands at odds with Housing First.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// What.
    pub conflict: Conflict,
    /// Why, in their words.
    pub reason: Wording,
}

/// One version of a road to a home ("route"). A file that is under way stays on its version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// What all its versions are called in files and addresses.
    pub code: RouteCode,
    /// Which version; higher is later.
    pub version: NonZeroU16,
    /// When files may begin on it.
    pub valid: Validity,
    /// What people call it.
    pub name: Wording,
    /// What it is, in a few sentences.
    pub summary: Wording,
    /// Where it comes from.
    pub source: Wording,
    /// Whether no home may be looked for before the municipality has granted urgency.
    pub urgency: bool,
    /// The step every file begins with.
    pub start: StepCode,
    /// See [`RefusalRule`].
    pub refusal: RefusalRule,
    /// See [`ConversionTest`].
    pub conversion: ConversionTest,
    /// See [`Rhythm`]; `None` when nobody looks.
    pub evaluation: Option<Rhythm>,
    /// Who may take a file off the road.
    pub may_withdraw: Vec<Party>,
    /// Who may let it rest for a time.
    pub may_pause: Vec<Party>,
    /// Why it asks what it asks; one for each [`Route::conflicts`].
    pub explained: Vec<Explained>,
    /// The steps, in the order they are read.
    pub steps: Vec<Step>,
}

impl Route {
    /// The step of this code.
    pub fn step(&self, code: &StepCode) -> Option<&Step> {
        self.steps.iter().find(|it| it.code == *code)
    }

    /// The leases it uses, in the order of the steps.
    pub fn leases(&self) -> Vec<LeaseKind> {
        let mut found = Vec::new();
        for step in &self.steps {
            let kind = match step.kind {
                StepKind::Agreement(Signed::Lease(kind)) | StepKind::Conversion(kind) => kind,
                StepKind::Agreement(Signed::Support)
                | StepKind::Conversation
                | StepKind::Form
                | StepKind::Decision(_)
                | StepKind::Match
                | StepKind::Viewing
                | StepKind::Offer
                | StepKind::Keys
                | StepKind::Meeting
                | StepKind::Evaluation
                | StepKind::Test
                | StepKind::Task => continue,
            };
            if !found.contains(&kind) {
                found.push(kind);
            }
        }
        found
    }

    /// What is signed before the keys, in the order of the steps.
    pub fn signed_before_keys(&self) -> Vec<Signed> {
        let keys = self.steps.iter().position(|it| it.kind == StepKind::Keys);
        let before = self.steps.get(..keys.unwrap_or(self.steps.len())).unwrap_or_default();
        before
            .iter()
            .filter_map(|it| if let StepKind::Agreement(it) = it.kind { Some(it) } else { None })
            .collect()
    }

    /// Whether nobody gets the keys before this was signed. Always so for a lease; support
    /// stands apart from living there on some roads, and on others the keys ask it.
    pub fn keys_need(&self, signed: Signed) -> bool {
        let support = Need::Fact(Fact::SupportSigned);
        let mut keys = self.steps.iter().filter(|it| it.kind == StepKind::Keys);
        matches!(signed, Signed::Lease(_)) || keys.any(|it| it.needs.contains(&support))
    }

    /// What it asks that stands at odds with a principle of Housing First.
    pub fn conflicts(&self) -> Vec<Conflict> {
        Conflict::ALL.iter().copied().filter(|it| it.is_in(self)).collect()
    }

    /// Where an outcome of a step leads, when the person refused this many homes before.
    /// `None` when the step has no such outcome.
    pub fn after(&self, step: &Step, outcome: Outcome, refused_before: u8) -> Option<Next> {
        let next = step.outcomes.get(&outcome)?;
        match &self.refusal {
            RefusalRule::NextOffer { most, then }
                if outcome == Outcome::Declined
                    && refused_before.saturating_add(1) >= most.get() =>
            {
                Some(Next::Step(then.clone()))
            }
            RefusalRule::NextOffer { .. } | RefusalRule::EndsRoute | RefusalRule::NoConsequence => {
                Some(next.clone())
            }
        }
    }

    /// Every place a step can lead to by itself, with the outcome; the way after the last
    /// offer among them.
    pub fn ways(&self, step: &Step) -> Vec<(Outcome, Next)> {
        let mut ways: Vec<_> =
            step.outcomes.iter().map(|(outcome, next)| (*outcome, next.clone())).collect();
        if let RefusalRule::NextOffer { then, .. } = &self.refusal
            && step.outcomes.contains_key(&Outcome::Declined)
        {
            let way = (Outcome::Declined, Next::Step(then.clone()));
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        ways
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::routes::calendar::Unit;

    #[test]
    fn what_ends_before_it_begins_is_never_in_force() {
        assert_eq!(Validity::new(date(2026, 2, 1), Some(date(2026, 1, 31))), None);
        let day = Validity::new(date(2026, 2, 1), Some(date(2026, 2, 1))).unwrap();
        assert!(day.holds(date(2026, 2, 1)) && !day.holds(date(2026, 2, 2)));
    }

    #[test]
    fn versions_that_follow_each_other_do_not_meet() {
        let first = Validity::new(date(2026, 1, 1), Some(date(2026, 6, 30))).unwrap();
        let second = Validity::new(date(2026, 7, 1), None).unwrap();
        let open = Validity::new(date(2020, 1, 1), None).unwrap();
        assert!(!first.meets(second) && !second.meets(first));
        assert!(open.meets(first) && second.meets(open));
    }

    #[test]
    fn the_next_evaluation_counts_from_the_last_and_the_first_from_moving_in() {
        let length = |count, unit| Length::new(count, unit).unwrap();
        let rhythm = Rhythm { first: length(6, Unit::Weeks), every: length(12, Unit::Months) };
        let moved_in = date(2026, 1, 5);
        assert_eq!(rhythm.next(moved_in, None), date(2026, 2, 16));
        assert_eq!(rhythm.next(moved_in, Some(date(2026, 2, 10))), date(2027, 2, 10));
    }
}
