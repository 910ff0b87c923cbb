use jiff::civil::Date;

use super::{Route, RouteFault};
use crate::RouteCode;

/// What is wrong with routes that are meant to stand beside each other. The figures are
/// places in the list that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetFault {
    /// One of them is not sound in itself.
    Route {
        /// Which.
        index: usize,
        /// How.
        fault: RouteFault,
    },
    /// The same code with the same version again.
    Twice {
        /// Which.
        index: usize,
        /// The first of the two.
        first: usize,
    },
    /// Two versions of one code in force on the same day.
    Overlap {
        /// Which.
        index: usize,
        /// The first of the two.
        first: usize,
    },
}

/// Routes that are each sound and do not get in each other's way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RouteSet(Vec<Route>);

impl RouteSet {
    /// Refuses with everything that is wrong. Sorted by code and version.
    pub fn new(mut routes: Vec<Route>) -> Result<Self, Vec<SetFault>> {
        let faults = Self::check(&routes);
        if !faults.is_empty() {
            return Err(faults);
        }
        routes.sort_by(|one, other| (&one.code, one.version).cmp(&(&other.code, other.version)));
        Ok(Self(routes))
    }

    /// Everything that is wrong with these routes, each by itself and side by side.
    pub fn check(routes: &[Route]) -> Vec<SetFault> {
        let mut faults = Vec::new();
        for (index, route) in routes.iter().enumerate() {
            let own = route.check().into_iter();
            faults.extend(own.map(|fault| SetFault::Route { index, fault }));
            for (first, other) in routes[..index].iter().enumerate() {
                if other.code != route.code {
                    continue;
                }
                if other.version == route.version {
                    faults.push(SetFault::Twice { index, first });
                } else if other.valid.meets(route.valid) {
                    faults.push(SetFault::Overlap { index, first });
                }
            }
        }
        faults
    }

    /// All of them, by code and then by version.
    pub fn all(&self) -> &[Route] {
        &self.0
    }

    /// The versions of one route, the first first.
    pub fn versions(&self, code: &RouteCode) -> impl Iterator<Item = &Route> {
        self.0.iter().filter(move |it| it.code == *code)
    }

    /// One version.
    pub fn get(&self, code: &RouteCode, version: u16) -> Option<&Route> {
        self.versions(code).find(|it| it.version.get() == version)
    }

    /// The version a file that begins on this day goes by.
    pub fn in_force(&self, code: &RouteCode, on: Date) -> Option<&Route> {
        self.versions(code).find(|it| it.valid.holds(on))
    }

    /// The version in force, or else the last there is.
    pub fn current(&self, code: &RouteCode, on: Date) -> Option<&Route> {
        self.in_force(code, on).or_else(|| self.versions(code).last())
    }

    /// Every code, once.
    pub fn codes(&self) -> Vec<&RouteCode> {
        let mut codes: Vec<_> = self.0.iter().map(|it| &it.code).collect();
        codes.dedup();
        codes
    }
}
