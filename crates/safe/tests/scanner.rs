//! The question to a scanner, against one that only looks like it.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::time::Duration;

use sleutel_domain::documents::ScanFailure;
use sleutel_safe::{Answer, Scanner};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What the scanner does when somebody comes.
#[derive(Clone)]
enum Does {
    /// Reads everything, hands it back, and says this.
    Says(&'static [u8]),
    /// Says this letter by letter.
    SaysSlowly(&'static [u8]),
    /// Says this after the first piece and closes.
    Interrupts(&'static [u8]),
    /// Takes the connection and does nothing.
    Sleeps,
}

async fn read_all(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut head = [0; 10];
    stream.read_exact(&mut head).await.ok()?;
    assert_eq!(&head, b"zINSTREAM\0");
    let mut content = Vec::new();
    loop {
        let length = stream.read_u32().await.ok()?;
        if length == 0 {
            return Some(content);
        }
        let mut piece = vec![0; usize::try_from(length).unwrap()];
        stream.read_exact(&mut piece).await.ok()?;
        content.extend(piece);
    }
}

async fn asked(does: Does, content: &[u8]) -> (Result<Answer, ScanFailure>, Option<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut scanner = Scanner::new(&listener.local_addr().unwrap().to_string()).unwrap();
    if let Does::Sleeps = does {
        scanner.each = Duration::from_millis(40);
    }
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        match does {
            Does::Says(text) => {
                let content = read_all(&mut stream).await;
                stream.write_all(text).await.unwrap();
                content
            }
            Does::SaysSlowly(text) => {
                let content = read_all(&mut stream).await;
                for byte in text {
                    stream.write_all(&[*byte]).await.unwrap();
                    stream.flush().await.unwrap();
                    tokio::task::yield_now().await;
                }
                content
            }
            Does::Interrupts(text) => {
                let mut some = [0; 64];
                stream.read_exact(&mut some).await.unwrap();
                stream.write_all(text).await.unwrap();
                stream.shutdown().await.unwrap();
                // Read on, so that the answer is not lost with the connection.
                let mut rest = Vec::new();
                let _ = stream.read_to_end(&mut rest).await;
                None
            }
            Does::Sleeps => {
                let mut rest = Vec::new();
                let _ = stream.read_to_end(&mut rest).await;
                None
            }
        }
    });
    let answer = scanner.ask(content).await;
    (answer, server.await.unwrap())
}

#[tokio::test]
async fn content_goes_over_whole_and_comes_back_sound() {
    let content: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
    let (answer, came) = asked(Does::Says(b"stream: OK\0"), &content).await;
    assert_eq!(answer, Ok(Answer::Sound));
    assert!(came.unwrap() == content, "the scanner got something else");
}

#[tokio::test]
async fn an_answer_in_small_parts_is_read_to_its_end() {
    let (answer, _) = asked(Does::SaysSlowly(b"stream: Eicar-Signature FOUND\0"), b"x").await;
    assert_eq!(answer, Ok(Answer::Found("Eicar-Signature".to_owned())));
}

#[tokio::test]
async fn what_is_not_clearly_sound_is_never_taken_for_sound() {
    let table: [(&str, &'static [u8], Result<Answer, ScanFailure>); 8] = [
        ("nothing", b"", Err(ScanFailure::NoAnswer)),
        ("cut off", b"stream: OK", Err(ScanFailure::NoAnswer)),
        ("more than sound", b"stream: OK FOUND\0", Ok(Answer::Found("OK".to_owned()))),
        ("no name", b"stream:  FOUND\0", Err(ScanFailure::NoAnswer)),
        ("an error", b"stream: Can't allocate memory ERROR\0", Err(ScanFailure::NoAnswer)),
        ("not text", b"stream: \xff\xfe FOUND\0", Err(ScanFailure::NoAnswer)),
        ("another program", b"HTTP/1.1 400 Bad Request\r\n\r\n\0", Err(ScanFailure::NoAnswer)),
        ("the limit", b"INSTREAM size limit exceeded. ERROR\0", Err(ScanFailure::TooLarge)),
    ];
    for (what, says, expected) in table {
        assert_eq!(asked(Does::Says(says), b"x").await.0, expected, "{what}");
    }
}

#[tokio::test]
async fn a_scanner_that_has_heard_enough_is_still_listened_to() {
    let content = vec![7; 400_000];
    let says = Does::Interrupts(b"INSTREAM size limit exceeded. ERROR\0");
    assert_eq!(asked(says, &content).await.0, Err(ScanFailure::TooLarge));
    // It cannot call sound what it did not hear to the end.
    let content = vec![7; 64_000_000];
    let answer = asked(Does::Interrupts(b"stream: Early FOUND\0"), &content).await.0;
    assert_eq!(answer, Ok(Answer::Found("Early".to_owned())));
}

#[tokio::test]
async fn a_scanner_that_says_nothing_is_not_waited_for_without_end() {
    assert_eq!(asked(Does::Sleeps, b"x").await.0, Err(ScanFailure::TooLate));
}

#[tokio::test]
async fn a_scanner_that_is_not_there_is_said_to_be_so() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let scanner = Scanner::new(&listener.local_addr().unwrap().to_string()).unwrap();
    drop(listener);
    assert_eq!(scanner.ask(b"x").await, Err(ScanFailure::Unreachable));
}

#[test]
fn an_address_is_a_host_and_a_port() {
    assert!(Scanner::new("localhost:3310").is_ok());
    assert!(Scanner::new("[::1]:3310").is_ok());
    for wrong in ["", "localhost", ":3310", "localhost:", "localhost:0", "tcp://host:1"] {
        assert!(Scanner::new(wrong).is_err(), "{wrong}");
    }
}
