use sleutel_domain::{
    Cents,
    homes::Adaptation,
    placement::{Change, Refusal},
};

use super::{
    Lookup,
    lookup::{association as association_name, group, home},
};
use crate::Words;

impl Words {
    /// The first change that would make a difference, as something to do or to hope for.
    pub fn change(self, change: &Change, names: &dyn Lookup) -> String {
        match change {
            Change::Answer { question, vacancy } => self.t_with(
                "change-answer",
                &[("question", self.name(question).into()), ("home", home(vacancy, names).into())],
            ),
            Change::Rent { limit, vacancy } => self.t_with(
                "change-rent",
                &[("limit", self.money(*limit).into()), ("home", home(vacancy, names).into())],
            ),
            Change::Stairs { floor, vacancy } => self.t_with(
                "change-stairs",
                &[("floor", (*floor).into()), ("home", home(vacancy, names).into())],
            ),
            Change::Place { refusal, vacancy } => self.t_with(
                "change-place",
                &[
                    ("home", home(vacancy, names).into()),
                    ("refusal", self.refusal(refusal, names).into()),
                ],
            ),
            Change::Lift { refusal, vacancy } => self.lift(refusal, &home(vacancy, names), names),
            Change::GroupCeiling { group: code, upper } => self.t_with(
                "change-group-ceiling",
                &[("group", group(code, names).into()), ("upper", (*upper).into())],
            ),
            Change::AreaCeiling { place, upper } => self.t_with(
                "change-area-ceiling",
                &[("place", self.place(place, names).into()), ("upper", (*upper).into())],
            ),
            Change::LoadCeiling { place, upper } => self.t_with(
                "change-load-ceiling",
                &[("place", self.place(place, names).into()), ("upper", (*upper).into())],
            ),
            Change::AssociationCeiling { association, upper } => self.t_with(
                "change-association-ceiling",
                &[
                    ("association", association_name(association, names).into()),
                    ("upper", (*upper).into()),
                ],
            ),
            Change::Apart { from } => {
                self.t_with("change-apart", &[("other", from.to_string().into())])
            }
            Change::OneMoreLike { vacancy } => {
                self.t_with("change-one-more-like", &[("home", home(vacancy, names).into())])
            }
            Change::MakeReady => self.t("change-make-ready"),
            Change::HomeWith { rooms, adaptation, rent } => {
                self.home_with(*rooms, *adaptation, *rent)
            }
        }
    }

    fn lift(self, refusal: &Refusal, home: &str, names: &dyn Lookup) -> String {
        let refusal = self.refusal(refusal, names);
        self.t_with("change-lift", &[("home", home.into()), ("refusal", refusal.into())])
    }

    fn home_with(self, rooms: u8, adaptation: Adaptation, rent: Option<Cents>) -> String {
        let fitted = adaptation.code();
        match rent {
            Some(rent) => self.t_with(
                "change-home-with-rent",
                &[
                    ("rooms", rooms.into()),
                    ("fitted", fitted.into()),
                    ("rent", self.money(rent).into()),
                ],
            ),
            None => self
                .t_with("change-home-with", &[("rooms", rooms.into()), ("fitted", fitted.into())]),
        }
    }
}
