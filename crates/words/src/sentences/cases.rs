use jiff::civil::Date;
use sleutel_domain::{
    StepCode,
    access::Party,
    cases::{Act, Ending, Event, Instead, OpenForm, Refusal, Standing},
    routes::{Route, RouteSet},
};

use crate::Words;

impl Words {
    /// What a road has against something, in a sentence. Steps are called by their names when
    /// the road is known.
    pub fn road_refusal(self, refusal: &Refusal, route: Option<&Route>) -> String {
        let on = |key: &str, date: Date| self.t_with(key, &[("date", self.date(date).into())]);
        let step = |code: &StepCode| self.step_called(route, code);
        match refusal {
            Refusal::NoSuchRoute(code, version) => self.t_with(
                "case-against-no-such-route",
                &[("route", code.as_str().into()), ("version", i64::from(*version).into())],
            ),
            Refusal::NotInForce(code, version) => self.t_with(
                "case-against-not-in-force",
                &[("route", code.as_str().into()), ("version", i64::from(*version).into())],
            ),
            Refusal::Started => self.t("case-against-started"),
            Refusal::NotStarted => self.t("case-against-not-started"),
            Refusal::InFuture => self.t("case-against-in-future"),
            Refusal::TooEarlyOnRoad { last } => on("case-against-too-early", *last),
            Refusal::AlreadyEnded => self.t("case-against-ended"),
            Refusal::Paused { until } => on("case-against-paused", *until),
            Refusal::NotPaused => self.t("case-against-not-paused"),
            Refusal::UntilBefore { from } => on("case-against-until-before", *from),
            Refusal::NotThisParty { can, .. } if can.is_empty() => {
                self.t("case-against-party-none")
            }
            Refusal::NotThisParty { can, .. } => {
                self.t_with("case-against-party", &[("can", self.parties_of(can).into())])
            }
            Refusal::CannotActFor { for_party, .. } => {
                self.t_with("case-against-act-for", &[("party", self.name(for_party).into())])
            }
            Refusal::NotTheOpenStep { open } => {
                self.t_with("case-against-other-step", &[("step", step(open).into())])
            }
            Refusal::NotAnOutcome(outcome) => {
                self.t_with("case-against-outcome", &[("outcome", self.name(outcome).into())])
            }
            Refusal::Use(instead) => self.t(match instead {
                Instead::Offer => "case-against-use-offer",
                Instead::Answer => "case-against-use-answer",
                Instead::Decision => "case-against-use-decision",
                Instead::HandOver => "case-against-use-hand-over",
            }),
            Refusal::NeedsMissing(needs) => {
                let names: Vec<String> = needs
                    .iter()
                    .map(|need| match (route, need) {
                        (Some(route), need) => self.need(route, need),
                        (None, sleutel_domain::routes::Need::Step(code)) => code.to_string(),
                        (None, sleutel_domain::routes::Need::Fact(fact)) => self.name(fact),
                    })
                    .collect();
                self.t_with("case-against-needs", &[("needs", self.list(&names).into())])
            }
            Refusal::FormsNotSent(forms) => {
                let forms: Vec<String> = forms.iter().map(|it| self.open_form(it)).collect();
                self.t_with("case-against-forms", &[("forms", self.list(&forms).into())])
            }
            Refusal::AgreementsMissing(missing) => {
                let missing: Vec<_> = missing.iter().map(|it| self.agreement_missing(it)).collect();
                self.t_with("case-against-agreements", &[("missing", missing.join(" ").into())])
            }
            Refusal::UrgencyNotGranted => self.t("case-against-urgency"),
            Refusal::TestNotMet => self.t("case-against-test"),
            Refusal::DefinitiveNotGranted => self.t("case-against-definitive"),
            Refusal::NotBefore { from } => on("case-against-not-before", *from),
            Refusal::NoWayBack { .. } => self.t("case-against-no-way-back"),
            Refusal::ExtendedBefore => self.t("case-against-extended"),
            Refusal::TermOver { due } => on("case-against-term-over", *due),
            Refusal::NoSuchEvent(number) => {
                self.t_with("case-against-no-event", &[("number", i64::from(*number).into())])
            }
            Refusal::ObjectedBefore => self.t("case-against-objected"),
            Refusal::ObjectionAnswered => self.t("case-against-objection-answered"),
            Refusal::WordsMissing => self.t("case-against-words"),
            Refusal::OfferOpen => self.t("case-against-offer-open"),
            Refusal::NoOffer => self.t("case-against-no-offer"),
            Refusal::NoOfferHere => self.t("case-against-no-offer-here"),
            Refusal::OfferOver { until } => on("case-against-offer-over", *until),
            Refusal::OfferStillOpen { until } => on("case-against-offer-still-open", *until),
            Refusal::FactOfAStep => self.t("case-against-fact-of-step"),
            Refusal::FactUnchanged => self.t("case-against-fact-unchanged"),
            Refusal::StepNotThere(code) => {
                self.t_with("case-against-step-not-there", &[("step", step(code).into())])
            }
            Refusal::NotNewer { version } => {
                let version = i64::from(*version).into();
                self.t_with("case-against-not-newer", &[("version", version)])
            }
            Refusal::NeverStruckOut => self.t("case-against-never-struck"),
            Refusal::LaterDependsOnIt { event } => {
                self.t_with("case-against-later", &[("number", i64::from(*event).into())])
            }
        }
    }

