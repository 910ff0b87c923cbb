use std::time::Duration;

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    message::Mailbox,
    transport::smtp::{self, extension::ClientId},
};
use sleutel_actions::messages::Letter;
use sleutel_domain::messages::{Address, MailFailure, MailFault};

use crate::compose::compose;

/// How long the mail server gets for each answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The mail server and what mails say of ourselves, as set by whoever runs the installation.
#[derive(Clone, PartialEq, Eq)]
pub struct MailServer {
    /// `smtps://USER:PASSWORD@HOST`, `smtp://USER:PASSWORD@HOST?tls=required`, or
    /// `smtp://HOST` for a server on the own network that asks for no pass phrase.
    pub url: String,
    /// The address mails come from.
    pub from: String,
    /// Where people reach the pages, without a slash at the end.
    pub public_url: String,
}

impl std::fmt::Debug for MailServer {
    /// Leaves out the address of the server: a pass phrase stands in it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailServer")
            .field("from", &self.from)
            .field("public_url", &self.public_url)
            .finish_non_exhaustive()
    }
}

/// What is wrong with the settings. Never holds the address of the server itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadMailServer {
    /// Not the address of a mail server.
    #[error("the address of the mail server is not `smtps://…` or `smtp://…`")]
    Url,
    /// A pass phrase that would go over the line for all to read.
    #[error("the mail server asks for a pass phrase over a line without encryption")]
    InTheOpen,
    /// Not an address mails can come from.
    #[error("the address mails come from is not an e-mail address")]
    From,
    /// Not where people reach the pages.
    #[error("the address of the pages is not `https://…` or `http://…`")]
    PublicUrl,
}

/// Hands mails to a mail server.
#[derive(Debug, Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    public_url: String,
    host: String,
}

impl Mailer {
    /// Reads the settings; nothing is connected yet.
    pub fn new(server: &MailServer) -> Result<Self, BadMailServer> {
        let from = Address::new(&server.from).map_err(|_| BadMailServer::From)?;
        let from = from.as_str().parse().map_err(|_| BadMailServer::From)?;
        let public_url = server.public_url.trim().trim_end_matches('/').to_owned();
        let host = host_of(&public_url).ok_or(BadMailServer::PublicUrl)?;
        let url = server.url.trim();
        let encrypted = url.starts_with("smtps:") || url.contains("tls=required");
        if url.contains('@') && !encrypted {
            return Err(BadMailServer::InTheOpen);
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| BadMailServer::Url)?
            .hello_name(ClientId::Domain(host.clone()))
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self { transport, from, public_url, host })
    }

    /// Hands one mail over. Gives why not in a form that can be kept: the server's own words
    /// are left out, as they may repeat the address.
    pub async fn send(&self, letter: &Letter) -> Result<(), MailFailure> {
        let mail = compose(letter, &self.from, &self.public_url, &self.host)
            .map_err(|_| MailFailure { fault: MailFault::BadAddress, reply: None })?;
        match self.transport.send(mail).await {
            Ok(_) => Ok(()),
            Err(error) => Err(failure(&error)),
        }
    }
}

/// The name between `://` and the next `/` or `:`, and nothing that is no name.
fn host_of(public_url: &str) -> Option<String> {
    let rest =
        public_url.strip_prefix("https://").or_else(|| public_url.strip_prefix("http://"))?;
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let whole = rest.chars().all(|c| !c.is_whitespace() && !c.is_control() && c != '"');
    (!host.is_empty() && host.chars().all(plain) && whole).then(|| host.to_owned())
}

fn failure(error: &smtp::Error) -> MailFailure {
    let reply = error.status().map(u16::from);
    let fault = match reply {
        // The server wants to know who we are (RFC 4954): no fault of this mail.
        Some(530 | 534 | 535 | 538) => MailFault::Later,
        Some(500..) => MailFault::Refused,
        Some(_) => MailFault::Later,
        None => MailFault::Unreachable,
    };
    MailFailure { fault, reply }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, from: &str, public_url: &str) -> Result<(), BadMailServer> {
        let server = MailServer {
            url: url.to_owned(),
            from: from.to_owned(),
            public_url: public_url.to_owned(),
        };
        Mailer::new(&server).map(|_| ())
    }

    const FROM: &str = "sleutel@city.example";
    const PAGES: &str = "https://sleutel.city.example";

    #[tokio::test]
    async fn settings_that_can_work_are_taken() {
        for url in [
            "smtp://mail.city.example",
            "smtp://127.0.0.1:2525",
            "smtps://sleutel:secret@mail.city.example",
            "smtp://sleutel:secret@mail.city.example:587?tls=required",
        ] {
            assert_eq!(check(url, FROM, PAGES), Ok(()), "{url}");
        }
        assert_eq!(check("smtp://mail", FROM, "http://localhost:8080/"), Ok(()));
    }

    #[tokio::test]
    async fn settings_that_cannot_are_refused() {
        assert_eq!(check("mail.city.example", FROM, PAGES), Err(BadMailServer::Url));
        assert_eq!(check("ftp://mail.city.example", FROM, PAGES), Err(BadMailServer::Url));
        for open in ["smtp://me:secret@mail", "smtp://me:secret@mail?tls=opportunistic"] {
            assert_eq!(check(open, FROM, PAGES), Err(BadMailServer::InTheOpen), "{open}");
        }
        assert_eq!(check("smtp://mail", "the city", PAGES), Err(BadMailServer::From));
        for pages in ["sleutel.city.example", "https://", "https://a b", "https://a\"b"] {
            assert_eq!(check("smtp://mail", FROM, pages), Err(BadMailServer::PublicUrl), "{pages}");
        }
    }

    #[test]
    fn a_pass_phrase_is_not_shown_where_the_settings_are() {
        let server = MailServer {
            url: "smtps://me:secret@mail".to_owned(),
            from: FROM.to_owned(),
            public_url: PAGES.to_owned(),
        };
        assert!(!format!("{server:?}").contains("secret"));
    }
}
