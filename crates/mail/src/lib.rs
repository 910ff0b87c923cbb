//! Sends what the outbox holds: one mail, one recipient, one connection at a time.
//!
//! A mail is written by an action, in its transaction, and sent from here afterwards. It says
//! that something waits and leads to the inbox; it cannot say more, because a
//! [`Letter`](sleutel_actions::messages::Letter) holds no more.

mod compose;
mod send;
mod server;

pub use send::{Done, keep_sending, send_waiting};
pub use server::{BadMailServer, MailServer, Mailer};
