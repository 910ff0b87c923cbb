use sleutel_domain::placement::{
    Goal, GoalReached, RuleName, RunnerUp, Standing, WhyEmpty, WhyNot,
};

use super::{
    Lookup,
    lookup::{association as association_name, group, home},
};
use crate::Words;

impl Words {
    /// Whether a household takes part, before anything is proposed.
    pub fn standing(self, standing: &Standing) -> String {
        match standing {
            Standing::In { possible, once_asked: 0, .. } => {
                self.t_with("standing-in", &[("possible", (*possible).into())])
            }
            Standing::In { possible, once_asked, questions } => self.t_with(
                "standing-in-more-once-asked",
                &[
                    ("possible", (*possible).into()),
                    ("asked", (*once_asked).into()),
                    ("questions", self.questions(questions).into()),
                ],
            ),
            Standing::Ask { once_asked, questions } => self.t_with(
                "standing-ask",
                &[("asked", (*once_asked).into()), ("questions", self.questions(questions).into())],
            ),
            Standing::NotReady => self.t("standing-not-ready"),
            Standing::NoHomeFits { refused_by } => self.no_home_fits(refused_by),
        }
    }

    /// Why somebody who takes part is not placed.
    pub fn why_not(self, why: &WhyNot, names: &dyn Lookup) -> String {
        match why {
            WhyNot::NotReady => self.t("why-not-not-ready"),
            WhyNot::NoHomeFits { refused_by } => self.no_home_fits(refused_by),
            WhyNot::AskFirst { questions } => {
                self.t_with("why-not-ask-first", &[("questions", self.questions(questions).into())])
            }
            WhyNot::GroupFull { group: code, upper } => self.t_with(
                "why-not-group-full",
                &[("group", group(code, names).into()), ("upper", (*upper).into())],
            ),
            WhyNot::AreaFull { place, upper } => self.t_with(
                "why-not-area-full",
                &[("place", self.place(place, names).into()), ("upper", (*upper).into())],
            ),
            WhyNot::LoadFull { place, upper } => self.t_with(
                "why-not-load-full",
                &[("place", self.place(place, names).into()), ("upper", (*upper).into())],
            ),
            WhyNot::AssociationFull { association, upper } => self.t_with(
                "why-not-association-full",
                &[
                    ("association", association_name(association, names).into()),
                    ("upper", (*upper).into()),
                ],
            ),
            WhyNot::Together { with } => {
                self.t_with("why-not-together", &[("other", with.to_string().into())])
            }
            WhyNot::Outweighed { vacancy, decided_by, loss } => self.t_with(
                "why-not-outweighed",
                &[
                    ("home", home(vacancy, names).into()),
                    ("loss", self.loss(*decided_by, *loss).into()),
                ],
            ),
        }
    }

    /// Why a home stays empty in this round.
    pub fn why_empty(self, why: &WhyEmpty, names: &dyn Lookup) -> String {
        match why {
            WhyEmpty::NobodyFits { once_asked: 0 } => self.t("why-empty-nobody-fits"),
            WhyEmpty::NobodyFits { once_asked } => {
                self.t_with("why-empty-nobody-fits-yet", &[("asked", (*once_asked).into())])
            }
            WhyEmpty::AreaFull { place, upper } => self.t_with(
                "why-empty-area-full",
                &[("place", self.place(place, names).into()), ("upper", (*upper).into())],
            ),
            WhyEmpty::LoadFull { place, upper } => self.t_with(
                "why-empty-load-full",
                &[("place", self.place(place, names).into()), ("upper", (*upper).into())],
            ),
            WhyEmpty::AssociationFull { association, upper } => self.t_with(
                "why-empty-association-full",
                &[
                    ("association", association_name(association, names).into()),
                    ("upper", (*upper).into()),
                ],
            ),
            WhyEmpty::OthersWentElsewhere => self.t("why-empty-others-went-elsewhere"),
        }
    }

    /// What decided against somebody else who could have had a home.
    pub fn runner_up(self, runner_up: &RunnerUp) -> String {
        self.t_with(
            "runner-up",
            &[
                ("points", runner_up.fit.total().into()),
                ("loss", self.loss(runner_up.decided_by, runner_up.loss).into()),
            ],
        )
    }

    /// What a goal reached, what is possible at most, and whether that is proven.
    pub fn goal_reached(self, goal: &GoalReached) -> String {
        let key = if goal.reached == goal.bound { "goal-proven" } else { "goal-not-proven" };
        let gap = i64::try_from(goal.reached.abs_diff(goal.bound)).unwrap_or(i64::MAX);
        let values = [
            ("goal", goal.goal.code().into()),
            ("reached", self.number(goal.reached).into()),
            ("bound", self.number(goal.bound).into()),
            ("gap", self.number(gap).into()),
        ];
        self.t_with(key, &values)
    }

    /// What the first goal that would get worse stands to lose, in the goal's unit
    /// where that unit means something to a reader: the second half of a sentence.
    pub fn loss(self, goal: Goal, loss: i64) -> String {
        let key = match goal {
            Goal::Pins => "loss-pins",
            Goal::Floors => "loss-floors",
            Goal::Ground => "loss-ground",
            Goal::Comparable => "loss-comparable",
            Goal::HomesUsed => "loss-homes-used",
            Goal::Fit => "loss-fit",
            Goal::Waiting => "loss-waiting",
            Goal::Spread => "loss-spread",
            Goal::Lot => "loss-lot",
        };
        self.t_with(key, &[("loss", loss.into())])
    }

    fn no_home_fits(self, refused_by: &[(RuleName, u32)]) -> String {
        if refused_by.is_empty() {
            return self.t("no-home-fits");
        }
        let rules: Vec<_> = refused_by
            .iter()
            .map(|(rule, homes)| {
                self.t_with(
                    "no-home-fits-rule",
                    &[("rule", self.name(rule).into()), ("homes", (*homes).into())],
                )
            })
            .collect();
        self.t_with("no-home-fits-because", &[("rules", self.list(&rules).into())])
    }
}
