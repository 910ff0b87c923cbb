use std::{io, time::Duration};

use sleutel_domain::documents::ScanFailure;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    time::timeout,
};

/// Bytes that go over at once; a scanner may refuse larger pieces.
const PIECE: usize = 64 * 1024;
/// Most bytes an answer is read for.
const LONGEST: u64 = 4096;

/// A virus scanner that speaks the INSTREAM command of clamd.
/// Source: docs/sources.md#clamd
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scanner {
    address: String,
    /// How long to wait for the connection.
    pub connect: Duration,
    /// How long to wait for each piece to be taken and for the answer.
    pub each: Duration,
    /// How long it may take altogether.
    pub altogether: Duration,
}

/// Not an address of a scanner.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an address of a scanner; use `HOST:PORT`")]
pub struct BadAddress(pub String);

/// What a scanner said of content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It found nothing.
    Sound,
    /// It found something, by the scanner's name for it.
    Found(String),
}

impl Scanner {
    /// A scanner at `HOST:PORT`, with times for somebody who waits at a browser.
    pub fn new(address: &str) -> Result<Self, BadAddress> {
        let bad = || BadAddress(address.to_owned());
        let (host, port) = address.rsplit_once(':').ok_or_else(bad)?;
        let port: u16 = port.parse().map_err(|_| bad())?;
        if host.is_empty() || port == 0 || host.contains(['/', '@', ' ']) {
            return Err(bad());
        }
        Ok(Self {
            address: address.to_owned(),
            connect: Duration::from_secs(3),
            each: Duration::from_secs(10),
            altogether: Duration::from_secs(20),
        })
    }

    /// Asks about content. Never waits longer than [`Scanner::altogether`].
    pub async fn ask(&self, content: &[u8]) -> Result<Answer, ScanFailure> {
        timeout(self.altogether, self.talk(content)).await.unwrap_or(Err(ScanFailure::TooLate))
    }

    async fn talk(&self, content: &[u8]) -> Result<Answer, ScanFailure> {
        let stream = timeout(self.connect, TcpStream::connect(&self.address))
            .await
            .map_err(|_| ScanFailure::Unreachable)?
            .map_err(|_| ScanFailure::Unreachable)?;
        let (mut read, mut write) = stream.into_split();
        let sent = self.send(&mut write, content).await;
        if let Err(ScanFailure::TooLate) = sent {
            return Err(ScanFailure::TooLate);
        }
        // A scanner that has heard enough closes its ear and says why.
        match self.answer(&mut read).await {
            Err(ScanFailure::NoAnswer) if sent.is_err() => Err(ScanFailure::NoAnswer),
            Ok(Answer::Sound) if sent.is_err() => Err(ScanFailure::NoAnswer),
            answer => answer,
        }
    }

    async fn send(&self, to: &mut OwnedWriteHalf, content: &[u8]) -> Result<(), ScanFailure> {
        self.put(to, b"zINSTREAM\0").await?;
        for piece in content.chunks(PIECE) {
            let length = u32::try_from(piece.len()).map_err(|_| ScanFailure::NoAnswer)?;
            self.put(to, &length.to_be_bytes()).await?;
            self.put(to, piece).await?;
        }
        self.put(to, &0_u32.to_be_bytes()).await
    }

    async fn put(&self, to: &mut OwnedWriteHalf, bytes: &[u8]) -> Result<(), ScanFailure> {
        within(self.each, to.write_all(bytes)).await
    }

    async fn answer(&self, from: &mut OwnedReadHalf) -> Result<Answer, ScanFailure> {
        let mut text = Vec::new();
        let mut from = from.take(LONGEST);
        loop {
            let mut part = [0; 512];
            let read = within(self.each, from.read(&mut part)).await?;
            text.extend_from_slice(&part[..read]);
            if let Some(end) = text.iter().position(|it| *it == 0) {
                return read_answer(&text[..end]);
            }
            if read == 0 {
                return Err(ScanFailure::NoAnswer);
            }
        }
    }
}

async fn within<T>(
    time: Duration,
    doing: impl Future<Output = io::Result<T>>,
) -> Result<T, ScanFailure> {
    let done = timeout(time, doing).await.map_err(|_| ScanFailure::TooLate)?;
    done.map_err(|_| ScanFailure::NoAnswer)
}

/// `stream: OK`, `stream: NAME FOUND`, or `… ERROR`. Anything else is no answer: content is
/// never taken for sound because an answer was strange.
fn read_answer(text: &[u8]) -> Result<Answer, ScanFailure> {
    let text = std::str::from_utf8(text).map_err(|_| ScanFailure::NoAnswer)?.trim();
    if text == "stream: OK" {
        return Ok(Answer::Sound);
    }
    if text.contains("size limit exceeded") {
        return Err(ScanFailure::TooLarge);
    }
    let found = text.strip_prefix("stream: ").and_then(|it| it.strip_suffix(" FOUND"));
    let name: String =
        found.unwrap_or_default().chars().filter(|c| !c.is_control()).take(120).collect();
    if name.trim().is_empty() {
        return Err(ScanFailure::NoAnswer);
    }
    Ok(Answer::Found(name.trim().to_owned()))
}
