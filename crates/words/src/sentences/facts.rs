use sleutel_domain::{
    Answer,
    homes::Place,
    participants::{Limits, PriorityGround},
    placement::{Candidate, CandidateWish, Fact},
};

use super::{Lookup, lookup::group};
use crate::{Named, Words};

impl Words {
    /// What the engine was told of a household, fact by fact: all there is. `together`
    /// is with how many others it moves together. A place that partners excluded is only
    /// counted: it could tell of somebody else who lives there.
    pub fn candidate_facts(
        self,
        candidate: &Candidate,
        together: usize,
        names: &dyn Lookup,
    ) -> Vec<(Fact, String)> {
        // Whole, so that a fact that is added has to be told here too.
        let Candidate {
            reference,
            group: code,
            ready,
            people,
            head_age,
            oldest_age,
            waiting_since,
            ground,
            limits: Limits { rent, adaptation, stairs, pets, smokes, sharing },
            wishes,
            network,
            exclusions,
            offered,
            load,
        } = candidate;
        let ground = match ground {
            PriorityGround::TermEnds(date) => {
                format!("{} ({})", self.name(ground), self.date(*date))
            }
            PriorityGround::None | PriorityGround::Safety => self.name(ground),
        };
        let wishes: Vec<String> = wishes.iter().map(|wish| self.wish(wish, names)).collect();
        let ties: Vec<String> = network.iter().map(|place| self.place(place, names)).collect();
        vec![
            (Fact::Reference, reference.to_string()),
            (Fact::Group, group(code, names)),
            (Fact::Ready, self.name(&Answer::Known(*ready))),
            (Fact::People, self.figure(*people)),
            (Fact::HeadAge, self.figure(*head_age)),
            (Fact::OldestAge, self.figure(*oldest_age)),
            (Fact::WaitingSince, self.date(*waiting_since)),
            (Fact::Ground, ground),
            (Fact::Adaptation, self.told(adaptation.known(), |it| self.name(&it))),
            (Fact::Stairs, self.figure(*stairs)),
            (Fact::Rent, self.told(rent.known(), |it| self.money(it))),
            (Fact::Sharing, self.name(sharing)),
            (Fact::Pets, self.name(pets)),
            (Fact::Smokes, self.name(smokes)),
            (Fact::Wishes, self.all(&wishes)),
            (Fact::Network, self.all(&ties)),
            (Fact::Exclusions, self.counted(exclusions)),
            (Fact::Offered, self.counted(offered)),
            (Fact::Load, self.told(load.known(), |it| self.number(it.points()))),
            (Fact::Together, self.count(together)),
        ]
    }

    fn wish(self, wish: &CandidateWish, names: &dyn Lookup) -> String {
        let place: &Place = &wish.place;
        self.t_with(
            "fact-wish",
            &[
                ("place", self.place(place, names).into()),
                ("direction", self.name(&wish.direction).into()),
                ("strength", self.name(&wish.strength).into()),
            ],
        )
    }

    fn told<T>(self, fact: Option<T>, said: impl Fn(T) -> String) -> String {
        fact.map_or_else(|| self.t(Answer::<bool>::Unknown.key()), said)
    }

    fn figure(self, fact: Answer<u8>) -> String {
        self.told(fact.known(), |it| self.number(it))
    }

    fn all(self, items: &[String]) -> String {
        if items.is_empty() { self.t("fact-none") } else { items.join("; ") }
    }

    fn counted<T>(self, items: &[T]) -> String {
        if items.is_empty() { self.t("fact-none") } else { self.count(items.len()) }
    }
}
