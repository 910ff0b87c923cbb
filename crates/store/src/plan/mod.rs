//! Plans with their versions and answers, and what has to be arranged before a move.

mod basics;
mod versions;

pub use basics::{BasicRow, add_basic_version, basic_versions};
pub use versions::{
    VersionRow, add_answer, add_goal_end, add_version, plan_of, save_version, take_back_goal_end,
    version_rows,
};
