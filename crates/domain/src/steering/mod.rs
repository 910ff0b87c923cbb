//! Steering: how the homes of a year are shared out over target groups.

mod share;

pub use share::{
    Bound, Demand, GroupDemand, MAX_DEMAND, Rule, Share, ShareFault, ShareOut, share_out,
};
