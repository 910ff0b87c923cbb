use std::{
    fmt::{self, Write as _},
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use ring::digest;

use crate::Random;

/// The first line of a key file.
const HEAD: &str = "sleutel document keys, version 1";

/// What a master key is called: the beginning of a fingerprint of the key, so that a name
/// and a key cannot get mixed up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId(String);

impl KeyId {
    /// As rows and the key file have it: 16 signs.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A key of the installation, which wraps the keys of documents.
#[derive(Clone)]
pub struct MasterKey {
    id: KeyId,
    pub(crate) secret: Random,
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MasterKey({})", self.id)
    }
}

impl MasterKey {
    /// A key of random bytes.
    pub fn new(secret: Random) -> Self {
        let mut text = digest::Context::new(&digest::SHA256);
        text.update(b"sleutel document key name 1");
        text.update(&secret);
        let id = hex(&text.finish().as_ref()[..8]);
        Self { id: KeyId(id), secret }
    }

    /// What it is called.
    pub fn id(&self) -> &KeyId {
        &self.id
    }
}

/// The keys of an installation, oldest first. The last is the one new documents get; the
/// others open what was not wrapped anew yet.
#[derive(Debug, Clone)]
pub struct Keyring {
    older: Vec<MasterKey>,
    newest: MasterKey,
}

/// Why a key file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It cannot be read or written.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// It is not a key file, or was damaged.
    #[error("line {line} is not a key as `sleutel documents new-key` writes it")]
    Line {
        /// Which line, from 1.
        line: usize,
    },
    /// There is a head and no key.
    #[error("there is no key in it")]
    NoKey,
    /// Others than its owner may read it.
    #[error("others on this machine may read it (mode {mode:o}); only its owner should (600)")]
    Open {
        /// Its permissions.
        mode: u32,
    },
}

impl Keyring {
    /// A ring with one key.
    pub fn one(key: MasterKey) -> Self {
        Self { older: Vec::new(), newest: key }
    }

    /// The key new documents get.
    pub fn newest(&self) -> &MasterKey {
        &self.newest
    }

    /// The key by this name, when it is on the ring.
    pub fn find(&self, id: &str) -> Option<&MasterKey> {
        self.all().find(|it| it.id.as_str() == id)
    }

    /// All keys, oldest first.
    pub fn all(&self) -> impl Iterator<Item = &MasterKey> {
        self.older.iter().chain([&self.newest])
    }

    /// The same with a newer key.
    #[must_use]
    pub fn with(mut self, key: MasterKey) -> Self {
        self.older.push(self.newest);
        Self { older: self.older, newest: key }
    }

    /// Reads a key file. A file that others may read is refused.
    pub fn read(path: &Path) -> Result<Self, KeyFileError> {
        refuse_open(path)?;
        Self::parse(&fs::read_to_string(path)?)
    }

    fn parse(text: &str) -> Result<Self, KeyFileError> {
        let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
        if lines.next().map(|(_, line)| line) != Some(HEAD) {
            return Err(KeyFileError::Line { line: 1 });
        }
        let mut ring: Option<Self> = None;
        for (line, text) in lines.filter(|(_, text)| !text.is_empty()) {
            let bad = KeyFileError::Line { line };
            let Some((id, secret)) = text.split_once(' ') else { return Err(bad) };
            let Some(secret) = unhex(secret.trim()) else { return Err(bad) };
            let key = MasterKey::new(secret);
            // A sign typed wrongly changes the name of the key.
            if key.id.as_str() != id {
                return Err(bad);
            }
            ring = Some(match ring {
                None => Self::one(key),
                Some(ring) => ring.with(key),
            });
        }
        ring.ok_or(KeyFileError::NoKey)
    }

    /// Writes a new key file that only its owner may read. One that is there stays as it is.
    pub fn create(&self, path: &Path) -> Result<(), KeyFileError> {
        let mut file = private().create_new(true).open(path)?;
        self.write_to(&mut file)?;
        settle(path)
    }

    /// Writes the file anew, whole or not at all.
    pub fn replace(&self, path: &Path) -> Result<(), KeyFileError> {
        let mut name = path.as_os_str().to_owned();
        name.push(".new");
        let beside = PathBuf::from(name);
        let mut file = private().create(true).truncate(true).open(&beside)?;
        self.write_to(&mut file)?;
        fs::rename(&beside, path)?;
        settle(path)
    }

    fn write_to(&self, file: &mut File) -> io::Result<()> {
        let mut text = format!("{HEAD}\n");
        for key in self.all() {
            text.push_str(&format!("{} {}\n", key.id, hex(&key.secret)));
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }
}

/// After a power cut a new name is only sure to be there when its folder was written.
fn settle(path: &Path) -> Result<(), KeyFileError> {
    #[cfg(unix)]
    {
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

fn refuse_open(path: &Path) -> Result<(), KeyFileError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path)?.permissions().mode() & 0o777;
        // The group may read: that is how a service manager hands over a secret.
        if mode & 0o027 != 0 {
            return Err(KeyFileError::Open { mode });
        }
    }
    #[cfg(not(unix))]
    fs::metadata(path)?;
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Random> {
    let bytes = text.as_bytes();
    if bytes.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut secret = [0; 32];
    for (at, byte) in secret.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(secret)
}
