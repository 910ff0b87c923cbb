//! Flow ("doorstroom"): how long each step of each file was open, counted over many files, and pilots.

mod figures;
mod pilots;
mod spells;

pub use figures::{
    FreedRow, KeysRow, NowRow, SpellTimeRow, TrafficRow, freed, milestones, now, spell_times,
    traffic,
};
pub use pilots::{
    PilotCaseRow, PilotLogRow, PilotRow, StandRow, add_pilot, add_pilot_log, change_pilot,
    pilot_cases, pilot_log, pilots, put_pilot_case, stands,
};
pub use spells::{FlowRow, SpellRow, behind, flow_of, keep_flow, lives};

/// Of which files figures are wanted. Empty text means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FlowFilter {
    /// On one road.
    pub route: String,
    /// Of one target group.
    pub group: String,
    /// Of one provider.
    pub provider: String,
    /// With a home of one association.
    pub association: String,
    /// Of one of these support workers; empty means all.
    pub caseload: Vec<String>,
}
