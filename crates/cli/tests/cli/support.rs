//! Running the program.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Output, Stdio},
};

/// What a command said, and how it ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The program with nothing of this machine's own settings.
pub(crate) fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sleutel"));
    command.args(args).stdin(Stdio::null());
    for name in ["LANG", "LC_ALL", "LC_MESSAGES"] {
        command.env(name, "C");
    }
    for name in
        ["DATABASE_URL", "LISTEN", "CONFIG", "LANGUAGE", "LOG", "LOG_FORMAT", "PROGRAMME", "ROUTES"]
    {
        command.env_remove(format!("SLEUTEL_{name}"));
    }
    command
}

pub(crate) fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub(crate) fn run(args: &[&str]) -> Ran {
    ran(program(args).output().unwrap())
}

/// Runs, and expects success.
pub(crate) fn done(args: &[&str]) -> String {
    let ran = run(args);
    assert_eq!(ran.code, Some(0), "{args:?}: {ran:?}");
    ran.out
}

/// Runs in a folder with something on standard input.
pub(crate) fn with_input(args: &[&str], input: &str) -> Ran {
    let mut child = program(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    ran(child.wait_with_output().unwrap())
}

/// A folder that is gone after the test.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn database(&self) -> String {
        format!("sqlite:{}", self.text("city.db"))
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.text(name)
    }
}

/// A server of our own that ends with the test.
pub(crate) struct Server {
    child: Child,
    out: BufReader<ChildStdout>,
    pub(crate) said: String,
    pub(crate) address: String,
}

impl Server {
    /// Starts, and reads what it says until it says where it listens.
    pub(crate) fn start(args: &[&str]) -> Self {
        let mut command = program(args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let mut server = Self { child, out, said: String::new(), address: String::new() };
        while server.address.is_empty() {
            let mut line = String::new();
            let read = server.out.read_line(&mut line).unwrap();
            assert_ne!(read, 0, "it ended after: {}", server.said);
            if let Some((_, address)) = line.trim_end().split_once("http://") {
                server.address = address.to_owned();
            }
            server.said.push_str(&line);
        }
        server
    }

    pub(crate) fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Sends a signal by its name and waits for the end.
    pub(crate) fn stop(mut self, signal: &str) -> Option<i32> {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([&format!("-{signal}"), &id]).status().unwrap();
        assert!(sent.success());
        let code = self.child.wait().unwrap().code();
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        code
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already in most tests; both then fail, and that is well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A file of the open data beside the checkout; `None`, with a word, where it is not there.
pub(crate) fn shared(path: &str) -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    if !file.exists() {
        println!("not tested here: there is no {path} beside the checkout");
        return None;
    }
    Some(file.to_str().unwrap().to_owned())
}
