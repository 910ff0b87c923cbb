//! Content under a key of its own, which lies wrapped under a key of the installation.
//!
//! Every version of a document has its own random key, so the numbers of its chunks serve as
//! nonces and never come twice under one key. A wrapping has a random salt; with the master
//! key it gives a key that wraps exactly once. What a chunk or a wrapped key belongs to is
//! sealed along with it: put in another place, it does not open.

use std::fmt;

use ring::{
    aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    hkdf,
};

use crate::{Keyring, MasterKey, Random};

/// Bytes of content in one chunk; only the last is shorter.
pub const CHUNK: usize = 256 * 1024;
/// Bytes of the salt of a wrapping.
pub const SALT: usize = 32;

/// Where content belongs. Moved to another place it does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The programme.
    pub programme: [u8; 16],
    /// The document.
    pub document: [u8; 16],
    /// The version of the document, from 1.
    pub version: u32,
}

impl Place {
    fn bytes(&self, what: &[u8], rest: &[u8]) -> Vec<u8> {
        let mut all = Vec::with_capacity(64);
        // Each part has a length of its own or is last, so no two places write alike.
        all.extend_from_slice(what);
        all.extend_from_slice(&self.programme);
        all.extend_from_slice(&self.document);
        all.extend_from_slice(&self.version.to_be_bytes());
        all.extend_from_slice(rest);
        all
    }
}

/// Content, or the key to it, that does not open: another key, another place, or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The key it was wrapped with is not on the ring.
    #[error("the key it was wrapped with is not among the keys given")]
    NoSuchKey,
    /// It does not open.
    #[error("it was changed, or belongs elsewhere")]
    Changed,
}

/// The key of one version of one document.
#[derive(Clone)]
pub struct DocumentKey(Random);

impl fmt::Debug for DocumentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DocumentKey")
    }
}

/// The key of a version as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    /// Which master key wrapped it.
    pub key: String,
    /// The salt of the wrapping, [`SALT`] bytes.
    pub salt: Vec<u8>,
    /// The key of the version, sealed.
    pub sealed: Vec<u8>,
}

impl DocumentKey {
    /// A key of random bytes.
    pub fn new(secret: Random) -> Self {
        Self(secret)
    }

    /// Wraps it with the newest master key.
    pub fn wrap(&self, ring: &Keyring, place: Place, salt: Random) -> Result<Wrapped, Unreadable> {
        let master = ring.newest();
        let id = master.id().as_str();
        let key = wrapping(master, &salt)?;
        let mut sealed = self.0.to_vec();
        let aad = Aad::from(place.bytes(b"sleutel key 1", id.as_bytes()));
        key.seal_in_place_append_tag(nonce(0), aad, &mut sealed)
            .map_err(|_| Unreadable::Changed)?;
        Ok(Wrapped { key: id.to_owned(), salt: salt.to_vec(), sealed })
    }

    /// Unwraps one with whichever master key wrapped it.
    pub fn unwrap(wrapped: &Wrapped, ring: &Keyring, place: Place) -> Result<Self, Unreadable> {
        let master = ring.find(&wrapped.key).ok_or(Unreadable::NoSuchKey)?;
        let key = wrapping(master, &wrapped.salt)?;
        let mut sealed = wrapped.sealed.clone();
        let aad = Aad::from(place.bytes(b"sleutel key 1", wrapped.key.as_bytes()));
        let open =
            key.open_in_place(nonce(0), aad, &mut sealed).map_err(|_| Unreadable::Changed)?;
        Random::try_from(&*open).map(Self).map_err(|_| Unreadable::Changed)
    }

    /// Seals one chunk. `last` is part of what is sealed: content that was cut off between
    /// two chunks does not open either.
    pub fn seal(
        &self,
        place: Place,
        number: u32,
        last: bool,
        mut chunk: Vec<u8>,
    ) -> Result<Vec<u8>, Unreadable> {
        let key = bound(&self.0)?;
        let aad = Aad::from(place.bytes(b"sleutel content 1", &[u8::from(last)]));
        key.seal_in_place_append_tag(nonce(number), aad, &mut chunk)
            .map_err(|_| Unreadable::Changed)?;
        Ok(chunk)
    }

    /// Opens one chunk.
    pub fn open(
        &self,
        place: Place,
        number: u32,
        last: bool,
        mut sealed: Vec<u8>,
    ) -> Result<Vec<u8>, Unreadable> {
        let key = bound(&self.0)?;
        let aad = Aad::from(place.bytes(b"sleutel content 1", &[u8::from(last)]));
        let length = key
            .open_in_place(nonce(number), aad, &mut sealed)
            .map_err(|_| Unreadable::Changed)?
            .len();
        sealed.truncate(length);
        Ok(sealed)
    }
}

fn bound(secret: &Random) -> Result<LessSafeKey, Unreadable> {
    let key = UnboundKey::new(&CHACHA20_POLY1305, secret).map_err(|_| Unreadable::Changed)?;
    Ok(LessSafeKey::new(key))
}

/// The key of one wrapping. With a salt of its own it seals once, so a fixed nonce will do.
fn wrapping(master: &MasterKey, salt: &[u8]) -> Result<LessSafeKey, Unreadable> {
    let extracted = hkdf::Salt::new(hkdf::HKDF_SHA256, salt).extract(&master.secret);
    let mut secret = [0; 32];
    extracted
        .expand(&[b"sleutel document wrapping 1"], hkdf::HKDF_SHA256)
        .and_then(|it| it.fill(&mut secret))
        .map_err(|_| Unreadable::Changed)?;
    bound(&secret)
}

fn nonce(number: u32) -> Nonce {
    let mut bytes = [0; NONCE_LEN];
    bytes[NONCE_LEN - 4..].copy_from_slice(&number.to_be_bytes());
    Nonce::assume_unique_for_key(bytes)
}
