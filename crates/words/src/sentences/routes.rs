//! What a route says, part by part.

use sleutel_domain::{
    StepCode, Wording,
    access::Party,
    routes::{
        ConversionTest, Criterion, Need, Next, Outcome, RefusalRule, Route, Signed, Step, StepForm,
        StepKind, StepTerm,
        calendar::{Length, Unit},
    },
};

use crate::Words;

/// Something about a route or a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteLine {
    /// What it is about.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// Where an outcome of a step leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteWay {
    /// Which outcome.
    pub outcome: String,
    /// Where it leads, in words.
    pub target: String,
    /// Where it leads.
    pub next: Next,
}

impl Words {
    /// The words a city wrote, in this language.
    pub fn wording(self, words: &Wording) -> &str {
        words.get(self.language())
    }

    /// A length of time: `6 weeks`.
    pub fn length(self, length: Length) -> String {
        let key = match length.unit() {
            Unit::WorkingDays => "route-length-working-days",
            Unit::Days => "route-length-days",
            Unit::Weeks => "route-length-weeks",
            Unit::Months => "route-length-months",
        };
        self.t_with(key, &[("count", i64::from(length.count()).into())])
    }

    /// What holds of the whole route, line by line.
    pub fn route_lines(self, route: &Route) -> Vec<RouteLine> {
        let mut lines = vec![
            self.line("route-valid", self.valid(route)),
            self.line("route-urgency", {
                self.t(if route.urgency { "route-urgency-yes" } else { "route-urgency-no" })
            }),
            self.line("route-refusal", self.refusal_rule(route)),
            self.line("route-conversion", self.conversion(&route.conversion)),
        ];
        let (label, criteria): (_, &[Criterion]) = match &route.conversion {
            ConversionTest::None => ("route-criteria-goals", &[]),
            ConversionTest::AllGoals { criteria } => ("route-criteria-goals", criteria),
            ConversionTest::AfterTime { conditions, .. } => {
                ("route-criteria-conditions", conditions)
            }
        };
        if !criteria.is_empty() {
            let all: Vec<_> = criteria.iter().map(|it| self.criterion(it)).collect();
            lines.push(self.line(label, all.join("; ")));
        }
        if let Some(rhythm) = route.evaluation {
            let values = [
                ("first", self.length(rhythm.first).into()),
                ("every", self.length(rhythm.every).into()),
            ];
            let text = self.t_with("route-evaluation-rhythm", &values);
            lines.push(self.line("route-evaluation", text));
        }
        let leases: Vec<_> = route.leases().iter().map(|it| self.name(it)).collect();
        lines.push(self.line("route-leases", leases.join("; ")));
        lines.push(self.line("route-withdraw", self.parties(&route.may_withdraw)));
        if !route.may_pause.is_empty() {
            lines.push(self.line("route-pause", self.parties(&route.may_pause)));
        }
        lines.push(self.line("route-source", self.wording(&route.source).to_owned()));
        lines
    }

    /// What holds of one step, line by line. `form` tells what a form is called.
    pub fn step_lines(
        self,
        route: &Route,
        step: &Step,
        form: impl Fn(&StepForm) -> String,
    ) -> Vec<RouteLine> {
        let mut lines = vec![self.line("route-step-owner", self.name(&step.owner))];
        if !step.involved.is_empty() {
            lines.push(self.line("route-step-involved", self.parties(&step.involved)));
        }
        match step.kind {
            StepKind::Decision(decision) => {
                let values = [
                    ("extension", self.length(decision.extension).into()),
                    ("objection", self.length(decision.objection).into()),
                ];
                let terms = self.t_with("route-step-decision-terms", &values);
                let text = format!("{}. {terms}", self.name(&decision.kind));
                lines.push(self.line("route-step-decision", text));
            }
            StepKind::Agreement(Signed::Lease(lease)) => {
                lines.push(self.line("route-step-signs", self.name(&lease)));
            }
            StepKind::Conversion(lease) => {
                lines.push(self.line("route-step-becomes", self.name(&lease)));
            }
            StepKind::Agreement(Signed::Support)
            | StepKind::Conversation
            | StepKind::Form
            | StepKind::Match
            | StepKind::Viewing
            | StepKind::Offer
            | StepKind::Keys
            | StepKind::Meeting
            | StepKind::Evaluation
            | StepKind::Test
            | StepKind::Task => {}
        }
        if let Some(term) = self.step_term(route, step) {
            lines.push(self.line("route-step-term", term));
        }
        for (key, required) in [("route-step-forms", false), ("route-step-needs-forms", true)] {
            let forms = step.forms.iter().filter(|it| it.required == required);
            let forms: Vec<_> = forms.map(&form).collect();
            if !forms.is_empty() {
                lines.push(self.line(key, forms.join("; ")));
            }
        }
        if !step.needs.is_empty() {
            let needs: Vec<_> = step.needs.iter().map(|it| self.need(route, it)).collect();
            lines.push(self.line("route-step-needs", needs.join("; ")));
        }
        if !step.back_to.is_empty() {
            let steps: Vec<_> = step.back_to.iter().map(|it| self.step_name(route, it)).collect();
            lines.push(self.line("route-step-back", steps.join("; ")));
        }
        lines
    }

