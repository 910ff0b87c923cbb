//! Mail from the outbox to a real mail server: a small one of our own, over TCP.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

mod catcher;
mod given;
mod sending;
