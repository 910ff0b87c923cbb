use sleutel_domain::placement::{PairVerdict, Question, Refusal};

use super::Lookup;
use crate::Words;

impl Words {
    /// Why a home is not possible for a household, with the figures.
    pub fn refusal(self, refusal: &Refusal, names: &dyn Lookup) -> String {
        match refusal {
            Refusal::TooFewRooms { needed, has } => self.t_with(
                "refusal-too-few-rooms",
                &[("needed", (*needed).into()), ("has", (*has).into())],
            ),
            Refusal::TooManyRooms { most, has } => self.t_with(
                "refusal-too-many-rooms",
                &[("most", (*most).into()), ("has", (*has).into())],
            ),
            Refusal::NotAdapted { needs, has } => self.t_with(
                "refusal-not-adapted",
                &[("needs", needs.code().into()), ("has", has.code().into())],
            ),
            Refusal::KeptForAdapted { has } => {
                self.t_with("refusal-kept-for-adapted", &[("has", has.code().into())])
            }
            Refusal::Stairs { most, floor } => self
                .t_with("refusal-stairs", &[("most", (*most).into()), ("floor", (*floor).into())]),
            Refusal::Rent { most, rent } => self.t_with(
                "refusal-rent",
                &[("most", self.money(*most).into()), ("rent", self.money(*rent).into())],
            ),
            Refusal::TargetAge { target, age } => self.t_with(
                "refusal-target-age",
                &[("target", target.code().into()), ("age", (*age).into())],
            ),
            Refusal::NoSharing => self.t("refusal-no-sharing"),
            Refusal::Avoided { place } => {
                self.t_with("refusal-avoided", &[("place", self.place(place, names).into())])
            }
            Refusal::OutsideMust => self.t("refusal-outside-must"),
            Refusal::Excluded { place } => {
                self.t_with("refusal-excluded", &[("place", self.place(place, names).into())])
            }
            Refusal::NoPets => self.t("refusal-no-pets"),
            Refusal::NoSmoking => self.t("refusal-no-smoking"),
            Refusal::OfferedBefore => self.t("refusal-offered-before"),
            Refusal::Banned => self.t("refusal-banned"),
        }
    }

    /// What the rules together say of one household and one home, a sentence each.
    pub fn pair_verdict(self, verdict: &PairVerdict, names: &dyn Lookup) -> Vec<String> {
        match verdict {
            PairVerdict::Fits => vec![self.t("pair-fits")],
            PairVerdict::Ask(questions) => {
                vec![self.t_with("pair-ask", &[("questions", self.questions(questions).into())])]
            }
            PairVerdict::Refused(refusals) => {
                refusals.iter().map(|refusal| self.refusal(refusal, names)).collect()
            }
        }
    }

    /// Open questions, one after the other.
    pub fn questions(self, questions: &[Question]) -> String {
        questions.iter().map(|question| self.name(question)).collect::<Vec<_>>().join(" ")
    }
}
