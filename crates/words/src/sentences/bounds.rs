use sleutel_domain::placement::{BoundUse, Fit, Shortfall};

use super::Lookup;
use crate::Words;

impl Words {
    /// A floor that could not be kept pace with.
    pub fn shortfall(self, shortfall: &Shortfall, names: &dyn Lookup) -> String {
        self.t_with(
            "shortfall",
            &[
                ("name", self.bound(&shortfall.bound, names).into()),
                ("due", shortfall.due.into()),
                ("given", shortfall.given.into()),
            ],
        )
    }

    /// How far a floor or ceiling is used, without the name of what it is for.
    pub fn bound_use(self, bound: &BoundUse) -> String {
        let (before, after) = (bound.before.into(), bound.after.into());
        match bound.upper {
            Some(upper) => self.t_with(
                "bound-use-of",
                &[("before", before), ("after", after), ("upper", upper.into())],
            ),
            None => self.t_with("bound-use", &[("before", before), ("after", after)]),
        }
    }

    /// The parts of a fit with their points, in a fixed order; parts without points
    /// are left out.
    pub fn fit(self, fit: Fit) -> Vec<(String, i32)> {
        [
            ("fit-wish", fit.wish),
            ("fit-network", fit.network),
            ("fit-rooms", fit.rooms),
            ("fit-rent", fit.rent),
            ("fit-later", fit.later),
        ]
        .into_iter()
        .filter(|(_, points)| *points != 0)
        .map(|(key, points)| (self.t(key), points))
        .collect()
    }
}
