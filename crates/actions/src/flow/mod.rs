//! Flow ("doorstroom"): who stands where on the roads, how long a step takes, where it jams, whether
//! an offer comes within three months, which places come free, and pilots.
//!
//! Whoever may list files on a road sees the figures of the files they may list, and of no others: so
//! nothing can be read from them that the list does not say. What each figure means is in
//! `docs/method/flow.md`.

mod aim;
mod freed;
mod keep;
mod now;
mod pilots;
mod times;

pub(crate) use aim::aim_of;
pub use aim::{Aim, AimRow, GroupAim, LIMIT, Quarter, Within, aim};
pub use freed::{Freed, Pace, Place, freed};
pub use keep::catch_up;
pub use now::{Jam, Now, RoadNow, StepNow, TRAFFIC_DAYS, jams, now};
pub use pilots::{
    NoteDraft, Phase, PilotCase, PilotDraft, PilotView, Stood, close_pilot, create_pilot,
    export_pilot, note_pilot, pilot, pilots, put_in_pilot, reopen_pilot, take_out_of_pilot,
};
pub use times::{Since, StepTimes, Times, times};

/// The curve behind the times, for pages.
pub use sleutel_outcomes::survival::{Curve, Point, Quantile};
pub use sleutel_store::flow::{FlowFilter, PilotCaseRow, PilotLogRow, PilotRow, StandRow};

use sleutel_domain::access::OrganisationKind;

use crate::{
    Who, lists,
    policy::{self, Action, Reach},
};

/// Narrows a filter to the files somebody may list.
fn within_reach(who: &Who, filter: &FlowFilter) -> FlowFilter {
    let mut filter = filter.clone();
    let own = || who.organisation().map(ToString::to_string).unwrap_or_default();
    match (policy::reach_of(who, Action::ListCases), who.kind()) {
        (Reach::All | Reach::Nothing, _) => {}
        (Reach::Own, Some(OrganisationKind::Association)) => filter.association = own(),
        (Reach::Own, _) => filter.provider = own(),
        (Reach::Caseload, _) => {
            filter.provider = own();
            filter.caseload = who.logins();
        }
    }
    if lists::without_support(who) {
        filter.group.clear();
    }
    filter
}
