use std::fmt;

use jiff::{SignedDuration, Timestamp};

use crate::tasks::Waiting;

/// One mail to one person, kept until it is sent or given up.
#[derive(Debug)]
pub enum Mail {}

/// What somebody wants to be mailed ("mail").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MailChoice {
    /// Nothing; messages wait in the inbox.
    Nothing,
    /// One mail on a day on which something waits.
    Daily,
    /// A mail for each message.
    Each,
}

impl MailChoice {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Daily, Self::Each];

    /// The word in rows and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Daily => "daily",
            Self::Each => "each",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Where a mail stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MailState {
    /// Not tried yet.
    Waiting,
    /// Tried, not taken, and to be tried again.
    Failed,
    /// The mail server took it.
    Sent,
    /// Nobody tries any more, unless somebody asks for it.
    GivenUp,
}

impl MailState {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Failed, Self::Sent, Self::GivenUp];

    /// The word in rows and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Failed => "failed",
            Self::Sent => "sent",
            Self::GivenUp => "given-up",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What a mail says. Neither says what waits or about whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailContent {
    /// A message came in.
    Message,
    /// What there is at the start of the day.
    Digest {
        /// How many messages are unread.
        unread: u32,
        /// How many tasks and steps wait.
        waiting: Waiting,
    },
}

/// Why a mail was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailFault {
    /// No connection with the mail server, or it was lost.
    Unreachable,
    /// The mail server asks to come back later.
    Later,
    /// The mail server will never take it.
    Refused,
    /// The address cannot be written in a mail.
    BadAddress,
}

impl MailFault {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Unreachable, Self::Later, Self::Refused, Self::BadAddress];

    /// The word in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Later => "later",
            Self::Refused => "refused",
            Self::BadAddress => "bad-address",
        }
    }

    /// Whether another try can never help.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Refused | Self::BadAddress)
    }
}

/// The same with the number the mail server gave (RFC 5321, section 4.2), if it gave one.
/// Its words are left out: they may name a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailFailure {
    /// What happened.
    pub fault: MailFault,
    /// The number of the answer, as 451 or 550.
    pub reply: Option<u16>,
}

impl fmt::Display for MailFailure {
    /// As rows have it: `later 451`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reply {
            Some(reply) => write!(f, "{} {reply}", self.fault.code()),
            None => f.write_str(self.fault.code()),
        }
    }
}

impl MailFailure {
    /// Reads it back; `None` for any other text.
    pub fn read(text: &str) -> Option<Self> {
        let (word, reply) = match text.split_once(' ') {
            Some((word, reply)) => (word, Some(reply.parse().ok()?)),
            None => (text, None),
        };
        let fault = MailFault::ALL.into_iter().find(|it| it.code() == word)?;
        Some(Self { fault, reply })
    }
}

/// Minutes until the next try, after the first, the second … try that failed.
const PAUSES: [i64; 7] = [1, 5, 15, 60, 240, 720, 1440];

/// When a mail that failed so many times is tried again; `None` when it is enough: a mail
/// server that was away for two days has lost more than ours.
pub fn next_try(tries: u32, at: Timestamp) -> Option<Timestamp> {
    let minutes = PAUSES.get(usize::try_from(tries.checked_sub(1)?).ok()?)?;
    at.checked_add(SignedDuration::from_mins(*minutes)).ok()
}

/// Why a text is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Longer than a mail server takes.
    #[error("the address has {length} characters, at most 254 are allowed")]
    TooLong {
        /// Characters in the refused text.
        length: usize,
    },
    /// Not of the shape `somebody@place.example`.
    #[error("this is not an e-mail address")]
    Shape,
}

/// An e-mail address in the plain form organisations give out: letters, digits and
/// `.!#$%&'*+/=?^_{|}~-` before the `@`, a host name after it. Narrower than the standard,
/// so that no address can carry a second one or a line of its own into a mail.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    /// Trims and checks.
    pub fn new(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        let length = text.chars().count();
        if length > 254 {
            return Err(AddressError::TooLong { length });
        }
        let (local, host) = text.rsplit_once('@').ok_or(AddressError::Shape)?;
        if is_local(local) && is_host(host) {
            Ok(Self(text.to_owned()))
        } else {
            Err(AddressError::Shape)
        }
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_local(local: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_{|}~-".contains(c);
    local.len() <= 64 && local.split('.').all(|part| !part.is_empty() && part.chars().all(fits))
}

fn is_host(host: &str) -> bool {
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    host.contains('.') && host.split('.').all(label)
}