    /// A form that a step waits for, with how far it is.
    pub fn open_form(self, form: &OpenForm) -> String {
        let title = form.title.as_ref();
        let title = title.map_or_else(|| form.code.to_string(), |it| self.wording(it).to_owned());
        let status = form.status.map_or_else(|| self.t("case-form-not-begun"), |it| self.name(&it));
        self.t_with("case-form-open", &[("form", title.into()), ("status", status.into())])
    }

    /// What happened, in a sentence; dates, names and places in it, no words people wrote.
    pub fn case_event(self, event: &Event, routes: &RouteSet, route: &Route) -> String {
        let called = |code: &sleutel_domain::RouteCode, version: u16| {
            let found = routes.get(code, version);
            found.map_or_else(|| code.to_string(), |it| self.wording(&it.name).to_owned())
        };
        let step = |code: &StepCode| self.step_called(Some(route), code);
        match &event.act {
            Act::Started { route, version } | Act::MovedTo { route, version, .. } => {
                let moved = matches!(event.act, Act::MovedTo { .. });
                let key = if moved { "case-event-moved-to" } else { "case-event-started" };
                let version = version.get();
                let name = called(route, version);
                let values = [("route", name.into()), ("version", i64::from(version).into())];
                self.t_with(key, &values)
            }
            Act::StepEnded { step: code, outcome, .. } => self.t_with(
                "case-event-step-ended",
                &[("step", step(code).into()), ("outcome", self.name(outcome).into())],
            ),
            Act::WentBack { to, .. } => {
                self.t_with("case-event-went-back", &[("step", step(to).into())])
            }
            Act::Paused { until, .. } => {
                self.t_with("case-event-paused", &[("date", self.date(*until).into())])
            }
            Act::Resumed => self.t("case-event-resumed"),
            Act::Withdrawn { .. } => self.t("case-event-withdrawn"),
            Act::HandedOver { municipality, accepted_by, accepted_on } => self.t_with(
                "case-event-handed-over",
                &[
                    ("municipality", municipality.as_str().into()),
                    ("by", accepted_by.as_str().into()),
                    ("date", self.date(*accepted_on).into()),
                ],
            ),
            Act::TermExtended { step: code, .. } => {
                self.t_with("case-event-term-extended", &[("step", step(code).into())])
            }
            Act::Decided { step: code, outcome, .. } => self.t_with(
                "case-event-decided",
                &[("step", step(code).into()), ("outcome", self.name(outcome).into())],
            ),
            Act::ObjectionLodged { .. } => self.t("case-event-objection-lodged"),
            Act::ObjectionDecided { outcome, .. } => self
                .t_with("case-event-objection-decided", &[("outcome", self.name(outcome).into())]),
            Act::Offered { until, .. } => {
                self.t_with("case-event-offered", &[("date", self.date(*until).into())])
            }
            Act::ViewingPlanned { at, place } => self.t_with(
                "case-event-viewing",
                &[
                    ("date", self.date(at.date()).into()),
                    ("time", at.strftime("%H:%M").to_string().into()),
                    ("place", place.as_str().into()),
                ],
            ),
            Act::Answered { answer, .. } => {
                self.t_with("case-event-answered", &[("answer", self.name(answer).into())])
            }
            Act::OfferExpired => self.t("case-event-offer-expired"),
            Act::FactEstablished { fact } => {
                self.t_with("case-event-fact", &[("fact", self.name(fact).into())])
            }
            Act::FactWithdrawn { fact, .. } => {
                self.t_with("case-event-fact-back", &[("fact", self.name(fact).into())])
            }
            Act::StruckOut { event, .. } => {
                self.t_with("case-event-struck", &[("number", i64::from(*event).into())])
            }
        }
    }

    /// How a file stands, in a sentence.
    pub fn case_standing(self, standing: &Standing, route: &Route) -> String {
        match standing {
            Standing::UnderWay(open) => self.step_called(Some(route), &open.step),
            Standing::Paused(_, rest) => {
                self.t_with("case-standing-paused", &[("date", self.date(rest.until).into())])
            }
            Standing::Ended(ending, on) => {
                let date = ("date", self.date(*on).into());
                match ending {
                    Ending::Road(reason) => self.t_with(
                        "case-standing-ended",
                        &[date, ("reason", self.name(reason).into())],
                    ),
                    Ending::Withdrawn { by, .. } => self.t_with(
                        "case-standing-withdrawn",
                        &[date, ("party", self.name(by).into())],
                    ),
                    Ending::HandedOver { municipality, .. } => self.t_with(
                        "case-standing-handed-over",
                        &[date, ("municipality", municipality.as_str().into())],
                    ),
                }
            }
        }
    }

    fn step_called(self, route: Option<&Route>, code: &StepCode) -> String {
        route.map_or_else(|| code.to_string(), |route| self.step_name(route, code))
    }

    fn parties_of(self, parties: &[Party]) -> String {
        let names: Vec<String> = parties.iter().map(|it| self.name(it)).collect();
        self.list(&names)
    }
}
