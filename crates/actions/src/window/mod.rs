//! The participant's own window: keys that a worker hands over, getting in, and what somebody
//! sees and does there. Which file it is about comes from the session: no function here for
//! the person themselves takes a reference.

mod enter;
mod keys;
mod own;
mod plan;
mod say;
mod secret;

pub use enter::{Entered, leave, open_with_code, open_with_link, open_with_secret, session};
pub use keys::{Given, KeyLine, KeyStands, KeysView, give_key, keys, shut, withdraw_key};
pub use own::{
    Contact, OwnHome, OwnPage, OwnRecord, OwnView, act, looks, record, see, viewing_file,
};
pub use plan::{OwnPlan, answer_plan, plan};
pub use say::{OwnWords, Said, WordsDraft, say, words};
pub use secret::choose_secret;
