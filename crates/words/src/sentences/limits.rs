use sleutel_domain::placement::{Collision, Demand, Goal, LoadUse, WayOut, Worth};

use super::{Lookup, lookup::home};
use crate::Words;

impl Words {
    /// The support load of a part of the city before and after.
    pub fn load_use(self, load: &LoadUse, names: &dyn Lookup) -> String {
        self.t_with(
            "load-use",
            &[
                ("name", self.place(&load.place, names).into()),
                ("before", load.before.into()),
                ("after", load.after.into()),
                ("upper", load.upper.into()),
            ],
        )
    }

    /// Something laid down, as part of a sentence.
    pub fn demand(self, demand: &Demand, names: &dyn Lookup) -> String {
        match demand {
            Demand::Pin { candidate, vacancy } => self.t_with(
                "demand-pin",
                &[("reference", candidate.as_str().into()), ("home", home(vacancy, names).into())],
            ),
            Demand::Floor(bound) => {
                self.t_with("demand-floor", &[("name", self.bound(bound, names).into())])
            }
            Demand::Ceiling(bound) => {
                self.t_with("demand-ceiling", &[("name", self.bound(bound, names).into())])
            }
            Demand::Load(place) => {
                self.t_with("demand-load", &[("name", self.place(place, names).into())])
            }
            Demand::Together { one, other } => self.t_with(
                "demand-together",
                &[("one", one.as_str().into()), ("other", other.as_str().into())],
            ),
        }
    }

    /// What cannot all be kept.
    pub fn collision(self, collision: &Collision, names: &dyn Lookup) -> String {
        let demands: Vec<_> =
            collision.demands.iter().map(|demand| self.demand(demand, names)).collect();
        match demands.as_slice() {
            [alone] => self.t_with("collision-alone", &[("demand", alone.into())]),
            _ => self.t_with("collision", &[("demands", self.list(&demands).into())]),
        }
    }

    /// One thing that would resolve a collision.
    pub fn way_out(self, way: &WayOut, names: &dyn Lookup) -> String {
        let with = |key: &str, name: String| {
            self.t_with(key, &[("name", name.into()), ("by", way.by.into())])
        };
        match &way.demand {
            Demand::Floor(bound) => with("way-out-floor", self.bound(bound, names)),
            Demand::Ceiling(bound) => with("way-out-ceiling", self.bound(bound, names)),
            Demand::Load(place) => with("way-out-load", self.place(place, names)),
            demand @ (Demand::Pin { .. } | Demand::Together { .. }) => {
                self.t_with("way-out-drop", &[("demand", self.demand(demand, names).into())])
            }
        }
    }

    /// What one more would be worth.
    pub fn worth(self, worth: &Worth, names: &dyn Lookup) -> String {
        let gain = worth.gain.map_or_else(|| self.t("gain-none"), |(goal, by)| self.gain(goal, by));
        match &worth.limit {
            Demand::Floor(bound) | Demand::Ceiling(bound) => self.t_with(
                "worth-more-home",
                &[("name", self.bound(bound, names).into()), ("gain", gain.into())],
            ),
            Demand::Load(place) => self.t_with(
                "worth-more-load",
                &[("name", self.place(place, names).into()), ("gain", gain.into())],
            ),
            demand @ (Demand::Pin { .. } | Demand::Together { .. }) => {
                format!("{}: {gain}", self.demand(demand, names))
            }
        }
    }

    /// What the first goal that would get better stands to gain: the second half of a
    /// sentence.
    pub fn gain(self, goal: Goal, gain: i64) -> String {
        let key = match goal {
            Goal::Pins => "gain-pins",
            Goal::Floors => "gain-floors",
            Goal::Ground => "gain-ground",
            Goal::Comparable => "gain-comparable",
            Goal::HomesUsed => "gain-homes-used",
            Goal::Fit => "gain-fit",
            Goal::Waiting => "gain-waiting",
            Goal::Spread => "gain-spread",
            Goal::Lot => "gain-lot",
        };
        self.t_with(key, &[("gain", gain.into())])
    }
}
