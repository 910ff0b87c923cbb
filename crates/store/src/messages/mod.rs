//! Messages in the inbox, what people want to be mailed, and mail on its way.

mod inbox;
mod outbox;
mod settings;

pub use inbox::{
    MessageRow, add_message, mark_all_read, mark_read, message, messages, unread_messages,
};
pub use outbox::{
    MailRow, NewMail, add_mail, due_mail, follow_address, lease_mail, mail, mail_counts, mails,
    save_mail,
};
pub use settings::{
    DigestDue, MailSettings, digests_due, mail_settings, set_digest_on, set_mail_settings,
};