    /// By when a step has to be done; `None` when nobody is bound to a day. In an evaluation
    /// the rhythm of the route is the term.
    pub fn step_term(self, route: &Route, step: &Step) -> Option<String> {
        match (&step.term, route.evaluation) {
            (Some(StepTerm { term, from }), _) => {
                let length = self.length(term.length);
                let with = |key: &str, name: &str, value: String| {
                    self.t_with(key, &[("length", length.as_str().into()), (name, value.into())])
                };
                let text = match from {
                    None => {
                        self.t_with("route-step-term-open", &[("length", length.as_str().into())])
                    }
                    Some(Need::Step(code)) => {
                        with("route-step-term-step", "step", self.step_name(route, code))
                    }
                    Some(Need::Fact(fact)) => with("route-step-term-fact", "fact", self.name(fact)),
                };
                Some(if term.legal {
                    self.t_with("route-step-term-legal", &[("term", text.into())])
                } else {
                    text
                })
            }
            (None, Some(rhythm)) if step.kind == StepKind::Evaluation => {
                let values = [
                    ("first", self.length(rhythm.first).into()),
                    ("every", self.length(rhythm.every).into()),
                ];
                Some(self.t_with("route-evaluation-rhythm", &values))
            }
            (None, _) => None,
        }
    }

    /// Where each outcome of a step leads.
    pub fn step_ways(self, route: &Route, step: &Step) -> Vec<RouteWay> {
        let own = |outcome: &Outcome, next: &Next| step.outcomes.get(outcome) == Some(next);
        let ways = route.ways(step).into_iter();
        ways.map(|(outcome, next)| {
            let target = match &next {
                Next::Step(code) => self.step_name(route, code),
                Next::End(reason) => self.name(reason),
            };
            let outcome = if own(&outcome, &next) {
                self.name(&outcome)
            } else {
                self.t("route-step-last-offer")
            };
            RouteWay { outcome, target, next }
        })
        .collect()
    }

    /// What a step is called; its code when the route has no such step.
    pub fn step_name(self, route: &Route, code: &StepCode) -> String {
        route.step(code).map_or_else(|| code.to_string(), |it| self.wording(&it.name).to_owned())
    }

    /// What kind of thing a step is: of a decision, on what.
    pub fn step_kind(self, step: &Step) -> String {
        match step.kind {
            StepKind::Decision(decision) => self.name(&decision.kind),
            kind @ (StepKind::Conversation
            | StepKind::Form
            | StepKind::Match
            | StepKind::Viewing
            | StepKind::Offer
            | StepKind::Agreement(_)
            | StepKind::Keys
            | StepKind::Meeting
            | StepKind::Evaluation
            | StepKind::Test
            | StepKind::Conversion(_)
            | StepKind::Task) => self.name(&kind),
        }
    }

    /// Days on which files may begin.
    fn valid(self, route: &Route) -> String {
        let from = ("from", self.date(route.valid.from()).into());
        match route.valid.until() {
            None => self.t_with("route-valid-from", &[from]),
            Some(until) => {
                self.t_with("route-valid-between", &[from, ("until", self.date(until).into())])
            }
        }
    }

    fn refusal_rule(self, route: &Route) -> String {
        match &route.refusal {
            RefusalRule::EndsRoute => self.t("route-refusal-ends"),
            RefusalRule::NoConsequence => self.t("route-refusal-none"),
            RefusalRule::NextOffer { most, then } => {
                let step = self.step_name(route, then);
                let values = [("most", i64::from(most.get()).into()), ("step", step.into())];
                self.t_with("route-refusal-next", &values)
            }
        }
    }

    fn conversion(self, test: &ConversionTest) -> String {
        match test {
            ConversionTest::None => self.t("route-conversion-none"),
            ConversionTest::AllGoals { .. } => self.t("route-conversion-goals"),
            ConversionTest::AfterTime { after, .. } => {
                let length = self.length(*after);
                self.t_with("route-conversion-after", &[("length", length.into())])
            }
        }
    }

    fn criterion(self, criterion: &Criterion) -> String {
        let text = self.wording(&criterion.text);
        if criterion.with_children {
            self.t_with("route-criterion-children", &[("text", text.into())])
        } else {
            text.to_owned()
        }
    }

    /// What has to be there first, in words.
    pub fn need(self, route: &Route, need: &Need) -> String {
        match need {
            Need::Step(code) => self.step_name(route, code),
            Need::Fact(fact) => self.name(fact),
        }
    }

    /// Parties in a sentence.
    pub fn parties<'a>(self, parties: impl IntoIterator<Item = &'a Party>) -> String {
        let names: Vec<_> = parties.into_iter().map(|it| self.name(it)).collect();
        self.list(&names)
    }

    fn line(self, key: &str, text: String) -> RouteLine {
        RouteLine { label: self.t(key), text }
    }
}
