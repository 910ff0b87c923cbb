//! What is wrong with an agreement, why it stays as it is, and what is missing.

use sleutel_domain::{
    Cents,
    agreements::{Agreement, Dropped, Fault, Missing, Refused, Signatory, State},
};

use crate::Words;

impl Words {
    /// One thing that is wrong with an agreement.
    pub fn agreement_fault(self, fault: &Fault) -> String {
        let date = |day| self.date(day).into();
        match fault {
            Fault::NoParty { party } => {
                self.t_with("agreement-fault-no-party", &[("party", self.name(party).into())])
            }
            Fault::NoHome => self.t("agreement-fault-no-home"),
            Fault::NoRent => self.t("agreement-fault-no-rent"),
            Fault::EndBeforeStart { from, until } => self.t_with(
                "agreement-fault-end-before-start",
                &[("from", date(*from)), ("until", date(*until))],
            ),
            Fault::NoEnd { latest } => {
                self.t_with("agreement-fault-no-end", &[("latest", date(*latest))])
            }
            Fault::HasEnd { until } => {
                self.t_with("agreement-fault-has-end", &[("until", date(*until))])
            }
            Fault::TooLong { until, latest, months } => self.t_with(
                "agreement-fault-too-long",
                &[
                    ("until", date(*until)),
                    ("latest", date(*latest)),
                    ("months", i64::from(*months).into()),
                ],
            ),
            Fault::TooShort { until, needed, months } => self.t_with(
                "agreement-fault-too-short",
                &[
                    ("until", date(*until)),
                    ("needed", date(*needed)),
                    ("months", i64::from(*months).into()),
                ],
            ),
            Fault::NoGround => self.t("agreement-fault-no-ground"),
            Fault::Age { age, least, most } => self.t_with(
                "agreement-fault-age",
                &[("age", (*age).into()), ("least", (*least).into()), ("most", (*most).into())],
            ),
            Fault::DepositTooHigh { deposit, most } => {
                let most = Cents::new(*most).map_or_else(|_| String::new(), |it| self.money(it));
                self.t_with(
                    "agreement-fault-deposit",
                    &[("deposit", self.money(*deposit).into()), ("most", most.into())],
                )
            }
            Fault::NoLeaseAbove => self.t("agreement-fault-no-lease-above"),
            Fault::OtherLeaseAbove => self.t("agreement-fault-other-lease-above"),
            Fault::OutsideLeaseAbove { from, until } => {
                let until = match until {
                    Some(until) => self.date(*until),
                    None => self.t("agreement-no-end"),
                };
                self.t_with(
                    "agreement-fault-outside-lease-above",
                    &[("from", date(*from)), ("until", until.into())],
                )
            }
            Fault::LeaseRuns { other: _, kind } => {
                self.t_with("agreement-fault-lease-runs", &[("kind", self.name(kind).into())])
            }
        }
    }

    /// Why an agreement stays as it is.
    pub fn agreement_refused(self, refused: &Refused) -> String {
        let date = |day| self.date(day).into();
        match refused {
            Refused::WrongState { is } => {
                let state = self.t(&format!("agreement-state-{is}"));
                self.t_with("agreement-refused-wrong-state", &[("state", state.into())])
            }
            Refused::Faulty(faults) => {
                let faults: Vec<String> =
                    faults.iter().map(|it| self.agreement_fault(it)).collect();
                self.t_with("agreement-refused-faulty", &[("faults", faults.join(" ").into())])
            }
            Refused::NotAParty { party } => {
                self.t_with("agreement-refused-not-a-party", &[("party", self.name(party).into())])
            }
            Refused::SignedAlready { party, on } => self.t_with(
                "agreement-refused-signed-already",
                &[("party", self.name(party).into()), ("on", date(*on))],
            ),
            Refused::SignedBeforeOffer { offered } => {
                self.t_with("agreement-refused-before-offer", &[("offered", date(*offered))])
            }
            Refused::InFuture { today: _ } => self.t("agreement-refused-in-future"),
            Refused::NotSigned { waiting } => {
                let waiting = self.signatories(waiting);
                self.t_with("agreement-refused-not-signed", &[("waiting", waiting.into())])
            }
            Refused::LeaseAboveNotSigned => self.t("agreement-refused-lease-above"),
            Refused::EndsBeforeStart { from } => {
                self.t_with("agreement-refused-before-start", &[("from", date(*from))])
            }
            Refused::EndsAfterTerm { until } => {
                self.t_with("agreement-refused-after-term", &[("until", date(*until))])
            }
            Refused::NotConvertible { from, into } => self.t_with(
                "agreement-refused-not-convertible",
                &[("from", self.name(from).into()), ("into", self.name(into).into())],
            ),
            Refused::NotReplacing => self.t("agreement-refused-not-replacing"),
        }
    }

    /// One thing that is missing before the keys can be handed over.
    pub fn agreement_missing(self, missing: &Missing) -> String {
        match missing {
            Missing::Absent { link } => {
                self.t_with("agreement-missing-absent", &[("what", self.name(link).into())])
            }
            Missing::NotOffered { link, agreement: _ } => {
                self.t_with("agreement-missing-not-offered", &[("what", self.name(link).into())])
            }
            Missing::Unsigned { link, agreement: _, waiting } => self.t_with(
                "agreement-missing-unsigned",
                &[("what", self.name(link).into()), ("waiting", self.signatories(waiting).into())],
            ),
            Missing::NotBegun { link, agreement: _ } => {
                self.t_with("agreement-missing-not-begun", &[("what", self.name(link).into())])
            }
        }
    }

    /// Why an agreement never began.
    pub fn agreement_dropped(self, why: &Dropped) -> String {
        match why {
            Dropped::Said(words) => words.to_string(),
            Dropped::HomeNotTaken => self.t("agreement-dropped-home-not-taken"),
        }
    }

    /// What has to happen next with an agreement, and who does it; `None` when nothing has to.
    pub fn agreement_next(self, agreement: &Agreement) -> Option<String> {
        match &agreement.state {
            State::Drafted => {
                let parties = agreement.terms.kind.parties();
                let writes = parties.iter().filter(|it| **it != Signatory::Resident);
                let writes: Vec<_> = writes.map(|it| self.name(it)).collect();
                let who = self.list(&writes);
                Some(self.t_with("agreement-next-drafted", &[("who", who.into())]))
            }
            State::Offered { .. } => {
                let waiting: Vec<_> = agreement.unsigned().iter().map(|it| self.name(it)).collect();
                let who = self.list(&waiting);
                Some(self.t_with("agreement-next-offered", &[("who", who.into())]))
            }
            State::Signed => {
                let from = self.date(agreement.terms.from);
                Some(self.t_with("agreement-next-signed", &[("from", from.into())]))
            }
            State::InForce { .. }
            | State::Ended { .. }
            | State::Cancelled { .. }
            | State::Converted { .. } => None,
        }
    }

    /// Parties in a row.
    pub fn signatories(self, parties: &[Signatory]) -> String {
        parties.iter().map(|it| self.name(it)).collect::<Vec<_>>().join(", ")
    }
}
