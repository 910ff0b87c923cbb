use crate::{chain, chain::Room, policy::Policy, policy::Tenancy, result::Run};

/// Where somebody waits, or on whose lease they live.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Waits in shelter ("maatschappelijke opvang").
    Shelter,
    /// Waits in protected living ("beschermd wonen").
    Protected,
    /// Waits with family or friends.
    Family,
    /// Waits outside, or nobody knows where.
    Outside,
    /// Lives in a home on the provider's lease.
    ProviderLease,
    /// Lives in a home on an own lease.
    OwnLease,
}

impl State {
    /// In the order of every table of states.
    pub const ALL: [Self; 6] = [
        Self::Shelter,
        Self::Protected,
        Self::Family,
        Self::Outside,
        Self::ProviderLease,
        Self::OwnLease,
    ];

    /// The word in files and on the command line; not for people to read.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shelter => "shelter",
            Self::Protected => "protected",
            Self::Family => "family",
            Self::Outside => "outside",
            Self::ProviderLease => "provider_lease",
            Self::OwnLease => "own_lease",
        }
    }

    /// Whether somebody has no home yet.
    pub fn waits(self) -> bool {
        self < Self::ProviderLease
    }
}

/// People who come for the same reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Whether a home goes with support, and the policy's road is theirs.
    pub with_support: bool,
    /// People who come in a year, one by one and independently (a Poisson stream).
    pub arrivals_per_year: f64,
    /// People who wait already on the first day.
    pub waiting_at_start: u32,
    /// People who live in a home already on the first day, since a year.
    pub housed_at_start: u32,
    /// Weight of the group when a home is shared out.
    pub share: f64,
    /// Weights of where somebody waits, in the order of [`State::ALL`].
    pub places: [f64; 4],
    /// Weights of the kind of home somebody needs, in the order of [`Model::homes_per_year`].
    pub kinds: Vec<f64>,
    /// What is done for those of the group who need support; prevention is for all of it.
    pub policy: Policy,
}

/// Where homes lie, and where people want to live. With no weights the city is not divided.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Areas {
    /// Weight of each area when a home comes free.
    pub homes: Vec<f64>,
    /// Weight of each area among people who want to live in one.
    pub wanted: Vec<f64>,
    /// Share of the people who would live in any area.
    pub anywhere_share: f64,
}

/// A city in figures, under one policy or one for each group. Figures of nobody's in particular: names and sources are
/// in [`crate::Assumptions`].
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The groups.
    pub groups: Vec<Group>,
    /// Homes that come free for these groups in a year, of each kind (Poisson streams).
    pub homes_per_year: Vec<f64>,
    /// Homes of each kind that stand free on the first day.
    pub homes_at_start: Vec<u32>,
    /// Years a free home is kept for these groups; infinite when it stays.
    pub home_kept_years: f64,
    /// Share of the homes given up that come back to these groups, beside the stream.
    pub homes_back_share: f64,
    /// Places in shelter and in protected living.
    pub places: [u32; 2],
    /// Of those who find no place, the share that stays with family; the others are outside.
    pub family_share: f64,
    /// Rate per year at which somebody who waits leaves for good.
    pub leaves_waiting_per_year: f64,
    /// Support there is in all, in hours a week.
    pub support_hours: f64,
    /// The stay of groups that need no support.
    pub without_support: Tenancy,
    /// The areas.
    pub areas: Areas,
}

/// Why a run stopped. None of these is the fault of whoever asked: the numbers of a run that is
/// wrong must not be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// People were lost or made on the way.
    #[error(
        "after {seconds} seconds {entered} people had entered, {left} had left and {in_system} \
         were there, {in_states} by where they are"
    )]
    NotConserved {
        /// The moment.
        seconds: u64,
        /// People who entered, those of the first day included.
        entered: u64,
        /// People who left for good.
        left: u64,
        /// People who should be there.
        in_system: u64,
        /// People there, added up over the states.
        in_states: u64,
    },
    /// More people than places or support.
    #[error("after {seconds} seconds {used} places of {capacity} were taken")]
    OverCapacity {
        /// The moment.
        seconds: u64,
        /// What is taken.
        used: u64,
        /// What there is.
        capacity: u64,
    },
    /// More people than can be numbered.
    #[error("more than {most} people enter in one run")]
    TooMany {
        /// The most there can be.
        most: u32,
    },
}

/// What to run: the part of a study that is no assumption.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Horizon {
    /// Years to run.
    pub years: u32,
    /// Time waited is the mean within so many years.
    pub wait_within_years: f64,
    /// The seed.
    pub seed: u64,
}

impl Model {
    /// One replication. The same arguments give the same answer on any machine.
    ///
    /// Fails when people are lost on the way, which is checked at every event.
    pub fn run(&self, horizon: Horizon, replication: u32) -> Result<Run, Fault> {
        self.run_in(&mut Room::default(), horizon, replication)
    }

    /// The same in the memory of the replication before, whichever model that was of.
    ///
    /// Fails as [`Self::run`] does.
    pub fn run_in(
        &self,
        room: &mut Room,
        horizon: Horizon,
        replication: u32,
    ) -> Result<Run, Fault> {
        chain::run(self, room, horizon, replication)
    }
}
