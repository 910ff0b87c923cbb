//! What people are told ("berichten"): a line in their inbox and, when they chose so, a mail
//! that says no more than that something waits.

mod mail;
mod message;
#[cfg(test)]
mod tests;

pub use mail::{
    Address, AddressError, Mail, MailChoice, MailContent, MailFailure, MailFault, MailState,
    next_try,
};
pub use message::{Message, Parts};

/// One message in somebody's inbox.
#[derive(Debug)]
pub enum Received {}
