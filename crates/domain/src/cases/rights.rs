use super::{Act, Event};
use crate::{
    access::Party,
    routes::{Route, StepKind},
};

/// How much of an event a party reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    /// Nothing: it is not theirs to know.
    Nothing,
    /// That it happened, when and by whom; not the words people wrote with it.
    WithoutWords,
    /// Everything.
    Whole,
}

impl Event {
    /// How much of it a party reads. Provider and person read all of it. The municipality
    /// reads what it needs to decide and to steer, not what people noted for themselves or
    /// why somebody does not want a home. An association reads what concerns homes and the
    /// steps it takes part in, never a reason.
    pub fn seen_by(&self, party: Party, route: &Route) -> Seen {
        match party {
            Party::Participant | Party::Provider => Seen::Whole,
            Party::Municipality => self.seen_by_municipality(),
            Party::Association => self.seen_by_association(route),
            Party::ThirdPerson => {
                let Act::StepEnded { step, .. } = &self.act else { return Seen::Nothing };
                match route.step(step).map(|it| it.kind) {
                    Some(StepKind::Test | StepKind::Evaluation) => Seen::WithoutWords,
                    Some(_) | None => Seen::Nothing,
                }
            }
        }
    }

    /// How much of it a guest of a party reads. Somebody of another provider reads no words that
    /// were written within the provider whose file it is: care records stay there.
    pub fn seen_by_guest(&self, party: Party, route: &Route) -> Seen {
        let seen = self.seen_by(party, route);
        let of_a_home = matches!(
            self.act,
            Act::Offered { .. } | Act::ViewingPlanned { .. } | Act::OfferExpired
        );
        if party == Party::Provider && !of_a_home { seen.min(Seen::WithoutWords) } else { seen }
    }

    fn seen_by_municipality(&self) -> Seen {
        match &self.act {
            Act::StepEnded { .. }
            | Act::Paused { .. }
            | Act::Answered { .. }
            | Act::FactWithdrawn { .. }
            | Act::WentBack { .. } => {
                if self.who.party == Party::Municipality {
                    Seen::Whole
                } else {
                    Seen::WithoutWords
                }
            }
            Act::Started { .. }
            | Act::Resumed
            | Act::Withdrawn { .. }
            | Act::HandedOver { .. }
            | Act::MovedTo { .. }
            | Act::TermExtended { .. }
            | Act::Decided { .. }
            | Act::ObjectionLodged { .. }
            | Act::ObjectionDecided { .. }
            | Act::Offered { .. }
            | Act::ViewingPlanned { .. }
            | Act::OfferExpired
            | Act::FactEstablished { .. }
            | Act::StruckOut { .. } => Seen::Whole,
        }
    }

    fn seen_by_association(&self, route: &Route) -> Seen {
        match &self.act {
            Act::Offered { .. } | Act::ViewingPlanned { .. } | Act::OfferExpired => Seen::Whole,
            Act::StepEnded { step, .. } => {
                let step = route.step(step);
                let part = |it: &crate::routes::Step| {
                    it.owner == Party::Association || it.involved.contains(&Party::Association)
                };
                match step.is_some_and(part) {
                    true if self.who.party == Party::Association => Seen::Whole,
                    true => Seen::WithoutWords,
                    false => Seen::Nothing,
                }
            }
            Act::Started { .. }
            | Act::Answered { .. }
            | Act::Paused { .. }
            | Act::Resumed
            | Act::Withdrawn { .. }
            | Act::HandedOver { .. } => Seen::WithoutWords,
            Act::WentBack { .. }
            | Act::MovedTo { .. }
            | Act::TermExtended { .. }
            | Act::Decided { .. }
            | Act::ObjectionLodged { .. }
            | Act::ObjectionDecided { .. }
            | Act::FactEstablished { .. }
            | Act::FactWithdrawn { .. }
            | Act::StruckOut { .. } => Seen::Nothing,
        }
    }
}
