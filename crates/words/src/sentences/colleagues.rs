use jiff::civil::Date;
use sleutel_domain::access::{AbsenceRefusal, GuestRefusal};

use crate::Words;

impl Words {
    /// Why a colleague cannot stand in, or not then.
    pub fn absence_refusal(self, refusal: AbsenceRefusal) -> String {
        use AbsenceRefusal as R;
        let days = |key: &str, from: Date, until: Date| {
            let (from, until) = (self.date(from), self.date(until));
            self.t_with(key, &[("from", from.into()), ("until", until.into())])
        };
        match refusal {
            R::Backwards => self.t("leave-refused-backwards"),
            R::Past { today } => {
                self.t_with("leave-refused-past", &[("today", self.date(today).into())])
            }
            R::TooLong { most } => self.t_with("leave-refused-too-long", &[("most", most.into())]),
            R::Oneself => self.t("leave-refused-oneself"),
            R::OtherOrganisation => self.t("leave-refused-other-organisation"),
            R::OtherWork { work, deputy } => self.t_with(
                "leave-refused-other-work",
                &[("work", self.name(&work).into()), ("deputy", self.name(&deputy).into())],
            ),
            R::Closed => self.t("leave-refused-closed"),
            R::Overlaps { from, until } => days("leave-refused-overlaps", from, until),
            R::DeputyAway { from, until } => days("leave-refused-deputy-away", from, until),
            R::StandsInThen { from, until } => days("leave-refused-stands-in", from, until),
        }
    }

    /// Why somebody cannot be a guest on a file.
    pub fn guest_refusal(self, refusal: GuestRefusal) -> String {
        match refusal {
            GuestRefusal::SameOrganisation => self.t("guests-refused-same-organisation"),
            GuestRefusal::NotTheirWork { role } => {
                self.t_with("guests-refused-not-their-work", &[("role", self.name(&role).into())])
            }
            GuestRefusal::SeesItAlready => self.t("guests-refused-sees-it-already"),
            GuestRefusal::AskedAlready { until } => {
                self.t_with("guests-refused-asked-already", &[("until", self.date(until).into())])
            }
            GuestRefusal::NoRoad => self.t("guests-refused-no-road"),
            GuestRefusal::Closed => self.t("guests-refused-closed"),
        }
    }
}
