use sleutel_domain::placement::{Agreed, Bound, Demand, RoundInput};

/// The numbers of one group, part of the city or association, as a network takes them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figure {
    pub(crate) agreed: Agreed,
    /// What its floor asks of this round.
    pub(crate) due: u32,
}

impl Figure {
    pub(crate) fn room(self) -> Option<u32> {
        self.agreed.room()
    }
}

/// Everything laid down in numbers, apart from the input so that it can be changed to
/// see what would come of it.
#[derive(Debug, Clone)]
pub(crate) struct Figures {
    pub(crate) groups: Vec<Figure>,
    pub(crate) nodes: Vec<Figure>,
    pub(crate) associations: Vec<Figure>,
    /// Points each part of the city can still carry.
    pub(crate) loads: Vec<Option<u32>>,
    /// Which of the households that move together still have to.
    pub(crate) together: Vec<bool>,
}

impl Figures {
    pub(crate) fn new(input: &RoundInput) -> Self {
        let figure = |agreed: Agreed| Figure { agreed, due: agreed.due(input.date) };
        Self {
            groups: input.groups.iter().map(|it| figure(it.agreed)).collect(),
            nodes: input.nodes.iter().map(|it| figure(it.agreed)).collect(),
            associations: input.associations.iter().map(|it| figure(it.agreed)).collect(),
            loads: input.nodes.iter().map(|it| it.load.map(|load| load.room())).collect(),
            together: vec![true; input.together.len()],
        }
    }

    pub(crate) fn due(&self) -> i64 {
        let all = self.groups.iter().chain(&self.nodes).chain(&self.associations);
        all.map(|it| i64::from(it.due)).sum()
    }

    pub(crate) fn of(&mut self, input: &RoundInput, bound: &Bound) -> Option<&mut Figure> {
        match bound {
            Bound::Group(code) => {
                let at = input.groups.iter().position(|it| it.code == *code)?;
                self.groups.get_mut(at)
            }
            Bound::Area(place) => {
                let at = input.nodes.iter().position(|it| it.place == *place)?;
                self.nodes.get_mut(at)
            }
            Bound::Association(code) => {
                let at = input.associations.iter().position(|it| it.code == *code)?;
                self.associations.get_mut(at)
            }
        }
    }

    /// Lets something give way: a floor asks so many less, a ceiling or a load lets
    /// through so many more, households no longer have to move together. A pin is not a
    /// figure.
    pub(crate) fn give(&mut self, input: &RoundInput, demand: &Demand, by: u32) {
        match demand {
            Demand::Floor(bound) => {
                if let Some(figure) = self.of(input, bound) {
                    figure.due = figure.due.saturating_sub(by);
                }
            }
            Demand::Ceiling(bound) => {
                if let Some(figure) = self.of(input, bound) {
                    let agreed = &mut figure.agreed;
                    agreed.upper =
                        agreed.upper.map(|it| it.max(agreed.realised).saturating_add(by));
                }
            }
            Demand::Load(place) => {
                let at = input.nodes.iter().position(|it| it.place == *place);
                if let Some(room) = at.and_then(|at| self.loads.get_mut(at)) {
                    *room = room.map(|room| room.saturating_add(by));
                }
            }
            Demand::Together { one, other } => {
                let links = input.together.iter().zip(&mut self.together);
                for (_, kept) in links.filter(|(it, _)| it.one == *one && it.other == *other) {
                    *kept = false;
                }
            }
            Demand::Pin { .. } => {}
        }
    }

    /// The same, altogether.
    pub(crate) fn drop(&mut self, input: &RoundInput, demand: &Demand) {
        match demand {
            Demand::Ceiling(bound) => {
                if let Some(figure) = self.of(input, bound) {
                    figure.agreed.upper = None;
                }
            }
            Demand::Load(place) => {
                let at = input.nodes.iter().position(|it| it.place == *place);
                if let Some(room) = at.and_then(|at| self.loads.get_mut(at)) {
                    *room = None;
                }
            }
            Demand::Floor(_) | Demand::Together { .. } | Demand::Pin { .. } => {
                self.give(input, demand, u32::MAX);
            }
        }
    }
}
