//! A mail server that keeps what it gets (RFC 5321), and answers a recipient as it is told.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// A mail as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Caught {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    pub(crate) text: String,
}

impl Caught {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> String {
        let start = format!("{name}: ");
        let line = self.text.lines().find(|it| it.starts_with(&start));
        line.unwrap_or_default().trim_start_matches(&start).to_owned()
    }

    /// All of it, with the quoted-printable parts as they are read.
    pub(crate) fn readable(&self) -> String {
        assert!(!self.text.contains("base64"), "this catcher reads no base64");
        let joined = self.text.replace("=\r\n", "");
        let mut bytes = Vec::new();
        let mut rest = joined.as_bytes();
        while let Some((first, after)) = rest.split_first() {
            let hex = after.get(..2).and_then(|it| std::str::from_utf8(it).ok());
            let byte =
                hex.filter(|_| *first == b'=').and_then(|it| u8::from_str_radix(it, 16).ok());
            match byte {
                Some(byte) => {
                    bytes.push(byte);
                    rest = &after[2..];
                }
                None => {
                    bytes.push(*first);
                    rest = after;
                }
            }
        }
        String::from_utf8(bytes).unwrap()
    }
}

#[derive(Default)]
struct Kept {
    caught: Vec<Caught>,
    answers: VecDeque<&'static str>,
}

/// The server; gone when dropped.
pub(crate) struct Catcher {
    pub(crate) port: u16,
    kept: Arc<Mutex<Kept>>,
    task: JoinHandle<()>,
}

impl Catcher {
    /// On a port (0: any), answering the next recipients with these lines and all after them
    /// with a yes.
    pub(crate) async fn on(port: u16, answers: &[&'static str]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let answers = answers.iter().copied().collect();
        let kept = Arc::new(Mutex::new(Kept { caught: Vec::new(), answers }));
        let shared = Arc::clone(&kept);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&shared);
                tokio::spawn(async move { serve(stream, &shared).await });
            }
        });
        Self { port, kept, task }
    }

    pub(crate) fn caught(&self) -> Vec<Caught> {
        self.kept.lock().unwrap().caught.clone()
    }

    /// Closes the door, and waits until it is closed.
    pub(crate) async fn stop(mut self) {
        self.task.abort();
        let ended = (&mut self.task).await;
        assert!(ended.unwrap_err().is_cancelled());
    }
}

impl Drop for Catcher {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// One conversation; a client that goes away ends it.
async fn serve(stream: TcpStream, kept: &Mutex<Kept>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut mail = Caught { from: String::new(), to: Vec::new(), text: String::new() };
    let mut answer = "220 catcher".to_owned();
    loop {
        if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
        let Ok(Some(line)) = lines.next_line().await else { return };
        let word = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        answer = match word.as_str() {
            "EHLO" | "HELO" => "250 catcher".to_owned(),
            "MAIL" => {
                mail.from = within(&line);
                "250 go on".to_owned()
            }
            "RCPT" => {
                let told = kept.lock().unwrap().answers.pop_front().unwrap_or("250 go on");
                if told.starts_with('2') {
                    mail.to.push(within(&line));
                }
                told.to_owned()
            }
            "DATA" => {
                if write.write_all(b"354 go on\r\n").await.is_err() {
                    return;
                }
                loop {
                    let Ok(Some(line)) = lines.next_line().await else { return };
                    if line == "." {
                        break;
                    }
                    mail.text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    mail.text.push_str("\r\n");
                }
                kept.lock().unwrap().caught.push(mail.clone());
                "250 kept".to_owned()
            }
            "QUIT" => {
                // The client may be gone before it reads this.
                let _ = write.write_all(b"221 bye\r\n").await;
                return;
            }
            _ => "250 fine".to_owned(),
        };
    }
}

/// What stands between `<` and `>`.
fn within(line: &str) -> String {
    let (_, rest) = line.split_once('<').unwrap();
    rest.split_once('>').unwrap().0.to_owned()
}
