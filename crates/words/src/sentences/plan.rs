//! Where a plan stands, what is wrong with one, and why it stays as it is.

use sleutel_domain::{
    participants::Custody,
    plan::{PlanFault, PlanRefusal, VersionState},
};

use crate::Words;

impl Words {
    /// Who has the care of a child, with how it is shared.
    pub fn custody(self, custody: Custody) -> String {
        match custody.nights() {
            Some(nights) => {
                self.t_with("custody-nights", &[("nights", i64::from(nights.get()).into())])
            }
            None => self.name(&custody),
        }
    }

    /// Where a version of a plan stands.
    pub fn plan_state(self, state: &VersionState) -> String {
        let date = |day| self.date(day).into();
        match state {
            VersionState::Draft => self.t("plan-standing-draft"),
            VersionState::Open { since, waiting, against } => {
                let since = ("since", date(*since));
                if !against.is_empty() {
                    let who = ("who", self.parties(against).into());
                    self.t_with("plan-standing-against", &[since, who])
                } else {
                    let who = ("who", self.parties(waiting).into());
                    self.t_with("plan-standing-waiting", &[since, who])
                }
            }
            VersionState::InForce { since } => {
                self.t_with("plan-standing-in-force", &[("since", date(*since))])
            }
            VersionState::Superseded { since, by } => self.t_with(
                "plan-standing-superseded",
                &[("since", date(*since)), ("version", i64::from(*by).into())],
            ),
            VersionState::SetAside { by } => {
                self.t_with("plan-standing-set-aside", &[("version", i64::from(*by).into())])
            }
        }
    }

    /// One thing that keeps a draft from being put before the parties.
    pub fn plan_fault(self, fault: &PlanFault) -> String {
        let goal = |goal: &u16| ("goal", i64::from(*goal).into());
        match fault {
            PlanFault::NoGoals => self.t("plan-fault-no-goals"),
            PlanFault::NoSign { goal: it } => self.t_with("plan-fault-no-sign", &[goal(it)]),
            PlanFault::NobodyActs { goal: it } => {
                self.t_with("plan-fault-nobody-acts", &[goal(it)])
            }
            PlanFault::AudienceTooWide { goal: it, area, audience } => self.t_with(
                "plan-fault-audience",
                &[
                    goal(it),
                    ("area", self.name(area).into()),
                    ("audience", self.name(audience).into()),
                ],
            ),
            PlanFault::NothingToAgree { party } => {
                self.t_with("plan-fault-nothing-to-agree", &[("party", self.name(party).into())])
            }
            PlanFault::DayIsOver { goal: it, by } => {
                self.t_with("plan-fault-day-is-over", &[goal(it), ("by", self.date(*by).into())])
            }
        }
    }

    /// Why something cannot be done with a plan now.
    pub fn plan_refusal(self, refusal: &PlanRefusal) -> String {
        let number = |name, number: u32| (name, i64::from(number).into());
        match refusal {
            PlanRefusal::NoDraft => self.t("plan-refusal-no-draft"),
            PlanRefusal::DraftOpen { version } => {
                self.t_with("plan-refusal-draft-open", &[number("version", *version)])
            }
            PlanRefusal::NotOpen { version } => {
                self.t_with("plan-refusal-not-open", &[number("version", *version)])
            }
            PlanRefusal::NotAsked { party } => {
                self.t_with("plan-refusal-not-asked", &[("party", self.name(party).into())])
            }
            PlanRefusal::Faults(faults) => {
                let all: Vec<String> = faults.iter().map(|it| self.plan_fault(it)).collect();
                self.t_with("plan-refusal-faults", &[("faults", all.join(" ").into())])
            }
            PlanRefusal::NotUnderWay { goal } => {
                self.t_with("plan-refusal-not-under-way", &[number("goal", u32::from(*goal))])
            }
            PlanRefusal::NotEnded { goal } => {
                self.t_with("plan-refusal-not-ended", &[number("goal", u32::from(*goal))])
            }
        }
    }
}
