use super::{AssociationTerms, Part, PartTerms};
use crate::{AreaCode, OrganisationCode};

/// One thing in the numbers of places or associations that cannot be agreed so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YearFault {
    /// The floor of a place is above its ceiling.
    FloorAboveCeiling {
        /// Which place.
        area: AreaCode,
        /// Homes at least.
        floor: u32,
        /// Homes at most.
        ceiling: u32,
    },
    /// The floors within a place ask for more than its ceiling.
    FloorsAboveCeiling {
        /// Which place.
        area: AreaCode,
        /// Homes its parts ask for.
        floors: u64,
        /// Homes at most.
        ceiling: u32,
    },
    /// The ceilings within a place leave less than its floor.
    CeilingsBelowFloor {
        /// Which place.
        area: AreaCode,
        /// Homes its parts can have.
        ceilings: u64,
        /// Homes at least.
        floor: u32,
    },
    /// The floors of the city ask for more homes than the year has.
    FloorsAboveTotal {
        /// Homes they ask for.
        floors: u64,
        /// Homes of the year.
        total: u32,
    },
    /// The ceilings of the whole city leave fewer homes than the year has.
    CeilingsBelowTotal {
        /// Homes they leave.
        ceilings: u64,
        /// Homes of the year.
        total: u32,
    },
    /// The target of an association is not between its floor and its ceiling.
    TargetOutside {
        /// Which association.
        association: OrganisationCode,
        /// Homes at least.
        floor: u32,
        /// Homes meant.
        target: u32,
        /// Homes at most.
        ceiling: Option<u32>,
    },
    /// The floors of the associations ask for more homes than the year has.
    TargetsAboveTotal {
        /// Homes they promise at least.
        floors: u64,
        /// Homes of the year.
        total: u32,
    },
}

/// All that is wrong with the numbers of the places, the largest place first.
pub fn area_faults(total: u32, parts: &[Part], terms: &[PartTerms]) -> Vec<YearFault> {
    let of = |part: &Part| terms.iter().find(|it| it.area == part.area);
    let own: Vec<_> = parts.iter().map(of).collect();
    let mut need = vec![0_u64; parts.len()];
    let mut room: Vec<Option<u64>> = vec![None; parts.len()];
    let mut faults = Vec::new();
    // From the smallest up: a part comes after the one it lies in.
    for at in (0..parts.len()).rev() {
        let inside = || (0..parts.len()).filter(|&it| parts[it].parent == Some(at));
        let floors: u64 = inside().map(|it| need[it]).sum();
        let ceilings = inside().map(|it| room[it]).sum::<Option<u64>>();
        let ceilings = ceilings.filter(|_| inside().next().is_some());
        let floor = own[at].and_then(|it| it.floor).unwrap_or(0);
        let ceiling = own[at].and_then(|it| it.ceiling);
        let area = || parts[at].area.clone();
        if let Some(ceiling) = ceiling.filter(|it| u64::from(*it) < floors) {
            faults.push(YearFault::FloorsAboveCeiling { area: area(), floors, ceiling });
        }
        if let Some(ceilings) = ceilings.filter(|it| *it < u64::from(floor)) {
            faults.push(YearFault::CeilingsBelowFloor { area: area(), ceilings, floor });
        }
        if let Some(ceiling) = ceiling.filter(|it| *it < floor) {
            faults.push(YearFault::FloorAboveCeiling { area: area(), floor, ceiling });
        }
        // What is said of a place once is not said again of every place around it.
        need[at] = floors.max(floor.into()).min(ceiling.map_or(u64::MAX, u64::from));
        room[at] = match (ceilings, ceiling.map(u64::from)) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        room[at] = room[at].map(|it| it.max(floor.into()));
    }
    faults.reverse();
    let roots = || (0..parts.len()).filter(|&it| parts[it].parent.is_none());
    let floors: u64 = roots().map(|it| need[it]).sum();
    if floors > u64::from(total) {
        faults.push(YearFault::FloorsAboveTotal { floors, total });
    }
    let ceilings = roots().map(|it| room[it]).sum::<Option<u64>>();
    if let Some(ceilings) = ceilings.filter(|it| *it < u64::from(total) && !terms.is_empty()) {
        faults.push(YearFault::CeilingsBelowTotal { ceilings, total });
    }
    faults
}

/// All that is wrong with the targets of the associations.
pub fn target_faults(total: u32, terms: &[AssociationTerms]) -> Vec<YearFault> {
    let outside = |it: &&AssociationTerms| {
        it.target < it.floor || it.ceiling.is_some_and(|ceiling| it.target > ceiling)
    };
    let fault = |it: &AssociationTerms| YearFault::TargetOutside {
        association: it.association.clone(),
        floor: it.floor,
        target: it.target,
        ceiling: it.ceiling,
    };
    let mut faults: Vec<_> = terms.iter().filter(outside).map(fault).collect();
    let floors: u64 = terms.iter().map(|it| u64::from(it.floor)).sum();
    if floors > u64::from(total) {
        faults.push(YearFault::TargetsAboveTotal { floors, total });
    }
    faults
}
