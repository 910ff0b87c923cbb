//! Keeps documents safe: the keys of an installation, sealing content with them, and the
//! question to a virus scanner whether content is sound.
//!
//! Knows no database, no file of a person and no clock, and draws nothing by chance: whoever
//! calls hands in the random bytes.

mod keys;
mod scanner;
mod seal;

pub use keys::{KeyFileError, KeyId, Keyring, MasterKey};
pub use scanner::{Answer, BadAddress, Scanner};
pub use seal::{CHUNK, DocumentKey, Place, SALT, Unreadable, Wrapped};

/// Random bytes for a key, a salt or a master key.
pub type Random = [u8; 32];
