//! Messages: the inbox, what people want to be mailed, and mail on its way.
//!
//! An action that gives somebody work calls `notify` before it commits. That writes the
//! line in the inbox and, when its reader chose so, the mail, in the transaction of the change
//! itself: what did not happen is told to nobody. Sending comes after, from
//! [`take_mail`] and [`settle_mail`], never within a request.

mod inbox;
mod notify;
mod outbox;
mod send;
mod settings;

pub use inbox::{list, mark_all_read, mark_read, one, unread};
pub(crate) use notify::{People, link_to_file, link_to_plan, link_to_road, notify};
pub use outbox::{OutboxView, give_up, outbox, try_again};
pub use send::{DIGEST_HOUR, Letter, settle_mail, take_mail, write_digests};
pub use settings::{MailDraft, save_settings, settings};
